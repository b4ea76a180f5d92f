"""Huge and hostile sources, made at run time: `python tests/hostile.py SCALE` checks them all under a memory limit.

Prints one JSON object a line: the case, its seconds and its findings by code. What comes out is judged by
tests/test_hostile.py; this runs in a process of its own, so that the limit holds for it alone.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable

from policyc import pipeline
from policyc.diagnostics.render import github, text
from policyc.diagnostics.render import json as as_json
from policyc.loader import MAX_BYTES

LIMIT = 600 * 1024 * 1024
TOP = 'organization mihon "株式会社みほん" { called: "当社" }\nsubject customer "お客様" { is: customer }\n'
DOCUMENT = """document notice "プライバシーポリシー" {
  kind: privacy-notice
  url: <https://mihon.example/privacy/>
  operator: mihon
  text: ""
"""


def document(body: str, top: str = "") -> str:
    return f"{TOP}{top}{DOCUMENT}{body}\n}}\n"


def article(words: str) -> str:
    return document(f'article "本文" {{ text: "{words}" }}')


def rows(n: int, line: Callable[[int], str]) -> str:
    return "\n".join(line(i) for i in range(n)) + "\n"


def doubling(n: int, line: str, last: str) -> str:
    """n declarations, each of which says the next one twice: 2**n in all."""
    return (
        rows(n, lambda i: line.replace("THIS", f"x{i}").replace("NEXT", f"x{i + 1}"))
        + last.replace("THIS", f"x{n}")
        + "\n"
    )


# Sizes are those of a run at scale 1: about a megabyte each.
CASES: dict[str, Callable[[float], str | bytes]] = {
    # -- whole files
    "ten megabytes, valid": lambda k: document(
        rows(int(100_000 * k), lambda i: 'article "題" { text: "あ" }' + " " * 70)
    ),
    "ten megabytes, of nothing valid": lambda k: "@！? " * int(1_400_000 * k),
    "largest file, one comment": lambda k: "#" * MAX_BYTES,
    "largest file, one word": lambda k: "a" * MAX_BYTES,
    "largest file, one number": lambda k: "1" * MAX_BYTES,
    "largest file, line ends": lambda k: ";\n" * (MAX_BYTES // 2),
    "valid, many clauses": lambda k: document(
        rows(
            int(10_000 * k),
            lambda i: f'article a{i} "見出し{i}" {{ text: "本文{i}。{{mihon}}は、{{a{i}}}のとおり。" }}',
        )
    ),
    "valid, many declarations": lambda k: rows(
        int(20_000 * k), lambda i: f'organization o{i} "会社{i}" {{ called: "略{i}" }}'
    ),
    "bytes at random": lambda k: bytes((i * 7919 + i // 251) % 256 for i in range(int(500_000 * k))),
    # -- nesting
    "blocks in blocks": lambda k: document("article {" * int(100_000 * k) + "}" * int(100_000 * k)),
    "blocks in blocks, on lines": lambda k: document("article {\n" * int(100_000 * k) + "}\n" * int(100_000 * k)),
    "braces that open": lambda k: "{" * int(1_000_000 * k),
    "braces that close": lambda k: "}" * int(1_000_000 * k),
    "words and braces that open": lambda k: "a{" * int(500_000 * k),
    "brackets in brackets": lambda k: document(
        "collection { items: " + "[ " * int(100_000 * k) + " ]" * int(100_000 * k) + "}"
    ),
    "brackets that open": lambda k: "x: " + "[" * int(300_000 * k),
    "labels without addresses": lambda k: "x: " + "[a]" * int(200_000 * k),
    "values in braces": lambda k: document(
        "third-party-provision { basis: " + "consent { basis: " * int(60_000 * k) + "}" * int(60_000 * k) + "}"
    ),
    "parts in parts": lambda k: document("part a {\n" * 39 + "}\n" * 39),
    # -- long things
    "a long list": lambda k: document(
        f'collection {{ items: {", ".join(["name"] * int(100_000 * k))}\n text: "{{items}}" }}'
    ),
    "a long list of unknown names": lambda k: document(
        f'collection {{ items: {", ".join(f"n{i}" for i in range(int(100_000 * k)))}\n text: "" }}'
    ),
    "a long line": lambda k: article("あ" * int(350_000 * k)),
    "a long line without an end": lambda k: article("あ" * int(350_000 * k))[:-8],
    "a long name": lambda k: document("a" * int(1_000_000 * k) + " { }"),
    "a name of many parts": lambda k: "a." * int(500_000 * k),
    "a long head": lambda k: document("article " + '"題" ' * int(100_000 * k) + "{ }"),
    "sentences": lambda k: article("文。" * int(170_000 * k)),
    "lines carried on": lambda k: document('article { text: """\n' + "a\\\n" * int(100_000 * k) + '""" }'),
    "items and empty lines": lambda k: document('article { text: """\n' + "- a\n\n" * int(50_000 * k) + '""" }'),
    "empty lines": lambda k: document('article { text: """\n- a\n' + "\n" * int(300_000 * k) + '- b\n""" }'),
    "items in items": lambda k: document(
        'article { text: """\n' + rows(int(1_400 * k), lambda i: " " * i + "- a") + '""" }'
    ),
    # -- references
    "words in words": lambda k: article("{mihon|" * int(100_000 * k) + "a" + "}" * int(100_000 * k)),
    "words in words without an end": lambda k: article("{mihon|" * int(100_000 * k)),
    "references that open": lambda k: article("{" * int(500_000 * k)),
    "references to nothing": lambda k: article("{nanika}" * int(60_000 * k)),
    "labels that open": lambda k: article("[" * int(500_000 * k)),
    "links that open": lambda k: article("[a](" * int(200_000 * k)),
    "emphasis": lambda k: article("**a" * int(100_000 * k)),
    "quotes that open": lambda k: article("「" * int(300_000 * k)),
    "headings quoted by hand": lambda k: document(
        rows(int(4_000 * k), lambda i: f'article a{i} "見出し{i}" {{ text: "「{i}．見出し{i}」" }}')
    ),
    # -- faults
    "marks that are no tokens": lambda k: "@! " * int(300_000 * k),
    "full-width marks": lambda k: "：" * int(300_000 * k),
    "quotes": lambda k: '"\n' * int(300_000 * k),
    "long quotes": lambda k: 'x: """\n' * int(200_000 * k),
    "addresses that open": lambda k: "x: " + "<a:" * int(500_000 * k),
    "words alone": lambda k: "a\n" * int(300_000 * k),
    "blanks before what is no token": lambda k: "a: b" + " " * int(300_000 * k) + "@" + "\t" * int(300_000 * k) + "@",
    "full stops that are no tokens": lambda k: "x: " + "。甲" * int(300_000 * k),
    "full stops that are no tokens, in lines": lambda k: ("x: " + "。甲" * 240 + "\n") * int(900 * k),
    "sentences without quotes in one line": lambda k: "x: " + '。あ"a"' * int(150_000 * k),
    "strings that open in one line": lambda k: "x: " + "「a { " * int(150_000 * k),
    "blocks in one line, one open": lambda k: "a{b;c} ; " * int(150_000 * k) + "\n {",
    "blocks in one line, one closed": lambda k: "a{b;c} ; " * int(150_000 * k) + "\n  }",
    "dates in other forms": lambda k: document("enacted: 2023/4/1\n" * int(50_000 * k)),
    "unknown fields": lambda k: document("a: b\n" * int(100_000 * k)),
    "one field again and again": lambda k: document("kind: privacy-notice\n" * int(50_000 * k)),
    "one name again and again": lambda k: 'organization o "会社"\n' * int(50_000 * k),
    "imports of nothing": lambda k: 'import "a.policy"\n' * int(60_000 * k),
    "characters that cannot be seen": lambda k: "\u200b" * int(300_000 * k),
    "control characters": lambda k: article("\x00\x07" * int(300_000 * k)),
    "half-width kana": lambda k: article("ｱあ" * int(150_000 * k)),
    # -- what says itself, or too much: small sources whose size does not depend on the scale
    "an item that contains itself": lambda _: document(
        'data a "甲" { of: a }\ncollection { items: a; text: "{items}" }'
    ),
    "items that contain each other": lambda _: document(
        'data a "甲" { of: b, b }\ndata b "乙" { of: a, a, a }\ncollection { items: a; text: "{items}" }'
    ),
    "a term that means itself": lambda _: document('term a "甲" { means: "{a}" }\narticle { text: "{a}" }'),
    "terms that mean each other": lambda _: document(
        'term a "甲" { means: "{b}" }\nterm b "乙" { means: "{c}" }\nterm c "丙" { means: "{a}" }\narticle { text: "{a}" }'
    ),
    "a title that says itself": lambda _: document('organization o "{o}{o}"\narticle { text: "{o}" }'),
    "a chain of terms": lambda k: document(
        rows(int(5_000 * k), lambda i: f'term t{i} "語{i}" {{ means: "{{t{i + 1}}}" }}') + 'article { text: "{t0}" }'
    ),
    "items doubled thirty times": lambda _: document(
        doubling(30, 'data THIS "THIS" { of: NEXT, NEXT }', 'data THIS "終" { is: name }')
        + 'collection { items: x0; text: "{items}" }'
    ),
    "titles doubled thirty times": lambda _: document(
        doubling(30, 'organization THIS "{NEXT}{NEXT}"', 'organization THIS "終"') + 'article { text: "{x0}" }'
    ),
    "meanings doubled thirty times": lambda _: document(
        doubling(30, 'term THIS "THIS" { means: "{NEXT}{NEXT}" }', 'term THIS "終" { means: "終" }')
        + 'article { text: "{x0}" }'
    ),
    "titles fifty times, ten times over": lambda _: document(
        rows(10, lambda i: f'organization x{i} "{f"{{x{i + 1}}}" * 50}"')
        + 'organization x10 ""\narticle { text: "{x0}" }'
    ),
    "a long title again and again": lambda _: document(
        f'organization big "{"あ" * 100_000}"\narticle {{ text: "{"{big}" * 10_000}" }}'
    ),
    "a long title in headings": lambda _: document(
        f'organization big "{"あ" * 100_000}"\n' + rows(2_000, lambda i: 'article "{big}" { text: "本文" }')
    ),
    "a long list again and again": lambda _: document(
        f'collection {{ items: {", ".join(["name"] * 5_000)}; text: "{"{items}" * 5_000}" }}'
    ),
    "a long list in braces again and again": lambda _: document(
        f'data big "大" {{ of: {", ".join(["name"] * 1_500)} }}\ncollection {{ items: big; text: "{"{items}" * 5_000}" }}'
    ),
}


