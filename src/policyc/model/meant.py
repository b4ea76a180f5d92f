"""Words that a block does not know: reported, and read as what they were most likely meant to be, so that one slip does
not bring a second finding in its train."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..diagnostics import Both
from ..diagnostics.nearest import one_slip
from ..source import Span
from ..syntax import Atom, BlockShape, FieldShape, Item, Phrase
from . import kinds
from .known import Asked, Body
from .structure import IMPORT
from .types import BlockType, Key, find

if TYPE_CHECKING:
    from .read import Reader

_MOST_PLACES = 4
_IMPORT = (IMPORT.word, IMPORT.ja)


Fields = list[tuple[Asked, FieldShape]]
Blocks = list[tuple[BlockType, BlockShape]]


def meant(reader: Reader, items: Iterable[Item], body: Body) -> tuple[Fields, Blocks]:
    """The fields and blocks among the items of a body, each with what it declares."""
    fields: Fields = []
    blocks: Blocks = []
    before: Item | None = None
    for item in items:
        if not _sort(item, body, fields, blocks):
            if _word(item).raw in _IMPORT:
                # At the top of a file it is read, and judged, where files are loaded.
                if body.type is None or body.type.role != "file":
                    reader.found.append(kinds.IMPORT_PLACE.at(_span(reader, item)))
                    reader.names.incomplete = True
                continue
            mended = _mended(reader, item, body.keys, body.type, before)
            if mended is not None:
                _sort(mended, body, fields, blocks)
        before = item
    return fields, blocks


def _sort(item: Item, body: Body, fields: Fields, blocks: Blocks) -> bool:
    """Put an item to the fields or blocks, by its word; False where that is not known here."""
    if isinstance(item, FieldShape):
        asked = body.fields.get(item.key.raw)
        if asked is None:
            return False
        fields.append((asked, item))
        return True
    type_ = body.blocks.get(item.keyword.raw)
    if type_ is None or type_.role == "import":
        return False
    blocks.append((type_, item))
    return True


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
    near = "" if places else reader.names.near.to(atom.raw, spellings) or one_slip(atom.raw, spellings)
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
