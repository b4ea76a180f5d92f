"""Who speaks: the operator of the page, by a definition, a label, or the subject of the first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .lines import fold, quoted

FORMS = (
    "株式会社|有限会社|合同会社|合資会社|合名会社|相互会社|一般社団法人|公益社団法人|一般財団法人|公益財団法人"
    "|特定非営利活動法人|認定特定非営利活動法人|NPO法人|学校法人|医療法人社団|医療法人財団|医療法人|社会福祉法人"
    "|宗教法人|独立行政法人|国立大学法人|公立大学法人|税理士法人|弁護士法人|司法書士法人|行政書士法人"
    "|社会保険労務士法人|特許業務法人|監査法人|農事組合法人|労働保険事務組合"
)
"""Legal forms that are part of an organisation's name."""

_SUFFIX = "グループ|協会|学会|財団|組合|連合会|商工会|商工会議所|事務所|病院|クリニック|医院|大学|研究所|委員会|実行委員会|サークル"
SPEAKER = re.compile(
    "(?:当|弊|本|我が|わが)(?:社|法人|会|協会|学会|財団|社団|組合|団体|院|校|園|店|館|行|所|機構|機関|グループ|事務所"
    "|病院|クリニック|研究所|大学|大学院|学園|委員会|実行委員会|連合会|連盟|市|町|村|区|県|センター|NPO)|弊所|本学|当方|運営者|運営会社"
)
"""How organisations call themselves."""

DEFINITION = re.compile(
    r"\(以[下後][、]?[ ]*(?:総称して)?[、]?[ ]*(?:「(?P<q>[^「」()]{1,24})」|『(?P<r>[^『』()]{1,24})』|\"(?P<s>[^\"()]{1,24})\""
    r"|(?P<u>[^「」『』\"()、。]{1,24}?))"
    r"(?:又は「[^「」()]{1,24}」|または「[^「」()]{1,24}」|もしくは「[^「」()]{1,24}」)?"
    r"[ ]?(?:と(?:総称)?(?:いう|いいます|云う|云います|言う|言います|称する|称します|呼ぶ|呼びます|略す|略します|表記します|記載します|します|する))?[。]?[ ]*\)"
)
"""A definition in brackets behind a name, folded: （以下「当社」といいます。） and its many forms."""

_LABEL = re.compile(
    r"[■●◆【\[]?[ ]*(?:(?:通信)?販売業者|(?:通信)?販売事業者|販売会社|販売者|事業者|事業者名|事業者の名称|事業者の氏名又は名称|提供会社|配信会社|運営会社|運営者|運営事業者"
    r"|発行者|発行会社|発行者名|前払式支払手段の発行者|会社名|商号|名称|法人名|サービス提供者|運営団体|団体名)(?:の名称|名)?[ ]*[】\]]?[ ]*[::]?[ ]*"
)
# Labels under which nothing but a name is said, whatever its form.
_SURE = re.compile(
    r"[■●◆【\[]?[ ]*(?:(?:通信)?販売(?:業者|事業者)|事業者|運営会社|発行者|屋号)(?:の?名称|名)?[ ]*[】\]]?[ ]*(?:[::]|\Z)"
)
_FIRST = re.compile(r"(?P<name>[^\s、。()「」『』]+?(?: [^\s、。()「」『』]+?){0,4}?)[ ]?(?:は|では|が)[、]")
# What a sentence may begin with that is nobody's name.
_NOBODY = re.compile(
    f"{SPEAKER.pattern}|この|その|本|以下|次|お客|利用者|ユーザ|会員|個人|下記|上記|ここ|これ|私たち|私ども|われわれ|我々"
)
# What documents, sites and services are called, and other things that are nobody.
_THING = re.compile(
    "(?:規約|方針|ポリシー|規程|規定|規則|約款|条件|契約|ガイドライン|文書|書面|通知|指針|宣言|ステートメント|サイト|ページ|サービス|アプリ"
    "|アプリケーション|システム|ソフトウェア|ゲーム|プログラム|キャンペーン|イベント|情報|データ|商品|製品|法|法律|等|者|Cookie|クッキー)\\Z"
)
_PARTICLE = re.compile(
    "を|する|した|している|される|として|による|である|および|及び|における|に係る|の(?=株式|合同|有限|一般|公益)"
)
# The number of a paragraph right before its words: ２第3条の規定により.
PARAGRAPH = re.compile(rf"\d{{1,2}}(?=第\d|{FORMS})")


