"""The bytes of a file of demands to demands, and its faults at their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from ..config.kinds import fault
from ..config.tree import Leaf, plain
from ..diagnostics import Both, Diagnostic, Findings
from ..diagnostics.nearest import nearest
from ..source import Source, decode
from ..vocab import Concept, lookup, words
from . import Demand, Need, Pattern, Preferences, kinds
from .canonical import canonical
from .schema import FORMS, NOT_ONE, UNKNOWN_WORD, DemandModel, FileModel, LimitModel, NeedModel, PatternModel, days
from .words import CHOICES, KEYS, SHARE, SHARES, actions

MOST = 200_000
"""The largest file that is read, in bytes."""
_DEEPEST = 7
_NAMES = {
    "actions": ("行為", "action"),
    "data": ("情報", "data item"),
    "purposes": ("利用目的", "purpose"),
    "recipients": ("相手", "recipient"),
    "bases": ("根拠", "ground"),
    "rights": ("請求", "right"),
}
Path = tuple[str | int, ...]


def read(path: str, raw: bytes) -> tuple[Preferences | None, list[Diagnostic]]:
    """The demands in the bytes of a file, or None where anything is wrong with them, and what is. Nothing is raised."""
    source, bad = decode(path, raw)
    if len(raw) > MOST:
        return None, [kinds.NOT_YAML.at(fault(source, 0, 0), why=Both("大きすぎます", "it is too large"))]
    if bad is not None:
        at = max(source.text.find("\ufffd"), 0)
        return None, [kinds.NOT_YAML.at(fault(source, at, at + 1), why=Both("UTF-8 ではありません", "not UTF-8"))]
    found = Findings()
    tree = plain(source, found, kinds.NOT_YAML, kinds.TWICE, _DEEPEST)
    if tree is None:
        return None, found or [_wrong(source, "demands", 0, 0)]

    def twice(start: int, end: int) -> None:
        span = fault(source, start, end)
        found.append(kinds.TWICE.at(span, found=span.text))

    tree = canonical(tree, twice)
    try:
        model = FileModel.model_validate(_data(tree))
    except ValidationError as error:
        rows = [(tuple(row["loc"]), row["type"], row.get("ctx", {})) for row in error.errors()]
        found += {(one.code, one.span.start, one.span.end): one for one in _faults(source, tree, rows)}.values()
        return None, found
    demands = [_demand(source, tree, n, one) for n, one in enumerate(model.demands)]
    found += _same(source, tree, demands)
    return (None if found else Preferences(model.name or "", tuple(demands))), found


def _demand(source: Source, tree: Leaf, number: int, model: DemandModel) -> Demand:
    form = next(name for name in FORMS if getattr(model, name) is not None)
    leaf = _at(tree, ("demands", number, form))
    written = " ".join(source.text[leaf.start : leaf.end].split())
    pattern = _pattern(model.forbid or model.limit)
    head = (model.id or f"{number + 1}", model.says or f"{form}: {written}", model.weight, form)
    return Demand(*head, pattern, _need(model.require))


def _pattern(model: PatternModel | LimitModel | None) -> Pattern:
    if model is None:
        return Pattern()
    return Pattern(
        tuple(dict.fromkeys(action for word in model.does or () for action in actions(word))),
        _concepts("data", model.data),
        _concepts("purposes", model.aims),
        _concepts("recipients", model.to),
        tuple(model.named or ()),
        isinstance(model, PatternModel) and model.abroad is not None,
        _concepts("bases", model.without if isinstance(model, PatternModel) else None),
    )


def _need(model: NeedModel | None) -> Need:
    if model is None:
        return Need("")
    if model.right is not None:
        return Need("right", tuple(one.id for one in _concepts("rights", model.right)))
    if model.retention is not None:
        return Need("retention", (), days(model.retention.most or ""), _concepts("data", model.retention.data))
    if model.opt_out is not None:
        return Need("opt-out", tuple(dict.fromkeys(one for word in model.opt_out for one in actions(word))))
    if model.children is not None:
        return Need("children")
    rows = {"contact": model.contact, "declared-none": model.none, "operator": model.operator}
    matter, chosen = next((name, row) for name, row in rows.items() if row is not None)
    return Need(matter, tuple(chosen))


def _concepts(category: str, spelled: Iterable[str] | None) -> tuple[Concept, ...]:
    found = (lookup(category, word) for word in spelled or ())
    return tuple(one for one in found if one is not None)


def _data(leaf: Leaf) -> Any:
    """The plain values of a tree. What was left empty is as if it were not there."""
    if isinstance(leaf.value, dict):
        return {name: _data(value) for name, value in leaf.value.items() if value.value is not None}
    return [_data(one) for one in leaf.value] if isinstance(leaf.value, list) else leaf.value


def _at(tree: Leaf, path: Path) -> Leaf:
    """The value at a path, as far as the path leads."""
    for step in path:
        if isinstance(tree.value, dict) and step in tree.value:
            tree = tree.value[str(step)]
        elif isinstance(tree.value, list) and isinstance(step, int) and step < len(tree.value):
            tree = tree.value[step]
    return tree


def _faults(source: Source, tree: Leaf, rows: list[tuple[Path, str, dict[str, Any]]]) -> Iterator[Diagnostic]:
    for path, type_, context in rows:
        leaf = _at(tree, path)
        span = fault(source, leaf.start, leaf.end)
        names = [str(step) for step in path if isinstance(step, str)]
        if type_ == UNKNOWN_WORD:
            category = context["category"]
            spelled = str(leaf.value)
            known = (*words(category), *(SHARE if category == "actions" else ()))
            yield kinds.UNKNOWN_WORD.at(
                span, found=spelled, what=Both(*_NAMES[category]), nearest=nearest(spelled, known)
            )
        elif type_ == NOT_ONE:
            listed = FORMS if names[-1:] == ["demands"] else tuple(KEYS["need"])
            yield kinds.NOT_ONE.at(span, choices=Both("、".join(listed), ", ".join(listed)))
        elif type_ == "extra_forbidden":
            yield _unknown(source, tree, path)
        else:
            # Of what is missing, what lacks it is told.
            names = names[:-1] if type_ == "missing" and len(names) > 1 else names
            yield _wrong(source, next((name for name in reversed(names) if name in _TAKES), ""), leaf.start, leaf.end)


def _unknown(source: Source, tree: Leaf, path: Path) -> Diagnostic:
    above, name = _at(tree, path[:-1]), str(path[-1])
    start, end = above.keys.get(name, (above.start, above.end))
    of_actions = [one for one in above.value if actions(one)] if isinstance(above.value, dict) else []
    if name in of_actions and len(of_actions) > 1:
        return kinds.NOT_ONE.at(fault(source, start, end), choices=Both("、".join(of_actions), ", ".join(of_actions)))
    if name in of_actions:
        value = _at(tree, path)
        return _wrong(source, "provide", value.start, value.end, name)
    place = next((_PLACES[step] for step in reversed(path[:-1]) if step in _PLACES), "file")
    known = tuple(KEYS[place])
    extra = (*SHARES, SHARE[0]) if place == "pattern" else ()
    listed = (*known, *extra)
    every = (*listed, *(ja for row in KEYS[place].values() for ja in row))
    span = fault(source, start, end)
    choices = Both("、".join(listed), ", ".join(listed))
    return kinds.UNKNOWN_KEY.at(span, found=span.text, choices=choices, nearest=nearest(span.text, every))


def _wrong(source: Source, name: str, start: int, end: int, key: str = "") -> Diagnostic:
    ja, en, example = _TAKES[name]
    shown = key or name or source.path
    return kinds.WRONG_VALUE.at(fault(source, start, end), key=shown, takes=Both(ja, en), example=example)


def _same(source: Source, tree: Leaf, demands: list[Demand]) -> Iterator[Diagnostic]:
    seen = set[str]()
    for number, one in enumerate(demands):
        if one.id in seen:
            leaf = _at(tree, ("demands", number, "id"))
            yield kinds.SAME_ID.at(fault(source, leaf.start, leaf.end), found=one.id)
        seen.add(one.id)


_PLACES = {"demands": "demand", "forbid": "pattern", "limit": "pattern", "require": "need", "retention": "retention"}
_LIST = ("語彙の言葉か、その並び", "a word of the vocabulary, or a list of such")


def _one_of(name: str) -> tuple[str, str]:
    listed = tuple(CHOICES[name])
    return f"{'、'.join(listed)} のどれか", f"one of {', '.join(listed)}"


_TAKES: dict[str, tuple[str, str, str]] = {
    "": ("「項目: 値」の並び", "keys with values", "demands: [{require: {right: 開示}}]"),
    "format": ("policyc-demands-1", "policyc-demands-1", "format: policyc-demands-1"),
    "name": ("名称", "a name", "name: 取引先の審査"),
    "demands": ("要求の並び", "a list of demands", "demands: [{require: {right: 開示}}]"),
    "id": ("空白のない名前", "a name without spaces", "id: no-ads"),
    "says": ("文章", "a text", "says: 広告目的で第三者に提供しない"),
    "weight": (*_one_of("weight"), "weight: must"),
    "forbid": ("「項目: 値」の並び", "keys with values", "forbid: {provide: {for: advertising}}"),
    "limit": (
        "行為と、限定するもの（data、for、to、named）",
        "an action and what it is limited to (data, for, to, named)",
        "limit: {collect: {data: [氏名, メールアドレス]}}",
    ),
    "require": ("「項目: 値」の並び", "keys with values", "require: {right: disclosure}"),
    "provide": ("「項目: 値」の並びか any（問わず）", "keys with values, or any", "provide: {for: advertising}"),
    "does": (*_LIST, "does: provide"),
    "data": (*_LIST, "data: 氏名"),
    "for": (*_LIST, "for: advertising"),
    "to": (*_LIST, "to: advertising-business"),
    "named": ("会社の名前か、その並び", "a name of a firm, or a list of such", "named: 株式会社みほん"),
    "abroad": ("any（問わず）", "any", "abroad: any"),
    "without": (*_LIST, "without: consent"),
    "right": (*_LIST, "right: disclosure"),
    "contact": (*_one_of("contact"), "contact: complaints"),
    "retention": (
        "any（問わず）か、at-most（以内）と data（情報）",
        "any, or at-most and data",
        "retention: {at-most: 3年}",
    ),
    "at-most": ("3年、6か月、90日のような期間", "a period such as 3年 or 6 months", "at-most: 3年"),
    "declared-none": (*_one_of("declared-none"), f"declared-none: {next(iter(CHOICES['declared-none']))}"),
    "opt-out": (*_LIST, "opt-out: transmit"),
    "operator": (*_one_of("operator"), "operator: [name, address]"),
    "children": ("any（問わず）", "any", "children: any"),
}
