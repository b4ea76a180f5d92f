"""A rule on a page: what it asks, where it stands in the law, and what that was read from."""

from __future__ import annotations

from collections.abc import Iterator

from .. import law
from .findings import kind

_HOW = {
    "facts": ("宣言された事実で判断する", "by declared facts"),
    "either": ("宣言された事実、なければ文の言葉で判断する", "by declared facts, else by words"),
    "words": ("文の言葉だけで判断する", "by the words of sentences only"),
    "unanswerable": ("文面からは分からない", "a text cannot tell"),
    "coming": ("まだ施行されていない", "not yet in force"),
}


def how(rule: law.Rule, lang: str) -> str:
    """By what a rule is answered."""
    key = "facts"
    if rule.latest:
        key = "coming"
    elif rule.unanswerable[0] and not rule.undecided:
        key = "unanswerable"
    elif rule.by_words:
        key = "words"
    elif any(form in ("says", "affirms") for form in _words((rule.require, rule.forbid))):
        key = "either"
    return _HOW[key][0 if lang == "ja" else 1]


def page(rule: law.Rule, lang: str) -> str:
    """All that is known of a rule, as plain text."""
    ja = lang == "ja"
    statute = law.statute(rule.statute)
    lines = [
        f"{rule.title_ja if ja else rule.title_en}",
        f"{statute.ja if ja else statute.en}（{statute.number}）{rule.cites} [{rule.reference}]",
        "",
        *(f"- {one}" for one in rule.states),
        "",
        rule.message_ja if ja else rule.message_en,
        f"対処：{rule.hint_ja}" if ja else f"To do: {rule.hint_en}",
        "",
    ]
    fields = [
        ("文書", "Documents", ", ".join(rule.documents)),
        ("判断", "How", how(rule, lang)),
        ("分からない理由", "Why not", rule.unanswerable[0 if ja else 1]),
        ("施行", "In force", _force(rule)),
        ("重さの理由", "On severity", rule.severity_note),
        ("ガイドライン", "Guideline", rule.guideline),
        ("出所", "Sources", "\n  ".join(law.SOURCES[key] for key in rule.sources)),
        ("読んだ条文", "Read", f"{statute.read}" if rule.verified else ("未確認" if ja else "not verified")),
        ("注", "Note", rule.note),
        ("まだ書けない項目", "Not yet in the language", rule.wants),
    ]
    lines += [f"{name_ja if ja else name_en}: {value}" for name_ja, name_en, value in fields if value]
    return "\n".join(lines) + "\n"


def _words(condition: law.Condition) -> Iterator[str]:
    """Every word in a condition, its forms among them."""
    for one in condition:
        if isinstance(one, tuple):
            yield from _words(one)
        elif isinstance(one, str):
            yield one


def heading(rule: law.Rule) -> str:
    """The code and the severity, as findings have them."""
    return f"{rule.id} ({kind(rule).severity})"


def _force(rule: law.Rule) -> str:
    period = f"{rule.start}–{rule.until}" if rule.start or rule.until else ""
    latest = f"≤ {rule.latest}" if rule.latest else ""
    return " ".join(filter(None, (period, latest, rule.date_note)))
