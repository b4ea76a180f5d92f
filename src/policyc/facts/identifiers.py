"""Identifiers of facts and documents: the only place that puts one together or takes one apart.

| what | identifier | made by |
| --- | --- | --- |
| a block | `uses`: its name in the source | `unnamed` where it has none |
| a field of it, or a part of what the field holds | `uses.except` | `of_field` |
| a value of a field | `uses.except/law` | `of_value` |
| a value in words of its own | `uses.except.2` | `nth` |
| a row of the vocabulary, one thing wherever it is named | `data:name` | `of_row` |
| what a block makes besides itself | `requests.procedure` | `made` |
| a part of a fact | `provision/ground/1` | `part` |
| a date of the document, a version | `event:revised-2`, `version:2026-04-01` | `event`, `version` |

Names of blocks have no `.`, `/` or `:`. So an identifier tells its block, and stays when other blocks come, go or move.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NewType

FactId = NewType("FactId", str)
"""An identifier of a fact, unique in its document; its characters are made here, or are the name of a block."""

NO_FACT = FactId("")
"""Where a fact may name another, and names none."""

# `FactId(…)` takes longer than the text in it, thousands of times a document: what is made here is an identifier by the
# signature alone. Hence every `type: ignore` of this module.

Category = Literal["data", "purpose", "recipient", "subject", "measure"]
"""What a row of the vocabulary is as a fact."""
Made = Literal["procedure", "retention", "use", "beyond", "made", "received", "provision"]
"""What a block makes besides itself."""


def unnamed(word: str, parent: str = "", number: int = 1) -> FactId:
    """A block without a name: its keyword, behind the name of what it is an item of, with a number from the second on."""
    base = f"{parent}-{word}" if parent else word
    return base if number == 1 else f"{base}-{number}"  # type: ignore[return-value]


def of_field(block: str, word: str) -> FactId:
    """A field of a block, or a part of what a field holds: `uses.except`, `requests.desk/window.phone`."""
    return f"{block}.{word}"  # type: ignore[return-value]


def etc_of(field: str) -> FactId:
    """That the list of a field is left open (等)."""
    return of_field(field, "etc")


def of_value(field: str, element: str) -> FactId:
    """A value of a field, by the name of what it is: `uses.except/law`."""
    return f"{field}/{element}"  # type: ignore[return-value]


def nth(field: str, number: int) -> FactId:
    """A value that only has words of its own, or a stretch of a block's text, by its place from 1: `uses.except.2`."""
    return f"{field}.{number}"  # type: ignore[return-value]


def of_row(category: Category, word: str) -> FactId:
    """A row of the vocabulary: `data:name`."""
    return f"{category}:{word}"  # type: ignore[return-value]


def made(block: str, what: Made) -> FactId:
    """What a block makes besides itself: `requests.procedure`, `kept.retention`, `uses.use`."""
    return f"{block}.{what}"  # type: ignore[return-value]


def part(fact: str, *steps: str) -> FactId:
    """A part of a fact, which only one target sets apart: `provision/users`, `provision/ground/1`."""
    return "/".join((fact, *steps))  # type: ignore[return-value]


def event(kind: str, number: int = 1) -> FactId:
    """A date of the document, with a number from the second of its kind on: `event:revised-2`."""
    return unnamed(f"event:{kind}", number=number)


def version(name: str) -> FactId:
    """A version of the document, by its day or its name."""
    return f"version:{name}"  # type: ignore[return-value]


# -- taken apart ----------------------------------------------------------------------------------------------------------


def field_of(fact: str) -> FactId:
    """The field of a value: `uses.except` of `uses.except/law`. What is no value is itself."""
    return fact.partition("/")[0]  # type: ignore[return-value]


def value_of(fact: str) -> str:
    """The name of a value: `law` of `uses.except/law`. Empty of what is no value."""
    return fact.partition("/")[2]


def owner_of(field: str) -> FactId:
    """What a field is of, or what made a fact besides itself: `uses` of `uses.except`. Empty of a block."""
    return field.rpartition(".")[0]  # type: ignore[return-value]


def word_of(field: str) -> str:
    """The word of a field: `except` of `uses.except`."""
    return field.rpartition(".")[2]


def block_of(fact: str) -> FactId:
    """The block of whatever is said of it: `uses` of `uses.except/law`, `uses.use` and `uses`."""
    return fact.partition("/")[0].partition(".")[0]  # type: ignore[return-value]


def wholes(fact: str) -> Iterator[FactId]:
    """All that a fact may be a part of, the nearest first: `joint-use` of `joint-use/users`; of `joint-use.items/name` its field,
    then its block."""
    for joint in "/.":
        whole = fact
        while joint in whole:
            whole = whole.rpartition(joint)[0]
            yield whole  # type: ignore[misc]


def maker_of(fact: str, what: Made) -> FactId:
    """The block that made a fact of that kind besides itself: `uses` of `uses.use`. Another fact is itself."""
    return fact.removesuffix(f".{what}")  # type: ignore[return-value]


def row_of(fact: str) -> str:
    """The word of a row of the vocabulary: `name` of `data:name`. What is no row is itself."""
    return fact.rpartition(":")[2]


def is_of(fact: str, block: str) -> bool:
    """Whether a fact is said of a block: `uses.except/law` of `uses`, and `uses` itself."""
    return fact == block or fact.startswith(f"{block}.")


def values_mark(word: str) -> str:
    """What identifiers of values of such fields have in them, for those who look through many: `.except/`."""
    return f".{word}/"


# -- topics: what a document is silent on, or leaves to another ----------------------------------------------------------


def topic(clause: str, field: str) -> str:
    """A field of a type of clauses as a matter: `joint-use.users`; the matter of all of them is the type, `joint-use`."""
    return f"{clause}.{field}"


def topic_clause(matter: str) -> str:
    """The type of clauses that a matter is of."""
    return matter.partition(".")[0]


def topic_field(matter: str) -> str:
    """The field that a matter is, empty where it is that of a whole clause."""
    return matter.partition(".")[2]


# -- documents ------------------------------------------------------------------------------------------------------------


def urn(id_: str) -> str:
    """The identifier of a document that has no address: `urn:policyc:` and its name, escaped as RFC 8141 asks.

    In: `notice`, `方針`. Out: `urn:policyc:notice`, `urn:policyc:%E6%96%B9%E9%87%9D`.
    """
    escaped = (c if c.isascii() and (c.isalnum() or c in "-._~") else _escaped(c) for c in id_)
    return f"urn:policyc:{''.join(escaped)}"


def _escaped(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8"))
