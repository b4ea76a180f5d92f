"""The zip of a package: one form only, so that the same files are the same bytes, and nothing can hide between them.

Written without compression: what deflate writes depends on the library and its version, and a file that is not
compressed cannot unpack to more than it is. `zipfile` forgives what a check must not (data before and after, entries
twice, two headers that disagree), hence a reader of its own, which takes this form and names all that differs from it.
The format: PKWARE APPNOTE 6.3.10, sections 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (end).
"""

from __future__ import annotations

import stat
from collections.abc import Mapping
from struct import Struct
from typing import NamedTuple
from zlib import crc32

from . import MAX_BYTES, MAX_FILES
from . import messages_archive as say
from .names import check_name, collisions
from .report import Report

_LOCAL = Struct("<4sHHHHHIIIHH")
_CENTRAL = Struct("<4sHHHHHHIIIHHHHHII")
_END = Struct("<4sHHHHIIH")
_UTF8, _ENCRYPTED, _STORED = 0x0800, 0x0001 | 0x0040 | 0x2000, 0
# 1 January 1980, the first day of zip; a regular file that all may read.
_DAY, _MODE = 0x0021, (stat.S_IFREG | 0o644) << 16
_VERSION, _UNIX = 20, 3 << 8


class Archive(NamedTuple):
    """What a zip holds: files by path, and the paths of entries that are there but are not read."""

    files: dict[str, bytes]
    unread: frozenset[str]


class _Entry(NamedTuple):
    """A row of the directory, with where its local header begins and its data end (0 where that cannot be said)."""

    raw: bytes
    fields: tuple[int, ...]
    mode: int
    start: int
    data: int
    end: int

    @property
    def name(self) -> str:
        """Its path; bytes that are no UTF-8 as the mark that stands for such."""
        return self.raw.decode("utf-8", "replace")


def write(files: Mapping[str, bytes]) -> bytes:
    """The zip of some files by path: sorted, stored, of no time and no owner."""
    body, directory = bytearray(), bytearray()
    for name, data in sorted(files.items()):
        raw = name.encode("utf-8")
        fields = (_VERSION, _UTF8, _STORED, 0, _DAY, crc32(data), len(data), len(data), len(raw), 0)
        directory += _CENTRAL.pack(b"PK\1\2", _UNIX | _VERSION, *fields, 0, 0, 0, _MODE, len(body)) + raw
        body += _LOCAL.pack(b"PK\3\4", *fields) + raw + data
    end = _END.pack(b"PK\5\6", 0, 0, len(files), len(files), len(directory), len(body), 0)
    return bytes(body + directory + end)


def read(body: bytes, report: Report) -> Archive:
    """The files of a zip in this form; what is not in this form is reported, and never unpacked."""
    if len(body) > MAX_BYTES:
        report.add(say.TOO_LARGE, limit=MAX_BYTES)
        return Archive({}, frozenset())
    at = body.rfind(b"PK\5\6")
    if at < 0 or at + _END.size > len(body):
        report.add(say.NOT_A_ZIP)
        return Archive({}, frozenset())
    _, disk, first, here, count, size, offset, _ = _END.unpack_from(body, at)
    if at + _END.size < len(body):
        report.add(say.TRAILING_DATA, count=len(body) - at - _END.size)
    if count > MAX_FILES:
        report.add(say.TOO_MANY_FILES, limit=MAX_FILES)
        return Archive({}, frozenset())
    start = at - size
    # What stands before a zip shifts all of it: the directory then lies further on than it says.
    shift = start - offset
    if disk or first or here != count or start < 0 or shift < 0:
        report.add(say.DAMAGED)
        return Archive({}, frozenset())
    entries = _directory(body, start, at, count, shift, report)
    if entries is None:
        return Archive({}, frozenset())
    whole = _layout(entries, start, shift, report)
    found = _files(body, entries, whole, report)
    if not report.failed and write(found.files) != body:
        report.add(say.OTHER_FORM)
    return found


