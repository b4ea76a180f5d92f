"""The command line: one module per command, found by name and imported only when it is called."""

from __future__ import annotations

import gc
import os
import sys

import click

from ..version import VERSION

OK, FINDINGS, MISUSE = 0, 1, 2


class _Commands(click.Group):
    """Commands are the modules of this package; `--help` lists them, a call imports one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        names = os.listdir(os.path.dirname(__file__))
        modules = (name[:-3] for name in names if name.endswith(".py") and not name.startswith("_"))
        return sorted(called(module) for module in modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        name = "import_" if cmd_name == "import" else cmd_name.replace("-", "_")
        module = __import__(f"{__name__}.{name}", fromlist=("command",))
        command: click.Command = module.command
        return command


def called(module: str) -> str:
    """The command that a module of this package is: `import_` is `import`, a word that no module can be named after."""
    return module.rstrip("_").replace("_", "-")


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="policyc")
def group() -> None:
    """policyc: one .policy source into JSON-LD, a machine policy and the Japanese text.

    法務文書のソース（.policy）を検査し、JSON-LD・機械可読ポリシー・日本語の本文にコンパイルします。
    """


def main() -> None:
    """The entry point. Ends with 0 (fine), 1 (findings at error level) or 2 (wrong use, unreadable file)."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe on Japanese Windows is cp932; a character it lacks must not end the run.
        if (stream.encoding or "").lower().replace("-", "") != "utf8" and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    # A build makes many objects that live until it ends: looking for garbage among them is time lost. Ten thousand
    # documents still need it now and then.
    gc.set_threshold(50_000, 20, 20)
    try:
        group.main(prog_name="policyc")
    except BrokenPipeError:
        # The reader went away (policyc check | head): nothing more to say to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(MISUSE)
