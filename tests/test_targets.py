"""No target drops a fact in silence: every value of every field of every kind of fact, through every target there is.

A target need not be known here: a value that can be changed and leaves one of its files as it was is not said there, and has
to be in its report. What a known target says in which words is asked by tests/test_losses.py.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from changed import ABOUT, BESIDE, Change, changes, dropped
from conftest import check_text
from drawn import Drawn
from linked_cases import emitted, made
from policyc.compose.page import Page
from policyc.emit import TARGET_NAMES, Emission, Loss, Target, target
from policyc.facts import TABLES, Policy
from policyc.vocab import Concept

# Targets that write the page and read nothing else of the document than its identifiers: that each stretch of the page is in
# each text is asked by tests/test_text_ja.py, and that each fact has its sentence by the compiler (text/fact-not-stated).
OF_THE_PAGE = {"text_ja"}

Why = Callable[[Change, Policy], bool]


def _row(one: Change, policy: Policy) -> Any:
    return next(row for row in getattr(policy, one.table) if row.id == one.id)


# What follows from other values of the same policy, by target and field, with the proof.
FOLLOWS: dict[tuple[str, str], Why] = {
    # The data of a purpose are those of a practice for it, which is changed by itself.
    ("jsonld", "purposes.data"): lambda one, policy: any(
        one.id in row.purposes and one.value in row.data for row in policy.practices
    ),
    # A country that is named and is not Japan is abroad.
    ("jsonld", "recipients.abroad"): lambda one, policy: bool(set(_row(one, policy).countries) - {"JP"}),
    # What an entry leads to is the document of that address.
    ("jsonld", "entries.document"): lambda one, policy: bool(_row(one, policy).url),
    # It is of one kind of document alone, as its format says.
    ("index", "document.kind"): lambda one, policy: frozenset((one.value,)) == target("index").kinds,
    # The entries stand in that order.
    ("index", "entries.position"): lambda one, policy: True,
}


def silent(name: str, tried: Target, policy: Policy, page: Page) -> list[tuple[str, str, Any]]:
    """What a target drops, but what follows from the rest, and (in an index) the place of a row in the source."""
    return [
        (one.name, one.id, one.value)
        for one in dropped(tried, policy, page)
        if not (
            FOLLOWS.get((name, one.name), lambda *_: False)(one, policy) or (name == "index" and one.field == "origin")
        )
    ]


# The strict XML of P3P is for readers that know nothing of what the Recommendation lacks; its JSON has all of it, and its losses
# are told by row (tests/test_p3p.py).
PARTS = {("p3p", True): ("policy.p3p.json",)}


def walked(name: str, strict: bool) -> Target:
    """A target with those of its files that have to say everything."""
    real = target(name, strict)
    parts = PARTS.get((name, strict))
    if parts is None:
        return real

    def emit(policy: Policy, page: Page, made: Mapping[str, str]) -> Emission:
        emission = real.emit(policy, page, made)
        return emission._replace(files={part: emission.files[part] for part in parts if part in emission.files})

    return real._replace(emit=emit)


# Every variant of every target that is registered; one that is added is asked from then on.
WALKED = [
    (name, strict)
    for name in TARGET_NAMES
    if name not in OF_THE_PAGE
    for strict in (False, True)
    if not strict or hasattr(__import__(f"policyc.emit.{name}", fromlist=("TARGET",)), "STRICT")
]
CASES = ("mihon", "rules", "never", "silent", "index", "full-index", "more", "open")
_DATED_INDEX = """\
organization mihon "株式会社みほん" { called: "当社"; address: "東京都"; phone: "03-0000-0000" }
publication policy [方針](/policy/)
subject customer "お客様" { is: customer }
term term "用語" { means: "意味" }
document site "みほんの文書" {
  kind: site-index; url: <https://mihon.example/site/>; operator: mihon; subjects: customer; version: "2"
  enacted: 2020-01-01; revised: 2021-01-01; adheres-to: policy
  text: "{mihon.full}{mihon.address}{mihon.phone}{enacted}{revised}{adheres-to}{customer}{term}"
  index 案内 "規約" { entry 利用 "利用規約" <https://mihon.example/terms/> }
}
"""
# What the others do not state: two kinds of one item, postal codes, lists that are said, the number of a statute.
_MORE = """\
organization mihon "株式会社みほん" { called: "当社"; address: "東京都"; postal-code: "100-0000" }
site list [一覧](https://mihon.example/group)
group all "みほんグループ" { members: mihon; listed-at: list }
recipient abroad "外国の事業者" { abroad: yes; listed-at: list }
statute appi "個人情報の保護に関する法律" { number: "平成15年法律第57号" }
data both "氏名及びメールアドレス" { is: name, email }
desk window "お客様相談室" { postal-code: "100-0001"; phone: "03-0000-0001" }
document more "プライバシーポリシー" {
  kind: privacy-notice; url: <https://mihon.example/more/>; operator: mihon; published-under: appi
  text: "{mihon.full}{mihon.address}{mihon.postal-code}{all.members}{all.listed-at}{abroad.listed-at}{published-under}{appi.number}"
  purposes uses "利用目的" { purpose delivery "商品の配送のため" { is: goods-delivery } }
  collection got "取得" { items: both; text: "{items}" }
  third-party-provision given "提供" {
    text: "{more-of-it}"
    provision one { to: abroad, all; data: both; text: "{to}に{data}を提供します。" }
    delegates more-of-it [別の文書](https://mihon.example/other/)
  }
  contact desk "窓口" { desk: window; text: "{desk.full}{desk.postal-code}{desk.phone}" }
  external-transmission sent "送信" {
    text: "{service|検索}"; service: web-search
    delegates sent-more [送信先](https://mihon.example/sent/)
  }
  amendment changed "改定" { notice: prior; reason: "法令の改正"; text: "{notice|あらかじめ}{reason}により改めます。" }
}
"""


# A list that is left open in every kind of fact that has lists.
_OPEN = """\
organization mihon "株式会社みほん" { called: "当社" }
desk window "お客様相談室" { phone: "03-0000-0001" }
document open "プライバシーポリシー" {
  kind: privacy-notice; url: <https://mihon.example/open/>; operator: mihon
  purposes uses { purpose ads "閲覧履歴等を分析するため" { is: advertising; analyses: browsing-history, etc } }
  collection items { items: name, email, etc; sources: person, etc }
  entrustment hand { to: other-recipient, cloud-provider, etc; data: name; country: US, etc }
  third-party-provision give { declared: none; except: law, etc }
  security-measures safe { measures: access-control, etc; country: US, etc }
  retention keep { kept { data: name, etc; period: 5 years } }
  requests ask { accepts: disclosure, etc; refuses: rights-harm, etc }
  contact talk { desk: window; for: inquiries, etc }
  external-transmission send { service: information, etc; delegates more [別の文書](https://mihon.example/more/) }
}
"""


def case_of(name: str) -> tuple[Policy, Page, Emission]:
    own = {"full-index": _DATED_INDEX, "more": _MORE, "open": _OPEN}
    return emitted(check_text(own[name])) if name in own else made(name)


def spoken_of(tried: Target) -> list[tuple[Policy, Page]]:
    """The cases that a target has to say: those of its kinds of documents."""
    every = [case_of(case)[:2] for case in CASES]
    return [(policy, page) for policy, page in every if not tried.kinds or policy.kind in tried.kinds]


@pytest.mark.parametrize(("name", "strict"), WALKED)
def test_no_value_is_dropped_in_silence(name: str, strict: bool) -> None:
    tried = walked(name, strict)
    cases = spoken_of(tried)
    assert cases
    for policy, page in cases:
        assert silent(name, tried, policy, page) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(30))
def test_no_value_of_a_drawn_policy_is_dropped_in_silence(seed: int) -> None:
    policy, page, _ = emitted(check_text(Drawn(random.Random(seed)).source()))
    for name, strict in WALKED:
        tried = walked(name, strict)
        if not tried.kinds or policy.kind in tried.kinds:
            assert silent(name, tried, policy, page) == []


def test_the_walk_goes_through_every_kind_of_fact() -> None:
    """Between them, the cases state something in every table, and nearly every field that a table has."""
    found = {one.name for case in CASES for one in changes(case_of(case)[0])}
    every = {f"document.{field}" for field in ABOUT}
    for table in TABLES:
        (row, *_) = (row for case in CASES for row in getattr(case_of(case)[0], table))
        every |= {f"{table}.{field}" for field in row._fields if field not in BESIDE}
    assert found <= every
    assert {name.partition(".")[0] for name in found} == {"document", *TABLES}
    assert every - found <= NOWHERE


# Fields that no case states. A field that is added to the facts has to be stated by one.
NOWHERE: set[str] = set()


def test_what_follows_is_needed() -> None:
    """No exception is left behind."""
    for name, field in FOLLOWS:
        tried = walked(name, False)
        assert any(dropped(tried, policy, page, field) for policy, page in spoken_of(tried)), (name, field)


# ---- the walk would notice: a target that this test writes ----


def _written(value: Any) -> Any:
    if isinstance(value, Concept):
        return value.id
    return [_written(one) for one in value] if isinstance(value, tuple) else value


def lines(policy: Policy, without: str = "", losses: tuple[Loss, ...] = ()) -> Emission:
    """A target of its own: every row as a line of JSON, `without` one field."""
    rows: list[dict[str, Any]] = [{f"document.{field}": getattr(policy, field) for field in ABOUT}]
    for table in TABLES:
        rows += [{f"{table}.{f}": _written(v) for f, v in row._asdict().items()} for row in getattr(policy, table)]
    kept = ({word: value for word, value in row.items() if word != without} for row in rows)
    return Emission({"lines": "\n".join(json.dumps(row, ensure_ascii=False) for row in kept)}, list(losses))


def of_its_own(without: str = "", losses: tuple[Loss, ...] = ()) -> Target:
    def emit(policy: Policy, page: Page, made: Mapping[str, str]) -> Emission:
        return lines(policy, without, losses)

    return Target("lines", {"lines": "text/plain"}, emit)


STATED = sorted({one.name for case in CASES for one in changes(case_of(case)[0])})


@pytest.mark.parametrize("name", STATED)
def test_a_target_that_drops_a_field_is_noticed(name: str) -> None:
    case = next(case for case in CASES if any(one.name == name for one in changes(case_of(case)[0])))
    policy, page, _ = case_of(case)
    found = dropped(of_its_own(without=name), policy, page, name)
    assert found and {one.name for one in found} == {name}
    assert dropped(of_its_own(), policy, page, name) == []
    # Reported, it is not dropped in silence; of another row or field the report does not do.
    field = name.partition(".")[2]
    told = tuple(Loss("lines", one.id, field, "none", "no place") for one in found)
    assert dropped(of_its_own(name, told), policy, page, name) == []
    assert dropped(of_its_own(name, tuple(loss._replace(node="elsewhere") for loss in told)), policy, page, name)
    assert dropped(of_its_own(name, tuple(loss._replace(fact="other") for loss in told)), policy, page, name)


def test_a_target_that_says_nothing_has_to_report_the_document() -> None:
    policy, page, _ = made("mihon")
    silent_one = Target("nothing", {}, lambda policy, page, made: Emission({}, []))
    with pytest.raises(AssertionError):
        dropped(silent_one, policy, page)
    whole = Loss("nothing", policy.id, "document", "none", "it has no place for documents")
    assert dropped(silent_one._replace(emit=lambda policy, page, made: Emission({}, [whole])), policy, page) == []


@pytest.mark.parametrize("table", sorted(TABLES))
def test_a_registered_target_that_passes_over_a_table_is_noticed(table: str) -> None:
    """It writes what it always wrote of those rows, whatever they are."""
    for name, strict in WALKED:
        real = walked(name, strict)
        for policy, page in spoken_of(real):
            rows = getattr(policy, table)
            if not rows:
                continue

            def emit(
                policy: Policy, page: Page, made: Mapping[str, str], real: Target = real, rows: Any = rows
            ) -> Emission:
                return real.emit(policy._replace(**{table: rows}), page, made)._replace(losses=[])

            if real.emit(policy, page, {}).files:
                assert dropped(real._replace(emit=emit), policy, page, f"{table}.origin"), (name, strict)
            break
