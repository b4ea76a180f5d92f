"""Where a page mentions what it has defined: each mention a reference, so that a name is changed in one place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...published.page import Row as Line
from ..draft import Entity, Mark, Section
from .lines import linked
from .marks import in_cell, lines_of
from .parties import FORMS, SPEAKER
from .walk import Path

_KANA = "ァ-ヶーｦ-ﾟ"
# What may follow the name of an organisation or a statute that ends here: 株式会社みほん物流 is another one.
_NAME_ENDS = (
    r"(?=\Z|[\s、。，､｡：:；;（）()「」『』｢｣【】\[\]〔〕〈〉《》/／|｜…!！?？\"”]|[,.．](?![A-Za-z])"
    r"|[はがをにのとへでも]|や(?=[一-龥ァ-ヶA-Z「]|その)|から|より|まで|など|または|および|ならびに|もしくは|かつ"
    rf"|その他|ほか|のみ|だけ|及び|又は|並びに|若しくは|等|様|御中|宛|以外|自身|代表|(?:・|･)(?:{FORMS}))"
)
# 当社グループ is more than that, お客様センター is none of them.
_MORE = "グループ|関連会社|関係会社|子会社|親会社|団|ら(?![れし])"
_COMPOUND = "相談|センター|窓口|サポート|サービス|番号"


def mentions(
    listed: Iterable[tuple[Path, Section]], entities: tuple[Entity, ...], first: list[tuple[Path, Mark]]
) -> list[tuple[Path, Mark]]:
    """Mentions of entities: of a short name behind its definition, and of a full name anywhere (`name.full`)."""
    defined = _defined(first)
    patterns = [(entity, *_patterns(entity)) for entity in entities if entity.block != "desk"]
    found: list[tuple[Path, Mark]] = []
    for path, section in listed:
        for row, line in enumerate(section.rows):
            at = 0
            for piece in line.pieces:
                if not piece.url:
                    for entity, short, full in patterns:
                        place = defined.get(entity.name)
                        found += [
                            (path, Mark(row, at + hit.start(), at + hit.end(), entity.name))
                            for hit in _hits(short, piece.text)
                            if place is None or (path, row, at + hit.start()) > place
                        ]
                        found += [
                            (path, Mark(row, at + hit.start(), at + hit.end(), f"{entity.name}.full"))
                            for hit in _hits(full, piece.text)
                        ]
                at += len(piece.text)
    return found


def in_tables(
    listed: Iterable[tuple[Path, Section]], entities: tuple[Entity, ...], first: list[tuple[Path, Mark]]
) -> dict[Path, dict[Line, tuple[Mark, ...]]]:
    """Mentions in the cells of tables: of short names, in tables that stand behind their definitions."""
    defined = _defined(first)
    patterns = [
        (entity.name, short)
        for entity in entities
        if entity.name in defined and (short := _patterns(entity)[0]) is not None
    ]
    found: dict[Path, dict[Line, tuple[Mark, ...]]] = {}
    for path, section in listed if patterns else ():
        for row, table in enumerate(section.rows):
            for line in lines_of(table):
                marks = [
                    Mark(0, hit.start(), hit.end(), name)
                    for name, pattern in patterns
                    if defined[name] < (path, row, 0)
                    for hit in pattern.finditer(line.text)
                    if not linked(line, hit.start())
                ]
                if marks:
                    found.setdefault(path, {})[line] = in_cell(line, marks)
    return found


def _defined(first: list[tuple[Path, Mark]]) -> dict[str, tuple[Path, int, int]]:
    """Where each name is defined."""
    return {mark.ref: (path, mark.row, mark.start) for path, mark in first}


def _hits(pattern: re.Pattern[str] | None, text: str) -> Iterator[re.Match[str]]:
    return pattern.finditer(text) if pattern is not None else iter(())


def _patterns(entity: Entity) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """What the short and the full name look like in a text."""
    called = next((value for field, value in entity.fields if field == "called"), "")
    if not called:
        return _word(entity.title, entity.block), None
    short = re.sub(r"\\(.)", r"\1", called[1 : called.index('"', 1)])
    full = _word(entity.title, entity.block) if entity.block in ("organization", "statute") else None
    return _word(short, entity.block), full


def _word(word: str, block: str) -> re.Pattern[str]:
    """The word where it is not part of another: ユーザー but not ユーザーグループ, 当社 but not 該当社."""
    if block in ("organization", "statute") and not SPEAKER.fullmatch(word):
        return _name(word, block)
    before = after = ""
    if re.match("[A-Za-z]", word):
        before = "(?<![A-Za-z0-9@._/-])"
    elif re.match(f"[{_KANA}]", word):
        before = f"(?<![{_KANA}])"
    elif SPEAKER.fullmatch(word) or word[0] in "本当弊":
        before = "(?<![一-龥])(?<![一-龥]の)" if word[0] == "本" else "(?<![該担相適妥不抵])"
    if re.search("[A-Za-z0-9]\\Z", word):
        after = "(?![A-Za-z0-9@/-]|\\.[A-Za-z])"
    elif re.search(f"[{_KANA}]\\Z", word):
        after = f"(?![{_KANA}])"
    elif word.endswith("社"):
        after = f"(?!{_MORE}|[会員])" if word[0] == "本" else f"(?!{_MORE})"
    elif word.endswith("会"):
        after = "(?![社議計話場])"
    elif word.endswith(("利用者", "会員")):
        before, after = before or "(?<![一-龥ァ-ヶー])", "(?![一-龥])"
    elif word.endswith(("様", "さま")):
        after = f"(?!{_COMPOUND})"
    return re.compile(before + re.escape(word) + after)


def _name(word: str, block: str) -> re.Pattern[str]:
    """The name of an organisation or a statute where it does not go on, nor has begun before."""
    before = "" if re.match(FORMS, word) else f"(?<![一-龥{_KANA}A-Za-z0-9@._/-])"
    if re.match("[A-Za-z]", word):
        before = "(?<![A-Za-z0-9@._/-])"
    after = _NAME_ENDS if block == "organization" else f"(?:{_NAME_ENDS}|(?=第|上))"
    if re.search("[A-Za-z0-9]\\Z", word):
        after += f"(?![ \u3000][A-Za-z{_KANA}])"
    return re.compile(before + re.escape(word) + after)
