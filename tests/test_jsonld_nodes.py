"""Nodes as trees: two descriptions of one thing become one, and nothing that is shared changes."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from linked_cases import made
from policyc.emit.jsonld import FILE, TARGET
from policyc.emit.jsonld.nodes import grow, ja, joined, said

TEXT = st.one_of(st.text(min_size=1), st.sampled_from(['"', "\\", '", "', '"title": ', "}, {", '["a"]', "行\n改"]))
FEW = settings(max_examples=200, deadline=None, database=None, derandomize=True)


@FEW
@given(st.lists(TEXT, min_size=1), st.lists(TEXT, min_size=1))
def test_lists_are_joined_with_each_item_once(old: list[str], new: list[str]) -> None:
    before = list(old), list(new)
    assert joined(old, new) == (old if old == new else old + [text for text in new if text not in old])
    assert (old, new) == before


def test_values_are_joined_once() -> None:
    assert joined("a", "a") == "a"
    assert joined("a", "b") == ["a", "b"]
    assert joined(["a"], "a") == ["a"]
    assert joined({"ja": "あ"}, {"ja": "い", "en": "b"}) == {"ja": ["あ", "い"], "en": "b"}


def test_a_list_that_is_shared_does_not_grow() -> None:
    shared = ["dpv:Purpose"]
    node = {"type": shared}
    grow(node, "type", ["dpv:Context"])
    assert node == {"type": ["dpv:Purpose", "dpv:Context"]} and shared == ["dpv:Purpose"]


def test_what_has_no_value_is_left_out_but_for_numbers() -> None:
    assert said({"title": ja(""), "under": 0, "open": None, "page": "", "broader": [], "position": 1}) == {
        "under": 0,
        "position": 1,
    }


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
