"""The words of the language of demands: its keys and what is of a closed list, in English and Japanese."""

from __future__ import annotations

from .. import matters
from ..vocab import lookup

# The practices by which data on people reach others: `share`. Succession and anonymised information are asked for by name.
SHARES = tuple(
    action
    for action in matters.by_flow(matters.THIRD_PARTY, matters.PROCESSOR, matters.JOINT_USER, matters.SENT_TO)
    if matters.acts()[action].data != matters.ANONYMOUS
)
SHARE = ("share", "外部に渡すこと", "外部への提供")
ANY = ("any", "すべて", "問わず")

# Keys by where they stand, with the Japanese words for them.
KEYS: dict[str, dict[str, tuple[str, ...]]] = {
    "file": {"name": ("名称",), "demands": ("要求",)},
    "demand": {
        "id": ("識別名",),
        "says": ("趣旨",),
        "weight": ("重み",),
        "forbid": ("禁止",),
        "limit": ("限定",),
        "require": ("必要",),
    },
    "pattern": {
        "does": ("行為",),
        "data": ("情報", "データ"),
        "for": ("目的", "利用目的"),
        "to": ("相手", "提供先"),
        "named": ("相手の名称",),
        "abroad": ("外国",),
        "without": ("根拠なし",),
    },
    "need": {
        "right": ("請求", "権利"),
        "contact": ("窓口",),
        "retention": ("保存期間",),
        "declared-none": ("ないとの宣言",),
        "opt-out": ("停止方法",),
        "operator": ("事業者",),
        "children": ("未成年者",),
    },
    "retention": {"at-most": ("以内", "上限"), "data": ("情報", "データ")},
}
# What a key takes of a closed list: the English words, each with the Japanese ones.
CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "weight": {"must": ("必須",), "should": ("望ましい",)},
    "contact": {
        "inquiries": ("問い合わせ", "お問い合わせ"),
        "complaints": ("苦情",),
        "requests": ("開示等の請求",),
        "accredited": ("認定個人情報保護団体",),
    },
    "operator": {
        "name": ("名称",),
        "address": ("住所",),
        "representative": ("代表者",),
        "phone": ("電話番号",),
        "email": ("メールアドレス",),
    },
    "declared-none": {
        row.word: (row.ja,) for row in matters.matters().values() if row.asked and (row.acts or row.also)
    },
}
# The clause by which a document speaks of an action, and may declare that there is none.
TOPICS = {action: word for action, word in matters.places().items() if word in CHOICES["declared-none"]}
# Why an answer is what it is, in both languages.
WHY = {
    "stated": ("そう述べている", "it is stated"),
    "open-list": ("「その他…」のような、限りのない列挙に含まれ得る", "an open-ended list may take it in"),
    "not-itemised": ("情報の項目を挙げていないので、含まれ得る", "the text names no items, so it may be among them"),
    "broader": ("より広い言葉に含まれ得る", "a wider word may take it in"),
    "within-scope": (
        "その目的を含む利用目的の範囲内で行うとしている",
        "it is done within purposes that include this one",
    ),
    "declared-none": ("ないと明言している", "it is declared that there is none"),
    "declared-but-law": (
        "法令が認める場合を除き、ないと明言している",
        "it is declared that there is none, but where the law allows it",
    ),
    "on-ground": ("その根拠によると述べている", "it is said to rest on that ground"),
    "aim-unsaid": ("目的を述べていないので、含まれ得る", "the text does not say what for, so it may be"),
    "recipient-unsaid": ("相手を述べていないので、含まれ得る", "the text does not say to whom, so it may be"),
    "excluded": ("列挙に含まれていない", "it is not in what the text lists"),
    "at-home": ("すべて国内にある", "all are said to be in Japan"),
    "exceptions": ("例外を設けている", "there are exceptions"),
    "kind-unsaid": ("どの種類に当たるかを述べていない", "the text does not say of which kind it is"),
    "place-unsaid": ("相手がどの国にあるかを述べていない", "the text does not say in which country the recipient is"),
    "ground-unsaid": ("根拠を述べていない", "the text does not say on what ground"),
    "unsaid": ("述べていない", "the text does not say"),
    "others-unsaid": ("ほかのものについて述べていない", "the text does not say it of the others"),
    "outside": ("限定したものの外にある", "it is outside of what the demand allows"),
    "within": ("限定したものの中にある", "it is within what the demand allows"),
    "elsewhere": ("別の文書に委ねている", "it is left to another document"),
    "on-request": ("請求に応じて示すとしている", "it is told on request"),
    "criterion": ("期間でなく、基準で述べている", "a criterion is stated, not a period"),
    "longer": ("それより長い", "it is longer"),
}


def key(place: str, word: str) -> str:
    """The English key for a word at a place; the word itself where there is none."""
    return next((name for name, ja in KEYS[place].items() if word == name or word in ja), word)


def choice(name: str, word: str) -> str:
    """The English word of a closed list; empty where it is not in it."""
    return next((one for one, ja in CHOICES[name].items() if word == one or word in ja), "")


def actions(word: str) -> tuple[str, ...]:
    """The actions that a word names; empty where it names none."""
    if word in SHARE:
        return SHARES
    concept = lookup("actions", word)
    return (concept.id,) if concept is not None else ()
