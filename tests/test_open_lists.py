"""Whether a list is open (等): in the language, on the page in both registers, in the facts, and in every file."""

from __future__ import annotations

import pytest

import legal_values
from conftest import check_text
from legal_values import Case, Given, batches, blocks, keys, left_open
from policyc.clauses import catalogue
from policyc.compose.sentences import lines

REGISTERS = ("web", "articles")


def open_cases() -> list[tuple[Case, str]]:
    """Every field of every clause whose list may be left open, with each sort of list; and the name of the field."""
    return [
        (legal_values.case(way, Given(key, value)), key.word)
        for clause in catalogue()
        for way in blocks(clause)
        for key in keys(way[-1])
        for value in dict.fromkeys(left_open(key))
    ]


@pytest.mark.parametrize("register", REGISTERS)
def test_the_standard_wording_says_of_every_open_list_that_it_goes_on(register: str) -> None:
    """Not only somewhere: a run of the page states that very fact, and reads 等 or says that these are not all."""
    cases = open_cases()
    assert len(cases) > 200
    words = iter(word for _, word in cases)
    for batch in batches(case for case, _ in cases):
        source, _ = legal_values.document(batch, register)
        checked = check_text(source)
        (document,) = (one for one in checked.documents if one.node.id == "notice")
        runs: dict[str, str] = {}
        for _, _, line in lines(document.composition.page):
            for run in line:
                for fact in run.facts:
                    if fact.endswith(".etc"):
                        runs[fact] = runs.get(fact, "") + run.text
        for n, case in enumerate(batch):
            word = next(words)
            said = [
                text
                for fact, text in runs.items()
                if fact.split("-")[0].split(".")[0] == f"c{n}" and f".{word}.etc" in fact
            ]
            assert said and all("等" in text or "これらに限" in text for text in said), (case.shown, runs)
