"""Facts that clauses state besides practices: rights, procedures, safeguards, retention, contacts, amendment."""

from __future__ import annotations

from .. import facts
from ..facts.identifiers import NO_FACT, FactId, made, of_row, of_value, topic
from ..vocab import Concept
from .lower import Lowering
from .things import unique
from .tree import NONE, ON_REQUEST, STATED, Field, Node, Value


def rights(out: Lowering, node: Node, word: str) -> None:
    """Enter the requests that a field accepts: each is one of its clause, since another has a procedure of its own."""
    if node.is_open(word):
        out.going_on[node.id] = ("rights",)
    for value in node.values(word):
        if isinstance(value.target, Concept):
            concept = value.target
            row = (
                of_value(node.fact(word), concept.id),
                concept,
                made(node.id, "procedure"),
                node.id,
                out.at(node, value),
            )
            out.add("rights", tuple.__new__(facts.Right, row))


def procedure(out: Lowering, node: Node) -> None:
    """Enter the procedure for requests."""
    value = next(iter(node.values("procedure")), None)
    id_ = made(node.id, "procedure")
    fee = _fee(out, node.field("fee"), node)
    contacts(out, node, "desk", ())
    row = facts.Procedure(
        id_,
        out.words.value(value, node) if value else "",
        value.word if value and value.kind == "link" else "",
        node.choice("identity"),
        node.choice("agent"),
        fee,
        unique(v.target.id for v in node.values("desk") if isinstance(v.target, Node)),
        node.id,
        node.location(),
        out.details(node, "format", "refusal", "refuses", "grounds", "fee-method", "authority"),
        _charged(out, id_) if fee else (),
        out.open_lists(node, "refuses", "grounds", "fee-method"),
    )
    out.add("procedures", row)


# What a fee may be charged for: to be told the purposes, and disclosure, of records of provision too (APPI art. 38(1)).
_CHARGED = {"notice-of-purposes", "disclosure", "record-disclosure"}


def _charged(out: Lowering, procedure: FactId) -> tuple[FactId, ...]:
    """The rights of a procedure that the field `fee` speaks of."""
    rights = [row for row in out.tables["rights"].values() if isinstance(row, facts.Right)]
    return tuple([row.id for row in rights if row.procedure == procedure and row.concept.id in _CHARGED])


def _fee(out: Lowering, fee: Field | None, node: Node) -> str:
    if fee is None:
        return ""
    if fee.first is None:
        return fee.stance
    return f"{fee.first.word} JPY" if fee.first.kind == "number" else out.words.value(fee.first, node)


_ENVIRONMENT = "external-environment"


def safeguards(out: Lowering, node: Node, word: str) -> None:
    """Enter the measures of one field. Countries are those of the external environment that was looked into, and belong
    to no other measure; where none is listed, to name them states that measure."""
    countries = unique(v.word for v in node.values("country"))
    going_on = out.open_lists(node, countries="country")
    if node.is_open(word):
        out.going_on[node.id] = ("safeguards",)
    for index, value in enumerate(node.values(word), 1):
        concept = value.target if isinstance(value.target, Concept) else None
        id_ = out.row_id("measure", value, node, word, index - 1)
        said = out.words.value(value, node)
        concepts = (concept,) if concept else ()
        abroad = countries if concept is not None and concept.id == _ENVIRONMENT else ()
        if abroad:
            # Another clause may name it too: the countries are those of this one.
            id_ = of_value(node.fact(word), _ENVIRONMENT)
        of_these = going_on if abroad else ()
        out.add("safeguards", facts.Safeguard(id_, said, concepts, abroad, node.id, out.at(node, value), of_these))
        countries = () if abroad else countries
    external = out.names.concept("measures", _ENVIRONMENT)
    if countries and external is not None:
        origin = out.field_at(node, node.field("country"))
        row = facts.Safeguard(node.fact("country"), external.ja, (external,), countries, node.id, origin, going_on)
        out.add("safeguards", row)


def safeguard(out: Lowering, node: Node, word: str) -> None:
    """Enter the measure that one item states; one that only names countries is that of the external environment."""
    concepts = tuple({v.target.id: v.target for v in node.values(word) if isinstance(v.target, Concept)}.values())
    countries = unique(v.word for v in node.values("country"))
    text = node.field("text")
    said = out.words.text(node.title or (text.text() if text else None), node)
    # A word of the vocabulary stands for the measure, as its row has it; what is in none is said as it is.
    said = said or "、".join(
        v.target.ja if isinstance(v.target, Concept) else out.words.value(v, node) for v in node.values(word)
    )
    if countries and not said:
        external = out.names.concept("measures", _ENVIRONMENT)
        concepts, said = ((external,), external.ja) if external is not None else (concepts, said)
    if said:
        clause = node.parent.id if node.parent else NO_FACT
        going_on = out.open_lists(node, countries="country")
        row = facts.Safeguard(node.id, said, concepts, countries, clause, node.location(), going_on)
        out.add("safeguards", row)


