"""The wording lint: what an editor marks and what not, in which style, and what its fixes change."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from conftest import HEAD, POLICIES, ROOT, check_files, check_text
from policyc import files, pipeline, wording
from policyc.cli import group
from policyc.diagnostics import ERROR, SEVERITIES, Diagnostic
from policyc.diagnostics.fixes import fixed
from policyc.pipeline import Checked
from policyc.wording import Limits
from policyc.wording.cut import outside_brackets, sentences
from policyc.wording.lints import NAMES
from policyc.wording.quoted import GAP, Quoted

EVERYDAY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
STATUTE = HEAD.replace("subjects: customer", "subjects: customer; register: articles")


def source(*lines: str, head: str = HEAD) -> str:
    """A small document with one article for each line."""
    body = "\n".join(f'article a{n} "本文{"甲乙丙丁戊己庚"[n]}" {{ text: "{line}" }}' for n, line in enumerate(lines))
    return f"{head}{body}\n}}\n"


def marked(*lines: str, head: str = HEAD) -> list[tuple[str, str]]:
    """The codes (without their owner) and the characters that are marked in a small document."""
    checked = check_text(source(*lines, head=head))
    assert checked.ok, [d.message("en") for d in checked.diagnostics if d.severity == ERROR]
    return [(d.code.removeprefix("wording/"), d.span.text) for d in wording.check(checked.documents)]


# -- the documents of the house ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(POLICIES.glob("*.policy")), ids=lambda path: path.name)
def test_the_documents_of_the_house_are_clean(path: Path) -> None:
    checked = pipeline.check(path.name, path.read_bytes(), files.reader(str(POLICIES)))
    assert [(d.code, d.span.location()) for d in wording.check(checked.documents)] == []


@pytest.mark.parametrize("path", sorted((ROOT / "src/policyc/starters").glob("*.txt")), ids=lambda path: path.name)
@pytest.mark.parametrize("register", ["web", "articles"])
def test_starters_are_clean_in_both_registers(path: Path, register: str) -> None:
    text = path.read_text(encoding="utf-8").replace("{{name}}", "mihon")
    checked = check_text(re.sub(r"(?m)^(\s*register:\s*)\w+", rf"\g<1>{register}", text))
    found = [d for d in wording.check(checked.documents) if not (register == "articles" and "{register}" in path.name)]
    own = re.search(r"(?m)^\s*register:\s*(\w+)", text)
    if own is None or own[1] == register:
        assert [(d.code, d.span.text) for d in found] == []
    # In another register than its own a starter has at most nouns to spell anew, each with a safe fix.
    assert all(d.fix is not None and d.fix.safe for d in found)


# -- what is marked, and what is not ----------------------------------------------------------------------------------

MARKED = [
    (
        ["個人情報の取扱いを定めます。", "個人情報の取扱いの方法です。", "取り扱いの責任者を置きます。"],
        ("okurigana", "取り扱い"),
    ),
    (["取扱いに関する定めです。", "取扱いの方法です。", "個人情報の取扱に関する定めです。"], ("okurigana", "取扱")),
    # A slip does not win by number.
    (["お問い合せ窓口です。", "お問い合せは電話でどうぞ。", "お問い合わせ等への対応です。"], ("okurigana", "問い合せ")),
    (["所定の手続を定めます。", "手続の方法です。", "手続きの費用です。"], ("okurigana", "手続き")),
    (
        ["お支払方法は次のいずれかです。\\n現金\\nお支払い方法の変更は電話で承ります。", "お支払方法です。"],
        ("okurigana", "支払い"),
    ),
    (
        ["電話又は郵便です。", "電子メール又は窓口です。", "氏名および住所です。氏名及び電話番号です。"],
        ("conjunction", "および"),
    ),
    (["お尋ねすることができます。", "確認することが出来ます。見ることができる方です。"], ("kana-or-kanji", "出来")),
    (["お送りいたします。", "お知らせいたします。お願い致します。"], ("kana-or-kanji", "致し")),
    (["確認するとともに、", "記録すると共に、調べるとともに、"], ("kana-or-kanji", "と共に")),
    (["お客様の声です。お客様です。", "お客さまです。"], ("two-spellings", "お客さま")),
    (["ユーザーとユーザーです。", "ユーザです。"], ("two-spellings", "ユーザ")),
    (["規約を改定します。改定の日です。", "最後に改訂した日です。"], ("two-spellings", "改訂")),
    (["3か月と2か月です。", "4ヶ月です。"], ("two-spellings", "ヶ")),
    (["Cookieを用います。Cookieです。", "クッキーです。"], ("two-spellings", "クッキー")),
    (["午前９時から午後5時まで、12月28日までです。"], ("digit-width", "９")),
    (["SMSとFAXです。", "ＷＥＢです。"], ("letter-width", "ＷＥＢ")),
    (["2025年4月1日です。", "2025年04月01日です。"], ("padded-date", "2025年04月01日")),
    (["2025年4月1日です。2026年4月1日です。", "令和8年5月1日です。"], ("mixed-calendar", "令和8年5月1日")),
    (["令和7年4月1日です。令和8年4月1日です。", "2026年5月1日です。"], ("mixed-calendar", "2026年5月1日")),
    # Of as many of each, the years of an era are those to mend: whoever reads them has to reckon.
    (["2025年4月1日です。", "令和8年5月1日です。"], ("mixed-calendar", "令和8年5月1日")),
    (["令和8年5月1日です。", "2025年4月1日です。"], ("mixed-calendar", "令和8年5月1日")),
    (["氏名、住所、電話です。", "氏名，住所です。"], ("punctuation", "，")),
    (["電話です．窓口です。郵便です。", "来店です。"], ("punctuation", "．")),
    (["電話（平日）、郵便(祝日を除く)です。"], ("bracket-width", "(")),
    (["電話（平日です。"], ("unmatched-bracket", "（")),
    (["電話。。"], ("doubled", "。。")),
    (["ご意見をを承ります。"], ("doubled", "をを")),
    (["商品価格以外ににお客様に発生します。"], ("doubled", "にに")),
    (["氏名、住所等等です。"], ("doubled", "等等")),
    (["断らないわけではありません。"], ("double-negation", "ないわけではありません")),
    (["ご意見です。", "ご意見です。", "休みます"], ("missing-full-stop", "ます")),
    (["窓口は、次のとおりです。"], ("nothing-below", "次のとおり")),
    (
        ["ご意見（以下「お声」といいます。）です。お声です。ご質問（以下「お声」といいます。）です。"],
        ("defined-twice", "お声"),
    ),
    (["お声に答えます。", "ご意見（以下「お声」といいます。）です。"], ("used-before-definition", "お声")),
    (["ご意見（以下「お声」といいます。）です。"], ("definition-unused", "お声")),
]


@pytest.mark.parametrize(("lines", "expected"), MARKED, ids=[f"{code}-{words}" for _, (code, words) in MARKED])
def test_marked(lines: list[str], expected: tuple[str, str]) -> None:
    assert set(marked(*lines)) == {expected}


LEFT_ALONE = [
    # Verbs have one spelling.
    ["取扱いの定めです。", "適切に取り扱い、取扱いを見直します。", "お取り扱いください。取り扱います。"],
    ["申込みの方法です。", "お申し込みください。申込書です。申し込むことができます。"],
    ["お問合せ内容です。", "お問い合わせください。電話で問い合わせ、答えます。"],
    ["手続の方法です。", "行政手続法と手続上の費用です。"],
    ["個人情報取扱事業者です。", "取扱いの方法です。取扱規程です。"],
    ["支払方法です。", "お支払いの時期です。"],
    ["届出の方法です。", "登録事項を届け出、又は変更します。届け出ることができます。"],
    # What is quoted or a name is not the author's wording.
    ["取扱いの定めです。", "「個人情報の取り扱いについて」をご覧ください。取扱いです。"],
    ["及びです。及びです。", "個人情報の保護および活用に関する法律に従います。"],
    ["ユーザーです。ユーザーです。", "株式会社みほんユーザサポートが行います。"],
    ["Cookie（クッキー）を用います。", "クッキー（Cookie）です。"],
    ["https://mihon.example/cookie?a=１ をご覧ください。Cookieです。12日です。"],
    ["[クッキーポリシー](https://mihon.example/) があります。Cookieです。"],
    # Words that only look like others.
    ["資料を下さい。", "お尋ねください。"],
    ["出来事です。出来高です。", "することができます。"],
    ["及びます。害が及びません。", "AおよびBです。"],
    ["平等等です。均等等です。対等等です。"],
    ["もののの例です。するとともに、のちのちまで。"],
    ["1日又は12日です。", "平成15年法律第57号と2025年4月1日です。"],
    ["2025年（令和7年）4月1日です。平成30年2月26日（2018年2月26日）です。"],
    ["１日と12日と３日です。"],
    ["会費は1,000円で、FOO, INC.に払います。1.5倍です。"],
    ["Mihon (Tokyo) Inc.と（東京）です。", "（注）(1)の例です。(株)みほんです。"],
    ["1）電話です。2）郵便です。", "ア）窓口です。"],
    ["電話（平日)です。"],
    ["答えなければなりません。確認しなくてはなりません。同意なく提供することはありません。"],
    ["『取り扱い』という語と取扱いの違いです。取扱いです。"],
    ["次に掲げる場合には、答えません。\\n- 休みのとき\\n"],
    ["窓口は、次のとおりです：電話"],
    ["ご意見（以下「お声」といいます。）です。お声です。"],
    ["保護者の連絡先です。", "ご意見（以下「者」といいます。）です。者です。"],
    ["前項の例によります。上の例です。"],
    ["電話（平日に限ります。\\n祝日を除きます。）で承ります。"],
    ["電話です。", "※祝日を除く。"],
    ["（１）氏名です。\\n（２）住所です。", "12月1日です。"],
    ["一．氏名です。\\n二．住所です。", "ア．電話です。"],
    ["Ｅメールです。SMSです。Ａ社です。"],
    ["少なくはないご意見です。"],
    ["保証するものではありません。問題がないことを保証するものではありません。"],
]


@pytest.mark.parametrize("lines", LEFT_ALONE, ids=[lines[-1][:24] for lines in LEFT_ALONE])
def test_left_alone(lines: list[str]) -> None:
    assert marked(*lines) == []


RULED = [
    ("個人情報の取り扱いを定める。", ("okurigana", "取り扱い")),
    ("手続きの方法を定める。", ("okurigana", "手続き")),
    ("申込の方法を定める。", ("okurigana", "申込")),
    ("電話または郵便による。", ("conjunction", "または")),
    ("予め同意を得る。", ("kana-or-kanji", "予め")),
    ("2025年04月01日から施行する。", ("padded-date", "2025年04月01日")),
    ("前条の例による。", ("no-such-place", "前条")),
    ("前項の例による。", ("no-such-place", "前項")),
    ("前各号の例による。", ("no-such-place", "前各号")),
]


@pytest.mark.parametrize(("line", "expected"), RULED, ids=[line for line, _ in RULED])
def test_the_style_of_statutes_has_rules(line: str, expected: tuple[str, str]) -> None:
    assert marked(line, head=STATUTE) == [expected]


@pytest.mark.parametrize(
    "lines",
    [
        ["目的を定める。", "前条の例による。\\n\\n前項の規定は、適用しない。"],
        ["次のいずれかに該当するときは、答えない。\\n- 休みのとき。\\n- 前号に準ずるとき。"],
        ["電話又は郵便による。申込みを受け付ける。申し込むことができる。"],
        ["事前条件を定める。以前項目であったものを除く。"],
    ],
)
def test_places_that_are_there(lines: list[str]) -> None:
    text = source(*lines, head=STATUTE).replace('text: "', 'text: """\n').replace('" }\n', '\n""" }\n')
    checked = check_text(text.replace("\\n", "\n"))
    assert checked.ok, [d.message("en") for d in checked.diagnostics]
    assert [(d.code, d.span.text) for d in wording.check(checked.documents)] == []


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        (["第一である。", "第二である。", "前三項の例による。"], ["前三項"]),
        (["第一である。", "前々項の例による。"], ["前々項"]),
        (["第一である。", "第二である。", "前々項の例による。"], []),
    ],
)
def test_paragraphs_before_are_counted(paragraphs: list[str], found: list[str]) -> None:
    lines = "\n\n".join(f"    {line}" for line in paragraphs)
    text = f'{STATUTE}article "解除" {{\n  text: """\n{lines}\n    """\n}}\n}}\n'
    assert [(d.code, d.span.text) for d in wording.check(check_text(text).documents)] == [
        ("wording/no-such-place", words) for words in found
    ]


