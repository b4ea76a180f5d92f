"""What a section is, from its heading and its words, and what kind of document a page is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ... import matters
from ..draft import Section
from .lines import fold
from .tables import text as cell_text
from .walk import Path, walk


class Clause(NamedTuple):
    """A clause type: its headings, headings that only look like it, and words that its text cannot do without. `of_data`: on a
    page about something else such a heading means something else."""

    word: str
    heading: re.Pattern[str]
    unless: re.Pattern[str]
    body: re.Pattern[str]
    of_data: bool


@cache
def clauses() -> tuple[Clause, ...]:
    """The clause types that declare headings, in the order in which they are tried."""
    known = [(row.headings, row.word) for row in matters.matters().values() if row.headings is not None]
    return tuple(
        Clause(word, re.compile(one.heading), re.compile(one.unless), re.compile(one.body), one.of_data)
        for one, word in sorted(known)
    )


_ON_DATA = frozenset(("privacy-notice", "specific-personal-information-policy", "external-transmission-notice"))
_PERSONAL = re.compile(
    "個人情報|個人データ|個人番号|マイナンバー|個人関連情報|加工情報|要配慮|パーソナルデータ|プライバシー"
    "|(?:利用者|ユーザー|ユーザ|会員|お客様|お客さま|顧客|本人)(?:様)?(?:の|に関する)(?:登録)?(?:情報|データ)"
)

_DOCUMENTS = (
    ("commerce-notice", re.compile("特定商取引|特商法|通信販売")),
    ("payment-notice", re.compile("資金決済|前払式支払")),
    ("external-transmission-notice", re.compile("外部送信|情報送信指令|(?:クッキー|Cookie|cookie)(?:の|・)?ポリシー")),
    ("privacy-notice", re.compile("(?:プライバシー|個人情報|個人データ|Privacy|privacy|PRIVACY)[^。]{0,14}(?:ポリシー|policy|Policy|POLICY|保護方針|取り?扱|に関し|について|保護|ステートメント|共同利用)")),
    ("specific-personal-information-policy", re.compile("特定個人情報|個人番号|マイナンバー")),
    ("terms", re.compile("規約|約款|利用条件")),
    # What such a page says of personal data in passing does not make it a privacy notice.
    ("general-policy", re.compile("(?:情報セキュリティ|反社会的勢力|ハラスメント|人権|環境|品質|安全衛生|コンプライアンス|内部統制|利益相反|勧誘|調達|就業)[^。]{0,14}(?:方針|ポリシー|規程|規則|宣言|憲章|指針)")),
    ("privacy-notice", re.compile("個人情報|プライバシー|個人データ")),
)  # fmt: skip
_SPECIFIC = re.compile("^[^を]*(?:特定個人情報|個人番号|マイナンバー)(?!を含む)")


def document(title: str, sections: tuple[Section, ...]) -> str:
    """The kind of document a page is, by its title, or by its first heading where that says none."""
    headings = [section.title for section in sections[:2]]
    for words in (title, *headings, *(row.text for section in sections[:1] for row in section.rows[:1])):
        folded = fold(words)
        if _SPECIFIC.search(folded):
            return "specific-personal-information-policy"
        for kind, says in _DOCUMENTS:
            if says.search(folded):
                return kind
    return "general-policy"


def personal(sections: tuple[Section, ...], title: str, kind: str) -> frozenset[Path]:
    """The sections that speak of personal data: all, on a page about it."""
    every = kind in _ON_DATA or _PERSONAL.search(fold(title)) is not None
    found: set[Path] = set()
    for path, section in walk(sections):
        if every or _under(path, sections) or any(map(_PERSONAL.search, map(fold, _lines(section)))):
            found.add(path)
    return frozenset(found)


def _under(path: Path, sections: tuple[Section, ...]) -> bool:
    """Whether the heading around a section, or one around that, speaks of personal data."""
    for place in path[:-1]:
        section = sections[place]
        if _PERSONAL.search(fold(section.title)):
            return True
        sections = section.sections
    return False


def _lines(section: Section) -> Iterator[str]:
    yield section.title
    for row in section.rows:
        yield row.text
        for cells in row.table.rows if row.table is not None else ():
            yield from map(cell_text, cells)


def clause(section: Section, on_data: bool = True) -> tuple[str, bool]:
    """The clause type that a heading names ("" for none), and whether the text under it speaks of that. `on_data`
    says whether the section is about personal data (`personal`)."""
    title = fold(section.title)
    rows = [fold(row.text) for row in section.rows]
    for one in clauses():
        if one.of_data and not on_data:
            continue
        if one.heading.search(title) and not one.unless.search(title):
            tables = any(row.table is not None for row in section.rows)
            return one.word, tables or any(map(one.body.search, rows))
    return "", True
