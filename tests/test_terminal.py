"""What reaches a terminal or a log is harmless, whatever files, graphs, packages and calls say: every command is tried."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from wcwidth import wcswidth

from conftest import HEAD, POLICIES, check_site
from policyc.cli import _terminal, group
from policyc.diagnostics import Label
from policyc.source import Source, Span
from test_cli import GOOD, policyc, process
from test_render import KIND, lines

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its file names hold none of this")

ESC, BREAK, CSI, BIDI, BYTE = "\x1b[31m\x07", "a\n::error::b", "\x9b2J", "\u202ec\u2066\u200f", "\udcff"
HOSTILE = f"::set-output name=x::y{ESC}\n::error::z\r::warning::{CSI}{BIDI}\u2028\t##[error]w##vso[task]"
NAMES = [f"a{ESC}", BREAK, f"b{CSI}", BIDI, BYTE, "::error::d", "##[error]e", "\u3000::error::f", "g\r::error::"]
LONG = "長" * 4000
# What no output holds: controls but line feed and tab, turns of direction, separators, halves of characters.
STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def harmless(run: subprocess.CompletedProcess[str], commands: bool = False, exact: bool = False) -> None:
    """Whether nothing in an output steers a terminal, or a log: with `commands` but for what GitHub was meant to do, with
    `exact` but for lines of the user's own files."""
    for stream in (run.stdout, run.stderr):
        assert not STEERS.search(stream), (run.args, STEERS.search(stream))
        assert "Traceback" not in stream, run.args
    for line in [*run.stderr.split("\n"), *([] if commands or exact else run.stdout.split("\n"))]:
        assert not line.lstrip().startswith("::"), (run.args, line)
        assert not re.search(r"##\w*\[", line), (run.args, line)
    for line in run.stdout.split("\n") if commands else ():
        assert re.match(r"::(?:error|warning|notice) file=[^:]*::|\Z", line), (run.args, line)


class World(NamedTuple):
    """A folder full of what was made to do harm: sources by their names, and all that commands read besides."""

    folder: Path
    sources: list[str]


def _spoilt(value: object) -> object:
    """A graph of which every text does harm; addresses and terms stay."""
    if isinstance(value, dict):
        texts = ("title", "hasName", "description", "origin", "ja")
        return {
            key: f"{HOSTILE}{one}" if key in texts and isinstance(one, str) else _spoilt(one)
            for key, one in value.items()
        }
    return [_spoilt(one) for one in value] if isinstance(value, list) else value


