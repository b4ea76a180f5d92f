"""`policyc rules`: the rules of law as a list, and how far they cover the statutes."""

from __future__ import annotations

from collections.abc import Iterable

import click

from ..diagnostics import SEVERITIES
from ..diagnostics.nearest import nearest
from . import _common, _terminal

_STATES = ("in-force", "coming", "unanswerable", "over")


@click.command()
@click.argument("words", default="", metavar="[WORDS]")
@click.option("--statute", default="", help="Only of this statute: appi, appi-order, telecom-rule, … / 法令.")
@click.option("--document", default="", help="Only on this kind of document: privacy-notice, … / 文書の種別.")
@click.option("--severity", type=click.Choice(SEVERITIES), default=None, help="Only of this severity / 重さ.")
@click.option(
    "--state",
    type=click.Choice(_STATES),
    default=None,
    help="Only in this state on the day: `unanswerable` is in force, but no text can tell / 状態.",
)
@_common.as_of_option
@click.option("--coverage", is_flag=True, help="Every provision with its rules, or why it has none / 条項ごとの規則.")
@click.option("--format", "format_", type=click.Choice(["text", "json", "md"]), default="text", help="How to show it.")
@_common.lang_option
def command(
    words: str,
    statute: str,
    document: str,
    severity: str | None,
    state: str | None,
    as_of: str,
    coverage: bool,
    format_: str,
    lang: str,
) -> None:
    """List the rules of law, in the order of the statutes. / 法令の規則を条文の順に並べます。

    WORDS is a pattern of codes (`appi/27-*`), or words of the title, the article or what must be stated. `policyc
    explain CODE` shows one rule. With --coverage: every article, paragraph and item around the rules, with the rules
    that answer it or the reason why none does.
    """
    from .. import law

    _known("法令", "statute", statute, law.STATUTES, lang)
    _known("文書の種別", "kind of document", document, _documents(), lang)
    if coverage:
        if words or document or severity or state or as_of:
            both = "--coverage は --statute とだけ使えます" if lang == "ja" else "--coverage goes with --statute only"
            _common.stop(both)
        _show_coverage(statute, format_, lang)
        return
    from ..audit import rule_list

    day = as_of or law.NEWEST
    choice = rule_list.Choice(day, statute, document, severity or "", state or "", words)
    rules = rule_list.chosen(choice)
    if format_ == "json":
        _terminal.write_json(rule_list.as_json(rules, day))
    elif format_ == "md":
        _terminal.write_document(rule_list.markdown(rules, day, lang))
    else:
        _terminal.report(f"{rule_list.text(rules, day, lang)}\n")


def _show_coverage(statute: str, format_: str, lang: str) -> None:
    from ..audit import statutes

    if format_ == "json":
        _terminal.write_json(statutes.as_json(statute))
    elif format_ == "md":
        _terminal.write_document(statutes.markdown(statute, lang))
    else:
        _terminal.report(f"{statutes.text(statute, lang)}\n")


def _documents() -> list[str]:
    from .. import law

    return list(dict.fromkeys(kind for rule in law.every_rule() for kind in rule.documents))


def _known(ja: str, en: str, word: str, choices: Iterable[str], lang: str) -> None:
    """End the program where a word is none of the choices."""
    listed = list(choices)
    if not word or word in listed:
        return
    near = nearest(word, listed)
    if lang == "ja":
        ask = f"「{near}」ではありませんか。" if near else ""
        _common.stop(f"「{word}」という{ja}はありません。{ask}（{'、'.join(listed)}）")
    ask = f" Did you mean `{near}`?" if near else ""
    _common.stop(f"there is no {en} `{word}`.{ask} ({', '.join(listed)})")
