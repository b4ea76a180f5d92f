"""Output folders change whole or not at all: killed builds, foreign files, read-only places, two builds at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from conftest import POLICIES, dmm_files
from policyc.output import Refused, durable, staging, swap
from policyc.output.folder import Folder
from policyc.output.staging import STAGE


def built(body: bytes, document: str = "doc") -> dict[str, bytes]:
    """The files of a folder as a build writes them."""
    rows = [{"path": "policy.ja.md", "sha256": sha256(body).hexdigest()}]
    manifest = {"format": "policyc-manifest-1", "document": document, "artefacts": rows}
    return {"manifest.json": json.dumps(manifest).encode(), "policy.ja.md": body}


A = built(b"A\n")
B = built(b"B\n")


def write(out: Path, files: dict[str, bytes], name: str = "doc") -> list[str]:
    with staging(str(out)) as stage:
        stage.put(name, files)
        return stage.commit()


def held(out: Path, name: str = "doc") -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in (out / name).iterdir()}


def test_first_and_second_build(tmp_path: Path) -> None:
    assert write(tmp_path, A) == ["doc"]
    assert held(tmp_path) == A
    before = (tmp_path / "doc").stat().st_ino
    assert write(tmp_path, A) == []
    assert (tmp_path / "doc").stat().st_ino == before
    assert write(tmp_path, B) == ["doc"]
    assert held(tmp_path) == B
    assert sorted(p.name for p in tmp_path.iterdir()) == ["doc"]


@pytest.fixture
def _no_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for the disk: what is there when is for another test to see, and here each time would take seconds."""
    monkeypatch.setattr(durable, "_settled_at_once", lambda _: True)
    monkeypatch.setattr(Folder, "sync", lambda *_: None)


# Calls of the system that change what is there.
STEPS = ("rename", "mkdir", "replace", "rmdir", "unlink", "write")


@contextmanager
def stopped(
    monkeypatch: pytest.MonkeyPatch, limit: int, exchange: bool, stop: Callable[[], None]
) -> Iterator[list[int]]:
    """Call `stop` instead of the call after so many that change something; where the system can exchange folders, or not.
    Gives a list with how many there were."""
    real = {name: getattr(os, name) for name in STEPS}
    real_exchange = swap.exchange
    step = [0]

    def counted() -> None:
        step[0] += 1
        if step[0] > limit:
            stop()

    def call(name: str) -> Callable[..., object]:
        def one(*arguments: object, **more: object) -> object:
            counted()
            return real[name](*arguments, **more)

        return one

    def exchanged(name: str, one: Folder, other: Folder) -> bool:
        counted()
        return exchange and real_exchange(name, one, other)

    with monkeypatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, call(name))
        patch.setattr(swap, "exchange", exchanged)
        yield step


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is killed")
@pytest.mark.parametrize("exchange", [True, False])
@pytest.mark.usefixtures("_no_disk")
def test_killed_at_every_step(tmp_path: Path, exchange: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that ends before the n-th call that changes something runs no clean-up; then look, and build again."""
    finished = False
    for limit in range(40):
        out = tmp_path / f"{exchange}{limit}"
        write(out, A)
        if not (child := os.fork()):
            with stopped(monkeypatch, limit, exchange, lambda: os._exit(9)):
                write(out, B)
            os._exit(0)
        finished = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        if exchange:
            assert held(out) in (A, B)
        write(out, B if finished else held(out) if (out / "doc").exists() else A)
        assert held(out) in (A, B)
        assert sorted(p.name for p in out.iterdir()) == ["doc"]
        if finished:
            break
    assert finished and limit > 5


@pytest.mark.parametrize("exchange", [True, False])
@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), KeyboardInterrupt()], ids=["error", "interrupt"])
@pytest.mark.usefixtures("_no_disk")
def test_a_site_whose_commit_fails_is_as_it_was(
    tmp_path: Path, exchange: bool, error: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One call fails, wherever it is; those that follow work again."""
    names = ("a", "b", "c")
    index = b'{"format": "policyc-index-1", "documents": [%d]}'

    def site(out: Path, body: bytes) -> None:
        with staging(str(out)) as stage:
            for name in names:
                stage.put(name, built(body, name))
            own = f"only-{body.decode().strip()}"
            stage.put(own, built(body, own))
            stage.index(index % body[0])
            left = stage.left_over({*names, own})
            assert stage.prune(left) == []
            stage.commit()

    def now(out: Path) -> dict[str, bytes]:
        return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}

    old, new = tmp_path / "old", tmp_path / "new"
    site(old, b"A\n")
    site(new, b"B\n")
    finished = False
    for limit in range(120):
        out = tmp_path / str(limit)
        site(out, b"A\n")
        failed = []

        def stop(failed: list[int] = failed) -> None:
            if not failed:
                failed.append(1)
                raise error

        with stopped(monkeypatch, limit, exchange, stop):
            try:
                site(out, b"B\n")
            except (OSError, KeyboardInterrupt):
                finished = False
            else:
                finished = not failed
        # After the index is in place nothing is left to do but to clear away, which the next build does too.
        assert now(out) in (now(old), now(new)) or ((out / STAGE).exists() and now(out).items() > now(new).items())
        site(out, b"B\n")
        assert now(out) == now(new)
        if finished:
            break
    assert finished and limit > 20


