"""Files and queries that `ask` is not to die of, wait for, or go out to the network for."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import hostile_graphs
from conftest import REQUIRE, ROOT
from policyc.ask.bounds import SERVICE, Refused, bounded
from policyc.ask.graph import Graphs
from policyc.cli import group
from policyc.cli._asking import Asking, Failed
from policyc.package.graph import NotAGraph, digest
from policyc.package.linked import bounded as bounded_graph

OUT = ROOT / "out"
DMM = OUT / "dmm-privacy"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["ask", *arguments])


def nested(depth: int) -> bytes:
    return b'{"http://p":' * depth + b"1" + b"}" * depth


def leaning(terms: int) -> bytes:
    """A context of terms each of which is defined by the next."""
    context = {**{f"t{i}": f"t{i + 1}:x" for i in range(terms)}, f"t{terms}": "http://a/"}
    return json.dumps({"@context": context, "t0:a": "b"}).encode()


# -- files ------------------------------------------------------------------------------------------------------------

REFUSED = {
    "deep objects": (nested(5000), "入れ子が深すぎます"),
    "deep lists": (b"[" * 100_000, "入れ子が深すぎます"),
    "nothing": (b"", "1 行目が JSON ではありません"),
    "NUL": (b"\0" * 10, "1 行目が JSON ではありません"),
    "no JSON": (b"<rdf/>", "1 行目が JSON ではありません"),
    "no characters": (b'"\xff"', "UTF-8 ではありません"),
    "a huge number": (b'{"@id":"http://a","http://p":' + b"9" * 10_000 + b"}", "大きすぎる数があります"),
    "half a character": (b'{"@id":"http://a","http://p":"\\ud800"}', "JSON-LD ではありません"),
    "a number": (b"3", "JSON-LD ではありません"),
    "too large": (b" " * 16_777_217, "16777216 バイトを超えます"),
    "a context elsewhere": (b'{"@context":"http://127.0.0.1:8765/c","@id":"a:b"}', "取得はしません"),
    "a context elsewhere, in a list": (b'{"@context":[{},"file:///etc/passwd"],"@id":"a:b"}', "取得はしません"),
    "a context imported": (b'{"@context":{"@import":"http://127.0.0.1:8765/c"}}', "取得はしません"),
    "a context in a node": (b'{"http://p":{"\\u0040context":{}}}', "先頭に一つだけ"),
    "a context in a term": (b'{"@context":{"p":{"@id":"http://p","@context":{}}}}', "先頭に一つだけ"),
    "terms on terms": (leaning(5000)[:-1] + b"}", "「@context」の語が 1000 を超えます"),
    "terms on some terms": (leaning(900), "何重にも使っています"),
    "terms in a circle": (b'{"@context":{"a":"b:x","b":"a:x"}}', "何重にも使っています"),
    "a long term": (json.dumps({"@context": {"@vocab": "http://a/" + "x" * 1000}}).encode(), "500 字を超える"),
    "a graph of another file": (b'{"@id":"file:///other","@graph":[{"@id":"http://a","http://p":"x"}]}', "JSON-LD ではありません"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_not_read_as_a_graph_is_left_out_with_the_reason(name: str) -> None:
    body, why = REFUSED[name]
    graphs = Graphs()
    found = graphs.add("a/policy.jsonld", body)
    assert found is not None and why in found.ja and found.en.isascii(), found
    assert graphs.sparql("SELECT ?a { ?a ?b ?c }")[1] == [], "nothing of it is taken in"


def test_real_files_are_within_the_bounds() -> None:
    for path in sorted(OUT.glob("*/policy.jsonld")):
        bounded_graph(path.read_bytes())


def test_the_digest_of_a_graph_is_bounded_like_a_question() -> None:
    for body in (leaning(900), leaning(20_000), nested(5000)):
        with pytest.raises(NotAGraph):
            digest(body)


def test_a_deep_file_is_told_and_the_others_are_asked(tmp_path: Path) -> None:
    shutil.copytree(DMM, tmp_path / "good")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "policy.jsonld").write_bytes(nested(5000))
    done = run("which-rights", "--of", str(tmp_path))
    assert done.exit_code == 1 and "利用停止" in done.stdout
    assert "deep/policy.jsonld: JSON-LD として読めません（入れ子が深すぎます）" in done.stderr
    done = run("which-rights", "--of", str(tmp_path), "--format", "json", "--lang", "en")
    assert "this is no JSON-LD (nested too deeply)" in done.stderr
    assert json.loads(done.stdout)["answers"], "what is told on stderr does not spoil the JSON"


def test_hostile_packages_are_refused(tmp_path: Path) -> None:
    for name, body in (("deep", nested(5000)), ("leaning", leaning(900)), ("bomb", b" " * 60_000_000)):
        with zipfile.ZipFile(tmp_path / f"{name}.zip", "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr("mihon/policy.jsonld", body)
    (tmp_path / "none.zip").write_bytes(b"PK\x05\x06" + b"\xff" * 18)
    (tmp_path / "empty.zip").write_bytes(b"")
    done = run("which-rights", "--of", str(tmp_path))
    assert done.exit_code == 1 and done.stdout.count("利用停止") == 0
    for name in ("deep", "leaning", "bomb", "none", "empty"):
        assert f"{name}.zip" in done.stderr


def test_what_a_graph_of_others_may_hold_in_the_place_of_a_practice() -> None:
    dpv = "https://w3id.org/dpv#"
    nodes = [
        {"@id": "http://d", f"{dpv}hasProcess": ["", "a text", {"@id": "_:b"}, {"@id": "http://p"}, {"@value": {}, "@type": "@json"}]},
        {"@id": "_:b", f"{dpv}hasRight": ["a right", {"@id": "_:c"}], f"{dpv}hasPersonalData": ["x", {"@id": "_:c"}]},
        {"@id": "_:d", f"{dpv}hasProcess": {"@id": "_:b"}, f"{dpv}hasRight": {"@id": "_:c"}},
    ]  # fmt: skip
    body = json.dumps(nodes).encode()
    rows = []
    for _ in range(2):
        graphs = Graphs()
        assert graphs.add("é\udcff #?\n.jsonld", body) is None
        rows.append([graphs.ask(one, "氏名") for one in hostile_graphs.questions().values()])
    assert rows[0] == rows[1], "nodes without a name are not named at random"
    found = [answer for answers in rows[0] for answer in answers]
    assert found and {answer.file for answer in found} == {"é\udcff #?\n.jsonld"}
    assert all(answer.practice not in ("", "a text") for answer in found)


# -- queries ----------------------------------------------------------------------------------------------------------

FETCHING = [
    "SELECT * { SERVICE <http://127.0.0.1:8765/s> { ?a ?b ?x } }",
    "SELECT * { service silent ?x { } }",
    "SELECT * { SERVICE <file:///etc/passwd> { ?a ?b ?x } }",
    "SELECT * { SERVICE:s{} }",
    "SELECT * { SERVICESILENTex:s{} }",
    "SELECT * { ?a ?b 1SERVICE<http://a>{} }",
    "SELECT * { ?a ?b 1.2e5SERVICE<http://a>{} }",
    "SELECT * { ?a ?b trueSERVICE<http://a>{} }",
    "SELECT * { ?a ?b 1.e5SERVICE<http://a>{} }",
    "SELECT * { ?a dpv:-1SERVICE<http://a>{} }",
    "SELECT * { ?a a1SERVICE<http://a>{} }",
    "SELECT * { ?a atrueSERVICE<http://a>{} }",
    "SELECT * { ?a a?trueSERVICE<http://a>{} }",
    'SELECT * { ?a ?b "x"@en.SERVICE ?x {} }',
    'SELECT * { ?a ?b "x"@en--ltrSERVICE ?x {} }',
    "SELECT * { S\\u0045RVICE <http://a> {} }",
    "SELECT * { \\U00000053ERVICE <http://a> {} }",
    "SELECT * { # a comment\rSERVICE <http://a> {} }",
    # What looks like an IRI is less, and the text behind it no string.
    'SELECT * { FILTER(1<2#>"""\n)SERVICE<http://a>{} }#"""',
    'SELECT * { FILTER(?x<urn:x#>"""\n)SERVICE<http://a>{} }#"""',
    "SELECT * { FILTER(?x<a'> ) SERVICE <b'> {} }",
    # What looks like less is an IRI.
    "SELECT * { ?a ?b <http://a/(b)#c> SERVICE <http://a> {} }",
    "SELECT * { ?a ?b <a\\u003E#> .\n SERVICE <http://a> {} }",
    # Quotes that are none, and some that are.
    "SELECT * { ?a ?b x:a\\'. SERVICE <http://a> {} ?a ?b \"'\" }",
    'SELECT * { ?a ?b """a"" \\""" """. SERVICE <http://a> {} }',
    "SELECT * { ?a ?b ''. SERVICE <http://a> {} }",
]