def test_a_sentence_of_the_articles_without_its_full_stop() -> None:
    text = source("会員は、退会することができる", "会員は、届け出る。", "会員は、通知する。", head=STATUTE)
    assert [(d.code, d.span.text) for d in wording.check(check_text(text).documents)] == [
        ("wording/missing-full-stop", "ことができる")
    ]


def test_the_profile_can_be_told() -> None:
    checked = check_text(source("電話または郵便です。"))
    assert wording.check(checked.documents) == []
    found = wording.check(checked.documents, "statute")
    assert [(d.code, d.span.text) for d in found] == [("wording/conjunction", "または")]


def test_limits_can_be_told() -> None:
    checked = check_text(source("当社は、電話（平日に限ります。）で承ります。"))
    assert [
        d.code
        for d in wording.check(checked.documents, most=dict.fromkeys(wording.PROFILES, Limits(sentence=10, brackets=0)))
    ] == ["wording/long-sentence"]
    assert wording.check(checked.documents, most=dict.fromkeys(wording.PROFILES, Limits(sentence=0, brackets=2))) == []


def test_standard_wording_counts_and_is_not_marked() -> None:
    # The standard wording of this clause says 又は; the author's article says または once.
    text = f'{HEAD}retention {{ data: name; period: 5 years; after: erase }}\narticle "窓口" {{ text: "取り扱いの窓口です。" }}\n'
    text += "security-measures { measures: internal-rules, responsible-person }\n}\n"
    checked = check_text(text)
    page = checked.documents[0].composition.page
    assert "取扱い" in str(page)
    assert [(d.code, d.span.text) for d in wording.check(checked.documents)] == [("wording/okurigana", "取り扱い")]


