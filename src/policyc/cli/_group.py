"""The click group: the commands of this package, found by name and imported only when they are called."""

from __future__ import annotations

import os
from typing import Any

import click

from ..version import VERSION
from . import __name__ as _package
from . import _usage, called

_LANG = "policyc.lang"


class _Commands(click.Group):
    """Commands are the modules of this package; `--help` lists them, a call imports one. All that is wrong with a call
    passes here, and is told in the language of the call."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        names = os.listdir(os.path.dirname(__file__))
        modules = (name[:-3] for name in names if name.endswith(".py") and not name.startswith("_"))
        return sorted(called(module) for module in modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        name = "import_" if cmd_name == "import" else cmd_name.replace("-", "_")
        module = __import__(f"{_package}.{name}", fromlist=("command",))
        command: click.Command = module.command
        return command

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        # Parsing takes the arguments away.
        lang = _usage.language(args)
        try:
            ctx = super().make_context(info_name, args, parent, **extra)
        except click.UsageError as error:
            raise _usage.told(error, lang) from error
        ctx.meta[_LANG] = lang
        return ctx

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise _usage.told(error, ctx.meta[_LANG]) from error


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="policyc")
def group() -> None:
    """policyc: one .policy source into JSON-LD, a machine policy and the Japanese text.

    法務文書のソース（.policy）を検査し、JSON-LD・機械可読ポリシー・日本語の本文にコンパイルします。
    """
