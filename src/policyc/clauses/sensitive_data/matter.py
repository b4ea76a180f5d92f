"""What other rooms know of this clause."""

from ...matters.records import Headings, Matter

MATTER = Matter(
    name_ja="要配慮個人情報",
    name_en="Special care-required personal information",
    also=("collect",),
    never="collect",
    data="special-care-required-information",
    words=("要配慮",),
    headings=Headings(10, "要配慮|機微(?:な)?情報|センシティブ", "要配慮|機微|センシティブ|人種|信条", of_data=True),
)
