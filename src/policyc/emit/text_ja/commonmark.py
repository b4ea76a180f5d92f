"""Text that Markdown shows as it is: a backslash before what CommonMark (or GitHub's dialect) would take as a mark."""

from __future__ import annotations

import re

_ENTITY = r"& (?= (?: \#[0-9]{1,7} | \#[xX][0-9a-fA-F]{1,6} | [A-Za-z][A-Za-z0-9]* ) ; )"
# Anywhere in a line; most lines have not one of these. `*` between spaces and `_` inside a word mark nothing; `~` strikes out on GitHub.
_SUSPECT = re.compile(r"[\\`\[\]~*_<&]")
_MARK = re.compile(
    rf"""
      \\ (?= [!-/:-@\[-`{{-~] | [ \t]* \Z )
    | [`\[\]~]
    | (?<! \s ) \* | \* (?! \s )
    | (?<! [^\W_] ) _ | _ (?! [^\W_] )
    | < (?= [!-~] | \Z )
    | {_ENTITY}
    """,
    re.VERBOSE,
)
# Most lines do not begin with one of these.
_STARTS = frozenset(" \t#-+>=|:0123456789")
# At the start of a line: headings, bullets, quotes, the underline of a heading, the dashes under the head of a table,
# and numbers of lists, where the mark comes behind the digits.
_START = re.compile(
    r"""
      (?: \#{1,6} | [-+] ) (?= [ \t] | \Z )
    | >
    | =+ \Z
    | (?= [^-]* - ) [|:-] [|:\ \t-]* \Z
    | (?P<digits> [0-9]{1,9} ) [.)] (?= [ \t] | \Z )
    """,
    re.VERBOSE,
)
_CLOSING = re.compile(r"(?: (?<= [ \t] ) | \A ) \#+ \Z", re.VERBOSE)
_ENTITIES = re.compile(_ENTITY, re.VERBOSE)


def marks(text: str) -> str:
    """Text, for any place in a line."""
    return _MARK.sub(r"\\\g<0>", text) if _SUSPECT.search(text) else text


def paragraph_line(line: str) -> str:
    """A written line, safe against what only counts at the start of a line."""
    if line[:1] not in _STARTS:
        return line
    if line[0] in " \t":
        return f"&#{ord(line[0])};{line[1:]}"
    hit = _START.match(line)
    if hit is None:
        return line
    at = len(hit["digits"] or "")
    return f"{line[:at]}\\{line[at:]}"


def heading_line(line: str) -> str:
    """The written content of a heading: number signs at its end would be taken for a closing mark."""
    if line[:1] in (" ", "\t"):
        line = f"&#{ord(line[0])};{line[1:]}"
    hit = _CLOSING.search(line) if line.endswith("#") else None
    return line if hit is None else f"{line[: hit.start()]}\\{hit[0]}"


def destination(url: str) -> str:
    """The address of a link, one that `is_safe`: it has neither spaces nor angle brackets."""
    if "&" in url:
        url = _ENTITIES.sub("&amp;", url)
    return f"<{url}>" if "(" in url or ")" in url else url
