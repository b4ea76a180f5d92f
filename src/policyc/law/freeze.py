"""From the rule files to `frozen/`: the rules as literals that load at no cost, one module per folder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from ..vocab import CATEGORIES, lookup
from ..vocab.schema import LOADER
from .freeze_articles import provisions
from .rows import KINDS
from .schema import ArticleFile, RuleEntry, RuleFile, StatuteFile, body, example

FOLDER = Path(__file__).resolve().parent
# Fields whose words are rows of the vocabulary, with their categories, and the marks that stand beside them.
_VOCABULARY = {
    "data": "data", "items": "data", "sends": "data", "analyses": "data", "derives": "data", "to": "recipients",
    "users": "recipients", "for": "purposes", "purposes": "purposes", "basis": "bases", "except": "bases",
}  # fmt: skip
_KIND_VOCABULARY = {
    "practice": "actions", "purpose": "purposes", "right": "rights", "safeguard": "measures", "breach": "measures", "data": "data",
    "disclosure": "labels",
}  # fmt: skip
_MARKS = {
    "any",
    "absent",
    "open",
    "sensitive",
    "abroad",
    "text",
    "organization",
    "operator",
    "group",
    "listed",
    "linked",
}

# fmt: off and noqa: the lines are as long as the texts in them.
_HEADER = '''# Generated from {source} by `python3 run.py freeze`: change those files, not this one.
# fmt: off
# ruff: noqa
"""{about}"""

'''


class Faulty(ValueError):
    """A condition that cannot be frozen."""


def folders() -> list[str]:
    """The folders of rules, in the order of the audit."""
    order = list(_statutes().statutes)
    names = sorted(path.parent.name for path in FOLDER.glob("*/*.yaml"))
    return sorted(dict.fromkeys(names), key=lambda name: _rank(name, order))


def _rank(name: str, order: list[str]) -> int:
    return order.index(next(rule.law.statute for _, file in files(name) for rule in file.rules))


def files(folder: str) -> Iterator[tuple[str, RuleFile]]:
    """The rule files of a folder by name, in the order of the articles."""
    for path in sorted((FOLDER / folder).glob("*.yaml"), key=lambda p: _numbers(p.stem)):
        yield f"{folder}/{path.name}", _rules(path)


@cache
def _rules(path: Path) -> RuleFile:
    return RuleFile.model_validate(_yaml(path))


def _yaml(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), LOADER)


def _numbers(stem: str) -> list[tuple[int, int, str]]:
    return [(0, int(piece), "") if piece.isdigit() else (1, 0, piece) for piece in stem.split("-")]


def _statutes() -> StatuteFile:
    return StatuteFile.model_validate(_yaml(FOLDER / "statutes.yaml"))


def frozen_modules() -> dict[str, str]:
    """Source text of every generated module by its path from `src/policyc/law`: the same for the same files.

    ValueError, with all faults, when a rule file is not right.
    """
    head = _statutes()
    made: dict[str, str] = {}
    kinds: dict[str, tuple[str, ...]] = {}
    faults: list[str] = []
    seen: dict[str, str] = {}
    every: list[RuleEntry] = []
    examples: dict[str, tuple[str, str]] = {}
    try:
        names = folders()
    except ValidationError as error:
        raise ValueError(str(error)) from error
    for folder in names:
        rows = ""
        documents: dict[str, None] = {}
        for name, file in files(folder):
            for rule in file.rules:
                faults += _faults(name, rule, head, seen)
                every.append(rule)
                try:
                    if rule.good:
                        example(file, rule)
                        examples[rule.id] = body(file, rule)
                    rows += f"    {_row(rule, folder)!r},\n"
                except ValueError as fault:
                    faults.append(f"{name}: {rule.id}: {fault}")
                documents.update(dict.fromkeys(rule.documents))
        kinds[folder] = tuple(documents)
        about = f"The rules of {folder}."
        made[f"frozen/{folder}.py"] = f"{_HEADER.format(source=f'../{folder}/*.yaml', about=about)}ROWS = (\n{rows})\n"
    articles, of_articles = _articles(every)
    made["frozen/articles.py"] = articles
    faults += of_articles
    if faults:
        raise ValueError("\n".join(faults))
    made["frozen/examples.py"] = _HEADER.format(
        source="../*/*.yaml", about="A good and a bad example of every rule that has them."
    ) + "EXAMPLES = {{\n{}}}\n".format("".join(f"    {code!r}: {pair!r},\n" for code, pair in examples.items()))
    statutes = "".join(f"    {key!r}: {tuple(row.model_dump().values())!r},\n" for key, row in head.statutes.items())
    listed = "".join(f"    {key!r}: {text!r},\n" for key, text in head.sources.items())
    made["frozen/__init__.py"] = (
        _HEADER.format(
            source="../statutes.yaml", about="Statutes, sources, and which folder speaks of which documents."
        )
        + f"NEWEST = {max(row.read for row in head.statutes.values())!r}\n"
        + f"COUNT = {len(seen)}\n"
        + f"KINDS: dict[str, tuple[str, ...]] = {kinds!r}\n"
        + f"STATUTES = {{\n{statutes}}}\nSOURCES = {{\n{listed}}}\n"
    )
    return made


def _articles(rules: list[RuleEntry]) -> tuple[str, list[str]]:
    file = ArticleFile.model_validate(_yaml(FOLDER / "articles.yaml"))
    rows, faults = provisions(file, rules)
    reasons = "".join(f"    {key!r}: {(both.ja, both.en)!r},\n" for key, both in file.reasons.items())
    listed = "".join(f"    {row!r},\n" for row in rows)
    head = _HEADER.format(source="../articles.yaml", about="The provisions around the rules, and what answers each.")
    return f"{head}REASONS = {{\n{reasons}}}\nROWS = (\n{listed})\n", faults


def _faults(name: str, rule: RuleEntry, head: StatuteFile, seen: dict[str, str]) -> Iterator[str]:
    if rule.id in seen:
        yield f"{name}: {rule.id} is in {seen[rule.id]} too"
    seen[rule.id] = name
    if rule.law.statute not in head.statutes:
        yield f"{name}: {rule.id}: statutes.yaml has no {rule.law.statute}"
    for source in rule.source:
        if source not in head.sources:
            yield f"{name}: {rule.id}: statutes.yaml has no source {source}"


def _row(rule: RuleEntry, folder: str) -> tuple[Any, ...]:
    unanswerable = (rule.unanswerable.ja, rule.unanswerable.en) if rule.unanswerable else ("", "")
    undecided = condition(rule.unanswerable.when, folder) if rule.unanswerable else ()
    on_request = ("yes",) if rule.on_request is True else condition(rule.on_request or {}, folder)
    conditions = [condition(c, folder) for c in (rule.each, rule.when, rule.require, rule.forbid)]
    if rule.each and conditions[0][0] != "row":
        raise Faulty("`each` names a kind of fact")
    return (
        rule.id, rule.law.statute, rule.law.article, rule.law.paragraph, rule.law.item, rule.law.ja,
        rule.title.ja, rule.title.en, rule.force.start, rule.force.until, rule.force.latest, rule.force.note,
        tuple(rule.documents), tuple(rule.topics), *conditions, unanswerable, undecided, on_request,
        condition(rule.carried, folder), rule.severity, rule.severity_note, rule.message.ja, rule.message.en,
        rule.hint.ja, rule.hint.en, tuple(rule.states), rule.guideline, tuple(rule.source), rule.verified, rule.note,
        _only_words(rule.require or rule.forbid), rule.wants,
    )  # fmt: skip


def _only_words(asked: dict[str, Any]) -> bool:
    """Whether a condition rests on words alone."""
    forms = list(_forms(asked))
    return bool(forms) and all(form in ("says", "affirms") for form in forms)


def _forms(asked: dict[str, Any]) -> Iterator[str]:
    for form in ("all", "any", "not"):
        if form in asked and len(asked) == 1:
            inner = asked[form] if isinstance(asked[form], list) else [asked[form]]
            for one in inner:
                yield from _forms(one)
            return
    yield from list(asked)[:1]


def condition(asked: Any, folder: str) -> tuple[Any, ...]:
    """A condition as nested tuples; Faulty when it is not one."""
    if not asked:
        return ()
    if not isinstance(asked, dict):
        raise Faulty(f"not a condition: {asked!r}")
    form, *others = asked
    if form in ("all", "any") and not others:
        return form, tuple(condition(one, folder) for one in asked[form])
    if form == "not" and not others:
        return form, condition(asked[form], folder)
    if form == "states" and not others:
        paths = _list(asked[form])
        return (form, paths[0]) if len(paths) == 1 else ("all", tuple((form, path) for path in paths))
    if form == "its" and others in (["among"], ["only"]):
        return form, asked[form], others[0], _words(asked[form], _list(asked[others[0]]))
    if form in ("says", "affirms") and set(others) <= {"in", "near"}:
        if asked.get("in", "document") != "document":
            raise Faulty("`in: document` is the only place that can be named")
        return form, tuple(_list(asked[form])), "in" in asked, tuple(_list(asked.get("near", [])))
    if form == "code" and not others:
        return form, f"{folder}.{asked[form]}"
    if form in KINDS:
        filters = tuple((name, _words(name, _list(asked[name]))) for name in others)
        return "row", form, _kind_words(form, _list(asked[form])), filters
    raise Faulty(f"not a condition: {asked!r}")


def _list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _kind_words(kind: str, words: list[str]) -> tuple[str, ...]:
    category = _KIND_VOCABULARY.get(kind, "")
    for word in words:
        if category in CATEGORIES and word not in _MARKS and lookup(category, word) is None:
            raise Faulty(f"the vocabulary has no {category}/{word}")
    return tuple(words)


def _words(field: str, words: list[str]) -> tuple[str, ...]:
    category = _VOCABULARY.get(field)
    for word in words:
        if category and word not in _MARKS and lookup(category, word) is None:
            raise Faulty(f"the vocabulary has no {category}/{word}")
    return tuple(words)
