"""Pages that nobody would write, from pages that somebody wrote: the same seed and number always give the same page."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from .seeds import MOST, Page

_TAG_NAMES = """
    a abbr b base blockquote body br button caption center code col colgroup dd del details dialog dir div dl dt em
    fieldset font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input li listing main
    math menu meta nav nobr noframes noscript object ol optgroup option p plaintext pre q rp rt ruby s script section
    select small span strong style sub summary svg table tbody td template textarea tfoot th thead title tr u ul xmp
"""
_TAGS = _TAG_NAMES.split()
_ATTRIBUTES = (
    ' style="display:none"',
    ' style="list-style:lower-roman"',
    " hidden",
    ' aria-hidden="true"',
    ' class="nav menu footer"',
    ' id="side"',
    ' role="main"',
    ' role="navigation"',
    ' href="https://mihon.example/(a"',
    ' href="javascript:x"',
    ' href="tel:03"',
    ' colspan="9999"',
    ' rowspan="99999"',
    ' value="-99999999"',
    ' start="２"',
    " reversed",
    ' type="i"',
    ' alt="図"',
    ' a="',
    " b='",
    " =",
    " policyc-at=9",
    ' policyc-marker="（１）"',
)
# What means something to one of the formats, to what reads the page's text, or to a decoder.
_UNITS = (
    *("[", "]", "(", ")", "![", "](", "]: ", "[^", "[a]", "[a](b", "[a](<b", '[a](b "', "*", "**", "_", "__", "~~"),
    *(
        "`",
        "``",
        "```\n",
        "~~~\n",
        "|",
        "| ",
        "|\n",
        "|a",
        "\\",
        "\\|",
        "|---|\n",
        "| --- |",
        "---\n",
        "===\n",
        "***\n",
    ),
    *(
        "> ",
        ">",
        "- ",
        "-",
        "+ ",
        "* ",
        "1. ",
        "2) ",
        "10. ",
        "- > ",
        "> - ",
        "1. - ",
        "#",
        "# ",
        "## a\n",
        "###### 題\n",
    ),
    *(
        "<",
        "</",
        ">",
        "/>",
        "<!",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "?>",
        "<?php ",
        "<%",
        "%>",
        "{{",
        "}}",
        "${",
    ),
    *("&", "&#", "&#x", "&amp;", "&#0;", "&#xD800;", "&nbsp;", "&lt;", "&#1114112;", "&NotEqualTilde;", '"', "'", "="),
    *(
        "（",
        "）",
        "（（",
        "「",
        "」",
        "『",
        "』",
        "【",
        "】",
        "〔",
        "〈",
        "《",
        "≪",
        "（以下「",
        "」という。）",
        "以下「当社」",
    ),
    *(
        "第1条",
        "第１条（",
        "第一条の二",
        "第99999条",
        "第百条",
        "１",
        "２．",
        "(1)",
        "(2)",
        "（３）",
        "①",
        "㊿",
        "Ⅳ",
        "ⅳ",
        "一、",
    ),
    *("ア", "ｱ", "ｱ）", "（ア）", "イ.", "a)", "§1 ", "・", "●", "■", "◆", "※", "－", "―", "～", "-\t", "‐", "•"),
    *(
        "。",
        "、",
        "．",
        "：",
        ":",
        " ",
        "　",
        "\u00a0",
        "\t",
        "\n",
        "\n\n",
        "\r",
        "\r\n",
        "\f",
        "\v",
        "\x00",
        "\x07",
        "\x1b[31m",
    ),
    *(
        "\u200b",
        "\u200f",
        "\u202e",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\ufffd",
        "\ufffe",
        "\ue000",
        "\u00ad",
        "\u3164",
        "\u0301",
        "\U0001f468",
    ),
    *("2023年4月1日", "令和元年5月1日", "平成99年99月99日", "9999年13月32日", "０１年", "3年間", "３ヶ月", "令和"),
    *(
        "株式会社みほん",
        "当社",
        "お客様",
        "個人情報",
        "利用目的",
        "第三者",
        "共同利用",
        "委託",
        "開示等の請求",
        "安全管理措置",
    ),
    *(
        "〒000-0000",
        "https://",
        "https://mihon.example/",
        "mailto:",
        "<https://a",
        "info@mihon.example",
        "http://[::1",
        "//",
    ),
    *(
        "{",
        "}",
        "{当社}",
        '"""',
        '"',
        "\\u{200B}",
        "# ",
        "// ",
        "あ",
        "a",
        "が",
        "は、",
        "です。",
        "\u304b\u3099",
        "𠮷",
    ),
    *("title: ", "---\ntitle: a\n---\n", "|a|\n|-|\n", "[a]: b\n", "[a]: <b> 'c\n", "  ", "    ", "  \n", "\\\n"),
    *(
        "<style>p{display:none}</style>",
        "<style>",
        "{display:none}",
        "@media{",
        "/*",
        "<h6>><ol><li><ol><",
        "<table><tr><td>",
    ),
    *(
        "<a href=x>",
        "<p>",
        "<li>",
        "<ol><li>",
        "<ul><li>",
        "<dl><dt>",
        "<dd>",
        "<div>",
        "</div>",
        "<td>",
        "<tr>",
        "<br>",
        "<b>",
    ),
    *(
        "<ruby>題<rt>だい",
        "<select><option>",
        "<svg><p>",
        "<math><mi>",
        "<template>",
        "<plaintext>",
        "<q>",
        "<pre>\n",
        "<img alt=a>",
    ),
    *(
        "<table><table>",
        "<table><b>",
        "<button><p>",
        "<nobr>",
        "<font size=1>",
        "<frameset><frame>",
        "<script>",
        "<textarea>",
        "<title>",
    ),
)
_BYTES = (
    b"\xed\xa0\x80",
    b"\xff",
    b"\xfe\xff",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\x82\xa0",
    b"\x83\x5c",
    b"\xa4\xa2",
    b"\x8e\xb1",
)
_BYTES += (
    b"\x1b$B",
    b"\x1b(B",
    b"\xc0\x80",
    b"\xf4\x90\x80\x80",
    b"\x00",
    b"\x1a",
    b"\x80",
    b"<meta charset=utf-7>",
    b"<meta charset=utf-16>",
)
_ENCODINGS = ("cp932", "euc_jp", "iso2022_jp", "utf-16", "utf-16-le", "utf-8-sig", "utf-7", "latin-1")
_NAMES = ("page.html", "page.md", "page.txt", "page.htm", "page.vue", "page.php", "page", "page.markdown")
# Where one may cut: before and behind tags, marks, brackets and lines.
_PARTS = re.compile(rb"</?[A-Za-z][^<>]*>|\n+|[\[\]()*_`|#>-]+|[^<\n\[\]()*_`|#>-]+|<")