@pytest.mark.parametrize("query", FETCHING)
def test_what_would_fetch_is_refused(query: str) -> None:
    with pytest.raises(Refused) as refused:
        bounded(query)
    assert refused.value.what == SERVICE


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s a dpv:ServiceProvision ; dct:title ?service . ?service a <https://a.example/service/#service> }",
        'SELECT * { FILTER(?a < ?b && ?c > "SERVICE <x> { }") } # SERVICE <x>',
        "SELECT * { ?a ?b <urn:policyc:service#service>, <urn:policyc:a/service#x> }",
        'SELECT * { ?x dct:title """a\nservice\n"b" c""" }',
        "SELECT * { ?a ?b <https://a.example/service/(x)>, <https://a.example/it's#service>, _:service }",
        'PREFIX myService: <http://a/> SELECT * { ?a myService:service-a.b "service"@en-service }',
        "SELECT * { " + "?a ?b ?c . " * 900 + "}",
        "SELECT * " + "{" * 32 + "}" * 32,
        'SELECT * { FILTER(?a IN ("' + "(" * 90_000 + '")) }',
    ],
)
def test_what_fetches_nothing_is_not_refused(query: str) -> None:
    bounded(query)


TOO_MUCH = {
    "{" * 3000: "nested too deeply",
    "ASK { FILTER(" + "(" * 50_000: "nested too deeply",
    "ASK { FILTER(" + "!" * 50_000: "nested too deeply",
    "ASK { FILTER(" + "! #\n" * 33: "nested too deeply",
    "ASK { ?a " + "^" * 33: "nested too deeply",
    "ASK { " + "<<" * 33: "nested too deeply",
    "(" * 200_000: "more than 100000 characters",
    "SELECT * {" + " UNION ".join(["{}"] * 5000): "more than 4000 parts",
    "#\n" * 10_000: "more than 4000 parts",
    "ASK {} \udcff": "bytes that are no characters",
}


