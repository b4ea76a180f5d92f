"""Addresses of documents that clash with identifiers: those are the page, `#` and a name of the source."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..diagnostics import ERROR, WARNING, Findings, Kind, Label
from ..source import Span
from .names import Names
from .tree import Node

IS_A_NAME = Kind(
    "model/address-is-a-name",
    ERROR,
    "アドレスの「#{fragment}」は、この文書の中では「{name}」の識別子です",
    "`#{fragment}` of the address is the identifier of `{name}` in this document",
    "アドレスの「#」から後を消すか、識別名の方を変えてください。",
    "Leave out what begins with `#`, or rename what has that name.",
)
SAME_PAGE = Kind(
    "model/page-shared",
    WARNING,
    "文書「{other}」と同じページのアドレスです",
    "this is an address of the same page as that of the document `{other}`",
    "識別子は「ページのアドレス#識別名」なので、二つの文書の同じ名のものが混ざります。別のページに置くか、一つの文書の部に分けてください。",
    "Identifiers are the page, `#` and a name, so what has the same name in both is mixed up. Use pages of their own, or parts of one document.",
)
# Identifiers that belong to a name begin with it: `uses.use`, `mihon/address`. Those of the vocabulary have a colon.
_ENDS = re.compile(r"[./:]")


def check_addresses(documents: Iterable[Node], names: Names, found: Findings) -> None:
    """Report documents whose address is the identifier of something in them, or of a page that another one has."""
    pages: dict[str, Node] = {}
    for node in documents:
        if not node.url:
            continue
        page, mark, fragment = node.url.partition("#")
        earlier = pages.setdefault(page, node)
        if earlier is not node:
            label = Label(_at(earlier), "もう一つのアドレスはここ", "the other address is here")
            found.append(SAME_PAGE.at(_at(node), label, other=earlier.id))
        if mark and fragment != node.id:
            name = _ENDS.split(fragment)[0]
            if names.find(name, node) is not None or ":" in fragment:
                at = _at(node)
                found.append(IS_A_NAME.at(at, fragment=fragment, name=fragment if ":" in fragment else name))


def _at(document: Node) -> Span:
    value = document.values("url")[0]
    return Span(document.source, value.start, value.end)
