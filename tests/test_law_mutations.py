"""One line less in a complete document gives exactly the findings that name what the line said."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import check_text
from policyc import law
from policyc.audit import audit
from policyc.audit.findings import check

FOLDER = Path(__file__).parent / "law"
COMPLETE = sorted(FOLDER.glob("*.policy"))
_ARROW = re.compile(r"  # → (.+)$")


class Line(NamedTuple):
    """A line of a complete document that states an item, and the codes that miss it."""

    path: Path
    number: int
    codes: frozenset[str]


def source(path: Path, without: int = 0) -> str:
    """The document without its arrows (some stand inside texts), and without a line."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [_ARROW.sub("", line) for number, line in enumerate(lines, 1) if number != without]
    return "".join(kept)


def lines() -> list[Line]:
    found = []
    for path in COMPLETE:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            hit = _ARROW.search(line)
            if hit:
                found.append(Line(path, number, frozenset(hit[1].split())))
    return found


def wanting(text: str) -> set[str]:
    """The codes of what the rules of law find wanting in a document, and of errors of the language."""
    checked = check_text(text)
    errors = {d.code for d in checked.diagnostics if d.severity == "error"}
    return errors | {d.code for d in check(checked.documents, checked.sources)}


@pytest.mark.parametrize("path", COMPLETE, ids=lambda path: path.stem)
def test_a_complete_document_lacks_nothing(path: Path) -> None:
    assert wanting(source(path)) == set()


@pytest.mark.parametrize("line", lines(), ids=lambda line: f"{line.path.stem}:{line.number}")
def test_a_line_less_is_found_out(line: Line) -> None:
    assert wanting(source(line.path, line.number)) == line.codes


@pytest.mark.parametrize("path", COMPLETE, ids=lambda path: path.stem)
def test_what_is_satisfied_points_at_its_sentences(path: Path) -> None:
    checked = check_text(source(path))
    (document,) = checked.documents
    made = audit(document, {s.path: s for s in checked.sources})
    satisfied = [row for row in made.rows if row.answer.answer == law.SATISFIED]
    assert len(satisfied) >= 3
    for row in satisfied:
        assert row.evidence, row.rule.id
        for one in row.evidence:
            assert made.sentences[one.number].text == one.text
            assert 1 <= one.span.line <= source(path).count("\n") + 1


def test_every_error_rule_that_asks_for_a_statement_is_tried() -> None:
    """The arrows name every rule at error level that requires something of a document, but those listed here."""
    tried = {code for line in lines() for code in line.codes}
    required = {r.id for r in law.every_rule() if r.require and r.severity == "error"}
    assert required - tried == ELSEWHERE


# No one line of a complete document states these alone; the examples beside the rules try them.
ELSEWHERE = {
    # Said by the first mention of the firm, and by the standard wording of the clause, whatever is left out.
    "appi/27-2-1-name",
    "appi/27-2-6-stop",
    "appi/27-5-3-joint-fact",
    # Asked only where a text says that something is not known.
    "appi/28-2-unknown-country",
    "appi/28-2-unknown-measures",
    # What is required is a way of saying it, not a line of its own.
    "mynumber/9-purpose",
    "tokusho/rule-23-9-document-fee",
}
