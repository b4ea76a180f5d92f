"""What other rooms know of this clause."""

from ...matters.records import Answer, Headings, Matter

MATTER = Matter(
    name_ja="保存期間",
    name_en="Retention",
    tables=("retentions",),
    words=("保存期間", "保有期間", "保管期間"),
    headings=Headings(
        80,
        "(?:保存|保管|保有|利用|保持)(?:の)?(?:期間|期限)|保存と(?:削除|廃棄)|データの(?:保存|保持)",
        "保存|保管|保有|保持|期間|期限|削除",
        of_data=True,
    ),
    answers=(Answer("retention", field="period"),),
)
