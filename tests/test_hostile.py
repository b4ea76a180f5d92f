"""Huge and hostile sources get a diagnostic or a result: never a traceback, in bounded memory and time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from typing import Any

import pytest

from conftest import ROOT
from hostile import CASES
from policyc.diagnostics import MOST_OF_A_KIND
from policyc.loader import MAX_BYTES

# Everyday runs take a small part of the sizes; the small sources are always whole.
EVERYDAY, FULL = 0.001, 1.0
# On a machine, or at an hour, where `hostile.unit` takes so long; where it takes longer, in proportion.
SECONDS, UNIT = 10.0, 0.003
# What a case must be told of, where that is not left to the case.
TOLD = {
    "an item that contains itself": {"model/contains-itself"},
    "items that contain each other": {"model/contains-itself"},
    "a term that means itself": {"text/reference-cycle"},
    "terms that mean each other": {"text/reference-cycle"},
    "a title that says itself": {"text/reference-cycle"},
    "items doubled thirty times": {"model/too-many-parts"},
    "titles doubled thirty times": {"text/reference-cycle"},
    "titles fifty times, ten times over": {"text/too-long"},
    "a long title again and again": {"text/too-long"},
    "a long title in headings": {"text/too-long"},
    "a long list again and again": {"text/too-long"},
    "a long list in braces again and again": {"text/too-long"},
    "blocks in blocks": {"syntax/too-deep"},
    "brackets in brackets": {"syntax/too-deep"},
    "characters that cannot be seen": {"text/invisible-character"},
    "control characters": {"text/forbidden-character"},
}


@cache
def results(scale: float) -> dict[str, Any]:
    """All cases, checked one after the other in one process with limited memory."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    program = [sys.executable, str(ROOT / "tests" / "hostile.py"), str(scale)]
    done = subprocess.run(program, env=environment, capture_output=True, encoding="utf-8", timeout=900)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, (lines[-1:], done.stderr[-2000:])
    return {line["case"]: line for line in lines if "case" in line}


def judge(result: dict[str, Any], name: str) -> None:
    assert result["seconds"] < SECONDS * max(result["unit"] / UNIT, 1)
    codes = result["codes"]
    # However many faults there are, the reader gets a bounded number of them.
    assert all(count <= MOST_OF_A_KIND for count in codes.values())
    assert result["shown"] < 20_000_000
    assert set(codes) >= TOLD.get(name, set())
    if result["bytes"] > MAX_BYTES:
        assert list(codes) == ["syntax/too-large"]


# Of the files that are too large, one is enough every time.
HELD = [pytest.param(name, marks=[pytest.mark.slow] if name == "ten megabytes, valid" else []) for name in CASES]


@pytest.mark.parametrize("name", HELD)
def test_everyday_sizes(name: str) -> None:
    judge(results(EVERYDAY)[name], name)


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_full_size(name: str) -> None:
    judge(results(FULL)[name], name)


def test_the_largest_case_is_ten_megabytes() -> None:
    assert len(str(CASES["ten megabytes, valid"](1)).encode()) > 9_000_000


def test_one_file_does_not_slow_the_next() -> None:
    """Nothing is left over from a hostile file that the check of another would see."""
    from conftest import check_text, codes

    good = 'organization mihon "株式会社みほん"\n'
    before = codes(check_text(good))
    for name in ("unknown fields", "a long list of unknown names"):
        check_text(str(CASES[name](0.05)))
    assert codes(check_text(good)) == before == []
