"""The policy reference file (`p3p.xml`, REC 2.3): which pages of a site a policy covers. Made on request only."""

from __future__ import annotations

from collections.abc import Iterable

from ..xml_text import Element, xml_text
from .document import MAX_AGE
from .text import legal, xml_name
from .xml_file import NAMESPACE


def reference_file(policies: Iterable[tuple[str, str, tuple[str, ...]]]) -> str:
    """The META file of a site.

    In: for each policy its document id, the address of its `policy.p3p.xml`, and the paths it covers, such as `/*`.
    Out: the text of the file that a site serves as `/w3c/p3p.xml`. Source: REC 2.3.2.
    """
    references = [Element("EXPIRY", {"max-age": str(MAX_AGE)})]
    for id_, address, paths in policies:
        covered = [Element("INCLUDE", inside=legal(path)) for path in paths]
        references.append(Element("POLICY-REF", {"about": legal(f"{address}#{xml_name(id_)}")}, covered))
    whole = Element("POLICY-REFERENCES", inside=references)
    return xml_text(Element("META", {"xmlns": NAMESPACE, "xml:lang": "ja"}, [whole]))
