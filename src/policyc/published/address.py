"""Where a link of a page leads, as a browser sends it."""

from __future__ import annotations

import re

_LAYOUT = " \t\n\r\f"
_BROKEN = re.compile(r"[\t\n\r\f]+")
# What no address is written with (WHATWG URL, 1.3).
_ENCODED = re.compile(r"""[\s"<>\\^`{|}\x00-\x1f\x7f]""")
_BRACKETS = re.compile(r"[()]")
_PAIR = re.compile(r"\([^()]*\)")
# Addresses of pages, mail and telephones, also those relative to the page; not what runs code or opens a program, nor what
# hides its host behind a user (model/links.py).
_LEADS = re.compile(r"(?:https?://(?![^/?#]*[@%])[^/?#:]|mailto:|tel:|(?![A-Za-z][A-Za-z0-9+.-]*:|//).)", re.IGNORECASE)
# A place beside the page, which sources write `./terms.html`.
_BESIDE = re.compile(r"(?![A-Za-z][A-Za-z0-9+.-]*:|[/?#]|\.{1,2}/)")
# What is left of a template: `<?php … ?>`, `{{ … }}`, `<%= … %>`.
_TEMPLATE = re.compile(r"<\?|\{\{|<%|\$\{")


def address(written: str) -> str:
    """An address as a page's file has it, "" where it leads nowhere that a text could lead to."""
    url = _BROKEN.sub("", written.strip(_LAYOUT))
    if not url or _TEMPLATE.search(url):
        return ""
    if url.startswith("//"):
        url = f"https:{url}"
    url = _ENCODED.sub(_percent, url)
    if _BESIDE.match(url):
        url = f"./{url}"
    if _BRACKETS.search(_PAIR.sub("", url)):
        url = _BRACKETS.sub(_percent, url)
    return url if _LEADS.match(url) else ""


def _percent(hit: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in hit[0].encode("utf-8"))
