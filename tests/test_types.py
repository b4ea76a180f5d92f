"""The types of TypeScript: what policyc writes is of them, and what it does not write is not."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from conftest import POLICIES, ROOT
from policyc.cli import group
from policyc.dev.freeze import TYPES
from policyc.dev.typescript import declarations

OUT = ROOT / "out"
FOLDER = ROOT / "docs" / "reference" / "types"


def written(tmp_path: Path) -> dict[str, list[Any]]:
    """Some files of each format, as the program writes them."""

    def read(pattern: str) -> list[Any]:
        return [json.loads(path.read_bytes()) for path in sorted(OUT.glob(pattern))]

    package = tmp_path / "x.zip"
    assert CliRunner().invoke(group, ["pack", str(OUT), "-o", str(package)]).exit_code == 0
    shutil.unpack_archive(package, tmp_path / "unpacked")
    source = str(POLICIES / "mihon-privacy.policy")
    (tmp_path / "demands.yaml").write_text(
        "demands: [{require: {right: 開示}}, {forbid: {share: {abroad: any}}}]", "utf-8"
    )
    matched = CliRunner().invoke(group, ["match", str(tmp_path / "demands.yaml"), str(OUT), "--format", "json"]).output
    audit = CliRunner().invoke(group, ["audit", source, "--format", "json"]).output
    return {
        "policy.p3p": read("*/policy.p3p.json"),
        "site-index": read("*/index.json"),
        "manifest": read("*/manifest.json"),
        "package": [json.loads((tmp_path / "unpacked" / "manifest.json").read_bytes())],
        "audit": [json.loads(audit)],
        "match": [json.loads(matched)],
    }


def test_every_manifest_is_as_its_schema_says() -> None:
    schema = json.loads((ROOT / "src/policyc/package/manifest.schema.json").read_text(encoding="utf-8"))
    for path in OUT.glob("*/manifest.json"):
        jsonschema.Draft202012Validator(schema).validate(json.loads(path.read_bytes()))


def test_what_is_written_is_of_the_types(tsc: Path, tmp_path: Path) -> None:
    for path in FOLDER.iterdir():
        shutil.copy(path, tmp_path)
    files = written(tmp_path)
    assert files.keys() == TYPES.keys() == {path.name.removesuffix(".d.ts") for path in FOLDER.iterdir()}
    for name, values in files.items():
        assert values, name
        lines = [f'import type {{ {TYPES[name][1]} as Root }} from "./{name}";']
        lines += [f"export const _{n}: Root = {json.dumps(value)};" for n, value in enumerate(values)]
        # The same with a member that is not of the format, or without its format, must not pass.
        for value in ({**values[0], "more": 1}, {**values[0], "format": "other"}):
            lines += ["// @ts-expect-error", f"export const _{len(lines)}: Root = {json.dumps(value)};"]
        (tmp_path / f"use-{name}.ts").write_text("\n".join(lines) + "\n", encoding="utf-8")
    words = ["--strict", "--noEmit", "--skipLibCheck", "false", "--target", "es2022"]
    sources = [path.name for path in tmp_path.glob("*.ts")]
    run = subprocess.run(["node", tsc, *words, *sources], cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[:3000] + run.stderr


def test_a_keyword_without_a_type_is_refused() -> None:
    schema = {"$id": "x", "type": "object", "properties": {"a": {"oneOf": [{"type": "string"}]}}}
    with pytest.raises(ValueError, match="oneOf"):
        declarations(schema, "Root")
    with pytest.raises(ValueError, match="patternProperties"):
        declarations({"$id": "x", "properties": {}, "patternProperties": {}}, "Root")


def test_what_a_type_looks_like() -> None:
    schema = {
        "$id": "x",
        "type": "object",
        "required": ["a-b", "list"],
        "properties": {
            "a-b": {"enum": ["x", 1], "description": "Either."},
            "list": {"type": "array", "items": {"anyOf": [{"$ref": "#/$defs/one"}, {"type": "null"}]}},
            "map": {"type": "object", "additionalProperties": {"type": "integer"}},
        },
        "$defs": {"one": {"const": True}},
    }
    assert declarations(schema, "Root").split("\n\n", 1)[1] == (
        "export interface Root {\n"
        "  /** Either. */\n"
        '  readonly "a-b": "x" | 1;\n'
        "  readonly list: readonly (One | null)[];\n"
        "  readonly map?: Readonly<Record<string, number>>;\n"
        "}\n\n"
        "export type One = true;\n"
    )
