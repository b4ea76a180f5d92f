"""Kinds of documents: the names that pages go by are known where a kind is asked for, and a refusal tells which there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import check_text
from policyc.cli import group
from policyc.format.kinds import near_kind
from policyc.model.document_kinds import DOCUMENT_KINDS, folded, kind_called

# As they stand on pages, and in calls.
NAMES = (
    ("プライバシーポリシー", "privacy-notice"),
    ("プライバシー・ポリシー", "privacy-notice"),
    ("ﾌﾟﾗｲﾊﾞｼｰﾎﾟﾘｼｰ", "privacy-notice"),
    ("個人情報保護方針", "privacy-notice"),
    ("個人情報の取扱いについて", "privacy-notice"),
    ("個人情報の取り扱いについて", "privacy-notice"),
    ("当社の個人情報保護方針", "privacy-notice"),
    ("Privacy Policy", "privacy-notice"),
    ("ｐｒｉｖａｃｙ　ｐｏｌｉｃｙ", "privacy-notice"),
    ("privacy_policy", "privacy-notice"),
    ("PRIVACY-NOTICE", "privacy-notice"),
    ("外部送信", "external-transmission-notice"),
    ("外部送信ポリシー", "external-transmission-notice"),
    ("外部送信について", "external-transmission-notice"),
    ("利用者情報の外部送信", "external-transmission-notice"),
    ("利用者情報の外部送信について", "external-transmission-notice"),
    ("クッキーポリシー", "external-transmission-notice"),
    ("Cookieポリシー", "external-transmission-notice"),
    ("Cookie等の利用について", "external-transmission-notice"),
    ("cookie policy", "external-transmission-notice"),
    ("特定個人情報等の適正な取扱いに関する基本方針", "specific-personal-information-policy"),
    ("マイナンバーの取扱いについて", "specific-personal-information-policy"),
    ("特定商取引法に基づく表記", "commerce-notice"),
    ("「特定商取引法」に基づく表示", "commerce-notice"),
    ("特商法表記", "commerce-notice"),
    ("資金決済法に基づく表示", "payment-notice"),
    ("利用規約", "terms"),
    ("ご利用規約", "terms"),
    ("Terms of Service", "terms"),
    ("terms of use", "terms"),
    ("サイトポリシー", "general-policy"),
    ("サイトのご利用について", "general-policy"),
    ("サイトマップ", "site-index"),
    ("site map", "site-index"),
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, list(arguments))


def test_no_name_is_of_two_kinds() -> None:
    of: dict[str, str] = {}
    for kind in DOCUMENT_KINDS:
        for name in kind.names:
            assert of.setdefault(folded(name), kind.word) == kind.word, name
            assert folded(name)
        assert len(kind.called) == len(set(map(folded, kind.called))), kind.word


def test_every_kind_has_names_in_both_languages_but_its_words() -> None:
    for kind in DOCUMENT_KINDS:
        assert any(not name.isascii() for name in kind.called), kind.word
        assert any(name.isascii() for name in kind.names), kind.word


@pytest.mark.parametrize(("name", "kind"), NAMES)
def test_a_page_is_known_by_its_name(name: str, kind: str) -> None:
    found = kind_called(name)
    assert found is not None and found.word == kind


@pytest.mark.parametrize("name", ["プライバシーポリシー", "外部送信", "特商法表記", "terms of service"])
def test_new_takes_it(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = kind_called(name)
    assert run("new", name, "page").exit_code == 0 and found is not None
    made = (tmp_path / "page.policy").read_text(encoding="utf-8")
    assert re.findall(r"^  kind: +(\S+)$", made, re.MULTILINE) == [found.word]


def test_a_refusal_lists_the_kinds_in_the_language_of_the_call() -> None:
    ja, en = run("new", "詩", "x"), run("new", "poem", "x", "--lang", "en")
    assert ja.exit_code == en.exit_code == 2
    for kind in DOCUMENT_KINDS:
        assert f"{kind.ja}（{kind.word}）" in ja.stderr
        assert f"{kind.word} ({kind.ja})" in en.stderr
    assert "のことですか" not in ja.stderr and "did you mean" not in en.stderr


@pytest.mark.parametrize(
    ("name", "near"),
    [("プライバシポリシー", "プライバシーポリシー"), ("privcy policy", "privacy policy"), ("暑中見舞", "")],
)
def test_a_near_name_is_proposed_and_not_taken(name: str, near: str) -> None:
    refused = run("new", name, "x")
    assert refused.exit_code == 2 and near_kind(name) == near
    assert (f"「{near}」のことですか" in refused.stderr) == bool(near)


def test_import_takes_it_too(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# みほん\n\n株式会社みほんは、情報を大切にします。\n", encoding="utf-8")
    made = run("import", str(page), "--kind", "クッキーポリシー")
    assert "外部送信の公表" in made.stdout or "external-transmission-notice" in made.stdout
    refused = run("import", str(page), "--kind", "詩")
    assert refused.exit_code == 2 and "個人情報の取扱い（privacy-notice）" in refused.stderr


def test_a_source_that_names_a_page_is_told_the_word() -> None:
    source = 'organization mihon "株式会社みほん" {{ }}\ndocument n "方針" {{ kind: {0}; operator: mihon }}\n'
    for written, word in (("プライバシーポリシー", "個人情報の取扱い"), ("cookies", "external-transmission-notice")):
        found = [d for d in check_text(source.format(written)).diagnostics if d.code == "model/unknown-word"]
        assert len(found) == 1 and f"「{word}」" in found[0].help("ja")
