"""Source text to tokens, by the terminals of the grammar; what is no token becomes a finding, never an exception."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..diagnostics import ERROR, Both, Diagnostic, Findings, Fix, Kind
from ..source import Source, Span
from .tables import IGNORED, TERMINALS
from .unclosed import UNCLOSED_STRING, UNCLOSED_TEXT, end_of_string, end_of_text, runs_on

UNKNOWN_CHARACTER = Kind(
    "syntax/unknown-character",
    ERROR,
    "ここには書けない文字「{found}」があります",
    "the character `{found}` cannot stand here",
    '余分な文字なら消してください。文章の一部なら、その文章を「"…"」か「"""…"""」で囲みます。',
    'Remove it; or, if it belongs to a text, put that text in "…" or """…""".',
)
FULL_WIDTH_MARK = Kind(
    "syntax/full-width-mark",
    ERROR,
    "「{found}」は、ここでは半角の「{expected}」と書きます",
    "`{found}` is written `{expected}` here",
    '「{expected}」に置き換えてください。「"…"」で囲んだ文章の中では、どの記号もそのまま使えます。',
    "Replace it by `{expected}`. Inside a text in quotes any mark may stand.",
)
DATE_FORM = Kind(
    "syntax/date-form",
    ERROR,
    "日付「{found}」は「{expected}」の形で書きます",
    "the date `{found}` is written `{expected}`",
    "年-月-日の順に、年を 4 桁、月と日を 2 桁で、半角の「-」でつないでください。",
    "Write year-month-day: four, two and two digits, joined by `-`.",
)
UNQUOTED_TEXT = Kind(
    "syntax/unquoted-text",
    ERROR,
    '文章が「"」で囲まれていません',
    "this text is not in quotes",
    '「"…"」で囲んでください。複数行にわたる文章は「"""…"""」で囲みます。',
    'Put it in "…", or in """…""" when it has several lines.',
)
BARE_ADDRESS = Kind(
    "syntax/bare-address",
    ERROR,
    "アドレスが「<」と「>」で囲まれていません",
    "this address is not in `<` and `>`",
    '「<{found}>」と書いてください。文章の一部なら、その文章を「"」で囲みます。',
    "Write `<{found}>`; or, if it belongs to a text, put that text in quotes.",
)

# Marks that a Japanese keyboard (or a habit) gives; read as what they stand for, so that one such slip costs one finding.
_MARKS = {
    "：": ("COLON", ":"),
    "＝": ("COLON", ":"),
    "=": ("COLON", ":"),
    "｛": ("LBRACE", "{"),
    "｝": ("RBRACE", "}"),
    "［": ("LSQB", "["),
    "］": ("RSQB", "]"),
    "，": ("SEP", ","),
    "､": ("SEP", ","),
    "・": ("SEP", ","),
    "；": ("END", ";"),
}
# What a mark carries on over, as in the terminals SEP, LSQB and END.
_CARRIED = re.compile(r"(?:[ \t\n\u3000]|#[^\n]*)*")
_CARRIED_END = re.compile(r"(?:[ \t\n;\u3000]|#[^\n]*)*")
_OTHER_QUOTES = re.compile("[“”„‟＂〝‘’＇'『]([^“”„‟＂〝〟‘’＇'『』\"\n]*)[“”„‟＂〝〟‘’＇'』\"]")
_CLOSING_QUOTE = re.compile("[”＂〟]")
# Marks that end a sentence or a value are none of the address before them.
_ADDRESS_REST = re.compile(r"//[^\s<>\"{}\[\]「」、。；;]*[^\s<>\"{}\[\]「」、。；;,.，]")
_OTHER_COMMENT = re.compile(r"＃[^\n]*|//[^\n]*|/\*[^\n]*")
_FULL_WIDTH_NUMBER = re.compile("[０-９][０-９0-9]*(?:[.．\\-－‐−―ー][０-９0-9]+)*")
# Spaces and dashes of other code points, as word processors and web pages give them.
_OTHER_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]+")
_DASHES = "‐‑‒–—−－"
_DASHED_NAME = re.compile(rf"[{_DASHES}][\w\-.{_DASHES}]+")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_NO_TOKEN = re.compile("[^\\w\\s\"「{}\\[\\],、:;#<=：＝｛｝［］，､；＃/“”„‟＂〝‘’＇'『]+")
# A date in another form, from the number that was read of it.
_OTHER_DATE = re.compile(r"([0-9]{4})([/.\-‐‑‒–—−－])([0-9]{1,2})\2([0-9]{1,2})(?![0-9/.\-])")
_SENTENCE = re.compile(
    r"[ \t\u3000]*[^\W\d][\w\-]*[ \t\u3000]*[:：][ \t\u3000]*(?=[^\s\"「\[<])([^\n\"]*[ぁ-ん][^\n\"]*)"
)
_LONGEST_LINE = 500
_NAME_REST = re.compile(r"[\w\-.]+")


class Token(NamedTuple):
    """A terminal's name and its offsets; the text is in the source."""

    type: str
    start: int
    end: int


