"""委託: how much of the handling is entrusted, within what, and how processors are supervised."""

from __future__ import annotations

import re

from ...vocab import lookup
from ..draft import Doubt, Entity, Mark, Reading, Section
from .lines import sentences, whole
from .rules import Found, apply, reading, rule
from .survey import Survey
from .walk import Path

SCOPE = rule("scope", "within uses", "(?P<m>利用目的の(?:達成|遂行|実施)に必要な範囲(?:内)?(?:で|において|に限り))")
"""Also said of joint use."""
RULES = (
    rule("extent", "all-or-part", "取り?扱い?[^。、]{0,4}の?(?P<m>全部(?:又は|または|もしくは|若しくは|あるいは|か)(?:その)?一部)[^。]*委託"),
    rule("extent", "part", "(?:個人情報|個人データ)[^。、]{0,6}取り?扱い?[^。、]{0,4}の(?P<m>一部)を[^。]*委託"),
    rule("to", "processor", "(?P<m>第三者|外部(?:業者|の?事業者|企業|の会社|委託先)?|業務委託先|委託先|他の事業者)(?:\\([^()]*\\))?(?:に|へ)(?:対して)?、?[^。、]{0,12}(?:委託|預け)(?:する|し|る)", "者に提供しません|第三者に提供", many=True),
    rule("to", "foreign-third-party", "(?P<m>外国にある第三者)を含", many=True),
    rule("supervision", "selected-and-monitored", "(?P<m>選定[^。]*契約[^。]*(?:取り?扱い?)(?:の)?状況[^。]{0,8}把握[^。]*監督)(?:を|等を)?(?:行|実施)", "ません"),
    rule("supervision", "contract", "(?P<m>契約(?:を|の)?(?:締結|取り交わし|交わし|結[びん]))"),
    rule("supervision", "supervised", "(?P<m>(?:必要かつ適切な|必要な|適切な)?(?:管理・?)?監督)(?:を|等を)?(?:行|実施|徹底|いた)", "ません"),
)  # fmt: skip

_NONE = (
    rule(
        "declared",
        "none",
        "委託(?:する|を行う|して)?(?:こと|予定)?(?P<m>(?:は|を)?(?:ありません|ございません|(?:いた)?しません|行いません|おりません))",
    ),
)
CONDITIONAL = re.compile("場合|ただし|但し|除|とき|原則|同意")
"""Words by which what looks like 「ありません」 is not without exception."""


def read(section: Section, path: Path, survey: Survey) -> Reading | None:
    """Extent, processors and supervision. Where there is a contract, supervision by contract says both; careful choice and monitoring besides say more."""
    scope = (SCOPE,) if survey.uses is not None else ()
    found, doubts = apply((*scope, *RULES), sentences(section), first=("supervision", "extent"))
    found = [_own_words(section, one) for one in found]
    named, more = _named(section) if all(one.field != "to" for one in found) else ([], [])
    found, doubts = [*found, *named], [*doubts, *more]
    if not found and not doubts and not CONDITIONAL.search(whole(section)):
        found, doubts = apply(_NONE, sentences(section))
    if not found:
        return Reading("article", doubts=tuple(doubts)) if doubts else None
    return reading("entrustment", found, doubts=doubts)


def _own_words(section: Section, one: Found) -> Found:
    """The processors as the page calls them, where that alone would be someone else: 第三者に委託します."""
    if (one.field, one.value) != ("to", "processor"):
        return one
    (mark,) = one.marks
    words = section.rows[mark.row].text[mark.start : mark.end]
    concept = lookup("recipients", words)
    if concept is None or concept.id == "processor":
        return one
    for sentence in sentences(section):
        if hit := re.search("(?<!再)委託先", sentence.text):
            return one._replace(marks=(sentence.mark(hit, mark.ref),))
    entity = Entity("recipient", f"委託先-{words}", words, (("is", "processor"),))
    return one._replace(value=entity.name, marks=(mark._replace(ref=f"to.{entity.name}"),), entities=(entity,))


# 個人データの取扱いの一部を配送業者及び決済代行会社に委託することがあります
_TO = re.compile(
    "(?:を|(?<!又)(?<!また)は)、?(?P<to>(?:[^。、をはが]|又は|または){2,40}(?:、(?:[^。、をはが]|又は|または){2,24}){0,6})(?:に対して|に|へ)、?(?:業務)?委託(?:を?し|を?する|を?いた)"
)
_ANYONE = re.compile("第三者|外部|委託先|他の事業者|他社|場合|者に|当社|弊社|範囲|必要")


def _named(section: Section) -> tuple[list[Found], list[Doubt]]:
    """Processors by what they are, where the vocabulary knows them all; else a doubt."""
    for sentence in sentences(section):
        hit = _TO.search(sentence.text)
        if hit is None or _ANYONE.search(hit["to"]) or "ません" in sentence.text[hit.end() :][:8]:
            continue
        found = []
        at = sentence.start + hit.start("to")
        for part in re.split("(及び|および|並びに|又は|または|、|・)", hit["to"]):
            concept = lookup("recipients", part)
            if concept is not None:
                mark = Mark(sentence.row, at, at + len(part), f"to.{concept.id}")
                found.append(Found("to", concept.id, (mark,)))
            elif not re.fullmatch("及び|および|並びに|又は|または|、|・", part):
                return [], [Doubt(sentence.row, "委託先が書かれているようです。to を確かめてください。")]
            at += len(part)
        return found, []
    return [], []
