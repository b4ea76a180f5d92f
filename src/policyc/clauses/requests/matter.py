"""What other rooms know of this clause."""

from ...matters.records import Answer, Headings, Matter, Term

MATTER = Matter(
    name_ja="開示等の請求",
    name_en="Requests",
    tables=("rights", "procedures"),
    words=("開示", "請求"),
    term=Term("保有個人データ", "requests", "第33条から第35条まで", "art. 33 to 35"),
    headings=Headings(
        70,
        "(?:開示|訂正|利用停止|利用の停止|照会|消去).*(?:請求|求め|等|手続|削除|訂正|停止|消去|について|申出|手順)"
        "|(?:個人情報|個人データ)の(?:開示|訂正|削除|利用停止|照会)|開示等|開示請求|保有個人データ.*(?:公表|周知|請求)|^開示",
        "(?:開示|訂正|追加|削除|停止|消去|修正|照会)[^。]*(?:請求|求め|要望|希望|申出|申し出|依頼)|(?:請求|求め|要望|希望|申出|申し出|依頼)[^。]*(?:開示|訂正|追加|削除|停止|消去|修正)"
        "|請求|手数料|申請",
        "第三者",
        of_data=True,
    ),
    answers=(Answer("right", field="accepts"), Answer("procedure", field="procedure")),
)
