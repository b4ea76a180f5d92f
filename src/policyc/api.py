"""The public Python API: compile or check one `.policy` file."""

from __future__ import annotations

import os
from typing import NamedTuple

from . import files, manifest, pipeline
from .diagnostics import Diagnostic, in_order


class Compilation(NamedTuple):
    """The result of `compile`: for each document its files by name (empty when there are errors), and the findings."""

    documents: dict[str, dict[str, bytes]]
    diagnostics: list[Diagnostic]

    @property
    def ok(self) -> bool:
        """Whether nothing was found at error level."""
        return not any(d.severity == "error" for d in self.diagnostics)


def check(
    path: str | os.PathLike[str],
    *,
    root: str | os.PathLike[str] | None = None,
    as_of: str = "",
    no_config: bool = False,
) -> list[Diagnostic]:
    """All findings on a file, in the order of the text; an empty list when there are none.

    `root` is the folder that imports may not leave (the file's own folder by default). `as_of` is the day (ISO 8601)
    whose law is applied, by default that of the newest text that the rules were read from. A `policyc.yaml` in the root
    counts as it does for the command: findings that it turns off are not in the list; with `no_config` it is not read. Findings that are not `open` are accepted with a reason or known from a baseline.
    Raises OSError when a file cannot be read, never on what it holds.
    """
    from .audit.findings import check as by_law
    from .decisions import Run, Unreadable

    base = _root(path, root)
    checked = _checked(path, root)
    try:
        run = Run([base], files.Readers(), as_of, configured=not no_config)
    except Unreadable as error:
        raise OSError(f"cannot read {error}") from None
    found = checked.diagnostics
    if checked.ok:
        found = [*found, *in_order(by_law(checked.documents, checked.sources, run.day(base)))]
    settled = run.settle(base, found, checked.documents, checked.ok)
    return in_order([*(d for told in run.faults for d in told.found), *settled])


def compile(
    path: str | os.PathLike[str],
    *,
    root: str | os.PathLike[str] | None = None,
    targets: tuple[str, ...] = (),
) -> Compilation:
    """Compile a file: `{document id: {file name: bytes}}` as `policyc build` would write them, and all findings.

    `targets` names some of jsonld, p3p, index and text_ja; all that speak of the kind of document by default. Raises OSError when the file cannot be read.
    """
    checked = _checked(path, root)
    if not checked.ok:
        return Compilation({}, checked.diagnostics)
    outputs = pipeline.emit(checked, targets)
    folders = {o.document.policy.id: manifest.folder(o, checked.sources) for o in outputs}
    return Compilation(folders, checked.diagnostics)


def _root(path: str | os.PathLike[str], root: str | os.PathLike[str] | None) -> str:
    return os.fspath(root) if root is not None else os.path.dirname(os.fspath(path)) or "."


def _checked(path: str | os.PathLike[str], root: str | os.PathLike[str] | None) -> pipeline.Checked:
    name = os.fspath(path)
    base = _root(path, root)
    relative = os.path.relpath(name, base).replace(os.sep, "/")
    return pipeline.check(relative, files.read(name), files.reader(base))
