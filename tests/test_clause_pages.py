"""Every clause folder has a page: its fields as they are, good examples that compile, bad ones with their errors.

`python tests/test_clause_pages.py` rewrites the tables of fields in the pages.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import ROOT, check_text
from policyc.clauses import PACKAGES, catalogue
from policyc.model import BlockType, Key
from policyc.model.types import CLOSING_KEY, DECLARED_KEY, TEXT_KEY
from policyc.pipeline import Checked

FOLDER = ROOT / "src" / "policyc" / "clauses"
TYPES = {clause.package.rpartition(".")[2]: clause for clause in catalogue()}
# What a page judges: the language and its texts. Law and style have their own pages.
JUDGED = ("syntax/", "model/", "text/")

# The file that an example stands in; its clauses have a purposes clause to refer to unless they bring one.
BEFORE = """\
organization mihon "株式会社みほん" {{
  called:         "当社"
  address:        "東京都", "千代田区", "見本町1丁目2番3号"
  representative: "代表取締役", "見本　花子"
  country:        JP
}}
organization mihon-hanbai "株式会社みほん販売" {{ country: JP }}
desk privacy-desk "株式会社みほん　個人情報相談窓口" {{
  postal-code: "100-0000"
  address:     "東京都千代田区見本町1丁目2番3号"
  phone:       "03-0000-0000"
  hours:       "平日10時から17時まで"
  email:       "privacy@mihon.example"
  form:        [お問い合わせフォーム](https://www.mihon.example/contact/)
}}
subject customer "お客様" {{ is: customer }}
recipient reiji-kokoku "例示広告株式会社" {{ is: advertising-business }}
document notice "個人情報の取扱いについて" {{
  kind: privacy-notice; url: <https://www.mihon.example/privacy/>; operator: mihon; subjects: customer
  register: {register}
"""
USES = """
  purposes uses {
    purpose delivery "商品の発送のため"           { is: goods-delivery }
    purpose support  "お問い合わせに対応するため" { is: inquiry-handling }
  }
"""

_FENCE = re.compile(r"^```policy\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EXPECTED = re.compile(r"# error: \[([a-z/\-]+)\]")
_TABLES = re.compile(r"(?<=<!-- fields -->\n).*?(?=<!-- /fields -->)", re.DOTALL)


def page(folder: str) -> str:
    return (FOLDER / folder / "README.md").read_text(encoding="utf-8")


def examples(folder: str) -> list[str]:
    return _FENCE.findall(page(folder))


def good(folder: str) -> list[str]:
    return [example for example in examples(folder) if not _EXPECTED.search(example)]


def bad(folder: str) -> list[str]:
    return [example for example in examples(folder) if _EXPECTED.search(example)]


def check_example(example: str, register: str = "web") -> tuple[Checked, int]:
    """Check an example in its file; also the number of lines before it."""
    before = BEFORE.format(register=register)
    uses = "" if re.search(r"^(purposes|利用目的) ", example, re.MULTILINE) else USES
    return check_text(f"{before}{example}{uses}}}\n"), before.count("\n")


def errors(checked: Checked) -> list[tuple[int, str]]:
    """Line and code of the findings that a page judges."""
    judged = (d for d in checked.diagnostics if d.severity == "error" and d.code.startswith(JUDGED))
    return sorted((d.span.source.position(d.span.start)[0], d.code) for d in judged)


@pytest.mark.parametrize("folder", PACKAGES)
def test_page_is_complete(folder: str) -> None:
    text = page(folder)
    clause = TYPES[folder]
    assert text.startswith(f"# {clause.ja} `{clause.word}`\n")
    for heading in ("## 法令", "## 項目", "## 例", "## 悪い例"):
        assert f"\n{heading}\n" in text, heading
    assert good(folder) and bad(folder)


@pytest.mark.parametrize("folder", PACKAGES)
def test_fields_of_the_page(folder: str) -> None:
    assert _TABLES.findall(page(folder)) == [tables(TYPES[folder])], "run: python tests/test_clause_pages.py"


@pytest.mark.parametrize("register", ["web", "articles"])
@pytest.mark.parametrize("folder", PACKAGES)
def test_good_examples(folder: str, register: str) -> None:
    for example in good(folder):
        checked, _ = check_example(example, register)
        assert not errors(checked), (example, [d.message("ja") for d in checked.diagnostics])


@pytest.mark.parametrize("folder", PACKAGES)
def test_bad_examples(folder: str) -> None:
    for example in bad(folder):
        checked, before = check_example(example)
        lines = example.splitlines()
        wanted = [(before + n, code) for n, line in enumerate(lines, 1) for code in _EXPECTED.findall(line)]
        assert errors(checked) == sorted(wanted), example


def tables(clause: BlockType) -> str:
    """The fields of a clause and of its items as Markdown."""
    common = {DECLARED_KEY.word, TEXT_KEY.word, CLOSING_KEY.word}
    found = _table([key for key in clause.keys if key.word not in common])
    for item in clause.children:
        if item.role == "item":
            found += f"\n`{item.word}`（{item.ja}）: {item.about}\n\n"
            found += _table([key for key in item.keys if key.word not in common])
    return found or "この条項だけの項目はありません。\n"


def _table(keys: list[Key]) -> str:
    rows = [f"| {k.ja} | `{k.word}` | {_values(k)} | {k.about} |\n" for k in keys]
    rows += [f"| {key.ja} の {k.ja} | `{k.word}` | {_values(k)} | {k.about} |\n" for key in keys for k in key.fields]
    return "| 項目 | English | 値 | 意味 |\n|---|---|---|---|\n" + "".join(rows) if rows else ""


def _values(key: Key) -> str:
    ja = key.kind.ja.replace("[見出し](URL)", "`[見出し](URL)`").replace("<URL>", "`<URL>`")
    return ja + ("（複数可）" if key.many else "") + ("（必須）" if key.required else "")


if __name__ == "__main__":
    for name, type_ in TYPES.items():
        path: Path = FOLDER / name / "README.md"
        made = tables(type_)
        path.write_text(_TABLES.sub(lambda _, made=made: made, path.read_text(encoding="utf-8")), encoding="utf-8")
