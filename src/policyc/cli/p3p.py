"""`policyc p3p`: what P3P has besides a policy: the compact policy of a header, and the reference file of a site."""

from __future__ import annotations

import sys

import click

from .. import files
from . import FINDINGS, OK, _common, _terminal


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILES|DIRS...")
@click.option("--compact", "form", flag_value="compact", help="The compact policy of each document / 短縮ポリシー.")
@click.option("--reference", "form", flag_value="reference", help="The policy reference file p3p.xml / 参照ファイル.")
@click.option(
    "--covers",
    multiple=True,
    metavar="[DOCUMENT=]PATH",
    help="Paths that a policy covers, such as /shop/*; of a single policy by default /*.",
)
@click.option("--at", default="/w3c/", show_default=True, metavar="URL", help="Where the site serves the policies.")
@_common.lang_option
@_common.root_option
def command(
    paths: tuple[str, ...], form: str | None, covers: tuple[str, ...], at: str, lang: str, root: str | None
) -> None:
    """Print a compact policy or the reference file of P3P 1.0. / P3P の短縮ポリシーか参照ファイルを出力します。

    P3P is obsolete as a protocol of the web: neither is ever made by a build. A compact policy is refused where no
    cookie is declared. The reference file expects each policy.p3p.xml as AT/DOCUMENT/policy.p3p.xml.
    """
    from ..emit.p3p import stands_for

    if form is None:
        raise click.UsageError("--compact か --reference を指定してください。 / choose --compact or --reference")
    rows = _common.sources(paths, root, lang)
    readers = files.Readers()
    failed = False
    names: list[str] = []
    for row in rows:
        checked = _common.checked(row, lang, readers)
        found = list(checked.diagnostics)
        for document in checked.documents if checked.ok else ():
            made = stands_for(document.policy)
            if form == "compact" and made.tokens:
                _terminal.say(f"{document.policy.id}: {made.header}" if len(rows) > 1 else made.header)
            elif form == "compact":
                found.append(made.finding(document.node.named_at))
            elif made.exists:
                names.append(document.policy.id)
        failed = failed or any(d.severity == "error" for d in found)
        _common.show_findings(row, [d for d in found if d.severity == "error"], lang, notes=False, err=True)
    if form == "reference" and not failed:
        _reference(names, covers, at, lang)
    sys.exit(FINDINGS if failed else OK)


def _reference(names: list[str], covers: tuple[str, ...], at: str, lang: str) -> None:
    from ..emit.p3p import reference_file

    ja = lang == "ja"
    if not names:
        _common.stop("P3P ポリシーのある文書がありません" if ja else "no document has a P3P policy")
    paths: dict[str, list[str]] = {name: [] for name in names}
    for word in covers or (("/*",) if len(names) == 1 else ()):
        name, equals, path = word.rpartition("=")
        if not equals and len(names) == 1:
            name = names[0]
        if name not in paths:
            ja_ = f"--covers {word}：文書は {'、'.join(names)} です。「文書=パス」と書きます"
            _common.stop(ja_ if ja else f"--covers {word}: the documents are {', '.join(names)}; write DOCUMENT=PATH")
        paths[name].append(path)
    bare = [name for name in names if not paths[name]]
    if bare:
        # Two policies for one page would each claim to be the one (REC 2.3.2.1.1: the first counts).
        ja_ = f"どのパスについてのポリシーかを --covers 文書=パス で指定してください：{'、'.join(bare)}"
        _common.stop(ja_ if ja else f"say which paths are covered, by --covers DOCUMENT=PATH: {', '.join(bare)}")
    base = at.rstrip("/")
    _terminal.write_exact(
        reference_file([(name, f"{base}/{name}/policy.p3p.xml", tuple(paths[name])) for name in names])
    )
