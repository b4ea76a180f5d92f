"""What other rooms know of this clause."""

from ...matters.records import JOINT_USER, Act, Headings, Matter, Term

MATTER = Matter(
    name_ja="共同利用",
    name_en="Joint use",
    acts=(Act("joint-use", JOINT_USER, says="のとおり、{whose}個人情報を共同利用します。", receiver="共同利用"),),
    never="joint-use",
    words=("共同利用", "共同して利用"),
    term=Term("個人データ", "joint use", "第27条第5項第3号", "art. 27(5)(iii)"),
    headings=Headings(30, "共同(?:して)?(?:の)?利用", "共同", of_data=True),
)
