"""開示等の請求: which requests are accepted, and how they are made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..draft import Doubt, Mark, Reading, Section
from .items import going_on
from .lines import fold, sentences
from .rules import Found, apply, reading, rule
from .survey import Survey
from .walk import Path

_ASKED = re.compile("請求|求め|要望|希望|申し?出|依頼|申請|権利")
_REFUSED = re.compile("(?:応じ|お受け|対応)[^。]{0,8}(?:ません|かねます)|できません|開示しない|行わない")
# Longest first: 利用停止 before 停止. A word is a request where it stands in a row of such words or as an object.
_RIGHTS = (
    ("record-disclosure", "第三者(?:への)?提供(?:に係る|の)?記録の開示|第三者提供記録の開示"),
    ("notice-of-purposes", "利用目的の通知"),
    ("cessation-of-provision", "第三者(?:への)?提供の停止|提供の停止"),
    ("cessation-of-use", "利用(?:の)?停止"),
    ("disclosure", "開示"),
    ("correction", "訂正"),
    ("addition", "追加"),
    ("deletion", "削除"),
    ("erasure", "消去"),
)
_NOUN = "(?=、|・|及び|および|又は|または|若しくは|もしくは|並びに|等|など|を(?:請求|求め|希望|申|ご希望|要望|依頼)|に(?:かかる|係る|関する)|の(?:ご)?(?:請求|求め|要望|希望|申|依頼|お申)|(?:ご)?請求|\\(|」)"
_ANY = re.compile("|".join(f"(?P<g{n}>{words})" for n, (_, words) in enumerate(_RIGHTS)))
_IS_NOUN = re.compile(_NOUN)
RULES = (
    rule("identity", "documents", "(?P<m>本人確認(?:の)?(?:ための)?(?:書類|資料)|(?:運転免許証|住民票|旅券|パスポート)[^。]{0,40}(?:写し|コピー|提出|提示|送付))"),
    rule("identity", "verified", "(?P<m>本人(?:様)?(?:(?:または|又は)[^。、]{0,12})?(?:から(?:の(?:ご)?請求|のもの)?)?であることを(?:ご)?確認[^。、]{0,6}|本人であることの確認[^。、]{0,6}|本人確認(?!書類|資料)(?:を[^。、]{0,10}|の上|のうえ)?)"),
    rule("agent", "statutory-and-appointed", "(?P<m>法定代理人[^。]{0,30}(?:任意代理人|委任[^。、]{0,10}代理人|委任による代理人))"),
    rule("agent", "accepted", "(?P<m>代理人(?:による|から|が)[^。、]{0,10}(?:請求|求め|申請|申込))", "ません"),
    rule("authority", "documents", "代理人[^。]*(?P<m>本人確認(?:の)?(?:ための)?書類[^。]{0,24}委任状[^。]{0,16}代理権を証する書類)", "ません"),
    rule("format", "as-requested", "(?P<m>電磁的記録[^。]{0,30}書面[^。]{0,40}(?:請求|選択|指定|希望)[^。、]{0,8}方法)"),
    rule("refusal", "with-reasons", "(?:しない|応じない|行わない)[^。]{0,30}(?P<m>通知[^。]{0,30}理由[^。]{0,10})"),
)  # fmt: skip
_FEE = re.compile(r"(?P<m>(?P<n>\d{1,3}(?:、\d{3})+|\d{1,6}) ?円)")
_FREE = re.compile("(?P<m>無料|不要|(?:いただき|頂き|かかり|徴収し|徴収いたし|請求し|請求いたし)ません)")
_PAY = re.compile("手数料|料金|費用|無料")
_CHARGED = re.compile("(?:手数料|費用)[^。]{0,20}(?:いただきます|いただく|頂き|頂く|頂戴|申し受け|負担)")
_PROCEDURE = re.compile("請求|手続|手順|申請|開示|フォーム")
_HERE = re.compile("こちら|(?:専用|次|下記)の?(?:ページ|サイト|フォーム)")
_LEADS = re.compile("(?:次|以下|下記)の[^。]{0,16}(?:請求|求め|申し?出)[^。]{0,16}(?:受け?付|対応|応じ|でき|いただけ)")


def read(section: Section, path: Path, survey: Survey) -> Reading | None:
    """The requests, and the procedure of their section."""
    accepts = _accepts(section)
    found, doubts = apply(RULES, sentences(section), first=("identity", "agent"))
    fee, more = _fee(section, {one.value for one in accepts})
    desks = [Found("desk", desk, ()) for desk in survey.desks.get(path, ())]
    procedure = _procedure(section)
    if not accepts and not fee and not procedure:
        return None
    return reading("requests", [*accepts, *found, *fee, *procedure, *desks], doubts=[*doubts, *more])


def _accepts(section: Section) -> list[Found]:
    found: dict[str, Found] = {}
    more: list[Found] = []
    for sentence in sentences(section):
        if not _ASKED.search(sentence.text) or _REFUSED.search(sentence.text):
            continue
        for hit in _ANY.finditer(sentence.text):
            word = _RIGHTS[int(str(hit.lastgroup)[1:])][0]
            if word not in found and _IS_NOUN.match(sentence.text, hit.end()):
                found[word] = Found("accepts", word, (sentence.mark(hit, f"accepts.{word}"),))
                if len(found) > 1 and not more:
                    # 「開示等」 by itself is a name for all of them.
                    at = sentence.start + hit.end()
                    more = going_on(section.rows[sentence.row].text, sentence.row, at, "accepts")
    for row, hit in _listed(section):
        word = _RIGHTS[int(str(hit.lastgroup)[1:])][0]
        mark = Mark(row, hit.start(), hit.end(), f"accepts.{word}")
        found.setdefault(word, Found("accepts", word, (mark,)))
    return [*found.values(), *more]


def _listed(section: Section) -> Iterator[tuple[int, re.Match[str]]]:
    """Requests in the items behind 「次のご請求を受け付けます」, each all that its item is about."""
    leads = False
    for index, row in enumerate(section.rows):
        text = fold(row.text).rstrip()
        if not row.depth:
            leads = _LEADS.search(text) is not None and not _REFUSED.search(text)
        elif leads and row.depth == 1 and row.marker and len(text) <= 40 and "。" not in text:
            hits = list(_ANY.finditer(text))
            if hits and hits[-1].end() == len(text):
                for hit in hits:
                    if hit.end() == len(text) or _IS_NOUN.match(text, hit.end()):
                        yield index, hit


def _fee(section: Section, accepted: set[str]) -> tuple[list[Found], list[Doubt]]:
    """The fee of all requests; one that is said of some of them only is a doubt."""
    amounts: list[tuple[str, Mark]] = []
    some: list[int] = []
    for sentence in sentences(section):
        if not _PAY.search(sentence.text):
            continue
        words = sentence.text
        hits_of = [h for h in _ANY.finditer(words) if _IS_NOUN.match(words, h.end())]
        of = {_RIGHTS[int(str(hit.lastgroup)[1:])][0] for hit in hits_of}
        every = any(words.startswith(("等", "など"), hit.end()) for hit in hits_of)
        if of and not every and accepted - of and (_FEE.search(words) or _FREE.search(words)):
            some.append(sentence.row)
        free = _FREE.search(sentence.text)
        hits = list(_FEE.finditer(sentence.text))
        amounts += [(f"{hit['n'].replace('、', '')} yen", sentence.mark(hit, "fee", "m")) for hit in hits]
        if free is not None and not hits:
            amounts.append(("none", sentence.mark(free, "fee", "m")))
    charged = any(value != "none" for value, _ in amounts) or any(_CHARGED.search(s.text) for s in sentences(section))
    if charged and any(value == "none" for value, _ in amounts):
        return [], [Doubt(amounts[0][1].row, "手数料の要る請求と要らない請求があるようです。fee を確かめてください。")]
    if len({value for value, _ in amounts}) > 1:
        return [], [Doubt(amounts[1][1].row, "手数料が複数あります。fee を確かめてください。")]
    if some:
        return [], [Doubt(some[0], "手数料は一部の請求についてだけ書かれているようです。fee を確かめてください。")]
    return [Found("fee", value, (mark,)) for value, mark in amounts[:1]], []


def _procedure(section: Section) -> list[Found]:
    """A link to the page or form for requests."""
    for index, row in enumerate(section.rows):
        at = 0
        for piece in row.pieces:
            before = fold(row.text[:at]).rpartition("。")[2]
            asked = _PROCEDURE.search(piece.text) or (_HERE.match(piece.text) and _PROCEDURE.search(before))
            if piece.url.startswith(("http", "/")) and asked:
                label = re.sub(r"([\\{}\[\]*|])", r"\\\1", piece.text)
                mark = Mark(index, at, at + len(piece.text), "procedure", exact=True)
                return [Found("procedure", f"[{label}]({piece.url})", (mark,))]
            at += len(piece.text)
    return []
