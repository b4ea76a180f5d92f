"""The page as HTML: one file that loads nothing, for people and (by the JSON-LD in it) for machines."""

from __future__ import annotations

from collections.abc import Container, Iterable

from ...compose.page import Page, plain
from ...facts import Policy
from .anchors import carry
from .rows import one_line
from .sheet import Sheet, escaped
from .style import DIGEST, STYLE

_RULES = f"default-src 'none'; style-src '{DIGEST}'; base-uri 'none'; form-action 'none'"
_END = "</body>\n</html>\n"
# To look for each of so many mentions costs no more than to take all mentions out of the text.
_FEW = 16
# RFC 6903. What holds for the page that publishes a policy is that policy.
_RELATIONS = {"privacy-notice": "privacy-policy", "terms": "terms-of-service"}


def html(
    policy: Policy, page: Page, sheet: Sheet, jsonld: str, named: Iterable[str] | None = None
) -> tuple[str, int | None]:
    """The page that is written on the sheet, with its JSON-LD if there is any; and from which character on that stands
    in it as it is. `named` are the ids that the JSON-LD may refer to, for callers that know them."""

    own = _own_fragment(page.url)

    def followed(placed: Container[str]) -> Iterable[str]:
        left = None if named is None else [id_ for id_ in named if id_ not in placed]
        if left is None or len(left) > _FEW:
            found = [fragment for fragment in _fragments(policy.iri, jsonld) if fragment not in placed]
        else:
            found = _mentioned(policy.iri, jsonld, left)
        return [*found, own] if own and own not in placed and own not in found else found

    places = [*sheet.blocks, *sheet.unsaid]
    sheet.tag(carry(policy, places, sheet.stated, followed))
    before = "".join([*_head(policy, page), "<body>\n", *sheet.out])
    if not jsonld:
        return before + _END, None
    before += '<script type="application/ld+json">\n'
    if _stands_in_script(jsonld):
        return f"{before}{jsonld}</script>\n{_END}", len(before)
    return f"{before}{_within_script(jsonld)}\n</script>\n{_END}", None


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


def _fragments(url: str, jsonld: str) -> list[str]:
    """The fragments of the IRIs in the JSON-LD: whoever follows one is to arrive."""
    found = dict.fromkeys([part.partition('"')[0] for part in jsonld.split(f'"{url}#')[1:]])
    # The like of one may stand in a text, with characters that no identifier has.
    return [fragment for fragment in found if fragment and " " not in fragment and "\\" not in fragment]


def _mentioned(url: str, jsonld: str, ids: Iterable[str]) -> list[str]:
    """Those of the ids whose IRIs stand in the JSON-LD, in the order in which they first do."""
    fits = [id_ for id_ in ids if id_ and not (" " in id_ or "\\" in id_ or '"' in id_)]
    places = sorted([(jsonld.find(f'"{url}#{id_}"'), id_) for id_ in fits])
    return [id_ for at, id_ in places if at >= 0]


def _own_fragment(url: str) -> str:
    """The fragment of the document's own address, which other pages lead to: none of the names that the page gives itself,
    nor one that has to be decoded first."""
    fragment = url.partition("#")[2]
    return "" if fragment[:1] == "-" or "%" in fragment or " " in fragment else fragment


def _stands_in_script(json: str) -> bool:
    """Whether the text of a JSON file can be that of the script element as it is."""
    ends = json[:1] == "{" and json[-2:] == "}\n"
    return ends and "&" not in json and "<" not in json and ">" not in json


def _within_script(json: str) -> str:
    """JSON that cannot end the script element: these three characters stand only inside strings."""
    return json.strip().replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
