"""Definitions that go round in a circle: a term whose meaning, followed through other terms, comes back to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics import Diagnostic
from ..model import Names, Node
from ..source import Span
from . import kinds


def circles(terms: Iterable[Node], names: Names) -> Iterator[Diagnostic]:
    """One finding per circle, at the reference that closes it."""
    done: set[str] = set()
    for start in terms:
        # Terms on the way, each with its references that are still to be followed.
        path = {start.id: _meanings(start, names)} if start.id not in done else {}
        while path:
            name, references = next(reversed(path.items()))
            target, span = next(references, (None, None))
            if target is None or span is None:
                del path[name]
                done.add(name)
            elif target.id in path:
                yield kinds.REFERENCE_CYCLE.at(span, found=target.id, how=kinds.IN_A_CIRCLE)
            elif target.id not in done:
                path[target.id] = _meanings(target, names)


def _meanings(term: Node, names: Names) -> Iterator[tuple[Node, Span]]:
    """The terms that the meaning of a term refers to, and where."""
    means = term.field("means")
    text = means.text() if means is not None else None
    for ref in text.refs() if text is not None else ():
        target = names.find(ref.path[0], term.document)
        if target is not None and target.type.word == "term":
            yield target, Span(term.source, ref.start, ref.end)
