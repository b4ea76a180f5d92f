"""One door per subsystem: what tests compile, check and read through."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from policyc import law, pipeline
from policyc.agreement.run import Run
from policyc.audit.findings import told
from policyc.diagnostics import Diagnostic
from policyc.pipeline import Checked, Output
from policyc.source import Source

ROOT = Path(__file__).resolve().parents[1]
POLICIES = ROOT / "policies"
SHARED = ROOT.parent / "shared"
REQUIRE = os.environ.get("POLICYC_REQUIRE_TOOLS") == "1"

HEAD = """\
organization mihon "株式会社みほん" {
  called: "当社"
  address: "東京都", "千代田区", "見本町1丁目2番3号"
  representative: "代表取締役", "見本　花子"
}
subject customer "お客様" { is: customer }
document notice "プライバシーポリシー" {
  kind: privacy-notice; url: <https://mihon.example/privacy/>; operator: mihon; subjects: customer
"""


def pytest_collection_finish() -> None:
    """What the modules hold stays until the end: the collector need not walk it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)  # as in a run of the program


def check_files(files: dict[str, str], path: str = "") -> Checked:
    """Check the first (or the named) of some files given as text."""
    name = path or next(iter(files))
    raw = {k: v.encode("utf-8") for k, v in files.items()}
    return pipeline.check(name, raw[name], raw.get)


def check_text(text: str) -> Checked:
    """Check one source."""
    return check_files({"test.policy": text})


def check_clause(body: str) -> Checked:
    """Check a clause in a small document of 株式会社みほん."""
    return check_text(HEAD + body + "\n}\n")


def check_site(files: dict[str, str], by_law: bool = True) -> list[Diagnostic]:
    """What some files given as text, each a source of its own, do not agree in."""
    raw = {k: v.encode("utf-8") for k, v in files.items()}

    def compiled(name: str) -> tuple[Checked, Callable[[str], str]]:
        return pipeline.check(name, raw[name], raw.get), str

    run = Run(compiled, lambda name: Source(name, files[name]))
    for name in files:
        checked, show = compiled(name)
        assert checked.ok, [f"{d.span.location()} {d.code} {d.message('en')}" for d in checked.diagnostics]
        run.add(checked, told(checked.documents, checked.sources, "", (law.CARRIED,)) if by_law else [], show)
    return run.findings()


def build_files(files: dict[str, str], path: str = "") -> Output:
    """Compile the first document of some files; fails on any finding at error level."""
    checked = check_files(files, path)
    assert checked.ok, [f"{d.span.location()} {d.code} {d.message('en')}" for d in checked.diagnostics]
    return pipeline.emit(checked)[0]


def machine_files(text: str) -> dict[str, Any]:
    """The P3P JSON of a document given as text; the nodes of its JSON-LD by their fragments under `nodes`, what was lost under
    `losses`, all its files under `files`."""
    output = build_files({"test.policy": text})
    graph = json.loads(output.files["policy.jsonld"])["@graph"]
    nodes = {node["id"].partition("#")[2]: node for node in graph}
    p3p: dict[str, Any] = json.loads(output.files["policy.p3p.json"])
    return {**p3p, "nodes": nodes, "losses": output.losses, "files": output.files}


def dmm_files() -> dict[str, str]:
    """The sources of the real page."""
    names = ("dmm-privacy.policy", "dmm-group.policy")
    return {name: (POLICIES / name).read_text(encoding="utf-8") for name in names}


def codes(checked: Checked, *severities: str) -> list[str]:
    """The codes found, at the given severities (all by default), in order."""
    return [d.code for d in checked.diagnostics if not severities or d.severity in severities]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write expected files anew; read them in the diff")


Golden = Callable[[Path, str], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with a committed file; with `--update-golden` it writes the file."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"{path.name} is missing: run pytest --update-golden"
        assert text == path.read_text(encoding="utf-8"), "run pytest --update-golden and read the difference"

    return compare


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of facts beside the checkout; CI fails without it."""
    if not SHARED.is_dir():
        if REQUIRE:
            pytest.fail("../shared is missing")
        pytest.skip("../shared is not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def multitool() -> Path:
    """The validator of SARIF, with the schema beside it: installed by tests/tools/install; CI fails without it."""
    tools = Path(os.environ.get("POLICYC_TOOLS") or ROOT / ".tools")
    for found in sorted(tools.glob("node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool*")):
        if found.name in ("Sarif.Multitool", "Sarif.Multitool.exe"):
            return found
    if REQUIRE:
        pytest.fail("sarif-multitool is missing: run tests/tools/install")
    pytest.skip("sarif-multitool is not installed: run tests/tools/install (needs npm)")


@pytest.fixture(scope="session")
def tsc() -> Path:
    """The compiler of TypeScript: installed by tests/tools/install; CI fails without it."""
    tools = Path(os.environ.get("POLICYC_TOOLS") or ROOT / ".tools")
    found = tools / "node_modules" / "typescript" / "bin" / "tsc"
    if found.exists():
        return found
    if REQUIRE:
        pytest.fail("tsc is missing: run tests/tools/install")
    pytest.skip("tsc is not installed: run tests/tools/install (needs npm)")


Editor = Callable[[str, str], str]


def replaced(text: str, old: str, new: str) -> str:
    """`text` with the one occurrence of `old` replaced; fails unless there is exactly one."""
    assert text.count(old) == 1, (old, text.count(old))
    return text.replace(old, new)
