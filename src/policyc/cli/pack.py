"""`policyc pack`: built documents into one zip that is the same bytes everywhere."""

from __future__ import annotations

import os
import sys

import click

from .. import files
from ..manifest import MANIFEST
from . import FINDINGS, OK, _common, _terminal


@click.command()
@click.argument("folders", nargs=-1, required=True, metavar="FOLDERS...", type=click.Path())
@click.option("-o", "--output", "out", required=True, metavar="FILE.zip", help="The package to write.")
@click.option("--force", is_flag=True, help="Replace an existing file that is another.")
@_common.lang_option
def command(folders: tuple[str, ...], out: str, force: bool, lang: str) -> None:
    """Pack built documents into a zip. / コンパイル済みの文書を一つの ZIP にまとめます。

    FOLDERS are what `policyc build` wrote: out/NAME, or out for all of its documents. The zip holds their files, a
    manifest and SHA256SUMS, and the same files give the same bytes on every machine. Nothing is compiled: what is
    packed is what was read and approved. Ends with 1 when a folder is not as it was built, or FILE.zip is another.
    """
    from ..package import MAX_BYTES, SUFFIX
    from ..package.make import pack
    from . import _packages

    if not out.endswith(SUFFIX) or not os.path.isdir(os.path.dirname(out) or "."):
        _common.stop(
            f"出力先は、今あるフォルダの中の .zip で指定してください: {out}"
            if lang == "ja"
            else f"the output must be a .zip in a folder that exists: {out}"
        )
    found: dict[str, dict[str, bytes]] = {}
    for place in [place for folder in folders for place in _documents(folder, lang)]:
        id_ = os.path.basename(os.path.abspath(place))
        if id_ in found:
            _common.stop(f"文書が二度指定されています: {id_}" if lang == "ja" else f"named twice: {id_}")
        found[id_] = _folder(place, MAX_BYTES, lang)
    made, diagnostics = pack(found, folders[0] if len(folders) == 1 else out)
    _packages.show(diagnostics, lang, err=True)
    if made is None:
        sys.exit(FINDINGS)
    _packages.write(out, made, force, lang)
    from hashlib import sha256

    count = f"{len(found)} 文書" if lang == "ja" else f"{len(found)} document{'s' if len(found) > 1 else ''}"
    _terminal.say(f"{out} ({count})", f"  sha256 {sha256(made).hexdigest()}")
    sys.exit(OK)


def _documents(folder: str, lang: str) -> list[str]:
    """The folders of documents that an argument names: itself, or those in it."""
    if os.path.isfile(os.path.join(folder, MANIFEST)):
        return [folder]
    if not os.path.isdir(folder):
        _common.fail("unreadable", folder, lang)
    below = [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if not name.startswith(".")]
    places = [place for place in below if os.path.isfile(os.path.join(place, MANIFEST))]
    if not places:
        _common.stop(
            f"{folder} に `policyc build` の出力がありません"
            if lang == "ja"
            else f"{folder} holds no output of `policyc build`"
        )
    return places


def _folder(place: str, most: int, lang: str) -> dict[str, bytes]:
    """The files of a document's folder; a folder in it, or a file that cannot be read, ends the program."""
    made = {}
    for name in sorted(os.listdir(place)):
        path = os.path.join(place, name)
        try:
            if os.path.islink(path):
                raise OSError
            made[name] = files.read(path, most)
        except OSError:
            _common.fail("unreadable", path, lang)
    return made
