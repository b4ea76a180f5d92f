"""Output folders to a package. Pure: the folders come as files by name."""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Diagnostic
from . import MANIFEST, MAX_BYTES, MAX_FILES, SUMS, archive, contents, manifest
from . import messages_archive as say
from .names import check_name, collisions
from .report import Report


def pack(folders: Mapping[str, Mapping[str, bytes]], shown: str) -> tuple[bytes | None, list[Diagnostic]]:
    """The package of some documents, by id, and what is wrong with their folders; no package when anything is.

    `shown` is what findings are placed at. The same folders give the same bytes, on every machine.
    """
    report = Report(shown)
    files = {f"{id_}/{name}": body for id_, folder in sorted(folders.items()) for name, body in folder.items()}
    for path in files:
        check_name(path, report)
    for path, other in collisions([*files, MANIFEST, SUMS]):
        report.add(say.COLLIDING, path, name=path, other=other)
    if len(files) + 2 > MAX_FILES:
        report.add(say.TOO_MANY_FILES, limit=MAX_FILES)
    found = manifest.outputs(files, report)
    contents.documents(found, files, set(), report)
    if report.failed:
        return None, report.findings()
    made = archive.write(manifest.make(files, found))
    if len(made) > MAX_BYTES:
        report.add(say.TOO_LARGE, limit=MAX_BYTES)
        return None, report.findings()
    return made, report.findings()
