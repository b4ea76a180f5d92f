"""The standard wordings: frozen as written, every line reached, everything given is said, and well said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import legal_values
from conftest import ROOT, check_files, check_text
from legal_values import batches
from policyc.clauses import PACKAGES, WORDINGS, catalogue
from policyc.clauses import freeze as freezer
from policyc.compose.page import plain
from policyc.compose.sentences import lines, sentences
from policyc.compose.wording import selected
from policyc.model.structure import document_type
from policyc.pipeline import Checked, emit
from policyc.vocab import CATEGORIES, concepts
from test_clause_pages import BEFORE, TYPES, check_example, good
from wording_cases import CASES, DOCUMENTS, OWN_ROWS

REGISTERS = ("web", "articles")
DOCUMENT = document_type(catalogue())


def every_value(register: str) -> Iterator[Checked]:
    """Every field with each of its values, and what a document and a part hold besides clauses."""
    for cases in batches(legal_values.alone()):
        yield check_text(legal_values.document(cases, register)[0])
    for case in legal_values.frame():
        yield check_text(legal_values.document((case,), register)[0])


def documents(register: str) -> Iterator[Checked]:
    """All examples: those of the pages, further ones, and whole documents."""
    for folder in PACKAGES:
        for example in (*good(folder), *CASES.get(folder, ())):
            yield check_example(example, register)[0]
    yield from every_value(register)
    starter = (ROOT / "src" / "policyc" / "starters" / "privacy-notice.policy.txt").read_text(encoding="utf-8")
    starter = starter.replace("{{name}}", "notice").replace("register: web", f"register: {register}")
    yield check_files({"test.policy": starter})
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


def test_every_target_takes_them(checked: tuple[str, list[Checked]]) -> None:
    for one in checked[1]:
        assert all(output.files for output in emit(one))


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
                if section.partition(".")[0] == node.type.word or node.type.role != "item":
                    # That a list goes on is said behind its values.
                    said = {node.fact(word) for word in node.fields} if section.endswith("etc") else ()
                    reached |= {(owner, section, row) for row, _ in selected(rows[register], node, said)}
    every = {(o, s, row) for o, sections in WORDINGS.items() for s, rows in sections.items() for row in rows[register]}
    missed = sorted(every - reached)
    assert not missed, "\n".join(map(str, missed))


# What a proof-reader marks: doubled particles, stops and brackets, widths mixed, blanks at an end.
FAULTS = re.compile(r"。。|、、|、。|。、|^、|をを|はは|にに|がが|（）|「」|：$|[,;?!()]|^ | $|　$")
WEB_IN_ARTICLES = re.compile(
    r"(?:ます|です|ません|ください)(?:。|$)|ご本人|ご請求|お問い合わせ(?!内容|フォーム|に対応)|といいます"
)
ARTICLES_IN_WEB = re.compile(r"(?:する|とする|しない|である|という)。")
# What rows of the vocabulary are called is the same in both registers.
_CALLED = sorted({row.ja for category in CATEGORIES for row in concepts(category).values()}, key=len, reverse=True)
POLITE = re.compile("|".join(re.escape(name) for name in _CALLED if WEB_IN_ARTICLES.search(name)))


def test_well_written(checked: tuple[str, list[Checked]]) -> None:
    register, files = checked
    for one in files:
        for document in one.documents:
            for _, _, line in lines(document.composition.page):
                text = plain(line)
                assert not FAULTS.search(text), text
                # What an author wrote is the author's, and rows of the vocabulary have their names.
                other = WEB_IN_ARTICLES if register == "articles" else ARTICLES_IN_WEB
                assert any(run.literal for run in line) or not other.search(POLITE.sub("", text)), text


def test_no_sentence_of_the_real_page(shared: Path) -> None:
    """The seed's sentences are its owner's. (Phrases of the statutes may be in both.)"""
    page = re.sub(r"\s", "", (shared / "seed" / "page.md").read_text(encoding="utf-8"))
    for sections in WORDINGS.values():
        for section in sections.values():
            for rows in section.values():
                for _, text in rows:
                    words = re.sub(r"\{[\w.\-]+\|?|\}|\s", "", text)
                    assert not [words[i : i + 18] for i in range(len(words) - 17) if words[i : i + 18] in page], text


def _page(body: str, register: str = "articles") -> str:
    checked = check_example(body, register)[0]
    assert checked.ok, [d.message("ja") for d in checked.diagnostics]
    return "\n".join(plain(line) for _, _, line in lines(checked.documents[0].composition.page))


def test_paragraphs_of_an_article_are_numbered() -> None:
    """From the second on, lists not counted; an author's blank line makes a paragraph too."""
    text = _page("amendment { notice: prior; effective: on-stated-date }")
    assert re.findall(r"^(\d　).", text, re.MULTILINE) == ["2　", "3　"]
    body = 'article "試行" {\n text: """\n  一つ目。\n  - 号\n\n  二つ目。\n  続き。\n  """\n'
    assert "一つ目。\n号\n2　二つ目。\n続き。\n" in _page(f"{body}}}\n")
    assert "2　" not in _page(f'{body}}}\nnumbering {{ paragraphs: "" }}\n')
    assert "2　" not in _page(f"{body}}}\n", "web")


