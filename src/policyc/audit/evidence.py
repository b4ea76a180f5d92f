"""From an answer to the sentences behind it."""

from __future__ import annotations

from collections.abc import Iterable

from .. import law
from ..compose.sentences import Sentence
from ..facts.identifiers import field_of

_NO_SENTENCE = (law.COMING, law.UNANSWERABLE, law.NOT_TRIGGERED, law.MISSING)


class Statements:
    """The sentences of a page, by the facts they state and the blocks they speak for."""

    def __init__(self, sentences: list[Sentence]) -> None:
        self.sentences = sentences
        self._numbers = {id(sentence): n for n, sentence in enumerate(sentences)}
        self._nodes: dict[str, list[int]] = {}
        facts: dict[str, dict[int, None]] = {}
        for number, sentence in enumerate(sentences):
            self._nodes.setdefault(sentence.node, []).append(number)
            for fact in sentence.facts:
                # Who states a value states its field as well.
                for name in {fact, field_of(fact)}:
                    facts.setdefault(name, {})[number] = None
        self._facts = {fact: list(numbers) for fact, numbers in facts.items()}

    def behind(self, answer: law.Answer) -> list[int]:
        """The numbers of the sentences behind an answer, in the order of the text."""
        verdict = answer.verdict
        if answer.answer in _NO_SENTENCE:
            return []
        found = dict.fromkeys(self._numbers[id(sentence)] for sentence in verdict.sentences)
        for facts in verdict.facts:
            found.update(dict.fromkeys(self._stating(facts)))
        if not found and answer.row is not None:
            found.update(dict.fromkeys(self._nodes.get(answer.row.node, ())))
        return sorted(self._saying(found, verdict.words) if verdict.words else found)

    def _stating(self, facts: tuple[str, ...]) -> Iterable[int]:
        """The sentences that state a fact, by the first of its identifiers that any sentence knows."""
        for fact in facts:
            hits = self._facts.get(fact) or self._facts.get(field_of(fact))
            if hits:
                # What an item says itself is nearer than the sentence that introduces all of them.
                return [n for n in hits if self.sentences[n].node in facts] or hits
        # What a heading says: the sentences below it.
        return [n for fact in facts for n in self._nodes.get(fact, ())]

    def _saying(self, found: Iterable[int], words: tuple[str, ...]) -> list[int]:
        """Of a party's part: the sentences that say it, of those on the party where there are such."""
        exact = [n for n in found if any(word in self.sentences[n].text for word in words)]
        return exact or [n for n, s in enumerate(self.sentences) if any(word in s.text for word in words)]
