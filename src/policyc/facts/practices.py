"""Who does what with which data, for what, with whom, on what ground."""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, as in vocab.
from typing import Annotated, NamedTuple

from ..vocab import Concept
from . import declare as d
from .declare import says
from .identifiers import FactId
from .things import Clause, Id, Marker, OpenLists, Origin, Words

STATED, NONE, ON_REQUEST, DELEGATED = "stated", "none", "on-request", "delegated"
"""The four answers that a text gives to a matter."""

DOES, MAY, ONLY_IF, DOES_NOT = "does", "may", "only-if", "does-not"
"""How a text says that something is done: it is done; it may be done; it is not done but on a ground or in a case; it is not done."""
MODALITIES = (DOES, MAY, ONLY_IF, DOES_NOT)


class Ground(NamedTuple):
    """A ground or an exception; `includes` are the English words of what it is said to include."""

    text: Words
    concept: Annotated[Concept | None, says(d.CONCEPT, "どの根拠又は例外か。", "Which ground or exception it is.")]
    includes: Annotated[tuple[str, ...], says(d.TEXTS, "含むと述べられているもの。", "What it is said to include.")]


class Detail(NamedTuple):
    """A further statement of a fact: an English word of the language, and what is said under it."""

    name: Annotated[str, says(d.TEXT, "何について。", "What it is about.", always=True)]
    value: Annotated[str, says(d.TEXT, "述べられていること。", "What is said of it.", always=True)]


Details = Annotated[
    tuple[Detail, ...], says(d.DETAILS, "そのほかに述べられていること。", "What else is said of it.", element="detail")
]
Exceptions = Annotated[
    tuple[Ground, ...], says(d.GROUNDS, "当てはまらない場合。", "The cases it does not hold for.", element="exception")
]


class Practice(NamedTuple):
    """Who does what with which data, for what, with whom, on what ground.

    `action` is a row of vocab/actions. `recipients` are ids of parties, groups or recipients. `purposes` are ids;
    `purposes_of` is the id of the clause they were taken from ("same as", "within"), `scope` which of the two.
    `stance` is one of the four answers; the other fields are empty unless it is `stated`. `modality` is one of the four words
    for how it is done; `only-if` is not done but on one of `grounds` or in one of `exceptions`.
    """

    id: Id
    action: Annotated[str, says(d.TEXT, "行為。語彙の行為の語。", "A row of the vocabulary's actions.", always=True)]
    stance: Annotated[
        str,
        says(
            d.TEXT,
            "述べているか、ないと述べているか、求めに応じて答えるか、別の文書に委ねるか。",
            "Whether the text states it, declares none of it, tells it on request, or leaves it to another document.",
            always=True,
            among=(STATED, NONE, ON_REQUEST, DELEGATED),
        ),
    ]
    modality: Annotated[
        str,
        says(
            d.TEXT,
            "行うのか、行うことがあるのか、根拠のある場合や例外の場合に限るのか、行わないのか。",
            "Whether it is done, may be done, is done only on a ground or in a case (only-if), or is not done.",
            absent=("行うかどうかを述べていない。", "The text does not say whether it is done."),
            among=MODALITIES,
        ),
    ]
    title: Annotated[str, says(d.TEXT, "それを述べる見出し。", "The heading it stands under.")]
    marker: Marker
    subjects: Annotated[
        tuple[FactId, ...], says(d.IDS, "誰の情報か。`subjects` の識別子。", "Whose data: ids of `subjects`.")
    ]
    data: Annotated[tuple[FactId, ...], says(d.IDS, "どの情報か。`data` の識別子。", "Which data: ids of `data`.")]
    purposes: Annotated[
        tuple[FactId, ...], says(d.IDS, "何のためか。`purposes` の識別子。", "For what: ids of `purposes`.")
    ]
    purposes_of: Annotated[FactId, says(d.ID, "目的を引く条項。", "The clause that it takes its purposes from.")]
    scope: Annotated[
        str,
        says(
            d.TEXT,
            "その条項の目的と同一か、その範囲内か。",
            "Whether they are the same as the purposes of that clause, or within them.",
            among=("same", "within"),
        ),
    ]
    recipients: Annotated[
        tuple[FactId, ...],
        says(d.IDS, "誰に。組織・組織の集まり・提供先の識別子。", "Ids of parties, groups or recipients."),
    ]
    responsible: Annotated[
        FactId,
        says(
            d.ID,
            "共同利用する情報の管理について責任を有する者。",
            "The party responsible for managing data used jointly.",
        ),
    ]
    grounds: Annotated[tuple[Ground, ...], says(d.GROUNDS, "根拠。", "The grounds.", member="basis", element="ground")]
    exceptions: Exceptions
    details: Details
    opt_out: Annotated[str, says(d.URL, "やめさせる方法のある場所。", "How to make it stop.")]
    clause: Clause
    origin: Origin
    open_lists: OpenLists = ()
