"""The page as HTML: one file that loads nothing, for people and (by the JSON-LD in it) for machines."""

from __future__ import annotations

from ...compose.page import Block, Page, Section, plain
from ...ir import Policy
from .anchors import Anchors
from .blocks import escaped, inline, opening, write
from .rows import one_line
from .style import DIGEST, STYLE

_RULES = f"default-src 'none'; style-src '{DIGEST}'; base-uri 'none'; form-action 'none'"
# A page of no more parts and clauses is seen at a glance.
_FEW = 3
# RFC 6903. What holds for the page that publishes a policy is that policy.
_RELATIONS = {"privacy-notice": "privacy-policy", "terms": "terms-of-service"}


def html(policy: Policy, page: Page, jsonld: str) -> str:
    """The page, with its JSON-LD if there is any."""
    anchors = Anchors(policy, page, _fragments(policy.iri, jsonld))
    contents: list[str] = []
    many = _contents(page.content, contents) > _FEW
    out = [*_head(policy, page), "<body>\n"]
    if many:
        out.append('<a class="skip" href="#-text">本文へ移動</a>\n')
    start, carried = opening("main", page.id, page.id, [], anchors, ' class="with-contents"' if many else "")
    title = f"<h1>{carried}{inline(page.title, anchors)}</h1>" if page.titled else carried
    out.append(f"{start}\n{title}\n")
    if many:
        out += ['<nav aria-labelledby="-contents">\n<p id="-contents">目次</p>\n', *contents, "</nav>\n"]
    out.append('<div id="-text">\n')
    write(page.content, anchors, out)
    out.append("</div>\n</main>\n")
    if jsonld:
        out += ['<script type="application/ld+json">\n', _within_script(jsonld), "\n</script>\n"]
    out.append("</body>\n</html>\n")
    return "".join(out)


def _head(policy: Policy, page: Page) -> list[str]:
    out = [
        '<!DOCTYPE html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{_RULES}">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        f"<title>{escaped(one_line(plain(page.title)))}</title>\n",
    ]
    if page.url:
        out.append(f'<link rel="canonical" href="{escaped(page.url)}">\n')
        if policy.kind in _RELATIONS:
            out.append(f'<link rel="{_RELATIONS[policy.kind]}" href="{escaped(page.url)}">\n')
    return [*out, f"<style>\n{STYLE}</style>\n</head>\n"]


def _contents(blocks: tuple[Block, ...], out: list[str]) -> int:
    """The table of contents, added to `out`; returns how many lines it has."""
    sections = [block for block in blocks if isinstance(block, Section) and plain(block.heading).strip()]
    lines = len(sections)
    if sections:
        out.append('<ol role="list">\n')
        for section in sections:
            out.append(f'<li><a href="#{escaped(section.id)}">{escaped(one_line(plain(section.heading)))}</a>')
            lines += _contents(section.content, out)
            out.append("</li>\n")
        out.append("</ol>\n")
    return lines


def _fragments(url: str, jsonld: str) -> list[str]:
    """The fragments of the IRIs in the JSON-LD: whoever follows one is to arrive."""
    found = dict.fromkeys([part[: part.find('"')] for part in jsonld.split(f'"{url}#')[1:]])
    # The like of one may stand in a text, with characters that no identifier has.
    return [fragment for fragment in found if fragment and " " not in fragment and "\\" not in fragment]


def _within_script(json: str) -> str:
    """JSON that cannot end the script element: these three characters stand only inside strings."""
    return json.strip().replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
