"""The corpus of broken sources: what a reader sees of each, in both languages (`pytest --update-golden` rewrites it).

Each file is named by what is wrong in it, and says no more than that: no fault brings a second finding in its train.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from wcwidth import wcwidth

from conftest import ROOT, Golden, check_text, codes
from policyc import files, pipeline
from policyc.diagnostics.render import text
from policyc.pipeline import Checked

FOLDER = ROOT / "tests" / "broken"
NAMES = sorted(path.stem for path in FOLDER.glob("*.policy"))
# Sources that look odd and are fine.
HARMLESS = {"markup-in-names"}


def checked(name: str) -> Checked:
    path = f"{name}.policy"
    return pipeline.check(path, files.read(str(FOLDER / path)), files.reader(str(FOLDER)))


@pytest.mark.parametrize("name", NAMES)
def test_what_a_reader_sees(name: str, golden: Golden) -> None:
    found = checked(name).diagnostics
    shown = []
    for lang in ("ja", "en"):
        shown.append(f"==== {lang} ====\n\n{text.render(found, lang, False)}\n{text.summary(found, lang)}\n")
    golden(FOLDER / f"{name}.txt", "\n".join(shown))
    assert bool(found) != (name in HARMLESS)


def test_no_golden_file_is_left_over() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_carets_stand_under_what_they_mean(name: str) -> None:
    """The columns under the carets are those of the characters of the place, full-width ones counted twice."""
    for diagnostic in checked(name).diagnostics:
        lines = text.render([diagnostic], "en", False).split("\n")
        source, carets = lines[3], lines[4]
        start, stop = carets.index("^"), len(carets)
        under, column = "", 0
        for character in source:
            if start <= column < stop:
                under += character
            column += max(wcwidth(character), 0)
        line = diagnostic.span.source.position(diagnostic.span.start)[0]
        rest = diagnostic.span.source.line(line)[diagnostic.span.source.position(diagnostic.span.start)[1] - 1 :]
        meant = rest[: max(diagnostic.span.end - diagnostic.span.start, 1)]
        same = [a == b for a, b in zip(under, meant, strict=False) if b.isprintable() or b == "\u3000"]
        assert all(same), (under, meant)


def test_ten_faults_in_one_file() -> None:
    """Every fault is found in one run, at its line and column."""
    found = [(d.span.source.position(d.span.start), d.code) for d in checked("ten-faults").diagnostics]
    assert found == [
        ((1, 1), "model/unknown-block"),
        ((2, 9), "syntax/full-width-mark"),
        ((3, 3), "model/unknown-field"),
        ((5, 18), "model/title-unquoted"),
        ((5, 28), "model/unknown-name"),
        ((6, 32), "model/missing-comma"),
        ((9, 8), "model/bad-link"),
        ((11, 12), "model/bad-date"),
        ((12, 19), "text/unknown-reference"),
        ((14, 19), "syntax/list-goes-on"),
        ((16, 5), "model/unknown-field"),
        ((20, 30), "model/unit-missing"),
    ]


def test_markup_in_names_is_harmless() -> None:
    output = pipeline.emit(checked("markup-in-names"))[0]
    html, xml = output.files["policy.ja.html"], output.files["policy.p3p.xml"]
    assert "<script>alert" not in html and "<img" not in html and "<b>当社" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script" not in xml and "<img" not in xml


def test_line_ends_and_mark_do_not_move_anything() -> None:
    """CRLF and a byte order mark at the beginning change no line and no column."""
    source = (FOLDER / "comma-missing-between-names.policy").read_bytes()
    wanted = [(d.code, d.span.start) for d in pipeline.check("x.policy", source, lambda _: None).diagnostics]
    for raw in (source.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + source):
        found = [(d.code, d.span.start) for d in pipeline.check("x.policy", raw, lambda _: None).diagnostics]
        assert found == wanted != []


def test_import_through_a_link_that_leads_out(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.policy").write_text('organization mihon "株式会社みほん"\n', encoding="utf-8")
    root = tmp_path / "root"
    root.mkdir()
    (root / "file.policy").symlink_to(tmp_path / "outside" / "secret.policy")
    (root / "folder").symlink_to(tmp_path / "outside")
    (root / "inside.policy").write_text('organization hanbai "株式会社みほん販売"\n', encoding="utf-8")
    (root / "fine.policy").symlink_to(root / "inside.policy")
    source = 'import "file.policy"\nimport "folder/secret.policy"\nimport "fine.policy"\n'
    found = pipeline.check("main.policy", source.encode(), files.reader(str(root))).diagnostics
    assert [(d.code, d.span.line) for d in found] == [
        ("model/import-outside-root", 1),
        ("model/import-outside-root", 2),
    ]


def test_a_file_that_is_too_large_is_not_read() -> None:
    raw = b"organization mihon {}\n" * 500_000
    found = pipeline.check("x.policy", raw, lambda _: None).diagnostics
    assert [d.code for d in found] == ["syntax/too-large"]


def test_a_chain_of_imports_has_an_end() -> None:
    chain = {f"{n}.policy": f'import "{n + 1}.policy"\n'.encode() for n in range(500)}
    found = pipeline.check("0.policy", chain["0.policy"], chain.get).diagnostics
    assert [d.code for d in found] == ["model/import-too-deep"]


def test_a_file_imported_twice_is_read_once() -> None:
    """Two ways to one file are no circle, and declare nothing twice."""
    held = {
        "a.policy": b'import "c.policy"\n',
        "b.policy": b'import "./c.policy"\n',
        "c.policy": 'organization mihon "株式会社みほん"\n'.encode(),
    }
    source = b'import "a.policy"\nimport "b.policy"\nimport "x/../c.policy"\n'
    assert pipeline.check("main.policy", source, held.get).diagnostics == []


def test_more_of_a_kind_than_are_shown_are_counted_wherever_they_were_found() -> None:
    """A line end that no source may have, a thousand times and one: the parser and the stages after it count together."""
    checked = check_text("\r" * 1001)
    assert codes(checked, "error") and codes(checked, "note")
