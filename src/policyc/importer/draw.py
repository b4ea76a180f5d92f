"""From a page to a source that gives it back: write, compile, compare, and trust less where anything differs."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from ..compare import Comparison, compare
from ..diagnostics import ERROR
from ..format import format_source
from ..pipeline import Checked, check
from ..published.page import Published
from ..source import Source
from .outline import Outline, outline
from .plan import FACTS, PROSE, Plan, plan, tally
from .recognise import Path, walk
from .write import Written, write

_ROUNDS = 12


class Drawn(NamedTuple):
    """A source drawn from a page: its text, how it compiles, how it compares, what facts it has by the words of their
    blocks (English, Japanese), and the sections whose facts did not hold and were left as prose."""

    source: str
    checked: Checked
    comparison: Comparison | None
    facts: Counter[tuple[str, str]]
    distrusted: tuple[str, ...]
    doubts: int

    @property
    def identical(self) -> bool:
        """Whether it gives the page back to the character."""
        return self.comparison is not None and self.comparison.identical


def draw(
    published: Published,
    name: str,
    url: str = "",
    operator: str = "",
    kind: str = "",
    origin: str = "",
    keywords: str = "en",
) -> Drawn:
    """The source of a page. Facts that make it say anything else, or that do not compile, are taken back, section by
    section: in the end there is always a source that is only prose. `origin` is the page's name for a comment."""
    drawn = _drawn(published, outline(published), name, url, operator, kind, origin, keywords)
    if drawn.identical:
        return drawn
    # Numbers that the page has otherwise than the compiler counts paragraphs stay as they are.
    return _drawn(published, outline(published, False), name, url, operator, kind, origin, keywords)


def _drawn(
    published: Published, shape: Outline, name: str, url: str, operator: str, kind: str, origin: str, keywords: str
) -> Drawn:
    made = plan(shape, operator, kind)
    remarks = _remarks(origin)
    for turn in range(_ROUNDS):
        written = write(made, name, url, remarks)
        checked = _compiled(written.text)
        errors = [d for d in checked.diagnostics if d.severity == ERROR]
        comparison = compare(checked.documents[0], published) if checked.documents and not errors else None
        if comparison is not None and comparison.identical:
            break
        lines = [d.span.source.position(d.span.start)[0] for d in errors]
        if comparison is not None:
            lines += [d.source.clause.line if d.source else d.clause.line for d in comparison.differences]
        made = _less(made, written, lines, turn)
    tidy = format_source(Source("import.policy", written.text), keywords)
    text = tidy.text
    if not tidy.diagnostics:
        checked = _compiled(text)
        comparison = compare(checked.documents[0], published) if checked.ok and checked.documents else None
    return Drawn(text, checked, comparison, _worded(tally(made), checked), _distrusted(made), _doubts(made))


def _worded(facts: Counter[str], checked: Checked) -> Counter[tuple[str, str]]:
    """Counts of blocks by their words in both languages."""
    names = {
        node.type.word: node.type.ja
        for document in checked.documents
        for node in (*document.node.walk(), *document.composition.inline.names.globals.values())
    }
    return Counter({(word, names[word]): n for word, n in facts.items() if word in names})


def identifier(stem: str, kind: str = "") -> str:
    """A document's identifier from the name of a file, or from its kind where nothing of that can be one."""
    name = re.sub(r"[^\w\-]+|_", "-", stem).strip("-")[:60].strip("-")
    if not re.match(r"[^\W\d]", name):
        name = f"{kind or 'page'}-{name}".rstrip("-")
    return name


def _remarks(origin: str) -> tuple[str, ...]:
    if not origin:
        return ()
    return (
        f"公開ページ「{origin}」から作ったソース。文章はページのとおり。".replace("\n", " "),
        "「要確認」の注記は、事実らしいが確かでないので宣言しなかったもの。確かめて、宣言するか注記を消す。",
    )


def _compiled(text: str) -> Checked:
    return check("import.policy", text.encode("utf-8"), lambda path: None)


def _less(made: Plan, written: Written, lines: list[int], turn: int) -> Plan:
    """The plan with less trust in what stands in some lines; where that is nothing more to take back, in everything."""
    paths: set[Path] = set()
    names: set[str] = set()
    fields = True
    for line in lines:
        # The narrowest place has the line: a section inside a part comes after it.
        at = next((place for place in reversed(written.places) if place.first <= line < place.end), None)
        if at is None or (at.path is None and not at.entity):
            fields = False
        elif at.entity:
            names.add(at.entity)
        elif at.path is not None:
            paths.add(at.path)
    spent = all(made.trust.get(path, FACTS) == PROSE for path in paths) and not names - made.dropped
    if spent and (fields or not made.fields):
        # A definition that another section gave may be at fault.
        paths = set(made.readings)
    if turn >= _ROUNDS - 3:
        paths, fields = set(made.readings), False
        names |= {entity.name for entity in made.entities()}
    return made.distrust(paths, names, fields)


def _distrusted(made: Plan) -> tuple[str, ...]:
    titles = dict(walk(made.outline.sections))
    return tuple(titles[path].title for path, trust in made.trust.items() if trust and path in titles)


def _doubts(made: Plan) -> int:
    return sum(len(made.reading(path).doubts) for path in made.readings)
