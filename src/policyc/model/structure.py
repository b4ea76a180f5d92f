"""The frame of a file: document, part and numbering, around the clause types that packages declare."""

from __future__ import annotations

from .document_kinds import KINDS
from .entities import ENTITIES
from .types import (
    ACCEPTANCE,
    CLOSING_KEY,
    DATE,
    DELEGATES,
    LINK,
    NUMBERING,
    PLAIN,
    TEXT_KEY,
    BlockType,
    Key,
    choice,
    names,
)


def _event(word: str, ja: str, about: str, about_en: str) -> Key:
    return Key(word, ja, DATE, about, about_en, many=False, repeat=word == "revised")


def _event_keys() -> tuple[Key, ...]:
    return (
        _event("enacted", "制定日", "制定した日。", "The day it was enacted."),
        _event("revised", "改定日", "改定した日。", "The day it was revised."),
        _event("published", "公表日", "公表した日。", "The day it was published."),
        _event("effective", "施行日", "施行の日。", "The day it takes effect."),
    )


FRAME_KEYS = (
    Key(
        "adheres-to",
        "従う方針",
        names("文書や法令の名前", "the names of publications or statutes", "publication", "statute"),
        "従う方針又は法令。",
        "The policies or statutes that are followed.",
        whole=True,
    ),
    Key(
        "published-under",
        "根拠法令",
        names("法令の名前", "the name of a statute", "statute"),
        "公表の根拠となる法令。",
        "The statute under which this is published.",
        many=True,
        whole=True,
    ),
    Key(
        "undefined-terms",
        "用語の定義",
        names("法令や文書の名前", "the name of a statute or publication", "statute", "publication"),
        "定義のない語句の意味を定める法令。",
        "The statute whose definitions apply to undefined terms.",
        many=False,
    ),
)
"""What a part, or a document as a whole, stands under."""


_PART_LEVELS = 4


def part_type(clauses: tuple[BlockType, ...], levels: int = _PART_LEVELS) -> BlockType:
    """The part of a document (章・部): a heading over clauses, and over parts down to so many levels."""
    inner = (part_type(clauses, levels - 1),) if levels > 1 else ()
    return BlockType(
        "part",
        "部",
        "part",
        "条項をまとめる見出し。一つのページに複数の文書を置くときの区切りにもなる。",
        "A heading over clauses; also divides a page that holds several documents.",
        (
            *FRAME_KEYS,
            TEXT_KEY,
            CLOSING_KEY,
        ),
        (*inner, NUMBERING, ACCEPTANCE, DELEGATES, *clauses),
    )


URL = Key(
    "url",
    "アドレス",
    LINK,
    "公表するアドレス。出力の識別子の元になる。なければ urn:policyc:文書名 を使う。",
    "The address it is published at; identifiers in the outputs begin with it, else with urn:policyc:name.",
    many=False,
    stated=False,
)
OUTLINE = BlockType(
    "document",
    "文書",
    "outline",
    "取り込んだファイルの文書。名前、表題、アドレスだけが分かる。",
    "A document of an imported file: its name, title and address are known here.",
    (URL,),
    named="required",
    titled="required",
)


def document_type(clauses: tuple[BlockType, ...]) -> BlockType:
    """A document: what becomes one output folder."""
    return BlockType(
        "document",
        "文書",
        "document",
        "一つの公表文書。一つの出力フォルダになる。",
        "One published document; it becomes one output folder.",
        (
            Key(
                "kind", "種別", KINDS, "文書の種別。", "The kind of document.", required=True, many=False, stated=False
            ),
            URL,
            Key(
                "operator",
                "事業者",
                names("組織の名前", "the name of an organization", "organization"),
                "公表する事業者。なければ公表者を述べず、P3P は作らない。",
                "Who publishes it; without one no publisher is stated, and no P3P is made.",
                many=False,
                stated=False,
                backs=False,
            ),
            Key(
                "subjects",
                "対象者",
                names("本人の区分", "a subject or term", "subject", "term", vocabulary="subjects"),
                "この文書が語る本人の区分。",
                "Whose data the document speaks of.",
                many=True,
                stated=False,
                backs=False,
            ),
            Key(
                "register",
                "文体",
                choice(("web", "ですます"), ("articles", "条文")),
                "標準の文言の文体。",
                "The register of the standard wording.",
                many=False,
                stated=False,
            ),
            Key(
                "date-style",
                "日付の書き方",
                choice(("western", "西暦"), ("western-padded", "西暦二桁"), ("wareki", "和暦"), ("both", "併記")),
                "日付の書き方。",
                "How dates are written.",
                many=False,
                stated=False,
            ),
            Key(
                "page-title",
                "表題",
                choice(("shown", "表示"), ("none", "なし")),
                "表題をページに載せるか。",
                "Whether the title stands on the page.",
                many=False,
                stated=False,
                backs=False,
            ),
            Key("version", "版", PLAIN, "版の名前。", "The version's name.", many=False, stated=False),
            Key(
                "replaces",
                "旧版",
                LINK,
                "この文書が置き換えた旧版のアドレス。",
                "Where the version that this one replaces is published.",
                many=False,
                stated=False,
            ),
            *FRAME_KEYS,
            *_event_keys(),
            TEXT_KEY,
            CLOSING_KEY,
        ),
        (part_type(clauses), NUMBERING, ACCEPTANCE, DELEGATES, *ENTITIES, *clauses),
        named="required",
        titled="required",
    )


IMPORT = BlockType(
    "import",
    "取込",
    "import",
    "別のファイルで宣言した組織・用語・データ項目などを使う。",
    "Brings in what another file declares.",
    named="no",
    titled="required",
)


def file_type(clauses: tuple[BlockType, ...], imported: bool = False) -> BlockType:
    """What may stand at the top of a file; of the documents of an `imported` one only the outline is read."""
    document = OUTLINE if imported else document_type(clauses)
    return BlockType("file", "ファイル", "file", "", "", (), (IMPORT, document, *ENTITIES), named="no", titled="no")
