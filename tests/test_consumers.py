"""The guide for those who read the output: its programs run, and do what the guide says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from conftest import HEAD, REQUIRE, ROOT, build_files
from policyc.cli import group

OUT = ROOT / "out"
TYPES = ROOT / "docs" / "reference" / "types"
TEXT = (ROOT / "docs" / "consumers.md").read_text(encoding="utf-8")


def program(name: str) -> str:
    """The block of a program by the file name that the guide gives it: the first one after that name."""
    after = TEXT.partition(f"`{name}`")[2]
    found = re.search(r"```(?:typescript|python|yaml)\n(.*?)^```", after, re.DOTALL | re.MULTILINE)
    assert found is not None, name
    return found[1]


def run(tmp_path: Path, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A Python program of the guide, in a folder of its own."""
    (tmp_path / name).write_text(program(name), encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    command = [sys.executable, name, *arguments]
    return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, encoding="utf-8")


def packed(tmp_path: Path, *names: str) -> Path:
    package = tmp_path / "mihon.zip"
    folders = [str(OUT / name) for name in names] or [str(OUT)]
    assert CliRunner().invoke(group, ["pack", *folders, "-o", str(package)]).exit_code == 0
    return package


# -- what the page says -----------------------------------------------------------------------------------------------


def test_every_program_of_the_page_runs_here() -> None:
    blocks = re.findall(r"^```(typescript|python|yaml)\n", TEXT, re.MULTILINE)
    names = ("consent.ts", "audit.py", "demands.yaml", "suppliers.py", "store.py")
    assert len(blocks) == len({program(name) for name in names}) == len(names)


def test_the_files_and_formats_that_it_names_are_those_that_are_written() -> None:
    written = {path.name for path in OUT.rglob("*") if path.is_file()}
    named = set(re.findall(r"`(?:out/)?((?:policy|index|manifest)\.[a-z0-9.]+)`", TEXT)) - {"policy.p3p.d.ts"}
    assert {
        "policy.jsonld",
        "policy.p3p.json",
        "policy.p3p.xml",
        "policy.ja.html",
        "index.json",
        "manifest.json",
    } <= named
    assert named <= written, named - written
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src" / "policyc").rglob("*.py"))
    for format_ in sorted(set(re.findall(r"`(policyc-[a-z0-9-]+)`", TEXT))):
        assert f'"{format_}"' in source, format_


