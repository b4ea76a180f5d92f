"""Findings on a file of demands."""

from __future__ import annotations

from ..diagnostics import ERROR, Kind

NOT_YAML = Kind(
    "match/not-yaml",
    ERROR,
    "要求のファイルを YAML として読めません: {why}",
    "the demands cannot be read as YAML: {why}",
    "「項目: 値」の形で、要求を demands（要求）の下に並べてください。",
    "Write `key: value`, with the demands as a list below `demands`.",
)
TWICE = Kind(
    "match/key-twice",
    ERROR,
    "「{found}」が二度書かれています",
    "`{found}` is given twice",
    "一つにしてください。二つ要求するときは、要求を二つに分けます。",
    "Keep one. Two demands are two items of the list.",
)
UNKNOWN_KEY = Kind(
    "match/unknown-key",
    ERROR,
    "ここに「{found}」という項目はありません",
    "there is no key `{found}` here",
    "ここに書けるもの: {choices}",
    "Possible here: {choices}.",
)
WRONG_VALUE = Kind(
    "match/wrong-value",
    ERROR,
    "「{key}」に書けるのは{takes}です",
    "`{key}` takes {takes}",
    "「{example}」の形で書いてください。",
    "Write it like this: {example}.",
)
UNKNOWN_WORD = Kind(
    "match/unknown-word",
    ERROR,
    "「{found}」という{what}は、語彙にありません",
    "the vocabulary has no {what} `{found}`",
    "語彙（docs/reference/vocabulary.md）の識別名か日本語の名前を書いてください。会社の名前は「named（相手の名称）」に書きます。",
    "Write an identifier or Japanese name of the vocabulary (docs/reference/vocabulary.md). Names of firms go into `named`.",
)
NOT_ONE = Kind(
    "match/not-one",
    ERROR,
    "一つの要求に書けるのは、{choices} のうち一つだけです",
    "a demand has exactly one of {choices}",
    "要求を分けてください。何も書いていなければ、一つ書いてください。",
    "Divide the demand; where there is none of them, write one.",
)
SAME_ID = Kind(
    "match/same-id",
    ERROR,
    "識別名「{found}」の要求が二つあります",
    "two demands have the id `{found}`",
    "結果で区別できるように、別の名前にしてください。",
    "Give them different ids, so that the results can be told apart.",
)
