"""The vocabulary: its rows against DPV 2.3, P3P 1.0 and the seed, its lookups, and what bad rows get."""

from __future__ import annotations

import csv
import random
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from policyc import vocab
from policyc.vocab import p3p_base, schema, targets
from policyc.vocab.explain import _FIELDS
from policyc.vocab.freeze import FOLDER, frozen_modules

ROOT = Path(__file__).resolve().parents[1]
IDENTIFIER = re.compile(r"[^\W\d][\w\-]*")
ROWS = [row for category in vocab.CATEGORIES for row in vocab.concepts(category).values()]
OWN_ROWS = """\
purposes:
  - id: festival
    ja: 祭り
    aliases: [祭礼]
    en: Festival
"""


def problems(text: str) -> list[tuple[int, str]]:
    return [(line, english) for line, _, english in schema.load_yaml(text, "x.vocab.yaml")[1]]


# ---- what the files hold ----


def test_frozen_modules_are_what_the_yaml_gives() -> None:
    for path, text in frozen_modules().items():
        assert (FOLDER / path).read_text(encoding="utf-8") == text, f"{path} is stale: python3 run.py freeze"
    committed = {f"frozen/{path.name}" for path in (FOLDER / "frozen").glob("*.py")}
    assert committed == set(frozen_modules())


def test_every_category_has_rows_a_model_and_a_target() -> None:
    assert tuple(schema.File.model_fields) == vocab.CATEGORIES == tuple(targets.TARGETS)
    assert all(vocab.concepts(category) for category in vocab.CATEGORIES)
    models: dict[str, type[BaseModel]] = {
        "": schema.Row,
        "definition": schema.Definition,
        "dpv": schema.Dpv,
        "p3p": schema.P3p,
    }
    assert {name: tuple(model.model_fields) for name, model in models.items()} == dict(_FIELDS)


@pytest.mark.parametrize("category", vocab.CATEGORIES)
def test_words_are_unique_and_can_be_written_in_a_policy(category: str) -> None:
    rows = vocab.concepts(category).values()
    spellings = [word for row in rows for word in row.spellings]
    assert len(spellings) == len(set(spellings)) == len(vocab.words(category))
    for row in rows:
        assert all(IDENTIFIER.fullmatch(word) for word in (row.id, *row.aliases)), row.id
        in_source = [w for w in (row.ja, *row.aliases) if IDENTIFIER.fullmatch(w)]
        assert any(not word.isascii() for word in in_source), f"{row.id} has no Japanese spelling"


def test_shipped_rows_are_complete() -> None:
    for row in ROWS:
        if row.category != "countries":
            assert row.definition_ja.endswith("。") and row.definition_en.endswith("."), row.id
            assert row.definition_ja != row.ja and row.definition_en != row.en
        assert bool(row.own) == (row.dpv_fit != "exact"), f"{row.id}: an own term where DPV is not exact"
        assert row.p3p_terms or row.p3p_note, f"{row.id}: a gap without its reason"


def test_shipped_rows_state_their_p3p_term_where_p3p_has_the_vocabulary() -> None:
    for category in ("purposes", "data", "recipients", "actions", "rights"):
        file = yaml.safe_load((FOLDER / f"{category}.yaml").read_text(encoding="utf-8"))
        for row in file[category]:
            assert {"dpv", "p3p"} <= set(row), row["id"]


def test_own_terms_are_the_projects_and_unique() -> None:
    own = [row.own for row in ROWS if row.own]
    assert len(own) == len(set(own))
    of_labels = {row.own for row in ROWS if row.category == "labels"}
    assert all(re.fullmatch(r"policyc:Label[A-Z][A-Za-z]+", term or "") for term in of_labels)
    # Notices under statutes other than the APPI and the one that governs what a site sends.
    beside = {"policyc:CommerceNotice", "policyc:PaymentNotice"}
    assert all(re.fullmatch(r"jp-appi:[A-Z][A-Za-z]+", term) for term in own if term not in of_labels | beside)
    assert {row.own for row in vocab.concepts("rights").values()} == {
        f"jp-appi:RightTo{name}"
        for name in (
            *("Disclosure", "DisclosureOfProvisionRecords", "Correction", "Addition", "Deletion"),
            *("CessationOfUse", "Erasure", "CessationOfThirdPartyProvision", "NoticeOfPurposes"),
            *("OptOutOfThirdPartyProvision", "InformationOnForeignMeasures"),
        )
    }


