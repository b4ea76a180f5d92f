"""Hostile JSON-LD and SPARQL, made at run time from a fixed seed: real outputs and queries, mutated, and nasty pieces put together."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

from conftest import ROOT
from policyc.ask import questions

MOST = 10_000
OUT = ROOT / "out"

_TERMS = (
    "?a", "?b", "$text", "?service", "<http://127.0.0.1:8765/s>", "<file:///etc/passwd>", "<urn:a#b>", "<a'>", "<#>", "dpv:hasRight", "dct:title",
    "a", "1", "1e999", "-0", "99999999999999999999999999", "true", '"x"', "'''\n'''", '"a"@ja', '"1"^^xsd:integer', '"\\u0022"', "_:b",
    "[]", "()", "<<( ?a ?b ?c )>>", "policyc:origin", "\u202e", "Ａ", "nope:x",
)  # fmt: skip
_RARE = (
    "\ud800",
    "\0",
    "SERVICE ",
    "trueSERVICE",
    "SERVICE SILENT <http://127.0.0.1:8765/s> { ",
    "SERVICE ?a { ",
    "S\\u0045RVICE <a> {",
)
_PIECES = (
    "SELECT * ", "SELECT ?a ", "SELECT DISTINCT * ", "ASK ", "CONSTRUCT ", "DESCRIBE ", "FROM <http://127.0.0.1:8765/> ", "FROM NAMED <a> ", "WHERE ",
    "{ ", "} ", "( ", ") ", "[ ", "] ", ". ", "; ", ", ", "GRAPH ?g { ", "OPTIONAL { ", "MINUS { ", "} UNION { ", "FILTER( ", "FILTER EXISTS { ",
    "FILTER NOT EXISTS { ", "BIND( 1 AS ?x ) ", "VALUES ?a { ", "LATERAL { ", "GROUP BY ?a ", "HAVING ( ", "ORDER BY ?a ", "LIMIT 9 ", "OFFSET 99999999999 ", "REGEX( ?a , '(a+)+$' ) ", "REPLACE('a','','b') ",
    "STRDT( ", "IRI( ", "CONCAT( ", "COUNT( * ) ", "GROUP_CONCAT( ?a ) ", "^", "!", "- ", "/", "|", "*", "+", "< ", "> ", "= ", "&& ", "|| ", "IN ( ",
    "PREFIX : <http://a/> ", "BASE <http://a/> ", "# x\n", "# x\r", "<<", ">>", '"', "'", '"""', "\\", "LOAD <http://127.0.0.1:8765/> ", "DROP ALL ", "\n",
)  # fmt: skip
_SUBJECTS = ("?a", "?b", "?c", "?d", "[ ?e ?f ]", "( 1 ?a )", "<https://mihon.example/privacy/>")
_VERBS = (
    "?b",
    "?g",
    "?h",
    "a",
    "dpv:hasProcess",
    "dpv:hasRight",
    "(dpv:hasProcess|!a)*",
    "skos:narrower+",
    "^dct:title/dct:title",
    "!(a|^a)",
    "(!a)?",
    "dct:title|a",
)
_OBJECTS = ("?a", "?c", "?d", "?i", '"氏名"@ja', "1", "[ a ?t ]", "?a , ?c", "?a ; ?x ?y")
_OPERANDS = (
    "?a",
    "?c",
    "1",
    "-0",
    "1e999",
    "99999999999999999999999",
    '"aaaaaaaaaaaaaaaaaaaaaaaaaaaa"',
    '"氏名"@ja',
    "true",
    "<urn:a#b>",
    "NOW()",
    "RAND()",
    "''",
)
_EXPRESSIONS = (
    "{l} = {r}", "{l} < {r}", "{l} && {r}", "!({l})", "-({l})", "({l}) + ({r})", "({l}) / 0", "STR({l}) > STR({r})", "REGEX(STR({l}), '(a+)+$')", "REPLACE(STR({l}), '', STR({r}))", "REGEX(STR({l}), STR({r}))",
    "CONCAT(STR({l}), STR({r}))", "SUBSTR(STR({l}), -9999999999, 99999999999)", "IF({l}, {r}, {l})", "COALESCE({l}, {r})", "{l} IN ({r}, 1)", "STRDT(STR({l}), xsd:dateTime)", "STRLANG(STR({l}), '')",
    "IRI(STR({l}))", "SHA512(STR({l}))", "xsd:integer({l})", "xsd:duration(STR({l}))", "BOUND(?a)", "ENCODE_FOR_URI(STR({l}))", "isIRI({l})", "UCASE(STR({l}))", "YEAR({l})", "ROUND({l})",
)  # fmt: skip
_KEYS = ("@id", "@type", "@value", "@graph", "@list", "@set", "@reverse", "@language", "@included", "@index", "@nest", "@json",
         "@direction", "dpv:hasProcess", "dpv:hasPersonalData", "dpv:hasRight", "dct:title", "title", "process", "id", "type", "narrower", "", "a:b", "_:b")  # fmt: skip
