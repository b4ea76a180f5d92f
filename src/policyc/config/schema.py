"""The form of `policyc.yaml`, checked by pydantic, and its faults at their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from ..acceptance.codes import acceptable, is_of_language, is_of_settings, of_law, of_wording
from ..acceptance.severities import OFF, WILD, Weight, Weights
from ..diagnostics import ERROR, Both, Findings
from ..diagnostics.nearest import nearest
from ..model.numbers import is_day
from ..source import Source, Span
from . import Config, Wording, kinds
from .kinds import fault
from .tree import Leaf

_ISO = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
# Findings of the wording have this owner, whichever of them a version knows.
_WORDING = "wording/*"
# Each pattern is held against every code.
_MOST_PATTERNS = 100


def _day(word: str) -> str:
    if not is_day(word):
        raise ValueError(word)
    return word


Level = Literal["error", "warning", "note", "off"]
Day = Annotated[str, Field(pattern=_ISO), AfterValidator(_day)]


class WordingModel(BaseModel):
    """`wording:` what the lint of the wording goes by."""

    model_config = ConfigDict(extra="forbid")
    profile: Literal["statute", "web", "off"] | None = None
    sentence_length: Annotated[int, Field(ge=20, le=1000)] | None = Field(None, alias="sentence-length")


class ConfigModel(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid")
    severity: dict[Annotated[str, Field(max_length=100)], Level] | None = None
    as_of: Day | None = Field(None, alias="as-of")
    baseline: Annotated[str, Field(min_length=1, max_length=500)] | None = None
    wording: WordingModel | None = None


# What a key takes, in both languages, and an example.
_TAKES = {
    "": ("「項目: 値」の並び", "keys with values", "as-of: 2026-07-17"),
    "severity": ("「診断コード: 重さ」の並び", "codes with severities", "severity: {appi/22-accuracy: off}"),
    "severity/": ("error、warning、note、off のどれか", "error, warning, note or off", "appi/22-accuracy: off"),
    "as-of": ("実在する日付", "an existing day", "as-of: 2026-07-17"),
    "baseline": ("ファイルのパス", "the path of a file", "baseline: baseline.json"),
    "wording": ("「項目: 値」の並び", "keys with values", "wording: {profile: web}"),
    "wording/profile": ("statute、web、off のどれか", "statute, web or off", "profile: web"),
    "wording/sentence-length": (
        "20 から 1000 までの字数",
        "a number of characters from 20 to 1000",
        "sentence-length: 120",
    ),
}
_KEYS = {(): ("severity", "as-of", "baseline", "wording"), ("wording",): ("profile", "sentence-length")}

Path = tuple[str, ...]


def checked(source: Source, tree: Leaf | None, codes: Callable[[], Mapping[str, str]], found: Findings) -> Config:
    """The settings of a tree; what is wrong with them goes to `found`, and is left out."""
    if tree is None or tree.value is None:
        return Config()
    data = _data(tree)
    try:
        model = ConfigModel.model_validate(data)
    except ValidationError as error:
        wrong = list(dict.fromkeys(_path(row["loc"]) for row in error.errors()))
        for path in wrong:
            _fault(source, tree, path, found)
            _drop(data, path)
        model = ConfigModel.model_validate(data if isinstance(data, dict) else {})
    rows: tuple[Weight, ...] = ()
    if model.severity:
        at = _at(tree, ("severity",))
        rows = tuple(Weight(code, level, _key_at(source, at, code)) for code, level in model.severity.items())
        rows = tuple(_weighing(_few(rows, found), codes, found))
    baseline = _at(tree, ("baseline",))
    wording = model.wording or WordingModel.model_validate({})
    profile = _at(tree, ("wording", "profile"))
    return Config(
        rows,
        model.as_of or "",
        model.baseline or "",
        Wording(wording.profile or "", wording.sentence_length or 0),
        fault(source, baseline.start, baseline.end) if model.baseline else None,
        fault(source, profile.start, profile.end) if wording.profile else None,
    )


def _data(leaf: Leaf) -> Any:
    """The plain values of a tree. What was left empty is as if it were not there."""
    if isinstance(leaf.value, dict):
        return {key: _data(value) for key, value in leaf.value.items() if value.value is not None}
    return [_data(one) for one in leaf.value] if isinstance(leaf.value, list) else leaf.value


def _path(loc: tuple[int | str, ...]) -> Path:
    """The keys on the way to a fault; pydantic adds what of an alternative or a key did not hold."""
    path = tuple(str(one) for one in loc if one != "[key]")
    return path[: 1 if path[:1] in (("as-of",), ("baseline",)) else 2]


def _at(tree: Leaf, path: Path) -> Leaf:
    for key in path:
        tree = tree.value[key] if isinstance(tree.value, dict) and key in tree.value else tree
    return tree


def _key_at(source: Source, above: Leaf, key: str) -> Span:
    return fault(source, *above.keys.get(key, (above.start, above.end)))


def _drop(data: Any, path: Path) -> None:
    for key in path[:-1]:
        data = data.get(key) if isinstance(data, dict) else None
    if path and isinstance(data, dict):
        data.pop(path[-1], None)


def _fault(source: Source, tree: Leaf, path: Path, found: Findings) -> None:
    known = _KEYS.get(path[:-1], ())
    if path and known and path[-1] not in known:
        choices = Both("、".join(known), ", ".join(known))
        near = nearest(path[-1], known)
        at = _key_at(source, _at(tree, path[:-1]), path[-1])
        found.append(kinds.UNKNOWN_KEY.at(at, found=path[-1], choices=choices, nearest=near))
        return
    name = "severity/" if path[:1] == ("severity",) and len(path) > 1 else "/".join(path)
    ja, en, example = _TAKES[name]
    leaf = _at(tree, path)
    key = path[-1] if path else "policyc.yaml"
    at = fault(source, leaf.start, leaf.end)
    found.append(kinds.WRONG_VALUE.at(at, key=key, takes=Both(ja, en), example=example))


def _few(rows: tuple[Weight, ...], found: Findings) -> Iterator[Weight]:
    """The rows, with no more patterns than can be held against every code in no time."""
    patterns = 0
    for row in rows:
        wild = bool(WILD.intersection(row.pattern))
        patterns += wild
        if not wild or patterns <= _MOST_PATTERNS:
            yield row
        elif patterns == _MOST_PATTERNS + 1 and row.at is not None:
            found.append(kinds.TOO_MANY.at(row.at, most=_MOST_PATTERNS))


def _weighing(rows: Iterable[Weight], codes: Callable[[], Mapping[str, str]], found: Findings) -> Iterator[Weight]:
    """The rows that name something that can be weighed otherwise; `found` says of each other why not, and of those that
    do more, or less, than their author may think."""
    named: dict[Weight, list[str]] = {}
    for row in rows:
        code, at = row.pattern, row.at
        assert at is not None
        # To ask for all codes takes a second: rules of law are known without.
        if code in acceptable():
            named[row] = [code]
            continue
        every = dict.fromkeys(of_wording(), "") if code == _WORDING else codes()
        meant = _named(code, every)
        if not meant:
            # To look for the nearest of all codes takes its time: not for more than are told.
            if not found.full(kinds.UNKNOWN_CODE, at):
                found.append(kinds.UNKNOWN_CODE.at(at, code=code, nearest=nearest(code, every)))
        elif free := [one for one in meant if not _is_fixed(one, every[one])]:
            named[row] = free
        else:
            found.append(kinds.LANGUAGE_ERROR.at(at, code=code))
    idle = set(_shadowed(named, found))
    _all_off(named, found)
    yield from (row for row in named if row not in idle)


def _named(code: str, every: Mapping[str, str]) -> list[str]:
    """The codes that a code or a pattern names."""
    if code in every:
        return [code]
    return [one for one in every if fnmatchcase(one, code)] if WILD.intersection(code) else []


def _is_fixed(code: str, severity: str) -> bool:
    """Whether a finding keeps its severity whatever the settings say."""
    return is_of_settings(code) or (is_of_language(code) and severity == ERROR)


def _shadowed(named: Mapping[Weight, list[str]], found: Findings) -> Iterator[Weight]:
    """Patterns of which every code is weighed by another row; `found` says so."""
    weights = Weights(tuple(named))
    for row, codes in named.items():
        first = [weights.of(code)[0] for code in codes]
        if row not in first and row.at is not None:
            found.append(kinds.SHADOWED.at(row.at, code=row.pattern, other=first[0].pattern))
            yield row


def _all_off(named: Mapping[Weight, list[str]], found: Findings) -> None:
    """Rows that together turn off every rule of law; said of the one that turns off most."""
    off = {row: of_law().intersection(codes) for row, codes in named.items() if row.level == OFF}
    if off and frozenset().union(*off.values()) == of_law():
        widest = max(off, key=lambda row: len(off[row]))
        if widest.at is not None:
            found.append(kinds.ALL_OFF.at(widest.at, code=widest.pattern))
