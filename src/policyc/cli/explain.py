"""`policyc explain`: the page of a diagnostic, or all that is known of a document's nodes."""

from __future__ import annotations

import os
import sys

import click

from .. import files
from ..diagnostics.nearest import nearest
from . import FINDINGS, OK, _common


@click.command()
@click.argument("what", metavar="CODE|FILE[#NODE]")
@_common.lang_option
@_common.root_option
def command(what: str, lang: str, root: str | None) -> None:
    """Explain a diagnostic or a rule of law, or the nodes of a document. / 診断、規則、又は文書の要素を説明します。

    For a file: each fact with its sentence, its source line, its vocabulary rows and how well each target can say it.
    """
    path, _, node = what.partition("#")
    if os.path.exists(path):
        _document(path, node, lang, root)
    elif "/" in what and not what.endswith(".policy"):
        _code(what, lang)
    else:
        _common.fail("unreadable", path, lang)


def _code(code: str, lang: str) -> None:
    from .. import law
    from ..audit.rule_page import heading, page
    from ..diagnostics.catalogue import kinds, pages

    kind = kinds().get(code)
    if kind is None:
        rules = {rule.id: rule for rule in law.every_rule()}
        if code in rules:
            click.echo(f"{heading(rules[code])}\n\n{page(rules[code], lang)}")
            sys.exit(OK)
        near = nearest(code, [*kinds(), *rules])
        ja = f"「{code}」という診断はありません。" + (f"「{near}」ではありませんか。" if near else "")
        en = f"there is no diagnostic `{code}`." + (f" Did you mean `{near}`?" if near else "")
        _common.stop(ja if lang == "ja" else en)
    click.echo(f"{kind.code} ({kind.severity})\n")
    click.echo(pages().get(code) or f"{kind.ja}\n{kind.en}\n")
    sys.exit(OK)


def _document(path: str, node: str, lang: str, root: str | None) -> None:
    from .. import explain
    from ..pipeline import emit

    (row, *_) = _common.sources((path,), root, lang)
    checked = _common.checked(row, lang, files.Readers())
    if not checked.ok:
        _common.show_findings(row, checked.diagnostics, lang, notes=False, err=True)
        sys.exit(FINDINGS)
    every = [found for output in emit(checked) for found in explain.nodes(output)]
    chosen = [found for found in every if not node or node in (found.id, found.id.partition(".")[0])]
    if not chosen:
        near = nearest(node, [found.id for found in every])
        ja = f"「{node}」という要素はありません。" + (f"「{near}」ではありませんか。" if near else "")
        en = f"there is no node `{node}`." + (f" Did you mean `{near}`?" if near else "")
        _common.stop(ja if lang == "ja" else en)
    for found in chosen:
        _show(found, lang)
    sys.exit(OK)


def _show(found: object, lang: str) -> None:
    from ..explain import Node

    assert isinstance(found, Node)
    ja = lang == "ja"
    click.echo(f"{found.id}  [{found.kind}]  {found.origin}")
    for sentence in found.sentences:
        click.echo(f"  {'文' if ja else 'sentence'}: {sentence}")
    for concept in found.concepts:
        name = concept.ja if ja else concept.en
        click.echo(f"  {'語彙' if ja else 'vocabulary'}: {concept.category}/{concept.id} {name}")
        click.echo(
            f"    DPV ({concept.dpv_fit}): {' '.join(concept.dpv_terms)}{' ' + concept.own if concept.own else ''}"
        )
        if concept.p3p_terms:
            click.echo(f"    P3P ({concept.p3p_fit}): {' '.join(concept.p3p_terms)}")
        if concept.article:
            click.echo(f"    {'条文' if ja else 'article'}: {concept.article}")
    for target, fact, fit, note in found.losses:
        click.echo(f"  {target} ({fit}): {fact}{' — ' + note if note else ''}")
    click.echo()
