"""A source against the page that was published: line by line, character by character."""

from .compared import Comparison, Difference, Spot, compare

__all__ = ["Comparison", "Difference", "Spot", "compare"]
