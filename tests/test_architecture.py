"""The import table of the house: which room may use which. Rooms and reasons: ARCHITECTURE.md."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT

PACKAGE = ROOT / "src" / "policyc"

# room -> rooms it may import (its own always).
ALLOWED = {
    "source": set(),
    "version": set(),
    # What models of JSON share; imported by them alone.
    "json_schema": set(),
    "diagnostics": {"source", "json_schema"},
    "syntax": {"source", "diagnostics"},
    "vocab": set(),
    # What clauses declare of themselves, for those who know none of them.
    "matters": set(),
    "facts": {"vocab", "json_schema"},
    "model": {"source", "diagnostics", "syntax", "facts", "vocab"},
    "clauses": {"model", "facts", "source", "matters"},
    "compose": {"source", "diagnostics", "facts", "model", "vocab"},
    "emit": {"facts", "vocab", "matters", "compose", "model", "diagnostics", "source", "json_schema"},
    # Law never sees syntax or clauses: it reads the IR, and the page for what no fact can say.
    "law": {"facts", "vocab", "compose"},
    "loader": {"source", "diagnostics", "syntax", "model", "vocab"},
    "project": {"source", "diagnostics", "syntax", "model", "clauses", "vocab", "loader"},
    "lowering": {"facts", "clauses", "compose", "model"},
    "pipeline": {
        "source",
        "diagnostics",
        "model",
        "clauses",
        "compose",
        "facts",
        "emit",
        "lowering",
        "loader",
        "project",
    },
    "audit": {
        *("source", "diagnostics", "matters", "facts", "model", "compose", "law", "pipeline", "acceptance"),
        "json_schema",
    },
    # What check and audit found, as SARIF: it reads what they made.
    "sarif": {"source", "version", "diagnostics", "law", "audit"},
    # What is left as it is: findings of any room, and the codes of the law.
    "baseline": {"source", "diagnostics", "facts", "model"},
    "acceptance": {"source", "diagnostics", "model", "law", "baseline", "wording"},
    "config": {"source", "diagnostics", "model", "acceptance"},
    "decisions": {
        "source",
        "diagnostics",
        "model",
        "pipeline",
        "law",
        "loader",
        "acceptance",
        "baseline",
        "config",
        "agreement",
        "files",
    },
    # What one document says of another is no matter of compiling either.
    "agreement": {"source", "diagnostics", "matters", "model", "compose", "facts", "law", "audit", "pipeline"},
    "coverage": {"compose", "pipeline", "json_schema"},
    # Whether law or facts are right is not its business: it reads the page and where its words were written.
    "wording": {"source", "diagnostics", "matters", "model", "compose", "pipeline"},
    "published": {"source", "diagnostics"},
    "format": {"source", "diagnostics", "syntax", "model", "clauses"},
    "compare": {"source", "diagnostics", "published", "compose", "pipeline", "json_schema"},
    "importer": {
        *(
            "source",
            "diagnostics",
            "published",
            "format",
            "compare",
            "compose",
            "pipeline",
            "vocab",
            "matters",
            "model",
            "clauses",
        ),
    },
    # Of a package it takes what bounds a graph before the library reads it.
    "ask": {"vocab", "json_schema", "diagnostics", "package"},
    # What the vocabulary and the emitter say of our own terms, published.
    "ontology": {"vocab", "emit"},
    "explain": {"compose", "facts", "pipeline", "vocab"},
    "manifest": {"emit", "pipeline", "source", "version"},
    # A package knows no compiler: whoever only checks or reads one needs nothing else of the house.
    "package": {"source", "diagnostics", "json_schema"},
    # Reading is for other programs: of the house it takes what opens a package.
    "reader": {"package"},
    # Demands on what was built: it knows no compiler, but the vocabulary by which both sides speak.
    "match": {"source", "diagnostics", "config", "ask", "reader", "vocab", "matters"},
    # How files are put in their places.
    "placing": set(),
    "files": {"loader", "placing"},
    "output": {"manifest"},
    "api": {"audit", "decisions", "files", "manifest", "pipeline", "diagnostics"},
    "__init__": {"version", "api", "reader"},
    "__main__": {"cli"},
    "cli": {
        "acceptance",
        "agreement",
        "ask",
        "audit",
        "baseline",
        "decisions",
        "files",
        "law",
        "manifest",
        "match",
        "output",
        "pipeline",
        "compare",
        "coverage",
        "explain",
        "format",
        "importer",
        "package",
        "published",
        "reader",
        "sarif",
        "emit",
        "diagnostics",
        "source",
        "version",
        "vocab",
        "wording",
    },
    "dev": {
        "ontology",
        "audit",
        "vocab",
        "matters",
        "clauses",
        "law",
        "diagnostics",
        "model",
        "cli",
        "syntax",
        "emit",
        "json_schema",
        "version",
    },
}
# Third-party packages by the rooms that may import them.
THIRD_PARTY = {
    "lark": {"syntax/generate.py"},
    "pydantic_core": {"match/schema.py"},
    "pydantic": {
        "vocab/schema.py",
        "vocab/check.py",
        "clauses/freeze.py",
        "law/schema.py",
        "law/freeze.py",
        "json_schema.py",
        "facts/models.py",
        "emit/p3p/models.py",
        "emit/p3p/model_file.py",
        "emit/index/models.py",
        "config/schema.py",
        "match/schema.py",
        "match/read.py",
        "package/models.py",
        "package/contents.py",
        "diagnostics/models.py",
        "audit/models.py",
        "ask/models.py",
        "compare/models.py",
        "coverage/models.py",
    },
    "yaml": {
        "config/tree.py",
        "ontology/terms.py",
        "vocab/schema.py",
        "vocab/freeze.py",
        "clauses/freeze.py",
        "law/freeze.py",
    },
    "click": {"cli", "dev"},
    "pyoxigraph": {"package/graph.py", "ask/graph.py", "ask/store.py", "dev/promise/names.py"},
    "wcwidth": {"diagnostics/render/text.py"},
    "markupsafe": {"audit/render/html.py"},
    "selectolax": {"published/html.py"},
    "markdown_it": {"published/markdown.py", "published/dialect.py", "published/brackets.py"},
    "cryptography": {"package/keys.py", "package/envelope.py", "package/verify.py"},
    "rfc8785": {"package/strict_json.py"},
}
STANDARD_EDGES = {"os", "sys", "time", "datetime", "random", "locale", "subprocess", "socket", "threading", "pathlib"}
# Rooms that are pure: no IO, no clock, no environment.
PURE = {
    "source",
    "matters",
    "loader",
    "syntax",
    "facts",
    "model",
    "compose",
    "law",
    "audit",
    "sarif",
    "agreement",
    "emit",
    "lowering",
    "pipeline",
    "project",
    "coverage",
    "explain",
    "published",
    "compare",
    "format",
    "wording",
    "acceptance",
    "baseline",
    "config",
    "match",
    "package",
}
PURE_EXCEPT = {"syntax/generate.py": {"pathlib"}, "law/freeze.py": {"pathlib"}}


def modules() -> list[Path]:
    return sorted(p for p in PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Absolute names of what a module imports, with the line."""
    relative = path.relative_to(PACKAGE.parent).with_suffix("")
    package = relative.parts[:-1] if path.name != "__init__.py" else relative.parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            name = ".".join(filter(None, [base, node.module or ""]))
            if node.module is None or name == "policyc":
                for alias in node.names:
                    yield f"{name}.{alias.name}", node.lineno
            else:
                yield name, node.lineno


