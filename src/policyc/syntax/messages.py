"""What to say when a token does not fit: one message for every kind of place the parser can be in."""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics import ERROR, Both, Diagnostic, Kind
from ..source import Span
from .lexer import UNQUOTED_TEXT

UNEXPECTED = Kind(
    "syntax/unexpected",
    ERROR,
    "ここに{found}は書けません。書けるのは{expected}です",
    "{found} cannot stand here; expected {expected}",
    "余分なら消してください。その前に、閉じる記号や区切りが抜けていることもあります。",
    "Remove it if it is one too many. A closing mark or a separator before it may be missing, too.",
)
MISSING_VALUE = Kind(
    "syntax/missing-value",
    ERROR,
    "「{name}:」の値がありません",
    "`{name}:` has no value",
    "コロンの後に値を書いてください。値がないことを述べるなら none（なし）と書きます。",
    "Write a value after the colon; to state that there is none, write `none`.",
)
LIST_GOES_ON = Kind(
    "syntax/list-goes-on",
    ERROR,
    "カンマの後に、続きの値がありません",
    "no value follows this comma",
    "余分なカンマを消すか、続きの値を書いてください。",
    "Remove the comma, or write the next value.",
)
TWO_FIELDS = Kind(
    "syntax/two-fields-on-a-line",
    ERROR,
    "「{name}」の値の後に、区切りなしで次の項目「{found}:」が続いています",
    "the value of `{name}` runs into the next field, `{found}:`",
    "項目ごとに改行するか、「;」で区切ってください。",
    "Begin a new line for each field, or separate them with `;`.",
)
KEYWORD_EXPECTED = Kind(
    "syntax/keyword-expected",
    ERROR,
    "ここには条項や項目の名前が必要ですが、{found}があります",
    "a clause or field name is expected here, found {found}",
    '「項目名: 値」か「条項名 識別名 "見出し" {{ … }}」の形で書いてください。前の行の値の続きなら、前の行の終わりに「,」が要ります。',
    'Write `field: value` or `clause name "heading" {{ … }}`. To go on with the value of the line before, end that line in `,`.',
)
UNCLOSED_LIST = Kind(
    "syntax/unclosed-list",
    ERROR,
    "「[」が閉じられていません",
    "this `[` is never closed",
    "値の並びの終わりに「]」を補ってください。",
    "Add the missing `]` where the list ends.",
)

COLON_IN_HEAD = Kind(
    "syntax/colon-in-head",
    ERROR,
    "ここに「:」は書けません",
    "a `:` cannot stand here",
    'この「:」を消してください。「:」は項目名のすぐ後だけに書きます。ブロックの見出し（条項名 識別名 "見出し" {{ … }}）には付けません。',
    'Remove it. A `:` follows the name of a field only; the head of a block has none: `clause name "heading" {{ … }}`.',
)
MISSING_BRACE = Kind(
    "syntax/missing-brace",
    ERROR,
    "「{name}」の中身の前に「{{」がありません",
    "the `{{` of `{name}` is missing",
    "この行の終わりに「{{」を補ってください。",
    "Add it at the end of this line.",
)
BRACE_ON_LINE = Kind(
    "syntax/brace-on-its-own-line",
    ERROR,
    "「{name}」の「{{」が、次の行にあります",
    "the `{{` of `{name}` stands on a line of its own",
    "見出しの行の終わりに「{{」を書いてください。見出しは、その行で終わるからです。",
    "Write it at the end of the line of the head, which ends with its line.",
)
TOO_DEEP = Kind(
    "syntax/too-deep",
    ERROR,
    "ブロックの入れ子が深すぎます（{limit}段まで）",
    "blocks are nested too deeply (at most {limit} levels)",
    "この中は読まれません。ブロックを外に出してください。",
    "What is inside is not read. Move it out.",
)
UNCLOSED_BLOCK = Kind(
    "syntax/unclosed-block",
    ERROR,
    "「{name}」の「{{」が閉じられていません",
    "the `{{` of `{name}` is never closed",
    "ブロックの終わりに「}}」を補ってください。",
    "Add the missing `}}` where the block ends.",
)
STRAY_BRACE = Kind(
    "syntax/stray-brace",
    ERROR,
    "対応する「{{」のない「}}」があります",
    "this `}}` closes nothing",
    "余分な「}}」を消すか、前のブロックの「{{」を補ってください。",
    "Remove it, or add the missing `{{` before.",
)
TOO_MANY = Kind(
    "syntax/too-many-faults",
    ERROR,
    "構文の誤りが多いため、この先は読みませんでした",
    "too many faults; the rest of this file was not read",
    "上の誤りから直してください。",
    "Mend the first ones, then run again.",
)

_WORDS = {
    "NAME": ("言葉", "a word"),
    "STRING": ("文字列", "a string"),
    "TEXT": ('文章（"""）', 'a """ text'),
    "URL": ("<URL>", "a <URL>"),
    "LINK": ("[リンク](URL)", "a [link](URL)"),
    "DATE": ("日付", "a date"),
    "NUMBER": ("数", "a number"),
    "COLON": ("「:」", "`:`"),
    "SEP": ("「,」", "`,`"),
    "LBRACE": ("「{」", "`{`"),
    "RBRACE": ("「}」", "`}`"),
    "LSQB": ("「[」", "`[`"),
    "RSQB": ("「]」", "`]`"),
    "END": ("行末", "the end of the line"),
    "$END": ("ファイルの終わり", "the end of the file"),
}
_VALUES = {"NAME", "STRING", "TEXT", "URL", "LINK", "DATE", "NUMBER", "LSQB"}


def unexpected(place: Span, kind: str, statement: list[str], before: str, accepts: Callable[[str], bool]) -> Diagnostic:
    """The finding for a token of a `kind`, at `place`, that does not fit.

    `statement` is what the parser holds of the field or block it is in, `before` the word read last, `accepts` tells
    which terminals would fit instead.
    """
    # Of a token that takes line breaks with it only the first character is shown.
    span = place._replace(end=place.start + 1) if kind in ("END", "SEP", "LSQB") else place
    found = Both(*_WORDS[kind])
    top = statement[-1] if statement else ""
    if top == "COLON" and kind == "LBRACE":
        return UNQUOTED_TEXT.at(span)
    if top == "COLON":
        return MISSING_VALUE.at(span, name=before)
    if not statement or statement[0] == "item" or statement == ["END"]:
        return KEYWORD_EXPECTED.at(span, found=found)
    return UNEXPECTED.at(span, found=found, expected=_expected(accepts))


def _expected(accepts: Callable[[str], bool]) -> Both:
    # The end of the file fits wherever the end of the line does: saying both would only be longer.
    names = [name for name in _WORDS if name != "$END" and accepts(name)]
    if set(names) >= _VALUES:
        rest = [name for name in names if name not in _VALUES]
        ja = ["値"] + [_WORDS[name][0] for name in rest]
        en = ["a value"] + [_WORDS[name][1] for name in rest]
    else:
        ja = [_WORDS[name][0] for name in names]
        en = [_WORDS[name][1] for name in names]
    return Both("、".join(ja), " or ".join(en))


def comma_too_many(span: Span) -> Diagnostic:
    """The finding for a comma that no value follows; `span` is the SEP token with the white space it took."""
    return LIST_GOES_ON.at(span._replace(end=span.start + 1))


def two_fields(name: Span, before: str) -> Diagnostic:
    """The finding for a second field on a line: its `name`, and the field whose value it runs into."""
    return TWO_FIELDS.at(name, name=before, found=name.text)