@pytest.mark.parametrize("query", TOO_MUCH, ids=list(TOO_MUCH.values()))
def test_a_query_is_bounded(query: str) -> None:
    with pytest.raises(Refused) as refused:
        bounded(query)
    assert TOO_MUCH[query] in refused.value.what.en


def test_bounding_takes_no_longer_than_the_query_is_long() -> None:
    pieces = (
        "a",
        '"',
        "'",
        "<",
        "<#",
        "<#>",
        "#\r",
        '"""\\',
        "?",
        "\\u0041",
        '"a',
        " ",
        "#",
        '<a#>"""',
        "<a'>",
        "1",
        ":",
        "@a",
        "service"[:-1],
    )
    for piece in pieces:
        before = time.process_time()
        try:
            bounded((piece * 100_000)[:100_000])
        except Refused as refused:
            assert refused.what != SERVICE
        assert time.process_time() - before < 1, piece


# A piece, a frame, what stands between: each is repeated for as long as the bounds take it.
FLAT = (
    ("BIND(# AS ?x#) ", "SELECT * {@}", ""),
    ("{?a ?b ?c}", "SELECT * {@}", "UNION"),
    ("MINUS{?a ?b ?c}", "SELECT * {@}", ""),
    ("OPTIONAL{?a ?b ?c}", "SELECT * {@}", ""),
    ("(1 AS ?x#)", "SELECT @ {}", ""),
    ("1", "ASK {FILTER(@)}", "+"),
    ("EXISTS{?a ?b ?c}", "ASK {FILTER(@)}", "||"),
    ("a", "ASK {?a @ ?b}", "|"),
    ("a", "ASK {?a @ ?b}", "/"),
    ("?a ?b ?c", "ASK {@}", "."),
    ("GRAPH ?g#{?a ?b ?c}", "ASK {@}", ""),
    ("1", "ASK {?a ?b (@)}", " "),
    ("[]", "ASK {?a ?b @}", ","),
)


@pytest.mark.slow
@pytest.mark.parametrize(("piece", "frame", "between"), FLAT)
def test_the_largest_query_that_is_taken_does_not_end_the_process(piece: str, frame: str, between: str) -> None:
    for times in range(4000, 0, -50):
        query = frame.replace("@", between.join(piece.replace("#", str(i)) for i in range(times)))
        try:
            bounded(query)
        except Refused:
            continue
        break
    with Asking(2) as asking:
        assert asking.add("a", (DMM / "policy.jsonld").read_bytes()) is None
        try:
            asking.sparql(query)
        except Failed as failed:
            # What is too much is told so: time, memory, the size of the answer.
            told = ("no answer within 2 seconds", "out of memory", "the answer is too large")
            assert failed.what.en.startswith(told), (times, failed)


