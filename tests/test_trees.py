"""Trees as text: where the lines of JSON break, and what XML writes otherwise."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyc.emit.json_text import OnLines, json_text, ready
from policyc.emit.xml_text import Element, xml_text

FEW = settings(max_examples=200, deadline=None, database=None, derandomize=True)
PLAIN = st.recursive(
    st.one_of(st.text(), st.integers(), st.booleans(), st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(), inner, max_size=3)),
    max_leaves=8,
)


def test_only_what_is_on_lines_is_divided() -> None:
    text = json_text(OnLines({"a": [], "c": ['あ\n"', "い"], "d": OnLines({"f": OnLines([{"g": ["w"]}, {}], 6)}, 4)}))
    assert text == (
        '{\n  "a": [],\n  "c": ["あ\\n\\"", "い"],\n  "d": {\n    "f": [\n      {"g": ["w"]},\n      {}\n    ]\n  }\n}\n'
    )


def test_an_empty_list_stands_in_one_line_and_a_tight_one_in_those_of_its_brackets() -> None:
    assert json_text(OnLines([])) == "[]\n"
    assert json_text(OnLines({"a": OnLines([1, 2], 0), "b": 1}, 0, tight=True)) == '{"a": [\n1,\n2\n],\n"b": 1}\n'


@FEW
@given(st.dictionaries(st.text(), PLAIN), st.integers(0, 6))
def test_whatever_the_lines_the_value_is_the_same(value: dict[str, object], indent: int) -> None:
    for tree in (OnLines(value, indent), OnLines({"x": ready(OnLines(value))}, indent)):
        assert json.loads(json_text(tree)) in (value, {"x": value})


def test_what_is_no_json_is_refused() -> None:
    for value in (float("nan"), float("inf"), object()):
        with pytest.raises((ValueError, TypeError)):
            json_text(OnLines([value]))


# Characters that XML can hold and does not change: a line break or tab in an attribute is written as a reference.
LETTERS = st.text(st.sampled_from("aあ<>&\"'\n\t ]"), max_size=8)


@FEW
@given(LETTERS, LETTERS, st.lists(LETTERS, max_size=3))
def test_what_is_written_is_read_back(text: str, value: str, inside: list[str]) -> None:
    tree = Element("a", {"b": value}, [Element("c", {"d": one}, one) for one in inside] or text)
    read = ET.fromstring(xml_text(tree))
    assert read.get("b") == value
    if inside:
        assert [(one.get("d"), one.text or "") for one in read] == [(one, one) for one in inside]
    else:
        assert (read.text or "") == text


def test_elements_have_a_line_each_and_texts_that_of_their_element() -> None:
    tree = Element("a", {"x": "1"}, [Element("b"), Element("c", {}, "文"), Element("d", {}, [Element("e")])])
    assert xml_text(tree).splitlines()[1:] == [
        '<a x="1">',
        "  <b />",
        "  <c>文</c>",
        "  <d>",
        "    <e />",
        "  </d>",
        "</a>",
    ]
