"""What someone writes who has the reference pages and no more: it is either taken as it is meant, or said how it is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import HEAD as NOTICE
from conftest import check_files, check_text, codes
from policyc import pipeline, vocab
from policyc.clauses import WORDINGS, catalogue
from policyc.cli import group
from policyc.cli.new import starters
from policyc.diagnostics import Diagnostic
from policyc.diagnostics.fixes import fixed
from policyc.diagnostics.nearest import one_slip
from policyc.format import format_source
from policyc.model import words
from policyc.model.structure import file_type
from policyc.model.types import Key
from policyc.model.words import writable
from policyc.pipeline import Checked
from policyc.source import Source

ROOT = Path(__file__).resolve().parent.parent
QUOTED = [(c, word) for c in vocab.CATEGORIES for word in vocab.words(c) if not writable(word)]


def check_clause(body: str) -> Checked:
    return check_text(f"{NOTICE}{body}\n}}\n")


def errors(checked: Checked) -> list[Diagnostic]:
    return [d for d in checked.diagnostics if d.severity == "error"]


def only(checked: Checked) -> Diagnostic:
    """The one error."""
    found = errors(checked)
    assert len(found) == 1, [(d.code, d.message("en"), d.help("en")) for d in found]
    return found[0]


def mended(body: str) -> str:
    """A clause body after its safe fixes."""
    checked = check_clause(body)
    raw = checked.source.text.encode("utf-8")
    text = fixed(raw, checked.source.path, checked.diagnostics).body.decode("utf-8")
    return text[len(NOTICE) : -3]


# -- words of the vocabulary that cannot stand without quotes ------------------------------------------------------------

FIELDS = {
    "purposes": 'purposes u "利用目的" {{ purpose a "そのため" {{ is: {} }} }}',
    "data": 'collection c "取得" {{ items: {}; text: "{{items}}を取得します。" }}',
    "recipients": 'entrustment e "委託" {{ to: {}; text: "{{to}}に委託します。" }}',
    "measures": 'security-measures s "安全管理措置" {{ measures: {}; text: "{{measures}}を行います。" }}',
    "bases": 'third-party-provision t "提供" {{ except: {}; text: "{{except}}を除きます。" }}',
    "countries": 'third-party-provision t "提供" {{ provision p {{ country: {}; text: "{{country}}" }}; text: "{{p}}提供します。" }}',
}


def test_the_reference_page_shows_them_in_quotes() -> None:
    page = (ROOT / "docs/reference/vocabulary.md").read_text(encoding="utf-8")
    assert [word for category, word in QUOTED if category != "countries" and f'"{word}"' not in page] == []
    assert '"商品の配送"' not in page


@pytest.mark.parametrize(("category", "word"), QUOTED, ids=[word for _, word in QUOTED])
def test_in_quotes_it_is_the_word(category: str, word: str) -> None:
    source = FIELDS[category].format(f'"{word}"')
    checked = check_clause(source)
    assert not [d for d in errors(checked) if d.code.startswith(("model/", "syntax/"))], [
        (d.code, d.message("en"), d.help("en")) for d in errors(checked)
    ]
    values = [v for d in checked.documents for n in d.node.walk() for f in n.fields.values() for v in f.values]
    concept = vocab.lookup(category, word)
    assert [v.name for v in values if v.target == concept] == [word]


@pytest.mark.parametrize(("category", "word"), QUOTED, ids=[word for _, word in QUOTED])
def test_without_quotes_it_is_said_how_it_is_written_and_no_other_word_is_named(category: str, word: str) -> None:
    checked = check_clause(FIELDS[category].format(word))
    found = [d for d in errors(checked) if d.code.startswith(("model/", "syntax/"))]
    assert [d.code for d in found] == ["model/word-unquoted"]
    assert found[0].span.text == word and f'"{word}"' in found[0].help("ja")
    assert "ではありませんか" not in found[0].help("ja")
    assert f'"{word}"' in mended(FIELDS[category].format(word))


def test_of_several_values_each_is_what_it_is() -> None:
    body = FIELDS["data"].format("氏名、趣味・嗜好、医師等による指導、診療又は調剤、住所")
    assert [d.span.text for d in errors(check_clause(body))] == ["趣味・嗜好", "医師等による指導、診療又は調剤"]
    assert mended(body) == FIELDS["data"].format('氏名、"趣味・嗜好"、"医師等による指導、診療又は調剤"、住所')


@pytest.mark.parametrize(
    "word", ["趣味・嗜好性", "X国民健康保険の被保険者記号・番号", "医師等による指導、診療又は調剤等"]
)
def test_a_longer_word_is_unknown(word: str) -> None:
    assert "model/unknown-name" in codes(check_clause(FIELDS["data"].format(word)), "error")


def test_pieces_that_are_words_by_themselves_are_told_where_no_quotes_were_meant() -> None:
    found = only(check_clause(FIELDS["data"].format("氏名・住所")))
    assert found.code == "syntax/full-width-mark"


def test_what_is_cut_off_at_a_mark_is_not_taken_for_another_word() -> None:
    found = errors(check_clause(FIELDS["purposes"].format("商品・サービスのご案内")))
    assert all("ではありませんか" not in d.help("ja") for d in found)


def test_a_word_that_needs_no_quotes_takes_none_and_a_text_stays_a_text() -> None:
    assert only(check_clause(FIELDS["data"].format('"氏名"'))).code == "model/wrong-value"
    checked = check_clause(FIELDS["recipients"].format('"関係者"'))
    assert checked.ok
    near = only(check_clause(FIELDS["data"].format('"趣味・嗜好性"')))
    assert '「"趣味・嗜好"」ではありませんか' in near.help("ja")


def test_rows_of_the_policy_itself_too() -> None:
    row = "purposes:\n  - {id: tea-ceremony, ja: 茶会・句会の開催, en: Tea ceremonies}\n"
    files = {
        "test.policy": f'import "own.yaml"\n{NOTICE}{FIELDS["purposes"].format("茶会・句会の開催")}\n}}\n',
        "own.yaml": row,
    }
    assert [d.code for d in errors(check_files(files))] == ["model/word-unquoted"]
    files["test.policy"] = files["test.policy"].replace("茶会・句会の開催", '"茶会・句会の開催"')
    assert check_files(files).ok


def test_formatting_keeps_the_quotes() -> None:
    source = f"{NOTICE}{FIELDS['data'].format(chr(34) + '趣味・嗜好' + chr(34))}\n}}\n"
    japanese = format_source(Source("x", source), "ja").text
    assert '項目: "趣味・嗜好"' in japanese
    assert format_source(Source("x", japanese), "en").text == format_source(Source("x", source), "en").text


# -- slips of the syntax -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", ["https://a.example/", "http://a.example/x?y=1#z", "https://a.example"])
def test_an_address_without_its_brackets(value: str) -> None:
    for end in ("\n", "; ", ";\n"):
        found = only(
            check_text(
                NOTICE.replace("<https://mihon.example/privacy/>", value).replace("; operator", f"{end}operator")
                + "}\n"
            )
        )
        assert found.code == "syntax/bare-address" and found.span.text == value
        assert f"「<{value}>」と書いてください" in found.help("ja")


def test_an_address_in_quotes_is_told_how_it_is_written() -> None:
    found = only(
        check_text(NOTICE.replace("<https://mihon.example/privacy/>", '"https://mihon.example/privacy/"') + "}\n")
    )
    assert found.help("ja") == "「<https://mihon.example/privacy/>」と書いてください。"
    assert "…」は書けません" in found.message("ja"), "what is cut is seen to be cut"


@pytest.mark.parametrize("fee", ["1,000円", "1，000円", "1、000円", "12,345,678円", "１，０００円", "1,000 yen"])
def test_digits_are_written_without_separators(fee: str) -> None:
    body = f'requests r "請求" {{ accepts: disclosure; fee: {fee}; text: "{{accepts}}は{{fee}}です。" }}'
    found = only(check_clause(body))
    assert found.code == "model/digits-grouped"
    digits = "12345678" if fee.startswith("12") else "1000"
    assert f"「{digits}」" in found.help("ja")
    assert f"fee: {digits}" in mended(body)


def test_a_brace_in_the_line_below_its_head() -> None:
    body = 'retention r "保存期間"\n{\n  period: 5 years\n  text: "{period}保存します。"\n}'
    found = only(check_clause(body))
    assert found.code == "syntax/brace-on-its-own-line" and "見出しの行の終わり" in found.help("ja")
    deep = 'part "部"\n{\n  retention "保存期間"\n  # 注\n  {\n    period: 5 years; text: "{period}保存します。" } }'
    assert codes(check_clause(deep), "error") == ["syntax/brace-on-its-own-line"] * 2


def test_a_field_twice() -> None:
    one = only(check_text(NOTICE + "enacted: 2020-01-01\nenacted: 2020-01-02\n}\n"))
    many = only(check_clause('collection c "取得" {\n items: name\n items: email\n text: "{items}を取得します。" }'))
    assert one.code == many.code == "model/duplicate-field"
    assert "カンマ" not in one.help("ja") and "一つ" in one.help("ja")
    assert "カンマ" in many.help("ja")


def test_a_file_that_imports_itself() -> None:
    text = f'import "test.policy"\n{NOTICE}}}\n'
    found = only(check_text(text))
    assert found.code == "model/import-cycle" and "この行を消してください" in found.help("ja")


# -- names ---------------------------------------------------------------------------------------------------------------


def test_an_entity_without_a_name_has_none_that_could_be_used_or_seen() -> None:
    for name in ("mihon", "organization"):
        text = NOTICE.replace("organization mihon ", "organization ").replace("operator: mihon", f"operator: {name}")
        found = only(check_text(text + f'article x {{ text: "{{{name}}}は、従います。" }}\n}}\n'))
        assert found.code == "model/name-needed"
    text = NOTICE.replace("operator: mihon", "operator: mihom") + 'desk "窓口"\n}\n'
    unknown = next(d for d in errors(check_text(text)) if d.code == "model/unknown-name")
    assert "desk" not in unknown.help("ja")


COLLECTS = 'collection c "取得" {{ items: {}; text: "{}を取得します。" }}'


def test_a_reference_picks_a_value_by_any_word_of_its_row() -> None:
    for said in ("{items.氏名}と{items.住所}", "{items.name}と{items.住所}", "{items.name}と{items.address}"):
        checked = check_clause(COLLECTS.format("氏名, address", said))
        assert checked.ok, [(d.code, d.message("en")) for d in errors(checked)]
    found = only(check_clause('取得 c "取得" { 項目: 氏名, 住所; 本文: "{項目.氏名}を取得します。" }'))
    assert found.code == "text/fact-not-stated" and "{項目.住所}" in found.help("ja")


def test_messages_name_fields_and_values_as_their_author_does() -> None:
    found = only(check_clause('取得 c "取得" { 項目: 氏名, 住所; 本文: "{項目}と{項目.電話番号}" }'))
    assert "「項目」に「.電話番号」" in found.message("ja")
    assert "使えるもの: 氏名、住所、及び、又は" in found.help("ja")
    figures = check_clause('保存期間 r "保存期間" { 期間: 5年; 本文: "{期間|7年間}保存します。" }')
    assert next(d.help("ja") for d in figures.diagnostics if d.code == "text/figures-differ").endswith(
        "「{期間}」とだけ書けば、値がそのまま文章になります。"
    )


def test_a_part_that_none_of_several_values_has_is_said_of_the_field() -> None:
    head = NOTICE + 'data lesson "受講記録"\n'
    found = errors(check_text(head + COLLECTS.format("name, lesson", "{items}と{items.phone}") + "\n}\n"))
    assert [d.code for d in found] == ["text/unknown-part"]
    assert "「items」" in found[0].message("ja") and "name、lesson" in found[0].help("ja")


def test_parts_have_their_japanese_words() -> None:
    checked = check_text(
        NOTICE.replace('called: "当社"', 'called: "当社"; email: "a@mihon.example"')
        + 'article x { text: "{mihon.メール}にお寄せください。" }\n}\n'
    )
    assert checked.ok, [(d.code, d.message("en")) for d in errors(checked)]


@pytest.mark.parametrize("words", ["same as uses", "uses と同一", "uses に同じ", "uses と同じ"])
def test_the_same_purposes(words: str) -> None:
    body = f'purposes uses {{ purpose a "配送のため" {{ is: goods-delivery }} }}\njoint-use {{ data: name; users: mihon; purposes: {words}; responsible: mihon }}'
    checked = check_clause(body)
    assert not [d for d in errors(checked) if d.code.startswith("model/missing-comma")]
    page = (ROOT / "docs/reference/blocks.md").read_text(encoding="utf-8")
    assert words in page


# -- texts ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("｛mihon｝", "{mihon}"),
        ("｛period｜5年間｝", "{period|5年間}"),
        ("｛期間｝", "{期間}"),
        ("｛氏名｝", "{氏名}"),
        ("｛mihon.full｝", "{mihon.full}"),
    ],
)
def test_full_width_braces_around_a_name(written: str, meant: str) -> None:
    body = f'retention r "保存期間" {{ period: 5 years; text: "{{period}}保存します。{written}は別です。" }}'
    found = [d for d in check_clause(body).diagnostics if d.code == "text/full-width-braces"]
    assert [(d.span.text, d.severity) for d in found] == [(written, "warning")]
    assert meant in found[0].help("ja")


@pytest.mark.parametrize("written", ["｛注｝", "｛ここに名称｝", "｛foo｝", "｛１｝", "「｛」と「｝」", "｛　氏名　｝"])
def test_full_width_braces_around_anything_else(written: str) -> None:
    body = f'retention r "保存期間" {{ period: 5 years; text: "{{period}}保存します。{written}は別です。" }}'
    assert "text/full-width-braces" not in codes(check_clause(body))


@pytest.mark.parametrize("clause", ["amendment", "breach", "security-measures", "requests"])
def test_a_clause_whose_standard_wording_does_not_say_a_value(clause: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is none in the house (test_every_value.py): here one is taken away."""
    monkeypatch.setattr(pipeline, "WORDINGS", {word: rows for word, rows in WORDINGS.items() if word != clause})
    found = only(check_clause(f'{clause} x "見出し" {{ declared: none }}'))
    assert found.code == "text/fact-not-stated"
    assert "「declared: none」を述べる標準の文言はありません" in found.help("ja") and "text" in found.help("ja")
    assert "標準の文言" not in only(
        check_clause(f'{clause} x "見出し" {{ declared: none; text: "お読みください。" }}')
    ).help("ja")


