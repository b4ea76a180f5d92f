"""Whatever a file holds: no exception, every place lies inside its source, and the same findings every time."""

from __future__ import annotations

import json
import random
from functools import cache

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from wcwidth import wcwidth

from conftest import POLICIES, dmm_files
from policyc import pipeline
from policyc.diagnostics import SEVERITIES, Diagnostic
from policyc.diagnostics.render import github, text
from policyc.diagnostics.render import json as as_json
from policyc.pipeline import Checked
from policyc.source import Source, Span, decode
from policyc.syntax.lexer import tokenize

EVERYDAY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
LONG = settings(max_examples=4000, deadline=None, suppress_health_check=list(HealthCheck))
MAIN = "dmm-privacy.policy"

# Characters that mean something to the language, that look as if they did, and some that nobody expects.
LETTERS = (
    "abz09_-. \t\n\u3000:：;；,、，{}｛｝[]［］()<>\"“”「」『』'#＃/*=＝|\\@。・"
    "あ個⼈ｱﾞが会社か\u3099éаΑ𠮷👩\u200d①Ⅳ㈱０５年\r\x00\x1b\u200b\u202e\u2028\ufeff\ufffd\ue000\U0010ffff"
)
WORDS = [
    *[
        "import",
        "organization",
        "組織",
        "document",
        "文書",
        "part",
        "joint-use",
        "共同利用",
        "purposes",
        "purpose",
        "text",
        "本文",
        "items",
        "users",
        "kind",
        "url",
    ],
    *[
        "operator",
        "mihon",
        "dmm",
        "customer",
        "none",
        "なし",
        "as",
        "same",
        "within",
        "uses",
        "yes",
        "is",
        "of",
        "means",
        "called",
        "delegates",
        "numbering",
        "data",
    ],
    *[":", ",", "、", ";", "\n", "{", "}", "[", "]", " ", "  ", "# 注記\n", '"""', '"', "「", "」"],
    *[
        '"当社"',
        '"{mihon}は、{items}を"',
        '"{a|b}"',
        '"[a](https://mihon.example/)"',
        '"""\n- {#a} い\n  - ろ\n"""',
        "「本文」",
    ],
    *[
        "<https://mihon.example/>",
        "[a](javascript:x)",
        "2026-04-01",
        "2026-02-30",
        "5",
        "years",
        "年",
        "privacy-notice",
    ],
]
SOUP = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
TEXT = st.text(alphabet=st.one_of(st.sampled_from(LETTERS), st.characters()), max_size=120)


def check(source: str | bytes, others: dict[str, bytes] | None = None) -> Checked:
    raw = source if isinstance(source, bytes) else source.encode("utf-8", errors="surrogatepass")
    return pipeline.check("test.policy", raw, (others or {}).get)


def hold(checked: Checked) -> None:
    """What holds of every check."""
    assert checked.ok == all(d.severity != "error" for d in checked.diagnostics)
    places = [(d.span.source.path, d.span.start) for d in checked.diagnostics]
    assert places == sorted(places)
    for diagnostic in checked.diagnostics:
        assert diagnostic.severity in SEVERITIES
        for lang in ("ja", "en"):
            words = f"{diagnostic.message(lang)}{diagnostic.help(lang)}"
            assert diagnostic.message(lang).strip()
            assert "\n" not in words and "\x1b" not in words and len(words) < 3000
        for span in (diagnostic.span, *(label.span for label in diagnostic.labels)):
            inside(span)
        if diagnostic.fix is not None:
            inside(diagnostic.fix.span)
    shown(checked.diagnostics)


def inside(span: Span) -> None:
    """A place lies inside its source, and its line and column are those of its first character."""
    body = span.source.text
    assert 0 <= span.start <= span.end <= max(len(body), span.start + 1)
    assert span.start <= len(body)
    line, column = span.source.position(span.start)
    assert line == body.count("\n", 0, span.start) + 1
    assert column == span.start - (body.rfind("\n", 0, span.start) + 1) + 1
    assert span.source.line(line) == body.split("\n")[line - 1]


def shown(found: list[Diagnostic]) -> None:
    """All forms can be written, and the carets stand in the columns of what they mean."""
    for lang in ("ja", "en"):
        for diagnostic in found[:20]:
            lines = text.render([diagnostic], lang, False).split("\n")
            source, carets = lines[3], lines[4]
            assert sum(max(wcwidth(c), 0) for c in carets) == len(carets)
            line, column = diagnostic.span.source.position(diagnostic.span.start)
            character = diagnostic.span.source.line(line)[column - 1 : column]
            if character.isprintable() and wcwidth(character or " ") > 0:
                assert _at_column(source, carets.index("^")) in (character, ""), (source, carets)
        assert text.render(found, lang, True)[:1] in ("\x1b", "")
        for line in github.render(found, lang).splitlines():
            assert line.startswith(("::error ", "::warning ", "::notice "))
    rows = json.loads(as_json.document([as_json.row(d) for d in found]))["diagnostics"]
    for row, diagnostic in zip(rows, found, strict=True):
        assert (row["line"], row["column"]) == diagnostic.span.source.position(diagnostic.span.start)


def _at_column(line: str, column: int) -> str:
    at = 0
    for character in line:
        if at == column and wcwidth(character) > 0:
            return character
        at += max(wcwidth(character), 0)
    return ""


