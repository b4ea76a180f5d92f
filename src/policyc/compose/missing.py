"""Findings on references that lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics import Both
from ..model import Field, Key, Node, Ref, part_in
from ..source import Source, Span
from . import kinds
from .join import GLUES

if TYPE_CHECKING:
    from .inline import Inline


def unknown(voice: Inline, ref: Ref, scope: Node, source: Source) -> None:
    """Report a reference to a name that nothing has, unless its declaration was itself at fault."""
    span = Span(source, ref.start, ref.end)
    # What is like the name is only looked for where it is told.
    if voice.names.lost(ref.path[0]) or not voice.reports(kinds.UNKNOWN_REFERENCE, span):
        return
    choices = voice.names.choices(voice.document, lambda _: True, ("data", "recipients"))
    at: Node | None = scope
    while at is not None:
        choices += [w for key in at.type.keys for w in (key.word, key.ja)]
        at = at.parent
    head = ref.path[0]
    voice.found.append(kinds.UNKNOWN_REFERENCE.at(span, found=head, nearest=voice.names.near.to(head, choices)))


def not_given(voice: Inline, ref: Ref, absent: Key, source: Source) -> None:
    """Report a reference to a field that the block could have, and has not."""
    span = Span(source, ref.start, ref.end)
    if voice.reports(kinds.FIELD_NOT_GIVEN, span):
        words = Both(absent.ja, absent.word)
        voice.found.append(kinds.FIELD_NOT_GIVEN.at(span, found=ref.path[0], field=words))


def unknown_part(voice: Inline, ref: Ref, field: Field, part: str, source: Source) -> None:
    """Report a part of a field that no value has; what may follow is the name of a value, or how they are joined.

    Not where values may be missing only because they, or their declarations, were at fault themselves."""
    if not field.values or voice.names.lost(part):
        return
    values = (value.picked for value in field.values if value.target is not None or value.kind == "choice")
    allowed = tuple(dict.fromkeys((*values, *(GLUES if field.key.many else ()), *(("etc",) if field.open else ()))))
    unknown_part_at(voice, Span(source, ref.start, ref.end), ref.path[0], part, allowed)


def unknown_part_at(voice: Inline, at: Span, name: str, part: str, allowed: tuple[str, ...]) -> None:
    """Report a part that a node does not have; `allowed` are those it has, told in the language of the one asked for."""
    if not voice.reports(kinds.UNKNOWN_PART, at):
        return
    allowed = tuple(part_in(word, not part.isascii()) for word in allowed)
    if not allowed:
        alone = Both(f"「{{{name}}}」とだけ書いてください。", f"Write `{{{name}}}` alone.")
        voice.found.append(kinds.UNKNOWN_PART.at(at, name=name, found=part, choices_help=alone))
        return
    listed = "、".join(allowed)
    voice.found.append(
        kinds.UNKNOWN_PART.at(
            at,
            name=name,
            found=part,
            nearest=voice.names.near.to(part, allowed),
            choices_help=Both(f"使えるもの: {listed}", f"Possible: {', '.join(allowed)}"),
        )
    )
