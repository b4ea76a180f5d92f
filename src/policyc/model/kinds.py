"""Findings of the model: what a source says that the declared blocks, fields and values do not allow."""

from __future__ import annotations

from ..diagnostics import ERROR, WARNING, Both, Kind
from ..syntax import Atom

UNKNOWN_BLOCK = Kind(
    "model/unknown-block",
    ERROR,
    "{where}に「{found}」というブロックはありません",
    "{where} has no block `{found}`",
    "{advice}",
    "{advice}",
)
UNKNOWN_FIELD = Kind(
    "model/unknown-field",
    ERROR,
    "{where}に「{found}」という項目はありません",
    "{where} has no field `{found}`",
    "{advice}",
    "{advice}",
)
WORD_ALONE = Kind(
    "model/word-alone",
    ERROR,
    "「{found}」だけの行があります。前の行が「,」で終わっていません",
    "`{found}` stands alone on its line, and the line before does not end in a comma",
    "「{field}」の値の続きなら、前の行の「{value}」の後に「,」を付けてください。別の項目なら「{found}: 値」と書きます。",
    "To go on with the values of `{field}`, put a comma after `{value}`; for another field write `{found}: value`.",
)
MISSING_COLON = Kind(
    "model/missing-colon",
    ERROR,
    "項目「{found}」の後に「:」がありません",
    "the field `{found}` lacks its `:`",
    "「{found}: 値」と書いてください。",
    "Write `{found}: value`.",
)
NOT_A_FIELD = Kind(
    "model/block-as-field",
    ERROR,
    "「{found}」は項目ではなくブロックです",
    "`{found}` is a block, not a field",
    '「:」を付けずに「{found} 識別名 "見出し" {{ … }}」と書いてください。',
    'Write it without a colon: `{found} name "heading" {{ … }}`.',
)
DUPLICATE_FIELD = Kind(
    "model/duplicate-field",
    ERROR,
    "項目「{found}」が二度書かれています",
    "the field `{found}` is given twice",
    "{advice}",
    "{advice}",
)
MISSING_FIELD = Kind(
    "model/missing-field",
    ERROR,
    "「{where}」に必要な項目「{field}」がありません",
    "`{where}` lacks the field `{field}`",
    "「{word}: …」の形で加えてください。{about}",
    "Add `{word}: …`. {about}",
)
BAD_HEAD = Kind(
    "model/bad-head",
    ERROR,
    "「{keyword}」の後に{found}は書けません",
    "{found} cannot follow `{keyword}`",
    "「{form}」の形で書いてください。",
    "Write `{form}`.",
)
TITLE_UNQUOTED = Kind(
    "model/title-unquoted",
    ERROR,
    '名称や見出し「{found}」が「"」で囲まれていません',
    "the title `{found}` is not in quotes",
    '「"{found}"」と書いてください。',
    'Write `"{found}"`.',
)
NAME_NEEDED = Kind(
    "model/name-needed",
    ERROR,
    "「{keyword}」に識別名がありません",
    "this `{keyword}` has no name",
    "ほかの場所から参照するための名前です。「{form}」の形で書いてください。",
    "It is what other places refer to it by. Write `{form}`.",
)
TITLE_NEEDED = Kind(
    "model/title-needed",
    ERROR,
    "「{keyword}」に名称がありません",
    "this `{keyword}` has no title",
    "本文に出る名称です。「{form}」の形で書いてください。",
    "It is the name that the text shows. Write `{form}`.",
)
NAME_DIGIT = Kind(
    "model/name-begins-with-digit",
    ERROR,
    "識別名「{found}」が数字で始まっています",
    "the name `{found}` begins with a digit",
    "識別名は文字で始めてください（例: {example}）。",
    "Begin a name with a letter, such as `{example}`.",
)
WRONG_VALUE = Kind(
    "model/wrong-value",
    ERROR,
    "「{field}」に{found}は書けません。書けるのは{expected}です",
    "`{field}` takes {expected}, not {found}",
    "{advice}",
    "{advice}",
)
MISSING_COMMA = Kind(
    "model/missing-comma",
    ERROR,
    "「{before}」と「{found}」の間にカンマがありません",
    "a comma is missing between `{before}` and `{found}`",
    "値を並べるときは「,」か「、」で区切ります。",
    "Several values are separated by commas.",
)
LEFT_OVER = Kind(
    "model/left-over",
    ERROR,
    "「{field}」の値の後に、余分な{found}があります",
    "{found} is left over after the value of `{field}`",
    "余分なら消してください。次の項目なら、その前で改行するか「;」で区切ります。",
    "Remove it; if it begins the next field, put a line break or a `;` before it.",
)
NO_BRACES = Kind(
    "model/no-braces-here",
    ERROR,
    "「{field}」の値に「{{ … }}」は付けられません",
    "the value of `{field}` takes no braces",
    "「{{」から「}}」までを消してください。",
    "Remove them with what they hold.",
)
ANSWER_ALONE = Kind(
    "model/answer-alone",
    ERROR,
    "「{found}」は、他の値と並べて書けません",
    "`{found}` cannot stand beside other values",
    "「{field}」について「{found}」と述べるなら、それだけを書いてください。",
    "To say `{found}` of `{field}`, write it alone.",
)
UNIT_MISSING = Kind(
    "model/unit-missing",
    ERROR,
    "「{found}」に単位がありません",
    "`{found}` has no unit",
    "数の後に単位を書いてください。書けるもの: {choices}",
    "Write a unit after the number: {choices}.",
)
UNKNOWN_UNIT = Kind(
    "model/unknown-unit",
    ERROR,
    "「{found}」は「{field}」の単位ではありません",
    "`{found}` is no unit of `{field}`",
    "書けるもの: {choices}",
    "Possible here: {choices}.",
)
UNKNOWN_WORD = Kind(
    "model/unknown-word",
    ERROR,
    "「{field}」に「{found}」とは書けません",
    "`{field}` does not know the word `{found}`",
    "書けるもの: {choices}",
    "Possible here: {choices}",
)
ONE_VALUE = Kind(
    "model/one-value",
    ERROR,
    "「{field}」に書ける値は一つです",
    "`{field}` takes one value",
    "余分な値を消してください。",
    "Remove the others.",
)
BAD_DATE = Kind(
    "model/bad-date",
    ERROR,
    "「{found}」という日付はありません",
    "there is no day {found}",
    "年-月-日（2026-04-01 の形）で、実在する日付を書いてください。",
    "Write an existing day as year-month-day.",
)
BAD_PATTERN = Kind(
    "model/bad-pattern",
    ERROR,
    "番号の書き方に「{found}」は使えません",
    "the numbering pattern does not know `{found}`",
    "使えるのは「{{n}}」「{{heading}}」と、書式を付けた「{{n:kanji}}」の形です。書式: {styles}",
    "Known are {{n}}, {{heading}} and, with a style, {{n:kanji}}. Styles: {styles}.",
)
UNKNOWN_NAME = Kind(
    "model/unknown-name",
    ERROR,
    "「{found}」という名前は宣言されていません",
    "nothing named `{found}` is declared",
    "{advice}",
    "{advice}",
)
WRONG_KIND = Kind(
    "model/wrong-kind",
    ERROR,
    "「{found}」は{is_a}なので、「{field}」には書けません",
    "`{found}` is {is_a}, which `{field}` cannot take",
    "ここに書くのは{kind}です。",
    "Expected: {kind}.",
)
IMPORT_PLACE = Kind(
    "model/import-inside-block",
    ERROR,
    "取込（import）はブロックの中には書けません",
    "an import cannot stand inside a block",
    "ファイルの先頭の、どのブロックにも入らないところに書いてください。",
    "Write it at the top of the file, outside of all blocks.",
)
DECLARED_ALONE = Kind(
    "model/declared-beside-facts",
    ERROR,
    "「宣言」と、ほかの事実が同じ条項にあります",
    "a clause that has `declared` states facts besides",
    "「なし」や「請求に応じて」と宣言する条項には、本文と、「なし」が及ぶ範囲（年齢、例外）のほかに何も書けません。どちらかを消してください。",
    "A clause that declares none, or on request, takes only its text and, for none, how far that reaches (an age, an exception). Remove one of the two.",
)
LINK_NEEDED = Kind(
    "model/link-needed",
    ERROR,
    "「{keyword}」には、委ねる先のリンクが必要です",
    "`{keyword}` needs the link of the document that the matter is left to",
    "「{keyword} 識別名 [見出し](https://…)」の形で書いてください。",
    "Write `{keyword} name [label](https://…)`.",
)
DUPLICATE_NAME = Kind(
    "model/duplicate-name",
    ERROR,
    "「{found}」という名前が二度宣言されています",
    "`{found}` is declared twice",
    "どちらかの名前を変えてください。",
    "Rename one of them.",
)
DUPLICATE_TERM = Kind(
    "model/term-defined-twice",
    ERROR,
    "「{found}」が二つのものの略称・用語として定義されています",
    "`{found}` is defined twice as a short name or term",
    "読み手がどちらか分からなくなります。どちらかの呼び方を変えてください。",
    "A reader could not tell which is meant. Change one of them.",
)
CONTAINS_ITSELF = Kind(
    "model/contains-itself",
    ERROR,
    "データ「{found}」の内訳が「{found}」自身を含んでいます（{circle}）",
    "the data item `{found}` contains itself ({circle})",
    "内訳（of）から、どれか一つを外してください。",
    "Take one of them out of the field `of`.",
)
TOO_MANY_PARTS = Kind(
    "model/too-many-parts",
    ERROR,
    "データ「{found}」の内訳が多すぎます（入れ子は {levels} 段、延べ {parts} 項目まで）",
    "the data item `{found}` has too many parts (at most {levels} levels and {parts} items in all)",
    "内訳の入れ子を減らしてください。",
    "Nest fewer groups in groups.",
)
EMPTY_REMARK = Kind(
    "model/empty-remark",
    ERROR,
    "「{field}」に何も書かれていません",
    "`{field}` says nothing",
    "後から読む人に分かるように、言葉で書いてください。",
    "Write it in words, for those who read it later.",
)
EMPTY_VALUE = Kind(
    "model/empty-value",
    WARNING,
    "「{field}」の文字列が空です",
    "the string of `{field}` is empty",
    "値を書くか、項目ごと消してください。",
    "Write the value, or remove the field.",
)

_SHOWN = 30
_ATOMS = {
    "name": ("言葉", "the word"),
    "string": ("文字列", "a string"),
    "text": ("文章", "a text"),
    "url": ("URL", "a URL"),
    "link": ("リンク", "a link"),
    "date": ("日付", "a date"),
    "number": ("数", "a number"),
    "list": ("[ ] の並び", "a list"),
}


def atom_words(atom: Atom) -> Both:
    """What kind of value an atom is, in both languages."""
    ja, en = _ATOMS[atom.kind]
    raw = atom.raw if len(atom.raw) <= _SHOWN else f"{atom.raw[: _SHOWN - 1]}…"
    return Both(f"{ja}「{raw}」", f"{en} `{raw}`")
