"""Nodes as JSON text: what was entered whole comes apart again, and two descriptions of one thing become one."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from linked_cases import made
from policyc.emit.jsonld import FILE, TARGET
from policyc.emit.jsonld.nodes import apart, array, ja, joined, members, plain

TEXT = st.one_of(st.text(min_size=1), st.sampled_from(['"', "\\", '", "', '"title": ', "}, {", '["a"]', "行\n改"]))
VALUE = st.one_of(
    TEXT.map(ja),
    TEXT.map(plain),
    st.lists(TEXT, min_size=1).map(lambda texts: array([plain(text) for text in texts])),
    st.integers(0, 99).map(str),
    st.just("true"),
    TEXT.map(lambda text: f'{{"ja": [{plain(text)}, "x"], "en": "y"}}'),
)
FEW = settings(max_examples=200, deadline=None, database=None, derandomize=True)


@FEW
@given(st.dictionaries(st.sampled_from(["type", "title", "broader", "origin", "open"]), VALUE, min_size=1))
def test_a_text_of_members_comes_apart_into_them(node: dict[str, str]) -> None:
    assert apart(members({**node})) == node
    assert json.loads(f"{{{members({**node})}}}") == {word: json.loads(value) for word, value in node.items()}


@FEW
@given(st.lists(TEXT, min_size=1), st.lists(TEXT, min_size=1))
def test_arrays_are_joined_with_each_item_once(old: list[str], new: list[str]) -> None:
    both = joined(array([plain(text) for text in old]), array([plain(text) for text in new]))
    found = json.loads(both) if isinstance(both, str) else [json.loads(item) for item in both]
    assert found == old + [text for text in new if text not in old]


def test_values_are_joined_once() -> None:
    assert joined('"a"', '"a"') == '"a"'
    assert joined('"a"', '"b"') == ['"a"', '"b"']
    assert joined('["a"]', '"a"') == ['"a"']
    assert joined('{"ja": "あ"}', '{"ja": "い", "en": "b"}') == '{"ja": ["あ", "い"], "en": "b"}'


def test_rows_of_one_id_are_one_node() -> None:
    policy, page, _ = made("dmm")
    first, second = policy.purposes[:2]
    item = policy.data[0]._replace(id=first.id, text='"別"の\\文')
    same = policy._replace(
        data=(item, *policy.data[1:]), purposes=(first, second._replace(id=first.id), *policy.purposes[2:])
    )
    graph = json.loads(TARGET.emit(same, page, {}).files[FILE])["@graph"]
    (node,) = [node for node in graph if node["id"].endswith(f"#{first.id}")]
    assert {"dpv:PersonalData", "dpv:Purpose"} <= set(node["type"])
    assert node["title"] == {"ja": [item.text, first.text, second.text]}
    assert node["position"] == list(dict.fromkeys((item.position, first.position, second.position)))
