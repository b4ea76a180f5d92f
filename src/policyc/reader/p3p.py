"""policy.p3p.json to a document. It holds no sentences."""

from __future__ import annotations

import json
from typing import Any

from .order import FILED, in_order
from .terms import LISTED
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

FORMAT, MAJOR = "policyc-p3p-policy", "1"
_LAW = "個人情報の保護に関する法律"
# Where the page says only that a recipient is abroad.
ABROAD = "non-JP"


def document(path: str, body: bytes) -> Document:
    """The document of a policy.p3p.json. Raises NotReadable, also for another major version."""
    try:
        value = json.loads(body)
        format_, version = value["format"], value["version"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise NotReadable(path, "this is no policy.p3p.json") from None
    if format_ != FORMAT:
        raise NotReadable(path, "this is no policy.p3p.json")
    if str(version).partition(".")[0] != MAJOR:
        raise NotReadable(path, f"version {version} of the format is not known (known: {MAJOR})")
    try:
        found = _Policy(value).document()
    except (KeyError, TypeError, AttributeError) as error:
        raise NotReadable(path, f"this is no whole policy.p3p.json ({error!r})") from None
    if not is_typed(found):
        raise NotReadable(path, "this is no whole policy.p3p.json")
    return found


class _Policy:
    """The members of a file, and what each of their rows is."""

    def __init__(self, value: dict[str, Any]) -> None:
        self.value = value
        self._data = {row["id"]: _item(row) for row in value["data"]}
        self._purposes = {row["id"]: _purpose(row) for row in value["purposes"]}
        self._listed = {row["id"]: row["clause"] for row in value["purposes"] if row["listed"]}
        self._contacts = {row["id"]: _contact(row) for row in value["contacts"]}
        parties = [*([value["operator"]] if value["operator"] else []), *value["parties"]]
        self._receivers: dict[str, Party | Group | Recipient] = {row["id"]: _party(row) for row in parties}
        self._parties = {id_: one for id_, one in self._receivers.items() if isinstance(one, Party)}
        for row in value["recipients"]:
            places = tuple(row.get("countries", ())) or (ABROAD,) * row.get("abroad", False)
            self._receivers[row["id"]] = Recipient(
                row["id"], row["text"], (), places, row["origin"], row.get("open", False)
            )
        for row in value["groups"]:
            members = tuple(self._parties[id_] for id_ in row.get("members", ()))
            self._receivers[row["id"]] = Group(row["id"], row["name"], members, row.get("listedAt", ""), row["origin"])
        self._subjects = {row["id"]: row["text"] for row in value["subjects"]}
        self._procedures = {row["id"]: self._procedure(row) for row in value["procedures"]}

    def document(self) -> Document:
        value, head = self.value, self.value["document"]
        rows = [row for member in FILED for row in value[member]]
        stated = [row for row in rows if row["stance"] == "stated"]
        # A practice that there is none of is no practice.
        silent = [{**row, "topic": row["action"]} for row in rows if row["stance"] != "stated"]
        return Document(
            head["id"],
            head["kind"],
            head["title"],
            head.get("url", ""),
            head.get("version", ""),
            _party(value["operator"]) if value["operator"] else None,
            tuple(self._data.values()),
            tuple(self._purposes.values()),
            in_order(map(self._practice, stated)),
            tuple(map(self._right, value["rights"])),
            tuple(self._contacts.values()),
            tuple(map(self._retention, value["retentions"])),
            tuple(map(_event, value["events"])),
            tuple(map(_declaration, [*silent, *value["silences"]])),
            tuple(map(_delegation, value["delegations"])),
            tuple(word for word in LISTED if any(word in _open(row) for row in value["places"])),
        )

    def _practice(self, row: dict[str, Any]) -> Practice:
        whole = row.get("purposesOf", ())
        clauses = {one["clause"] for one in whole}
        wanted = {*row.get("purposes", ()), *(id_ for id_, clause in self._listed.items() if clause in clauses)}
        responsible = row.get("responsible", "")
        return Practice(
            row["id"],
            row["action"],
            row.get("modality", ""),
            row.get("title", ""),
            row.get("marker", ""),
            tuple(self._subjects[id_] for id_ in row.get("subjects", ())),
            tuple(self._data[id_] for id_ in row.get("data", ())),
            tuple(one for id_, one in self._purposes.items() if id_ in wanted),
            whole[0]["clause"] if whole else "",
            whole[0]["scope"] if whole else "",
            tuple(self._receivers[id_] for id_ in row.get("recipients", ())),
            _details(row, "country"),
            self._parties[responsible] if responsible else None,
            _texts(row, "basis"),
            (),
            _texts(row, "exceptions"),
            (),
            row.get("optOut", "") or "".join(_details(row, "opt-out")),
            *_stated(row),
            _open(row),
        )

    def _right(self, row: dict[str, Any]) -> Right:
        article = row["concept"].get("article", "")
        whole = _LAW + article if article.startswith("第") else article
        return Right(row["id"], row["concept"]["label"], whole, self._procedures.get(row["procedure"]), *_stated(row))

    def _procedure(self, row: dict[str, Any]) -> Procedure:
        desks = tuple(self._contacts[id_] for id_ in row.get("desks", ()))
        head = (row["id"], row.get("label", ""), row.get("url", ""), row.get("fee", ""))
        return Procedure(*head, desks, *_stated(row), tuple(row.get("feeFor", ())))

    def _retention(self, row: dict[str, Any]) -> Retention:
        data = tuple(self._data[id_] for id_ in row.get("data", ()))
        return Retention(row["id"], row.get("text", ""), row.get("period", ""), data, *_stated(row), _open(row))


def _stated(row: dict[str, Any]) -> tuple[str, str, str]:
    return row["clause"], row["origin"], ""


def _open(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(row.get("openLists", ()))


def _texts(row: dict[str, Any], member: str) -> tuple[str, ...]:
    return tuple(one["text"] for one in row.get(member, ()))


def _details(row: dict[str, Any], name: str) -> tuple[str, ...]:
    """What is said of a detail; that there is none of it, or that it is told on request, is not that."""
    said = (one["value"] for one in row.get("details", ()) if one["name"] == name)
    return tuple(value for value in said if value not in ("none", "on-request"))


def _item(row: dict[str, Any]) -> DataItem:
    return DataItem(row["id"], row["text"], row["open"], tuple(row.get("parts", ())), (), row["origin"])


def _purpose(row: dict[str, Any]) -> Purpose:
    return Purpose(row["id"], row["text"], row.get("marker", ""), row["open"], (), *_stated(row))


def _party(row: dict[str, Any]) -> Party:
    representative = "　".join(filter(None, (row.get("representativeTitle"), row.get("representativeName"))))
    return Party(
        row["id"],
        row["name"],
        row.get("short", ""),
        "".join(row.get("address", ())),
        representative,
        row.get("country", ""),
        row.get("phone", ""),
        row.get("email", ""),
        row["origin"],
    )


def _contact(row: dict[str, Any]) -> Contact:
    return Contact(
        row["id"],
        row["name"],
        tuple(row.get("takes", ())),
        row.get("phone", ""),
        row.get("email", ""),
        row.get("address", ""),
        row.get("hours", ""),
        row.get("form", ""),
        *_stated(row),
        _open(row),
    )


def _event(row: dict[str, Any]) -> Event:
    return Event(row["id"], row["kind"], row["date"], row.get("text", ""), row["origin"], "")


def _declaration(row: dict[str, Any]) -> Declaration:
    return Declaration(
        row["id"],
        row["topic"],
        row["stance"],
        row.get("modality", ""),
        _texts(row, "exceptions"),
        (),
        *_stated(row),
        _open(row),
    )


def _delegation(row: dict[str, Any]) -> Delegation:
    return Delegation(row["id"], row["topic"], row.get("label", ""), row["url"], *_stated(row))
