"""What other rooms know of this clause."""

from ...matters.records import Act, Answer, Headings, Matter

MATTER = Matter(
    name_ja="利用目的",
    name_en="Purposes of use",
    acts=(
        Act("use", says="に掲げた目的で、{whose}個人情報を利用します。"),
        Act("analyse", says="のとおり、{whose}個人情報を分析して利用します。"),
        Act("use-beyond-purposes"),
    ),
    asked=False,
    tables=("purposes",),
    words=("利用目的",),
    headings=Headings(
        120,
        "(?:利用|収集|取得|使用).*目的|目的.*利用|^目的$",
        "目的|ため|利用|こと",
        "第三者|定義",
        of_data=True,
    ),
    answers=(
        Answer("purpose", block="purpose", field="is"),
        Answer("purpose", "listed", block="purpose"),
        Answer("practice", "use"),
    ),
)
