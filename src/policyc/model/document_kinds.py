"""The kinds of documents, and the names that pages of each kind go by: a new kind brings its names with it."""

from __future__ import annotations

import re
from typing import NamedTuple

from .value_kinds import choice


class DocumentKind(NamedTuple):
    """A kind of document by its English and Japanese word; `called` are the names that such pages bear, as `folded` reads
    them: 「…について」, spaces and the spelling of 取り扱い make no name of their own."""

    word: str
    ja: str
    called: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called."""
        return (self.word, self.ja, *self.called)


DOCUMENT_KINDS = (
    DocumentKind(
        "privacy-notice",
        "個人情報の取扱い",
        (
            "プライバシーポリシー",
            "プライバシーノーティス",
            "プライバシーステートメント",
            "プライバシー",
            "個人情報",
            "個人情報保護",
            "個人情報の保護",
            "個人情報保護方針",
            "個人情報保護基本方針",
            "個人情報保護に関する方針",
            "個人情報保護に関する基本方針",
            "個人情報保護ポリシー",
            "個人情報の取扱いに関する方針",
            "個人情報等の取扱い",
            "個人情報取扱方針",
            "個人情報の利用目的",
            "privacy policy",
            "privacy statement",
            "privacy",
        ),
    ),
    DocumentKind(
        "external-transmission-notice",
        "外部送信の公表",
        (
            "外部送信",
            "外部送信ポリシー",
            "外部送信規律",
            "情報の外部送信",
            "利用者情報の外部送信",
            "利用者情報の外部送信の公表",
            "利用者に関する情報の外部送信",
            "クッキーポリシー",
            "クッキー",
            "クッキーの利用",
            "クッキーの使用",
            "クッキーの取扱い",
            "クッキー等の利用",
            "クッキー等の使用",
            "cookie policy",
            "cookie notice",
            "cookies",
            "external transmission",
            "external transmission policy",
        ),
    ),
    DocumentKind(
        "specific-personal-information-policy",
        "特定個人情報基本方針",
        (
            "特定個人情報",
            "特定個人情報保護方針",
            "特定個人情報の取扱い",
            "特定個人情報等の取扱い",
            "特定個人情報の適正な取扱いに関する基本方針",
            "特定個人情報等の適正な取扱いに関する基本方針",
            "マイナンバー",
            "マイナンバー基本方針",
            "マイナンバーの取扱い",
            "個人番号の取扱い",
            "my number",
            "my number policy",
        ),
    ),
    DocumentKind(
        "commerce-notice",
        "特定商取引法表示",
        (
            "特定商取引法",
            "特定商取引法表記",
            "特定商取引法に基づく表記",
            "特定商取引法に基づく表示",
            "特定商取引に関する法律に基づく表記",
            "特定商取引に関する法律に基づく表示",
            "特商法",
            "特商法表記",
            "特商法表示",
            "特商法に基づく表記",
            "特商法に基づく表示",
            "通信販売の表示",
            "commercial disclosure",
            "specified commercial transactions act",
            "act on specified commercial transactions",
        ),
    ),
    DocumentKind(
        "payment-notice",
        "資金決済法表示",
        (
            "資金決済法",
            "資金決済法表記",
            "資金決済法に基づく表示",
            "資金決済法に基づく表記",
            "資金決済に関する法律に基づく表示",
            "資金決済に関する法律に基づく表記",
            "前払式支払手段",
            "前払式支払手段に関する表示",
            "payment services act",
            "prepaid payment instruments",
        ),
    ),
    DocumentKind(
        "terms",
        "利用規約",
        (
            "規約",
            "会員規約",
            "サービス利用規約",
            "サイト利用規約",
            "利用約款",
            "約款",
            "利用条件",
            "terms of service",
            "terms of use",
            "terms and conditions",
            "tos",
        ),
    ),
    DocumentKind(
        "general-policy",
        "一般方針",
        (
            "方針",
            "基本方針",
            "サイトポリシー",
            "サイトの利用",
            "ウェブサイトの利用",
            "情報セキュリティ方針",
            "情報セキュリティ基本方針",
            "情報セキュリティポリシー",
            "ソーシャルメディアポリシー",
            "カスタマーハラスメントに対する基本方針",
            "カスタマーハラスメント対応方針",
            "ハラスメント防止基本方針",
            "反社会的勢力に対する基本方針",
            "人権方針",
            "行動規範",
            "site policy",
            "website policy",
            "security policy",
            "information security policy",
            "social media policy",
            "code of conduct",
        ),
    ),
    DocumentKind(
        "site-index",
        "サイト索引",
        ("サイトマップ", "規約一覧", "規約等一覧", "規約・方針一覧", "ポリシー一覧", "sitemap"),
    ),
)

KINDS = choice(*((kind.word, kind.ja) for kind in DOCUMENT_KINDS))

_BETWEEN = re.compile(r"[\s・_\-‐‑–—'’「」『』]+")
_AROUND = re.compile(
    r"^(?:当社|弊社|当サイト|本サイト)の|^[ご御](?=利用)|(?:について|に関して|に関するご案内|のページ)\Z"
)


def kind_called(name: str) -> DocumentKind | None:
    """The kind of document that goes by a name, in either language, whatever its width and case; None for none."""
    wanted = folded(name)
    return next((kind for kind in DOCUMENT_KINDS if any(folded(one) == wanted for one in kind.names)), None)


def folded(name: str) -> str:
    """What of a name tells it from others: without width, case, spaces, marks, and the words around it."""
    from unicodedata import normalize

    name = (
        _BETWEEN.sub("", normalize("NFKC", name)).casefold().replace("cookie", "クッキー").replace("取り扱い", "取扱い")
    )
    return _AROUND.sub("", name.replace("サイトのご利用", "サイトの利用"))
