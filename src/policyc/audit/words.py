"""How an audit says its answers, in both languages."""

from __future__ import annotations

from .. import law
from ..diagnostics import NOTE, SEVERITIES
from ..model.document_kinds import KINDS
from . import Audit, Row
from .findings import elsewhere, kind
from .message import message, words_found

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
NOT_THERE_JA = "その文書に書き加えるか、この文書に書いてください。リンク先が違う場合は、アドレスを直してください。"
NOT_THERE_EN = "State it there or here; if the link leads to the wrong document, mend its address."
# Of matters left to other documents: not found there, found there.
_COUNTED = {
    "ja": ("× 別の文書に見当たらない", "→ 別の文書で確認済み"),
    "en": ("× not found in another document", "→ found in another document"),
}
_SEVERITY = {
    "error": ("エラー", "error"),
    "warning": ("警告", "warning"),
    "note": ("参考", "note"),
    "off": ("示さない", "off"),
}


def kind_of_document(word: str) -> str:
    """A kind of document in Japanese."""
    return next((choice.ja for choice in KINDS.choices if choice.word == word), word)


def mark(row: Row) -> str:
    """One character for an answer; what is wanting at the level of a note is no cross."""
    if row.wanting:
        return "△" if level(row) == NOTE else "×"
    return _WORDS[row.answer.answer][0]


def counted(audit: Audit, lang: str) -> list[str]:
    """How many rules got each answer. Of those left to other documents, how many were found there and how many not."""
    counts = audit.counts()
    lacking = {row.rule.id for row in audit.rows if row.there is not None and row.there.lacking}
    confirmed = {row.rule.id for row in audit.rows if row.there is not None and row.there.confirmed} - lacking
    made: list[str] = []
    for answer, number in counts.items():
        if answer == law.CARRIED:
            number -= len(lacking) + len(confirmed)
            found = zip(_COUNTED[lang], (lacking, confirmed), strict=True)
            made += (f"{words} {len(rules)}" for words, rules in found if rules)
        if number > 0:
            made.append(f"{_WORDS[answer][0]} {said(answer, lang)} {number}")
    return made


def wanting(audit: Audit) -> list[list[Row]]:
    """What wants an answer and is not accepted, the gravest first, else in the order of the law."""
    return _gravest([group for group in _wanting(audit) if not group[0].accepted])


def accepted(audit: Audit) -> list[list[Row]]:
    """What would want an answer, and is left as it is with a reason; in the same order."""
    return _gravest([group for group in _wanting(audit) if group[0].accepted])


def _wanting(audit: Audit) -> list[list[Row]]:
    return [group for _, groups in audit.groups() for group in groups if group[0].wanting]


def _gravest(groups: list[list[Row]]) -> list[list[Row]]:
    return sorted(groups, key=lambda group: SEVERITIES.index(level(group[0])))


def untouched(groups: list[list[Row]]) -> tuple[list[list[Row]], list[list[Row]]]:
    """The rules that the document gives an answer to, and those that nothing in it touches."""
    answered = [group for group in groups if group[0].answer.answer != law.NOT_TRIGGERED]
    return answered, [group for group in groups if group[0].answer.answer == law.NOT_TRIGGERED]


def said(answer: str, lang: str) -> str:
    """An answer in words."""
    return _WORDS[answer][1 if lang == "ja" else 2]


def level(row: Row) -> str:
    """How grave what is wanting is: `error`, `warning` or `note`."""
    severity = kind(row.rule, row.guessed).severity
    return elsewhere(severity) if row.there is not None and row.there.lacking else severity


def answered(row: Row, lang: str) -> str:
    """The answer of a row in words; of a matter left to a document of the run, whether it is there."""
    there, ja = row.there, lang == "ja"
    if there is None:
        return said(row.answer.answer, lang)
    if there.lacking:
        words = (
            "別の文書による（「{}」を確認：記載が見当たらない）",
            "in another document (looked at {}: not found there)",
        )
    elif there.confirmed:
        words = "別の文書による（この文書で確認済み：「{}」）", "in another document (found in {})"
    else:
        words = "別の文書による（「{}」を見たが、確認できない）", "in another document (looked at {}: cannot be told)"
    # What it says may also be that there is none, or that it is told on request.
    plain = there.answer in (law.SATISFIED, law.MISSING)
    return words[0 if ja else 1].format(there.title) + ("" if plain else f"［{said(there.answer, lang)}］")


def severity(row: Row, lang: str) -> str:
    """The same in words; where a firm's own settings say otherwise, and where it is accepted, that too."""
    ja = lang == "ja"
    said = _SEVERITY[level(row)][0 if ja else 1]
    if row.set_to:
        other = _SEVERITY[row.set_to][0 if ja else 1]
        said = f"{said}→{other}、この社の設定により" if ja else f"{said} → {other} by this firm's settings"
    if row.accepted:
        said += "、理由を付して了承" if ja else ", accepted with a reason"
    return said


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
        made.append(message(rule, lang))
        made.append(f"対処：{rule.hint_ja}" if ja else f"To do: {rule.hint_en}")
        lacking = dict.fromkeys(words.ja if ja else words.en for one in group for words in one.lacking)
        if answer == law.MISSING and lacking:
            made.append(("宣言されていない項目：" if ja else "Not declared: ") + ("、" if ja else ", ").join(lacking))
        found = (words_found(one, lang).strip() for one in group)
        made += dict.fromkeys(filter(None, found))
        if row.accepted:
            made.append(_accepted(row, ja))
    elif answer == law.CARRIED:
        made.append(f"{verdict.label} <{verdict.url}>" if verdict.url else verdict.label)
        if row.there is not None and row.there.lacking:
            made.append(f"対処：{NOT_THERE_JA}" if ja else f"To do: {NOT_THERE_EN}")
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


def decisions(audit: Audit, lang: str) -> str:
    """How many of the rows that find something wanting were decided about, or an empty string."""
    ja = lang == "ja"
    wanting = [row for row in audit.rows if row.answer.answer in law.WANTING]
    accepted, other = sum(bool(row.accepted) for row in wanting), sum(bool(row.set_to) for row in wanting)
    said = [f"理由を付して残したもの {accepted}" if ja else f"accepted with a reason: {accepted}"] if accepted else []
    if other:
        said.append(
            f"この社の設定により重さを変えたもの {other}" if ja else f"weighed by this firm's settings: {other}"
        )
    return ("、" if ja else ", ").join(said)


def _accepted(row: Row, ja: bool) -> str:
    until = (f"（{row.until} まで）" if ja else f" (until {row.until})") if row.until else ""
    return f"了承の理由：{row.accepted}{until}" if ja else f"Accepted: {row.accepted}{until}"


def _date(rule: law.Rule, ja: bool) -> str:
    if rule.start:
        return f"{rule.start} 施行。{rule.date_note}".removesuffix("。") if ja else f"In force from {rule.start}."
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
            "一緒に調べた文書のほかに何が書かれているかは判断していません。法律上の助言ではありません。"
        )
    return (
        "Only what the text says and what was declared is examined: neither whether the practice is lawful nor what "
        "documents say that were not given. This is no legal advice."
    )