@pytest.mark.parametrize("here", sorted(ALLOWED))
def test_imports_follow_the_table(here: str) -> None:
    for path in modules():
        if room(path) == here:
            holds(path, here)


def holds(path: Path, here: str) -> None:
    """Whether a module imports only what its room may."""
    relative = str(path.relative_to(PACKAGE))
    for name, line in imports(path):
        parts = name.split(".")
        where = f"{relative}:{line} imports {name}"
        if parts[0] == "policyc":
            other = parts[1] if len(parts) > 1 else "__init__"
            assert other == here or other in ALLOWED[here], where
            if here in ("clauses", "emit") and other == here and len(parts) > 2:
                # Clauses ignore each other, targets too: only their own folder and the room's shared modules.
                own = path.relative_to(PACKAGE).parts[1]
                shared = {"frozen", "freeze", "json_text", "xml_text"} | {own.removesuffix(".py")}
                is_folder = (PACKAGE / here / parts[2]).is_dir()
                assert parts[2] in shared or not is_folder, where
        elif parts[0] in THIRD_PARTY:
            allowed = THIRD_PARTY[parts[0]]
            assert any(relative == a or relative.startswith(a + "/") for a in allowed), where
        elif here in PURE and parts[0] in STANDARD_EDGES:
            assert parts[0] in PURE_EXCEPT.get(relative, set()), where


