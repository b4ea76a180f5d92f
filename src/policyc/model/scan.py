"""One line of a text to its segments: `{name}`, `{name|words}`, `{name.part}`, `[label](url)`, `**emphasis**`, escapes."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from ..diagnostics import ERROR, WARNING, Diagnostic, Kind
from ..source import Source, Span
from ..vocab import lookup
from .links import judged
from .segments import LinkSeg, Lit, Ref, Seg, Strong
from .words import writable

UNCLOSED_REFERENCE = Kind(
    "model/unclosed-reference",
    ERROR,
    "文章の中の「{{」が閉じられていません",
    "this `{{` in the text is never closed",
    "参照なら「{{名前}}」と閉じ、波括弧そのものなら「\\{{」と書いてください。",
    "Close the reference, `{{name}}`; for the brace itself write `\\{{`.",
)
BAD_REFERENCE = Kind(
    "model/bad-reference",
    ERROR,
    "「{{{found}}}」は参照の形ではありません",
    "`{{{found}}}` is not a reference",
    "「{{名前}}」「{{名前.部分}}」「{{名前|文言}}」のどれかの形で書いてください。",
    "Write `{{name}}`, `{{name.part}}` or `{{name|words}}`.",
)

LINK_FORM = Kind(
    "model/link-form",
    ERROR,
    "リンクのアドレスに、空白や括弧があるか、閉じる「)」がありません",
    "the address of this link has white space or brackets in it, or its `)` is missing",
    "「[見出し](アドレス)」の形で書いてください（アドレスの中の、対にならない括弧は %28 と %29）。リンクでなければ「\\[」と書きます。",
    "Write `[label](address)`, brackets that are no pair inside the address as %28 and %29. If no link is meant, write `\\[`.",
)

PICTURE = Kind(
    "model/picture",
    WARNING,
    "文章に画像は置けません。「!」は文字のまま、続く「[…](…)」はリンクになります",
    "a text has no pictures: this `!` stays a character, and `[…](…)` behind it is a link",
    "画像が示すことを言葉で書くか、「!」を消してリンクにしてください。文字の「!」なら「\\!」と書きます。",
    "Say in words what the picture shows, or remove the `!` and keep the link. For the character itself write `\\!`.",
)

# The vocabularies whose rows values of fields, or texts, are picked from.
_REFERRED = ("data", "recipients", "rights", "purposes", "measures", "bases", "subjects", "actions", "countries")
_MAX_NESTING = 8
# Compiled where they are used, as few texts need them.
_BROKEN_LINK = r"\[[^\[\]]*\](\([^\s()]*)"
# Brackets in an address stand in pairs, one deep: `https://ja.wikipedia.org/wiki/HTTP_(名前)`.
_INSIDE = r"(?:[^()\s]|\([^()\s]*\))*"


class Joined(NamedTuple):
    """A logical line: pieces of the source joined, with where each piece came from."""

    text: str
    at: list[int]
    offsets: list[int]

    def offset(self, index: int) -> int:
        if len(self.offsets) == 1:
            return self.offsets[0] + index
        piece = bisect_right(self.at, index) - 1
        return self.offsets[piece] + index - self.at[piece]


_NAMED = r"[^\W\d][\w\-]*+(?:\.[\w\-]++)*+"
# A mark; where it is a brace, the rest of the reference whose words are characters, too, and references without words: what
# most marks are.
_MARK = re.compile(rf"[\\{{}}\[*<](?:(?<=\{{)({_NAMED})(?:\|((?:[^\\{{}}\[*<]++|\{{{_NAMED}\}})*+))?\}}|)")
_STARS = re.compile(r"\\.|\*\*")
_SPECIAL = re.compile(r"[\\{}\[*|<]|\Z")
_ADDRESS = re.compile(r"<((?:https?|mailto|tel):[^<>()\s]+)>")
_LINK = re.compile(rf"\[((?:[^\[\]\\]|\\.)*)\]\(({_INSIDE})\)")
_NAME = re.compile(_NAMED)
_ESCAPES = {"n": "\n", "t": "\t"}
# Characters that nobody sees in a source may be written by their number, marks of left-to-right text (as addresses
# pasted from mail have them) too; those that turn a text round may not.
_CODED = (
    r"\\u\{(00[aA][0dD]|034[fF]|115[fF]|1160|17[bB][45]|180[eE]|200[b-eB-E]|202[aAcC]|206[0-4689]"
    r"|3164|[fF][eE][fF]{2}|[fF]{2}[aA]0)\}"
)


class Scanner:
    """Reads one logical line; escapes are undone here, so that offsets stay those of the source."""

    def __init__(self, source: Source, line: Joined, found: list[Diagnostic]) -> None:
        self.source = source
        self.line = line
        self.found = found
        # Up to where it is known that there is no `}`: nothing is searched, or reported, twice.
        self._open_to = -1

    def line_segs(self, at: int, end: int) -> tuple[Seg, ...]:
        """Segments of [at, end), which is the line or a part of it that stands alone."""
        quick = self._pieces(at, end)
        return self.segs(at, end)[0] if quick is None else quick

    def _pieces(self, at: int, end: int) -> tuple[Seg, ...] | None:
        """The segments of [at, end) where each piece of the line is plain; what goes on over their border is one."""
        text, starts, offsets = self.line
        if len(offsets) == 1:
            return plain_segs(text[at:end], offsets[0] + at)
        out: list[Seg] = []
        for start, stop, offset in zip(starts, [*starts[1:], len(text)], offsets, strict=True):
            first = max(start, at)
            segs = plain_segs(text[first : min(stop, end)], offset + first - start)
            if segs is None:
                return None
            if out and segs and isinstance(out[-1], Lit) and isinstance(segs[0], Lit):
                out[-1] = Lit(out[-1].text + segs[0].text, out[-1].start)
                segs = segs[1:]
            out += segs
        return tuple(out)

    def span(self, start: int, end: int) -> Span:
        return Span(self.source, self.line.offset(start), self.line.offset(max(end - 1, start)) + 1)

    def segs(self, at: int, end: int, nesting: int = 0) -> tuple[tuple[Seg, ...], int]:
        """Segments from `at` up to `end`, or (inside a reference) up to its `}`; and where that was."""
        text = self.line.text
        out: list[Seg] = []
        literal, literal_at = "", at
        while at < end:
            special = _SPECIAL.search(text, at, end)
            stop = min(special.start() if special else end, end)
            if stop > at:
                if not literal:
                    literal_at = at
                literal += text[at:stop]
                at = stop
                continue
            character = text[at]
            if nesting and character == "}":
                break
            seg: Seg | None = None
            step = at
            if character == "\\" and at + 1 < end:
                if not literal:
                    literal_at = at
                coded = re.compile(_CODED).match(text, at, end)
                if coded is not None:
                    literal += chr(int(coded[1], 16))
                    at = coded.end()
                    continue
                literal += _ESCAPES.get(text[at + 1], text[at + 1])
                at += 2
                continue
            if character == "{":
                seg, step = self._reference(at, end, nesting)
            elif character == "[":
                seg, step = self._link(at, end, nesting)
            elif character == "<":
                seg, step = self._address(at, end)
            elif text.startswith("**", at) and nesting <= _MAX_NESTING:
                close = self._closing(at + 2, end)
                if close > at + 2:
                    inner, _ = self.segs(at + 2, close, 0)
                    seg, step = Strong(inner, self.line.offset(at)), close + 2
            if seg is None:
                if not literal:
                    literal_at = at
                taken = max(step, at + 1)
                literal += text[at:taken]
                at = taken
                continue
            if literal:
                out.append(Lit(literal, self.line.offset(literal_at)))
                literal = ""
            out.append(seg)
            at = step
        if literal:
            out.append(Lit(literal, self.line.offset(literal_at)))
        return tuple(out), at

    def _closing(self, at: int, end: int) -> int:
        """Where the `**` is that closes one before `at`; -1 if there is none."""
        return next((hit.start() for hit in _STARS.finditer(self.line.text, at, end) if hit[0] == "**"), -1)

    def _reference(self, at: int, end: int, nesting: int) -> tuple[Seg | None, int]:
        text = self.line.text
        name = _NAME.match(text, at + 1, end)
        after = name.end() if name else at + 1
        if name and text[after : after + 1] == "}":
            return Ref(tuple(name.group().split(".")), None, *self._ends(at, after + 1)), after + 1
        if name and text[after : after + 1] == "|" and nesting < _MAX_NESTING:
            words, close = self.segs(after + 1, end, nesting + 1)
            closed = close < end
            if not closed:
                self._unclosed(at, after, end)
            # Without its `}` it is taken to end with the line, so that what stands there is read once.
            close += closed
            return Ref(tuple(name.group().split(".")), words, *self._ends(at, close)), close
        if name and text[after : after + 1] == "|":
            # Words in words in words: nobody reads that, and each level would read the rest of the line again.
            self.found.append(BAD_REFERENCE.at(self.span(at, after + 1), found=text[at + 1 : after + 1]))
            return None, end
        close = -1 if self._open_to == end else text.find("}", at, end)
        if close < 0:
            self._unclosed(at, after, end)
            return None, at + 1
        if "{" in text[at + 1 : close]:
            self.found.append(UNCLOSED_REFERENCE.at(self.span(at, max(after, at + 1))))
            return None, at + 1
        found = text[at + 1 : close]
        self.found.append(BAD_REFERENCE.at(self.span(at, close + 1), found=found, nearest=_meant(found)))
        return None, close + 1

    def _unclosed(self, at: int, after: int, end: int) -> None:
        # Of `{a|{b|` the inner one is reported: with its `}` the outer one may well be closed.
        if self._open_to != end:
            self.found.append(UNCLOSED_REFERENCE.at(self.span(at, after)))
        self._open_to = end

    def _address(self, at: int, end: int) -> tuple[Seg | None, int]:
        """`<https://…>`: an address that links to itself."""
        hit = _ADDRESS.match(self.line.text, at, end)
        if hit is None:
            return None, at + 1
        self._judge(hit, 1)
        label = (Lit(hit.group(1), self.line.offset(hit.start(1))),)
        return LinkSeg(label, hit.group(1), *self._ends(at, hit.end())), hit.end()

    def _link(self, at: int, end: int, nesting: int) -> tuple[Seg | None, int]:
        hit = _LINK.match(self.line.text, at, end)
        if hit is None or nesting > _MAX_NESTING:
            broken = re.compile(_BROKEN_LINK).match(self.line.text, at, end)
            if broken is not None and nesting <= _MAX_NESTING:
                self.found.append(LINK_FORM.at(self.span(broken.start(1), broken.end())))
            return None, at + 1
        if at and self.line.text[at - 1] == "!" and self._unescaped(at - 1):
            self.found.append(PICTURE.at(self.span(at - 1, hit.end())))
        label, _ = self.segs(hit.start(1), hit.end(1), 0)
        url = hit.group(2)
        self._judge(hit, 2)
        return LinkSeg(label, url, *self._ends(at, hit.end())), hit.end()

    def _judge(self, hit: re.Match[str], group: int) -> None:
        """Report what is wrong with the address that a group of a match holds."""
        told = judged(self.span(hit.start(group), hit.end(group)), hit[group])
        if told is not None:
            self.found.append(told)

    def _unescaped(self, at: int) -> bool:
        before = self.line.text[:at]
        return (len(before) - len(before.rstrip("\\"))) % 2 == 0

    def _ends(self, start: int, end: int) -> tuple[int, int]:
        span = self.span(start, end)
        return span.start, span.end


def _meant(found: str) -> str:
    """A reference with the identifier of a row whose word no reference can hold: `{項目.interests}` for
    `{項目.趣味・嗜好}`. Empty for what is no such word."""
    path, bar, said = found.partition("|")
    head, dot, word = path.rpartition(".")
    rows = {row.id for category in _REFERRED if (row := lookup(category, word)) is not None}
    return f"{{{head}{dot}{rows.pop()}{bar}{said}}}" if len(rows) == 1 and not writable(word) else ""


def plain_segs(text: str, at: int) -> tuple[Seg, ...] | None:
    """The segments of a text that holds nothing but characters and references, None for any other: it is cut at them in
    one go, and there is nothing to report. `at` is where it stands in its source."""
    pieces = _MARK.split(text)
    new = tuple.__new__
    if len(pieces) == 1:
        return (new(Lit, (text, at)),) if text else ()
    out: list[Seg] = []
    rest = iter(pieces)
    for characters, name, words in zip(rest, rest, rest, strict=False):
        if name is None:
            return None
        if characters:
            out.append(new(Lit, (characters, at)))
            at += len(characters)
        start, inner = at, None
        at += len(name) + 2
        if words is not None:
            inner = plain_segs(words, at)
            at += len(words) + 1
        path = (name,) if "." not in name else tuple(name.split("."))
        out.append(new(Ref, (path, inner, start, at)))
    if characters := pieces[-1]:
        out.append(new(Lit, (characters, at)))
    return tuple(out)
