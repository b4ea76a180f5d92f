"""Program code in a page's file (PHP, ERB, JSP): taken out without moving a character of the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Not `<?xml …>`: Word writes such without an end.
_BEGIN = re.compile(r"<\?(?:php\b|=|\s)|<%", re.IGNORECASE)


def without_code(text: str) -> tuple[str, list[int]]:
    """The text with code as comments (within tags: as blanks) of the same length and lines, and where each piece began."""
    found: list[int] = []
    out: list[str] = []
    at, in_tag = 0, False
    for start, end in _stretches(text):
        between = text[at:start]
        opened, closed = between.rfind("<"), between.rfind(">")
        if opened != closed:
            in_tag = opened > closed
        out.append(between)
        code = text[start:end]
        if in_tag:
            out.append("\n".join(" " * len(line) for line in code.split("\n")))
        else:
            found.append(start)
            # A comment that begins with `<?` ends with the first `>`.
            out.append("<?" + code[2:-1].replace(">", " ") + ">")
        at = end
    if not out:
        return text, found
    out.append(text[at:])
    return "".join(out), found


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where code begins and ends; PHP without an end goes on to that of the text."""
    at = 0
    while (hit := _BEGIN.search(text, at)) is not None:
        sign = "?>" if hit[0][1] == "?" else "%>"
        end = text.find(sign, hit.end())
        if end < 0 and sign == "%>":
            # No later `<%` has an end either; PHP may still follow.
            text = text.replace("<%", "  ")
            at = hit.end()
            continue
        at = end + 2 if end >= 0 else len(text)
        yield hit.start(), at
