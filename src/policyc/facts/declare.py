"""How a kind of fact is declared: a record whose fields say what they mean, what they hold, and when they are absent.

From the declaration follow the JSON of a fact (`tree`), its XML (emit/p3p), its JSON Schema (`models`) and so the types of
TypeScript, what reads it back (`read`), and the walk that tests send through every target (`walk`): none of them
names a field.
"""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, as in vocab.
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin


class Form(NamedTuple):
    """What a field holds: `text`, `number`, `truth`, `concept`, `ground` or `detail`; one, or `many` of them.

    `pattern`: what a text has to look like (ECMA-262); empty where any text that is not empty will do. `inside`: words of
    the page, which stand in an XML element and not in an attribute.
    """

    holds: str
    many: bool = False
    pattern: str = ""
    inside: bool = False
    schema: str = ""
    """A format of JSON Schema, where there is one."""


_ID = r"^\S+$"
TEXT, TEXTS = Form("text"), Form("text", many=True)
BODY, LINES = Form("text", inside=True), Form("text", many=True, inside=True)
ID, IDS = Form("text", pattern=_ID), Form("text", many=True, pattern=_ID)
URL = Form("text", pattern=_ID)
DAY = Form("text", pattern=r"^\d{4}-\d{2}-\d{2}$", schema="date")
PERIOD = Form("text", pattern=r"^P\d")
COUNTRY, COUNTRIES = Form("text", pattern="^[A-Z]{2}$"), Form("text", many=True, pattern="^[A-Z]{2}$")
PLACE = Form("text", pattern=r"^.+:[0-9]+$")
NUMBER, TRUTH = Form("number"), Form("truth")
CONCEPT, CONCEPTS = Form("concept", inside=True), Form("concept", many=True)
GROUNDS, DETAILS = Form("ground", many=True, inside=True), Form("detail", many=True, inside=True)

UNSAID = ("文書が述べていない。", "The text does not say.")
"""What it means that a field is absent, unless its declaration says otherwise."""


class Meaning(NamedTuple):
    """What a field means, in both languages, and how it is written."""

    ja: str
    en: str
    form: Form
    absent: tuple[str, str] | None
    """What it means that it is empty, in both languages; None where it never is."""
    member: str
    """Its member of the JSON; empty where that is the name of the field in camel case."""
    element: str
    among: tuple[str, ...]
    """The words that it may be, where these are a closed list."""
    grows: bool
    """Whether a later version may add words to that list."""
    least: int | None
    written: bool


def says(
    form: Form,
    ja: str,
    en: str,
    *,
    absent: tuple[str, str] | None = UNSAID,
    always: bool = False,
    member: str = "",
    element: str = "",
    among: tuple[str, ...] = (),
    grows: bool = False,
    least: int | None = None,
    written: bool = True,
) -> Meaning:
    """The meaning of a field.

    In: `form`, what it holds; `ja` and `en`, what it means; `absent`, what it means where it is left out; `always`, that it is
    never left out; `member`, its name in JSON where that is another; `element`, what each of several is called in XML;
    `among` and `grows`, the words it may be; `least`, the least number; `written=False` for what rules of law read and no
    file has.
    """
    return Meaning(ja, en, form, None if always else absent, member, element, among, grows, least, written)


class Field(NamedTuple):
    """A declared field of a kind of fact: the name of its member in a record and in JSON, its place in the record."""

    name: str
    member: str
    place: int
    form: Form
    meaning: Meaning

    @property
    def is_always_said(self) -> bool:
        """Whether files have it even when it is no or 0."""
        return self.meaning.absent is None and self.form.holds in ("number", "truth")


@cache
def fields(kind: Any) -> tuple[Field, ...]:
    """The fields of a kind of fact, in their order. Raises TypeError for one that is not declared."""
    found = []
    for place, (name, type_) in enumerate(kind.__annotations__.items()):
        meaning = _meaning(type_)
        if meaning is None:
            raise TypeError(f"{kind.__name__}.{name} says nothing of itself")
        found.append(Field(name, meaning.member or camel(name), place, meaning.form, meaning))
    return tuple(found)


def written(kind: Any) -> tuple[Field, ...]:
    """Those fields of a kind of fact that files have, in their order. Raises TypeError as `fields` does."""
    return tuple(field for field in fields(kind) if field.meaning.written)


def camel(name: str) -> str:
    """`listed_at` as `listedAt`."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def _meaning(type_: Any) -> Meaning | None:
    """What a type is annotated with last: an alias may have a meaning that a field of it replaces."""
    if get_origin(type_) is None and not hasattr(type_, "__metadata__"):
        return None
    return next((one for one in reversed(get_args(type_)) if isinstance(one, Meaning)), None)
