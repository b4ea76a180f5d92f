"""`policyc explain`: the page of a diagnostic, or all that is known of a document's nodes."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from .. import files
from ..diagnostics.nearest import nearest
from . import FINDINGS, OK, _common, _terminal

if TYPE_CHECKING:
    from ..explain import Node, Said
    from ..pipeline import Output
    from ..vocab import Concept

_TERM = re.compile(r"[a-z0-9-]+:[A-Za-z][\w-]*")


@click.command()
@click.argument("what", metavar="CODE|WORD|FILE[#NODE]")
@click.option(
    "--sentence", metavar="WORDS", help="Of a file: the sentences with these words, and their nodes / 文から."
)
@_common.lang_option
@_common.root_option
def command(what: str, sentence: str | None, lang: str, root: str | None) -> None:
    """Explain a diagnostic, a rule, a word of the vocabulary, or the nodes of a document. / 診断、規則、語彙、文書の要素を説明します。

    WORD is a word that a field takes (`third-party-provision`, 第三者提供) or a term of DPV or our own
    (`dpv:Purpose`).

    For a file: each fact with its sentence, its source line, its vocabulary rows, how well each target can say it, and
    its places in the artefacts. NODE is a name of the source, an IRI of policy.jsonld, a pointer into policy.p3p.json
    (/p3p/statements/0) or an anchor of the page.
    """
    path, _, node = what.partition("#")
    if os.path.exists(path):
        _document(path, node, sentence, lang, root)
    elif _TERM.fullmatch(what):
        _term(what, lang)
    elif "/" in what and not what.endswith(".policy"):
        _code(what, lang)
    elif "." in what or os.sep in what:
        _common.fail("unreadable", path, lang)
    else:
        _word(what, lang)


def _code(code: str, lang: str) -> None:
    from .. import law
    from ..audit.rule_page import heading, page
    from ..diagnostics.catalogue import kinds, pages

    kind = kinds().get(code)
    if kind is None:
        rules = {rule.id: rule for rule in law.every_rule()}
        if code in rules:
            _terminal.report(
                f"{heading(rules[code])}\n\n{page(rules[code], lang, _japanese if lang == 'ja' else str)}\n"
            )
            sys.exit(OK)
        near = nearest(code, [*kinds(), *rules])
        ja = f"「{code}」という診断はありません。" + (f"「{near}」ではありませんか。" if near else "")
        en = f"there is no diagnostic `{code}`." + (f" Did you mean `{near}`?" if near else "")
        if any(rule.startswith(code) for rule in rules):
            ja, en = f"{ja}「policyc rules '{code}*'」で一覧になります。", f"{en} `policyc rules '{code}*'` lists them."
        _common.stop(ja if lang == "ja" else en)
    _terminal.say(f"{kind.code} ({kind.severity})", "")
    _terminal.report((pages().get(code) or f"{kind.ja}\n{kind.en}\n") + "\n")
    sys.exit(OK)


def _term(term: str, lang: str) -> None:
    from ..vocab import CATEGORIES, concepts, iri

    rows = [row for category in CATEGORIES for row in concepts(category).values()]
    found = [row for row in rows if term in (row.own, *row.dpv_terms)]
    if not found:
        near = nearest(term, [row.own for row in rows if row.own])
        ja = f"「{term}」という用語は、語彙にありません。" + (f"「{near}」ではありませんか。" if near else "")
        en = f"the vocabulary has no term `{term}`." + (f" Did you mean `{near}`?" if near else "")
        _common.stop(ja if lang == "ja" else en)
    _terminal.say(f"{term}  {iri(term)}")
    for row in found:
        _concept(row, lang)
        _terminal.say(f"    {row.definition_ja if lang == 'ja' else row.definition_en}")
    sys.exit(OK)


def _japanese(example: str) -> str:
    """An example with the keywords of a Japanese source."""
    from ..format import format_source
    from ..source import Source

    if example.startswith("document ") or "\ndocument " in example:
        return format_source(Source("example", example), "ja").text
    # A word is known by the block that it stands in: the clauses of an example are those of a document.
    made = format_source(Source("example", f'document example "例" {{\n{example.rstrip()}\n}}\n'), "ja").text
    return "\n".join(line.removeprefix("  ") for line in made.splitlines()[1:-1])


def _word(word: str, lang: str) -> None:
    """A word that a field takes from the vocabulary, by its identifier or a Japanese spelling."""
    from ..vocab import CATEGORIES, concepts

    rows = [row for category in CATEGORIES for row in concepts(category).values()]
    found = [row for row in rows if word in row.spellings]
    if not found:
        near = nearest(word, [spelling for row in rows for spelling in row.spellings])
        ja = f"「{word}」というファイルも、語彙の言葉もありません。" + (f"「{near}」ではありませんか。" if near else "")
        en = f"there is neither a file nor a word of the vocabulary `{word}`." + (
            f" Did you mean `{near}`?" if near else ""
        )
        ja, en = f"{ja}法令の規則は「policyc rules {word}」で探せます。", f"{en} Rules of law: `policyc rules {word}`."
        _common.stop(ja if lang == "ja" else en)
    for row in found:
        _concept(row, lang)
        _terminal.say(f"    {'書き方' if lang == 'ja' else 'spellings'}: {'、'.join(row.spellings)}")
        _terminal.say(f"    {row.definition_ja if lang == 'ja' else row.definition_en}")
    sys.exit(OK)


def _document(path: str, node: str, sentence: str | None, lang: str, root: str | None) -> None:
    from .. import explain
    from ..pipeline import emit

    outputs: list[Output] = []
    readers = files.Readers()
    failed = False
    for row in _common.sources((path,), root, lang):
        checked = _common.checked(row, lang, readers)
        if not checked.ok:
            _common.show_findings(row, checked.diagnostics, lang, notes=False, err=True)
            failed = True
        outputs += emit(checked) if checked.ok else ()
    if failed:
        sys.exit(FINDINGS)
    if not outputs:
        _common.stop(f"{path} に文書がありません" if lang == "ja" else f"{path} declares no document")
    if sentence is not None:
        _sentences([hit for output in outputs for hit in explain.saying(output, sentence)], sentence, lang)
    every = [found for output in outputs for found in explain.nodes(output)]
    chosen = [found for found in every if not node or found.is_called(node)]
    if not chosen:
        near = nearest(node, [found.id for found in every])
        ja = f"「{node}」という要素はありません。" + (f"「{near}」ではありませんか。" if near else "")
        en = f"there is no node `{node}`." + (f" Did you mean `{near}`?" if near else "")
        _common.stop(ja if lang == "ja" else en)
    for found in chosen:
        _show(found, lang)
    sys.exit(OK)


def _sentences(hits: list[tuple[Said, list[Node]]], words: str, lang: str) -> NoReturn:
    if not hits:
        _common.stop(f"「{words}」を含む文はありません" if lang == "ja" else f"no sentence has `{words}`")
    for said, behind in hits:
        _terminal.say(f"「{said.text.strip()}」  #{said.anchor}", "")
        for node in behind:
            _show(node, lang, sentences=False)
        if not behind:
            _terminal.say("  宣言された事実はありません" if lang == "ja" else "  no declared fact", "")
    sys.exit(OK)


def _show(found: Node, lang: str, sentences: bool = True) -> None:
    ja = lang == "ja"
    _terminal.say(f"{found.id}  [{found.kind}]  {found.origin}")
    for sentence in found.sentences if sentences else ():
        _terminal.say(f"  {'文' if ja else 'sentence'}: {sentence}")
    for concept in found.concepts:
        _concept(concept, lang)
    for target, fact, fit, note in found.losses:
        _terminal.say(f"  {target} ({fit}): {fact}{' — ' + note if note else ''}")
    for place in found.places:
        _terminal.say(f"  {place.file} {place.where}")
    _terminal.say("")


def _concept(concept: Concept, lang: str) -> None:
    ja = lang == "ja"
    name = concept.ja if ja else concept.en
    _terminal.say(f"  {'語彙' if ja else 'vocabulary'}: {concept.category}/{concept.id} {name}")
    _terminal.say(
        f"    DPV ({concept.dpv_fit}): {' '.join(concept.dpv_terms)}{' ' + concept.own if concept.own else ''}"
    )
    if concept.p3p_terms:
        _terminal.say(f"    P3P ({concept.p3p_fit}): {' '.join(concept.p3p_terms)}")
    if concept.article:
        _terminal.say(f"    {'条文' if ja else 'article'}: {concept.article}")
