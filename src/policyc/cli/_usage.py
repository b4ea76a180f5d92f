"""What click says of a wrong call, in Japanese: unless the call itself asks for English (`--lang en`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import IO, Any

import click

from . import _terminal

# What click writes, and the same in Japanese; `{0}` … are the groups. Of a message that is not here the English stays.
_CALLS = (
    ("No such option '?(.*?)'?\\.(?: .*)?", "「{0}」というオプションはありません。"),
    ("No such command '?(.*?)'?\\.(?: .*)?", "「{0}」というコマンドはありません。"),
    ("Missing command\\.", "コマンドがありません。"),
    ("Missing argument '(.*?)'\\.(?: .*)?", "引数「{0}」がありません。"),
    ("Missing option '(.*?)'\\.(?: .*)?", "オプション「{0}」が要ります。"),
    ("Option '?(.*?)'? requires an argument\\.", "オプション「{0}」には値が要ります。"),
    ("Option '?(.*?)'? requires (\\d+) arguments\\.", "オプション「{0}」には値が {1} 個要ります。"),
    ("Option '?(.*?)'? does not take a value\\.", "オプション「{0}」に値は要りません。"),
    ("Got unexpected extra arguments? \\((.*)\\)", "余分な引数があります：{0}"),
)
_VALUES = (
    ("'?(.*?)'? is not one of (.*)\\.", "「{0}」とは書けません。書けるもの：{1}"),
    ("'?(.*?)'? is not a date \\((.*?)\\) or `today`", "「{0}」は、日付（{1} の形）でも today でもありません。"),
    ("'?(.*?)'? is not a valid integer(?: range)?\\.", "「{0}」は整数ではありません。"),
    ("(\\S+) is not in the range (.*)\\.", "{0} は範囲の外です（{1}）。"),
    ("\\w+ '(.*)' does not exist\\.", "「{0}」がありません。"),
    ("\\w+ '(.*)' is a file\\.", "「{0}」はファイルです。フォルダを指定してください。"),
    ("\\w+ '(.*)' is a directory\\.", "「{0}」はフォルダです。ファイルを指定してください。"),
    ("\\w+ '(.*)' is not (?:readable|writable|executable)\\.", "「{0}」を読み書きできません。"),
)
_VALUE = re.compile("Invalid value(?: for (.*?))?: (.*)", re.DOTALL)


def language(arguments: Sequence[str]) -> str:
    """The language that a call asks for, read without click: what is wrong may stand before `--lang`."""
    given = [word.removeprefix("--lang=") for word in arguments if word.startswith("--lang=")]
    given += [value for word, value in pairwise(arguments) if word == "--lang"]
    return "en" if "en" in given else "ja"


def told(error: click.UsageError, lang: str) -> click.UsageError:
    """The error as it is to be shown in a language; what shows the help as it is."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error
    return _Told(_ours(error.format_message())[1], error.ctx) if lang == "en" else _ToldInJapanese(error)


class _Told(click.UsageError):
    """A wrong call; what is wrong of it is quoted, and shown as words of others are."""

    hint = "Try '{} --help' for help."
    error = "Error"

    def usage(self, ctx: click.Context) -> str:
        return ctx.get_usage()

    def show(self, file: IO[Any] | None = None) -> None:
        lines: list[str] = []
        if self.ctx is not None:
            lines += (*self.usage(self.ctx).split("\n"), self.hint.format(self.ctx.command_path), "")
        _terminal.tell(*lines, f"{self.error}: {self.message}")


class _ToldInJapanese(_Told):
    """The same in Japanese."""

    hint = "「{} --help」で説明が見られます。"
    error = "エラー"

    def __init__(self, error: click.UsageError) -> None:
        message = japanese(error.format_message())
        near: Iterable[str] = getattr(error, "possibilities", None) or ()
        if near:
            message += f"近いもの：{'、'.join(sorted(near))}"
        super().__init__(message, error.ctx)

    def usage(self, ctx: click.Context) -> str:
        return ctx.get_usage().replace("Usage:", "使い方:", 1)


def japanese(message: str) -> str:
    """A message of click in Japanese. One of our own has both languages: 「… / …」."""
    value = _VALUE.fullmatch(message)
    if value is not None:
        where = "、".join(f"「{name}」" for name in re.findall("'(.*?)'", value[1] or "")) or value[1] or ""
        return f"{where}の値が正しくありません：{_said(value[2], _VALUES)}"
    said = _said(message, _CALLS)
    return said if said != message else _ours(message)[0]


def _ours(message: str) -> tuple[str, str]:
    """A message in Japanese and in English: the two halves of one of our own, or twice the same."""
    ja, both, en = message.partition(" / ")
    return (ja, en) if both and en.isascii() and not ja.isascii() else (message, message)


def _said(message: str, table: tuple[tuple[str, str], ...]) -> str:
    for pattern, words in table:
        hit = re.fullmatch(pattern, message, re.DOTALL)
        if hit is not None:
            return words.format(*(group.replace("', '", "、").strip("'") for group in hit.groups()))
    return message
