"""`python3 run.py bench`: how fast policyc is, as ratios to `python -c pass` and to peers, measured in one run.

Absolute times differ between machines and hours; ratios of interleaved runs hold. Nothing here is a test.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
POLICIES = ROOT / "policies"
SEED = POLICIES / "dmm-privacy.policy"
PAGE = ROOT / "out" / "mihon-privacy" / "policy.ja.html"
# Byte code must be there, as in an installed package; the environment of a build must not forbid it.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME")}


class Spent(NamedTuple):
    """What a command took, in seconds, and its peak of memory in MiB: on the clock, its own processor time, the system's."""

    wall: float
    own: float
    system: float
    peak: float

    def per(self, start: Spent, count: int) -> str:
        """The difference to the start, for each of so many, in milliseconds."""
        wall, own, system = ((a - b) / count * 1000 for a, b in zip(self[:3], start[:3], strict=True))
        return f"{wall:6.2f} ms (own processor time {own:5.2f}, the system's {system:5.2f})"


def spent(command: list[str], cwd: Path) -> Spent:
    """One run of a command that must succeed."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return Spent(time.perf_counter() - start, usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024)


def interleaved(commands: dict[str, Callable[[], list[str]]], rounds: int, cwd: Path) -> dict[str, float]:
    """Median over rounds of each command's time over the first command's time of the same round."""
    ratios: dict[str, list[float]] = {name: [] for name in commands}
    base = next(iter(commands))
    for make in commands.values():
        spent(make(), cwd)
    for _ in range(rounds):
        times = {name: spent(make(), cwd).wall for name, make in commands.items()}
        for name, value in times.items():
            ratios[name].append(value / times[base])
    return {name: statistics.median(values) for name, values in ratios.items()}


def grown(factor: int) -> str:
    """The seed with `factor` times its purposes, data items, joint users and clauses."""
    text = SEED.read_text(encoding="utf-8")
    head, _, rest = text.partition("    # ページの「2．")
    clauses, _, tail = rest.partition("    # ページの「7．")
    clauses = "    # ページの「2．" + clauses
    names = ["uses", "provision", "advertisers", "with-consent", "foreign-transfer"]
    names += [line.split()[1] for line in clauses.splitlines() if line.strip().startswith("purpose ")]
    copies = [clauses]
    for n in range(2, factor + 1):
        copy = clauses
        for name in sorted(names, key=len, reverse=True):
            for before in (
                "purpose ",
                "purposes ",
                "provision ",
                "third-party-provision ",
                "delegates ",
                "within ",
                "same as ",
                "{",
            ):
                for after in (" ", "\n", "}", "|"):
                    copy = copy.replace(f"{before}{name}{after}", f"{before}{name}-{n}{after}")
        copies.append(copy)
    return head + "".join(copies) + "    # ページの「7．" + tail


# Particles between Japanese words: where words of a document's own go.
_PARTICLE = re.compile("(?<=[ぁ-んァ-ヶ一-龠])(を|の|に|は|、)(?=[ぁ-んァ-ヶ一-龠])")


def own(text: str, number: int) -> str:
    """The source with words of its own in every sentence, title and label: no two documents share a line of text, so that
    nothing that is remembered of one helps with the next."""
    lines = []
    for line in text.split("\n"):
        own_words = line if line.lstrip().startswith("#") else _PARTICLE.sub(rf"第{number}号\1", line, count=3)
        lines.append(own_words)
    return "\n".join(lines).replace("document dmm-privacy", f"document d{number:05}")


def folder(where: Path, documents: int) -> Path:
    """A folder with so many documents like the seed, each with words of its own, sharing one import."""
    where.mkdir(parents=True)
    shutil.copy(POLICIES / "dmm-group.policy", where)
    text = SEED.read_text(encoding="utf-8")
    for n in range(documents):
        (where / f"d{n:05}.policy").write_text(own(text, n), encoding="utf-8")
    return where


def cold(tmp: Path) -> None:
    """The whole process, from nothing to all artefacts of the real page."""
    n = iter(range(10_000))
    python = sys.executable

    def build() -> list[str]:
        return [python, "-m", "policyc", "build", str(SEED), "--out", str(tmp / f"cold{next(n)}")]

    page = max((ROOT.parent / "shared" / "corpus").glob("*.txt"), key=lambda p: p.stat().st_size, default=PAGE)
    rows = interleaved(
        {
            "python -c pass": lambda: [python, "-c", "pass"],
            "policyc --version": lambda: [python, "-m", "policyc", "--version"],
            "policyc check --no-law (seed)": lambda: [python, "-m", "policyc", "check", "--no-law", str(SEED)],
            "policyc check (seed, all rules of law)": lambda: [python, "-m", "policyc", "check", str(SEED)],
            "policyc build (seed, all artefacts)": build,
            f"policyc import ({page.name})": lambda: [python, "-m", "policyc", "import", str(page)],
            "import lark": lambda: [python, "-c", "import lark"],
            "import pydantic": lambda: [python, "-c", "import pydantic; pydantic.BaseModel"],
            "import jsonschema": lambda: [python, "-c", "import jsonschema"],
            "ruff --version": lambda: [python, "-m", "ruff", "--version"],
        },
        15,
        tmp,
    )
    print("cold, whole process, as a multiple of `python -c pass`")
    for name, ratio in rows.items():
        print(f"  {name:40} {ratio:6.1f}")
    base = spent([python, "-c", "pass"], tmp).peak
    seed = spent(build(), tmp).peak
    print(f"  peak memory: {seed:.1f} MiB (python -c pass: {base:.1f} MiB)\n")


# A program that does nothing but write the files that a build has written, each document in a folder of its own.
ONLY_WRITES = """
import os, sys
source, out = sys.argv[1:]
for name in os.listdir(source):
    if os.path.isdir(os.path.join(source, name)):
        os.makedirs(os.path.join(out, name))
        for file in os.listdir(os.path.join(source, name)):
            with open(os.path.join(source, name, file), "rb", 0) as read:
                body = read.read()
            handle = os.open(os.path.join(out, name, file), os.O_WRONLY | os.O_CREAT)
            os.write(handle, body)
            os.close(handle)
