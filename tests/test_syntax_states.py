"""Every state the parser can be in has words for every token that does not fit, and the parser and Lark agree."""

from __future__ import annotations

import random
import re
import sys
from collections import deque
from functools import cache
from typing import Any

import pytest
from lark.exceptions import LarkError

from conftest import POLICIES, ROOT
from policyc.model.characters import _ANY, _COMMON
from policyc.source import Source
from policyc.syntax import BlockShape, FieldShape, Item, Phrase, parse, sound
from policyc.syntax.generate import lark_parser
from policyc.syntax.lexer import tokenize
from policyc.syntax.machine import SHAPES
from policyc.syntax.recovery import MAX_DEPTH, Run
from policyc.syntax.tables import END_STATE, START_STATE, STATES, TERMINALS

# One text for each terminal; a blank keeps it apart from the next.
TEXTS = {
    "NAME": "a",
    "STRING": '"s"',
    "TEXT": '"""t"""',
    "URL": "<https://mihon.example/>",
    "LINK": "[b](c)",
    "DATE": "2026-04-01",
    "NUMBER": "7",
    "COLON": ":",
    "LBRACE": "{",
    "RBRACE": "}",
    "RSQB": "]",
    "SEP": ",",
    "LSQB": "[",
    "END": "\n",
}
# Kinds that tell of the token that does not fit, at its place; the others tell of what is missing or too much before.
AT_THE_TOKEN = {
    "syntax/brace-on-its-own-line",
    "syntax/colon-in-head",
    "syntax/unexpected",
    "syntax/keyword-expected",
    "syntax/missing-value",
    "syntax/stray-brace",
    "syntax/unquoted-text",
}
BEFORE_THE_TOKEN = {
    "syntax/list-goes-on",
    "syntax/unclosed-list",
    "syntax/colon-in-head",
    "syntax/two-fields-on-a-line",
    "syntax/missing-value",
}
_Stack = tuple[int, ...]


def after(stack: _Stack, terminal: str, met: set[int] | None = None) -> tuple[_Stack | None, int]:
    """The stack after a token (None when it does not fit), and the state in which that was decided."""
    states = list(stack)
    action = STATES[states[-1]].get(terminal)
    while action is not None and action < 0:
        origin, length = SHAPES[~action]
        if length:
            del states[-length:]
        states.append(STATES[states[-1]][origin])
        if met is not None:
            met.add(states[-1])
        action = STATES[states[-1]].get(terminal)
    return (None if action is None else (*states, action)), states[-1]


@cache
def walk() -> tuple[dict[int, list[tuple[str, ...]]], set[int]]:
    """For every state on which a token can be refused, the shortest ways there (one for each state shifted last);
    and all states met."""
    ways: dict[int, dict[int, tuple[str, ...]]] = {}
    met = {START_STATE}
    todo: deque[tuple[_Stack, tuple[str, ...]]] = deque([((START_STATE,), ())])
    seen: set[_Stack] = {(START_STATE,)}
    while todo:
        stack, tokens = todo.popleft()
        for terminal in TEXTS:
            shifted, decided = after(stack, terminal, met)
            if shifted is None:
                ways.setdefault(decided, {}).setdefault(stack[-1], tokens)
            elif shifted not in seen and len(shifted) <= 8:
                met.update(shifted)
                seen.add(shifted)
                todo.append((shifted, (*tokens, terminal)))
    return {state: list(by_top.values()) for state, by_top in ways.items()}, met


def text_of(tokens: tuple[str, ...]) -> str:
    return " ".join(TEXTS[token] for token in tokens)


def types(text: str) -> list[str]:
    return [token.type for token in tokenize(Source("x", text))[0]]


CASES = [
    (state, way, terminal)
    for state, ways in sorted(walk()[0].items())
    for way in ways
    for terminal in TEXTS
    if terminal not in STATES[state]
]


def test_the_walk_meets_every_state() -> None:
    # The last two are entered at the end of the file only.
    start = next(state for symbol, state in STATES[START_STATE].items() if symbol == "body")
    assert walk()[1] | {END_STATE, start} == set(range(len(STATES)))


