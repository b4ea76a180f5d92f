"""Demands on policies: every answer with its sentence, no demand met by silence, and faults at their places."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import HEAD, POLICIES, ROOT, check_clause
from policyc import pipeline
from policyc.ask.words import below
from policyc.clauses import catalogue
from policyc.cli import group
from policyc.diagnostics.catalogue import kinds, pages
from policyc.match import Answer
from policyc.match.answers import answers
from policyc.match.read import _TAKES, MOST, read
from policyc.match.schema import days
from policyc.match.words import CHOICES, KEYS, SHARES, TOPICS, WHY
from policyc.reader import linked
from policyc.vocab import concepts, lookup

OUT = ROOT / "out"
CODES = sorted(code for code in kinds() if code.startswith("match/"))
SCHEMA = json.loads((ROOT / "src/policyc/match/match.schema.json").read_text(encoding="utf-8"))
_BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_ANNOUNCED = re.compile(r"# error: \[([a-z0-9/-]+)\]")

USES = '  purposes uses "利用目的" { purpose serve "サービスの提供のため" { is: service-provision } }\n'
COLLECTS = '  collection got "取得" { items: name, email }\n'


def asked(body: str, demand: str) -> Answer:
    """What a small policy of 株式会社みほん answers to one demand."""
    preferences, found = read("demands.yaml", f"demands:\n  - {demand}\n".encode())
    assert preferences is not None, [d.message("en") for d in found]
    checked = check_clause(body)
    broken = [d for d in checked.diagnostics if d.severity == "error" and not d.code.startswith("text/")]
    assert not broken, [f"{d.span.location()} {d.code} {d.message('en')}" for d in broken]
    files = pipeline.emit(checked, ("jsonld",))[0].files
    (answer,) = answers(linked.document("x", files["policy.jsonld"].encode()), preferences)
    return answer


def short(body: str, demand: str) -> tuple[str, list[str]]:
    found = asked(body, demand)
    return found.answer, list(dict.fromkeys(one.why for one in found.reasons))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["match", *arguments])


# -- what is answered -------------------------------------------------------------------------------------------------

GIVES = '  third-party-provision give "第三者提供" { %s }\n'
NEVER = '  third-party-provision give "第三者提供" { declared: none%s }\n'


@pytest.mark.parametrize(
    ("body", "demand", "answer", "why"),
    [
        # Silence is neither.
        ("", "forbid: {provide: any}", "not-stated", []),
        ("", "forbid: {provide: {for: advertising}}", "not-stated", []),
        ("", "forbid: {data: 病歴}", "not-stated", []),
        ("", "limit: {collect: {data: 氏名}}", "not-stated", []),
        # Stated, with all that is below the word.
        (GIVES % "to: advertising-business; for: advertising", "forbid: {provide: any}", "violated", ["stated"]),
        (GIVES % "to: advertising-business; for: personalised-advertising", "forbid: {provide: {for: marketing}}", "violated", ["stated"]),
        (GIVES % "to: advertising-business; for: advertising", "forbid: {provide: {to: third-party}}", "violated", ["stated"]),
        (GIVES % "to: advertising-business; for: advertising", "forbid: {share: {to: advertising-business}}", "violated", ["stated"]),
        # What the list leaves out.
        (GIVES % "to: delivery-company; for: goods-delivery", "forbid: {provide: {for: advertising}}", "met", ["excluded"]),
        (GIVES % "to: delivery-company; for: goods-delivery", "forbid: {provide: {to: advertising-business}}", "met", ["excluded"]),
        (GIVES % "to: delivery-company; data: address", "forbid: {provide: {data: email}}", "met", ["excluded"]),
        # A wider word, an end of a list, nothing listed.
        (GIVES % "to: third-party; for: marketing", "forbid: {provide: {for: advertising}}", "open", ["broader"]),
        (GIVES % "to: third-party; for: goods-delivery", "forbid: {provide: {to: advertising-business}}", "open", ["broader"]),
        (GIVES % "to: delivery-company; data: address, everything-else", "forbid: {provide: {data: email}}", "open", ["open-list"]),
        (GIVES % "to: delivery-company", "forbid: {provide: {data: email}}", "open", ["not-itemised"]),
        (GIVES % "to: delivery-company", "forbid: {provide: {for: advertising}}", "open", ["aim-unsaid"]),
        (GIVES % "basis: consent", "forbid: {provide: {to: advertising-business}}", "open", ["recipient-unsaid"]),
        # Of which kind a firm is, where it is and on what ground is not said.
        (GIVES % "to: mihon", "forbid: {provide: {to: advertising-business}}", "not-stated", ["kind-unsaid"]),
        (GIVES % "to: delivery-company", "forbid: {provide: {abroad: any}}", "not-stated", ["place-unsaid"]),
        (GIVES % "to: delivery-company", "forbid: {provide: {without: consent}}", "not-stated", ["ground-unsaid"]),
        # The law itself makes third parties of those who receive (arts. 27(1), 43(4)).
        (GIVES % "to: mihon", "forbid: {provide: {to: third-party}}", "violated", ["stated"]),
        ('  anonymised-information made "匿名加工情報" { items: age; provided: age; to: mihon; method: "暗号化した電子メール" }\n', "forbid: {provide-anonymised: {to: third-party}}", "violated", ["stated"]),
        # Declared none; exceptions of the law are no exceptions.
        (NEVER % "", "forbid: {provide: any}", "met", ["declared-none"]),
        (NEVER % "", "forbid: {provide: {for: advertising}}", "met", ["declared-none"]),
        (NEVER % "; except: law", "forbid: {provide: any}", "met", ["declared-but-law"]),
        (NEVER % "; except: consent", "forbid: {provide: any}", "open", ["exceptions"]),
        (NEVER % '; except: "当社が認める場合"', "forbid: {provide: any}", "open", ["exceptions"]),
        (NEVER % "", "forbid: {share: any}", "not-stated", []),
        ('  third-party-provision give "第三者提供" { declared: on-request }\n', "forbid: {provide: any}", "not-stated", ["on-request"]),
        ('  delegates third-party-provision [こちら](https://mihon.example/x/)\n', "forbid: {provide: any}", "not-stated", ["elsewhere"]),
        # Grounds.
        (GIVES % "basis: consent; except: law", "forbid: {provide: {without: consent}}", "met", ["on-ground"]),
        (GIVES % "basis: consent-by-terms", "forbid: {provide: {without: consent}}", "met", ["on-ground"]),
        (GIVES % 'basis: consent; except: "当社が認める場合"', "forbid: {provide: {without: consent}}", "open", ["exceptions"]),
        (GIVES % "basis: opt-out", "forbid: {provide: {without: consent}}", "violated", ["stated"]),
        # What is not collected is not handled; but what is sent from a browser need not be collected.
        (COLLECTS, "forbid: {data: 病歴}", "met", ["excluded"]),
        (COLLECTS, "forbid: {data: health, for: marketing}", "met", ["excluded"]),
        (COLLECTS, "forbid: {data: メールアドレス}", "violated", ["stated"]),
        (COLLECTS + GIVES % "to: delivery-company", "forbid: {provide: {data: 病歴}}", "met", ["excluded"]),
        (COLLECTS + GIVES % "to: delivery-company", "forbid: {provide: {data: 氏名}}", "open", ["not-itemised"]),
        (COLLECTS.replace("email", "personal-information"), "forbid: {data: 病歴}", "open", ["broader"]),
        ('  sensitive-data no "要配慮個人情報" { declared: none }\n', "forbid: {data: 病歴}", "met", ["declared-none"]),
        ('  sensitive-data no "要配慮個人情報" { declared: none }\n', "forbid: {share: {data: [病歴, 人種]}}", "met", ["declared-none"]),
        ('  sensitive-data no "要配慮個人情報" { declared: none }\n', "forbid: {data: [病歴, 氏名]}", "not-stated", []),
        # Purposes: those of the document, and within them.
        (USES, "forbid: {for: advertising}", "met", ["excluded"]),
        (USES, "forbid: {for: service-provision}", "violated", ["stated"]),
        (USES + '  entrustment out "委託" { to: processor; scope: within uses }\n', "forbid: {entrust: {for: service-provision}}", "open", ["within-scope"]),
        (USES + '  entrustment out "委託" { to: processor; scope: within uses }\n', "forbid: {entrust: {for: advertising}}", "met", ["excluded"]),
        # Names.
        ('  joint-use us "共同利用" { users: mihon; items: name }\n', "forbid: {joint-use: {named: 株式会社みほん}}", "violated", ["stated"]),
        ('  joint-use us "共同利用" { users: mihon; items: name }\n', "forbid: {joint-use: {named: 当社}}", "violated", ["stated"]),
        ('  joint-use us "共同利用" { users: mihon; items: name }\n', "forbid: {joint-use: {named: 株式会社れいじ}}", "met", ["excluded"]),
        (GIVES % "to: third-party", "forbid: {provide: {named: 株式会社れいじ}}", "open", ["broader"]),
        # Bounds.
        (COLLECTS, "limit: {collect: {data: [氏名, メールアドレス]}}", "met", ["within"]),
        (COLLECTS, "limit: {collect: {data: [氏名]}}", "violated", ["outside"]),
        (COLLECTS.replace("email", "everything-else"), "limit: {collect: {data: [氏名]}}", "open", ["open-list"]),
        (GIVES % "to: delivery-company", "limit: {provide: {to: [delivery-company, payment-company]}}", "met", ["within"]),
        (GIVES % "to: third-party", "limit: {provide: {to: delivery-company}}", "open", ["broader"]),
        (GIVES % "to: advertising-business", "limit: {provide: {to: delivery-company}}", "violated", ["outside"]),
        (GIVES % "to: mihon", "limit: {provide: {named: 株式会社みほん}}", "met", ["within"]),
        (GIVES % "to: mihon", "limit: {provide: {named: 株式会社れいじ}}", "violated", ["outside"]),
        (GIVES % "to: mihon", "limit: {provide: {to: delivery-company}}", "not-stated", ["kind-unsaid"]),
        (NEVER % "", "limit: {provide: {to: delivery-company}}", "met", ["declared-none"]),
        # What has to be said.
        ('  requests req "請求" { accepts: disclosure, correction }\n', "require: {right: [開示, 訂正]}", "met", ["stated"]),
        ('  requests req "請求" { accepts: disclosure }\n', "require: {right: erasure}", "not-stated", []),
        ('  requests req "請求" { declared: none }\n', "require: {right: disclosure}", "violated", ["declared-none"]),
        ('  retention keep "保存期間" { data: name; period: 2 years }\n', "require: {retention: {at-most: 3年, data: 氏名}}", "met", ["stated"]),
        ('  retention keep "保存期間" { data: name; period: 2 years }\n', "require: {retention: {at-most: 3年}}", "not-stated", ["others-unsaid"]),
        ('  retention keep "保存期間" { period: 2 years }\n', "require: {retention: {at-most: 24か月}}", "met", ["stated"]),
        ('  retention keep "保存期間" { period: 2 years }\n', "require: {retention: {at-most: 23か月}}", "violated", ["longer"]),
        ('  retention keep "保存期間" { period: "必要な期間" }\n', "require: {retention: {at-most: 3年}}", "open", ["criterion"]),
        ('  retention keep "保存期間" { period: "必要な期間" }\n', "require: {retention: any}", "met", ["stated"]),
        (NEVER % "", "require: {declared-none: 第三者提供}", "met", ["declared-none"]),
        (GIVES % "basis: consent", "require: {declared-none: third-party-provision}", "violated", ["stated"]),
        ("", "require: {declared-none: joint-use}", "not-stated", []),
        ("", "require: {operator: [name, phone]}", "not-stated", []),
        ('  children young "未成年者" { under: 16; consent: guardian }\n', "require: {children: any}", "met", ["stated"]),
        ("", "require: {children: any}", "not-stated", []),
    ],
)  # fmt: skip
def test_what_a_policy_answers(body: str, demand: str, answer: str, why: list[str]) -> None:
    assert short(body, demand) == (answer, why)


def sent(*more: str) -> str:
    rows = "".join(
        f'    transmission t{n} {{ sends: cookie; to: "例示解析株式会社"; for: access-analysis{one} }}\n'
        for n, one in enumerate(more)
    )
    return f'  external-transmission out "外部送信" {{\n{rows}  }}\n'  # fmt: skip


def test_a_way_to_stop_every_transmission() -> None:
    link, said = "; opt-out: <https://mihon.example/stop/>", '; opt-out: "設定の画面で停止できます。"'
    assert short(sent(link, said), "require: {opt-out: transmit}") == ("met", ["stated"])
    found = asked(sent(link, ""), "require: {opt-out: 外部送信}")
    assert (found.answer, len(found.reasons)) == ("not-stated", 1)


def test_where_a_recipient_is() -> None:
    country = GIVES % "to: delivery-company; country: US"
    found = asked(country, "forbid: {abroad: any}")
    assert found.answer == "violated" and found.reasons[0].about == ("US",)
    assert short(GIVES % "to: foreign-third-party", "禁止: {外国: any}") == ("violated", ["stated"])
    body = (
        '  organization reiji "株式会社れいじ" { country: JP }\n'
        '  joint-use us "共同利用" { users: reiji; items: name; text: "{users.full}（{users.country}）と{items}を共同利用します。" }\n'
    )
    assert short(body, "forbid: {joint-use: {abroad: any}}") == ("met", ["at-home"])
    assert short(body, "forbid: {abroad: any}") == ("not-stated", []), "of other ways to share nothing is said"


def test_the_sentence_and_the_line_stand_behind_an_answer() -> None:
    body = '  third-party-provision give "第三者提供" { to: advertising-business; for: advertising }\n'
    (reason,) = asked(body, "forbid: {provide: {for: advertising}}").reasons
    assert "提供" in reason.sentence and reason.origin.startswith("test.policy:")
    assert int(reason.origin.partition(":")[2]) == HEAD.count("\n") + 1
    assert reason.about == ("広告の表示",)


def test_the_policies_of_the_house(tmp_path: Path) -> None:
    """What a reader of the pages would say."""
    rows = {
        "forbid: {provide: {for: advertising}}": ("open", "violated"),
        "require: {right: disclosure}": ("met", "met"),
        "forbid: {abroad: any}": ("not-stated", "violated"),
        "require: {retention: {at-most: 3年}}": ("violated", "not-stated"),
        "forbid: {data: health, for: marketing}": ("met", "open"),
        "require: {contact: complaints}": ("met", "not-stated"),
        "limit: {entrust: {to: [配送業者, 決済代行会社, クラウドサービス事業者]}}": ("met", "open"),
        "forbid: {transmit: {for: advertising}}": ("violated", "not-stated"),
    }
    demands = tmp_path / "d.yaml"
    demands.write_text("demands:\n" + "".join(f"  - {row}\n" for row in rows), encoding="utf-8")
    done = run(str(demands), str(OUT), "--format", "json")
    made = json.loads(done.output)
    jsonschema.Draft202012Validator(SCHEMA).validate(made)
    assert done.exit_code == 1 and made["holds"] is False
    found = {one["id"]: [a["answer"] for a in one["answers"]] for one in made["documents"]}
    assert list(zip(found["mihon-privacy"], found["dmm-privacy"], strict=True)) == list(rows.values())
    assert any("mihon-terms" in file for file in made["left_out"])
    for document in made["documents"]:
        for one in document["answers"]:
            assert one["answer"] in ("not-stated",) or one["reasons"], one


# -- the words --------------------------------------------------------------------------------------------------------


def test_what_is_why_is_what_the_schema_has() -> None:
    assert set(SCHEMA["$defs"]["reason"]["properties"]["why"]["enum"]) == set(WHY)
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/policyc/match").glob("*.py"))
    for why in WHY:
        assert text.count(f'"{why}"') > 1, why


def test_matters_and_actions_are_those_of_the_language() -> None:
    clauses = {clause.word for clause in catalogue()}
    assert set(TOPICS.values()) <= clauses
    assert set(CHOICES["declared-none"]) <= clauses
    assert {*TOPICS, *SHARES} <= concepts("actions").keys()
    assert set(_TAKES) >= {name for place in KEYS.values() for name in place}


def test_a_word_takes_in_what_is_below_it() -> None:
    health = lookup("data", "health")
    assert health is not None
    assert below(health) >= {"pd:MedicalHealth", "jp-appi:MedicalHistory", "jp-appi:Disability", "pd:Prescription"}


@pytest.mark.parametrize(
    ("period", "count"),
    [("3年", 1095), ("1 year", 365), ("P2Y", 730), ("12か月", 365), ("6 months", 182.5), ("2週間", 14), ("90日", 90), ("P10D", 10)],
)  # fmt: skip
def test_periods(period: str, count: float) -> None:
    assert days(period) == count


@pytest.mark.parametrize(
    "period", ["", "三年", "3", "年", "3年間くらい", "-3年", "3.5年", "P", "99999年", "3 centuries"]
)
def test_what_is_no_period(period: str) -> None:
    assert days(period) == 0


def test_japanese_and_english_are_the_same() -> None:
    ja = "名称: 審査\n要求:\n  - 識別名: a\n    趣旨: 広告に使わない\n    重み: 望ましい\n    禁止: {第三者提供: {目的: 広告の表示, 提供先: 広告事業者}}\n"
    ja = ja.replace("広告事業者", concepts("recipients")["advertising-business"].ja)
    en = "name: 審査\ndemands:\n  - id: a\n    says: 広告に使わない\n    weight: should\n    forbid: {provide: {for: advertising, to: advertising-business}}\n"
    assert read("x", ja.encode())[0] == read("x", en.encode())[0] is not None
    ja = "要求:\n  - 必要: {保存期間: {以内: 3年, 情報: 氏名}}\n    趣旨: x\n  - 必要: {ないとの宣言: 共同利用}\n    趣旨: x\n"
    en = "demands:\n  - require: {retention: {at-most: 3 years, data: name}}\n    says: x\n  - require: {declared-none: [joint-use]}\n    says: x\n"
    assert read("x", ja.encode())[0] == read("x", en.encode())[0] is not None


def test_a_demand_without_words_says_itself() -> None:
    preferences, _ = read(
        "x", b"demands:\n  - require: {right:\n      disclosure}\n  - {id: b, forbid: {abroad: any}}\n"
    )
    assert preferences is not None
    assert [(one.id, one.says) for one in preferences.demands] == [
        ("1", "require: {right: disclosure}"),
        ("b", "forbid: {abroad: any}"),
    ]


# -- faults -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
def test_the_examples_of_a_page_are_true(code: str) -> None:
    bad, good = _BLOCK.findall(pages()[code])
    wanted = [(n, hit) for n, line in enumerate(bad.split("\n"), 1) for hit in _ANNOUNCED.findall(line)]
    made, found = read("demands.yaml", bad.encode())
    assert made is None and [(d.span.line, d.code) for d in found] == wanted and wanted[0][1] == code
    made, found = read("demands.yaml", good.encode())
    assert made is not None and found == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("demands: [{forbid: {provid: {for: x}}}]", [("match/unknown-key", "provid")]),
        ("demands: [{forbid: {provide: {for: advertizing}}}]", [("match/unknown-word", "advertizing")]),
        ("demands: [{forbid: {does: provde}}]", [("match/unknown-word", "provde")]),
        ("demands: [{forbid: {provide: any, entrust: any}}]", [("match/not-one", "provide"), ("match/not-one", "entrust")]),
        ("demands: [{forbid: {provide: soon}}]", [("match/wrong-value", "soon")]),
        ("demands: [{forbid: {}}]", [("match/wrong-value", "{}")]),
        ("demands: [{}]", [("match/not-one", "{}")]),
        ("demands: [{require: {right: 開示}, forbid: {abroad: any}}]", [("match/not-one", "{require: {right: 開示}, forbid: {abroad: any}}")]),
        ("demands: []", [("match/wrong-value", "[]")]),
        ("demands: [{weight: x, require: {contact: y}}]", [("match/wrong-value", "x"), ("match/wrong-value", "y")]),
        ("demands: [{limit: {provide: any}}]", [("match/wrong-value", "{provide: any}")]),
        ("demands: [{limit: {data: 氏名}}]", [("match/wrong-value", "{data: 氏名}")]),
        ("demands: [{require: {retention: soon}}]", [("match/wrong-value", "soon")]),
        ("demands: [{forbid: {abroad: [US]}}]", [("match/wrong-value", "[US]")]),
        ("demands: [{禁止: {abroad: any}, forbid: {abroad: any}}]", [("match/key-twice", "forbid")]),
        ("要求: [{必要: {請求: そんな請求}}]", [("match/unknown-word", "そんな請求")]),
    ],
)  # fmt: skip
def test_a_fault_is_shown_where_it_is(text: str, wanted: list[tuple[str, str]]) -> None:
    made, found = read("demands.yaml", text.encode())
    assert made is None and [(d.code, d.span.text) for d in found] == wanted
    for one in found:
        assert one.message("ja") and one.message("en") and one.help("ja") and one.help("en")


def test_a_slip_is_answered_with_the_nearest_word() -> None:
    for text, word in (
        ("{provide: {for: advertizing}}", "advertising"),
        ("{provid: any}", "provide"),
        ("{provide: {fro: x}}", "for"),
    ):
        _, found = read("x", f"demands: [{{forbid: {text}}}]".encode())
        assert f"Did you mean `{word}`?" in found[0].help("en")  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["a: &a [*a]", "[" * 50_000, "{a: " * 10_000, "demands: 'x", "\tdemands: x", "demands: !!python/object:os.system {}", "a: \x00", b"\xff\xfea", b"#" * (MOST + 1)],
)  # fmt: skip
def test_what_is_no_yaml_of_ours_is_refused(text: str | bytes) -> None:
    made, found = read("x", text.encode() if isinstance(text, str) else text)
    assert made is None and [d.code for d in found] == ["match/not-yaml"]


_WORDS = [
    *KEYS["file"],
    *KEYS["demand"],
    *KEYS["pattern"],
    *KEYS["need"],
    "at-most",
    "provide",
    "share",
    "any",
    "開示",
    "3年",
    "氏名",
]
_VALUES = st.recursive(
    st.sampled_from(_WORDS) | st.text(max_size=4) | st.integers() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_WORDS), inner, max_size=3),
    max_leaves=12,
)


@given(_VALUES, st.lists(_VALUES, max_size=3))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_no_text_raises(whole: object, demands: list[object]) -> None:
    """JSON is YAML, but for depth: whatever is in it, there are demands or a fault that lies in the text."""
    read_or_refused(whole, demands)


@pytest.mark.slow
@given(_VALUES, st.lists(_VALUES, max_size=3))
@settings(max_examples=1000, deadline=None)
def test_no_text_of_many_raises(whole: object, demands: list[object]) -> None:
    read_or_refused(whole, demands)


def read_or_refused(whole: object, demands: list[object]) -> None:
    for value in (whole, {"demands": demands}):
        text = json.dumps(value, ensure_ascii=False)
        made, found = read("x", text.encode("utf-8", "replace"))
        assert (made is None) == bool(found), text
        for one in found:
            assert 0 <= one.span.start <= one.span.end <= len(one.span.source.text)
            assert one.message("ja") and one.help("en")


# -- the command ------------------------------------------------------------------------------------------------------


def written(tmp_path: Path, *demands: str) -> str:
    path = tmp_path / "demands.yaml"
    path.write_text("name: 審査\ndemands:\n" + "".join(f"  - {one}\n" for one in demands), encoding="utf-8")
    return str(path)


def test_the_code_at_the_end(tmp_path: Path) -> None:
    privacy = str(OUT / "mihon-privacy")
    met, unmet = "require: {right: disclosure}", "forbid: {transmit: {for: advertising}}"
    assert run(written(tmp_path, met), privacy).exit_code == 0
    assert run(written(tmp_path, met, unmet), privacy).exit_code == 1
    assert run(written(tmp_path, met, f"{{weight: should, {unmet}}}"), privacy).exit_code == 0
    # Not to be told is not to be met.
    assert run(written(tmp_path, "forbid: {abroad: any}"), privacy).exit_code == 1


def test_what_is_shown(tmp_path: Path) -> None:
    demands = written(tmp_path, "{id: no-ads, says: 広告に使わない, forbid: {transmit: {for: advertising}}}")
    ja, en = run(demands, str(OUT / "mihon-privacy")), run(demands, str(OUT / "mihon-privacy"), "--lang", "en")
    assert "[反する] no-ads: 広告に使わない" in ja.output and "[violated] no-ads: 広告に使わない" in en.output
    assert "当社における利用目的：広告の表示 送信先における利用目的：趣味・嗜好に応じた広告の配信" in ja.output
    assert "mihon-privacy.policy:135" in ja.output
    assert "反する 1 — 満たさない必須の要求がある" in ja.output


def test_sentences_of_others_do_not_steer_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "policy.jsonld"
    text = (OUT / "mihon-privacy" / "policy.jsonld").read_text(encoding="utf-8")
    path.write_text(text.replace("ご本人からの次のご請求", "\\u001b[2Jご本人からの次のご請求"), encoding="utf-8")
    done = run(written(tmp_path, "require: {right: 開示}"), str(path))
    assert "ご本人からの次のご請求" in done.output and "\x1b" not in done.output


def test_sources_files_and_packages_answer_the_same(tmp_path: Path) -> None:
    demands = written(
        tmp_path, "require: {right: 開示}", "forbid: {provide: {for: advertising}}", "forbid: {abroad: any}"
    )
    package = tmp_path / "p.zip"
    assert CliRunner().invoke(group, ["pack", str(OUT), "-o", str(package)]).exit_code == 0
    shown = []
    for place in (
        OUT / "mihon-privacy",
        OUT / "mihon-privacy/policy.jsonld",
        POLICIES / "mihon-privacy.policy",
        package,
    ):
        rows = json.loads(run(demands, str(place), "--format", "json").output)["documents"]
        shown.append(next(row["answers"] for row in rows if row["id"] == "mihon-privacy"))
    assert shown[0] == shown[1] == shown[2] == shown[3]


def test_a_file_that_is_named_is_asked_whatever_it_is(tmp_path: Path) -> None:
    demands = written(tmp_path, "require: {right: 開示}")
    assert run(demands, str(OUT / "mihon-terms")).exit_code == 2
    done = run(demands, str(OUT / "mihon-terms" / "policy.jsonld"))
    assert done.exit_code == 1 and "[述べていない]" in done.output
    assert run(demands, str(POLICIES / "mihon-terms.policy")).exit_code == 1
    # Of a source with several documents the privacy notice is asked.
    both = (POLICIES / "mihon-privacy.policy").read_text(encoding="utf-8")
    both += 'document more "規約" { kind: terms; operator: company\n article a "総則" { text: "定めます。" }\n}\n'
    (tmp_path / "both.policy").write_text(both, encoding="utf-8")
    done = run(demands, str(tmp_path / "both.policy"), "--format", "json")
    assert done.exit_code == 0, done.output
    assert [one.rpartition("#")[2] for one in json.loads(done.stdout)["left_out"]] == ["more"]


def test_wrong_use(tmp_path: Path) -> None:
    good = written(tmp_path, "require: {right: 開示}")
    bad = tmp_path / "bad.yaml"
    bad.write_text("demands: [{forbid: {provide: {for: advertizing}}}]", encoding="utf-8")
    broken = tmp_path / "policy.jsonld"
    broken.write_text("{", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    for arguments in (
        [str(tmp_path / "none.yaml"), str(OUT)],
        [good, str(tmp_path / "gone")],
        [good, str(broken)],
        [good, str(tmp_path / "empty")],
    ):
        done = run(*arguments)
        assert done.exit_code == 2 and len(done.output.strip().splitlines()) == 1, done.output  # fmt: skip
    for lang in ("ja", "en"):
        done = run(str(bad), str(OUT), "--lang", lang)
        assert done.exit_code == 2 and "[match/unknown-word]" in done.stderr and "advertising" in done.stderr
    source = tmp_path / "x.policy"
    source.write_text(f"{HEAD}nonsense {{ }}\n}}\n", encoding="utf-8")
    assert run(good, str(source)).exit_code == 1


def test_a_package_that_was_changed_is_refused_and_fails(tmp_path: Path) -> None:
    demands = written(tmp_path, "require: {right: 開示}")
    folder = tmp_path / "packages"
    folder.mkdir()
    assert CliRunner().invoke(group, ["pack", str(OUT / "mihon-privacy"), "-o", str(folder / "a.zip")]).exit_code == 0
    assert run(demands, str(folder)).exit_code == 0
    shutil.copy(folder / "a.zip", folder / "b.zip")
    body = (folder / "b.zip").read_bytes()
    (folder / "b.zip").write_bytes(body.replace("開示".encode(), "閉示".encode()))
    done = run(demands, str(folder / "b.zip"))
    assert done.exit_code == 1 and done.stdout == ""
    done = run(demands, str(folder))
    assert done.exit_code == 1 and "b.zip" in done.stderr and "b.zip" not in done.stdout
