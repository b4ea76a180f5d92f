"""What the `acceptance` blocks of a source accept, and what is to be said of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from ..diagnostics import Diagnostic, Findings, Label
from ..diagnostics.nearest import Near
from ..model import Node, Value
from ..model.types import ACCEPTANCE
from ..source import Span
from . import kinds
from .codes import is_of_language


class Acceptance(NamedTuple):
    """One `acceptance` block: what it accepts (code and place of each), why, until when (ISO 8601, that day included;
    empty for no end), and where. `within` is the block that it stands in, for a document with the declarations outside
    of it; `document` is the id of its document."""

    codes: dict[str, Span]
    reason: str
    until: str
    until_at: Span | None
    document: str
    within: tuple[Span, ...]
    whole: bool

    def over(self, as_of: str) -> bool:
        """Whether its last day is past."""
        return bool(self.until) and as_of > self.until

    def reaches(self, one: Diagnostic) -> bool:
        """Whether a finding of one of its codes lies where it accepts: in its block, or in all of its document."""
        if one.code not in self.codes or (one.document and one.document != self.document):
            return False
        if self.whole and one.document:
            return True
        return any(_holds(within, one.span) for within in self.within)

    def accepts(self, one: Diagnostic, as_of: str) -> bool:
        """Whether it accepts a finding on a day."""
        return self.reaches(one) and not self.over(as_of)


def acceptances(
    documents: Iterable[Node], codes: Set[str], declared: tuple[Span, ...] = ()
) -> tuple[tuple[Acceptance, ...], list[Diagnostic]]:
    """What some documents accept, that of the innermost block first, and what is wrong with it; `codes` are all that can
    be accepted, `declared` the declarations outside of documents that they can refer to: no acceptance can stand there."""
    made: list[Acceptance] = []
    found = Findings()
    near, every = Near(), sorted(codes)
    for document in documents:
        # Blocks come before the blocks in them: turned round, the nearest block of a finding is met first.
        for node in reversed(document.walk()):
            taken: dict[str, Span] = {}
            for setting in node.settings:
                if setting.type is ACCEPTANCE:
                    chosen = dict(_codes(setting, taken, codes, lambda code: near.to(code, every), found))
                    within = (node.span, *declared) if node is document else (node.span,)
                    made += _acceptance(setting, within, document, chosen)
    return tuple(made), found


def blocks(documents: Iterable[Node]) -> bool:
    """Whether any document accepts anything."""
    return any(s.type is ACCEPTANCE for document in documents for node in document.walk() for s in node.settings)


def unanswered(
    accepted: tuple[Acceptance, ...], used: Set[tuple[int, str]], asked: Mapping[str, frozenset[str]], as_of: str
) -> Iterator[Diagnostic]:
    """What is to be said of codes that accepted nothing although they were looked for in their document."""
    for nth, one in enumerate(accepted):
        for code, span in one.codes.items():
            if (nth, code) in used or code not in asked.get(one.document, ()):
                continue
            if one.over(as_of):
                yield kinds.EXPIRED.at(one.until_at or span, code=code, until=one.until, day=as_of)
            else:
                yield kinds.UNUSED.at(span, code=code)


def _holds(within: Span, span: Span) -> bool:
    return span.source.path == within.source.path and within.start <= span.start and span.end <= within.end


def _acceptance(
    setting: Node, within: tuple[Span, ...], document: Node, codes: dict[str, Span]
) -> Iterator[Acceptance]:
    reason, until = _first(setting, "reason"), _first(setting, "until")
    # Without a reason nothing is accepted; that it is missing was reported where the block was read.
    if reason is not None and codes:
        yield Acceptance(
            codes,
            reason.word,
            until.word if until is not None else "",
            Span(setting.source, until.start, until.end) if until is not None else None,
            document.id,
            within,
            setting.parent is document,
        )


def _codes(
    setting: Node, taken: dict[str, Span], codes: Set[str], meant: Callable[[str], str], found: Findings
) -> Iterator[tuple[str, Span]]:
    """The codes of a block that can be accepted, each once in the block around it (`taken`); `meant` is what another one may be
    meant as."""
    for value in setting.values("findings"):
        code, span = value.word, Span(setting.source, value.start, value.end)
        if code in taken:
            label = Label(taken[code], "先に書かれているのはここ", "first given here")
            found.append(kinds.TWICE.at(span, label, code=code))
        elif code in codes:
            taken[code] = span
            yield code, span
        elif is_of_language(code):
            found.append(kinds.OF_LANGUAGE.at(span, code=code))
        elif not found.full(kinds.UNKNOWN, span):
            found.append(kinds.UNKNOWN.at(span, code=code, nearest=meant(code)))


def _first(setting: Node, word: str) -> Value | None:
    return next(iter(setting.values(word)), None)
