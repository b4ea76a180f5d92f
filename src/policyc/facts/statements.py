"""What a document states besides practices: rights, procedures, safeguards, dates and the rest."""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, as in vocab.
from typing import Annotated, NamedTuple

from ..vocab import Concept
from . import declare as d
from .declare import says
from .identifiers import FactId
from .practices import DOES_NOT, NONE, ON_REQUEST, ONLY_IF, Details, Exceptions
from .things import Clause, Email, Id, OpenLists, Origin, Phone, Postal, Words

ACCREDITED = "accredited"
"""What the desk of an accredited organization takes: complaints about the operator, whose desk it is not."""


class Right(NamedTuple):
    """A request that the person may make, by the row of vocab/rights."""

    id: Id
    concept: Annotated[Concept, says(d.CONCEPT, "どの請求か。", "Which request.", always=True)]
    procedure: Annotated[FactId, says(d.ID, "その手続。", "The procedure for it.", always=True)]
    clause: Clause
    origin: Origin


class Procedure(NamedTuple):
    """How requests are made. `identity` says the person's identity is checked; `fee` is yen, or a text, or "none".

    `fee_for`: the rights that the fee is said of. `details` are further fields: format, refusal, refuses, grounds, fee-method,
    authority.
    """

    id: Id
    label: Annotated[str, says(d.TEXT, "手続の呼び名。", "What it is called.")]
    url: Annotated[str, says(d.URL, "それを述べるページ。", "The page that tells of it.")]
    identity: Annotated[str, says(d.TEXT, "本人であることの確かめ方。", "How the person's identity is checked.")]
    agent: Annotated[str, says(d.TEXT, "代理人によることができるか。", "Whether agents may ask.")]
    fee: Annotated[
        str,
        says(
            d.TEXT,
            "手数料。ない旨（none）、又は求めに応じて答える旨（on-request）。",
            "The fee, or none, or on-request.",
        ),
    ]
    desks: Annotated[tuple[FactId, ...], says(d.IDS, "窓口。`contacts` の識別子。", "Ids of contacts.")]
    clause: Clause
    origin: Origin
    details: Annotated[
        Details,
        says(
            d.DETAILS,
            "開示の方法、拒む場合、請求の理由、手数料の納め方、代理権の確かめ方。",
            "The form of disclosure, refusal, the grounds of requests, how a fee is paid, how an agent's authority is checked.",
            element="detail",
        ),
    ] = ()
    fee_for: Annotated[
        tuple[FactId, ...],
        says(
            d.IDS,
            "手数料が述べられている請求。`rights` の識別子で、個人情報保護法第38条第1項のもの。ほかの請求については何も述べない。",
            "What the fee is said of: ids of `rights`, those of APPI art. 38(1). It says nothing of the others.",
        ),
    ] = ()
    open_lists: OpenLists = ()


class Safeguard(NamedTuple):
    """A security measure that is stated."""

    id: Id
    text: Words
    concepts: Annotated[tuple[Concept, ...], says(d.CONCEPTS, "どの種類の措置か。", "Which kinds of measures.")]
    countries: Annotated[
        tuple[str, ...], says(d.COUNTRIES, "制度を把握した国。", "The countries whose rules it takes into account.")
    ]
    clause: Clause
    origin: Origin
    open_lists: OpenLists = ()


class Retention(NamedTuple):
    """How long data are kept: `period` is ISO 8601 (P5Y) where one is stated, `text` the criterion as said.

    `details`: what is done after it.
    """

    id: Id
    data: Annotated[
        tuple[FactId, ...],
        says(
            d.IDS,
            "どの情報についてか。",
            "The data it is about; all if absent.",
            absent=("すべての情報について。", "It is about all data."),
        ),
    ]
    period: Annotated[str, says(d.PERIOD, "期間（ISO 8601）。", "An ISO 8601 period.")]
    text: Annotated[str, says(d.BODY, "述べられているとおり。", "As said.")]
    clause: Clause
    origin: Origin
    details: Annotated[
        Details, says(d.DETAILS, "その後にすること。", "What is done afterwards.", element="detail")
    ] = ()
    open_lists: OpenLists = ()


class Contact(NamedTuple):
    """A desk and what it takes (inquiries, complaints, requests)."""

    id: Id
    name: Annotated[str, says(d.TEXT, "窓口の名前。", "What it is called.", always=True)]
    takes: Annotated[
        tuple[str, ...],
        says(
            d.TEXTS,
            "受け付けるもの。問合せ（inquiries）、苦情（complaints）、請求（requests）。accredited は認定個人情報保護団体としての苦情。",
            "inquiries, complaints, requests; accredited: complaints, as an accredited organization.",
        ),
    ]
    phone: Phone
    email: Email
    address: Annotated[str, says(d.TEXT, "その住所。", "Its postal address.")]
    hours: Annotated[str, says(d.TEXT, "受け付ける時間。", "When it is open.")]
    form: Annotated[str, says(d.URL, "フォームのアドレス。", "The address of its form.")]
    clause: Clause
    origin: Origin
    postal_code: Postal = ""
    open_lists: OpenLists = ()


class Event(NamedTuple):
    """A date of the document: enacted, revised, published or effective. `date` is ISO 8601, `text` as said."""

    id: Id
    kind: Annotated[
        str,
        says(
            d.TEXT,
            "その日にしたこと。",
            "What was done on it.",
            always=True,
            among=("enacted", "revised", "published", "effective"),
            grows=True,
        ),
    ]
    date: Annotated[str, says(d.DAY, "その日。", "The day.", always=True)]
    text: Annotated[str, says(d.BODY, "述べられているとおり。", "As said.")]
    origin: Origin


