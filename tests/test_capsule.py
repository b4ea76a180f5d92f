"""A clause is a capsule: what others know of it is declared in its folder, and no other code has its words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from conftest import ROOT
from policyc import clauses
from policyc.dev.matters import Declared, faults
from policyc.matters import Act, Matter, matters
from policyc.model.types import clause
from test_clause_pages import PACKAGES, check_example, good

PACKAGE = ROOT / "src" / "policyc"
# Words that pages and the law use of many things: only a text that is nothing else is taken for the clause.
ORDINARY = {
    *(
        "取得",
        "委託",
        "改定",
        "条項",
        "索引",
        "利用目的",
        "保存期間",
        "未成年者",
        "表示事項",
        "漏えい等",
        "事業者の名称",
    ),
}


class Allowed(NamedTuple):
    """Words that may stand in files, and what they mean there. A file that ends in `/` is a folder, in which any word may."""

    words: str
    means: str
    files: str


ALLOWED = (
    Allowed(
        "purposes",
        "a table of the facts, a category of the vocabulary, or a field of blocks and rows",
        "agreement/joint_use.py agreement/reduce.py agreement/transmissions.py ask/__init__.py compose/named.py "
        "emit/jsonld/__init__.py emit/jsonld/concepts.py emit/jsonld/sentences.py emit/p3p/compact.py emit/p3p/facts.py "
        "emit/p3p/losses.py emit/p3p/model_facts.py emit/p3p/purposes.py emit/p3p/statement_tree.py emit/text_ja/anchors.py facts/kinds.py "
        "law/appi/purposes.py law/freeze.py law/rows.py match/facts.py match/filters.py match/practices.py match/read.py match/schema.py model/lower.py "
        "reader/p3p.py vocab/targets.py",
    ),
    Allowed(
        "利用目的",
        "that field, or that category, in Japanese",
        "agreement/joint_use.py agreement/transmissions.py match/read.py match/words.py",
    ),
    Allowed(
        "purposes",
        "the clause of which the language speaks with `same as` and `within`",
        "model/scan.py model/value_kinds.py clauses/external_transmission/__init__.py clauses/joint_use/__init__.py "
        "clauses/sensitive_data/__init__.py",
    ),
    Allowed(
        "retention contact amendment",
        "a kind of fact: its table, its element, its property, or the end of its id",
        "facts/kinds.py law/rows.py emit/p3p/losses.py",
    ),
    Allowed("disclosures", "the same", "facts/kinds.py law/rows.py"),
    Allowed("retention", "what a block makes besides itself, as the end of its id", "facts/identifiers.py"),
    Allowed(
        "retention",
        "the same",
        "agreement/reduce.py emit/jsonld/measures.py emit/jsonld/text.py explain/__init__.py model/lowerings.py emit/p3p/things.py",
    ),
    Allowed("contact amendment", "the same", "emit/jsonld/context.py"),
    Allowed("amendment", "the same", "emit/jsonld/document.py"),
    Allowed("contact", "the same", "emit/jsonld/parties.py"),
    Allowed("disclosures", "the same", "emit/jsonld/__init__.py emit/p3p/facts.py"),
    Allowed("breach", "a kind of rows of the law: measures of article 26", "law/rows.py law/reading.py law/freeze.py"),
    Allowed("joint-use", "the action, of which article 41 speaks", "law/appi/purposes.py"),
    Allowed("retention", "RETENTION of P3P", "emit/p3p/compact.py emit/p3p/statement_tree.py"),
    Allowed(
        "contact",
        "a purpose, or a part of the data schema, of P3P",
        "emit/p3p/categories.py emit/p3p/compact.py emit/p3p/model_p3p.py emit/p3p/purposes.py vocab/p3p_base.py",
    ),
    Allowed(
        "collection entrustment external-transmission joint-use third-party-provision",
        "elements of the P3P extension, by the member and not by the clause",
        "emit/p3p/things.py",
    ),
    Allowed(
        "children contact requests retention 保存期間 未成年者 開示等の請求",
        "keys and choices of the language of demands",
        "match/words.py",
    ),
    Allowed("children contact retention", "the same", "match/read.py match/required.py"),
    Allowed("children retention", "the same", "match/canonical.py"),
    Allowed("contact", "the same", "match/schema.py"),
    Allowed(
        "requests breach 開示等の請求 第三者提供",
        "choices of fields (what a desk takes, on which grounds use ceases), and terms for them",
        "emit/jsonld/terms.py",
    ),
    Allowed("requests", "the same", "agreement/matters.py reader/terms.py"),
    Allowed("requests 開示等の請求", "the same, in another clause", "clauses/contact/__init__.py"),
    Allowed("breach 漏えい等 第三者提供", "the same, in another clause", "clauses/requests/__init__.py"),
    Allowed(
        "contact 第三者提供",
        "fields of another clause that are called alike",
        "clauses/pseudonymised_information/__init__.py",
    ),
    Allowed("安全管理措置", "a field of another clause (art. 43(6))", "clauses/anonymised_information/__init__.py"),
    Allowed("改定 表示事項", "an event of a document, and a disclosure", "emit/jsonld/terms.py"),
    Allowed("共同利用", "a note on the class of DPV for joint users", "emit/jsonld/practices.py"),
    Allowed(
        "entrustment 委託 事業の承継 joint-use 共同利用",
        "choices of another clause: what article 27(5) says of them",
        "clauses/third_party_provision/__init__.py",
    ),
    Allowed("安全管理措置", "what is written in the schema of facts", "facts/kinds.py"),
    Allowed("共同利用", "the same", "facts/practices.py"),
    Allowed("joint-use", "the same: an example", "facts/statements.py"),
    Allowed("共同利用", "findings on one provision (art. 27(5)(iii)) across documents", "agreement/joint_use.py"),
    Allowed(
        "外部送信",
        "findings on one provision (Telecommunications Business Act, art. 27-12)",
        "agreement/transmissions.py",
    ),
    Allowed("外部送信", "titles of a kind of document", "agreement/links.py model/document_kinds.py"),
    Allowed(
        "index",
        "a kind of document, a target, a file or a number in a list",
        "agreement/links.py dev/examples.py dev/json_files.py emit/__init__.py emit/index/__init__.py manifest.py "
        "sarif/log.py sarif/places.py sarif/statutes.py vocab/__init__.py",
    ),
    Allowed("children", "what is inside a node", "model/tree.py published/tree.py"),
    Allowed(
        "article",
        "an element of HTML",
        "audit/render/html.py published/content.py published/format.py published/markup.py",
    ),
    Allowed(
        "article",
        "an article of the law",
        "audit/rule_list.py cli/explain.py emit/p3p/concepts.py reader/p3p.py vocab/explain.py wording/lints/personal_data.py",
    ),
    Allowed("条項", "the same", "audit/render/markdown.py audit/rule_list.py audit/statutes.py dev/reference.py"),
    Allowed("改定", "a word of pages that has two spellings", "wording/lints/terms.py"),
    Allowed(
        "article", "prose, which is what a section is that nobody recognises", "importer/plan.py importer/write.py"
    ),
    Allowed("disclosures", "what a page of labels and values becomes", "importer/plan.py"),
    # One recogniser for each clause, by its word: they go when sections are read by the declarations themselves.
    Allowed("", "recognisers", "importer/recognise/"),
)


class Said(NamedTuple):
    """A word of a clause in the code of others."""

    file: str
    word: str
    line: int


def words() -> dict[str, str]:
    """The English and the Japanese word of every clause, with its folder."""
    found = {}
    for one in clauses.catalogue():
        folder = one.package.rpartition(".")[2]
        found[one.word] = found[one.ja] = folder
    return found


def spoken(tree: ast.AST, known: dict[str, str]) -> Iterator[tuple[str, int]]:
    """Words of clauses in the texts of a module but its docstrings, with the line. A Japanese word counts wherever it stands,
    an English one with a hyphen as well; one that is a word of English, only where the text is no sentence."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            tokens = set(re.findall(r"(?<![\w-])[a-z]+(?:-[a-z]+)*(?![\w-])", node.value))
            plain = " " not in node.value.strip()
            for word in known:
                if word.isascii():
                    found = word in tokens and ("-" in word or plain)
                else:
                    found = word == node.value.strip() or (word not in ORDINARY and word in node.value)
                if found:
                    yield word, node.lineno