# What is wrong in it is quoted, with the line that it stands in.
FAULTY = f'# {ESC}\ndocument x "{BIDI}題{CSI}" {{ operator: nobody; "{ESC}": {CSI}x }}\n::error::x {{ y: 1 }}\n'
# A sound source may well have words that a log takes for commands.
WORDS = (
    HEAD.replace('notice "', 'notice "::error::').replace('mihon "', 'mihon "::add-mask::')
    + """
  article one "::set-output name=a::本文" {
    text: \"\"\"
    ::error file=a::一行目です。
    ##[error]二行目です。
    \"\"\"
  }
}
"""
)
PAGE = "# ::error::題\n\n::error::一行目です。\n\n- ::set-output name=a::b\n\n##[error]二行目です。\n"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("world")
    sources = []
    for number, name in enumerate(NAMES):
        below = folder / name
        below.mkdir()
        for file, text in (("good", GOOD), ("faulty", FAULTY), ("words", WORDS)):
            path = below / f"{name}{file}.policy"
            path.write_text(text.replace(" notice ", f" notice{number} "), encoding="utf-8")
            sources.append(str(path.relative_to(folder)))
        (below / f"{name}.md").write_text(PAGE, encoding="utf-8")
        (below / f"{name}.html").write_text(f"<h1>{HOSTILE}</h1><p>::error::a</p><p>{HOSTILE}</p>", encoding="utf-8")
    (folder / "good.policy").write_text(GOOD, encoding="utf-8")
    (folder / "words.policy").write_text(WORDS, encoding="utf-8")
    (folder / "page.md").write_text(f"{PAGE}\n{HOSTILE}\n", encoding="utf-8")
    (folder / "site").mkdir()
    shutil.copy(POLICIES / "mihon-privacy.policy", folder / "site")
    shutil.copy(POLICIES / "mihon-company.policy", folder / "site")
    built = policyc("build", "site/mihon-privacy.policy", "--out", BREAK, cwd=folder)
    assert built.returncode == 0, built.stderr
    made = next((folder / BREAK).glob("*/policy.jsonld"))
    graph = folder / "graphs" / NAMES[1] / "policy.jsonld"
    graph.parent.mkdir(parents=True)
    graph.write_text(json.dumps(_spoilt(json.loads(made.read_text(encoding="utf-8")))), encoding="utf-8")
    (folder / "graphs" / BIDI).mkdir()
    (folder / "graphs" / BIDI / "policy.jsonld").write_text("{", encoding="utf-8")
    assert policyc("pack", str(made.parent), "-o", f"{BYTE}{ESC}.zip", cwd=folder).returncode == 0
    with zipfile.ZipFile(folder / f"{BYTE}{ESC}.zip") as sound, zipfile.ZipFile(folder / "bad.zip", "w") as bad:
        for one in sound.infolist():
            bad.writestr(one, sound.read(one))
        bad.writestr(f"{ESC}/::error::\u202e.txt", HOSTILE)
        bad.writestr("::error::x", "")
    (folder / "::error::k.key").write_text(HOSTILE, encoding="utf-8")
    demands = {"name": HOSTILE, "demands": [{"id": HOSTILE, "says": HOSTILE, HOSTILE: HOSTILE}]}
    (folder / "bad.yaml").write_text(json.dumps(demands), encoding="utf-8")
    (folder / "nul.yaml").write_text(f"a: {ESC}\x00", encoding="utf-8")
    (folder / "baseline.json").write_text(json.dumps({HOSTILE: HOSTILE}), encoding="utf-8")
    for name, text in (
        ("odd", json.dumps({HOSTILE: HOSTILE, "severity": {HOSTILE: "off"}, "as-of": HOSTILE})),
        ("nul", json.dumps({"baseline": f"{ESC}\x00\n::error::x"})),
        ("gone", json.dumps({"baseline": f"{BREAK}{BIDI}"})),
    ):
        (folder / name).mkdir()
        (folder / name / "good.policy").write_text(GOOD, encoding="utf-8")
        (folder / name / "policyc.yaml").write_text(text, encoding="utf-8")
    return World(folder, sources)


