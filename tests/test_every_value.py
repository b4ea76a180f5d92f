"""Whatever the language lets a field say, the standard wording says it: every value of every field, in both registers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest

import legal_values
from conftest import check_text
from legal_values import Case, batches
from policyc.clauses import catalogue
from policyc.compose.page import plain
from policyc.compose.sentences import lines
from policyc.model.document_kinds import DOCUMENT_KINDS
from policyc.model.types import Key
from policyc.vocab import CATEGORIES, concepts
from test_wordings import ARTICLES_IN_WEB, FAULTS, POLITE, WEB_IN_ARTICLES

REGISTERS = ("web", "articles")
# A line that is not over: a comma, a bracket that nothing fills, a colon or space behind which nothing stands.
_UNFINISHED = re.compile(r"[、：　（「]$|（[、，]|^[をはがにの、）」]|（）|「」|は、。|が、。")


def _english() -> set[str]:
    """The English words of the language that no Japanese text has."""

    def words(key: Key) -> Iterator[str]:
        yield key.word
        yield from (choice.word for choice in key.kind.choices)
        for inner in key.fields:
            yield from words(inner)

    found = {
        word for clause in catalogue() for way in legal_values.blocks(clause) for k in way[-1].keys for word in words(k)
    }
    found |= {id_ for category in CATEGORIES for id_ in concepts(category)}
    return {word for word in found if word.islower()} | {"on-request", "delegated", "within"}


_ENGLISH = _english()


def faults(cases: tuple[Case, ...], register: str, kind: str = "privacy-notice", subjects: bool = False) -> list[str]:
    """What is wrong with cases, each named by its fields."""
    source, first = legal_values.document(cases, register, kind, subjects)
    checked = check_text(source)
    found: list[str] = []
    for one in checked.diagnostics:
        if one.severity == "error":
            at = one.span.line - first
            shown = cases[at].shown if 0 <= at < len(cases) else f"line {one.span.line}"
            found.append(f"{shown}: {one.code} {one.message('en')}")
    if not checked.documents:
        return found or ["nothing was composed"]
    said: dict[str, list[str]] = {}
    for node, _, line in lines(checked.documents[-1].composition.page):
        text = plain(line)
        name = re.match(r"c\d+", node)
        said.setdefault(name[0] if name else "", []).append(text)
        shown = cases[int(name[0][1:])].shown if name else node
        other = WEB_IN_ARTICLES if register == "articles" else ARTICLES_IN_WEB
        wrong = FAULTS.search(text) or _UNFINISHED.search(text)
        if not wrong and not any(run.literal for run in line):
            wrong = other.search(POLITE.sub("", text))
        english = [word for word in re.findall(r"[a-z][a-z-]+", text) if word in _ENGLISH]
        if wrong or english:
            found.append(f"{shown}: says “{text}” ({wrong[0] if wrong else english})")
    return found


def all_faults(cases: Iterable[Case], register: str, kind: str = "privacy-notice", subjects: bool = False) -> str:
    found = [fault for batch in batches(cases) for fault in faults(batch, register, kind, subjects)]
    return f"{len(found)} of them:\n" + "\n".join(found[:80]) if found else ""


@pytest.mark.parametrize("subjects", [False, True], ids=["of anybody", "of customers"])
@pytest.mark.parametrize("register", REGISTERS)
def test_every_value_of_every_field_has_a_standard_wording(register: str, subjects: bool) -> None:
    wrong = all_faults(legal_values.alone(), register, subjects=subjects)
    assert not wrong, wrong


@pytest.mark.parametrize("register", REGISTERS)
def test_a_document_and_a_part_say_what_they_stand_under(register: str) -> None:
    wrong = [fault for one in legal_values.frame() for fault in faults((one,), register)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("kind", [kind.word for kind in DOCUMENT_KINDS])
def test_a_document_of_any_kind_says_its_days(kind: str) -> None:
    for register in REGISTERS:
        days = tuple(one for one in legal_values.frame() if "2026-04-01" in one.source)
        assert days
        wrong = [fault for one in days for fault in faults((one,), register, kind)]
        assert not wrong, "\n".join(wrong)


@pytest.mark.slow
@pytest.mark.parametrize("register", REGISTERS)
def test_every_row_of_a_vocabulary_by_itself(register: str) -> None:
    wrong = all_faults(legal_values.rows(), register)
    assert not wrong, wrong


@pytest.mark.slow
@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("kind", [kind.word for kind in DOCUMENT_KINDS if kind.word != "privacy-notice"])
def test_every_value_in_a_document_of_any_kind(kind: str, register: str) -> None:
    wrong = all_faults(legal_values.alone(), register, kind)
    assert not wrong, wrong


@pytest.mark.slow
@pytest.mark.parametrize("register", REGISTERS)
def test_any_two_values_of_two_fields(register: str) -> None:
    wrong = all_faults(legal_values.pairs(), register)
    assert not wrong, wrong
