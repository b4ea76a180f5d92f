"""The wording of a document as a legal editor reads it: one thing spelt two ways, signs that do not match, sentences that
are hard to follow. What the law asks for is `audit/`; whether text and facts agree is `compose/checks.py`.

Why so few checks, and what is not one: docs/decisions/0014-wording-lint.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..compose.layout import register
from ..diagnostics import Diagnostic, Findings
from ..pipeline import Document
from ..source import Span
from .lints import lints
from .passages import DEFAULTS, HEADING, STATUTE, WEB, Limits, Profile, Reading, read

__all__ = ["DEFAULTS", "PROFILES", "Limits", "Profile", "check", "limits"]

# As `check --wording` and the key `wording.profile` name them.
PROFILES: tuple[Profile, ...] = (STATUTE, WEB)
_BY_REGISTER: dict[str, Profile] = {"articles": STATUTE, "web": WEB}

_QUOTED = re.compile("「([^「」]{1,80})」")
_NUMBER = re.compile("^第?[0-9０-９一二三四五六七八九十]+[章節条]?[．.、）)]?[ \u3000]*")


def limits(sentence: int) -> Mapping[Profile, Limits]:
    """What is too much in each style, with another limit of characters in a sentence; 0 stands for that of the style."""
    return {style: own._replace(sentence=sentence or own.sentence) for style, own in DEFAULTS.items()}


def check(
    documents: Sequence[Document], profile: Profile | None = None, most: Mapping[Profile, Limits] = DEFAULTS
) -> Findings:
    """What an editor would mark in some composed documents of one file.

    `profile` is the style that is asked for; without one, each document is read by its own register (`articles` as
    statute, `web` as web). `most` is what is too much in each style. Only what its author wrote is reported; standard
    wording counts as a use, so that words beside it can be told apart from it.
    """
    found = Findings()
    for document in documents:
        if document.node.choice("kind") == "site-index":
            # An index names the pages of others in their words.
            continue
        style = profile or _BY_REGISTER[register(document.node)]
        reading = read(document, style, most[style])
        quoted = _quoted_headings(reading)
        for lint in lints():
            found += (_heading_quoted(diagnostic, quoted) for diagnostic in lint(reading))
    return found


def _heading_quoted(diagnostic: Diagnostic, quoted: list[Span]) -> Diagnostic:
    """A finding in a heading that the text quotes: its fix would leave the quotation behind."""
    fix = diagnostic.fix
    if fix is None or not any(
        one.source is fix.span.source and one.start <= fix.span.start and fix.span.end <= one.end for one in quoted
    ):
        return diagnostic
    return diagnostic._replace(fix=fix._replace(safe=False))


def _quoted_headings(reading: Reading) -> list[Span]:
    """The headings whose words stand in quotation marks somewhere in the document."""
    quoted = {_NUMBER.sub("", hit[1]) for passage in reading.passages for hit in _QUOTED.finditer(passage.text)}
    return [
        span
        for passage in reading.passages
        if passage.kind == HEADING and passage.text in quoted
        for span in [passage.span(0, len(passage.text))]
        if span is not None
    ]
