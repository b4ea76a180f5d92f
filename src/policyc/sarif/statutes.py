"""The statutes as taxonomies (3.19.3): each a component whose taxa are the articles that the rules of a run cite."""

from __future__ import annotations

from typing import NamedTuple

from .. import law
from .places import Json


class Taxonomies(NamedTuple):
    """The components in the order of the statutes, and where in them the taxon of a reference stands."""

    components: list[Json]
    indexes: dict[str, tuple[str, int, int]]

    def relationship(self, rule: law.Rule) -> Json:
        """From a rule to its article (3.53)."""
        name, component, index = self.indexes[rule.reference]
        target = {"id": rule.reference, "index": index, "toolComponent": {"name": name, "index": component}}
        return {"target": target, "kinds": ["relevant"]}


def taxonomies(rules: list[law.Rule], lang: str) -> Taxonomies:
    """The statutes of some rules."""
    made = Taxonomies([], {})
    for key in law.STATUTES:
        references = list(dict.fromkeys(rule.reference for rule in rules if rule.statute == key))
        if not references:
            continue
        for index, reference in enumerate(references):
            made.indexes[reference] = (key, len(made.components), index)
        made.components.append(_component(key, references, lang))
    return made


def _component(key: str, references: list[str], lang: str) -> Json:
    statute = law.statute(key)
    name = statute.ja if lang == "ja" else statute.en
    return {
        "name": key,
        "fullName": f"{name}（{statute.number}）",
        # The day of the text that was read.
        "version": statute.read,
        "language": lang,
        "shortDescription": {"text": name},
        "isComprehensive": False,
        "taxa": [{"id": one, "shortDescription": {"text": law.cited(one)}} for one in references],
    }
