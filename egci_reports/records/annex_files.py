"""Looks at the file of an annex: its pages, its hash, and which standards it says that it keeps."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Pdf

_BROKEN = "it is no PDF, or broken"
_UA = "{http://www.aiim.org/pdfua/ns/id/}"
_A = "{http://www.aiim.org/pdfa/ns/id/}"


STANDARDS = ("PDF/UA-1", "PDF/A-2a")
"""The standards that are looked for in annexes: those that our own PDFs claim to keep."""


class AnnexError(Exception):
    """A file that cannot be an annex; it says why, in words for officers."""


@dataclass(frozen=True, slots=True)
class AnnexFile:
    """The file of an annex: its bytes, how many pages it has, the SHA-256 of the bytes in hex.

    `claims` are the standards that it says it keeps: "PDF/UA-1", "PDF/A-2a".
    """

    content: bytes = field(repr=False)
    pages: int
    sha256: str
    claims: frozenset[str]

    @property
    def claims_all(self) -> bool:
        """Whether it says that it keeps every standard that our own PDFs claim."""
        return self.claims == frozenset(STANDARDS)


def read_annex(path: Path) -> AnnexFile:
    """Read the file of an annex.

    Raises AnnexError if it is missing, cannot be read, is encrypted (be it only against changes), is broken,
    has no page, or has fields to fill in. What a reader would have to mend first is broken: others might mend
    it another way.
    """
    content = _bytes_of(path)
    import pikepdf  # noqa: PLC0415 - commands that read no annex start without it

    try:
        with pikepdf.open(BytesIO(content), attempt_recovery=False) as file:
            if file.is_encrypted:
                raise AnnexError("it is encrypted")
            _look_through(file)
            return AnnexFile(content, len(file.pages), hashlib.sha256(content).hexdigest(), _claims(file))
    except pikepdf.PasswordError as error:
        raise AnnexError("it is encrypted") from error
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError) as error:
        # pikepdf tells of parts of the wrong type, or that are not there, by Python's own errors
        raise AnnexError(_BROKEN) from error


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise AnnexError("the file is missing") from error
    except OSError as error:
        raise AnnexError(f"the file cannot be read: {error.strerror}") from error


def _look_through(file: Pdf) -> None:
    """Raise if the file has no page, or if an object or the content of a page cannot be read."""
    from pikepdf import parse_content_stream  # noqa: PLC0415 - as above

    if not len(file.pages):
        raise AnnexError("it has no page")
    for page in file.pages:
        parse_content_stream(page)
        if any(note.get("/Subtype") == "/Widget" for note in page.get("/Annots", ())):
            # what stands in a field is no part of the page, and would be lost unseen
            raise AnnexError("it has fields to fill in: print it into a PDF, and take that")
    list(file.objects)  # an object that cannot be read is warned of once it was asked for
    if file.get_warnings():
        raise AnnexError(_BROKEN)


def _claims(file: Pdf) -> frozenset[str]:
    """Return the standards that the file says it keeps, if it is tagged, as both of them want."""
    root = file.Root
    if "/Metadata" not in root or "/StructTreeRoot" not in root or "/MarkInfo" not in root:
        return frozenset()
    if not root.MarkInfo.get("/Marked", False):
        return frozenset()
    said = _said(root.Metadata.read_bytes())
    # ISO 14289-1, 5, and ISO 19005-2, 6.6.4
    found = {
        "PDF/UA-1": said.get(_UA + "part") == "1",
        "PDF/A-2a": (said.get(_A + "part"), said.get(_A + "conformance")) == ("2", "A"),
    }
    return frozenset(claim for claim, made in found.items() if made)


def _said(xmp: bytes) -> dict[str, str]:
    """Return the texts of the properties of an XMP packet, be they elements or attributes."""
    from lxml import etree  # noqa: PLC0415 - as above

    try:
        packet = etree.fromstring(xmp, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return {}
    said: dict[str, str] = {}
    for element in packet.iter(etree.Element):
        said |= {str(name): str(value).strip() for name, value in element.attrib.items()}
        said[str(element.tag)] = (element.text or "").strip()
    return said