def test_declared_labels_are_the_authors() -> None:
    text = HEAD.replace("document notice", 'data inquiry "お問合せ内容"\ndocument notice')
    text += (
        'collection { items: inquiry; text: "{items}を取得します。お問い合わせの記録です。お問い合わせです。" }\n}\n'
    )
    found = wording.check(check_text(text).documents)
    assert [(d.code, d.span.text, d.span.line) for d in found] == [("wording/okurigana", "問合せ", 7)]


def test_names_of_firms_are_left_alone() -> None:
    head = HEAD.replace("株式会社みほん", "みほんユーザ申し込みサービス")
    assert marked("ユーザーの申込みです。{mihon.full}です。", head=head) == []


def test_a_heading_that_is_quoted_keeps_its_words() -> None:
    text = f'{HEAD}article "お問い合せ窓口" {{ text: "お問い合わせの窓口です。お問い合わせです。" }}\n'
    unquoted = check_text(text + "}\n")
    quoted = check_text(text + 'article "参照" { text: "「お問い合せ窓口」をご覧ください。" }\n}\n')
    safe = [[d.fix.safe for d in wording.check(one.documents) if d.fix] for one in (unquoted, quoted)]
    assert safe == [[True], [False]]


def test_every_lint_is_in_the_list() -> None:
    folder = ROOT / "src" / "policyc" / "wording" / "lints"
    assert sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__") == list(NAMES)