def test_traps_are_not_stepped_into() -> None:
    terms = {term for row in ROWS for term in row.dpv_terms}
    assert not any(term.startswith(("eu-gdpr:", "sector-", "risk:")) for term in terms)
    # A financial account, selling, a GDPR role, full anonymity: each would say more than the concept does.
    too_much = {"pd:AccountIdentifier", "dpv:SellDataToThirdParties", "dpv:JointDataControllers"}
    assert not terms & {*too_much, "dpv:Anonymise", "dpv:AnonymisedData", "pd:Email"}


def test_sensitive_items_are_those_of_the_law() -> None:
    group = vocab.concepts("data")["special-care-required-information"]
    sensitive = [row for row in vocab.concepts("data").values() if row.sensitive]
    assert {row.id for row in sensitive} == {group.id, *group.parts}
    assert len(group.parts) == 11  # six in the Act, five in the Cabinet Order
    assert all(row.article for row in sensitive)


def test_open_rows_are_the_catch_alls() -> None:
    assert [row.id for row in ROWS if row.open] == [
        *("incidental-purpose", "purpose-defined-elsewhere", "everything-else", "other-recipient")
    ]


def test_articles_of_the_rights_and_of_the_exceptions() -> None:
    rights = {row.id: row.article for row in vocab.concepts("rights").values()}
    assert rights["disclosure"] == "第33条第1項" and rights["record-disclosure"] == "第33条第5項"
    assert rights["correction"] == rights["addition"] == rights["deletion"] == "第34条第1項"
    assert rights["notice-of-purposes"] == "第32条第2項"
    bases = vocab.concepts("bases")
    exempt = [bases[part].article or "" for part in bases["consent-exemption"].parts]
    assert [article.split("・")[-1] for article in exempt] == [f"第27条第1項第{n}号" for n in range(1, 8)]
    # The first four are the exceptions of use beyond the purposes and of acquiring sensitive data as well.
    also = [f"第18条第3項第{n}号・第20条第2項第{n}号" for n in range(1, 5)]
    assert [article.rpartition("・")[0] for article in exempt] == [*also, "", "", ""]
    outside = [bases[name].article for name in ("entrustment", "business-succession", "joint-use")]
    assert outside == [f"第27条第5項第{n}号" for n in (1, 2, 3)]


# ---- lookups ----


def test_lookup_by_id_japanese_name_and_alias() -> None:
    found = vocab.lookup("purposes", "inquiry-handling")
    assert found is not None and found.own == "jp-appi:InquiryHandling"
    assert vocab.lookup("purposes", "お問い合わせ対応") is found
    assert vocab.lookup("purposes", "問い合わせ対応") is found
    assert vocab.concepts("purposes")["inquiry-handling"] is found
    assert vocab.lookup("purposes", "no-such-purpose") is None
    with pytest.raises(KeyError):
        vocab.lookup("purpose", "inquiry-handling")


def test_index_and_iri() -> None:
    rows, found = schema.load_yaml(OWN_ROWS, "x.vocab.yaml")
    assert not found
    assert vocab.index(rows)["purposes", "祭礼"] is rows[0]
    assert vocab.iri("pd:Name") == "https://w3id.org/dpv/pd#Name"
    assert vocab.iri("https://example.com/x#Y") == "https://example.com/x#Y"
    with pytest.raises(KeyError):
        vocab.iri("nowhere:Name")


