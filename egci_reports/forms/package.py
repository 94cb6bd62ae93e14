"""Opens an Office file that came from outside, and hands on nothing but the trees of its parts.

Nothing is extracted, run, fetched or expanded: parts are read up to bounds, singly and together, a document
type is refused, and what a form has no need for (macros, encryption, two parts of one name) refuses the file.
"""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from lxml import etree

from egci_reports.errors import Finding, UsageError
from egci_reports.files import Refused, Why, read_bytes

MAX_FILE = 16 * 1024 * 1024
"""The largest file looked at: a hundred times a form."""
MAX_PART = 8 * 1024 * 1024
"""The largest part unpacked."""
MAX_TOTAL = 24 * 1024 * 1024
"""The most that is unpacked of one file."""
MAX_PARTS = 1000
MAX_TAGS = 1_000_000
"""The most tags of one part: ten times those of a form of forty items."""

_ENTRY = b"PK\x01\x02"
"""Begins each entry of the table of contents of a zip file (APPNOTE 4.3.12)."""
_ENCRYPTED = 0x1
"""The flag of an encrypted entry (APPNOTE 4.4.4)."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What Open XML allows (ISO/IEC 29500-2, annex B); other methods are slow to refuse what is damaged."""
_OLD = b"\xd0\xcf\x11\xe0"
_ENCODINGS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
"""Encodings other than UTF-8, by what a part begins with."""
_DECLARED = re.compile(r"<\?xml[^>]*?encoding\s*=\s*['\"]([^'\"]*)['\"]")
_ALLOWED = ("UTF-8", "UTF-16", "US-ASCII")
_RESAVE = "open it in Word and save it as a Word Document (.docx)"
_AS_SENT = "ask for the form as it was sent out, filled in"
_DAMAGED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    etree.LxmlError,
    struct.error,  # a header cut short
    OSError,  # bz2, and places before the file
    EOFError,
    LookupError,  # a part or an encoding that is not there
    NotImplementedError,  # a method or version of zip that is not known
    RuntimeError,  # an encrypted entry
    OverflowError,  # a place behind what a disk can hold
    ValueError,  # names and texts that are not in their encoding, places before the file
)
"""All that the zip and XML libraries raise for a damaged file."""


def content_of(path: Path, file: str) -> bytes:
    """Return the bytes of a form, called `file`, up to one more than are looked at.

    Raises UsageError if it cannot be read (F701).
    """
    try:
        return read_bytes(path, inside=path.parent, most=MAX_FILE)
    except FileNotFoundError:
        refuse(file, "F701", "the file is gone", "see who else works in the folder")
    except Refused as error:
        if error.why is Why.TOO_LARGE:
            refuse(file, "F703", f"the file is larger than {MAX_FILE // 1024**2} MB", "take the pictures out")
        refuse(file, "F701", f"the file cannot be read: {error.reason}", "put the form itself there")


class Package:
    """An Office file from outside: its parts by name, unpacked on demand as long as the bounds hold.

    `file` is the name that officers see, `what` the sort of file it should be, and `resave` what to do with
    one that is not. All methods raise UsageError: F701 it is damaged or no such file, F702 it holds what no
    form does, F703 it is too large.
    """

    def __init__(self, file: str, raw: bytes, what: str = "Word document", resave: str = _RESAVE) -> None:
        self.file = file
        self._what, self._resave = what, resave
        self._left = MAX_TOTAL
        if len(raw) > MAX_FILE:
            refuse(file, "F703", f"the file is larger than {MAX_FILE // 1024**2} MB", "take the pictures out")
        if raw.startswith(_OLD):
            refuse(file, "F702", "the file is encrypted, or in an old format", resave)
        if raw.count(_ENTRY) > MAX_PARTS:  # before they are listed
            refuse(file, "F702", "the file holds parts that no form has", resave)
        with self._damage():
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
        entries = [one for one in self._zip.infolist() if not one.is_dir()]
        self._entries = {_key(one.filename): one for one in entries}
        if len(self._entries) < len(entries):
            refuse(file, "F702", "the file holds two parts of one name", resave)
        if any(one.flag_bits & _ENCRYPTED for one in entries):
            refuse(file, "F702", "the file is encrypted", "ask for it without a password")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in small letters."""
        return tuple(self._entries)

    def tree(self, part: str) -> etree._Element | None:
        """Return the root of a part; None if there is no such part."""
        entry = self._entries.get(_key(part))
        if entry is None:
            return None
        with self._damage():
            return self._parsed(self._unpacked(entry))

    def look_through(self, most_tags: int) -> None:
        """Unpack every part once, and parse those in XML, so that a library may read the file after this.

        Raises UsageError for a part with more tags than `most_tags`, and for macros.
        """
        for name, entry in self._entries.items():
            with self._damage():
                content = self._unpacked(entry)
                if name.endswith("vbaproject.bin"):
                    refuse(self.file, "F702", "the file holds macros", self._resave)
                if name.endswith((".xml", ".rels")):
                    if content.count(b"<") > most_tags:
                        message = f"a part of the file has more than {most_tags} tags"
                        refuse(self.file, "F703", message, _AS_SENT)
                    self._parsed(content)

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        """Unpack an entry up to the bounds, whatever size it claims to have."""
        if entry.compress_type not in _METHODS:
            raise NotImplementedError(entry.compress_type)
        bound = min(MAX_PART, self._left)
        with self._zip.open(entry) as stream:
            content = stream.read(bound + 1)
        self._left -= len(content)
        if len(content) > bound:
            refuse(self.file, "F703", f"the file unpacks to more than {bound // 1024**2} MB", _AS_SENT)
        return content

    def _parsed(self, content: bytes) -> etree._Element:
        """Parse a part, which is in UTF-8 or UTF-16 (ISO/IEC 29500-2, 8.2.5), whatever it says it is."""
        text = content.decode(_ENCODINGS.get(content[:2], "utf-8-sig"))
        declared = _DECLARED.match(text)
        if declared and declared[1].upper() not in _ALLOWED:
            raise LookupError(declared[1])
        if "<!DOCTYPE" in text:
            message = "the text of the file declares a document type, which no form does"
            refuse(self.file, "F702", message, self._resave)
        if text.count("<") > MAX_TAGS:
            refuse(self.file, "F703", f"a part of the file has more than {MAX_TAGS} tags", _AS_SENT)
        parser = etree.XMLParser(
            encoding="utf-8",
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
            huge_tree=False,
        )
        return etree.fromstring(text.encode(), parser)

    @contextmanager
    def _damage(self) -> Iterator[None]:
        """Refuse the file, by itself, for whatever the zip and XML libraries raise."""
        try:
            yield
        except _DAMAGED:
            refuse(self.file, "F701", f"the file is no {self._what}, or is damaged", self._resave)


def refuse(file: str, code: str, message: str, hint: str) -> NoReturn:
    """Raise UsageError for a file, with what to do."""
    raise UsageError(Finding(code, f"{file}: {message}", hint=hint))


def _key(name: str) -> str:
    """Return the name of a part as parts are compared: without regard to case."""
    return name.replace("\\", "/").lstrip("/").casefold()
