"""The compact policy (REC 4): what a full policy says, as tokens for an HTTP header. Made on request only."""

from __future__ import annotations

from typing import Any, NamedTuple

from ...diagnostics import ERROR, Both, Diagnostic, Kind
from ...source import Span
from .categories import categories

COOKIES = "#dynamic.cookies"
# Tokens in the order of the tables of REC 4.2.
_ACCESS = {
    "nonident": "NOI", "all": "ALL", "contact-and-other": "CAO", "ident-contact": "IDC", "other-ident": "OTI",
    "none": "NON",
}  # fmt: skip
_REMEDIES = {"correct": "COR", "money": "MON", "law": "LAW"}
_PURPOSES = {
    "current": "CUR", "admin": "ADM", "develop": "DEV", "tailoring": "TAI", "pseudo-analysis": "PSA",
    "pseudo-decision": "PSD", "individual-analysis": "IVA", "individual-decision": "IVD", "contact": "CON",
    "historical": "HIS", "telemarketing": "TEL", "other-purpose": "OTP",
}  # fmt: skip
_RECIPIENTS = {
    "ours": "OUR", "delivery": "DEL", "same": "SAM", "unrelated": "UNR", "public": "PUB", "other-recipient": "OTR",
}  # fmt: skip
_RETENTION = {
    "no-retention": "NOR", "stated-purpose": "STP", "legal-requirement": "LEG", "business-practices": "BUS",
    "indefinitely": "IND",
}  # fmt: skip
_CATEGORIES = {
    "physical": "PHY", "online": "ONL", "uniqueid": "UNI", "purchase": "PUR", "financial": "FIN", "computer": "COM",
    "navigation": "NAV", "interactive": "INT", "demographic": "DEM", "content": "CNT", "state": "STA",
    "political": "POL", "health": "HEA", "preference": "PRE", "location": "LOC", "government": "GOV",
    "other-category": "OTC",
}  # fmt: skip
_ORDER = [
    *_ACCESS.values(), "DSP", *_REMEDIES.values(), *_PURPOSES.values(), *_RECIPIENTS.values(), *_RETENTION.values(),
    *_CATEGORIES.values(),
]  # fmt: skip
# How a choice of the user is marked behind a token (REC 4.2.5); `always` has no mark.
_CHOICE = {"opt-in": "i", "opt-out": "o"}


REFUSED = Kind(
    "p3p/no-compact-policy",
    ERROR,
    "短縮ポリシーを作れません：{why}",
    "no compact policy can be made: {why}",
    "短縮ポリシーは、P3P ポリシーのある、クッキーの取得を宣言した文書からだけ作ります。",
    "A compact policy is made only of a document that has a P3P policy and declares cookies.",
)


class Compact(NamedTuple):
    """A compact policy, or why there is none: `tokens` are empty exactly where `refused` says why.

    `exists` is whether there is a full policy.
    """

    tokens: tuple[str, ...]
    refused: Both = Both("", "")
    exists: bool = True

    def finding(self, span: Span) -> Diagnostic:
        """The refusal as a finding at the document."""
        return REFUSED.at(span, why=self.refused)

    @property
    def header(self) -> str:
        """The value of the header `P3P`."""
        return f'CP="{" ".join(self.tokens)}"' if self.tokens else ""


def compact(p3p: dict[str, Any] | None) -> Compact:
    """The compact policy of the member `p3p` of a policy.p3p.json (None where a document has no P3P policy).

    It is refused where there is no full policy to stand for (REC 4: a site that uses compact policies must have one),
    where no cookie is declared (REC 4.1: a compact policy is about cookies and what is linked by them), and where an
    extension must be understood (REC 4.5).
    """
    if p3p is None:
        return Compact(
            (), Both("この文書には P3P ポリシーがありません", "the document has no P3P policy"), exists=False
        )
    statements = p3p["statements"]
    if not any(data["ref"] == COOKIES for row in statements for data in row["data"]):
        return Compact((), Both("クッキーを取得すると宣言されていません", "no cookie is declared (REC 4.1)"))
    if p3p.get("mandatory"):
        return Compact((), Both("理解しなければならない拡張があります", "an extension has to be understood (REC 4.5)"))
    return Compact(tuple(sorted(_tokens(p3p), key=lambda token: (_ORDER.index(token[:3]), token))))


def _tokens(p3p: dict[str, Any]) -> set[str]:
    access = p3p["access"]
    found = {_ACCESS[access["value"] if isinstance(access, dict) else access]}
    if p3p["disputes"]:
        found.add("DSP")
    for dispute in p3p["disputes"]:
        found.update(_REMEDIES[remedy] for remedy in dispute.get("remedies", ()))
    for row in p3p["statements"]:
        for words, named in ((_PURPOSES, row["purposes"]), (_RECIPIENTS, row["recipients"])):
            found.update(words[one["element"]] + _CHOICE.get(one.get("required", ""), "") for one in named)
        found.add(_RETENTION[row["retention"]])
        for data in row["data"]:
            named_here = {one["element"] for one in data.get("categories", ())}
            found.update(_CATEGORIES[one] for one in categories(data["ref"]) | named_here)
    return found
