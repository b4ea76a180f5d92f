"""Questions in a process of their own, which is stopped when its time is over: no other way can end what a library in
native code is doing, and what makes it crash does not end the command without a word."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
from typing import IO, Any, NamedTuple

from ..ask import Answer
from ..diagnostics import Both, visible

# -I: neither the working folder nor the environment says what is imported; it is what is imported here.
_PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from policyc.cli._asked import main; main()"

# How a program in Rust ends when it gets no memory.
_NO_ROOM, _MOST_WORDS = b"memory allocation of ", 1_000_000
_MEMORY = Both(
    "メモリが足りません。対象か問い合わせを絞ってください", "out of memory: ask of less, or narrow the query"
)


class Failed(Exception):
    """Why a request has no answer; `what` says it in both languages. After one that was not refused the process is gone."""

    def __init__(self, what: Both) -> None:
        super().__init__(what.en)
        self.what = what


class Found(NamedTuple):
    """What a named question found: the answers, and names like a word that nothing has (None where something has it)."""

    answers: list[Answer]
    near: list[str] | None


class Table(NamedTuple):
    """What a query found: its variables, and its rows in their order."""

    names: list[str]
    rows: list[list[str]]


class Asking:
    """Documents in a process that answers questions about them. `seconds` is what each file, and each question, may take.
    Raises Failed where no process can be begun.

    To be used in a `with`: at its end the process is gone, whatever happened.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._over = False
        self._ready = False
        command = [sys.executable, "-I", "-c", _PROGRAM, *sys.path]
        pipe = subprocess.PIPE
        # What a library says when it dies is no message of ours, but it tells why. A pipe could be full.
        self._last_words = tempfile.TemporaryFile()  # noqa: SIM115 (closed in __exit__)
        try:
            self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=self._last_words)
        except OSError as error:
            said = error.strerror
            raise Failed(Both(f"プロセスを始められません：{said}", f"cannot begin a process: {said}")) from None

    def __enter__(self) -> Asking:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        for stream in (self.process.stdin, self.process.stdout, self._last_words):
            # What could not be written yet is for nobody.
            _close(stream)
        self.process.wait()

    def add(self, path: str, body: bytes) -> Both | None:
        """Take in a file; None, or why it is left out. Raises Failed."""
        left_out = self._asked({"path": path, "bytes": len(body)}, body)["left_out"]
        return None if left_out is None else Both(*left_out)

    def ask(self, question: str, word: str) -> Found:
        """The answers to a named question. Raises Failed."""
        found = self._asked({"question": question, "word": word})
        rows = [Answer(**{**row, "others": tuple(row["others"])}) for row in found["answers"]]
        return Found(rows, found["near"])

    def sparql(self, query: str) -> Table:
        """What a query finds. Raises Failed."""
        found = self._asked({"query": query})
        return Table(found["names"], found["rows"])

    def _asked(self, request: dict[str, Any], body: bytes = b"") -> dict[str, Any]:
        assert self.process.stdout is not None
        if not self._ready:
            # How long a process takes to begin is no matter of what it is asked.
            self._ready = bool(self.process.stdout.readline())
        timer = threading.Timer(self._seconds, self._stop)
        timer.start()
        try:
            line = self._exchanged({**request, "seconds": self._seconds}, body)
        finally:
            timer.cancel()
        if not line.endswith(b"\n"):
            raise Failed(self._death("path" in request))
        answer: dict[str, Any] = json.loads(line)
        if "refused" in answer:
            raise Failed(Both(*answer["refused"]))
        if "memory" in answer:
            raise Failed(_MEMORY)
        if "fault" in answer:
            said = visible(" ".join(answer["fault"].split()))
            raise Failed(
                Both(f"ライブラリ（pyoxigraph）が失敗しました：{said}", f"the library (pyoxigraph) failed: {said}")
            )
        return answer

    def _exchanged(self, request: dict[str, Any], body: bytes) -> bytes:
        reading, writing = self.process.stdout, self.process.stdin
        assert reading is not None and writing is not None
        try:
            writing.write(json.dumps(request).encode("ascii") + b"\n" + body)
            writing.flush()
            return reading.readline()
        except OSError:  # it is gone
            return b""

    def _stop(self) -> None:
        self._over = True
        self.process.kill()

    def _death(self, of_file: bool) -> Both:
        code = self.process.wait()
        if self._over:
            s = f"{self._seconds:g}"
            if of_file:
                return Both(
                    f"{s} 秒では読み終わりません（--timeout で延ばせます）",
                    f"not read within {s} seconds (--timeout allows more)",
                )
            return Both(
                f"{s} 秒では答えが出ません。問い合わせを絞るか、--timeout で延ばしてください",
                f"no answer within {s} seconds: narrow the query, or allow more by --timeout",
            )
        self._last_words.seek(0)
        if _NO_ROOM in self._last_words.read(_MOST_WORDS):
            return _MEMORY
        return Both(
            f"ライブラリ（pyoxigraph）が異常終了しました（{_name(code)}）。大きすぎるか、入り組みすぎています",
            f"the library (pyoxigraph) crashed ({_name(code)}): this is too large or too intricate for it",
        )


def _name(code: int) -> str:
    import signal

    try:
        return signal.Signals(-code).name
    except ValueError:
        # Windows has numbers such as 0xc00000fd, the end of the stack.
        return f"{code & 0xFFFFFFFF:#x}"


def _close(stream: IO[bytes] | None) -> None:
    try:
        if stream is not None:
            stream.close()
    except OSError:
        return
