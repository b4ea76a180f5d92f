"""What the compiler has to say: a Kind is declared once beside its reporter, a Diagnostic is one occurrence of it."""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, as in vocab.
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from ..source import Span

ERROR, WARNING, NOTE = "error", "warning", "note"
SEVERITIES = (ERROR, WARNING, NOTE)

# What a message quotes of the source is cut here: a 10 MB word must not become a 10 MB message.
QUOTE_LIMIT = 60
# Of one kind so many findings are kept, the others are counted: more than anyone reads, and bounded.
MOST_OF_A_KIND = 1000


class Both(NamedTuple):
    """A parameter that reads differently in the two languages."""

    ja: str
    en: str

    def visible(self) -> "Both":
        """The same with control characters made visible: some of it may come from the source."""
        return Both(_in_line(self.ja), _in_line(self.en))


class Kind(NamedTuple):
    """A diagnostic that the program can report: `<owner>/<kebab-name>`, its texts are `str.format` templates.

    `law` is the article that it rests on, such as `appi:27.5.3`, where it rests on one."""

    code: str
    severity: str
    ja: str
    en: str
    help_ja: str = ""
    help_en: str = ""
    law: str = ""

    def at(self, span: Span, *labels: "Label", fix: "Fix | None" = None, **params: object) -> "Diagnostic":
        """One occurrence at `span`; `params` fill the templates."""
        filled = {k: v.visible() if isinstance(v, Both) else quoted(v) for k, v in params.items()}
        return Diagnostic(self, span, filled, labels, fix)


class Label(NamedTuple):
    """A second place that belongs to a diagnostic, with its own words."""

    span: Span
    ja: str
    en: str


class Fix(NamedTuple):
    """A change that would answer the diagnostic. `safe` means: it cannot change what is promised."""

    span: Span
    replacement: str
    safe: bool


class Diagnostic(NamedTuple):
    """One finding: its kind, where, and the facts that its words are made of. `document` is the id of the document that
    it is about, where the place alone would not tell.

    `accepted` is the reason that the source gives for leaving it as it is, `known` whether a baseline holds it: such a
    finding is shown as what it is, and counts for nothing.
    """

    kind: Kind
    span: Span
    params: dict[str, str | Both]
    labels: tuple[Label, ...] = ()
    fix: Fix | None = None
    accepted: str = ""
    known: bool = False
    document: str = ""

    @property
    def open(self) -> bool:
        """Whether it still wants an answer."""
        return not self.accepted and not self.known

    @property
    def code(self) -> str:
        return self.kind.code

    @property
    def severity(self) -> str:
        return self.kind.severity

    def message(self, lang: str) -> str:
        """The one-line message in `ja` or `en`."""
        return (self.kind.ja if lang == "ja" else self.kind.en).format(**self._words(lang))

    def help(self, lang: str) -> str:
        """What to do about it, or an empty string."""
        template = self.kind.help_ja if lang == "ja" else self.kind.help_en
        words = self._words(lang)
        filled = template.format(**words)
        nearest = words.get("nearest", "")
        if nearest:
            ask = f"「{nearest}」ではありませんか。" if lang == "ja" else f"Did you mean `{nearest}`?"
            filled = f"{ask}{filled}" if lang == "ja" else f"{ask} {filled}".strip()
        return filled

    def _words(self, lang: str) -> dict[str, str]:
        return {k: (v.ja if lang == "ja" else v.en) if isinstance(v, Both) else v for k, v in self.params.items()}


MORE = Kind(
    "build/more-findings",
    NOTE,
    "「{code}」は、このほかに {count} 件あります",
    "there are {count} more findings `{code}`",
    "示したものから直し、もう一度検査してください。",
    "Mend those that are shown, then check again.",
)