def deep(folder: Path) -> str:
    """A source whose path has as many characters as the system takes."""
    parts = ["長" * 80] * 15 + ["::error::深い.policy"]
    here = os.open(folder, os.O_RDONLY)
    for part in parts[:-1]:
        os.mkdir(part, dir_fd=here)
        below = os.open(part, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    file = os.open(parts[-1], os.O_WRONLY | os.O_CREAT, dir_fd=here)
    os.write(file, FAULTY.encode("utf-8"))
    os.close(file)
    os.close(here)
    return "/".join(parts)


# The calls of every command: `*` is every source, `/` every folder with a hostile name; `!` marks what only prints what
# is in a file of the user.
CALLS = {
    "ask": [
        ["data-for", "メールアドレス", "--of", "graphs"],
        ["who-receives", "メールアドレス", "--of", "graphs", "--format", "json"],
        ["what-for", "メールアドレス", "--of", "graphs"],
        ["which-rights", "--of", "graphs"],
        ["which-rights", "--of", "*"],
        ["which-rights", "--of", "/"],
        ["which-rights", "--of", "bad.zip"],
        ["which-rights", "--of", f"{BYTE}{ESC}.zip"],
        ["who-receives", HOSTILE, "--of", "graphs"],
        ["which-rights", HOSTILE],
        [HOSTILE],
        ["--sparql", "SELECT ?t { ?d dct:title ?t }", "--of", "graphs"],
        ["--sparql", "SELECT ?t { ?d dct:title ?t }", "--of", "graphs", "--format", "json"],
        ["--sparql", f"SELECT {HOSTILE}", "--of", "graphs"],
        ["--sparql", f"@{HOSTILE}", "--of", "graphs"],
        ["--sparql", "@page.md", "--of", "graphs"],
    ],
    "audit": [
        ["*"],
        ["/", "--format", "text"],
        ["/", "--format", "json"],
        ["/", "--format", "md"],
        ["/", "--format", "html"],
        ["/", "--format", "sarif"],
        ["good.policy", "--with", "/"],
        ["good.policy", "--as-of", HOSTILE],
        ["odd"],
        ["gone"],
    ],
    "build": [
        ["*", "--out", "o"],
        ["/", "--out", BREAK],
        ["/", "--check"],
        ["good.policy", "--out", "page.md"],
        ["odd"],
    ],
    "check": [
        ["*"],
        ["/"],
        ["/", "--format", "json"],
        ["/", "--format", "github"],
        ["/", "--format", "sarif"],
        ["/", "--diff", "!"],
        ["/", "--write-baseline", "known.json"],
        ["/", "--baseline", "known.json"],
        ["."],
        ["odd"],
        ["nul"],
        ["gone"],
        ["odd", "--format", "github"],
        ["good.policy", "--baseline", "baseline.json"],
        ["good.policy", "--baseline", HOSTILE],
        ["good.policy", "--write-baseline", f"{BYTE}/{HOSTILE}"],
        ["good.policy", "--wording", HOSTILE],
        ["good.policy", "--root", HOSTILE],
    ],
    "compare": [
        ["words.policy", "page.md"],
        ["words.policy", "page.md", "--format", "json"],
        ["words.policy", f"{ESC}.md"],
        ["words.policy", f"{BREAK}/{BREAK}.md"],
        ["words.policy", f"{BYTE}/{BYTE}.md", "--format", "json"],
        ["words.policy", f"{BREAK}/{BREAK}.html"],
        ["words.policy", f"{BIDI}/{BIDI}.html", "--select", HOSTILE],
        ["words.policy", "page.md", "--encoding", HOSTILE],
        ["words.policy", "page.md", "--document", HOSTILE],
    ],
    "coverage": [["*"], ["/"], ["/", "--format", "json"], ["words.policy"]],
    "explain": [["*"], [HOSTILE], [f"words.policy#{HOSTILE}"], ["words.policy", "--sentence", "::"], ["a/b::"], ["/"]],
    "fmt": [["*", "--check"], ["/", "--check"], ["/", "--diff", "!"], ["/", "--keywords", HOSTILE]],
    "import": [
        ["page.md", "!"],
        [f"{BREAK}/{BREAK}.md", "!"],
        [f"{BYTE}/{BYTE}.md", "!"],
        [f"{BIDI}/{BIDI}.html", "!"],
        [HOSTILE],
        ["page.md", "-o", f"{HOSTILE}/x"],
        ["page.md", "--kind", HOSTILE],
        ["page.md", "--name", HOSTILE, "--operator", HOSTILE, "!"],
        ["page.md", "--url", HOSTILE],
        ["page.md", "-o", f"{BREAK}/{BREAK}good.policy"],
    ],
    "keygen": [[f"{BREAK}{ESC}"], [f"::error::{BIDI}"], [f"{HOSTILE}/x"], ["::error::k"]],
    "match": [
        ["bad.yaml", "graphs"],
        ["nul.yaml", "graphs"],
        ["page.md", "graphs"],
        [HOSTILE, "graphs"],
        ["good.yaml", "graphs"],
        ["good.yaml", "graphs", "--format", "json"],
        ["good.yaml", "bad.zip"],
        ["good.yaml", "/"],
    ],
    "new": [["general-policy", HOSTILE], [HOSTILE, "x"], ["general-policy", "::error::x"], ["general-policy", "n"]],
    "p3p": [
        ["--compact", "*"],
        ["--reference", "/"],
        ["--reference", "site", "--covers", HOSTILE, "--at", HOSTILE],
        ["--reference", "site", "--covers", f"{HOSTILE}=/x"],
    ],
    "pack": [[BREAK, "-o", f"{HOSTILE}.zip"], ["/", "-o", "x.zip"], [HOSTILE, "-o", "x.zip"], ["graphs", "-o", BREAK]],
    "rules": [[HOSTILE], ["--statute", HOSTILE], ["--document", HOSTILE], ["--as-of", HOSTILE], ["--format", "md"]],
    "sign": [
        [f"{BYTE}{ESC}.zip", "--key", "::error::k.key"],
        ["bad.zip", "--key", "sound.key"],
        [f"{BYTE}{ESC}.zip", "--key", "sound.key"],
        [f"{BYTE}{ESC}.zip", "--key", HOSTILE],
        [f"{BYTE}{ESC}.zip", "--key", "sound.key", "-o", f"::error::{BREAK}"],
    ],
    "verify": [
        ["bad.zip"],
        ["bad.zip", "--format", "json"],
        [f"{BYTE}{ESC}.zip"],
        [f"{BYTE}{ESC}.zip", "--format", "json"],
        [f"{BYTE}{ESC}.zip", "--signature", "baseline.json"],
        ["page.md"],
        [HOSTILE],
    ],
}
SOUND = """\
demands:
  - id: d1
    says: 広告に使わない
    deny: { purposes: [advertising] }
"""


def spread(arguments: list[str], world: World) -> Iterator[list[str]]:
    """The calls that a row of the table stands for."""
    for mark, those in (("*", world.sources), ("/", NAMES)):
        if mark in arguments:
            for one in those:
                yield [one if argument == mark else argument for argument in arguments]
            return
    yield [argument for argument in arguments if argument != "!"]


def test_every_command_is_tried() -> None:
    assert set(CALLS) == set(group.list_commands(None))


@pytest.mark.parametrize("command", sorted(CALLS))
def test_no_output_of_a_command_does_harm(command: str, world: World) -> None:
    folder = world.folder
    if not (folder / "sound.key").exists():
        assert policyc("keygen", "sound", cwd=folder).returncode == 0
        (folder / "good.yaml").write_text(SOUND, encoding="utf-8")
    for row in CALLS[command]:
        for number, arguments in enumerate(spread(row, world)):
            call = [command, *arguments, "--lang", "en" if number % 2 else "ja"]
            run = policyc(*call, cwd=folder)
            assert run.returncode in (0, 1, 2), (call, run.stderr)
            harmless(run, commands="github" in row, exact="!" in row)


@pytest.mark.parametrize("command", sorted(CALLS))
def test_wrong_calls_do_no_harm_either(command: str, world: World) -> None:
    for lang in ("ja", "en"):
        for wrong in (
            [HOSTILE],
            [f"--{HOSTILE}"],
            [f"-{HOSTILE}"],
            ["--lang", HOSTILE],
            ["--format", HOSTILE],
            ["--jobs", HOSTILE],
            [BYTE],
            [LONG],
            [f"--{LONG}", "x"],
            [f"::error::{LONG}"] * 3,
        ):
            run = policyc(command, "--lang", lang, *wrong, cwd=world.folder)
            assert run.returncode in (0, 1, 2), (command, wrong)
            harmless(run)
    for arguments in ([HOSTILE], ["--lang", "en", HOSTILE], [f"--{HOSTILE}"]):
        harmless(policyc(*arguments, cwd=world.folder))


def test_a_path_of_four_thousand_characters(tmp_path: Path) -> None:
    path = deep(tmp_path)
    for call in (["check"], ["check", "--format", "json"], ["audit"], ["build"], ["fmt", "--check"], ["coverage"]):
        run = policyc(*call, path, cwd=tmp_path)
        assert run.returncode in (1, 2), (call, run.stderr)
        harmless(run)


# -- the faults that were seen ----------------------------------------------------------------------------------------


def test_a_line_break_in_a_name_begins_no_line(tmp_path: Path) -> None:
    (tmp_path / "a\n::error::X").mkdir()
    (tmp_path / "a\n::error::X" / "\x1b[31mY.policy").write_text(FAULTY, encoding="utf-8")
    shown = policyc("check", ".", cwd=tmp_path).stdout
    assert "\n --> a\\u000a::error::X/\\u001b[31mY.policy:2:" in shown
    told = policyc("fmt", "--check", ".", cwd=tmp_path).stderr
    assert "a\\u000a::error::X/" in told


def test_a_name_that_is_a_command_is_none_at_the_start_of_a_line(tmp_path: Path) -> None:
    (tmp_path / "::error::x.policy").write_text(GOOD.replace("{ called", "{  called"), encoding="utf-8")
    told = policyc("fmt", "--check", "::error::x.policy", cwd=tmp_path)
    assert told.stderr == "\\u003a:error::x.policy は整形されていません\n"
    # In its place the name is as it is.
    assert "policyc: 「::error::y」" in policyc("new", "general-policy", "::error::y", cwd=tmp_path).stderr


def test_an_annotation_says_what_it_is_about(tmp_path: Path) -> None:
    (tmp_path / "a,b:\n::error::%0A\x1b.policy").write_text(FAULTY, encoding="utf-8")
    run = policyc("check", ".", "--format", "github", cwd=tmp_path)
    harmless(run, commands=True)
    assert all("file=a%2Cb%3A%0A%3A%3Aerror%3A%3A%250A\\u001b.policy,line=" in line for line in run.stdout.splitlines())


def test_json_keeps_every_name(tmp_path: Path) -> None:
    """What is escaped for the terminal is the same to who reads the JSON; a name that is no text is still the file's."""
    for name in (f"{ESC}{CSI}", BIDI, BREAK, BYTE):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.policy").write_text(FAULTY, encoding="utf-8")
        run = policyc("check", name, "--format", "json", cwd=tmp_path)
        found = json.loads(run.stdout)["diagnostics"]
        assert found and all((tmp_path / one["file"]).exists() for one in found)
        assert run.stdout.encode("utf-8")


def test_sarif_names_the_bytes_of_a_file(tmp_path: Path) -> None:
    (tmp_path / BYTE).mkdir()
    (tmp_path / BYTE / "x.policy").write_text(FAULTY, encoding="utf-8")
    run = policyc("check", BYTE, "--format", "sarif", cwd=tmp_path)
    assert set(re.findall(r'"uri": "([^"]*x\.policy)"', run.stdout)) == {"%FF/x.policy"}


def test_a_source_whose_name_is_no_text_is_not_compiled(tmp_path: Path) -> None:
    (tmp_path / f"{BYTE}.policy").write_text(GOOD, encoding="utf-8")
    for command in ("check", "build"):
        run = policyc(command, f"{BYTE}.policy", cwd=tmp_path)
        assert run.returncode == 1 and "[syntax/name-not-utf-8]" in run.stdout + run.stderr
    assert not (tmp_path / "out").exists()
    # The folder that is the root of the build is named by nothing that is built.
    (tmp_path / BYTE).mkdir()
    (tmp_path / f"{BYTE}.policy").rename(tmp_path / BYTE / "x.policy")
    assert policyc("build", BYTE, cwd=tmp_path).returncode == 0


def test_an_address_of_two_lines_is_quoted_in_one() -> None:
    firm = 'organization mihon "株式会社みほん" { called: "当社"; address: "東京都千代田区見本町1丁目2番3号" }\n'
    place = '"""\n〒000-0000\n東京都港区見本浜4丁目5番6号\n"""'
    shop = f"""{firm}document shop "表示" {{
  kind: commerce-notice; url: <https://mihon.example/shop/>; operator: mihon
  disclosures "表示" {{ disclosure place "所在地" {{ is: address; text: {place} }} }}
}}
"""
    head = firm + HEAD[HEAD.index("subject") :]
    found = check_site({"a.policy": head + 'operator-identity "事業者" { of: mihon } }\n', "b.policy": shop})
    found = [one for one in found if one.code == "site/firm-address"]
    assert [("〒000-0000 東京都港区" in one.message("ja"), "\\u" in one.message("ja")) for one in found] == [
        (True, False)
    ]


def test_the_name_of_a_page_stays_in_its_comment(tmp_path: Path) -> None:
    (tmp_path / f"{BREAK}{BYTE}.md").write_text("# 題\n\n本文です。\n", encoding="utf-8")
    made = policyc("import", f"{BREAK}{BYTE}.md", "--kind", "general-policy", cwd=tmp_path)
    assert made.returncode == 0 and "a\\u000a::error::b\\udcff.md" in made.stdout
    assert not any(line.startswith("::") for line in made.stdout.split("\n"))


def test_a_difference_names_a_file_as_git_does(tmp_path: Path) -> None:
    (tmp_path / f'\n"\\\u202e{BYTE}').mkdir()
    path = f'\n"\\\u202e{BYTE}/日本.policy'
    (tmp_path / path).write_text(GOOD.replace("{ called", "{  called"), encoding="utf-8")
    run = policyc("fmt", "--diff", path, cwd=tmp_path)
    assert run.stdout.startswith('--- "\\012\\"\\\\\\342\\200\\256\\377/日本.policy"\n+++ "\\012')
    if shutil.which("git"):
        patch = re.sub(r'(---|\+\+\+) "', r'\1 "x/', run.stdout)
        applied = subprocess.run(["git", "apply"], cwd=tmp_path, input=patch, text=True, encoding="utf-8", check=False)
        assert applied.returncode == 0
        assert policyc("fmt", "--check", path, cwd=tmp_path).returncode == 0


# -- the door ---------------------------------------------------------------------------------------------------------


def said(capfd: pytest.CaptureFixture[str], *lines: str) -> str:
    _terminal.say(*lines)
    return capfd.readouterr().out


def test_a_value_stays_in_its_line(capfd: pytest.CaptureFixture[str]) -> None:
    assert said(capfd, "a\nb", "c") == "a\\u000ab\nc\n"
    assert said(capfd, "甲\t乙\u3000丙") == "甲\t乙\u3000丙\n"
    assert said(capfd, " ::a::b ::c", "\t\u3000::d::", "e ::f::") == " \\u003a:a::b ::c\n\t\u3000\\u003a:d::\ne ::f::\n"
    assert said(capfd, "x ##[error]y", "##vso[a]", "## 見出し", "# [a]") == (
        "x #\\u0023[error]y\n#\\u0023vso[a]\n## 見出し\n# [a]\n"
    )


def test_only_our_own_colours_pass_and_only_where_they_are_wanted(capfd: pytest.CaptureFixture[str]) -> None:
    text = "\x1b[31;1mエラー\x1b[0m \x1b[2J\x1b]0;x\x07\n"
    _terminal.report(text, colour=True)
    assert capfd.readouterr().out == "\x1b[31;1mエラー\x1b[0m \\u001b[2J\\u001b]0;x\\u0007\n"
    _terminal.report(text)
    assert "\x1b" not in capfd.readouterr().out


def test_a_terminal_gets_our_colours_and_nothing_else(tmp_path: Path) -> None:
    import pty

    (tmp_path / f"{BREAK}{ESC}").mkdir()
    (tmp_path / f"{BREAK}{ESC}" / "x.policy").write_text(FAULTY, encoding="utf-8")
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    call = [sys.executable, "-m", "policyc", "check", "."]
    with subprocess.Popen(call, cwd=tmp_path, stdout=theirs, stderr=theirs, env=environment) as run:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 65536):
                shown += piece
        except OSError:  # the other end was closed
            pass
        finally:
            os.close(ours)
    assert run.returncode == 1
    text = shown.decode("utf-8").replace("\r\n", "\n")
    plain, count = re.subn(r"\x1b\[(?:0|1|3[1346];1)m", "", text)
    assert count > 10 and not STEERS.search(plain)


