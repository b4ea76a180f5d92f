"""What was built reads back as typed facts, the same from each file, with the sentence behind each."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policyc
from conftest import ROOT, check_text
from policyc import matters, pipeline, reader, vocab
from policyc.emit.jsonld import CONTEXT
from policyc.emit.jsonld.terms import CHOICES
from policyc.emit.p3p import facts
from policyc.package.make import pack
from policyc.reader import Document, NotReadable, linked, order, p3p, terms
from policyc.reader.frozen import ACTIONS
from test_clause_pages import PACKAGES, check_example, good

OUT = ROOT / "out"
DOCUMENTS = sorted(path.parent.name for path in OUT.glob("*/manifest.json"))
PRIVACY = OUT / "mihon-privacy"
SOURCES = sorted([*(ROOT / "tests/law").glob("*.policy"), *(ROOT / "src/policyc/starters").glob("*.policy.txt")])


def privacy() -> Document:
    return policyc.read(PRIVACY).document()


# -- what is read -----------------------------------------------------------------------------------------------------


def test_a_policy_of_mihon() -> None:
    found = privacy()
    assert (found.id, found.kind, found.title) == ("mihon-privacy", "privacy-notice", "個人情報の取扱いについて")
    assert found.operator is not None and found.operator.name == "株式会社みほん"
    assert found.operator.representative == "代表取締役　見本　花子"
    assert [item.text for item in found.collected][:3] == ["氏名", "住所", "電話番号"]
    (joint,) = found.joint_uses
    assert [one.name for one in joint.recipients] == ["株式会社みほん", "株式会社みほん販売"]
    assert joint.responsible == found.operator
    assert [one.text for one in joint.purposes] == [
        "商品の発送及びサービスの提供のため",
        "問い合わせへの対応及びアフターサービスの提供のため",
    ]
    (entrusted,) = found.of("entrust")
    assert (entrusted.purposes_of, entrusted.scope) == ("uses", "within")
    assert {purpose.clause for purpose in entrusted.purposes} == {"uses"}
    assert [one.name for one in entrusted.recipients] == ["配送業者", "決済代行会社", "クラウドサービス事業者"]
    disclosure = next(right for right in found.rights if right.name == "開示")
    assert disclosure.article == "個人情報の保護に関する法律第33条第1項"
    assert disclosure.procedure is not None
    assert [desk.phone for desk in disclosure.procedure.desks] == ["03-0000-0000"]
    assert disclosure.procedure.fee == "none"
    # Of what else may be asked for, the source says nothing of a fee (第38条第1項).
    of_fee = ("notice-of-purposes", "disclosure", "record-disclosure")
    assert disclosure.procedure.fee_for == tuple(f"disclosure-requests.accepts/{right}" for right in of_fee)
    assert [(event.kind, event.date, event.sentence) for event in found.events] == [
        ("enacted", "2026-04-01", "制定日：2026年4月1日")
    ]
    assert ("sensitive-data", "none") in [(one.topic, one.stance) for one in found.declarations]


def test_the_sentence_behind_a_fact() -> None:
    """Every fact of the real page comes with words that stand on the page."""
    for name in ("mihon-privacy", "dmm-privacy"):
        page = (OUT / name / "policy.ja.txt").read_text(encoding="utf-8").replace("　", "").replace(" ", "")
        found = policyc.read(OUT / name).document()
        facts = [*found.practices, *found.purposes, *found.rights, *found.contacts, *found.events, *found.retentions]
        assert len(facts) > 20
        for fact in facts:
            assert fact.sentence, fact.id
            first = max(fact.sentence.split("\n")[0].split(" | "), key=len)
            assert first.replace("　", "").replace(" ", "") in page, (fact.id, first)


def test_all_documents_can_be_read() -> None:
    found = policyc.read(OUT)
    assert [one.id for one in found.documents] == DOCUMENTS
    assert {one.kind for one in found.documents} >= {"privacy-notice", "terms", "site-index"}
    assert found.document("mihon-terms").title
    with pytest.raises(KeyError):
        found.document()
    with pytest.raises(KeyError):
        found.document("nowhere")


def bare(value: Any) -> Any:
    """A document without what policy.p3p.json does not hold: sentences and terms."""
    if isinstance(value, tuple):
        fields = getattr(value, "_fields", ())
        if not fields:
            return [bare(one) for one in value]
        rows = zip(fields, value, strict=True)
        return {
            name: bare(one) for name, one in rows if name not in ("sentence", "terms", "basis_terms", "exception_terms")
        }
    return value


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if (OUT / name / "policy.p3p.json").exists()])
def test_both_files_say_the_same(name: str) -> None:
    by_linked = policyc.read(OUT / name / "policy.jsonld").document()
    by_p3p = policyc.read(OUT / name / "policy.p3p.json").document()
    assert bare(by_linked) == bare(by_p3p)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_both_files_say_the_same_of_other_sources(path: Path, tmp_path: Path) -> None:
    """The complete documents of the law and the starters, which state what the shipped policies do not."""
    source = tmp_path / path.name.replace(".policy.txt", ".policy")
    source.write_text(path.read_text(encoding="utf-8").replace("{{name}}", "mihon"), encoding="utf-8")
    made = policyc.compile(source, targets=("jsonld", "p3p"))
    assert made.ok and made.documents
    for id_, files in made.documents.items():
        by_linked = linked.document(id_, files["policy.jsonld"])
        if "policy.p3p.json" in files:
            assert bare(by_linked) == bare(p3p.document(id_, files["policy.p3p.json"]))


@pytest.mark.parametrize("folder", PACKAGES)
def test_both_files_say_the_same_of_every_clause(folder: str) -> None:
    """The good examples of the clauses' pages, which state every field there is."""
    compared = 0
    for example in good(folder):
        for output in pipeline.emit(check_example(example)[0], ("jsonld", "p3p")):
            files = {name: text.encode("utf-8") for name, text in output.files.items()}
            by_linked = linked.document(folder, files["policy.jsonld"])
            assert bare(by_linked) == bare(p3p.document(folder, files["policy.p3p.json"])), example
            compared += 1
    assert compared


