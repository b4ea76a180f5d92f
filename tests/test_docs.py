"""What the documentation shows is true: its sources compile, its commands exist, its links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import ROOT, check_clause, check_text
from policyc import law
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