# -- words with one wrong character --------------------------------------------------------------------------------------


def test_one_wrong_kanji_of_two() -> None:
    found = only(check_text(NOTICE.replace("kind:", "種别:") + "}\n"))
    assert found.code == "model/unknown-field" and found.help("ja") == "「種別」ではありませんか。"
    choice = only(check_clause('amendment a { notice: prior; effective: on-notice; 理曲: "法改正" }'))
    assert choice.help("ja") == "「理由」ではありませんか。"
    several = only(check_clause('委詫 e "委託" { scope: within uses }'))
    assert several.help("ja").startswith("書けるもの"), "委託 and 委任 are as near"
    assert one_slip("種别", ["種別", "種類"]) == "", "of two that are as near, neither"
    assert one_slip("料理", ["電話", "住所", "委託"]) == ""
    assert one_slip("なし", ["ない"]) == ""


# -- commands ------------------------------------------------------------------------------------------------------------


def test_coverage_of_a_file_with_errors_shows_no_figures(tmp_path: Path) -> None:
    path = tmp_path / "x.policy"
    path.write_bytes((NOTICE + 'article x { text: "見本です。" }\n}\n').encode("cp932"))
    run = CliRunner().invoke(group, ["coverage", str(path)])
    assert run.exit_code == 1
    assert "%" not in run.stdout and "syntax/not-utf-8" in run.stderr


