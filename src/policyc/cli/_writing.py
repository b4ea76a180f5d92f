"""What commands that rewrite sources share: the difference to show, and the file to replace."""

from __future__ import annotations

import os

from .. import files
from . import _common, _terminal
from ._system import reason


def place(row: files.Input) -> str:
    """Where a file is."""
    return os.path.join(row.root, row.path)


def replace(row: files.Input, body: bytes, lang: str) -> None:
    """Put `body` in the place of a file, whole; ends the program when it may not be written."""
    try:
        files.replace(place(row), body)
    except OSError as error:
        _common.stop(f"{row.shown}: {reason(error, lang)}")


def say(row: files.Input, words: tuple[str, str], lang: str) -> None:
    """A line about a file on stderr; `words` are Japanese and English, with `{}` for its name."""
    _terminal.tell(words[0 if lang == "ja" else 1].format(row.shown))


def difference(name: str, before: str, after: str) -> str:
    """A unified diff, also of line ends and a byte order mark. What is not to be seen in a name, git quotes as bytes in
    octal, and `git apply` reads it so."""
    from difflib import unified_diff

    if not name.isprintable():
        name = f'"{"".join(map(_octal, name))}"'
    lines = unified_diff(_lines(before), _lines(after), name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _octal(character: str) -> str:
    if character.isprintable():
        return f"\\{character}" if character in '"\\' else character
    return "".join(f"\\{byte:03o}" for byte in character.encode("utf-8", errors="surrogateescape"))


def _lines(text: str) -> list[str]:
    # splitlines() would also cut at characters that end no line of a source.
    *lines, last = text.split("\n")
    return [f"{line}\n" for line in lines] + [last] * bool(last)
