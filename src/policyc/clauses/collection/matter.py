"""What other rooms know of this clause."""

from ...matters.records import COLLECTED, Act, Headings, Matter

MATTER = Matter(
    name_ja="個人情報の取得",
    name_en="Collection",
    acts=(Act("collect", COLLECTED, says="のとおり、{whose}個人情報を取得します。"),),
    words=("取得",),
    headings=Headings(
        130,
        "取得|収集|(?:取り?扱う|お預かりする|収集する|取得する)(?:個人)?情報|情報の(?:種類|項目)",
        "取得|収集|入力|取り?扱|保存|お預かり",
        "目的|第三者",
        of_data=True,
    ),
)