def test_new_in_japanese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(group, ["new", "個人情報の取扱い", "mihon", "--keywords", "ja"])
    assert run.exit_code == 0, run.output
    text = (tmp_path / "mihon.policy").read_text(encoding="utf-8")
    assert "種別:     個人情報の取扱い" in text and "\n  kind:" not in text
    assert CliRunner().invoke(group, ["check", "mihon.policy", "--no-notes"]).exit_code == 0
    plain = CliRunner().invoke(group, ["new", "privacy-notice", "other"])
    assert plain.exit_code == 0 and "kind:     privacy-notice" in (tmp_path / "other.policy").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("kind", starters())
def test_the_comments_of_a_starter_have_the_words_of_its_language(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    known = {word: ja for word, ja in spelled().items() if word not in _NAMES_AS_WELL}
    notes: dict[str, str] = {}
    for keywords in ("ja", "en"):
        assert CliRunner().invoke(group, ["new", kind, "d", "--keywords", keywords, "--force"]).exit_code == 0
        text = (tmp_path / "d.policy").read_text(encoding="utf-8")
        assert "|" not in text.partition("\n\n")[0] and "{{" not in text
        notes[keywords] = "\n".join(part for line in text.split("\n") for _, _, part in [line.partition("#")])
    said = re.findall(
        r"[a-z][a-z\-]*", re.sub(r"docs/\S+ の labels|index.json|policyc \w+|--out out|\{date\}", "", notes["ja"])
    )
    assert [word for word in said if word in known] == []
    # Both ways of a pair are the same word.
    marked = (ROOT / f"src/policyc/starters/{kind}.policy.txt").read_text(encoding="utf-8")
    for word, ja in re.findall(r"\{\{ *([a-z\-]+):? *\|「?([^{}|:]+?)」?:? *\}\}", marked):
        assert ja in known[word], word


# Identifiers of the vocabulary, which stay.
_NAMES_AS_WELL = {"email", "consent"}


def spelled() -> dict[str, set[str]]:
    """The words of the language, each with its Japanese ones."""
    found: dict[str, set[str]] = {word: {ja} for word, ja in (words.NONE, words.AS)}
    seen: set[str] = set()

    def keys(rows: tuple[Key, ...]) -> None:
        for key in rows:
            for word, ja in ((key.word, key.ja), *((c.word, c.ja) for c in (*key.kind.choices, *key.kind.units))):
                found.setdefault(word, set()).add(ja)
            keys(key.fields)

    todo = [file_type(catalogue())]
    while todo:
        type_ = todo.pop()
        if type_.word not in seen:
            seen.add(type_.word)
            found.setdefault(type_.word, set()).add(type_.ja)
            keys(type_.keys)
            todo += type_.children
    return found


def test_what_a_starter_has_as_a_comment_compiles_in_japanese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for kind in ("general-policy", "privacy-notice"):
        assert CliRunner().invoke(group, ["new", kind, kind, "--keywords", "ja"]).exit_code == 0
        text = (tmp_path / f"{kind}.policy").read_text(encoding="utf-8")
        text = re.sub(r"(?m)^( +)# ((?:改定日|国): |提供 \S+ \{$|  [^ ]+: |\}$)", r"\1\2", text)
        text = text.replace("    {制定日}\n", "    {制定日}\n    {改定日}\n")
        checked = check_text(text)
        assert errors(checked) == [] and "改定日: 2027" in text
        assert ("\n    提供 advertisers {\n" in text) == (kind == "privacy-notice")


def test_the_reference_has_the_words_of_lists_in_both_languages() -> None:
    page = (ROOT / "docs/reference/blocks.md").read_text(encoding="utf-8")
    for type_ in (*catalogue(), *file_type(()).children):
        for key in type_.keys:
            for choice in key.kind.choices:
                assert f"`{choice.word}` ({choice.ja}" in page or choice.ja == choice.word


_FIRM = 'organization mihon "株式会社みほん" {{ called: "当社"; {} }}\n'


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("メール: info@mihon.example", 'メール: "info@mihon.example"'),
        ("電話: 03-0000-0000", '電話: "03-0000-0000"'),
        ("電話: +81-3-0000-0000; 国: JP", '電話: "+81-3-0000-0000"; 国: JP'),
        ("電話: ０３（0000）0000", '電話: "０３（0000）0000"'),
        ("郵便番号: 100-0000", '郵便番号: "100-0000"'),
        ("住所: 見本1-2-3 例示ビル", '住所: "見本1-2-3 例示ビル"'),
        ('住所: 東京都、"千代田区", 見本町 1-2', '住所: "東京都", "千代田区", "見本町 1-2"'),
        ("電話: 03-0000-0000\n  メール: a@mihon.example\n", '電話: "03-0000-0000"\n  メール: "a@mihon.example"\n'),
    ],
)
def test_a_text_without_quotes_is_one_fault_and_put_right_as_a_whole(field: str, written: str) -> None:
    source = _FIRM.format(field)
    found = [d for d in check_text(source).diagnostics if d.severity == "error"]
    assert {d.code for d in found} == {"model/value-unquoted"} and len(found) == len(field.strip().split("\n"))
    body = fixed(source.encode(), "test.policy", found).body.decode()
    assert body == _FIRM.format(written)
    assert not [d for d in check_text(body).diagnostics if d.severity == "error"]


