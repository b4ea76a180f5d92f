"""Settings, demands and baselines that are broken or hostile: told, never a traceback, in bounded time."""

from __future__ import annotations

import json
import random
import re
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import HEAD
from policyc import baseline, config, law, match
from policyc.acceptance.severities import LEVELS
from policyc.baseline import FORMAT
from policyc.cli import group
from policyc.config import MOST, NAME
from policyc.diagnostics import MOST_OF_A_KIND, Diagnostic
from policyc.diagnostics.catalogue import kinds
from policyc.match import read as demands
from policyc.source import decode

CODES = {**{rule.id: "" for rule in law.every_rule()}, **{kind.code: kind.severity for kind in kinds().values()}}
# Seconds of the processor for one small file; a hundred times what it takes, so that a busy machine is no fault.
SECONDS = 2.0
SEED = 20260717
EVERYDAY, ALL = 60, 2000

SETTINGS = (
    'severity:\n  appi/22-accuracy: off\n  "wording/*": note\n  text/term-unused: warning\nas-of: 2026-07-17\n',
    "# 設定\nbaseline: known.json\nwording:\n  profile: web\n  sentence-length: 120\n",
    "{severity: {'*': off, 'appi/2[0-9]*': error}, wording: {profile: off}, as-of: ~}\n",
    "--- !!map\nseverity: &s\n  <<: *s\n  ? appi/40-complaints\n  : >-\n    off\n...\n",
)
DEMANDS = (
    "name: 取引先の審査\ndemands:\n  - id: no-ads\n    says: 広告に使わない\n    forbid: {provide: {for: advertising}}\n    weight: must\n",
    "demands:\n  - require: {retention: {at-most: 3年}}\n  - limit: {collect: {data: [氏名]}}\n  - 必要: {窓口: 苦情}\n",
)
_ROW = {"code": "appi/22-accuracy", "document": "notice", "about": "notice.text", "words": "大切に扱います。"}
BASELINES = (
    json.dumps({"format": FORMAT, "findings": [_ROW, {**_ROW, "count": 2}]}, ensure_ascii=False, indent=1),
    json.dumps({"format": FORMAT, "findings": []}),
)
# What a YAML or JSON reader may stumble over.
_PIECES = (
    *"{}[],:&*!|>'\"%@`#?-~.\\/\t\n \r",
    "\x00", "\x1b[31m", "\u2028", "\x85", "\ufeff", "\ud7ff", "\U0010ffff", "：", "　",
    "&a ", "*a", "<<: *a", "!!python/object:os.system ", "!!binary ", "---\n", "...\n", "%YAML 9.9\n", "%TAG ! x\n",
    '"\\UFFFFFFFF"', '"\\ud800"', '"\\x00"', "9" * 5000, "-1", "1e999", "0x", "NaN", "true", "null", "off", "~", "[[[[[[",
    "{a: {b: {c: {d: {e: f}}}}}", "severity: ", "'*': off", "[!-]", "[z-a]*", "appi/*", "baseline: ../x\n", '"count": 0',
)  # fmt: skip

_WORD = re.compile(r"[\w/-]+")


def mutant(dice: random.Random, seeds: tuple[str, ...]) -> bytes:
    """A seed with some changes: pieces put in, cut out, doubled, exchanged, of another seed, or bytes that are no UTF-8."""
    text = dice.choice(seeds)
    for _ in range(dice.choice((1, 1, 1, 2, 3, 6))):
        at, to = sorted((dice.randint(0, len(text)), dice.randint(0, len(text))))
        change = dice.randrange(9)
        if change == 0:
            text = text[:at] + dice.choice(_PIECES) * dice.choice((1, 1, 1, 2, 50)) + text[at:]
        elif change == 1:
            text = text[:at] + text[at + dice.randint(1, 5) :]
        elif change == 2:
            text = text[:to] + text[at:to] + text[to:]
        elif change == 3:
            text = text[:at] + dice.choice(_PIECES) + text[at + 1 :]
        elif change == 4:
            text = text[:at] + dice.choice(seeds)[at:to] + text[to:]
        elif change == 5:
            lines = text.split("\n")
            dice.shuffle(lines)
            text = "\n".join(lines)
        else:
            # A word for another: what is left can be read, and says something else.
            words = [*_WORD.finditer(text)]
            word = dice.choice(words or [re.search("$", text)])
            assert word is not None
            other = dice.choice([*(one.group() for one in words), *_PIECES])
            text = text[: word.start()] + other + text[word.end() :]
    raw = text.encode("utf-8", "surrogatepass")
    if dice.random() < 0.1:
        at = dice.randint(0, len(raw))
        raw = raw[:at] + bytes([dice.randrange(128, 256)]) + raw[at:]
    return raw