def test_every_state_has_words_for_every_token_that_does_not_fit() -> None:
    checked: set[tuple[int, str]] = set()
    for state, way, terminal in CASES:
        text, bad = text_of((*way, terminal)), text_of(way)
        if types(text) != [*way, terminal]:
            continue  # two tokens that read as one, such as two line ends
        at = len(bad) + 1 if bad else 0
        refused = _refused((*way, terminal))
        if refused != len(way):
            continue
        checked.add((state, terminal))
        found = [d for d in parse(Source("x", text))[1] if d.code != "syntax/unclosed-block"]
        assert found, text
        first = found[0]
        assert first.message("ja") and first.message("en"), text
        if first.span.start == at:
            assert first.code in AT_THE_TOKEN, (text, first.code)
        else:
            assert first.code in BEFORE_THE_TOKEN and first.span.start < at, (text, first.code, first.span.start, at)
        assert text[first.span.start : first.span.end].strip(" ") or terminal in ("END",), text
    # What cannot be typed is rare: most pairs of a state and a token that it refuses were tried.
    pairs = {(state, terminal) for state, _, terminal in CASES}
    assert len(checked) > 0.8 * len(pairs), len(pairs - checked)
    assert {state for state, _ in checked} == set(walk()[0])


def _refused(tokens: tuple[str, ...]) -> int:
    """The index of the first token that does not fit."""
    stack: _Stack = (START_STATE,)
    for index, token in enumerate(tokens):
        shifted, _ = after(stack, token)
        if shifted is None:
            return index
        stack = shifted
    return -1


@pytest.mark.parametrize("text", ["a:", "a: b,", "a: [", "a: [ b,", "a {", "a: b {", 'a: """t', "a: b { c:"])
def test_a_text_that_breaks_off(text: str) -> None:
    found = parse(Source("x", text))[1]
    assert found
    for diagnostic in found:
        assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)


# -- equality with Lark -----------------------------------------------------------------------------------------------


@cache
def _lark() -> Any:
    return lark_parser()


def by_lark(text: str) -> Any:
    """The tree that Lark gives, in plain tuples, or None when it refuses the text."""
    try:
        return _plain(_lark().parse(text))
    except LarkError:
        return None


def _plain(tree: Any) -> Any:
    if not hasattr(tree, "data"):
        return (tree.type, str(tree))
    parts = [_plain(child) for child in tree.children]
    match tree.data:
        case "start" | "item" | "atom":
            return parts[0] if parts else ()
        case "body":
            return (*parts[0], *parts[1:])
        case "seq":
            flat = parts[0] if parts and isinstance(parts[0], list) else []
            return flat + [part for part in parts if not isinstance(part, list) and part[0] not in ("END",)]
        case "atoms" | "values":
            rest = parts[0] if isinstance(parts[0], list) else [parts[0]]
            return rest + [part for part in parts[1:] if part[0] != "SEP"]
        case "group":
            return ("group", parts[1])
        case "list":
            return ("list", *parts[1])
        case "phrase":
            return ("phrase", *parts[0], *parts[1:])
        case "field":
            return ("field", parts[0][1], *parts[2])
        case "block":
            return (
                "block",
                parts[0][1],
                *[x for part in parts[1:] for x in (part if isinstance(part, list) else [part])],
            )
    raise AssertionError(tree.data)


def by_us(text: str) -> Any:
    items, found = parse(Source("x", text))
    return None if found else tuple(_item(item) for item in items)


def _item(item: Item) -> Any:
    if isinstance(item, FieldShape):
        return ("field", item.key.raw, *map(_phrase, item.phrases))
    return ("block", item.keyword.raw, *map(_atom, item.atoms), *_body(item))


def _phrase(phrase: Phrase) -> Any:
    return ("phrase", *map(_atom, phrase.atoms), *_body(phrase))


def _body(shape: BlockShape | Phrase) -> list[Any]:
    return [] if shape.body is None else [("group", tuple(map(_item, shape.body)))]


def _atom(atom: Any) -> Any:
    if atom.kind == "list":
        return ("list", *map(_phrase, atom.items))
    return (atom.kind.upper(), atom.raw)


# Lark knows no bound on how deep blocks are nested.
UNBOUNDED = "blocks-nested-too-deeply"
CORPUS = [
    path
    for path in sorted([*POLICIES.glob("*.policy"), *(ROOT / "tests" / "broken").glob("*.policy")])
    if path.stem != UNBOUNDED
]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_corpus_reads_as_lark_reads_it(path: Any) -> None:
    text = path.read_text(encoding="utf-8-sig", errors="replace").replace("\r\n", "\n")
    assert by_us(text) == by_lark(text)


