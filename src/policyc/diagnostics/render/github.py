"""Findings as GitHub workflow commands: annotations beside the changed lines of a pull request."""

from __future__ import annotations

from collections.abc import Callable

from .. import ERROR, WARNING, Diagnostic, visible

_LEVELS = {ERROR: "error", WARNING: "warning"}


def render(diagnostics: list[Diagnostic], lang: str, show: Callable[[str], str] = str) -> str:
    """One `::error file=…,line=…::message` line per finding."""
    return "".join(f"{_one(diagnostic, lang, show)}\n" for diagnostic in diagnostics)


def notice(title: str, lines: list[str]) -> str:
    """One notice about the whole run; nothing where there are no lines."""
    return f"::notice title={_property(title)}::{_data(chr(10).join(lines))}\n" if lines else ""


def _one(diagnostic: Diagnostic, lang: str, show: Callable[[str], str]) -> str:
    line, column = diagnostic.span.source.position(diagnostic.span.start)
    end_line, _ = diagnostic.span.source.position(max(diagnostic.span.end, diagnostic.span.start))
    level = _LEVELS.get(diagnostic.severity, "notice")
    help_ = diagnostic.help(lang)
    message = diagnostic.message(lang) + (f"\n{help_}" if help_ else "")
    properties = f"file={_property(show(diagnostic.span.source.path))},line={line},col={column},endLine={end_line}"
    return f"::{level} {properties},title={_property(diagnostic.code)}::{_data(message)}"


def _data(text: str) -> str:
    """A text as it may stand after the last `::`. Other controls have no escape: they are shown by their numbers."""
    lines = text.replace("%", "%25").replace("\r", "%0D").split("\n")
    return "%0A".join(map(visible, lines))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
