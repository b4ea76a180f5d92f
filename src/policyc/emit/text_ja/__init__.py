"""The document for people to read: Japanese text as Markdown, as an HTML page and as plain text."""

from __future__ import annotations

from collections.abc import Mapping

from ...compose.page import Page
from ...facts import Policy
from .. import Emission, Files, Held, Target
from .blocks import write
from .html import html
from .markdown import markdown
from .plain import plain_text
from .sheet import Sheet

_JSONLD = "policy.jsonld"
_HTML = "policy.ja.html"


def emit(policy: Policy, page: Page, made: Mapping[str, str]) -> Emission:
    """The three texts. They say the whole page, so nothing is lost."""
    sheet = Sheet()
    found = write(page, sheet)
    text = plain_text(page, found)
    named = made.named.get(_JSONLD) if isinstance(made, Files) else None
    if f"{policy.iri}#" in text:
        # What the page says stands in the JSON-LD too, and may look like an IRI.
        named = None
    written, at = html(policy, page, sheet, made.get(_JSONLD, ""), named)
    files = {"policy.ja.md": markdown(page, found), _HTML: written, "policy.ja.txt": text}
    return Emission(files, [], held={} if at is None else {_HTML: Held(_JSONLD, at)})


TARGET = Target(
    "text_ja",
    {"policy.ja.md": "text/markdown", _HTML: "text/html", "policy.ja.txt": "text/plain"},
    emit,
)
