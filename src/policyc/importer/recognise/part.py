"""What a heading over clauses says of them: under which statute they are published, whose definitions apply."""

from __future__ import annotations

import re

from ..draft import Entity, Mark, Reading, Section
from .lines import fold, named, sentences
from .rules import Found, reading
from .survey import Survey
from .walk import Path

_UNDER = re.compile("に基づき、[^。]{0,20}(?:次|以下|下記)[^。]{0,12}(?:公表|掲示|表示)")
_TERMS = re.compile(
    "定義(?:が)?(?:のない|がない|なき|されていない)[^。]{0,8}(?:語句|用語)[^。]{0,6}は、(?P<m>[^。、]{2,30}の(?:定義|定め)(?:する(?:ところ|定義))?)に?(?:より|よる|従)"
)
_ADHERES = re.compile("(?P<m>(?:個人情報保護|プライバシー)(?:方針|ポリシー)に(?:従い|則り|基づき))、[^。]*取り?扱")


def read(section: Section, path: Path, survey: Survey) -> Reading | None:
    """Statutes of the survey that the section is published under, and a policy it follows."""
    found = [*_statutes(section, path, survey), *_follows(section)]
    return reading("part", found) if found else None


def _statutes(section: Section, path: Path, survey: Survey) -> list[Found]:
    found: list[Found] = []
    marks = [
        (mark, entity)
        for mark in survey.marks.get(path, ())
        if (entity := survey.entity(mark.ref.split(".")[0])) is not None and entity.block == "statute"
    ]
    for sentence in sentences(section):
        for mark, entity in marks:
            if mark.row != sentence.row:
                continue
            hit = _UNDER.match(sentence.text, mark.end - sentence.start) if mark.end >= sentence.start else None
            if hit is not None:
                over = Mark(mark.row, mark.start, mark.end + len("に基づき"), "published-under")
                found.append(Found("published-under", entity.name, (over,)))
            terms = _TERMS.search(sentence.text)
            if terms is not None and terms.start("m") == mark.start - sentence.start:
                found.append(Found("undefined-terms", entity.name, (sentence.mark(terms, "undefined-terms", "m"),)))
    return found


def _follows(section: Section) -> list[Found]:
    """A policy that is followed, if the section links to one."""
    links = [(n, row, piece) for n, row in enumerate(section.rows) for piece in row.pieces]
    linked = [(n, row, piece) for n, row, piece in links if piece.url and re.search("方針|ポリシー", piece.text)]
    for sentence in sentences(section):
        hit = _ADHERES.search(sentence.text)
        if hit is not None and len(linked) == 1:
            index, row, piece = linked[0]
            start = row.text.index(piece.text)
            entity = Entity("publication", named(fold(piece.text)), piece.text, (("link", piece.url),))
            place = Mark(index, start, start + len(piece.text), "adheres-to", exact=True)
            return [Found("adheres-to", entity.name, (sentence.mark(hit, "adheres-to", "m"), place), (entity,))]
    return []
