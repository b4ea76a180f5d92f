"""A clause in free prose is about nothing in particular."""

from ...matters.records import Matter

MATTER = Matter()
