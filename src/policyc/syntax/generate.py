"""From grammar/policy.lark to the LALR tables that the parser runs: the only module that imports lark.

Run at development time (`python3 run.py freeze`); a test holds that the committed tables are what this gives.
"""

from __future__ import annotations

import re
from pathlib import Path
from pprint import pformat
from typing import Any

START = "start"


def grammar_text() -> str:
    """The grammar: the packaged file in an installed wheel, the checkout's in an editable install."""
    here = Path(__file__).resolve().parent
    packaged = here.parent / "grammar" / "policy.lark"
    checkout = here.parents[2] / "grammar" / "policy.lark"
    return (packaged if packaged.exists() else checkout).read_text(encoding="utf-8")


def lark_parser(**options: Any) -> Any:
    """The grammar as a strict Lark LALR parser: conflicts and colliding terminals are errors."""
    from lark import Lark

    return Lark(grammar_text(), parser="lalr", start=START, strict=True, maybe_placeholders=False, **options)


def tables_module() -> str:
    """Source text of `syntax/tables.py`: the same bytes for the same grammar, whatever the hash seed."""
    lark = lark_parser()
    table = lark.parser.parser._parse_table
    rules = sorted({_rule_key(rule) for rule in lark.rules})
    index = {rule: i for i, rule in enumerate(rules)}
    order = _canonical_order(table)
    number = {state: i for i, state in enumerate(order)}
    end = table.end_states[START]
    states: list[dict[str, int]] = []
    for state in order:
        row: dict[str, int] = {}
        for symbol, (action, argument) in sorted(table.states[state].items()):
            row[str(symbol)] = number[argument] if action.name == "Shift" else ~index[_rule_key(argument)]
        states.append(row)
    terminals = [(str(t.name), t.pattern.to_regexp()) for t in lark.terminals]
    ignored = sorted(str(name) for name in lark.ignore_tokens)
    for _, pattern in terminals:
        re.compile(pattern)
    return (
        '"""LALR tables of grammar/policy.lark. Generated: change the grammar, then run `python3 run.py freeze`."""\n\n'
        "# fmt: off\n"
        "# A positive entry shifts to that state, a negative one reduces by rule ~entry.\n"
        f"TERMINALS: list[tuple[str, str]] = {pformat(terminals, width=108)}\n"
        f"IGNORED: frozenset[str] = frozenset({ignored!r})\n"
        f"RULES: list[tuple[str, tuple[str, ...]]] = {pformat(rules, width=108)}\n"
        f"STATES: list[dict[str, int]] = {pformat(states, width=108)}\n"
        f"START_STATE = {number[table.start_states[START]]}\n"
        f"END_STATE = {number[end]}\n"
    )


def _rule_key(rule: Any) -> tuple[str, tuple[str, ...]]:
    return str(rule.origin.name), tuple(str(s.name) for s in rule.expansion)


def _canonical_order(table: Any) -> list[int]:
    """States in breadth-first order of their symbols: Lark's own numbers change with the hash seed."""
    order = [table.start_states[START]]
    seen = set(order)
    for state in order:
        for _, (action, argument) in sorted(table.states[state].items(), key=lambda row: row[0]):
            if action.name == "Shift" and argument not in seen:
                seen.add(argument)
                order.append(argument)
    return order