_PLAIN = (
    "dpv:hasProcess",
    "dpv:hasPersonalData",
    "dpv:hasRight",
    "dct:title",
    "http://www.w3.org/2004/02/skos/core#narrower",
    "dct:description",
    "plain",
    "type",
)
_VALUES = ("", "x", "_:b", "@id", "http://127.0.0.1:8765/c", "file:///etc/passwd", "https://mihon.example/#a", "\0", "\u202e", 0, -1, 1e308, 10**30, True,
           None, "\ud800", "dpv:CrossBorderTransfer", "a" * 2000)  # fmt: skip


def graphs(count: int) -> Iterator[bytes]:
    """JSON-LD files of up to 10 KB: of each three one is mutated, one is of the keys of JSON-LD, one is no file at all."""
    chance = random.Random(1)
    real = [path.read_bytes() for path in sorted(OUT.glob("*/policy.jsonld"))]
    makers = (
        lambda: _mutated(chance, _small(chance, chance.choice(real))),
        lambda: _composed(chance),
        lambda: _grown(chance),
    )
    for number in range(count):
        body = makers[number % 3]()
        while len(body) > MOST:
            body = makers[number % 3]()
        yield body


def queries(count: int) -> Iterator[str]:
    """Queries of up to 10 KB: mutated, of pieces, of one piece again and again, and two of five that are right."""
    chance = random.Random(2)
    real = [one.query.replace("$terms", "dpv:Purpose").replace("$text", '"氏名"@ja') for one in questions().values()]
    makers = (
        lambda: _spoiled(chance, chance.choice(real)),
        lambda: _of_pieces(chance),
        lambda: _repeated(chance),
        lambda: _right(chance),
        lambda: _spoiled(chance, _right(chance), 1) if chance.random() < 0.3 else _right(chance),
    )
    for number in range(count):
        yield makers[number % 5]()[:MOST]


def _right(chance: random.Random) -> str:
    """A query that SPARQL allows, and that may well take for ever."""
    body = _group(chance, 3)
    head = chance.choice(
        (
            "SELECT *",
            "SELECT DISTINCT *",
            "SELECT (COUNT(*) AS ?n)",
            "SELECT (GROUP_CONCAT(?a) AS ?n)",
            "ASK",
            "SELECT REDUCED *",
        )
    )
    order = chance.choice(("", " ORDER BY ?a DESC(?b)", " LIMIT 10", " OFFSET 5", " LIMIT 0"))
    return f"{head} {body}{'' if head == 'ASK' else order}"


def _group(chance: random.Random, depth: int) -> str:
    return "{ " + " ".join(_pattern(chance, depth) for _ in range(chance.randint(1, 4))) + " }"


def _pattern(chance: random.Random, depth: int) -> str:
    kind = chance.randrange(12) if depth else 0
    inner = _group(chance, depth - 1) if depth else ""
    if kind < 4:
        return f"{chance.choice(_SUBJECTS)} {chance.choice(_VERBS)} {chance.choice(_OBJECTS)} ."
    if kind < 8:
        return (f"OPTIONAL {inner}", f"MINUS {inner}", f"{inner} UNION {{ ?a ?b ?c }}", f"GRAPH ?g {inner}")[kind - 4]
    if kind < 10:
        return f"FILTER({_expression(chance, 3)})"
    if kind == 10:
        return f"FILTER NOT EXISTS {inner}"
    if chance.random() < 0.3:
        return f"SERVICE <http://127.0.0.1:8765/s> {inner}"
    return 'VALUES (?a ?c) { (UNDEF 1) (dpv:Purpose "x"@ja) }'


def _expression(chance: random.Random, depth: int) -> str:
    if depth == 0:
        return chance.choice(_OPERANDS)
    left, right = _expression(chance, depth - 1), _expression(chance, depth - 1)
    return chance.choice(_EXPRESSIONS).format(l=left, r=right)


def _of_pieces(chance: random.Random) -> str:
    pieces = [chance.choice((*_PIECES, *(f"{one} " for one in _TERMS))) for _ in range(chance.randint(1, 60))]
    if chance.random() < 0.2:
        pieces.insert(chance.randrange(len(pieces)), chance.choice(_RARE))
    return ("SELECT * { " if chance.random() < 0.5 else "") + "".join(pieces)


def _repeated(chance: random.Random) -> str:
    """One piece again and again, in a query that is otherwise fine."""
    piece = chance.choice(("{", "(", "!", "^", "-", "[ a ", "<<", "OPTIONAL {", "BIND(1 AS ?x{}) ", "?a{} ?b{} ?c{} . ", "{} UNION ", ":/", "|a", "+1", "FILTER(1)", "; ?b ?c", "MINUS {}",
                            "(1 AS ?y{}) ", "STR(", "<<( ?a ?b ", "{ SELECT * ", "EXISTS {", "#\n", '"""', "GRAPH ?g {"))  # fmt: skip
    times = chance.choice((5, 20, 31, 33, 100, 1000, 5000))
    many = "".join(piece.replace("{}", str(i), 3) if piece.count("{}") and i else piece for i in range(times))
    frame = chance.choice(
        ("SELECT * {{ {} }}", "ASK {{ FILTER({}) }}", "SELECT {} {{ }}", "ASK {{ ?a {} ?b }}", "ASK {{ ?a ?b {}")
    )
    return frame.format(many)


