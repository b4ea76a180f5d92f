"""What other rooms know of this clause."""

from ...matters.records import Answer, Headings, Matter, Term

MATTER = Matter(
    name_ja="安全管理措置",
    name_en="Security measures",
    tables=("safeguards",),
    words=("安全管理",),
    term=Term("個人データ", "security control", "第23条", "art. 23"),
    headings=Headings(
        90,
        "安全管理|安全(?:性)?の?(?:確保|対策)|セキュリティ|(?:個人情報|情報|個人データ)(?:等)?の(?:適切な|適正な)?(?:管理|保護措置)",
        "安全|管理|防止|措置|対策|漏えい|漏洩|監督",
        of_data=True,
    ),
    answers=(Answer("safeguard", field="measures"),),
)
