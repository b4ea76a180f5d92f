"""What a wording file's form cannot show: conditions nothing can meet, references to fields that may be missing."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import DELEGATED, NONE, ON_REQUEST, BlockType, Key, Names, part_word, read_text
from ..model.entities import ENTITIES
from ..source import Source

_ANSWERS = {NONE, ON_REQUEST, DELEGATED}
_KINDS = {"text", "link", "number", "date", "entity", "concept", "as"}
_PARTS = {"full", "called", "url", "and", "or"}


class Checker:
    """Checks the rows of one block: `own` is its type, `document` that of the document around it."""

    def __init__(self, own: BlockType, document: BlockType) -> None:
        self.own = own
        self.document = document
        self.names = Names()

    def faults(self, conditions: tuple[str, ...], text: str) -> Iterator[str]:
        """What is wrong with a row, in English."""
        each = next((c[5:] for c in conditions if c.startswith("each:")), "")
        for condition in conditions:
            if condition != "else" and not condition.startswith("each:"):
                yield from self._condition(condition.removeprefix("!"), each)
        if each and self.key(each) is None:
            yield f"`each: {each}`: {self.own.word} has no such field"
        read, found = read_text(Source("wording", text), "wording", 0, len(text))
        yield from (one.message("en") for one in found)
        given = {word for c in conditions for word in _given(c)}
        for ref in read.refs():
            yield from self._reference(ref.path, given, each)

    def key(self, word: str) -> Key | None:
        """A field of the block or of the document, by its English word."""
        keys = (*self.own.keys, *self.document.keys)
        return next((key for key in keys if key.word == word), None)

    def _condition(self, condition: str, each: str) -> Iterator[str]:
        word, _, wanted = condition.partition("=")
        for one in word.split("|"):
            kind, _, name = one.removeprefix("!").rpartition(":")
            if kind == "item":
                name, _, field = name.partition(".")
                child = self._child(name)
                if child is None:
                    yield f"`{condition}`: {self.own.word} has no block `{name}`"
                elif field:
                    yield from Checker(child, self.document)._condition(f"{field}={wanted}" if wanted else field, "")
            elif name != "title" or kind:
                name, _, part = name.partition(".")
                key = self.key(each if name == "it" else name)
                if key is None or kind not in ("", "unsaid", "own", "one"):
                    yield f"`{condition}`: {self.own.word} has no field `{name}`"
                elif kind == "one" and (part or wanted):
                    yield f"`{condition}`: `one:` takes a field and nothing else"
                elif part and part not in _fields(key):
                    yield f"`{condition}`: nothing that `{name}` can name has a field `{part}`"
                elif wanted:
                    yield from (
                        f"`{condition}`: `{name}` cannot be `{value}`"
                        for value in wanted.split("|")
                        if not self._possible(key, value)
                    )

    def _possible(self, key: Key, value: str) -> bool:
        if value in ("same", "within"):
            return key.kind.places
        if value in _ANSWERS | _KINDS or any(choice.word == value for choice in key.kind.choices):
            return True
        found = [self.names.concept(category, value) for category in key.kind.vocabulary]
        return any(concept is not None and concept.id == value for concept in found)

    def _child(self, word: str) -> BlockType | None:
        return next((child for child in self.own.children if child.word == word), None)

    def _reference(self, path: tuple[str, ...], given: set[str], each: str) -> Iterator[str]:
        head, parts = path[0], path[1:]
        shown = "{" + ".".join(path) + "}"
        key = self.key(each if head == "it" else head)
        if key is None:
            if self._child(head) is None:
                yield f"`{shown}`: {self.own.word} has no field or block `{head}`"
            elif f"item:{head}" not in given:
                yield f"`{shown}` needs the condition `item:{head}`"
            return
        # Who speaks is taken for granted: a clause that needs it in a document without one is reported when it is composed.
        if head not in given and head not in ("it", "operator") and not key.required:
            yield f"`{shown}` needs a condition that says `{head}` is given"
        for part in map(part_word, parts):
            if part in _PARTS or f"{head}={part}" in given:
                continue
            if part not in _fields(key):
                yield f"`{shown}` has no part `{part}`, or needs the condition `{head}={part}`"
            elif f"{head}.{part}" not in given:
                yield f"`{shown}` needs the condition `{head}.{part}`"


def _given(condition: str) -> Iterator[str]:
    """What is certain where a condition holds: the field, its part, its word."""
    word, _, wanted = condition.partition("=")
    if condition.startswith("!") or "|" in word:
        return
    yield word
    kind, _, name = word.rpartition(":")
    if kind != "item":
        yield name.partition(".")[0]
    if wanted and "|" not in wanted:
        yield f"{name}={wanted}"


def _fields(key: Key) -> set[str]:
    """The fields of what a field can name."""
    return {field.word for entity in ENTITIES if entity.word in key.kind.entities for field in entity.keys}