# -- parts ------------------------------------------------------------------------------------------------------------


def test_sentences_are_cut_outside_brackets() -> None:
    text = "当社（以下「当社」という。）は行う。「はい。」と答える"
    assert [text[a:b] for a, b in sentences(text)] == ["当社（以下「当社」という。）は行う。", "「はい。」と答える"]
    assert outside_brackets("甲（乙（丙）丁）戊") == "甲戊"


def test_what_is_left_alone_keeps_its_length() -> None:
    bare = Quoted(["みほん組合"]).bare("みほん組合は「規約」を個人情報保護法により定める", [])
    assert bare == f"{GAP * 5}は「{GAP * 2}」を{GAP * 7}により定める"


# -- fixes ------------------------------------------------------------------------------------------------------------


def fixes_of(checked: Checked) -> list[Diagnostic]:
    return [d for d in wording.check(checked.documents) if d.fix is not None and d.fix.safe]


def test_fixes_keep_line_ends_and_byte_order_mark() -> None:
    text = source("取扱いです。取扱いの例です。", "取り扱いの例です。", "お客様です。", "お客さまと{customer}です。")
    raw = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8")
    checked = pipeline.check("test.policy", raw, lambda _: None)
    made = fixed(raw, "test.policy", fixes_of(checked))
    expected = text.replace("取り扱いの例", "取扱いの例").replace("お客さま", "お客様")
    assert made.body == b"\xef\xbb\xbf" + expected.replace("\n", "\r\n").encode("utf-8")
    assert len(made.done) == 2