# -- a consent manager ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def consent(tsc: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of the guide, compiled as it says."""
    node = shutil.which("node")
    if node is None and not REQUIRE:
        pytest.skip("node is not installed")
    folder = tmp_path_factory.mktemp("consent")
    (folder / "consent.ts").write_text(program("consent.ts"), encoding="utf-8")
    shutil.copy(TYPES / "policy.p3p.d.ts", folder)
    said = re.search(r"`tsc (--strict [^`]+ consent\.ts)`", TEXT)
    assert said is not None
    done = subprocess.run(["node", str(tsc), *said[1].split()], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def choices(consent: Path, text: str) -> subprocess.CompletedProcess[str]:
    (consent / "policy.p3p.json").write_text(text, encoding="utf-8")
    code = (
        'const { choices, read } = require("./consent.js");\n'
        'const text = require("fs").readFileSync("policy.p3p.json", "utf-8");\n'
        "console.log(JSON.stringify(choices(read(text))));\n"
    )
    return subprocess.run(["node", "-e", code], cwd=consent, capture_output=True, text=True, encoding="utf-8")


def chosen(consent: Path, text: str) -> dict[str, Any]:
    done = choices(consent, text)
    assert done.returncode == 0, done.stderr
    made: dict[str, Any] = json.loads(done.stdout)
    return made


def test_the_choices_of_mihon(consent: Path) -> None:
    made = chosen(consent, (OUT / "mihon-privacy" / "policy.p3p.json").read_text(encoding="utf-8"))
    assert made["told"] == "here"
    assert [one["offer"] for one in made["choices"]] == ["stop", "stop", "tell"], "as the guide says"
    assert made["choices"][1] == {
        "id": "ads",
        "to": ["例示広告株式会社"],
        "data": ["閲覧したページのURL", "広告識別子", "Cookie識別子", "IPアドレス"],
        "purposes": ["広告の表示", "趣味・嗜好に応じた広告の配信", "広告の効果測定"],
        "open": False,
        "offer": "stop",
        "stopAt": "https://ads.example/choices/",
    }


def test_a_policy_that_leaves_it_to_another_document(consent: Path) -> None:
    made = chosen(consent, (OUT / "dmm-privacy" / "policy.p3p.json").read_text(encoding="utf-8"))
    assert made == {"told": "elsewhere", "elsewhere": "https://personaldata.dmm.com/", "choices": []}


@pytest.mark.parametrize(
    ("clause", "told", "offers"),
    [
        ("", "not-stated", []),
        ('external-transmission out "外部送信" { declared: none }', "none", []),
        ('external-transmission out "外部送信" { transmission { sends: cookie; to: "a"; for: access-analysis; basis: transmission-consent } }', "here", ["ask"]),
        ('external-transmission out "外部送信" { transmission { sends: cookie; to: "a"; for: access-analysis; basis: essential-transmission } }', "here", ["nothing"]),
    ],
)  # fmt: skip
def test_what_other_policies_say(consent: Path, clause: str, told: str, offers: list[str]) -> None:
    uses = '  purposes uses "利用目的" { purpose serve "サービスの提供のため" { is: service-provision } }\n'
    files = build_files({"a.policy": f"{HEAD}{uses}  {clause}\n}}\n"}).files
    made = chosen(consent, files["policy.p3p.json"])
    assert (made["told"], [one["offer"] for one in made["choices"]]) == (told, offers)


def test_another_version_is_refused(consent: Path) -> None:
    text = (OUT / "mihon-privacy" / "policy.p3p.json").read_text(encoding="utf-8")
    assert choices(consent, text.replace('"version": "1.0"', '"version": "1.4"', 1)).returncode == 0
    for other in (text.replace('"version": "1.0"', '"version": "2.0"', 1), '{"format": "other"}', "[]"):
        assert other != text and "not a policy.p3p.json of version 1" in choices(consent, other).stderr


# -- an auditor -------------------------------------------------------------------------------------------------------


def test_who_receives_what(tmp_path: Path) -> None:
    package = packed(tmp_path)
    done = run(tmp_path, "audit.py", str(package), str(ROOT / "docs"))
    assert done.returncode == 0, done.stderr
    assert "refused:" in done.stdout and "no output of policyc" in done.stdout
    assert (
        "dmm-privacy entrust abroad -> 第三者、外国にある第三者: (not itemised)  [dmm-privacy.policy:105]"
        in done.stdout
    )
    assert "全ての個人情報 and more  [dmm-privacy.policy:113]" in done.stdout
    assert "mihon-privacy declares none: sensitive-data ('法令に基づく場合',)" in done.stdout
    assert "mihon-external-transmission transmit -> " in done.stdout
    # The folder says what the package says.
    assert run(tmp_path, "audit.py", str(OUT)).stdout == "".join(
        line for line in done.stdout.splitlines(keepends=True) if not line.startswith("refused")
    )


def test_a_house_and_its_suppliers(tmp_path: Path) -> None:
    (tmp_path / "demands.yaml").write_text(program("demands.yaml"), encoding="utf-8")
    done = run(tmp_path, "suppliers.py", str(packed(tmp_path)))
    assert done.returncode == 1, done.stderr
    assert (
        "合同会社DMM.com look at it\n   violated no-ads\n       stated 広告の表示 dmm-privacy.policy:85\n"
        in done.stdout
    )
    assert "株式会社みほん look at it\n   open no-ads\n" in done.stdout and "   met no-health\n" in done.stdout
    (tmp_path / "demands.yaml").write_text("demands: 3", encoding="utf-8")
    done = run(tmp_path, "suppliers.py", str(packed(tmp_path)))
    assert done.returncode == 2 and "[match/wrong-value]" in done.stderr and "Traceback" not in done.stderr


# -- an app store -----------------------------------------------------------------------------------------------------


def test_verify_then_load(tmp_path: Path) -> None:
    package = packed(tmp_path)
    for arguments in (["keygen", "mihon"], ["sign", "mihon.zip", "--key", "mihon.key"]):
        env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        subprocess.run(
            [sys.executable, "-m", "policyc", *arguments], cwd=tmp_path, env=env, check=True, capture_output=True
        )
    done = run(tmp_path, "store.py", "mihon.zip", "mihon.pub")
    assert done.returncode == 0, done.stderr
    rows = [line.split(" | ") for line in done.stdout.splitlines() if " | " in line]
    (given,) = [aims for policy, who, aims in rows if "terms.dmm" in policy and who == "それらのサービスを行う事業者"]
    assert set(given.split("、")) == {"広告の表示", "宣伝", "マーケティング"}
    assert {who for policy, who, _ in rows if policy == "https://www.mihon.example/privacy/"} >= {
        "配送業者",
        "例示広告株式会社",
    }
    body = package.read_bytes()
    package.write_bytes(body.replace("開示".encode(), "閉示".encode()))
    done = run(tmp_path, "store.py", "mihon.zip", "mihon.pub")
    assert done.returncode == 1 and "refused" in done.stderr and "|" not in done.stdout
