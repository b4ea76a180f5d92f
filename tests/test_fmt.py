"""`policyc fmt` as a user meets it: what is rewritten, what is only shown, and what is left alone."""

from __future__ import annotations

import os
import resource
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


def test_other_names_of_a_file_stay(folder: Path) -> None:
    """A hard link, and a link to a link: each is one file still, with the new text."""
    ugly = folder / "a" / "ugly.policy"
    (folder / "second.policy").hardlink_to(ugly)
    (folder / "link.policy").symlink_to("second.policy")
    (folder / "far.policy").symlink_to("link.policy")
    before = ugly.stat()
    assert fmt("far.policy", cwd=folder).returncode == 0
    after = ugly.stat()
    assert (after.st_ino, after.st_nlink, after.st_mode) == (before.st_ino, 2, before.st_mode)
    assert ugly.read_bytes() == (folder / "second.policy").read_bytes() == NEAT.encode()
    assert (folder / "far.policy").is_symlink() and (folder / "link.policy").is_symlink()
    assert not list(folder.rglob("*policyc-new*"))


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root may give files away")
def test_owner_and_group_stay(folder: Path) -> None:
    ugly = folder / "a" / "ugly.policy"
    os.chown(ugly, 12345, 23456)
    ugly.chmod(0o2664)
    assert fmt("a", cwd=folder).returncode == 0
    after = ugly.stat()
    assert (after.st_uid, after.st_gid, stat.S_IMODE(after.st_mode)) == (12345, 23456, 0o2664)
    assert ugly.read_bytes() == NEAT.encode()


def test_what_a_new_file_cannot_be_stays_the_old_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ugly = folder / "a" / "ugly.policy"
    before = ugly.stat()

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chmod", refuse)
    files.replace(str(ugly), NEAT.encode())
    assert ugly.stat().st_ino == before.st_ino and ugly.read_bytes() == NEAT.encode()
    assert not list(folder.rglob("*policyc-new*"))


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="the system has no such attributes")
def test_extended_attributes_stay(folder: Path) -> None:
    ugly = folder / "a" / "ugly.policy"
    try:
        os.setxattr(ugly, "user.origin", b"mihon")
    except OSError:
        pytest.skip("the file system has no such attributes")
    assert fmt("a", cwd=folder).returncode == 0
    assert ugly.read_bytes() == NEAT.encode() and os.getxattr(ugly, "user.origin") == b"mihon"


@pytest.mark.parametrize("at", ["write", "ftruncate", "fsync"])
@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "stopped"]
)
def test_a_file_written_in_place_is_whole_after_an_error(
    folder: Path, at: str, error: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    ugly = folder / "a" / "ugly.policy"
    (folder / "second.policy").hardlink_to(ugly)
    real = getattr(os, at)
    failed: list[int] = []

    def fail(handle: int, *arguments: object) -> object:
        if os.path.samestat(os.fstat(handle), ugly.stat()) and not failed:
            failed.append(1)
            if at == "write":
                # A part of it comes through.
                real(handle, b"organiz")
            raise error
        return real(handle, *arguments)

    before = held(folder)
    with monkeypatch.context() as patch, pytest.raises(type(error)):
        patch.setattr(os, at, fail)
        files.replace(str(ugly), b"x" * 3)
    assert failed and held(folder) == before


def test_a_kill_in_place_leaves_the_new_text_beside(folder: Path) -> None:
    ugly = folder / "a" / "ugly.policy"
    (folder / "second.policy").hardlink_to(ugly)
    if not (child := os.fork()):
        os.ftruncate = lambda *_: os._exit(9)
        files.replace(str(ugly), NEAT.encode())
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    (beside,) = (folder / "a").glob(".ugly.policy.*.policyc-new")
    assert beside.read_bytes() == NEAT.encode()


def test_a_full_disk_leaves_the_file(folder: Path) -> None:
    """No file may grow over so many bytes."""
    before = held(folder)
    for lang, words in (("ja", "ファイルが大きすぎます"), ("en", "File too large")):
        run = subprocess.run(
            [sys.executable, "-B", "-m", "policyc", "fmt", "a", "--lang", lang],
            cwd=folder,
            capture_output=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20)),
        )
        assert (run.returncode, run.stdout) == (2, b"")
        assert run.stderr.decode() == f"policyc: a/ugly.policy: {words}\n"
        assert held(folder) == before


def test_what_is_no_file_is_not_replaced(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "to-pipe").symlink_to("pipe")
    for name in ("pipe", "to-pipe", "a"):
        with pytest.raises(files.NotRegular):
            files.replace(str(folder / name), b"x")
    assert stat.S_ISFIFO((folder / "pipe").stat().st_mode) and (folder / "to-pipe").is_symlink()


def test_new_files_are_all_there_or_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [files.New(str(folder / name), name.encode(), 0o600) for name in ("one", "two")]
    before = held(folder)
    real = os.link
    for other in (FileExistsError(17, "File exists"), KeyboardInterrupt()):

        def fail(new: str, path: str, error: BaseException = other, **more: bool) -> None:
            if path.endswith("two"):
                raise error
            real(new, path, **more)

        with monkeypatch.context() as patch, pytest.raises(type(other)):
            patch.setattr(os, "link", fail)
            files.create(*rows)
        assert held(folder) == before

    def none(*_: object, **__: object) -> None:
        raise OSError(95, "Operation not supported")

    # A file system on which a file has one name only.
    monkeypatch.setattr(os, "link", none)
    (folder / "two").symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        files.create(*rows)
    assert not (folder / "one").exists() and not (folder / "nowhere").exists()
    (folder / "two").unlink()
    files.create(*rows)
    assert held(folder) == {**before, "one": b"one", "two": b"two"}
    assert stat.S_IMODE((folder / "one").stat().st_mode) == 0o600
