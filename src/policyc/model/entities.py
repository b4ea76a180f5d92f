"""Things that are declared once and placed anywhere: organisations, data items, recipients, terms, desks and the like."""

from __future__ import annotations

from .types import FLAG, LINK, PLAIN, TEXT, BlockType, Key, ValueKind, choice, names

_SHORT = ValueKind('略称の文字列（"当社" の形）', 'a short name in quotes, such as "当社"', frozenset({"string"}))


def _key(word: str, ja: str, kind: ValueKind, about: str, about_en: str, many: bool = False, **more: bool) -> Key:
    # What is known of a thing is not for every page to say: a page states the fields of its clauses.
    return Key(
        word, ja, kind, about, about_en, many=many, stated=False, backs=False, required=more.get("required", False)
    )


CALLED = _key(
    "called",
    "略称",
    _SHORT,
    "二度目からの呼び方。as（表記）の後に、初出での定義の書き方を書ける。",
    "The short name after the first mention; `as` may give the form of the definition.",
)
IS_DATA = _key(
    "is",
    "種類",
    names("データ項目の語彙", "a data item of the vocabulary", vocabulary="data"),
    "語彙のどの項目に当たるか。",
    "Which data item of the vocabulary this is.",
    many=True,
)
OPEN = _key(
    "open",
    "包括",
    FLAG,
    "列挙されていないものを含む包括的な項目か。",
    "Whether it is a catch-all that covers more than it names.",
)

ORGANIZATION = BlockType(
    "organization",
    "組織",
    "entity",
    "会社その他の団体。",
    "A company or other body.",
    (
        CALLED,
        _key(
            "address",
            "住所",
            PLAIN,
            "住所。都道府県・市区町村・番地に分けて書いてもよい。",
            "Address; may be given in parts (prefecture, city, rest).",
            True,
        ),
        _key("postal-code", "郵便番号", PLAIN, "郵便番号。", "Postal code."),
        _key("representative", "代表者", PLAIN, "代表者の肩書と氏名。", "Title and name of the representative.", True),
        _key("country", "国", names("国コード", "a country code", vocabulary="countries"), "所在国。", "Country."),
        _key("phone", "電話", PLAIN, "電話番号。", "Telephone number."),
        _key("email", "メール", PLAIN, "メールアドレス。", "E-mail address."),
        _key("site", "サイト", LINK, "ウェブサイト。", "Web site."),
    ),
    named="required",
    titled="required",
)
GROUP = BlockType(
    "group",
    "グループ",
    "entity",
    "組織の集まり（企業グループなど）。",
    "A group of organisations.",
    (
        CALLED,
        _key(
            "members",
            "構成員",
            names("組織の名前", "names of organisations", "organization"),
            "構成する組織。",
            "Its members.",
            True,
        ),
        _key(
            "listed-at",
            "一覧",
            names("サイトの名前", "the name of a site", "site"),
            "構成員の一覧が載るサイト。",
            "The site that lists its members.",
        ),
    ),
    named="required",
    titled="required",
)
SITE = BlockType(
    "site",
    "サイト",
    "entity",
    "ウェブサイト。",
    "A web site.",
    (CALLED,),
    named="required",
    titled="optional",
    linked=True,
)
PUBLICATION = BlockType(
    "publication",
    "公表文書",
    "entity",
    "別の公表文書（グループの方針、規約など）。",
    "Another published document.",
    (CALLED,),
    named="required",
    titled="optional",
    linked=True,
)
STATUTE = BlockType(
    "statute",
    "法令",
    "entity",
    "法令。",
    "A statute.",
    (CALLED, _key("number", "法令番号", PLAIN, "法令番号。", "Its number.")),
    named="required",
    titled="required",
)
TERM = BlockType(
    "term",
    "用語",
    "entity",
    "定義する用語。",
    "A defined term.",
    (
        _key("means", "意味", TEXT, "用語の意味。", "What it means.", required=True),
        _key(
            "as",
            "表記",
            TEXT,
            "初出での定義の書き方。{means} と {name} が使える。",
            "The form of the definition at first mention.",
        ),
        _key(
            "is",
            "種類",
            names("本人の区分の語彙", "a data subject of the vocabulary", vocabulary="subjects"),
            "人を指す用語なら、その区分。",
            "For a term for people: their category.",
        ),
    ),
    named="required",
    titled="required",
)
SUBJECT = BlockType(
    "subject",
    "本人",
    "entity",
    "個人情報の本人の区分（お客様など）。",
    "A category of data subjects.",
    (
        CALLED,
        _key(
            "is",
            "種類",
            names("本人の区分の語彙", "a data subject of the vocabulary", vocabulary="subjects"),
            "語彙のどの区分に当たるか。",
            "Which category of the vocabulary.",
        ),
    ),
    named="required",
    titled="required",
)
DATA = BlockType(
    "data",
    "データ",
    "entity",
    "個人情報の項目、又はその集まり。",
    "An item of personal data, or a group of items.",
    (
        IS_DATA,
        _key(
            "of",
            "内訳",
            names("データ項目の名前", "names of data items", "data", vocabulary="data"),
            "集まりの内訳。",
            "The items of the group.",
            True,
        ),
        _key("as", "表記", TEXT, "内訳のある項目の書き方。", "How a group with its items is written."),
        OPEN,
    ),
    named="required",
    titled="required",
)
RECIPIENT = BlockType(
    "recipient",
    "提供先",
    "entity",
    "個人データを受け取る者、又はその類型。",
    "One who receives personal data, or a class of them.",
    (
        _key(
            "is",
            "種類",
            names("提供先の語彙", "a recipient of the vocabulary", vocabulary="recipients"),
            "語彙のどの類型に当たるか。",
            "Which class of the vocabulary.",
            True,
        ),
        _key(
            "country", "国", names("国コード", "a country code", vocabulary="countries"), "所在国。", "Country.", True
        ),
        _key(
            "abroad",
            "外国",
            choice(("yes", "はい", "外国にある"), ("no", "いいえ", "国内にある")),
            "外国にあるか。",
            "Whether it is outside Japan.",
        ),
        _key(
            "listed-at",
            "一覧",
            names("サイトの名前", "the name of a site", "site"),
            "一覧が載るサイト。",
            "The site that lists them.",
        ),
    ),
    named="required",
    titled="required",
    linked=True,
)
DESK = BlockType(
    "desk",
    "窓口",
    "entity",
    "問い合わせや請求を受ける窓口。",
    "A desk that takes inquiries and requests.",
    (
        _key("phone", "電話", PLAIN, "電話番号。", "Telephone number."),
        _key("email", "メール", PLAIN, "メールアドレス。", "E-mail address."),
        _key("address", "住所", PLAIN, "住所。", "Address.", True),
        _key("postal-code", "郵便番号", PLAIN, "郵便番号。", "Postal code."),
        _key("hours", "受付時間", PLAIN, "受付時間。", "Hours."),
        _key("form", "フォーム", LINK, "問い合わせフォーム。", "Inquiry form."),
    ),
    named="required",
    titled="required",
)
SERVICE = BlockType(
    "service",
    "サービス",
    "entity",
    "提供するサービス。",
    "A service that is offered.",
    (CALLED,),
    named="required",
    titled="required",
    linked=True,
)

ENTITIES = (ORGANIZATION, GROUP, SITE, PUBLICATION, STATUTE, TERM, SUBJECT, DATA, RECIPIENT, DESK, SERVICE)
