"""What of a draft is to be written: which facts of which sections, and which have turned out not to hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from ..clauses import catalogue
from ..published.page import Piece
from ..vocab import lookup
from .crossings import crossings
from .draft import Entity, Mark, Reading, Section
from .notices import Notice, notices
from .outline import Outline
from .recognise import Path, Survey, kinds, read_section, settled, survey, walk
from .recognise.marks import in_cell

# How much of a section is written: its facts; only mentions of parties and terms; only its characters.
FACTS, MENTIONS, PROSE = 0, 1, 2


class Plan(NamedTuple):
    """A page with what was read in it, and how far each section may be trusted. `names` are those of sections that others
    speak of, `given` those that sections get where they state facts."""

    outline: Outline
    survey: Survey
    readings: dict[Path, Reading]
    trust: dict[Path, int]
    dropped: frozenset[str]
    names: dict[Path, str]
    given: dict[Path, str]
    fields: bool = True

    def reading(self, path: Path) -> Reading:
        """What is to be written of a section."""
        trust = self.trust.get(path, FACTS)
        known = self.readings.get(path)
        if trust == FACTS and known is not None:
            made = known
        else:
            marks = self.survey.marks.get(path, ()) if trust <= MENTIONS else ()
            made = Reading("article", (), marks, doubts=known.doubts if known is not None else ())
            if known is not None and trust <= MENTIONS:
                made = made._replace(cells=known.cells)
        cells = {line: tuple(filter(self.holds, marks)) for line, marks in made.cells.items()}
        return made._replace(marks=tuple(filter(self.holds, made.marks)), cells=cells)

    def name(self, path: Path) -> str:
        """The name of a section. What states facts has one, so that their identifiers stay when sections come and go."""
        own = self.names.get(path, "")
        return own if own or self.reading(path).clause == "article" else self.given.get(path, "")

    def holds(self, mark: Mark) -> bool:
        """Whether what a mark refers to is still declared."""
        name = mark.ref.partition(".")[0]
        return name not in self.dropped and (self.fields or name not in DATES)

    def entities(self) -> list[Entity]:
        """Everything to be declared at the top, each once."""
        found: dict[str, Entity] = {}
        made = [self.reading(path).entities for path in self.readings]
        for entity in (*self.survey.entities, *(one for entities in made for one in entities)):
            if entity.block != "delegates" and entity.name not in self.dropped:
                found.setdefault(entity.name, entity)
        used = self.used()
        return [entity for entity in found.values() if entity.name in used]

    def used(self) -> set[str]:
        """The names that marks or fields speak of."""
        found = {self.survey.operator}
        for path in self.readings:
            made = self.reading(path)
            found |= {name for mark in made.marks for name in mark.ref.split(".")}
            values = [value for _, value in made.fields]
            values += [value for child in made.children for _, value in child.fields]
            found |= {word.partition(".")[0] for value in values for word in value.replace(",", " ").split()}
        found |= {value for _, value in self.survey.fields}
        for entity in (*self.survey.entities, *(e for r in self.readings.values() for e in r.entities)):
            if entity.name in found:
                found |= {w.partition(".")[0] for _, value in entity.fields for w in value.replace(",", " ").split()}
        return found

    def distrust(self, paths: set[Path], names: set[str], fields: bool) -> Plan:
        """The plan with less trust in some sections, without some entities, without the dates where `fields` is false."""
        trust = dict(self.trust)
        for path in paths:
            trust[path] = min(trust.get(path, FACTS) + 1, PROSE)
        return self._replace(trust=trust, dropped=self.dropped | names, fields=self.fields and fields)


_NOTICES = ("commerce-notice", "payment-notice")
DATES = ("enacted", "revised", "published", "effective")


def says(declared: Mapping[str, Entity], ref: str) -> str:
    """What `{ref}` says once its definition has been given, "" where that is not known; `declared` is by name."""
    name, _, part = ref.partition(".")
    entity = declared.get(name)
    if entity is None:
        concept = lookup("data", part) if part and "." not in part else None
        return concept.ja if concept is not None else ""
    fields = dict(entity.fields)
    if not part:
        called = fields.get("called", "")
        return called.split('"')[1] if called.startswith('"') else "" if called else entity.title
    if part == "full":
        return entity.title
    value = fields.get(part, "")
    return value[1:-1] if value.startswith('"') and value.count('"') == 2 and "\\" not in value else ""


def plan(outline: Outline, operator: str = "", kind: str = "") -> Plan:
    """Read all sections of an outline. `operator` and `kind` are what the caller knows better than the page."""
    kind = kind or kinds.document(outline.title, outline.sections)
    labelled: dict[int, Notice] = {}
    if kind in _NOTICES:
        sections, labelled = notices(outline.sections, kind)
        outline = outline._replace(sections=sections)
    found = survey(outline.sections, outline.title, kind)
    readings: dict[Path, Reading] = {}

    def visit(section: Section, path: Path) -> Section:
        shown = section
        if section.level == 0 and len(outline.sections) == 1:
            # A page of one clause: its title is what the clause is about.
            shown = section._replace(heading=(Piece(outline.title),))
        made = read_section(shown, path, found) if kind not in _NOTICES else None
        if len(path) == 1 and path[0] in labelled:
            notice = labelled[path[0]]
            fields = (("layout", notice.layout),)
            marks, doubts = found.marks.get(path, ()), (*notice.doubts, *found.doubts.get(path, ()))
            readings[path] = Reading("disclosures", fields, marks, notice.children, doubts=doubts)
            return section
        inner = tuple(visit(one, (*path, n)) for n, one in enumerate(section.sections))
        part = bool(inner) or (made is not None and made.clause == "part" and section.level > 0)
        if made is not None and made.clause not in ("part", "article") and (inner or (not shown.title)):
            made = None
        if made is not None and made.clause == "part" and section.level == 0:
            made = None
        readings[path] = made or Reading("article", (), found.marks.get(path, ()), doubts=found.doubts.get(path, ()))
        return section._replace(sections=inner, part=part)

    sections = tuple(visit(section, (n,)) for n, section in enumerate(outline.sections))
    readings = _apart(readings)
    labels = {
        section.rows[child.first].text: child.name
        for path, section in walk(sections)
        for child in readings[path].children
        if child.block == "disclosure" and child.first < len(section.rows)
    }
    names, marks, cells = crossings(sections, found.uses, labels)
    for path, section in walk(sections):
        told = {
            line: in_cell(line, [*cells.get(path, {}).get(line, ()), *found.cells.get(path, {}).get(line, ())])
            for line in (*cells.get(path, {}), *found.cells.get(path, {}))
        }
        if told:
            readings[path] = readings[path]._replace(cells=told)
        if path in marks:
            own = readings[path].marks
            # What a definition says stays as it is: 第3条の規定により登録した者（以下「会員」という。）
            defining = [mark for mark in own if mark.exact and "." not in mark.ref]
            settled_marks = settled(section, [*defining, *marks[path], *own])
            readings[path] = readings[path]._replace(marks=settled_marks)
    if found.uses is not None:
        names[found.uses] = "uses"
    given = _given(sections, readings, names)
    made = Plan(outline._replace(sections=sections), found, readings, {}, _lost(found, readings), names, given)
    return made if not operator else _told(made, operator)


def _lost(found: Survey, readings: dict[Path, Reading]) -> frozenset[str]:
    """The names whose definition nobody gives any more: their first mention would become one."""
    defined = {mark.ref for made in readings.values() for mark in made.marks if mark.exact}
    return frozenset(
        entity.name
        for entity in found.entities
        if entity.name not in defined and any(field in ("called", "as") for field, _ in entity.fields)
    )


def _given(sections: tuple[Section, ...], readings: dict[Path, Reading], names: dict[Path, str]) -> dict[Path, str]:
    """A name for each section of a clause that states facts, and each part with fields: the word of its type, and which of those
    it is on the page."""
    words = {type_.word: type_.ja for type_ in catalogue()} | {"part": "部"}
    taken = {*names.values(), *(child.name for made in readings.values() for child in made.children)}
    count: Counter[str] = Counter()
    given: dict[Path, str] = {}
    for path, _ in walk(sections):
        made = readings[path]
        if path in names or made.clause == "article" or (made.clause == "part" and not made.fields):
            continue
        name = ""
        while not name or name in taken:
            count[made.clause] += 1
            name = f"{words[made.clause]}-{count[made.clause]}"
        given[path] = name
    return given


def _apart(readings: dict[Path, Reading]) -> dict[Path, Reading]:
    """The same readings with a name of its own for each block inside them."""
    used: set[str] = set()
    found: dict[Path, Reading] = {}
    for path, reading in readings.items():
        children = []
        for child in reading.children:
            name, n = child.name, 1
            while name in used:
                n += 1
                name = f"{child.name.rpartition('-')[0] or child.name}-{len(used) + n}"
            used.add(name)
            children.append(child._replace(name=name))
        found[path] = reading._replace(children=tuple(children))
    return found


def _told(made: Plan, operator: str) -> Plan:
    """The plan with the operator that the caller names; one that the page declares by that name stays itself."""
    same = next((e for e in made.survey.entities if e.block == "organization" and e.title == operator), None)
    entity = same or Entity("organization", "operator", operator)
    fields = (("operator", entity.name), *(f for f in made.survey.fields if f[0] != "operator"))
    entities = made.survey.entities if same else (*made.survey.entities, entity)
    return made._replace(survey=made.survey._replace(operator=entity.name, fields=fields, entities=entities))


def tally(made: Plan) -> Counter[str]:
    """How many blocks of each kind a plan declares."""
    counts: Counter[str] = Counter()
    for entity in made.entities():
        counts[entity.block] += 1
    for path in made.readings:
        reading = made.reading(path)
        if reading.clause != "article":
            counts[reading.clause] += 1
        for child in reading.children:
            counts[child.block] += 1
    return counts
