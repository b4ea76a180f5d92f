"""What counts as abroad for the rules on third parties in foreign countries (article 28)."""

from __future__ import annotations

from collections.abc import Iterable

from ..vocab import lookup

# What a consent to provision abroad rests on (rule 17(2) to (4) under article 28(2)), besides the name of the country: told
# of recipients abroad alone.
_ONLY = frozenset(("system", "safeguards", "country-unknown", "candidates", "safeguards-unknown"))


def equivalent(country: str) -> bool:
    """Whether a country code is of a country designated as having an equivalent system (article 28(1)): the EEA states
    and the United Kingdom. What is there is not "abroad" for a rule."""
    concept = lookup("countries", country)
    return concept is not None and bool(concept.equivalent)


def abroad(countries: tuple[str, ...]) -> bool:
    """Whether any of some country codes is a foreign country of article 28."""
    return any(country and country != "JP" and not equivalent(country) for country in countries)


def spoken_of(fields: Iterable[str], declared: tuple[str, ...]) -> bool:
    """Whether the fields of a provision speak of a recipient abroad, where no country of it is declared."""
    return not declared and not _ONLY.isdisjoint(fields)
