"""All sections of a page in the order they are read, each with its path."""

from __future__ import annotations

from collections.abc import Iterator

from ..draft import Section

Path = tuple[int, ...]
"""Where a section stands: its index, and those of the sections around it, outermost first."""


def walk(sections: tuple[Section, ...], before: Path = ()) -> Iterator[tuple[Path, Section]]:
    """Sections with their paths, each before those inside it."""
    for index, section in enumerate(sections):
        path = (*before, index)
        yield path, section
        yield from walk(section.sections, path)
