"""第三者提供: on what ground data go to third parties, to whom and for what, and when without consent."""

from __future__ import annotations

import re

from ...vocab import lookup
from ..draft import Child, Doubt, Entity, Mark, Reading, Section
from .items import going_on
from .lines import Sentence, cut, fold, named, sentences, whole
from .places import countries
from .rules import Found, apply, reading, rule
from .survey import Survey
from .walk import Path

_WHO = "(?:ご?本人|当人|お客様|お客さま|ユーザー|利用者|会員|患者様|応募者)(?:様)?"
_CASE = "[^。]{0,60}(?:場合|とき|時)"
BASIS = (
    rule("basis", "consent", "(?P<m>(?:同意|承諾)(?:を|が)?(?:得(?:る)?|いただく|頂く|ある)?(?:こと)?(?:なく|なしに|ないで|ずに|ず))[^。]*(?:提供|開示)[^。]{0,16}(?:ません|ない)", many=True),
    rule("basis", "consent { includes: acceptance-of-terms }", f"(?P<m>{_WHO}の同意を得た場合\\([^()]*規約等?に同意[^()]*(?:\\([^()]*\\)[^()]*)*\\)(?:に限り)?)", many=True),
    rule("basis", "consent", f"(?P<m>{_WHO}(?:の|から|より)(?:事前の|事前に|明示的な)?(?:同意|承諾|了承)(?:が|を)(?:ある|あった|得た|得ている|得て|いただいている|いただいた|頂いた|いただいて)(?:[^、。()]{{0,6}})(?:場合|とき|時)(?:\\([^()]*(?:\\([^()]*\\)[^()]*)*\\))?(?:に限り)?)", many=True),
    rule("basis", "consent", f"(?P<m>{_WHO}の同意(?:のもと|の下|に基づき)|{_WHO}が?同意した(?:場合|とき))", many=True),
)  # fmt: skip
EXCEPT = (
    rule("except", "consent-exemption", "(?P<m>[^、。]{0,16}(?:法令|法律)[^、。]{0,12}同意(?:が(?:不要|必要ない|必要でない)|を要しない)[^、。]{0,8}場合)", many=True),
    rule("except", "law", "(?P<m>法令(?:等)?(?:\\([^()]*\\))?(?:(?:の規定|の定め)?に基づ[くきい]|により|の規定により|の定めにより|に(?:定め|規定)|で(?:認め|定め)|上の?(?:義務|規定))[^。、]{0,24}?(?:場合|とき|もの(?=を除)))", "同意が不要|(?:法令|法律)[^、。]{0,12}同意を要しない|法令に定める事務", many=True),
    rule("except", "life-protection", f"(?P<m>(?:人の)?生命、(?:身体|健康)[^。]{{0,8}}財産[^。]{{0,12}}保護{_CASE})", "害するおそれ", many=True),
    rule("except", "public-health", f"(?P<m>公衆衛生の向上{_CASE})", many=True),
    rule("except", "state-cooperation", "(?P<m>国の機関[^。]{0,70}協力[^。]{0,60}(?:場合|とき))", many=True),
    rule("except", "academic-publication", "(?P<m>学術研究(?:の)?成果の公表[^。]{0,60}(?:場合|とき))", many=True),
    rule("except", "academic-joint-research", "(?P<m>共同して学術研究[^。]{0,60}(?:場合|とき))", many=True),
    rule("except", "academic-recipient", "(?P<m>第三者が学術研究機関等である場合|学術研究機関等に[^。、]{0,14}提供する場合)", many=True),
    rule("except", "opt-out", "(?P<m>個人情報保護委員会に届(?:け)?出を?し?[^。]{0,6}(?:場合|とき))", many=True),
    rule("except", "entrustment", "(?P<m>利用目的の達成に必要な範囲[^。]{0,40}委託[^。、]{0,20}(?:場合|とき)|業務(?:の(?:全部又は)?一部)?を委託する(?:(?:業)?者に(?:対して)?(?:開示|提供)する)?(?:場合|とき))", many=True),
    rule("except", "business-succession", "(?P<m>合併[^。]{0,12}事業の承継[^。]{0,30}(?:場合|とき))", many=True),
    rule("except", "joint-use", "(?P<m>特定の者との間で共同(?:して)?利用[^。]{0,20}(?:場合|とき)|共同(?:して)?利用する(?:場合|とき))", many=True),
)  # fmt: skip
RECIPIENTS = (
    rule("to", "third-party", "(?P<m>第三者)(?:\\([^。]*\\))?(?:に|へ)(?:対して)?(?:提供|開示)(?:し|いた|する(?:こと|場合)が)", "ません|ない", many=True),
    rule("to", "foreign-third-party", "(?P<m>外国にある第三者)を含[^。]*(?:提供|開示)(?:し|いた|する(?:こと|場合)が)", "ません|ない", many=True),
)  # fmt: skip
_GROUND = re.compile("[^。:]{0,12}根拠:")
_NONE = (rule("declared", "none", "第三者(?:に|へ)[^。]*?(?P<m>(?:提供|開示)[^。]{0,12}(?:ません|ない))"),)
_UNCONDITIONAL = re.compile("場合|同意|除|ただし|但し|とき|原則|以外|法令|特定個人情報|なお")
# Without consent or any such condition, and not only as a rule.
_DENIED = re.compile(r"(?:同意|承諾|了承)(?!を得(?:ることが)?(?:困難|る))|原則|特定個人情報|なお|以外")
_CASES = re.compile("場合|とき(?!(?:は|に)、)")
_LEAD = re.compile("(?:次|以下|下記|次の各号|各号)[^。]{0,16}(?:場合|とき)|いずれかに該当する(?:場合|とき)")
_ABROAD = re.compile("外国にある第三者|外国の第三者|海外の第三者|外国への(?:提供|移転)|(?:外国|海外)に(?:ある|所在)")
ABROAD = "外国にある第三者への提供のようです。国（country）を確かめてください。"
"""What is left to the author where a page speaks of provision abroad."""
# 広告、宣伝等の目的で、それらのサービスを行う事業者に提供することがあります
_GIVES = re.compile(
    "(?:(?P<for>[^。、]{2,20}(?:、[^。、]{2,20}){0,6}?(?:等)?の(?:目的で|ため(?:に)?))、)?(?P<to>[^。、]{2,24}?)に(?:対して)?(?:提供|開示)(?:する(?:こと|場合)があ|いたします|します)"
)
# 必要に応じて見本運送に: words that say how or why, not to whom.
_NO_ONE = re.compile("応じ|により|によって|に基づ|において|際に|を(?!行|営|運営|提供|取り?扱|受)")
_TO_ANYONE = re.compile("第三者|本人|当社|弊社|ため|場合|それ(?!らの)|の同意")


