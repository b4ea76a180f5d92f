"""What other rooms know of this clause."""

from ...matters.records import Answer, Headings, Matter

MATTER = Matter(
    name_ja="問い合わせ窓口",
    name_en="Contact",
    tables=("contacts",),
    words=("窓口", "問い合わせ", "問合せ", "苦情"),
    headings=Headings(
        110,
        "問い?合わ?せ|窓口|苦情|連絡先|ご?相談",
        "問い?合わ?せ|連絡|窓口|苦情|電話|メール|mail|MAIL|@|ご相談|申出",
        "(?:対応|内容)",
    ),
    answers=(
        Answer("contact", field="for"),
        Answer("contact", "accredited", field="accredited"),
        Answer("contact", "any", field="desk"),
        *(Answer("contact", part=part, block="desk", field=part) for part in ("address", "email", "phone")),
    ),
)
