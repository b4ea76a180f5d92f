"""How findings look: carets under the right characters, windows on long lines, colours, JSON and GitHub annotations."""

from __future__ import annotations

import json

import pytest
from wcwidth import wcswidth

from conftest import check_files, check_text
from policyc.diagnostics import (
    ERROR,
    MOST_OF_A_KIND,
    NOTE,
    Both,
    Diagnostic,
    Findings,
    Fix,
    Kind,
    Label,
    in_order,
    quoted,
    visible,
)
from policyc.diagnostics.nearest import nearest
from policyc.diagnostics.render import github, text
from policyc.diagnostics.render import json as as_json
from policyc.source import Source, Span

KIND = Kind("model/sample", ERROR, "「{found}」は見本です", "`{found}` is a sample", "直してください。", "Mend it.")


def one(body: str, part: str, *labels: Label, path: str = "a.policy", fix: Fix | None = None) -> Diagnostic:
    """A finding at the first place of `part` in a source."""
    at = body.index(part)
    return KIND.at(Span(Source(path, body), at, at + len(part)), *labels, fix=fix, found=part)


def lines(diagnostic: Diagnostic, lang: str = "en") -> list[str]:
    return text.render([diagnostic], lang, False).split("\n")


# -- text -------------------------------------------------------------------------------------------------------------


def test_the_whole_form_in_both_languages() -> None:
    found = one('organization mihon "株式会社みほん"\n', "mihon")
    assert text.render([found], "en", False) == (
        "error[model/sample]: `mihon` is a sample\n"
        " --> a.policy:1:14\n"
        "  |\n"
        '1 | organization mihon "株式会社みほん"\n'
        "  |              ^^^^^\n"
        "  = help: Mend it.\n"
    )
    assert text.render([found], "ja", False) == (
        "エラー[model/sample]: 「mihon」は見本です\n"
        " --> a.policy:1:14\n"
        "  |\n"
        '1 | organization mihon "株式会社みほん"\n'
        "  |              ^^^^^\n"
        "  = 対処: 直してください。\n"
    )


@pytest.mark.parametrize(
    ("body", "part"),
    [
        ("項目: 氏名、住所", "住所"),
        ("\u3000\u3000項目: 氏名", "氏名"),
        ("ｱｲｳ: 氏名", "氏名"),
        ("\t項目:\t氏名", "氏名"),
        ("か\u3099き: 氏名", "氏名"),
        ("葛\U000e0100飾区: 氏名", "氏名"),
        ("𠮷野家: 氏名", "氏名"),
        ("👩は: 氏名", "氏名"),
        ("①Ⅳ㈱: 氏名", "氏名"),
        ("a: b", "b"),
    ],
)
def test_carets_stand_under_their_characters(body: str, part: str) -> None:
    shown = lines(one(body, part))
    caret = shown[4].index("^")
    before = shown[3][: shown[3].index(part)]
    assert wcswidth(before) == caret
    assert len(shown[4]) - caret == wcswidth(part)


def test_what_cannot_be_seen_is_shown_as_a_dot() -> None:
    shown = lines(one("a\u202eb\x00c\x1b[31md\r: x", "x"))
    assert shown[3] == "1 | a·b·c·[31md·: x"
    assert shown[4].index("^") == shown[3].index("x")


def test_the_full_width_space_is_shown_as_it_is() -> None:
    assert lines(one("項目:\u3000氏名", "氏名"))[3] == "1 | 項目:\u3000氏名"


@pytest.mark.parametrize("at", [0, 10, 300, 700, 999])
def test_a_long_line_is_shown_as_a_window(at: int) -> None:
    body = "あ" * at + "ここ" + "い" * (1000 - at)
    shown = lines(one(body, "ここ"))
    assert wcswidth(shown[3]) <= 110
    assert shown[3].startswith("1 | …" if at > 50 else "1 | あ" if at else "1 | ここ")
    assert shown[3].endswith("…") == (at < 950)
    caret = shown[4].index("^")
    assert wcswidth(shown[3][: shown[3].index("ここ")]) == caret


def test_a_place_longer_than_the_window_is_marked_up_to_its_edge() -> None:
    shown = lines(one("x: " + "あ" * 500, "あ" * 500))
    assert wcswidth(shown[4]) <= wcswidth(shown[3])


def test_a_place_of_several_lines_is_marked_on_its_first() -> None:
    shown = lines(one("a {\n  b\n}", "{\n  b\n}"))
    assert (shown[1], shown[3], shown[4]) == (" --> a.policy:1:3", "1 | a {", "  |   ^")


