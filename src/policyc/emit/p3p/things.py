"""The rows that a policy has most of, and that P3P says something of: data items, purposes, recipients, practices.

Each is written straight in the shape that nearly all of them have, and by its form in any other. In a text with nothing that
XML writes otherwise (`plain`), JSON and an attribute have the same quotes around the same characters: it is quoted once.
"""

from __future__ import annotations

from functools import lru_cache

from ...ir import NONE, ON_REQUEST, DataItem, Group, Party, Practice, Purpose, Recipient
from ..encode import string
from . import concepts, data, forms
from .element import attribute
from .forms import INDENT, INNER, Form, Pair, Written, element, kebab, strings
from .statement_text import listed, reference
from .tables import Tables, is_by_terms, is_consent, worst

_DATA, _PURPOSE = Form(DataItem, "data-item", ("also",)), Form(Purpose, "purpose")
# Where recipients are is written only as far as the page says it.
_RECIPIENT = Form(Recipient, "recipient", ("elsewhere",))
_ANYWHERE = Form(Recipient, "recipient", ("elsewhere", "abroad"))
# The forms of practices, by the member that they stand in. What a practice takes from a clause as a whole is written anew.
PRACTICES = {
    member: Form(Practice, name, ("purposes_of", "scope"))
    for member, name in (
        ("uses", "use"),
        ("collections", "collection"),
        ("provisions", "third-party-provision"),
        ("entrustments", "entrustment"),
        ("jointUses", "joint-use"),
        ("transmissions", "external-transmission"),
    )
}
_ABROAD = ("provisions", "entrustments", "transmissions")
_TRUE, _YES = ("false", "true"), ("no", "yes")


def item(known: Tables, row: DataItem, plain: bool) -> Pair:
    """A data item, with the elements that it is in P3P."""
    id_, text, concept, parts, open_, position, origin, also = row
    keys = known.keys[id_]
    p3p = _refs(keys, text) if id_ in known.worded else _fixed(keys)
    if also:
        json, head, inside = _DATA.written(row, plain)
        kinds = [concepts.known(one) for one in also]
        json += f', "also": [{", ".join([kind.json for kind in kinds])}], "p3p": {p3p}'
        return f"{{{json[2:]}}}", element(
            _DATA.name, head, inside + "".join([f"\n{INNER}{kind.xml}" for kind in kinds])
        )
    if not plain or concept is None or parts or not (text and origin):
        return _with(_DATA, row, plain, f', "p3p": {p3p}')
    _, json, xml, *_ = concepts.known(concept)
    id_, origin = string(id_), string(origin)
    return (
        f'{{"id": {id_}, "text": {string(text)}, "concept": {json}, "open": {_TRUE[open_]}, "position": {position}, '
        f'"origin": {origin}, "p3p": {p3p}}}',
        f'{INDENT}<appi:data-item id={id_} open="{_YES[open_]}" position="{position}" origin={origin}>\n'
        f"{INNER}<appi:text>{text}</appi:text>\n{INNER}{xml}\n{INDENT}</appi:data-item>",
    )


def purpose(known: Tables, row: Purpose, plain: bool) -> Pair:
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
    id_, clause, origin = string(id_), string(clause), string(origin)
    said = number = ""
    if marker:
        marker = string(marker)
        said, number = f' "marker": {marker},', f" marker={marker}"
    return (
        f'{{"id": {id_}, "text": {string(text)}, "concepts": [{rows}], "open": {_TRUE[open_]}, "listed": {_TRUE[listed]},'
        f'{said} "position": {position}, "clause": {clause}, "origin": {origin}, {p3p}}}',
        f'{INDENT}<appi:purpose id={id_} open="{_YES[open_]}" listed="{_YES[listed]}"{number} position="{position}" '
        f"clause={clause} origin={origin}>\n{INNER}<appi:text>{text}</appi:text>\n{INDENT}</appi:purpose>",
    )


def recipient(used: dict[str, list[str]], row: Recipient, plain: bool) -> Pair:
    """A recipient, with the elements that it is `used` as, and how near these come."""
    id_, text, of, countries, abroad, page, origin, _ = row
    more = f', "p3p": {strings(used[id_])}, "fit": "{worst([concept.p3p_fit for concept in of])}"'
    if not (plain and text and of and origin) or countries:
        return _with(_RECIPIENT if abroad or countries else _ANYWHERE, row, plain, more)
    id_, origin = string(id_), string(origin)
    said, head = (', "abroad": true', ' abroad="yes"') if abroad else ("", "")
    if page:
        page = string(page)
        said, head = f'{said}, "page": {page}', f"{head} page={page}"
    rows = ", ".join([concepts.known(concept).json for concept in of])
    return (
        f'{{"id": {id_}, "text": {string(text)}, "concepts": [{rows}]{said}, "origin": {origin}{more}}}',
        f"{INDENT}<appi:recipient id={id_}{head} origin={origin}>\n{INNER}<appi:text>{text}</appi:text>\n"
        f"{INDENT}</appi:recipient>",
    )