def test_what_programs_read_keeps_its_meaning(capfd: pytest.CaptureFixture[str]) -> None:
    value = {f"a{HOSTILE}{BYTE}": ["\x00\u202e\x9b", "日本"]}
    _terminal.write_json(json.dumps(value, ensure_ascii=False, indent=1))
    written = capfd.readouterr().out
    assert json.loads(written) == value and not STEERS.search(written)
    _terminal.write_exact("::error::\u202e\x1b\n")
    assert capfd.readouterr().out == "::error::\u202e\x1b\n"
    _terminal.write_document("# a\u202e\n::b::\n<p>c</p>\n")
    assert capfd.readouterr().out == "# a\\u202e\n\\u003a:b::\n<p>c</p>\n"


def test_carets_stay_under_their_characters() -> None:
    body = f"項目：{ESC}\u202eあ全角｡ｱ: 氏名"
    at = body.index("氏名")
    found = KIND.at(Span(Source(f"::error::{BREAK}", body), at, at + 2), found="x")
    shown = lines(found)
    assert wcswidth(shown[3][: shown[3].index("氏名")]) == shown[4].index("^")
    assert shown[1] == " --> ::error::a\\u000a::error::b:1:" + str(at + 1)
    labelled = lines(found._replace(labels=(Label(found.span, HOSTILE, HOSTILE),)))
    assert len(labelled) == len(shown) + 4 and not STEERS.search("".join(labelled))


