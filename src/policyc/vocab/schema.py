"""Reads and checks vocabulary files, shipped or a policy's own: the only module with yaml and pydantic."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from policyc.vocab import Concept, lookup
from policyc.vocab.check import Path, clashes, faults, unknown
from policyc.vocab.explain import explain
from policyc.vocab.targets import TARGETS

# The C reader is ten times faster, but not in every build of PyYAML.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LONGEST_FILE = 2_000_000
_DEEPEST = 8
# Controls, bidi marks and the like: they would end up in legal text and in machine files unseen.
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}

_OWN = r"^([a-z][a-z0-9-]*:[A-Za-z][\w-]*|https?://[^\s<>\"{}|\\^`]+)$"
NO_TERMS: Mapping[str, str] = {}
Fit = Literal["exact", "broader", "none"]
Word = Annotated[str, Field(pattern=r"^[^\W\d][\w-]*$", max_length=100)]
Ident = Annotated[str, Field(pattern=r"^([a-z][a-z0-9]*(-[a-z0-9]+)*|[A-Z]{2})$", max_length=100)]
Name = Annotated[str, Field(pattern=r"^\S(.*\S)?$", max_length=200)]
Curie = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*:[A-Za-z][\w-]*$", max_length=100)]
Own = Annotated[str, Field(pattern=_OWN, max_length=500)]
Term = Annotated[str, Field(max_length=100)]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Definition(_Strict):
    """What the concept is, in one sentence of each language."""

    ja: Name
    en: Name


class Dpv(_Strict):
    """The DPV terms of a row and how near they are."""

    terms: list[Curie] = Field(min_length=1)
    fit: Fit
    note: str = ""


class P3p(_Strict):
    """The P3P elements or data references of a row and how near they are."""

    terms: list[Term] = []
    categories: list[Term] = []
    fit: Fit
    note: str = ""


class Row(_Strict):
    """One concept as it is written in YAML."""

    id: Ident
    ja: Name
    aliases: list[Word] = []
    en: Name
    definition: Definition | None = None
    dpv: Dpv | None = None
    own: Own | None = None
    p3p: P3p | None = None
    open: bool = False
    sensitive: bool = False
    article: Name | None = None
    parts: list[Ident] = []
    equivalent: Day | None = None


class File(_Strict):
    """A vocabulary file: rows under the names of the categories; an editor's JSON Schema comes from it."""

    purposes: list[Row] = []
    data: list[Row] = []
    recipients: list[Row] = []
    actions: list[Row] = []
    rights: list[Row] = []
    subjects: list[Row] = []
    measures: list[Row] = []
    bases: list[Row] = []
    countries: list[Row] = []
    labels: list[Row] = []
    notices: list[Row] = []


class Problem(NamedTuple):
    """A fault in a vocabulary file: where (line from 1) and what, in both languages."""

    line: int
    message_ja: str
    message_en: str


class _Unreadable(Exception):
    """The rest of a file cannot be read; its only argument is the Problem."""


def load_yaml(
    text: str, source_name: str, *, shipped: bool = False, owned: Mapping[str, str] = NO_TERMS
) -> tuple[tuple[Concept, ...], tuple[Problem, ...]]:
    """The concepts of a YAML text and the faults in it; bad rows are left out, and nothing is ever raised.

    `source_name` names the file in messages. `shipped` is for the package's own files: the rows of any other
    may not take a word that the shipped vocabulary has, since a policy would then mean something else unseen. `owned` are the
    own terms of files that were read before, and the ids of their rows.
    """
    tree, lines, problems = _parse(text, source_name)
    concepts: list[tuple[Concept, Path]] = []
    taken: dict[tuple[str, str], str] = {}
    terms = dict(owned)
    for category, place, raw in _rows(tree, lines, problems):
        at: Path = (category, place)
        try:
            row = Row.model_validate(raw)
        except ValidationError as error:
            for path, ja, en in map(explain, error.errors()):
                problems.append(Problem(_line(lines, at + path), ja, en))
            continue
        concept = _concept(category, row)
        found = [*faults(concept, shipped), *clashes(concept, taken, terms, shipped)]
        problems += [Problem(_line(lines, at + path), ja, en) for path, ja, en in found]
        taken.update(((category, word), concept.id) for word in concept.spellings)
        if concept.own:
            terms.setdefault(concept.own, concept.id)
        if not found:
            concepts.append((concept, at))
    for concept, at in concepts:
        for part in concept.parts:
            if (concept.category, part) not in taken and (shipped or not lookup(concept.category, part)):
                problems.append(Problem(_line(lines, (*at, "parts")), *unknown(part, ())))
    return tuple(concept for concept, _ in concepts), tuple(sorted(problems))


def load_namespaces(text: str) -> dict[str, str]:
    """The shipped prefixes, from the text of namespaces.yaml; ValueError when it is not right."""
    tree, _, problems = _parse(text, "namespaces.yaml")
    if problems:
        raise ValueError(f"namespaces.yaml: {problems}")
    return dict(tree["namespaces"])


# ---- from text to plain values, with the line of each ----


