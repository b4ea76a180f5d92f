"""How many findings there are of each severity, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from .. import ERROR, NOTE, SEVERITIES, WARNING, Diagnostic

WORDS = {
    "ja": {ERROR: "エラー", WARNING: "警告", NOTE: "参考"},
    "en": {ERROR: "error", WARNING: "warning", NOTE: "note"},
}
"""The severities in both languages."""


def summary(diagnostics: Iterable[Diagnostic], lang: str) -> str:
    """How many findings of each severity, such as 「エラー 2 件、警告 1 件」."""
    return counted(Counter(d.severity for d in diagnostics), lang)


def counted(severities: Mapping[str, int], lang: str) -> str:
    """The same of findings that were counted."""
    said = []
    for severity in SEVERITIES:
        n = severities.get(severity, 0)
        if n and lang == "ja":
            said.append(f"{WORDS[lang][severity]} {n} 件")
        elif n:
            said.append(f"{n} {WORDS[lang][severity]}{'s' if n > 1 else ''}")
    return ("、" if lang == "ja" else ", ").join(said)
