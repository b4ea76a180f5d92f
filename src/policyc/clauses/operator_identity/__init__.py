"""事業者の名称等 — name, address and representative of the business operator (APPI art. 32(1)(i))."""

from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import Key, clause, names


def lower(node: Node, out: Lowering) -> None:
    """The operator named here; its party carries name, address and representative."""
    if lowerings.silent(out, node):
        return
    for value in node.values("of"):
        out.party(value.target)


CLAUSE = clause(
    "operator-identity",
    "事業者の名称",
    "個人情報取扱事業者の氏名又は名称、住所、代表者の氏名。",
    "Name, address and representative of the business operator.",
    (
        Key(
            "of",
            "対象",
            names("組織の名前", "names of organizations", "organization"),
            "名称等を示す事業者。",
            "Whose name and address are given.",
            required=True,
            whole=True,
        ),
    ),
    package=__name__,
)