def test_what_may_be_more_or_less_of_a_text_is_not_put_right_by_itself() -> None:
    for field in ("メール: a@mihon.example, b@mihon.example", "電話: 03-0000-0000#1\n"):
        (found,) = [d for d in check_text(_FIRM.format(field)).diagnostics if d.severity == "error"]
        assert found.code == "model/value-unquoted" and found.fix is None


@pytest.mark.parametrize("day", ["2025年10月3日", "令和7年10月3日", "２０２５年１０月３日", '"2025年10月3日"'])
def test_a_day_as_pages_have_it_is_marked_whole_and_put_right(day: str) -> None:
    source = NOTICE + f'改定日: {day}\n条項 "本文" {{ 本文: "{{mihon}}です。" }}\n}}\n'
    for _ in range(2):
        found = check_text(source).diagnostics
        source = fixed(source.encode(), "test.policy", found).body.decode()
    assert "改定日: 2025-10-03\n" in source
    wrong = check_text(NOTICE + "改定日: 2025年13月3日\n}\n").diagnostics
    assert [d.span.text for d in wrong if d.code == "model/bad-date"] == ["2025年13月3日"]


@pytest.mark.parametrize("word", ["商品、サービスの案内", "商品･サービスの案内"])
def test_a_word_that_needs_its_quotes_is_suggested_with_them_alone(word: str) -> None:
    body = f'利用目的 uses "目的" {{ 目的 one "案内" {{ 種類: "{word}" }} }}'
    assert only(check_clause(body)).help("ja") == '「"商品・サービスの案内"」ではありませんか。'


