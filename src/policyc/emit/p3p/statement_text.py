"""A STATEMENT as JSON and as XML, in one pass: nearly all of it are words of P3P, of which there are few."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ..encode import string
from .concepts import OTHER, OTHER_PURPOSE
from .data import Ref
from .element import STEP, content
from .forms import Pair, strings
from .statements import Said

_3, _4, _5, _6 = (n * STEP for n in range(3, 7))


class Statement(NamedTuple):
    """A statement: its JSON, what stands inside its element, and the practices that it was made from."""

    json: str
    xml: str
    practices: list[str]


def statement(row: Said) -> Statement:
    """A statement of the intermediate form as it is written."""
    consequence, practices, required, names, aim, receivers, retention, data, worded = row
    purposes = [_bare(name, required) for name in names]
    if aim:
        purposes.append(
            (
                f'{{"element": "{OTHER_PURPOSE}", "required": "{required}", "text": {string(aim)}}}',
                f'{_4}<{OTHER_PURPOSE} required="{required}">{content(aim)}</{OTHER_PURPOSE}>',
            )
        )
    recipients = [_recipient(name, required, said) if said else _bare(name, required) for name, said in receivers]
    refs = [reference(ref, categories, worded) for ref, categories in data]
    json = (
        f'{{"consequence": {string(consequence)}, "practices": {strings(practices)}, "purposes": {listed(purposes)}, '
        f'"recipients": {listed(recipients)}, "retention": "{retention}", "data": {listed(refs)}}}'
    )
    xml = (
        f"{_3}<CONSEQUENCE>{content(consequence)}</CONSEQUENCE>\n{_around('PURPOSE', purposes)}\n"
        f"{_around('RECIPIENT', recipients)}\n{_3}<RETENTION>\n{_4}<{retention} />\n{_3}</RETENTION>\n"
        f"{_around('DATA-GROUP', refs)}"
    )
    return tuple.__new__(Statement, (json, xml, practices))


def listed(pairs: list[Pair]) -> str:
    """The JSON of several parts."""
    return f"[{', '.join([json for json, _ in pairs])}]"


def _around(name: str, pairs: list[Pair]) -> str:
    if not pairs:
        return f"{_3}<{name} />"
    inside = "\n".join([xml for _, xml in pairs])
    return f"{_3}<{name}>\n{inside}\n{_3}</{name}>"


def _recipient(name: str, required: str, said: list[str]) -> Pair:
    json, head = _start(name, required)
    lines = "\n".join([f"{_5}<recipient-description>{content(text)}</recipient-description>" for text in said])
    return f'{json}, "descriptions": {strings(said)}}}', f"{_4}<{head}>\n{lines}\n{_4}</{name}>"


def reference(ref: str, categories: Ref, worded: str) -> Pair:
    """A DATA element; `worded` is the text of what no category fits."""
    return _worded(ref, categories, worded) if OTHER in categories else _reference(ref, categories)


@lru_cache(maxsize=500)
def _reference(ref: str, categories: Ref) -> Pair:
    return _worded(ref, categories, "")


def _worded(ref: str, categories: Ref, worded: str) -> Pair:
    if not categories:
        return f'{{"ref": "{ref}"}}', f'{_4}<DATA ref="{ref}" />'
    made = [
        (
            f'{{"element": "{OTHER}", "text": {string(worded)}}}',
            f"{_6}<{OTHER}>{content(worded)}</{OTHER}>",
        )
        if name == OTHER
        else (f'{{"element": "{name}"}}', f"{_6}<{name} />")
        for name in categories
    ]
    inside = "\n".join([xml for _, xml in made])
    return (
        f'{{"ref": "{ref}", "categories": {listed(made)}}}',
        f'{_4}<DATA ref="{ref}">\n{_5}<CATEGORIES>\n{inside}\n{_5}</CATEGORIES>\n{_4}</DATA>',
    )


def _start(name: str, required: str) -> Pair:
    """How an object and an element of P3P begin; in its words there is nothing to escape.

    What the person asked for, and what is for the operator alone, is no matter of choice: REC 3.3.4 and 3.3.5 forbid the
    attribute there.
    """
    if name in _NO_CHOICE:
        return f'{{"element": "{name}"', name
    return f'{{"element": "{name}", "required": "{required}"', f'{name} required="{required}"'


@lru_cache(maxsize=500)
def _bare(name: str, required: str) -> Pair:
    """An element without a text."""
    json, head = _start(name, required)
    return json + "}", f"{_4}<{head} />"


_NO_CHOICE = ("current", "ours")
