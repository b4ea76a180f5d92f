"""A rule on a page: what it asks, where it stands in the law, and what that was read from. As plain text (`explain`), and
as Markdown (the reference, and the help in SARIF)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .. import law
from ..law.provisions import example
from .findings import kind
from .message import message

_HOW = {
    "facts": ("宣言された事実で判断する", "by declared facts"),
    "either": ("宣言された事実、なければ文の言葉で判断する", "by declared facts, else by words"),
    "words": ("文の言葉だけで判断する", "by the words of sentences only"),
    "unanswerable": ("文面からは分からない", "a text cannot tell"),
    "coming": ("まだ施行されていない", "not yet in force"),
}
# Japanese, English.
_DOCUMENTS, _ANSWERED, _WHY_NOT = ("文書", "Documents"), ("判断", "How"), ("分からない理由", "Why not")
_FORCE, _SEVERITY, _GUIDELINE = ("施行", "In force"), ("重さの理由", "On severity"), ("ガイドライン", "Guideline")
_SOURCES, _READ, _NOTE = ("出所", "Sources"), ("読んだ条文", "Read"), ("注", "Note")
_WANTS = ("まだ書けない項目", "Not yet in the language")
_UNREAD = ("未確認", "not verified")
_EXAMPLES = (("良い例", "Good"), ("悪い例", "Bad"))


def how(rule: law.Rule, lang: str) -> str:
    """By what a rule is answered."""
    return _HOW[basis(rule)][0 if lang == "ja" else 1]


def basis(rule: law.Rule) -> str:
    """The same in one word."""
    if rule.latest:
        return "coming"
    if rule.unanswerable[0] and not rule.undecided:
        return "unanswerable"
    if rule.by_words:
        return "words"
    return "either" if any(form in ("says", "affirms") for form in _words((rule.require, rule.forbid))) else "facts"


def page(rule: law.Rule, lang: str, written: Callable[[str], str] = str) -> str:
    """All that is known of a rule, as plain text; `written` gives its examples other keywords."""
    ja = lang == "ja"
    lines = [
        f"{rule.title_ja if ja else rule.title_en}",
        place(rule, lang),
        "",
        *(f"- {one}" for one in rule.states),
        "",
        message(rule, lang),
        f"対処：{rule.hint_ja}" if ja else f"To do: {rule.hint_en}",
        "",
        *(f"{name[0 if ja else 1]}: {value}" for name, value in _fields(rule, lang)),
    ]
    for name, source in zip(_EXAMPLES, example(rule.id), strict=True):
        if source:
            lines += ["", f"{name[0 if ja else 1]}:", *(f"  {line}".rstrip() for line in written(source).splitlines())]
    return "\n".join(lines) + "\n"


def markdown(rule: law.Rule, lang: str) -> str:
    """The same as Markdown, below a heading that the caller writes; everything that comes from a rule stands as text."""
    return "\n\n".join(_blocks(rule, (lang,)))


def reference(rule: law.Rule) -> str:
    """The same in both languages: the Japanese first, and the English of what has one."""
    return "\n\n".join(_blocks(rule, ("ja", "en")))


def _blocks(rule: law.Rule, langs: tuple[str, ...]) -> Iterator[str]:
    first, both = langs[0], len(langs) > 1
    index = 0 if first == "ja" else 1
    titles = [rule.title_ja if lang == "ja" else rule.title_en for lang in langs]
    yield f"**{'** · '.join(_text(one) for one in titles)}{'**' if len(titles) == 1 else ''}"
    yield _text(place(rule, first)) + f" · {kind(rule).severity}"
    if rule.states:
        yield "\n".join(f"- {_text(one)}" for one in rule.states)
    for lang in langs:
        hint = rule.hint_ja if lang == "ja" else rule.hint_en
        yield f"{_text(message(rule, lang))}  \n{'対処：' if lang == 'ja' else 'To do: '}{_text(hint)}"
    yield "\n".join(
        f"- {' · '.join(name) if both else name[index]}: {_text(value)}" for name, value in _fields(rule, first)
    )
    for name, source in zip(_EXAMPLES, example(rule.id), strict=True):
        if source:
            yield f"{' · '.join(name) if both else name[index]}\n\n```policy\n{source.rstrip()}\n```"


_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>|#"})


def _text(text: str) -> str:
    return text.translate(_SPECIAL).replace("\n", " ")


def place(rule: law.Rule, lang: str) -> str:
    """Where a rule stands: statute, number, article, and the same for programs."""
    statute = law.statute(rule.statute)
    return f"{statute.ja if lang == 'ja' else statute.en}（{statute.number}）{rule.cites} [{rule.reference}]"


def _fields(rule: law.Rule, lang: str) -> list[tuple[tuple[str, str], str]]:
    index = 0 if lang == "ja" else 1
    statute = law.statute(rule.statute)
    fields = [
        (_DOCUMENTS, ", ".join(rule.documents)),
        (_ANSWERED, how(rule, lang)),
        (_WHY_NOT, rule.unanswerable[index]),
        (_FORCE, _force(rule)),
        (_SEVERITY, rule.severity_note),
        (_GUIDELINE, rule.guideline),
        (_SOURCES, "\n  ".join(law.SOURCES[key] for key in rule.sources)),
        (_READ, statute.read if rule.verified else _UNREAD[index]),
        (_NOTE, rule.note),
        (_WANTS, rule.wants),
    ]
    return [(name, value) for name, value in fields if value]


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