class Findings(list[Diagnostic]):
    """Findings as they are made: of each kind the first `MOST_OF_A_KIND`, and how many more there were."""

    def __init__(self, found: Iterable[Diagnostic] = ()) -> None:
        self._counts: dict[str, int] = {}
        self._over: dict[str, Span] = {}
        self._keys: set[tuple[object, ...]] = set()
        if found:
            self += found

    def full(self, kind: Kind, span: Span) -> bool:
        """Whether there are enough of a kind; one more at `span` is then counted and need not be made."""
        count = self._counts.get(kind.code, 0)
        if count < MOST_OF_A_KIND:
            return False
        self._counts[kind.code] = count + 1
        self._over.setdefault(kind.code, span)
        return True

    def append(self, diagnostic: Diagnostic) -> None:
        """Keep a finding once, or count it where there are enough of its kind."""
        kind, span = diagnostic.kind, diagnostic.span
        key = (kind.code, id(span.source), span.start, span.end, *diagnostic.params.items())
        if key not in self._keys and not self.full(kind, span):
            self._counts[kind.code] = self._counts.get(kind.code, 0) + 1
            self._keys.add(key)
            super().append(diagnostic)

    def __iadd__(self, found: Iterable[Diagnostic]) -> "Findings":  # type: ignore[override,misc]
        for diagnostic in found:
            self.append(diagnostic)
        if isinstance(found, Findings):
            for code, span in found._over.items():
                # A finding of the kind may have been here before, and so be none of those that were appended.
                self._counts[code] = (
                    max(self._counts.get(code, 0), MOST_OF_A_KIND) + found._counts[code] - MOST_OF_A_KIND
                )
                self._over.setdefault(code, span)
        return self

    def more(self) -> list[Diagnostic]:
        """One note for every kind of which there were too many."""
        return [
            MORE.at(span, code=code, count=self._counts[code] - MOST_OF_A_KIND) for code, span in self._over.items()
        ]


def quoted(value: object) -> str:
    """A parameter as it may stand in a message: cut to `QUOTE_LIMIT`, control characters made visible."""
    text = str(value)
    return _in_line(text if len(text) <= QUOTE_LIMIT else f"{text[: QUOTE_LIMIT - 1]}…")


def _in_line(text: str) -> str:
    """A text of a source within a message: its line breaks are no oddities, and shown as what they are."""
    return visible(text.replace("\n", "↵"))


def visible(text: str) -> str:
    """A text in one line in which every character can be seen: controls and direction marks as their numbers."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\u3000" else _number(c) for c in text)


def _number(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def in_order(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """The same findings by file, place and code, each once: the order in which they are shown.

    What lies inside the place of a syntax error is left out: it was read as something else than its author wrote.
    """
    if isinstance(diagnostics, Findings):
        diagnostics = [*diagnostics, *diagnostics.more()]
    by_model = _Covered(diagnostics, *_COVER_SYNTAX)
    # What is covered covers nothing: of two that mark the same place one has to stay.
    by_syntax = _Covered([d for d in diagnostics if not by_model.covers(d)], "syntax/")
    unique = {
        (d.span.source.path, d.span.start, d.span.end, d.code, d.message("en"), d.document): d
        for d in diagnostics
        if not (by_model if d.code.startswith("syntax/") else by_syntax).covers(d)
    }
    return [unique[key] for key in sorted(unique)]


# Characters are judged as they stand, whatever they were meant to be part of.
# What is told as a whole covers whatever of it is no token: an import that is not well written, a word without its quotes.
_COVER_SYNTAX = ("model/bad-import", "model/word-unquoted", "model/digits-grouped", "model/value-unquoted")
_NEVER_COVERED = ("build/", "text/invisible-", "text/forbidden-", "text/look-alike")


class _Covered:
    """Stretches of the sources that findings of some kinds take up."""

    def __init__(self, diagnostics: list[Diagnostic], *codes: str) -> None:
        places: dict[str, list[tuple[int, int]]] = {}
        for diagnostic in diagnostics:
            span = diagnostic.span
            if diagnostic.code.startswith(codes) and span.end > span.start:
                places.setdefault(span.source.path, []).append((span.start, span.end))
        self._starts = {path: [start for start, _ in sorted(rows)] for path, rows in places.items()}
        # How far any of the stretches up to one reaches.
        self._ends = {path: list(accumulate((end for _, end in sorted(rows)), max)) for path, rows in places.items()}

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether the place of a finding lies inside one of them."""
        span = diagnostic.span
        starts = self._starts.get(span.source.path)
        if starts is None or diagnostic.code.startswith(_NEVER_COVERED):
            return False
        before = bisect_right(starts, span.start)
        return before > 0 and self._ends[span.source.path][before - 1] >= span.end


def has_errors(diagnostics: list[Diagnostic]) -> bool:
    """Whether any finding that still wants an answer is at error level."""
    return any(d.severity == ERROR and d.open for d in diagnostics)
