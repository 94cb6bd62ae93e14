"""Reads the files of annexes, and has them examined."""

from __future__ import annotations

from pathlib import Path

from egci_reports.engine.enclosing import AnnexError, AnnexFile, examine


def read_annex(path: Path) -> AnnexFile:
    """Read the file of an annex.

    Raises AnnexError if it is missing, cannot be read, or cannot be enclosed in a pack (`examine`).
    """
    return examine(_bytes_of(path))


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise AnnexError("the file is missing") from error
    except OSError as error:
        raise AnnexError(f"the file cannot be read: {error.strerror}") from error
