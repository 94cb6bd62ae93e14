"""Measures a PDF before any of it is read whole: pages, objects, and what its streams hold unpacked."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from pikepdf import Array, Name, Object, Pdf, Stream

from egci_reports.engine.enclosing import limits
from egci_reports.engine.enclosing.annex import AnnexError
from egci_reports.engine.enclosing.limits import MB

_AT_ONCE = MB
_PARTING = bytes(32 if sign in b"\0\t\n\f\r ([</" else 0 for sign in range(256))
"""Leaves of all signs those that part operators and operands (ISO 32000-1, 7.2.2), as spaces."""
_FLATE = ("/FlateDecode", "/Fl")
_PICTURES = ("/DCTDecode", "/DCT", "/JPXDecode", "/CCITTFaxDecode", "/CCF", "/JBIG2Decode")


def require_bounds(file: Pdf) -> None:
    """Raise AnnexError if there is more in a file than an annex may have."""
    pages = len(file.pages)
    if not pages:
        raise AnnexError("it has no page")
    if pages > limits.MOST_PAGES:
        raise AnnexError(f"it has {pages:,} pages, and an annex may have {limits.MOST_PAGES:,}: split it")
    if len(file.objects) > limits.MOST_OBJECTS:
        raise AnnexError(f"it has more than {limits.MOST_OBJECTS:,} parts: print it anew")
    measured = _Measured()
    for number, page in enumerate(file.pages, 1):
        measured.page(number, page.obj.get("/Contents"))
    for one in file.objects:
        if isinstance(one, Stream):
            measured.other(one)


@dataclass(slots=True)
class _Measured:
    """What was counted: bytes of painting, unpacked, the steps of it, and all other bytes."""

    painting: int = 0
    steps: int = 0
    others: int = 0

    def page(self, number: int, contents: object) -> None:
        """Count the painting of a page."""
        size = steps = 0
        for stream in contents if isinstance(contents, Array) else [contents]:
            if isinstance(stream, Stream):
                size += unpacked_size(stream, limits.MOST_ON_A_PAGE)
                if size > limits.MOST_ON_A_PAGE:
                    most = limits.MOST_ON_A_PAGE // MB
                    raise AnnexError(f"page {number} holds more than {most} MB of drawing: make it a picture")
                steps += _steps(stream.read_bytes())
        if steps > limits.MOST_STEPS_ON_A_PAGE:
            most = limits.MOST_STEPS_ON_A_PAGE
            raise AnnexError(f"page {number} is drawn in more than {most:,} steps: make it a picture")
        self.steps += steps
        if self.steps > limits.MOST_STEPS:
            raise AnnexError(f"its pages are drawn in more than {limits.MOST_STEPS:,} steps: split it")
        self._paint(size)

    def other(self, stream: Object) -> None:
        """Count any stream; painting within others is painting too."""
        if stream.get("/Subtype") == Name.Form or "/PatternType" in stream:
            self._paint(unpacked_size(stream, limits.MOST_PAINTING))
            return
        self.others += unpacked_size(stream, limits.MOST_UNPACKED)
        if self.others > limits.MOST_UNPACKED:
            most = limits.MOST_UNPACKED // MB
            raise AnnexError(f"its pictures hold more than {most} MB: make them smaller")

    def _paint(self, size: int) -> None:
        self.painting += size
        if self.painting > limits.MOST_PAINTING:
            most = limits.MOST_PAINTING // MB
            raise AnnexError(f"its pages hold more than {most} MB of drawing: print it as pictures")


def _steps(painting: bytes) -> int:
    """Return how many operators and operands there are at most: each begins with a sign that parts them."""
    return painting.translate(_PARTING).count(b" ")


def unpacked_size(stream: Object, most: int) -> int:
    """Return how many bytes a stream holds unpacked, or a little more than `most`; pictures stay packed."""
    filters = stream.get("/Filter")
    names = [str(one) for one in (filters if isinstance(filters, Array) else [filters]) if one is not None]
    data = stream.read_raw_bytes()
    size = len(data)
    for name in names:
        if name in _PICTURES:
            return size
        if name not in _FLATE:
            # no other filter makes much of little
            return max(size, len(stream.read_bytes()))
        if len(names) == 1:
            return max(size, sum(map(len, _inflated(data, most))))
        data = b"".join(_inflated(data, min(most, limits.MOST_PAINTING)))
        size = max(size, len(data))
        if size > min(most, limits.MOST_PAINTING):
            return most + 1
    return size


def _inflated(data: bytes, most: int) -> Iterator[bytes]:
    """Yield what packed bytes hold, until it is more than `most`; what is broken ends it."""
    unpacker, size = zlib.decompressobj(), 0
    while size <= most and not unpacker.eof:
        try:
            part = unpacker.decompress(data, _AT_ONCE)
        except zlib.error:
            # reading will tell of it
            return
        data = unpacker.unconsumed_tail
        if not part and not data:
            return
        size += len(part)
        yield part
