"""A STATEMENT as JSON and as XML, in one pass: nearly all of it are words of P3P, of which there are few."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from ..encode import string
from .element import STEP, around, content
from .forms import strings

_3, _4, _5, _6 = (n * STEP for n in range(3, 7))

Pair = tuple[str, str]
"""A part of a statement as JSON, and as lines of XML with their indents."""


class Statement(NamedTuple):
    """A statement: its JSON, the lines inside its element, and the practices that it was made from."""

    json: str
    lines: list[str]
    practices: list[str]


def statement(row: dict[str, Any]) -> Statement:
    """A statement of the intermediate form as it is written."""
    purposes = [_element(_4, one) for one in row["purposes"]]
    recipients = [_recipient(one) for one in row["recipients"]]
    data = [_data(one) for one in row["data"]]
    said, retention = row["consequence"], row["retention"]
    json = (
        f'{{"consequence": {string(said)}, "practices": {strings(row["practices"])}, "purposes": [{_list(purposes)}], '
        f'"recipients": [{_list(recipients)}], "retention": "{retention}", "data": [{_list(data)}]}}'
    )
    lines = [f"{_3}<CONSEQUENCE>{content(said)}</CONSEQUENCE>"]
    lines += around(_3, "PURPOSE", [xml for _, xml in purposes])
    lines += around(_3, "RECIPIENT", [xml for _, xml in recipients])
    lines += (f"{_3}<RETENTION>", f"{_4}<{retention} />", f"{_3}</RETENTION>")
    lines += around(_3, "DATA-GROUP", [xml for _, xml in data])
    return Statement(json, lines, row["practices"])


def _list(pairs: list[Pair]) -> str:
    return ", ".join([json for json, _ in pairs])


def _element(indent: str, row: dict[str, Any]) -> Pair:
    """An element with its text, if it has one."""
    if "text" not in row:
        return _bare(indent, row["element"], row.get("required", ""))
    json, head = _start(row["element"], row.get("required", ""))
    text = row["text"]
    return f'{json}, "text": {string(text)}}}', f"{indent}<{head}>{content(text)}</{row['element']}>"


def _recipient(row: dict[str, Any]) -> Pair:
    name, said = row["element"], row.get("descriptions")
    if not said:
        return _bare(_4, name, row.get("required", ""))
    json, head = _start(name, row.get("required", ""))
    lines = "\n".join([f"{_5}<recipient-description>{content(text)}</recipient-description>" for text in said])
    return f'{json}, "descriptions": {strings(said)}}}', f"{_4}<{head}>\n{lines}\n{_4}</{name}>"


def _data(row: dict[str, Any]) -> Pair:
    categories = row.get("categories")
    if categories is None:
        return _reference(row["ref"])
    made = [_element(_6, one) for one in categories]
    inside = "\n".join([xml for _, xml in made])
    return (
        f'{{"ref": "{row["ref"]}", "categories": [{_list(made)}]}}',
        f'{_4}<DATA ref="{row["ref"]}">\n{_5}<CATEGORIES>\n{inside}\n{_5}</CATEGORIES>\n{_4}</DATA>',
    )


def _start(element: str, required: str) -> Pair:
    """How an object and an element of P3P begin; in its words there is nothing to escape."""
    if required:
        return f'{{"element": "{element}", "required": "{required}"', f'{element} required="{required}"'
    return f'{{"element": "{element}"', element


@lru_cache(maxsize=500)
def _bare(indent: str, element: str, required: str) -> Pair:
    """An element without a text."""
    json, head = _start(element, required)
    return json + "}", f"{indent}<{head} />"


@lru_cache(maxsize=500)
def _reference(ref: str) -> Pair:
    """A data element whose categories are fixed."""
    return f'{{"ref": "{ref}"}}', f'{_4}<DATA ref="{ref}" />'
