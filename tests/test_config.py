"""`policyc.yaml`: what it sets, where it is looked for, and what is said of one that is wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import HEAD, ROOT
from policyc import config, law
from policyc.acceptance import OFF, Weight
from policyc.acceptance.severities import LEVELS, severity
from policyc.cli import group
from policyc.config import MOST, NAME, Config, Wording
from policyc.config.schema import _KEYS, ConfigModel
from policyc.diagnostics import MOST_OF_A_KIND, Diagnostic, Kind
from policyc.diagnostics.catalogue import kinds, pages
from policyc.source import Source, Span

_BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_ANNOUNCED = re.compile(r"# (?:error|warning|note): \[([a-z0-9/-]+)\]")
CODES = sorted(code for code in kinds() if code.startswith("config/"))
# A hundred rows are no example: test_more_patterns_than_are_held_against_every_code.
NO_EXAMPLE = "config/too-many-patterns"
NOTHING = HEAD + "}\n"
OFF_ROW = Weight("appi/22-accuracy", "off")
PUBLISHED = "appi/21-1-purpose-published"


def every() -> dict[str, str]:
    return {**{rule.id: "" for rule in law.every_rule()}, **{k.code: k.severity for k in kinds().values()}}


def read(text: str | bytes) -> tuple[Config, list[Diagnostic]]:
    return config.read(NAME, text.encode() if isinstance(text, str) else text, every)


def plain(made: Config) -> Config:
    """Settings without the places of what they are made of."""
    rows = tuple(row._replace(at=None) for row in made.severity)
    return made._replace(severity=rows, baseline_at=None, profile_at=None)


def codes(text: str | bytes) -> list[str]:
    return [d.code for d in read(text)[1]]


def places(text: str) -> list[tuple[str, int, int, str]]:
    rows = []
    for d in read(text)[1]:
        line, column = d.span.source.position(d.span.start)
        rows.append((d.code, line, column, d.span.text))
    return rows


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, list(arguments))


def project(tmp_path: Path, settings: str | bytes, source: str = NOTHING) -> Path:
    (tmp_path / "a.policy").write_text(source, encoding="utf-8")
    (tmp_path / NAME).write_bytes(settings.encode() if isinstance(settings, str) else settings)
    return tmp_path


def severities(folder: Path, *arguments: str) -> dict[str, str]:
    rows = json.loads(run("check", str(folder), "--format", "json", *arguments).output)["diagnostics"]
    return {row["code"]: row["severity"] for row in rows}


# -- the pages --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [code for code in CODES if code != NO_EXAMPLE])
def test_the_examples_of_a_page_are_true(code: str, tmp_path: Path) -> None:
    bad, good = _BLOCK.findall(pages()[code])
    (tmp_path / "baseline.json").write_text('{"format": "policyc-baseline-1", "findings": []}', encoding="utf-8")
    wanted = [(n, hit) for n, line in enumerate(bad.split("\n"), 1) for hit in _ANNOUNCED.findall(line)]
    made = run("check", str(project(tmp_path, bad)), "--format", "json")
    rows = json.loads(made.output)["diagnostics"]
    assert [(r["line"], r["code"]) for r in rows if r["file"].endswith(NAME)] == wanted
    assert {r["severity"] for r in rows if r["code"] == code} == {kinds()[code].severity}
    # Where all is turned off, nothing is left that fails.
    assert made.exit_code == (code != "config/all-off") and code in {hit for _, hit in wanted}
    good_run = run("check", str(project(tmp_path, good)), "--format", "json")
    assert [r for r in json.loads(good_run.output)["diagnostics"] if r["code"].startswith("config/")] == []


def test_the_example_of_the_room_is_read_as_it_says() -> None:
    text = (ROOT / "src/policyc/config/README.md").read_text(encoding="utf-8")
    made, found = read(_BLOCK.findall(text)[0])
    assert found == []
    assert plain(made) == Config(
        (Weight("appi/22-accuracy", "off"), Weight("wording/*", "note")),
        "2026-07-17",
        "baseline.json",
        Wording("web", 120),
    )


# -- what is read -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "# 何もない\n",
        "---\n",
        "---\n...\n",
        "~\n",
        "{}\n",
        "severity:\nas-of:\nbaseline: ~\nwording:\n",
        b"\xef\xbb\xbf",
    ],
)
def test_an_empty_file_sets_nothing(text: str | bytes) -> None:
    assert read(text) == (Config(), [])


def test_off_is_a_word_and_not_a_truth_value() -> None:
    made, found = read("severity: {appi/22-accuracy: off}\nwording: {profile: off}\n")
    assert found == [] and plain(made).severity == (OFF_ROW,) and made.wording.profile == "off"
    assert plain(read('"severity": {"appi/22-accuracy": \'off\'}')[0]).severity == (OFF_ROW,)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_of_windows_and_a_mark(mark: bytes) -> None:
    text = mark + "as-of: 2026-08-01\r\n# 注\r\nseverity:\r\n  appi/22-acuracy: off\r\n".encode()
    made, found = read(text)
    assert made.as_of == "2026-08-01"
    assert [(d.code, d.span.line, d.span.text) for d in found] == [("config/unknown-code", 4, "appi/22-acuracy")]


def test_the_places_are_exact() -> None:
    assert places("# 設定（全角）\nwording: {profile: 条文, sentence-length: 5}\n") == [
        ("config/wrong-value", 2, 20, "条文"),
        ("config/wrong-value", 2, 41, "5"),
    ]
    assert places("基準: x\nas-of: '2026-02-30'\n") == [
        ("config/unknown-key", 1, 1, "基準"),
        ("config/wrong-value", 2, 8, "'2026-02-30'"),
    ]
    assert places("severity:\n  text/term-unused: 警告\n") == [("config/wrong-value", 2, 21, "警告")]
    assert places("as-of: 2026-07-17\n\n\nas-of: 2026-07-18\n") == [("config/key-twice", 4, 1, "as-of")]
    assert places("wording:\n  profil: web\n") == [("config/unknown-key", 2, 3, "profil")]


def test_what_is_wrong_is_left_out_and_the_rest_counts() -> None:
    text = "severity:\n  appi/22-accuracy: off\n  appi/40-complaints: none\nas-of: soon\nbaseline: b.json\nx: 1\n"
    made, found = read(text)
    assert plain(made).severity == (OFF_ROW,) and made.as_of == "" and made.baseline == "b.json"
    assert sorted(d.code for d in found) == ["config/unknown-key", "config/wrong-value", "config/wrong-value"]


@pytest.mark.parametrize(
    "text",
    [
        "- a\n- b\n",
        "just words\n",
        "severity: [appi/22-accuracy]\n",
        "severity: off\n",
        "severity: {appi/22-accuracy: {level: off}}\n",
        "severity: {appi/22-accuracy: [off, note]}\n",
        "as-of: [2026-07-17]\n",
        "as-of: 20260717\n",
        "baseline: {a: b}\n",
        'baseline: ""\n',
        "wording: web\n",
        "wording: {sentence-length: 12.5}\n",
        "wording: {sentence-length: -120}\n",
        "wording: {sentence-length: 99999999999999999999999999}\n",
        f"severity: {{{'a' * 200}: off}}\n",
    ],
)
def test_another_form_is_told(text: str) -> None:
    made, found = read(text)
    assert [d.code for d in found] == ["config/wrong-value"], [(d.code, d.message("en")) for d in found]
    assert made._replace(baseline_at=None) == Config()
    for one in found:
        assert one.message("ja") and one.help("en")


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\n" + "".join(
    f"{c}: &{c} [*{p}, *{p}, *{p}, *{p}]\n" for p, c in zip("bcdefgh", "cdefghi", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        "severity: &s {appi/22-accuracy: off}\n",
        "severity: *s\n",
        "<<: {as-of: 2026-07-17}\nseverity: !!python/object:os.system {}\n",
        "[" * 100_000,
        "{a: " * 10_000,
        "a: " + "[" * 10 + "]" * 10,
        "as-of: 2026-07-17\n---\nas-of: 2026-07-18\n",
        "\tas-of: 2026-07-17\n",
        "as-of: 'unclosed\n",
        "severity: {appi/22-accuracy: off\n",
        "as-of: 2026\x00\n",
        "as-of: \x1b[31m\n",
        'severity: {"\\ud800": off}\n',
        'baseline: "a\\udc00"\n',
        'as-of: "\\UFFFFFFFF"\n',
        'as-of: "\\U00110000"\n',
        f"%YAML 1.{'9' * 5000}\n---\nas-of: 2026-07-17\n",
        "? [a, b]\n: c\n",
        "? ~\n: c\n",
        "%YAML 9.9\n---\na: b\n",
        b"\xff\xfe" + "as-of: 2026-07-17\n".encode("utf-16-le"),
        "severity:\n  # 設定\n  appi/22-accuracy: off\n".encode("cp932"),
        b"#" * (MOST + 1),
    ],
)
def test_what_is_no_yaml_of_ours_is_refused_quickly(text: str | bytes) -> None:
    made, found = read(text)
    assert [d.code for d in found if d.code != "config/unknown-key"] == ["config/not-yaml"] and made == Config()
    for one in found:
        assert 0 <= one.span.start <= one.span.end <= len(one.span.source.text)
        assert one.message("ja").isprintable() and one.message("en").isprintable()


def test_many_wrong_keys_take_no_longer_than_they_are_many() -> None:
    text = "severity:\n" + "".join(f"  appi/x{n}: off\n" for n in range(3000))
    found = read(text)[1]
    assert [d.code for d in found].count("config/unknown-code") == MOST_OF_A_KIND
    [more] = [d for d in found if d.code == "build/more-findings"]
    assert more.params["count"] == str(3000 - MOST_OF_A_KIND)


# -- severities -------------------------------------------------------------------------------------------------------


def finding(code: str, level: str) -> Diagnostic:
    return Kind(code, level, "", "").at(Span(Source("a", "a"), 0, 1))


def test_the_code_itself_then_the_longest_pattern() -> None:
    written = (("appi/*", "note"), ("*", "off"), ("appi/22-accuracy", "error"), ("appi/22-*", "warning"))
    rows = tuple(Weight(*row) for row in written)
    for order in (rows, rows[::-1]):
        assert severity(finding("appi/22-accuracy", "note"), order) == "error"
        assert severity(finding("appi/22-other", "note"), order) == "warning"
        assert severity(finding("appi/40-complaints", "warning"), order) == "note"
        assert severity(finding("text/term-unused", "warning"), order) == OFF
    assert severity(finding("appi/40-complaints", "warning"), ()) == "warning"


def test_an_error_of_the_language_stays_one() -> None:
    for code in (k.code for k in kinds().values() if k.severity == "error"):
        assert severity(finding(code, "error"), (Weight("*", "off"), Weight(code, "note"))) == "error"
    assert severity(finding(PUBLISHED, "error"), (Weight("*", "off"),)) == OFF
    assert severity(finding("wording/long-sentence", "error"), (Weight("wording/*", "note"),)) == "note"


@pytest.mark.parametrize(
    "code", ["syntax/*", "model/unknown-name", "config/not-yaml", "config/*", "config/all-off", "baseline/gone"]
)
def test_to_weaken_an_error_of_the_language_is_refused(code: str) -> None:
    assert codes(f"severity:\n  {code}: note\n") == ["config/language-error"]


@pytest.mark.parametrize("code", ["wording/*", "appi/*", "*", "text/*", "model/empty-value", "accept/unused"])
def test_what_can_be_weighed(code: str) -> None:
    assert codes(f"severity:\n  '{code}': note\n") == []


def test_check_goes_by_the_severities(tmp_path: Path) -> None:
    before = severities(project(tmp_path, ""))
    assert before[PUBLISHED] == "error" and before["appi/22-accuracy"] == "note"
    folder = project(tmp_path, f"severity: {{{PUBLISHED}: warning, appi/22-accuracy: off, appi/32-*: error}}")
    after = severities(folder)
    assert after[PUBLISHED] == "warning" and "appi/22-accuracy" not in after
    assert {level for code, level in after.items() if code.startswith("appi/32-")} == {"error"}
    assert run("check", str(folder)).exit_code == 1
    assert run("check", str(project(tmp_path, f"severity: {{{PUBLISHED}: warning}}"))).exit_code == 0


def test_a_warning_of_the_language_can_be_an_error_or_nothing(tmp_path: Path) -> None:
    source = HEAD.replace("document", 'term fee "手数料" { means: "手数" }\ndocument') + "}\n"
    assert severities(project(tmp_path, "", source), "--no-law")["text/term-unused"] == "warning"
    raised = project(tmp_path, "severity: {text/term-unused: error}", source)
    assert severities(raised, "--no-law")["text/term-unused"] == "error"
    assert run("check", str(raised), "--no-law").exit_code == 1
    # What the law has to say is still asked: the source itself has no error.
    assert PUBLISHED in severities(raised)
    assert "text/term-unused" not in severities(project(tmp_path, "severity: {'*': off}", source))


def test_an_audit_says_what_the_firm_decided(tmp_path: Path) -> None:
    folder = project(tmp_path, f"severity: {{{PUBLISHED}: note, appi/22-accuracy: off}}")
    made = run("audit", str(folder))
    assert made.exit_code == 0
    assert f"足りない［エラー→参考、この社の設定により］ [{PUBLISHED}]" in made.stdout
    assert "足りない［参考→示さない、この社の設定により］ [appi/22-accuracy]" in made.stdout
    assert "この社の設定により重さを変えたもの 2" in made.stdout
    assert (
        "error → note by this firm&#39;s settings"
        in run("audit", str(folder), "--format", "html", "--lang", "en").stdout
    )
    rows = json.loads(run("audit", str(folder), "--format", "json").stdout)["documents"][0]["rows"]
    assert {r["rule"]: (r["severity"], r["set_to"]) for r in rows if "set_to" in r} == {
        PUBLISHED: ("error", "note"),
        "appi/22-accuracy": ("note", "off"),
    }


# -- where it is, and what wins ---------------------------------------------------------------------------------------


def test_the_day_of_the_command_line_wins(tmp_path: Path) -> None:
    coming = next(r for r in law.rules("privacy-notice") if r.coming(law.NEWEST) and r.latest)
    day = lambda *more: run("audit", str(tmp_path), *more).stdout  # noqa: E731
    project(tmp_path, f"as-of: {coming.latest}\n")
    assert f"{coming.latest} 現在" in day()
    assert f"{law.NEWEST} 現在" in day("--as-of", law.NEWEST)


def test_only_the_root_is_looked_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path, f"severity: {{{PUBLISHED}: off}}")
    below = tmp_path / "below"
    below.mkdir()
    (below / "b.policy").write_text(NOTHING, encoding="utf-8")
    # The root is the folder given, or that of the file: nothing is looked for above it.
    assert PUBLISHED in severities(below)
    assert PUBLISHED in severities(below / "b.policy")
    assert PUBLISHED not in severities(below, "--root", str(tmp_path))
    assert PUBLISHED not in severities(below / "b.policy", "--root", str(tmp_path))
    assert PUBLISHED not in severities(tmp_path / "a.policy")
    monkeypatch.chdir(tmp_path)
    assert PUBLISHED not in severities(Path("a.policy"))


def test_each_root_of_a_run_has_its_own(tmp_path: Path) -> None:
    for name, settings in (("one", f"severity: {{{PUBLISHED}: off}}"), ("two", "")):
        (tmp_path / name).mkdir()
        project(tmp_path / name, settings, NOTHING.replace("document notice", f"document {name}"))
    rows = json.loads(run("check", str(tmp_path / "one"), str(tmp_path / "two"), "--format", "json").output)[
        "diagnostics"
    ]
    assert ["two" in row["file"] for row in rows if row["code"] == PUBLISHED] == [True]


def test_a_file_that_is_there_and_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.policy").write_text(NOTHING, encoding="utf-8")
    (tmp_path / NAME).mkdir()
    for command in ("check", "audit"):
        made = run(command, str(tmp_path))
        assert made.exit_code == 2 and NAME in made.stderr and "Traceback" not in made.output


def test_a_link_out_of_the_root_is_not_followed(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.policy").write_text(NOTHING, encoding="utf-8")
    (tmp_path / "other.yaml").write_text("severity: {'*': off}", encoding="utf-8")
    (inner / NAME).symlink_to(tmp_path / "other.yaml")
    assert run("check", str(inner)).exit_code == 2


def test_a_wrong_file_fails_check_and_audit_in_both_languages(tmp_path: Path) -> None:
    project(tmp_path, "severity: {appi/22-acuracy: off}", HEAD + 'article "本文" { text: "あ。" }\n}\n')
    for lang in ("ja", "en"):
        assert "[config/unknown-code]" in run("check", str(tmp_path), "--lang", lang).stdout
        assert "[config/unknown-code]" in run("audit", str(tmp_path), "--lang", lang).stderr
    assert run("audit", str(tmp_path)).exit_code == 1
    # A build takes nothing from it.
    assert run("build", str(tmp_path), "--out", str(tmp_path / "out")).exit_code == 0


def test_the_messages_name_the_keys_that_there_are() -> None:
    assert tuple(field.alias or name for name, field in ConfigModel.model_fields.items()) == _KEYS[()]
    assert set(LEVELS) == {"error", "warning", "note", "off"}


LONG = HEAD + 'article "本文" { text: "お客様の情報を正しく安全に扱い、守り、大切にします。電話，郵便、です。" }\n}\n'


def test_the_settings_say_how_long_a_sentence_may_be(tmp_path: Path) -> None:
    code = "wording/long-sentence"
    project(tmp_path, "", LONG)
    assert code not in severities(tmp_path)
    project(tmp_path, "wording: {sentence-length: 20}", LONG)
    assert code in severities(tmp_path) and code in severities(tmp_path, "--wording", "statute")
    project(tmp_path, "wording: {sentence-length: 30}", LONG)
    assert code not in severities(tmp_path)


@pytest.mark.parametrize("settings", ["wording: {profile: off}", "severity: {wording/*: off}"])
def test_what_the_settings_turn_off_is_not_fixed(tmp_path: Path, settings: str) -> None:
    project(tmp_path, "", LONG)
    assert "+article" in run("check", str(tmp_path), "--diff").stdout
    project(tmp_path, settings, LONG)
    assert run("check", str(tmp_path), "--diff").stdout == ""
    run("check", str(tmp_path), "--fix")
    assert (tmp_path / "a.policy").read_text(encoding="utf-8") == LONG
    if "profile" in settings:
        assert "+article" in run("check", str(tmp_path), "--diff", "--wording", "web").stdout


def test_a_wrong_file_fails_a_diff_too(tmp_path: Path) -> None:
    project(tmp_path, "wordings: {profile: off}", LONG)
    made = run("check", str(tmp_path), "--diff")
    assert made.exit_code == 1 and "[config/unknown-key]" in made.stderr and "+article" in made.stdout


def test_a_file_that_the_settings_name_cannot_write_to_a_terminal(tmp_path: Path) -> None:
    project(tmp_path, 'baseline: "\\e[31m\\0"\n')
    made = run("check", str(tmp_path))
    assert made.exit_code == 2 and "\\u001b[31m\\u0000" in made.stderr and "\x1b" not in made.stderr
