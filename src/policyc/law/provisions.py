"""The provisions around the rules: which rules answer each, or why none does. From the frozen articles.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .rule import Rule, every_rule, statute

_GUIDELINES = ("appi-gl", "mynumber-gl")


class Provision(NamedTuple):
    """An article, paragraph or item. One without parts (`whole`) has `rules`, or a `reason` (Japanese, English) why not;
    `see` are the provisions that fill it in, `read` says whether its number was read in a text of the statute."""

    statute: str
    article: str
    paragraph: str
    item: str
    whole: bool
    rules: tuple[Rule, ...]
    reason: tuple[str, str]
    see: str
    read: bool

    @property
    def reference(self) -> str:
        """For programs, such as `appi:27.5.3`."""
        return f"{self.statute}:{'.'.join(filter(None, (self.article, self.paragraph, self.item)))}"

    @property
    def cited(self) -> str:
        """In Japanese, without the statute: 第27条第5項第3号."""
        return written(self.statute, self.article, self.paragraph, self.item)


def provisions(key: str = "") -> Iterator[Provision]:
    """All of them in order, or those of one statute."""
    from .frozen.articles import REASONS, ROWS

    rules = {rule.id: rule for rule in every_rule()}
    for law, article, paragraph, item, whole, codes, reason, see, read in ROWS:
        if key in ("", law):
            found = tuple(rules[code] for code in codes)
            yield Provision(law, article, paragraph, item, whole, found, REASONS.get(reason, ("", "")), see, read)


def example(code: str) -> tuple[str, str]:
    """The good and the bad example of a rule, both empty where it has none."""
    from .frozen.examples import EXAMPLES

    return EXAMPLES.get(code, ("", ""))


def cited(reference: str) -> str:
    """A reference such as `appi:27.5.3` as it is written, with the statute: 個人情報保護法第27条第5項第3号."""
    key, _, place = reference.partition(":")
    for one in provisions(key):
        if one.reference == reference:
            return f"{statute(key).short}{one.cited}"
    # A rule on several items, which has no line of its own.
    article, *parts = place.split(".")
    return f"{statute(key).short}{written(key, article, *(['', *parts] if len(parts) == 1 else parts))}"


def written(key: str, article: str, paragraph: str = "", item: str = "") -> str:
    """How a provision is written: `27-12`, ``, `2` is 第27条の12第2号."""
    if key in _GUIDELINES:
        return article
    if article == "?":
        return "（条番号は未確認）"
    suppl = article.startswith("suppl.")
    number, *branches = article.removeprefix("suppl.").split("-")
    made = f"{'附則' if suppl else ''}第{number}条" + "".join(f"の{branch}" for branch in branches)
    if paragraph:
        made += f"第{paragraph}項"
    if item == "proviso":
        return made + "ただし書"
    first, dash, last = item.partition("-")
    return made + (f"第{first}号" if item else "") + (f"から第{last}号まで" if dash else "")
