"""Addresses: what deceives a reader or opens no page is told, what is merely unusual is not."""

from __future__ import annotations

import random

import pytest

from conftest import check_text, codes
from policyc.model.links import is_safe, judged
from policyc.published.address import address
from policyc.source import Source, Span

_SPAN = Span(Source("test.policy", "x"), 0, 1)

# Address, code of what is said of it ("" for nothing), and what the message has to name.
TOLD = (
    ("https://user:secret@evil.example/", "user-in-address", ("user:…", "evil.example")),
    ("https://mihon.example@evil.example/", "user-in-address", ("mihon.example", "evil.example")),
    ("HTTPS://mihon.example@evil.example", "user-in-address", ("evil.example",)),
    ("https://@evil.example/", "user-in-address", ("evil.example",)),
    ("https://:443/", "bad-link", (":443",)),
    ("https://mihon%2Eexample/", "bad-link", ("%2E",)),
    ("javascript:open()", "bad-link", ("javascript",)),
    ("https://а.example/", "look-alike-address", ("キリル文字", "U+0430", "「a」", "xn--80a.example")),
    ("https://mihоn.example/", "look-alike-address", ("キリル文字", "U+043E", "「o」", "xn--mihn-75d.example")),
    ("https://MIHΟN.example/", "look-alike-address", ("ギリシャ文字", "「o」")),
    ("https://xn--80a.example/", "look-alike-address", ("キリル文字", "xn--80a.example")),
    ("https://сор.example/", "look-alike-address", ("キリル文字",)),
    ("https://pɑy.example/", "look-alike-address", ("ラテン文字", "「a」")),
    ("https://mihon.exampleノlogin.test/", "look-alike-address", ("片仮名", "「ノ」")),
    ("https://mihon.example∕evil.test/", "look-alike-address", ("記号", "U+2215")),
    ("mailto:info@mihоn.example", "look-alike-address", ("キリル文字",)),
    ("http://localhost/", "unreachable-address", ("localhost",)),
    ("http://shop.localhost:3000/", "unreachable-address", ("shop.localhost",)),
    ("https://wiki.internal/", "unreachable-address", ("wiki.internal",)),
    ("https://127.0.0.1/", "unreachable-address", ("127.0.0.1",)),
    ("https://192.168.0.1/", "unreachable-address", ("192.168.0.1",)),
    ("https://[::1]:8080/", "unreachable-address", ("[::1]",)),
    ("https://2130706433/", "unreachable-address", ("2130706433",)),
    ("https://0x7f.1/", "unreachable-address", ("0x7f.1",)),
)
FINE = (
    "https://mihon.example/",
    "http://mihon.example/",
    "https://mihon.example:8443/a?b=c@d#e@f",
    "https://mihon.example./",
    "https://mi-hon_1.example/@mihon",
    "https://203.0.113.5/",
    "https://[2001:db8::1]/",
    "https://日本語.jp/",
    "https://みほんショップ.example/",
    "https://サーバー.example/",
    "https://ノート.example/",
    "https://東京ーtokyo.example/",
    "https://t-シャツ.example/",
    "https://ｍihon．example/",
    "https://münchen.example/",
    "https://пример.example/",
    "https://сор.рф/",
    "https://ωμέγα.example/",
    "https://xn--wgv71a119e.jp/",
    "https://xn--zzz---.example/",
    "mailto:info@mihon.example",
    "tel:03-0000-0000",
    "/terms/",
    "./terms.html",
    "#top",
)


@pytest.mark.parametrize(("url", "code", "named"), TOLD)
def test_what_deceives_is_told(url: str, code: str, named: tuple[str, ...]) -> None:
    told = judged(_SPAN, url)
    assert told is not None and told.code == f"model/{code}"
    said = f"{told.message('ja')}{told.help('ja')}"
    assert all(word in said for word in named), said
    assert is_safe(url) == (told.severity != "error")