@pytest.mark.slow
def test_killed_for_real(tmp_path: Path) -> None:
    """`kill -9` at growing moments of a real build: the folder is always a whole one."""
    import time

    policies = tmp_path / "p"
    policies.mkdir()
    for name, text in dmm_files().items():
        (policies / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "policyc", "build", str(policies), "--out", str(tmp_path / "out")]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    versions = [held(tmp_path / "out", "dmm-privacy")]
    source = policies / "dmm-group.policy"
    source.write_text(source.read_text(encoding="utf-8").replace('"当社"', '"弊社"'), encoding="utf-8")
    subprocess.run([*command[:-1], str(tmp_path / "other")], check=True, stdout=subprocess.DEVNULL)
    versions.append(held(tmp_path / "other", "dmm-privacy"))
    for milliseconds in range(20, 260, 8):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(milliseconds / 1000)
        process.kill()
        process.wait()
        assert held(tmp_path / "out", "dmm-privacy") in versions
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    assert held(tmp_path / "out", "dmm-privacy") == versions[1]


def test_a_folder_of_someone_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "doc").mkdir()
    (tmp_path / "doc" / "thesis.txt").write_text("years of work")
    with pytest.raises(Refused):
        write(tmp_path, A)
    assert (tmp_path / "doc" / "thesis.txt").exists()


def test_a_file_beside_ours_is_not_deleted(tmp_path: Path) -> None:
    write(tmp_path, A)
    (tmp_path / "doc" / "note.txt").write_text("mine")
    with pytest.raises(Refused):
        write(tmp_path, B)
    assert held(tmp_path) == {**A, "note.txt": b"mine"}


def test_a_link_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    out = tmp_path / "out"
    out.mkdir()
    (out / "doc").symlink_to(elsewhere)
    with pytest.raises(Refused):
        write(out, A)
    assert list(elsewhere.iterdir()) == []


def test_two_builds_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "policyc", "build", str(POLICIES), "--out", str(tmp_path / "out")]
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(4)]
    assert [process.wait() for process in running] == [0, 0, 0, 0]
    check = subprocess.run([*command, "--check"])
    assert check.returncode == 0
    names = [p.name for p in (tmp_path / "out").iterdir()]
    assert not [name for name in names if name.startswith(".")]


def test_errors_leave_the_output_alone(tmp_path: Path) -> None:
    policies = tmp_path / "p"
    policies.mkdir()
    for name, text in dmm_files().items():
        (policies / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "policyc", "build", str(policies), "--out", str(tmp_path / "out")]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    before = held(tmp_path / "out", "dmm-privacy")
    source = policies / "dmm-privacy.policy"
    source.write_text(
        source.read_text(encoding="utf-8").replace("responsible: dmm", "responsible: dnn"), encoding="utf-8"
    )
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 1
    assert "dnn" in run.stderr and "Traceback" not in run.stderr
    assert held(tmp_path / "out", "dmm-privacy") == before


def test_manifest_lists_and_digests_everything(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "policyc", "build", str(POLICIES), "--out", str(tmp_path / "out")]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    folder = tmp_path / "out" / "dmm-privacy"
    listed = json.loads((folder / "manifest.json").read_bytes())
    rows = {row["path"]: row for row in listed["artefacts"]}
    assert {p.name for p in folder.iterdir()} == {*rows, "manifest.json"}
    for name, row in rows.items():
        body = (folder / name).read_bytes()
        assert (row["bytes"], row["sha256"]) == (len(body), sha256(body).hexdigest())
    assert {row["path"] for row in listed["sources"]} == {"dmm-group.policy", "dmm-privacy.policy"}
    assert listed["losses"], "P3P cannot say joint use: the report must not be empty"


@pytest.mark.parametrize("place", ["file/out", "/proc/policyc-out"])
def test_a_place_that_cannot_be_written(tmp_path: Path, place: str) -> None:
    """Below a file, and on a file system that takes no folders: works for root too, whom permissions do not stop."""
    (tmp_path / "file").write_text("a file")
    command = [sys.executable, "-m", "policyc", "build", str(POLICIES), "--out", place]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 2, run.stderr
    assert run.stderr.startswith("policyc: ") and "Traceback" not in run.stderr
    assert run.stderr.count("\n") == 1
