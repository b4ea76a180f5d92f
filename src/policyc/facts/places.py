"""Where a text says things: its parts and clauses."""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, as in vocab.
from typing import Annotated, NamedTuple

from . import declare as d
from .declare import says
from .identifiers import FactId
from .things import Id, Marker, OpenLists, Origin


class Place(NamedTuple):
    """A part or clause of the text: its number, heading, and the keyword of its type."""

    id: Id
    type: Annotated[str, says(d.TEXT, "種類の語。", "The keyword of its type.", always=True)]
    marker: Marker
    heading: Annotated[str, says(d.TEXT, "見出し。", "Its heading.")]
    parent: Annotated[FactId, says(d.ID, "それが属する部又は文書。", "The part or document it stands in.")]
    origin: Origin
    open_lists: OpenLists = ()
