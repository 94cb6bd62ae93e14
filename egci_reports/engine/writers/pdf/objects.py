"""Writes numbered objects to a PDF file as ISO 19005-2 wants them: 7.5 of ISO 32000-1, kept to what we need.

ReportLab subsets the fonts (see `subset`); its own object writer is not used, because it cannot tag,
leaves out the line end before `endstream` (ISO 19005-2, 6.1.7.1) and is settled by files in the user's
home folder, which would make the bytes depend on the machine.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_LEVEL = 6
"""The compression level, named so that it never depends on the zlib build's default."""


class ObjectFile:
    """A PDF file in the making. Objects are reserved and written in any order; each exactly once."""

    def __init__(self) -> None:
        self._parts: list[bytes] = [_HEADER]
        self._position = len(_HEADER)
        self._offsets: list[int] = []
        self._digest = hashlib.sha256()

    def reserve(self) -> int:
        """Return the number of a new object, to be referred to before it is written."""
        self._offsets.append(-1)
        return len(self._offsets)

    def write(self, number: int, body: bytes) -> int:
        """Write a reserved object; return its number."""
        if self._offsets[number - 1] >= 0:
            raise ValueError(f"object {number} is written twice")
        self._offsets[number - 1] = self._position
        part = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        self._parts.append(part)
        self._position += len(part)
        return number

    def add(self, body: bytes) -> int:
        """Write a new object; return its number."""
        return self.write(self.reserve(), body)

    def stream(self, entries: bytes, data: bytes, *, compress: bool = True) -> int:
        """Write a new stream object with `entries` in its dictionary; return its number."""
        self._digest.update(data)
        if compress:
            data = zlib.compress(data, _LEVEL)
            entries += b"/Filter/FlateDecode"
        return self.add(b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data))

    def finish(self, root: int, info: int) -> bytes:
        """Return the whole file, closed with its cross-reference table and trailer.

        The file's identifier is a digest of all uncompressed streams, not of the clock.
        """
        if -1 in self._offsets:
            raise ValueError(f"object {self._offsets.index(-1) + 1} was reserved and never written")
        identifier = b"<%s>" % self._digest.hexdigest()[:32].encode()
        size = len(self._offsets) + 1
        table = b"".join(b"%010d 00000 n \n" % offset for offset in self._offsets)
        self._parts.append(
            b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[%s%s]>>\n"
            b"startxref\n%d\n%%%%EOF\n"
            % (size, table, size, root, info, identifier, identifier, self._position)
        )
        return b"".join(self._parts)


def reference(number: int) -> bytes:
    """Return a reference to an object."""
    return b"%d 0 R" % number


def references(numbers: Iterable[int]) -> bytes:
    """Return an array of references."""
    return b"[%s]" % b" ".join(b"%d 0 R" % number for number in numbers)


def text_string(text: str) -> bytes:
    """Return a text string (ISO 32000-1, 7.9.2.2): plain where it is ASCII, else UTF-16 in hexadecimal."""
    if text.isascii() and text.isprintable():
        plain = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return b"(%s)" % plain.encode("ascii")
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().upper().encode("ascii")


def number(value: float) -> bytes:
    """Return a number as short as it can be: to a hundredth, whole from a thousand."""
    return f"{round(value, 2) + 0.0:g}".encode("ascii") if abs(value) < 1000 else b"%d" % round(value)
