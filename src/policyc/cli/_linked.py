"""What `ask` and `match` read: every policy.jsonld below the paths given, as it lies there, in a package, or compiled now."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from .. import files
from . import FINDINGS, _common
from ._system import reason

LINKED = "policy.jsonld"
# The largest file that is read as it lies there.
_MOST = 50_000_000


class Documents:
    """The documents below some paths: iterating gives each by its path with its bytes. `refused` says whether a package
    was found that is not as it was made, which is told on stderr and not read."""

    def __init__(self, paths: tuple[str, ...], lang: str) -> None:
        self._paths = paths
        self._lang = lang
        self.refused = False

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        found = False
        for path in self._paths:
            if not os.path.lexists(path):
                ja = "ありません。先に「policyc build」で出力を作るか、出力のフォルダ又は .policy のソースを指定してください"
                en = "is not there; make it with `policyc build`, or name a folder that was built or a .policy source"
                _common.stop(f"{path}: {ja if self._lang == 'ja' else en}")
            for name in sorted(_within(path)):
                found = True
                if name.endswith(files.SUFFIX):
                    yield from self._compiled(name)
                elif name.endswith(".zip"):
                    yield from self._packed(name)
                else:
                    yield shown(name), read(name, self._lang)
        if not found:
            ja = "policy.jsonld、パッケージ、.policy のどれもありません"
            en = "there is no policy.jsonld, package or .policy"
            _common.stop(f"{' '.join(self._paths)}: {ja if self._lang == 'ja' else en}")

    def _compiled(self, path: str) -> Iterator[tuple[str, bytes]]:
        from ..pipeline import emit

        readers = files.Readers()
        for row in _common.sources((path,), None, self._lang):
            checked = _common.checked(row, self._lang, readers)
            errors = [d for d in checked.diagnostics if d.severity == "error"]
            _common.show_findings(row, errors, self._lang, notes=False, err=True)
            if errors:
                sys.exit(FINDINGS)
            for output in emit(checked, ("jsonld",)):
                yield f"{shown(path)}#{output.document.policy.id}", output.files[LINKED].encode()

    def _packed(self, path: str) -> Iterator[tuple[str, bytes]]:
        """The documents of a package, if it is as it was made: a zip may hide what `verify` finds."""
        from ..package import MAX_BYTES
        from ..package.verify import integrity
        from . import _packages

        held = integrity(path, _packages.read(path, MAX_BYTES, self._lang))
        if not held.ok:
            _packages.show(held.diagnostics, self._lang, err=True)
            self.refused = True
            return
        for inside, body in sorted(held.files.items()):
            if inside.endswith(f"/{LINKED}"):
                yield f"{shown(path)}!{inside}", body


def shown(path: str) -> str:
    """The path from here, as text: what of it is no character is spelled out."""
    return os.fsencode(os.path.relpath(path)).decode("utf-8", "backslashreplace")


def _within(path: str) -> Iterator[str]:
    if not os.path.isdir(path):
        yield path
        return
    for folder, _, names in os.walk(path):
        yield from (os.path.join(folder, name) for name in names if name == LINKED or name.endswith(".zip"))


def read(path: str, lang: str) -> bytes:
    """The bytes of a file; ends the program when it cannot be read."""
    try:
        body = files.read(path, _MOST)
    except OSError as error:
        _common.stop(f"{path}: {reason(error, lang)}")
    if len(body) > _MOST:
        _common.stop(f"{path}: > {_MOST} bytes")
    return body
