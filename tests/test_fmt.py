"""`policyc fmt` as a user meets it: what is rewritten, what is only shown, and what is left alone."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from policyc import files
from policyc.cli.fmt import command
from policyc.loader import MAX_BYTES

UGLY = 'organization mihon "株式会社みほん" {\n\n   called : "当社" # 略称\n}\n'
NEAT = 'organization mihon "株式会社みほん" {\n  called: "当社"  # 略称\n}\n'
BROKEN = 'organization mihon "株式会社みほん" {\n   called  "当社" :\n'


def fmt(*arguments: str, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    call = [sys.executable, "-m", "policyc", "fmt", "--lang", "en", *arguments]
    return subprocess.run(call, cwd=cwd, input=stdin, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "ugly.policy").write_text(UGLY, encoding="utf-8")
    (tmp_path / "a" / "b" / "neat.policy").write_text(NEAT, encoding="utf-8")
    (tmp_path / "a" / "other.txt").write_text(UGLY, encoding="utf-8")
    return tmp_path


def held(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_files_are_rewritten(folder: Path) -> None:
    (folder / "a" / "ugly.policy").chmod(0o640)
    before = held(folder)
    run = fmt("a", cwd=folder)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"formatted a/ugly.policy\n")
    assert held(folder) == {**before, "a/ugly.policy": NEAT.encode()}
    assert stat.S_IMODE((folder / "a" / "ugly.policy").stat().st_mode) == 0o640
    assert fmt("a", cwd=folder).stderr == b""


def test_check_writes_nothing(folder: Path) -> None:
    before = held(folder)
    run = fmt("--check", "a", cwd=folder)
    assert (run.returncode, run.stdout, run.stderr) == (1, b"", b"a/ugly.policy would be formatted\n")
    assert held(folder) == before
    assert fmt("--check", "a/b", cwd=folder).returncode == 0


def test_diff_writes_nothing(folder: Path) -> None:
    before = held(folder)
    run = fmt("--diff", "a", cwd=folder)
    assert run.returncode == 0
    assert run.stdout.decode() == (
        '--- a/ugly.policy\n+++ a/ugly.policy\n@@ -1,4 +1,3 @@\n organization mihon "株式会社みほん" {\n'
        '-\n-   called : "当社" # 略称\n+  called: "当社"  # 略称\n }\n'
    )
    assert fmt("--diff", "--check", "a", cwd=folder).returncode == 1
    assert held(folder) == before


def test_a_file_with_faults_is_left_alone(folder: Path) -> None:
    (folder / "a" / "broken.policy").write_text(BROKEN, encoding="utf-8")
    run = fmt("a", cwd=folder)
    assert run.returncode == 1
    assert b"syntax/" in run.stderr and b"a/broken.policy:" in run.stderr and b"formatted a/ugly.policy" in run.stderr
    assert held(folder)["a/broken.policy"] == BROKEN.encode()
    assert held(folder)["a/ugly.policy"] == NEAT.encode()


def test_line_ends_and_mark(folder: Path) -> None:
    path = folder / "a" / "b" / "neat.policy"
    path.write_bytes(b"\xef\xbb\xbf" + NEAT.replace("\n", "\r\n").encode())
    assert fmt("--check", "a/b", cwd=folder).returncode == 1
    assert fmt("a/b", cwd=folder).returncode == 0
    assert path.read_bytes() == NEAT.encode()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("組織 見本 「株式会社みほん」".encode("cp932"), b"syntax/not-utf-8"),
        (b"#" * (MAX_BYTES + 9), b"syntax/too-large"),
    ],
)
def test_what_cannot_be_read_whole_is_left_alone(folder: Path, raw: bytes, code: bytes) -> None:
    path = folder / "odd.policy"
    path.write_bytes(raw)
    for arguments in (("odd.policy",), ("-",)):
        run = fmt(*arguments, cwd=folder, stdin=raw)
        assert (run.returncode, run.stdout) == (1, b"")
        assert code in run.stderr
    assert path.read_bytes() == raw


def test_standard_input(folder: Path) -> None:
    run = fmt("-", cwd=folder, stdin=UGLY.encode())
    assert (run.returncode, run.stdout, run.stderr) == (0, NEAT.encode(), b"")
    assert fmt("-", "--keywords", "ja", cwd=folder, stdin=UGLY.encode()).stdout.decode().startswith("組織 mihon ")
    run = fmt("-", "--check", cwd=folder, stdin=UGLY.encode())
    assert (run.returncode, run.stdout) == (1, b"")
    run = fmt("-", cwd=folder, stdin=BROKEN.encode())
    assert (run.returncode, run.stdout) == (1, b"")


def test_a_link_stays_a_link(folder: Path) -> None:
    (folder / "link.policy").symlink_to(folder / "a" / "ugly.policy")
    assert fmt("link.policy", cwd=folder).returncode == 0
    assert (folder / "link.policy").is_symlink()
    assert held(folder)["a/ugly.policy"] == NEAT.encode()


def test_a_file_that_may_not_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = held(folder)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    run = CliRunner().invoke(command, ["a", "--lang", "en"])
    assert run.exit_code == 2
    assert "a/ugly.policy: Permission denied" in run.output
    assert held(folder) == before


def test_a_write_that_fails_leaves_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = held(folder)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        files.replace(str(folder / "a" / "ugly.policy"), b"x")
    assert held(folder) == before
