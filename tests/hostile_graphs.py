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
    "?a", "?b", "$text", "?service", "<http://127.0.0.1:9/s>", "<file:///etc/passwd>", "<urn:a#b>", "<a'>", "<#>", "dpv:hasRight", "dct:title",
    "a", "1", "1e999", "-0", "99999999999999999999999999", "true", '"x"', "'''\n'''", '"a"@ja', '"1"^^xsd:integer', '"\\u0022"', "_:b",
    "[]", "()", "<<( ?a ?b ?c )>>", "policyc:origin", "\ud800", "\0", "\u202e", "Ａ", "SERVICE", "trueSERVICE", "nope:x",
)  # fmt: skip
_PIECES = (
    "SELECT * ", "SELECT ?a ", "SELECT DISTINCT * ", "ASK ", "CONSTRUCT ", "DESCRIBE ", "FROM <http://127.0.0.1:9/> ", "FROM NAMED <a> ", "WHERE ",
    "{ ", "} ", "( ", ") ", "[ ", "] ", ". ", "; ", ", ", "GRAPH ?g { ", "OPTIONAL { ", "MINUS { ", "} UNION { ", "FILTER( ", "FILTER EXISTS { ",
    "FILTER NOT EXISTS { ", "BIND( 1 AS ?x ) ", "VALUES ?a { ", "SERVICE SILENT <http://127.0.0.1:9/s> { ", "SERVICE ?a { ", "S\\u0045RVICE <a> {",
    "LATERAL { ", "GROUP BY ?a ", "HAVING ( ", "ORDER BY ?a ", "LIMIT 9 ", "OFFSET 99999999999 ", "REGEX( ?a , '(a+)+$' ) ", "REPLACE('a','','b') ",
    "STRDT( ", "IRI( ", "CONCAT( ", "COUNT( * ) ", "GROUP_CONCAT( ?a ) ", "^", "!", "- ", "/", "|", "*", "+", "< ", "> ", "= ", "&& ", "|| ", "IN ( ",
    "PREFIX : <http://a/> ", "BASE <http://a/> ", "# x\n", "# x\r", "<<", ">>", '"', "'", '"""', "\\", "LOAD <http://127.0.0.1:9/> ", "DROP ALL ", "\n",
)  # fmt: skip
_KEYS = ("@id", "@type", "@value", "@graph", "@list", "@set", "@reverse", "@context", "@language", "@included", "@index", "@nest", "@json",
         "@direction", "dpv:hasProcess", "dpv:hasPersonalData", "dpv:hasRight", "dct:title", "title", "process", "id", "type", "narrower", "", "a:b", "_:b")  # fmt: skip
_VALUES = ("", "x", "_:b", "@id", "http://127.0.0.1:9/c", "file:///etc/passwd", "https://mihon.example/#a", "\0", "\ud800", "\u202e", 0, -1, 1e308, 10**30, True,
           None, "dpv:CrossBorderTransfer", "a" * 2000)  # fmt: skip


def graphs(count: int) -> Iterator[bytes]:
    """JSON-LD files of up to 10 KB."""
    chance = random.Random(20261127)
    real = [path.read_bytes() for path in sorted(OUT.glob("*/policy.jsonld"))]
    for number in range(count):
        body = _mutated(chance, _small(chance, chance.choice(real))) if number % 2 else _grown(chance)
        yield body[:MOST]


def queries(count: int) -> Iterator[str]:
    """Queries of up to 10 KB."""
    chance = random.Random(11272026)
    real = [one.query.replace("$terms", "dpv:Purpose").replace("$text", '"氏名"@ja') for one in questions().values()]
    for number in range(count):
        kind = number % 4
        if kind == 0:
            query = _spoiled(chance, chance.choice(real))
        elif kind == 1:
            query = "".join(
                chance.choice((*_PIECES, *(f"{one} " for one in _TERMS))) for _ in range(chance.randint(1, 60))
            )
        elif kind == 2:
            query = _repeated(chance)
        else:
            triples = " . ".join(" ".join(chance.choices(_TERMS, k=3)) for _ in range(chance.randint(1, 8)))
            query = f"{chance.choice(_PIECES[:3])} {{ {triples} {chance.choice(_PIECES)} }}"
        yield query[:MOST]


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


def _spoiled(chance: random.Random, text: str) -> str:
    for _ in range(chance.randint(1, 6)):
        at, end = sorted(chance.choices(range(len(text) + 1), k=2))
        part = chance.choice((*_PIECES, *_TERMS, text[at : at + 40]))
        text = text[:at] + part + text[chance.choice((at, min(at + 1, end), min(end, at + 30))) :]
    return text


def _small(chance: random.Random, body: bytes) -> Any:
    """Some nodes of a real file, with its context."""
    value = json.loads(body)
    context = dict(chance.sample(sorted(value["@context"].items()), 60))
    context.update({name: value["@context"][name] for name in ("dpv", "dct", "id", "type", "skos", "process", "title")})
    return {"@context": context, "@graph": chance.sample(value["@graph"], min(len(value["@graph"]), 4))}


def _mutated(chance: random.Random, value: Any) -> bytes:
    for _ in range(chance.randint(0, 4)):
        place = value
        while isinstance(place, dict | list) and place:
            key = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
            if chance.random() < 0.3 or not isinstance(place[key], dict | list):
                place[key] = _value(chance, 3)
                break
            place = place[key]
    body = json.dumps(value, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
    for _ in range(chance.choice((0, 0, 0, 1, 3))):
        at = chance.randrange(len(body) + 1)
        body = (
            body[:at]
            + chance.choice((b"{", b"[" * 40, b'"', b"\0", b"\xff", b"1e999", b'{"@context":' * 9, b""))
            + body[at + 1 :]
        )
    return body


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
    return json.dumps(_value(chance, 5)).encode()


def _value(chance: random.Random, depth: int) -> Any:
    kind = chance.random()
    if depth == 0 or kind < 0.3:
        return chance.choice(_VALUES)
    if kind < 0.5:
        return [_value(chance, depth - 1) for _ in range(chance.randint(0, 4))]
    return {chance.choice(_KEYS): _value(chance, depth - 1) for _ in range(chance.randint(0, 6))}
