"""Findings for a reader: the message, the source line with a caret under the right characters, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from wcwidth import wcwidth

from ...source import Span
from .. import ERROR, NOTE, WARNING, Diagnostic
from .. import visible as seen
from .counts import WORDS
from .counts import summary as summary

_HELP = {"ja": "対処", "en": "help"}
_COLOURS = {ERROR: "31;1", WARNING: "33;1", NOTE: "36;1", "dim": "34;1", "bold": "1"}
# A longer line is shown as a window around the place, so that a page pasted in one line stays readable.
_WINDOW = 100


def width(text: str) -> int:
    """Terminal columns of a text: full-width characters take two, combining ones none, others one."""
    if text.isascii():
        return len(text)
    return sum(max(wcwidth(character), 0) for character in text)


def render(diagnostics: list[Diagnostic], lang: str, colour: bool, show: Callable[[str], str] = str) -> str:
    """All findings and a line that counts them; `show` turns a source path into the one the reader knows."""
    parts = [_one(diagnostic, lang, colour, show) for diagnostic in diagnostics]
    return "\n".join(parts)


def brief(diagnostics: list[Diagnostic], lang: str, colour: bool) -> str:
    """All findings by the file they are about, for files that have no lines to show."""
    paint = _paint(colour)
    parts = []
    for one in diagnostics:
        lines = [
            _headline(one, lang, paint),
            f" {paint('-->', 'dim')} {seen(one.span.source.path)}",
            *_help(one, lang, 0, paint),
        ]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _one(diagnostic: Diagnostic, lang: str, colour: bool, show: Callable[[str], str]) -> str:
    paint = _paint(colour)
    lines = [_headline(diagnostic, lang, paint)]
    places = [(diagnostic.span, "^", "")]
    places += [(label.span, "-", label.ja if lang == "ja" else label.en) for label in diagnostic.labels]
    gutter = max(len(str(span.line)) for span, _, _ in places)
    for span, mark, words_here in places:
        lines += _snippet(span, mark, words_here, gutter, paint, show)
    return "\n".join([*lines, *_help(diagnostic, lang, gutter, paint)]) + "\n"


def _headline(diagnostic: Diagnostic, lang: str, paint: Callable[[str, str], str]) -> str:
    severity = diagnostic.severity
    message = paint(diagnostic.message(lang), "bold")
    return f"{paint(WORDS[lang][severity], severity)}[{diagnostic.code}]: {message}"


def _help(diagnostic: Diagnostic, lang: str, gutter: int, paint: Callable[[str, str], str]) -> list[str]:
    help_ = diagnostic.help(lang)
    return [f"{' ' * gutter} {paint('=', 'dim')} {_HELP[lang]}: {help_}"] if help_ else []


def _snippet(
    span: Span, mark: str, words: str, gutter: int, paint: Callable[[str, str], str], show: Callable[[str], str]
) -> list[str]:
    line, column = span.source.position(span.start)
    text = span.source.line(line)
    start = column - 1
    stop = min(start + max(span.end - span.start, 1), max(len(text), start + 1))
    left, right = _window(text, start)
    visible = _visible(text[left:right])
    lead, tail = "…" if left else "", "…" if right < len(text) else ""
    before, under = visible[: start - left], visible[start - left : min(stop, right) - left]
    pad = " " * (width(lead) + width(before))
    carets = mark * max(width(under), 1)
    rule = paint("|", "dim")
    arrow = paint("-->", "dim")
    return [
        f"{' ' * gutter}{arrow} {seen(show(span.source.path))}:{line}:{column}",
        f"{' ' * gutter} {rule}",
        f"{paint(str(line).rjust(gutter), 'dim')} {rule} {lead}{visible}{tail}",
        f"{' ' * gutter} {rule} {pad}{carets}{' ' + seen(words) if words else ''}".rstrip(),
    ]


def _window(text: str, start: int) -> tuple[int, int]:
    """The stretch of a line to show: all of it, or what fits around `start` when it is too wide for a terminal."""
    if len(text) <= _WINDOW and width(_visible(text)) <= _WINDOW:
        return 0, len(text)
    # Characters without width are not counted for ever.
    text = text[: start + 2 * _WINDOW]
    left = _reach(text, start, -1, _WINDOW // 3)
    right = _reach(text, start, 1, _WINDOW - width(_visible(text[left:start])))
    left = _reach(text, start, -1, _WINDOW - width(_visible(text[start:right])))
    return left, right


def _reach(text: str, at: int, step: int, room: int) -> int:
    """How far from `at` a stretch of at most `room` columns goes, to the left or to the right."""
    for _ in range(2 * _WINDOW):
        index = at - 1 if step < 0 else at
        if not 0 <= index < len(text):
            break
        room -= width(_visible(text[index]))
        if room < 0:
            break
        at += step
    return at


def _visible(text: str) -> str:
    """The characters as a terminal may show them: none that moves the cursor or cannot be seen."""
    if text.isprintable():
        return text
    return "".join(" " if c == "\t" else c if c.isprintable() or c == "\u3000" else "·" for c in text)


def _paint(colour: bool) -> Callable[[str, str], str]:
    if not colour:
        return lambda text, _: text
    return lambda text, style: f"\x1b[{_COLOURS[style]}m{text}\x1b[0m"