def test_values_are_joined_as_statutes_do() -> None:
    def joined(users: str, how: str) -> str:
        return _page(f'joint-use {{ users: {users}; text: "{{users.{how}}}" }}').splitlines()[1]

    assert joined("mihon-hanbai", "及び") == "株式会社みほん販売"
    assert joined('mihon-hanbai, "甲社", "乙社"', "及び") == "株式会社みほん販売、甲社及び乙社"
    assert joined('mihon-hanbai, "甲社"', "or") == "株式会社みほん販売又は甲社"
    assert joined('mihon-hanbai, "甲社及び乙社"', "and") == "株式会社みほん販売並びに甲社及び乙社"
    assert joined('mihon-hanbai, "甲社", "その他の会社"', "及び") == "株式会社みほん販売、甲社その他の会社"


def test_words_behind_a_value_replace_the_standard_ones() -> None:
    text = _page('security-measures { measures: access-control "権限の限定", backup }')
    assert "権限の限定\n滅失又は毀損に備えた" in text


def test_dates_stand_at_the_end_unless_a_sentence_has_them() -> None:
    head = BEFORE.format(register="web").replace(
        "register: web", "register: web; enacted: 2020-04-01; revised: 2021-04-01"
    )
    said = 'amendment { notice: prior; text: "{notice|事前に}改定します。（{enacted}制定）" }'
    for body, end in (("", ["制定日：2020年4月1日", "改定日：2021年4月1日"]), (said, ["改定日：2021年4月1日"])):
        checked = check_files({"test.policy": f"{head}{body}\n}}\n"})
        assert checked.ok
        text = [plain(line) for _, _, line in lines(checked.documents[0].composition.page)]
        assert text[-len(end) :] == end
        assert text[-len(end) - 1] not in ("制定日：2020年4月1日",)


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
        ("web:\n  - when: item:delegates.bsis\n    text: a", "delegates has no field `bsis`"),
        ("web:\n  - each: usres\n    text: a", "`each: usres`"),
        ("web:\n  - when: one:usres\n    text: a", "no field `usres`"),
        ("web:\n  - when: one:purposes=text\n    text: a", "takes a field and nothing else"),
        ("web:\n  - when: one:responsible.address\n    text: a", "takes a field and nothing else"),
        ("web:\n  - text: '{users'", "never closed"),
        ("web:\n  - text: '{delegates}'", "needs the condition `item:delegates`"),
        ("web:\n  - use: list", "nothing is called `list`"),
        ("web:\n  - when: users", "either `text` or `use`"),
        ("shared:\n  list:\n    - text: a", "`list` is used nowhere"),
        ("web:\n  - txt: a", "web.0.txt"),
        ("web:\n  - text: a\nweb: []", "`web` is given twice"),
        ("items:\n  provision:\n    web: []", "no block `provision`"),
        ("web: [", "not YAML"),
        ("web: []", "joint-use: no row in web says `users: none`"),
        ("names: {users: 利用者}", "joint-use: no row in articles says `items: on-request`"),
        ("none: {usres: {web: a, articles: b}}", "no field `usres`"),
    ],
)
def test_faults_in_a_wording_file(text: str, said: str) -> None:
    sections, faults = freezer.load_wording(text, TYPES["joint_use"], DOCUMENT)
    assert any(said in message for _, message in faults), (faults, sections)
    assert all(line >= 1 for line, _ in faults)