def test_the_command_tells_why_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_bytes(b"SELECT * { \xff }")
    for arguments, why in (
        (("--sparql", FETCHING[0]), "ネットワーク"),
        (("--sparql", FETCHING[2], "--lang", "en"), "never uses the network"),
        (("--sparql", "SELECT * " + "{" * 3000), "入れ子が深すぎます"),
        (("--sparql", "SELECT * { BIND(<http://a>(1) AS ?x) }"), "custom function"),
        (("--sparql", "CONSTRUCT { ?a ?b ?c } { ?a ?b ?c }"), "SELECT か ASK"),
        (("--sparql", "SELECT * {"), "SPARQL: error at 1:"),
        (("--sparql", f"@{file}"), "UTF-8"),
        (("who-receives", "\udcff"), "文字として読めないバイト"),
        (("--timeout", "1", "--sparql", ENDLESS), "--timeout"),
        (("--timeout", "1", "--sparql", ENDLESS, "--lang", "en"), "no answer within 1 seconds"),
        (("--sparql", ENDLESS.replace("(COUNT(*) AS ?n)", "*")), "答えが大きすぎます"),
    ):
        before = time.monotonic()
        done = run(*arguments, "--of", str(DMM))
        assert done.exit_code == 2 and why in done.stderr and done.stdout == "", (arguments, done.output)
        assert len(done.stderr.strip().splitlines()) == 1 and "Traceback" not in done.stderr
        assert time.monotonic() - before < 30


def test_words_with_any_character_are_texts_and_nothing_else() -> None:
    """What a word becomes in a query is read back as the word: for every character there is."""
    graphs = Graphs()
    body = json.dumps({"@id": "http://a", "http://purl.org/dc/terms/title": {"@value": "x", "@language": "ja"}})
    assert graphs.add("a", body.encode()) is None
    who = hostile_graphs.questions()["who-shares-with"]
    for start in range(0, 0x110000, 0x400):
        if not 0xD800 <= start < 0xE000:
            word = "".join(map(chr, range(start, start + 0x400)))
            assert graphs.sparql(f"SELECT ?x {{ BIND({_literal(word)} AS ?x) }}")[1] == [[word]]
    for word in (
        '"',
        "'",
        "\\",
        '\\"',
        '"""',
        '"@ja } } #',
        "\n",
        "\r",
        "x\r\n} #",
        "$terms",
        "$text",
        "{}",
        "\0",
        "\u2028",
        "SELECT ",
    ):
        assert graphs.ask(who, word) == []
    with pytest.raises(Refused):
        graphs.ask(who, "\ud800")


def _literal(word: str) -> str:
    import pyoxigraph

    return str(pyoxigraph.Literal(word, language="ja"))


# -- the process ------------------------------------------------------------------------------------------------------


def test_a_crash_of_the_process_is_a_message() -> None:
    with Asking(30) as asking:
        assert asking.add("a", b"{}") is None
        asking.process.kill()
        with pytest.raises(Failed) as failed:
            asking.sparql("ASK {}")
    assert "crashed" in failed.value.what.en and "異常終了" in failed.value.what.ja
    assert asking.process.returncode is not None


def test_no_process_is_left_when_the_command_ends() -> None:
    with Asking(30) as asking:
        process = asking.process
    assert process.poll() is not None
    with pytest.raises(ZeroDivisionError), Asking(30) as asking:
        raise ZeroDivisionError
    assert asking.process.poll() is not None


