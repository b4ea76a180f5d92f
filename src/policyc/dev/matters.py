"""From the `matter.py` of the clause folders to what other rooms know of clauses: `matters/frozen.py`, `reader/frozen.py`."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..matters import FLOWS, OWN, Matter, acts, flow
from ..model import BlockType
from ..model.structure import document_type, file_type
from ..vocab import concepts, lookup

_CLAUSES = Path(__file__).resolve().parents[1] / "clauses"
# fmt: off and noqa: the lines are as long as the texts in them.
_HEADER = '''# Generated from {source} by `python3 run.py freeze`: change those files, not this one.
# fmt: off
# ruff: noqa
"""{about}"""

'''


class Declared(NamedTuple):
    """A clause folder: the type, and what it declares of its matter."""

    folder: str
    clause: BlockType
    matter: Matter


def declared() -> tuple[Matter, ...]:
    """The matter of every clause type, in the order of the folders. ValueError, with all faults, where they do not fit."""
    rows: list[Declared] = []
    found: list[str] = []
    for name in sorted(path.parent.name for path in _CLAUSES.glob("*/__init__.py")):
        clause = importlib.import_module(f"policyc.clauses.{name}").CLAUSE
        if not (_CLAUSES / name / "matter.py").exists():
            found.append(f"{name}: no matter.py says what other rooms know of it")
            continue
        matter = importlib.import_module(f"policyc.clauses.{name}.matter").MATTER
        rows.append(Declared(name, clause, matter._replace(word=clause.word, ja=clause.ja)))
    found += faults(rows)
    if found:
        raise ValueError("\n".join(found))
    return tuple(row.matter for row in rows)


def faults(rows: Sequence[Declared]) -> list[str]:
    """What does not fit: a word that another block has; an action with two clauses or none, or that no vocabulary has; practices
    that are stated and not declared."""
    found = []
    others = {spelled for child in (*file_type(()).children, *document_type(()).children) for spelled in child[:2]}
    taken: dict[str, str] = {}
    for folder, clause, matter in rows:
        for word in (clause.word, clause.ja):
            if word in others:
                found.append(f"{folder}: another block is called `{word}`")
            others.add(word)
        if clause.states_practices != bool(matter.acts or matter.also):
            found.append(f"{folder}: `acts` or `also` name what is done just where the clause states practices")
        for act in matter.acts:
            if taken.setdefault(act.action, folder) != folder:
                found.append(
                    f"{folder}: {taken[act.action]} is the place for `{act.action}` already; name it in `also`"
                )
            if lookup("actions", act.action) is None:
                found.append(f"{folder}: the vocabulary has no action `{act.action}`")
    for folder, _, matter in rows:
        named = (*matter.also, *([matter.never] if matter.never else []))
        found += [f"{folder}: no clause is the place for `{action}`" for action in named if action not in taken]
    return found


def matters_module() -> str:
    """Source text of `matters/frozen.py`: the same for the same clauses."""
    rows = "".join(f"    {_literal(row)},\n" for row in declared())
    header = _HEADER.format(source="clauses/*/matter.py", about="What the clauses declare of their matters.")
    return f"{header}from .records import Act, Answer, Headings, Matter, Term\n\nMATTERS: tuple[Matter, ...] = (\n{rows})\n"


def reader_module() -> str:
    """Source text of `reader/frozen.py`: what the reader, who knows no compiler, is told of actions."""
    # Only now: the targets read what `matters_module` makes.
    from ..emit.p3p.facts import MEMBERS

    members = {action: MEMBERS[act.flow] for action, act in acts().items() if act.flow != OWN}
    terms: dict[str, str] = {}
    for concept in concepts("actions").values():
        terms.setdefault(concept.own or concept.dpv_terms[0], concept.id)
    header = _HEADER.format(source="clauses/*/matter.py and vocab/actions.yaml", about="Actions as files name them.")
    flows = {name: tuple(action for action in acts() if flow(action) == name) for name in FLOWS}
    return (
        header
        + "# The members of policy.p3p.json in which the practices of an action stand; all others are in `OTHERS`.\n"
        + f"MEMBERS = {{\n{_rows(members)}}}\n"
        + f"OTHERS = {MEMBERS[OWN]!r}\n"
        + "# The first term of dpv:hasProcessing: our own where the action has one.\n"
        + f"ACTIONS = {{\n{_rows(terms)}}}\n"
        + "# The actions by which data go somewhere.\n"
        + f"FLOWS: dict[str, tuple[str, ...]] = {{\n{_rows(flows)}}}\n"
    )


def _literal(row: object) -> str:
    """A record as Python writes it, without the fields that are as they are by default."""
    if not isinstance(row, tuple):
        return repr(row)
    fields = getattr(type(row), "_fields", None)
    if fields is None:
        return f"({''.join(f'{_literal(one)}, ' for one in row)})"
    defaults = getattr(type(row), "_field_defaults")  # noqa: B009
    said = ((name, getattr(row, name)) for name in fields)
    shown = (f"{name}={_literal(v)}" for name, v in said if name not in defaults or v != defaults[name])
    return f"{type(row).__name__}({', '.join(shown)})"


def _rows(table: Mapping[str, object]) -> str:
    return "".join(f"    {key!r}: {value!r},\n" for key, value in table.items())