def sound(found: list[Diagnostic]) -> None:
    """Findings have their places in the text, and words that a terminal may show."""
    assert len(found) <= 2 * MOST_OF_A_KIND
    for one in found:
        assert 0 <= one.span.start <= one.span.end <= len(one.span.source.text)
        for lang in ("ja", "en"):
            assert one.message(lang).replace("\u3000", "").isprintable() and one.help(lang), one.code


def of_settings(raw: bytes) -> list[Diagnostic]:
    made, found = config.read(NAME, raw, lambda: CODES)
    sound(found)
    for row in made.severity:
        assert row.level in LEVELS and row.at is not None and row.pattern.isprintable()
    assert made.wording.profile in ("", "statute", "web", "off")
    return found


def of_demands(raw: bytes) -> list[Diagnostic]:
    made, found = demands.read("demands.yaml", raw)
    sound(found)
    assert (made is None) == bool(found)
    assert made is None or isinstance(made, match.Preferences)
    return found


def of_baselines(raw: bytes) -> list[Diagnostic]:
    source, bad = decode("known.json", raw)
    made, found = baseline.read(source, bad is not None, large=False)
    sound([*found, *baseline.gone(made, source)])
    assert not (made and found) and all(count > 0 for count in made.values())
    return found


READERS: dict[str, tuple[Callable[[bytes], list[Diagnostic]], tuple[str, ...]]] = {
    "settings": (of_settings, SETTINGS),
    "demands": (of_demands, DEMANDS),
    "baselines": (of_baselines, BASELINES),
}


def run(name: str, count: int, first: int) -> None:
    read, seeds = READERS[name]
    whole = 0
    for number in range(first, first + count):
        raw = mutant(random.Random(f"{name}-{SEED}-{number}"), seeds)
        began = time.process_time()
        with warnings.catch_warnings():
            # A pattern of a code must not make Python warn of its regular expressions.
            warnings.simplefilter("error")
            try:
                found = read(raw)
            except Exception as error:
                raise AssertionError(f"{name} {number}: {raw[:2000]!r}") from error
        assert time.process_time() - began < SECONDS, (number, raw[:2000])
        whole += not any(one.code.endswith(("/not-yaml", "/not-a-baseline")) for one in found)
    # Mutants that are all refused at once would try nothing of what comes after.
    assert whole > count / 20, whole


def test_the_seeds_are_read_to_the_end() -> None:
    """A seed that is refused at its first character would try nothing; the last of the settings shows what is refused."""
    told = [[one.code for one in of_settings(seed.encode())] for seed in SETTINGS]
    assert told == [[], [], ["config/all-off"], ["config/not-yaml"]]
    assert [of_demands(seed.encode()) for seed in DEMANDS] == [[], []]
    assert [of_baselines(seed.encode()) for seed in BASELINES] == [[], []]


@pytest.mark.parametrize("name", READERS)
def test_some_mutants_are_read_or_told(name: str) -> None:
    run(name, EVERYDAY, 0)


@pytest.mark.slow
@pytest.mark.parametrize("name", READERS)
def test_two_thousand_mutants_are_read_or_told(name: str) -> None:
    run(name, ALL, EVERYDAY)


