"""From the wording files to `frozen.py`: the standard wordings as literals that load at no cost."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..model import BlockType
from ..model.structure import document_type, part_type
from .check import Checker

FOLDER = Path(__file__).resolve().parent
_REGISTERS = ("web", "articles")
_BREAKS = {"inline": "", "line": "\n", "paragraph": "\n\n"}
# What is said of a field of which there is nothing, that is told on request, or is left to another document.
_ANSWERS = {
    "web": (
        ("none", "{name}は、{{{field}|ありません}}。"),
        ("on-request", "{{operator}}は、{name}について、{{{field}|ご本人の求めに応じて、遅滞なくお答えします}}。"),
        ("delegated", "{name}については、「{{{field}}}」をご覧ください。"),
    ),
    "articles": (
        ("none", "{name}は、{{{field}|ない}}。"),
        ("on-request", "{{operator}}は、{name}について、{{{field}|本人の求めに応じて、遅滞なく回答する}}。"),
        ("delegated", "{name}については、「{{{field}}}」に定めるところによる。"),
    ),
}
# What is said of a list that is left open where no other sentence has said so.
_ETC = {
    "web": "{name}は、{{{field}.etc|これらに限りません}}。",
    "articles": "{name}は、{{{field}.etc|これらに限らない}}。",
}
# Conditions and text, as compose/wording.py takes them.
_Row = tuple[tuple[str, ...], str]
_Path = tuple[str | int, ...]

# fmt: off and noqa: the lines are as long as the texts in them.
_HEADER = '''# Generated from */wording.ja.yaml and document.ja.yaml by `python3 run.py freeze`: change those files, not this one.
# fmt: off
# ruff: noqa
"""The clause folders, and the standard wordings of their clauses."""

'''


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Row(_Strict):
    """One text with the conditions under which it is said; `use` stands for the rows of that name in `shared`."""

    when: str = ""
    each: str = ""
    begin: Literal["inline", "line", "paragraph"] = "line"
    text: str = ""
    use: str = ""


class Words(_Strict):
    """Words in both registers, where they are not the same."""

    web: str
    articles: str


class Texts(_Strict):
    """The rows of one text in both registers, what to call its fields where there is only an answer to say, and how to say
    `none` where that is not 「…は、ありません」. `closing` stands behind all else."""

    web: list[Row] = Field(default_factory=list)
    articles: list[Row] = Field(default_factory=list)
    names: dict[str, str | Words] = Field(default_factory=dict)
    none: dict[str, Words] = Field(default_factory=dict)
    closing: Texts | None = None


class File(Texts):
    """A wording file."""

    heading: str | Words | None = None
    items: dict[str, Texts] = Field(default_factory=dict)
    shared: dict[str, list[Row]] = Field(default_factory=dict)


def frozen_modules() -> dict[str, str]:
    """Source text of the generated module by its path from `src/policyc/clauses`: the same for the same files.

    ValueError, with all faults, when a wording file is not right.
    """
    packages = tuple(sorted(path.parent.name for path in FOLDER.glob("*/__init__.py")))
    clauses = {name: importlib.import_module(f"{__package__}.{name}").CLAUSE for name in packages}
    document = document_type(tuple(clauses.values()))
    frame = {"document.ja.yaml": document, "part.ja.yaml": part_type(())}
    files = frame | {f"{n}/wording.ja.yaml": type_ for n, type_ in clauses.items()}
    body, faults = "", []
    for name, type_ in files.items():
        if (FOLDER / name).exists():
            sections, found = load_wording((FOLDER / name).read_text(encoding="utf-8"), type_, document)
            body += f"    {type_.word!r}: {{\n{''.join(_section(*section) for section in sections.items())}    }},\n"
            faults += [f"{name}:{line}: {message}" for line, message in found]
    if faults:
        raise ValueError("\n".join(faults))
    kind = "dict[str, dict[str, dict[str, tuple[tuple[tuple[str, ...], str], ...]]]]"
    return {"frozen.py": f"{_HEADER}PACKAGES = {packages!r}\nWORDINGS: {kind} = {{\n{body}}}\n"}


def _section(word: str, registers: dict[str, tuple[_Row, ...]]) -> str:
    rows = {register: "".join(f"                {row!r},\n" for row in registers[register]) for register in _REGISTERS}
    texts = "".join(f"            {register!r}: (\n{rows[register]}            ),\n" for register in _REGISTERS)
    return f"        {word!r}: {{\n{texts}        }},\n"


def load_wording(
    text: str, type_: BlockType, document: BlockType
) -> tuple[dict[str, dict[str, tuple[_Row, ...]]], list[tuple[int, str]]]:
    """The sections of a wording file (as in WORDINGS), and its faults with their lines."""
    try:
        tree = yaml.compose(text, yaml.SafeLoader)
        file = File.model_validate(yaml.safe_load(text) or {})
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return {}, [(line, f"not YAML: {error.problem}")]
    except ValidationError as error:
        return {}, [(_line(tree, tuple(e["loc"])), f"{_shown(e['loc'])}: {e['msg']}") for e in error.errors()]
    faults = [(line, f"`{key}` is given twice") for line, key in _twice(tree)]
    used: set[str] = set()
    sections: dict[str, dict[str, tuple[_Row, ...]]] = {}
    for word, block, path, texts in _texts(file, type_):
        if block is None:
            faults.append((_line(tree, path), f"{type_.word} has no block `{word}`"))
            continue
        checker = Checker(block, document)
        sections[word] = {}
        for register in _REGISTERS:
            rows: list[_Row] = []
            for index, row in enumerate(getattr(texts, register)):
                made, problems = _rows(row, file.shared)
                problems += [fault for conditions, words in made for fault in checker.faults(conditions, words)]
                line = _line(tree, (*path, register, index))
                faults += [(line, problem) for problem in dict.fromkeys(problems)]
                rows += made
                used.add(row.use)
            closes = path[-1:] == ("closing",)
            begin = _BREAKS["line" if path[:1] == ("items",) else "paragraph"]
            for field in dict.fromkeys((*texts.names, *texts.none)):
                # Rows of their own say it better.
                said = {answer for conditions, _ in rows for answer in _answered(conditions, field)}
                made = [
                    ((f"{'unsaid:' if closes else ''}{field}={answer}",), begin + text)
                    for answer, text in _answers(texts, register, field)
                    if answer not in said
                ]
                problems = [fault for conditions, words in made for fault in checker.faults(conditions, words)]
                at = (*path, "names" if field in texts.names else "none", field)
                faults += [(_line(tree, at), problem) for problem in dict.fromkeys(problems)]
                rows += made
            sections[word][register] = tuple(rows)
    for word, block, names in _named(file, type_):
        section = sections.setdefault(f"{word}.etc" if word else "etc", {})
        for register in _REGISTERS:
            section[register] = (*section.get(register, ()), *_open_lists(block, names, register))
    faults += [(1, problem) for problem in _unanswered(type_, sections)]
    faults += [(_line(tree, ("shared", n)), f"`{n}` is used nowhere") for n in file.shared if n not in used]
    return sections, sorted(faults)


def _texts(file: File, type_: BlockType) -> Iterator[tuple[str, BlockType | None, _Path, Texts]]:
    """Every text of a file: its word in WORDINGS, the block it speaks of, and where in the file it stands."""
    if file.heading is not None:
        both = file.heading if isinstance(file.heading, Words) else Words(web=file.heading, articles=file.heading)
        yield "heading", type_, ("heading",), Texts(web=[Row(text=both.web)], articles=[Row(text=both.articles)])
    yield "", type_, (), file
    if file.closing is not None:
        yield "closing", type_, ("closing",), file.closing
    for word, texts in file.items.items():
        block = next((child for child in type_.children if child.word == word and child.role == "item"), None)
        yield word, block, ("items", word), texts
        if texts.closing is not None:
            yield f"{word}.closing", block, ("items", word, "closing"), texts.closing


def _named(file: File, type_: BlockType) -> Iterator[tuple[str, BlockType, dict[str, str | Words]]]:
    """The clause, and each block in it that has lists: its word in WORDINGS, and what its fields are called."""
    blocks = {"": type_} | {child.word: child for child in type_.children if child.role == "item"}
    for word, block in blocks.items():
        if any(key.takes_etc for key in block.keys):
            texts = file.items.get(word, Texts()) if word else file
            yield word, block, {**(texts.closing.names if texts.closing is not None else {}), **texts.names}


def _open_lists(block: BlockType, names: dict[str, str | Words], register: str) -> Iterator[_Row]:
    """What is said of a list that is left open, where its values were said, but not that it goes on: an author's own text has
    to say that itself."""
    for key in block.keys:
        if key.takes_etc:
            called = names.get(key.word, key.ja)
            name = called if isinstance(called, str) else getattr(called, register)
            conditions = (f"unsaid:{key.word}=etc", f"!unsaid:{key.word}", "!own:text")
            yield conditions, _BREAKS["line"] + _ETC[register].format(field=key.word, name=name)


def _unanswered(type_: BlockType, sections: dict[str, dict[str, tuple[_Row, ...]]]) -> Iterator[str]:
    """What the language lets a field answer, and no row says: `none`, on request, or another document."""
    for block in (type_, *(child for child in type_.children if child.role == "item")):
        own = ("", "closing") if block is type_ else (block.word, f"{block.word}.closing")
        for key in block.keys:
            # A field that has a `none` of its own takes no other answer.
            if not key.takes_answers or any(choice.word == "none" for choice in key.kind.choices):
                continue
            for register in _REGISTERS:
                rows = [row for section in own for row in sections.get(section, {}).get(register, ())]
                said = {value for conditions, _ in rows for value in _answered(conditions, key.word)}
                for answer, _ in _ANSWERS[register]:
                    if answer not in said:
                        yield f"{block.word}: no row in {register} says `{key.word}: {answer}`; give it a name in `names`"


def _answered(conditions: tuple[str, ...], field: str) -> Iterator[str]:
    for condition in conditions:
        word, _, wanted = condition.removeprefix("unsaid:").partition("=")
        if word == field:
            yield from filter(None, wanted.split("|"))


def _rows(row: Row, shared: dict[str, list[Row]]) -> tuple[list[_Row], list[str]]:
    """A row, or those it stands for, with its `each` and conditions on each of them, and its `begin` on the first."""
    if bool(row.text) == bool(row.use):
        return [], ["a row has either `text` or `use`"]
    if row.use and row.use not in shared:
        return [], [f"nothing is called `{row.use}` in `shared`"]
    made: list[_Row] = []
    own = ((f"each:{row.each}",) if row.each else ()) + tuple(row.when.split())
    for index, one in enumerate(shared[row.use] if row.use else [row]):
        conditions = own + (tuple(one.when.split()) if row.use else ())
        begin = row.begin if index == 0 else one.begin
        made.append((conditions, _BREAKS[begin] + one.text.rstrip("\n")))
    return made, []


def _answers(texts: Texts, register: str, field: str) -> Iterator[tuple[str, str]]:
    """What is said of a field for each answer: for all by its name, for `none` in words of its own if it has any."""
    own, named = texts.none.get(field), texts.names.get(field)
    if own is not None:
        yield "none", getattr(own, register)
    if named is not None:
        name = named if isinstance(named, str) else getattr(named, register)
        for answer, text in _ANSWERS[register]:
            if answer != "none" or own is None:
                yield answer, text.format(field=field, name=name)


def _line(tree: Any, path: _Path) -> int:
    """The line of a place in a YAML tree, or of the nearest place around it."""
    for step in path:
        if isinstance(tree, yaml.MappingNode):
            below = next((value for key, value in tree.value if key.value == step), None)
        elif isinstance(tree, yaml.SequenceNode) and isinstance(step, int) and step < len(tree.value):
            below = tree.value[step]
        else:
            below = None
        if below is None:
            break
        tree = below
    return int(tree.start_mark.line) + 1 if tree is not None else 1


def _shown(path: _Path) -> str:
    return ".".join(map(str, path))


def _twice(tree: Any) -> Iterator[tuple[int, str]]:
    """Keys that a mapping has twice, of which YAML would silently keep the last."""
    if isinstance(tree, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in tree.value:
            if key.value in seen:
                yield key.start_mark.line + 1, key.value
            seen.add(key.value)
            yield from _twice(value)
    elif isinstance(tree, yaml.SequenceNode):
        for value in tree.value:
            yield from _twice(value)
