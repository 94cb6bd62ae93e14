"""Opens a Word file that came from outside, and hands on nothing but the tree of its text.

Nothing is extracted, run, fetched or expanded: parts are read up to a bound, a document type is refused, and
what a form has no need for (macros, encryption, two parts of one name) refuses the file.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from typing import NoReturn

from lxml import etree

from egci_reports.errors import Finding, UsageError

MAX_FILE = 16 * 1024 * 1024
"""The largest file looked at: a hundred times a form."""
MAX_PART = 8 * 1024 * 1024
"""The largest part unpacked."""
MAX_PARTS = 1000
_TYPES = "[Content_Types].xml"
_TEXT = "word/document.xml"
_WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ENCRYPTED = b"\xd0\xcf\x11\xe0"
_RESAVE = "open it in Word and save it as a Word Document (.docx)"


def text_of_file(path: Path) -> etree._Element:
    """Return the root of the text part of a .docx.

    Raises UsageError (F701 it is no Word file, F702 it holds what a form does not, F703 it is too large)
    with what to do.
    """
    name = path.name
    raw = _read(path, name)
    if raw.startswith(_ENCRYPTED):
        _refuse(name, "F702", "the file is encrypted, or in the format of Word 97", _RESAVE)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            _require_parts(package, name)
            return _parsed(_part(package, _TEXT, name), name)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError):
        _refuse(name, "F701", "the file is no Word document, or is damaged", _RESAVE)


def _read(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_FILE + 1)
    except OSError as error:
        _refuse(name, "F701", f"the file cannot be read: {error.strerror or error}", "see to its permissions")
    if len(raw) > MAX_FILE:
        _refuse(name, "F703", f"the file is larger than {MAX_FILE // 1024**2} MB", "take the pictures out")
    return raw


def _require_parts(package: zipfile.ZipFile, name: str) -> None:
    names = package.namelist()
    if len(names) > MAX_PARTS or len(set(map(str.casefold, names))) < len(names):
        _refuse(name, "F702", "the file holds parts that no form has", _RESAVE)
    types = _part(package, _TYPES, name)
    if b"macroEnabled" in types or any("vbaproject" in part.casefold() for part in names):
        _refuse(name, "F702", "the file holds macros", "ask for the form without macros (.docx)")
    if _WORD not in types:
        _refuse(name, "F701", "the file is no Word document", _RESAVE)


def _part(package: zipfile.ZipFile, part: str, name: str) -> bytes:
    """Unpack a part up to the bound, whatever size it claims to have."""
    with package.open(part) as stream:
        content = stream.read(MAX_PART + 1)
    if len(content) > MAX_PART:
        message = f"a part of the file unpacks to more than {MAX_PART // 1024**2} MB"
        _refuse(name, "F703", message, "ask for the form as it was sent out, filled in")
    return content


def _parsed(content: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        _refuse(name, "F701", "the text of the file is not well-formed", _RESAVE)
    if root.getroottree().docinfo.doctype:
        _refuse(name, "F702", "the text of the file declares a document type, which no form does", _RESAVE)
    return root


def _refuse(name: str, code: str, message: str, hint: str) -> NoReturn:
    raise UsageError(Finding(code, f"{name}: {message}", hint=hint))
