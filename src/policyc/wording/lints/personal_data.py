"""個人情報 in clauses for which the Act speaks of 個人データ: only in the style of statutes, where terms are the Act's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ... import matters
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
        matter = matters.matters().get(types.get(passage.clause, ""))
        term = matter.term if matter is not None else None
        if matter is None or term is None or passage.kind == HEADING or passage.clause in told:
            continue
        hit = _SAYS.search(passage.bare)
        span = passage.span(*hit.span()) if hit is not None else None
        if span is not None and not any("個人データ" in text for text in texts[passage.clause]):
            told.add(passage.clause)
            article = Both(term.article_ja, term.article_en)
            yield PERSONAL_DATA.at(span, matter=Both(matter.ja, term.en), term=term.term, article=article)
