"""What the page says of an entity. Only that reaches the facts: an entity may be shared by many documents, and each
states of it what its own sentences say."""

from __future__ import annotations

from collections.abc import Callable, Collection

from ..vocab import Concept
from .template import Text
from .tree import Node, Value

_ABROAD = ("外国", "海外", "国外")
"""Words in a name that say by themselves that its bearer is outside Japan."""


PARTS = (
    *("address", "postal-code", "representative", "country", "phone", "email", "site"),
    *("members", "listed-at", "abroad", "hours", "form"),
)
"""Parts that say more of an entity than how the text calls it and what its name means. The number of a statute is none:
it only says which statute is meant."""


class Said:
    """The parts of entities, each only where the page says it.

    `text` renders a text in its short forms; `stated` are the facts that the page states: `mihon.address`, and for the
    name `mihon.full`.
    """

    def __init__(self, text: Callable[[Text | None, Node], str], stated: Collection[str]) -> None:
        self._text = text
        self._stated = stated

    def says(self, node: Node, part: str) -> bool:
        """Whether the page says a part that the entity has."""
        if part == "country":
            return bool(self.countries(node))
        if part == "abroad":
            return self.abroad(node) or not node.flag("abroad")
        if part == "listed-at":
            return bool(self.site(node))
        return node.fact(part) in self._stated

    def values(self, node: Node, part: str) -> tuple[Value, ...]:
        """The values of a part, or none."""
        field = node.fields.get(part)
        return field.values if field is not None and node.fact(part) in self._stated else ()

    def texts(self, node: Node, part: str) -> tuple[str, ...]:
        """The characters of the values of a part."""
        return tuple([self._text(value.words, node) for value in self.values(node, part)])

    def one(self, node: Node, part: str) -> str:
        """The characters of a part that is one text, or an empty string."""
        values = self.values(node, part)
        return self._text(values[0].words, node) if values else ""

    def word(self, node: Node, part: str) -> str:
        """The word of a part that is one link, or an empty string."""
        values = self.values(node, part)
        return values[0].word if values else ""

    def page(self, node: Node) -> str:
        """The address of an entity that the page links to; its name is such a link."""
        return node.url if node.fact("full") in self._stated or node.fact("url") in self._stated else ""

    def site(self, node: Node) -> str:
        """The address of the site that lists an entity, where the page says so or links to that site."""
        target = next((value.target for value in node.values("listed-at")), None)
        if not isinstance(target, Node):
            return ""
        return target.url if node.fact("listed-at") in self._stated else self.page(target)

    def countries(self, node: Node) -> tuple[str, ...]:
        """The codes of the countries that the page says: as such, in the name, or in the address.

        An address that names no country is one in Japan, where these documents are published.
        """
        values = {value.word: value for value in node.values("country")}.values()
        if not values:
            return ()
        if node.fact("country") in self._stated:
            return tuple(value.word for value in values)
        address = "".join(self.texts(node, "address"))
        name = self._text(node.title, node) if node.fact("full") in self._stated else ""
        return tuple(
            value.word for value in values if (value.word == "JP" and address) or _names(name + address, value.target)
        )

    def abroad(self, node: Node) -> bool:
        """Whether the page says that an entity is outside Japan."""
        if any(code != "JP" for code in self.countries(node)):
            return True
        if not node.flag("abroad"):
            return False
        name = self._text(node.title, node) if node.fact("full") in self._stated else ""
        return node.fact("abroad") in self._stated or any(word in name for word in _ABROAD)


def _names(text: str, country: object) -> bool:
    """Whether a text has the Japanese name of a country."""
    spellings = country.spellings if isinstance(country, Concept) else ()
    return any(word in text for word in spellings if not word.isascii())