def _spoiled(chance: random.Random, text: str, most: int = 6) -> str:
    for _ in range(chance.randint(1, most)):
        at, end = sorted(chance.choices(range(len(text) + 1), k=2))
        part = (
            chance.choice(_RARE) if chance.random() < 0.03 else chance.choice((*_PIECES, *_TERMS, text[at : at + 40]))
        )
        text = text[:at] + part + text[chance.choice((at, min(at + 1, end), min(end, at + 30))) :]
    return text


def _small(chance: random.Random, body: bytes) -> Any:
    """Some nodes of a real file, with what they need of its context, and a little more."""
    value = json.loads(body)
    nodes = chance.sample(value["@graph"], min(len(value["@graph"]), 4))
    said = json.dumps(nodes)
    whole = value["@context"]
    prefixes = {name: whole[name] for name in whole if isinstance(whole[name], dict) and "@prefix" in whole[name]}
    used = {name: whole[name] for name in whole if f'"{name}"' in said or name.startswith("@")}
    return {"@context": {**prefixes, **used, **dict(chance.sample(sorted(whole.items()), 5))}, "@graph": nodes}


def _mutated(chance: random.Random, value: Any) -> bytes:
    for _ in range(chance.randint(0, 4)):
        place = value
        while isinstance(place, dict | list) and place:
            key = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
            if chance.random() < 0.3 or not isinstance(place[key], dict | list):
                place[key] = {"@context": {}} if chance.random() < 0.05 else _value(chance, 3)
                break
            place = place[key]
    body = json.dumps(value, ensure_ascii=chance.random() < 0.9).encode("utf-8", "surrogatepass")
    if chance.random() < 0.15:
        at = chance.randrange(len(body) + 1)
        nasty = (b"{", b"[" * 40, b'"', b"\0", b"\xff", b"1e999", b'{"@context":' * 9, b"")
        body = body[:at] + chance.choice(nasty) + body[at + 1 :]
    return body


def _composed(chance: random.Random) -> bytes:
    nodes = [_value(chance, 4) for _ in range(chance.randint(1, 6))]
    context = {
        "dpv": "https://w3id.org/dpv#",
        "dct": "http://purl.org/dc/terms/",
        "id": "@id",
        "type": "@type",
        "@vocab": "http://v/",
    }
    return json.dumps({"@context": context, "@graph": nodes}).encode()


def _grown(chance: random.Random) -> bytes:
    kind = chance.randrange(6)
    if kind == 0:
        deep = chance.choice((20, 31, 40, 900, 2000))
        key = chance.choice(('{"http://p":', '{"@context":', "[", '{"@graph":[', '{"@list":'))
        return (key * deep).encode()
    if kind == 1:
        terms = chance.choice((3, 7, 9, 400))
        context = {**{f"t{i}": f"t{i + 1}:x" for i in range(terms)}, f"t{terms}": "http://a/"}
        return json.dumps({"@context": context, "t0:a": "b"}).encode()
    if kind == 2:
        return bytes(chance.randrange(256) for _ in range(chance.choice((0, 1, 50))))
    if kind == 3:
        wide = chance.choice((100, 900))
        return json.dumps(
            [{"@id": f"_:n{i}", "https://w3id.org/dpv#hasProcess": {"@id": f"_:n{i * 7 % wide}"}} for i in range(wide)]
        ).encode()[: MOST + 1]
    if kind == 4:
        number = chance.choice(("1" * 4000, "1" * 5000, "1e400", "-1e-400", "NaN", "-0", "0" * 9, "1." + "3" * 5000))
        return b'{"@id":"http://a","http://p":[' + number.encode() + b"]}"
    return json.dumps(_value(chance, 6)).encode()


def _value(chance: random.Random, depth: int) -> Any:
    kind = chance.random()
    if depth == 0 or kind < 0.2:
        return chance.choice(_VALUES)
    if kind < 0.35:
        return [_value(chance, depth - 1) for _ in range(chance.randint(0, 4))]
    if kind < 0.7:
        # A node as it may be.
        node = {chance.choice(_PLAIN): _value(chance, depth - 1) for _ in range(chance.randint(0, 4))}
        return {
            chance.choice(("@id", "id")): chance.choice(
                ("http://a", "_:b", "urn:x#y", "https://mihon.example/#a", "dpv:x")
            ),
            **node,
        }
    if kind < 0.8:
        return chance.choice(
            (
                {"@value": "x", "@language": "ja"},
                {"@list": [1, {"@list": []}]},
                {"@value": {"a": []}, "@type": "@json"},
                {"@set": [None, True]},
            )
        )
    return {chance.choice(_KEYS): _value(chance, depth - 1) for _ in range(chance.randint(0, 3))}
