"""The command line: one module per command, found by name and imported only when it is called."""

from __future__ import annotations

import gc
import sys
from typing import Any

OK, FINDINGS, MISUSE = 0, 1, 2


def __getattr__(name: str) -> Any:
    """`group`, the click group; only who asks for it imports click."""
    if name != "group":
        raise AttributeError(name)
    from ._group import group

    return group


def called(module: str) -> str:
    """The command that a module of this package is: `import_` is `import`, a word that no module can be named after."""
    return module.rstrip("_").replace("_", "-")


def main() -> None:
    """The entry point. Ends with 0 (fine), 1 (findings at error level) or 2 (wrong use, unreadable file)."""
    from . import _terminal

    _terminal.prepare()
    # A build makes many objects that live until it ends: looking for garbage among them is time lost. Ten thousand
    # documents still need it now and then.
    gc.set_threshold(50_000, 20, 20)
    try:
        _run()
    except BrokenPipeError:
        # click ends such a run with 1, too.
        _terminal.abandon()


def _run() -> None:
    """A call of `build` in its plain form runs without click, which takes as long to import as a document to compile."""
    from . import _plain

    call = _plain.build(sys.argv[1:])
    if call is None:
        from ._group import group

        group.main(prog_name="policyc")
    from . import _building, _terminal

    try:
        _building.build(*call)
    except KeyboardInterrupt:
        # As click ends it.
        _terminal.tell("", "Aborted!")
        sys.exit(FINDINGS)
