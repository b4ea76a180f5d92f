"""The document for people to read: Japanese text as Markdown, as an HTML page and as plain text."""

from __future__ import annotations

from collections.abc import Mapping

from ...compose.page import Page
from ...facts import Policy
from .. import NONE_FIT, Emission, Files, Held, Loss, Target
from .blocks import write
from .html import html
from .markdown import markdown
from .plain import plain_text
from .rows import Stanza
from .sheet import Sheet

_JSONLD = "policy.jsonld"
_HTML = "policy.ja.html"
_NO_LINKS = "policy.ja.txt has the words of a link, not its address"


def emit(policy: Policy, page: Page, made: Mapping[str, str]) -> Emission:
    """The three texts. They say the whole page; the plain one does not lead anywhere, and that is told."""
    sheet = Sheet()
    found = write(page, sheet)
    text = plain_text(page, found)
    named = made.named.get(_JSONLD) if isinstance(made, Files) else None
    if f"{policy.iri}#" in text:
        # What the page says stands in the JSON-LD too, and may look like an IRI.
        named = None
    written, at = html(policy, page, sheet, made.get(_JSONLD, ""), named)
    files = {"policy.ja.md": markdown(page, found), _HTML: written, "policy.ja.txt": text}
    return Emission(files, _unlinked(policy.id, found), held={} if at is None else {_HTML: Held(_JSONLD, at)})


def _unlinked(id_: str, found: list[Stanza]) -> list[Loss]:
    """The addresses that the plain text does not have: those that words lead to. One that is written out is there."""
    urls: dict[str, None] = {}
    for _, rows, table in found:
        linking = [row for row in rows if row.links is not None]
        if table is not None:
            linking += [row for cells in table.rows for _, lines in cells for row in lines if row.links is not None]
        for row in linking:
            for link in row.links or ():
                if link.url and not link.bare and link.url not in row.text:
                    urls[link.url] = None
    return [Loss("text_ja", id_, f"link: {url}", NONE_FIT, _NO_LINKS) for url in urls]


TARGET = Target(
    "text_ja",
    {"policy.ja.md": "text/markdown", _HTML: "text/html", "policy.ja.txt": "text/plain"},
    emit,
)
