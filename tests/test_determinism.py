"""Same input, same bytes: whatever the folder, locale, hash seed, process, line ends and keyword language."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from conftest import POLICIES, build_files, dmm_files
from keywords import in_japanese
from policyc import manifest, pipeline


def digest(folder: Path) -> dict[str, str]:
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def built(policies: Path, out: Path, cwd: Path, **environment: str) -> dict[str, str]:
    env = {**os.environ, **environment}
    command = [sys.executable, "-m", "policyc", "build", str(policies), "--out", str(out)]
    run = subprocess.run(command, cwd=cwd, env=env, capture_output=True)
    assert run.returncode == 0, run.stderr.decode("utf-8", "replace")
    return digest(out)


def test_folder_locale_seed_and_process(tmp_path: Path) -> None:
    first = built(POLICIES, tmp_path / "one", tmp_path, PYTHONHASHSEED="1", LC_ALL="C.UTF-8", TZ="UTC")
    elsewhere = tmp_path / "別の 場所"
    shutil.copytree(POLICIES, elsewhere)
    second = built(
        Path("別の 場所"), Path("二.out"), tmp_path, PYTHONHASHSEED="4242", LC_ALL="C", TZ="Asia/Tokyo", PYTHONUTF8="0"
    )
    del second
    third = digest(tmp_path / "二.out")
    assert first == third
    assert any(name.endswith("policy.jsonld") for name in first)


def files_of(sources: dict[str, str]) -> dict[str, bytes]:
    output = build_files(sources)
    return manifest.folder(output, [])


def test_line_ends_and_byte_order_mark() -> None:
    plain = dmm_files()
    raw = {name: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for name, text in plain.items()}
    checked = pipeline.check("dmm-privacy.policy", raw["dmm-privacy.policy"], raw.get)
    assert checked.ok
    assert pipeline.emit(checked)[0].files == build_files(plain).files


def test_japanese_keywords() -> None:
    """The same policy with every keyword in Japanese: the same bytes, but for the digests of the sources."""
    plain = dmm_files()
    japanese = {name: in_japanese(text) for name, text in plain.items()}
    for name, text in japanese.items():
        assert text != plain[name]
        assert "{responsible" not in text and "{accepts" not in text and "joint-use " not in text
    assert "共同利用 " in japanese["dmm-privacy.policy"]
    assert "uses と同一" in japanese["dmm-privacy.policy"]
    assert "{責任者.正式名称}" in japanese["dmm-privacy.policy"]
    assert files_of(japanese) == files_of(plain)