def _directory(body: bytes, at: int, end: int, count: int, shift: int, report: Report) -> list[_Entry] | None:
    """The rows of the directory; None when it is no directory."""
    entries = []
    for _ in range(count):
        if at + _CENTRAL.size > end or body[at : at + 4] != b"PK\1\2":
            report.add(say.DAMAGED)
            return None
        _, _, *fields, comment, _, _, mode, offset = _CENTRAL.unpack_from(body, at)
        length, extra = fields[-2:]
        raw = body[at + _CENTRAL.size : at + _CENTRAL.size + length]
        at += _CENTRAL.size + length + extra + comment
        entries.append(_entry(body, raw, tuple(fields), mode >> 16, offset + shift, report))
    if at != end:
        report.add(say.HIDDEN_DATA, count=end - at)
    return entries


def _entry(body: bytes, raw: bytes, fields: tuple[int, ...], mode: int, start: int, report: Report) -> _Entry:
    """An entry with its data found by its local header, which must say what the directory says."""
    nowhere = _Entry(raw, fields, mode, start, 0, 0)
    name = nowhere.name
    if start + _LOCAL.size > len(body) or body[start : start + 4] != b"PK\3\4":
        report.add(say.DAMAGED, name)
        return nowhere
    _, *local = _LOCAL.unpack_from(body, start)
    data = start + _LOCAL.size + local[-2] + local[-1]
    # An extra field is not the same in both places even in good zips; the form as a whole has none.
    same = local[:-1] == list(fields[:-1]) and body[start + _LOCAL.size : start + _LOCAL.size + len(raw)] == raw
    if not same:
        report.add(say.TWO_HEADERS, name, name=name)
    if data + fields[6] > len(body):
        report.add(say.DAMAGED, name)
        return nowhere
    return _Entry(raw, fields, mode, start, data, data + fields[6])


def _layout(entries: list[_Entry], directory: int, shift: int, report: Report) -> bool:
    """Whether each entry has a place of its own; what lies before, between and behind them is reported."""
    at = 0
    whole = True
    for number, entry in enumerate(sorted(entries, key=lambda entry: entry.start)):
        if not entry.end:
            return False
        if entry.start > at:
            report.add(say.HIDDEN_DATA if number else say.LEADING_DATA, count=entry.start - at)
        elif entry.start < at:
            report.add(say.OVERLAPPING, entry.name, name=entry.name)
            whole = False
        at = max(at, entry.end)
    if at > directory:
        report.add(say.DAMAGED)
        return False
    if at < directory:
        report.add(say.HIDDEN_DATA if entries else say.LEADING_DATA, count=directory - at)
    return whole


def _files(body: bytes, entries: list[_Entry], whole: bool, report: Report) -> Archive:
    files: dict[str, bytes] = {}
    unread: set[str] = set()
    for entry in entries:
        name = entry.name
        if name in files or name in unread:
            report.add(say.DUPLICATE, name, name=name)
            continue
        # Where entries share their bytes nothing is taken out: each would be counted as often as it is shared.
        if _readable(entry, report) and whole:
            data = body[entry.data : entry.end]
            if crc32(data) == entry.fields[5]:
                files[name] = data
                continue
            report.add(say.CHECKSUM, name, name=name)
        unread.add(name)
    for name, other in collisions([*files, *unread]):
        report.add(say.COLLIDING, name, name=name, other=other)
    return Archive(files, frozenset(unread))


def _readable(entry: _Entry, report: Report) -> bool:
    """Whether an entry is a plain file under a path that stays inside; else it is said why not."""
    name, (_, flags, method, *_), kind = entry.name, entry.fields, stat.S_IFMT(entry.mode)
    good = check_name(name, report)
    if good and name.encode("utf-8") != entry.raw:
        report.add(say.BAD_NAME, name, name=name)
        good = False
    if flags & _ENCRYPTED:
        report.add(say.ENCRYPTED, name, name=name)
        good = False
    elif method != _STORED or entry.fields[6] != entry.fields[7]:
        report.add(say.COMPRESSED, name, name=name, size=entry.fields[7])
        good = False
    if kind == stat.S_IFLNK:
        report.add(say.SYMBOLIC_LINK, name, name=name)
        return False
    if name.endswith("/") or kind not in (0, stat.S_IFREG):
        report.add(say.NOT_A_FILE, name, name=name)
        return False
    return good
