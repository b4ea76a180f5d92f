"""Small sources never make much work: what may be said is bounded for a file, and what is looked for is."""

from __future__ import annotations

import gc
import random
import sys
import time
from types import FrameType
from typing import NamedTuple

import pytest

import costly
from conftest import build_files, check_files, check_text, codes
from costly import CASES, LARGEST, MAIN, Files, drawn, repeated
from hostile import DOCUMENT, TOP, document, unit
from policyc import pipeline, wording
from policyc.audit.findings import check as ask_the_law
from policyc.compose import budget
from policyc.compose.join import merged
from policyc.compose.page import Run
from policyc.diagnostics import nearest
from policyc.pipeline import Checked
from policyc.source import Source

# Everyday runs have a fifth of what may be said, and less of what is looked for, and one shape of what says itself level after level.
FEW = 200_000
EVERYDAY = [name for name in CASES if " levels of " not in name or "4 levels of 18" in name]
# Calls of functions, Python's and C's, for a source of ten kilobytes with that budget. The most that any case takes is half.
MOST_CALLS = 2_500_000
# What a page may have of each unit: three formats of text, and their marks.
MOST_OUTPUT = 40
# On a machine where `hostile.unit` takes so long; where it takes longer, in proportion. Cases take a quarter of it.
SECONDS, UNIT = 2.0, 0.003


class Cost(NamedTuple):
    """What a source cost: calls of functions, characters of output."""

    calls: int
    output: int


def cost(files: Files) -> Cost:
    """Everything that is done for a file but the writing."""
    raw = {name: text.encode() for name, text in files.items()}
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    size = 0
    sys.setprofile(count)
    try:
        size = _all(raw)
    finally:
        sys.setprofile(None)
    return Cost(calls, size)


def _all(raw: dict[str, bytes]) -> int:
    checked = pipeline.check(MAIN, raw[MAIN], raw.get)
    ask_the_law(checked.documents, checked.sources)
    wording.check(checked.documents)
    if not checked.ok:
        return 0
    return sum(len(text) for output in pipeline.emit(checked) for text in output.files.values())


@pytest.mark.parametrize("name", EVERYDAY)
def test_work_is_bounded(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "MOST", FEW)
    monkeypatch.setattr(budget, "FOR_EACH", 2)
    monkeypatch.setattr(nearest, "MOST_WORK", FEW)
    files = CASES[name]()
    spent = cost(files)
    assert spent.calls < MOST_CALLS
    assert spent.output < MOST_OUTPUT * (FEW + 2 * LARGEST)


def seconds(files: Files) -> float:
    """Of the processor."""
    raw = {name: text.encode() for name, text in files.items()}
    gc.collect()
    start = time.process_time()
    _all(raw)
    return time.process_time() - start


def _in_time(files: Files) -> None:
    assert sum(len(text.encode()) for text in files.values()) <= LARGEST
    took = seconds(files)
    if took > SECONDS:
        assert took < SECONDS * max(unit() / UNIT, 1), took


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_time_is_bounded(name: str) -> None:
    _in_time(CASES[name]())


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(300))
def test_time_of_what_is_drawn_is_bounded(seed: int) -> None:
    _in_time(drawn(random.Random(seed)))


def test_the_cases_are_small_and_of_the_language() -> None:
    """Of a source with syntax errors little would be asked."""
    for name, make in CASES.items():
        files = make()
        assert sum(len(text.encode()) for text in files.values()) <= LARGEST, name
    for seed in range(8):
        found = codes(check_files(drawn(random.Random(seed)), MAIN), "error")
        assert not [code for code in found if code.startswith("syntax/")], found


# ---- what is told ----


BOMB = repeated(4, 18, 'organization THIS "NEXT"', 'organization THIS "あ"')


def test_the_end_is_told_once_and_other_faults_are_told() -> None:
    """The text is cut at the first clause; what later texts refer to is looked at all the same, and nothing is told that
    only follows from the cut."""
    checked = check_text(
        TOP
        + BOMB
        + 'term used "用語" { means: "意味" }\nterm odd "別の用語" { means: "{nanika}" }\n'
        + DOCUMENT
        + """
article { text: "{x0}{x0}{x0}{x0}{x0}{x0}{x0}{x0}" }
collection "取得" { items: name; text: "{items}と{used}、{odd}と{nanimo}、{mihon.adress}、{items.email}、{sources|根拠}" }
article { text: "用語は、{customer}に示します。{customer.phone}" }
}
document second "第二" { kind: privacy-notice; url: <https://mihon.example/b>; operator: mihon
article { text: "{x0}{dokomo}" }
}
"""
    )
    found = codes(checked, "error")
    assert found.count("text/too-long") == 1
    assert sorted(set(found)) == [
        "text/field-not-given",
        "text/too-long",
        "text/unknown-part",
        "text/unknown-reference",
    ]
    told = [d for d in checked.diagnostics if d.code == "text/unknown-reference"]
    assert sorted(d.span.text for d in told) == ["{dokomo}", "{nanika}", "{nanimo}"]
    parts = [d.span.text for d in checked.diagnostics if d.code == "text/unknown-part"]
    assert sorted(parts) == ["{customer.phone}", "{items.email}", "{mihon.adress}"]
    # Neither a fact without its sentence, nor a term without its use.
    assert set(codes(checked)) - set(found) <= {"text/declared-unused"}


