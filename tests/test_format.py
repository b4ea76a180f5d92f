"""The formatter: one form, every comment, the same meaning; and the same in the other language."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import POLICIES, ROOT, check_text
from policyc import manifest, pipeline
from policyc.format import format_source
from policyc.format.width import width
from policyc.model import read_text
from policyc.model.segments import Lit, Ref, Seg, Strong
from policyc.pipeline import Checked
from policyc.source import Source
from policyc.syntax import Atom, BlockShape, Item, Phrase, parse
from policyc.syntax.comments import comments
from spread import Spread
from test_broken import FOLDER as BROKEN
from test_broken import NAMES as BROKEN_NAMES
from test_clause_pages import BEFORE, USES, good
from test_docs import blocks
from test_property import SOUP, TEXT

EVERYDAY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
LONG = settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))


def formatted(text: str, keywords: str = "") -> str:
    """The canonical form, after all that holds of every form is looked at."""
    source = Source("x.policy", text)
    made = format_source(source, keywords)
    items, faults = parse(source)
    if faults:
        assert made.text == text and made.diagnostics == faults
        return text
    assert not made.diagnostics
    after = Source("x.policy", made.text)
    assert format_source(after, keywords).text == made.text, "not the same when formatted again"
    assert remarks(after) == remarks(source)
    again, faults = parse(after)
    assert not faults
    if not keywords:
        assert shapes(after, again) == shapes(source, items)
    assert not made.text or re.fullmatch(r"[^\n](?:.*[^\n])?\n", made.text, re.DOTALL)
    strings = "".join(text for text in (a.raw for a in atoms(again)))
    for line in made.text.split("\n"):
        assert line == line.rstrip(" \t") or line in strings
    return made.text


def remarks(source: Source) -> list[str]:
    return [comment.text for comment in comments(source)]


def atoms(items: tuple[Item, ...]) -> list[Atom]:
    """All atoms, in order."""
    found: list[Atom] = []

    def go(atoms: tuple[Atom, ...], body: tuple[Item, ...] | None) -> None:
        for atom in atoms:
            found.append(atom)
            for phrase in atom.items:
                go(phrase.atoms, phrase.body)
        for item in body or ():
            if isinstance(item, BlockShape):
                go((item.keyword, *item.atoms), item.body)
            else:
                go((item.key,), None)
                for phrase in item.phrases:
                    go(phrase.atoms, phrase.body)

    go((), items)
    return found


def shapes(source: Source, items: tuple[Item, ...]) -> object:
    """What a source says, without where it says it: atoms as written, texts as read."""

    def atom(one: Atom) -> object:
        if one.kind == "list":
            return [phrase(inner) for inner in one.items]
        if one.kind == "text":
            text, _ = read_text(source, "text", one.start, one.end)
            return [(line.indent, line.bullet, line.marker, line.anchor, said(line.segs)) for line in text.lines]
        return one.kind, one.raw

    def phrase(one: Phrase) -> object:
        return [atom(a) for a in one.atoms], body(one.body)

    def body(inner: tuple[Item, ...] | None) -> object:
        return None if inner is None else [item(one) for one in inner]

    def item(one: Item) -> object:
        if isinstance(one, BlockShape):
            # The model tells a name that begins with a digit by its parts standing side by side.
            glued = [a.end == b.start for a, b in zip(one.atoms, one.atoms[1:], strict=False) if a.kind == "number"]
            return one.keyword.raw, [atom(a) for a in one.atoms], glued, body(one.body)
        return one.key.raw, [phrase(p) for p in one.phrases]

    return body(items)


def said(segs: tuple[Seg, ...]) -> list[object]:
    """Segments without their offsets."""
    out: list[object] = []
    for seg in segs:
        if isinstance(seg, Lit):
            out.append(seg.text)
        elif isinstance(seg, Ref):
            out.append(("ref", seg.path, None if seg.words is None else said(seg.words)))
        elif isinstance(seg, Strong):
            out.append(("strong", said(seg.inner)))
        else:
            out.append(("link", seg.url, said(seg.label)))
    return out


def built(checked: Checked) -> object:
    """All that a source compiles to, but for the lines that origins name; of a source with errors, what was found."""
    if not checked.ok:
        return sorted(d.code for d in checked.diagnostics)
    folders = [manifest.folder(output, []) for output in pipeline.emit(checked)]
    bodies = [body for folder in folders for name, body in folder.items() if name != manifest.MANIFEST]
    return [re.sub(rb"(\.policy):\d+", rb"\1", body) for body in bodies]


# -- real sources -------------------------------------------------------------------------------------------------------


@cache
def sources() -> dict[str, str]:
    """Every sound source of the project, by where it stands."""
    found = {path.name: path.read_text(encoding="utf-8") for path in sorted(POLICIES.glob("*.policy"))}
    for path in sorted((ROOT / "src/policyc/starters").glob("*.txt")):
        found[f"starter {path.name}"] = path.read_text(encoding="utf-8").replace("{{name}}", "mihon")
    for page in ("README.md", "README.ja.md", "docs/guide.md"):
        for number, block in enumerate(blocks(page, "policy")):
            found[f"{page} {number}"] = block
    for path in sorted((ROOT / "src/policyc/clauses").glob("*/README.md")):
        for number, example in enumerate(good(path.parent.name)):
            uses = "" if re.search(r"^(purposes|利用目的) ", example, re.MULTILINE) else USES
            found[f"{path.parent.name} {number}"] = f"{BEFORE.format(register='web')}{example}{uses}}}\n"
    return found


def checked(name: str, text: str, others: Callable[[str], str] = str) -> Checked:
    held = {path.name: path.read_text(encoding="utf-8") for path in POLICIES.glob("*.policy")}

    def read(path: str) -> bytes | None:
        return others(held[path]).encode() if path in held else None

    return pipeline.check(name if name in held else "x.policy", text.encode(), read)


@pytest.mark.parametrize("name", sources())
def test_same_meaning(name: str) -> None:
    text = sources()[name]
    assert built(checked(name, formatted(text))) == built(checked(name, text))


# Of the examples of clauses every third is enough every time.
EVERYDAY_NAMES = [
    pytest.param(name, marks=[pytest.mark.slow] if n % 3 and name[0].islower() and name[-1].isdecimal() else [])
    for n, name in enumerate(sources())
]


@pytest.mark.parametrize("name", EVERYDAY_NAMES)
def test_the_other_language(name: str) -> None:
    """There and back: the same meaning in both languages, and the way back leads to where it began."""
    text = sources()[name]
    want = built(checked(name, text))
    english = formatted(text, "en")
    japanese = formatted(english, "ja")
    assert built(checked(name, english)) == want
    assert built(checked(name, japanese, lambda other: formatted(other, "ja"))) == want
    assert formatted(japanese, "en") == english
    for line in japanese.splitlines() if checked(name, text).ok else ():
        word = re.match(r" *([a-z\-]+):", line.partition('"')[0])
        assert word is None, line


@pytest.mark.parametrize("path", sorted(POLICIES.glob("*.policy")), ids=lambda path: path.name)
def test_the_policies_are_in_their_form(path: object) -> None:
    assert formatted(sources()[path.name]) == sources()[path.name]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", [name for name in sources() if name.startswith(("starter", "README"))])
def test_what_people_start_from_is_in_its_form(name: str) -> None:
    assert formatted(sources()[name]) == sources()[name]


@pytest.mark.parametrize("name", BROKEN_NAMES)
def test_broken_sources(name: str) -> None:
    text = (BROKEN / f"{name}.policy").read_bytes().decode("utf-8", errors="replace").replace("\r\n", "\n")
    assert built(check_text(formatted(text))) == built(check_text(text))


# -- style ----------------------------------------------------------------------------------------------------------------

STYLE = [
    ("nothing", "\n \n;;\n", ""),
    ("comments only", "# a\n\n\n\n  # b   \n# c", "# a\n\n# b\n# c\n"),
    (
        "values in one column, texts behind their word",
        'x {\na:1\n長い項目:  b ,c、d\ntext : "本文"\n\n\nlonger: d\n}',
        'x {\n  a:        1\n  長い項目: b, c、d\n  text: "本文"\n\n  longer: d\n}\n',
    ),
    ("a comment parts columns", "a: 1\n# c\nlonger: 2\n", "a: 1\n# c\nlonger: 2\n"),
    ("one line stays", 'x a "b"{c:d;e :f;}', 'x a "b" { c: d; e: f }\n'),
    ("several lines stay", "x {\n\n\nc: d; e: f\n\n}", "x {\n  c: d\n  e: f\n}\n"),
    (
        "blocks of one line in columns",
        'x a "題" { i: j; k: l }\nx bcd "題名" { i: jj; k: l }\nx "題" { m: n }\n',
        'x a   "題"   { i: j;  k: l }\nx bcd "題名" { i: jj; k: l }\nx "題" { m: n }\n',
    ),
    (
        "what is too long is opened",
        f'x a "{"題" * 40}" {{ items: name, address, phone; to: processors }}',
        f'x a "{"題" * 40}" {{\n  items: name, address, phone\n  to:    processors\n}}\n',
    ),
    (
        "values go on under the first one",
        f"x: {', '.join(['consent-exemption'] * 8)}",
        f"x: {', '.join(['consent-exemption'] * 6)},\n   consent-exemption, consent-exemption\n",
    ),
    (
        "comments behind lines in one column, and one that goes on",
        "a: 1 # b\nlonger: 2      # c\n               # d\n# e\n\nf: 3 # g\n",
        "a:      1  # b\nlonger: 2  # c\n           # d\n# e\n\nf: 3  # g\n",
    ),
    (
        "comments in lists",
        "x: a, # b\n# c\nd [ # e\nf,\ng # h\n], i # j",
        "x: a,       # b\n   # c\n   d [      # e\n      f, g  # h\n     ], i   # j\n",
    ),
    (
        "values in braces",
        "x: consent { a: b;c: d }, y {\na: b # c\n}\n",
        "x: consent { a: b; c: d }, y {\n  a: b  # c\n}\n",
    ),
    (
        "texts are moved as a whole",
        'a {\ntext: """\n     い\n       - ろ  \n   \n     は"""\n}',
        'a {\n  text: """\n    い\n      - ろ\n\n    は"""\n}\n',
    ),
    ("numbers and units", "x: 5 年, 5years, 300円\n", "x: 5年, 5 years, 300円\n"),
    ("no link is made of a list", 'x: [\n"a](b)" ]\n', 'x: [\n    "a](b)"]\n'),
    ("empty blocks", "x a {\n\n}\nx bc { }\nx d { # e\n}\n", "x a  { }\nx bc { }\nx d {  # e\n}\n"),
    ("a list in a head", "x [a,\nb]\nxy [c]\nx bcd\nx [d]\n", "x [a, b]\nxy [c]\nx bcd\nx [d]\n"),
    ("full-width spaces", "組織　a　「b」　{　c:　d　}", "組織 a 「b」 { c: d }\n"),
]


@pytest.mark.parametrize(("before", "after"), [row[1:] for row in STYLE], ids=[row[0] for row in STYLE])
def test_style(before: str, after: str) -> None:
    assert formatted(before) == after


def test_width() -> None:
    """Full-width characters take two columns, those that lie over others none."""
    assert [width(text) for text in ("abc", "組織", "ｱﾞ", "か\u3099", "é", "e\u0301", "　", "★")] == [
        3,
        4,
        2,
        2,
        1,
        1,
        2,
        1,
    ]


KEYWORDS = [
    ("x { kind: terms }", "x { kind: terms }"),
    ('organization a "b" { called: "c" as "「{called}」" }', '組織 a "b" { 略称: "c" 表記 "「{called}」" }'),
    (
        'document d "e" { kind: terms; joint-use { users: a, b.full; purposes: same as u; scope: within u } }',
        '文書 d "e" { 種別: 利用規約; 共同利用 { 利用者: a, b.正式名称; 目的: u と同一; 範囲内: u の範囲内 } }',
    ),
    (
        'document d "e" { retention { period: 5 years; text: "{period}{period.x|{period}}{d.住所}" } }',
        '文書 d "e" { 保存期間 { 期間: 5年; 本文: "{期間}{期間.x|{期間}}{d.住所}" } }',
    ),
    (
        # A value of the field, not a part of it; and a field that is not given is a name of something else.
        'document d "e" { collection { items: address; text: "{items.address}{sources}{d.address}" } }',
        '文書 d "e" { 取得 { 項目: address; 本文: "{項目.address}{sources}{d.住所}" } }',
    ),
    (
        'document d "e" { requests { fee: none; agent: on-request; procedure: delegated [a](/b) } }',
        '文書 d "e" { 開示等の請求 { 手数料: なし; 代理人: 請求に応じて; 手続: 別文書 [a](/b) } }',
    ),
    (
        'document d "e" { numbering { items: "{n:katakana}{heading}" } }',
        '文書 d "e" { 番号 { 号: "{n:katakana}{heading}" } }',
    ),
    ('import "kind.policy"', '取込 "kind.policy"'),
]


@pytest.mark.parametrize(("english", "japanese"), KEYWORDS)
def test_keywords(english: str, japanese: str) -> None:
    assert formatted(english, "ja") == f"{japanese}\n"
    assert formatted(japanese, "en") == f"{english.replace('{d.住所}', '{d.address}')}\n"


def test_keywords_of_a_policy_with_rows_of_its_own() -> None:
    """Rows of a vocabulary file are not known to the formatter: what may be one of them stays."""
    clause = 'document d "e" { collection { items: a; text: "{items.phone}" } }\n'
    assert "{項目.電話}" in formatted(clause.replace("phone", "hours").replace("hours", "電話"), "ja")
    assert "{項目.hours}" in formatted('import "own.yaml"\n' + clause.replace("phone", "hours"), "ja")


def test_words_that_are_read_as_something_else_stay() -> None:
    for phrase in ("within within", "within の範囲内", "same as within", 'same as "x"'):
        source = f'document d "e" {{ joint-use {{ scope: {phrase} }} }}\n'
        back = formatted(formatted(source, "ja"), "en")
        assert built(check_text(back)) == built(check_text(source))


# -- written in other ways ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(40))
def test_other_white_space_and_comments(seed: int) -> None:
    """Comments at random places between tokens: each is kept, in order, and nothing is said differently."""
    dice = random.Random(seed)
    name, text = dice.choice(sorted(sources().items()))
    spread = Spread(dice, dice.choice((0, 0.1, 0.6))).source(text)
    source = Source("x.policy", spread)
    items, faults = parse(source)
    assert not faults
    assert shapes(source, items) == shapes(Source("x.policy", text), parse(Source("x.policy", text))[0])
    made = formatted(spread)
    if seed % 4 == 0:
        assert built(checked(name, made)) == built(checked(name, text))
        assert built(checked(name, formatted(spread, "ja"), lambda o: formatted(o, "ja"))) == built(checked(name, text))


@EVERYDAY
@given(TEXT)
def test_any_text(text: str) -> None:
    formatted(text)
    formatted(text, "ja")


@EVERYDAY
@given(SOUP)
def test_any_words(text: str) -> None:
    formatted(text)
    formatted(text, "en")


# Any values, side by side and in each other; of names those that mean something in some place.
_STRINGS = ("当社", "{a.住所|b}", "", "x](y)", "# no comment", 'a\\"b', "{", "[a](b)", "あ" * 40)
_TEXTS = ("", "\n", " a\n  b\n", "\n    - a\n  \tb\n\n\n      c \\\n   d\n", "\n#x\n", "\u3000a\n\u3000b")
_ATOMS = st.one_of(
    st.sampled_from(["a", "none", "なし", "same", "as", "within", "の範囲内", "名前", "a.full", "dmm.住所", "consent"]),
    st.sampled_from(_STRINGS).map(lambda s: f'"{s}"'),
    st.sampled_from(["「引用」", "「](」", "<https://a.example/>", "[a](b)", "[{a|b}](c)", "2026-04-01", "5", "5.5"]),
    st.sampled_from(_TEXTS).map(lambda s: f'"""{s}"""'),
)


def _words(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(values, min_size=1, max_size=3).map(" ".join)


def _lists(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(values, min_size=1, max_size=4).map(lambda some: "[\n" + ", ".join(some) + "]")


# To any depth, `st.recursive` would draw most of what it makes for nothing.
_VALUES = _ATOMS | _lists(_words(_ATOMS | _lists(_words(_ATOMS | _lists(_words(_ATOMS))))))


def _phrases(bodies: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda some, body: " ".join(some) + body, st.lists(_VALUES, min_size=1, max_size=4), bodies)


def _bodies(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    words = st.sampled_from(
        ["text", "本文", "items", "users", "利用者", "scope", "purposes", "basis", "含む", "x", "長い項目名"]
    )
    heads = st.sampled_from(["purposes", "purpose", "共同利用", "document", "numbering", "term", "organization", "x"])
    fields = st.builds(
        lambda word, values: f"{word}: {', '.join(values)}", words, st.lists(_phrases(inner), min_size=1, max_size=12)
    )
    blocks = st.builds(
        lambda head, atoms, body: " ".join([head, *atoms]) + body, heads, st.lists(_ATOMS, max_size=3), inner
    )
    return st.lists(st.one_of(fields, blocks), max_size=5).map(lambda items: f" {{ {'; '.join(items)} }}")


_BODIES = st.recursive(st.sampled_from(["", "", "", " { }"]), _bodies, max_leaves=5)
ANY = _bodies(_BODIES).map(lambda body: body.strip()[1:-1])


# Fewer than of plain texts: each of these is long.
@settings(EVERYDAY, max_examples=10)
@given(ANY, st.integers(0, 1000))
def test_any_source_without_faults(text: str, seed: int) -> None:
    dice = random.Random(seed)
    for source in (text, Spread(dice, 0.3).source(text)):
        assert not parse(Source("x.policy", source))[1]
        formatted(source)
        formatted(formatted(source, "ja"), "en")


@pytest.mark.slow
@LONG
@given(ANY, st.integers(0, 1000))
def test_many_sources_without_faults(text: str, seed: int) -> None:
    formatted(Spread(random.Random(seed), 0.3).source(text))
    formatted(text, "ja")
