"""The sheet that a page is written on: pieces of HTML, and the rows of the formats that are lines."""

from __future__ import annotations

from itertools import chain, groupby

from ...compose.page import Line, Pointing, Written, all_facts
from .anchors import Carried
from .rows import Linked, Row, linked, one_line

Facts = tuple[str, ...]
# How a row begins: its depth and marker, whether it is `listed` and `begins` a list.
Head = tuple[int, str, bool, bool]
PLAIN: Head = (0, "", False, False)


class Sheet:
    """What one walk over the page leaves: its HTML in pieces, and its rows from each call.

    A start tag is an empty piece until `tag`: only then it is known which identifiers the element carries.
    """

    def __init__(self) -> None:
        self.out: list[str] = []
        # What the lines state.
        self.stated: dict[str, None] = {}
        # The identifiers of the blocks, by each the piece after which the others that it carries are written (-1 for
        # none), and those of blocks that have nothing to say and are not written.
        self.blocks: dict[str, int] = {}
        self.unsaid: list[str] = []
        # Of each block: which piece its start tag is, tag, identifier ("" if an earlier one has it), node, further
        # attributes, facts.
        self._starts: list[tuple[int, str, str, str, str, dict[str, None]]] = []
        # Which piece the start tag of a stretch is, and what the stretch states.
        self._stretches: list[tuple[int, Facts]] = []
        # Which pieces are the start and the end tag of a link to a place of the page, and its identifier.
        self._places: list[tuple[int, int, str]] = []

    def start(
        self, at: int, tag: str, id_: str, node: str, facts: dict[str, None], carrier: int, more: str = ""
    ) -> None:
        """The piece `at` is the start tag of this block; what it carries follows the piece `carrier`."""
        if id_ in self.blocks:
            id_ = ""
        else:
            self.blocks[id_] = carrier
        self._starts.append((at, tag, id_, node, more, facts))

    def lines(
        self,
        lines: tuple[Line, ...],
        own: str,
        facts: dict[str, None],
        head: Head = PLAIN,
        below: Head = PLAIN,
        empty: bool = False,
    ) -> list[Row]:
        """Write the lines that say something (a reference may have had nothing to say), or `empty` ones too, under one
        another, and give them as rows: the first with this head, the others with that `below`. What they state is added
        to `facts`; a stretch that states something besides `own` says so."""
        out = self.out
        states = (own,)
        rows: list[Row] = []
        texts: tuple[str, ...] = ()
        stated: tuple[Facts, ...]
        for line in lines:
            if len(line) == 1:
                text, url, strong, said, _, _, _, _ = line[0]
                marked = strong or url != ""
                stated = (said,) if said else ()
            elif line:
                texts, urls, strongs, stated, _, _, _, _ = zip(*line)  # noqa: B905 (runs have one length)
                text = "".join(texts)
                marked = any(strongs) or any(urls)
                if not any(stated):
                    stated = ()
            else:
                continue
            if not (empty or text.strip()):
                self.stated |= facts
                self.stated |= all_facts((line,))
                continue
            if rows:
                out.append("<br>\n")
            links = None
            if type(line) is Written and line.points:
                facts |= all_facts((line,))
                links = linked(line) if marked else None
                self._pointing(line, states)
            elif marked:
                facts |= all_facts((line,))
                links = linked(line)
                self._linked(links, states)
            elif not stated:
                out.append(escaped(text))
            elif stated.count(stated[0]) == len(stated):
                self._stretch(escaped(text), stated[0], states, facts)
            else:
                if escaped(text) != text:
                    texts = tuple(map(escaped, texts))
                self._stretched(texts, stated, states, facts)
            if "\n" in text:
                text = one_line(text)
            rows.append(tuple.__new__(Row, head + (text, line, links)))  # noqa: RUF005 (a star takes a list between)
            head = below
        if facts:
            self.stated |= facts
        return rows

    def _stretch(self, safe: str, said: Facts, own: Facts, facts: dict[str, None]) -> None:
        """A text of one look that all states the same."""
        for fact in said:
            facts[fact] = None
        if len(said) > 1:
            said = tuple(dict.fromkeys(said))
        if said == own:
            self.out.append(safe)
        else:
            self._stretches.append((len(self.out), said))
            self.out += ("", safe, "</span>")

    def _stretched(self, texts: tuple[str, ...], stated: tuple[Facts, ...], own: Facts, facts: dict[str, None]) -> None:
        """Texts of one look, with what each states."""
        out = self.out
        last: Facts = ()
        states: Facts = ()
        for text, said in zip(texts, stated):  # noqa: B905 (both are columns of one line)
            if said != last:
                for fact in said:
                    facts[fact] = None
                if not text:
                    continue
                last = said
                if len(said) > 1 and (len(said) > 2 or said[0] == said[1]):
                    said = tuple(dict.fromkeys(said))
                if said == own:
                    said = ()
                if said != states:
                    if states:
                        out.append("</span>")
                    if said:
                        self._stretches.append((len(out), said))
                        out.append("")
                    states = said
            out.append(text)
        if states:
            out.append("</span>")

    def _linked(self, links: list[Linked], own: Facts) -> None:
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

    def _pointing(self, line: Line, own: Facts) -> None:
        """A line with runs that point to places of the page: in HTML they are links, in the formats that are lines the
        same words."""
        out = self.out
        for place, runs in groupby(line, lambda run: run.place if type(run) is Pointing and run.text else ""):
            at = len(out)
            if place:
                out.append("")
            self._linked(linked(tuple(runs)), own)
            if place:
                self._places.append((at, len(out), place))
                out.append("")

    def tag(self, carried: Carried) -> None:
        """Write the start tags."""
        out = self.out
        # One look for all: identifiers rarely have anything to escape.
        names = "".join(chain(carried.all, [start[3] for start in self._starts]))
        quote = escaped if escaped(names) != names else None
        for at, tag, id_, node, more, facts in self._starts:
            stated = " ".join(facts)
            if quote:
                id_, node, stated = quote(id_), quote(node), quote(stated)
            own = f' id="{id_}"' if id_ else ""
            states = f' data-facts="{stated}"' if facts else ""
            out[at] = f'<{tag}{own} data-node="{node}"{more}{states}>'
        for at, end, place in self._places:
            # What has nothing to say has no place.
            if place in carried.all:
                out[at], out[end] = f'<a class="place" href="#{quote(place) if quote else place}">', "</a>"
        for id_, at in self.blocks.items():
            others = carried.blocks[id_]
            if others and at >= 0:
                out[at] += _empty(list(map(quote, others)) if quote else others)
        first = carried.first
        for at, said in self._stretches:
            stated = " ".join(said)
            ids: list[str] = []
            # The last fact is the narrowest, so its own comes first.
            for fact in said[::-1]:
                if fact in first:
                    ids += first.pop(fact)
            if quote:
                stated, ids = quote(stated), list(map(quote, ids))
            if not ids:
                out[at] = f'<span data-facts="{stated}">'
            elif len(ids) == 1:
                out[at] = f'<span id="{ids[0]}" data-facts="{stated}">'
            else:
                out[at] = f'<span id="{ids[0]}" data-facts="{stated}">{_empty(ids[1:])}'


def escaped(text: str) -> str:
    """Characters as the text of an element or the value of an attribute."""
    if "&" in text or "<" in text or ">" in text or '"' in text or "'" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        text = text.replace('"', "&#34;").replace("'", "&#39;")
    return text


def _empty(ids: list[str]) -> str:
    return '<span id="' + '"></span><span id="'.join(ids) + '"></span>'
