"""Standard wordings as sources of their own: whose characters they are decides what is said about them."""

from __future__ import annotations

from ..source import Source

# Path of the sources that standard wordings are read as; their characters are nobody's to mend in a policy.
WORDING = "<wording>"


def is_standard(source: Source) -> bool:
    """Whether a text is a standard wording."""
    return source.path.startswith(WORDING)
