"""Writes every generated file of the checkout: parser tables, vocabulary, wordings, schemas, reference pages."""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from ..cli import _terminal

PACKAGE = Path(__file__).resolve().parents[1]
CHECKOUT = PACKAGE.parents[1]


def generated() -> dict[Path, str]:
    """Path and text of every generated file, in the order in which they build on each other."""
    return {path: text for files in _stages() for path, text in files.items()}


def _stages() -> Iterator[dict[Path, str]]:
    """The files in stages: what a later one is made of has to be written, where an earlier one has changed."""
    # Loaded by its path: the package `syntax` needs the tables that this makes.
    yield {PACKAGE / "syntax" / "tables.py": _by_path(PACKAGE / "syntax" / "generate.py").tables_module()}
    for room in ("vocab", "clauses", "law"):
        yield {PACKAGE / room / name: text for name, text in _frozen(room).items()}
    matters = importlib.import_module("policyc.dev.matters")
    yield {PACKAGE / "matters" / "frozen.py": matters.matters_module()}
    yield {PACKAGE / "reader" / "frozen.py": matters.reader_module()}
    yield _published()


def _frozen(room: str) -> dict[str, str]:
    made: dict[str, str] = importlib.import_module(f"policyc.{room}.freeze").frozen_modules()
    return made


def _published() -> dict[Path, str]:
    files: dict[Path, str] = {}
    for name, text in importlib.import_module("policyc.ontology.freeze").published().items():
        files[CHECKOUT / "vocabulary" / name] = text
    for name, text in importlib.import_module("policyc.dev.reference").pages().items():
        files[CHECKOUT / "docs" / "reference" / name] = text
    # Last, as its examples run commands, and click lays out the help of one that ran otherwise.
    return files | _json_files()


def _json_files() -> dict[Path, str]:
    """Of each JSON that policyc writes: its schema, beside what writes it and in the folder of all, its types of
    TypeScript and its page."""
    made, typescript, pages = (
        importlib.import_module(f"policyc.dev.{name}") for name in ("json_files", "typescript", "schema_pages")
    )
    reference = CHECKOUT / "docs" / "reference"
    files = {}
    for name, one in made.FILES.items():
        text = made.schema(name)
        files[PACKAGE / one.home] = files[CHECKOUT / made.SCHEMAS / one.published] = text
        files[reference / "types" / f"{name}.d.ts"] = typescript.declarations(json.loads(text), one.root)
    for name, text in pages.pages().items():
        files[reference / "schemas" / name] = text
    return files


def _by_path(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("policyc_generate", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> int:
    """Write what has changed; with `--check` only name it, and end with 1."""
    only_check = "--check" in sys.argv[1:]
    stale = False
    for files in _stages():
        changed = {path: text for path, text in files.items() if not _is(path, text)}
        for path, text in changed.items():
            _terminal.say(str(path.relative_to(CHECKOUT)))
            if not only_check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
        stale = stale or bool(changed)
        if changed and not only_check:
            # What follows is made of these, and this process has read those that were there before.
            os.execv(sys.executable, [sys.executable, "-m", "policyc.dev.freeze"])
    return 1 if stale else 0


def _is(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
