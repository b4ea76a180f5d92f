"""References between full-width braces, ｛name｝: nothing but characters to the compiler, and published as such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, Fix
from ..model import Names, Node
from ..source import Span
from . import fields, kinds
from .named import CATEGORIES
from .sentences import Lines

if TYPE_CHECKING:
    from . import Composition

OPENING = "｛"
# Compiled where it is used, as few texts have such braces at all.
_BRACES = r"｛([^\W\d][\w\-]*)((?:[.．][\w\-]+)*)(?:[|｜]([^｛｝{}|｜]*))?[｝}]"


def full_width(document: Node, composition: Composition, names: Names, lines: Lines) -> Iterator[Diagnostic]:
    """One finding for each whose name a reference would find; all others may be what the page is to show."""
    within: dict[str, Node] = {node.id: node for node in composition.inline.nodes}
    for id_, _, line in lines:
        for run in line:
            if OPENING not in run.text or not run.literal or run.source is None:
                continue
            for hit in re.finditer(_BRACES, run.text):
                if _means(hit[1], within.get(id_, document), document, composition, names):
                    span = Span(run.source, run.offset + hit.start(), run.offset + hit.end())
                    path = hit[1] + hit[2].replace("．", ".")
                    meant = f"{{{path}|{hit[3]}}}" if hit[3] else f"{{{path}}}"
                    fix = Fix(span, meant, safe=False) if span.text == hit[0] else None
                    yield kinds.FULL_WIDTH_BRACES.at(span, found=hit[0], meant=meant, fix=fix)


def _means(head: str, scope: Node, document: Node, composition: Composition, names: Names) -> bool:
    """Whether a reference to `head` in a text of `scope` says something."""
    if (
        fields.around(head, scope)[1] is not None
        or names.find(head, document) is not None
        or head in composition.layout.spots
    ):
        return True
    return any(names.concept(category, head) is not None for category in CATEGORIES)
