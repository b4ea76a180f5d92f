"""A plan as the text of a source, with the lines that each section and each entity take in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from ..format.width import width
from . import escape, numbering
from .body import Body, children_form, rows_of
from .draft import Child, Entity, Mark, Reading, Section
from .phrase import Stated, phrase
from .plan import DATES, Plan, says
from .recognise import Path
from .tabled import tabled


class Place(NamedTuple):
    """Lines [first, end) of the source, from 1, and whose they are: a section's, an entity's or the document's own."""

    first: int
    end: int
    path: Path | None
    entity: str = ""


class Written(NamedTuple):
    """A source and whose its lines are."""

    text: str
    places: tuple[Place, ...]


def write(plan: Plan, name: str, url: str = "", remarks: tuple[str, ...] = ()) -> Written:
    """The source of a plan. `name` is the document's identifier; `remarks` are comments for its head."""
    return _Writer(plan, name, url, remarks).written()


class _Writer:
    def __init__(self, plan: Plan, name: str, url: str, remarks: tuple[str, ...]) -> None:
        self.plan, self.name, self.url, self.remarks = plan, name, url, remarks
        self.lines: list[str] = []
        self.places: list[Place] = []
        self.forms = numbering.forms(plan.outline.sections)
        self.numbers = {id(section): n for section, n in numbering.clauses(plan.outline.sections, self.forms.restart)}
        self.numbers |= {id(section): n for section, n in numbering.parts(plan.outline.sections)}
        self.declared = {entity.name: entity for entity in plan.entities()}
        self.says = partial(says, self.declared)

    def written(self) -> Written:
        self.lines += [f"# {escape.remark(remark)}" if remark else "#" for remark in self.remarks]
        for entity in self.declared.values():
            first = self._next()
            self._entity(entity)
            self._place(first, None, entity.name)
        self._document()
        return Written("\n".join(self.lines).rstrip("\n") + "\n", tuple(self.places))

    # -- heads ----------------------------------------------------------------------------------------------------------

    def _entity(self, entity: Entity, indent: str = "") -> None:
        fields = dict(entity.fields)
        link = fields.pop("link", "")
        if not indent and (not self.lines or self.lines[-1]):
            self.lines.append("")
        if entity.block == "delegates":
            self.lines.append(f"{indent}delegates {entity.name} [{escape.words(entity.title)}]({link})")
            return
        title = f" {escape.plain(entity.title)}" if entity.title else ""
        head = f"{indent}{entity.block} {entity.name}{title}" + (f" <{link}>" if link else "")
        body = [f"{indent}  {field}: {value}" for field, value in fields.items()]
        self.lines += [f"{head} {{", *body, indent + "}"] if body else [head]

    def _document(self) -> None:
        outline, plan = self.plan.outline, self.plan
        first = self._next()
        title = outline.title.replace("\n", " ") or "無題"
        words = escape.quoted(phrase(outline.words, (), self.says)) if outline.words else escape.plain(title)
        self.lines += ["", f"document {self.name} {words} {{"]
        fields = [("kind", plan.survey.kind or "general-policy")]
        fields += [("url", f"<{self.url}>")] if self.url else []
        fields += [
            (field, value)
            for field, value in plan.survey.fields
            if field not in ("kind", "url") and value not in plan.dropped and (plan.fields or field not in _DATED)
        ]
        fields += [] if outline.titled else [("page-title", "none")]
        self.lines += [f"  {field}: {value}" for field, value in fields]
        self.lines += ["", *self._numbering()]
        if all(section.level for section in outline.sections):
            self.lines.append('  text: ""')
        self._place(first, None)
        for n, section in enumerate(outline.sections):
            self._section(section, (n,), "  ", 0)
        self.lines.append("}")

    def _numbering(self) -> list[str]:
        forms = self.forms
        rows: list[str] = []
        if forms.parts:
            rows.append("part: " + ", ".join(map(_pattern, forms.parts)))
        rows.append(f"clause: {_pattern(forms.clause)}")
        rows.append(f"paragraphs: {_pattern(forms.paragraphs)}")
        if forms.items:
            rows.append("items: " + ", ".join(map(_pattern, forms.items)))
        if forms.bullets:
            rows.append("bullets: " + ", ".join(_pattern(numbering.drawn(mark)) for mark in forms.bullets))
        rows.append(f"restart: {'yes' if forms.restart else 'no'}")
        return ["  numbering {", *(f"    {row}" for row in rows), "  }"]

    # -- sections -------------------------------------------------------------------------------------------------------

    def _section(self, section: Section, path: Path, indent: str, level: int) -> None:
        reading = self.plan.reading(path)
        first = self._next()
        if section.level == 0 and reading.clause == "article":
            self._doubts(reading, section, indent)
            self._text(section, reading, indent)
            self._place(first, path)
            return
        if section.level == 0:
            self.lines.append(f'{indent}text: ""')
        self.lines.append("")
        first = self._next()
        self._doubts(reading, section, indent)
        block = "part" if section.part else reading.clause if reading.clause != "part" else "article"
        called = self.plan.name(path)
        name = f" {called}" if called else ""
        title = f" {escape.quoted(phrase(section.heading, (), self.says))}" if section.heading else ""
        self.lines.append(f"{indent}{block}{name}{title} {{")
        inner = indent + "  "
        form = self.forms.parts[min(level, len(self.forms.parts) - 1)] if section.part else self.forms.clause
        own = [self._own(section, level)] if not section.heading else []
        if section.heading and not numbering.says(form, self.numbers[id(section)], section):
            own = [self._own(section, level)]
        body = children_form(section, reading, self.forms)
        own += [] if body is None or body.items is None else [f"items: {_pattern(body.items)}"]
        paragraphs = numbering.paragraphs(section)
        if paragraphs != self.forms.paragraphs and (paragraphs or reading.children or numbering.several(section)):
            own.append(f"paragraphs: {_pattern(paragraphs)}")
        if own:
            self.lines += [f"{inner}numbering {{ {'; '.join(own)} }}"]
        self.lines += [f"{inner}{field}: {value}" for field, value in reading.fields]
        for entity in reading.entities:
            if entity.block == "delegates":
                self._entity(entity, inner)
        self._content(section, reading, body, inner)
        self._place(first, path)
        for n, below in enumerate(section.sections):
            self._section(below, (*path, n), inner, level + 1)
        self.lines.append(f"{indent}}}")

    def _own(self, section: Section, level: int) -> str:
        if not section.heading:
            return 'clause: ""'
        form = numbering.pattern(section)
        if not numbering.says(form, self.numbers[id(section)], section):
            form = (section.marker + "{heading}" + section.tail).replace("\n", " ")
        if not section.part:
            return f"clause: {_pattern(form)}"
        # Parts inside this one take their pattern from the same list.
        levels = list(self.forms.parts)
        levels[min(level, len(levels) - 1)] = form
        return "part: " + ", ".join(map(_pattern, levels))

    def _content(self, section: Section, reading: Reading, body: Body | None, indent: str) -> None:
        if body is None:
            made = tabled(section, reading, {name: entity.title for name, entity in self.declared.items()})
            for child in made.children if made is not None else ():
                fields = "; ".join(f"{field}: {value}" for field, value in child.fields)
                self.lines.append(f'{indent}{child.block} {child.name} {{ {fields}; text: "" }}')
            self._text(section, reading, indent, stated={made.row: made.stated} if made is not None else None)
            return
        self._text(section, reading, indent, 0, body.children[0].first)
        for child in body.children:
            self._child(section, reading, child, indent)
        if body.children[-1].end < len(section.rows):
            self._text(section, reading, indent, body.children[-1].end, None, "closing")

    def _child(self, section: Section, reading: Reading, child: Child, indent: str) -> None:
        name = f" {child.name}" if child.name else ""
        row = section.rows[child.first]
        fields = [f"{indent}  {field}: {value}" for field, value in child.fields]
        if child.block in ("purpose", "disclosure"):
            marks = _of(reading.marks, child.first)
            title = escape.quoted(phrase(row.pieces, marks, self.says))
            self.lines.append(f"{indent}{child.block}{name} {title} {{")
            self.lines += fields
            if child.block == "purpose" and child.end == child.first + 1:
                self._closed(len(fields))
                return
            if child.first + 1 < child.end or child.block == "disclosure":
                self._text(section, reading, indent + "  ", child.first + 1, child.end, depth=row.depth)
        else:
            self.lines.append(f"{indent}{child.block}{name} {{")
            self.lines += fields
            self._text(section, reading, indent + "  ", child.first, child.end, depth=row.depth, bare=True)
        self.lines.append(f"{indent}}}")

    def _closed(self, fields: int) -> None:
        """Write the block of the last lines in one line, where it is short enough."""
        head, *body = self.lines[-fields - 1 :]
        line = f"{head} {'; '.join(field.strip() for field in body)} }}" if body else f"{head[:-2]}"
        if width(line) <= _WIDE:
            self.lines[-fields - 1 :] = [line]
        else:
            self.lines.append(" " * (len(head) - len(head.lstrip(" "))) + "}")

    def _text(
        self,
        section: Section,
        reading: Reading,
        indent: str,
        first: int = 0,
        end: int | None = None,
        field: str = "text",
        depth: int = 0,
        bare: bool = False,
        stated: Mapping[int, Stated] | None = None,
    ) -> None:
        rows, marks = section.rows[first:end], reading.marks
        lines = rows_of(rows, first, marks, self.forms, self.says, depth, bare, stated, reading.cells)
        if not lines:
            self.lines += [f'{indent}{field}: ""'] if field == "text" else []
        elif len(lines) == 1 and lines[0].plain:
            self.lines.append(f"{indent}{field}: {escape.quoted(lines[0].text.lstrip(' '))}")
        else:
            self.lines.append(f'{indent}{field}: """')
            self.lines += [f"{indent}  {line.text}".rstrip(" ") if line.text else "" for line in lines]
            self.lines.append(f'{indent}  """')

    def _doubts(self, reading: Reading, section: Section, indent: str) -> None:
        for doubt in reading.doubts:
            line = section.rows[doubt.row].line if doubt.row < len(section.rows) else section.line
            where = f"（ページの {line} 行目）" if line else ""
            self.lines.append(f"{indent}# 要確認: {escape.remark(doubt.remark)}{where}")

    def _next(self) -> int:
        return len(self.lines) + 1

    def _place(self, first: int, path: Path | None, entity: str = "") -> None:
        self.places.append(Place(first, self._next(), path, entity))


_WIDE = 120
_DATED = (*DATES, "date-style")


def _of(marks: tuple[Mark, ...], row: int) -> list[Mark]:
    return [mark for mark in marks if mark.row == row]


def _pattern(form: str) -> str:
    return '"' + form.replace("\\", "").replace('"', "") + '"'
