"""`python3 benchmarks/fleet.py [COUNT]`: how long `policyc ask` takes to load and to answer over so many packages.

The packages are real ones (`policyc pack`), each of another firm with another address, made before the clock starts.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from policyc.ask import questions  # noqa: E402
from policyc.ask.graph import Graphs  # noqa: E402
from policyc.package.make import pack  # noqa: E402

BUILT = ROOT / "out" / "mihon-privacy"
ASKED = (
    ("who-receives", "メールアドレス"),
    ("data-for", "inquiry-handling"),
    ("what-goes-abroad", ""),
    ("who-shares-with", "配送業者"),
)


def packages(where: Path, count: int) -> int:
    """So many packages in a folder; the size of them all in bytes."""
    files = {path.name: path.read_bytes() for path in BUILT.iterdir()}
    made, found = pack({BUILT.name: files}, "package")
    assert made is not None, found
    size = 0
    for n in range(count):
        # The digests are those of the first: loading does not look at them, `policyc verify` does.
        one = made.replace(b"www.mihon.example", b"m%08d.example" % n)
        size += len(one)
        (where / f"{n:05}.zip").write_bytes(one)
    return size


def main(count: int) -> None:
    """Load, then each question once."""
    with tempfile.TemporaryDirectory() as name:
        where = Path(name)
        size = packages(where, count)
        graphs = Graphs()
        start = time.perf_counter()
        bad = graphs.add((path.name, content(path)) for path in sorted(where.glob("*.zip")))
        took = time.perf_counter() - start
        assert not bad, bad[:3]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"ask over {count} packages ({size / 2**20:.0f} MiB): loaded in {took:.1f} s, peak {peak:.0f} MiB")
        for question, word in ASKED:
            start = time.perf_counter()
            answers = graphs.ask(questions()[question], word)
            print(f"  {question:16} {word:16} {len(answers):7} answers in {time.perf_counter() - start:6.2f} s")


def content(path: Path) -> bytes:
    """The graph in a package. Its digests are no longer those of its content, so it is read without a check."""
    with zipfile.ZipFile(path) as package:
        info = next(one for one in package.infolist() if one.filename.endswith("policy.jsonld"))
        with path.open("rb") as file:
            file.seek(info.header_offset + 26)
            lengths = file.read(4)
            file.seek(int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little"), 1)
            return file.read(info.file_size)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
