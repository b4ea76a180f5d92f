"""How an audit says its answers, in both languages."""

from __future__ import annotations

from .. import law
from . import Row
from .findings import kind

# mark, Japanese, English
_WORDS = {
    law.MISSING: ("×", "足りない", "missing"),
    law.CONTRARY: ("×", "規則に合わない記載がある", "contrary to the rule"),
    law.SATISFIED: ("○", "満たす", "satisfied"),
    law.NONE: ("－", "ないと宣言", "declared: none"),
    law.ON_REQUEST: ("◇", "求めに応じて回答", "told on request"),
    law.CARRIED: ("→", "別の文書による（リンク先は見ていない）", "in another document (not checked)"),
    law.UNANSWERABLE: ("？", "文面からは分からない", "a text cannot tell"),
    law.COMING: ("…", "まだ施行されていない", "not yet in force"),
    law.NOT_TRIGGERED: ("・", "当たる記載がない", "not triggered"),
}
_SEVERITY = {"error": ("エラー", "error"), "warning": ("警告", "warning"), "note": ("参考", "note")}


def mark(answer: str) -> str:
    """One character for an answer."""
    return _WORDS[answer][0]


def said(answer: str, lang: str) -> str:
    """An answer in words."""
    return _WORDS[answer][1 if lang == "ja" else 2]


def severity(row: Row, lang: str) -> str:
    """How grave what is wanting is."""
    return _SEVERITY[kind(row.rule, row.guessed).severity][0 if lang == "ja" else 1]


def title(group: list[Row], lang: str) -> str:
    """What a rule is about, and of which part of the document this is the answer."""
    rule = group[0].rule
    name = rule.title_ja if lang == "ja" else rule.title_en
    return f"{name} ― {group[0].of}" if len(group) == 1 and group[0].of else name


def remarks(group: list[Row], lang: str) -> list[str]:
    """What belongs to an answer besides its sentences: message and hint, link, reason, date."""
    row = group[0]
    rule, answer, ja = row.rule, row.answer.answer, lang == "ja"
    verdict = row.answer.verdict
    made: list[str] = []
    if answer in law.WANTING:
        made.append(rule.message_ja if ja else rule.message_en)
        made.append(f"対処：{rule.hint_ja}" if ja else f"To do: {rule.hint_en}")
        if answer == law.MISSING and len(verdict.lacking) > 1:
            made.append(("ないもの：" if ja else "Lacking: ") + "、".join(dict.fromkeys(verdict.lacking)))
    elif answer == law.CARRIED:
        made.append(f"{verdict.label} <{verdict.url}>" if verdict.url else verdict.label)
    elif answer == law.UNANSWERABLE:
        made.append(rule.unanswerable[0 if ja else 1])
    elif answer == law.COMING:
        made.append(_date(rule, ja))
        made += list(rule.states) if ja else []
    if rule.note and (answer in law.WANTING or answer == law.COMING):
        made.append(("注：" if ja else "Note: ") + rule.note)
    if not rule.verified:
        made.append("条文では確認していません。" if ja else "Not read in the statute itself.")
    if any(one.by_words for one in group):
        made.append("文の言葉だけで判断しています。" if ja else "Judged by the words of sentences only.")
    return [one for one in made if one]


def _date(rule: law.Rule, ja: bool) -> str:
    if rule.start:
        return f"{rule.start} 施行" if ja else f"In force from {rule.start}."
    return (
        f"施行日は未定（遅くとも {rule.latest}）。{rule.date_note}"
        if ja
        else f"The date is not set; {rule.latest} at the latest."
    )


def caution(lang: str) -> str:
    """What an audit does not tell."""
    if lang == "ja":
        return (
            "文面に書かれていることと宣言された事実だけを調べています。実際の取扱いが適法かどうか、"
            "別の文書に何が書かれているかは判断していません。法律上の助言ではありません。"
        )
    return (
        "Only what the text says and what was declared is examined: neither whether the practice is lawful nor what "
        "other documents say. This is no legal advice."
    )
