"""Every diagnostic has a page, and what its page shows is true: the bad example is found out, the good one is not."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import pytest

from conftest import HEAD, ROOT, check_files, check_site, check_text, codes
from policyc import loader, pipeline, wording
from policyc.diagnostics import ERROR, MOST_OF_A_KIND, Diagnostic
from policyc.diagnostics.catalogue import kinds, pages
from policyc.pipeline import Checked

_BLOCK = re.compile(r"^```policy( file| site)?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_ANNOUNCED = re.compile(r"# (?:error|warning|note): \[([a-z0-9/-]+)\]")
# A page shows a character that cannot be seen by its number.
_BY_NUMBER = re.compile(r"〈U\+([0-9A-F]{4,6})〉")
# What the examples import.
_FILES = {"mihon-group.policy": 'organization hanbai "株式会社みほん販売" { called: "販売会社" }\n'}
_NAME = "example.policy"
# The files of an example of several begin with their names.
_FILE = re.compile(r"^# === (\S+)$", re.MULTILINE)

# What no short example can show, and the test that brings it about.
ELSEWHERE = {
    "build/duplicate-document": "tests/test_cli.py::test_one_name_for_two_documents",
    "build/more-findings": "tests/test_pages.py::test_more_findings",
    "model/bad-vocabulary": "tests/test_pages.py::test_bad_vocabulary",
    "model/import-too-deep": "tests/test_pages.py::test_import_too_deep",
    "model/list-too-deep": "tests/test_pages.py::test_list_too_deep",
    "p3p/no-compact-policy": "tests/test_p3p.py::test_a_compact_policy_is_refused",
    "model/too-many-parts": "tests/test_pages.py::test_too_many_parts",
    "syntax/name-not-utf-8": "tests/test_terminal.py::test_a_source_whose_name_is_no_text_is_not_compiled",
    "syntax/not-utf-8": "tests/test_pages.py::test_not_utf_8",
    "syntax/too-deep": "tests/test_pages.py::test_too_deep",
    "syntax/too-large": "tests/test_pages.py::test_too_large",
    "syntax/too-many-faults": "tests/test_pages.py::test_too_many_faults",
    "text/too-long": "tests/test_pages.py::test_too_long",
}
# Findings on published pages have examples in HTML and Markdown: tests/test_published_pages.py runs them.
# Those on what is accepted, known or set run with the rules of law: tests/test_accept.py, test_baseline.py, test_config.py; those on
# demands in tests/test_match.py.
# What is done to a package is no text: tests/test_package.py does it, and names each code.
OTHERS = ("page/", "accept/", "baseline/", "config/", "match/", "package/")
OF_SOURCES = sorted(code for code in kinds() if not code.startswith(OTHERS))


class Example(NamedTuple):
    """A block of a page: its source as it is checked, what it announces, and how many lines stand before it (in the
    block, for each file of an example of several: then a negative number)."""

    source: str
    announced: list[tuple[int, str]]
    before: dict[str, int]
    site: bool = False

    def found(self) -> Checked:
        if not self.site:
            checked = check_files({_NAME: self.source, **_FILES})
            # As `check` does by default: each document by its own register.
            return checked._replace(diagnostics=[*checked.diagnostics, *wording.check(checked.documents)])
        _, *parts = _FILE.split(self.source)
        files = dict(zip(parts[::2], (text.removeprefix("\n") for text in parts[1::2]), strict=True))
        checked = check_files(files)
        return checked._replace(diagnostics=check_site(files))

    def line(self, found: Diagnostic) -> int:
        """The line of a finding in the block."""
        return found.span.line - self.before.get(found.span.source.path, 0)


@cache
def examples(code: str) -> list[Example]:
    """The blocks of a page, in order."""
    made = []
    for whole, text in _BLOCK.findall(pages().get(code, "")):
        announced = [(n, hit) for n, line in enumerate(text.split("\n"), 1) for hit in _ANNOUNCED.findall(line)]
        source = _BY_NUMBER.sub(lambda hit: chr(int(hit[1], 16)), text)
        if whole == " site":
            above = {hit[1]: -text.count("\n", 0, hit.end()) - 1 for hit in _FILE.finditer(text)}
            made.append(Example(source, announced, above, site=True))
            continue
        before = {_NAME: 0 if whole else HEAD.count("\n")}
        made.append(Example(source if whole else f"{HEAD}{source}\n}}\n", announced, before))
    return made


@pytest.mark.parametrize("code", OF_SOURCES)
def test_a_page_shows_a_bad_and_a_good_example(code: str) -> None:
    shown = examples(code)
    if code in ELSEWHERE:
        assert shown == []
        return
    assert len(shown) == 2
    bad, good = shown
    assert code in [hit for _, hit in bad.announced], "the first example announces its finding"
    assert good.announced == [], "the second example is good"


@pytest.mark.parametrize("code", sorted(set(OF_SOURCES) - set(ELSEWHERE)))
def test_the_bad_example_is_found_out(code: str) -> None:
    bad = examples(code)[0]
    every = [(bad.line(d), d.code, d.severity) for d in bad.found().diagnostics]
    seen = [(line, found) for line, found, severity in every if found == code or severity == ERROR]
    wanted = [(line, found) for line, found in bad.announced if found == code or kinds()[found].severity == ERROR]
    assert sorted(set(seen)) == sorted(wanted), every
    # What else is announced (a note that comes with it) is there too.
    assert set(bad.announced) <= {(line, found) for line, found, _ in every}


@pytest.mark.parametrize("code", sorted(set(OF_SOURCES) - set(ELSEWHERE)))
def test_the_good_example_is_good(code: str) -> None:
    checked = examples(code)[1].found()
    assert checked.ok, [(d.span.line, d.code, d.message("en")) for d in checked.diagnostics]
    assert code not in codes(checked)


@pytest.mark.parametrize("code", sorted(set(OF_SOURCES) - set(ELSEWHERE)))
def test_the_severity_is_announced(code: str) -> None:
    for severity, found in re.findall(r"# (error|warning|note): \[([a-z0-9/-]+)\]", pages()[code]):
        assert kinds()[found].severity == severity


@pytest.mark.parametrize("code", sorted(ELSEWHERE))
def test_the_test_elsewhere_exists(code: str) -> None:
    path, _, name = ELSEWHERE[code].partition("::")
    parts = re.split(r"^def ", (ROOT / path).read_text(encoding="utf-8"), flags=re.MULTILINE)
    bodies = [part for part in parts if part.startswith(f"{name}(")]
    assert len(bodies) == 1 and code in bodies[0]


def test_pages_stand_in_their_rooms() -> None:
    rooms = {
        "syntax": "syntax",
        "model": "model",
        "text": "compose",
        "build": "cli",
        "page": "published",
        "site": "agreement",
        "wording": "wording",
        "package": "package",
    }
    rooms |= {"accept": "acceptance", "baseline": "baseline", "config": "config", "match": "match"}
    for owner, room in rooms.items():
        text = (ROOT / "src" / "policyc" / room / "README.md").read_text(encoding="utf-8")
        shown = re.findall(r"^## (\S+/\S+)$", text, re.MULTILINE)
        assert shown == sorted(code for code in kinds() if code.startswith(f"{owner}/"))


# -- what no short example can show -----------------------------------------------------------------------------------


def clause(body: str) -> str:
    """A whole source with one clause."""
    return f"{HEAD}{body}\n}}\n"


def test_too_large() -> None:
    fill = "# 注記\n" * (loader.MAX_BYTES // 9 + 1)
    assert codes(check_text(fill)) == ["syntax/too-large"]
    # A file of the greatest size is read.
    assert "syntax/too-large" not in codes(check_text("#" * loader.MAX_BYTES))


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP"), ("iso2022_jp", "ISO-2022-JP"), ("utf-16", "UTF-16")],
)
def test_not_utf_8(encoding: str, name: str) -> None:
    source = clause('retention "保存期間" { period: 5 years; text: "{period}保存します。" }')
    checked = pipeline.check(_NAME, source.encode(encoding), lambda _: None)
    assert codes(checked, "error") == ["syntax/not-utf-8"]
    assert name in checked.diagnostics[0].message("ja")


def test_too_deep() -> None:
    nested = "part a {\n" * 60 + "}\n" * 60
    assert codes(check_text(clause(nested))).count("syntax/too-deep") == 1


def test_too_many_faults() -> None:
    found = codes(check_text('"a"\n' * 1000))
    assert found.count("syntax/too-many-faults") == 1
    assert len(found) < 1000


def test_more_findings() -> None:
    checked = check_text("x: 1\n" * (MOST_OF_A_KIND + 5))
    more = [d for d in checked.diagnostics if d.code == "build/more-findings"]
    assert [d.params["count"] for d in more] == ["5"]
    assert codes(checked).count("model/unknown-field") == MOST_OF_A_KIND


def test_import_too_deep() -> None:
    files = {f"{n}.policy": f'import "{n + 1}.policy"\norganization o{n} "組織{n}"\n' for n in range(60)}
    assert codes(check_files(files), "error") == ["model/import-too-deep"]


def test_bad_vocabulary() -> None:
    rows = "purposes:\n  - id: tea-ceremony\n    ja: 茶会の開催\n    en: Holding tea ceremonies\n"
    source = 'import "own.vocab.yaml"\norganization mihon "株式会社みほん"\n'
    assert codes(check_files({_NAME: source, "own.vocab.yaml": rows}), "error") == []
    without = check_files({_NAME: source, "own.vocab.yaml": rows.replace("    en: Holding tea ceremonies\n", "")})
    assert set(codes(without, "error")) == {"model/bad-vocabulary"}
    # A term of policyc would mean something else in the outputs, and so would one of two rows, also of two files.
    taken = check_files({_NAME: source, "own.vocab.yaml": rows + "    own: jp-appi:CookieIdentifier\n"})
    assert codes(taken, "error") == ["model/bad-vocabulary"]
    one = rows + "    own: https://mihon.example/ns#Tea\n"
    two = one.replace("purposes", "data").replace("tea-ceremony", "tea").replace("茶会の開催", "茶の好み")
    files = {_NAME: f'import "more.vocab.yaml"\n{source}', "own.vocab.yaml": one, "more.vocab.yaml": two}
    assert codes(check_files(files), "error") == ["model/bad-vocabulary"]


def test_the_row_on_the_page_of_bad_vocabulary() -> None:
    rows = re.findall(r"```yaml\n(.*?)```", pages()["model/bad-vocabulary"], re.DOTALL)
    assert len(rows) == 1
    source = 'import "own.vocab.yaml"\norganization mihon "株式会社みほん"\n'
    assert codes(check_files({_NAME: source, "own.vocab.yaml": rows[0]}), "error") == []


def _levels(count: int) -> str:
    lines = "\n".join(f"{'  ' * n}- 段{n}" for n in range(count))
    return clause(f'article "箇条書き" {{\ntext: """\n{lines}\n"""\n}}')


def test_list_too_deep() -> None:
    assert "model/list-too-deep" in codes(check_text(_levels(12)))
    assert codes(check_text(_levels(6)), "error") == []


def test_too_many_parts() -> None:
    rows = 'data d0 "項目" { of: name }\n'
    rows += "".join(f'data d{n} "項目{n}" {{ of: d{n - 1} }}\n' for n in range(1, 12))
    found = codes(
        check_text(rows + HEAD + 'collection "取得" { items: d11; text: "{items}を取得します。" }\n}\n'), "error"
    )
    assert set(found) == {"model/too-many-parts"}


def test_too_long() -> None:
    long = "あ" * 3000
    said = "{long}" * 2000
    source = f'term long "長い言葉{long}" {{ means: "長い言葉" }}\n' + clause(f'article "本文" {{ text: "{said}" }}')
    assert codes(check_text(source), "error") == ["text/too-long"]
