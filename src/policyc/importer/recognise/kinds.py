"""What a section is, from its heading and its words, and what kind of document a page is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..draft import Section
from .lines import fold
from .tables import text as cell_text
from .walk import Path, walk


class Clause(NamedTuple):
    """A clause type: its headings, headings that only look like it, and words that its text cannot do without."""

    word: str
    heading: re.Pattern[str]
    unless: re.Pattern[str]
    body: re.Pattern[str]


def _clause(word: str, heading: str, body: str, unless: str = "(?!)") -> Clause:
    return Clause(word, re.compile(heading), re.compile(unless), re.compile(body))


CLAUSES = (
    _clause("sensitive-data", "要配慮|機微(?:な)?情報|センシティブ", "要配慮|機微|センシティブ|人種|信条"),
    _clause("children", "未成年|子ども|こども|子供|お子(?:様|さま)|児童|\\d+歳未満|保護者", "未成年|歳|保護者|親権者|法定代理人|児童"),
    _clause("joint-use", "共同(?:して)?(?:の)?利用", "共同"),
    _clause(
        "external-transmission",
        "外部送信|情報送信|送信される(?:利用者に関する)?情報|送信先|Cookie|cookie|COOKIE|クッキー|アクセス解析|解析ツール|広告配信|Third Party|情報収集モジュール",
        "外部|送信|Cookie|cookie|クッキー|解析|Third Party|サービス|広告",
    ),
    _clause("third-party-provision", "第三者.*(?:提供|開示)|(?:提供|開示).*第三者|外国.*(?:提供|移転)", "第三者|提供"),
    _clause("entrustment", "委託", "委託"),
    _clause(
        "requests",
        "(?:開示|訂正|利用停止|利用の停止|照会|消去).*(?:請求|求め|等|手続|削除|訂正|停止|消去|について|申出|手順)"
        "|(?:個人情報|個人データ)の(?:開示|訂正|削除|利用停止|照会)|開示等|開示請求|保有個人データ.*(?:公表|周知|請求)|^開示",
        "(?:開示|訂正|追加|削除|停止|消去|修正|照会)[^。]*(?:請求|求め|要望|希望|申出|申し出|依頼)|(?:請求|求め|要望|希望|申出|申し出|依頼)[^。]*(?:開示|訂正|追加|削除|停止|消去|修正)"
        "|請求|手数料|申請",
        "第三者",
    ),
    _clause("retention", "(?:保存|保管|保有|利用|保持)(?:の)?(?:期間|期限)|保存と(?:削除|廃棄)|データの(?:保存|保持)", "保存|保管|保有|保持|期間|期限|削除"),
    _clause("security-measures", "安全管理|安全(?:性)?の?(?:確保|対策)|セキュリティ|(?:個人情報|情報|個人データ)(?:等)?の(?:適切な|適正な)?(?:管理|保護措置)", "安全|管理|防止|措置|対策|漏えい|漏洩|監督"),
    _clause("amendment", "改定|改訂|改正|(?:ポリシー|方針|規約|規程|本文書).*(?:変更|見直し)|(?:変更|見直し).*(?:ポリシー|方針|規約)|目的の変更|^変更|内容の変更", "変更|改定|改訂|見直"),
    _clause("contact", "問い?合わ?せ|窓口|苦情|連絡先|ご?相談", "問い?合わ?せ|連絡|窓口|苦情|電話|メール|mail|MAIL|@|ご相談|申出", "(?:対応|内容)"),
    _clause("purposes", "(?:利用|収集|取得|使用).*目的|目的.*利用|^目的$", "目的|ため|利用|こと", "第三者|定義"),
    _clause("collection", "取得|収集|(?:取り?扱う|お預かりする|収集する|取得する)(?:個人)?情報|情報の(?:種類|項目)", "取得|収集|入力|取り?扱|保存|お預かり", "目的|第三者"),
    _clause("operator-identity", "事業者(?:の)?(?:氏名|名称|名)|(?:事業者|会社|運営者|法人)(?:情報|概要)|事業者の(?:住所|概要)", "."),
)  # fmt: skip

# Headings that on a page about something else mean something else: 業務の委託, 契約の利用期間, the 目的 of a set of rules. There
# they are clauses only where the section, or a heading over it, speaks of personal data.
_OF_DATA = frozenset(
    (
        *("sensitive-data", "children", "joint-use", "third-party-provision", "entrustment", "requests", "retention"),
        *("security-measures", "purposes", "collection"),
    )
)
_ON_DATA = frozenset(("privacy-notice", "specific-personal-information-policy", "external-transmission-notice"))
_PERSONAL = re.compile(
    "個人情報|個人データ|個人番号|マイナンバー|個人関連情報|加工情報|要配慮|パーソナルデータ|プライバシー"
    "|(?:利用者|ユーザー|ユーザ|会員|お客様|お客さま|顧客|本人)(?:様)?(?:の|に関する)(?:登録)?(?:情報|データ)"
)

_DOCUMENTS = (
    ("commerce-notice", re.compile("特定商取引|特商法|通信販売")),
    ("payment-notice", re.compile("資金決済|前払式支払")),
    ("external-transmission-notice", re.compile("外部送信|情報送信指令|(?:クッキー|Cookie|cookie)(?:の|・)?ポリシー")),
    ("privacy-notice", re.compile("(?:プライバシー|個人情報|個人データ|Privacy|privacy|PRIVACY)[^。]{0,14}(?:ポリシー|policy|Policy|POLICY|保護方針|取り?扱|に関し|について|保護|ステートメント|共同利用)")),
    ("specific-personal-information-policy", re.compile("特定個人情報|個人番号|マイナンバー")),
    ("terms", re.compile("規約|約款|利用条件")),
    # What such a page says of personal data in passing does not make it a privacy notice.
    ("general-policy", re.compile("(?:情報セキュリティ|反社会的勢力|ハラスメント|人権|環境|品質|安全衛生|コンプライアンス|内部統制|利益相反|勧誘|調達|就業)[^。]{0,14}(?:方針|ポリシー|規程|規則|宣言|憲章|指針)")),
    ("privacy-notice", re.compile("個人情報|プライバシー|個人データ")),
)  # fmt: skip
_SPECIFIC = re.compile("^[^を]*(?:特定個人情報|個人番号|マイナンバー)(?!を含む)")


def document(title: str, sections: tuple[Section, ...]) -> str:
    """The kind of document a page is, by its title, or by its first heading where that says none."""
    headings = [section.title for section in sections[:2]]
    for words in (title, *headings, *(row.text for section in sections[:1] for row in section.rows[:1])):
        folded = fold(words)
        if _SPECIFIC.search(folded):
            return "specific-personal-information-policy"
        for kind, says in _DOCUMENTS:
            if says.search(folded):
                return kind
    return "general-policy"


def personal(sections: tuple[Section, ...], title: str, kind: str) -> frozenset[Path]:
    """The sections that speak of personal data: all, on a page about it."""
    every = kind in _ON_DATA or _PERSONAL.search(fold(title)) is not None
    found: set[Path] = set()
    for path, section in walk(sections):
        if every or _under(path, sections) or any(map(_PERSONAL.search, map(fold, _lines(section)))):
            found.add(path)
    return frozenset(found)


def _under(path: Path, sections: tuple[Section, ...]) -> bool:
    """Whether the heading around a section, or one around that, speaks of personal data."""
    for place in path[:-1]:
        section = sections[place]
        if _PERSONAL.search(fold(section.title)):
            return True
        sections = section.sections
    return False


def _lines(section: Section) -> Iterator[str]:
    yield section.title
    for row in section.rows:
        yield row.text
        for cells in row.table.rows if row.table is not None else ():
            yield from map(cell_text, cells)


def clause(section: Section, on_data: bool = True) -> tuple[str, bool]:
    """The clause type that a heading names ("" for none), and whether the text under it speaks of that. `on_data`
    says whether the section is about personal data (`personal`)."""
    title = fold(section.title)
    rows = [fold(row.text) for row in section.rows]
    for one in CLAUSES:
        if one.word in _OF_DATA and not on_data:
            continue
        if one.heading.search(title) and not one.unless.search(title):
            tables = any(row.table is not None for row in section.rows)
            return one.word, tables or any(map(one.body.search, rows))
    return "", True
