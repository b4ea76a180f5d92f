"""From a published page to a source: its structure comes over whole, and the facts that can be found honestly are
declared and placed in the text."""

from .draw import Drawn, draw, identifier

__all__ = ["Drawn", "draw", "identifier"]
