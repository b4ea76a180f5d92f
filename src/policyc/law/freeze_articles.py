"""From articles.yaml to `frozen/articles.py`: every provision with the rules that answer it, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .schema import ArticleEntry, ArticleFile, RuleEntry

# statute, article, paragraph, item, whether it has no parts, rules, reason, the provisions that fill it in, read
Row = tuple[str, str, str, str, bool, tuple[str, ...], str, str, bool]


class _Place(NamedTuple):
    """A provision within its article; `path` is how articles.yaml names it."""

    paragraph: str
    item: str
    whole: bool

    @property
    def path(self) -> str:
        return ".".join(filter(None, (self.paragraph, self.item)))


def provisions(file: ArticleFile, rules: list[RuleEntry]) -> tuple[list[Row], list[str]]:
    """The provisions of all articles in order, and what is wrong: a rule that stands nowhere, a provision that has neither
    a rule nor a reason, or has both, a name that means nothing."""
    rows: list[Row] = []
    faults: list[str] = []
    codes = {rule.id for rule in rules}
    placed: set[str] = set()
    for statute, articles in file.statutes.items():
        for article, entry in articles.items():
            own = [rule for rule in rules if (rule.law.statute, rule.law.article) == (statute, article)]
            places = list(_places(entry))
            where = f"articles.yaml: {statute}:{article}"
            faults += (f"{where}: {fault}" for fault in _unknown(entry, places, codes))
            for place in places:
                found = [rule.id for rule in own if _at(place, rule, entry)]
                placed.update(found)
                also = [code for path, listed in entry.also.items() if _names(path, place) for code in listed]
                reason = _reason(entry, place)
                answered = tuple(dict.fromkeys((*found, *also)))
                word, _, see = reason.partition(" ")
                if word and word not in file.reasons:
                    faults.append(f"{where}: no reason {word!r}")
                if see and see.partition(".")[0].split(":")[1] not in file.statutes.get(see.partition(":")[0], {}):
                    faults.append(f"{where}: {place.path or 'all'} is left to {see}, which is not there")
                if place.whole and not answered and not reason:
                    faults.append(f"{where}: {place.path or 'all'} has no rule, and no reason why not")
                if place.path in entry.without and answered and place.whole:
                    faults.append(f"{where}: {place.path} has a rule, and a reason why not")
                shown = reason if place.whole and not answered else ""
                word, _, see = shown.partition(" ")
                rows.append(
                    (statute, article, place.paragraph, place.item, place.whole, answered, word, see, entry.read)
                )
    faults += (f"articles.yaml: {rule.id} stands nowhere" for rule in rules if rule.id not in placed)
    return rows, faults


def _places(entry: ArticleEntry) -> Iterator[_Place]:
    extras = [(*path.rpartition(".")[::2],) for path in entry.extra]
    if not entry.paragraphs:
        yield _Place("", "", not entry.items)
        yield from (_Place("", str(item), True) for item in range(1, entry.items + 1))
        yield from (_Place(paragraph, part, True) for paragraph, part in extras)
        return
    yield _Place("", "", False)
    for number, items in entry.paragraphs.items():
        yield _Place(str(number), "", not items)
        yield from (_Place(str(number), str(item), True) for item in range(1, items + 1))
        yield from (_Place(str(number), part, True) for paragraph, part in extras if paragraph == str(number))


def _at(place: _Place, rule: RuleEntry, entry: ArticleEntry) -> bool:
    """Whether a rule names that provision; the only paragraph of an article may be named or not."""
    law = rule.law
    return law.paragraph == place.paragraph and (law.item == place.item or place.item in _range(law.item))


def _range(part: str) -> list[str]:
    first, dash, last = part.partition("-")
    return [str(n) for n in range(int(first), int(last) + 1)] if dash and first.isdigit() and last.isdigit() else []


def _names(path: str, place: _Place) -> bool:
    """Whether a place of articles.yaml is just that provision."""
    if path == "all":
        return place.path == ""
    head, _, last = path.rpartition(".")
    return path == place.path or any(".".join(filter(None, (head, n))) == place.path for n in _range(last))


def _reason(entry: ArticleEntry, place: _Place) -> str:
    """Why a provision has no rule: said of itself, of its paragraph, or of the whole article."""
    for path, reason in entry.without.items():
        if path != "all" and _names(path, place):
            return reason
    return entry.without.get(place.paragraph) or entry.without.get("all") or ""


def _unknown(entry: ArticleEntry, places: list[_Place], codes: set[str]) -> Iterator[str]:
    for path in (*entry.also, *entry.without):
        if path != "all" and not any(_names(path, place) for place in places):
            yield f"it has no {path}"
    for code in {code for listed in entry.also.values() for code in listed} - codes:
        yield f"no rule {code}"
