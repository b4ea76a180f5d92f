"""Defined words that are not the operator: statutes, people, services. Each only where it is certain what is defined."""

from __future__ import annotations

import re

from ...vocab import lookup
from ..draft import Entity
from .lines import named, quoted
from .parties import PARAGRAPH, Definition

_STATUTES = re.compile(
    "(?:個人情報の保護に関する法律|行政手続き?における特定の個人を識別するための番号の利用等に関する法律"
    "|特定商取引に関する法律|資金決済に関する法律|電気通信事業法|消費者契約法|不正アクセス行為の禁止等に関する法律"
    "|特定電子メールの送信の適正化等に関する法律|[^、。をはがのに()「」]{2,20}(?:に関する法律|法))\\Z"
)
_PEOPLE = re.compile(
    "(?:ユーザー?|利用者|お客(?:様|さま)|顧客|会員|参加者|応募者|来場者|受講者|契約者|購入者|患者)(?:様|さま|等)?\\Z"
)
_SERVICES = re.compile("[本当](?:サービス|アプリ|アプリケーション|ゲーム|システム|ソフトウェア|イベント)\\Z")
_SITES = re.compile("[本当](?:サイト|ウェブサイト|WEBサイト|Webサイト|ホームページ|HP)\\Z")
# What a phrase that is being defined does not begin with.
_JOINS = re.compile("及び|および|並びに|ならびに|又は|または|若しくは|もしくは|その他|ただし|なお|また|次")
_NOUN_END = re.compile("[^ぁ-ん]\\Z")
_LISTED = re.compile("[、]")


def term(made: Definition, words: str, text: str) -> tuple[Entity, int] | None:
    """What a definition in the row `text` declares, and where its phrase begins; None where it is not certain.

    `words` stand before its bracket from the beginning of the sentence, folded."""
    called = text[made.called_start : made.called_end]
    plain = words.rstrip()
    statute = _STATUTES.search(plain)
    if statute is not None and made.called.endswith(("法", "律", "令")):
        start = made.start + statute.start()
        return _entity("statute", made._replace(start=start), text), start
    begin = phrase_before(plain)
    if begin is None:
        return None
    start = made.start + begin
    if _SERVICES.match(made.called):
        return _entity("service", made._replace(start=start), text), start
    if _SITES.match(made.called):
        return _entity("site", made._replace(start=start), text), start
    person = _PEOPLE.search(made.called)
    if person is None:
        return None
    concept = lookup("subjects", made.called) or lookup("subjects", person.group().removesuffix("等"))
    if concept is None:
        return None
    if lookup("subjects", made.called) is not None:
        fields = (("called", made._replace(start=start).form(text)), ("is", concept.id))
        return Entity("subject", named(called), text[start : made.name_end], fields), start
    bracket = text[made.name_end : made.end]
    at = made.called_start - made.name_end
    form = f'"{{means}}{quoted(bracket[:at])[1:-1]}{{name}}{quoted(bracket[at + len(called) :])[1:-1]}"'
    own = (("means", quoted(text[start : made.name_end])), ("as", form), ("is", concept.id))
    return Entity("term", named(called), called, own), start


def _entity(block: str, made: Definition, text: str) -> Entity:
    called = text[made.called_start : made.called_end]
    return Entity(block, named(called), made.title(text), (("called", made.form(text)),))


def phrase_before(words: str) -> int | None:
    """Where the phrase that ends `words` (folded) begins: behind the last 、 that does not part a list of nouns."""
    start = 0
    for comma in reversed([hit.start() for hit in _LISTED.finditer(words)]):
        if not _NOUN_END.search(words[:comma]):
            start = comma + 1
            break
    start += len(words[start:]) - len(words[start:].lstrip())
    if numbered := PARAGRAPH.match(words, start):
        start = numbered.end()
    phrase = words[start:]
    if not 2 <= len(phrase) <= 60 or _JOINS.match(phrase) or re.search("は[、 ]|」と", phrase):
        return None
    if phrase.count("(") != phrase.count(")") or phrase.count("「") != phrase.count("」"):
        return None
    # 当社は本サービスを利用する者: a topic inside would become part of the name.
    if re.match(r"\d+(?![\d歳才年月日時分人名社件回つ円％%以])", phrase):
        # Nobody knows whether the number is part of it.
        return None
    return None if re.match("(?:当社|弊社|当法人|当会|本会)(?:は|が)(?!.*(?:する|した|される))", phrase) else start
