"""What stands in a build's way is left alone and told, in both languages: links, things of others, files edited by hand,
folders of documents that are gone, places that cannot be written."""

from __future__ import annotations

import json
import os
import resource
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from policyc.output import durable, staging, swap
from policyc.output.staging import MARK, STAGE
from test_cli import GOOD, policyc

LANGUAGES = pytest.mark.parametrize("lang", ["ja", "en"])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two documents, built; the sources of one have changed since."""
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "notice.policy").write_text(GOOD, encoding="utf-8")
    (tmp_path / "p" / "other.policy").write_text(GOOD.replace("document notice", "document other"), encoding="utf-8")
    assert policyc("build", "p", cwd=tmp_path).returncode == 0
    change(tmp_path)
    return tmp_path


def change(site: Path, words: str = "法律を守ります") -> None:
    text = GOOD.replace("法令を守ります", words)
    (site / "p" / "notice.policy").write_text(text, encoding="utf-8")


def tree(where: Path) -> dict[str, object]:
    """All that is below a folder: the bytes of files, where links lead, what else is there."""
    return {
        str(path.relative_to(where)): str(path.readlink())
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else path.lstat().st_mode
        for path in sorted(where.rglob("*"))
    }


def refused(site: Path, path: str, ja: str, en: str, *more: str) -> None:
    """A build says what is in its way, in one line, and touches nothing."""
    before = tree(site)
    for lang, words in (("ja", ja), ("en", en)):
        run = policyc("build", "p", "--lang", lang, *more, cwd=site)
        assert (run.returncode, run.stdout) == (2, ""), run.stderr
        assert run.stderr.startswith(f"policyc: {path}") and words in run.stderr and run.stderr.count("\n") == 1
        assert tree(site) == before


def to_victim(place: Path) -> None:
    (place.parent.parent / "victim").mkdir()
    (place.parent.parent / "victim" / "secret.old").write_text("theirs")
    place.symlink_to("../victim")


def of_somebody(place: Path) -> None:
    (place / "secret.old").mkdir(parents=True)
    (place / "secret.old" / "thesis.txt").write_text("years of work")


def with_mark_and_link(place: Path) -> None:
    place.mkdir()
    (place / MARK).write_text("")
    (place / "secret.old").symlink_to("/")


def bound(place: Path) -> None:
    # The path of a socket is short.
    with socket.socket(socket.AF_UNIX) as one:
        here = Path.cwd()
        os.chdir(place.parent)
        try:
            one.bind(place.name)
        finally:
            os.chdir(here)


STAGES: list[Callable[[Path], object]] = [
    to_victim,
    lambda place: place.symlink_to("nowhere"),
    lambda place: place.write_text("a file"),
    os.mkfifo,
    bound,
    of_somebody,
    with_mark_and_link,
]


@pytest.mark.parametrize("taken", STAGES, ids=["link", "dangling", "file", "pipe", "socket", "folder", "marked"])
def test_the_name_of_the_stage_is_taken(site: Path, taken: Callable[[Path], object]) -> None:
    taken(site / "out" / STAGE)
    refused(site, f"out/{STAGE}", "policyc のものではありません", "was not made by policyc")


def test_what_was_put_aside_goes_back_only_where_it_is_proven(site: Path) -> None:
    stage = site / "out" / STAGE
    of_somebody(stage)
    (stage / MARK).write_text("")
    refused(site, f"out/{STAGE}/secret.old", "policyc が書いたものではない", "was not written by policyc")
    # The folder of a document that a killed build put aside, edited by hand before: it goes back, and stays what it is.
    shutil.rmtree(stage / "secret.old")
    (site / "out" / "other").rename(stage / "other.old")
    (site / "out" / "notice").rename(stage / "notice.old")
    (stage / "notice.old" / "policy.ja.md").write_text("by hand")
    run = policyc("build", "p", cwd=site)
    assert run.returncode == 2 and "手で直されている" in run.stderr
    assert (site / "out" / "notice" / "policy.ja.md").read_text() == "by hand"
    assert (site / "out" / "other" / "policy.ja.md").exists() and not stage.exists()


def instead(place: Path, kind: str) -> None:
    """Something else of the name of a published file."""
    place.unlink()
    if kind == "folder":
        place.mkdir()
        (place / "thesis.txt").write_text("years of work")
    elif kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to("../../p/notice.policy")


@pytest.mark.parametrize("kind", ["folder", "pipe", "link"])
@pytest.mark.parametrize("name", ["notice/policy.ja.md", "notice/manifest.json", "index.json"])
def test_something_else_of_the_name_of_a_published_file(site: Path, kind: str, name: str) -> None:
    change(site)
    (site / "p" / "third.policy").write_text(GOOD.replace("document notice", "document third"), encoding="utf-8")
    instead(site / "out" / name, kind)
    for more in ((), ("--overwrite-edited",)):
        refused(site, f"out/{name}", "policyc が書いたものではない", "was not written by policyc", *more)
    assert policyc("build", "p", "--check", cwd=site).returncode == 1


def test_an_index_of_somebody_else(site: Path) -> None:
    for body in ('{"pages": []}', "[" * 100_000, "<html>"):
        (site / "out" / "index.json").write_text(body)
        refused(site, "out/index.json", "policyc が書いたものではない", "was not written by policyc")


def test_a_file_edited_by_hand_is_not_replaced_unasked(site: Path) -> None:
    page, text = (site / "out" / "notice" / name for name in ("policy.ja.html", "policy.ja.txt"))
    page.write_text(page.read_text(encoding="utf-8") + "<!-- 手で直した -->", encoding="utf-8")
    refused(site, "out/notice/policy.ja.html", "--overwrite-edited", "edited after it was built")
    text.write_text("", encoding="utf-8")
    refused(site, "out/notice/policy.ja.html", "（ほか 1 件）", "(and 1 more)")
    run = policyc("build", "p", "--overwrite-edited", cwd=site)
    assert (run.returncode, run.stderr) == (0, "")
    assert policyc("build", "p", "--check", cwd=site).returncode == 0


def test_overwriting_is_for_edited_files_only(site: Path) -> None:
    (site / "out" / "notice" / "policy.ja.txt").write_text("edited")
    (site / "out" / "notice" / "note.txt").write_text("mine")
    refused(site, "out/notice/note.txt", "policyc が書いたものではない", "was not written", "--overwrite-edited")
    (site / "out" / "notice" / "note.txt").unlink()
    (site / "out" / "notice" / "manifest.json").write_text("<<<<<<< HEAD\n")
    refused(site, "out/notice/manifest.json", "policyc が書いたものではない", "was not written", "--overwrite-edited")


def test_an_edit_that_the_source_has_too_is_not_lost(site: Path) -> None:
    policyc("build", "p", "--out", "next", cwd=site)
    shutil.copy(site / "next" / "notice" / "policy.ja.md", site / "out" / "notice" / "policy.ja.md")
    assert policyc("build", "p", cwd=site).returncode == 0


def test_an_edit_while_a_build_runs_is_not_lost(site: Path) -> None:
    page = site / "out" / "notice" / "policy.ja.html"
    new = {path.name: path.read_bytes() for path in page.parent.iterdir()} | {"policy.ja.txt": b"new"}
    with pytest.raises(Exception, match=r"policy\.ja\.html"), staging(str(site / "out")) as stage:
        stage.put("notice", new)
        page.write_text("by hand")
        stage.commit()
    assert page.read_text() == "by hand" and not (site / "out" / STAGE).exists()


def test_what_is_no_edit_needs_no_option(site: Path) -> None:
    """Line ends of a checkout on Windows, files that did not come over, a manifest of an older compiler."""
    notice = site / "out" / "notice"
    for path in notice.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (notice / "policy.ja.txt").unlink()
    manifest = json.loads((notice / "manifest.json").read_bytes())
    manifest["compiler"]["version"] = "0.0.1"
    (notice / "manifest.json").write_text(json.dumps(manifest))
    assert policyc("build", "p", cwd=site).returncode == 0
    assert b"\r" not in (notice / "policy.ja.html").read_bytes()


def test_the_output_folder_itself_may_be_a_link(site: Path) -> None:
    (site / "out").rename(site / "elsewhere")
    (site / "out").symlink_to("elsewhere")
    assert policyc("build", "p", cwd=site).returncode == 0
    assert (site / "out").is_symlink() and policyc("build", "p", "--check", cwd=site).returncode == 0


@LANGUAGES
def test_what_a_removed_source_left_is_told(site: Path, lang: str) -> None:
    (site / "p" / "other.policy").unlink()
    run = policyc("build", "p", "--lang", lang, cwd=site)
    left, what = run.stderr.splitlines()
    said = (
        "out/other は、今のソースにない文書の残りです"
        if lang == "ja"
        else "out/other is left over: no source declares it"
    )
    assert run.returncode == 0 and left == said and "--prune" in what
    assert (site / "out" / "other").exists()
    run = policyc("build", "p", "--prune", "--lang", lang, cwd=site)
    removed = "out/other を消しました\n" if lang == "ja" else "removed out/other\n"
    assert (run.returncode, run.stderr) == (0, removed)
    assert sorted(path.name for path in (site / "out").iterdir()) == ["index.json", "notice"]
    assert policyc("build", "p", "--check", cwd=site).returncode == 0


def test_only_what_is_proven_is_pruned(site: Path) -> None:
    out = site / "out"
    (site / "p" / "other.policy").unlink()
    for name in ("edited", "full", "kept-2025", "linked"):
        shutil.copytree(out / "other", out / name)
        manifest = (out / name / "manifest.json").read_text(encoding="utf-8")
        if name != "kept-2025":
            (out / name / "manifest.json").write_text(manifest.replace('"other"', f'"{name}"'), encoding="utf-8")
    (out / "edited" / "policy.ja.md").write_text("by hand")
    (out / "full" / "note.txt").write_text("mine")
    (out / "linked" / "policy.ja.md").unlink()
    (out / "linked" / "policy.ja.md").symlink_to("../other/policy.ja.md")
    (out / "app").mkdir()
    (out / "app" / "manifest.json").write_text('{"name": "an app", "icons": []}')
    (out / "far").symlink_to("other")
    before = tree(out)
    run = policyc("build", "p", "--prune", cwd=site)
    assert run.returncode == 0
    told = run.stderr.splitlines()
    assert told[0] == "out/other を消しました"
    assert [line.split()[0] for line in told[1:5]] == ["out/edited", "out/full", "out/kept-2025", "out/linked"]
    assert "手で消してください" in told[5] and len(told) == 6
    gone = {name for name in before if name == "other" or name.startswith("other/")}
    same = {name for name in before if name.split("/")[0] not in ("other", "notice", "index.json")}
    after = tree(out)
    assert not gone & after.keys() and {name: after[name] for name in same} == {name: before[name] for name in same}


def test_one_source_knows_nothing_of_the_others(site: Path) -> None:
    source = "p/notice.policy"
    run = policyc("build", source, cwd=site)
    assert (run.returncode, run.stderr) == (0, "")
    assert policyc("build", source, "--check", cwd=site).stderr == ""
    before = tree(site)
    run = policyc("build", source, "--prune", cwd=site)
    assert run.returncode == 2 and "--prune" in run.stderr and tree(site) == before


@LANGUAGES
@pytest.mark.parametrize(
    ("out", "ja", "en"),
    [
        ("file/out/deep", "フォルダではありません", "Not a directory"),
        ("dangling", "同じ名前のものが既にあります", "File exists"),
        ("new/" + "長" * 100, "名前が長すぎます", "File name too long"),
    ],
)
def test_a_place_that_cannot_be_made(site: Path, lang: str, out: str, ja: str, en: str) -> None:
    (site / "file").write_text("a file")
    (site / "dangling").symlink_to("nowhere/at/all")
    before = tree(site)
    run = policyc("build", "p", "--out", out, "--lang", lang, cwd=site)
    assert run.returncode == 2 and run.stderr.startswith(f"policyc: {out[:4]}")
    assert (ja if lang == "ja" else en) in run.stderr and run.stderr.count("\n") == 1
    assert tree(site) == before


def test_a_file_in_the_place_of_the_output(site: Path) -> None:
    (site / "file").write_text("a file")
    assert policyc("build", "p", "--out", "file", cwd=site).returncode == 2
    assert (site / "file").read_text() == "a file"


@LANGUAGES
@pytest.mark.parametrize("most", [0, 2000])
def test_no_room(site: Path, lang: str, most: int) -> None:
    """No file may grow over so many bytes: what a disk that is full does to a build, wherever it stops."""
    before = tree(site)
    for out in ("out", "new/place"):
        run = subprocess.run(
            [sys.executable, "-B", "-m", "policyc", "build", "p", "--out", out, "--lang", lang],
            cwd=site,
            capture_output=True,
            text=True,
            encoding="utf-8",
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
        )
        assert run.returncode == 2 and run.stderr.startswith(f"policyc: {out}/") and run.stderr.count("\n") == 1
        assert ("ファイルが大きすぎます" if lang == "ja" else "File too large") in run.stderr
        assert tree(site) == before


@pytest.mark.skipif(sys.platform != "linux", reason="there an open file tells its path")
@pytest.mark.parametrize(("few", "at_once"), [(0, True), (0, False), (4, False)])
def test_all_is_on_the_disk_before_anything_moves(
    site: Path, few: int, at_once: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order in which a power cut sees it: files and their folders, then the moves, then the folder they went to."""
    done: list[str] = []

    def of(handle: int) -> str:
        return os.path.relpath(Path(f"/proc/self/fd/{handle}").readlink(), site / "out")

    def noted(name: str) -> None:
        real = getattr(os, name)

        def call(one: object, *arguments: object, **more: object) -> object:
            done.append(f"fsync {of(one)}" if isinstance(one, int) else f"{name} {one}")
            return real(one, *arguments, **more)

        monkeypatch.setattr(os, name, call)

    settled_at_once = durable._settled_at_once

    def at_once_or_not(folder: object) -> bool:
        done.append("settle")
        return at_once and settled_at_once(folder)  # type: ignore[arg-type]

    monkeypatch.setattr(durable, "_FEW", few)
    monkeypatch.setattr(durable, "_settled_at_once", at_once_or_not)
    for name in ("fsync", "rename", "replace"):
        noted(name)
    real_exchange = swap.exchange
    monkeypatch.setattr(
        swap, "exchange", lambda name, *of: bool(done.append(f"move {name}")) or real_exchange(name, *of)
    )
    (site / "p" / "notice.policy").write_text(GOOD.replace("お知らせ", "告知"), encoding="utf-8")
    assert policyc("build", "p", cwd=site).returncode == 0
    moved = [line.split()[0] for line in done]
    assert (moved[0], moved[-3:], done[-1]) == ("fsync" if few else "settle", ["move", "replace", "fsync"], "fsync .")
    assert not {"move", "replace", "rename"} & set(moved[:-3])
    written = {f"{STAGE}/notice/{path.name}" for path in (site / "out" / "notice").iterdir()}
    first = {line.split()[1] for line in done if line.startswith("fsync ")} - {"."}
    assert first == (
        set() if at_once else written | {f"{STAGE}/notice", f"{STAGE}/index.json", f"{STAGE}/{MARK}", STAGE}
    )
    done.clear()
    assert policyc("build", "p", cwd=site).returncode == 0
    assert done == [], "a build that changes nothing waits for no disk"
