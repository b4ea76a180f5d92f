"""`policyc build`: compile sources into output folders, all of them or none."""

from __future__ import annotations

import click

from ..emit import TARGET_NAMES
from . import _building, _common


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILES|DIRS...")
@click.option("--out", default="out", show_default=True, type=click.Path(file_okay=False), help="Output folder.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; end with 1 when the output is not current.")
@click.option("--target", "wanted", multiple=True, type=click.Choice(TARGET_NAMES), help="Only these targets.")
@click.option("--strict-p3p", is_flag=True, help="Leave the extensions out of policy.p3p.xml / 拡張を書かない.")
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Processes for many sources; 0, as many as there are processors / 並行して使うプロセスの数.",
)
@click.option(
    "--overwrite-edited",
    is_flag=True,
    help="Replace built files that were edited by hand since / 手で直されたファイルも上書きする.",
)
@click.option(
    "--prune", is_flag=True, help="Remove folders of documents that no source declares / 残ったフォルダを消す."
)
@_common.lang_option
@_common.root_option
def command(
    paths: tuple[str, ...],
    out: str,
    only_check: bool,
    wanted: tuple[str, ...],
    strict_p3p: bool,
    jobs: int,
    overwrite_edited: bool,
    prune: bool,
    lang: str,
    root: str | None,
) -> None:
    """Compile sources into OUT/<document>/. / 出力フォルダにコンパイルします。

    Nothing is written unless everything compiles. With --check, nothing is written at all. With --strict-p3p the XML has
    only elements of P3P 1.0 itself, for readers that stop at others; give it with --check too.

    A built file that was edited by hand stops the build, unless with --overwrite-edited; what policyc did not write is
    never replaced. A build of a folder, or of several sources, tells of folders that other documents have left, and
    with --prune removes those that are as they were built.
    """
    _building.build(paths, out, only_check, wanted, lang, root, strict_p3p, jobs, overwrite_edited, prune)