def test_where_it_ended_is_a_place_of_the_source() -> None:
    """In a standard wording, that is the clause which has it."""
    checked = check_text(document('collection c1 "取得" { items: name }'))
    (clause,) = checked.documents[0].node.children
    spent = checked.documents[0].composition.inline.budget
    spent.block = clause
    spent.left = 0
    assert not spent.take(1, Source("<wording>", "標準の文言"), 2)
    assert not spent.take(1, checked.source, 0)
    (told,) = spent.found
    assert told.span == clause.named_at and told.span.text == "c1"
    for lang, words in (("ja", "ここで打ち切りました"), ("en", "it was cut here")):
        assert words in told.message(lang) and told.help(lang)
    for more in range(2):
        body = f'data big "大" {{ of: {", ".join(["name"] * 1_500)} }}\n' + 'collection "取得" { items: big }\n' * 100
        (told,) = [d for d in check_text(document("#" * more + "\n" + body)).diagnostics if d.code == "text/too-long"]
        assert told.span.source.path == "test.policy"


def test_the_documents_of_a_file_share_what_may_be_said() -> None:
    one = 'document THIS "題" { kind: privacy-notice; url: <https://mihon.example/THIS>; operator: mihon; text: "{x0}" }\n'
    says = repeated(3, 10, 'organization THIS "NEXT"', 'organization THIS "あ"')
    few, many = (check_text(TOP + says + "".join(one.replace("THIS", f"d{n}") for n in range(k))) for k in (2, 120))
    assert codes(few, "error") == []
    assert codes(many, "error") == ["text/too-long"]


def test_a_fault_in_what_is_repeated_is_told_once() -> None:
    says = repeated(3, 12, 'organization THIS "NEXT"', 'organization THIS "{nanika}{mihon.adress}"')
    found = codes(check_text(document(says + 'article { text: "{x0}" }')), "error")
    assert sorted(found) == ["text/unknown-part", "text/unknown-reference"]


def test_what_is_written_once_is_never_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """However large a source is, its own characters and references are no reason to cut it."""
    monkeypatch.setattr(budget, "MOST", 2_000)
    body = "".join(f'article a{n} {{ text: "あ。{{a{n}.number}}{{mihon}}。**い**う。" }}\n' for n in range(600))
    assert "text/too-long" not in codes(check_text(document(body)))


def test_the_budget_is_counted_not_timed() -> None:
    """The same source ends at the same place."""
    source = document(BOMB + 'article { text: "{x0}" }')
    first, again = check_text(source), check_text(source)
    assert first.documents[0].composition.inline.budget.left == again.documents[0].composition.inline.budget.left
    assert _end(first) == _end(again)


def _end(checked: Checked) -> int:
    return next(d.span.start for d in checked.diagnostics if d.code == "text/too-long")


# ---- the parts ----


class Copied(str):
    """Characters that cannot be put behind others one by one."""

    def __add__(self, other: str) -> str:
        raise AssertionError("a growing string was copied")

    __radd__ = __add__


def test_the_pieces_of_a_line_are_put_together_at_once() -> None:
    one, other = ("a:1",), ("a:2",)
    runs = [
        Run(Copied(word), facts=facts)
        for word, facts in (("あ", one), ("い", one), ("", one), ("う", other), ("え", other))
    ]
    assert [(run.text, run.facts) for run in merged(runs)] == [("あい", one), ("うえ", other)]
    assert merged([Run("あ", literal=True), Run("い", facts=one), Run("う", facts=one), Run("え", literal=True)]) == [
        Run("あ", literal=True), Run("いう", facts=one), Run("え", literal=True)
    ]  # fmt: skip


def test_what_a_word_is_near_to_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = nearest.nearest

    def counting(word: str, choices: tuple[str, ...], near: nearest.Near) -> str:
        asked.append(word)
        return real(word, choices, near)

    monkeypatch.setattr(nearest, "nearest", counting)
    near = nearest.Near()
    assert [near.to("adress", ("address", "phone")) for _ in range(3)] == ["address"] * 3
    assert near.to("adress", ("phone",)) == ""
    assert asked == ["adress", "adress"]


def test_what_is_looked_for_ends() -> None:
    """By letters compared: words that are all alike cost more than words that are not."""
    near = nearest.Near()
    alike = tuple(f"abcdefghijklmnopqrstuvwxyzabcdefghijk{n:03}" for n in range(100))
    found = [near.to(f"bcdefghijklmnopqrstuvwxyzabcdefghijka{n:03}", alike) for n in range(100)]
    assert found[0] and not found[-1]
    assert -2_000 < near.left <= 0
    # A file of its own has all of it again.
    assert nearest.Near().to("adress", ("address",)) == "address"


def test_names_near_to_others_are_told_after_a_costly_file() -> None:
    check_files(CASES["many titles, and each name of nothing"](), MAIN)
    (told,) = [d for d in check_text(document('article { text: "{mihom}" }')).diagnostics if d.severity == "error"]
    assert told.params["nearest"] == "mihon"


def test_a_short_document_is_built_as_ever() -> None:
    files = {MAIN: document('article "題" { text: "{mihon}は、{customer}に示します。" }')}
    output = build_files(files, MAIN)
    assert any(
        "株式会社みほん（以下「当社」といいます。）は、お客様に示します。" in str(text)
        for text in output.files.values()
    )
    assert costly.LARGEST == LARGEST
