"""Reads what a PDF says of itself in its metadata: the standards that it keeps, and who made it."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree
from pikepdf import Pdf

from egci_reports.engine.enclosing.annex import AnnexError
from egci_reports.engine.enclosing.bounds import unpacked_size
from egci_reports.engine.enclosing.limits import MOST_METADATA

_UA = "{http://www.aiim.org/pdfua/ns/id/}"
_A = "{http://www.aiim.org/pdfa/ns/id/}"
_OURS = "{urn:egci-report:identity:1#}"
"""The namespace in which our papers say which they are (`writers/pdf/metadata`)."""


def said_by(file: Pdf) -> dict[str, str]:
    """Return the properties of a file's metadata by their names, be they elements or attributes."""
    if "/Metadata" not in file.Root:
        return {}
    if unpacked_size(file.Root.Metadata, MOST_METADATA) > MOST_METADATA:
        raise AnnexError("what it says of itself is too long to be read: print it anew")
    try:
        packet = etree.fromstring(
            file.Root.Metadata.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True)
        )
    except etree.XMLSyntaxError:
        return {}
    said: dict[str, str] = {}
    for element in packet.iter(etree.Element):
        said |= {str(name): str(value).strip() for name, value in element.attrib.items()}
        said[str(element.tag)] = (element.text or "").strip()
    return said


def claims_of(file: Pdf, said: Mapping[str, str]) -> frozenset[str]:
    """Return the standards that a file says it keeps, if it is tagged, as both of them want."""
    root = file.Root
    if "/StructTreeRoot" not in root or "/MarkInfo" not in root or not root.MarkInfo.get("/Marked", False):
        return frozenset()
    # ISO 14289-1, 5, and ISO 19005-2, 6.6.4
    found = {
        "PDF/UA-1": said.get(_UA + "part") == "1",
        "PDF/A-2a": (said.get(_A + "part"), said.get(_A + "conformance")) == ("2", "A"),
    }
    return frozenset(claim for claim, made in found.items() if made)


def is_own(said: Mapping[str, str]) -> bool:
    """Whether a file says that it is a paper of ours."""
    return bool(said.get(_OURS + "kind")) and bool(said.get(_OURS + "tool"))
