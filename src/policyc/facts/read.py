"""Facts from the trees that were made of them: what `tree` writes, read by the same declarations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from .declare import Field, fields
from .practices import Detail, Ground

Record = TypeVar("Record")
_PLAIN: dict[str, type[Any]] = {"text": str, "number": int, "truth": bool}
_EMPTY: dict[str, Any] = {"text": "", "number": 0, "truth": False, "concept": None}


class NotAFact(ValueError):
    """A tree that is none of the kind asked for; the message names the member, and what it should hold."""


def fact(record: Callable[..., Record], tree: Any, concept: Callable[[Any], Any]) -> Record:
    """The fact of a tree.

    In: the record of a kind; the members of a fact as JSON has them (others beside them are left alone); `concept`, what
    stands for what the file has of a row of the vocabulary. Out: the record; what is absent is empty. Raises NotAFact.
    """
    if not isinstance(tree, dict):
        raise NotAFact(f"{_name(record)}: no object")
    return record(*(_value(record, field, tree, concept) for field in fields(record)))


def _value(record: Any, field: Field, tree: dict[str, Any], concept: Callable[[Any], Any]) -> Any:
    name = f"{_name(record)}.{field.member}"
    if field.member not in tree:
        if field.meaning.absent is None and field.meaning.written:
            raise NotAFact(f"{name} is absent")
        return () if field.form.many else _EMPTY[field.form.holds]
    said = tree[field.member]
    if not field.form.many:
        return _one(name, field, said, concept)
    if not isinstance(said, list):
        raise NotAFact(f"{name} is no list")
    return tuple(_one(name, field, one, concept) for one in said)


def _one(name: str, field: Field, said: Any, concept: Callable[[Any], Any]) -> Any:
    holds = field.form.holds
    if holds == "ground":
        return fact(Ground, said, concept)
    if holds == "detail":
        return fact(Detail, said, concept)
    if holds == "concept":
        return concept(said)
    if type(said) is not _PLAIN[holds]:
        raise NotAFact(f"{name} is no {holds}")
    return said


def _name(record: Any) -> str:
    return str(record.__name__)
