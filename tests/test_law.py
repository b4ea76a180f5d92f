"""The rules of law: all of them are there, each does what its examples show, and each answer comes about."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

from conftest import HEAD, check_text, codes
from policyc import law
from policyc.audit.findings import check, kind
from policyc.clauses import catalogue
from policyc.diagnostics import Findings
from policyc.law import conditions, freeze
from policyc.law.answers import judge
from policyc.law.conditions import Verdict
from policyc.law.patterns import says
from policyc.law.schema import RuleEntry, RuleFile, example
from policyc.model.structure import document_type

RULES = {rule.id: rule for rule in law.every_rule()}
HOW_MANY = {"condition": 151, "code": 11, "unanswerable": 22, "coming": 9}


@cache
def entries() -> dict[str, tuple[RuleFile, RuleEntry]]:
    """Every rule as its file has it."""
    return {
        rule.id: (file, rule) for folder in freeze.folders() for _, file in freeze.files(folder) for rule in file.rules
    }


def answers(text: str, code: str, as_of: str = law.NEWEST) -> list[str]:
    """The answers of one rule to the first document of a source, which must be free of errors."""
    checked = check_text(text)
    assert checked.ok, [(d.span.line, d.code, d.message("en")) for d in checked.diagnostics if d.severity == "error"]
    document = checked.documents[0]
    reading = law.Reading(document.policy, document.composition.page)
    return [answer.answer for answer in judge(RULES[code], reading, as_of)]


def clause(body: str, code: str) -> list[str]:
    return answers(f"{HEAD}{body}\n}}\n", code)


# -- all of them ------------------------------------------------------------------------------------------------------


def how(rule: law.Rule) -> str:
    """By what a rule is answered."""
    if rule.latest:
        return "coming"
    if rule.unanswerable[0] and not rule.undecided:
        return "unanswerable"
    return "code" if "'code'" in repr((rule.require, rule.forbid)) else "condition"


def test_how_many_rules_are_answered_by_what() -> None:
    assert Counter(map(how, RULES.values())) == HOW_MANY
    assert sum(HOW_MANY.values()) == law.COUNT == len(RULES) == 193


# From nothing at all to a statement: what is told on request is more than that there is none, and a document that is named
# is more than a promise to tell.
FROM_LEAST = ("missing", "none", "on-request", "delegated", "stated")


@pytest.mark.parametrize("how", ["any", "all"])
@pytest.mark.parametrize("one", FROM_LEAST)
@pytest.mark.parametrize("other", FROM_LEAST)
def test_the_best_and_the_worst_of_two_answers(how: str, one: str, other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """`any` answers as the best of its conditions, `all` as the worst, in whichever order they stand."""
    monkeypatch.setitem(
        conditions._FORMS, "told", lambda condition, _, __: Verdict(condition[1], lacking=(condition[1],))
    )
    ranks = {FROM_LEAST.index(one), FROM_LEAST.index(other)}
    told = conditions.ask((how, (("told", one), ("told", other))), None, None)  # type: ignore[arg-type]
    assert told.answer == FROM_LEAST[max(ranks) if how == "any" else min(ranks)]


# Rules whose message is not that of the research, and why.
REWORDED = {
    "tokusho/rule-23-5-nonconformity": "it did not say in plain words which goods it means, and what is to be shown",
}


# Rules that the research has not, each on a provision that it cites: what the declared facts show, and no text of it asks.
ADDED = {
    "appi/28-1-equivalent-country": "article 28(1) names the equivalent countries as a ground; which they are is a fact",
    "appi/43-1-identifying-items": "article 43(1) and the Rules, art. 34, forbid what a published list of items can show",
    "appi/43-4-within-items": "article 43(3) and (4) ask for two lists; how they stand to one another is a fact",
    "appi/27-5-3-joint-responsible-user": "the hint of 27-5-3-joint-responsible-name: one of the joint users",
    "appi/27-5-3-joint-operator-user": "the range of users is that of all of them",
    "appi/27-5-3-joint-scope-clear": "what 27-5-3-joint-scope states: so that a person can tell how far data go",
}


def test_the_rules_are_those_of_the_research(shared: Path) -> None:
    """Each rule of the research is in with its article, severity, verification state and words."""
    researched = {rule["id"]: rule for rule in yaml.safe_load((shared / "law" / "rules.yaml").read_text("utf-8"))}
    assert set(ADDED) < set(RULES)
    assert {code.replace("/", "-") for code in RULES if code not in ADDED} == set(researched)
    for code, rule in RULES.items():
        if code in ADDED:
            assert rule.verified and rule.sources, code
            continue
        source = researched[code.replace("/", "-")]
        assert rule.cites == source["article"], code
        assert rule.severity == {"info": "note"}.get(source["severity"], source["severity"]), code
        assert rule.verified == source["verified"], code
        same = (rule.message_ja, rule.message_en) == (source["message_ja"], source["message_en"])
        assert same == (code not in REWORDED), code
        assert rule.states == tuple(source["requires"]), code
        assert rule.guideline == source.get("guideline", ""), code


def test_a_rule_that_was_not_read_in_the_law_is_never_more_than_a_note() -> None:
    unread = [rule for rule in RULES.values() if not rule.verified]
    assert len(unread) == 8
    assert {kind(rule).severity for rule in unread} == {"note"}


def test_a_rule_that_only_looks_for_words_is_never_an_error() -> None:
    by_words = [rule for rule in RULES.values() if rule.by_words]
    assert len(by_words) > 10
    assert {kind(rule).severity for rule in by_words} == {"warning", "note"}


def test_what_is_asked_only_because_of_words_is_never_an_error() -> None:
    """A page that speaks of the matter in prose may say it in other words; one that declares the fact lacks a part."""
    rule = RULES["appi/41-4-pseudonymized-purpose"]
    assert rule.severity == "error" and not rule.by_words
    assert [kind(rule, guessed).severity for guessed in (False, True)] == ["error", "warning"]
    checked = check_text(f'{HEAD}article "仮名加工情報" {{ text: "当社は、仮名加工情報を作成します。" }}\n}}\n')
    found = [d for d in check(checked.documents, checked.sources) if d.code == rule.id]
    assert [d.severity for d in found] == ["warning"]


def test_topics_are_clauses_fields_or_names_of_delegations() -> None:
    """A topic that nothing can declare would never answer."""
    types = {c.word: c for c in catalogue()}
    items = {item.word: item for c in catalogue() for item in c.children if item.role == "item"}
    known = {*types, "foreign-transfer"}
    for block in (*types.values(), *items.values()):
        known |= {f"{block.word}.{key.word}" for key in block.keys}
    assert document_type(()).word == "document"
    for rule in RULES.values():
        assert set(rule.topics) <= known, (rule.id, set(rule.topics) - known)


def test_every_rule_says_what_to_do_in_both_languages() -> None:
    for rule in RULES.values():
        assert rule.message_ja and rule.message_en and rule.hint_ja and rule.hint_en, rule.id
        assert rule.hint_en[0].isascii() and rule.hint_en.endswith("."), rule.id


# -- the examples -----------------------------------------------------------------------------------------------------

SHOWN = sorted(code for code, (_, rule) in entries().items() if rule.require or rule.forbid)


@pytest.mark.parametrize("code", SHOWN)
def test_the_good_example_is_good(code: str) -> None:
    found = answers(example(*entries()[code])[0], code)
    assert not set(found) & set(law.WANTING), found
    # What only must not be said has no sentence that satisfies it.
    assert RULES[code].forbid or law.SATISFIED in found, found


@pytest.mark.parametrize("code", SHOWN)
def test_the_bad_example_is_found_out(code: str) -> None:
    found = answers(example(*entries()[code])[1], code)
    assert set(found) & {law.CONTRARY if RULES[code].forbid else law.MISSING}, found


# -- answers ----------------------------------------------------------------------------------------------------------

REQUESTS = "requests { accepts: disclosure }"


@pytest.mark.parametrize(
    ("body", "code", "expected"),
    [
        ("joint-use { declared: none }", "appi/27-5-3-joint-items", law.NONE),
        (
            "joint-use { delegates joint [共同利用](https://mihon.example/joint) }",
            "appi/27-5-3-joint-items",
            law.CARRIED,
        ),
        (
            "joint-use { items: delegated [項目](https://mihon.example/items); users: mihon }",
            "appi/27-5-3-joint-items",
            law.CARRIED,
        ),
        # Joint use is announced; telling on request is not enough (art. 27(5)(iii)).
        ("joint-use { items: on-request; users: mihon }", "appi/27-5-3-joint-items", law.MISSING),
        # For retained personal data it is (art. 32(1)).
        ("security-measures { declared: on-request }", "appi/32-1-4-security-measures", law.ON_REQUEST),
        ("requests { declared: on-request }", "appi/32-1-3-disclosure", law.ON_REQUEST),
        ("requests { procedure: [手続](https://mihon.example/r) }", "appi/32-1-3-disclosure", law.CARRIED),
        (REQUESTS, "appi/32-1-3-disclosure", law.SATISFIED),
        (REQUESTS, "appi/32-1-3-correction", law.MISSING),
        (REQUESTS, "appi/32-1-3-fee", law.NOT_TRIGGERED),
        ("requests { accepts: disclosure; fee: none }", "appi/32-1-3-fee", law.NONE),
        ("requests { accepts: disclosure; fee: 300 yen }", "appi/38-2-fee-reasonable", law.UNANSWERABLE),
        ("operator-identity { of: mihon }", "appi/27-5-3-joint-items", law.NOT_TRIGGERED),
        # In words of the vocabulary it can be told, in free prose it cannot.
        ("requests { accepts: disclosure; refuses: rights-harm }", "appi/33-2-refusal-grounds", law.SATISFIED),
        (
            'requests { accepts: disclosure; refuses: rights-harm, "不適当な場合" }',
            "appi/33-2-refusal-grounds",
            law.MISSING,
        ),
        (
            'requests { accepts: disclosure; refusal: "不適当な場合は、応じません。" }',
            "appi/33-2-refusal-grounds",
            law.UNANSWERABLE,
        ),
        (
            "requests { accepts: disclosure; refusal: with-reasons }",
            "appi/33-2-refusal-grounds",
            law.NOT_TRIGGERED,
        ),
        ("operator-identity { of: mihon }", "appi/r8-child", law.COMING),
        ("external-transmission { declared: none }", "telecom/27-12-1-data", law.NONE),
        (
            "external-transmission { delegates external-transmission [外部送信](https://mihon.example/t) }",
            "telecom/27-12-1-data",
            law.CARRIED,
        ),
    ],
)
def test_answers(body: str, code: str, expected: str) -> None:
    assert clause(body, code) == [expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('article "取得" { text: "取得の際に示した利用目的の範囲内で利用します。" }', law.CARRIED),
        ('article "取得" { text: "適正に取得します。" }', law.MISSING),
        # A page that tells of joint use alone is no notice of the purposes of use.
        ("joint-use { items: name; users: mihon; purposes: goods-delivery }", law.NOT_TRIGGERED),
        ("joint-use { items: name; users: mihon }", law.MISSING),
        (f"joint-use {{ items: name; users: mihon; purposes: goods-delivery }}\n{REQUESTS}", law.MISSING),
    ],
)
def test_purposes_are_published_unless_they_are_shown(body: str, expected: str) -> None:
    assert clause(body, "appi/21-1-purpose-published") == [expected]


def test_one_sentence_may_say_the_purpose_of_all_transmissions() -> None:
    code = "telecom/27-12-3-purpose"
    body = "external-transmission { transmission { to: advertising-business; sends: cookie } }"
    lead = 'article "はじめに" { text: "利便の向上のため、次の外部サービスを利用しています。" }\n'
    assert clause(body, code) == [law.MISSING]
    assert clause(lead + body, code) == [law.SATISFIED]


def test_of_several_parts_each_is_answered_and_untouched_ones_are_not_told() -> None:
    body = """
      third-party-provision {
        provision a { to: advertising-business; data: name; for: advertising; basis: consent }
        provision b { to: advertising-business; data: name }
        provision c { to: group-company; data: name; for: advertising; basis: consent }
      }"""
    assert clause(body, "appi/27-1-consent-basis") == [law.SATISFIED, law.MISSING, law.SATISFIED]
    assert clause(body, "appi/27-1-group-company") == [law.SATISFIED]


def test_what_one_part_declares_to_be_none_is_not_none_for_another() -> None:
    head = "to: advertising-business; sends: cookie; for: advertising; basis: transmission-opt-out"
    body = f"external-transmission {{ transmission {{ {head}; limitation: none }}; transmission {{ {head} }} }}"
    body = body.replace("}; transmission", "}\n transmission")
    assert clause(body, "telecom/27-12-optout-4-limitation") == [law.NONE, law.MISSING]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("", law.MISSING),
        ("; basis: transmission-consent", law.NOT_TRIGGERED),
        ("; basis: contract", law.MISSING),
        ("; sends: cookie; basis: contract", law.SATISFIED),
    ],
)
def test_what_rests_on_an_exception_needs_no_notice(fields: str, expected: str) -> None:
    body = f"transmission {{ to: advertising-business{fields} }} }}"
    assert clause(f"external-transmission {{ service: information\n {body}", "telecom/27-12-1-data") == [expected]
    # Where the act does not cover the service, nothing is asked.
    assert clause(f"external-transmission {{ service: not-covered\n {body}", "telecom/27-12-1-data") == [
        law.NOT_TRIGGERED
    ]


def test_an_identifier_of_ones_own_goes_to_nobody_else() -> None:
    body = "external-transmission { transmission { to: TO; sends: cookie; basis: own-identifier-transmission } }"
    code = "telecom/27-12-exception-first-party"
    assert clause(body.replace("TO", "mihon"), code) == [law.SATISFIED]
    assert clause(body.replace("TO", "mihon, advertising-business"), code) == [law.MISSING]


def test_a_part_of_a_party_must_be_said_by_the_page() -> None:
    """The address of the firm is declared, but no sentence says it."""
    body = 'operator-identity { of: mihon; text: "{of.full}" }'
    assert clause(body, "appi/32-1-1-controller-name") == [law.SATISFIED]
    assert clause(body, "appi/32-1-1-controller-address") == [law.MISSING]


@pytest.mark.parametrize(
    ("countries", "expected"),
    [("US", law.MISSING), ("DE", law.NOT_TRIGGERED), ("GB", law.NOT_TRIGGERED), ("JP", law.NOT_TRIGGERED)],
)
def test_the_eea_and_the_united_kingdom_are_not_abroad(countries: str, expected: str) -> None:
    text = f'recipient far "Far" {{ country: {countries} }}\n{HEAD}' + (
        "third-party-provision { provision p { to: far; data: name } }\n}\n"
    )
    assert answers(text, "appi/28-1-foreign-consent") == [expected]


@pytest.mark.parametrize("field", ["country-unknown", "candidates", "system", "safeguards", "safeguards-unknown"])
def test_what_is_told_of_recipients_abroad_alone_shows_that_they_are_abroad(field: str) -> None:
    """Consent need not be called that to provision abroad, nor a country be named."""
    body = f'third-party-provision {{ provision p {{ to: TO; data: name; basis: consent; {field}: "事情" }} }}'
    country = law.NOT_TRIGGERED if field == "country-unknown" else law.MISSING
    measures = law.SATISFIED if field == "safeguards" else law.NOT_TRIGGERED
    measures = measures if "safeguards" in field else law.MISSING
    assert clause(body.replace("TO", '"取引所"'), "appi/28-2-1-country") == [country]
    assert clause(body.replace("TO", '"取引所"'), "appi/28-2-3-measures") == [measures]
    # The declaration of a recipient says where it is.
    known = f'recipient far "Far" {{ country: DE }}\n{HEAD}{body.replace("TO", "far")}\n}}\n'
    assert answers(known, "appi/28-2-1-country") == [law.NOT_TRIGGERED]


@pytest.mark.parametrize(
    ("fee", "expected"),
    [
        ("訂正の請求1件につき300円", law.CONTRARY),
        ("開示、訂正又は利用停止の請求1件につき1,000円", law.CONTRARY),
        ("開示の請求1件につき300円", law.NOT_TRIGGERED),
        ("開示の請求1件につき300円（訂正及び利用停止の請求は無料です。）", law.NOT_TRIGGERED),
        ("開示の請求1件につき300円。訂正の請求については、いただきません。", law.NOT_TRIGGERED),
    ],
)
def test_a_fee_for_a_request_that_must_be_free_is_found_in_its_field(fee: str, expected: str) -> None:
    body = f'requests {{ accepts: disclosure, correction; fee: "{fee}" }}'
    assert clause(body, "appi/38-1-fee-scope") == [expected]


@pytest.mark.parametrize(
    ("data", "expected"),
    [("numbers", law.MISSING), ("name, individual-number", law.NOT_TRIGGERED)],
)
def test_the_one_item_that_a_clause_uses_is_used_for_each_of_its_purposes(data: str, expected: str) -> None:
    text = f"""data numbers "特定個人情報等" {{ of: individual-number }}
{HEAD}purposes uses {{ data: {data}; purpose ads "商品の案内のため" {{ is: direct-marketing }} }}
}}
"""
    assert answers(text, "mynumber/9-purpose") == [expected]


# -- dates ------------------------------------------------------------------------------------------------------------


def dated(as_of: str, start: str = "", until: str = "", latest: str = "") -> list[str]:
    document = check_text(f"{HEAD}operator-identity {{ of: mihon }}\n}}\n").documents[0]
    reading = law.Reading(document.policy, document.composition.page)
    rule = RULES["appi/32-1-1-controller-address"]._replace(start=start, until=until, latest=latest)
    return [answer.answer for answer in judge(rule, reading, as_of)]


def test_a_rule_holds_from_its_first_day_until_the_day_it_ends() -> None:
    assert dated("2027-01-16", start="2027-01-17") == [law.COMING]
    assert dated("2027-01-17", start="2027-01-17") == [law.SATISFIED]
    assert dated("2027-01-16", until="2027-01-17") == [law.SATISFIED]
    assert dated("2027-01-17", until="2027-01-17") == []
    # A date that is not set yet comes at the latest on that day.
    assert dated("2028-07-15", latest="2028-07-16") == [law.COMING]
    assert dated("2028-07-16", latest="2028-07-16") == [law.SATISFIED]


def test_a_coming_rule_that_was_not_read_cannot_be_answered_once_it_is_in_force() -> None:
    body = f"{HEAD}operator-identity {{ of: mihon }}\n}}\n"
    assert answers(body, "appi/r8-child", "2028-07-16") == [law.UNANSWERABLE]


def test_nothing_is_in_force_before_its_statute() -> None:
    """Neither satisfied nor wanting: of no rule that has a first day, and of no statute that has one."""
    for rule in RULES.values():
        assert rule.start or rule.latest or law.statute(rule.statute).force, rule.id
        assert rule.coming("1890-01-01") and rule.state("1890-01-01") == "coming", rule.id
    body = f"{HEAD}amendment {{ notice: prior; effective: on-stated-date }}\n}}\n".replace("privacy-notice", "terms")
    assert answers(body, "civil/548-4-terms-change", "2020-03-31") == [law.COMING]
    assert answers(body, "civil/548-4-terms-change", "2020-04-01") == [law.SATISFIED]
    assert not law.asked("commerce-notice", "1976-12-02") and law.asked("commerce-notice", law.NEWEST)


def test_a_rule_without_a_first_day_cannot_be_answered_before_it_was_read() -> None:
    rule = RULES["shikin/rule-22-2-4-terms"]
    assert not rule.start and law.statute(rule.statute).force < "2015-01-01" < law.statute(rule.statute).read
    source = example(*entries()[rule.id])[0]
    assert answers(source, rule.id) == [law.SATISFIED]
    assert answers(source, rule.id, "2015-01-01") == [law.UNANSWERABLE]
    assert answers(source, rule.id, "2010-03-31") == [law.COMING]
    assert rule.id not in law.asked("payment-notice", "2015-01-01")


def test_a_notice_is_not_said_to_satisfy_what_holds_of_standard_terms() -> None:
    code = "civil/548-4-terms-change"
    assert clause("amendment { notice: prior; effective: on-stated-date }", code) == [law.UNANSWERABLE]
    assert clause("amendment { notice: none; effective: on-stated-date }", code) == [law.MISSING]


# -- conditions -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ({"right": "disclosures"}, "the vocabulary has no rights/disclosures"),
        ({"practice": "provide", "basis": "consnt"}, "the vocabulary has no bases/consnt"),
        ({"practise": "provide"}, "not a condition"),
        ({"all": [{"stated": "x"}]}, "not a condition"),
        ({"says": ["a"], "in": "clause"}, "`in: document`"),
        (["a"], "not a condition"),
    ],
)
def test_a_condition_that_says_nothing_is_refused(asked: object, fault: str) -> None:
    with pytest.raises(freeze.Faulty, match=fault):
        freeze.condition(asked, "appi")


@pytest.mark.parametrize(
    ("text", "pattern", "stands"),
    [
        ("苦情の申出先は、次の窓口です。", "苦情…窓口", True),
        ("窓口は、苦情を受けます。", "苦情…窓口", False),
        ("苦情" + "あ" * 41 + "窓口", "苦情…窓口", False),
        ("苦情" + "あ" * 39 + "苦情" + "あ" * 10 + "窓口", "苦情…窓口", True),
        ("その他の目的のため", "^その他…ため", True),
        ("お知らせその他の目的のため", "^その他…ため", False),
        ("一二三", "一…二…三", True),
    ],
)
def test_patterns(text: str, pattern: str, stands: bool) -> None:
    assert says(text, (pattern,)) is stands


def test_what_rests_on_words_alone_says_so() -> None:
    assert RULES["appi/40-complaints"].by_words
    assert not RULES["appi/27-5-3-joint-items"].by_words
    assert not RULES["appi/32-1-3-disclosure"].by_words


# -- what declared facts show of grounds and of joint use --------------------------------------------------------------

US = 'recipient us "Example Inc." { country: US; abroad: yes }\n'
PROVIDES = "third-party-provision { provision p { to: %s; data: name; for: goods-delivery; basis: %s; country: %s } }"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (PROVIDES % ("us", "equivalent-country", "US"), ["contrary"]),
        (PROVIDES % ("us", "equivalent-country", "JP"), ["contrary"]),
        (PROVIDES % ("us", "equivalent-country", "DE"), ["contrary"]),
        (PROVIDES % ("third-party", "equivalent-country", "CH"), ["contrary"]),
        (PROVIDES % ("third-party", "equivalent-country, foreign-consent", "US"), ["contrary"]),
        (PROVIDES % ("third-party", "equivalent-country", "DE, GB, NO"), ["not-triggered"]),
        (PROVIDES % ("us", "foreign-consent", "US"), ["not-triggered"]),
        ("third-party-provision { provision p { to: third-party; basis: equivalent-country } }", ["not-triggered"]),
        ("entrustment { to: us; country: JP; basis: equivalent-country }", ["contrary"]),
        ("entrustment { to: processor; country: FR; basis: equivalent-country }", ["not-triggered"]),
        (
            "joint-use { items: name; users: mihon, us; purposes: goods-delivery; responsible: mihon }",
            ["not-triggered"],
        ),
    ],
)
def test_only_a_designated_country_is_a_ground(body: str, wanted: list[str]) -> None:
    assert answers(f"{US}{HEAD}{body}\n}}\n", "appi/28-1-equivalent-country") == wanted


def test_a_country_that_is_not_designated_does_not_satisfy_article_28() -> None:
    for body, code in (
        (PROVIDES % ("us", "equivalent-country", "US"), "appi/28-1-foreign-consent"),
        ("entrustment { to: us; country: JP; basis: equivalent-country }", "appi/28-1-foreign-entrust"),
    ):
        assert answers(f"{US}{HEAD}{body}\n}}\n", code) == ["not-triggered"]
        both = body.replace("equivalent-country", "equivalent-country, foreign-consent")
        assert answers(f"{US}{HEAD}{both}\n}}\n", code) == ["satisfied"]


FIRMS = 'organization b "株式会社みほん販売"\norganization z "株式会社みほん管理" { address: "東京都" }\n'
GROUP = 'site list [会社一覧](https://mihon.example/group/)\ngroup g "みほんグループ" { %s }\n'
JOINT = "joint-use { items: name; users: %s; purposes: goods-delivery; responsible: %s }"


@pytest.mark.parametrize(
    ("code", "users", "responsible", "wanted"),
    [
        ("responsible-user", "mihon, b", "z", "contrary"),
        ("responsible-user", "mihon, b, z", "z", "not-triggered"),
        # Who belongs to a group or is meant by words is not known; of the operator the next rule tells.
        ("responsible-user", "mihon, g", "z", "not-triggered"),
        ("responsible-user", 'mihon, "提携会社"', "z", "not-triggered"),
        ("responsible-user", "b", "mihon", "not-triggered"),
        ("operator-user", "b", "mihon", "contrary"),
        ("operator-user", "mihon.full, b", "mihon", "not-triggered"),
        ("operator-user", "g", "mihon", "not-triggered"),
    ],
)
def test_who_is_among_the_joint_users(code: str, users: str, responsible: str, wanted: str) -> None:
    source = FIRMS + GROUP % "" + HEAD + JOINT % (users, responsible) + "\n}\n"
    assert answers(source, f"appi/27-5-3-joint-{code}") == [wanted]


@pytest.mark.parametrize(
    ("fields", "text", "wanted"),
    [
        ("", "", "contrary"),
        ("members: b", "", "contrary"),  # declared, but not on the page
        ("members: b", "みほんグループは、{b}です。", "not-triggered"),
        ("listed-at: list", "みほんグループは、{list}のとおりです。", "not-triggered"),
        ("members: b", "みほんグループは、{g.members}です。", "not-triggered"),
        ("", "みほんグループの会社は、有価証券報告書に記載しています。", "not-triggered"),
        ("", "みほんグループとは、当社及びその子会社をいいます。", "not-triggered"),
    ],
)
def test_a_group_of_joint_users_is_told_apart(fields: str, text: str, wanted: str) -> None:
    article = f'article "範囲" {{ text: "{text}" }}\n' if text else ""
    source = FIRMS + GROUP % fields + HEAD + article + JOINT % ("mihon, g", "mihon") + "\n}\n"
    assert answers(source, "appi/27-5-3-joint-scope-clear") == [wanted]


@pytest.mark.parametrize(
    ("items", "provided", "wanted"),
    [
        ("gender", "age, gender", "contrary"),
        ("age, gender", "gender", "not-triggered"),
        ("everything-else", "gender", "not-triggered"),
        ("trend", "gender", "not-triggered"),
        ("gender", "trend", "not-triggered"),
        ("", "gender", "not-triggered"),
    ],
)
def test_what_is_provided_of_anonymised_information_is_among_its_items(items: str, provided: str, wanted: str) -> None:
    fields = f"items: {items}; " if items else ""
    body = f"anonymised-information {{ {fields}provided: {provided}; to: third-party }}"
    source = f'data trend "購入の傾向"\n{HEAD}{body}\n}}\n'
    assert answers(source, "appi/43-4-within-items") == [wanted]


@pytest.mark.parametrize(
    ("items", "wanted"),
    [
        ("purchase-history, name", "contrary"),
        ("name-kana", "contrary"),
        ("fingerprint", "contrary"),
        ("individual-identification-code", "contrary"),
        ("whole", "contrary"),
        ("age, gender, purchase-history", "not-triggered"),
        # What identifies only together with something else may remain in part.
        ("address, birth-date", "not-triggered"),
        # Words of one's own may say what was made of it.
        ("initial", "not-triggered"),
    ],
)
def test_anonymised_information_holds_no_name_and_no_identification_code(items: str, wanted: str) -> None:
    declared = 'data initial "氏名の頭文字" { is: name }\ndata whole "会員の情報" { of: name, age }\n'
    for body in (f"anonymised-information {{ items: {items} }}", f"anonymised-information {{ provided: {items} }}"):
        assert answers(f"{declared}{HEAD}{body}\n}}\n", "appi/43-1-identifying-items")[0] == wanted, body


def test_a_finding_names_the_words_that_it_means() -> None:
    body = "anonymised-information { items: name, age, fingerprint }"
    (found,) = [d for d in findings_of(body) if d.code == "appi/43-1-identifying-items"]
    assert "該当する語：「氏名」「指紋又は掌紋」。" in found.help("ja") and "Found: 氏名, 指紋又は掌紋." in found.help(
        "en"
    )


@pytest.mark.parametrize(
    ("sends", "found"),
    [
        ("Cookie, ip-address", ()),
        ('"Cookie, IP, Cookie ID, OS, URL"', ()),
        ('"UA, Cookie, referer, _ga"', ("UA", "referer", "_ga")),
    ],
)
def test_what_is_sent_is_said_in_plain_japanese(sends: str, found: tuple[str, ...]) -> None:
    """A company has the name that it has; Cookie and IP are words that whoever uses a browser meets."""
    said = 'text: "{g.to}に、{g.sends}を{g.for|分析のため}送信します。"'.replace("g.", "one.")
    body = (
        f'recipient firm "Example Analytics LLC" {{ is: analytics-provider }}\nexternal-transmission {{ {said}\n'
        f'transmission one {{ to: firm; sends: {sends}; for: access-analysis; text: "" }} }}'
    )
    told = [d for d in findings_of(body) if d.code == "telecom/27-12-plain-japanese"]
    assert [d.help("ja").endswith("".join(f"「{word}」" for word in found) + "。") for d in told] == [True] * bool(
        found
    )


def findings_of(body: str) -> Findings:
    """What `check` finds wanting in a notice with a body."""
    checked = check_text(f"{HEAD}{body}\n}}\n")
    assert checked.ok, codes(checked, "error")
    return check(checked.documents, checked.sources)