Mutation = Callable[[bytes, random.Random, Sequence[Page]], bytes]


def page(pages: Sequence[Page], seed: int, number: int) -> Page:
    """The mutated page of a number: at most `MOST` bytes, made of pieces of `pages`."""
    rng = random.Random(f"{seed}/{number}")
    if rng.random() < 0.12:
        start = Page(rng.choice(_NAMES), b"")
        data = _heap(start.data, rng, pages)
    else:
        start = rng.choice(pages)
        data = _piece(start.data, rng)
    for _ in range(rng.choice((1, 1, 2, 3, 5, 8, 13))):
        data = rng.choice(MUTATIONS)(data, rng, pages)
        data = data[: _whole(data, MOST)]
    name = f"page.{start.name.rpartition('.')[2]}" if rng.random() < 0.85 else rng.choice(_NAMES)
    return Page(name, data)


def unit(rng: random.Random) -> str:
    """Something that means something: a mark, a tag, a word of the trade."""
    if rng.random() < 0.3:
        tag = rng.choice(_TAGS)
        if rng.random() < 0.3:
            return f"</{tag}>"
        return f"<{tag}{''.join(rng.sample(_ATTRIBUTES, rng.choice((0, 0, 0, 1, 1, 2))))}>"
    return rng.choice(_UNITS)