def retention(out: Lowering, node: Node, clause: Node) -> None:
    """Enter how long data are kept."""
    value = node.values("period")[0] if node.values("period") else None
    letter = {"years": "Y", "months": "M", "weeks": "W", "days": "D"}.get(value.unit if value else "", "")
    period = f"P{value.word}{letter}" if value and letter else ""
    said = out.words.value(value, node) if value else ""
    start = out.one(node, "from")
    details = out.details(node, "after")
    if start and said:
        said = f"{start}から{said}"
    elif start:
        details = (facts.Detail("from", start), *details)
    data = out.data(node, "data")
    id_, going_on = made(node.id, "retention"), out.open_lists(node, data="data")
    row = facts.Retention(id_, data, period, said, clause.id, node.location(), details, going_on)
    out.add("retentions", row)


def contacts(out: Lowering, node: Node, word: str, takes: tuple[Value, ...]) -> None:
    """Enter the desks of a field."""
    going_on = out.open_lists(node, takes="for") if takes and word == "desk" else ()
    for value in node.values(word):
        desk = value.target
        if isinstance(desk, Node):
            row = facts.Contact(
                desk.id,
                out.words.text(desk.title, desk),
                unique(v.word for v in takes),
                out.said.one(desk, "phone"),
                out.said.one(desk, "email"),
                "".join(out.said.texts(desk, "address")),
                out.said.one(desk, "hours"),
                out.said.word(desk, "form"),
                node.id,
                desk.location(),
                out.said.one(desk, "postal-code"),
                going_on,
            )
            earlier = out.tables["contacts"].get(desk.id)
            if earlier is not None and takes:
                assert isinstance(earlier, facts.Contact)
                row = row._replace(
                    takes=unique((*earlier.takes, *row.takes)), open_lists=unique((*earlier.open_lists, *going_on))
                )
                out.tables["contacts"][desk.id] = row
            out.add("contacts", row)


def amendment(out: Lowering, node: Node) -> None:
    """Enter how the document is changed."""
    details = out.details(node, "reason", "needing-consent")
    row = facts.Amendment(node.id, node.choice("notice"), node.choice("effective"), node.id, node.location(), details)
    out.add("amendments", row)


def delegation(out: Lowering, node: Node) -> None:
    """Enter a matter that is left to another document."""
    label = out.words.text(node.label, node) or node.url
    clause = node.parent.id if node.parent else NO_FACT
    # What a clause says besides, where no practice of its own carries it.
    details: tuple[facts.Detail, ...] = ()
    going_on: tuple[str, ...] = ()
    if node.parent and not _items(node.parent):
        details, going_on = out.details(node.parent, "service"), out.open_lists(node.parent, "service")
    row = facts.Delegation(node.id, node.id, label, node.url, clause, node.location(), details, going_on)
    out.add("delegations", row)


def _items(clause: Node) -> bool:
    return any(child.type.role == "item" for child in clause.children)


def other_answers(out: Lowering, node: Node) -> None:
    """Enter every field that is declared none, on request or delegated, as a fact of its own."""
    for field in node.fields.values():
        if field.stance == STATED or not field.key.stated:
            continue
        clause = node.clause
        id_ = node.fact(field.key.word)
        matter = topic(node.type.word, field.key.word)
        where = clause.id if clause is not None else NO_FACT
        origin = node.span._replace(start=field.start).location()
        if field.link is not None:
            label = out.words.text(field.link.words, node) or field.link.word
            out.add("delegations", facts.Delegation(id_, matter, label, field.link.word, where, origin))
        else:
            out.add("silences", facts.Silence(id_, matter, field.stance, where, origin))


def silent(out: Lowering, clause: Node) -> bool:
    """Whether a clause states no practice: it declares that there is none, or that it is told on request, or only
    leaves the matter to another document."""
    word = clause.choice("declared")
    if not word:
        if any(field.key.stated for field in clause.fields.values()):
            return False
        return not _items(clause) and any(child.type.role == "delegation" for child in clause.children)
    stance = NONE if word == "none" else ON_REQUEST
    field = clause.field("declared")
    origin = out.field_at(clause, field)
    bounds = [key.word for key in clause.type.keys if key.bounds and key.word != "except"]
    exceptions, details = out.grounds(clause, "except"), out.details(clause, *bounds)
    modality = (
        (facts.ONLY_IF if exceptions else facts.DOES_NOT) if stance == NONE and clause.type.states_practices else ""
    )
    going_on = out.open_lists(clause, *bounds, exceptions="except")
    row = facts.Silence(clause.id, clause.type.word, stance, clause.id, origin, modality, exceptions, details, going_on)
    out.add("silences", row)
    return True


def concept_subjects(out: Lowering, word: str) -> tuple[FactId, ...]:
    """The id of one data subject of the vocabulary."""
    concept = out.names.concept("subjects", word)
    if concept is None:
        return ()
    id_ = of_row("subject", word)
    out.add("people", facts.Subject(id_, concept.ja, concept, "", out.document.location()))
    return (id_,)