def unit() -> float:
    """Seconds of the processor for a piece of work that is always the same: how fast this machine is just now."""
    times: list[float] = []
    for _ in range(15):
        start = time.process_time()
        total, made = 0, {}
        for n in range(20_000):
            made[n] = (n, total)
            total += n & 3
        times.append(time.process_time() - start)
    return statistics.median(times)


def run(name: str, scale: float) -> dict[str, object]:
    """Check one source, show its findings in every form, and emit it when nothing is wrong with it."""
    made = CASES[name](scale)
    raw = made if isinstance(made, bytes) else made.encode("utf-8")
    # Of the processor: other tests run beside this one.
    start = time.process_time()
    checked = pipeline.check("hostile.policy", raw, lambda _: None)
    size = 0
    for lang in ("ja", "en"):
        size += len(text.render(checked.diagnostics, lang, True)) + len(github.render(checked.diagnostics, lang))
    size += len(as_json.document([as_json.row(d) for d in checked.diagnostics]))
    if checked.ok:
        for output in pipeline.emit(checked):
            assert output.files
    seconds = time.process_time() - start
    codes = Counter(d.code for d in checked.diagnostics)
    return {
        "case": name,
        "bytes": len(raw),
        "seconds": seconds,
        # Asked only of what takes long: the bound is many times a second.
        "unit": unit() if seconds > 1 else 0.0,
        "shown": size,
        "ok": checked.ok,
        "codes": codes,
    }


def main() -> None:
    scale = float(sys.argv[1])
    gc.set_threshold(50_000, 20, 20)  # as in a run of the program
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
    for name in sys.argv[2:] or CASES:
        print(json.dumps({"started": name}), flush=True)
        print(json.dumps(run(name, scale)), flush=True)


if __name__ == "__main__":
    main()
