"""What a build imports: start-up is the cost of every run of a pipeline (docs/decisions/0006)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import POLICIES

_LIST = """
import sys
sys.argv[0] = "policyc"
from policyc.cli import main
try:
    main()
except SystemExit as end:
    assert end.code == 0, end.code
base = sys.base_prefix
names = set()
for name, module in list(sys.modules.items()):
    file = getattr(module, "__file__", None) or ""
    if "site-packages" in file and not name.startswith(("policyc", "_policyc", "__editable__", "_virtualenv")):
        names.add(name.partition(".")[0])
sys.stderr.write("IMPORTED " + " ".join(sorted(names)) + "\\n")
sys.stderr.write("STANDARD " + " ".join(sorted(n for n in sys.modules if "." not in n)) + "\\n")
"""
HEAVY = {"asyncio", "email", "inspect", "dataclasses", "pathlib", "typing_extensions", "http", "unittest", "tempfile"}


def imported(tmp_path: Path, *arguments: str) -> tuple[set[str], set[str]]:
    """Third-party and standard modules that a command imports, in an interpreter without site customisation."""
    run = subprocess.run(
        [sys.executable, "-c", _LIST, *arguments], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    rows = {
        line.split()[0]: set(line.split()[1:]) for line in run.stderr.splitlines() if line.startswith(("IMPO", "STAN"))
    }
    return rows["IMPORTED"], rows["STANDARD"]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (["build", str(POLICIES), "--out", "out"], set()),
        (["check", str(POLICIES), "--format", "json"], {"click"}),
        (["check", str(POLICIES), "--format", "github"], {"click"}),
        (["audit", str(POLICIES), "--format", "sarif"], {"click"}),
        (["rules"], {"click"}),
    ],
)
def test_third_party_modules(tmp_path: Path, command: list[str], expected: set[str]) -> None:
    third, _ = imported(tmp_path, *command)
    # What the interpreter itself loads at start (editable installs, coverage hooks) is not the build's.
    at_start, _ = imported(tmp_path, "--version")
    assert third - (at_start - {"click"}) <= expected, third
    assert expected <= third | (at_start - {"click"}), third


def test_importing_the_package_costs_nothing() -> None:
    code = "import sys; before = set(sys.modules); import policyc; print(sorted(set(sys.modules) - before))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "['__future__', 'policyc', 'policyc.version']"
