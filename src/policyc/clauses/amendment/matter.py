"""What other rooms know of this clause."""

from ...matters.records import Answer, Headings, Matter

MATTER = Matter(
    name_ja="改定",
    name_en="Amendment",
    tables=("amendments",),
    words=("改定", "変更"),
    headings=Headings(
        100,
        "改定|改訂|改正|(?:ポリシー|方針|規約|規程|本文書).*(?:変更|見直し)|(?:変更|見直し).*(?:ポリシー|方針|規約)|目的の変更|^変更|内容の変更",
        "変更|改定|改訂|見直",
    ),
    answers=(Answer("amendment", field="notice"),),
)
