"""Reads the files of annexes, as far as they can be enclosed in a pack."""

from __future__ import annotations

from pathlib import Path

from egci_reports.engine.enclosing import AnnexError, AnnexFile, examine
from egci_reports.engine.enclosing.limits import MOST_BYTES
from egci_reports.files import Refused, read_bytes


def read_annex(path: Path, inside: Path | None = None) -> AnnexFile:
    """Read the file of an annex; with `inside`, no link may lead out of that folder.

    Raises AnnexError if it is missing, cannot be read, or cannot be enclosed in a pack (`examine`).
    """
    return examine(_bytes_of(path, inside))


def _bytes_of(path: Path, inside: Path | None) -> bytes:
    try:
        return read_bytes(path, inside=inside, most=MOST_BYTES)
    except FileNotFoundError as error:
        raise AnnexError("the file is missing") from error
    except Refused as error:
        raise AnnexError(f"the file cannot be read: {error.reason}") from error