def test_looking_up_imports_nothing_heavy() -> None:
    program = (
        "import sys; from policyc.vocab import lookup; assert lookup('data', '氏名'); "
        "print(*sorted({'yaml', 'pydantic', 'dataclasses', 'json', 'policyc.vocab.schema', "
        "'policyc.vocab.frozen.countries'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, encoding="utf-8")
    assert run.stdout.strip() == ""


# ---- the targets, where W3C's files are at hand ----


@pytest.fixture(scope="module")
def dpv(shared: Path) -> dict[str, dict[str, str]]:
    with (shared / "vocab/dpv_terms.tsv").open(encoding="utf-8", newline="") as file:
        return {row["iri"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def test_every_dpv_term_exists_is_in_use_and_is_a_class(dpv: dict[str, dict[str, str]]) -> None:
    used = {(row.id, term) for row in ROWS for term in row.dpv_terms}
    for id, term in sorted(used):
        row = dpv.get(vocab.iri(term))
        assert row is not None, f"{id}: {term} is not in DPV 2.3"
        assert row["status"] != "sunset" and row["kind"] == "class", f"{id}: {term} {row}"


def test_the_shipped_table_of_dpv_classes_is_dpvs(dpv: dict[str, dict[str, str]]) -> None:
    prefixes = [(vocab.NAMESPACES[name], name) for name in ("pd", "tech", "loc", "legal-jp", "dpv")]

    def curie(iri: str) -> str | None:
        return next((f"{name}:{iri[len(at) :]}" for at, name in prefixes if iri.startswith(at)), None)

    def above(row: dict[str, str]) -> set[str]:
        found: set[str] = set()
        for iri in (row["parent_iris"] + " " + row["instance_of_iris"]).split():
            if curie(iri) and iri in dpv:
                # What is sunset may not be named, but what it stood under still holds.
                found |= above(dpv[iri]) if dpv[iri]["status"] == "sunset" else {str(curie(iri))}
        return found

    expected = {
        str(curie(row["iri"])): tuple(sorted(above(row) - {curie(row["iri"])}))
        for row in dpv.values()
        if curie(row["iri"]) and row["kind"] == "class" and row["status"] != "sunset"
    }
    assert targets.dpv_parents() == expected


def test_countries_are_all_that_dpv_has(dpv: dict[str, dict[str, str]]) -> None:
    codes = {iri.rpartition("#")[2] for iri, row in dpv.items() if row["module"] == "loc"}
    assert set(vocab.concepts("countries")) == {code for code in codes if re.fullmatch("[A-Z]{2}", code)} - {"EU"}


def test_p3p_names_are_those_of_the_schema(shared: Path) -> None:
    xsd = "{http://www.w3.org/2001/XMLSchema}"
    tree = ET.parse(shared / "p3p/P3Pv1.xsd")

    def names(element: str) -> set[str]:
        (found,) = (e for e in tree.getroot() if e.get("name") == element)
        return {e.get("name", "") for e in found.iter(f"{xsd}element")} - {element, ""}

    assert set(p3p_base.PURPOSES) == names("PURPOSE")
    assert set(p3p_base.RECIPIENTS) == names("RECIPIENT")
    assert set(p3p_base.ACCESS) == names("ACCESS")
    assert set(p3p_base.DATA_CATEGORIES) == names("CATEGORIES")
    (required,) = (e for e in tree.getroot() if e.get("name") == "required-value")
    assert set(p3p_base.REQUIRED) == {e.get("value") for e in required.iter(f"{xsd}enumeration")}


def test_p3p_references_are_those_of_the_base_data_schema(shared: Path) -> None:
    fields: dict[str, str] = {}
    roots: list[str] = []
    variable: set[str] = set()
    for entry in ET.parse(shared / "p3p/dataschema-base.xml").getroot():
        name, struct = entry.get("name", ""), (entry.get("structref") or "").lstrip("#")
        fields[name] = struct
        if entry.tag.endswith("DATA-DEF"):
            roots.append(name)
            if len(entry) == 0 and not struct:
                variable.add(f"#{name}")
    found: set[str] = set()

    def walk(path: str, name: str) -> None:
        steps = path.split(".")
        found.update("#" + ".".join(steps[:n]) for n in range(2, len(steps) + 1))
        if fields.get(name):
            struct = fields[name]
            for field in fields:
                if field.startswith(f"{struct}."):
                    walk(f"{path}.{field[len(struct) + 1 :]}", field)

    for root in roots:
        walk(root, root)
    assert p3p_base.base_refs() == found
    assert set(p3p_base.VARIABLE_REFS) == variable
    assert {ref for row in vocab.concepts("data").values() for ref in row.p3p_terms} <= found


# ---- the seed, as it was mapped by hand ----

SEED_DPV = {
    ("2(1)", "商品配送・サービス提供"): "purposes goods-delivery service-provision",
    ("2(2)", "商品・サービス代金の決済・請求"): "purposes payment-management",
    ("2(3)", "お客様の本人確認"): "purposes identity-verification",
    ("2(4)", "お問い合わせ対応"): "purposes inquiry-handling",
    ("2(5)", "アフターサービス"): "purposes after-sales-service",
    (
        "2(6)",
        "当社及び他社の商品・サービス・キャンペーンの情報提供（電話・メール・郵送）",
    ): "purposes direct-marketing-for-others",
    ("2(7)", "メンテナンスその他の重要なお知らせ"): "purposes service-announcement",
    ("2(8)", "アンケート調査・分析、マーケティング調査・分析"): "purposes market-research survey",
    ("2(9)", "広告の表示"): "purposes advertising",
    ("2(10)", "商品・サービス改善"): "purposes service-improvement",
    ("2(11)", "当社サービスの不正利用の防止"): "purposes misuse-prevention",
    ("2(12)a", "与信判断"): "purposes credit-decision",
    ("2(12)b", "債権回収"): "purposes debt-collection",
    ("2(13)", "お客様との取引に関する事務"): "purposes transaction-administration",
    ("2(14)", "必要な連絡"): "purposes necessary-contact",
    ("2(15)a", "閲覧・購買履歴等を分析し趣味・嗜好に応じた広告の配信"): "purposes personalised-advertising",
    ("2(15)b", "同・当社商品・サービス提案"): "purposes product-recommendation",
    ("2(16)", "上記利用目的に付随する利用"): "purposes incidental-purpose",
    ("2(17)", "その他利用規約等で定める目的"): "purposes purpose-defined-elsewhere",
    ("5(1)", "氏名"): "data name",
    ("5(1)", "ニックネーム"): "data nickname",
    ("5(1)", "ハンドルネーム"): "data handle-name",
    ("5(1)", "メールアドレス"): "data email",
    ("5(1)", "電話番号"): "data phone",
    ("5(1)", "住所"): "data address",
    ("5(1)", "生年月日"): "data birth-date",
    ("5(1)", "性別"): "data gender",
    ("5(1)", "アカウント情報"): "data account",
    ("5(1)", "購入履歴"): "data purchase-history",
    ("5(1)", "支払履歴"): "data payment-history",
    ("5(1)", "サービス利用履歴"): "data usage-history",
    ("5(1)", "支払いに関する情報"): "data payment-information",
    ("5(1)", "クレジットカード情報"): "data credit-card",
    ("5(1)", "銀行口座情報"): "data bank-account",
    ("5(1)", "その他決済に関する情報"): "data other-payment",
    ("5(1)", "その他…DMM会員に関して取得する全ての個人情報"): "data everything-else",
    ("2(15)", "ウェブサイトの閲覧履歴"): "data browsing-history",
    ("—", "お客様"): "subjects customer",
    ("3(2)", "法令で同意が不要とされる場合"): "bases consent-exemption",
    ("3(2)", "グループ会社（第三者）"): "recipients group-company",
    ("6", "開示"): "rights disclosure",
    ("6", "訂正"): "rights correction",
    ("6", "追加"): "rights addition",
    ("6", "削除"): "rights deletion",
    ("6", "利用停止"): "rights cessation-of-use",
    ("6", "消去"): "rights erasure",
}
# The mapping's words for a fit; `close` may be taken as it is, or as the parent of an own term.
FITS = {"exact": {"exact"}, "close": {"broader", "exact"}, "broad": {"broader"}, "none": {"none"}}
# In the mapping the own term covers one part of the item: the other two rows of 2(6) and 2(8) have their own.
OWN_OF_SEVERAL = {"2(6)", "2(8)"}


def test_the_seeds_facts_have_the_dpv_terms_of_its_mapping(shared: Path) -> None:
    with (shared / "vocab/seed_mapping.tsv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    seed = {(line["seed_ref"], line["source_ja"]): line for line in lines}
    assert {key for key in seed if key[0].startswith("2(")} <= set(SEED_DPV)
    for key, value in SEED_DPV.items():
        line, (category, *ids) = seed[key], value.split()
        rows = [vocab.concepts(category)[id] for id in ids]
        terms = {term for row in rows for term in row.dpv_terms}
        assert terms == {t for t in line["dpv_terms"].split() if t.split(":")[1][0].isupper()}, key
        assert all(row.dpv_fit in FITS[line["fit"]] for row in rows), key
        expected = {f"jp-appi:{name}" for name in line["own_term_needed"].split()}
        own = {row.own for row in rows if row.own}
        if expected:
            assert own <= expected if key[0] in OWN_OF_SEVERAL else own == expected, key


def test_the_seeds_own_terms_are_all_there(shared: Path) -> None:
    with (shared / "vocab/seed_mapping.tsv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    needed = {f"jp-appi:{name}" for line in lines for name in line["own_term_needed"].split()}
    # Terms of one document or of the document's own structure, which are no rows of a vocabulary.
    elsewhere = {"DMMMember", "PIHandlingBusinessOperator", "CorporateRepresentative"}
    # Said by `consent-by-terms` and by `consent` with the action `provide`.
    elsewhere |= {"ConsentToThirdPartyProvision"}
    assert needed - {row.own for row in ROWS} == {f"jp-appi:{name}" for name in elsewhere}


SEED_P3P = {
    "2(1)": ["purposes goods-delivery", "purposes service-provision"],
    "2(2)": ["purposes payment-management"],
    "2(3)": ["purposes identity-verification"],
    "2(4)": ["purposes inquiry-handling"],
    "2(5)": ["purposes after-sales-service"],
    "2(7)": ["purposes service-announcement"],
    "2(8)": ["purposes survey", "purposes market-research"],
    "2(9)": ["purposes advertising"],
    "2(10)": ["purposes service-improvement"],
    "2(11)": ["purposes misuse-prevention"],
    "2(13)": ["purposes transaction-administration"],
    "2(14)": ["purposes necessary-contact"],
    "2(16)": ["purposes incidental-purpose"],
    "2(17)": ["purposes purpose-defined-elsewhere"],
    "3(1)": ["recipients advertising-business"],
    "4": ["recipients processor", "actions entrust"],
    "5": ["recipients joint-user", "actions joint-use"],
}
SEED_P3P_BY_TEXT = {
    "自社他社の情報提供（電話）": ["purposes direct-marketing-telephone"],
    "自社他社の情報提供（電子メール・郵送）": ["purposes direct-marketing"],
    "与信判断": ["purposes credit-decision"],
    "債権回収": ["purposes debt-collection"],
    "閲覧・購買履歴分析による広告配信・提案": [
        *("purposes personalised-advertising", "purposes product-recommendation")
    ],
    "同意を得た第三者提供（グループ会社）": ["recipients group-company"],
    "外国にある第三者": ["recipients foreign-third-party"],
    "氏名": ["data name"],
    "ニックネーム・ハンドルネーム": ["data nickname", "data handle-name"],
    "メールアドレス": ["data email"],
    "電話番号": ["data phone"],
    "住所": ["data address"],
    "生年月日": ["data birth-date"],
    "性別": ["data gender"],
    "アカウント情報": ["data account"],
    "購入履歴・支払履歴": ["data purchase-history", "data payment-history"],
    "サービス利用履歴": ["data usage-history"],
    "クレジットカード・銀行口座等": ["data credit-card", "data bank-account", "data other-payment"],
    "その他全ての個人情報": ["data everything-else"],
    "閲覧履歴": ["data browsing-history"],
    "趣味・嗜好": ["data interests"],
}


def test_the_seeds_facts_have_the_p3p_terms_of_its_mapping(shared: Path) -> None:
    with (shared / "p3p/mapping.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    seen = 0
    for line in lines:
        names = SEED_P3P_BY_TEXT.get(line["seed_text"]) or SEED_P3P.get(line["seed_ref"], [])
        for name in names:
            category, id = name.split()
            row = vocab.concepts(category)[id]
            said = line["p3p_element"].replace("PURPOSE/", "").replace("RECIPIENT/", "")
            for term in (*row.p3p_terms, *row.p3p_categories):
                assert re.search(rf"(?<![\w.-]){re.escape(term)}(?![\w.-])", said), (name, term, said)
            # `uncertain` and `conservative` readings are wider than what the text says.
            fits = {
                "uncertain": {"broader"},
                "conservative": {"broader"},
                "exact/broader": {"exact", "broader"},
            }
            assert row.p3p_fit in fits.get(line["fit"], {line["fit"]}), (name, line["fit"])
            seen += 1
    assert seen >= 45


# ---- a policy's own rows ----


def test_own_rows_get_defaults_that_assert_nothing() -> None:
    (row,), found = schema.load_yaml(OWN_ROWS, "x.vocab.yaml")
    assert not found
    assert (row.dpv_terms, row.dpv_fit) == (("dpv:Purpose",), "none")
    assert (row.p3p_terms, row.p3p_fit) == (("other-purpose",), "none")
    text = "data:\n  - {id: shoe-size, ja: 靴のサイズ, en: Shoe size}\n"
    (item,), found = schema.load_yaml(text, "x.vocab.yaml")
    assert not found and (item.dpv_terms, item.p3p_categories) == (("dpv:PersonalData",), ("other-category",))


BAD_ROWS = [
    ("id: Festival", "id: festival", "“id” must be a name of small letters"),
    ("ja: 祭り", "ja: 氏名\n    jaa: 祭り", "there is no “jaa”; did you mean “ja”?"),
    ("en: Festival", "", "“en” is missing"),
    ("aliases: [祭礼]", "aliases: [祭 礼]", "“aliases” must be words"),
    ("aliases: [祭礼]", "aliases: 祭礼", "“aliases” must be a list"),
    ("aliases: [祭礼]", "aliases: [祭り]", "“祭り” is already a word of “festival”"),
    ("aliases: [祭礼]", "aliases: [市場調査]", "“市場調査” is already a word of “market-research”"),
    ("en: Festival", "en: Festival\n    open: yes", "“open” must be true or false"),
    (
        "en: Festival",
        "en: Festival\n    dpv: {terms: [], fit: none}",
        "“terms” must be a list that is not empty",
    ),
    ("en: Festival", "en: F\n    dpv: {terms: [dpv:Markting], fit: exact}", "did you mean “dpv:Marketing”?"),
    ("en: Festival", "en: F\n    dpv: {terms: [dpv:hasPurpose], fit: exact}", "there is no “dpv:hasPurpose”"),
    (
        "en: Festival",
        "en: F\n    dpv: {terms: [pd:Name], fit: exact}",
        "“pd:Name” is not a kind of dpv:Purpose",
    ),
    (
        "en: Festival",
        "en: F\n    dpv: {terms: [dpv:Marketing], fit: near}",
        "“fit” must be 'exact', 'broader' or",
    ),
    ("en: Festival", "en: F\n    own: nope:Festival", "there is no “nope”"),
    ("en: Festival", "en: F\n    own: javascript:alert(1)", "“own” must be a term"),
    ("en: Festival", "en: F\n    own: jp-appi:CookieIdentifier", "own is a URL in a namespace of your own; “jp-appi:”"),
    ("en: Festival", "en: F\n    own: jp-appi:Festival", "own is a URL in a namespace of your own; “jp-appi:”"),
    ("en: Festival", "en: F\n    own: https://example.org/ns/policyc#Desk", "own is a URL in a namespace of your own"),
    (
        "en: Festival",
        "en: F\n    own: https://w3id.org/dpv#Marketing",
        "own is a URL in a namespace of your own; “dpv:”",
    ),
    ("en: Festival", "en: F\n    p3p: {terms: [curent], fit: exact}", "did you mean “current”?"),
    ("en: Festival", "en: F\n    p3p: {fit: exact}", "without terms the fit is none"),
    ("en: Festival", "en: F\n    sensitive: true", "sensitive belongs to data items"),
    ("en: Festival", "en: F\n    parts: [nothing]", "there is no “nothing”"),
    ("en: Festival", 'en: "F\\u202E"', "an invisible control character"),
    ("en: Festival", "en: F\n    en: G", "“en” is given twice"),
    ("purposes:", "purpose:", "did you mean “purposes”?"),
    ("- id: festival", "- 祭り\n  - id: festival", "“row” must be a mapping"),
]


@pytest.mark.parametrize(("old", "new", "message"), BAD_ROWS)
def test_bad_rows_are_reported_at_their_line(old: str, new: str, message: str) -> None:
    text = OWN_ROWS.replace(new, old) if new == "id: festival" else OWN_ROWS.replace(old, new)
    found = problems(text)
    assert [m for _, m in found if message in m], found
    assert all(1 <= line <= text.count("\n") for line, _ in found)
    assert all(japanese != english for _, japanese, english in schema.load_yaml(text, "x")[1])


def test_two_rows_have_two_own_terms() -> None:
    row = "  - {id: %s, ja: %s, en: %s, own: 'https://mihon.example/ns#Festival'}\n"
    data = "data:\n" + row % ("tea", "茶の好み", "Tea")
    text = "purposes:\n" + row % ("festival", "祭り", "Festival") + data
    said = "“https://mihon.example/ns#Festival” is already the own term of “festival”"
    assert problems(text) == [(4, said)]
    assert [concept.id for concept in schema.load_yaml(text, "x")[0]] == ["festival"]
    # So in another file of the same policy.
    rows, found = schema.load_yaml(data, "y", owned={"https://mihon.example/ns#Festival": "festival"})
    assert not rows and [one.message_en for one in found] == [said]


def test_the_line_is_that_of_the_value() -> None:
    text = OWN_ROWS + "    p3p:\n      fit: exact\n      terms:\n        - current\n        - curent\n"
    assert problems(text) == [(10, "there is no “curent”; did you mean “current”?")]


def test_references_of_data_items_are_checked() -> None:
    item = "data:\n  - {id: shoe-size, ja: 靴のサイズ, en: Shoe size, p3p: {fit: exact, terms: ['%s']%s}}\n"
    assert problems(item % ("#user.nmae", ""))[0] == (
        2,
        "there is no “#user.nmae”; did you mean “#user.name”?",
    )
    assert "always and only" in problems(item % ("#dynamic.miscdata", ""))[0][1]
    assert "always and only" in problems(item % ("#user.name", ", categories: [content]"))[0][1]
    assert problems(item % ("#dynamic.miscdata", ", categories: [content]")) == []


HOSTILE = [
    "",
    "[]",
    "purposes: {}",
    "purposes",
    "purposes: [",
    "a: &a [*a, *a]",
    "purposes: !!python/object/apply:os.system [ls]",
    "purposes: " + "[" * 20_000,
    "--- {purposes: []}\n--- {purposes: []}\n",
    "purposes:\n\t- id: x\n",
    "purposes: [\x00]",
    "purposes: [\ud800]",
    "? {a: b}\n: c\n",
    "purposes:\n  - id: \n    ja: ~\n    en: null\n",
    "x" * 2_000_001,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_files_are_reported(text: str) -> None:
    rows, found = schema.load_yaml(text, "x.vocab.yaml")
    assert not rows and found


def test_an_empty_category_is_no_fault() -> None:
    assert schema.load_yaml("purposes: []\n", "x.vocab.yaml") == ((), ())


def test_mangled_files_never_raise() -> None:
    chance = random.Random(1)
    original = (FOLDER / "rights.yaml").read_text(encoding="utf-8")[:3000]
    for _ in range(150):
        text = list(original)
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(text))
            text[at : at + chance.randrange(3)] = chance.choice("[]{}:#&*!|>'\"\n\t -,?%@`\u3000・\u0085")
        schema.load_yaml("".join(text), "x.vocab.yaml", shipped=True)


def test_which_countries_are_designated_is_told_by_the_shipped_rows_alone() -> None:
    designated = {row.id for row in vocab.concepts("countries").values() if row.equivalent}
    # The EEA, and the United Kingdom.
    assert len(designated) == 31 and {"DE", "NO", "IS", "LI", "GB"} <= designated
    assert designated.isdisjoint(("JP", "US", "CH"))
    _, problems = schema.load_yaml(
        "countries:\n  - id: ZZ\n    ja: みほん国\n    en: Mihon\n    equivalent: 2020-01-01\n", "x"
    )
    assert [p.message_en for p in problems] == ["equivalent belongs to the shipped countries"]
