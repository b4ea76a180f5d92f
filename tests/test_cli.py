"""The command line as a user meets it: output, exit codes, both languages, odd places and odd arguments."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import POLICIES
from policyc.cli import group, main

GOOD = """\
organization mihon "株式会社みほん" { called: "当社" }
document notice "お知らせ" {
  kind: general-policy; url: <https://mihon.example/>; operator: mihon
  article "本文" { text: "{mihon}は、法令を守ります。" }
}
"""


def process(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A call in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "policyc", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, **environment},
    )


def policyc(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The same in this process, through the same door; whatever is raised, is raised here."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    code: object = 0
    with chdir(cwd), redirect_stdout(out), redirect_stderr(err), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["policyc", *arguments])
        try:
            main()
        except SystemExit as end:
            code = end.code
    said = []
    for stream in (out, err):
        stream.flush()
        stream.seek(0)
        said.append(stream.read())
    assert code is None or isinstance(code, int)
    return subprocess.CompletedProcess(arguments, code or 0, *said)


def test_version_and_help(tmp_path: Path) -> None:
    assert re.fullmatch(r"policyc, version \d+\.\d+\.\d+\n", process("--version", cwd=tmp_path).stdout)
    shown = process("--help", cwd=tmp_path)
    assert shown.returncode == 0
    for command in ("build", "check", "coverage", "explain", "fmt", "new"):
        assert re.search(rf"^  {command} ", shown.stdout, re.MULTILINE)
        assert policyc(command, "--help", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["build"],
        ["check", "missing.policy"],
        ["check", "empty"],
        ["check", "good.policy", "--format", "yaml"],
        ["build", "good.policy", "--target", "pdf"],
        ["coverage", "missing.policy"],
        ["fmt"],
        ["fmt", "missing.policy"],
        ["fmt", "-", "good.policy"],
        ["fmt", "good.policy", "--keywords", "fr"],
        ["explain", "no/such-code"],
        ["explain", "good.policy#nothing"],
        ["new", "poem", "x"],
        ["new", "privacy-notice", "../escape"],
    ],
)
def test_wrong_use_ends_with_2(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "good.policy").write_text(GOOD, encoding="utf-8")
    run = policyc(*arguments, cwd=tmp_path)
    assert run.returncode == 2, (run.stdout, run.stderr)
    assert "Traceback" not in run.stderr
    assert run.stderr.strip()
    assert not (tmp_path / "out").exists()


def test_a_process_ends_with_2_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "good.policy").write_text(GOOD, encoding="utf-8")
    for arguments in (["frobnicate"], ["build"], ["build", "good.policy", "--target", "pdf"]):
        run = process(*arguments, cwd=tmp_path)
        assert run.returncode == 2 and run.stderr.strip() and "Traceback" not in run.stderr


def test_findings_end_with_1_and_warnings_with_0(tmp_path: Path) -> None:
    (tmp_path / "bad.policy").write_text(GOOD.replace("operator: mihon", "operator: mihom"), encoding="utf-8")
    run = policyc("check", "bad.policy", cwd=tmp_path)
    assert run.returncode == 1
    assert "model/unknown-name" in run.stdout and "「mihon」ではありませんか" in run.stdout
    english = policyc("check", "bad.policy", "--lang", "en", cwd=tmp_path)
    assert "Did you mean `mihon`?" in english.stdout
    assert policyc("build", "bad.policy", cwd=tmp_path).returncode == 1
    assert not (tmp_path / "out").exists()
    (tmp_path / "warned.policy").write_text(GOOD.replace("{mihon}", "{mihon}（弊社）"), encoding="utf-8")
    warned = policyc("check", "warned.policy", cwd=tmp_path)
    assert warned.returncode == 0 and "text/term-undefined" in warned.stdout


def test_formats(tmp_path: Path) -> None:
    (tmp_path / "bad.policy").write_text(GOOD.replace("kind:", "knid:"), encoding="utf-8")
    shown = json.loads(policyc("check", "bad.policy", "--format", "json", cwd=tmp_path).stdout)
    row = next(r for r in shown["diagnostics"] if r["code"] == "model/unknown-field")
    assert (row["file"], row["line"], row["column"], row["end_column"]) == ("bad.policy", 3, 3, 7)
    assert row["message"]["ja"] and row["message"]["en"] and row["severity"] == "error"
    github = policyc("check", "bad.policy", "--format", "github", cwd=tmp_path)
    assert "::error file=bad.policy,line=3,col=3,endLine=3,title=model/unknown-field::" in github.stdout
    assert github.returncode == 1
    for line in github.stdout.splitlines():
        assert line.startswith(("::error", "::warning", "::notice"))


def test_nothing_but_the_format_on_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "good.policy").write_text(GOOD, encoding="utf-8")
    run = policyc("check", "good.policy", "--format", "json", cwd=tmp_path)
    assert json.loads(run.stdout)["diagnostics"] == [] or all(
        row["severity"] == "note" for row in json.loads(run.stdout)["diagnostics"]
    )
    assert run.stderr == ""
    assert "\x1b" not in policyc("check", "good.policy", cwd=tmp_path).stdout


def test_build_and_check(tmp_path: Path) -> None:
    (tmp_path / "good.policy").write_text(GOOD, encoding="utf-8")
    run = process("build", "good.policy", cwd=tmp_path)
    assert run.returncode == 0 and run.stdout == "out/notice/\n"
    assert (tmp_path / "out" / "notice" / "policy.ja.md").read_text(encoding="utf-8").count(
        "株式会社みほん（以下「当社」といいます。）は"
    ) == 1
    assert process("build", "good.policy", "--check", cwd=tmp_path).returncode == 0
    (tmp_path / "good.policy").write_text(GOOD.replace("守ります", "遵守します"), encoding="utf-8")
    stale = process("build", "good.policy", "--check", cwd=tmp_path)
    assert stale.returncode == 1 and "out/notice" in stale.stderr
    again = process("build", "good.policy", cwd=tmp_path)
    assert again.returncode == 0
    assert "変更なし" in process("build", "good.policy", cwd=tmp_path).stdout


def test_folder_builds_have_an_index(tmp_path: Path) -> None:
    (tmp_path / "p" / "sub").mkdir(parents=True)
    (tmp_path / "p" / "a.policy").write_text(GOOD, encoding="utf-8")
    (tmp_path / "p" / "sub" / "b.policy").write_text(
        GOOD.replace("document notice", "document other"), encoding="utf-8"
    )
    assert policyc("build", "p", cwd=tmp_path).returncode == 0
    index = json.loads((tmp_path / "out" / "index.json").read_text(encoding="utf-8"))
    assert [row["id"] for row in index["documents"]] == ["notice", "other"]
    (tmp_path / "p" / "sub" / "b.policy").unlink()
    left = policyc("build", "p", "--check", cwd=tmp_path)
    assert left.returncode == 1 and "other" in left.stderr


def test_one_name_for_two_documents(tmp_path: Path) -> None:
    (tmp_path / "a.policy").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.policy").write_text(GOOD, encoding="utf-8")
    run = policyc("build", ".", cwd=tmp_path)
    assert run.returncode == 1 and "build/duplicate-document" in run.stderr
    assert not (tmp_path / "out").exists()
    run = policyc("check", ".", cwd=tmp_path)
    assert run.returncode == 1 and "build/duplicate-document" in run.stdout


def test_only_some_targets(tmp_path: Path) -> None:
    (tmp_path / "good.policy").write_text(GOOD, encoding="utf-8")
    assert policyc("build", "good.policy", "--target", "text_ja", cwd=tmp_path).returncode == 0
    names = {p.name for p in (tmp_path / "out" / "notice").iterdir()}
    assert names == {"policy.ja.md", "policy.ja.html", "policy.ja.txt", "manifest.json"}


def test_a_console_that_cannot_show_japanese(tmp_path: Path) -> None:
    (tmp_path / "bad.policy").write_text(GOOD.replace("operator: mihon", "operator: 𠮷野"), encoding="utf-8")
    for encoding in ("ascii", "cp932"):
        run = process("check", "bad.policy", cwd=tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert run.returncode == 1
        assert "Traceback" not in run.stderr


def test_explain(tmp_path: Path) -> None:
    code = policyc("explain", "model/unknown-field", cwd=tmp_path)
    assert code.returncode == 0 and "model/unknown-field" in code.stdout
    node = policyc("explain", f"{POLICIES / 'dmm-privacy.policy'}#joint-use", cwd=tmp_path)
    assert node.returncode == 0
    assert "共同利用します" in node.stdout and "dmm-privacy.policy:" in node.stdout
    purpose = policyc("explain", f"{POLICIES / 'dmm-privacy.policy'}#delivery", "--lang", "en", cwd=tmp_path)
    assert "商品配送・サービス提供のため" in purpose.stdout
    assert "dpv:DeliveryOfGoods" in purpose.stdout and "exact" in purpose.stdout


@pytest.mark.parametrize("register", ["web", "articles"])
@pytest.mark.parametrize("kind", ["privacy-notice", "general-policy"])
def test_new(tmp_path: Path, kind: str, register: str) -> None:
    run = policyc("new", kind, "mihon", "--register", register, cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    checked = policyc("check", "mihon.policy", "--no-notes", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout
    assert "エラー" not in checked.stdout and "警告" not in checked.stdout, checked.stdout
    built = policyc("build", "mihon.policy", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    text = (tmp_path / "out" / "mihon" / "policy.ja.txt").read_text(encoding="utf-8")
    assert ("第1条" in text) == (register == "articles")
    assert policyc("new", kind, "mihon", cwd=tmp_path).returncode == 1


def test_python_api(tmp_path: Path) -> None:
    import policyc as package

    path = tmp_path / "good.policy"
    path.write_text(GOOD, encoding="utf-8")
    made = package.compile(path)
    assert made.ok and "policy.ja.md" in made.documents["notice"]
    path.write_text(GOOD.replace("operator: mihon", "operator: mihom"), encoding="utf-8")
    assert [d.code for d in package.check(path) if d.severity == "error"] == ["model/unknown-name"]
    assert package.compile(path).documents == {}
    with pytest.raises(OSError, match="missing"):
        package.check(tmp_path / "missing.policy")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_source_outside_of_its_root_is_called_that(tmp_path: Path, lang: str) -> None:
    for name in ("site", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.policy").write_text('organization mihon "株式会社みほん"\n', encoding="utf-8")
    given = policyc("check", "site/site.policy", "--root", "other", "--lang", lang, cwd=tmp_path)
    (tmp_path / "site" / "link.policy").symlink_to("../other/other.policy")
    linked = policyc("check", "site", "--lang", lang, cwd=tmp_path)
    for made, path in ((given, "site/site.policy"), (linked, "site/link.policy")):
        words = f"{path} は、ソースのフォルダ" if lang == "ja" else f"{path} is outside of the folder"
        assert made.returncode == 2 and words in made.stderr


WRONG_CALLS = [
    (["check", "--forma", "json"], "「--forma」というオプションはありません。近いもの：--format", "No such option"),
    (["check"], "引数「FILES|DIRS...」がありません。", "Missing argument"),
    (["check", "x", "--format"], "オプション「--format」には値が要ります。", "requires an argument"),
    (["check", "x", "--no-law=1"], "オプション「--no-law」に値は要りません。", "does not take a value"),
    (["audit", "x", "--as-of", "令和8年4月1日"], "「--as-of」の値が正しくありません：「令和8年4月1日」は、日付（2026-07-17 の形）でも today でもありません。", "is not a date"),
    (["check", "x", "--format", "{}"], "「{}」とは書けません。書けるもの：", "is not one of"),
    (["build", "x", "--jobs", "two"], "「two」は整数ではありません。", "is not a valid integer"),
    (["build", "x", "--jobs", "-1"], "-1 は範囲の外です", "is not in the range"),
    (["build", "x", "--root", "nowhere"], "「nowhere」がありません。", "does not exist"),
    (["import"], "引数「PAGE」がありません。", "Missing argument"),
    (["new", "a", "b", "c", "d / e"], "余分な引数があります：", "Got unexpected extra argument"),
    (["chek"], "「chek」というコマンドはありません。", "No such command"),
    (["p3p", "x"], "--compact か --reference を指定してください。", "choose --compact"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "ja", "en"), WRONG_CALLS, ids=[" ".join(call) for call, _, _ in WRONG_CALLS])
def test_a_wrong_call_is_told_in_the_language_of_the_call(call: list[str], ja: str, en: str) -> None:
    told = CliRunner().invoke(group, call)
    assert told.exit_code == 2
    assert "エラー: " in told.output and ja in told.output
    assert not re.search("Usage|Try|Error|Invalid|No such|Missing", told.output)
    for lang in (["--lang", "en"], ["--lang=en"]):
        # Behind an option that wants a value, another word would be its value.
        english = CliRunner().invoke(group, [call[0], *lang, *call[1:]])
        assert english.exit_code == 2 and "Error: " in english.output and en in english.output
        assert "エラー" not in english.output and "指定してください" not in english.output


def test_what_is_asked_before_it_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(group, ["ask", "which-rights"])
    assert told.exit_code == 2 and "先に「policyc build」" in told.output
    english = CliRunner().invoke(group, ["ask", "which-rights", "--lang", "en"])
    assert english.exit_code == 2 and "make it with `policyc build`" in english.output
