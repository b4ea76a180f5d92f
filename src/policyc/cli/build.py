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
@_common.lang_option
@_common.root_option
def command(
    paths: tuple[str, ...],
    out: str,
    only_check: bool,
    wanted: tuple[str, ...],
    strict_p3p: bool,
    jobs: int,
    lang: str,
    root: str | None,
) -> None:
    """Compile sources into OUT/<document>/. / 出力フォルダにコンパイルします。

    Nothing is written unless everything compiles. With --check, nothing is written at all. With --strict-p3p the XML has
    only elements of P3P 1.0 itself, for readers that stop at others; give it with --check too.
    """
    _building.build(paths, out, only_check, wanted, lang, root, strict_p3p, jobs)
