"""The index of a site: its page, its JSON and what it says of the documents of the build."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import html as lxml_html

from conftest import POLICIES, ROOT, build_files, check_files, codes
from linked_cases import made
from policyc.emit.index import FILE, TARGET
from policyc.pipeline import Output

SCHEMA = json.loads((ROOT / "src/policyc/emit/index/index.schema.json").read_text(encoding="utf-8"))
HEAD = 'organization mihon "株式会社みほん" { called: "当社" }\n'
SITE = """\
import "privacy.policy"
document site "規約の一覧" {
  kind: site-index; url: <https://mihon.example/legal/>; operator: mihon
  index about "当社について" {
    entry terms "ご利用規約" <https://mihon.example/terms/> {
      entry points [ポイント規約](/terms/points/)
    }
    entry { document: privacy }
  }
}
"""
PRIVACY = HEAD + (
    'document privacy "個人情報の取扱い" { kind: privacy-notice; url: <https://mihon.example/privacy/>; operator: mihon\n'
    "  operator-identity { of: mihon }\n"
    "  collection { items: no-such-item }\n}\n"
)


def site(text: str = SITE) -> Output:
    return build_files({"site.policy": text, "privacy.policy": PRIVACY})


def real() -> Output:
    names = ("dmm-site.policy", "dmm-group.policy", "dmm-privacy.policy")
    return build_files({name: (POLICIES / name).read_text(encoding="utf-8") for name in names})


def data(output: Output) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(output.files[FILE])
    return made


def navigation(shared: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    """The groups of the seed's navigation: the list items before its text, under the lines between them."""
    page = (shared / "seed" / "seed.md").read_text(encoding="utf-8")
    groups: list[tuple[str, list[tuple[str, str]]]] = []
    heading = ""
    for line in page.splitlines():
        hit = re.fullmatch(r"\* \[・(.+)\]\((\S+)\)", line)
        if hit is None:
            heading = line or heading
        else:
            if not groups or groups[-1][0] != heading:
                groups.append((heading, []))
            groups[-1][1].append((hit[1], hit[2]))
    return groups


def test_the_navigation_of_the_real_page(shared: Path) -> None:
    listed = [
        (group["title"], [(entry["label"], entry["url"]) for entry in group["entries"]])
        for group in data(real())["groups"]
    ]
    assert [len(entries) for _, entries in listed] == [10, 5, 8]
    assert listed == navigation(shared)


def test_the_page_of_the_real_index_has_real_lists_and_links(shared: Path) -> None:
    page = lxml_html.fromstring(real().files["policy.ja.html"])
    for title, entries in navigation(shared):
        (section,) = [s for s in page.iter("section") if s.findtext("h2") == title]
        links = [(a.text_content(), a.get("href")) for a in section.iterfind("ul/li//a")]
        assert links == entries
        markdown = [f"・[{label}]({url})" for label, url in entries]
        assert "  \n".join(markdown) in real().files["policy.ja.md"]
        assert "\n".join(f"・{label}" for label, _ in entries) in real().files["policy.ja.txt"]


@pytest.mark.parametrize("output", [real, site])
def test_the_json_is_valid(output: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(data(output()))
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert data(output())["$schema"] == SCHEMA["$id"]


@pytest.mark.parametrize("change", ["label", "url", "id", "more", "empty"])
def test_the_schema_refuses_a_mutant(change: str) -> None:
    made = data(site())
    entry = made["groups"][0]["entries"][0]
    if change == "more":
        entry["colour"] = "red"
    elif change == "empty":
        entry["entries"] = []
    else:
        del entry[change]
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(made)


def test_entries_of_entries_and_of_documents() -> None:
    first, second = data(site())["groups"][0]["entries"]
    assert first["entries"] == [{"id": "points", "label": "ポイント規約", "url": "/terms/points/"}]
    assert second["document"] == "privacy"
    assert (second["label"], second["url"]) == ("個人情報の取扱い", "https://mihon.example/privacy/")
    page = lxml_html.fromstring(site().files["policy.ja.html"])
    (inner,) = page.iterfind(".//ul/li/ul/li/a")
    assert inner.get("href") == "/terms/points/"
    assert "・ご利用規約\n    ・ポイント規約\n・個人情報の取扱い\n" in site().files["policy.ja.txt"]


def test_an_index_is_no_p3p_policy_and_says_what_it_is() -> None:
    output = real()
    assert sorted(output.files) == [FILE, "policy.ja.html", "policy.ja.md", "policy.ja.txt", "policy.jsonld"]
    assert not [loss for loss in output.losses if loss.target == "p3p"]
    graph = {node["id"]: node for node in json.loads(output.files["policy.jsonld"])["@graph"]}
    url = output.document.policy.url
    assert graph[url]["type"] == ["schema:CollectionPage"]
    assert graph[url]["mainEntity"] == [f"{url}#about", f"{url}#partners", f"{url}#others"]
    entries = [entry for group in graph[url]["mainEntity"] for entry in graph[group]["itemListElement"]]
    assert len(entries) == len(output.document.policy.entries)
    assert all(graph[entry]["type"] == ["schema:ListItem"] and graph[entry]["item"] for entry in entries)
    assert graph[f"{url}#privacy"]["item"] == "https://terms.dmm.co.jp/privacy/"


def test_an_address_that_is_not_the_documents() -> None:
    text = SITE.replace("entry { document: privacy }", "entry [方針](/kojin/) { document: privacy }")
    found = check_files({"site.policy": text, "privacy.policy": PRIVACY})
    assert codes(found, "error") == ["model/entry-address-differs"]


def test_the_imported_document_is_judged_with_its_own_file_only() -> None:
    files = {"site.policy": SITE, "privacy.policy": PRIVACY}
    assert codes(check_files(files)) == []
    assert "model/unknown-name" in codes(check_files(files, "privacy.policy"))


def test_a_text_may_name_a_document_of_another_file() -> None:
    body = '  article "関連する文書" { text: "{privacy}をご覧ください。" }\n'
    text = SITE.replace("  index about", body + "  index about")
    assert "[個人情報の取扱い](https://mihon.example/privacy/)をご覧ください。" in site(text).files["policy.ja.md"]


def test_what_the_index_replaces() -> None:
    policy, page, _ = made("index")
    index = json.loads(TARGET.emit(policy, page, {}).files[FILE])
    jsonschema.validate(index, SCHEMA)
    assert index["document"]["replaces"] == "https://mihon.example/old-site/"
    without = json.loads(TARGET.emit(policy._replace(replaces=""), page, {}).files[FILE])
    assert "replaces" not in without["document"]
