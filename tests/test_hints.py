"""Hints name what would answer them, by words that the language has: held against its declarations."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from conftest import check_clause, check_text
from policyc import law, vocab
from policyc.audit import audit
from policyc.audit.declared import block_of, spelled
from policyc.audit.findings import finding
from policyc.clauses import catalogue
from policyc.diagnostics import Diagnostic
from policyc.diagnostics.catalogue import kinds
from policyc.law.schema import example
from policyc.model.structure import document_type, file_type
from policyc.model.types import BlockType, Key
from policyc.model.words import NONE, ON_REQUEST
from test_law import SHOWN, entries

RULES = {rule.id: rule for rule in law.every_rule()}
# Placeholders of messages that show a form.
_ANY = {"name", "value", "…", "within …"}


def blocks(type_: BlockType) -> Iterator[BlockType]:
    yield type_
    for child in type_.children:
        yield from blocks(child)


BLOCKS = {block.word: block for block in blocks(file_type(catalogue()))}
KEYS: dict[str, list[Key]] = {}
for _block in BLOCKS.values():
    for _key in (*_block.keys, *(inner for one in _block.keys for inner in one.fields)):
        for _word in (_key.word, _key.ja):
            KEYS.setdefault(_word, []).append(_key)
WORDS = {word for category in vocab.CATEGORIES for word in vocab.words(category)}
WORDS |= {spelling for keys in KEYS.values() for key in keys for one in key.kind.choices for spelling in one.spellings}


def takes(field: str, value: str) -> bool:
    """Whether some block has the field, and the field takes the value."""
    for key in KEYS.get(field, ()):
        rows = {word for category in key.kind.vocabulary for word in vocab.words(category)}
        choices = {spelling for one in key.kind.choices for spelling in one.spellings}
        answers = {*NONE, *ON_REQUEST} if key.takes_answers else set()
        if value in rows | choices | answers | _ANY:
            return True
    return False


def told(code: str) -> list[Diagnostic]:
    """The findings of a rule on its bad example."""
    checked = check_text(example(*entries()[code])[1])
    document = checked.documents[0]
    made = audit(document, {one.path: one for one in checked.sources})
    rows = [row for row in made.rows if row.rule.id == code and row.answer.answer in law.WANTING]
    return [finding(made, row) for row in rows]


WITH_EXAMPLES = SHOWN


def test_hints_of_rules_name_what_the_language_has() -> None:
    wrong = []
    for rule in RULES.values():
        for token in re.findall("`([^`]+)`", rule.hint_en + rule.message_en):
            field, colon, value = token.partition(": ")
            known = takes(field, value) if colon else token in KEYS or token in BLOCKS or token in WORDS
            wrong += [(rule.id, token)] if not known and token != "same as" else []
        for field, value in re.findall("「([^「」: ]+): ([^「」]+)」", rule.hint_ja + rule.message_ja):
            wrong += [(rule.id, field, value)] if field not in KEYS or not takes(field, value) else []
        for token in re.findall(r"（([a-z][a-z\-]*(?:: [a-z\-]+)?)）", rule.hint_ja + rule.message_ja):
            field, colon, value = token.partition(": ")
            known = takes(field, value) if colon else token in KEYS or token in BLOCKS or token in WORDS
            wrong += [(rule.id, token)] if not known else []
    assert not wrong


def test_help_of_diagnostics_names_fields_that_the_language_has() -> None:
    """Where it shows `field: value`; those of settings and demands speak of other files."""
    wrong = []
    for kind in kinds().values():
        if not kind.code.startswith(("config/", "match/", "syntax/")):
            shown = re.findall(r"`([a-z\-]+): ([a-z\-]+)`", kind.help_en + kind.en)
            wrong += [(kind.code, *one) for one in shown if not takes(*one)]
    assert not wrong


@pytest.mark.parametrize("statute", sorted({code.partition("/")[0] for code in WITH_EXAMPLES}))
def test_a_hint_names_its_fields_in_both_languages(statute: str) -> None:
    """A field that the English hint names is named by the Japanese one, by its Japanese word; and what is proposed exists."""
    wrong = []
    document = document_type(catalogue())
    for code in WITH_EXAMPLES:
        if not code.startswith(f"{statute}/"):
            continue
        for one in told(code):
            ja, en = one.help("ja"), one.help("en")
            for token in re.findall("`([^`]+)`", en):
                field, colon, value = token.partition(": ")
                for key in KEYS.get(field, ())[:1]:
                    # Some words are those of a value as well: `opt-out`, オプトアウト.
                    named = any(k.ja in ja for k in KEYS[field]) or f"（{token}）" in ja
                    if not named:
                        wrong.append(f"{code}: `{token}` of the English hint is not in {ja}")
                    said = [word for k in KEYS[field] for word, _ in spelled(k, value)] if colon else []
                    if said and not any(word in ja for word in said) and f"{key.word}: {value}" not in ja:
                        wrong.append(f"{code}: the value of `{token}` has no Japanese word in {ja}")
            for block, field, values in re.findall("「([^「」]+)」の「([^「」:]+): ([^「」]+)」", ja):
                type_ = next((b for b in BLOCKS.values() if b.ja == block and b.key(field)), None)
                key_ = type_.key(field) if type_ is not None else None
                for value in values.split(" / "):
                    if key_ is None or not takes(field, value.strip('"')):
                        wrong.append(f"{code}: {block} has no {field}: {value}")
                assert type_ is None or block_of(type_.word, document) is not None
    assert not wrong, "\n".join(wrong)


def test_a_right_that_would_answer_is_named_with_its_clause() -> None:
    body = 'third-party-provision { provision { to: "Far"; data: name; basis: equivalent-system; country: US } }'
    checked = check_clause(body)
    made = audit(checked.documents[0], {one.path: one for one in checked.sources})
    (found,) = [finding(made, row) for row in made.rows if row.rule.id == "appi/28-3-equivalent-measures"]
    assert (
        "「開示等の請求」の「受け付ける請求: 外国にある第三者が講ずる必要な措置に関する情報の提供」（accepts: foreign-measures-information）"
        in found.help("ja")
    )
    assert "宣言する項目: 外国の制度（system）、提供先の措置（safeguards）、" in found.help("ja")