@pytest.mark.parametrize("body", ["", "\n", "a\n", "a"])
def test_the_end_of_a_file_has_a_place(body: str) -> None:
    end = len(body)
    shown = lines(KIND.at(Span(Source("a.policy", body), end, end), found="x"))
    assert shown[4].count("^") == 1


def test_a_second_place_has_its_own_lines_and_words() -> None:
    body = "a\n" * 11 + "b 甲\n"
    other = Source("parts/b.policy", "c 乙\n")
    label = Label(Span(other, 2, 3), "先の宣言はここ", "declared first here")
    shown = lines(one(body, "甲", label))
    assert shown[1:9] == [
        "  --> a.policy:12:3",
        "   |",
        "12 | b 甲",
        "   |   ^^",
        "  --> parts/b.policy:1:3",
        "   |",
        " 1 | c 乙",
        "   |   -- declared first here",
    ]
    assert lines(one(body, "甲", label), "ja")[8] == "   |   -- 先の宣言はここ"


def test_paths_are_shown_as_the_user_knows_them() -> None:
    found = one("a: b", "b")
    assert " --> folder/a.policy:1:4" in text.render([found], "en", False, lambda path: f"folder/{path}")


def test_colour_is_only_paint() -> None:
    import re

    found = one("項目: 氏名", "氏名", Label(Span(Source("b", "x"), 0, 1), "ここ", "here"))
    plain, painted = text.render([found], "ja", False), text.render([found], "ja", True)
    assert "\x1b[31;1m" in painted and "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain


def test_the_summary_counts_by_severity() -> None:
    note = Kind("text/sample", NOTE, "参考", "a note")
    found = [one("a b", "a"), one("a b", "b"), note.at(Span(Source("a", "a"), 0, 1))]
    assert text.summary(found, "ja") == "エラー 2 件、参考 1 件"
    assert text.summary(found, "en") == "2 errors, 1 note"
    assert text.summary([], "ja") == text.summary([], "en") == ""


# -- messages ---------------------------------------------------------------------------------------------------------


def test_what_a_message_quotes_is_short_and_harmless() -> None:
    assert quoted("あ" * 1000) == "あ" * 59 + "…"
    assert quoted("a\x1b[31m\u202e\r\U000e0041") == "a\\u001b[31m\\u202e\\u000d\\U000e0041"
    assert quoted("見本\u3000花子") == "見本\u3000花子"


def test_a_message_shows_a_line_break_of_a_text_as_one() -> None:
    """A path has none to show; the text of a notice often has, and its number says nothing to who wrote it."""
    words = "〒100-0001\n東京都千代田区"
    assert quoted(words) == "〒100-0001↵東京都千代田区"
    both = KIND.at(Span(Source("a", "a"), 0, 1), found=Both(words, words))
    assert both.message("ja") == "「〒100-0001↵東京都千代田区」は見本です"
    assert visible("a\n::error::b") == "a\\u000a::error::b"


def test_braces_in_what_is_quoted_are_no_parameters() -> None:
    checked = check_text('organization mihon "株式会社みほん" { called: "{0} {found} {{x}}" }\n')
    for diagnostic in checked.diagnostics:
        assert diagnostic.message("ja") and diagnostic.help("en") is not None


def test_a_near_name_comes_first_in_the_help() -> None:
    kind = KIND._replace(help_ja="書けるもの: {choices}", help_en="Possible here: {choices}")
    found = kind.at(Span(Source("a", "a"), 0, 1), found="a", nearest="b", choices=Both("甲、乙", "a, b"))
    assert found.help("ja") == "「b」ではありませんか。書けるもの: 甲、乙"
    assert found.help("en") == "Did you mean `b`? Possible here: a, b"
    bare = kind._replace(help_ja="", help_en="").at(Span(Source("a", "a"), 0, 1), found="a", nearest="b")
    assert (bare.help("ja"), bare.help("en")) == ("「b」ではありませんか。", "Did you mean `b`?")


@pytest.mark.parametrize(
    ("word", "choices", "near"),
    [
        ("共同利用者", ["共同利用", "利用目的"], "共同利用"),
        ("nmae", ["name", "email"], "name"),
        ("Ｋｉｎｄ", ["kind", "mind"], "kind"),
        ("POSTAL_CODE", ["postal-code"], "postal-code"),
        ("organisation", ["organization", "document"], "organization"),
        ("利用目低", ["利用目的", "利用者"], "利用目的"),
        ("xyz", ["name", "email"], ""),
        ("a" * 1000, ["a" * 999], ""),
        ("a", ["", "b"], ""),
        ("", ["a"], ""),
    ],
)
def test_the_nearest_name(word: str, choices: list[str], near: str) -> None:
    assert nearest(word, choices) == near


