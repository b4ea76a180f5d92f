"""The record of a release: what it promises, as files; and one record held against a later one.

`python3 -m policyc.dev.promise.record` writes `schemas/released/VERSION/`. It is run when a version is released, or before that, when
something in it is broken on purpose; the record of a version that is out does not change any more.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from ... import law
from ...cli import _terminal
from ...diagnostics.catalogue import kinds
from ...version import VERSION
from .. import json_files
from ..typescript import declarations
from . import READERS, Break, context, names, schemas

CHECKOUT = json_files.PACKAGE.parents[1]
RELEASED = CHECKOUT / json_files.SCHEMAS / "released"
RETIRED = CHECKOUT / json_files.SCHEMAS / "retired-codes.txt"
_SCHEMA = ".schema.json"
_CONTEXT, _TERMS, _CODES, _TYPES = "context.jsonld", "terms.tsv", "codes.txt", "types.tsv"
Record = Mapping[str, str]


def now() -> dict[str, str]:
    """The record of the checkout as it is, by file name."""
    made = {one.published: json_files.schema(name) for name, one in json_files.FILES.items()}
    modules = [(name, json.loads(made[one.published]), one.root) for name, one in json_files.FILES.items()]
    vocabulary = CHECKOUT / "vocabulary"
    made[_CONTEXT] = (vocabulary / _CONTEXT).read_text(encoding="utf-8")
    made[_TERMS] = names.terms(path.read_bytes() for path in sorted(vocabulary.glob("*.ttl")))
    made[_CODES] = "".join(f"{code}\n" for code in sorted({*kinds(), *(rule.id for rule in law.every_rule())}))
    made[_TYPES] = names.exports((name, declarations(schema, root)) for name, schema, root in modules)
    return made


def released() -> dict[str, dict[str, str]]:
    """The records of all releases, by version."""
    folders = sorted(RELEASED.iterdir(), key=lambda folder: _numbers(folder.name))
    return {folder.name: read(folder) for folder in folders}


def read(folder: Path) -> dict[str, str]:
    """The record in a folder; empty where there is none."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*"))}


def broken(old: Record, new: Record, versions: tuple[str, str], retired: str = "") -> list[Break]:
    """What of the record of one version that of a later one breaks."""
    return [
        *_schemas(old, new, versions),
        *context.breaks(_context(old), _context(new)),
        *names.terms_broken(old[_TERMS], new[_TERMS]),
        *names.codes_broken(old[_CODES], new[_CODES], retired),
        *([] if may_break(*versions) else names.exports_broken(old[_TYPES], new[_TYPES])),
    ]


def may_break(old: str, new: str) -> bool:
    """Whether a version may bring formats with a new number: another major version; before 1.0, another minor one."""
    before, after = _numbers(old), _numbers(new)
    return before[0] != after[0] or (after[0] == 0 and before[1] != after[1])


def _schemas(old: Record, new: Record, versions: tuple[str, str]) -> Iterator[Break]:
    for name in (name for name in old if name.endswith(_SCHEMA)):
        if name in new:
            one, other = json.loads(old[name]), json.loads(new[name])
            yield from (found._replace(where=f"{name}#{found.where}") for found in schemas.breaks(one, other))
        elif not may_break(*versions):
            yield Break("format-removed", name, READERS)


def _context(record: Record) -> context.Context:
    made: context.Context = json.loads(record[_CONTEXT])["@context"]
    return made


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


def is_out(changelog: str, version: str) -> bool:
    """Whether a version is released: its heading in the change log says nothing else."""
    head = re.search(rf"^## {re.escape(version)}\b.*$", changelog, re.MULTILINE)
    return head is not None and "unreleased" not in head.group()


def behind(changelog: str, version: str, there: Record, made: Record) -> str:
    """What is wrong with the record of this version, if anything: one that is out has a record, which stays."""
    if not is_out(changelog, version) or there == made:
        return ""
    if not there:
        return f"{version} has no record: python3 -m policyc.dev.promise.record"
    return f"{version} is released, and its record stays: give the next version its number (version.py, CHANGELOG.md)"


def write(folder: Path, made: Record, changelog: str) -> str:
    """Write the record of the version that the folder is named after; returns why it was not written, if it was not."""
    there = read(folder)
    fault = behind(changelog, folder.name, there, made) if there else ""
    if not fault:
        folder.mkdir(parents=True, exist_ok=True)
        for name in there.keys() - made.keys():
            (folder / name).unlink()
        for name, text in made.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return fault


def main() -> int:
    """Write the record of this version, and say what of the one that was there it breaks."""
    there, made = read(RELEASED / VERSION), now()
    fault = write(RELEASED / VERSION, made, (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8"))
    for line in [fault] if fault else broken(there, made, (VERSION, VERSION)) if there else []:
        _terminal.say(str(line))
    return 1 if fault else 0


if __name__ == "__main__":
    sys.exit(main())
