"""Whose are the details of how someone is reached: of an organisation named above them, or of a desk."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ..draft import Entity, Mark, Row, Section
from . import kinds, parties
from .contacts import Detail, details
from .lines import fold, linked, named, quoted
from .walk import Path

_DESK = re.compile(
    "(?:(?:お?問い?合わ?せ|相談|苦情|受付|お客様|個人情報)[^。:]*(?:窓口|係|センター|デスク|事務局|相談室|担当|受付|責任者)|.*(?:窓口|事務局|相談室|センター|係|部|課|室))\\Z"
)
_HEADING = re.compile(
    "お?問い?合わ?せ(?:等)?(?:の)?(?:窓口|先)?|(?:苦情|ご?相談)(?:等)?(?:の)?(?:受付)?窓口|連絡先|窓口"
)
_OF_DESK = {"phone", "email", "address", "postal-code", "hours", "form"}
_OF_ORGANIZATION = {"address", "postal-code", "representative", "phone", "email"}


class Reached(NamedTuple):
    """Organisations with their details and the desks found, marks over the details, and the desks of each section."""

    entities: tuple[Entity, ...]
    marks: list[tuple[Path, Mark]]
    desks: dict[Path, tuple[str, ...]]


def reach(listed: Iterable[tuple[Path, Section]], entities: dict[str, Entity], operator: str) -> Reached:
    """Find details row by row: they belong to what the row above them names, or to the desk of their section."""
    owners = {entity.title: entity for entity in entities.values() if entity.block == "organization"}
    known: dict[str, Entity] = dict(entities)
    marks: list[tuple[Path, Mark]] = []
    desks: dict[Path, tuple[str, ...]] = {}
    for path, section in listed:
        word = kinds.clause(section)[0]
        at_desk = word in ("contact", "requests") or _HEADING.search(fold(section.title)) is not None
        owner, desk = "", ""
        for index, row in enumerate(section.rows):
            found = [*details(row.text), *_forms(row, at_desk)]
            if not found:
                name = _organisation(row.text, known)
                if at_desk and not desk:
                    desk = _desk_title(row.text) or (name or desk)
                elif _desk_title(row.text):
                    desk, owner = _desk_title(row.text), ""
                elif not at_desk:
                    owner = name
                continue
            for detail in found:
                entity: Entity | None
                if at_desk or desk:
                    entity = _desk(known, desk or _heading(section))
                    if detail.key not in _OF_DESK:
                        continue
                    if entity.name not in desks.get(path, ()):
                        desks[path] = (*desks.get(path, ()), entity.name)
                elif owner and detail.key in _OF_ORGANIZATION:
                    entity = owners.get(owner) or known.get(named(owner)) or Entity("organization", named(owner), owner)
                    entity = known.get(entity.name, entity)
                else:
                    continue
                entity = _with(entity, detail, row)
                if entity is None:
                    continue
                known[entity.name] = entity
                marks.append((path, Mark(index, detail.start, detail.end, f"{entity.name}.{detail.key}", exact=True)))
    return Reached(tuple(known.values()), marks, desks)


def _organisation(text: str, known: dict[str, Entity]) -> str:
    """The organisation that a row names and nothing else."""
    words = text.strip()
    if any(entity.title == words for entity in known.values() if entity.block == "organization"):
        return words
    return words if parties.is_name(words) else ""


def _desk_title(text: str) -> str:
    """The desk that a row names and nothing else, without brackets around it."""
    words = text.strip().strip("（）()【】[]■・").strip()
    short = len(words) <= 50 and not re.search("[。：:@]", words) and not re.search("[はがをに]、?$|ください", words)
    return words if short and _DESK.match(fold(words)) else ""


def _heading(section: Section) -> str:
    hit = _HEADING.search(fold(section.title))
    return section.title[hit.start() : hit.end()] if hit is not None else "お問い合わせ窓口"


def _desk(known: dict[str, Entity], title: str) -> Entity:
    """The desk with that title; apart in name from an organisation that has it too."""
    name = named(title)
    other = known.get(name)
    if (other is not None and other.block != "desk") or name in ("窓口", "連絡先", "お問い合わせ"):
        name = f"{name}-窓口"
    return known.get(name) or Entity("desk", name, title)


def _with(entity: Entity, detail: Detail, row: Row) -> Entity | None:
    """The entity with one more detail; None where it says another of the same kind already."""
    if detail.key == "form":
        value = f"[{_label(detail.parts[0])}]({linked(row, detail.start)})"
    else:
        value = ", ".join(map(quoted, detail.parts))
    earlier = dict(entity.fields).get(detail.key)
    if earlier is not None:
        return entity if earlier == value else None
    return entity._replace(fields=(*entity.fields, (detail.key, value)))


def _forms(row: Row, at_desk: bool) -> Iterable[Detail]:
    """Links to a form for inquiries."""
    at = 0
    for piece in row.pieces:
        if at_desk and piece.url.startswith("http") and re.search("フォーム|Form|form", piece.text):
            yield Detail("form", at, at + len(piece.text), (piece.text,))
        at += len(piece.text)


def _label(words: str) -> str:
    return re.sub(r"([\\{}\[\]*|])", r"\\\1", words)
