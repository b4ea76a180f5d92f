"""The standard wording of a clause: the lines of its wording file whose conditions hold."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..model import NONE, ON_REQUEST, Node, Text, read_text
from ..source import Source
from .inline import WORDING
from .layout import register

# clause word -> block word ("" for the clause itself) -> register -> (conditions, lines)
Wordings = Mapping[str, Mapping[str, Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]]]


@cache
def _text(lines: str) -> Text:
    source = Source(WORDING, lines)
    text, faults = read_text(source, "wording", 0, len(lines))
    if faults:
        raise ValueError(f"standard wording: {faults[0].message('en')}: {lines}")
    return text


def standard(node: Node, wordings: Wordings) -> Text | None:
    """The standard text of a clause or item in the document's register, or None where there is none."""
    clause = node if node.type.role == "clause" else node.parent
    if clause is None or node.document is None:
        return None
    table = wordings.get(clause.type.word, {}).get("" if node is clause else node.type.word, {})
    rows = table.get(register(node.document), ())
    lines = [lines for conditions, lines in rows if all(holds(condition, node) for condition in conditions)]
    return _text("\n".join(lines)) if lines else None


def holds(condition: str, node: Node) -> bool:
    """Whether a condition holds at a node.

    `users` the field is given · `!users` it is not · `extent=all-or-part` it has that word · `notice=none` it is
    declared none · `purposes=same` the value is a `same as` · `item:provision` there is such a block ·
    `subjects` looks at the enclosing blocks too.
    """
    if condition.startswith("!"):
        return not holds(condition[1:], node)
    word, _, wanted = condition.partition("=")
    if word.startswith("item:"):
        return any(child.type.word == word[5:] for child in node.children)
    at: Node | None = node
    while at is not None:
        field = at.fields.get(word)
        if field is not None:
            if not wanted:
                return True
            if field.stance in (NONE, ON_REQUEST):
                return wanted == field.stance
            return any(wanted in (value.kind, value.word) for value in field.values)
        at = at.parent
    return False