def soup(dice: random.Random, length: int) -> str:
    """Tokens at random, most of the time one that fits."""
    stack: _Stack = (START_STATE,)
    tokens: list[str] = []
    for _ in range(length):
        fitting = [terminal for terminal in TEXTS if after(stack, terminal)[0] is not None]
        choice = dice.choice(fitting if fitting and dice.random() < 0.97 else list(TEXTS))
        tokens.append(choice)
        stack = after(stack, choice)[0] or stack
    for _ in range(60):
        closing = [t for t in ("RSQB", "RBRACE", "NAME") if after(stack, t)[0] is not None]
        if not closing or (closing[0] == "NAME" and len(stack) < 6):
            break
        stack = after(stack, closing[0])[0] or stack
        tokens.append(closing[0])
    blanks = ["", " ", "  ", "\u3000", "\t", " # 注記\n" if dice.random() < 0.1 else " "]
    return "".join(TEXTS[token] + dice.choice(blanks) for token in tokens)


@pytest.mark.parametrize("seed", range(8))
def test_random_tokens_read_as_lark_reads_them(seed: int) -> None:
    dice = random.Random(seed)
    accepted = 0
    for _ in range(60):
        text = soup(dice, dice.randrange(1, 24))
        ours = by_us(text)
        assert ours == by_lark(text), text
        accepted += ours is not None
    assert accepted > 5


@pytest.mark.slow
def test_many_random_tokens_read_as_lark_reads_them() -> None:
    dice = random.Random(2026)
    for _ in range(5000):
        text = soup(dice, dice.randrange(1, 60))
        assert by_us(text) == by_lark(text), text


@pytest.mark.parametrize("seed", range(4))
def test_random_characters_read_as_lark_reads_them(seed: int) -> None:
    dice = random.Random(seed)
    letters = 'ab：:,、{}[]()<>"「」#;\n \u3000\\-.0１|/*=\r\t\x00\u200b・'
    for _ in range(150):
        text = "".join(dice.choice(letters) for _ in range(dice.randrange(1, 16)))
        assert by_us(text) == by_lark(text), text


# -- the way of texts without faults ----------------------------------------------------------------------------------


def agree(text: str) -> bool:
    """Whether a text is sound, by both ways of reading it; they must build the same of it."""
    source = Source("x", text)
    tokens, faults = tokenize(source)
    items, more = Run(source, tokens).run()
    faults += more
    quick = sound.read(source)
    assert (quick is None) == bool(faults), text
    assert quick is None or quick == items, text
    return quick is not None


@pytest.mark.parametrize("path", sorted(POLICIES.glob("*.policy")), ids=lambda path: path.stem)
def test_sound_texts_are_read_as_the_machine_reads_them(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert agree(text)
    tokens, _ = tokenize(Source("x", text))
    dice = random.Random(7)
    for _ in range(40):
        one, other = dice.choice(tokens), dice.choice(tokens)
        agree(text[: one.start] + text[one.end :])
        agree(text[: one.start] + text[other.start : other.end] + text[one.start :])


def test_short_texts_are_sound_for_both_ways_or_for_none() -> None:
    found = {agree(text_of((*way, terminal))) for _, way, terminal in CASES}
    found |= {agree(text_of(way)) for ways in walk()[0].values() for way in ways}
    assert found == {True, False}


def test_the_bound_on_depth_holds_for_sound_texts() -> None:
    for depth, is_sound in ((MAX_DEPTH, True), (MAX_DEPTH + 1, False)):
        assert agree("a {\n" * depth + "}\n" * depth) == is_sound
        assert agree("a: " + "[" * depth + "b" + "]" * depth + "\n") == is_sound


def test_a_name_holds_nothing_that_cannot_be_seen() -> None:
    # So the short way need not look for it in each name.
    name = re.compile(dict(TERMINALS)["NAME"])
    assert [c for c in map(chr, range(sys.maxunicode + 1)) if name.fullmatch(f"a{c}") and not c.isprintable()] == []


def test_values_are_told_apart_where_one_match_takes_several_of_them() -> None:
    for text in (
        "a: b c d e f\n",
        "a b c d e { f: g }\n",
        "a: b, c d e { f: g }, h\n",
        "a: [b, c { d: e }; ], f\n",
        "a [b] c [d] { } \n",
        "a { b }; c { d { } }\n",
        "a {# x\n b: c }# y\n\nd\n",
    ):
        assert agree(text), text
    for text in (
        "a: b c: d\n",
        "a b: c d: e",
        "a: b, :c\n",
        "a: :b",
        "a: b, c: d",
        "a [:b]",
        "a: , b",
        "a } b",
        "a { b } c",
    ):
        assert not agree(text), text


def test_characters_of_most_texts_are_none_that_are_told_of() -> None:
    assert [c for c in map(chr, range(sys.maxunicode + 1)) if _COMMON.fullmatch(c) and re.match(_ANY, c)] == []
