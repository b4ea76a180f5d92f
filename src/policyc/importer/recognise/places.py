"""In which country a recipient is, as its name on the page says: 「アメリカ合衆国にあるクラウド事業者」."""

from __future__ import annotations

import re

from ...vocab import concepts, lookup

_IN = "(?:にある|に(?:所在|拠点|本店|本社)[^、。]{0,8}?(?:する|を有する|を置く|がある)|国内の|内の|の)"


def countries(title: str) -> tuple[tuple[str, str], ...]:
    """The fields of a recipient whose folded title begins with its countries; none where it does not."""
    names = {word: one.id for one in concepts("countries").values() for word in one.spellings if not word.isascii()}
    word = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    hit = re.match(
        f"(?P<c>(?:{word})(?:(?:及び|および|又は|または|並びに|・|、)(?:{word}))*){_IN}(?P<who>.+)\\Z", title
    )
    if hit is not None:
        found = [names[name] for name in re.findall(word, hit["c"])]
        fields = [("country", ", ".join(dict.fromkeys(found)))] if "JP" not in found else []
    else:
        hit = re.match("(?:外国|海外|国外)(?:にある|に所在する|の)(?P<who>.+)\\Z", title)
        fields = [("abroad", "yes")] if hit is not None else []
    concept = lookup("recipients", hit["who"]) if hit is not None else None
    return tuple(fields) if concept is None or not fields else (("is", concept.id), *fields)
