"""Which format a page is in: by the end of its name, and where that says nothing by what it holds."""

from __future__ import annotations

import re

_BY_NAME = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".php": "html",
    ".vue": "html",
    ".erb": "html",
    ".ejs": "html",
    ".jsp": "html",
    ".svelte": "html",
}
# Each part keeps what it took: to try a comment with another end as well would double the work with every comment.
_WHOLE_HTML = re.compile(
    r"(?>\s*)(?><\?xml[^>]*>\s*)?(?>(?><!--.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body|template)\b", re.I | re.S
)
_TAG = re.compile(r"</(?:p|div|li|td|tr|ul|ol|dl|dd|h[1-6]|section|table|span|a)\s*>|<br\s*/?>", re.I)
_BLOCK = re.compile(r"\s*<(?:h[1-6]|p|div|section|article|main|table|ul|ol|dl)(?:\s[^<>]*)?>", re.I)
# One of these is enough …
_MARKDOWN = re.compile(
    r"""
      ^ \ {0,3} \#{1,6} [ \t]+ \S
    | ^ \ {0,3} \| .* \| [ \t]*+ \n (?= .* -- ) [ \t|:-]++ $
    | (?<! ! ) \[ [^\[\]\n]+ \] \( [^()\s]+ \)
    | < (?: https?:// | mailto: ) [^\s<>]+ >
    | (?<! \* ) \*\* [^\s*] [^*\n]* \*\* (?! \* )
    """,
    re.VERBOSE | re.MULTILINE,
)
# … of list items two: a line of prose may begin with a number.
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+\S", re.MULTILINE)


def format_of(name: str, text: str) -> str:
    """ "markdown", "html" or "text"."""
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if ending in _BY_NAME:
        return _BY_NAME[ending]
    if _WHOLE_HTML.match(text):
        return "html"
    if _MARKDOWN.search(text):
        return "markdown"
    if _BLOCK.match(text) or len(_TAG.findall(text)) > 2:
        return "html"
    if len(_ITEM.findall(text)) > 1:
        return "markdown"
    return "text"