def test_no_password_is_shown() -> None:
    told = judged(_SPAN, "https://user:secret@evil.example/")
    assert told is not None and "secret" not in told.message("ja") + told.message("en")


@pytest.mark.parametrize("url", FINE)
def test_what_is_unusual_is_left_alone(url: str) -> None:
    assert judged(_SPAN, url) is None and is_safe(url)


_HEAD = 'organization mihon "株式会社みほん" { }\n'
_DOCUMENT = 'document notice "方針" { kind: general-policy; operator: mihon; %s }\n'
_ARTICLE = 'article a "前文" { text: "{mihon}は、%sを定めます。" }'
# Every place of a source that an address may stand in, and whether it is that of a page.
PLACES = {
    "the address of a document": (_DOCUMENT % ("url: <%s>\n" + _ARTICLE % "次のこと"), True),
    "the version before": (_DOCUMENT % ("url: </p/>; replaces: <%s>\n" + _ARTICLE % "次のこと"), True),
    "the site of a firm": ('organization a "株式会社れいじ" { site: <%s> }\n', True),
    "the form of a desk": ('desk a "窓口" { form: <%s> }\n', True),
    "the form of a desk, with words": ('desk a "窓口" { form: [フォーム](%s) }\n', True),
    "a site": ("site a [店舗](%s)\n", True),
    "another document": ("publication a <%s>\n", True),
    "what a matter is left to": (_DOCUMENT % "url: </p/>\ncontact { delegates [窓口](%s) }", True),
    "what a field is left to": (_DOCUMENT % "url: </p/>\nretention { period: delegated [期間](%s) }", True),
    "a link in a text": (_DOCUMENT % ("url: </p/>\n" + _ARTICLE % "[これ](%s)"), False),
    "an address in a text": (_DOCUMENT % ("url: </p/>\n" + _ARTICLE % "<%s>"), False),
    "what a field links to": (_DOCUMENT % "url: </p/>\nrequests { procedure: [手続](%s) }", False),
    "an entry": (_DOCUMENT % "url: </p/>\nindex { entry [お問い合わせ](%s) }", False),
}


@pytest.mark.parametrize("place", PLACES)
def test_at_every_place(place: str) -> None:
    source, page = PLACES[place]

    def found(url: str) -> list[str]:
        told = codes(check_text(_HEAD + source.replace("%s", url)))
        return [code for code in told if "address" in code or "link" in code or code == "model/not-a-page"]

    assert found("https://mihon.example/") == []
    assert found("https://a:b@evil.example/") == ["model/user-in-address"]
    assert found("https://а.example/") == ["model/look-alike-address"]
    assert found("https://localhost/") == ["model/unreachable-address"]
    for other in ("mailto:info@mihon.example", "tel:0300000000"):
        assert found(other) == (["model/not-a-page"] if page else [])


def test_what_cannot_be_seen_is_told_by_the_characters() -> None:
    for character in ("\u200b", "\u202e", "\x7f", "\x01"):
        text = f"{_HEAD}site a <https://mi{character}hon.example/>\n"
        assert {"text/invisible-character", "text/forbidden-character"} & set(codes(check_text(text), "error"))


def test_a_published_page_has_the_links_that_a_text_can_have() -> None:
    """Else an imported page could not be written as a source."""
    for url in FINE:
        assert address(url) == url or not url.isascii()
    for url, _, _ in TOLD:
        assert bool(address(url)) == is_safe(url), url


def test_no_host_raises() -> None:
    dice = random.Random(12)
    letters = "az09.-_@:[]%xn--\u0430\u03bfノ一ー日\u2215\u0301\ud800\U00010400é０．"
    for _ in range(3000):
        made = "".join(dice.choice(letters) for _ in range(dice.randint(0, 12)))
        for url in (f"https://{made}/", f"https://xn--{made}", f"mailto:a@{made}"):
            told = judged(_SPAN, url)
            assert told is None or told.message("ja").isprintable()
