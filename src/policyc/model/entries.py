"""Entries of an index that point to a document of the build: they take its words and address, or agree with them."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import ERROR, Findings, Kind, Label
from ..source import Span
from .tree import Node

ADDRESS_DIFFERS = Kind(
    "model/entry-address-differs",
    ERROR,
    "アドレスが、文書「{document}」のアドレス（{address}）と違います",
    "the address is not that of the document `{document}` ({address})",
    "アドレスを消せば、文書のアドレスになります。違うページを指すなら、document（文書）の項目を消してください。",
    "Remove the address, and that of the document is taken; for another page remove the field `document`.",
)
NO_ADDRESS = Kind(
    "model/entry-without-address",
    ERROR,
    "索引の項目に、リンク先がありません",
    "this entry of the index leads nowhere",
    '「[見出し](URL)」か「"見出し" <URL>」の形で書くか、「document: 文書の識別名」で文書を指してください。',
    'Write `[label](url)` or `"label" <url>`, or point to a document with `document: name`.',
)
NO_WORDS = Kind(
    "model/entry-without-words",
    ERROR,
    "索引の項目に、見出しがありません",
    "this entry of the index has no words",
    '「[見出し](URL)」か「"見出し" <URL>」の形で書いてください。「document: 文書の識別名」だけなら、文書の表題になります。',
    'Write `[label](url)` or `"label" <url>`; with `document: name` alone the title of the document is taken.',
)


def check_entries(nodes: Iterable[Node], found: Findings) -> None:
    """Give entries that name a document what they lack, and report those that disagree with it or lead nowhere."""
    for node in nodes:
        if node.type.word != "entry":
            continue
        field = node.field("document")
        value = field.first if field is not None else None
        document = value.target if value is not None else None
        if isinstance(document, Node) and value is not None:
            if node.title is None and node.label is None:
                node.title = document.title
            if not node.url:
                node.url = document.url
            elif document.url and node.url != document.url:
                label = Label(document.named_at, "文書の宣言はここ", "the document is declared here")
                at = Span(node.source, value.start, value.end)
                found.append(ADDRESS_DIFFERS.at(at, label, document=document.id, address=document.url))
        elif field is None and not node.url:
            found.append(NO_ADDRESS.at(node.named_at))
        elif field is None and node.title is None and node.label is None:
            found.append(NO_WORDS.at(node.named_at))
