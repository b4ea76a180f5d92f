"""How block types declare themselves: the words, fields and values that a kind of block may have."""

from .block_types import PLACES as PLACES
from .block_types import BlockType as BlockType
from .block_types import Key as Key
from .block_types import by_word as by_word
from .block_types import find as find
from .value_kinds import COUNTRIES as COUNTRIES
from .value_kinds import DATA_ITEMS as DATA_ITEMS
from .value_kinds import DATE as DATE
from .value_kinds import FLAG as FLAG
from .value_kinds import GROUNDS as GROUNDS
from .value_kinds import LINK as LINK
from .value_kinds import MONEY as MONEY
from .value_kinds import NUMBER as NUMBER
from .value_kinds import PATTERN as PATTERN
from .value_kinds import PERIOD as PERIOD
from .value_kinds import PLAIN as PLAIN
from .value_kinds import PURPOSES as PURPOSES
from .value_kinds import RECIPIENTS as RECIPIENTS
from .value_kinds import REMARK as REMARK
from .value_kinds import TEXT as TEXT
from .value_kinds import TEXT_OR_LINK as TEXT_OR_LINK
from .value_kinds import WITHIN_PURPOSES as WITHIN_PURPOSES
from .value_kinds import Choice as Choice
from .value_kinds import ValueKind as ValueKind
from .value_kinds import choice as choice
from .value_kinds import names as names

TEXT_KEY = Key(
    "text",
    "本文",
    TEXT,
    'この条項の本文。書かなければ標準の文言になる。"" と書けば本文なし。',
    'The wording; without it the standard wording is used, with "" there is none.',
    many=False,
    stated=False,
)
CLOSING_KEY = Key(
    "closing",
    "結び",
    TEXT,
    "号の後に続く文章。",
    "Text after the items.",
    many=False,
    stated=False,
)
DECLARED_KEY = Key(
    "declared",
    "宣言",
    choice(
        ("none", "なし", "ありません", "ない"),
        ("on-request", "請求に応じて", "ご請求に応じて遅滞なく回答します", "請求に応じて遅滞なく回答する"),
    ),
    "この事項がないこと（none）、又は請求に応じて答えること（on-request）を述べる。",
    "States that there is no such thing (none), or that it is told on request (on-request).",
    many=False,
)
_DOES = ("does", "する", "します", "する")
_MAY = ("may", "することがある", "することがあります", "することがある")
_ONLY_IF = ("only-if", "場合に限る", "に限ります", "に限る")


def _modality(*words: tuple[str, ...]) -> Key:
    return Key(
        "modality",
        "態様",
        choice(*words),
        "行うのか、行うことがあるのか、根拠や例外に当たる場合でなければ行わないのか。書かなければ、標準の文言が述べるとおり。行わないときは「宣言: なし」と書く。",
        "Whether it is done, may be done, or is not done but on its ground or in its exceptions; without it, as the standard "
        "wording has it. What is not done is `declared: none`.",
        many=False,
        answered=False,
    )


MODALITY_KEY = _modality(_DOES, _MAY)
CONDITIONAL_MODALITY_KEY = _modality(_DOES, _MAY, _ONLY_IF)
"""The same of what may be done only on a ground or in a case."""
DELEGATES = BlockType(
    "delegates",
    "委任",
    "delegation",
    "この事項を、リンク先の別の文書に委ねる。",
    "Leaves the matter to another document, by its link.",
    named="optional",
    titled="no",
    linked=True,
)


_PATTERN = "見出しや号の番号の書き方。{n} が番号、{heading} が見出し。"
_PATTERN_EN = "How the number is written: {n} is the number, {heading} the heading."


def _setting(word: str, ja: str, about: str, about_en: str, many: bool = False) -> Key:
    return Key(word, ja, PATTERN, about, about_en, many=many, stated=False, backs=False)


NUMBERING = BlockType(
    "numbering",
    "番号",
    "setting",
    "見出しと号の番号の付け方。どのブロックでも改められる。",
    "How headings and items are numbered; any block may change it.",
    (
        _setting(
            "part", "部", _PATTERN + "部の中の部の分は、カンマで続ける。", _PATTERN_EN + " One per level.", many=True
        ),
        _setting("clause", "条", _PATTERN, _PATTERN_EN),
        _setting(
            "paragraphs",
            "項",
            '条の中で二つ目からの段落に付ける番号。{n} が番号。"" と書けば付けない。',
            'The number of the second and later paragraphs of a clause; "" for none.',
        ),
        _setting(
            "bullets",
            "中黒",
            '番号のない箇条書き（* で始まる行）の記号。段ごとにカンマで並べる。"-" は、HTML などの書式が描く黒丸にする。',
            'The mark of items without a number (`*`), one per level; "-" leaves it to the format to draw one.',
            many=True,
        ),
        _setting("items", "号", _PATTERN + "段ごとにカンマで並べる。", _PATTERN_EN + " One per level.", many=True),
        Key(
            "restart",
            "付け直し",
            FLAG,
            "条の番号を部ごとに付け直すか。",
            "Whether clause numbers start again in each part.",
            many=False,
            stated=False,
        ),
    ),
    named="no",
    titled="no",
)


ACCEPTANCE = BlockType(
    "acceptance",
    "了承",
    "setting",
    "法令や文言についての指摘を、理由を付してそのまま残す。書いたブロックの中の指摘だけに及び、出力は変えない。",
    "Leaves findings of the law or on wording as they are, with a reason. Reaches as far as the block it stands in; "
    "changes no output.",
    (
        Key(
            "findings",
            "指摘",
            REMARK,
            '残す指摘の診断コード（"appi/27-1-consent-basis" の形）。同じ理由のものは、カンマで並べる。',
            'The codes of the findings, such as "appi/27-1-consent-basis"; several where they have one reason.',
            required=True,
            stated=False,
            backs=False,
        ),
        Key(
            "reason",
            "理由",
            REMARK,
            "残す理由。監査の結果に示される。",
            "Why they are left; an audit shows it.",
            required=True,
            many=False,
            stated=False,
            backs=False,
        ),
        Key(
            "until",
            "期限",
            DATE,
            "いつまで残すか（その日を含む）。過ぎた日の検査では、再び指摘される。",
            "The last day on which they are left; checked for a later day, they are told again.",
            many=False,
            stated=False,
            backs=False,
        ),
    ),
    named="no",
    titled="no",
)


def clause(
    word: str,
    ja: str,
    about: str,
    about_en: str,
    keys: tuple[Key, ...],
    children: tuple[BlockType, ...] = (),
    package: str = "",
    states_practices: bool = False,
    prose: bool = False,
) -> BlockType:
    """A clause type: the fields that every clause has are added to its own."""
    return BlockType(
        word,
        ja,
        "clause",
        about,
        about_en,
        (*keys, DECLARED_KEY, TEXT_KEY, CLOSING_KEY),
        (*children, DELEGATES, NUMBERING, ACCEPTANCE),
        package=package,
        states_practices=states_practices,
        prose=prose,
    )


def item(
    word: str,
    ja: str,
    about: str,
    about_en: str,
    keys: tuple[Key, ...],
    titled: str = "optional",
    named: str = "optional",
    children: tuple[BlockType, ...] = (),
    linked: bool = False,
) -> BlockType:
    """A block inside a clause that is one item of its text; `children` are items inside it."""
    return BlockType(
        word,
        ja,
        "item",
        about,
        about_en,
        (*keys, TEXT_KEY),
        (*children, NUMBERING, ACCEPTANCE),
        named=named,
        titled=titled,
        linked=linked,
    )
