"""policy.jsonld to a document. The file is read as policyc writes it (its own context, one list of nodes), not as any JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from .frozen import ACTIONS
from .order import in_order
from .terms import CONTEXT, KINDS, LISTED, WORDS
from .things import (
    Contact,
    DataItem,
    Declaration,
    Delegation,
    Document,
    Event,
    Group,
    NotReadable,
    Party,
    Practice,
    Procedure,
    Purpose,
    Recipient,
    Retention,
    Right,
)
from .typed import is_typed

_RECEIVERS = ("thirdParty", "processor", "recipient")


def document(path: str, body: bytes) -> Document:
    """The document of a policy.jsonld. Raises NotReadable."""
    try:
        value = json.loads(body)
        context, nodes = value["@context"], {node["id"]: node for node in value["@graph"]}
        first = value["@graph"][0]
        same = all(_meaning(context, word) == iri for word, iri in CONTEXT.items())
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        raise NotReadable(path, "this is no JSON-LD of policyc") from None
    if not same:
        own = _meaning(context, "policyc")
        why = "no JSON-LD of policyc" if own == "" else "JSON-LD of a format that this reader does not know"
        raise NotReadable(path, f"this is {why}")
    try:
        found = _Linked(first, nodes).document()
    except (KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise NotReadable(path, f"this is no whole JSON-LD of policyc ({error!r})") from None
    if not is_typed(found):
        raise NotReadable(path, "this is no whole JSON-LD of policyc")
    return found


def _meaning(context: dict[str, Any], word: str) -> str:
    found = context.get(word, "")
    return str(found["@id"] if isinstance(found, dict) else found)


_ANSWERS = ("none", "on-request", "delegated")


class _Linked:
    """The nodes of a file, and what each of them is."""

    def __init__(self, first: dict[str, Any], nodes: dict[str, dict[str, Any]]) -> None:
        self.first = first
        self.nodes = nodes
        self._base = first["id"].partition("#")[0] + "#"
        self._data = {node["id"]: self._item(node) for node in self._typed("dpv:PersonalData")}
        self._purposes = {
            node["id"]: self._purpose(node) for node in self._typed("dpv:Purpose") if "narrower" not in node
        }
        self._contacts = {node["id"]: self._contact(node) for node in self._typed("policyc:Desk")}

    @cached_property
    def _lines(self) -> list[str]:
        return [line for one in self.nodes.values() for line in _ja(one, "description").split("\n")]

    def document(self) -> Document:
        first = self.first
        url = first["id"]
        processes = [self.nodes[iri] for iri in first.get("process", ())]
        practices = [self._practice(node) for node in processes if "dpv:PersonalDataProcess" in node["type"]]
        return Document(
            first["identifier"],
            KINDS.get(first["type"][0], ""),
            _ja(first, "title"),
            "" if url.startswith("urn:policyc:") else url,
            first.get("version", ""),
            self._party(first["publisher"]) if "publisher" in first else None,
            tuple(self._data.values()),
            tuple(self._purposes.values()),
            in_order(practices),
            tuple(self._right(self.nodes[iri]) for iri in first.get("right", ())),
            tuple(self._contacts.values()),
            tuple(self._retention(self.nodes[iri]) for iri in first.get("storage", ())),
            tuple(self._event(self.nodes[iri]) for iri in first.get("event", ())),
            tuple(self._declaration(self.nodes[iri]) for iri in first.get("declares", ())),
            tuple(self._delegation(self.nodes[iri]) for iri in first.get("leaves", ())),
            self._going_on(),
        )

    def _going_on(self) -> tuple[str, ...]:
        """The lists of the document that a clause leaves open."""
        said = {word for node in self._typed("policyc:Clause") for word in node.get("openLists", ())}
        return tuple(word for word in LISTED if word in said)

    def _typed(self, type_: str) -> Iterable[dict[str, Any]]:
        own = (node for node in self.nodes.values() if node["id"].startswith(self._base))
        return (node for node in own if type_ in node["type"] and "skos:Concept" not in node["type"])

    def _id(self, iri: str) -> str:
        return str(self.first["identifier"]) if iri == self.first["id"] else iri.removeprefix(self._base)

    def _field(self, iri: str) -> str:
        """The id of a field that is not stated; the graph sets it apart where something stated has that id."""
        whole, _, answer = self._id(iri).rpartition("/")
        return whole if answer in _ANSWERS else self._id(iri)

    def _stated(self, node: dict[str, Any], listed: bool = False) -> tuple[str, str, str]:
        """The clause, origin and sentence of a node; a `listed` item that says no more is its own sentence."""
        clause = node.get("statedIn", node["id"])
        own = _ja(node, "description") or (_ja(node, "title") if listed and "identifier" in node else "")
        above, passed = clause, set[str]()
        # A part of a clause that says nothing itself: the clause does.
        while not own and above in self.nodes and above not in passed:
            passed.add(above)
            own = _ja(self.nodes[above], "description")
            above = self.nodes[above].get("statedIn", "")
        return self._id(clause), node["origin"], own

    def _item(self, node: dict[str, Any]) -> DataItem:
        parts = tuple(map(self._id, node.get("narrower", ())))
        terms = tuple(node.get("broader", ()))
        return DataItem(self._id(node["id"]), _ja(node, "title"), node.get("open", False), parts, terms, node["origin"])

    def _purpose(self, node: dict[str, Any]) -> Purpose:
        head = (self._id(node["id"]), _ja(node, "title"), node.get("identifier", ""), node.get("open", False))
        return Purpose(*head, tuple(node.get("broader", ())), *self._stated(node, listed=True))

    def _practice(self, node: dict[str, Any]) -> Practice:
        term = node["processing"][0]
        purposes, whole = self._aims(node.get("purpose", ()))
        scope = WORDS.get(node.get("purposeScope", ""), "") if whole else ""
        responsible = node.get("responsible", "")
        return Practice(
            self._id(node["id"]),
            ACTIONS.get(term, term),
            WORDS.get(node.get("modality", ""), ""),
            _ja(node, "title"),
            node.get("identifier", ""),
            tuple(_ja(self.nodes[iri], "title") for iri in node.get("subject", ())),
            tuple(self._data[iri] for iri in node.get("personalData", ())),
            purposes,
            self._id(node["purposesOf"]) if whole and "purposesOf" in node else "",
            scope,
            tuple(self._receiver(iri) for iri in self._receivers(node)),
            _places(node, "country"),
            self._party(responsible) if responsible else None,
            tuple(_ja(self.nodes[iri], "title") for iri in node.get("legalBasis", ())),
            tuple(term for iri in node.get("legalBasis", ()) for term in self.nodes[iri].get("broader", ())),
            *self._exceptions(node),
            node.get("optOut", "") or _ja(node, "optOutMethod"),
            *self._stated(node),
            _open(node),
        )

    def _aims(self, iris: Iterable[str]) -> tuple[tuple[Purpose, ...], bool]:
        """The purposes in the order of the document, and whether they are those of a whole clause."""
        found: set[str] = set()
        whole = False
        for iri in iris:
            inner = self.nodes[iri].get("narrower")
            whole = whole or inner is not None
            found.update([iri] if inner is None else inner)
        return tuple(one for iri, one in self._purposes.items() if iri in found), whole

    def _receivers(self, node: dict[str, Any]) -> list[str]:
        iris = [iri for word in _RECEIVERS for iri in node.get(word, ())]
        if "jointControllers" in node:
            users = self.nodes[node["jointControllers"]]
            iris += [*users.get("controller", ()), *users.get("entity", ())]
        return iris

    def _receiver(self, iri: str) -> Party | Group | Recipient:
        node = self.nodes[iri]
        if "policyc:Group" in node["type"]:
            members = tuple(self._party(one) for one in node.get("entity", ()))
            return Group(self._id(iri), _ja(node, "name"), members, node.get("page", ""), node["origin"])
        if "dpv:Organisation" in node["type"]:
            return self._party(iri)
        terms = tuple(node.get("broader", ()))
        return Recipient(
            self._id(iri), _ja(node, "title"), terms, _places(node, "location"), node["origin"], "open" in node
        )

    def _party(self, iri: str) -> Party:
        node = self.nodes[iri]
        head = self.nodes[node["representative"]] if "representative" in node else {}
        representative = "　".join(filter(None, (_ja(head, "jobTitle"), _ja(head, "name"))))
        names = (_ja(node, "name"), _ja(node, "short"), _ja(node, "address"), representative)
        country = "".join(_places(node, "location"))
        return Party(self._id(iri), *names, country, node.get("phone", ""), node.get("email", ""), node["origin"])

    def _contact(self, node: dict[str, Any]) -> Contact:
        return Contact(
            self._id(node["id"]),
            _ja(node, "title"),
            tuple(WORDS.get(term, term) for term in node.get("takes", ())),
            node.get("phone", ""),
            node.get("email", ""),
            _ja(node, "address"),
            _ja(node, "hours"),
            node.get("page", ""),
            *self._stated(node),
            _open(node),
        )

    def _right(self, node: dict[str, Any]) -> Right:
        iri = node.get("exercisedAt", "")
        procedure = self._procedure(self.nodes[iri]) if iri else None
        head = (self._id(node["id"]), _ja(node, "title"), _ja(node, "source"))
        return Right(*head, procedure, *self._stated(node))

    def _procedure(self, node: dict[str, Any]) -> Procedure:
        desks = tuple(self._contacts[iri] for iri in node.get("desk", ()))
        head = (self._id(node["id"]), _ja(node, "title"), node.get("page", ""))
        charged = tuple(self._id(iri) for iri in node.get("feeFor", ()))
        return Procedure(*head, self._fee(node), desks, *self._stated(node), charged)

    def _fee(self, node: dict[str, Any]) -> str:
        for iri in node.get("fee", ()):
            if iri == "dpv:FeeNotRequired":
                return "none"
            fee = self.nodes[iri]
            return f"{fee['price']} {fee['currency']}" if "price" in fee else _ja(fee, "title")
        said = (text.partition(": ") for text in node.get("detail", ()))
        return next((value for name, _, value in said if name == "fee"), "")

    def _retention(self, node: dict[str, Any]) -> Retention:
        data = tuple(self._data[iri] for iri in node.get("personalData", ()))
        head = (self._id(node["id"]), _ja(node, "title"), node.get("period", ""))
        return Retention(*head, data, *self._stated(node), _open(node))

    def _event(self, node: dict[str, Any]) -> Event:
        text = _ja(node, "title")
        kind = next((WORDS[term] for term in node["type"] if term in WORDS), "")
        lines = {line for line in self._lines if text and text in line}
        # Two lines with one date: the file does not tell which of them is that of this event.
        sentence = lines.pop() if len(lines) == 1 else text
        return Event(self._id(node["id"]), kind, node.get("date", ""), text, node["origin"], sentence)

    def _declaration(self, node: dict[str, Any]) -> Declaration:
        stance = next((WORDS[term] for term in node["type"] if term in WORDS), "")
        modality = WORDS.get(node.get("modality", ""), "")
        head = (self._field(node["id"]), node["topic"], stance, modality)
        return Declaration(*head, *self._exceptions(node), *self._stated(node), _open(node))

    def _exceptions(self, node: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        rows = [self.nodes[iri] for iri in node.get("exception", ())]
        return tuple(_ja(row, "title") for row in rows), tuple("".join(row.get("broader", ())[:1]) for row in rows)

    def _delegation(self, node: dict[str, Any]) -> Delegation:
        head = (self._field(node["id"]), node["topic"], _ja(node, "title"), node.get("page", ""))
        return Delegation(*head, *self._stated(node))


def _open(node: dict[str, Any]) -> tuple[str, ...]:
    return tuple(node.get("openLists", ()))


def _places(node: dict[str, Any], word: str) -> tuple[str, ...]:
    """Countries by their codes: terms of DPV, or plain codes where it has none."""
    return tuple(term.removeprefix("loc:") for key in (word, "countryCode") for term in node.get(key, ()))


def _ja(node: dict[str, Any], word: str) -> str:
    return str(node.get(word, {}).get("ja", ""))