def test_both_files_say_the_same_of_a_field_that_is_told_on_request() -> None:
    """The procedure of requests, which has the id of the field that says how it is done."""
    source = (
        'organization mihon "株式会社みほん" { address: "見本市" }\n'
        'document d "方針" { kind: privacy-notice; url: <https://mihon.example/d/>; operator: mihon; text: "{mihon.full}"\n'
        '  purposes { purpose p "配送のため" { is: goods-delivery } }\n'
        "  requests r { accepts: disclosure; procedure: on-request; identity: documents } }\n"
    )
    (output,) = pipeline.emit(check_text(source), ("jsonld", "p3p"))
    by_linked = linked.document("d", output.files["policy.jsonld"].encode("utf-8"))
    assert [(one.id, one.stance) for one in by_linked.declarations] == [("r.procedure", "on-request")]
    assert bare(by_linked) == bare(p3p.document("d", output.files["policy.p3p.json"].encode("utf-8")))


def test_a_package_reads_as_its_folders(tmp_path: Path) -> None:
    folders = {name: {path.name: path.read_bytes() for path in (OUT / name).iterdir()} for name in DOCUMENTS}
    body, _ = pack(folders, "out")
    assert body is not None
    (tmp_path / "mihon.zip").write_bytes(body)
    assert policyc.read(tmp_path / "mihon.zip") == policyc.read(str(OUT))


def test_the_example_of_the_guide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    body, _ = pack({"mihon-privacy": {path.name: path.read_bytes() for path in PRIVACY.iterdir()}}, "out")
    (tmp_path / "mihon.zip").write_bytes(body or b"")
    monkeypatch.chdir(tmp_path)
    exec(code, {})
    said = capsys.readouterr().out
    assert said.startswith("['株式会社みほん', '株式会社みほん販売'] ['氏名', ")


def test_rows_are_frozen() -> None:
    with pytest.raises(AttributeError):
        privacy().title = "x"  # type: ignore[misc]


