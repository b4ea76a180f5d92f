"""One change in the source changes text, JSON-LD and P3P together, and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from conftest import build_files, dmm_files, replaced
from policyc.pipeline import Output

FILES = ("policy.ja.md", "policy.ja.txt", "policy.ja.html", "policy.jsonld", "policy.p3p.json", "policy.p3p.xml")


def before() -> Output:
    return build_files(dmm_files())


def after(path: str, *changes: tuple[str, str]) -> Output:
    files = dmm_files()
    for old, new in changes:
        files[path] = replaced(files[path], old, new)
    return build_files(files)


def lines(output: Output, name: str = "policy.ja.txt") -> list[str]:
    return [line.strip() for line in output.files[name].splitlines() if line.strip()]


def strings(value: object) -> Iterator[str]:
    """All strings in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def bag(output: Output, name: str) -> list[str]:
    """All strings of a JSON artefact but the origins, sorted."""
    found = strings(json.loads(output.files[name]))
    return sorted(s for s in found if not re.search(r"\.policy:\d+$", s))


def test_short_name_in_one_place() -> None:
    old, new = before(), after("dmm-group.policy", ('called:         "当社"', 'called:         "弊社"'))
    for name in FILES:
        text = old.files[name]
        assert "当社" in text, name
        assert new.files[name] == text.replace("当社", "弊社") or name == "policy.ja.html"
        assert "当社" not in new.files[name], name
    # The hash of nothing but the embedded data may differ in the page; its text follows like the others.
    assert new.files["policy.ja.html"].count("弊社") == old.files["policy.ja.html"].count("当社")


def test_moving_a_clause() -> None:
    files = dmm_files()
    source = files["dmm-privacy.policy"]
    third = source.index("    # ページの「3．個人情報の第三者への提供」")
    fifth = source.index("    # ページの「5．個人情報の共同利用」")
    sixth = source.index("    # ページの「6．")
    moved = source[:third] + source[fifth:sixth] + source[third:fifth] + source[sixth:]
    files["dmm-privacy.policy"] = moved
    old, new = before(), build_files(files)
    expected = lines(old)
    joint = expected[
        expected.index("5．個人情報の共同利用") : expected.index(
            "6．個人情報の開示、訂正、利用停止、消去等のお問い合わせ先"
        )
    ]
    at = expected.index("3．個人情報の第三者への提供")
    start, end = expected.index(joint[0]), expected.index(joint[0]) + len(joint)
    wanted = expected[:at] + joint + expected[at:start] + expected[end:]
    renumber = {
        "5．個人情報の共同利用": "3．個人情報の共同利用",
        "3．個人情報の第三者への提供": "4．個人情報の第三者への提供",
        "4．個人情報の委託先への提供": "5．個人情報の委託先への提供",
    }
    assert lines(new) == [renumber.get(line, line) for line in wanted]
    # The cross-reference to 2．, which did not move, stays; numbers in the machine files follow.
    assert "「2．個人情報の利用目的」に掲げた利用目的と同一" in lines(new)
    for name in ("policy.jsonld", "policy.p3p.json"):
        assert "個人情報の共同利用" in new.files[name]
        assert bag(new, name) != bag(old, name)


def test_cross_reference_follows_its_target() -> None:
    """With the purposes moved behind, the quoted heading in the joint use says 3．"""
    files = dmm_files()
    source = files["dmm-privacy.policy"]
    second = source.index("    # ページの「2．")
    third = source.index("    # ページの「3．")
    fourth = source.index("    # ページの「4．")
    files["dmm-privacy.policy"] = source[:second] + source[third:fourth] + source[second:third] + source[fourth:]
    text = build_files(files).files["policy.ja.txt"]
    assert "「3．個人情報の利用目的」に掲げた利用目的と同一" in text
    assert "「2．個人情報の利用目的」" not in text


def test_eighteenth_purpose() -> None:
    line = '      purpose by-terms   "その他{dmm}の利用規約等で定める目的のため"'
    added = '      purpose events     "イベントの企画・運営のため" { is: event-management }\n'
    old, new = before(), after("dmm-privacy.policy", (line, added + line))
    want = lines(old)
    at = want.index("（17）その他当社の利用規約等で定める目的のため")
    want[at : at + 1] = ["（17）イベントの企画・運営のため", "（18）その他当社の利用規約等で定める目的のため"]
    assert lines(new) == want
    for name in ("policy.jsonld", "policy.p3p.json"):
        assert "イベントの企画・運営のため" in new.files[name]
        kept = set(bag(new, name))
        gone = [s for s in bag(old, name) if s not in kept]
        assert all("（17）" in s or "17" in s for s in gone), gone


def test_another_joint_user() -> None:
    old = before()
    new = after(
        "dmm-group.policy",
        ('organization digital-commerce "株式会社デジタルコマース"', 'organization digital-commerce "株式会社みほん"'),
    )
    for name in FILES:
        assert "株式会社デジタルコマース" in old.files[name], name
        assert "株式会社デジタルコマース" not in new.files[name], name
    assert lines(new) == [line.replace("株式会社デジタルコマース", "株式会社みほん") for line in lines(old)]
    for name in ("policy.jsonld", "policy.p3p.json"):
        assert bag(new, name) == sorted(s.replace("株式会社デジタルコマース", "株式会社みほん") for s in bag(old, name))


def test_another_representative() -> None:
    old = before()
    new = after("dmm-group.policy", ('"最高経営責任者", "亀山　敬司"', '"代表執行役", "見本　花子"'))
    wanted = [line.replace("最高経営責任者　亀山　敬司", "代表執行役　見本　花子") for line in lines(old)]
    assert lines(new) == wanted
    assert sum("代表執行役　見本　花子" in line for line in lines(new)) == 2
    for name in FILES:
        assert "亀山" not in new.files[name], name
        assert "花子" in new.files[name], name
