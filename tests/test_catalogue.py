"""The diagnostics as a whole: codes, both languages, the parameters of their templates, and a page for each."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable
from importlib import import_module
from string import Formatter

import pytest
from click.testing import CliRunner

import policyc
from conftest import ROOT
from policyc.cli import group
from policyc.diagnostics import SEVERITIES, Kind
from policyc.diagnostics.catalogue import kinds, pages

OWNERS = (
    "syntax",
    "model",
    "text",
    "build",
    "cli",
    "page",
    "p3p",
    "wording",
    "accept",
    "baseline",
    "config",
    "match",
    "package",
    "site",
)
ALL = sorted(kinds().values(), key=lambda kind: kind.code)


def each(check: Callable[[Kind], None]) -> Callable[[str], None]:
    """A check of every kind of finding, as one test for each owner of codes."""

    def test(owner: str) -> None:
        for kind in ALL:
            if kind.code.startswith(f"{owner}/"):
                try:
                    check(kind)
                except AssertionError as fault:
                    raise AssertionError(kind.code) from fault

    test.__name__, test.__doc__ = check.__name__, check.__doc__
    return pytest.mark.parametrize("owner", OWNERS)(test)


def parameters(template: str) -> set[str]:
    """The names of the parameters of a template."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_codes_are_unique() -> None:
    declared: dict[str, Kind] = {}
    for info in pkgutil.walk_packages(policyc.__path__, "policyc."):
        if info.name.endswith((".__main__", ".generate")) or ".dev" in info.name:
            continue
        for value in vars(import_module(info.name)).values():
            if isinstance(value, Kind):
                assert declared.setdefault(value.code, value) is value, value.code
    assert declared == kinds()


def test_every_code_has_an_owner() -> None:
    codes = rf"(?:{'|'.join(OWNERS)})/[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
    assert [kind.code for kind in ALL if not re.fullmatch(codes, kind.code)] == []


@each
def test_kind(kind: Kind) -> None:
    assert kind.severity in SEVERITIES
    assert kind.ja.strip() and kind.en.strip()
    assert bool(kind.help_ja.strip()) == bool(kind.help_en.strip()), "help in both languages, or in neither"


@each
def test_both_languages_say_the_same(kind: Kind) -> None:
    if kind.code == "model/bad-vocabulary":
        # The fault itself comes in both languages.
        assert (parameters(kind.ja), parameters(kind.en)) == ({"ja"}, {"en"})
        return
    assert parameters(kind.ja) == parameters(kind.en)
    assert parameters(kind.help_ja) == parameters(kind.help_en)


@each
def test_messages_are_written_alike(kind: Kind) -> None:
    """Japanese messages end without a full stop and help with one; no message is longer than a screen is wide."""
    assert not kind.ja.endswith("。") and not kind.en.endswith(".")
    for help_ in (kind.help_ja, kind.help_en):
        assert "\n" not in help_


def test_every_kind_has_a_page() -> None:
    assert sorted(set(kinds()) - set(pages())) == []


def test_every_page_is_about_a_kind() -> None:
    assert sorted(set(pages()) - set(kinds())) == []


def test_no_page_is_written_twice() -> None:
    seen: list[str] = []
    for path in (ROOT / "src").rglob("README.md"):
        seen += re.findall(r"^## (\S+/\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(seen) == sorted(set(seen))


@each
def test_a_page_speaks_both_languages(kind: Kind) -> None:
    words = re.sub(r"```.*?```", "", pages()[kind.code], flags=re.DOTALL)
    paragraphs = [p for p in words.strip().split("\n\n") if p.strip()]
    assert re.search("[ぁ-ん]", paragraphs[0]), "first in Japanese"
    assert any(not re.search("[ぁ-んァ-ヶ一-龠]", re.sub("`[^`]*`", "", p)) for p in paragraphs[1:]), "then in English"
    assert kind.ja not in words, "the page does not repeat the message"


@each
def test_explain_shows_the_page(kind: Kind) -> None:
    run = CliRunner().invoke(group, ["explain", kind.code])
    assert run.exit_code == 0
    assert run.output.startswith(f"{kind.code} (")
    assert pages()[kind.code].strip() in run.output


@each
def test_a_page_is_short(kind: Kind) -> None:
    """Two or three sentences of Japanese (what is said in brackets is not counted), then the English."""
    japanese = re.sub("（[^（）]*）", "", pages()[kind.code].split("\n\n")[0])
    assert 2 <= len(re.findall("。(?!」)", japanese)) <= 3
