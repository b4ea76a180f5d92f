"""Text blocks moved as a whole, so that they say what they said: the counterpart of how `model.template` reads them."""

from __future__ import annotations

_BLANK = " \t"


def moved(raw: str, indent: int) -> list[str]:
    """The lines of a text block with its quotes, the first one as it stands, the others `indent` columns in.

    What a text says does not depend on how far all its lines are indented, nor on white space at their ends.
    """
    first, *lines = raw.split("\n")
    if not lines:
        return [first]
    last = lines.pop().removesuffix('"""')
    bodies = [line for line in (*lines, last) if line.strip(_BLANK)]
    cut = min((len(line) - len(line.lstrip(_BLANK)) for line in bodies), default=0)
    margin = " " * indent
    inner = [margin + line[cut:].rstrip(_BLANK) if line.strip(_BLANK) else "" for line in lines]
    closing = margin + (last[cut:] if last.strip(_BLANK) else "") + '"""'
    return [first.rstrip(_BLANK), *inner, closing]
