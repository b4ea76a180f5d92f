"""What several commands share: the options that they have in common, and how they name, check and show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from ._inputs import artifact, checked, decisions, fail, once, progress, replace, show_findings, sources, stop

__all__ = [
    "artifact",
    "as_of_option",
    "checked",
    "config_option",
    "decisions",
    "fail",
    "lang_option",
    "once",
    "progress",
    "replace",
    "root_option",
    "show_findings",
    "sources",
    "stop",
]


def lang_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--lang`: the language of messages."""
    return click.option("--lang", type=click.Choice(["ja", "en"]), default="ja", help="Language of messages / 言語.")(
        function
    )


def root_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--root`: the folder that imports may not leave."""
    return click.option(
        "--root",
        type=click.Path(file_okay=False, exists=True),
        default=None,
        help="The folder that imports may not leave (default: the folder given, or the file's own).",
    )(function)


def config_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--no-config`: no settings are read."""
    return click.option(
        "--no-config",
        is_flag=True,
        help="Read no policyc.yaml; nothing else changes / 設定（policyc.yaml）を読まない。ほかは変わらない.",
    )(function)


class _Day(click.ParamType):  # type: ignore[type-arg]
    """A day as ISO 8601. `today` is the only place where the program asks the clock, and only when told to."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from datetime import date

        if not value:
            return ""
        if value == "today":
            # The day of whoever asks: their clock, their zone.
            return date.today().isoformat()  # noqa: DTZ011
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            self.fail(f"{value!r} is not a date (2026-07-17) or `today`", param, ctx)


def as_of_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--as-of`: the day whose law is applied."""
    return click.option(
        "--as-of",
        type=_Day(),
        default="",
        help="The law of which day: a date, or `today`. Default: that of the newest text the rules were read from.",
    )(function)
