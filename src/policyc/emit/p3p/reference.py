"""The policy reference file (`p3p.xml`, REC 2.3): which pages of a site a policy covers. Made on request only."""

from __future__ import annotations

from collections.abc import Iterable

from .document import MAX_AGE
from .element import STEP, around, document, empty, said
from .text import legal, xml_name
from .xml_file import NAMESPACE


def reference_file(policies: Iterable[tuple[str, str, tuple[str, ...]]]) -> str:
    """The META file of a site.

    In: for each policy its document id, the address of its `policy.p3p.xml`, and the paths it covers, such as `/*`.
    Out: the text of the file that a site serves as `/w3c/p3p.xml`. Source: REC 2.3.2.
    """
    one, two, three = STEP, 2 * STEP, 3 * STEP
    references = [empty(two, "EXPIRY", {"max-age": str(MAX_AGE)})]
    for id_, address, paths in policies:
        covered = [said(three, "INCLUDE", legal(path)) for path in paths]
        references += around(two, "POLICY-REF", covered, {"about": legal(f"{address}#{xml_name(id_)}")})
    inside = around(one, "POLICY-REFERENCES", references)
    return document(around("", "META", inside, {"xmlns": NAMESPACE, "xml:lang": "ja"}))
