"""Models of facts for their JSON Schema, made of what the kinds declare. Imported when files are frozen or a package is
verified, never by a build."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, create_model

from ..json_schema import OPEN, Closed, Text
from . import declare
from .declare import Form, Meaning, camel, written
from .practices import Detail as DetailFact
from .practices import Ground as GroundFact


class Strict(Closed):
    """No value is converted, and no member is let in that is not described."""

    model_config = ConfigDict(alias_generator=camel)


Model = type[Strict]


def model(
    record: Any,
    name: str,
    about: str,
    concept: Model,
    more: Mapping[str, Any] | None = None,
    without: Container[str] = (),
) -> Model:
    """The model of a kind of fact.

    In: the `record` of the kind; the `name` of the model, and what it is `about`; the model of what a file has of a `concept`;
    `more` members (type and field) that only one target has, and fields that it goes `without`. Out: a closed model.
    """
    parts = {"concept": concept, **_parts(concept)} if record not in (GroundFact, DetailFact) else {"concept": concept}
    members: dict[str, Any] = {}
    for field in written(record):
        if field.name not in without:
            members[field.member] = (_type(field.form, field.meaning, parts), _described(field.meaning))
    return create_model(name, __base__=Strict, __doc__=about, **members, **(more or {}))


def _parts(concept: Model) -> dict[str, Model]:
    """The models of what facts hold several of; the same one for all facts of a file."""
    key = concept.__name__, id(concept)
    if key not in _made:
        _made[key] = {
            "ground": model(GroundFact, "Ground", "A ground or an exception, as said.", concept),
            "detail": model(DetailFact, "Detail", "A further statement of a fact.", concept),
        }
    return _made[key]


_made: dict[tuple[str, int], dict[str, Model]] = {}


def _described(meaning: Meaning) -> Any:
    said: dict[str, Any] = {"description": meaning.en}
    if meaning.grows and not meaning.form.many:
        said["json_schema_extra"] = {OPEN: True}
    if meaning.absent is not None:
        said["default"] = None
    return Field(**said)


def _type(form: Form, meaning: Meaning, parts: Mapping[str, Model]) -> Any:
    one = _one(form, meaning, parts)
    return list[one] if form.many else one  # type: ignore[valid-type]


def _one(form: Form, meaning: Meaning, parts: Mapping[str, Model]) -> Any:
    if form.holds in parts:
        return parts[form.holds]
    if form is declare.TRUTH:
        return bool
    if form is declare.NUMBER:
        return Annotated[int, Field(ge=meaning.least)] if meaning.least is not None else int
    if meaning.among:
        words: Any = Literal[*meaning.among]
        return Annotated[words, Field(json_schema_extra={OPEN: True})] if form.many and meaning.grows else words
    if not form.pattern:
        return Text
    return Annotated[
        str, Field(pattern=form.pattern, json_schema_extra={"format": form.schema} if form.schema else None)
    ]
