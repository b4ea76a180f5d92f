"""Which addresses a legal page may link to."""

from __future__ import annotations

import re

from ..diagnostics import ERROR, Kind

BAD_LINK = Kind(
    "model/bad-link",
    ERROR,
    "リンク先「{found}」は使えません",
    "`{found}` is no address that a page may link to",
    "https://、http://、mailto:、tel: で始まるアドレスか、このページから見た場所（「/terms/」「./terms.html」「#top」）を書いてください。",
    "Write an address that begins with https://, http://, mailto: or tel:, or a place as seen from the page: "
    "`/terms/`, `./terms.html`, `#top`.",
)

# An allow-list: what is not a known harmless scheme (javascript:, data:, vbscript:, …) is refused.
# `./`: a bare `mihon.example/terms` is rather an address whose https:// was forgotten than a place beside the page.
_SAFE = re.compile(
    r"(?:https?://[^\s/?#\"'<>\\]+|mailto:|tel:|/(?!/)|\.{1,2}/|[?#])[^\s\"<>\\^`{|}\x00-\x20]*\Z", re.IGNORECASE
)


def is_safe(url: str) -> bool:
    """Whether `url` is an http(s), mailto or tel address, or a path or fragment of the same site."""
    return _SAFE.match(url) is not None