# -- what the reader relies on ----------------------------------------------------------------------------------------


def test_practices_are_looked_for_where_they_are_written() -> None:
    # The reader may not import the compiler, so it has a table of its own, made when files are frozen.
    for action in vocab.concepts("actions"):
        assert order.MEMBERS.get(action, order.OTHERS) == facts.MEMBERS[matters.flow(action)]


def test_the_words_of_the_json_ld_are_those_that_are_written() -> None:
    for word, iri in terms.CONTEXT.items():
        written = CONTEXT[word]
        assert (written["@id"] if isinstance(written, dict) else written) == iri
    actions = {concept.id: concept.own or concept.dpv_terms[0] for concept in vocab.concepts("actions").values()}
    assert {id_: term for term, id_ in ACTIONS.items()} == actions
    notices = {concept.own or concept.dpv_terms[0]: concept.id for concept in vocab.concepts("notices").values()}
    assert {term: kind for term, kind in terms.KINDS.items() if kind != "site-index"} == notices
    for field in ("takes", "event", "scope", "silence"):
        for word, term in CHOICES[field].items():
            assert terms.WORDS[term] == word


def test_only_the_standard_library() -> None:
    """In an interpreter that has nothing else, and without the compiler."""
    code = (
        "import sys; before = set(sys.modules); import policyc\n"
        "assert policyc.read(sys.argv[1]).documents\n"
        "print(*(n for n in set(sys.modules) - before if n.startswith('policyc')))\n"
    )
    run = subprocess.run(
        [sys.executable, "-S", "-c", code, str(OUT)],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT / "src")},
    )
    assert run.returncode == 0, run.stderr
    rooms = {name.split(".")[1] for name in run.stdout.split() if "." in name}
    assert rooms == {"version", "reader", "package", "diagnostics", "source"}


# -- what is refused --------------------------------------------------------------------------------------------------


def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PRIVACY, tmp_path / "mihon-privacy"))


def changed(path: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    value = json.loads(path.read_bytes())
    change(value)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "change", "why"),
    [
        ("manifest.json", lambda v: v.update(format="policyc-manifest-2"), "policyc-manifest-2 is not known"),
        ("manifest.json", lambda v: v.update(format="other"), "no policyc-manifest-1"),
        ("manifest.json", lambda v: v.pop("artefacts"), "no whole manifest"),
        ("policy.p3p.json", lambda v: v.update(version="2.0"), "version 2.0 of the format is not known"),
        ("policy.p3p.json", lambda v: v.update(format="x"), "no policy.p3p.json"),
        ("policy.p3p.json", lambda v: v.pop("rights"), "no whole policy.p3p.json"),
        ("policy.p3p.json", lambda v: v["document"].update(title=5), "no whole policy.p3p.json"),
        ("policy.p3p.json", lambda v: v["data"][0].update(parts=[1]), "no whole policy.p3p.json"),
        ("policy.jsonld", lambda v: v["@graph"][0].update(version=2), "no whole JSON-LD of policyc"),
        ("policy.p3p.json", lambda v: v["jointUses"][0].update(recipients=["nobody"]), "no whole policy.p3p.json"),
        ("policy.jsonld", lambda v: v["@context"].update(policyc="https://example.org/ns/policyc-2#"), "format that"),
        ("policy.jsonld", lambda v: v["@context"].pop("policyc"), "no JSON-LD of policyc"),
        ("policy.jsonld", lambda v: v.update({"@graph": []}), "no JSON-LD of policyc"),
        ("policy.jsonld", lambda v: v["@graph"].pop(3), "no whole JSON-LD of policyc"),
    ],
)
def test_files_of_another_format(
    tmp_path: Path, name: str, change: Callable[[dict[str, Any]], object], why: str
) -> None:
    path = changed(copied(tmp_path) / name, change)
    with pytest.raises(NotReadable) as error:
        policyc.read(path.parent if name == "manifest.json" else path)
    assert why in str(error.value) and str(path.parent) in str(error.value)