def read(section: Section, path: Path, survey: Survey) -> Reading | None:
    """One provision for each item that gives data away, else the rules of the whole section."""
    made = _read(section)
    row = _abroad(section, made)
    if row is None:
        return made
    made = made if made is not None else Reading("article")
    return made._replace(doubts=(*made.doubts, Doubt(row, ABROAD)))


def _abroad(section: Section, made: Reading | None) -> int | None:
    """The row of a provision abroad of which no country has been read, and which is not told of elsewhere."""
    entities = made.entities if made is not None else ()
    told = any(e.block == "delegates" or "country" in dict(e.fields) for e in entities)
    foreign = made is not None and any("foreign-third-party" in value for _, value in made.fields)
    if told or foreign or any("foreign-third-party" in v for c in (made.children if made else ()) for _, v in c.fields):
        return None
    heading = _ABROAD.search(fold(section.title)) is not None
    for sentence in sentences(section):
        gives = re.search("(?:提供|開示|移転|委託)(?:し(?:ます|て)|いた|する(?:こと|場合)が)", sentence.text)
        if gives and "ません" not in sentence.text and (heading or _ABROAD.search(sentence.text)):
            return sentence.row
    return None


def _read(section: Section) -> Reading | None:
    spans = _provisions(section)
    if spans:
        children, found = [], []
        for number, (first, end) in enumerate(spans, 1):
            own = _stated(section, first, end)
            fields = reading("", own).fields
            children.append(Child("provision", f"提供-{number}", first, end, fields))
            found += own
        marks = [mark for one in found for mark in one.marks]
        made = reading("third-party-provision", (), tuple(children), marks=marks)
        own_entities = dict.fromkeys(e for one in found for e in one.entities)
        return _delegating(section, made._replace(entities=tuple(own_entities)))
    found = _stated(section, 0, len(section.rows))
    if {one.field for one in found} == {"except"}:
        found = [*_denied(section, found), *found]
    if not found and not _UNCONDITIONAL.search(whole(section)):
        found, _ = apply(_NONE, sentences(section))
    return _delegating(section, reading("third-party-provision", found)) if found else None


def _denied(section: Section, exceptions: list[Found]) -> list[Found]:
    """That there is no provision, where it is denied but for exceptions of which each has been read."""
    if not every_case(section, exceptions) or _DENIED.search(whole(section)):
        return []
    found, _ = apply(_NONE, sentences(section))
    return found


