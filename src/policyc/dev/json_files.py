"""The JSON that policyc writes: its schemas, what they are made of, and who writes what they describe."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any, NamedTuple

from ..json_schema import schema_text

PACKAGE = Path(__file__).resolve().parents[1]
SCHEMAS = "schemas"
_BASE = "https://example.org/ns/policyc/schema/"
_SUFFIX = ".schema.json"


class Json(NamedTuple):
    """One format.

    `stem` is the last part of its `$id` with the number of the format, `root` what it is called in TypeScript, `home` the
    schema beside what writes it, `model` the module and class it is made of (empty where it is written by hand).
    """

    stem: str
    root: str
    written_by: str
    home: str
    model: str = ""

    @property
    def id(self) -> str:
        """The `$id` of its schema."""
        return f"{_BASE}{self.stem}{_SUFFIX}"

    @property
    def published(self) -> str:
        """The name of its schema in the folder of all."""
        return f"{self.stem}{_SUFFIX}"


# The name is that of its reference page and of its types.
FILES = {
    "policy.p3p": Json(
        "p3p-policy-1",
        "PolicyFile",
        "`policyc build`: `NAME/policy.p3p.json`",
        "emit/p3p/policy.p3p.schema.json",
        "emit.p3p.model_file:PolicyFile",
    ),
    "site-index": Json(
        "site-index-1",
        "IndexFile",
        "`policyc build`: `NAME/index.json`, for the index of a site",
        "emit/index/index.schema.json",
        "emit.index.models:IndexFile",
    ),
    "manifest": Json(
        "manifest-1",
        "OutputManifest",
        "`policyc build`: `NAME/manifest.json`",
        "package/manifest.schema.json",
        "package.models:OutputManifest",
    ),
    "index": Json(
        "index-1",
        "BuildIndex",
        "`policyc build`: `index.json`, beside the folders of the documents",
        "package/index.schema.json",
        "package.models:BuildIndex",
    ),
    "package": Json(
        "package-1",
        "Manifest",
        "`policyc pack`: `manifest.json` in the zip",
        "package/package.schema.json",
        "package.models:Manifest",
    ),
    "signature": Json(
        "signature-1",
        "Envelope",
        "`policyc sign`: `FILE.zip.dsse.json`",
        "package/signature.schema.json",
        "package.models:Envelope",
    ),
    "package-statement": Json(
        "package-statement-1",
        "Statement",
        "`policyc sign`: the payload of the signature",
        "package/statement.schema.json",
        "package.models:Statement",
    ),
    "diagnostics": Json(
        "diagnostics-1",
        "Findings",
        "`policyc check --format json`, `policyc verify --format json`",
        "diagnostics/diagnostics.schema.json",
        "diagnostics.models:Findings",
    ),
    "baseline": Json("baseline-1", "Baseline", "`policyc check --write-baseline`", "baseline/baseline.schema.json"),
    "audit": Json("audit-1", "Audit", "`policyc audit --format json`", "audit/audit.schema.json"),
    "rules": Json("rules-1", "Rules", "`policyc rules --format json`", "audit/rules.schema.json", "audit.models:Rules"),
    "law-coverage": Json(
        "law-coverage-1",
        "LawCoverage",
        "`policyc rules --coverage --format json`",
        "audit/law-coverage.schema.json",
        "audit.models:LawCoverage",
    ),
    "coverage": Json(
        "coverage-1",
        "CoverageFile",
        "`policyc coverage --format json`",
        "coverage/coverage.schema.json",
        "coverage.models:CoverageFile",
    ),
    "compare": Json(
        "compare-1",
        "ComparisonFile",
        "`policyc compare --format json`",
        "compare/compare.schema.json",
        "compare.models:ComparisonFile",
    ),
    "answers": Json(
        "answers-1", "Answers", "`policyc ask --format json`", "ask/answers.schema.json", "ask.models:Answers"
    ),
    "match": Json("match-1", "Match", "`policyc match --format json`", "match/match.schema.json"),
}


def schema(name: str) -> str:
    """The text of a schema: made of its model, or as it was written."""
    one = FILES[name]
    if not one.model:
        return (PACKAGE / one.home).read_text(encoding="utf-8")
    module, _, model = one.model.partition(":")
    return schema_text(getattr(importlib.import_module(f"policyc.{module}"), model), one.id)


def schemas() -> dict[str, dict[str, Any]]:
    """All schemas of now, by name."""
    return {name: json.loads(schema(name)) for name in FILES}
