"""An audit as Markdown: a table per statute, for a review in a pull request."""

from __future__ import annotations

from collections.abc import Callable

from ... import law
from .. import Audit, Row
from .. import words as w
from .text import brief, elsewhere, evidence, head, places

_HEADS = {
    "ja": ("", "条項", "事項", "答え", "根拠となる文・対処"),
    "en": ("", "Article", "Matter", "Answer", "Sentences, what to do"),
}


def render(audit: Audit, lang: str, show: Callable[[str], str] = str) -> str:
    """The whole audit."""
    title, *rest = head(audit, lang)
    lines = [f"# {_cell(title)}", "", *(line + "  " for line in map(_cell, rest)), ""]
    wanting = w.wanting(audit)
    if wanting:
        lines += ["## 対処の要る規則" if lang == "ja" else "## Wanting something", ""]
        lines += [*(f"- {_cell(brief(group, lang))}" for group in wanting), ""]
    accepted = w.accepted(audit)
    if accepted:
        lines += ["## 理由を付して残した規則" if lang == "ja" else "## Accepted with a reason", ""]
        lines += [*(f"- {_cell(brief(group, lang))}" for group in accepted), ""]
    for key, groups in audit.groups():
        statute = law.statute(key)
        answered, untouched = w.untouched(groups)
        lines += [f"## {statute.ja if lang == 'ja' else statute.en}（{statute.number}）", ""]
        if answered:
            lines += ["| " + " | ".join(_HEADS[lang]) + " |", "|" + " --- |" * 5]
            lines += [*(_group(group, lang, show) for group in answered), ""]
        if untouched:
            head_ = f"{'当たる記載がない規則' if lang == 'ja' else 'Not triggered'} {len(untouched)}"
            listed = (f"- {_cell(f'{g[0].rule.cites}　{w.title(g, lang)} [{g[0].rule.id}]')}" for g in untouched)
            lines += ["<details>", f"<summary>{head_}</summary>", "", *listed, "", "</details>", ""]
    lines.append(w.caution(lang))
    return "\n".join(lines) + "\n"


def lines(said: list[str]) -> list[str]:
    """Lines about the whole run, as a list of its own."""
    return ["".join(f"- {_cell(one)}\n" for one in said)] if said else []


def _group(group: list[Row], lang: str, show: Callable[[str], str]) -> str:
    rule = group[0].rule
    said = [f"「{one.text.strip()}」（{show(one.span.source.path)}:{one.span.line}）" for one in evidence(group)]
    said += [f"{row.of} {where}".strip() for row in group for where in places(row, show)]
    more = [f"ほか {len(said) - 3} 文" if lang == "ja" else f"and {len(said) - 3} more"] if len(said) > 3 else []
    grave = f"（{w.severity(group[0], lang)}）" if group[0].wanting else ""
    cells = (w.mark(group[0]), rule.cites, w.title(group, lang), w.answered(group[0], lang) + grave)
    beside = [f"→ {one}" for one in elsewhere(group[0])[:3]]
    last = "<br>".join(map(_cell, (*said[:3], *more, *beside, *w.remarks(group, lang))))
    return "| " + " | ".join((*map(_cell, cells), last)) + " |"


_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>|#"})


def _cell(text: str) -> str:
    """Characters that mean something to Markdown, as themselves; one line."""
    return text.translate(_SPECIAL).replace("\n", " ")