def _piece(data: bytes, rng: random.Random) -> bytes:
    """A piece of a page; of a small one often all of it."""
    size = rng.choice((200, 1_000, 3_000, MOST))
    start = 0 if len(data) <= size or rng.random() < 0.3 else rng.randrange(len(data) - size)
    return data[_whole(data, start) : _whole(data, start + size)]


def _place(data: bytes, rng: random.Random) -> int:
    return _whole(data, rng.randrange(len(data) + 1))


def _whole(data: bytes, at: int) -> int:
    """The place, or one right before it that is within no character: what cannot be decoded is not read any further, so
    only `_raw` and `_encoded` make that."""
    while 0 < at < len(data) and data[at] & 0xC0 == 0x80:
        at -= 1
    return min(at, len(data))


def _insert(data: bytes, rng: random.Random, pages: Sequence[Page]) -> bytes:
    at = _place(data, rng)
    return data[:at] + unit(rng).encode("utf-8") + data[at:]


def _sprinkle(data: bytes, rng: random.Random, pages: Sequence[Page]) -> bytes:
    """A unit in many places."""
    parts = _PARTS.findall(data)
    one, share = unit(rng).encode("utf-8"), rng.choice((0.02, 0.1, 0.5))
    return b"".join(part + one if rng.random() < share else part for part in parts)


