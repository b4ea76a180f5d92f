"""Bytes of a published page to its blocks, with what there is to say about them."""

from __future__ import annotations

import re

from ..diagnostics import Both, Diagnostic, Findings
from ..source import Source, Span
from . import messages
from .encoding import Decoded, decode_page, known, other
from .format import format_of
from .page import UNSHOWN, Left, Published, rows, shown

MAX_BYTES = 20 * 1024 * 1024
"""No page of text is larger; what is, is a dump or a mistake."""

_KANA = re.compile("[ぁ-ゖァ-ヺ]")


def read(data: bytes, name: str, select: str = "", encoding: str = "") -> tuple[Published | None, list[Diagnostic]]:
    """Read a page. `name` is the file's name (its ending tells the format), `select` a CSS selector of the text on an
    HTML page, `encoding` the name of its encoding where it is known.

    The page is None when it has no text or cannot be read; a finding then says why. Never raises on what a page holds.
    """
    found = Findings()
    if len(data) > MAX_BYTES:
        found.append(messages.TOO_LARGE.at(_whole(Source(name, "")), limit=f"{MAX_BYTES:,}"))
        return None, found
    if encoding and not known(encoding):
        found.append(messages.UNKNOWN_ENCODING.at(_whole(Source(name, "")), found=encoding))
        return None, found
    what = "" if encoding else other(data)
    if what:
        found.append(messages.NOT_TEXT.at(_whole(Source(name, "")), found=what))
        return None, found
    decoded = decode_page(data, encoding)
    source = Source(name, decoded.text, data)
    _encoding(source, decoded, found)
    if not decoded.text.strip():
        found.append(messages.EMPTY.at(_whole(source)))
        return None, found
    return _page(source, decoded.encoding, select, found), found


def _encoding(source: Source, decoded: Decoded, found: Findings) -> None:
    if decoded.encoding != "UTF-8":
        found.append(messages.CONVERTED.at(_whole(source), encoding=decoded.encoding))
    if decoded.faults:
        at = max(source.text.find("\ufffd"), 0)
        place = Span(source, at, min(at + 1, len(source.text)))
        found.append(messages.UNDECODABLE.at(place, encoding=decoded.encoding, count=decoded.faults))


def _page(source: Source, encoding: str, select: str, found: Findings) -> Published | None:
    format_ = format_of(source.path, source.text)
    if select and format_ != "html":
        found.append(messages.NOT_HTML.at(_whole(source), format=format_))
        select = ""
    if format_ == "text":
        from .text import blocks_of

        page: Published | None = Published(format_, encoding, "", blocks_of(source.text))
    else:
        from .markup import from_html, from_markdown

        page = (
            from_markdown(source, encoding, found)
            if format_ == "markdown"
            else from_html(source, encoding, select, found)
        )
    if page is None:
        return None
    unshown = (Left("character", source.line_of(hit.start()), 0) for hit in UNSHOWN.finditer(source.text))
    supposed = format_ == "markdown" and source.path.lower().endswith(".txt")
    page = page._replace(title=shown(page.title), left=(*page.left, *unshown), supposed=supposed)
    if page.left:
        found.append(messages.LEFT_OUT.at(_line(source, page.left[0].line), parts=_parts(page.left)))
    if not any(row.text for row in rows(page.blocks)):
        _no_text(source, page, select, found)
        return None
    if not any(_KANA.search(row.text) for row in rows(page.blocks)):
        found.append(messages.NOT_JAPANESE.at(_whole(source)))
    return page


def _no_text(source: Source, page: Published, select: str, found: Findings) -> None:
    others = sum(left.rows for left in page.left if left.what != "picture")
    pictures = sum(left.what == "picture" for left in page.left)
    if select:
        found.append(messages.NO_MATCH.at(_whole(source), found=select))
    elif pictures and not others:
        found.append(messages.ONLY_PICTURES.at(_whole(source), count=pictures))
    else:
        ja, en = ("（ナビゲーションなどだけです）", " (only navigation and the like)") if others else ("", "")
        found.append(messages.NO_TEXT.at(_whole(source), left=Both(ja, en)))


def _parts(left: tuple[Left, ...]) -> Both:
    """What was left out, by kind: where the first of each is, and how many lines they have."""
    kinds: dict[str, list[Left]] = {}
    for one in left:
        kinds.setdefault(one.what, []).append(one)
    ja, en = [], []
    for what, ones in kinds.items():
        first, count, more = ones[0].line, sum(one.rows for one in ones), len(ones) - 1
        words = messages.LEFT[what]
        places = (f"ほか {more} か所", f" and {more} more places") if more else ("", "")
        sizes = (f"、{count} 行", f", {count} lines") if count else ("", "")
        ja.append(f"{words.ja}（{first} 行目から{places[0]}{sizes[0]}）")
        en.append(f"{words.en} (from line {first}{places[1]}{sizes[1]})")
    return Both("、".join(ja), ", ".join(en))


def _whole(source: Source) -> Span:
    return Span(source, 0, 0)


def _line(source: Source, number: int) -> Span:
    start = source.line_start(number)
    return Span(source, start, start)