class Amendment(NamedTuple):
    """How the document is changed: `notice` (none, prior, …) and `effective` (on-publication, …); `details`: the reason,
    and what is said of changes that need consent by law."""

    id: Id
    notice: Annotated[str, says(d.TEXT, "予告。none、prior 又は on-change。", "none, prior or on-change.")]
    effective: Annotated[
        str,
        says(
            d.TEXT,
            "効力の生ずる時。on-publication、on-stated-date 又は on-notice。",
            "on-publication, on-stated-date or on-notice.",
        ),
    ]
    clause: Clause
    origin: Origin
    details: Annotated[
        Details,
        says(d.DETAILS, "改定の理由、同意を要する変更。", "The reason; changes that need consent.", element="detail"),
    ] = ()


class Delegation(NamedTuple):
    """A matter that is left to another document: carried there, not here. `details`: what is said of it all the same."""

    id: Id
    topic: Annotated[str, says(d.TEXT, "委ねる事項。条項の種類。", "The matter, a clause type.", always=True)]
    label: Annotated[str, says(d.TEXT, "リンクの言葉。", "The words of the link.")]
    url: Annotated[str, says(d.URL, "それを述べる文書。", "The document that carries it.", always=True)]
    clause: Clause
    origin: Origin
    details: Annotated[
        Details, says(d.DETAILS, "ここでも述べられていること。", "What is said of it all the same.", element="detail")
    ] = ()
    open_lists: OpenLists = ()


class Frame(NamedTuple):
    """What the document stands under: `kind` is adheres-to, published-under or undefined-terms.

    `number` is the number of a statute (平成15年法律第57号).
    """

    id: Id
    kind: Annotated[
        str,
        says(
            d.TEXT,
            "文書とそれとの関係。",
            "How the document stands under it.",
            always=True,
            among=("adheres-to", "published-under", "undefined-terms"),
            grows=True,
        ),
    ]
    name: Annotated[str, says(d.TEXT, "その名前。", "Its name.", always=True)]
    url: Annotated[str, says(d.URL, "そのアドレス。", "Its address.")]
    clause: Clause
    origin: Origin
    number: Annotated[str, says(d.TEXT, "法令番号。", "The number of a statute.")] = ""


class Silence(NamedTuple):
    """A clause that declares there is none of its matter, or that it is told on request.

    `exceptions` are the cases it does not hold for; `details` how far it reaches (`under`, an age; `not-third-parties`, who is
    none of those it speaks of). `modality` is empty where it
    declares nothing of an act: of a field (no fee), and what is told on request.
    """

    id: Id
    topic: Annotated[
        str, says(d.TEXT, "条項の種類（joint-use など）。", "The clause type, such as joint-use.", always=True)
    ]
    stance: Annotated[
        str,
        says(
            d.TEXT,
            "ないと述べるか、求めに応じて答えるか。",
            "Declared none, or told on request.",
            always=True,
            among=(NONE, ON_REQUEST),
        ),
    ]
    clause: Clause
    origin: Origin
    modality: Annotated[
        str,
        says(
            d.TEXT,
            "行わないのか、例外の場合に限って行うのか。",
            "Whether it is not done, or only in the cases of `exceptions` (only-if).",
            absent=("行うかどうかを述べていない。", "The text does not say whether it is done."),
            among=(ONLY_IF, DOES_NOT),
        ),
    ] = ""
    exceptions: Exceptions = ()
    details: Annotated[
        Details,
        says(
            d.DETAILS,
            "及ぶ範囲（年齢、第三者でない者）。",
            "How far: below an age; who is no third party.",
            element="detail",
        ),
    ] = ()
    open_lists: OpenLists = ()


class Entry(NamedTuple):
    """An entry of an index: the words of its link and where it leads. `parent` is the entry it stands below, if any;
    `document` the id of a document of the same build that it leads to."""

    id: Id
    text: Annotated[str, says(d.BODY, "リンクの言葉。", "The words of the link.", always=True)]
    url: Annotated[str, says(d.URL, "リンク先。", "Where it leads.")]
    document: Annotated[
        str,
        says(
            d.ID, "リンク先が同じビルドの文書であれば、その文書。", "The document of the same build that it leads to."
        ),
    ]
    parent: Annotated[FactId, says(d.ID, "その上の項目。", "The entry it stands below.")]
    position: Annotated[
        int, says(d.NUMBER, "一覧の中での順番（1から）。", "Its place in its list, from 1.", always=True, least=1)
    ]
    clause: Clause
    origin: Origin


class Disclosure(NamedTuple):
    """A matter that is disclosed under a label: `concept` says which (販売業者, 支払時期 …), `text` what is said of it."""

    id: Id
    label: Annotated[str, says(d.TEXT, "項目の名前。", "The label.", always=True)]
    text: Annotated[str, says(d.BODY, "表示されていること。", "What is disclosed.", always=True)]
    concept: Annotated[Concept | None, says(d.CONCEPT, "どの事項か。", "Which matter it is.")]
    position: Annotated[
        int, says(d.NUMBER, "条項の中での順番（1から）。", "Its place in its clause, from 1.", always=True, least=1)
    ]
    clause: Clause
    origin: Origin
