"""Findings on `policyc.yaml`."""

from __future__ import annotations

from ..diagnostics import ERROR, Kind
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
    "「{code}」は言語のエラーなので、重さを変えられません",
    "`{code}` is an error of the language: its weight cannot be changed",
    "変えられるのは、法令と文言についての指摘と、言語の警告・参考だけです。ソースを直してください。",
    "Only findings of the law and on wording, and warnings and notes of the language, can be weighed otherwise. Mend the source.",
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
