"""What other rooms know of this clause."""

from ...matters.records import RELATED, SENT_TO, Act, Answer, Headings, Matter

MATTER = Matter(
    name_ja="外部送信",
    name_en="External transmission",
    acts=(Act("transmit", SENT_TO, RELATED, "のとおり、{whose}情報を外部に送信します。", "外部送信"),),
    topics=("transmission",),
    words=("外部送信", "送信先", "送信される"),
    headings=Headings(
        40,
        "外部送信|情報送信|送信される(?:利用者に関する)?情報|送信先|Cookie|cookie|COOKIE|クッキー|アクセス解析|解析ツール|広告配信|Third Party|情報収集モジュール",
        "外部|送信|Cookie|cookie|クッキー|解析|Third Party|サービス|広告",
    ),
    answers=(Answer("practice", "transmit"),),
)
