"""What was decided about the findings of a run: `policyc.yaml` at each root, the baseline, and what sources accept.

An edge, for it reads files; what it finds is applied by the pure `acceptance.settle`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from . import baseline as known
from . import config, files, law
from .acceptance import OFF, Acceptance, Decisions, Settled, Suppressed, Weight, acceptances, settle
from .acceptance.codes import acceptable, is_of_language
from .acceptance.sources import blocks
from .acceptance.suppressed import Settings, Tally
from .baseline import Entries, Entry
from .diagnostics import Diagnostic, has_errors, in_order
from .loader import OUTSIDE
from .pipeline import Document
from .source import Source, decode


class Unreadable(Exception):
    """A file that was named and cannot be read; the path is as the user would type it."""


class _Baseline:
    """A baseline while a run uses it up: what of it was not met yet, and where it stands."""

    def __init__(self, root: str, source: Source, left: Entries) -> None:
        self.root = root
        self.source = source
        self.left = left


class Told(NamedTuple):
    """Findings that belong to no source, with the folder that their paths are relative to."""

    root: str
    found: list[Diagnostic]


class TurnedOff(NamedTuple):
    """A finding that the settings turn off, with the folder that its path is relative to."""

    root: str
    one: Suppressed


class Run:
    """The decisions of one run over sources below some roots.

    `as_of` and `baseline` are those of the command line, and win over the files. With `writes`, the name of its file, a
    baseline is made of what is found, and none is read; without `knows` none is used; without `configured` no
    `policyc.yaml` is looked for. Raises `Unreadable`.
    """

    def __init__(
        self,
        roots: Iterable[str],
        readers: files.Readers,
        as_of: str = "",
        baseline: str = "",
        writes: str = "",
        knows: bool = True,
        configured: bool = True,
    ) -> None:
        self._as_of = as_of
        self._writes = writes
        self.faults: list[Told] = []
        """What is wrong with the settings and baselines."""
        self.new: dict[Entry, int] = {}
        """What a baseline of this run holds."""
        self.suppressed = Tally()
        """What of the findings is not told, and why."""
        self.off: list[TurnedOff] = []
        """The findings that the settings turn off."""
        self._configs: dict[str, config.Config] = {}
        self._baselines: dict[str, _Baseline] = {}
        self._asked: dict[str, frozenset[str]] = {}
        self._seen: set[str] = set()
        self._met: dict[str, dict[Weight, bool]] = {}
        self._all_ok = True
        self._accepted: dict[str, list[Acceptance]] = {}
        # One folder may be spelled in several ways (`policies` and `./policies`): what is kept is kept by what it is.
        self._folders = {root: os.path.realpath(root) for root in roots}
        shared = self._read(".", baseline, _given(baseline)) if baseline and knows and not writes else None
        for root, folder in self._folders.items():
            if folder in self._configs:
                continue
            self._accepted[folder] = []
            made = self._configs[folder] = self._config(root, readers) if configured else config.Config()
            if shared is not None:
                self._baselines[folder] = shared
            elif made.baseline and knows and not writes:
                below = self._below(root, made, readers)
                if below is not None:
                    self._baselines[folder] = below

    @property
    def compares(self) -> bool:
        """Whether a baseline is read."""
        return bool(self._baselines)

    def day(self, root: str) -> str:
        """The day whose law is applied."""
        return self._as_of or self._configs[self._folders[root]].as_of or law.NEWEST

    def wording(self, root: str, asked: str | None = None) -> config.Wording:
        """What the lint of the wording goes by; the style that was asked for on the command line wins."""
        made = self._configs[self._folders[root]]
        wording = made.wording
        if wording.profile == config.OFF and made.profile_at is not None and not asked:
            self.suppressed.no_wording[files.show(root, config.NAME)] = made.profile_at.line
        return wording._replace(profile=asked or wording.profile or "auto")

    def by(
        self, root: str, documents: list[Document], judged: bool, also: frozenset[str] = frozenset()
    ) -> tuple[Decisions, list[Diagnostic]]:
        """The decisions about the findings of one source, and what is wrong with what it accepts. `judged` says that the
        rules of law were put to its documents, `also` which codes besides were looked for in them."""
        day = self.day(root)
        nodes = tuple(document.node for document in documents)
        accepted, found = _accepted(documents)
        folder = self._folders[root]
        self._accepted[folder] += accepted
        asked = {d.policy.id: also | (law.asked(d.policy.kind, day) if judged else also) for d in documents}
        severities, baseline = self._configs[folder].severity, self._known(folder)
        return Decisions(nodes, accepted, severities, asked, day, baseline, bool(self._writes)), found

    def settle(
        self,
        root: str,
        found: list[Diagnostic],
        documents: list[Document],
        judged: bool,
        also: frozenset[str] = frozenset(),
        again: Sequence[Diagnostic] = (),
    ) -> list[Diagnostic]:
        """The findings of one source after all decisions; `judged` and `also` as in `by`, `again` those of imported files
        that were settled with another source."""
        by, faults = self.by(root, documents, judged, also)
        settled = settle([*found, *faults], by, again)
        if has_errors([d for d in (*found, *faults) if is_of_language(d.code)]):
            self._all_ok = False
        else:
            self._asked |= by.asked
            self._seen |= {node.id for node in by.documents} | {node.source.path for node in by.documents}
        self.count(root, settled)
        return settled.found

    def count(self, root: str, settled: Settled) -> None:
        """Take up what was decided about some findings below a root: what was put off, and what of a baseline is used up."""
        folder = self._folders[root]
        held = self._baselines.get(folder)
        baseline = self._writes or (files.show(held.root, held.source.path) if held is not None else "")
        self.suppressed.add(settled.suppressed, partial(files.show, root), baseline)
        self.off += (TurnedOff(root, s) for s in settled.suppressed if s.row is not None and s.row.level == OFF)
        met = self._met.setdefault(folder, {})
        for row, moved in settled.met.items():
            met[row] = met.get(row, False) or moved
        if self._writes:
            for key, count in settled.new.items():
                self.new[key] = self.new.get(key, 0) + count
        elif folder in self._baselines:
            self._baselines[folder].left = settled.left

    def settle_together(self, root: str, found: list[Diagnostic]) -> list[Diagnostic]:
        """The findings that lie between documents, after all decisions; their sources were settled before."""
        folder = self._folders[root]
        by = Decisions((), tuple(self._accepted[folder]), self._configs[folder].severity, {}, self.day(root))
        settled = settle(found, by._replace(baseline=self._known(folder), keeps=bool(self._writes)))
        self.count(root, settled)
        return settled.found

    def idle(self) -> Iterable[Told]:
        """The rows of the settings that put off or change nothing; to be asked where all that they speak of was looked for
        in all sources below the roots."""
        for root, folder in self._folders.items():
            if self._all_ok and folder in self._met:
                found = list(config.idle(self._configs[folder].severity, self._met.pop(folder)))
                if found:
                    yield Told(root, found)

    def gone(self, whole: bool, together: frozenset[str] = frozenset()) -> Iterable[Told]:
        """What of the baselines was looked for and is no longer found. `whole` says that all sources below the roots were
        checked: then documents that were not met are gone too, and so is what `together`, the codes that were looked
        for between documents, no longer finds."""
        for one in {id(b): b for b in self._baselines.values()}.values():
            left = {key: n for key, n in one.left.items() if self._looked_for(key, whole, together)}
            found = list(known.gone(left, one.source))
            if found:
                yield Told(one.root, found)

    def _looked_for(self, key: Entry, whole: bool, together: frozenset[str]) -> bool:
        everything = whole and self._all_ok and bool(self._seen)
        if key.document not in self._seen:
            return everything
        if is_of_language(key.code) or key.code in self._asked.get(key.document, ()):
            return True
        return everything and key.code in together

    def _known(self, folder: str) -> Entries | None:
        if self._writes:
            return {}
        return self._baselines[folder].left if folder in self._baselines else None

    def _config(self, root: str, readers: files.Readers) -> config.Config:
        raw = readers[root](config.NAME)
        if not isinstance(raw, bytes):
            if os.path.lexists(os.path.join(root, config.NAME)):
                raise Unreadable(files.show(root, config.NAME))
            return config.Config()
        made, found = config.read(config.NAME, raw, _codes)
        if found:
            self.faults.append(Told(root, found))
        self.suppressed.settings.append(Settings(files.show(root, config.NAME), "" if self._as_of else made.as_of))
        return made

    def _below(self, root: str, made: config.Config, readers: files.Readers) -> _Baseline | None:
        path = made.baseline
        raw = readers[root](path) if ".." not in path.split("/") and not os.path.isabs(path) else OUTSIDE
        if raw is None:
            raise Unreadable(files.show(root, path))
        if isinstance(raw, str):
            self.faults.append(Told(root, [made.outside()]))
            return None
        return self._read(root, path, raw)

    def _read(self, root: str, path: str, raw: bytes) -> _Baseline | None:
        source, bad = decode(path, raw)
        entries, found = known.read(source, bad is not None, len(raw) > files.MAX_BYTES)
        if found:
            self.faults.append(Told(root, found))
            return None
        return _Baseline(root, source, entries)


def _given(path: str) -> bytes:
    try:
        return files.read(path)
    except (OSError, ValueError):
        raise Unreadable(path) from None


def _accepted(documents: list[Document]) -> tuple[tuple[Acceptance, ...], list[Diagnostic]]:
    nodes = [document.node for document in documents]
    if not blocks(nodes):
        return (), []
    from .agreement import codes

    # The documents of one file have one reach: all that is declared beside them or imported.
    reach = documents[0].composition.inline.names.globals.values()
    declared = tuple(node.span for node in reach if node.type.role != "document")
    made, found = acceptances(nodes, acceptable() | codes(), declared)
    return made, in_order(found)


def _codes() -> Mapping[str, str]:
    """Every code with its severity. Imports the whole program."""
    from .diagnostics.catalogue import kinds

    return {**dict.fromkeys(acceptable(), ""), **{code: kind.severity for code, kind in kinds().items()}}
