"""Output folders change whole or not at all: killed builds, foreign files, read-only places, two builds at once."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import POLICIES, dmm_files
from policyc import output
from policyc.output import Refused, staging

A = {"manifest.json": b'{"artefacts": [{"path": "policy.ja.md"}]}', "policy.ja.md": b"A\n"}
B = {"manifest.json": b'{"artefacts": [{"path": "policy.ja.md"}]}', "policy.ja.md": b"B\n"}


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


@pytest.mark.parametrize("exchange", [True, False])
def test_killed_at_every_step(tmp_path: Path, exchange: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop before the n-th system call that changes something, as a kill would; then look, and build again."""
    real = {name: getattr(os, name) for name in ("rename", "mkdir", "replace")}
    real_exchange = output._exchange

    class Killed(BaseException):
        pass

    step = 0
    for limit in range(12):
        out = tmp_path / f"{exchange}{limit}"
        write(out, A)
        step = 0

        def counted(name: str, limit: int = limit) -> object:
            def call(*arguments: object, **more: object) -> object:
                nonlocal step
                step += 1
                if step > limit:
                    raise Killed
                return real[name](*arguments, **more)

            return call

        def exchanged(a: str, b: str, limit: int = limit) -> bool:
            nonlocal step
            step += 1
            if step > limit:
                raise Killed
            return real_exchange(a, b) if exchange else False

        with monkeypatch.context() as patch:
            for name in real:
                patch.setattr(os, name, counted(name))
            patch.setattr(output, "_exchange", exchanged)
            # A kill runs no clean-up either.
            patch.setattr(shutil, "rmtree", lambda *_, **__: None)
            patch.setattr(os, "rmdir", lambda *_: None)
            try:
                write(out, B)
                finished = True
            except Killed:
                finished = False
        if exchange:
            assert held(out) in (A, B)
        write(out, B if finished else held(out) if (out / "doc").exists() else A)
        assert held(out) in (A, B)
        assert sorted(p.name for p in out.iterdir()) == ["doc"]
    assert step > 0


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
    from hashlib import sha256

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