"""


def many(tmp: Path) -> None:
    """Time per document in one process, and in all; beside it that of `python -c pass`, and of writing alone."""
    print("documents of the seed's size with all artefacts, no two with a line of text in common")
    python = sys.executable
    base = statistics.median(spent([python, "-c", "pass"], tmp).wall for _ in range(15))
    print(f"  python -c pass: {base * 1000:.2f} ms")

    def build(count: int, *more: str) -> Spent:
        where, out = tmp / f"many{count}", tmp / f"out{count}"
        if not where.exists():
            folder(where, count)
        shutil.rmtree(out, ignore_errors=True)
        return spent([python, "-m", "policyc", "build", str(where), "--out", str(out), *more], tmp)

    build(1)
    start = min(build(1, "--jobs", "1") for _ in range(5))
    print(f"      1 document in one process: {start.wall * 1000:.0f} ms, peak {start.peak:.0f} MiB")
    for count, rounds in ((10, 5), (100, 3), (1000, 1)):
        took = min(build(count, "--jobs", "1") for _ in range(rounds))
        share = (took.own - start.own) / (count - 1) / base
        row = took.per(start, count - 1)
        print(f"  {count:5} documents in one process: each further one {row}, {share:.2f} x; peak {took.peak:.0f} MiB")
    print(f"   1000 documents on all processors: each {build(1000).per(start, 999)}")
    only = spent([python, "-c", ONLY_WRITES, str(tmp / "out1000"), str(tmp / "written")], tmp)
    print(f"   1000 documents, their files only copied: each {only.per(Spent(base, 0, 0, 0), 1000)}")
    stages = [python, str(Path(__file__).with_name("stages.py")), str(tmp / "many100")]
    subprocess.run(stages, cwd=tmp, env=ENVIRONMENT, check=True)
    print()


def growth(tmp: Path) -> None:
    """Time, memory and output size as the input grows."""
    print("one document of 1x, 10x and 100x the seed's size")
    rows = []
    for factor in (1, 10, 100):
        where = tmp / f"grown{factor}"
        where.mkdir()
        shutil.copy(POLICIES / "dmm-group.policy", where)
        source = where / "big.policy"
        source.write_text(grown(factor), encoding="utf-8")
        out = where / "out"
        took, _, _, memory = spent([sys.executable, "-m", "policyc", "build", str(source), "--out", str(out)], tmp)
        size = sum(p.stat().st_size for p in out.rglob("*") if p.is_file())
        rows.append((factor, source.stat().st_size, took, memory, size))
        print(
            f"  {factor:4}x: source {rows[-1][1] / 1024:7.0f} KiB, {took:6.2f} s, {memory:6.0f} MiB, output {size / 1024:8.0f} KiB"
        )
    (_, s1, _, _, o1), (_, s2, t2, _, _), (_, s3, t3, _, o3) = rows
    print(
        f"  output / source: {o1 / s1:.1f} at 1x, {o3 / s3:.1f} at 100x; time per KiB from 10x to 100x: x {t3 / s3 / (t2 / s2):.2f}\n"
    )


def main() -> None:
    """All of it, in about two minutes."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as name:
        tmp = Path(name)
        cold(tmp)
        many(tmp)
        growth(tmp)
    # Over 10,000 packages: `python3 benchmarks/fleet.py 10000`, some minutes and gigabytes.
    subprocess.run([sys.executable, str(Path(__file__).with_name("fleet.py"))], env=ENVIRONMENT, check=True)


if __name__ == "__main__":
    main()
