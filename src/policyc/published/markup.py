"""Pages in HTML, and in Markdown by way of HTML: what is the text, and what is left out of it."""

from __future__ import annotations

from ..diagnostics import Findings
from ..source import Source, Span
from . import content, depth, dialect, html, markdown, messages
from .code import without_code
from .flow import blocks_of
from .page import Left, Published, rows
from .tree import Element, elements, weigh


def from_markdown(source: Source, encoding: str, found: Findings) -> Published | None:
    """A page in Markdown: all of it is the text, but for front matter and what its HTML hides."""
    try:
        rendered = markdown.render(source.text)
        parsed = html.parse(rendered.html, "", rendered.line_of)
    except dialect.TooDeep:
        found.append(messages.TOO_DEEP.at(Span(source, 0, 0), limit=dialect.MAX_DEPTH))
        return None
    except depth.TooDeep:
        found.append(messages.TOO_DEEP.at(Span(source, 0, 0), limit=depth.MAX_DEPTH))
        return None
    front = [Left("front matter", 1, rendered.front)] if rendered.front else []
    left = (*front, *_left(parsed.body))
    return Published("markdown", encoding, rendered.title, blocks_of([parsed.body]), left)


def from_html(source: Source, encoding: str, select: str, found: Findings) -> Published | None:
    """A page in HTML: the elements that `select` names, or those that are most likely the text."""
    text = source.text
    if source.path.lower().endswith(".vue") or text.lstrip().startswith("<template"):
        # What a component shows is its template; of the right length, so that nothing moves.
        text = text.replace("<template", "<article ").replace("</template", "</article ")
    text, code = without_code(text)
    try:
        parsed = html.parse(text, select)
    except html.BadSelector:
        found.append(messages.BAD_SELECTOR.at(Span(source, 0, 0), found=select))
        return None
    except depth.TooDeep:
        found.append(messages.TOO_DEEP.at(Span(source, 0, 0), limit=depth.MAX_DEPTH))
        return None
    if select:
        weigh(parsed.body)
        content.mark_outside(parsed.body, parsed.chosen)
        chosen = parsed.chosen
        for element in chosen:
            # Who selects something wants to see it.
            element.left = ""
    else:
        chosen = content.choose(parsed.body)
    left = [*(Left("code", source.line_of(offset), 0) for offset in code), *_left(parsed.body)]
    left.sort(key=lambda one: one.line)
    return Published("html", encoding, parsed.title, blocks_of(chosen), tuple(left))


def _left(body: Element) -> list[Left]:
    """What is left out, outermost elements in order, with the lines of text that each has."""
    found: list[Left] = []
    stack: list[Element] = [body]
    while stack:
        element = stack.pop()
        if element.left:
            what = element.left
            count = _lines(element)
            if count or what in ("picture", "frame"):
                found.append(Left(what, element.line, count))
        else:
            stack.extend(child for child in reversed(element.children) if isinstance(child, Element))
    return found


def _lines(element: Element) -> int:
    pictures = [e for e in elements(element) if e.left in ("picture", "frame") and e is not element]
    return sum(1 for row in rows(blocks_of(element.children)) if row.text) + sum(len(e.children) for e in pictures)
