"""The settings of a project: `policyc.yaml` at its root. What reads YAML is imported only where there is such a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics import Both, Diagnostic, Findings, in_order
from ..source import Span, decode
from . import kinds
from .kinds import fault

if TYPE_CHECKING:
    from ..acceptance import Weight

NAME = "policyc.yaml"
OFF = "off"
MOST = 100_000
"""The largest file that is read, in bytes."""


class Wording(NamedTuple):
    """What the lint of the wording goes by: a profile (`statute`, `web`, `off`, or `auto` for the register of each
    document), and the most characters of a sentence. Empty and 0 stand for what the lint does by itself."""

    profile: str = ""
    sentence_length: int = 0


class Config(NamedTuple):
    """The settings. `severity` are rows that weigh a code or pattern; `as_of` is ISO 8601, or empty; `baseline` the path
    of the baseline below the root, or empty; `baseline_at` and `profile_at` are where that and the style stand."""

    severity: tuple[Weight, ...] = ()
    as_of: str = ""
    baseline: str = ""
    wording: Wording = Wording()
    baseline_at: Span | None = None
    profile_at: Span | None = None

    def outside(self) -> Diagnostic:
        """That the baseline is not below the folder of the settings."""
        assert self.baseline_at is not None
        return kinds.OUTSIDE.at(self.baseline_at, found=self.baseline)


def idle(rows: Iterable[Weight], met: Mapping[Weight, bool]) -> Iterable[Diagnostic]:
    """What is to be said of rows after all findings of a project were weighed: `met` holds those that findings answered
    to, and whether a finding would be told otherwise without. A row that turns nothing off would hide what comes; one
    that makes something graver, or less grave, may wait for it."""
    for row in rows:
        if row.at is not None and not met.get(row, row.level != OFF):
            yield kinds.IDLE.at(row.at, code=row.pattern, level=row.level)


def read(path: str, raw: bytes, codes: Callable[[], Mapping[str, str]]) -> tuple[Config, list[Diagnostic]]:
    """The settings in the bytes of a file, and what is wrong with them, in the order of the file; what is wrong is left
    out, nothing is raised.

    `codes` gives all codes that there are with their severities; it is called only where the file names any.
    """
    source, bad = decode(path, raw)
    if len(raw) > MOST:
        return Config(), [kinds.NOT_YAML.at(fault(source, 0, 0), why=Both("大きすぎます", "it is too large"))]
    if bad is not None:
        where = max(source.text.find("\ufffd"), 0)
        return Config(), [
            kinds.NOT_YAML.at(fault(source, where, where + 1), why=Both("UTF-8 ではありません", "not UTF-8"))
        ]
    from .schema import checked
    from .tree import plain

    found = Findings()
    tree = plain(source, found)
    return checked(source, tree, codes, found), in_order(found)