# -- streams that do not take it --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp932:strict"},
        {"PYTHONIOENCODING": "utf-8:surrogateescape"},
    ],
    ids=lambda one: " ".join(one.values()),
)
def test_a_stream_of_another_encoding(tmp_path: Path, environment: dict[str, str]) -> None:
    (tmp_path / f"😀{BYTE}\x1b").mkdir()
    (tmp_path / f"😀{BYTE}\x1b" / "x.policy").write_text(FAULTY, encoding="utf-8")
    for call in (["check", "."], ["check", ".", "--format", "json"], ["build", "."], ["check", f"{BYTE}\x1b"]):
        run = process(*call, cwd=tmp_path, **environment)
        assert run.returncode in (1, 2) and "Traceback" not in run.stderr, run.stderr
        assert "\x1b" not in run.stdout + run.stderr


def _piped(tmp_path: Path, call: str) -> subprocess.CompletedProcess[str]:
    program = f"{sys.executable} -m policyc"
    return subprocess.run(
        ["bash", "-c", call.replace("policyc", program)], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("call", "code"),
    [
        ("policyc rules | true; exit ${PIPESTATUS[0]}", 1),
        ("policyc rules --format json | true; exit ${PIPESTATUS[0]}", 1),
        ("policyc build x.policy --out o | true; exit ${PIPESTATUS[0]}", 1),
        ("policyc nothing 2>&1 | true; exit ${PIPESTATUS[0]}", 1),
        ("policyc check x.policy >&-", 0),
        ("policyc build x.policy --out o >&-", 0),
        ("policyc nothing 2>&-", 2),
    ],
)
def test_a_stream_that_is_not_read_or_not_there(tmp_path: Path, call: str, code: int) -> None:
    (tmp_path / "x.policy").write_text(GOOD, encoding="utf-8")
    run = _piped(tmp_path, call)
    assert run.stderr == "", run.stderr
    assert run.returncode == code


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only where there is a disk that is always full")
@pytest.mark.parametrize("call", ["policyc rules", "policyc rules --format json", "policyc build x.policy --out o"])
def test_a_full_disk_is_told_of(tmp_path: Path, call: str) -> None:
    (tmp_path / "x.policy").write_text(GOOD, encoding="utf-8")
    run = _piped(tmp_path, f"{call} > /dev/full")
    assert run.returncode == 2
    assert re.fullmatch(r"policyc: 出力を書き込めません / cannot write the output: .+\n", run.stderr)


def test_an_error_without_words_has_some() -> None:
    from policyc.cli._system import reason

    assert reason(OSError(), "en") == "OSError"
    assert reason(OSError("a\n b"), "ja") == "a b"
    assert "No such file" in reason(FileNotFoundError(2, "No such file or directory", "x"), "en")
