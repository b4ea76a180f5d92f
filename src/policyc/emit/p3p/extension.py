"""The elements of the EXTENSIONs: the facts, each at the place that it belongs to."""

from __future__ import annotations

from typing import Any

from .element import STEP, attribute
from .facts import Facts
from .forms import INDENT, kebab

NAMESPACE = "https://example.org/ns/policyc/p3p-appi#"


def practices(ids: list[str], left: dict[str, str]) -> list[str]:
    """The practices of a statement, taken out of those that are `left`; one that was written before is only named."""
    return [left.pop(id_, "") or f'{INDENT}<appi:practice ref="{attribute(id_)}" />' for id_ in ids]


def members(document: dict[str, Any], facts: Facts, left: dict[str, str]) -> list[str]:
    """What belongs to the policy as a whole, and the practices that no statement carries."""
    head = ""
    for name, value in document.items():
        head += f' {kebab(name)}="{attribute(value if isinstance(value, str) else " ".join(value))}"'
    indent = 3 * STEP
    # Most of the file: left in pieces, so that it is put together once only.
    lines = [facts.operator, *left.values(), *facts.others]
    return [f"{indent}<appi:policy{head}>", *lines, f"{indent}</appi:policy>"]
