"""Generated files are current: run `python3 run.py freeze` when this fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from conftest import ROOT


def test_every_generated_file_is_current() -> None:
    # In a process of its own, as `run.py freeze` is: other tests change how click lays out its help.
    command = [sys.executable, "-m", "policyc.dev.freeze", "--check"]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_tables_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    """What lies there was made under one seed, and is found current under a random one above: here is a third."""
    code = "from policyc.syntax.generate import tables_module; import sys; sys.stdout.write(tables_module())"
    env = {**os.environ, "PYTHONHASHSEED": "1", "PYTHONUTF8": "1"}
    made = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True).stdout
    assert made.decode() == (ROOT / "src" / "policyc" / "syntax" / "tables.py").read_text(encoding="utf-8")


def test_reference_lists_every_clause() -> None:
    page = (ROOT / "docs" / "reference" / "blocks.md").read_text(encoding="utf-8")
    for word in ("joint-use", "共同利用", "third-party-provision", "external-transmission", "numbering"):
        assert word in page
