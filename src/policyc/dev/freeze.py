"""Writes every generated file of the checkout: parser tables, vocabulary, wordings, schemas, reference pages."""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import sys
from pathlib import Path
from types import ModuleType

PACKAGE = Path(__file__).resolve().parents[1]
CHECKOUT = PACKAGE.parents[1]


def generated() -> dict[Path, str]:
    """Path and text of every generated file, in the order in which they build on each other."""
    files: dict[Path, str] = {}
    # Loaded by its path: the package `syntax` needs the tables that this makes.
    files[PACKAGE / "syntax" / "tables.py"] = _by_path(PACKAGE / "syntax" / "generate.py").tables_module()
    for room in ("vocab", "clauses", "law"):
        module = importlib.import_module(f"policyc.{room}.freeze")
        for name, text in module.frozen_modules().items():
            files[PACKAGE / room / name] = text
    for target, name in (("p3p", "policy.p3p.schema.json"), ("index", "index.schema.json")):
        schema = importlib.import_module(f"policyc.emit.{target}.models").schema_text()
        files[PACKAGE / "emit" / target / name] = schema
    for name, text in importlib.import_module("policyc.ontology.freeze").published().items():
        files[CHECKOUT / "vocabulary" / name] = text
    package, models = (importlib.import_module(f"policyc.{name}") for name in ("package", "package.models"))
    schema_text = importlib.import_module("policyc.emit.schema").schema_text
    files[PACKAGE / "package" / "package.schema.json"] = schema_text(models.Manifest, package.SCHEMA)
    files[PACKAGE / "package" / "manifest.schema.json"] = schema_text(models.OutputManifest, package.OUTPUT_SCHEMA)
    files |= _types(files)
    for name, text in importlib.import_module("policyc.dev.reference").pages().items():
        files[CHECKOUT / "docs" / "reference" / name] = text
    return files


# The JSON that other programs read: its schema, and what its root is called in TypeScript.
TYPES = {
    "policy.p3p": ("emit/p3p/policy.p3p.schema.json", "PolicyFile"),
    "site-index": ("emit/index/index.schema.json", "IndexFile"),
    "manifest": ("package/manifest.schema.json", "OutputManifest"),
    "package": ("package/package.schema.json", "Manifest"),
    "audit": ("audit/audit.schema.json", "Audit"),
    "match": ("match/match.schema.json", "Match"),
}


def _types(made: dict[Path, str]) -> dict[Path, str]:
    """Types of TypeScript, each from a schema that was just made, or that is written by hand."""
    declarations = importlib.import_module("policyc.dev.typescript").declarations
    files = {}
    for name, (schema, root) in TYPES.items():
        path = PACKAGE / schema
        text = made[path] if path in made else path.read_text(encoding="utf-8")
        files[CHECKOUT / "docs" / "reference" / "types" / f"{name}.d.ts"] = declarations(json.loads(text), root)
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
    changed = 0
    for path, text in generated().items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        changed += 1
        print(path.relative_to(CHECKOUT))
        if not only_check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    if changed and not only_check:
        # What is made of the vocabulary, such as its publication, was made of the one that was there before.
        os.execv(sys.executable, [sys.executable, "-m", "policyc.dev.freeze"])
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