@pytest.mark.parametrize("count", [6, pytest.param(200, marks=pytest.mark.slow)])
def test_a_run_with_a_mutant_ends_as_it_should(tmp_path: Path, count: int) -> None:
    (tmp_path / "a.policy").write_text(HEAD + "}\n", encoding="utf-8")
    for number in range(count):
        dice = random.Random(f"run-{SEED}-{number}")
        (tmp_path / NAME).write_bytes(mutant(dice, SETTINGS))
        (tmp_path / "known.json").write_bytes(mutant(dice, BASELINES))
        command = dice.choice((["check"], ["check", "--baseline", str(tmp_path / "known.json")], ["audit"]))
        form = dice.choice(("text", "json", "sarif"))
        made = CliRunner().invoke(group, [*command, str(tmp_path), "--format", form])
        assert made.exit_code in (0, 1, 2) and isinstance(made.exception, SystemExit | None), (number, made.exception)
        assert "\x1b" not in made.output and "Traceback" not in made.output


@pytest.mark.parametrize(
    "text",
    [
        'a: "\\UFFFFFFFF"\n',
        'a: "\\U00110000"\n',
        f"%YAML {'9' * 5000}.1\n---\na: b\n",
        f"%YAML 1.{'9' * 5000}\n--- {{}}\n",
    ],
)
def test_a_number_that_python_does_not_take_is_told_at_its_place(text: str) -> None:
    for read in (of_settings, of_demands):
        [one] = read(text.encode())
        assert one.code.endswith("/not-yaml") and one.span.line == 1
        assert "使えない番号" in one.message("ja")


def large(piece: str, count: int) -> str:
    """A piece again and again, as much of it as is read."""
    return piece * min(count, MOST // len(piece.encode()))


LARGE = {
    "keys": lambda: large("a:\n", MOST),
    "keys with a mark": lambda: large("? a\n", MOST),
    "rows of severity": lambda: "severity:\n" + "".join(f"  appi/x{n}: off\n" for n in range(5000)),
    "patterns": lambda: "severity:\n" + "".join(f"  'a*{n}': off\n" for n in range(5000)),
    "patterns of many stars": lambda: "severity:\n" + "".join(f"  '{'*a' * 40}{n}': off\n" for n in range(1000)),
    "patterns that all match": lambda: (
        "severity:\n" + "".join(f"  '*{'?' * (n % 9)}*/*{n}*': off\n" for n in range(5000))
    ),
    "open brackets": lambda: large("[", MOST),
    "open braces": lambda: large("{a: ", MOST),
    "open quotes": lambda: large("'", MOST),
    "a long word": lambda: large("a", MOST),
    "empty lines in quotes": lambda: '"' + large("\n", MOST - 1),
    "escapes": lambda: 'a: "' + large("\\x41", MOST - 8) + '"',
    "comments": lambda: large("#\n", MOST),
    "anchors": lambda: large("&a ", MOST),
    "tags": lambda: large("!", MOST),
    "folded lines": lambda: "a: >\n" + large(" x\n", MOST - 9),
    "a megabyte": lambda: "a: b\n" * 200_000,
}


_SLOW = ("keys", "keys with a mark", "rows of severity", "patterns")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.slow] if name in _SLOW else []) for name in LARGE]
)
def test_large_settings_and_demands_are_read_in_bounded_time(name: str) -> None:
    raw = LARGE[name]().encode()
    for read in (of_settings, of_demands):
        began = time.process_time()
        read(raw)
        assert time.process_time() - began < 10 * SECONDS


LARGE_BASELINES = {
    "rows": lambda: f'{{"format": "{FORMAT}", "findings": [{", ".join([json.dumps(_ROW)] * 20_000)}]}}',
    "keys": lambda: "{" + ", ".join(f'"k{n}": 0' for n in range(100_000)) + ', "k99999": 1}',
    "one key": lambda: "{" + ", ".join(['"k": 0'] * 200_000) + "}",
    "open braces": lambda: '{"a":' * 200_000,
    "digits": lambda: "[" + "9" * 1_000_000 + "]",
    "halves of pairs": lambda: (
        f'{{"format": "{FORMAT}", "findings": [{json.dumps({**_ROW, "document": chr(0xD800) * 9})}]}}'
    ),
}


@pytest.mark.parametrize("name", LARGE_BASELINES)
def test_large_baselines_are_read_in_bounded_time(name: str) -> None:
    raw = LARGE_BASELINES[name]().encode()
    began = time.process_time()
    of_baselines(raw)
    assert time.process_time() - began < 10 * SECONDS
