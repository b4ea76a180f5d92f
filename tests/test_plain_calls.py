"""A build that is called in the plain form is read without click, and read as click reads it."""

from __future__ import annotations

import itertools
import random
import sys
from pathlib import Path

import click
import pytest

from policyc.cli import _plain
from policyc.cli.build import command

PIECES = [
    ["a.policy"],
    ["b"],
    ["--out", "x"],
    ["--out=y=z"],
    ["--lang", "en"],
    ["--lang=ja"],
    ["--strict-p3p"],
    ["--target", "p3p"],
    ["--target=jsonld"],
    ["--check"],
    ["--root", "."],
    ["--jobs", "2"],
    ["--jobs=0"],
    ["--overwrite-edited"],
    ["--prune"],
]
LEFT = [
    ["--help"],
    ["-h"],
    ["--nope"],
    ["--lang", "fr"],
    ["--target", "pdf"],
    ["--root", "nowhere"],
    ["--out"],
    ["--out", "file"],
    ["--out", "--check"],
    ["--"],
    ["-"],
    ["--check=yes"],
    ["--prune=no"],
    ["--overwrite"],
    ["--jobs", "many"],
    ["--jobs=-1"],
    ["--jobs", "１"],
    ["--tar", "p3p"],
]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there all calls are left to click")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("_POLICYC_COMPLETE", raising=False)
    Path("file").write_text("")


def by_click(arguments: list[str]) -> dict[str, object]:
    with command.make_context("build", list(arguments)) as context:
        return dict(context.params)


def test_plain_calls_are_read_as_click_reads_them() -> None:
    dice = random.Random(3)
    calls = [list(some) for n in (0, 1, 2) for some in itertools.permutations(PIECES, n)]
    calls += [dice.sample(PIECES, dice.randrange(3, 8)) for _ in range(200)]
    for some in calls:
        arguments = [word for piece in some for word in piece]
        call = _plain.build(["build", *arguments])
        if not {"a.policy", "b"} & set(arguments):
            assert call is None
            with pytest.raises(click.UsageError):
                by_click(arguments)
        else:
            assert call is not None and call._asdict() == by_click(arguments)


@pytest.mark.parametrize("wrong", LEFT, ids=" ".join)
def test_what_is_not_plain_is_left_to_click(wrong: list[str]) -> None:
    for arguments in (["a.policy", *wrong], [*wrong, "a.policy"]):
        assert _plain.build(["build", *arguments]) is None


def test_other_commands_are_left_to_click(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _plain.build([]) is None
    assert _plain.build(["check", "a.policy"]) is None
    assert _plain.build(["--version"]) is None
    monkeypatch.setenv("_POLICYC_COMPLETE", "zsh_source")
    assert _plain.build(["build", "a.policy"]) is None
