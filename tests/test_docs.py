"""What the documentation shows is true: its sources compile, its commands exist, its links lead somewhere."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

import pytest

from conftest import ROOT, build_files, check_clause, check_text, dmm_files
from policyc import cli, law
from policyc.audit import audit

PAGES = ("README.md", "README.ja.md", "docs/guide.md", "docs/consumers.md", "ARCHITECTURE.md", "CONTRIBUTING.md")


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("page", ["README.md", "README.ja.md"])
def test_the_first_policy_compiles(page: str) -> None:
    sources = [b for b in blocks(page, "policy") if "mihon.example" in b]
    assert len(sources) == 1
    checked = check_text(sources[0])
    assert [d.message("en") for d in checked.diagnostics if d.severity != "note"] == []
    assert len(checked.documents) == 1


def test_both_readmes_show_the_same_policy() -> None:
    from policyc import pipeline

    made = [pipeline.emit(check_text(blocks(page, "policy")[0]))[0].files["policy.ja.txt"] for page in PAGES[:2]]
    assert made[0] == made[1]


def _program() -> dict[str, str]:
    """What the program itself has, by what stands beside the number on a page: a pattern with the number as its group."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    output = build_files(dmm_files())
    ours = output.files["policy.jsonld"]
    shapes = (ROOT / "src/policyc/emit/jsonld/odrl-shapes.ttl").read_text("utf-8")
    lines = [line for line in output.files["policy.ja.txt"].splitlines() if line.strip()]
    first = build_files({"t.policy": blocks("README.md", "policy")[0]})
    (uses,) = (place for place in first.document.policy.places if place.id == "uses")
    return {
        r"Python ([\d.]+)(?= or newer| 以上)": project["requires-python"].removeprefix(">="),
        r"(\d+)(?= lines\b| 行のページ)": str(len(lines)),
        r"(\d+)(?= rules of law| の法令の規則)": str(len(list(law.every_rule()))),
        r"P3P (\d)\.0": re.findall(r"http://www.w3.org/20\d\d/\d\d/P3Pv(\d)", output.files["policy.p3p.xml"])[0],
        r"DPV ([\d.]+)": re.findall(r'"conformsTo": \["https://w3id.org/dpv/([\d.]+)"', ours)[0],
        r"ODRL (\d)\.2": re.findall(r"http://www.w3.org/ns/odrl/(\d)/", shapes)[0],
        r"(?:Exit codes|終了コード): (\d)": str(cli.OK),
        r"(\d)(?= findings at error level| エラーあり)": str(cli.FINDINGS),
        r"(\d)(?= wrong use| 使い方の誤り)": str(cli.MISUSE),
        r"SHA-(\d+)": hashlib.sha256().name.removeprefix("sha"),
        r"Apache-([\d.]+\d)": project["license"].removeprefix("Apache-"),
        r"「(\d)(?=．利用目的」)": uses.marker.rstrip("．"),
    }


@pytest.mark.parametrize("page", ["README.md", "README.ja.md"])
def test_every_number_of_a_readme_is_that_of_the_program(page: str) -> None:
    """No number in its prose, nor in what it draws, is of another time: one that nothing here knows is a fault, too."""
    text = (ROOT / page).read_text(encoding="utf-8")
    drawn, *_ = blocks(page, "text")
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    said = drawn + re.sub(r"\]\([^)]*\)|`[^`\n]*`", "", prose)
    known = 0
    for pattern, number in _program().items():
        told = re.findall(pattern, said)
        known += len(told)
        assert set(told) <= {number}, pattern
        said = re.sub(pattern, "", said)
    assert re.findall(r"(?<![A-Za-z0-9])[0-9０-９]+.{0,20}", re.sub(r"\bP3P\b|p3p", "", said)) == []
    assert known > 8


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    text = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    for target in re.findall(r"(?<!`)\]\(([^)#]+)\)", text):
        if not target.startswith(("http", "mailto")) and "…" not in target and target != "url":
            assert ((ROOT / page).parent / target).exists(), target


def test_tests_named_in_the_architecture_exist() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8") + "".join(
        p.read_text(encoding="utf-8") for p in sorted((ROOT / "docs" / "decisions").glob("*.md"))
    )
    for name in sorted(set(re.findall(r"tests/test_\w+\.py", text))):
        assert (ROOT / name).exists(), name


def test_decisions_are_numbered() -> None:
    names = sorted(p.name for p in (ROOT / "docs" / "decisions").glob("*.md"))
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))


def test_no_path_of_a_machine() -> None:
    """Nothing of the place where this was made: no absolute paths of a home or work folder, no package index."""
    suspects = re.compile(r"/(?:work|home|root|Users)/[a-z]|pypi\.org|registry\.npmjs")
    for path in sorted(ROOT.rglob("*")):
        relative = path.relative_to(ROOT)
        if (relative.parts[0].startswith(".") and relative.parts[0] != ".ci") or "__pycache__" in relative.parts:
            continue
        if path.is_file() and path.suffix in (".py", ".md", ".toml", ".lock", ".yaml", ".json", ".policy", ".lark", ""):
            hit = suspects.search(path.read_text(encoding="utf-8", errors="replace"))
            assert hit is None or Path(__file__) == path, (relative, hit and hit.group())


def test_the_clauses_of_the_guide_satisfy_the_rules_on_them() -> None:
    (clauses,) = [b for b in blocks("docs/guide.md", "policy") if b.startswith("利用目的")]
    checked = check_clause(clauses)
    assert [d.message("en") for d in checked.diagnostics if d.severity != "note"] == []
    made = audit(checked.documents[0], {source.path: source for source in checked.sources})
    about = re.compile(r"appi/(?:17-1-purpose-third|26|27-2|27-5-2|28|31|41|43)-")
    rows = [row for row in made.rows if about.match(row.rule.id)]
    assert len([row for row in rows if row.answer.answer == law.SATISFIED]) > 15
    # The small document around them tells neither address nor representative of the firm.
    wanting = {row.rule.id for row in rows if row.answer.answer in law.WANTING}
    assert wanting <= {"appi/27-2-1-address", "appi/27-2-1-representative"}
