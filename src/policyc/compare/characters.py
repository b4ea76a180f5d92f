"""Characters that a reader cannot tell apart or cannot see, named."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import category, name, normalize

# Groups of which each looks like the others; NFKC knows the full-width and half-width ones.
_GROUPS = (
    "~～〜∼˜",
    "-－−‐‑–—―ー一─━ｰ",
    "・･•·∙‧",
    '"“”″〝〟＂',
    "'‘’′＇",
    "/／∕⁄",
    "‖∥",
    "、､，,",
    "。｡．.",
    "：:∶",
    "カ力",
    "ロ口囗",
    "ニ二",
    "ハ八",
    "エ工",
    "タ夕",
    "ト卜",
    "へヘ",
    "べベ",
    "ぺペ",
    "りリ",
    "髙高",
    "﨑崎",
)
_LOOKS = {character: group[0] for group in _GROUPS for character in group}
_UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp", "Co", "Cn", "Mn"}
# Names that Unicode does not give.
_CONTROLS = {"\t": "TAB", "\x00": "NULL"}


class Pair(NamedTuple):
    """Characters in the same place of two lines, each named, "" for none: `U+FF5E FULLWIDTH TILDE`."""

    source: str
    page: str


def telling(source: str, page: str) -> list[Pair]:
    """The characters of a spot that must be named to be told apart: look-alikes, and such as cannot be seen."""
    if len(source) > 8 or len(page) > 8:
        source = "".join(c for c in source if _is_unseen(c))[:8]
        page = "".join(c for c in page if _is_unseen(c))[:8]
        if not source and not page:
            return []
    alike = bool(source) and bool(page) and _look(source) == _look(page)
    if not alike and not any(map(_is_unseen, source + page)):
        return []
    if alike and len(source) == len(page):
        return [Pair(named(a), named(b)) for a, b in zip(source, page, strict=True) if a != b]
    return [Pair(" ".join(map(named, source)), " ".join(map(named, page)))]


def named(character: str) -> str:
    """Its code point and name."""
    return f"U+{ord(character):04X} {name(character, _CONTROLS.get(character, ''))}".rstrip()


def _is_unseen(character: str) -> bool:
    return category(character) in _UNSEEN


def _look(text: str) -> str:
    return "".join(_LOOKS.get(c, _LOOKS.get(n := normalize("NFKC", c), n)) for c in text)
