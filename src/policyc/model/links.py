"""Which addresses a legal page may link to, and what is said of those that it may not or should not."""

from __future__ import annotations

import re

from ..diagnostics import ERROR, WARNING, Both, Diagnostic, Kind
from ..source import Span
from . import hosts

BAD_LINK = Kind(
    "model/bad-link",
    ERROR,
    "リンク先「{found}」は使えません",
    "`{found}` is no address that a page may link to",
    "https://、http://、mailto:、tel: で始まるアドレスか、このページから見た場所（「/terms/」「./terms.html」「#top」）を書いてください。",
    "Write an address that begins with https://, http://, mailto: or tel:, or a place as seen from the page: "
    "`/terms/`, `./terms.html`, `#top`.",
)
USER_IN_ADDRESS = Kind(
    "model/user-in-address",
    ERROR,
    "アドレスの「@」の前に「{found}」があります。実際のリンク先は「{host}」です",
    "`{found}` stands before the `@` of the address, which leads to `{host}`",
    "「@」の前は利用者名とパスワードとして送られ、リンク先を見誤らせます。「@」までを消してください。",
    "What stands before `@` is sent as a user and a password, and hides where the link leads. Remove it with the `@`.",
)
LOOK_ALIKE_ADDRESS = Kind(
    "model/look-alike-address",
    WARNING,
    "アドレスの「{host}」に、{script}の「{letter}」（{code}）が紛れています{twin}",
    "`{host}` has the {script} `{letter}` ({code}) in it{twin}",
    "ブラウザーが開くのは「{sent}」です。意図したものでなければ、正しい文字で書き直してください。",
    "Browsers open `{sent}`. Unless that is meant, write the address with the right letters.",
)
NOT_A_PAGE = Kind(
    "model/not-a-page",
    ERROR,
    "「{field}」に書くのはページのアドレスです。「{found}」はページを開きません",
    "`{field}` takes the address of a page, and `{found}` opens none",
    "「https://」で始まるアドレスを書いてください。メールアドレスは組織や窓口の「メール」（email）に、電話番号は「電話」（phone）に書きます。",
    "Write an address that begins with https://. An address of mail goes into `email` of a firm or desk, a telephone number into `phone`.",
)
UNREACHABLE_ADDRESS = Kind(
    "model/unreachable-address",
    WARNING,
    "「{host}」には、このページの読み手はたどり着けません",
    "readers of the page do not get to `{host}`",
    "作業用の機械や社内のアドレス、又は数で書いたアドレスです。公表するアドレスを書いてください。",
    "It is an address of one's own machine or network, or a bare number. Write the address that is published.",
)

# An allow-list: what is not a known harmless scheme (javascript:, data:, vbscript:, …) is refused, and so is what stands
# before an `@` in the place of a host.
# `./`: a bare `mihon.example/terms` is rather an address whose https:// was forgotten than a place beside the page.
_SAFE = re.compile(
    r"(?:https?://[^\s/?#\"'<>\\@%:][^\s/?#\"'<>\\@%]*(?=[/?#]|\Z)|mailto:|tel:|/(?!/)|\.{1,2}/|[?#])"
    r"[^\s\"<>\\^`{|}\x00-\x20]*\Z",
    re.IGNORECASE,
)
# What needs no closer look: most addresses name a host in ASCII, which does not end in a number.
_USUAL = re.compile(r"https://(?:[a-z0-9]+[.\-])+(?!local(?:host)?\b|internal\b|arpa\b)[a-z]+(?:[/?#]|\Z)")
_OTHER_SCHEMES = ("mailto:", "tel:")


def is_safe(url: str) -> bool:
    """Whether `url` is an http(s) address without a user, a mailto or tel address, or a path or fragment of the same site."""
    return _SAFE.match(url) is not None


def judged(span: Span, url: str, field: Both | str = "") -> Diagnostic | None:
    """What is wrong with an address, None if nothing is; `field` is what wants the address of a page, "" where any will do.

    The address can be linked to (`is_safe`) unless the finding is an error."""
    if not is_safe(url):
        told = hosts.user(url)
        if told is not None:
            return USER_IN_ADDRESS.at(span, found=told[0], host=told[1])
        return BAD_LINK.at(span, found=url)
    if _USUAL.match(url) and "xn--" not in url:
        return None
    if field and url.lower().startswith(_OTHER_SCHEMES):
        return NOT_A_PAGE.at(span, field=field, found=url)
    host = hosts.host(url)
    alike = hosts.alike(host) if host else None
    if alike is not None:
        letter, script, twin, sent = alike
        code = f"U+{ord(letter):04X}"
        like = Both(f"。「{twin}」と見分けがつきません", f", which looks like `{twin}`") if twin else Both("", "")
        return LOOK_ALIKE_ADDRESS.at(span, host=host, letter=letter, code=code, script=script, twin=like, sent=sent)
    if host and hosts.unreachable(host):
        return UNREACHABLE_ADDRESS.at(span, host=host)
    return None
