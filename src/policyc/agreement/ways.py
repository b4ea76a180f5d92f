"""What the documents of a run say of one matter: in as many ways as there are, each way once, with all of its places."""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics import Both
from .record import Said, Spot

Same = Callable[[str, str], bool]

# A new spelling is held against so many ways; where there are more, each spelling is a way of its own.
_MOST_COMPARED = 20


class Way:
    """One way of saying something: its words, where it is said, in the order of the run, and how many of these places
    declare it."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.spots: list[Spot] = []
        self.declared = 0

    @property
    def here(self) -> Both:
        """The words for its places in a message."""
        more = len(self.spots) - 1
        if not more:
            return Both("ここ", "here")
        return Both(f"ここなど{more + 1}か所", f"here and in {more} other place{'s' if more > 1 else ''}")


class Ways:
    """The ways in which one matter is told; `same` says whether two spellings say the same."""

    def __init__(self, same: Same) -> None:
        self._same = same
        self._ways: list[Way] = []
        self._spelled: dict[str, Way] = {}

    def add(self, said: Said) -> None:
        """Take up what one place declares. Of two that agree the fuller one tells more apart."""
        way = self._way(said, self._same)
        way.declared += 1
        way.words = max(way.words, said.words, key=len)

    def tell(self, said: Said, same: Same) -> None:
        """Take up what one place tells in a text, which declares nothing; `same` holds a way against that text."""
        self._way(said, same)

    def _way(self, said: Said, same: Same) -> Way:
        way = self._spelled.get(said.words)
        if way is None:
            way = next((one for one in self._ways[:_MOST_COMPARED] if same(one.words, said.words)), None)
            if way is None:
                way = Way(said.words)
                self._ways.append(way)
            self._spelled[said.words] = way
        way.spots.append(said.spot)
        return way

    def usual(self) -> Way:
        """The way that most places declare; of several the one that comes first."""
        return max(self._ways, key=lambda way: way.declared)

    def others(self) -> list[Way]:
        """The ways but the usual one, in the order of the run: each is one thing to mend."""
        usual = self.usual()
        return [way for way in self._ways if way is not usual]