def _parse(text: str, source_name: str) -> tuple[Any, dict[Path, int], list[Problem]]:
    """Plain lists, dicts, strings and booleans, built from YAML's events.

    Events and not `yaml.load`: they give every value its line, and leave no room for aliases that multiply,
    depth that exhausts the stack, tags that make objects, or `NO` (Norway) read as a truth value.
    """
    lines: dict[Path, int] = {}
    problems: list[Problem] = []
    try:
        if len(text) > _LONGEST_FILE:
            raise _refuse(1, f"「{source_name}」が大きすぎます", f"“{source_name}” is too large")
        return _build(yaml.parse(text, Loader=LOADER), lines, problems), lines, problems
    except _Unreadable as error:
        problems.append(error.args[0])
    except yaml.MarkedYAMLError as error:
        mark, why = error.problem_mark or error.context_mark, error.problem or error.context
        problems.append(Problem(mark.line + 1 if mark else 1, "YAMLとして読めません", f"not YAML: {why}"))
    except (yaml.YAMLError, UnicodeError):
        problems.append(Problem(1, "YAMLに使えない文字があります", "a character that YAML does not allow"))
    return None, lines, problems


def _refuse(line: int, ja: str, en: str) -> _Unreadable:
    return _Unreadable(Problem(line, ja, en))


def _build(events: Iterator[Any], lines: dict[Path, int], problems: list[Problem]) -> Any:
    root: Any = None
    # The open collections, outermost first: value and path, and in a mapping the key that awaits its value.
    frames: list[tuple[Any, Path]] = []
    keys: list[str | None] = []
    for event in events:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.CollectionEndEvent):
            frames.pop()
            keys.pop()
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise _refuse(line, "文書が二つ以上あります", "more than one document")
        if not isinstance(event, yaml.NodeEvent):
            continue
        if isinstance(event, yaml.AliasEvent) or getattr(event, "tag", None) or len(frames) > _DEEPEST:
            ja, en = "別名、タグ、深い入れ子は使えません", "aliases, tags and deep nesting are not allowed"
            raise _refuse(line, ja, en)
        value = _value(event, line, problems)
        if frames and isinstance(frames[-1][0], dict) and keys[-1] is None:
            if not isinstance(value, str):
                raise _refuse(line, "項目の名前は文字列です", "a key must be a string")
            keys[-1] = value
            lines.setdefault((*frames[-1][1], value), line)
            continue
        path: Path = ()
        if frames:
            parent, above = frames[-1]
            key = keys[-1]
            path = (*above, len(parent) if key is None else key)
            if key is None:
                parent.append(value)
            elif key in parent:
                problems.append(Problem(line, f"「{key}」が二度あります", f"“{key}” is given twice"))
            else:
                parent[key] = value
            keys[-1] = None
        else:
            root = value
        lines.setdefault(path, line)
        if isinstance(event, yaml.CollectionStartEvent):
            frames.append((value, path))
            keys.append(None)
    return root


def _value(event: Any, line: int, problems: list[Problem]) -> Any:
    if isinstance(event, yaml.MappingStartEvent):
        return {}
    if isinstance(event, yaml.SequenceStartEvent):
        return []
    text: str = event.value
    if not event.style and text in ("true", "false"):
        return text == "true"
    if not event.style and text in ("", "~", "null"):
        return None
    if any(unicodedata.category(c) in _UNSEEN for c in text):
        problems.append(Problem(line, "目に見えない制御文字があります", "an invisible control character"))
    return text


def _line(lines: dict[Path, int], path: Path) -> int:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


# ---- from plain values to rows ----


def _rows(tree: Any, lines: dict[Path, int], problems: list[Problem]) -> Iterator[tuple[str, int, Any]]:
    if not isinstance(tree, dict):
        if not problems:
            ja, en = f"最上位は {'、'.join(TARGETS)} です", f"the top level has {', '.join(TARGETS)}"
            problems.append(Problem(1, ja, en))
        return
    for category, rows in tree.items():
        line = _line(lines, (category,))
        if category not in TARGETS:
            problems.append(Problem(line, *unknown(category, TARGETS)))
        elif not isinstance(rows, list):
            problems.append(Problem(line, "行の一覧（- …）が要ります", "a list of rows is expected"))
        else:
            yield from ((category, place, row) for place, row in enumerate(rows))


def _concept(category: str, row: Row) -> Concept:
    target = TARGETS[category]
    dpv = row.dpv or Dpv(terms=[target.roots[0]], fit="none")
    p3p = row.p3p or P3p(
        terms=list(target.p3p_default),
        categories=list(target.p3p_default_categories),
        fit="none",
        note=target.gap,
    )
    return Concept(
        category=category,
        id=row.id,
        ja=row.ja,
        aliases=tuple(row.aliases),
        en=row.en,
        definition_ja=row.definition.ja if row.definition else row.ja,
        definition_en=row.definition.en if row.definition else row.en,
        dpv_terms=tuple(dpv.terms),
        dpv_fit=dpv.fit,
        dpv_note=dpv.note,
        own=row.own,
        p3p_terms=tuple(p3p.terms),
        p3p_categories=tuple(p3p.categories),
        p3p_fit=p3p.fit,
        p3p_note=p3p.note or ("" if p3p.terms else target.gap),
        open=row.open,
        sensitive=row.sensitive,
        article=row.article,
        parts=tuple(row.parts),
        equivalent=row.equivalent or "",
    )
