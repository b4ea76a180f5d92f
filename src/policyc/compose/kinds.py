"""Findings about texts: references that lead nowhere, facts that nobody states, terms out of order."""

from __future__ import annotations

from ..diagnostics import ERROR, NOTE, WARNING, Both, Kind

UNKNOWN_REFERENCE = Kind(
    "text/unknown-reference",
    ERROR,
    "文章の中の「{{{found}}}」が指すものがありません",
    "nothing is named `{{{found}}}` here",
    "宣言した名前、この条項の項目、又は条項の識別名を書いてください。",
    "Write a declared name, a field of this clause, or the name of a clause.",
)
FIELD_NOT_GIVEN = Kind(
    "text/field-not-given",
    ERROR,
    "文章は「{{{found}}}」と述べますが、この条項に項目「{field}」がありません",
    "the text says `{{{found}}}`, but the field `{field}` is not given",
    "「{found}: 値」を条項に加えるか、参照を消してください。",
    "Add `{found}: value` to the clause, or remove the reference.",
)
OPERATOR_NEEDED = Kind(
    "text/operator-needed",
    ERROR,
    "標準の文言は事業者が主語ですが、文書に事業者（operator）がありません",
    "the standard wording speaks of the operator, and the document has none",
    "文書に「operator: 組織の識別名」を加えるか、この条項に「text:」で自分の文章を書いてください。",
    "Add `operator: name` to the document, or give this clause a `text` of its own.",
)
UNKNOWN_PART = Kind(
    "text/unknown-part",
    ERROR,
    "「{name}」に「.{found}」という部分はありません",
    "`{name}` has no part `.{found}`",
    "{choices_help}",
    "{choices_help}",
)
EMPTY_PART = Kind(
    "text/part-not-given",
    ERROR,
    "「{name}」には「{found}」が宣言されていません",
    "`{name}` declares no `{found}`",
    "「{name}」の宣言に加えてください。",
    "Add it where `{name}` is declared.",
)
EMPTY_PLACE = Kind(
    "text/place-without-number",
    ERROR,
    "「{found}」が示す番号や見出しはないので、参照しても何も書かれません",
    "`{found}` has no number or heading to say, so that a reference to it says nothing",
    "{advice}",
    "{advice}",
)
ITEM_UNCLEAR = Kind(
    "text/item-ambiguous",
    WARNING,
    "「{said}」は、その条項に二つ以上あり、どれを指すか読み手に分かりません",
    "`{said}` stands more than once in its clause, so that no reader can tell which is meant",
    "一つの一覧にするか、条項を分けるか、「{{{found}|言葉}}」のように言葉で指してください。",
    "Make it one list, divide the clause, or point to it in words: `{{{found}|words}}`.",
)
ITEM_ELSEWHERE = Kind(
    "text/item-of-another-clause",
    WARNING,
    "「{typed}」と書かれていますが、「{found}」は{clause}の号です",
    "the text says {typed}, but `{found}` is an item of {clause}",
    "「{{{found}}}」だけを書けば条の番号も付きます。別の号を指すなら、その識別名にしてください。",
    "Write `{{{found}}}` alone: the article is said with it. If another item is meant, use its name.",
)
PLACE_IN_HEADING = Kind(
    "text/place-in-heading",
    ERROR,
    "見出しの中で「{found}」の番号は参照できません",
    "a heading cannot refer to the number of `{found}`",
    "番号は見出しがそろってから決まります。見出しには言葉で書いてください。",
    "Numbers are computed once all headings are known. Say it in words.",
)
REFERENCE_CYCLE = Kind(
    "text/reference-cycle",
    ERROR,
    "「{found}」の文言が、{how}",
    "the words of `{found}` {how}",
    "「{found}」の名称や意味の文章から、参照を一つ外してください。",
    "Take one reference out of the title or meaning of `{found}`.",
)
IN_A_CIRCLE = Both("たどると自分自身に戻ります", "lead back to themselves")
TOO_DEEP = Both("参照の中の参照をたどるうちに、深くなりすぎます", "are references within references, nested too deeply")
TOO_LONG = Kind(
    "text/too-long",
    ERROR,
    "参照をすべて展開すると、文書が長くなりすぎます。ここで打ち切りました",
    "with all its references the document grows too long: it was cut here",
    "ここより後の参照は、展開していません。長い文言や内訳の多い項目を何度も参照していないか、参照が参照を何段も呼んでいないか、確かめてください。",
    "References behind this place were not followed. See whether a long text, or an item of many parts, is referred to too often, or references lead to references level after level.",
)
LAYOUT_INCOMPLETE = Kind(
    "text/layout-incomplete",
    ERROR,
    "体裁の型に、{{label}} と {{value}} の両方がありません",
    "the pattern of a layout needs both {{label}} and {{value}}",
    '「layout: "【{{label}}】　{{value}}"」のように、見出しと内容の場所を一つずつ書いてください。',
    'Say where label and value stand, as in `layout: "{{label}}: {{value}}"`.',
)
TABLE_IN_TABLE = Kind(
    "text/table-in-table",
    ERROR,
    "表の体裁の表示の中に、表は置けません",
    "a disclosure that is laid out as a row of a table cannot hold a table",
    "「layout: stacked」などの、表でない体裁にするか、内容の表を文章か箇条書きにしてください。",
    "Choose a layout that is no table, or write the table inside as text or a list.",
)
FACT_NOT_STATED = Kind(
    "text/fact-not-stated",
    ERROR,
    "項目「{field}」を述べる文章がありません",
    "no sentence states the field `{field}`",
    "{why}{how}{where}「{{{ref}}}」か「{{{ref}|文言}}」を入れるか、項目を消してください。",
    "{why} {how} `{{{ref}}}` or `{{{ref}|words}}` {where}, or remove the field.",
)
ETC_NOT_STATED = Kind(
    "text/etc-not-stated",
    ERROR,
    "項目「{field}」が「等」で終わっていることを述べる文章がありません",
    "no sentence says that the list of `{field}` goes on",
    "文章に「{{{whole}}}」か「{{{ref}}}」を入れるか、参照の文言に「等」「など」「その他」を書いてください。挙げたものだけなら、「等」を消してください。",
    "Put `{{{whole}}}` or `{{{ref}}}` into the text, or words with 等, など or その他; if there is no more, remove `etc`.",
)
PART_NOT_SAID = Kind(
    "text/part-not-said",
    NOTE,
    "「{name}」の{field}を述べる文章が、どの文書にもありません",
    "no sentence of any document says the field `{field}` of `{name}`",
    "文章が述べないことは、機械向けの出力にも入りません。本文に「{{{ref}}}」か「{{{ref}|文言}}」を入れれば、両方に載ります。",
    "What no sentence says is left out of the machine files as well. Put `{{{ref}}}` or `{{{ref}|words}}` into a text.",
)
FIGURES_DIFFER = Kind(
    "text/figures-differ",
    WARNING,
    "文言の数「{found}」が、宣言した「{declared}」と違います",
    "the words say {found}, the declared value is {declared}",
    "ページと機械向けの出力が食い違います。どちらかを直してください。「{{{written}}}」とだけ書けば、値がそのまま文章になります。",
    "The page and the machine files would disagree. Mend one of them; `{{{written}}}` alone says the value itself.",
)
WORDS_DIFFER = Kind(
    "text/words-differ",
    WARNING,
    "文言の「{found}」が、宣言した「{declared}」と違います",
    "the words say {found}, the declared value is {declared}",
    "ページと機械向けの出力が食い違います。どちらかを直してください。「{{{written}}}」とだけ書けば、値がそのまま文章になります。",
    "The page and the machine files would disagree. Mend one of them; `{{{written}}}` alone says the value itself.",
)
SENTENCE_WITHOUT_FACT = Kind(
    "text/sentence-without-fact",
    NOTE,
    "この文を裏付ける宣言がありません{more}",
    "no declared fact stands behind this sentence{more}",
    "取扱いを述べる文なら、事実を項目に宣言し、文章から参照してください。",
    "If it speaks of how data are handled, declare the fact and refer to it.",
)
STALE_HEADING = Kind(
    "text/quoted-heading-stale",
    ERROR,
    "引用した見出し「{found}」が、文書の見出しと一致しません",
    "the quoted heading 「{found}」 matches no heading of the document",
    "今の見出しは「{heading}」です。「{{{ref}}}」と参照すれば、番号と見出しは自動で付きます。",
    "The heading now is 「{heading}」. Refer to it as `{{{ref}}}`: number and heading are then computed.",
)
LITERAL_HEADING = Kind(
    "text/literal-heading",
    WARNING,
    "見出し「{found}」が文字のまま書かれています",
    "the heading 「{found}」 is written out",
    "「{{{ref}}}」と参照すれば、番号や見出しが変わっても正しく保たれます。",
    "Refer to it as `{{{ref}}}`, and it stays right when numbers or headings change.",
)
FULL_WIDTH_BRACES = Kind(
    "text/full-width-braces",
    WARNING,
    "「{found}」は参照にならず、ページに文字のまま出ます",
    "`{found}` is no reference: the page shows it as it is",
    "参照は半角の波括弧で「{meant}」と書きます。文字のまま出すなら、別の括弧を使うか、この名を避けてください。",
    "A reference has the braces of ASCII: `{meant}`. If the characters are meant, choose other brackets or another name.",
)
TERM_BEFORE_DEFINITION = Kind(
    "text/term-before-definition",
    WARNING,
    "「{found}」が定義より前に使われています",
    "「{found}」 is used before it is defined",
    "ここを「{{{ref}}}」とすれば、初出としてここに定義が入ります。",
    "Write `{{{ref}}}` here: the definition then stands here, at the first mention.",
)
TERM_UNDEFINED = Kind(
    "text/term-undefined",
    WARNING,
    "「{found}」が使われていますが、この文書で定義されていません",
    "「{found}」 is used but never defined in this document",
    "略称や用語を宣言し、「{{名前}}」で参照してください。",
    "Declare the short name or term and refer to it as `{{name}}`.",
)
TERM_UNUSED = Kind(
    "text/term-unused",
    WARNING,
    "用語「{found}」は、どの文書でも使われていません",
    "the term 「{found}」 is used in no document",
    "宣言を消すか、文章で「{{{ref}}}」と参照してください。",
    "Remove the declaration, or refer to it as `{{{ref}}}`.",
)
DECLARED_UNUSED = Kind(
    "text/declared-unused",
    NOTE,
    "{kind}「{name}」は、どの文書でも使われていません",
    "the {kind} `{name}` is used in no document",
    "どの出力にも載りません。条項の項目に書くか、文章で「{{{name}}}」と参照してください。要らなければ、消してください。",
    "It is in no output. Name it in a field of a clause, or refer to it as `{{{name}}}`; or remove it.",
)
LITERAL_TERM = Kind(
    "text/literal-term",
    NOTE,
    "「{found}」が文字のまま書かれています",
    "「{found}」 is written out",
    "「{{{ref}}}」と参照すれば、呼び方を一か所で変えられます。",
    "Refer to it as `{{{ref}}}`, and the name can be changed in one place.",
)
REVISED_TOO_EARLY = Kind(
    "text/revised-before-enacted",
    WARNING,
    "改定日 {found} が、制定日 {enacted} より前です",
    "revised on {found}, before it was enacted on {enacted}",
    "どちらかの日付を確かめて直してください。",
    "Check the two dates, and correct one of them.",
)
