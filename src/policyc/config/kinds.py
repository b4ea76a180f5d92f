"""Findings on `policyc.yaml`."""

from __future__ import annotations

from ..diagnostics import ERROR, NOTE, WARNING, Kind
from ..source import Source, Span

NOT_YAML = Kind(
    "config/not-yaml",
    ERROR,
    "policyc.yaml を YAML として読めません: {why}",
    "policyc.yaml cannot be read as YAML: {why}",
    "「項目: 値」を一行に一つずつ書いてください。項目は severity、as-of、baseline、wording です。",
    "Write `key: value`, one on each line; the keys are severity, as-of, baseline and wording.",
)
UNKNOWN_KEY = Kind(
    "config/unknown-key",
    ERROR,
    "policyc.yaml に「{found}」という項目はありません",
    "policyc.yaml has no key `{found}`",
    "ここに書けるもの: {choices}",
    "Possible here: {choices}.",
)
TWICE = Kind(
    "config/key-twice",
    ERROR,
    "「{found}」が二度書かれています",
    "`{found}` is given twice",
    "効くのは先のものだけです。一つにしてください。",
    "Only the first one counts. Keep one.",
)
WRONG_VALUE = Kind(
    "config/wrong-value",
    ERROR,
    "「{key}」に書けるのは{takes}です",
    "`{key}` takes {takes}",
    "「{example}」の形で書いてください。",
    "Write it like this: {example}.",
)
UNKNOWN_CODE = Kind(
    "config/unknown-code",
    ERROR,
    "「{code}」に当たる診断はありません",
    "no finding has the code `{code}`",
    "指摘の後の [ ] の中にある診断コードか、「wording/*」の形を書いてください。",
    "Write the code that stands in brackets before a finding, or a pattern such as `wording/*`.",
)
LANGUAGE_ERROR = Kind(
    "config/language-error",
    ERROR,
    "「{code}」の重さは変えられません",
    "the weight of `{code}` cannot be changed",
    "変えられるのは、法令と文言についての指摘と、言語の警告・参考だけです（設定と控えそのものについての指摘は除きます）。ソースを直してください。",
    "Only findings of the law and on wording, and warnings and notes of the language (but those on settings and baselines), "
    "can be weighed otherwise. Mend the source.",
)
ALL_OFF = Kind(
    "config/all-off",
    WARNING,
    "「{code}」により、法令の規則が一つも示されません",
    "with `{code}` no rule of law is told at all",
    "示さなくてよい指摘のコードだけを書いてください。一時的に見ないだけなら、「policyc check --no-law」で足ります。",
    "Name only the codes that need not be told. To look at none of them once, `policyc check --no-law` will do.",
)
SHADOWED = Kind(
    "config/shadowed",
    WARNING,
    "「{code}」の行は、どの指摘にも効きません（「{other}」などの行が優先します）",
    "the row `{code}` counts for no finding: others, such as `{other}`, come first",
    "コードそのものの行が優先し、次に長い型が優先します。同じ長さの型では先の行です。要らない行を消すか、型を書き直してください。",
    "The code itself wins, then the longest pattern, of one length the first. Remove the row, or write another pattern.",
)
IDLE = Kind(
    "config/idle",
    NOTE,
    "「{code}: {level}」で変わる指摘は、いまの文書にはありません",
    "`{code}: {level}` changes no finding of the documents as they are",
    "直ったのなら消してください。残しておくと、同じ指摘が再び出たときに、気付かないまま重さが変わります。",
    "If it was mended, remove the row: left there, it would weigh the same finding otherwise, unnoticed, when it comes back.",
)
TOO_MANY = Kind(
    "config/too-many-patterns",
    ERROR,
    "severity の型（* ? [ のあるもの）は {most} 個までです",
    "`severity` takes {most} patterns (with * ? [) at most",
    "ここから後の型は読んでいません。型をまとめるか、コードそのものを書いてください。",
    "Patterns from here on were not read. Put several into one, or write the codes themselves.",
)
OUTSIDE = Kind(
    "config/outside-root",
    ERROR,
    "「{found}」は policyc.yaml のあるフォルダの外にあります",
    "`{found}` is outside of the folder of policyc.yaml",
    "policyc.yaml からの相対パスで、そのフォルダの中のファイルを書いてください。外のファイルは --baseline で渡せます。",
    "Write a path relative to policyc.yaml and below its folder; a file elsewhere can be given with --baseline.",
)


def fault(source: Source, start: int, end: int) -> Span:
    """A place in the file that lies in it whatever a reader of YAML said."""
    start = min(max(start, 0), len(source.text))
    return Span(source, start, min(max(end, start), len(source.text)))
