"""What counts as abroad for the rules on third parties in foreign countries (article 28)."""

from __future__ import annotations

from collections.abc import Iterable

# Foreign countries whose systems the Commission recognises as equivalent (rule under article 28(1)): the EEA and the
# United Kingdom. What is there is not "abroad" for a rule.
_EQUIVALENT = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IS IE IT LV LI LT LU MT NL NO PL PT RO SK SI ES SE GB"
# What a consent to provision abroad rests on (rule 17(2) to (4) under article 28(2)), besides the name of the country: told
# of recipients abroad alone.
_ONLY = frozenset(("system", "safeguards", "country-unknown", "candidates", "safeguards-unknown"))


def abroad(countries: tuple[str, ...]) -> bool:
    """Whether any of some country codes is a foreign country of article 28."""
    return any(country and country != "JP" and country not in _EQUIVALENT.split() for country in countries)


def spoken_of(fields: Iterable[str], declared: tuple[str, ...]) -> bool:
    """Whether the fields of a provision speak of a recipient abroad, where no country of it is declared."""
    return not declared and not _ONLY.isdisjoint(fields)