def test_every_room_is_in_the_table() -> None:
    rooms = {room(path) for path in modules()}
    assert rooms == set(ALLOWED), rooms ^ set(ALLOWED)


def test_the_table_has_no_cycle() -> None:
    done: set[str] = set()
    while len(done) < len(ALLOWED):
        ready = {name for name, uses in ALLOWED.items() if name not in done and uses <= done}
        assert ready, set(ALLOWED) - done
        done |= ready


# What writes to a terminal or a log, by name; only the door may (its reason is in its head).
DOOR = "cli/_terminal.py"
SPEAKS = {
    "sys": {"stdout", "stderr", "__stdout__", "__stderr__"},
    "click": {"echo", "secho", "echo_via_pager", "progressbar", "get_text_stream", "get_binary_stream"},
    "os": {"system"},
    "warnings": {"warn"},
}
# Modules that exist to write.
SPEAKERS = {"logging", "traceback", "getpass"}


def spoken(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """What a module writes with past the door, with the line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in ("print", "breakpoint", "input"):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.attr in SPEAKS.get(node.value.id, ()):
                yield f"{node.value.id}.{node.attr}", node.lineno
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = SPEAKS.get(node.module or "", set())
            yield from ((f"{node.module}.{one.name}", node.lineno) for one in node.names if one.name in names)
            if node.module in SPEAKERS:
                yield node.module or "", node.lineno
        elif isinstance(node, ast.Import):
            yield from (
                (one.name, node.lineno)
                for one in node.names
                if one.name in SPEAKERS or (one.asname and one.name in SPEAKS)
            )


# The second process of `ask`: its stdout is a pipe to the command, which shows what comes through the door.
PIPED = {"cli/_asked.py"}


def test_only_the_door_writes_to_the_terminal() -> None:
    found = {
        f"{path.relative_to(PACKAGE)}:{line} {what}"
        for path in modules()
        for what, line in spoken(ast.parse(path.read_text(encoding="utf-8")))
        if path.relative_to(PACKAGE).as_posix() not in {DOOR, *PIPED}
    }
    assert not found, found
    assert list(spoken(ast.parse((PACKAGE / DOOR).read_text(encoding="utf-8"))))


@pytest.mark.parametrize(
    "text",
    [
        "print(1)",
        "say = print",
        "import sys\nsys.stdout.write('')",
        "import sys\nto = sys.stderr",
        "from sys import stdout",
        "import click\nclick.echo(1)",
        "from click import secho as say",
        "import click as c",
        "import logging",
        "import os\nos.system('')",
    ],
)
def test_what_would_write_past_the_door_is_seen(text: str) -> None:
    assert list(spoken(ast.parse(text)))


# What puts an identifier of a fact together or takes one apart; only facts/identifiers.py may.
IDENTIFIERS = "facts/identifiers.py"
CALLED_SO = {
    "id",
    "id_",
    "ids",
    "fact",
    "of_field",
    "of_value",
    "nth",
    "of_row",
    "made",
    "owner",
    "owner_of",
    "field_of",
}
CALLED_SO |= {"block", "block_of", "maker_of", "topic", "matter"}
TAKES_APART = {"partition", "rpartition", "split", "rsplit", "removesuffix", "removeprefix", "startswith", "endswith"}
TAKES_APART |= {"find", "rfind", "index", "rindex"}
JOINTS = tuple("./:")
# Where such a name is another thing: a document's id is the name of its folder, in a path of a file or of a package.
PATHS = {"manifest.py", "package/make.py", "package/contents.py", "package/manifest.py", "package/names.py"}
# What reads files for other programs takes nothing of the house (`reader` above); demands (`match`) know only what it read.
APART = {"reader/place.py", "reader/linked.py", "match/practices.py"}


def called(node: ast.expr) -> str:
    """The last name of an expression: `row.id` and `ids[0].id` are called id, `node.fact("to")` is called fact."""
    if isinstance(node, ast.Call | ast.FormattedValue | ast.Subscript):
        return called(node.func if isinstance(node, ast.Call) else node.value)
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def joint(node: ast.expr | None, end: bool = False) -> bool:
    """Whether a written text begins (or ends) with what joins the parts of an identifier; of an f-string, its first part."""
    if isinstance(node, ast.JoinedStr):
        return bool(node.values) and joint(node.values[-1 if end else 0], end)
    if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        return False
    # What goes on with a space is a sentence.
    return node.value.endswith(JOINTS) if end else node.value.startswith(JOINTS) and node.value[1:2] != " "


def on_identifiers(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """What a module makes of parts of identifiers, or takes out of one, with the line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in TAKES_APART:
            given = node.args[0] if node.args else None
            if called(node.func.value) in CALLED_SO and (joint(given) or joint(given, end=True)):
                yield ast.unparse(node), node.lineno
        elif isinstance(node, ast.JoinedStr):
            pairs = zip(node.values, node.values[1:], strict=False)
            if any(isinstance(a, ast.FormattedValue) and called(a) in CALLED_SO and joint(b) for a, b in pairs):
                yield ast.unparse(node), node.lineno
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            behind = called(node.left) in CALLED_SO and joint(node.right)
            if behind or (joint(node.left, end=True) and called(node.right) in CALLED_SO):
                yield ast.unparse(node), node.lineno


def test_identifiers_are_made_and_taken_apart_in_one_place() -> None:
    found = {
        f"{path.relative_to(PACKAGE)}:{line} {what}"
        for path in modules()
        for what, line in on_identifiers(ast.parse(path.read_text(encoding="utf-8")))
        if path.relative_to(PACKAGE).as_posix() not in {IDENTIFIERS, *PATHS, *APART}
    }
    assert not found, found


@pytest.mark.parametrize(
    "text",
    [
        'f"{node.id}.procedure"',
        'f"{node.fact(word)}/{value.element}"',
        'f"{row.id}/ground/{n}"',
        'node.id + ".use"',
        'row.id.removesuffix(".procedure")',
        'fact.partition("/")',
        'owner.rpartition(".")[0]',
        'ids[0].split(".")',
        'fact.endswith(f"/{name}")',
        '"data:" + fact',
    ],
)
def test_what_would_make_or_take_apart_an_identifier_is_seen(text: str) -> None:
    assert list(on_identifiers(ast.parse(text)))


def test_modules_are_short() -> None:
    """Over 300 lines a module is looked at again; generated ones do not count."""
    long = {
        str(p.relative_to(PACKAGE)): n
        for p in modules()
        if "frozen" not in p.parts
        and p.name not in ("tables.py", "frozen.py")
        and (n := len(p.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert not long, long


def test_no_grab_bags() -> None:
    names = {p.stem for p in modules()}
    assert not names & {"utils", "util", "helpers", "misc", "common"}, names
