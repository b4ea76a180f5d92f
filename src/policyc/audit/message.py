"""What a rule says where something is wanting: of one that looks at declared facts only, that it does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import law
from . import Row

_IN_WORDS = frozenset(("says", "affirms", "code"))
_ABSENT = re.compile(r"(?:の記載がありません|がありません|が書かれていません|(?:が)?示されていません)(?=。)")
_FACTS = "が宣言されていません（文章にあっても、項目として書かれていないと確かめられません）"
_PARTS = "\\g<0>（組織などの宣言にないものは、文章にあっても確かめられません）"
_ENGLISH = "Only declared fields are looked at: what the prose alone says cannot be checked."


def message(rule: law.Rule, lang: str) -> str:
    """The message of a rule, without its article.

    Prose may state what no field declares. A rule that asks for fields alone must not say that the page lacks it, but
    that it is not declared; of the parts of a party (an address) it asks that they are declared and on the page.
    """
    if lang != "ja":
        return f"{rule.message_en} {_ENGLISH}" if by_facts(rule) else rule.message_en
    if not by_facts(rule):
        return rule.message_ja
    fields = list(_fields(rule.require))
    return _ABSENT.sub(_PARTS if fields and all("." in one for one in fields) else _FACTS, rule.message_ja, count=1)


def words_found(row: Row, lang: str) -> str:
    """Which words of the page a rule takes exception to; empty where it names none."""
    found = dict.fromkeys(row.answer.verdict.found) if row.answer.answer == law.CONTRARY else ()
    if not found:
        return ""
    said = "".join(f"「{word}」" for word in found) if lang == "ja" else ", ".join(found)
    return f"該当する語：{said}。" if lang == "ja" else f" Found: {said}."


def by_facts(rule: law.Rule) -> bool:
    """Whether what must be stated is looked for among declared facts only, never in words."""
    return bool(rule.require) and _IN_WORDS.isdisjoint(_forms(rule.require))


def _forms(condition: law.Condition) -> Iterator[str]:
    """The form of a condition and of those inside it."""
    form = condition[0]
    yield form
    if form in ("all", "any"):
        for one in condition[1]:
            yield from _forms(one)
    elif form == "not":
        yield from _forms(condition[1])


def _fields(condition: law.Condition) -> Iterator[str]:
    """The fields that a condition asks to be stated."""
    form = condition[0]
    if form == "states":
        yield condition[1]
    elif form in ("all", "any"):
        for one in condition[1]:
            yield from _fields(one)
