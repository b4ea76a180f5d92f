"""Words that a block does not know: reported, and read as what they were most likely meant to be, so that one slip does
not bring a second finding in its train."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..diagnostics import Both
from ..diagnostics.nearest import nearest
from ..source import Span
from ..syntax import Atom, BlockShape, FieldShape, Item, Phrase
from . import kinds
from .structure import IMPORT
from .types import BlockType, Key, by_word, find

if TYPE_CHECKING:
    from .read import Reader

_MOST_PLACES = 4
_IMPORT = (IMPORT.word, IMPORT.ja)


def meant(reader: Reader, items: Iterable[Item], keys: tuple[Key, ...], type_: BlockType | None) -> tuple[Item, ...]:
    """The items of a body, each under a word that is known here; `type_` is None inside the braces behind a value."""
    out: list[Item] = []
    before: Item | None = None
    fields, blocks = by_word(keys), by_word(type_.children) if type_ is not None else {}
    for item in items:
        word = item.key.raw if isinstance(item, FieldShape) else item.keyword.raw
        if word in _IMPORT:
            # At the top of a file it is read, and judged, where files are loaded.
            if type_ is None or type_.role != "file":
                reader.found.append(kinds.IMPORT_PLACE.at(_span(reader, item)))
                reader.names.incomplete = True
            continue
        if isinstance(item, FieldShape) if word in fields else isinstance(item, BlockShape) and word in blocks:
            out.append(item)
        else:
            mended = _mended(reader, item, keys, type_, before)
            if mended is not None:
                out.append(mended)
        before = item
    return tuple(out)


def _word(item: Item) -> Atom:
    return item.key if isinstance(item, FieldShape) else item.keyword


def _span(reader: Reader, item: Item) -> Span:
    atom = _word(item)
    return Span(reader.source, atom.start, atom.end)


def _mended(
    reader: Reader, item: Item, keys: tuple[Key, ...], type_: BlockType | None, before: Item | None
) -> Item | None:
    """Report what is wrong with an item; what it is read as, or None when that cannot be told."""
    atom, span = _word(item), _span(reader, item)
    if find(keys, atom.raw):
        reader.found.append(kinds.MISSING_COLON.at(span, found=atom.raw))
        return _as_field(item, atom.raw)
    if type_ is not None and type_.child(atom.raw):
        reader.found.append(kinds.NOT_A_FIELD.at(span, found=atom.raw))
        return _as_block(item, atom.raw)
    kind = kinds.UNKNOWN_FIELD if isinstance(item, FieldShape) else kinds.UNKNOWN_BLOCK
    if reader.found.full(kind, span):
        return None
    spellings = [w for k in keys for w in (k.word, k.ja)]
    spellings += [w for c in (type_.children if type_ is not None else ()) for w in (c.word, c.ja)]
    places = list(_places(reader, atom.raw, kind is kinds.UNKNOWN_FIELD))
    near = "" if places else nearest(atom.raw, spellings)
    if (
        isinstance(item, BlockShape)
        and not item.atoms
        and item.body is None
        and isinstance(before, FieldShape)
        and not near
    ):
        value = before.phrases[-1].atoms[-1]
        reader.found.append(kinds.WORD_ALONE.at(span, found=atom.raw, field=before.key.raw, value=value.raw))
        return None
    where = (
        Both(f"「{type_.ja}（{type_.word}）」", f"`{type_.word}`") if type_ else Both("この「{ … }」", "this `{ … }`")
    )
    if type_ is not None and type_.role == "file":
        where = Both("ファイルの先頭", "the top of a file")
    advice = (
        _advice(atom.raw, places)
        if places
        else Both("", "")
        if near
        else _choices(keys, type_, kind is kinds.UNKNOWN_FIELD)
    )
    reader.found.append(kind.at(span, where=where, found=atom.raw, nearest=near, advice=advice))
    if near:
        return _as_field(item, near) if find(keys, near) else _as_block(item, near)
    reader.names.lose(item)
    return None


def _as_field(item: Item, word: str) -> Item | None:
    if isinstance(item, FieldShape):
        return item._replace(key=item.key._replace(raw=word))
    if not item.atoms:
        return None
    phrase = Phrase(item.atoms, item.body, item.atoms[0].start, item.end)
    return FieldShape(item.keyword._replace(raw=word), (phrase,), item.start, item.end)


def _as_block(item: Item, word: str) -> Item:
    if isinstance(item, BlockShape):
        return item._replace(keyword=item.keyword._replace(raw=word))
    first = item.phrases[0]
    return BlockShape(item.key._replace(raw=word), first.atoms, first.body, item.start, first.end)


# -- where a word is known --------------------------------------------------------------------------------------------


def _places(reader: Reader, word: str, is_field: bool) -> Iterator[BlockType]:
    """The kinds of block that know a word which is not known here."""
    if reader.root is None:
        return
    seen: set[str] = set()
    todo = [reader.root]
    while todo:
        type_ = todo.pop(0)
        if type_.word in seen:
            continue
        seen.add(type_.word)
        if type_.key(word) if is_field else type_.child(word):
            yield type_
        todo += type_.children


def _advice(word: str, places: list[BlockType]) -> Both:
    shown = places[:_MOST_PLACES]
    ja = "か".join("ファイルの先頭" if t.role == "file" else f"「{t.ja}（{t.word}）」" for t in shown)
    en = " or ".join("at the top of a file" if t.role == "file" else f"inside `{t.word}`" for t in shown)
    more = len(places) > _MOST_PLACES
    inside = "" if shown[-1].role == "file" and not more else "の中"
    return Both(
        f"「{word}」は{ja}{'など' if more else ''}{inside}に書くものです。",
        f"`{word}` belongs {en}{', or another' if more else ''}.",
    )


def _choices(keys: tuple[Key, ...], type_: BlockType | None, fields: bool) -> Both:
    children = type_.children if type_ is not None else ()
    rows = [(k.word, k.ja) for k in keys] if fields and keys else [(c.word, c.ja) for c in children]
    if not rows:
        return Both("ここに書けるものはありません。", "Nothing can stand here.")
    return Both(
        "書けるもの: " + "、".join(f"{ja}（{w}）" for w, ja in rows), "Possible here: " + ", ".join(w for w, _ in rows)
    )
