"""What practices are made of: parties, people, data items, purposes, recipients, terms."""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, as in vocab.
from typing import Annotated, NamedTuple

from ..vocab import Concept
from . import declare as d
from .declare import says
from .identifiers import FactId

Id = Annotated[
    FactId,
    says(
        d.ID,
        "その種類の中で一つの識別子。HTML では場所の名前。",
        "Unique in its member; the anchor in the HTML page.",
        always=True,
    ),
]
Origin = Annotated[
    str, says(d.PLACE, "宣言された場所（ファイルと行）。", "Where it is declared: file and line.", always=True)
]
Clause = Annotated[
    FactId,
    says(
        d.ID,
        "それを述べる部や条項。`places` の識別子。",
        "The part or clause that states it: an id of `places`.",
        always=True,
    ),
]
Words = Annotated[str, says(d.BODY, "文書が述べるとおりの言葉。", "As the text says it.", always=True)]
Postal = Annotated[str, says(d.TEXT, "その郵便番号。", "Its postal code.")]
Phone = Annotated[str, says(d.TEXT, "その電話番号。", "Its telephone number.")]
Email = Annotated[str, says(d.TEXT, "そのメールアドレス。", "Its e-mail address.")]
Marker = Annotated[str, says(d.TEXT, "文書の中での番号。", "Its number in the text.")]
OpenLists = Annotated[
    tuple[str, ...],
    says(
        d.TEXTS,
        "末尾に「等」などがあり、挙げたもののほかにも及ぶ一覧。この行の配列の名、又は詳細の名。条項では、その条項が挙げる事実の表の名。",
        "Which of its lists are said to cover more than they name (A, B and the like): members of this row, or names of "
        "details; of a clause, the members that hold the facts it lists.",
        absent=("どの一覧も、挙げたものだけを述べている。", "None of its lists is said to cover more than it names."),
    ),
]
Open = Annotated[
    bool, says(d.TRUTH, "挙げたもののほかにも及ぶか。", "Whether it covers more than it names.", always=True)
]


class Party(NamedTuple):
    """An organisation, with what the page says of it. `address` is in the parts given (prefecture, city, rest) or in one;
    what is empty is not said. `unsaid` names what is here though the page does not say it: at most the name."""

    id: Id
    name: Annotated[str, says(d.TEXT, "正式な名称。", "Its full name.", always=True)]
    short: Annotated[str, says(d.TEXT, "文書での略称（当社など）。", "Its short name in the text, such as 当社.")]
    address: Annotated[
        tuple[str, ...],
        says(
            d.LINES,
            "住所。都道府県・市区町村・その他に分けて、又は一つで。",
            "In the parts given: prefecture, city, rest; or in one.",
            element="address",
        ),
    ]
    representative_title: Annotated[str, says(d.TEXT, "代表者の肩書。", "The title of its representative.")]
    representative_name: Annotated[str, says(d.TEXT, "代表者の氏名。", "The name of its representative.")]
    country: Annotated[str, says(d.COUNTRY, "所在する国。", "The country it is in.")]
    phone: Phone
    email: Email
    site: Annotated[str, says(d.URL, "そのサイトのアドレス。", "The address of its site.")]
    origin: Origin
    postal_code: Postal = ""
    unsaid: Annotated[
        tuple[str, ...],
        says(
            d.TEXTS,
            "ページのどの文も述べていないのに、ここにあるもの。",
            "What stands here though no sentence of the page says it.",
            absent=("ここにあるものは、すべてページが述べている。", "All that stands here is said by the page."),
            among=("name",),
            grows=True,
        ),
    ] = ()


class Group(NamedTuple):
    """A group of organisations, such as 当グループ; `listed_at` is the URL of the list of its members."""

    id: Id
    name: Annotated[str, says(d.TEXT, "名称。", "Its name.", always=True)]
    members: Annotated[tuple[FactId, ...], says(d.IDS, "構成員。`parties` の識別子。", "Ids of parties.")]
    listed_at: Annotated[str, says(d.URL, "構成員の一覧のある場所。", "Where its members are listed.")]
    origin: Origin


