"""What clause types lower with: nodes and values to the rows of the facts, each thing entered once."""

from __future__ import annotations

from .. import facts
from ..facts.identifiers import NO_FACT, FactId, of_value
from ..vocab import Concept
from .things import Things, Words, concepts_of, unique
from .tree import NONE, ON_REQUEST, Field, Node

__all__ = ["Lowering", "Words"]


class Lowering(Things):
    """Collects the facts of one document."""

    _subjects: tuple[FactId, ...] | None = None

    # -- purposes and grounds ---------------------------------------------------------------------------------------------

    def purpose(self, node: Node) -> facts.Purpose:
        """The purpose that an item of a purposes clause states."""
        concepts, fields, data = concepts_of(node), node.fields, self.data
        text, marker, position = self.words.text, self.words.marker, self.words.position
        open_ = "open" in fields and node.flag("open")
        for concept in concepts:
            open_ = open_ or concept.open
        defined = next((v.target for v in node.values("defined-in")), None) if "defined-in" in fields else None
        row: facts.Purpose = tuple.__new__(
            facts.Purpose,
            (
                node.id,
                text(node.title, node),
                concepts,
                open_,
                True,
                marker(node),
                position(node),
                data(node, "analyses") if "analyses" in fields else (),
                data(node, "derives") if "derives" in fields else (),
                data(node, "data") if "data" in fields else (),
                self.said.page(defined) if isinstance(defined, Node) else "",
                node.parent.id if node.parent else NO_FACT,
                node.location(),
                self.open_lists(node, data="data", analyses="analyses", derives="derives") if node.goes_on else (),
            ),
        )
        self.add("purposes", row)
        return row

    def purposes(self, node: Node, word: str) -> tuple[FactId, ...]:
        """Ids of the purposes in a field; `same as` and `within` give those of the clause that is meant."""
        ids: list[FactId] = []
        for index, value in enumerate(node.values(word)):
            target = value.target
            if isinstance(target, Node) and target.type.role == "clause":
                ids += [child.id for child in target.children if child.type.word == "purpose"]
            elif isinstance(target, Node):
                ids.append(target.id)
            else:
                concept = target if isinstance(target, Concept) else None
                id_ = self.row_id("purpose", value, node, word, index)
                said = self.words.text(value.words, node) if value.words else value.name
                concepts = (concept,) if concept else ()
                open_ = concept is not None and concept.open
                at = self.at(node, value)
                row = facts.Purpose(id_, said, concepts, open_, False, "", 0, (), (), (), "", node.id, at)
                self.add("purposes", row)
                ids.append(id_)
        return unique(ids)

    def grounds(self, node: Node, word: str) -> tuple[facts.Ground, ...]:
        """The grounds or exceptions in a field, as said. Of an exception the page says under which conditions, too: 「…であって、ご本人の
        同意を得ることが困難であるとき」."""
        found = []
        for value in node.values(word):
            concept = value.target if isinstance(value.target, Concept) else None
            includes = value.fields.get("includes")
            words = tuple([v.word for v in includes.values]) if includes else ()
            stated = self.words.stated(of_value(node.fact(word), value.element)) if word == "except" else ""
            found.append(facts.Ground(stated or self.words.value(value, node), concept, words))
        if len(found) < 2:
            return tuple(found)
        return tuple({(one.text, one.concept and one.concept.id, one.includes): one for one in found}.values())

    def details(self, node: Node, *words: str) -> tuple[facts.Detail, ...]:
        """Further fields as (English word, value): choices by their word, texts as said, links as `label <address>`."""
        found: list[facts.Detail] = []
        for word in words:
            field = node.fields.get(word)
            if field is None:
                continue
            for value in field.values:
                plain = value.word if value.kind in ("choice", "number", "concept") else ""
                said = plain or self.words.value(value, node)
                # What the link says need not be more than its name: the matter is where it leads.
                linked = value.kind == "link" and said != value.word
                found.append(facts.Detail(word, f"{said} <{value.word}>" if linked else said))
            if field.stance in (NONE, ON_REQUEST):
                found.append(facts.Detail(word, field.stance))
        return tuple(dict.fromkeys(found))

    def open_lists(self, node: Node, *details: str, **members: str) -> tuple[str, ...]:
        """Which lists of a fact are left open: `data="items"` is its member `data`, made of the field `items`; a detail has the
        name of its field."""
        if not node.goes_on:
            return ()
        listed = [member for member, word in members.items() if node.is_open(word)]
        return (*listed, *[word for word in details if node.is_open(word)])

    # -- practices --------------------------------------------------------------------------------------

    def practice(
        self,
        node: Node,
        action: str,
        *,
        id: FactId | None = None,
        subjects: tuple[FactId, ...] = (),
        data: tuple[FactId, ...] = (),
        purposes: tuple[FactId, ...] = (),
        recipients: tuple[FactId, ...] = (),
        responsible: FactId = NO_FACT,
        grounds: tuple[facts.Ground, ...] = (),
        exceptions: tuple[facts.Ground, ...] = (),
        details: tuple[facts.Detail, ...] = (),
        opt_out: str = "",
        clause: Node | None = None,
        modality: str = facts.DOES,
        open_lists: tuple[str, ...] = (),
    ) -> None:
        """Enter a practice that `node` states; an item without a title of its own speaks under its clause's heading.

        `modality` is how its standard wording says that it is done; the source may say otherwise.
        """
        place, scope = self._scope(node)
        row = facts.Practice(
            id=id or node.id,
            action=action,
            stance=facts.STATED,
            modality=node.choice("modality") or modality,
            title=self.words.heading(clause or node),
            marker=self.words.marker(node),
            subjects=subjects or self._everyone(),
            data=data,
            purposes=purposes,
            purposes_of=place,
            scope=scope,
            recipients=recipients,
            responsible=responsible,
            grounds=grounds,
            exceptions=exceptions,
            details=details,
            opt_out=opt_out,
            clause=(clause or node).id,
            origin=node.location(),
            open_lists=open_lists,
        )
        self.add("practices", row)

    def _everyone(self) -> tuple[FactId, ...]:
        """The ids of all whom the document is about, who are entered when a practice first needs them."""
        if self._subjects is None:
            self._subjects = self.subjects(self.document, "subjects")
        return self._subjects

    def _scope(self, node: Node) -> tuple[FactId, str]:
        for word in ("purposes", "for", "scope"):
            for value in node.values(word):
                if value.kind in ("same", "within") and isinstance(value.target, Node):
                    return value.target.id, value.kind
        return NO_FACT, ""

    # -- small facts --------------------------------------------------------------------------------------------------------

    def one(self, node: Node, word: str) -> str:
        """The characters of a field of one text, or an empty string."""
        values = node.values(word)
        return self.words.text(values[0].words, node) if values else ""

    def field_at(self, node: Node, field: Field | None) -> str:
        """The origin of a field, or of its node when there is none."""
        return node.span._replace(start=field.start).location() if field else node.location()
