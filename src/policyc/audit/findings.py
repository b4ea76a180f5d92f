"""What is wanting in an audit, as findings: each with its article, at the place where it belongs."""

from __future__ import annotations

from .. import law
from ..acceptance import Decisions, decide
from ..diagnostics import ERROR, NOTE, SEVERITIES, WARNING, Both, Diagnostic, Findings, Kind
from ..pipeline import Document
from ..source import Source
from . import Audit, Row, audit
from .message import message, words_found


def check(documents: list[Document], sources: list[Source], as_of: str = "") -> Findings:
    """What the rules of the day `as_of` find wanting in some documents of one file, in the order of the rules."""
    found = Findings()
    for made in told(documents, sources, as_of, law.WANTING):
        found += findings(made)
    return found


def told(documents: list[Document], sources: list[Source], as_of: str, only: tuple[str, ...]) -> list[Audit]:
    """The audits of some documents of one file, with the rows of some answers."""
    by_path = {source.path: source for source in sources}
    return [audit(document, by_path, as_of, only) for document in documents]


def findings(made: Audit) -> Findings:
    """The findings among the rows of an audit."""
    return Findings(finding(made, row) for row in made.rows if row.answer.answer in law.WANTING)


def decided(made: Audit, by: Decisions) -> Audit:
    """An audit whose rows know what was decided about them: what is accepted, and how grave a firm holds it."""
    rows = []
    for row, one in zip(made.rows, decide((finding(made, row) for row in made.rows), by), strict=True):
        set_to = one.finding.severity if one.finding.severity != kind(row.rule, row.guessed).severity else ""
        if one.by >= 0 and row.answer.answer in law.WANTING:
            row = row._replace(accepted=one.finding.accepted, until=by.accepted[one.by].until)
        if set_to and one.row is not None:
            row = row._replace(set_to=set_to, pattern=one.row.pattern, set_at=one.row.at)
        rows.append(row)
    return made._replace(rows=rows)


def finding(made: Audit, row: Row) -> Diagnostic:
    """The finding that a row which finds something wanting is; its help names the fields to declare, or the words meant."""
    told = kind(row.rule, row.guessed)
    # A hint that names the field itself needs no more.
    lacking = row.lacking if row.answer.answer == law.MISSING else ()
    ja = "、".join(words.ja for words in lacking if f"（{_bare(words)}）" not in told.help_ja)
    en = ", ".join(words.en for words in lacking if f"`{_bare(words)}`" not in told.help_en)
    told = told._replace(
        help_ja=told.help_ja + _plain((f"宣言する項目: {ja}。" if ja else "") + words_found(row, "ja")),
        help_en=told.help_en + _plain((f" To declare: {en}." if en else "") + words_found(row, "en")),
    )
    return told.at(row.span)._replace(document=made.document)


def kind(rule: law.Rule, guessed: bool = False) -> Kind:
    """The diagnostic that a rule makes: its message, and the article after it.

    What was not read in the law itself is never more than a note. What only words were looked for is never more than a
    warning, since a text may say the same in others; nor is what is asked only because of words (`guessed`), where the
    document declares no fact of the matter.
    """
    words = (rule.by_words or guessed) and rule.severity == ERROR
    severity = NOTE if not rule.verified else WARNING if words else rule.severity
    english = f"{law.statute(rule.statute).en}, {rule.reference}"
    guideline = rule.guideline
    return Kind(
        rule.id,
        severity,
        _plain(f"{message(rule, 'ja')}（{rule.citation}）"),
        _plain(f"{message(rule, 'en')} ({english})"),
        _plain(rule.hint_ja + (f"（参照：{guideline}）" if guideline else "")),
        _plain(rule.hint_en),
        rule.reference,
    )


def elsewhere(severity: str) -> str:
    """How grave it is when what is left to another document is not there: as if this document lacked it itself, and a
    warning at least. A duty of effort may be left out; a reader who is sent to a page that does not say it is misled."""
    return min(severity, WARNING, key=SEVERITIES.index)


def _bare(words: Both) -> str:
    """The field and value of what is to be declared, without the block."""
    return words.en.partition(" (")[0]


def _plain(text: str) -> str:
    """A text as a template that says just that."""
    return text.replace("{", "{{").replace("}", "}}")
