"""The process in which questions are asked: it may be stopped, or die of its input, and the command that began it goes on.

It says when it is ready. Requests come on stdin, one line of JSON each, with the bytes of a file behind it; each has one line of
JSON as its answer.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from ..ask import questions
from ..ask.bounds import Refused
from ..ask.graph import Graphs

# Room for the reading of any file that is taken. On Windows the stack of a program is a fraction of that on Linux.
_STACK = 64 * 1024 * 1024
# What a process may take beside the documents, and for each byte of them: in memory a graph is many times its text.
_MEMORY, _PER_BYTE = 1024 * 1024 * 1024, 32


def main() -> None:
    """Answer requests until there are no more."""
    threading.stack_size(_STACK)
    thread = threading.Thread(target=_serve)
    thread.start()
    thread.join()


def _serve() -> None:
    graphs = Graphs()
    held = 0
    _limit_memory(held)
    _write(_line({"ready": True}))
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        for line in sys.stdin.buffer:
            request = json.loads(line)
            # Should nobody be left who stops it: this runs beside the library, whatever that does.
            faulthandler.dump_traceback_later(request["seconds"] + 5, exit=True, file=nowhere)
            body = sys.stdin.buffer.read(request.get("bytes", 0))
            held += len(body)
            _limit_memory(held)
            try:
                answer = _line(_answer(graphs, request, body))
            except Refused as error:
                answer = _line({"refused": error.what})
            except MemoryError:
                answer = _line({"memory": True})
            except BaseException as error:  # a panic of the library is no Exception
                answer = _line({"fault": f"{type(error).__name__}: {error}"})
            faulthandler.cancel_dump_traceback_later()
            _write(answer)


def _line(answer: dict[str, Any]) -> bytes:
    return json.dumps(answer).encode("ascii") + b"\n"


def _write(line: bytes) -> None:
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def _answer(graphs: Graphs, request: dict[str, Any], body: bytes) -> dict[str, Any]:
    if "path" in request:
        return {"left_out": graphs.add(request["path"], body)}
    if "query" in request:
        with _nothing_opened():
            names, rows = graphs.sparql(request["query"])
        return {"names": names, "rows": rows}
    question, word = questions()[request["question"]], request["word"]
    answers = [one._asdict() for one in graphs.ask(question, word)]
    return {"answers": answers, "near": graphs.unknown(question, word)}


def _limit_memory(held: int) -> None:
    """No more than documents of so many bytes need; only time and the size of answers are limited where a system has no
    such limit (Windows, and macOS does not keep to it)."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(ValueError, OSError):
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        wanted = _MEMORY + _PER_BYTE * held
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))
        # What would be left of it on the disk.
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


@contextmanager
def _nothing_opened() -> Iterator[None]:
    """Neither a file nor a connection can be opened, where the system has such a limit: `bounds.py` refuses what would
    do so, and this holds should a later library know of more."""
    if sys.platform == "win32":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
