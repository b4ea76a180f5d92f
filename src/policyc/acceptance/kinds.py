"""Findings on what a source accepts."""

from __future__ import annotations

from ..diagnostics import ERROR, WARNING, Kind

UNKNOWN = Kind(
    "accept/unknown-code",
    ERROR,
    "「{code}」という指摘はありません",
    "there is no finding `{code}`",
    "指摘の後の [ ] の中にある診断コードを、一つずつそのまま書いてください。",
    "Write the code that stands in brackets before a finding, one by one.",
)
OF_LANGUAGE = Kind(
    "accept/of-the-language",
    ERROR,
    "「{code}」は了承して残せません。残せるのは、法令と文言についての指摘だけです",
    "`{code}` cannot be accepted: only findings of the law and on wording can",
    "ソースそのものについての指摘は、ソースを直してください。警告と参考の重さは policyc.yaml の severity で変えられます。",
    "Mend what is said of the source itself; the weight of its warnings and notes can be set in policyc.yaml (`severity`).",
)
TWICE = Kind(
    "accept/twice",
    WARNING,
    "「{code}」の了承が、同じブロックに二つあります",
    "`{code}` is accepted twice in one block",
    "理由が効くのは先の一つだけです。一つにまとめてください。",
    "Only the first reason counts. Keep one.",
)
UNUSED = Kind(
    "accept/unused",
    WARNING,
    "「{code}」の指摘は、ここにはもうありません",
    "there is no finding `{code}` here (any more)",
    "直っているなら、この了承を消してください。別の場所の指摘なら、そのブロックの中か、文書の直下に書きます。",
    "If it was mended, remove the acceptance. If it stands elsewhere, accept it in that block or in the document.",
)
EXPIRED = Kind(
    "accept/expired",
    WARNING,
    "「{code}」を残す期限（{until}）を、検査の日（{day}）は過ぎています",
    "`{code}` was accepted until {until}, which is before the day of this check ({day})",
    "文書を直すか、改めて検討して、理由と期限を書き直してください。",
    "Mend the document, or decide anew and write reason and date again.",
)
