"""What to say of a value that its field cannot take: what was found, what is expected, and what to write instead."""

from __future__ import annotations

from ..diagnostics import Both, Diagnostic
from ..diagnostics.nearest import Near, one_slip
from ..source import Span
from ..syntax import Atom
from . import kinds
from .document_kinds import KINDS, kind_called
from .kinds import atom_words
from .types import BlockType, Key
from .unquoted import as_written

_MOST_NAMES = 12


def unknown_word(span: Span, atom: Atom, key: Key, names: Near) -> Diagnostic:
    """A word that is not in the closed list of a field."""
    spellings = [w for c in key.kind.choices for w in c.spellings]
    choices = Both(key.kind.ja.removesuffix("のどれか"), key.kind.en.removeprefix("one of "))
    called = kind_called(atom.raw) if key.kind is KINDS else None
    if called is not None:
        near = called.word if atom.raw.isascii() else called.ja
    else:
        near = names.to(atom.raw, spellings) or one_slip(atom.raw, spellings)
    return kinds.UNKNOWN_WORD.at(span, found=atom.raw, field=key.words, nearest=near, choices=choices)


def unknown_name(span: Span, atom: Atom, key: Key, choices: list[str], near: str) -> Diagnostic:
    """A name that nothing has; the names that would do are told when they are few."""
    listed = choices if not key.kind.vocabulary and not near and len(choices) <= _MOST_NAMES else []
    ja = f"宣言されているもの: {'、'.join(listed)}" if listed else ""
    en = f" Declared are: {', '.join(listed)}." if listed else ""
    if key.kind.vocabulary and not near:
        ja, en = _where_words_are(atom.raw, key)
    advice = Both(f"ここに書くのは{key.kind.ja}です。{ja}", f"Expected: {key.kind.en}.{en}")
    return kinds.UNKNOWN_NAME.at(span, found=atom.raw, nearest=as_written(near), advice=advice)


def _where_words_are(found: str, key: Key) -> tuple[str, str]:
    ja = "語彙の言葉は docs/reference/vocabulary.md にあります。"
    en = " The words of the vocabulary are in docs/reference/vocabulary.md."
    # A name in ASCII was meant as a name; other words may be what the page is to say.
    if found.isascii() or "string" not in key.kind.atoms:
        return ja, en
    return (
        f'{ja}ないものは「"{found}"」と囲んで、そのまま書けます。',
        f'{en} Others can be written in quotes: `"{found}"`.',
    )


def wrong_kind(span: Span, name: str, type_: BlockType, key: Key) -> Diagnostic:
    """The name of something that the field is not about."""
    article = "an" if type_.word[0] in "aeiou" else "a"
    is_a = Both(f"「{type_.ja}（{type_.word}）」", f"{article} `{type_.word}`")
    expected = Both(key.kind.ja, key.kind.en)
    return kinds.WRONG_KIND.at(span, found=name, is_a=is_a, field=key.words, kind=expected)


def wrong_value(span: Span, atom: Atom, key: Key, rows: list[str], titled: str, names: Near) -> Diagnostic:
    """A value of another sort: a string where a name belongs, a number where a date does. `rows` are the words of the
    vocabulary that a string may have been meant as, `titled` is the name of what has it as its title."""
    expected = Both(key.kind.ja, key.kind.en)
    word = atom.raw[1:-1]
    near = titled if key.kind.entities else ""
    near = near or (as_written(names.to(word, rows)) if rows and word not in rows else "")
    # A word that needs its quotes is all there is to say.
    advice = Both("", "") if near.startswith('"') else _advice(span, atom, key)
    return kinds.WRONG_VALUE.at(
        span, field=key.words, found=atom_words(atom), expected=expected, nearest=near, advice=advice
    )


def left_over(span: Span, first: Atom, atom: Atom, key: Key) -> Diagnostic:
    """What stands behind a value: most often the comma before the next value is missing."""
    another = atom.kind in key.kind.atoms and (atom.kind == first.kind or "name" not in key.kind.atoms)
    if key.many and another:
        return kinds.MISSING_COMMA.at(span, found=atom.raw, before=first.raw)
    return kinds.LEFT_OVER.at(span, found=atom_words(atom), field=key.words)


def unit(span: Span, atom: Atom, key: Key, names: Near) -> Diagnostic:
    """A number without its unit, or with one that the field does not know."""
    units = key.kind.units
    choices = Both("、".join(f"{u.ja}（{u.word}）" for u in units), ", ".join(u.word for u in units))
    if atom.kind == "number":
        return kinds.UNIT_MISSING.at(span, found=atom.raw, choices=choices)
    near = names.to(atom.raw, [w for u in units for w in (u.word, u.ja)])
    return kinds.UNKNOWN_UNIT.at(span, found=atom.raw, field=key.words, nearest=near, choices=choices)


def _advice(span: Span, atom: Atom, key: Key) -> Both:
    kind, inner = key.kind, atom.raw[1:-1]
    if kind.atoms <= {"date"}:
        return Both(
            '日付は「"」で囲まずに、年-月-日（2026-04-01 の形）で書いてください。',
            "Write the day without quotes, as year-month-day.",
        )
    if "url" in kind.atoms and atom.kind == "string" and inner.startswith(("https://", "http://")):
        return Both(f"「<{inner}>」と書いてください。", f"Write `<{inner}>`.")
    if atom.raw in ("none", "なし") and "text" in kind.atoms:
        return Both('文章がないことにするなら、「""」と書いてください。', 'To have no text, write `""`.')
    if atom.kind == "name" and kind.atoms <= {"string", "text"}:
        if key.many:
            return Both('値を一つずつ「"」で囲んで書いてください。', "Put each value in quotes.")
        return Both('値の全体を「"」で囲んで書いてください。', "Put all of the value in quotes.")
    if atom.kind in ("string", "text") and kind.atoms <= {"name"}:
        if kind.choices:
            return Both('「"」で囲まずに書いてください。', "Write it without quotes.")
        if not kind.vocabulary:
            return Both('「"」で囲まずに、宣言した識別名を書いてください。', "Write a declared name, without quotes.")
        if not (kind.entities or kind.places):
            return Both(
                '「"」で囲まずに、語彙の言葉を書いてください。', "Write a word of the vocabulary, without quotes."
            )
        return Both(
            '「"」で囲まずに、宣言した識別名か語彙の言葉を書いてください。',
            "Write a declared name, or a word of the vocabulary, without quotes.",
        )
    return Both(key.about, key.about_en)
