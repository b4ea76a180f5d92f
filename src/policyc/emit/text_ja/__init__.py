"""The document for people to read: Japanese text as Markdown, as an HTML page and as plain text."""

from __future__ import annotations

from collections.abc import Mapping

from ...compose.page import Page
from ...ir import Policy
from .. import Emission, Target
from .blocks import write
from .html import html
from .markdown import markdown
from .plain import plain_text
from .sheet import Sheet


def emit(policy: Policy, page: Page, made: Mapping[str, str]) -> Emission:
    """The three texts. They say the whole page, so nothing is lost."""
    sheet = Sheet()
    found = write(page, sheet)
    files = {
        "policy.ja.md": markdown(page, found),
        "policy.ja.html": html(policy, page, sheet, made.get("policy.jsonld", "")),
        "policy.ja.txt": plain_text(page, found),
    }
    return Emission(files, [])


TARGET = Target(
    "text_ja",
    {"policy.ja.md": "text/markdown", "policy.ja.html": "text/html", "policy.ja.txt": "text/plain"},
    emit,
)
