"""What XML allows: legal characters, XML names, and absolute addresses."""

from __future__ import annotations

import re
from typing import Any

# What is left out of the Char production of XML 1.0, and CR, which would be read back as LF. Few texts need it compiled.
_ILLEGAL = "[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]"
# The control characters among them, as JSON has them.
_ESCAPED = re.compile(r"\\[bfru]")
# Letters of XML 1.0 up to its fourth edition, which is what readers of 2002 know: ASCII, kana, and kanji to U+9FA5.
# Not compiled here: that takes longer than all the rest of the module, and most ids are ASCII.
_ASCII = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*\Z")
_START = "A-Za-z_\u3041-\u3094\u30a1-\u30fa\u3007\u4e00-\u9fa5"
_NOT_NAME = f"[^{_START}0-9.\u3005\u309d\u309e\u30fc-\u30fe-]"
_NOT_START = f"[^{_START}]"
_HOST = re.compile(r"https?://[^/?#]*", re.IGNORECASE)
_BAD = re.compile(r"""[\x00-\x20"#<>\[\\\]^`{|}]|%(?![0-9A-Fa-f]{2})""")


def is_legal(json: str) -> bool:
    """Whether every character of the texts in a JSON file may stand in an XML document, and is read as it was written."""
    if ("\\" in json and _ESCAPED.search(json)) or "\ufffe" in json or "\uffff" in json:
        return False
    try:
        # What is left are halves of characters. No pattern finds them as fast as they fail here, nor does UTF-8.
        json.encode("utf-16")
    except UnicodeEncodeError:
        return False
    return True


def legal(value: Any) -> Any:
    """Plain data, or rows of the facts, with every character that XML forbids replaced: JSON and XML then say the same."""
    if isinstance(value, str):
        return re.sub(_ILLEGAL, "\ufffd", value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, dict):
        return {key: legal(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [legal(inner) for inner in value]
    if isinstance(value, tuple):
        made = tuple(map(legal, value))
        # What nothing is replaced in stays the row that it is.
        return value if made == value else value._make(made) if hasattr(value, "_make") else made
    return value


def xml_name(id_: str) -> str:
    """A document id as an XML ID (NCName): Japanese letters stay, other characters become `_u` and their code.

    In: `プライバシー`, `x·y`. Out: `プライバシー`, `x_uB7_y`. Source: XML Schema part 2, 3.3.8 (ID).
    """
    if _ASCII.match(id_):
        return id_
    name = re.sub(_NOT_NAME, lambda hit: f"_u{ord(hit.group()):X}_", id_)
    return f"_{name}" if not name or re.match(_NOT_START, name) else name


def address(url: str, base: str) -> str:
    """An absolute URI for an address on the page at `base`, with the characters escaped that anyURI does not allow.

    Empty for a `/path` where the page has no address of its own.

    `/path` and `#part` are the only relative forms that a policy may have (model/links.py). Source: RFC 3986, 2.4.
    """
    if not url:
        return ""
    if url.startswith("#"):
        url = base.partition("#")[0] + url
    elif url.startswith("/"):
        host = _HOST.match(base)
        if host is None:
            return ""
        url = host.group() + url
    host = _HOST.match(url)
    front = host.group() if host else ""
    rest, mark, fragment = url[len(front) :].partition("#")
    return front + _BAD.sub(_escape, rest) + mark + _BAD.sub(_escape, fragment)


def _escape(hit: re.Match[str]) -> str:
    return f"%{ord(hit.group()):02X}"
