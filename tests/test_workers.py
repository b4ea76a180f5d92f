"""A build by several processes gives what one gives: the same bytes, the same messages, the same end."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from policyc.cli import _building
from policyc.cli._workers import Workers

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="one process builds where none can be forked")

COUNT = 40
SOURCE = """\
organization mihon "株式会社みほん" {{ called: "当社" }}
document d{n:02} "プライバシーポリシー第{n}号" {{
  kind: privacy-notice
  url: <https://mihon.example/{n}/>
  operator: mihon
  operator-identity {{ of: mihon }}
  purposes {{ purpose delivery "商品{n}をお届けするため" {{ is: goods-delivery }} }}
}}
"""


@pytest.fixture
def fleet(tmp_path: Path) -> Path:
    where = tmp_path / "fleet"
    where.mkdir()
    for n in range(COUNT):
        (where / f"d{n:02}.policy").write_text(SOURCE.format(n=n), encoding="utf-8")
    return where


def built(fleet: Path, jobs: int, *more: str) -> tuple[int, str, str]:
    """A build of a fleet into `out` beside it: how it ended, and what it said."""
    command = [sys.executable, "-m", "policyc", "build", fleet.name, "--out", "out", "--jobs", str(jobs), *more]
    run = subprocess.run(command, cwd=fleet.parent, capture_output=True, text=True, encoding="utf-8", timeout=120)
    return run.returncode, run.stdout, run.stderr


def held(out: Path) -> dict[str, bytes]:
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


def alone_and_together(fleet: Path, *more: str) -> tuple[tuple[int, str, str], dict[str, bytes]]:
    """A build by one process, and by three: they must agree in everything."""
    out = fleet.parent / "out"
    before = held(out)
    alone = built(fleet, 1, *more)
    files = held(out)
    shutil.rmtree(out, ignore_errors=True)
    for name, body in before.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(body)
    together = built(fleet, 3, *more)
    assert together == alone
    assert held(out) == files
    assert not list(out.glob(".*")), "no stage is left"
    return alone, files


def test_same_bytes_and_words(fleet: Path) -> None:
    (code, said, told), files = alone_and_together(fleet)
    assert (code, told) == (0, "")
    assert f"{COUNT} → out/ ({COUNT} changed)" in said
    assert sum(name.endswith("manifest.json") for name in files) == COUNT
    (fleet / "d17.policy").write_text(SOURCE.format(n=17).replace("商品", "見本"), encoding="utf-8")
    (code, said, told), _ = alone_and_together(fleet, "--check")
    assert (code, said) == (1, "")
    assert [line for line in told.splitlines() if "d17" in line] == told.splitlines()
    (_, said, _), _ = alone_and_together(fleet)
    assert "(1 changed)" in said


def test_all_but_the_first_are_compiled_elsewhere(fleet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = _building._Build._one

    def counted(self: _building._Build, row: object, folders: object) -> None:
        compiled.append(row.path)  # type: ignore[attr-defined]
        real(self, row, folders)  # type: ignore[arg-type]

    monkeypatch.setattr(_building._Build, "_one", counted)
    monkeypatch.chdir(fleet.parent)
    with pytest.raises(SystemExit) as end:
        _building.build((fleet.name,), "out", False, (), "ja", None, jobs=2)
    assert end.value.code == 0
    assert compiled == ["d00.policy"]


def test_findings_are_told_in_order_and_nothing_changes(fleet: Path) -> None:
    for n, wrong in ((9, "goods-deliverx"), (30, "good-delivery")):
        (fleet / f"d{n:02}.policy").write_text(SOURCE.format(n=n).replace("goods-delivery", wrong), encoding="utf-8")
    (code, said, told), files = alone_and_together(fleet)
    assert (code, said, files) == (1, "", {})
    assert told.index("goods-deliverx") < told.index("good-delivery")


def test_one_name_for_two_documents(fleet: Path) -> None:
    (fleet / "d33.policy").write_text(SOURCE.format(n=11).replace("document d11", "document D11"), encoding="utf-8")
    (code, _, told), files = alone_and_together(fleet)
    assert (code, files) == (1, {})
    assert told.count("[build/duplicate-document]") == 1 and "d33.policy" in told


def test_a_folder_of_someone_else_is_refused(fleet: Path) -> None:
    foreign = fleet.parent / "out" / "d21"
    foreign.mkdir(parents=True)
    (foreign / "thesis.txt").write_text("years of work")
    (code, said, told), files = alone_and_together(fleet)
    assert (code, said) == (2, "")
    assert told.startswith("policyc: ") and told.count("\n") == 1 and "d21" in told
    assert list(files) == ["d21/thesis.txt"]


def test_a_source_that_cannot_be_read(fleet: Path) -> None:
    (fleet / "d25.policy").unlink()
    os.mkfifo(fleet / "d25.policy")
    (code, _, told), _ = alone_and_together(fleet)
    assert (code, told.count("\n")) == (2, 1) and "d25.policy" in told


def test_what_fails_elsewhere_is_the_callers() -> None:
    def work(row: int) -> tuple[int, int] | None:
        if row % 5 == 0:
            raise ValueError
        return None if row % 7 == 0 else (row, os.getpid())

    rows = list(range(60))
    with Workers(rows, work, 3) as workers:
        made = [workers.made(n) for n in range(len(rows))]
    assert [n for n, one in enumerate(made) if one is None] == [n for n in rows if n % 5 == 0 or n % 7 == 0]
    done = [one for one in made if one is not None]
    assert all(rows[n] == one[0] for n, one in enumerate(made) if one is not None)
    assert len({process for _, process in done}) == 3 and os.getpid() not in {process for _, process in done}


def test_the_share_of_a_killed_process_is_the_callers() -> None:
    def work(row: int) -> list[int]:
        if row == 21:
            os.kill(os.getpid(), signal.SIGKILL)
        return [row]

    rows = list(range(60))
    with Workers(rows, work, 2) as workers:
        made = [workers.made(n) for n in range(len(rows))]
    assert [n for n, one in enumerate(made) if one is None] == [0, *range(21, 60, 2)]


def test_no_process_is_left() -> None:
    def work(row: int) -> list[int]:
        time.sleep(60 if row > 5 else 0)
        return [row]

    workers = Workers(list(range(60)), work, 2)
    with pytest.raises(KeyError), workers:
        assert workers.made(1) == [1]
        raise KeyError
    for process in workers.processes:
        with pytest.raises(OSError):
            os.kill(process, 0)


def test_few_sources_stay_in_one_process() -> None:
    with Workers(list(range(10)), lambda row: [row], 4) as workers:
        assert [workers.made(n) for n in range(10)] == [None] * 10
        assert workers.processes == []


@pytest.mark.slow
def test_killed_for_real(fleet: Path) -> None:
    """`kill -9` of the first process at growing moments: the folders stay as they were, and the next build is whole."""
    out = fleet.parent / "out"
    assert built(fleet, 1)[0] == 0
    old = by_folder(out)
    for n in range(COUNT):
        (fleet / f"d{n:02}.policy").write_text(SOURCE.format(n=n).replace("商品", "見本"), encoding="utf-8")
    command = [sys.executable, "-m", "policyc", "build", fleet.name, "--jobs", "3", "--out"]
    subprocess.run([*command, "new"], cwd=fleet.parent, check=True, stdout=subprocess.DEVNULL)
    new = by_folder(fleet.parent / "new")
    for milliseconds in range(60, 260, 20):
        process = subprocess.Popen([*command, "out"], cwd=fleet.parent, stdout=subprocess.DEVNULL)
        time.sleep(milliseconds / 1000)
        process.kill()
        process.wait()
        for name, files in by_folder(out).items():
            assert files in (old[name], new[name])
    # The next build waits until none of the killed one is left, and clears away what that left behind.
    assert built(fleet, 3)[0] == 0
    assert by_folder(out) == new
    assert not list(out.glob(".*"))


def by_folder(out: Path) -> dict[str, dict[str, bytes]]:
    """The files of each output folder."""
    return {folder.name: held(folder) for folder in out.iterdir() if folder.is_dir() and folder.name[0] == "d"}
