"""The types of TypeScript: what policyc writes is of them, and what it does not write is not."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from conftest import POLICIES, ROOT
from policyc.cli import group
from policyc.dev.examples import written as examples
from policyc.dev.json_files import FILES
from policyc.dev.typescript import declarations

OUT = ROOT / "out"
FOLDER = ROOT / "docs" / "reference" / "types"


def written(files: dict[str, Any]) -> dict[str, list[Any]]:
    """Some values of each format, as the program writes them."""

    def read(pattern: str) -> list[Any]:
        return [json.loads(path.read_bytes()) for path in sorted(OUT.glob(pattern))]

    source = str(POLICIES / "mihon-privacy.policy")
    audit = CliRunner().invoke(group, ["audit", source, "--format", "json"]).output
    values = {name: [value] for name, value in files.items()}
    values["policy.p3p"] += read("*/policy.p3p.json")
    values["site-index"] += read("*/index.json")
    values["manifest"] += read("*/manifest.json")
    values["audit"].append(json.loads(audit))
    return values


@pytest.mark.slow
def test_what_is_written_is_of_the_types(tsc: Path, tmp_path: Path) -> None:
    for path in FOLDER.iterdir():
        shutil.copy(path, tmp_path)
    files = written(examples())
    assert files.keys() == FILES.keys() == {path.name.removesuffix(".d.ts") for path in FOLDER.iterdir()}
    for name, values in files.items():
        assert values, name
        lines = [f'import type {{ {FILES[name].root} as Root }} from "./{name}";']
        lines += [f"export const _{n}: Root = {json.dumps(value)};" for n, value in enumerate(values)]
        # The same with a member that is not of the format, or without its format, must not pass.
        wrong = {**values[0], "payloadType": 1} if "payloadType" in values[0] else {**values[0], "predicate": "other"}
        if "format" in values[0]:
            wrong = {**values[0], "format": "other"}
        for value in ({**values[0], "more": 1}, wrong):
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


@pytest.mark.slow
def test_an_open_list_lets_other_values_in(tsc: Path, tmp_path: Path) -> None:
    schema = {
        "$id": "x",
        "properties": {"open": {"enum": ["a", "b"], "x-open": True}, "closed": {"enum": ["a", "b"]}},
    }
    (tmp_path / "types.d.ts").write_text(declarations(schema, "Root"), encoding="utf-8")
    lines = [
        'import type { Root } from "./types";',
        'export const one: Root = {open: "later", closed: "a"};',
        "// @ts-expect-error",
        'export const two: Root = {open: "a", closed: "later"};',
    ]
    (tmp_path / "use.ts").write_text("\n".join(lines) + "\n", encoding="utf-8")
    run = subprocess.run(["node", tsc, "--strict", "--noEmit", "use.ts"], cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout


def test_what_a_type_looks_like() -> None:
    schema = {
        "$id": "x",
        "type": "object",
        "required": ["a-b", "list"],
        "properties": {
            "a-b": {"enum": ["x", 1], "description": "Either."},
            "list": {"type": "array", "items": {"anyOf": [{"$ref": "#/$defs/one"}, {"type": "null"}]}},
            "map": {"type": "object", "additionalProperties": {"type": "integer"}},
            "rows": {"type": "array", "items": {"type": "array", "items": {"type": "string"}}},
        },
        "$defs": {"one": {"const": True}},
    }
    assert declarations(schema, "Root").split("\n\n", 1)[1] == (
        "export interface Root {\n"
        "  /** Either. */\n"
        '  readonly "a-b": "x" | 1;\n'
        "  readonly list: readonly (One | null)[];\n"
        "  readonly map?: Readonly<Record<string, number>>;\n"
        "  readonly rows?: readonly (readonly string[])[];\n"
        "}\n\n"
        "export type One = true;\n"
    )