class Definition(NamedTuple):
    """A name at [start, name_end) with a bracket up to `end` that says how it is called; `text` is folded."""

    start: int
    name_end: int
    end: int
    called: str
    called_start: int
    called_end: int

    def title(self, text: str) -> str:
        """The name in the row `text`."""
        return text[self.start : self.name_end]

    def form(self, text: str) -> str:
        """The field `called`, with the form of this definition."""
        bracket = text[self.name_end : self.end]
        at = self.called_start - self.name_end
        # Escaped apart from its reference.
        before, after = quoted(bracket[:at])[:-1], quoted(bracket[at + len(self.called) :])[1:]
        return f"{quoted(text[self.called_start : self.called_end])} as {before}{{called}}{after}"


def definitions(text: str) -> Iterator[tuple[Definition, str]]:
    """Definitions in a row as the page shows it, with the words before each back to the last 。 (folded)."""
    folded = fold(text)
    for hit in DEFINITION.finditer(folded):
        group = next(name for name in "qrsu" if hit[name] is not None)
        start, end = hit.span(group)
        start += len(hit[group]) - len(hit[group].lstrip())
        head = folded[: hit.start()]
        sentence = head.rfind("。") + 1
        made = Definition(sentence, hit.start(), hit.end(), folded[start:end], start, end)
        yield made, head[sentence:]


def name_before(words: str) -> int | None:
    """Where the name of an organisation begins at the end of `words` (folded); None where that is not certain."""
    start = max(words.rfind(sign) for sign in "、。「」『』:;\n)") + 1
    start += len(words[start:]) - len(words[start:].lstrip())
    if numbered := PARAGRAPH.match(words, start):
        start = numbered.end()
    chunk = words[start:]
    for join in ("および", "及び", "または", "又は"):
        if join in chunk:
            return None
    form = list(re.finditer(FORMS, chunk))
    if form and not chunk.endswith(tuple(FORMS.split("|"))) and form[-1].start() > 0:
        # 本サービスを運営する株式会社みほん: the name begins with its legal form.
        before = chunk[: form[-1].start()]
        if _PARTICLE.search(before) or before.endswith(("は", "る", "の", "た")):
            return start + form[-1].start()
        return start if not re.search("[はがをに]", before) else None
    if not chunk or len(chunk) > 40 or _PARTICLE.search(chunk) or re.search("[はがをに]、?$", chunk):
        return None
    return start


def is_name(words: str) -> bool:
    """Whether all of a row is the name of an organisation with its legal form."""
    folded = fold(words).strip()
    if len(folded) > 40 or re.search("[、。:()「」]", folded) or _PARTICLE.search(folded):
        return False
    return bool(re.match(rf"(?:{FORMS}).+\Z|.+(?:{FORMS})\Z", folded))


def is_thing(made: Definition, title: str) -> bool:
    """Whether a definition is of a document, a site or the like: この利用規約（以下「本規約」）; no organisation is."""
    if re.search(FORMS, title) and not _THING.search(made.called):
        return False
    return bool(_THING.search(made.called) or _THING.search(fold(title)) or re.match("[本当]|この|その", fold(title)))


def is_self(called: str) -> bool:
    """Whether a short name is what organisations call themselves."""
    return SPEAKER.fullmatch(called) is not None


def labelled(rows: list[str]) -> tuple[int, int, int] | None:
    """Row, start and end of a name behind a label: 販売業者：株式会社みほん, or in the row below its label."""
    for index, row in enumerate(rows):
        folded = fold(row)
        hit = _LABEL.match(folded)
        if hit is None:
            continue
        rest = folded[hit.end() :].rstrip()
        sure = _SURE.match(folded) is not None
        if rest and (is_name(rest) or (sure and ":" in hit.group() and _is_short(rest))):
            return index, hit.end(), hit.end() + len(rest)
        if not rest and index + 1 < len(rows) and (is_name(rows[index + 1]) or (sure and _is_short(rows[index + 1]))):
            below = rows[index + 1]
            lead = len(below) - len(below.lstrip())
            return index + 1, lead, lead + len(below.strip())
    return None


def _is_short(words: str) -> bool:
    """Whether words can be a name with no legal form: short, and no sentence."""
    folded = fold(words).strip()
    return 2 <= len(folded) <= 24 and not re.search("[、。:()「」@]|\\d{3}|[はがをにで]\\Z|ください|請求", folded)


def first_subject(text: str) -> tuple[int, int] | None:
    """The name with which the first sentence of a page begins, if it is one: 「Mihonは、」「株式会社みほんでは、」."""
    folded = fold(text)
    hit = _FIRST.match(folded)
    if hit is None or _NOBODY.match(hit["name"]) or len(hit["name"]) > 40:
        return None
    name = hit["name"]
    if _THING.search(name) and not re.search(FORMS, name):
        # 「Cookieは、」「Mihon利用規約は、」: no one who could publish anything.
        return None
    known = is_name(name) or re.match(r"[A-Za-z]", name) or re.search(f"(?:{_SUFFIX})\\Z", name)
    return hit.span("name") if known and not _PARTICLE.search(name) else None
