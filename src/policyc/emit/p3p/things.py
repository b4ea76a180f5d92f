"""Data items and purposes, of which a policy has most: in the shape that nearly all of them have, each is one template."""

from __future__ import annotations

from ...ir import DataItem, Purpose
from ..encode import encode, string
from . import concepts, data
from .forms import INDENT, INNER, Form, Pair, element, strings
from .tables import Tables, worst

_DATA, _PURPOSE = Form(DataItem, "data-item"), Form(Purpose, "purpose")
_TRUE, _YES = ("false", "true"), ("no", "yes")


def item(row: DataItem, known: Tables, plain: bool) -> Pair:
    """A data item, with the elements that it is in P3P."""
    id_, text, concept, parts, open_, position, origin = row
    keys = known.keys[id_]
    p3p = encode(data.rows(dict.fromkeys(keys), [text])) if id_ in known.worded else data.fixed(keys)
    if not plain or concept is None or parts or not (text and origin):
        return _with(_DATA, row, plain, f', "p3p": {p3p}')
    own = concepts.known(concept)
    return (
        f'{{"id": {string(id_)}, "text": {string(text)}, "concept": {own.json}, "open": {_TRUE[open_]}, '
        f'"position": {position}, "origin": {string(origin)}, "p3p": {p3p}}}',
        f'{INDENT}<appi:data-item id="{id_}" open="{_YES[open_]}" position="{position}" origin="{origin}">\n'
        f"{INNER}<appi:text>{text}</appi:text>\n{INNER}{own.xml}\n{INDENT}</appi:data-item>",
    )


def purpose(row: Purpose, known: Tables, plain: bool) -> Pair:
    """A purpose, with the elements that it is in P3P, and how near these come."""
    id_, text, of, open_, listed, marker, position, analyses, derives, used, defined_in, clause, origin = row
    if len(of) == 1 and not open_:
        (concept,) = map(concepts.known, of)
        rows, p3p = concept.json, concept.purpose
    else:
        rows = ", ".join([concepts.known(concept).json for concept in of])
        fit = worst([concept.p3p_fit for concept in of])
        p3p = f'"p3p": {strings(known.terms[id_])}, "fit": "{fit}"'
    if not (plain and text and of and clause and origin) or analyses or derives or used or defined_in:
        return _with(_PURPOSE, row, plain, f", {p3p}")
    said, number = (f' "marker": {string(marker)},', f' marker="{marker}"') if marker else ("", "")
    return (
        f'{{"id": {string(id_)}, "text": {string(text)}, "concepts": [{rows}], "open": {_TRUE[open_]}, '
        f'"listed": {_TRUE[listed]},{said} "position": {position}, "clause": {string(clause)}, '
        f'"origin": {string(origin)}, {p3p}}}',
        f'{INDENT}<appi:purpose id="{id_}" open="{_YES[open_]}" listed="{_YES[listed]}"{number} position="{position}" '
        f'clause="{clause}" origin="{origin}">\n{INNER}<appi:text>{text}</appi:text>\n{INDENT}</appi:purpose>',
    )


def _with(form: Form, row: DataItem | Purpose, plain: bool, more: str) -> Pair:
    """A row in any shape, and `more` members that only the JSON has."""
    json, head, inside = form.written(row, plain)
    return f"{{{json[2:]}{more}}}", element(form.name, head, inside)