def same(left: Checked, right: Checked) -> bool:
    return [as_json.row(d) for d in left.diagnostics] == [as_json.row(d) for d in right.diagnostics]


# -- any text ---------------------------------------------------------------------------------------------------------


@EVERYDAY
@example("")
@example("\ufeff")
@example("a:")
@example('"""')
@example("「")
@example("{")
@example("組織 見本 「")
@example('operator: みほんは。" years: "から。')
@given(TEXT)
def test_any_text(source: str) -> None:
    checked = check(source)
    hold(checked)
    assert same(checked, check(source))


@EVERYDAY
@given(SOUP)
def test_any_words(source: str) -> None:
    hold(check(source))


@EVERYDAY
@given(st.binary(max_size=200))
def test_any_bytes(source: bytes) -> None:
    hold(check(source))


@EVERYDAY
@given(TEXT)
def test_any_text_in_quotes(words: str) -> None:
    quoted = words.replace("\\", "").replace('"', "")
    hold(check(f'organization mihon "株式会社みほん" {{ called: "{quoted}" as """{quoted}""" }}\n' + document(quoted)))


def document(words: str) -> str:
    return (
        "document notice 「方針」 {\n  kind: privacy-notice; url: <https://mihon.example/>; operator: mihon\n"
        f'  retention "保存期間" {{ period: 5 years; text: """{{period}}{words}""" }}\n}}\n'
    )


@EVERYDAY
@given(TEXT)
def test_tokens_lie_side_by_side(source: str) -> None:
    made = Source("x", source)
    at = 0
    for token in tokenize(made)[0]:
        assert at <= token.start <= token.end <= len(source)
        at = token.end


@EVERYDAY
@given(st.binary(max_size=100))
def test_decoding_loses_no_readable_byte(raw: bytes) -> None:
    source, bad = decode("x", raw)
    if bad is None:
        body = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
        assert source.text == body.replace("\r\n", "\n")


# -- the real source, changed -----------------------------------------------------------------------------------------


@cache
def real() -> tuple[str, dict[str, bytes]]:
    held = {name: body.encode("utf-8") for name, body in dmm_files().items()}
    return held[MAIN].decode("utf-8"), held


def changed(dice: random.Random) -> str:
    """The real source with some of its lines or characters left out, doubled, swapped or replaced."""
    body = real()[0]
    for _ in range(dice.randrange(1, 4)):
        lines = body.split("\n")
        a, b = dice.randrange(len(lines)), dice.randrange(len(lines))
        c = dice.randrange(max(len(body), 1))
        match dice.randrange(8):
            case 0:
                del lines[a]
                body = "\n".join(lines)
            case 1:
                body = "\n".join([*lines[:a], lines[b], *lines[a:]])
            case 2:
                lines[a], lines[b] = lines[b], lines[a]
                body = "\n".join(lines)
            case 3:
                body = body[:c] + body[c + 1 :]
            case 4:
                body = body[:c] + dice.choice(LETTERS) + body[c:]
            case 5:
                body = body[:c] + body[c + 1 : c + 2] + body[c : c + 1] + body[c + 2 :]
            case 6:
                body = body[:c]
            case _:
                body = body[:c] + dice.choice(WORDS) + body[c + 1 :]
    return body


@pytest.mark.parametrize("seed", range(60))
def test_the_real_source_changed(seed: int) -> None:
    source = changed(random.Random(seed))
    hold(check(source, real()[1]))


@pytest.mark.parametrize("seed", range(4))
def test_two_checks_are_equal(seed: int) -> None:
    source = changed(random.Random(1000 + seed))
    assert same(check(source, real()[1]), check(source, real()[1]))


def test_one_brace_or_quote_left_out_is_one_fault_or_few() -> None:
    """A mark that is missing does not make the rest of the file unreadable."""
    body = real()[0]
    for mark, most in (("{\n", 3), ("}\n", 3), ('"\n', 3), (": ", 3), (", ", 2)):
        places = [at for at in range(len(body)) if body.startswith(mark, at)]
        for at in places[:: max(len(places) // 12, 1)]:
            checked = check(body[:at] + body[at + 1 :], real()[1])
            errors = [d for d in checked.diagnostics if d.severity == "error"]
            assert len(errors) <= most, (mark, at, [(d.code, d.span.line) for d in errors])


def test_the_policies_have_no_findings_at_all() -> None:
    for path in sorted(POLICIES.glob("*.policy")):
        held = {other.name: other.read_bytes() for other in POLICIES.iterdir()}
        assert pipeline.check(path.name, held[path.name], held.get).diagnostics == []


# -- long runs --------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@LONG
@given(st.one_of(TEXT, SOUP))
def test_many_texts(source: str) -> None:
    hold(check(source))


@pytest.mark.slow
@LONG
@given(TEXT)
def test_many_texts_in_quotes(words: str) -> None:
    hold(check(document(words.replace("\\", "").replace('"', ""))))


@pytest.mark.slow
@pytest.mark.parametrize("part", range(10))
def test_the_real_source_changed_many_times(part: int) -> None:
    dice = random.Random(f"part {part}")
    for _ in range(400):
        hold(check(changed(dice), real()[1]))
