"""Characters that a legal text must not hold, or that look like another: found in the source, never changed."""

from __future__ import annotations

import re

from ..diagnostics import ERROR, WARNING, Findings, Fix, Kind
from ..source import Source, Span

INVISIBLE = Kind(
    "text/invisible-character",
    ERROR,
    "見えない文字 {code} が含まれています",
    "there is an invisible character {code} here",
    "表示されないまま、文の意味や向きを変えることがあります。消してください。",
    "It is not shown, and may change the sense or direction of the text. Remove it.",
)
FORBIDDEN = Kind(
    "text/forbidden-character",
    ERROR,
    "使えない文字 {code} が含まれています",
    "there is a character {code} that no text may hold",
    "画面に出ない制御文字や、機種により異なる文字です。Word や PDF からの貼り付けで入ることがあります。消してください。",
    "It is a control character, or one that differs from system to system, as pasted from Word or PDF. Remove it.",
)
LINE_ENDS = Kind(
    "text/line-ends",
    ERROR,
    "行の終わりに、古い形式の改行（U+000D だけ）が使われています",
    "lines end in the old form (U+000D alone)",
    "エディターで改行コード LF（又は CRLF）を選んで保存し直してください。",
    "Save the file again with line ends LF (or CRLF).",
)
LOOK_ALIKE = Kind(
    "text/look-alike",
    WARNING,
    "「{found}」（{code}）は「{normal}」に見える別の文字です",
    "`{found}` ({code}) is another character that looks like `{normal}`",
    "意図したものでなければ「{normal}」に置き換えてください。文字は書かれたとおり出力されます。",
    "Replace it by `{normal}` unless it is meant. It is output as written.",
)

# Controls but tab and LF, line and paragraph separators, lone CR, non-characters, surrogates, private use.
_FORBIDDEN = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff\ue000-\uf8ff\ufff9-\ufffb"
# Bidirectional controls, zero-width characters, soft hyphen, fillers, a byte order mark inside the text, tags.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff"
    "\uffa0\U000e0000-\U000e007f"
)
# CJK radicals (⼈ for 人), half-width katakana and marks, combining kana marks, Cyrillic and Greek letters.
_ALIKE = "\u3099\u309a\u0370-\u03ff\u0400-\u04ff"
_RADICALS, _HALF_WIDTH = "\u2e80-\u2eff\u2f00-\u2fdf", "\uff61-\uff9f"
# One class, so that a text is gone through at the speed of C.
_ANY = f"[{_FORBIDDEN}{_INVISIBLE}{_ALIKE}{_RADICALS}{_HALF_WIDTH}]"
# What nearly every text is made of: to see that is faster than to look for the others, and spares compiling them.
_COMMON = re.compile("[\n -~\u3000-\u3098\u309b-\u30ff\u4e00-\u9fff\uff01-\uff60]*+")
_RUNS = f"[{_FORBIDDEN}]|[{_INVISIBLE}]|[{_RADICALS}]+|[{_HALF_WIDTH}]+|[{_ALIKE}]"
_ASCII_ALIKE = dict(zip("АВСЕНІКМОРТХасеіорху", "ABCEHIKMOPTXaceiopxy", strict=True))
_GREEK_ALIKE = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον", "ABEZHIKMNOPTYXov", strict=True))


def check_characters(source: Source) -> Findings:
    """Findings for the characters of a whole source, comments included (a hidden direction mark there deceives too)."""
    text = source.text
    found = Findings()
    common = _COMMON.match(text)
    at = common.end() if common is not None else 0
    if at == len(text) or re.compile(_ANY).search(text, at) is None:
        return found
    returns = 0
    for hit in re.finditer(_RUNS, text):
        run, span = hit.group(), Span(source, hit.start(), hit.end())
        code = " ".join(f"U+{ord(c):04X}" for c in run[:4])
        if run == "\r":
            # A file that an old editor saved has one at every line's end: that is one fault.
            if not returns:
                found.append(LINE_ENDS.at(span))
            returns += 1
            continue
        if re.match(f"[{_FORBIDDEN}]", run):
            found.append(FORBIDDEN.at(span, code=code))
        elif re.match(f"[{_INVISIBLE}]", run):
            found.append(INVISIBLE.at(span, code=code, fix=Fix(span, "", safe=True)))
        else:
            _alike(source, run, hit.start(), code, found)
    return found


def _alike(source: Source, run: str, at: int, code: str, found: Findings) -> None:
    """A finding for characters that look like others, if they do so here."""
    text = source.text
    if run in ("\u3099", "\u309a"):
        # A mark that joins the letter before it, as file names from a Mac have it: が in two characters.
        at, run = max(at - 1, 0), text[max(at - 1, 0) : at + 1]
        code = " ".join(f"U+{ord(c):04X}" for c in run)
    normal = _twin(run, text, at)
    if normal and normal != run:
        span = Span(source, at, at + len(run))
        found.append(LOOK_ALIKE.at(span, found=run, code=code, normal=normal, fix=Fix(span, normal, safe=False)))


def _twin(run: str, text: str, at: int) -> str:
    """The ordinary characters that a look-alike stands for, or an empty string."""
    from unicodedata import normalize

    if run in _ASCII_ALIKE or run in _GREEK_ALIKE:
        # Greek and Cyrillic words are themselves; a letter among Latin ones is a trap.
        around = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
        latin = any("a" <= c.lower() <= "z" for c in around)
        return (_ASCII_ALIKE.get(run) or _GREEK_ALIKE.get(run) or "") if latin else ""
    if run[-1] in "\u3099\u309a":
        joined = normalize("NFC", run)
        return joined if len(joined) == 1 else ""
    return normalize("NFKC", run)
