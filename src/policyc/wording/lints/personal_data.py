"""個人情報 in clauses for which the Act speaks of 個人データ: only in the style of statutes, where terms are the Act's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...diagnostics import NOTE, Both, Diagnostic, Kind
from ..passages import HEADING, STATUTE, Reading

PERSONAL_DATA = Kind(
    "wording/personal-data",
    NOTE,
    "{matter}について「個人情報」と書かれています（法律の文言は「{term}」：個人情報保護法{article}）",
    "this speaks of 個人情報, where the Act says {term} on {matter} (APPI, {article})",
    "広く約束するつもりならこのままで差し支えありません。法律の範囲で書くなら「{term}」としてください。",
    "It may stay if a broader promise is meant. To promise what the Act asks, write 「{term}」.",
)


class _Matter(NamedTuple):
    ja: str
    en: str
    term: str
    article: Both


# 法第16条第3項 and 第4項 define the terms; the articles are those of docs/glossary.md.
_MATTERS = {
    "security-measures": _Matter("安全管理措置", "security control", "個人データ", Both("第23条", "art. 23")),
    "entrustment": _Matter("委託", "entrustment", "個人データ", Both("第25条", "art. 25")),
    "third-party-provision": _Matter("第三者提供", "provision", "個人データ", Both("第27条第1項", "art. 27(1)")),
    "joint-use": _Matter("共同利用", "joint use", "個人データ", Both("第27条第5項第3号", "art. 27(5)(iii)")),
    "requests": _Matter("開示等の請求", "requests", "保有個人データ", Both("第33条から第35条まで", "art. 33 to 35")),
}
_SAYS = re.compile("(?<!要配慮)(?<!特定)(?<!仮名加工)個人情報(?!保護|取扱事業者|データベース|ファイル|管理者)")


def lint(reading: Reading) -> Iterator[Diagnostic]:
    """One note for each such clause that never says the Act's own term."""
    if reading.profile != STATUTE:
        return
    types: dict[str, str] = {node.id: node.type.word for node in reading.document.node.walk()}
    texts: dict[str, list[str]] = {}
    for passage in reading.passages:
        texts.setdefault(passage.clause, []).append(passage.text)
    told: set[str] = set()
    for passage in reading.passages:
        matter = _MATTERS.get(types.get(passage.clause, ""))
        if matter is None or passage.kind == HEADING or passage.clause in told:
            continue
        hit = _SAYS.search(passage.bare)
        span = passage.span(*hit.span()) if hit is not None else None
        if span is not None and not any("個人データ" in text for text in texts[passage.clause]):
            told.add(passage.clause)
            yield PERSONAL_DATA.at(span, matter=Both(matter.ja, matter.en), term=matter.term, article=matter.article)