def test_a_minor_version_more_is_read(tmp_path: Path) -> None:
    path = changed(copied(tmp_path) / "policy.p3p.json", lambda v: v.update(version="1.7", more=[]))
    assert policyc.read(path).document().id == "mihon-privacy"


def test_a_file_that_was_changed(tmp_path: Path) -> None:
    place = copied(tmp_path)
    changed(place / "policy.jsonld", lambda v: v["@graph"][0].update(version="2"))
    with pytest.raises(NotReadable, match="changed after it was built"):
        policyc.read(place)
    (place / "policy.jsonld").unlink()
    with pytest.raises(NotReadable, match="missing"):
        policyc.read(place)


@pytest.mark.parametrize("body", [b"", b"PK", b"PK\3\4" + bytes(40), b"[]", b"{", b"\xff", b"[" * 100_000])
@pytest.mark.parametrize("name", ["x.zip", "x.json", "x.jsonld", "x/manifest.json"])
def test_files_that_are_none_of_ours(tmp_path: Path, body: bytes, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(body)
    with pytest.raises(NotReadable):
        policyc.read(path.parent if "/" in name else path)


def _places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    rows = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for key, inner in rows for place in _places(inner, (*at, key)))]


@cache
def _whole(name: str) -> tuple[str, st.SearchStrategy[Any], st.SearchStrategy[str]]:
    """A file with all that the reader looks at, its places, and the names of nodes."""
    value = json.loads((PRIVACY / name).read_bytes())
    if name == "policy.jsonld":
        value["@context"] = {word: value["@context"][word] for word in terms.CONTEXT}
    ids = [node["id"] for node in json.loads((PRIVACY / "policy.jsonld").read_bytes())["@graph"]]
    return json.dumps(value), st.sampled_from(_places(value)[1:]), st.sampled_from(ids)


@pytest.mark.parametrize("name", ["policy.p3p.json", "policy.jsonld"])
@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_damaged_file_is_read_or_refused(name: str, data: st.DataObject) -> None:
    """Nothing else is raised, and nothing runs on for ever."""
    body, places, ids = _whole(name)
    value = json.loads(body)
    *way, last = data.draw(places)
    target = value
    for key in way:
        target = target[key]
    new = data.draw(st.none() | st.integers() | st.text(max_size=3) | ids | st.lists(ids, max_size=2) | st.just({}))
    target[last] = new
    module = linked if name == "policy.jsonld" else p3p
    with suppress(NotReadable):
        found = module.document(name, json.dumps(value).encode())
        assert all(isinstance(one.text, str) and isinstance(one.open, bool) for one in found.purposes)
        assert isinstance(found.title, str) and all(isinstance(one.sentence, str) for one in found.practices)


def test_a_sentence_is_not_looked_for_in_circles() -> None:
    value = json.loads((PRIVACY / "policy.jsonld").read_bytes())
    clause = next(node for node in value["@graph"] if node["id"].endswith("#disclosure-requests"))
    clause.pop("description", None)
    clause["statedIn"] = clause["id"]
    found = linked.document("x", json.dumps(value).encode())
    assert {right.sentence for right in found.rights} == {""}


def test_an_empty_folder_and_none(tmp_path: Path) -> None:
    with pytest.raises(NotReadable):
        policyc.read(tmp_path)
    with pytest.raises(OSError):
        policyc.read(tmp_path / "none.zip")


def test_everything_is_exported() -> None:
    assert sorted(reader.__all__) == reader.__all__
    assert all(getattr(reader, name).__doc__ for name in reader.__all__)


def test_a_date_that_stands_in_two_sentences_belongs_to_neither() -> None:
    found = {one.kind: one for one in policyc.read(ROOT / "out" / "mihon-terms").documents[0].events}
    assert found["enacted"].sentence == "制定　2025年10月1日"
    # 「…から施行する。」 is not said of the revision of the same day, nor 「改定　…」 of its entry into force.
    assert found["revised"].sentence == found["effective"].sentence == "2026年4月1日"