def every_case(section: Section, exceptions: list[Found]) -> bool:
    """Whether each case that a section speaks of has been read as an exception."""
    marks = [mark for one in exceptions for mark in one.marks]
    for sentence in sentences(section):
        leads = [hit.span() for hit in _LEAD.finditer(sentence.text)]
        for hit in _CASES.finditer(sentence.text):
            at = sentence.start + hit.start()
            read_ = any(m.row == sentence.row and m.start <= at < m.end for m in marks)
            if not read_ and not any(start <= hit.start() < end for start, end in leads):
                return False
    return True


def _delegating(section: Section, made: Reading) -> Reading:
    """The reading, with a row that is but a link to what is told of provision elsewhere."""
    for index, row in enumerate(section.rows):
        if len(row.pieces) == 1 and row.pieces[0].url and re.search("第三者.*提供|外国", row.text):
            entity = Entity("delegates", "第三者提供の公表", row.text, (("link", row.pieces[0].url),))
            mark = Mark(index, 0, len(row.text), entity.name, exact=True)
            return made._replace(marks=(*made.marks, mark), entities=(*made.entities, entity))
    return made


def _stated(section: Section, first: int, end: int) -> list[Found]:
    read_ = tuple(sentences(section, first, end))
    # 「提供の根拠：法令に基づく場合」 is no exception.
    excepted = tuple(one for one in read_ if not _GROUND.match(one.text))
    found = [
        one
        for rules, said in ((BASIS, read_), (EXCEPT, excepted), (RECIPIENTS, read_))
        for one in apply(rules, said)[0]
    ]
    return [*(one for sentence in read_ for one in _given(sentence, section)), *found]


def _given(sentence: Sentence, section: Section) -> list[Found]:
    """Recipients and purposes of 「…の目的で、…に提供することがあります」."""
    hit = _GIVES.search(sentence.text)
    if hit is None or _TO_ANYONE.search(hit["to"]) or "ません" in sentence.text:
        return []
    begins = hit.start() == 0 or sentence.text[hit.start() - 1] in "、をはて"
    # 個人データを見本運送に: what is given is no part of to whom.
    given = re.match("[^。、]*(?:データ|情報|もの)を", hit["to"])
    start, end = hit.start("to") + (given.end() if given is not None else 0), hit.end("to")
    receiver = sentence.text[start:end]
    if not begins or len(receiver) < 2 or _NO_ONE.search(receiver):
        return []
    found = []
    words = section.rows[sentence.row].text[sentence.start : sentence.start + len(sentence.text)]
    title = words[start:end]
    concept = lookup("recipients", receiver)
    ref = concept.id if concept is not None else named(title)
    entities = () if concept is not None else (Entity("recipient", ref, title, countries(receiver)),)
    mark = Mark(sentence.row, sentence.start + start, sentence.start + end, f"to.{ref}")
    found.append(Found("to", ref, (mark,), entities))
    if hit["for"]:
        found += _purposes(section, sentence, hit)
    return found


def _purposes(section: Section, sentence: Sentence, hit: re.Match[str]) -> list[Found]:
    """The purposes before の目的で, if the vocabulary knows them all."""
    words = re.sub("(?:等)?の(?:目的で|ため(?:に)?)\\Z", "", hit["for"])
    found: list[Found] = []
    for at, part in cut(words, "、", keep=False):
        start = sentence.start + hit.start("for") + at
        # 当社は、お客様の個人情報を、広告、宣伝…: what comes before the list ends in a particle.
        if part.endswith(("は", "を", "に", "が", "て")):
            found.clear()
            continue
        concept = lookup("purposes", part)
        if concept is None:
            return []
        found.append(Found("for", concept.id, (Mark(sentence.row, start, start + len(part), f"for.{concept.id}"),)))
    end = sentence.start + hit.start("for") + len(words)
    return [*found, *going_on(section.rows[sentence.row].text, sentence.row, end, "for")] if found else []


def _provisions(section: Section) -> list[tuple[int, int]]:
    """The outermost items of a section, if two or more of them and nothing else say that data are given."""
    starts = [n for n, row in enumerate(section.rows) if row.depth == 1 and row.marker]
    rows = section.rows
    stops = [*starts[1:], len(rows)] if starts else []
    spans = [
        (start, next((n for n in range(start + 1, stop) if rows[n].depth == 0), stop))
        for start, stop in zip(starts, stops, strict=True)
    ]
    gives = [
        span
        for span in spans
        if any(
            re.search("に(?:対して)?(?:提供|開示)(?:する(?:こと|場合)があり|いたし|し)ます", s.text)
            and _stated(section, *span)
            for s in sentences(section, *span)
        )
    ]
    return gives if len(gives) > 1 else []
