"""A source with every keyword in Japanese, for tests: tokens in the place of a keyword are exchanged, nothing else."""

from __future__ import annotations

import re

from policyc.clauses import catalogue
from policyc.model.structure import file_type
from policyc.model.types import BlockType, Key
from policyc.source import Source
from policyc.syntax import Atom, BlockShape, FieldShape, Item, Phrase, parse

_PARTS = {
    "full": "正式名称",
    "address": "住所",
    "representative": "代表者",
    "number": "番号",
    "heading": "見出し",
    "etc": "等",
}
_WORDS = {"none": "なし", "as": "表記", "etc": "等"}


def in_japanese(text: str) -> str:
    """`text` with Japanese block words, fields, choices and value words."""
    items, faults = parse(Source("x.policy", text))
    assert not faults
    edits: list[tuple[int, int, str]] = []
    _items(items, file_type(catalogue()), edits, ())
    for start, end, word in sorted(edits, reverse=True):
        text = text[:start] + word + text[end:]
    return text


def _items(
    items: tuple[Item, ...], type_: BlockType, edits: list[tuple[int, int, str]], around: tuple[BlockType, ...]
) -> None:
    around = (type_, *around)
    for item in items:
        if isinstance(item, BlockShape):
            child = type_.child(item.keyword.raw)
            assert child is not None, item.keyword.raw
            edits.append((item.keyword.start, item.keyword.end, child.ja))
            for atom in item.atoms:
                _references(atom, (child, *around), edits)
            _items(item.body or (), child, edits, around)
        else:
            _field(item, type_.keys, edits)
            for phrase in item.phrases:
                for atom in phrase.atoms:
                    _references(atom, around, edits)


def _references(atom: Atom, around: tuple[BlockType, ...], edits: list[tuple[int, int, str]]) -> None:
    """References in a text to fields of the blocks around it."""
    if atom.kind not in ("string", "text"):
        return
    for hit in re.finditer(r"\{([a-z][a-z\-]*)(?:\.([a-z]+))?(?=[|.}])", atom.raw):
        key = next((k for type_ in around for k in [type_.key(hit.group(1))] if k is not None), None)
        if key is not None:
            edits.append((atom.start + hit.start(1), atom.start + hit.end(1), key.ja))
        if hit.group(2) in _PARTS:
            edits.append((atom.start + hit.start(2), atom.start + hit.end(2), _PARTS[hit.group(2)]))


def _field(item: FieldShape, keys: tuple[Key, ...], edits: list[tuple[int, int, str]]) -> None:
    key = next(k for k in keys if k.word == item.key.raw)
    edits.append((item.key.start, item.key.end, key.ja))
    for phrase in item.phrases:
        _phrase(phrase, key, edits)
        for inner in phrase.body or ():
            assert isinstance(inner, FieldShape)
            _field(inner, key.fields, edits)


def _phrase(phrase: Phrase, key: Key, edits: list[tuple[int, int, str]]) -> None:
    atoms = phrase.atoms
    raws = [a.raw for a in atoms]
    if raws[:2] == ["same", "as"] or raws[:1] == ["within"]:
        after = "と同一" if raws[0] == "same" else "の範囲内"
        edits.append((atoms[0].start, atoms[-1].end, f"{raws[-1]} {after}"))
        return
    for index, atom in enumerate(atoms):
        _word(atom, index, key, edits)


def _word(atom: Atom, index: int, key: Key, edits: list[tuple[int, int, str]]) -> None:
    if atom.kind != "name":
        return
    choices = {c.word: c.ja for c in key.kind.choices}
    head, _, part = atom.raw.partition(".")
    if atom.raw in choices:
        edits.append((atom.start, atom.end, choices[atom.raw]))
    elif part in _PARTS:
        edits.append((atom.start, atom.end, f"{head}.{_PARTS[part]}"))
    elif atom.raw in _WORDS and (index or atom.raw in ("none", "etc")):
        edits.append((atom.start, atom.end, _WORDS[atom.raw]))
