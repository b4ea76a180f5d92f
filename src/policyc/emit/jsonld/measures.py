"""How data are kept: safeguards (APPI art. 23) and retention (APPI art. 22)."""

from __future__ import annotations

from ... import facts
from .. import BROADER
from .details import details
from .graph import Graph
from .nodes import Node, ja

_MEASURE = "dpv:TechnicalOrganisationalMeasure"


def safeguard(graph: Graph, row: facts.Safeguard) -> None:
    """A security measure that is stated (dpv:TechnicalOrganisationalMeasure) below its DPV terms."""
    node: Node = {
        "type": [_MEASURE],
        "title": ja(row.text),
        "broader": graph.above(row.concepts, _MEASURE),
        **graph.places(row.countries, "country"),
        **graph.stated(row.id, row.clause),
        "openLists": graph.going_on(row) if row.open_lists else "",
        "origin": row.origin,
    }
    graph.link("measure", graph.add(graph.refs[row.id], node))
    graph.weigh(row.id, f"safeguard: {row.text}", row.concepts)


def retention(graph: Graph, row: facts.Retention) -> None:
    """How long data are kept (dpv:StorageDuration): a period where one is stated, else only the criterion as said.

    Where neither is said here (it is told on request, or elsewhere), the node is no duration, only a condition of storage.
    """
    period = _duration(row.period)
    kind = "dpv:StorageDuration" if row.text or period else "dpv:StorageCondition"
    node: Node = {
        "type": [kind, "dpv:TemporalDuration"] if period else [kind],
        "title": ja(row.text),
        "period": period,
        "personalData": graph.refs.many(row.data),
        **details(graph, row),
        **graph.stated(row.id, row.clause),
        "openLists": graph.going_on(row) if row.open_lists else "",
        "origin": row.origin,
    }
    graph.link("storage", graph.add(graph.refs[row.id], node))
    if not period:
        graph.lose(row.id, f"retention: {row.text}", BROADER, "a criterion, kept as text of a dpv:StorageDuration")


def _duration(period: str) -> str:
    """An xsd:duration, which has no weeks and only whole numbers of the other units; empty where it can be none."""
    amount, unit = period[1:-1], period[-1:]
    if not amount.isdecimal():
        return ""
    return f"P{int(amount) * 7}D" if unit == "W" else period
