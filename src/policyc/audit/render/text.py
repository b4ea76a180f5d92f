"""An audit for a terminal: the statutes one after another, each rule with its answer, sentences and lines."""

from __future__ import annotations

from collections.abc import Callable

from ... import law
from ...diagnostics import visible
from .. import Audit, Evidence, Row
from .. import words as w

_MOST_SENTENCES = 3


def render(audit: Audit, lang: str, show: Callable[[str], str] = str) -> str:
    """The whole audit; `show` turns a source path into the one the reader knows."""
    ja = lang == "ja"
    lines = [*head(audit, lang), ""]
    wanting = w.wanting(audit)
    if wanting:
        lines.append(f"対処の要る規則 {len(wanting)}" if ja else f"Wanting something: {len(wanting)} rules")
        lines += [f"  {brief(group, lang)}" for group in wanting]
        lines.append("")
    accepted = w.accepted(audit)
    if accepted:
        lines.append(
            f"理由を付して残した規則 {len(accepted)}" if ja else f"Accepted with a reason: {len(accepted)} rules"
        )
        lines += [f"  {brief(group, lang)}" for group in accepted]
        lines.append("")
    for key, groups in audit.groups():
        statute = law.statute(key)
        answered, untouched = w.untouched(groups)
        lines.append(f"{statute.ja if ja else statute.en}（{statute.number}）")
        for group in answered:
            lines += _group(group, lang, show)
        if untouched:
            count = len(untouched)
            lines.append(f"  ・ 当たる記載がない規則 {count}" if ja else f"  ・ not triggered: {count} rules")
        for group in untouched:
            rule = group[0].rule
            lines.append(f"      {rule.cites}　{w.title(group, lang)} [{rule.id}]")
        lines.append("")
    lines.append(w.caution(lang))
    # Sentences of others must not steer a terminal, nor paths break a line.
    return "\n".join(map(visible, lines)) + "\n"


def head(audit: Audit, lang: str) -> list[str]:
    """What is audited, as of when, and how many rules got which answer."""
    ja = lang == "ja"
    lines = [
        f"{audit.title}（{w.kind_of_document(audit.kind)}、{audit.document}）"
        if ja
        else f"{audit.title} ({audit.document}, {audit.kind})",
        f"{audit.as_of} 現在の規則による" if ja else f"By the rules of {audit.as_of}",
        ("、" if ja else ", ").join(w.counted(audit, lang)),
    ]
    if w.decisions(audit, lang):
        lines.append(w.decisions(audit, lang))
    if audit.as_of > law.NEWEST:
        lines.append(
            f"{law.NEWEST} より後の改正は、規則に反映されていないことがあります。"
            if ja
            else f"Amendments after {law.NEWEST} may not be in the rules."
        )
    elif audit.as_of < law.NEWEST:
        lines.append(
            f"規則は {law.NEWEST} の法令から作られています。それより前の条文は調べていません。"
            if ja
            else f"The rules were made from the law of {law.NEWEST}; earlier texts were not looked at."
        )
    if audit.beside:
        lines.append(
            f"別の種別の文書についての規則が、ほかに {audit.beside} あります。"
            if ja
            else f"Another {audit.beside} rules speak of other kinds of document."
        )
    return lines


def brief(group: list[Row], lang: str) -> str:
    """A rule that wants something, in one line."""
    row = group[0]
    cites = row.rule.citation if lang == "ja" else row.rule.reference
    return f"{w.mark(row)} {w.severity(row, lang)}　{cites}　{w.title(group, lang)} [{row.rule.id}]"


def _group(group: list[Row], lang: str, show: Callable[[str], str]) -> list[str]:
    rule, answer = group[0].rule, group[0].answer.answer
    grave = f"［{w.severity(group[0], lang)}］" if group[0].wanting else ""
    told = w.answered(group[0], lang)
    lines = [f"  {w.mark(group[0])} {rule.cites}　{w.title(group, lang)}：{told}{grave} [{rule.id}]"]
    said = [f"「{one.text.strip()}」 {show(one.span.source.path)}:{one.span.line}" for one in evidence(group)]
    said += [f"{row.of} {where}".strip() for row in group for where in places(row, show)]
    most = len(said) if answer in law.WANTING else _MOST_SENTENCES
    lines += [f"      {one}" for one in said[:most]]
    if len(said) > most:
        more = len(said) - most
        lines.append(f"      ほか {more} 文" if lang == "ja" else f"      and {more} more")
    lines += [f"      → {one}" for one in elsewhere(group[0])[:_MOST_SENTENCES]]
    return [*lines, *(f"      {remark}" for remark in w.remarks(group, lang))]


def evidence(group: list[Row]) -> list[Evidence]:
    """The sentences behind the rows of a group, each once, in the order of the text."""
    found = {one.number: one for row in group for one in row.evidence}
    return [found[number] for number in sorted(found)]


def elsewhere(row: Row) -> list[str]:
    """What the document says that a matter is left to: its sentences with their places, or where it is itself."""
    there = row.there
    if there is None:
        return []
    said = [f"「{one.text}」 {one.file}:{one.line}" for one in there.sights]
    return said or [f"「{there.title}」 {there.file}:{there.line}"]


def places(row: Row, show: Callable[[str], str]) -> list[str]:
    """Where what is wanting belongs, or where it was declared otherwise; nothing where a sentence shows it."""
    told = (row.answer.answer in law.WANTING or row.answer.origin) and not row.evidence
    return [f"{show(row.span.source.path)}:{row.span.line}"] if told else []
