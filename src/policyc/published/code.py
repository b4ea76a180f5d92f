"""Program code in a page's file (PHP, ERB, JSP): taken out without moving a character of the rest."""

from __future__ import annotations

import re

# Not `<?xml …>`: Word writes such without an end.
_CODE = re.compile(r"<\?(?:php\b|=|\s)(?:.*?\?>|.*\Z)|<%.*?%>", re.DOTALL | re.IGNORECASE)


def without_code(text: str) -> tuple[str, list[int]]:
    """The text with code as comments (within tags: as blanks) of the same length and lines, and where each piece began."""
    found: list[int] = []
    out: list[str] = []
    at, in_tag = 0, False
    for hit in _CODE.finditer(text):
        between = text[at : hit.start()]
        opened, closed = between.rfind("<"), between.rfind(">")
        if opened != closed:
            in_tag = opened > closed
        out.append(between)
        code = hit.group()
        if in_tag:
            out.append("\n".join(" " * len(line) for line in code.split("\n")))
        else:
            found.append(hit.start())
            # A comment that begins with `<?` ends with the first `>`.
            out.append("<?" + code[2:-1].replace(">", " ") + ">")
        at = hit.end()
    if not out:
        return text, found
    out.append(text[at:])
    return "".join(out), found