# By the number of its group in the scanner (no pattern has capturing groups of its own).
_NAMES = ["", *(name for name, _ in TERMINALS if name not in IGNORED)]
_NONE = len(_NAMES)
_TEXT = _NAMES.index("TEXT")


@cache
def _scanner() -> re.Pattern[str]:
    # What is ignored is taken together with the token after it: half as many matches.
    ignored = "|".join(pattern for name, pattern in TERMINALS if name in IGNORED)
    tokens = "|".join(f"(?P<{name}>{pattern})" for name, pattern in TERMINALS if name not in IGNORED)
    # Possessive (`*+`): a comment or a run of blanks is never given back in part to make a token of its end; and
    # a repeated group keeps no way back for each of its rounds, a million in a large file (none of them would lead on).
    tokens = tokens.replace(")*", ")*+")
    # The last one takes what is no token, so that each match begins where the one before ended.
    return re.compile(f"(?:{ignored})*+(?:{tokens})|(?:{ignored})++|(?P<NONE>(?s:.))")


def tokenize(source: Source) -> tuple[list[Token], Findings]:
    """All tokens of a source in order, without white space and comments, and what was no token."""
    text, end = source.text, len(source.text)
    tokens: list[Token] = []
    found = Findings()
    # `tuple.__new__` is what `Token(…)` comes to, without a call of Python for each of thousands of tokens.
    scan, append, make = _scanner().finditer, tokens.append, tuple.__new__
    at = 0
    while at < end:
        for hit in scan(text, at):
            group = hit.lastindex
            if group is None:
                continue
            if group == _NONE:
                # Whatever it was meant to be, there is progress.
                at = max(_mend(source, hit.start(), tokens, found), hit.start() + 1)
                break
            if group == _TEXT and (next_text := runs_on(text, *hit.span(group))):
                at = _unclosed_text(source, hit.start(group), next_text - 1, tokens, found)
                break
            append(make(Token, (_NAMES[group], *hit.span(group))))
        else:
            at = end
    return tokens, found


def _mend(source: Source, at: int, tokens: list[Token], found: Findings) -> int:
    """Report what stands at `at`, read it as what it was meant to be, and return where to go on."""
    text = source.text
    character = text[at]
    if character in _MARKS:
        name, meant = _MARKS[character]
        carried = _CARRIED_END if name == "END" else _CARRIED if name in ("SEP", "LSQB") else None
        stop = carried.match(text, at + 1).end() if carried else at + 1  # type: ignore[union-attr]
        found.append(_mark(Span(source, at, at + 1), character, meant))
        tokens.append(Token(name, at, stop))
        return stop
    if text.startswith('"""', at):
        return _unclosed_text(source, at, len(text), tokens, found)
    if character in '"「':
        return _unclosed_string(source, at, tokens, found)
    space = _OTHER_SPACE.match(text, at)
    if space:
        found.append(_space(Span(source, at, space.end())))
        return space.end()
    quoted = _OTHER_QUOTES.match(text, at)
    if quoted:
        meant = f'"{quoted.group(1)}"'
        found.append(_mark(Span(source, at, quoted.end()), quoted.group(), meant))
        tokens.append(Token("STRING", at, quoted.end()))
        return quoted.end()
    address = _address(source, at, tokens, found)
    if address:
        return address
    comment = _OTHER_COMMENT.match(text, at)
    if comment:
        length = 1 if character == "＃" else 2
        found.append(_mark(Span(source, at, at + length), text[at : at + length], "#"))
        return comment.end()
    number = _FULL_WIDTH_NUMBER.match(text, at)
    if number:
        meant = "".join("-" if c in "-－‐−―ー" else chr(ord(c) - 0xFEE0) if c > "\xff" else c for c in number.group())
        found.append(_mark(Span(source, at, number.end()), number.group(), meant))
        tokens.append(Token("DATE" if _ISO_DATE.match(meant) else "NUMBER", at, number.end()))
        return number.end()
    whole = _whole(source, at, tokens, found)
    if whole:
        return whole
    if character == "\r":
        found.append(UNKNOWN_CHARACTER.at(Span(source, at, at + 1), found=character))
        tokens.append(Token("END", at, at + 1))
        return at + 1
    # A run is one fault: 1 MB of `@` must not become a million findings.
    run = _NO_TOKEN.match(text, at)
    stop = run.end() if run else at + 1
    found.append(UNKNOWN_CHARACTER.at(Span(source, at, min(stop, at + 20)), found=text[at : min(stop, at + 20)]))
    return stop