def test_fixes_that_disagree_are_left_out() -> None:
    checked = check_text(source("取扱いです。取扱いの例です。", "取り扱いの例です。"))
    one = fixes_of(checked)[0]
    assert one.fix is not None
    other = one._replace(fix=one.fix._replace(replacement="扱い"))
    raw = checked.source.text.encode("utf-8")
    assert fixed(raw, "test.policy", [one, other]).body == raw
    assert fixed(raw, "test.policy", [one._replace(accepted="慣用")]).body == raw
    assert fixed(raw, "other.policy", [one]).body == raw
    assert fixed(b"\xff", "test.policy", [one]) == (b"\xff", ())


def test_fix_writes_and_says_what_it_changed(tmp_path: Path) -> None:
    text = source("取扱いの定めです。取扱いです。", "電話(祝日の取り扱いを除く)と（郵便）です。")
    path = tmp_path / "mihon.policy"
    path.write_text(text, encoding="utf-8", newline="\n")
    shown = CliRunner().invoke(group, ["check", str(path), "--no-law", "--diff"])
    assert shown.exit_code == 0
    assert "+article a1" in shown.output and "（祝日の取扱いを除く）" in shown.output
    assert path.read_text(encoding="utf-8") == text
    run = CliRunner().invoke(group, ["check", str(path), "--no-law", "--fix"])
    assert run.exit_code == 0
    assert path.read_text(encoding="utf-8") == text.replace("(祝日の取り扱いを除く)", "（祝日の取扱いを除く）")
    assert "「取り扱い」 → 「取扱い」 [wording/okurigana]" in run.stderr
    assert "wording/" not in run.stdout
    again = CliRunner().invoke(group, ["check", str(path), "--no-law", "--fix"])
    assert "[wording/" not in again.output and path.read_text(encoding="utf-8").count("取扱い") == 3


def test_fix_reaches_what_is_imported_only_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "mihon-group.policy").write_text('data inquiry "お問合せ内容"\n', encoding="utf-8")
    text = 'import "mihon-group.policy"\n' + source("{inquiry}です。お問い合わせです。お問い合わせの例です。")
    (tmp_path / "mihon.policy").write_text(text, encoding="utf-8")
    CliRunner().invoke(group, ["check", str(tmp_path / "mihon.policy"), "--no-law", "--fix"])
    assert "問合せ" in (tmp_path / "mihon-group.policy").read_text(encoding="utf-8")
    CliRunner().invoke(group, ["check", str(tmp_path), "--no-law", "--fix"])
    assert "お問い合わせ内容" in (tmp_path / "mihon-group.policy").read_text(encoding="utf-8")