def others() -> Iterator[Said]:
    """All of them, outside of the folder of the clause and of what is made when files are frozen."""
    known = words()
    for path in sorted(PACKAGE.rglob("*.py")):
        file = path.relative_to(PACKAGE)
        if "frozen" in (path.stem, *file.parts) or path.name == "tables.py":
            continue
        own = file.parts[1] if file.parts[0] == "clauses" and len(file.parts) > 2 else ""
        for word, line in spoken(ast.parse(path.read_text(encoding="utf-8")), known):
            if known[word] != own:
                yield Said(str(file), word, line)


def test_no_word_of_a_clause_stands_outside_its_folder() -> None:
    """Both ways: what is not needed any more leaves the list."""
    folders = tuple(file for row in ALLOWED for file in row.files.split() if file.endswith("/"))
    allowed = {(file, word) for row in ALLOWED for file in row.files.split() for word in row.words.split()}
    found = {(said.file, said.word): said.line for said in others() if not said.file.startswith(folders)}
    unexpected = [f"{file}:{line}: {word}" for (file, word), line in found.items() if (file, word) not in allowed]
    assert not unexpected, "\n".join(unexpected)
    assert not allowed - set(found), allowed - set(found)
    assert all(any(said.file.startswith(folder) for said in others()) for folder in folders)


