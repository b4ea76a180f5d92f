"""Who is who: organisations, groups, classes of recipients, data subjects and desks as DPV entities."""

from __future__ import annotations

from ... import facts
from ...facts.identifiers import part
from .. import BROADER, NONE_FIT
from .graph import Graph
from .nodes import Node, grow, ja

_OPERATOR = "dpv:DataController is close to 個人情報取扱事業者 (Article 16(2) APPI)"
_UNSAID = "not from the page: no sentence of it names this organisation; a node needs a name"
_REPRESENTATIVE = "dpv:Representative is anyone who represents an organisation, not only its head"


def party(graph: Graph, row: facts.Party) -> None:
    """An organisation with its address and representative (dpv:Organisation; APPI art. 32(1)(i)).

    The operator is a dpv:DataController too. The representative is not said to be a natural person: that of a
    合同会社 may be a company.
    """
    operator = row.id == graph.policy.operator and is_controller(graph.policy)
    node: Node = {
        "type": ["dpv:DataController", "dpv:Organisation"] if operator else ["dpv:Organisation"],
        "name": ja(row.name),
        "short": ja(row.short),
        "address": ja("".join(row.address)),
        "postalAddress": _address(graph, row),
        "postalCode": row.postal_code,
        "representative": _representative(graph, row),
        "phone": row.phone,
        "email": row.email,
        **graph.page(row.site),
        **(graph.places((row.country,), "location") if row.country else {}),
        "origin": row.origin,
    }
    graph.add(graph.refs[row.id], node)
    if row.unsaid:
        graph.lose(row.id, f"name: {row.name}", NONE_FIT, _UNSAID)
    if operator:
        graph.lose(row.id, f"business operator: {row.name}", BROADER, _OPERATOR)
    if row.representative_name:
        graph.lose(row.id, f"representative: {row.representative_name}", BROADER, _REPRESENTATIVE)


def is_controller(policy: facts.Policy) -> bool:
    """Whether the document speaks of its publisher as one who handles personal data."""
    return policy.kind == "privacy-notice" or bool(policy.practices)


def _address(graph: Graph, row: facts.Party) -> str:
    """The parts of the address as a node; only where all three are given is it known which is which."""
    if len(row.address) < 3:
        return ""
    region, locality, *rest = row.address
    ref = graph.refs[part(row.id, "address")]
    # A part that is empty is one, and was warned of: none of the members is left out.
    graph.nodes[ref] = {
        "id": ref,
        "type": ["schema:PostalAddress"],
        "region": ja(region),
        "locality": ja(locality),
        "street": ja("".join(rest)),
        "origin": row.origin,
    }
    return ref


def _representative(graph: Graph, row: facts.Party) -> str:
    if not row.representative_name:
        return ""
    node: Node = {
        "type": ["dpv:Representative"],
        "name": ja(row.representative_name),
        "jobTitle": ja(row.representative_title),
        "origin": row.origin,
    }
    return graph.add(graph.refs[part(row.id, "representative")], node)


def group(graph: Graph, row: facts.Group) -> None:
    """A group of organisations, with its members or the page that lists them (dpv:Organisation)."""
    node: Node = {
        "type": ["dpv:Organisation", graph.type("Group")],
        "name": ja(row.name),
        "entity": graph.refs.many(row.members),
        **graph.page(row.listed_at),
        "origin": row.origin,
    }
    graph.add(graph.refs[row.id], node)
    graph.lose(row.id, f"group: {row.name}", BROADER, "DPV has organisations, but no group of them")


def recipient(graph: Graph, row: facts.Recipient) -> None:
    """A class of recipients (dpv:Recipient); an unnamed country abroad is loc:non-JP (APPI art. 28)."""
    node: Node = {
        "type": ["dpv:Recipient"],
        "title": ja(row.text),
        "broader": graph.above(row.concepts, "dpv:Recipient"),
    }
    if row.countries:
        node |= graph.places(row.countries, "location")
    if row.page:
        node |= graph.page(row.page)
    if row.open:
        node["open"] = True
    node["origin"] = row.origin
    if row.abroad and not row.countries:
        node["location"] = ["loc:non-JP"]
    graph.add(graph.refs[row.id], node)
    graph.weigh(row.id, f"recipient: {row.text}", row.concepts)


def subject(graph: Graph, row: facts.Subject) -> None:
    """A category of data subjects, with its definition where it is a defined term (dpv:DataSubject)."""
    concepts = (row.concept,) if row.concept else ()
    node: Node = {
        "type": ["dpv:DataSubject"],
        "title": ja(row.text),
        "definition": ja(row.definition),
        "broader": graph.above(concepts, "dpv:DataSubject"),
        "origin": row.origin,
    }
    graph.add(graph.refs[row.id], node)
    graph.weigh(row.id, f"data subject: {row.text}", concepts)


def contact(graph: Graph, row: facts.Contact) -> None:
    """A desk and what it takes: dpv:hasContact of the operator (APPI art. 40).

    That of the accredited organization (認定個人情報保護団体) takes complaints about the operator, and is no desk of it.
    """
    node: Node = {
        "type": [graph.type("Desk"), "schema:ContactPoint"],
        "title": ja(row.name),
        "takes": [term for term in (graph.choice("takes", word) for word in row.takes) if term],
        "phone": row.phone,
        "email": row.email,
        "address": ja(row.address),
        "hours": ja(row.hours),
        "postalCode": row.postal_code,
        **graph.page(row.form),
        **graph.stated(row.id, row.clause),
        "openLists": graph.going_on(row) if row.open_lists else "",
        "origin": row.origin,
    }
    ref = graph.add(graph.refs[row.id], node)
    operator = graph.nodes.get(graph.refs[graph.policy.operator])
    owner = operator if operator is not None else graph.notice
    if row.takes != (facts.ACCREDITED,):
        grow(owner, "contact", [ref])
    if facts.ACCREDITED in row.takes:
        grow(owner, "accreditedContact", [ref])
    graph.lose(row.id, f"desk: {row.name}", BROADER, "DPV has contacts, but says neither what a desk takes nor when")
