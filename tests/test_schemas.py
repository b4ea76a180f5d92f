"""The schemas of all JSON that policyc writes: there is one for each, and what is written is as it says."""

from __future__ import annotations

import base64
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import POLICIES, ROOT, check_files, check_text
from policyc import published
from policyc.ask import questions
from policyc.cli import group
from policyc.compare import compare
from policyc.compare import json as comparison
from policyc.dev import examples
from policyc.dev.json_files import FILES, SCHEMAS, schemas
from policyc.diagnostics.render import json as findings
from policyc.emit import TARGET_NAMES, target
from policyc.json_schema import EXACT, OPEN

ALL = schemas()
VALIDATORS = {
    name: jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for name, schema in ALL.items()
}
PAGES = ROOT / "docs" / "reference" / "schemas"
SOURCES = sorted(POLICIES.glob("*.policy"))


def holds(name: str, value: Any) -> None:
    """A value is as the schema of that name says."""
    faults = [f"{fault.json_path}: {fault.message[:200]}" for fault in VALIDATORS[name].iter_errors(value)]
    assert not faults, (name, faults[:5])


def run(*words: str) -> Any:
    """What a command prints, as JSON."""
    done = CliRunner().invoke(group, [*words, "--format", "json"])
    assert done.exit_code in (0, 1) and not isinstance(done.exception, Exception), done.output
    return json.loads(done.stdout)


# ---- one for each ----


def test_every_format_that_the_code_names_has_a_schema() -> None:
    """A format is a constant `policyc-…-1`; that of a schema names it."""
    named = set()
    for path in (ROOT / "src" / "policyc").rglob("*.py"):
        if path.name != "models.py":
            named.update(re.findall(r'"(policyc-[a-z0-9-]+-[0-9]+)"', path.read_text(encoding="utf-8")))
    described = {value for schema in ALL.values() for value in formats(schema)}
    # Demands are read, never written.
    assert named - {"policyc-demands-1"} == {value for value in described if re.search(r"-[0-9]+$", value)}


def formats(schema: dict[str, Any]) -> Iterator[str]:
    for one in (schema, *schema.get("$defs", {}).values()):
        if "const" in one.get("properties", {}).get("format", {}):
            yield one["properties"]["format"]["const"]


def test_every_command_that_writes_json_names_its_schema() -> None:
    said = " ".join(one.written_by for one in FILES.values())
    context = click.Context(group)
    found = []
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        for option in command.params:
            if isinstance(option.type, click.Choice) and "json" in option.type.choices:
                found.append(name)
                assert f"policyc {name} " in said and f"{option.opts[0]} json" in said, name
    assert len(found) >= 7


