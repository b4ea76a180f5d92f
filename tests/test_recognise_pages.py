"""What recognisers find on real pages, fact by fact, pinned in `recognised.txt`: read it when it changes.

The pages are read from `../shared`; the pinned file names kinds and values, and shortens the words of a page.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Golden
from drafts import outline, section
from policyc.importer.draft import Entity, Reading, Section
from policyc.importer.recognise import Survey, read_section, settled, survey, walk

PINNED = Path(__file__).parent / "recognised.txt"
PAGES = (
    "seed/page.md",
    "corpus/14-youtrust-gaibusoshin.txt",
    "corpus/15-gos2-tokusho.txt",
    "corpus/16-gos2-shikinkessai.txt",
    "corpus/20-vuefes-privacy.txt",
    "corpus/26-lfaith-tokutei.txt",
    "corpus/28-rjc-kyodoriyo.txt",
    "corpus/31-mimiguri-privacy.txt",
    "corpus/39-twinte-privacy.txt",
)


def readings(text: str) -> tuple[Survey, list[tuple[Section, Reading | None]]]:
    """Everything found on a page."""
    sections = outline(text)
    found = survey(sections, "")
    return found, [(one, read_section(one, path, found)) for path, one in walk(sections)]


def short(words: str) -> str:
    """Values with the page's own words cut short."""
    return ", ".join(word if len(word) <= 24 else word[:10] + "…" for word in words.split(", "))


def entity(one: Entity) -> str:
    """An entity as a line."""
    fields = "; ".join(
        field if field in ("called", "as", "means") else f"{field}: {short(value)}" for field, value in one.fields
    )
    return f"  {one.block} {short(one.title)} {{ {fields} }}"


def listing(name: str, text: str) -> str:
    """All facts of a page, one a line."""
    found, read = readings(text)
    lines = [f"== {name}", *(f"  {field}: {short(value)}" for field, value in found.fields)]
    lines += map(entity, found.entities)
    for _, made in read:
        if made is None:
            continue
        lines.append(f"  {made.clause}")
        lines += (f"    {field}: {short(value)}" for field, value in made.fields)
        lines += (f"    {c.block}: " + "; ".join(f"{f}: {short(v)}" for f, v in c.fields) for c in made.children)
        lines += ("  " + entity(one) for one in made.entities)
        lines += (f"    ? {doubt.remark[:24]}…" for doubt in made.doubts)
    return "\n".join(lines)


def test_facts_of_the_pages(shared: Path, golden: Golden) -> None:
    texts = [(page, (shared / page).read_text(encoding="utf-8")) for page in PAGES]
    golden(PINNED, "\n\n".join(listing(page, text) for page, text in texts) + "\n")


@pytest.mark.parametrize("page", PAGES)
def test_marks_stand_inside_rows_and_never_cross(shared: Path, page: str) -> None:
    found, read = readings((shared / page).read_text(encoding="utf-8"))
    for one, made in read:
        marks = made.marks if made is not None else ()
        assert settled(one, marks) == marks
        assert all(0 <= mark.start < mark.end <= len(one.rows[mark.row].text) for mark in marks)
        assert all(one.rows[mark.row].text[mark.start : mark.end].strip() for mark in marks)
    names = [made.name for made in found.entities]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[^\W\d][\w\-]*", name) for name in names)


@pytest.mark.parametrize("page", PAGES)
def test_every_value_that_must_be_stated_is(shared: Path, page: str) -> None:
    _, read = readings((shared / page).read_text(encoding="utf-8"))
    for _, made in read:
        for field, value in made.fields if made is not None and made.clause != "disclosures" else ():
            refs = {mark.ref for mark in made.marks} if made is not None else set()
            heads = {ref.split(".")[0] for ref in refs}
            for one in value.split(", "):
                name = one.split(" ")[0].split(".")[0]
                assert field in refs or f"{field}.{name}" in refs or name in heads, (made, field, one)


PIECES = st.sampled_from(
    ["株式会社みほん", "（以下「当社」といいます。）", "（以下「", "」）", "当社は、", "個人情報", "を", "第三者", "に", "提供", "しません。", "開示", "の請求", "利用目的", "。", "、", "・", "（", "）", "「", "」", "〒100-0000", "東京都千代田区", "2021年4月1日", "制定", "03-0000-0000", "a@mihon.example", "氏名、住所", "その他", "など", "手数料", "300円", "同意", "場合", "|", "\n", "-", "1.", "（1）", "\u3000", "０", "㈱", "Ⅲ", "𠮷", "\u200b"]
)  # fmt: skip
TITLES = st.sampled_from(["利用目的", "第三者提供", "委託", "共同利用", "開示等の請求", "安全管理措置", "お問い合わせ", "改定", "取得", "Cookie", "保存期間", "要配慮個人情報", "未成年者", "事業者の名称", "はじめに"])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(TITLES, st.lists(PIECES, max_size=40).map("".join))
def test_no_text_is_too_strange(title: str, text: str) -> None:
    page = (section("", text), section(title, text))
    for sheet in ("", "特定商取引法に基づく表記", "外部送信について"):
        found = survey(page, sheet)
        for path, one in walk(page):
            made = read_section(one, path, found)
            marks = made.marks if made is not None else found.marks.get(path, ())
            assert settled(one, marks) == marks