def _repeat(data: bytes, rng: random.Random, pages: Sequence[Page]) -> bytes:
    """One or two units again and again, sometimes closed as often."""
    units = [unit(rng) for _ in range(rng.choice((1, 1, 2, 3)))]
    one = "".join(units).encode("utf-8")
    count = rng.choice((3, 30, 300, MOST)) if rng.random() < 0.7 else rng.randrange(1, 2_000)
    many = one * min(count, MOST // len(one))
    if rng.random() < 0.4:
        half = many[: len(many) // 2 // len(one) * len(one)]
        many = half + "あ".encode() + unit(rng).encode("utf-8") * half.count(one)
    at = _place(data, rng)
    return data[:at] + many[: _whole(many, MOST)] + data[at:]


def _numbered(data: bytes, rng: random.Random, pages: Sequence[Page]) -> bytes:
    """A unit with a number that grows, as headings and items have."""
    form = rng.choice(
        ("({n})", "（{n}）", "{n}. ", "第{n}条（", "## {n}", "<h2>{n}</h2>", "<li value={n}>", "{n}\n", "[{n}]", "|{n}")
    )
    after = rng.choice(("\n", "", "あ。", "\n\n", unit(rng)))
    count = rng.choice((10, 100, 1_000))
    wide = str.maketrans("0123456789", "０１２３４５６７８９") if rng.random() < 0.3 else {}
    many = "".join(form.format(n=str(n).translate(wide)) + after for n in range(1, count))
    at = _place(data, rng)
    return data[:at] + many.encode("utf-8") + data[at:]


def _heap(data: bytes, rng: random.Random, pages: Sequence[Page]) -> bytes:
    """Units at random, one behind another."""
    few = [unit(rng) for _ in range(rng.choice((2, 4, 8, 30)))]
    many = "".join(rng.choice(few) for _ in range(rng.choice((5, 20, 100, 1_000))))
    at = _place(data, rng)
    return data[:at] + many.encode("utf-8") + data[at:]


def _cut(data: bytes, rng: random.Random, pages: Sequence[Page]) -> bytes:
    start = _place(data, rng)
    return data[:start] + data[_whole(data, start + rng.choice((1, 3, 6, 20, 200))) :]


def _end(data: bytes, rng: random.Random, pages: Sequence[Page]) -> bytes:
    return data[: _place(data, rng)]


def _drop(data: bytes, rng: random.Random, pages: Sequence[Page]) -> bytes:
    """Without some of its parts: tags that are not closed, marks without their others."""
    share = rng.choice((0.02, 0.1, 0.4))
    return b"".join(part for part in _PARTS.findall(data) if rng.random() >= share)


def _shuffle(data: bytes, rng: random.Random, pages: Sequence[Page]) -> bytes:
    parts = _PARTS.findall(data)
    if rng.random() < 0.5:
        rng.shuffle(parts)
    elif parts:
        start, end = sorted((rng.randrange(len(parts)), rng.randrange(len(parts))))
        some = parts[start:end]
        rng.shuffle(some)
        parts[start:end] = some
    return b"".join(parts)


def _twice(data: bytes, rng: random.Random, pages: Sequence[Page]) -> bytes:
    start, end = sorted((_place(data, rng), _place(data, rng)))
    at = _place(data, rng)
    return data[:at] + data[start:end] * rng.choice((1, 2, 10, 100)) + data[at:]


def _other(data: bytes, rng: random.Random, pages: Sequence[Page]) -> bytes:
    """A piece of another page within this one."""
    at = _place(data, rng)
    return data[:at] + _piece(rng.choice(pages).data, rng) + data[at:]


def _wrap(data: bytes, rng: random.Random, pages: Sequence[Page]) -> bytes:
    """All of it within elements, or each line behind the same mark."""
    if rng.random() < 0.5:
        one = rng.choice(_TAGS)
        return f"<{one}>".encode() * rng.choice((1, 10, 100, 1_000)) + data
    mark = unit(rng).encode("utf-8")
    return b"\n".join(mark + line for line in data.split(b"\n"))


def _raw(data: bytes, rng: random.Random, pages: Sequence[Page]) -> bytes:
    """Bytes that are no characters, or other ones."""
    for _ in range(rng.choice((1, 5, 50))):
        at = rng.randrange(len(data) + 1)
        some = rng.choice((rng.choice(_BYTES), bytes([rng.randrange(256)]), rng.randbytes(8)))
        data = data[:at] + some + data[at + rng.choice((0, 1, len(some))) :]
    return data


def _encoded(data: bytes, rng: random.Random, pages: Sequence[Page]) -> bytes:
    """The same characters in another encoding, or in one for another."""
    text = data.decode("utf-8", errors="replace")
    if rng.random() < 0.3:
        return rng.choice(_BYTES) + data
    return text.encode(rng.choice(_ENCODINGS), errors="replace")


def _ends(data: bytes, rng: random.Random, pages: Sequence[Page]) -> bytes:
    return data.replace(b"\n", rng.choice((b"\r", b"\r\n", b"", b" ", b"\n\n", b"<br>", b"\x0b", b"\xe2\x80\xa8")))


MUTATIONS: tuple[Mutation, ...] = (
    *(_insert, _insert, _sprinkle, _repeat, _repeat, _numbered, _heap, _cut, _end, _drop, _shuffle, _twice, _other),
    *(_wrap, _raw, _encoded, _ends),
)
"""What may happen to a page, one after another."""


def hostile() -> list[Page]:
    """Every unit and every tag alone, as often as a page has room, open and closed: what quadratic work is found by."""
    pages: list[Page] = []
    units = [
        *_UNITS,
        *(f"<{tag}>" for tag in _TAGS),
        *(f"</{tag}>" for tag in _TAGS),
        *(f"<p{one}>" for one in _ATTRIBUTES),
    ]
    for one in dict.fromkeys(units):
        many = one * (MOST // len(one.encode("utf-8")))
        spread = f"{one}あ" * (MOST // len(f"{one}あ".encode()))
        lines = f"{one}あ\n" * (MOST // len(f"{one}あ\n".encode()))
        apart = f"{one}あ\n\n" * (MOST // len(f"{one}あ\n\n".encode()))
        for text in (many, spread, lines, apart):
            pages += [Page(f"page.{ending}", text.encode("utf-8")) for ending in ("html", "md", "txt")]
    return pages