# -- findings together ------------------------------------------------------------------------------------------------


def test_findings_come_in_the_order_of_the_text_each_once() -> None:
    body = "c b a"
    found = [one(body, "a"), one(body, "b"), one(body, "c"), one(body, "b"), one("z", "z", path="0.policy")]
    assert [d.span.text for d in in_order(found)] == ["z", "c", "b", "a"]


def test_of_one_kind_a_bounded_number_is_kept_and_the_rest_is_counted() -> None:
    source = Source("a", "x" * (MOST_OF_A_KIND + 10))
    left, right = Findings(), Findings()
    for at in range(MOST_OF_A_KIND + 3):
        left.append(KIND.at(Span(source, at, at + 1), found="x"))
    for at in range(MOST_OF_A_KIND + 3, MOST_OF_A_KIND + 10):
        right.append(KIND.at(Span(source, at, at + 1), found="x"))
    left += right
    assert len(left) == MOST_OF_A_KIND
    (more,) = left.more()
    assert more.message("en") == "there are 10 more findings `model/sample`"
    assert in_order(left)[-1].code == "build/more-findings"


def test_what_a_syntax_error_covers_is_not_told_again() -> None:
    source = Source("a", "0123456789")
    syntax = KIND._replace(code="syntax/sample").at(Span(source, 2, 6), found="x")
    inner = KIND.at(Span(source, 3, 5), found="x")
    outer = KIND.at(Span(source, 5, 8), found="x")
    hidden = KIND._replace(code="text/invisible-character").at(Span(source, 3, 4), found="x")
    assert in_order([inner, outer, hidden, syntax]) == [syntax, hidden, outer]


# -- for programs -----------------------------------------------------------------------------------------------------


def test_json_has_both_languages_places_labels_and_fixes() -> None:
    body = "a\n項目： 氏名\n"
    at = body.index("：")
    source = Source("a.policy", body)
    fix = Fix(Span(source, at, at + 1), ":", safe=True)
    label = Label(Span(source, 0, 1), "ここ", "here")
    found = KIND.at(Span(source, at, at + 1), label, fix=fix, found="：")
    (row,) = json.loads(as_json.document([as_json.row(found, lambda path: f"x/{path}")]))["diagnostics"]
    place = {"file": "x/a.policy", "line": 2, "column": 3, "end_line": 2, "end_column": 4}
    assert row == {
        "code": "model/sample",
        "severity": "error",
        "message": {"ja": "「：」は見本です", "en": "`：` is a sample"},
        "help": {"ja": "直してください。", "en": "Mend it."},
        **place,
        "labels": [
            {
                "message": {"ja": "ここ", "en": "here"},
                "file": "x/a.policy",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 2,
            }
        ],
        "fix": {"replacement": ":", "safe": True, **place},
    }
    assert json.loads(as_json.document([])) == {"format": "policyc-diagnostics-1", "diagnostics": []}


def test_a_fix_mends_what_it_is_for() -> None:
    """Each fix of a source with slips of the keyboard is put in; what is left has no such finding."""
    body = 'organization mihon “株式会社みほん” ｛\n  called： "当社”；\u200b phone: 『03』， ‘04’\n  site = <https://mihon.example/>\n｝\n'
    found = check_text(body).diagnostics
    fixes = sorted((d.fix for d in found if d.fix is not None), key=lambda fix: fix.span.start, reverse=True)
    assert len(fixes) >= 9 and all(fix.safe for fix in fixes)
    for fix in fixes:
        body = body[: fix.span.start] + fix.replacement + body[fix.span.end :]
    assert {d.code for d in check_text(body).diagnostics} <= {"model/one-value"}


def test_github_annotations() -> None:
    found = one("a\n項目: 100%\n", "項目", path="dir,x/a:b.policy")
    assert github.render([found], "en") == (
        "::error file=dir%2Cx/a%3Ab.policy,line=2,col=1,endLine=2,title=model/sample::`項目` is a sample%0AMend it.\n"
    )
    note = Kind("text/sample", NOTE, "100%", "100%").at(Span(Source("a", "a"), 0, 1))
    assert github.render([note], "ja") == "::notice file=a,line=1,col=1,endLine=1,title=text/sample::100%25\n"


def test_findings_in_an_imported_file_are_shown_there() -> None:
    files = {"main.policy": 'import "part.policy"\n', "part.policy": 'organization mihon "株式会社みほん" { x: 1 }\n'}
    (found,) = check_files(files).diagnostics
    assert lines(found)[1] == " --> part.policy:1:32"
