"""The benchmarks run: what they call is the compiler as it is."""

from __future__ import annotations

import subprocess
import sys

from conftest import POLICIES, ROOT


def test_every_stage_of_a_document_is_timed() -> None:
    script = ROOT / "benchmarks" / "stages.py"
    done = subprocess.run([sys.executable, str(script), str(POLICIES)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    stages = ("read", "parse", "model", "compose", "lower", "checks", "jsonld", "p3p", "text_ja", "manifest", "write")
    assert all(f"{stage} " in done.stdout for stage in stages), done.stdout