class Subject(NamedTuple):
    """A category of data subjects; `definition` is empty unless it is a defined term."""

    id: Id
    text: Words
    concept: Annotated[Concept | None, says(d.CONCEPT, "どの区分か。", "Which category it is.")]
    definition: Annotated[str, says(d.TEXT, "文書による定義。", "What the text defines it as.")]
    origin: Origin


class DataItem(NamedTuple):
    """An item of personal data as the text names it; `parts` are the ids of a group's items. `concept` is the kind of data
    that it is, `also` are further kinds."""

    id: Id
    text: Words
    concept: Annotated[Concept | None, says(d.CONCEPT, "どの種類の情報か。", "Which kind of data it is.")]
    parts: Annotated[
        tuple[FactId, ...],
        says(
            d.IDS,
            "まとめられた項目の識別子。",
            "The items of a group, by id.",
            absent=("項目をまとめたものではない。", "It is no group."),
        ),
    ]
    open: Open
    position: Annotated[int, says(d.NUMBER, "宣言の中での順番。", "Its place in the declarations.", always=True)]
    origin: Origin
    also: Annotated[
        tuple[Concept, ...], says(d.CONCEPTS, "そのほか、どの種類の情報か。", "Which further kinds of data it is.")
    ] = ()

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """All kinds of data that it is."""
        return (self.concept, *self.also) if self.concept is not None else ()


class Purpose(NamedTuple):
    """A purpose of use. `marker` is its number in the text (2．（1）), `listed` whether the text lists it as an item.

    `analyses` and `derives` are ids of data items that are analysed for it and inferred by it; `data` those it uses.
    """

    id: Id
    text: Words
    concepts: Annotated[tuple[Concept, ...], says(d.CONCEPTS, "どの目的か。", "Which purposes they are.")]
    open: Open
    listed: Annotated[
        bool, says(d.TRUTH, "文書が項目として挙げるか。", "Whether the text lists it as an item.", always=True)
    ]
    marker: Marker
    position: Annotated[int, says(d.NUMBER, "条項の中での順番。", "Its place in its clause.", always=True)]
    analyses: Annotated[tuple[FactId, ...], says(d.IDS, "そのために分析する情報。", "Data that are analysed for it.")]
    derives: Annotated[tuple[FactId, ...], says(d.IDS, "それによって推測する情報。", "Data that are inferred by it.")]
    data: Annotated[tuple[FactId, ...], says(d.IDS, "そのために使う情報。", "Data that are used for it.")]
    defined_in: Annotated[str, says(d.URL, "それを定める文書。", "The document that defines it.")]
    clause: Clause
    origin: Origin
    open_lists: OpenLists = ()


class Recipient(NamedTuple):
    """A recipient or class of recipients. `countries` are ISO codes, `abroad` says that it is outside Japan. `elsewhere`
    are the countries that the source declares, said or not: rules of law ask for what the page leaves out, and no
    artefact has them."""

    id: Id
    text: Words
    concepts: Annotated[
        tuple[Concept, ...], says(d.CONCEPTS, "どの種類の提供先か。", "Which kinds of recipients they are.")
    ]
    countries: Annotated[tuple[str, ...], says(d.COUNTRIES, "所在する国。", "The countries it is in.")]
    abroad: Annotated[
        bool,
        says(
            d.TRUTH,
            "日本の外にあるか。文書が述べていなければ、ない。",
            "Whether it is outside Japan; left out where the page does not say.",
        ),
    ]
    page: Annotated[str, says(d.URL, "それを挙げ、又は説明するページ。", "The page that lists or describes it.")]
    origin: Origin
    elsewhere: Annotated[
        tuple[str, ...],
        says(
            d.COUNTRIES,
            "ソースが宣言する国（ページが述べるとは限らない）。",
            "The countries that the source declares, said or not.",
            written=False,
        ),
    ] = ()
    open: Annotated[bool, says(d.TRUTH, "挙げたもののほかにも及ぶか。", "Whether it covers more than it names.")] = (
        False
    )


class Term(NamedTuple):
    """A defined term and what it means."""

    id: Id
    name: Annotated[str, says(d.TEXT, "その語。", "The word.", always=True)]
    meaning: Annotated[str, says(d.TEXT, "文書による定義。", "What the text defines it as.", always=True)]
    origin: Origin
