"""One name for two documents of a run: it names the output folder of each."""

from __future__ import annotations

from ..diagnostics import ERROR, Diagnostic, Kind
from ..files import Input
from ..pipeline import Document

DUPLICATE_DOCUMENT = Kind(
    "build/duplicate-document",
    ERROR,
    "文書「{found}」が二つのソースで宣言されています（もう一つは {other}）",
    "the document `{found}` is declared by two sources (the other is {other})",
    "出力フォルダの名前になるので、どちらかの識別名を変えてください。",
    "It names the output folder: rename one of them.",
)


Named = tuple[str, str]
"""The name that a document was given, and the place."""


def named(row: Input, documents: list[Document]) -> list[Named]:
    """The documents of a source that were given a name."""
    return [(document.node.id, _place(row, document)) for document in documents if document.node.explicit]


def _place(row: Input, document: Document) -> str:
    return f"{row.shown}:{document.node.span.line}"


def clash(names: list[Named], seen: dict[str, str]) -> bool:
    """Whether any of these names was met before; if none was, they are from now on."""
    fresh = {name.casefold(): place for name, place in names}
    if len(fresh) < len(names) or not seen.keys().isdisjoint(fresh):
        return True
    seen.update(fresh)
    return False


def doubles(row: Input, documents: list[Document], seen: dict[str, str]) -> list[Diagnostic]:
    """Findings on documents of a source whose names others of the run have; `seen` is where each name was met."""
    found = []
    for document in documents:
        node = document.node
        here = _place(row, document)
        # Folders on macOS and Windows do not tell case apart.
        other = seen.setdefault(node.id.casefold(), here) if node.explicit else here
        if other != here:
            found.append(DUPLICATE_DOCUMENT.at(node.named_at, found=node.id, other=other))
    return found