def test_off_is_off(tmp_path: Path) -> None:
    path = tmp_path / "mihon.policy"
    path.write_text(source("電話又は郵便です。", "電話または窓口です。"), encoding="utf-8")
    for style, expected in (("auto", True), ("web", True), ("statute", True), ("off", False)):
        run = CliRunner().invoke(group, ["check", str(path), "--no-law", "--wording", style])
        assert ("wording/conjunction" in run.output) == expected


# -- any text ---------------------------------------------------------------------------------------------------------

PIECES = (
    (
        "取扱い 取り扱い 取扱 手続き 手続 又は または 及び および 出来る できる お客様 お客さま Cookie クッキー ユーザ ユーザー ９ 5 ＷＥＢ SMS "
        "、 ， 。 ． （ ） ( ) 「 」 『 』 をを 。。 等等 です。 である。 ます 前項 前条 上記 次のとおり 下記の 以下「お声」といいます。 お声 "
        "2025年04月01日 2025年4月1日 令和8年5月1日 {mihon} {customer} {customer|お客さま} **強調** [窓口](https://mihon.example/) \n \n\n \n-\\u0020 の を は が ﻿ \\\\ 𠮷 👩 ｡"
    )
    .replace("\\u0020", "\u3000")
    .split(" ")
)
ANY = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def document_of(text: str) -> str:
    # A text in three quotes may hold anything but three quotes.
    return f'{HEAD}article "本文" {{\n  text: """\n{text}\n"""\n}}\n}}\n'


@EVERYDAY
@given(ANY, st.sampled_from(["statute", "web"]))
@example("（（（（「", "web")
@example("- 前項\n- ）", "statute")
@example("| 取扱い | 取り扱いの |\n| --- | --- |\n| (あ) | （い） |", "web")
def test_any_text_is_read(text: str, profile: wording.Profile) -> None:
    checked = check_text(document_of(text))
    found = wording.check(checked.documents, profile)
    for d in found:
        assert d.severity in SEVERITIES and 0 <= d.span.start < d.span.end <= len(d.span.source.text)
        assert d.message("ja") and d.message("en") and d.help("ja")
    assert found == wording.check(checked.documents, profile)


@EVERYDAY
@given(ANY, st.sampled_from(["statute", "web"]))
def test_a_fixed_text_compiles_and_differs_where_it_says(text: str, profile: wording.Profile) -> None:
    before = check_text(document_of(text))
    if not before.ok:
        return
    raw = before.source.text.encode("utf-8")
    found = wording.check(before.documents, profile)
    made = fixed(raw, "test.policy", found)
    after = check_files({"test.policy": made.body.decode("utf-8")})
    assert after.ok
    # What was changed is what the fixes cover, and nothing else.
    old, expected, at = raw.decode("utf-8"), "", 0
    for d in made.done:
        assert d.fix is not None
        expected += old[at : d.fix.span.start] + d.fix.replacement
        at = d.fix.span.end
    assert made.body.decode("utf-8") == expected + old[at:]
    # References and links are what they were.
    pattern = r"\{[a-z]+|\]\([^)]*\)"
    assert re.findall(pattern, made.body.decode("utf-8")) == re.findall(pattern, old)


@EVERYDAY
@given(st.text(max_size=80))
def test_any_characters_in_a_string(text: str) -> None:
    checked = check_text(source(text.replace("\n", " ")))
    wording.check(checked.documents)


@pytest.mark.parametrize(
    "unit",
    [
        "（",
        "(あ",
        "上記",
        "取り扱いの取扱いの",
        "に関する",
        "個人情報保護法",
        "ユーザユーザー、",
        "{mihon}です。",
        "を「あ」",
    ],
)
def test_time_grows_with_the_text(unit: str) -> None:
    def seconds(n: int) -> float:
        documents = check_text(source(unit * n)).documents
        # Of the process: what else the machine does is not its fault.
        start = time.process_time()
        wording.check(documents)
        return time.process_time() - start

    small, large = min(seconds(500) for _ in range(3)), seconds(5000)
    # Ten times the text: a hundred times the time would be quadratic.
    assert large < 40 * small + 0.5
