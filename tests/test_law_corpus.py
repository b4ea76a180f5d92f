"""Real pages, imported as they are: the errors that the law finds in each, every one of them looked at.

Why each is right stands in docs/decisions/0016-corpus-findings.md; an error that is not here is a false alarm, or a rule that
has become stricter.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from conftest import ROOT
from policyc import importer, published
from policyc.audit.findings import check
from policyc.diagnostics import ERROR

ERRORS = {
    "14-youtrust-gaibusoshin": {"telecom/27-12-1-data": 22},
    "15-gos2-tokusho": {"tokusho/11-2-payment": 1, "tokusho/rule-23-1-phone": 1},
    "16-gos2-shikinkessai": {
        "shikin/13-1-4-contact": 1,
        "shikin/rule-23-2-1-deposit": 1,
        "shikin/rule-23-2-2-method": 1,
        "shikin/rule-23-2-3-loss": 1,
    },
    "20-vuefes-privacy": {"telecom/27-12-1-data": 3},
    "26-lfaith-tokutei": {},
    "28-rjc-kyodoriyo": {
        "appi/27-5-3-joint-responsible-address": 1,
        "appi/27-5-3-joint-responsible-representative": 1,
    },
    "31-mimiguri-privacy": {},
    "39-twinte-privacy": {},
}
DECISION = ROOT / "docs" / "decisions" / "0016-corpus-findings.md"


@pytest.mark.parametrize("name", ERRORS)
def test_the_errors_of_a_real_page(name: str, shared: Path) -> None:
    page = shared / "corpus" / f"{name}.txt"
    shown, _ = published.read(page.read_bytes(), page.name)
    assert shown is not None
    checked = importer.draw(shown, "page", origin=page.name, keywords="ja").checked
    found = Counter(one.code for one in check(checked.documents, checked.sources) if one.severity == ERROR)
    assert found == ERRORS[name]


def test_every_page_of_the_corpus_is_there(shared: Path) -> None:
    assert {path.stem for path in (shared / "corpus").glob("*.txt")} == set(ERRORS)


@pytest.mark.parametrize("name", ERRORS)
def test_the_reason_of_every_error_is_told(name: str) -> None:
    """The row of a page, known by its number, names exactly its errors."""
    number = name[:2]
    rows = re.findall(rf"^\| {number} \|.*$", DECISION.read_text(encoding="utf-8"), re.MULTILINE)
    told = {code for row in rows for code in re.findall(r"`([a-z-]+/[a-z0-9-]+)`", row)}
    assert rows and told == set(ERRORS[name])
