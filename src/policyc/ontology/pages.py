"""The vocabularies for readers: one page per module, a section per term, in Japanese and English."""

from __future__ import annotations

from ..vocab import NAMESPACES, iri
from .terms import Term, jp_appi, own, properties, read


def pages() -> dict[str, str]:
    """File name and text of every page of docs/reference/terms."""
    release = read("release.yaml")
    terms = jp_appi()
    made = {"README.md": _index(release, terms)}
    for name, module in release["modules"].items():
        listed = [term for term in terms if term.module == name]
        made[f"{name}.md"] = _page(f"jp-appi: {module['en']} · {module['ja']}", listed)
    made["policyc.md"] = _page("policyc: classes", own()) + "\n" + _page("Properties", properties(), 2)
    return made


def _index(release: dict[str, dict[str, dict[str, dict[str, str]]]], terms: list[Term]) -> str:
    lines = ["# Terms of our own\n"]
    for name, said in release["vocabularies"].items():
        lines.append(f"**`{name}:`** `{NAMESPACES[name]}`\n\n{said['description']['en']} {said['description']['ja']}\n")
    lines.append(
        "Files: `vocabulary/` (Turtle and JSON-LD). A term with a DPV parent can be read by who knows only DPV.\n"
    )
    for name, module in release["modules"].items():
        count = sum(term.module == name for term in terms)
        lines.append(f"- [{module['en']} · {module['ja']}]({name}.md): {count}")
    lines.append("- [policyc: classes and properties](policyc.md)")
    return "\n".join(lines) + "\n"


def _page(title: str, terms: list[Term], depth: int = 1) -> str:
    sections = (_section(term, depth + 1) for term in terms)
    return f"{'#' * depth} {title}\n\n" + "\n".join(sections)


def _section(term: Term, depth: int) -> str:
    local = term.name.partition(":")[2]
    lines = [f'{"#" * depth} <a id="{local}"></a>{term.ja} · {term.en}', "", f"`{term.name}` `{iri(term.name)}`", ""]
    if (term.definition_ja, term.definition_en) != (term.ja, term.en):
        lines += [f"{term.definition_ja} {term.definition_en}", ""]
    if term.parents:
        lines.append(f"- broader: {', '.join(f'`{parent}`' for parent in term.parents)}")
    if term.source:
        lines.append(f"- source: {term.source}")
    lines.append(f"- since: {term.since}")
    return "\n".join(lines) + "\n"
