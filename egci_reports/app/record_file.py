"""A file of the records as it is on the disk, read to be changed."""

from __future__ import annotations

from pathlib import Path

from egci_reports.errors import WriteError
from egci_reports.files import Refused, read_bytes
from egci_reports.records.file_text import MAX_BYTES
from egci_reports.workspace import unwritable


def record_bytes(path: Path, data: Path) -> bytes:
    """Return the bytes of a file in the folder of the records.

    Raises FileNotFoundError if there is none, and WriteError if what is in its place cannot be read.
    """
    try:
        return read_bytes(path, inside=data, most=MAX_BYTES)
    except Refused as error:
        raise WriteError(unwritable(error)) from error
