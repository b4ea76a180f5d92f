"""What other rooms know of this clause."""

from ...matters.records import Headings, Matter

MATTER = Matter(
    words=("住所", "代表者"),
    headings=Headings(
        140, "事業者(?:の)?(?:氏名|名称|名)|(?:事業者|会社|運営者|法人)(?:情報|概要)|事業者の(?:住所|概要)", "."
    ),
)
