"""Small sources that ask for much: each of at most ten kilobytes, in the ways in which work could grow faster than a source.

`CASES` are by hand, each as large as it may be; `drawn` makes others of what the language has. What they cost is judged by
tests/test_costly.py: by counted work every day, by time of the processor where there is time for that.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from hostile import DOCUMENT, TOP, document, rows

LARGEST = 10_000
MAIN = "costly.policy"
Files = dict[str, str]


def repeated(depth: int, times: int, line: str, last: str) -> str:
    """Declarations x0, x1, … of which each says (NEXT) the one behind it so many times: times**depth in all."""
    lines = (line.replace("THIS", f"x{n}").replace("NEXT", f"{{x{n + 1}}}" * times) for n in range(depth))
    return "\n".join(lines) + "\n" + last.replace("THIS", f"x{depth}") + "\n"


def _fitting(make: Callable[[int], str]) -> str:
    """The largest source of a family that is no larger than it may be."""
    least, most = 1, 2
    while len(make(most).encode()) <= LARGEST:
        least, most = most, most * 2
    while most - least > 1:
        middle = (least + most) // 2
        least, most = (middle, most) if len(make(middle).encode()) <= LARGEST else (least, middle)
    return make(least)


def _of(make: Callable[[int], str]) -> Callable[[], Files]:
    return lambda: {MAIN: _fitting(make)}


def _one(source: str) -> Callable[[], Files]:
    return lambda: {MAIN: source}


def _titles(depth: int, times: int, last: str, use: str, line: str = 'organization THIS "NEXT"') -> Callable[[], Files]:
    return _one(document(repeated(depth, times, line, last) + use))


SAYS = 'article { text: "{x0}" }\narticle h "題" { text: """\n* {#i} あ\n""" }'
SHAPES = ((11, 3), (5, 10), (4, 15), (4, 18), (3, 40), (2, 200))
_LAST = 'organization THIS "WORDS"'

CASES: dict[str, Callable[[], Files]] = {}

for _depth, _times in SHAPES:
    _shape = f"{_depth} levels of {_times}"
    for _name, _words in (
        ("one letter", "あ"),
        ("nothing", ""),
        ("a name of nothing", "{nanika}"),
        ("two names of nothing", "{nanika}{nanimo}"),
        ("a part of nothing", "{mihon.nanika}"),
        ("thirty letters", "あ" * 30),
        ("a thousand letters", "あ" * 1_000),
        ("a thousand full stops", "。" * 1_000),
        ("emphasis", "**あ**い" * 40),
        ("links", "[あ](https://mihon.example/a)い" * 30),
        ("a row of the vocabulary", "{name}"),
        ("an unfinished pattern", "継続" * 300),
        ("a heading that is another", "{h|「何か」}"),
        ("a place without a number", "{h.nanika}{i}"),
    ):
        CASES[f"titles, {_shape}, of {_name}"] = _titles(_depth, _times, _LAST.replace("WORDS", _words), SAYS)
    CASES[f"headings, {_shape}"] = _titles(
        _depth, _times, 'organization THIS "題"', 'article a "{x0}" { text: "{a}{a}{a.title}{a.heading}" }'
    )
    CASES[f"headings of nothing, {_shape}"] = _titles(
        _depth, _times, 'organization THIS "{nanika}"', 'article a "{x0}" { text: "{a}" }'
    )
    CASES[f"purposes, {_shape}"] = _titles(
        _depth,
        _times,
        'organization THIS "のため"',
        'purposes u "目的" { purpose p "{x0}" { is: service-provision }\npurpose q "{x0}" { is: service-provision } }',
    )
    CASES[f"words for a figure, {_shape}"] = _titles(
        _depth, _times, 'organization THIS "一千万年"', 'retention { period: 5 years; text: "{period|{x0}}" }'
    )
    CASES[f"words for a value, {_shape}"] = _titles(
        _depth,
        _times,
        'organization THIS "住所"',
        'collection { items: name; text: "{items|{x0}}" }\narticle { text: "{name|{x0}}" }',
    )
    CASES[f"emphasis on every level, {_shape}"] = _titles(
        _depth, _times, 'organization THIS "題"', SAYS, 'organization THIS "**NEXT**"'
    )
    CASES[f"links on every level, {_shape}"] = _titles(
        _depth, _times, 'organization THIS "題"', SAYS, 'organization THIS "[NEXT](https://mihon.example/)"'
    )
    CASES[f"words on every level, {_shape}"] = _titles(
        _depth, _times, 'organization THIS "題"', SAYS, 'organization THIS "{mihon|NEXT}"'
    )
    CASES[f"meanings, {_shape}"] = _titles(
        _depth, _times, 'term THIS "終" { means: "終" }', SAYS, 'term THIS "THIS" { means: "NEXT" }'
    )
    CASES[f"meanings of lines, {_shape}"] = _titles(
        _depth, _times, 'term THIS "終" { means: "終\\n終\\n終" }', SAYS, 'organization THIS "NEXT"'
    )
    CASES[f"short names, {_shape}"] = _titles(
        _depth, _times, 'organization THIS "終" { called: "終" }', SAYS, 'organization THIS "THIS" { called: "NEXT" }'
    )
    CASES[f"short names and titles, {_shape}"] = _titles(
        _depth, _times, 'organization THIS "終" { called: "終" }', SAYS, 'organization THIS "NEXT" { called: "NEXT" }'
    )
    CASES[f"forms, {_shape}"] = _titles(
        _depth,
        _times,
        'term THIS "終" { means: "終" }',
        SAYS,
        f'term THIS "THIS" {{ means: "NEXT"; as: "{"{means}" * 9}{"{name}" * 9}" }}',
    )
    CASES[f"items of items, {_shape}"] = _one(
        document(
            "".join(f'data x{n} "甲{n}" {{ of: {", ".join([f"x{n + 1}"] * _times)} }}\n' for n in range(_depth))
            + f'data x{_depth} "終" {{ is: name }}\ncollection {{ items: x0; text: "{{items}}" }}'
        )
    )
    CASES[f"items of items in a form, {_shape}"] = _one(
        document(
            "".join(f'data x{n} "甲{n}" {{ of: x{n + 1}; as: "{"{of}" * _times}" }}\n' for n in range(_depth))
            + f'data x{_depth} "終" {{ is: name }}\ncollection {{ items: x0; text: "{{items}}" }}'
        )
    )

_LONG = "あ" * 1_000
CASES |= {
    "a long address": _one(
        document(
            repeated(3, 30, 'organization THIS "NEXT"', f"publication THIS [題](https://mihon.example/{'a' * 4_000})")
            + SAYS
        )
    ),
    "a long address in a title": _one(
        document(
            repeated(
                3, 30, 'organization THIS "NEXT"', f'organization THIS "[題](https://mihon.example/{"a" * 4_000})"'
            )
            + SAYS
        )
    ),
    "a long name": _one(
        document(
            f'data {"a" * 2_000} "甲" {{ is: name }}\ncollection {{ items: {"a" * 2_000}; text: "{"{items}" * 600}" }}'
        )
    ),
    "a long heading that is pointed to": _of(
        lambda n: document(f'article a "{"題" * 1_000}" {{ text: "本文" }}\narticle {{ text: "{"{a}" * n}" }}')
    ),
    "a long heading in a pattern": _of(
        lambda n: document(
            f'numbering {{ clause: "{"{heading}" * 200}" }}\narticle a "{"題" * 1_000}" {{ text: "本文" }}\n'
            f'article {{ text: "{"{a}" * n}" }}'
        )
    ),
    "a heading of titles in a pattern": _one(
        document(
            f'numbering {{ clause: "{"{heading}" * 500}" }}\n'
            + repeated(3, 30, 'organization THIS "NEXT"', 'organization THIS "題"')
            + rows(20, lambda n: f'article a{n} "{{x0}}" {{ text: "{{a{n}}}" }}')
        )
    ),
    "a long number": _of(
        lambda n: document(
            f'numbering {{ items: "{"{n:kanji}" * 400}" }}\narticle {{ text: """\n' + "- a\n" * n + '""" }'
        )
    ),
    "a long number of clauses": _of(
        lambda n: document(f'numbering {{ clause: "{"{n:kanji}" * 300}" }}\n' + 'article "題" { text: "" }\n' * n)
    ),
    "a long number that is pointed to": _of(
        lambda n: document(
            f'numbering {{ items: "{"{n:kanji}" * 300}" }}\narticle b {{ text: """\n- {{#a}} a\n- b\n""" }}\n'
            f'article {{ text: "{"{a}" * n}" }}'
        )
    ),
    "many documents that say one title": _of(
        lambda n: (
            TOP
            + repeated(4, 15, 'organization THIS "NEXT"', 'organization THIS "あ"')
            + rows(
                n,
                lambda i: (
                    f'document d{i} "題" {{ kind: privacy-notice; url: <https://mihon.example/{i}>; operator: mihon; '
                    'text: "{x0}" }'
                ),
            )
        )
    ),
    "many documents": _of(
        lambda n: (
            TOP
            + rows(
                n,
                lambda i: (
                    f'document d{i} "題" {{ kind: privacy-notice; url: <https://mihon.example/{i}>; operator: mihon }}'
                ),
            )
        )
    ),
    "many titles, and each name of nothing": _of(
        lambda n: document(
            rows(n, lambda i: f'organization abcdefghijklmnopqrstuvwxyzabcdefghijk{i:03} "あ"')
            + 'article { text: "'
            + "".join(f"{{bcdefghijklmnopqrstuvwxyzabcdefghijka{i:03}}}" for i in range(n))
            + '" }'
        )
    ),
    "many names of nothing": _of(
        lambda n: document('article { text: "' + "".join(f"{{n{i}}}" for i in range(n)) + '" }')
    ),
    "many unknown values": _of(
        lambda n: document(f'collection {{ items: {", ".join(f"n{i}" for i in range(n))}; text: "" }}')
    ),
    "many unknown values near to names": _of(
        lambda n: document(
            rows(n, lambda i: f'data abcdefghijklmnopqrstuvwxyzabcdefghijk{i:03} "あ"')
            + "collection { items: "
            + ", ".join(f"bcdefghijklmnopqrstuvwxyzabcdefghijka{i:03}" for i in range(n))
            + '; text: "" }'
        )
    ),
    "many unknown fields": _of(lambda n: document(rows(n, lambda i: f"unknown-field-{i}: b"))),
    "many unknown blocks": _of(lambda n: document(rows(n, lambda i: f"artikle{i} {{ }}"))),
    "many unknown words of a list": _of(
        lambda n: document(rows(n, lambda i: f'article {{ text: ""; layout: stakked{i} }}'))
    ),
    "many unknown parts": _of(
        lambda n: document(f'article {{ text: "{"".join(f"{{mihon.adress{i}}}" for i in range(n))}" }}')
    ),
    "many unknown findings accepted": _of(
        lambda n: document("accept " + ", ".join(f"law/nanika-{i}" for i in range(n)) + ' { reason: "あ" }')
    ),
    "many fields of many values": _of(
        lambda n: document(
            f'collection {{ items: {", ".join(["name", "email", "address"] * (n // 2))}\n text: "{"{items}" * n}" }}'
        )
    ),
    "many parts of many values": _of(
        lambda n: document(
            f'collection {{ items: {", ".join(["name", "email", "address"] * (n // 4))}\n text: "{"{items.address}" * n}" }}'
        )
    ),
    "many words for many values": _of(
        lambda n: document(
            f'collection {{ items: {", ".join(["name", "email", "address"] * (n // 4))}\n text: "{"{items|氏名}" * n}" }}'
        )
    ),
    "many clauses of many purposes": _of(
        lambda n: document(
            'purposes uses "目的" {\n'
            + rows(n, lambda i: f'purpose p{i} "目的{i}" {{ is: service-provision }}')
            + "}\n"
            + rows(n, lambda i: f'entrustment e{i} "委託{i}" {{ scope: within uses }}')
        )
    ),
    "many provisions": _of(
        lambda n: document(
            'third-party-provision "提供" {\n'
            + rows(n, lambda i: "provision { to: advertising-business; items: name }")
            + "}"
        )
    ),
    "many transmissions": _of(
        lambda n: document(
            'external-transmission "送信" {\n'
            + rows(n, lambda i: f'transmission "みほん{i}" {{ to: advertising-business; items: name }}')
            + "}"
        )
    ),
    "clauses in standard wording": _of(
        lambda n: document(
            f'data big "大" {{ of: {", ".join(["name"] * 60)} }}\n'
            + rows(n, lambda i: f'collection c{i} "取得" {{ items: big, big }}')
        )
    ),
    "deep items": _of(lambda n: document('article { text: """\n' + rows(n, lambda i: " " * i + "- a") + '""" }')),
    "items apart": _of(lambda n: document('article { text: """\n' + "- a\n\n" * n + '""" }')),
    "items with names, pointed to": _of(
        lambda n: document(
            'article { text: """\n'
            + rows(n, lambda i: f"- {{#i{i}}} a")
            + '""" }\narticle { text: "'
            + "".join(f"{{i{i}}}" for i in range(n))
            + '" }'
        )
    ),
    "one item, pointed to": _of(
        lambda n: document(
            'article { text: """\n- {#i} a\n' + "- a\n" * n + '""" }\narticle { text: "' + "{i}" * n + '" }'
        )
    ),
    "blocks in a list, pointed to": _of(
        lambda n: document(
            'purposes uses "目的" {\n'
            + rows(n, lambda i: f'purpose p{i} "目的" {{ is: service-provision }}')
            + "}\n"
            + f'article {{ text: "{"{p1}" * n}" }}'
        )
    ),
    "a wide table": _of(lambda n: document('article { text: """\n' + "| a " * n + "|\n" + "| a |\n" * n + '""" }')),
    "a table of joined cells": _of(
        lambda n: document('article { text: """\n' + ("| a " + "| < " * 40 + "|\n" + "| ^ " * 41 + "|\n") * n + '""" }')
    ),
    "a long column": _of(lambda n: document('article { text: """\n| a | b |\n' + "| ^ | ^ |\n" * n + '""" }')),
    "tables of titles": _of(
        lambda n: document(
            repeated(2, 20, 'organization THIS "NEXT"', 'organization THIS "あ"')
            + 'article { text: """\n'
            + "| {x0} | {x0} |\n" * n
            + '""" }'
        )
    ),
    "parts in parts": _of(
        lambda n: document("part a {\n" * min(n, 39) + 'article { text: "a" }\n' * n + "}\n" * min(n, 39))
    ),
    "clauses in two parts, pointed to": _of(
        lambda n: document(
            'part a "甲" {\n'
            + rows(n, lambda i: f'article a{i} "題" {{ text: "" }}')
            + '}\npart b "乙" {\narticle { text: "'
            + "".join(f"{{a{i}}}" for i in range(n))
            + '" } }'
        )
    ),
    "words of terms in a text": _of(
        lambda n: document(
            rows(n, lambda i: f'term t{i} "ああ{i}" {{ means: "い" }}') + f'article {{ text: "{"あ" * n}" }}'
        )
    ),
    "words of terms in a repeated text": _one(
        document(
            rows(120, lambda i: f'term t{i} "ああ{i}" {{ means: "い" }}')
            + repeated(3, 30, 'organization THIS "NEXT"', 'term THIS "語" { means: "い" }')
            + f'collection {{ items: "{"あ" * 500}"; text: "{"{items}" * 300}" }}'
        )
    ),
    "short names at their first mention": _of(
        lambda n: document(
            rows(n, lambda i: f'organization o{i} "会社{i}" {{ called: "略{i}" }}')
            + 'article { text: "'
            + "".join(f"{{o{i}}}" for i in range(n))
            + '" }'
        )
    ),
    "definitions by hand": _of(lambda n: document(f'article {{ text: "{"「あ」という。" * n}" }}')),
    "quotes in quotes": _of(lambda n: document(f'article {{ text: "{"「" * n}" }}')),
    "an unfinished pattern of the law": _of(lambda n: document(f'article {{ text: "{"継続定期" * n}" }}')),
    "brackets that open": _of(lambda n: document(f'article {{ text: "{"（" * n}" }}')),
    "figures": _of(lambda n: document(f'retention {{ period: 5 years; text: "{{period|{"一千万" * n}年間}}" }}')),
    "figures again and again": _of(
        lambda n: document(f'retention {{ period: 5 years; text: "{"{period|7年間}" * n}" }}')
    ),
    "sentences": _of(lambda n: document(f'article {{ text: "{"文。" * n}" }}')),
    "lines": _of(lambda n: document('article { text: """\n' + "文\n\n" * n + '""" }')),
    "full-width braces": _of(lambda n: document(f'article {{ text: "{"｛mihon" * n}" }}')),
    "conditions": _of(lambda n: document("retention { period: 5 years }\n" * n)),
    "disclosures": _of(
        lambda n: document(
            f'disclosures "表示" {{ layout: "{"{label}" * 60}：{{value}}"\n'
            + rows(n, lambda i: f'disclosure "{"題" * 20}" {{ is: seller; text: "あ" }}')
            + "}"
        )
    ),
    "a term that means the next": _of(
        lambda n: document(
            rows(n, lambda i: f'term t{i} "語{i}" {{ means: "{{t{i + 1}}}" }}') + 'article { text: "{t0}" }'
        )
    ),
    "a chain in every place": _of(
        lambda n: document(
            rows(10, lambda i: f'term t{i} "語{i}" {{ means: "{{t{i + 1}}}" }}')
            + f'article {{ text: "{"{t0|{t1}}" * n}" }}'
        )
    ),
    "dates in a form": _one(
        document(
            f'enacted: 2020-01-01 as "{"{date}" * 500}"\n'
            + repeated(3, 30, 'organization THIS "NEXT"', 'organization THIS "あ"')
            + f'article {{ text: "{"{enacted}" * 300}" }}'
        )
    ),
    "operators of operators": _of(
        lambda n: (
            rows(
                n,
                lambda i: (
                    f'organization o{i} "{{o{i + 1}}}" {{ called: "{{o{i + 1}}}"; site: <https://mihon.example/> }}'
                ),
            )
            + f'organization o{n} "終"\n'
            + DOCUMENT.replace("operator: mihon", "operator: o0")
            + 'article { text: "{operator}{operator.site}" }\n}\n'
        )
    ),
}


def _diamond() -> Files:
    """Each file imports all before it, and says two things of each."""
    files: Files = {}
    names: list[str] = []
    for n in range(40):
        imports = "".join(f'import "{name}"\n' for name in names[-8:])
        says = "".join(f"{{o{i}}}" for i in range(max(0, n - 3), n))
        files[f"f{n}.policy"] = f'{imports}organization o{n} "{says}あ"\n'
        names.append(f"f{n}.policy")
    files[MAIN] = f'import "f39.policy"\n{document("article { text: " + chr(34) + "{o39}" + chr(34) + " }")}'
    return files


def _doubled() -> Files:
    """A ladder: each of two files imports both of the next step."""
    files: Files = {}
    for n in range(40):
        imports = f'import "a{n + 1}.policy"\nimport "b{n + 1}.policy"\n' if n < 39 else ""
        for side in "ab":
            files[f"{side}{n}.policy"] = f'{imports}organization {side}{n} "会社"\n'
    files[MAIN] = 'import "a0.policy"\n' + document('article { text: "{a39}" }')
    return files


CASES["imports of all before"] = _diamond
CASES["imports in a ladder"] = _doubled


# What is said again and again, by a declaration of each kind; NEXT are references to others.
_SAYING = (
    'organization THIS "NEXT"',
    'organization THIS "THIS" { called: "NEXT" }',
    'organization THIS "NEXT" { called: "NEXT"; site: <https://mihon.example/> }',
    'term THIS "THIS" { means: "NEXT" }',
    'term THIS "NEXT" { means: "NEXT"; as: "NEXT{means}{name}{name}" }',
    'data THIS "NEXT" { is: name }',
    'data THIS "NEXT" { of: name, email; as: "{of}{of}NEXT" }',
    'recipient THIS "NEXT" { is: advertising-business }',
    'organization THIS "**NEXT**"',
    'organization THIS "[NEXT](https://mihon.example/a)"',
    'organization THIS "{mihon|NEXT}"',
    'subject THIS "NEXT" { is: customer }',
)
_SAID = (
    "あ",
    "文。",
    "{nanika}",
    "**い**",
    "{mihon.adress}",
    "「あ」という。",
    "７年",
    "あ" * 200,
    "{name}",
    "",
    "{x0}",
)
_USING = (
    'article { text: "SAYS" }',
    'article a1 "SAYS" { text: "{a1}SAYS{a1.title}" }',
    'collection { items: name, "SAYS"; text: "{items}SAYS{items|SAYS}" }',
    'purposes u1 "SAYS" { purpose p1 "SAYS" { is: service-provision } }',
    'retention { period: 5 years; text: "{period|SAYS}" }',
    'article { text: """\n- SAYS\n  - SAYS\n| SAYS | SAYS |\n""" }',
    'part "SAYS" { article { text: "SAYS" } }',
    'disclosures "SAYS" { layout: "{label}{label}：{value}"; disclosure "SAYS" { is: seller; text: "SAYS" } }',
    'numbering { clause: "{n}{heading}{heading}" }',
)


def drawn(dice: random.Random) -> Files:
    """A source of the same kind, made of what the language has."""
    depth = dice.randint(1, 12)
    most = max(2, int(8_000 / depth / 12))
    lines = []
    for n in range(depth + 1):
        says = dice.choice(_SAID) if n == depth else f"{{x{n + 1}}}" * min(most, dice.choice((2, 3, 6, 15, 40, 200)))
        lines.append(
            dice.choice(_SAYING).replace("THIS", f"x{n}").replace("NEXT", says, dice.choice((1, 3))).replace("NEXT", "")
        )
    uses = [
        dice.choice(_USING).replace("SAYS", "{x0}" * dice.choice((1, 2, 20)), 3).replace("SAYS", "{x0}")
        for _ in range(dice.randint(1, 5))
    ]
    source = document("\n".join((*lines, *dict.fromkeys(uses))))
    return {MAIN: source} if len(source.encode()) <= LARGEST else drawn(dice)
