"""From the `matter.py` of the clause folders to what other rooms know of clauses: `matters/frozen.py`, `reader/frozen.py`."""

from __future__ import annotations

import importlib
from pathlib import Path

from ..matters import Matter, acts, flow

_CLAUSES = Path(__file__).resolve().parents[1] / "clauses"
# fmt: off and noqa: the lines are as long as the texts in them.
_HEADER = '''# Generated from {source} by `python3 run.py freeze`: change those files, not this one.
# fmt: off
# ruff: noqa
"""{about}"""

'''


def declared() -> tuple[Matter, ...]:
    """The matter of every clause type, in the order of the folders.

    ValueError, with all faults, where two clauses are the place for one action, or one that states practices names none.
    """
    rows, faults, taken = [], [], dict[str, str]()
    for name in sorted(path.parent.name for path in _CLAUSES.glob("*/__init__.py")):
        clause = importlib.import_module(f"policyc.clauses.{name}").CLAUSE
        own: Matter = importlib.import_module(f"policyc.clauses.{name}.matter").MATTER
        rows.append(own._replace(word=clause.word, ja=clause.ja))
        if clause.states_practices != bool(own.acts or own.also):
            faults.append(f"{name}: `acts` or `also` name what is done, just where the clause states practices")
        for act in own.acts:
            if taken.setdefault(act.action, name) != name:
                faults.append(f"{name}: {taken[act.action]} is the place for `{act.action}`; name it in `also`")
    faults += [f"{row.word}: no clause is the place for `{a}`" for row in rows for a in row.also if a not in taken]
    if faults:
        raise ValueError("\n".join(faults))
    return tuple(rows)


def matters_module() -> str:
    """Source text of `matters/frozen.py`: the same for the same clauses."""
    rows = "".join(f"    {_literal(row)},\n" for row in declared())
    header = _HEADER.format(source="clauses/*/matter.py", about="What the clauses declare of their matters.")
    return f"{header}from .records import Act, Answer, Headings, Matter, Term\n\nMATTERS: tuple[Matter, ...] = (\n{rows})\n"


def reader_module() -> str:
    """Source text of `reader/frozen.py`: what the reader, who knows no compiler, is told of actions."""
    from ..emit.p3p.facts import MEMBERS
    from ..matters import FLOWS, OWN
    from ..vocab import concepts

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


def _rows(table: dict[str, object] | dict[str, str] | dict[str, tuple[str, ...]]) -> str:
    return "".join(f"    {key!r}: {value!r},\n" for key, value in table.items())
