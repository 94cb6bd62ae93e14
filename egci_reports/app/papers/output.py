"""Puts finished papers into the output folder with their receipts; a file edited by hand is never lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from egci_reports.app.papers.build import Built
from egci_reports.app.papers.receipts import (
    FileReceipt,
    Receipt,
    content_hash,
    dump,
    read,
    receipt_path,
    sha256,
)
from egci_reports.errors import Finding, WriteError
from egci_reports.files import PAPER, Refused, is_there, read_bytes
from egci_reports.workspace import unwritable, write_together


@dataclass(frozen=True, slots=True)
class Written:
    """Where the files of a paper are, and the copies kept of files that had been edited."""

    paths: tuple[Path, ...]
    kept: tuple[Path, ...] = ()


def write(built: Built, folder: Path, *, force: bool = False) -> Written:
    """Write the files of a paper and its receipt: all of them or none.

    A file that was edited since it was made is refused; `force` replaces it and keeps it beside the new one.
    Raises WriteError (W301 a file cannot be written, or what is in its place cannot be read, W303 it was
    edited).
    """
    try:
        receipt = read(receipt_path(folder, built.stem))
        edited = dict(_edited(built, folder, receipt))
        kept = {_aside(path): there for path, there in edited.items()}
    except Refused as error:
        raise WriteError(unwritable(error)) from error
    if edited and not force:
        raise WriteError(*map(_told, edited))
    files = {folder / file.name: file.content for file in built.files}
    new = Receipt(built.identity, tuple(_receipts(built, receipt)))
    write_together({**kept, **files, receipt_path(folder, built.stem): dump(new)})
    return Written(tuple(files), tuple(kept))


def _edited(built: Built, folder: Path, receipt: Receipt | None) -> Iterator[tuple[Path, bytes]]:
    """Yield the files that differ from what was made last, and from what is to be written now."""
    for file in built.files:
        path = folder / file.name
        with suppress(FileNotFoundError):
            there = read_bytes(path, inside=folder, most=PAPER)
            made = receipt.file(path.name) if receipt else None
            if there != file.content and (made is None or sha256(there) != made.sha256):
                yield path, there


def _told(path: Path) -> Finding:
    return Finding(
        "W303",
        f"{path.name} is not as it was made: it was edited, or comes from elsewhere",
        hint="rename it to keep it, or add --force, which keeps it beside the new one",
    )


def _aside(path: Path) -> Path:
    """Return a free name for a copy of an edited file: annual-2024 (edited 1).docx."""
    number = 1
    while is_there(aside := path.with_name(f"{path.stem} (edited {number}){path.suffix}")):
        number += 1
    return aside


def _receipts(built: Built, before: Receipt | None) -> Iterator[FileReceipt]:
    """Yield the receipts of the new files, then those of files made before and not made anew."""
    for file in built.files:
        yield FileReceipt(
            file.name, sha256(file.content), content_hash(file.content), file.pages, file.claims
        )
    if before is not None and before.identity == built.identity:
        made = {file.name for file in built.files}
        yield from (file for file in before.files if file.name not in made)