def practice(member: str, known: Tables, row: Practice, plain: bool) -> Pair:
    """A practice; what it takes from a clause as a whole is named by that clause in `purposesOf`."""
    form = PRACTICES[member]
    own, clauses = known.aims[row.id]
    if plain and row.id and row.action and row.stance and row.clause and row.origin:
        json, head, inside = _practice(row, own)
    else:
        short = row if len(own) == len(row.purposes) else row._replace(purposes=tuple(own))
        json, head, inside = form.written(short, plain)
    if clauses:
        named = [f'{{"clause": {string(clause)}, "scope": {string(scope)}}}' for clause, scope in clauses]
        json += f', "purposesOf": [{", ".join(named)}]'
        for clause, scope in clauses:
            inside += f'\n{INNER}<appi:purposes-of clause="{attribute(clause)}" scope="{attribute(scope)}" />'
    answers: list[tuple[str, bool]] = []
    if member in _ABROAD and (foreign := _foreign(row, known)) is not None:
        answers.append(("foreign", foreign))
    if member == "provisions":
        consents = [ground for ground in row.grounds if is_consent(ground)]
        answers.append(("consent", bool(consents)))
        answers.append(("consentByTerms", any(map(is_by_terms, consents))))
    for name, answer in answers:
        json += f', "{name}": {_TRUE[answer]}'
        head += f' {kebab(name)}="{_YES[answer]}"'
    return f"{{{json[2:]}}}", element(form.name, head, inside)


def _practice(row: Practice, own: list[str]) -> Written:
    """What the form of a practice writes of one that is plain, `own` in the place of its purposes."""
    id_, action, stance, title, marker, subjects, items, *_ = row
    recipients, responsible, grounds, exceptions, details, opt_out, clause, origin = row[10:]
    id_, action, stance = string(id_), string(action), string(stance)
    json, head, inside = (
        f', "id": {id_}, "action": {action}, "stance": {stance}',
        f" id={id_} action={action} stance={stance}",
        "",
    )
    for name, text in (("title", title), ("marker", marker)):
        if text:
            text = string(text)
            json += f', "{name}": {text}'
            head += f" {name}={text}"
    for name, words in (("subjects", subjects), ("data", items), ("purposes", own), ("recipients", recipients)):
        if words:
            json += f', "{name}": {strings(words)}'
            head += f' {name}="{" ".join(words)}"'
    if responsible:
        responsible = string(responsible)
        json += f', "responsible": {responsible}'
        head += f" responsible={responsible}"
    for name, some in (("basis", grounds), ("exceptions", exceptions)):
        if some:
            said, lines = forms.grounds(some, name)
            json += f', "{name}": {said}'
            inside += lines
    if details:
        said, lines = forms.details(details)
        json += f', "details": {said}'
        inside += lines
    if opt_out:
        opt_out = string(opt_out)
        json += f', "optOut": {opt_out}'
        head += f" opt-out={opt_out}"
    clause, origin = string(clause), string(origin)
    return f'{json}, "clause": {clause}, "origin": {origin}', f"{head} clause={clause} origin={origin}", inside


def _refs(keys: tuple[concepts.Key, ...], text: str) -> str:
    return listed([reference(ref, categories, text) for ref, categories in data.rows(keys)])


@lru_cache(maxsize=1000)
def _fixed(keys: tuple[concepts.Key, ...]) -> str:
    """The DATA elements of an item that is not worded; most items are of few such kinds."""
    return _refs(keys, "")


def _with(form: Form, row: DataItem | Purpose | Recipient, plain: bool, more: str) -> Pair:
    """A row in any shape, and `more` members that only the JSON has."""
    json, head, inside = form.written(row, plain)
    return f"{{{json[2:]}{more}}}", element(form.name, head, inside)


def _foreign(practice: Practice, known: Tables) -> bool | None:
    """Whether some receiver is said to be outside Japan (APPI art. 28), or all are said to be in it; None where the page
    says neither."""
    # A country that is told on request, or that there is none to name, is not said here.
    said = (value for name, value in practice.details if name == "country")
    countries = {"" if value in (NONE, ON_REQUEST) else value for value in said}
    receivers = [known.receivers[id_] for id_ in practice.recipients if id_ in known.receivers]
    for receiver in receivers:
        if isinstance(receiver, Party):
            countries.add(receiver.country)
        elif isinstance(receiver, Group):
            members = (known.receivers.get(id_) for id_ in receiver.members)
            # Of a group without members nobody knows where it is.
            countries.update({member.country for member in members if isinstance(member, Party)} or {""})
        else:
            countries.update(receiver.countries or {"abroad" if receiver.abroad else ""})
    if countries - {"", "JP"}:
        return True
    return False if countries == {"JP"} and receivers else None
