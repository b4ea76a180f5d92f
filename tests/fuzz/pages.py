"""Mutated pages through `import` and `compare`: `python tests/fuzz/pages.py --count 20000 --seed 7` prints what became of them.

Each batch runs in a process of its own, so that a page that kills the process is seen and named; what goes wrong is
saved as a file. `--hostile` takes every unit that means something to a format, again and again, in place of mutations;
`--commands N` sends every N-th page through the commands themselves as well.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fuzz import mutate, seeds
from fuzz.seeds import POLICIES, ROOT, Page

SECONDS = 2.0
"""Of the processor, for either command and a page of at most `MOST` bytes."""
MEMORY = 1024**3
LIMIT = 120.0
"""Seconds after which a page is given up."""
_BATCH = 100
_SHOWN = 5
_SOURCE = "mihon-privacy.policy"


class Told(NamedTuple):
    """What became of pages: how many there were, and those that something was wrong with, by what it was."""

    pages: int
    imported: int
    differing: int
    refused: int
    tracebacks: list[str]
    signals: list[str]
    slow: list[str]
    slowest: list[tuple[float, int]]
    memory: int

    @property
    def good(self) -> bool:
        """Whether nothing was wrong."""
        return not (self.tracebacks or self.signals or self.slow)


class Work(NamedTuple):
    """Which pages to try: mutated ones by seed, or the hostile ones; made of real pages too where `shared` is a folder."""

    count: int
    seed: int
    shared: str
    hostile: bool
    commands: int
    first: int = 0

    def page(self, number: int) -> Page:
        """The page of a number."""
        if self.hostile:
            return hostile_pages()[number]
        return mutate.page(_pages(self.shared), self.seed, number)


@cache
def _pages(shared: str) -> list[Page]:
    return [*seeds.own() * 4, *seeds.built(), *(seeds.real(Path(shared)) if shared else [])]


@cache
def hostile_pages() -> list[Page]:
    """The pages of `--hostile`."""
    return mutate.hostile()


# -- in the process that reads them -----------------------------------------------------------------------------------


@cache
def _document() -> Any:
    from policyc import pipeline

    files = {path.name: path.read_bytes() for path in POLICIES.glob("*.policy")}
    return pipeline.check(_SOURCE, files[_SOURCE], files.get).documents[0]


def imported(page: Page) -> str:
    """`policyc import` of a page: "imported", "differing" where the source does not give the page back, or "refused"."""
    from policyc import files, importer, published
    from policyc.cli import _common, import_
    from policyc.diagnostics import has_errors

    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        shown, found = published.read(page.data, page.name)
        for lang in ("ja", "en"):
            _common.show_findings(files.Input("", page.name), found, lang, notes=True, err=True)
        if shown is None or has_errors(found):
            return "refused"
        made = importer.draw(shown, importer.identifier("page"), "", "", "", page.name, "ja")
        for ja in (True, False):
            import_._report(made, shown, page.name, "", ja)
        made.source.encode("utf-8")
    return "imported" if made.identical else "differing"


def compared(page: Page) -> str:
    """`policyc compare` of a source and a page, in both forms: nothing of what became of it."""
    from policyc import published
    from policyc.compare import compare, json, text

    shown, found = published.read(page.data, page.name)
    if shown is None:
        return ""
    made = compare(_document(), shown)
    for lang in ("ja", "en"):
        text.render(made, lang, str).encode("utf-8")
    json.document("notice", page.name, shown, made, found, str).encode("utf-8")
    return ""


def tried(page: Page, number: int = -1) -> dict[str, Any]:
    """Both commands on a page: the seconds of each, and the trace of what went wrong."""
    told: dict[str, Any] = {"became": "", "seconds": [], "trace": ""}
    for command in (imported, compared):
        start = time.process_time()
        try:
            if command is imported:
                _fault(number)
            told["became"] += command(page)
        except (Exception, SystemExit):
            told["trace"] += f"{command.__name__}: {traceback.format_exc()}"
        told["seconds"].append(time.process_time() - start)
    return told


def _fault(number: int) -> None:
    """What a test asks for, to see that it would be told of: `POLICYC_FUZZ_FAULTS="3:signal 5:trace 6:slow"`."""
    for one in os.environ.get("POLICYC_FUZZ_FAULTS", "").split():
        at, _, what = one.partition(":")
        if int(at) == number:
            if what == "signal":
                os.kill(os.getpid(), signal.SIGSEGV)
            if what == "trace":
                raise IndexError("asked for")
            end = time.process_time() + SECONDS + 0.1
            while time.process_time() < end:
                pass


def typed(page: Page) -> str:
    """Both commands as they are typed: what went wrong, "" for nothing."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / page.name).write_bytes(page.data)
        for words in (["import", page.name], ["compare", str(POLICIES / _SOURCE), page.name]):
            program = [sys.executable, "-m", "policyc", *words]
            environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
            done = subprocess.run(program, cwd=folder, env=environment, capture_output=True, timeout=LIMIT)
            if done.returncode not in (0, 1, 2) or b"Traceback" in done.stderr:
                return f"{words[0]}: {done.returncode} {done.stderr[-2000:].decode(errors='replace')}"
    return ""


