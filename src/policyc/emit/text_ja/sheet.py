"""The sheet that a page is written on: pieces of HTML, and the rows of the formats that are lines."""

from __future__ import annotations

from itertools import chain

from ...compose.page import Line, all_facts
from .anchors import Carried
from .rows import Linked, Row, linked, one_line


class Sheet:
    """What one walk over the page leaves: its HTML in pieces, and its rows from each call.

    A start tag is an empty piece until `tag`: only then it is known which identifiers the element carries.
    """

    def __init__(self) -> None:
        self.out: list[str] = []
        # The identifiers of the blocks, with room for the others that each carries, and what the lines state.
        self.blocks: dict[str, list[str]] = {}
        self.stated: dict[str, None] = {}
        # Of each block: which piece its start tag is, tag, identifier ("" if an earlier one has it), node, further
        # attributes, facts.
        self._starts: list[tuple[int, str, str, str, str, dict[str, None]]] = []
        # By identifier, the piece after which the others that the block carries are written.
        self._carriers: dict[str, int] = {}
        # Which piece the start tag of a stretch is, and what the stretch states.
        self._stretches: list[tuple[int, tuple[str, ...]]] = []

    def start(
        self, at: int, tag: str, id_: str, node: str, facts: dict[str, None], carrier: int, more: str = ""
    ) -> None:
        """The piece `at` is the start tag of this block; what it carries follows the piece `carrier` (none if -1)."""
        self.blocks.setdefault(id_, [])
        if id_ in self._carriers:
            id_ = ""
        else:
            self._carriers[id_] = carrier
        self._starts.append((at, tag, id_, node, more, facts))

    def lines(self, lines: tuple[Line, ...], own: str, facts: dict[str, None], depth: int = 0) -> list[Row]:
        """Write the lines that say something (a reference may have had nothing to say) under one another, and give them
        as rows. What they state is added to `facts`."""
        rows: list[Row] = []
        for line in lines:
            text = line[0][0] if len(line) == 1 else "".join([run[0] for run in line])
            if text.strip():
                if rows:
                    self.out.append("<br>\n")
                links = self.line(line, text, own, facts)
                rows.append(tuple.__new__(Row, (depth, "", one_line(text), line, links, False, False)))
            else:
                self.stated |= facts
                self.stated |= all_facts((line,))
        if facts:
            self.stated |= facts
        return rows

    def line(self, line: Line, text: str, own: str, facts: dict[str, None]) -> list[Linked] | None:
        """Write a line of these characters; its links, None if it has none and nothing strong. A stretch that states
        something besides `own` says so."""
        if not line:
            return None
        texts, urls, strongs, stated, _, _, _, _ = zip(*line, strict=True)
        states = any(stated)
        if states:
            facts |= dict.fromkeys(chain.from_iterable(stated))
        if any(urls) or any(strongs):
            links = linked(line)
            self._linked(links, (own,))
            return links
        out = self.out
        safe = escaped(text)
        if not states:
            out.append(safe)
            return None
        if safe is not text:
            texts = tuple(map(escaped, texts))
        states_own = (own,)
        last: tuple[str, ...] = ()
        open_: tuple[str, ...] = ()
        for text, said in zip(texts, stated, strict=True):
            if said != last and text:
                last = said
                if len(said) > 1:
                    said = tuple(dict.fromkeys(said))
                if said == states_own:
                    said = ()
                if said != open_:
                    if open_:
                        out.append("</span>")
                    if said:
                        self._stretches.append((len(out), said))
                        out.append("")
                    open_ = said
            out.append(text)
        if open_:
            out.append("</span>")
        return None

    def _linked(self, links: list[Linked], own: tuple[str, ...]) -> None:
        out = self.out
        for link in links:
            if link.url:
                bare = ' class="bare"' if link.text == link.url else ""
                out.append(f'<a href="{escaped(link.url)}"{bare}>')
            for text, strong, facts in link.stretches:
                text = escaped(text)
                if strong:
                    text = f"<strong>{text}</strong>"
                if facts and facts != own:
                    self._stretches.append((len(out), facts))
                    out += ("", text, "</span>")
                else:
                    out.append(text)
            if link.url:
                out.append("</a>")

    def tag(self, carried: Carried) -> None:
        """Write the start tags."""
        out = self.out
        # One look for all: identifiers rarely have anything to escape.
        names = "".join(chain(carried.all, [node for _, _, _, node, _, _ in self._starts]))
        unsafe = escaped(names) != names
        for at, tag, id_, node, more, facts in self._starts:
            stated = " ".join(facts)
            if unsafe:
                id_, node, stated = escaped(id_), escaped(node), escaped(stated)
            own = f' id="{id_}"' if id_ else ""
            states = f' data-facts="{stated}"' if facts else ""
            out[at] = f'<{tag}{own} data-node="{node}"{more}{states}>'
        for id_, at in self._carriers.items():
            ids = self.blocks[id_]
            if ids and at >= 0:
                out[at] += _empty(ids, unsafe)
        first = carried.first
        for at, said in self._stretches:
            stated = " ".join(said)
            if unsafe:
                stated = escaped(stated)
            # The last fact is the narrowest, so its own comes first.
            ids = [id_ for fact in reversed(said) if fact in first for id_ in first.pop(fact)]
            if not ids:
                out[at] = f'<span data-facts="{stated}">'
            else:
                own = escaped(ids[0]) if unsafe else ids[0]
                more = _empty(ids[1:], unsafe) if len(ids) > 1 else ""
                out[at] = f'<span id="{own}" data-facts="{stated}">{more}'


def escaped(text: str) -> str:
    """Characters as the text of an element or the value of an attribute."""
    if "&" in text or "<" in text or ">" in text or '"' in text or "'" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        text = text.replace('"', "&#34;").replace("'", "&#39;")
    return text


def _empty(ids: list[str], unsafe: bool) -> str:
    if unsafe:
        ids = [escaped(id_) for id_ in ids]
    return '<span id="' + '"></span><span id="'.join(ids) + '"></span>'
