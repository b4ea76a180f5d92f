"""P3P 1.0: a policy as XML that the W3C schema accepts, and as JSON that says the same and has all APPI facts.

What the files hold and why: README.md in this folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...compose.page import Page
from ...facts import Policy
from .. import Emission, Loss, Target
from ..json_text import OnLines, json_text
from .document import document
from .facts import all_facts
from .losses import losses
from .reference import reference_file
from .statement_tree import statement
from .tables import Tables, tables
from .text import is_legal, legal
from .xml_file import policies

if TYPE_CHECKING:
    from .compact import Compact

__all__ = ["STRICT", "TARGET", "emit", "emit_p3p", "reference_file", "stands_for"]

JSON, XML = "policy.p3p.json", "policy.p3p.xml"
_ROWS = ("entity", "disputes", "statements")
_NOTHING = "the document states no practice; P3P demands a STATEMENT, and an invented one would be a false promise"
_NOBODY = "the document names no operator; P3P demands an ENTITY"
_NO_CONTACT = "neither an address of the document nor a contact on its page; the ENTITY of P3P demands one (REC 3.2.4)"


def emit_p3p(policy: Policy, *, strict: bool = False) -> Emission:
    """The P3P files of a policy; `strict` leaves the extensions out of the XML (readers of 2002 may stop at them).

    In: the facts. Out: both files, or none where the document states no practice, and what P3P could not say.
    Source: P3P 1.0, https://www.w3.org/TR/2002/REC-P3P-20020416/.
    """
    known = tables(policy)
    made = document(known)
    if made is None:
        why = _NOTHING if not known.stated else _NO_CONTACT if policy.operator else _NOBODY
        return Emission({}, [Loss("p3p", policy.id, "document", "none", why)])
    files = _written(made, known, strict)
    # What XML may not hold is looked for in the JSON, where it stands as it is or as an escape.
    if not is_legal(files[JSON]):
        files = _written(legal(made), tables(legal(policy)), strict)
    return Emission(files, losses(known))


def _written(made: dict[str, Any], known: Tables, strict: bool) -> dict[str, str]:
    """Both files: what stands in both of them is written for both at once."""
    facts, said = all_facts(known), [statement(row) for row in made["p3p"]["statements"]]
    p3p = made["p3p"] | {"statements": [one.members for one in said]}
    # Its lists of rows have a row a line; what is only a list of words stands in one.
    p3p = {word: OnLines(value, 6) if word in _ROWS else value for word, value in p3p.items()}
    whole = made | {"document": OnLines(made["document"], 4), "p3p": OnLines(p3p, 4)} | facts.members
    return {JSON: json_text(OnLines(whole)), XML: policies(made, said, facts, strict)}


def stands_for(policy: Policy) -> Compact:
    """The compact policy of a policy, or why there is none (REC 4); no build makes one."""
    import json

    from .compact import compact

    files = emit_p3p(policy).files if policy.kind in _KINDS else {}
    return compact(json.loads(files[JSON])["p3p"] if files else None)


def emit(policy: Policy, page: Page, made: Mapping[str, str]) -> Emission:
    """The target's function: it reads only the facts."""
    return emit_p3p(policy)


def emit_strict(policy: Policy, page: Page, made: Mapping[str, str]) -> Emission:
    """The function of the strict variant."""
    return emit_p3p(policy, strict=True)


# A P3P policy covers all that is collected at its address; of the documents here only a privacy notice speaks of that.
_KINDS = frozenset(("privacy-notice",))
TARGET = Target("p3p", {JSON: "application/json", XML: "application/xml"}, emit, _KINDS)
# `policyc build --strict-p3p`: no EXTENSION in the XML.
STRICT = TARGET._replace(emit=emit_strict)
