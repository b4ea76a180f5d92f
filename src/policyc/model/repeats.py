"""What a field says twice: the same day, the same thing of a list."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import WARNING, Diagnostic, Kind, Label
from ..source import Source, Span
from .tree import Field, Value

SAME_DAY = Kind(
    "model/same-day-twice",
    WARNING,
    "「{field}」に同じ日が二度書かれています",
    "the same day is given twice as `{field}`",
    "ページにも同じ行が二度出ます。一方を消すか、日付を確かめてください。",
    "The page has that line twice. Remove one of them, or see which day is meant.",
)
VALUE_TWICE = Kind(
    "model/value-twice",
    WARNING,
    "「{field}」に「{found}」が二度書かれています",
    "`{found}` is given twice in `{field}`",
    "一方を消してください。別のものを指すつもりなら、正しい名前に直してください。",
    "Remove one of them, or correct the name if something else is meant.",
)


def repeated(field: Field, source: Source) -> Iterator[Diagnostic]:
    """Report each value that says again what an earlier one of the field says, in the same form."""
    seen: dict[tuple[object, str], Value] = {}
    for value in field.values:
        what = _what(value)
        if what is None:
            continue
        form = value.form.span.text if value.form is not None else ""
        first = seen.setdefault((what, form), value)
        if first is not value:
            at = Span(source, value.start, value.end)
            label = Label(Span(source, first.start, first.end), "先に書かれているのはここ", "first given here")
            if value.kind == "date":
                yield SAME_DAY.at(at, label, field=field.key.words)
            else:
                yield VALUE_TWICE.at(at, label, field=field.key.words, found=at.text)


def _what(value: Value) -> object:
    """What a value stands for; None for one in words of its own, or of which only a part is meant."""
    if value.kind in ("date", "choice"):
        return value.word
    if value.target is None or value.words is not None or value.part:
        return None
    return id(value.target)
