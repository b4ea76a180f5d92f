"""What a page says as a whole: who speaks, which words it defines, how someone is reached, and its dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ...published.page import Row as Line
from ...vocab import lookup
from ..draft import Doubt, Entity, Mark, Section
from . import dates, kinds, parties, reach, terms
from .lines import fold, named, readable
from .marks import settled
from .mentions import in_tables, mentions
from .tables import text as cell_text
from .walk import Path, walk

_WHOSE = re.compile(
    "(?P<who>お客様|お客さま|利用者|ユーザー|ユーザ|会員|患者様|患者さま)(?:様|の皆様|の皆さま)?の(?:大切な)?(?:個人情報|個人データ|情報)"
)


class Survey(NamedTuple):
    """What recognisers know of the whole page before they read its sections.

    `operator` is the name of an organisation of `entities`, "" where the page does not say who speaks. `fields` are
    fields of the document. `marks` and `doubts` are by the path of their section. `uses` is where the purposes stand:
    that clause is to be named `uses`, for others refer to it so. `desks` are the desks whose details stand in a
    section. `personal` are the sections that are about personal data. `cells` are mentions in the cells of tables.
    """

    title: str
    kind: str
    operator: str
    fields: tuple[tuple[str, str], ...]
    entities: tuple[Entity, ...]
    marks: dict[Path, tuple[Mark, ...]]
    doubts: dict[Path, tuple[Doubt, ...]]
    uses: Path | None
    desks: dict[Path, tuple[str, ...]]
    personal: frozenset[Path]
    cells: dict[Path, dict[Line, tuple[Mark, ...]]]

    def entity(self, name: str) -> Entity | None:
        """The entity of that name."""
        return next((entity for entity in self.entities if entity.name == name), None)

    def titled(self, title: str) -> Entity | None:
        """The organisation with that title."""
        same = (e for e in self.entities if e.title == title and e.block == "organization")
        return next(same, None)


class _Draft:
    """What a survey has gathered so far."""

    def __init__(self) -> None:
        self.entities: dict[str, Entity] = {}
        self.first: list[tuple[Path, Mark]] = []
        self.doubts: dict[Path, list[Doubt]] = {}
        self.operator = ""

    def declare(self, entity: Entity, path: Path, row: int, start: int, end: int) -> None:
        """Enter an entity whose definition stands at [start, end) of a row."""
        self.entities[entity.name] = entity
        self.first.append((path, Mark(row, start, end, entity.name, exact=True)))

    def doubt(self, path: Path, row: int, remark: str) -> None:
        """Remember a doubt at a row."""
        self.doubts.setdefault(path, []).append(Doubt(row, remark))


def survey(sections: tuple[Section, ...], title: str, kind: str = "") -> Survey:
    """Survey a page: its sections in order, the title its format gives it, and its kind where the caller knows it."""
    sections = tuple(map(readable, sections))
    listed = tuple(walk(sections))
    draft = _Draft()
    kind = kind or kinds.document(title, sections)
    personal = kinds.personal(sections, title, kind)
    _definitions(draft, listed)
    if not draft.operator:
        _undefined(draft, listed)
    subject = _subjects(draft, listed)
    reached = reach.reach(listed, draft.entities, draft.operator)
    draft.entities.update({entity.name: entity for entity in reached.entities})
    days = dates.dated(listed)
    mentioned = mentions(listed, tuple(draft.entities.values()), draft.first)
    for path, one in days.doubts:
        draft.doubt(path, one.row, one.remark)
    placed: dict[Path, list[Mark]] = {}
    for path, mark in (*draft.first, *reached.marks, *days.marks, *mentioned):
        placed.setdefault(path, []).append(mark)
    marks = {path: settled(section, placed[path]) for path, section in listed if path in placed}
    fields = [("kind", kind), ("operator", draft.operator), ("subjects", subject), ("register", _register(listed))]
    return Survey(
        title,
        kind,
        draft.operator,
        tuple((field, value) for field, value in (*fields, *days.fields) if value),
        tuple(draft.entities.values()),
        {path: found for path, found in marks.items() if found},
        {path: tuple(found) for path, found in draft.doubts.items()},
        next((path for path, one in listed if kinds.clause(one, path in personal) == ("purposes", True)), None),
        reached.desks,
        personal,
        in_tables(listed, tuple(draft.entities.values()), draft.first),
    )


def _definitions(draft: _Draft, listed: Iterable[tuple[Path, Section]]) -> None:
    """Declare what the page defines in brackets. The operator is what calls itself 当社 and the like, wherever that
    stands, or else the subject of the sentence with which the page begins."""
    listed = tuple(listed)
    called: set[str] = set()
    spoken = any(
        parties.is_self(made.called) and parties.name_before(words) is not None
        for _, section in listed
        for line in section.rows
        for made, words in parties.definitions(line.text)
    )
    beginning = True
    for path, section in listed:
        for row, line in enumerate(section.rows):
            for made, words in parties.definitions(line.text):
                if made.called in called:
                    continue
                called.add(made.called)
                after = fold(line.text[made.end : made.end + 3])
                begins = beginning and made.start == 0 and re.match("(?:は|では|が)[、]", after) is not None
                speaks = parties.is_self(made.called)
                found = terms.term(made, words, line.text) if not speaks else None
                at = parties.name_before(words) if speaks or (begins and found is None and not spoken) else None
                if at is not None and not speaks and parties.is_thing(made, line.text[made.start + at : made.name_end]):
                    at = None
                if at is not None and not draft.operator:
                    exact = made._replace(start=made.start + at)
                    name = named(made.called)
                    fields = (("called", exact.form(line.text)),)
                    entity = Entity("organization", name, exact.title(line.text), fields)
                    draft.declare(entity, path, row, exact.start, exact.end)
                    draft.operator = name
                elif found is not None and found[0].name not in draft.entities:
                    draft.declare(found[0], path, row, found[1], made.end)
                elif speaks and not draft.operator:
                    draft.doubt(path, row, f"「{made.called}」が誰を指すか、機械では読み取れませんでした。")
            beginning = beginning and not line.text.strip()


def _undefined(draft: _Draft, listed: tuple[tuple[Path, Section], ...]) -> None:
    """Declare the operator of a page that does not define how it calls itself."""
    title = ""
    for _, section in listed:
        rows = [section.title]
        for line in section.rows:
            # A table of labels and values; in a wider one a label is the head of a column.
            pairs = line.table.rows if line.table is not None and all(len(r) == 2 for r in line.table.rows) else ()
            rows += [cell_text(cell) for pair in pairs for cell in pair] or [line.text]
        label = parties.labelled(rows)
        if label is not None:
            row, start, end = label
            title = rows[row][start:end]
            break
    for _, section in listed[:2]:
        if not title and section.rows and (hit := parties.first_subject(section.rows[0].text)) is not None:
            title = section.rows[0].text[hit[0] : hit[1]]
    if title:
        draft.operator = named(title)
        draft.entities[draft.operator] = Entity("organization", draft.operator, title)
    elif listed:
        path = listed[0][0]
        draft.doubt(path, 0, "公表する事業者の名称が、ページからは読み取れませんでした。operator を確かめてください。")


def _subjects(draft: _Draft, listed: Iterable[tuple[Path, Section]]) -> str:
    """Whose data the page speaks of: a people-word that it defines, or the one in 「お客様の個人情報」."""
    counted = Counter(
        hit["who"] for _, section in listed for row in section.rows for hit in _WHOSE.finditer(fold(row.text))
    )
    for word, _ in counted.most_common(1):
        known = draft.entities.get(named(word))
        if known is not None:
            return known.name if known.block in ("subject", "term") else ""
        concept = lookup("subjects", word)
        if concept is not None:
            draft.entities[named(word)] = Entity("subject", named(word), word, (("is", concept.id),))
            return named(word)
    return ""


def _register(listed: Iterable[tuple[Path, Section]]) -> str:
    """web where sentences end in です・ます, articles where they do not."""
    ends = Counter(
        "web" if re.search("(?:ます|です|ません|ください|下さい|でした|ました)\\Z", end) else "articles"
        for _, section in listed
        for row in section.rows
        for end in fold(row.text).split("。")[:-1]
    )
    return "articles" if ends["articles"] > ends["web"] else "web"
