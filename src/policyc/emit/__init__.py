"""The targets: one folder each, pure functions from the facts (and the page) to files, with what they could not say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from ..compose.page import Page
from ..facts import Policy

EXACT, BROADER, NONE_FIT = "exact", "broader", "none"


class Loss(NamedTuple):
    """A fact that a target says less precisely (`broader`) or not at all (`none`): never dropped in silence."""

    target: str
    node: str
    fact: str
    fit: str
    note: str


class Held(NamedTuple):
    """A file that stands in another as it is, and from which character on."""

    name: str
    at: int


class Emission(NamedTuple):
    """What a target made: file name -> text (UTF-8, LF, with a final newline), and its losses.

    What need not be looked for in the texts again: by file, the ids of the facts that it can refer to as `<address>#<id>`,
    where it refers to nothing else in the document; and by file, another that it holds.
    """

    files: dict[str, str]
    losses: list[Loss]
    named: Mapping[str, Iterable[str]] = {}
    held: Mapping[str, Held] = {}


class Files(dict[str, str]):
    """The files of a document as texts, and what their targets told of them besides."""

    def __init__(self) -> None:
        super().__init__()
        self.named: dict[str, Iterable[str]] = {}
        self.held: dict[str, Held] = {}

    def take(self, emission: Emission) -> None:
        """Enter what a target made."""
        self.update(emission.files)
        self.named.update(emission.named)
        self.held.update(emission.held)


class Target(NamedTuple):
    """A target: its name, the media types of its files, and its function.

    `emit(policy, page, made)` gets the files that earlier targets made (the HTML page embeds the JSON-LD). `kinds` are
    the kinds of document it speaks of, all if empty: of others it makes nothing, and nothing is lost.
    """

    name: str
    files: dict[str, str]
    emit: Callable[[Policy, Page, Mapping[str, str]], Emission]
    kinds: frozenset[str] = frozenset()


# In this order: the text targets embed what the machine targets made.
_TARGETS = ("jsonld", "p3p", "index", "text_ja")


@cache
def target(name: str, strict: bool = False) -> Target:
    """The target of a folder name, in its `strict` variant (`STRICT`) if asked for; only what is asked for is imported."""
    module = __import__(f"{__name__}.{name}", fromlist=("TARGET",))
    found: Target = module.STRICT if strict else module.TARGET
    return found


def targets(wanted: tuple[str, ...], kind: str, strict: tuple[str, ...] = ()) -> list[Target]:
    """The targets for a kind of document in working order; all of them unless some are `wanted` by name. Those named in
    `strict` leave out what only newer readers of their format know."""
    found = (target(name, name in strict) for name in _TARGETS if not wanted or name in wanted)
    return [one for one in found if not one.kinds or kind in one.kinds]


TARGET_NAMES = _TARGETS