def _address(source: Source, at: int, tokens: list[Token], found: Findings) -> int:
    """Where an address ends that stands without its angle brackets; `at` is behind its colon. 0 where there is none."""
    text = source.text
    if not text.startswith("//", at) or len(tokens) < 2:
        return 0
    scheme, colon = tokens[-2:]
    if (scheme.type, colon.type) != ("NAME", "COLON") or not scheme.end == colon.start == at - 1:
        return 0
    rest = _ADDRESS_REST.match(text, at)
    if rest is None or text[scheme.start : scheme.end].lower() not in ("http", "https"):
        return 0
    span = Span(source, scheme.start, rest.end())
    fix = Fix(span, f"<{span.text}>", safe=True)
    found.append(BARE_ADDRESS.at(span, found=span.text, fix=fix))
    tokens[-2:] = [Token("URL", span.start, span.end)]
    return rest.end()


def _whole(source: Source, at: int, tokens: list[Token], found: Findings) -> int:
    """Where what is no token belongs to something larger that was meant as one value: a date, a sentence, a name."""
    text, character = source.text, source.text[at]
    last = tokens[-1] if tokens else None
    if last is not None and last.type == "NUMBER" and last.end == at:
        date = _OTHER_DATE.match(text, last.start)
        if date:
            meant = f"{date.group(1)}-{int(date.group(3)):02}-{int(date.group(4)):02}"
            span = Span(source, last.start, date.end())
            found.append(DATE_FORM.at(span, found=date.group(), expected=meant, fix=Fix(span, meant, safe=True)))
            tokens[-1] = Token("DATE", last.start, date.end())
            return date.end()
    if character == "。":
        # Sentences are looked for in lines that a person could have written.
        start = text.rfind("\n", max(at - _LONGEST_LINE, 0), at) + 1
        near = start > 0 or at <= _LONGEST_LINE
        line = _SENTENCE.match(text, start, at + _LONGEST_LINE) if near else None
        if line and line.start(1) <= at < line.end(1):
            stop = line.end(1) - len(line.group(1)) + len(line.group(1).rstrip(" \t\u3000}"))
            while tokens and tokens[-1].start >= line.start(1):
                tokens.pop()
            found.append(UNQUOTED_TEXT.at(Span(source, line.start(1), stop)))
            tokens.append(Token("STRING", line.start(1), stop))
            return stop
    dashed = _DASHED_NAME.match(text, at) if last is not None and last.type == "NAME" and last.end == at else None
    if last is not None and dashed:
        found.append(_mark(Span(source, at, at + 1), character, "-"))
        tokens[-1] = Token("NAME", last.start, dashed.end())
        return dashed.end()
    if last is not None and last.type == "NAME" and last.end == at and not character.isprintable():
        rest = _NAME_REST.match(text, at + 1)
        if rest:
            # A character that cannot be seen inside a word: the word is what the author sees.
            found.append(UNKNOWN_CHARACTER.at(Span(source, at, at + 1), found=character))
            tokens[-1] = Token("NAME", last.start, rest.end())
            return rest.end()
    return 0


def _unclosed_text(source: Source, at: int, end: int, tokens: list[Token], found: Findings) -> int:
    found.append(UNCLOSED_TEXT.at(Span(source, at, at + 3)))
    stop = end_of_text(source.text, at, end)
    tokens.append(Token("TEXT", at, stop))
    return stop


def _space(span: Span) -> Diagnostic:
    code = f"U+{ord(span.source.text[span.start]):04X}"
    found = Both(f"特殊な空白（{code}）", f"a special space ({code})")
    return FULL_WIDTH_MARK.at(
        span, found=found, expected=Both("空白", "an ordinary space"), fix=Fix(span, " ", safe=True)
    )


def _mark(span: Span, found: str, meant: str) -> Diagnostic:
    return FULL_WIDTH_MARK.at(span, found=found, expected=meant, fix=Fix(span, meant, safe=True))


def _unclosed_string(source: Source, at: int, tokens: list[Token], found: Findings) -> int:
    """A string that does not end in its line is taken to end where its author most likely meant it to."""
    text = source.text
    stop = end_of_string(text, at)
    closing = _CLOSING_QUOTE.search(text, at + 1, stop) if text[at] == '"' else None
    if closing:
        found.append(_mark(Span(source, closing.start(), closing.end()), closing.group(), '"'))
        stop = closing.end()
    else:
        found.append(UNCLOSED_STRING.at(Span(source, at, stop), mark="」" if text[at] == "「" else '"'))
    tokens.append(Token("STRING", at, stop))
    return stop
