"""What an editor leaves alone: words of others, names, titles of laws, addresses. Only their places are needed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import Names, Node

# Stands for each character that is left alone; no text holds it (compose reports none, Unicode keeps it for objects).
GAP = "\ufffc"
_PAIRS = {"「": "」", "『": "』", "｢": "｣", "“": "”", "‘": "’"}
_MARKS = re.compile("[「」『』｢｣“”‘’]")
# The words for bodies, things and texts that have a name of their own. What people and data are called is wording.
_NAMED = frozenset({"organization", "group", "site", "publication", "statute", "service", "desk", "term"})
_MOST_NAMES = 300
_SEPARATOR = "、。，．・：；（）()「」『』\\[\\]【】\\s" + GAP
_FORM = "株式会社|合同会社|有限会社|合名会社|合資会社|(?:一般|公益)(?:社団|財団)法人|特定非営利活動法人"
# What is left alone wherever it stands, each with what a line must hold for it to be looked for.
_ALONE = (
    (
        (":", "@", "."),
        r"(?:https?|mailto|tel):[!-~]+|[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+|(?:[A-Za-z0-9\-]+\.)+[A-Za-z]{2,}(?![A-Za-z])",
    ),
    # 「個人情報の保護に関する法律」, 「特定商取引に関する法律施行規則」
    (
        ("に関する",),
        rf"[^{_SEPARATOR}]{{1,60}}に関する(?:[^{_SEPARATOR}]{{0,12}}法律|条例|規則|規程|政令|省令|ガイドライン|指針)(?:施行令|施行規則)?",
    ),
    # 「個人情報保護法」
    (("法",), r"[一-龥々]{2,20}(?<![方用手文司立])法(?:施行令|施行規則)?(?![一-龥々])"),
    # A firm that is not declared; what stands before or behind belongs to its name as far as one can see.
    (
        ("会社", "法人"),
        rf"(?:{_FORM})[^{_SEPARATOR}はがをにの]{{1,20}}|[A-Za-zＡ-Ｚａ-ｚァ-ヶー一-龥々・＆&]{{1,20}}(?:{_FORM})",
    ),
)
_LOOKED_FOR = tuple((marks, re.compile(pattern)) for marks, pattern in _ALONE)


class Quoted:
    """Finds what to leave alone in a line of one document."""

    def __init__(self, names: Iterable[str]) -> None:
        words = sorted({name for name in names if len(name) >= 2}, key=lambda name: (-len(name), name))
        self._names = re.compile("|".join(map(re.escape, words[:_MOST_NAMES]))) if words else None

    def bare(self, text: str, linked: Iterable[tuple[int, int]]) -> str:
        """The text with gaps, as long as it was."""
        places = [*linked, *_inside_quotes(text)]
        for marks, pattern in _LOOKED_FOR:
            if any(mark in text for mark in marks):
                places += [hit.span() for hit in pattern.finditer(text)]
        if self._names is not None:
            places += [hit.span() for hit in self._names.finditer(text)]
        if not places:
            return text
        characters = list(text)
        for start, end in places:
            characters[start:end] = GAP * (end - start)
        return "".join(characters)


def quoted(document: Node, names: Names) -> Quoted:
    """What is left alone in the text of a document: the names in its reach are."""
    nodes = [node for node in names.globals.values() if node.type.word in _NAMED]
    nodes += [node for node in document.walk() if node.type.word in _NAMED]
    return Quoted(
        "".join(run for run in _plain(node)) for node in nodes if node.title is not None and len(node.title.lines) == 1
    )


def _plain(node: Node) -> list[str]:
    title = node.title
    assert title is not None
    # A title that is made of references names nothing by itself.
    return [title.span.text.strip('"「」')] if not title.refs() else []


def _inside_quotes(text: str) -> list[tuple[int, int]]:
    """What stands in quotation marks, the outermost ones; a mark without its partner quotes nothing."""
    found: list[tuple[int, int]] = []
    open_: list[tuple[str, int]] = []
    for hit in _MARKS.finditer(text):
        mark = hit.group()
        if mark in _PAIRS:
            open_.append((_PAIRS[mark], hit.end()))
        elif open_ and open_[-1][0] == mark:
            found.append((open_.pop()[1], hit.start()))
    return found
