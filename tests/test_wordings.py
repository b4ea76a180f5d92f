"""The standard wordings: frozen as written, every line reached, everything given is said, and well said."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from conftest import SHARED, check_files
from policyc.clauses import PACKAGES, WORDINGS, catalogue
from policyc.clauses import freeze as freezer
from policyc.compose.page import plain
from policyc.compose.sentences import lines, sentences
from policyc.compose.wording import selected
from policyc.model.structure import document_type
from policyc.pipeline import Checked
from test_clause_pages import BEFORE, TYPES, check_example, good
from wording_cases import CASES, DOCUMENTS, OWN_ROWS

REGISTERS = ("web", "articles")
DOCUMENT = document_type(catalogue())


def documents(register: str) -> Iterator[Checked]:
    """All examples: those of the pages, further ones, and whole documents."""
    for folder in PACKAGES:
        for example in (*good(folder), *CASES.get(folder, ())):
            yield check_example(example, register)[0]
    entities = BEFORE.format(register=register).split("document ")[0]
    for source in DOCUMENTS:
        text = 'import "own.yaml"\n' + entities + source.replace("REGISTER", register)
        yield check_files({"test.policy": text, "own.yaml": OWN_ROWS})


@pytest.fixture(scope="module", params=REGISTERS)
def checked(request: pytest.FixtureRequest) -> tuple[str, list[Checked]]:
    return request.param, list(documents(request.param))


def test_frozen_is_current() -> None:
    for name, text in freezer.frozen_modules().items():
        assert (freezer.FOLDER / name).read_text(encoding="utf-8") == text, "run: python3 run.py freeze"


def test_everything_given_is_said(checked: tuple[str, list[Checked]]) -> None:
    for one in checked[1]:
        wrong = [d for d in one.diagnostics if d.severity == "error" and d.code.startswith(("syntax", "model", "text"))]
        assert not wrong, (one.source.text, [d.message("ja") for d in wrong])


def test_standard_sentences_have_facts_behind_them(checked: tuple[str, list[Checked]]) -> None:
    for one in checked[1]:
        for document in one.documents:
            bare = [s for s in sentences(document.composition.page) if not s.backed and s.literal is None]
            # The text before the first clause speaks of no fact.
            assert {s.node for s in bare} <= {document.node.id}, bare


def test_every_line_is_reached(checked: tuple[str, list[Checked]]) -> None:
    register, files = checked
    reached = set()
    for one in files:
        for node in (node for document in one.documents for node in document.node.walk()):
            owner = node.parent.type.word if node.type.role == "item" and node.parent else node.type.word
            for section, rows in WORDINGS.get(owner, {}).items():
                if section == node.type.word or node.type.role != "item":
                    reached |= {(owner, section, row) for row, _ in selected(rows[register], node)}
    every = {(o, s, row) for o, sections in WORDINGS.items() for s, rows in sections.items() for row in rows[register]}
    missed = sorted(every - reached)
    assert not missed, "\n".join(map(str, missed))


# What a proof-reader marks: doubled particles, stops and brackets, widths mixed, blanks at an end.
_FAULTS = re.compile(r"。。|、、|、。|。、|^、|をを|はは|にに|がが|（）|「」|：$|[,;?!()]|^ | $|　$")
_WEB_IN_ARTICLES = re.compile(r"(?:ます|です|ません|ください)(?:。|$)|ご本人|ご請求|お問い合わせ(?!内容|フォーム|に対応)|といいます")
_ARTICLES_IN_WEB = re.compile(r"(?:する|とする|しない|である|という)。")


def test_well_written(checked: tuple[str, list[Checked]]) -> None:
    register, files = checked
    for one in files:
        for document in one.documents:
            for _, _, line in lines(document.composition.page):
                text = plain(line)
                assert not _FAULTS.search(text), text
                # What an author wrote is the author's.
                other = _WEB_IN_ARTICLES if register == "articles" else _ARTICLES_IN_WEB
                assert any(run.literal for run in line) or not other.search(text), text


def test_no_sentence_of_the_real_page() -> None:
    """The seed's sentences are its owner's. (Phrases of the statutes may be in both.)"""
    if not SHARED.is_dir():
        pytest.skip("../shared is not beside this checkout")
    page = re.sub(r"\s", "", (SHARED / "seed" / "page.md").read_text(encoding="utf-8"))
    for sections in WORDINGS.values():
        for section in sections.values():
            for rows in section.values():
                for _, text in rows:
                    words = re.sub(r"\{[\w.\-]+\|?|\}|\s", "", text)
                    assert not [words[i : i + 18] for i in range(len(words) - 17) if words[i : i + 18] in page], text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("web:\n  - text: '{usres}'", "no field or block `usres`"),
        ("web:\n  - text: '{users}'", "needs a condition that says `users` is given"),
        ("web:\n  - when: user\n    text: a", "no field `user`"),
        ("web:\n  - when: declared=nothing\n    text: a", "`declared` cannot be `nothing`"),
        ("web:\n  - when: responsible.adress\n    text: a", "a field `adress`"),
        ("web:\n  - when: responsible\n    text: '{responsible.address}'", "needs the condition `responsible.address`"),
        ("web:\n  - when: item:provision\n    text: a", "no block `provision`"),
        ("web:\n  - each: usres\n    text: a", "`each: usres`"),
        ("web:\n  - text: '{users'", "never closed"),
        ("web:\n  - text: '{delegates}'", "needs the condition `item:delegates`"),
        ("web:\n  - use: list", "nothing is called `list`"),
        ("web:\n  - when: users", "either `text` or `use`"),
        ("shared:\n  list:\n    - text: a", "`list` is used nowhere"),
        ("web:\n  - txt: a", "web.0.txt"),
        ("web:\n  - text: a\nweb: []", "`web` is given twice"),
        ("items:\n  provision:\n    web: []", "no block `provision`"),
        ("web: [", "not YAML"),
    ],
)
def test_faults_in_a_wording_file(text: str, said: str) -> None:
    sections, faults = freezer.load_wording(text, TYPES["joint_use"], DOCUMENT)
    assert any(said in message for _, message in faults), (faults, sections)
    assert all(line >= 1 for line, _ in faults)
