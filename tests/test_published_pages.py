"""What the page of each finding on published pages shows is true: the first example is found out, the second is not."""

from __future__ import annotations

import re

import pytest

from policyc.diagnostics.catalogue import kinds, pages
from policyc.published import MAX_BYTES, read

_BLOCK = re.compile(r"^```(html|markdown|text)([^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_ENDINGS = {"html": ".html", "markdown": ".md", "text": ".txt"}
# What no short example can show, and the test below that brings it about.
WITHOUT = {"page/too-large": "test_too_large"}
CODES = sorted(code for code in kinds() if code.startswith("page/"))


def found(code: str) -> list[set[str]]:
    """The codes that the examples of a page give, in order."""
    every = []
    for language, words, text in _BLOCK.findall(pages()[code]):
        options = dict(word.split("=", 1) for word in words.split())
        data = text.encode(options.pop("encoded", "utf-8"))
        _, diagnostics = read(data, f"page{_ENDINGS[language]}", **options)
        every.append({d.code for d in diagnostics})
    return every


@pytest.mark.parametrize("code", sorted(set(CODES) - set(WITHOUT)))
def test_the_examples_are_true(code: str) -> None:
    bad, good = found(code)
    assert code in bad
    assert code not in good


@pytest.mark.parametrize("code", sorted(WITHOUT))
def test_what_no_example_can_show_has_a_test(code: str) -> None:
    assert code in CODES and found(code) == []
    assert WITHOUT[code] in globals()


def test_too_deep() -> None:
    page, diagnostics = read(b"<div>" * 1001 + "あ".encode(), "page.html")
    assert page is None and [d.code for d in diagnostics] == ["page/too-deep"]
    page, _ = read(b"<div>" * 999 + "あ".encode(), "page.html")
    assert page is not None


def test_too_large() -> None:
    page, diagnostics = read(b" " * (MAX_BYTES + 1), "page.html")
    assert page is None and [d.code for d in diagnostics] == ["page/too-large"]
    _, diagnostics = read(b" " * MAX_BYTES, "page.html")
    assert [d.code for d in diagnostics] == ["page/empty"]
