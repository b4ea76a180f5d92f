"""A clause type that nobody foresaw: one folder, and every room knows it. The package is copied and given that folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT

pytestmark = pytest.mark.slow
CLAUSE = '''"""公開 — personal data shown to the public."""

from ...facts import MAY
from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import DATA_ITEMS, MODALITY_KEY, RECIPIENTS, Key, clause


def lower(node: Node, out: Lowering) -> None:
    """One practice: what is shown, and to whom."""
    if lowerings.silent(out, node):
        return
    out.practice(node, "publish", data=out.data(node, "items"), recipients=out.recipients(node, "to"), modality=MAY)


CLAUSE = clause(
    "showing",
    "公開事項",
    "公開する個人データ。",
    "Personal data that are shown to the public.",
    (
        Key("items", "項目", DATA_ITEMS, "公開する項目。", "What is shown."),
        Key("to", "提供先", RECIPIENTS, "見る者。", "Who sees it."),
        MODALITY_KEY,
    ),
    package=__name__,
    states_practices=True,
)
'''
MATTER = '''"""What other rooms know of this clause."""

from ...matters.records import THIRD_PARTY, Act, Answer, Headings, Matter, Term

MATTER = Matter(
    name_ja="公開する事項",
    name_en="What is shown to the public",
    acts=(Act("publish", THIRD_PARTY, says="のとおり、{whose}個人データを公開することがあります。", receiver="公開先"),),
    never="publish",
    words=("公開",),
    term=Term("個人データ", "showing", "第27条第1項", "art. 27(1)"),
    headings=Headings(5, "公開", "公開"),
    answers=(Answer("practice", "publish", field="items"),),
)
'''
WORDING = """
heading: 個人データの公開
web:
  - when: declared=none
    text: "{operator}は、個人データを公開{declared|しません}。"
  - when: declared=on-request
    text: "{operator}は、個人データの公開について、{declared|ご本人の求めに応じて、遅滞なくお答えします}。"
  - when: items|to|modality
    text: "{operator}は、個人データ"
  - when: items
    begin: inline
    text: "（{items.及び}）"
  - when: items|to|modality
    begin: inline
    text: "を"
  - when: to
    begin: inline
    text: "{to.又は}に"
  - when: items|to !modality
    begin: inline
    text: "公開することがあります。"
  - when: modality
    begin: inline
    text: "公開{modality}。"
  - when: item:delegates !items|to|modality|declared
    text: "個人データの公開については、{delegates}をご覧ください。"
articles:
  - when: declared=none
    text: "{operator}は、個人データを公開{declared|しない}。"
  - when: declared=on-request
    text: "{operator}は、個人データの公開について、{declared|本人の求めに応じて、遅滞なく回答する}。"
  - when: items|to|modality
    text: "{operator}は、個人データ"
  - when: items
    begin: inline
    text: "（{items.及び}）"
  - when: items|to|modality
    begin: inline
    text: "を"
  - when: to
    begin: inline
    text: "{to.又は}に"
  - when: items|to !modality
    begin: inline
    text: "公開することがある。"
  - when: modality
    begin: inline
    text: "公開{modality}。"
  - when: item:delegates !items|to|modality|declared
    text: "個人データの公開については、{delegates}に定めるところによる。"
