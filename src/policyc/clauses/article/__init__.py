"""自由条項 — an article in free prose, for what no clause type speaks of."""

from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import clause


def lower(node: Node, out: Lowering) -> None:
    """Free prose states nothing to machines."""


CLAUSE = clause("article", "条項", "自由な文章の条項。", "An article in free prose.", (), package=__name__, prose=True)
