"""A comparison for a program: one JSON object, the form of which is stable (`policyc-compare-1`)."""

from __future__ import annotations

import json
from collections.abc import Callable

from ..diagnostics import Diagnostic
from ..diagnostics.render import json as findings
from ..published import Published
from .characters import telling
from .compared import Comparison, Difference

FORMAT = "policyc-compare-1"

ABOUT = """\
`--format json` writes one object. Lines count from 1, characters from 0 in code points, ends are exclusive.

```text
format        "policyc-compare-1"
identical     whether there is no difference
lines, characters   how many the page has
document      the name of the document
page          file, format ("markdown", "html", "text"), encoding
differences   in the order of the source, each with
  kind        "changed", "missing" (from the page), "added" (only on the page), "moved", "links"
  clause      heading, file, line: the part or clause of the source
  source      text, links; null for "added"
  page        text, links, line; null for "missing"
  spots       for "changed": source and page as [start, end], characters as pairs of names (look-alikes, invisible)
left          what of the page was left out: what, line, rows
diagnostics   findings on the page, as `policyc check --format json` has them
```
"""


def document(
    name: str,
    file: str,
    published: Published,
    compared: Comparison,
    found: list[Diagnostic],
    show: Callable[[str], str],
) -> str:
    """The JSON text, with a final newline; `show` turns a path of the source into the one the reader knows."""
    body = {
        "format": FORMAT,
        "identical": compared.identical,
        "lines": compared.lines,
        "characters": compared.characters,
        "document": name,
        "page": {"file": file, "format": published.format, "encoding": published.encoding},
        "differences": [_difference(one, show) for one in compared.differences],
        "left": [left._asdict() for left in published.left],
        "diagnostics": [json.loads(findings.row(one)) for one in found],
    }
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _difference(one: Difference, show: Callable[[str], str]) -> dict[str, object]:
    source, page = one.source, one.page
    row: dict[str, object] = {
        "kind": one.kind,
        "clause": {"heading": one.clause.heading, "file": show(one.clause.file), "line": one.clause.line},
        "source": None if source is None else {"text": source.text, "links": list(source.links)},
        "page": None if page is None else {"text": page.text, "links": list(page.links), "line": page.line},
    }
    if source is not None and page is not None and one.spots:
        row["spots"] = [
            {
                "source": [start, end],
                "page": [other, other_end],
                "characters": [p._asdict() for p in telling(source.text[start:end], page.text[other:other_end])],
            }
            for (start, end), (other, other_end) in one.spots
        ]
    return row
