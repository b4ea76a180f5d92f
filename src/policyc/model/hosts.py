"""Whose address it is: the host of an address, as a browser reads it, and what of it deceives a reader.

Sources: WHATWG URL, 3.5 (hosts) and 4.4 (user information); Unicode UTS #39, 5.2 (mixed scripts) and 4.1 (confusables).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..diagnostics import Both

# Patterns are compiled where they are needed: nearly every address is a plain one, and most documents have no other.
_PAGE = ("https://", "http://")
_MAIL = r"mailto:[^?@]*@([^?,]*)"
_END = re.compile("[/?#]")
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_.-")
# Hosts that mean something else to everybody who reads the page: this machine, and those of a network of one's own.
_LOCAL = (
    r"(?:.*\.)?(?:localhost|local|internal|home\.arpa)\.?\Z"
    r"|(?:0|10|127)\..*|192\.168\..*|169\.254\..*|172\.(?:1[6-9]|2\d|3[01])\..*"
    r"|\[(?:::1?|f[cd].*|fe[89ab].*)\]\Z"
)
_OF_A_NETWORK = ("localhost", "local", "internal", "arpa")
_NUMBER = r"(?:.*\.)?(?:0x[0-9a-f]*|[0-9]+)\.?\Z"
_USUAL = r"(?:(?:0|[1-9][0-9]{0,2})\.){3}(?:0|[1-9][0-9]{0,2})\Z"

# Small letters that nobody tells from the Latin ones; capitals are read as small ones.
_TWINS = {
    **dict(zip("асԁеһіјӏорԛѕԝхуѵгԍ", "acdehijlopqswxyvrg", strict=True)),
    **dict(zip("αεηικνορτυχωγ", "aenikvoptuxwy", strict=True)),
    **dict(zip("օսոցհյɑɡ", "ounghjag", strict=True)),
}
# Japanese letters that are read as a stroke where no other Japanese letter stands beside them.
_STROKES = r"(?<![぀-ヿ㐀-鿿々])[ノンソゾ丶一ー](?![぀-ヿ㐀-鿿々])"
_SCRIPTS = {
    "LATIN": Both("ラテン文字", "Latin letter"),
    "CYRILLIC": Both("キリル文字", "Cyrillic letter"),
    "GREEK": Both("ギリシャ文字", "Greek letter"),
    "ARMENIAN": Both("アルメニア文字", "Armenian letter"),
    "HEBREW": Both("ヘブライ文字", "Hebrew letter"),
    "ARABIC": Both("アラビア文字", "Arabic letter"),
    "CHEROKEE": Both("チェロキー文字", "Cherokee letter"),
    "THAI": Both("タイ文字", "Thai letter"),
    "HANGUL": Both("ハングル", "Hangul letter"),
    "BOPOMOFO": Both("注音符号", "Bopomofo letter"),
    "HIRAGANA": Both("平仮名", "Hiragana letter"),
    "KATAKANA": Both("片仮名", "Katakana letter"),
    "KATAKANA-HIRAGANA": Both("片仮名", "Katakana letter"),
    "CJK": Both("漢字", "Han letter"),
}
_SIGN = Both("記号", "sign")
# Scripts that words of one language mix (UTS #39, 5.2: highly restrictive).
_TOGETHER = (
    {"LATIN", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "CJK"},
    {"LATIN", "HANGUL", "CJK"},
    {"LATIN", "BOPOMOFO", "CJK"},
)


class Alike(NamedTuple):
    """A letter of a host that is read as another (`twin`, "" where that is not known): its script, and the host as
    browsers send it."""

    letter: str
    script: Both
    twin: str
    sent: str


def user(url: str) -> tuple[str, str] | None:
    """What stands before the `@` of a page's address, a password not shown, and the host behind it, where it really leads;
    None without one."""
    before, at, host = (_authority(url) or "").rpartition("@")
    name, colon, _ = before.partition(":")
    return (f"{name}{colon and ':…'}", host) if at else None


def host(url: str) -> str:
    """The host of an address of a page or of mail, in small letters and without its port; "" where it names none."""
    authority = _authority(url)
    if authority is None:
        mail = re.match(_MAIL, url, re.IGNORECASE)
        authority = mail[1] if mail is not None else ""
    found = authority.rpartition("@")[2]
    name, colon, port = found.rpartition(":")
    return (name if colon and (not port or (port.isascii() and port.isdecimal())) else found).lower()


def _authority(url: str) -> str | None:
    """What an address of a page has between its scheme and its path; None for another address."""
    start = next((len(one) for one in _PAGE if url[: len(one)].lower() == one), 0)
    if not start:
        return None
    end = _END.search(url, start)
    return url[start : end.start()] if end is not None else url[start:]


def unreachable(host: str) -> str:
    """The host, where readers do not get to it: one of a network of one's own, or a number that is no usual address; else ""."""
    last = host.rstrip(".").rpartition(".")[2]
    if last not in _OF_A_NETWORK and last.isalpha():
        return ""
    if re.match(_LOCAL, host):
        return host
    number = re.match(_NUMBER, host) is not None and re.match(_USUAL, host) is None
    return host if number else ""


def alike(host: str) -> Alike | None:
    """The first letter of a host that is there to be read as another, or may be."""
    if host.startswith("[") or (_PLAIN.issuperset(host.lower()) and "xn--" not in host.lower()):
        return None
    from unicodedata import normalize

    # Browsers do the same first: full-width letters and dots are ASCII ones then.
    labels = [_decoded(label) for label in normalize("NFKC", host).lower().split(".")]
    for at, label in enumerate(labels):
        letter = _odd(label, labels[at + 1 :])
        if letter:
            sent = ".".join(map(_encoded, labels))
            return Alike(letter, _SCRIPTS.get(_script(letter), _SIGN), _TWINS.get(letter, ""), sent)
    return None


def _odd(label: str, below: list[str]) -> str:
    """The letter of a label that deceives, or ""."""
    from unicodedata import category

    stroke = re.search(_STROKES, label)
    if stroke is not None and not label[0].isdecimal():
        return stroke[0]
    for letter in label:
        if not letter.isascii() and category(letter)[0] not in "LMN" and letter not in "・-":
            return letter
    scripts = {_script(letter): letter for letter in reversed(label) if letter.isalpha()}
    if len(scripts) > 1 and not any(scripts.keys() <= allowed for allowed in _TOGETHER):
        others = [letter for letter in label if letter.isalpha() and _script(letter) != "LATIN"]
        return next((letter for letter in others if letter in _TWINS), others[0])
    # Latin words have their own letters; IPA has some that look the same.
    twins = [letter for letter in label if letter in _TWINS]
    if "LATIN" in scripts:
        return twins[0] if twins else ""
    whole = twins and len(twins) == sum(letter.isalpha() for letter in label)
    # A word of a language stands under a domain of it: under a Latin one it may be there for its looks.
    return twins[0] if whole and all(part.isascii() for part in below[-1:]) else ""


def _script(letter: str) -> str:
    from unicodedata import name

    return "LATIN" if letter.isascii() else name(letter, "").partition(" ")[0]


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label


def _encoded(label: str) -> str:
    return label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}"
