"""The policy reference file (`p3p.xml`, REC 2.3): which pages of a site a policy covers. Made on request only."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from .document import MAX_AGE
from .text import legal, xml_name
from .xml_file import NAMESPACE, text


def reference_file(policies: Iterable[tuple[str, str, tuple[str, ...]]]) -> str:
    """The META file of a site.

    In: for each policy its document id, the address of its `policy.p3p.xml`, and the paths it covers, such as `/*`.
    Out: the text of the file that a site serves as `/w3c/p3p.xml`. Source: REC 2.3.2.
    """
    root = ET.Element("META", {"xmlns": NAMESPACE, "xml:lang": "ja"})
    references = ET.SubElement(root, "POLICY-REFERENCES")
    ET.SubElement(references, "EXPIRY", {"max-age": str(MAX_AGE)})
    for id_, address, paths in policies:
        one = ET.SubElement(references, "POLICY-REF", {"about": legal(f"{address}#{xml_name(id_)}")})
        for path in paths:
            ET.SubElement(one, "INCLUDE").text = legal(path)
    return text(root)