def test_a_name_is_asked_for_where_no_word_of_the_vocabulary_can_stand() -> None:
    asked = '共同利用 "共同利用" {{ 項目: 氏名; 責任者: "{}"; 本文: "{{項目}}を共同利用します。" }}'
    found = only(check_clause(asked.format("株式会社例示販売")))
    assert found.help("ja") == '「"」で囲まずに、宣言した識別名を書いてください。'
    assert only(check_clause(asked.format("株式会社みほん"))).help("ja").startswith("「mihon」ではありませんか。")


def test_a_word_that_no_reference_holds_is_referred_to_by_its_identifier() -> None:
    found = only(check_clause('取得 "取得" { 項目: "趣味・嗜好"; 本文: "{項目.趣味・嗜好|好み}を取得します。" }'))
    assert found.code == "model/bad-reference"
    assert found.help("ja").startswith("「{項目.interests|好み}」ではありませんか。")
    other = only(check_clause('取得 "取得" { 項目: 氏名; 本文: "{項目}と{趣味・思考}を取得します。" }'))
    assert "ではありませんか" not in other.help("ja")


@pytest.mark.parametrize("text", ["", '; 本文: "次の措置を講じます。"', '; 本文: "{国}"'])
def test_an_answer_beside_values_is_one_fault(text: str) -> None:
    assert only(check_clause(f'安全管理措置 "安全管理" {{ 国: なし, US{text} }}')).code == "model/answer-alone"
