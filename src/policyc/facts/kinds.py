"""The kinds of facts: for each its table in a policy, its record, and what it is called in files."""

from __future__ import annotations

from typing import Any, NamedTuple

from .places import Place
from .practices import Practice
from .statements import (
    Amendment,
    Contact,
    Delegation,
    Disclosure,
    Entry,
    Event,
    Frame,
    Procedure,
    Retention,
    Right,
    Safeguard,
    Silence,
)
from .things import DataItem, Group, Party, Purpose, Recipient, Subject, Term


class Both(NamedTuple):
    """A text in both languages."""

    ja: str
    en: str


class Kind(NamedTuple):
    """A kind of fact: its `table` in a policy, its `record`, the name of its `element` in XML, what a row is, and what the table
    holds, in both languages."""

    table: str
    record: Any
    element: str
    row: Both
    rows: Both

    @property
    def member(self) -> str:
        """The member of JSON that holds the table."""
        return "subjects" if self.table == "people" else self.table


KINDS = (
    Kind(
        "parties",
        Party,
        "party",
        Both("組織。", "An organisation."),
        Both("名前の挙がる組織。", "The other organisations that are named."),
    ),
    Kind(
        "groups",
        Group,
        "group",
        Both("組織の集まり。", "A group of organisations."),
        Both("組織の集まり。", "Groups of organisations."),
    ),
    Kind(
        "people",
        Subject,
        "subject",
        Both("本人の区分。", "A category of people."),
        Both("文書が述べる情報の本人。", "The people whose data the document speaks of."),
    ),
    Kind(
        "data",
        DataItem,
        "data-item",
        Both("個人情報の項目、又はそのまとまり。", "An item of personal data, or a group of items."),
        Both("個人情報の項目。まとまりは、その項目の後。", "The items of personal data, groups after their parts."),
    ),
    Kind(
        "purposes",
        Purpose,
        "purpose",
        Both("利用目的。", "A purpose of use."),
        Both("利用目的（個人情報保護法第17条第1項）。", "The purposes of use (APPI art. 17(1))."),
    ),
    Kind(
        "recipients",
        Recipient,
        "recipient",
        Both("提供先、又はその種類。", "A recipient, or a class of recipients."),
        Both("提供先とその種類。", "Recipients and classes of recipients."),
    ),
    Kind(
        "practices",
        Practice,
        "practice",
        Both("取扱い。", "A practice."),
        Both("誰が、どの情報を、何のために、誰に。", "Who does what with which data, for what, with whom."),
    ),
    Kind(
        "rights",
        Right,
        "right",
        Both("本人の請求。", "A request that a person may make."),
        Both(
            "受け付ける請求（個人情報保護法第32条から第35条まで）。",
            "The requests that are accepted (APPI arts. 32 to 35).",
        ),
    ),
    Kind(
        "procedures",
        Procedure,
        "procedure",
        Both("請求の手続。", "How requests are made."),
        Both("請求の手続（個人情報保護法第37条、第38条）。", "How requests are made (APPI arts. 37, 38)."),
    ),
    Kind(
        "safeguards",
        Safeguard,
        "safeguard",
        Both("安全管理措置。", "A security measure."),
        Both(
            "述べられている安全管理措置（個人情報保護法第23条）。", "Security measures that are stated (APPI art. 23)."
        ),
    ),
    Kind(
        "retentions",
        Retention,
        "retention",
        Both("保存する期間。", "How long data are kept."),
        Both("保存する期間（個人情報保護法第22条）。", "How long data are kept (APPI art. 22)."),
    ),
    Kind(
        "contacts",
        Contact,
        "contact",
        Both("窓口。", "A desk."),
        Both("窓口（個人情報保護法第40条）。", "Desks (APPI art. 40)."),
    ),
    Kind(
        "events",
        Event,
        "event",
        Both("文書の日付。", "A date of the document."),
        Both("文書の日付。", "Dates of the document."),
    ),
    Kind(
        "amendments",
        Amendment,
        "amendment",
        Both("改定の定め。", "How the document is changed."),
        Both("改定の定め。", "How the document is changed."),
    ),
    Kind(
        "delegations",
        Delegation,
        "delegation",
        Both("別の文書に委ねる事項。", "A matter that another document carries."),
        Both("別の文書に委ねる事項。", "Matters that are left to other documents."),
    ),
    Kind(
        "frames",
        Frame,
        "frame",
        Both("文書の拠って立つもの。", "What the document stands under."),
        Both("文書の拠って立つ法令や方針。", "Laws and policies that the document stands under."),
    ),
    Kind(
        "silences",
        Silence,
        "silence",
        Both(
            "文書が「ない」と述べ（none）、又は求めに応じて答える（on-request）事項。",
            "A matter that the text declares none of (`none`), or tells on request (`on-request`).",
        ),
        Both(
            "文書が「ない」と述べ、又は求めに応じて答える事項。", "What the text declares none of, or tells on request."
        ),
    ),
    Kind("terms", Term, "term", Both("定義された語。", "A defined term."), Both("定義された語。", "Defined terms.")),
    Kind(
        "entries",
        Entry,
        "entry",
        Both("索引の項目。", "An entry of an index of pages."),
        Both("索引の項目。", "The entries of indexes of pages."),
    ),
    Kind(
        "disclosures",
        Disclosure,
        "disclosure",
        Both("項目を立てて表示される事項。", "A matter that is disclosed under a label."),
        Both("項目を立てて表示される事項。", "What is disclosed under labels."),
    ),
)
"""In the order in which files have them: a test walks them all through every target."""

PLACES = Kind(
    "places",
    Place,
    "place",
    Both("文書の部や条項。", "A part or clause of the text."),
    Both(
        "ほかのメンバーが識別子で指す、文書の部と条項。",
        "The parts and clauses of the text, which other members name by id.",
    ),
)
"""Where in the text facts stand; no fact itself."""

BY_TABLE = {kind.table: kind for kind in (*KINDS, PLACES)}

TABLES = tuple(kind.table for kind in KINDS)
"""The tables of a policy that hold facts."""