names: {items: 公開する個人データの項目, to: 公開する個人データを見る者}
"""
# What is made when files are frozen: first what the clauses declare, then what is made of that.
FREEZE = """
from pathlib import Path
import policyc
from policyc.dev import matters
room = Path(policyc.__file__).parent
assert str(room).startswith({root!r}), room
"""
SOURCE = """
organization 当社 "株式会社みほん" {{ }}
document notice "個人情報の取扱い" {{
  kind: privacy-notice; url: <https://mihon.example/>; operator: 当社; subjects: customer{register}
  text: "{{operator}}は、{{subjects}}の情報を取り扱います。"
  {clause}
}}
"""
SHOWN = 'showing shown "個人データの公開" { items: name; to: advertising-business }'


class House:
    """The copy of the package, and its commands."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def python(self, *arguments: str, code: int = 0) -> str:
        """What the interpreter prints with the copy as `policyc`."""
        environment = {**os.environ, "PYTHONPATH": str(self.root / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
        run = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert run.returncode == code, run.stdout + run.stderr
        return run.stdout

    def policyc(self, *arguments: str, code: int = 0) -> str:
        """What a command prints."""
        return self.python("-m", "policyc", *arguments, code=code)

    def source(self, name: str, clause: str, register: str = "") -> str:
        """A source with one clause, by its path."""
        path = self.root / f"{name}.policy"
        path.write_text(SOURCE.format(clause=clause, register=register), encoding="utf-8")
        return path.name

    def built(self, name: str, clause: str) -> Path:
        """The folder that a source with one clause is built to."""
        self.policyc("build", self.source(name, clause), "--out", name)
        return self.root / name / "notice"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    root = tmp_path_factory.mktemp("house")
    package = root / "src" / "policyc"
    shutil.copytree(ROOT / "src" / "policyc", package, ignore=shutil.ignore_patterns("__pycache__"))
    folder = package / "clauses" / "showing"
    folder.mkdir()
    for name, text in (("__init__.py", CLAUSE), ("matter.py", MATTER), ("wording.ja.yaml", WORDING)):
        (folder / name).write_text(text, encoding="utf-8")
    made = House(root)
    head = FREEZE.format(root=str(root))
    made.python(
        "-c",
        head + "from policyc.clauses.freeze import frozen_modules\n"
        "(room / 'clauses' / 'frozen.py').write_text(frozen_modules()['frozen.py'], encoding='utf-8')\n"
        "(room / 'matters' / 'frozen.py').write_text(matters.matters_module(), encoding='utf-8')\n",
    )
    made.python("-c", head + "(room / 'reader' / 'frozen.py').write_text(matters.reader_module(), encoding='utf-8')\n")
    return made


@pytest.fixture(scope="module")
def shown(house: House) -> Path:
    return house.built("shown", SHOWN)


@pytest.fixture(scope="module")
def denied(house: House) -> Path:
    return house.built("denied", "showing shown { declared: none }")


def nodes(folder: Path) -> dict[str, dict[str, Any]]:
    graph = json.loads((folder / "policy.jsonld").read_text(encoding="utf-8"))["@graph"]
    return {node["id"].rpartition("#")[2]: node for node in graph}


def test_its_practice_is_a_process_with_third_parties(shown: Path) -> None:
    node = nodes(shown)["shown"]
    assert "dpv:PersonalDataProcess" in node["type"]
    assert node["processing"][0] == "jp-appi:Publication"
    assert node["thirdParty"]


def test_its_denial_has_a_matter_and_is_a_prohibition(denied: Path) -> None:
    found = nodes(denied)
    (declared,) = (node for node in found.values() if node.get("matter"))
    assert declared["matter"] == "policyc:MatterShowing"
    assert found["policyc:MatterShowing"]["label"]["ja"] == "公開する事項"
    assert found["shown/prohibition"]["action"] == "jp-appi:Publication"


def test_it_is_filed_under_its_member_of_p3p_with_its_words(shown: Path) -> None:
    file = json.loads((shown / "policy.p3p.json").read_text(encoding="utf-8"))
    assert [row["id"] for row in file["provisions"]] == ["shown"]
    assert not file["uses"]
    (statement,) = file["p3p"]["statements"]
    assert statement["consequence"] == "「1．個人データの公開」のとおり、お客様の個人データを公開することがあります。"


def test_it_is_read_from_both_files(house: House, shown: Path) -> None:
    program = "import policyc, sys; print([(p.action, p.id) for p in policyc.read(sys.argv[1]).documents[0].practices])"
    for name in ("policy.jsonld", "policy.p3p.json"):
        assert house.python("-c", program, str(shown / name)).strip() == "[('publish', 'shown')]"


# A demand, and what it gets of the document that shows names, and of the one that denies to show anything.
DEMANDS = (
    ("forbid: {publish: {data: name}}", "violated", "met"),
    ("forbid: {公表: any}", "violated", "met"),
    ("forbid: {publish: {to: third-party}}", "violated", "met"),
    ("require: {declared-none: showing}", "violated", "met"),
    ("require: {ないとの宣言: 公開事項}", "violated", "met"),
    ("limit: {publish: {data: name}}", "met", "met"),
    ("forbid: {share: {data: name}}", "violated", "not-stated"),
)


def test_it_can_be_demanded(house: House, shown: Path, denied: Path) -> None:
    (house.root / "demands.yaml").write_text(
        "demands:\n" + "".join(f"  - {demand}\n" for demand, _, _ in DEMANDS), encoding="utf-8"
    )
    for folder, answers in ((shown, [one[1] for one in DEMANDS]), (denied, [one[2] for one in DEMANDS])):
        made = json.loads(house.policyc("match", "demands.yaml", str(folder), "--format", "json", code=1))
        assert [row["answer"] for row in made["documents"][0]["answers"]] == answers


def test_it_can_be_asked_for(house: House, shown: Path) -> None:
    made = house.policyc("ask", "who-receives", "name", "--of", str(shown))
    assert "1．個人データの公開 → 広告・宣伝・マーケティングのサービスを行う事業者" in made


def test_it_is_found_by_its_headings(house: House) -> None:
    page = "<h1>プライバシーポリシー</h1><p>当社は個人情報を扱います。</p><h2>氏名の公開</h2><p>当社は、氏名を公開することがあります。</p>"
    (house.root / "page.html").write_text(page, encoding="utf-8")
    house.policyc("import", "page.html", "-o", "page.policy")
    assert "「公開事項」（showing）の条項のようです" in (house.root / "page.policy").read_text(encoding="utf-8")


def test_the_audit_knows_what_would_answer_and_the_words_for_it(house: House) -> None:
    program = """
from policyc import law
from policyc.audit import declared, elsewhere
rule = next(iter(law.every_rule()))._replace(require=("row", "practice", ("publish",), ()), topics=("showing",))
print(declared.ways(rule, None, None), elsewhere._matters(rule), elsewhere._words("showing"))
"""
    made = house.python("-c", program).strip()
    assert made == "[Way(block='showing', field='items', values=())] ['showing'] ('公開',)"


def test_the_lint_of_statutes_knows_the_word_of_the_act(house: House) -> None:
    clause = 'showing shown { items: name; text: "{operator}は、個人情報のうち{items}を公開することがある。" }'
    made = house.policyc(
        "check", house.source("lint", clause, "; register: articles"), "--wording", "auto", "--lang", "en", code=1
    )
    assert "wording/personal-data" in made
    assert "the Act says 個人データ on showing (APPI, art. 27(1))" in made