def test_one_sentence_says_the_report_and_the_notice() -> None:
    condition = "個人の権利利益を害するおそれが大きいものが生じたとき"
    for register in REGISTERS:
        both = _page("breach { reported-to: commission; notifies: person-or-alternative }", register)
        assert both.count(condition) == 1 and "個人情報保護委員会に報告するとともに、" in both
        own = _page('breach { reported-to: commission "個人情報保護委員会に速報する"; notifies: person }', register)
        assert "個人情報保護委員会に速報するとともに、" in own
        assert _page("breach { notifies: person }", register).count(condition) == 1


def test_those_who_made_it_alone_hold_what_was_deleted() -> None:
    for register in REGISTERS:
        for source, held in (("made", True), ("received", False), ("made, received", True)):
            text = _page(f"pseudonymised-information {{ source: {source}; erases: when-unneeded }}", register)
            assert ("削除した記述等" in text) == held, (register, source)
        assert "削除した記述等" not in _page("pseudonymised-information { erases: when-unneeded }", register)


@pytest.mark.parametrize(
    ("clause", "web", "articles"),
    [
        ("sensitive-data { declared: none; except: EXCEPT }", "取得しません。", "取得しない。"),
        ("sensitive-data { basis: consent; except: EXCEPT }", "取得しません。", "取得しない。"),
        ("sensitive-data { except: EXCEPT }", "取得することがあります。", "取得することがある。"),
        ("third-party-provision { declared: none; except: EXCEPT }", "提供しません。", "提供しない。"),
        ("third-party-provision { basis: consent; except: EXCEPT }", "提供しません。", "提供しない。"),
        ("third-party-provision { except: EXCEPT }", "提供することがあります。", "提供することがある。"),
        (
            'purposes own { purpose a "商品の発送のため" { is: goods-delivery }; except: EXCEPT }',
            "取り扱いません。",
            "取り扱わない。",
        ),
    ],
)
def test_one_exception_is_no_list(clause: str, web: str, articles: str) -> None:
    """A single exception stands in its sentence, unless its author made it a sentence; several are a list."""
    for register, end in (("web", web), ("articles", articles)):
        for words, said in (("law", "法令に基づく場合"), ('"裁判所の命令に従う場合"', "裁判所の命令に従う場合")):
            text = _page(clause.replace("EXCEPT", words), register)
            (line,) = [line for line in text.splitlines() if said in line]
            assert re.search(f"は、{said}(?:を除き|は)、.*{end}$", line), line
        for several in ('"裁判所の命令に従うとき。"', "law, life-protection"):
            text = _page(clause.replace("EXCEPT", several), register)
            assert re.search("次(?:に掲げる|の)場合(?:を除き|には)、", text), text


def test_what_no_field_says_is_not_said() -> None:
    for register in REGISTERS:
        assert "取得" not in _page("children { under: 16 }", register).splitlines()[1]
        # That there is a contract is not that processors are chosen with care, or looked into.
        assert not re.search("選定|把握", _page("entrustment { to: cloud-provider; supervision: contract }", register))
        # How a person is identified says nothing of agents.
        assert "代理" not in _page("requests { accepts: disclosure; identity: documents }", register)
        assert "第三者に該当しない" not in _page("third-party-provision { basis: consent }", register)
        assert "同意が必要な変更" not in _page("amendment { notice: prior; effective: on-stated-date }", register)
        sent = "external-transmission { transmission { to: mihon; sends: cookie; basis: own-identifier-transmission } }"
        assert "外部の事業者" not in _page(sent, register)


def test_a_ground_abroad_is_said_in_words_of_the_law() -> None:
    for body in ("basis: equivalent-country", "provision { to: foreign-third-party; basis: equivalent-country }"):
        text = _page(f"third-party-provision {{ {body} }}")
        assert "提供先が、個人情報の保護に関する制度が我が国と同等の水準にあると認められる外国にあること" in text


def test_the_web_is_polite_throughout() -> None:
    bare = re.compile("(?<!ご)本人(?!確認)|(?<!ご)請求(?!され)")
    for word, sections in WORDINGS.items():
        for section, registers in sections.items():
            said = [text for _, text in registers["web"] if bare.search(text)]
            assert not said, (word, section, said)