def test_nothing_is_imported_from_the_working_folder(tmp_path: Path) -> None:
    for name in ("json", "policyc", "faulthandler", "pyoxigraph"):
        (tmp_path / f"{name}.py").write_text("open('ran', 'w')\n", encoding="utf-8")
    command = [sys.executable, "-P", "-m", "policyc", "ask", "which-rights", "--of", str(DMM)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0 and "利用停止" in done.stdout
    assert not (tmp_path / "ran").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_memory_is_limited() -> None:
    query = "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i"
    with Asking(60) as asking:
        assert asking.add("a", (DMM / "policy.jsonld").read_bytes()) is None
        with pytest.raises(Failed) as failed:
            asking.sparql(query)
        if sys.platform == "linux":
            assert failed.value.what.en.startswith("out of memory")


@pytest.fixture(scope="session")
def strace() -> str:
    """The tracer of system calls; CI fails without it. Other systems than Linux have none."""
    found = shutil.which("strace")
    if found is None and sys.platform == "linux" and REQUIRE:
        pytest.fail("strace is missing")
    if found is None:
        pytest.skip("strace is not here")
    return found


@pytest.mark.slow
def test_no_socket_is_made_whatever_is_asked(strace: str, tmp_path: Path) -> None:
    for number, (body, _) in enumerate(REFUSED.values()):
        (tmp_path / "in" / str(number)).mkdir(parents=True)
        (tmp_path / "in" / str(number) / "policy.jsonld").write_bytes(body)
    shutil.copytree(DMM, tmp_path / "in" / "good")
    others = ("FROM <http://127.0.0.1:8765/>", "FROM NAMED <http://127.0.0.1:8765/>")
    queries = [*FETCHING, *(f"SELECT * {clause} {{ ?a ?b ?c }}" for clause in others), "LOAD <http://127.0.0.1:8765/>"]
    asked = [["--sparql", query, "--of", str(tmp_path / "in" / "good")] for query in queries]
    asked += [["which-rights", "--of", str(tmp_path / "in")], ["who-receives", FETCHING[0], "--of", str(DMM)]]
    log = tmp_path / "log"
    for words in asked:
        command = [strace, "-f", "-e", "trace=%network,execve", "-o", str(log)]
        done = subprocess.run([*command, sys.executable, "-m", "policyc", "ask", *words], capture_output=True)
        text = log.read_text(encoding="utf-8", errors="replace")
        assert text.count("execve(") >= 2, (done.stderr, "both processes are seen")
        assert done.returncode in (0, 1, 2) and b"Traceback" not in done.stderr
        assert "socket(" not in text and "connect(" not in text, words


# -- all of it at once ------------------------------------------------------------------------------------------------


class _Watched:
    """A process of questions that is begun anew when it is gone, with what each request took of the processor."""

    def __init__(self, files: list[bytes]) -> None:
        self.files = files
        self.outcomes: dict[str, int] = {}
        self.slowest = 0.0
        self.largest = 0
        self._begin()

    def _begin(self) -> None:
        self._earlier = _of_children()
        self.asking = Asking(1)
        self.asking.add("warm", b"{}")
        for number, body in enumerate(self.files):
            assert self.asking.add(f"real{number}", body) is None

    def ask(self, request: object, *arguments: object) -> None:
        before = self._seconds()
        try:
            found = request(self.asking, *arguments)  # type: ignore[operator]
            outcome = (
                "left out" if isinstance(found, tuple) and len(found) == 2 and isinstance(found[0], str) else "answered"
            )
        except Failed as failed:
            outcome = failed.what.en
            assert "failed:" not in outcome, (outcome, arguments)
            # What the library says when it goes out all the same, where nobody answers or nothing can be opened.
            assert "onnection" not in outcome and "open files" not in outcome, (outcome, arguments)
            # Which limit comes first, one second or one gibibyte, is a matter of the machine.
            if outcome.startswith(("no answer within", "not read within", "out of memory")):
                self.asking.__exit__()
                self._count("stopped", _of_children() - self._earlier - before)
                self._begin()
                return
            assert "crashed" not in outcome, (outcome, arguments)
            outcome = "refused"
        self._count(outcome, self._seconds() - before)

    def _count(self, outcome: str, seconds: float) -> None:
        self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1
        self.slowest = max(self.slowest, seconds)

    def _seconds(self) -> float:
        """What the process has taken so far, and the memory it has had at most."""
        folder = Path("/proc") / str(self.asking.process.pid)
        fields = (folder / "stat").read_text().rpartition(")")[2].split()
        status = (folder / "status").read_text().partition("VmHWM:")[2].split()
        self.largest = max(self.largest, int(status[0]) * 1024)
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _of_children() -> float:
    """What the processes that are gone have taken of the processor."""
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="what a process takes is read from /proc")
def test_two_thousand_generated_graphs_and_queries() -> None:
    """No fault of the library that is not told as one, no crash, no more than two seconds, less than a gibibyte."""
    watched = _Watched([(DMM / "policy.jsonld").read_bytes(), (OUT / "mihon-privacy" / "policy.jsonld").read_bytes()])
    names = list(hostile_graphs.questions())
    for number, body in enumerate(hostile_graphs.graphs(1000)):
        watched.ask(Asking.add, f"made{number}", body)
        watched.ask(Asking.ask, names[number % len(names)], "氏名")
        if number % 100 == 99:  # so that a fault is not buried under what came before
            watched.asking.__exit__()
            watched._begin()
    for query in hostile_graphs.queries(1000):
        watched.ask(Asking.sparql, query)
    watched.asking.__exit__()
    print(watched.outcomes, watched.slowest, watched.largest)
    assert sum(watched.outcomes.values()) == 3000
    assert watched.slowest < 2 and watched.largest < 1024**3
    for outcome, least in (("answered", 1400), ("left out", 200), ("refused", 300)):
        assert watched.outcomes[outcome] >= least, watched.outcomes
    assert watched.outcomes.get("stopped", 0) < 100, "most of what is too much is refused before"