def child(work: Work) -> None:
    """Try a batch; a line of JSON before and after each page."""
    import resource

    _document()
    if not work.hostile:
        _pages(work.shared)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for number in range(work.first, work.first + work.count):
        page = work.page(number)
        print(json.dumps({"started": number}), flush=True)
        told = tried(page, number)
        if work.commands and number % work.commands == 0:
            told["trace"] += typed(page)
        told["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps({"page": number, **told}), flush=True)


# -- in the process that watches --------------------------------------------------------------------------------------


def run(work: Work, workers: int = 2, saved: Path | None = None) -> Told:
    """Try all pages, in batches; what goes wrong is written into the folder `saved`."""
    batches = [work._replace(first=n, count=min(_BATCH, work.count - n)) for n in range(0, work.count, _BATCH)]
    told = Told(0, 0, 0, 0, [], [], [], [], 0)
    lock = threading.Lock()

    def one(batch: Work) -> None:
        nonlocal told
        for line in _lines(batch):
            with lock:
                told = _with(told, line, work, saved)

    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(one, batches))
    return told


def _lines(batch: Work) -> Iterator[dict[str, Any]]:
    """What the processes of a batch say; one that ends in the middle of a page is followed by another."""
    end = batch.first + batch.count
    while batch.first < end:
        words = ["--child", json.dumps(batch._replace(count=end - batch.first))]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
        started, code, error = -1, 0, ""
        with subprocess.Popen(
            [sys.executable, __file__, *words], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as program:
            assert program.stdout is not None and program.stderr is not None
            timer = _ends(program, LIMIT)
            for raw in program.stdout:
                line = json.loads(raw)
                timer.cancel()
                if "started" in line:
                    started = line["started"]
                    timer = _ends(program, LIMIT)
                else:
                    batch = batch._replace(first=line["page"] + 1)
                    yield line
            error = program.stderr.read().decode(errors="replace")[-2000:]
            code = program.wait()
            timer.cancel()
        if batch.first < end:
            if started < batch.first:
                raise RuntimeError(f"the process that reads pages does not start ({code}): {error}")
            yield {"page": started, "signal": f"{code} {error}"}
            batch = batch._replace(first=started + 1)


def _ends(program: subprocess.Popen[bytes], seconds: float) -> threading.Timer:
    """End a program when its time is over."""
    timer = threading.Timer(seconds, program.kill)
    timer.start()
    return timer


def _with(told: Told, line: dict[str, Any], work: Work, saved: Path | None) -> Told:
    number = line["page"]
    if "signal" in line:
        _save(work.page(number), number, "signal", line["signal"], saved)
        return told._replace(pages=told.pages + 1, signals=[*told.signals, f"{number}: {line['signal']}"])
    slowest = max(line["seconds"])
    told = told._replace(
        pages=told.pages + 1,
        imported=told.imported + (line["became"] == "imported"),
        differing=told.differing + (line["became"] == "differing"),
        refused=told.refused + (line["became"] == "refused"),
        slowest=sorted([*told.slowest, (slowest, number)], reverse=True)[:_SHOWN],
        memory=max(told.memory, line["memory"]),
    )
    if line["trace"]:
        _save(work.page(number), number, "traceback", line["trace"], saved)
        told = told._replace(tracebacks=[*told.tracebacks, f"{number}: {line['trace']}"])
    if slowest > SECONDS:
        _save(work.page(number), number, "slow", str(line["seconds"]), saved)
        told = told._replace(slow=[*told.slow, f"{number}: {line['seconds']}"])
    return told


def _save(page: Page, number: int, what: str, why: str, saved: Path | None) -> None:
    if saved is not None:
        saved.mkdir(parents=True, exist_ok=True)
        (saved / f"{what}-{number}-{page.name}").write_bytes(page.data)
        (saved / f"{what}-{number}.why").write_text(why, encoding="utf-8")


def main(words: Sequence[str]) -> int:
    """Run the program; the exit code is 1 when anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=3_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--shared", default=str(ROOT.parent / "shared"), help="a folder with pages/ and corpus/")
    parser.add_argument("--saved", type=Path, default=None, help="where pages are written that something is wrong with")
    parser.add_argument("--hostile", action="store_true")
    parser.add_argument("--commands", type=int, default=0, metavar="N")
    parser.add_argument("--child", default="", help=argparse.SUPPRESS)
    given = parser.parse_args(words)
    if given.child:
        child(Work(*json.loads(given.child)))
        return 0
    count = len(hostile_pages()) if given.hostile else given.count
    work = Work(count, given.seed, given.shared, given.hostile, given.commands)
    start = time.monotonic()
    told = run(work, given.workers, given.saved)
    print(f"pages {told.pages}  imported {told.imported}  differing {told.differing}  refused {told.refused}")
    print(f"tracebacks {len(told.tracebacks)}  signals {len(told.signals)}  over {SECONDS:g} s {len(told.slow)}")
    print(f"memory {told.memory / 1024**2:.0f} MiB  took {time.monotonic() - start:.0f} s")
    print("slowest", *(f"{seconds:.2f} s ({number})" for seconds, number in told.slowest), sep="  ")
    for one in (*told.signals, *told.tracebacks, *told.slow):
        head, *rest = one.strip().split("\n")
        print("  " + head, *rest[-1:], sep=" … " if rest else "")
    return 0 if told.good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
