"""`policyc new`: a complete, commented source to start from."""

from __future__ import annotations

import os
import re
import sys
from typing import NoReturn

import click

from .. import files
from ..format import KEYWORDS
from . import FINDINGS, OK, _common, _kinds, _terminal
from ._system import reason

_STARTERS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "starters")
_SUFFIX = ".policy.txt"
# A comment speaks of the language's words in one of two ways: `{{declared: none|宣言: なし}}`.
_IN_EITHER = re.compile(r"\{\{([^{}|]+)\|([^{}|]+)\}\}")
_NAME = re.compile(r"[^\W\d][\w\-]*\Z")


def starters() -> list[str]:
    """The kinds of document there is a starter for."""
    return sorted(name[: -len(_SUFFIX)] for name in os.listdir(_STARTERS) if name.endswith(_SUFFIX))


@click.command()
@click.argument("kind", metavar="KIND")
@click.argument("name", metavar="NAME")
@click.option(
    "--register", type=click.Choice(["web", "articles"]), help="です・ます or 条文, where it is not the usual one."
)
@click.option("--keywords", type=click.Choice(KEYWORDS), help="The words of the language in Japanese or English.")
@click.option("--force", is_flag=True, help="Replace an existing file.")
@_common.lang_option
def command(kind: str, name: str, register: str | None, keywords: str | None, force: bool, lang: str) -> None:
    """Write NAME.policy, a complete source to start from. / 書き始めのソースを作ります。

    KIND is privacy-notice, external-transmission-notice, specific-personal-information-policy, commerce-notice,
    payment-notice, terms, general-policy or site-index, the Japanese word for it, as the field `kind` (種別) has it, or a
    name that such pages go by: プライバシーポリシー, 外部送信, 特定商取引法に基づく表記, "cookie policy".
    """
    from ..format import format_source
    from ..source import Source

    ja = lang == "ja"
    kind = _kinds.named(kind, lang)
    if not _NAME.match(name):
        _common.stop(
            f"「{name}」は識別名にできません（文字で始まり、文字・数字・ハイフン）"
            if ja
            else f"`{name}` is no valid name"
        )
    path = f"{name}.policy"
    if os.path.exists(path) and not force:
        _stays(path, ja)
    with open(os.path.join(_STARTERS, kind + _SUFFIX), encoding="utf-8") as handle:
        text = handle.read()
    text = _IN_EITHER.sub(r"\2" if keywords == "ja" else r"\1", text.replace("{{name}}", name))
    if register is not None:
        text = re.sub(r"(?m)^(\s*register:\s*)\w+", rf"\g<1>{register}", text)
    if keywords is not None:
        text = format_source(Source(path, text), keywords).text
    try:
        if force:
            files.replace(path, text.encode("utf-8"))
        else:
            files.create(files.New(path, text.encode("utf-8")))
    except FileExistsError:
        _stays(path, ja)
    except OSError as error:
        _common.stop(f"{path}: {reason(error, lang)}")
    _terminal.say(path, f"  policyc check {path}", f"  policyc build {path} --out out")
    sys.exit(OK)


def _stays(path: str, ja: bool) -> NoReturn:
    _terminal.tell(
        f"policyc: {path} {'は既にあります（--force で置き換え）' if ja else 'exists (use --force to replace it)'}"
    )
    sys.exit(FINDINGS)