def test_every_json_file_of_a_target_has_a_schema() -> None:
    made = [target(name).files for name in TARGET_NAMES]
    files = {name for rows in made for name, kind in rows.items() if kind == "application/json"}
    assert files == {"policy.p3p.json", "index.json"}
    said = " ".join(one.written_by for one in FILES.values())
    assert all(f"NAME/{name}" in said for name in files)


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_one_and_has_its_number(name: str) -> None:
    schema = ALL[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == FILES[name].id
    number = re.search(r"-(\d+)$", FILES[name].stem)
    assert number is not None
    for value in formats(schema):
        version = schema.get("properties", {}).get("version", {}).get("const", "")
        assert value.endswith(f"-{number[1]}") or version.partition(".")[0] == number[1], value


def test_the_identifiers_differ() -> None:
    assert len({one.id for one in FILES.values()}) == len(FILES)
    there = {path.name for path in (ROOT / SCHEMAS).glob("*.schema.json")}
    assert there == {one.published for one in FILES.values()}


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_closed_and_tells_what_each_member_means(name: str) -> None:
    for at, inner in objects(ALL[name], ""):
        assert inner.get("additionalProperties") is False, at
        for member, value in inner["properties"].items():
            assert value.get("description"), f"{at}/{member}"
        # A member of another name, or one that is needed and absent, is found.
        assert set(inner.get("required", ())) <= inner["properties"].keys(), at
    assert ALL[name]["description"]


def objects(schema: Any, at: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The schemas of objects with named members; conditions are no such."""
    if isinstance(schema, list):
        for number, one in enumerate(schema):
            yield from objects(one, f"{at}/{number}")
    elif isinstance(schema, dict):
        if schema.get("type") == "object" and "properties" in schema:
            yield at, schema
        for key, inner in schema.items():
            if key not in ("if", "then", "else", "allOf"):
                yield from objects(inner, f"{at}/{key}")


def test_our_own_keywords_stand_where_they_mean_something() -> None:
    for name, schema in ALL.items():
        text = json.dumps(schema)
        assert text.count(f'"{EXACT}"') == (1 if schema.get(EXACT) else 0), name
        for one in every(schema):
            assert OPEN not in one or "enum" in one or "const" in one, name


def every(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from every(inner)


# ---- what is written ----


def test_what_is_built_is_as_the_schemas_say() -> None:
    counts = dict.fromkeys(("policy.p3p", "site-index", "manifest"), 0)
    for name, pattern in (
        ("policy.p3p", "policy.p3p.json"),
        ("site-index", "index.json"),
        ("manifest", "manifest.json"),
    ):
        for path in (ROOT / "out").glob(f"*/{pattern}"):
            holds(name, json.loads(path.read_bytes()))
            counts[name] += 1
    assert min(counts.values()) >= 2, counts
    holds("index", json.loads((ROOT / "out" / "index.json").read_bytes()))


def test_a_package_and_its_signature_are_as_the_schemas_say(tmp_path: Path) -> None:
    made = tmp_path / "x.zip"
    runner = CliRunner()
    assert runner.invoke(group, ["pack", str(ROOT / "out"), "-o", str(made)]).exit_code == 0
    assert runner.invoke(group, ["keygen", str(tmp_path / "x")]).exit_code == 0
    assert runner.invoke(group, ["sign", str(made), "--key", str(tmp_path / "x.key")]).exit_code == 0
    with zipfile.ZipFile(made) as package:
        holds("package", json.loads(package.read("manifest.json")))
    envelope = json.loads((tmp_path / "x.zip.dsse.json").read_bytes())
    holds("signature", envelope)
    holds("package-statement", json.loads(base64.b64decode(envelope["payload"])))
    holds("diagnostics", run("verify", str(made)))
    made.write_bytes(made.read_bytes()[:-40])
    broken = run("verify", str(made))
    holds("diagnostics", broken)
    assert broken["diagnostics"]


def test_findings_on_good_and_broken_sources_are_as_the_schema_says() -> None:
    members: set[str] = set()
    for folder in (POLICIES, ROOT / "tests" / "broken"):
        found = run("check", str(folder))
        holds("diagnostics", found)
        members.update(*(row.keys() for row in found["diagnostics"]))
    # All that a finding may have was met, but what only settings and a baseline give.
    assert members >= ALL["diagnostics"]["$defs"]["Finding"]["properties"].keys() - {"accepted", "known"}


def test_findings_that_are_accepted_or_known_are_as_the_schema_says(tmp_path: Path) -> None:
    source = ROOT / "src/policyc/dev/example.policy.txt"
    path = tmp_path / "mihon.policy"
    path.write_bytes(source.read_bytes())
    baseline = str(tmp_path / "baseline.json")
    assert CliRunner().invoke(group, ["check", str(path), "--write-baseline", baseline]).exit_code == 0
    holds("baseline", json.loads((tmp_path / "baseline.json").read_bytes()))
    found = run("check", str(path), "--baseline", baseline)
    holds("diagnostics", found)
    assert {True} == {"known" in row or "accepted" in row for row in found["diagnostics"]}
    assert sum("accepted" in row for row in found["diagnostics"]) == 1


def test_audits_and_coverages_are_as_the_schemas_say() -> None:
    audit = run("audit", str(POLICIES))
    holds("audit", audit)
    assert len({row["answer"] for one in audit["documents"] for row in one["rows"]}) >= 6
    several = run("coverage", str(POLICIES))
    holds("coverage", several)
    assert len(several["documents"]) > 1 and "document" not in several
    one = run("coverage", str(POLICIES / "mihon-privacy.policy"))
    holds("coverage", one)
    assert one["document"] == one["documents"][0]["document"]


def test_rules_are_as_the_schemas_say() -> None:
    rules = run("rules")
    holds("rules", rules)
    assert {row["state"] for row in rules["rules"]} >= {"in-force", "coming", "unanswerable"}
    assert {row["examples"] is None for row in rules["rules"]} == {True, False}
    holds("rules", run("rules", "--as-of", "2045-01-01"))
    holds("rules", run("rules", "nothing-is-called-so"))
    holds("law-coverage", run("rules", "--coverage"))


def test_comparisons_are_as_the_schema_says(tmp_path: Path) -> None:
    source = str(POLICIES / "mihon-privacy.policy")
    same = run("compare", source, str(ROOT / "out/mihon-privacy/policy.ja.html"))
    holds("compare", same)
    assert same["identical"]
    lines = (ROOT / "out/mihon-privacy/policy.ja.md").read_text(encoding="utf-8").split("\n")
    del lines[20:24]
    lines = [line.replace("当社", "弊社", 1) if number == 30 else line for number, line in enumerate(lines)]
    lines += ["", "どこにもない文です。"]
    (tmp_path / "page.md").write_text("\n".join(lines).replace("～", "〜"), encoding="utf-8")
    other = run("compare", source, str(tmp_path / "page.md"))
    holds("compare", other)
    assert {row["kind"] for row in other["differences"]} >= {"missing", "added"}


def test_answers_are_as_the_schema_says() -> None:
    words = {"data": "メールアドレス", "purpose": "広告の表示", "party": "配送業者"}
    given_ = 0
    for one in questions().values():
        asked = [words[one.takes]] if one.takes in words else []
        answers = run("ask", one.name, *asked, "--of", str(ROOT / "out"))
        holds("answers", answers)
        given_ += len(answers["answers"])
    assert given_ > 10
    holds("answers", run("ask", "--of", str(ROOT / "out"), "--sparql", "SELECT ?a WHERE { ?a a dpv:PrivacyNotice }"))
    holds("answers", run("ask", "--of", str(ROOT / "out"), "--sparql", "ASK { ?a a dpv:PrivacyNotice }"))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 400), st.integers(0, 30), st.text('{}:;"\n　、メa<>#[]()|', max_size=6))
def test_findings_on_any_source_are_as_the_schema_says(start: int, length: int, put: str) -> None:
    text = (ROOT / "src/policyc/dev/example.policy.txt").read_text(encoding="utf-8")
    checked = check_text(text[: start * 3] + put + text[start * 3 + length :])
    rows = [findings.row(one) for one in checked.diagnostics]
    holds("diagnostics", json.loads(findings.document(rows)))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text("当社は、お客様〜～ー－ \u200b<&", max_size=12), max_size=6), st.booleans())
def test_any_comparison_is_as_the_schema_says(lines: list[str], html: bool) -> None:
    text = (ROOT / "src/policyc/dev/example.policy.txt").read_text(encoding="utf-8")
    document = check_files({"mihon.policy": text}).documents[0]
    page = "".join(f"<p>{line}</p>\n" for line in lines) if html else "\n".join(lines)
    name = "page.html" if html else "page.txt"
    shown, found = published.read(page.encode("utf-8"), name, "", "")
    if shown is not None:
        compared = compare(document, shown)
        holds("compare", json.loads(comparison.document("mihon-privacy", name, shown, compared, found, str)))


# ---- the pages ----


def test_the_examples_of_the_pages_are_as_the_schemas_say() -> None:
    for name in FILES:
        text = (PAGES / f"{name}.md").read_text(encoding="utf-8")
        value = json.loads(text.split("```json\n")[1].split("```")[0])
        if name != "signature":  # its payload is cut
            holds(name, value)
        for member in ALL[name].get("properties", {}):
            assert f"`{member}`" in text, (name, member)


def test_the_examples_show_something() -> None:
    shown = examples.examples()
    assert shown.keys() == FILES.keys()
    lists = [inner for name, value in shown.items() for inner in value.values() if isinstance(inner, list)]
    assert sum(map(bool, lists)) > len(lists) / 2
    assert shown["diagnostics"]["diagnostics"] and shown["answers"]["answers"] and shown["baseline"]["findings"]
    assert shown["compare"]["differences"][0]["spots"][0]["characters"]


def test_the_index_links_every_page_and_nothing_else() -> None:
    text = (PAGES / "README.md").read_text(encoding="utf-8")
    linked = set(re.findall(r"\]\(([a-z0-9.-]+)\.md\)", text))
    assert linked == set(FILES) == {path.stem for path in PAGES.iterdir()} - {"README"}