def compared(tree: ast.AST, known: dict[str, str]) -> Iterator[tuple[str, int]]:
    """Words of clauses with which the type of a block or the matter of an answer is compared: there they mean the clause."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            inside = list(ast.walk(node))
            if any(isinstance(one, ast.Attribute) and one.attr in ("topic", "type") for one in inside):
                texts = (one.value for one in inside if isinstance(one, ast.Constant))
                yield from ((text, node.lineno) for text in texts if isinstance(text, str) and text in known)


def test_no_code_asks_whether_a_clause_is_that_one() -> None:
    known = words()
    assert list(compared(ast.parse('if row.topic in ("contact", "x") or node.type.word == "index": ...'), known))
    for path in sorted(PACKAGE.rglob("*.py")):
        assert not list(compared(ast.parse(path.read_text(encoding="utf-8")), known)), path


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ('if row.action == "joint-use": ...', {"joint-use"}),
        ('TOPICS = {"collect": "collection"}', {"collection"}),
        ('f"declared-none: joint-use {x}"', {"joint-use"}),
        ('KEYS = "requests.fee|retention"', {"requests", "retention"}),
        ('LABEL = "共同利用の範囲"', {"共同利用"}),
        ('HEADING = ("取得",)', {"取得"}),
        # Sentences, docstrings, names of other things.
        ('"""A docstring on joint-use."""', set()),
        ('SAYS = "the purposes of the contact"', set()),
        ('SAYS = "個人情報の取得"', set()),
        ('ID = "joint-user"; FIELD = "purposes_of"', set()),
    ],
)
def test_words_are_seen(code: str, seen: set[str]) -> None:
    assert {word for word, _ in spoken(ast.parse(code), words())} == seen


@pytest.mark.parametrize("folder", PACKAGES)
def test_what_a_clause_states_is_declared(folder: str) -> None:
    """Every action in its own examples is one of its `acts`, or of those of others that it names; and so its facts."""
    known = matters()
    # Purposes and desks are named in other clauses too.
    tables = {table for matter in known.values() for table in matter.tables} - {"purposes", "contacts"}
    for example in good(folder):
        for document in check_example(example)[0].documents:
            places = {place.id: place.type for place in document.policy.places}
            for practice in document.policy.practices:
                own = known[places[practice.clause]]
                assert practice.action in (*(act.action for act in own.acts), *own.also), own.word
            for table in tables:
                for row in getattr(document.policy, table):
                    assert table in known[places[row.clause]].tables, row


def declared_by(word: str, matter: Matter, states: bool = True) -> Declared:
    about = ("条項", "A clause.")
    return Declared(word, clause(word, f"{word}条項", *about, (), states_practices=states), matter)


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([("organization", Matter(), False)], "organization: another block is called `organization`"),
        ([("a", Matter(), False), ("a", Matter(), False)], "a: another block is called `a`"),
        ([("a", Matter(), True)], "a: `acts` or `also` name what is done just where the clause states practices"),
        (
            [("a", Matter(acts=(Act("use"),)), False)],
            "a: `acts` or `also` name what is done just where the clause states practices",
        ),
        ([("a", Matter(acts=(Act("lend"),)), True)], "a: the vocabulary has no action `lend`"),
        ([("a", Matter(also=("use",)), True)], "a: no clause is the place for `use`"),
        ([("a", Matter(never="use"), False)], "a: no clause is the place for `use`"),
        (
            [("a", Matter(acts=(Act("use"),)), True), ("b", Matter(acts=(Act("use"),)), True)],
            "b: a is the place for `use` already; name it in `also`",
        ),
    ],
)
def test_declarations_that_do_not_fit_are_faults(rows: list[tuple[str, Matter, bool]], fault: str) -> None:
    assert fault in faults([declared_by(*row) for row in rows])


def test_nothing_is_wrong_with_what_fits() -> None:
    both = [
        ("a", Matter(acts=(Act("use"),), never="use"), True),
        ("b", Matter(also=("use",)), True),
        ("c", Matter(), False),
    ]
    assert not faults([declared_by(*row) for row in both])
