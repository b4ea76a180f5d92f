"""What is in the output folder already: what its manifest proves to be a build's, what a person edited, what is foreign."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from ..manifest import INDEX, MANIFEST, Listed, is_index, listed
from .folder import Folder


class Refused(Exception):
    """Something that may not be replaced, at `path`: this compiler did not write it."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class Edited(Refused):
    """Files that were built and then edited, at `paths`: they are no longer what the manifest beside them says."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__(paths[0])
        self.paths = paths


def same(out: Folder, name: str, files: Mapping[str, bytes]) -> bool:
    """Whether there is a folder of this name with just these files."""
    if not out.is_folder(name):
        return False
    with out.below(name) as place:
        return place.names() == sorted(files) and all(
            place.read(file, len(body)) == body for file, body in files.items()
        )


def edited(out: Folder, name: str, new: Callable[[str], bytes | None]) -> list[str]:
    """The files of a folder that would be lost if it were replaced: those that are neither what its manifest says nor what
    is `new` of the same name. A missing or an empty folder has none.

    Raises Refused where it is no folder, has no manifest of ours, or holds what the manifest does not list: another file,
    or a folder, link or device of the name of one.
    """
    status = out.status(name)
    if status is None:
        return []
    if not out.is_folder(name):
        raise Refused(out.where(name))
    with out.below(name) as place:
        names = place.names()
        if not names:
            return []
        manifest = _manifest(place)
        if manifest is None:
            raise Refused(place.where(MANIFEST) if MANIFEST in names else place.path)
        found = []
        for file in names:
            if file == MANIFEST:
                continue
            body = place.read(file)
            if file not in manifest.digests or body is None:
                raise Refused(place.where(file))
            if not manifest.wrote(file, body) and body != new(file):
                found.append(place.where(file))
        return found


def refuse_index(out: Folder) -> None:
    """Raises Refused where something has the name of the index that no build wrote."""
    if out.status(INDEX) is not None and not is_index(out.read(INDEX) or b""):
        raise Refused(out.where(INDEX))


def left_over(out: Folder, names: Collection[str]) -> list[str]:
    """Folders that some build wrote, and that are none of those of `names`."""
    others = [name for name in out.names() if name not in names and out.is_folder(name)]
    if not others:
        return []
    # A file system may hold two spellings of a name for one: by case, by the form of its characters.
    current = {(one.st_dev, one.st_ino) for name in names if (one := out.status(name)) is not None}
    found = []
    for name in others:
        status = out.status(name)
        with out.below(name) as place:
            if status and (status.st_dev, status.st_ino) not in current and _manifest(place) is not None:
                found.append(name)
    return found


def is_proven(out: Folder, name: str) -> bool:
    """Whether a folder is a build's with all that is in it, and of the document that it is named after: a copy under another
    name is one that somebody wanted to have."""
    try:
        if edited(out, name, lambda _: None):
            return False
    except Refused:
        return False
    with out.below(name) as place:
        manifest = _manifest(place)
    return manifest is not None and manifest.document == name


def _manifest(place: Folder) -> Listed | None:
    return listed(place.read(MANIFEST) or b"")
