"""Puts finished papers into the output folder with their receipts; a file edited by hand is never lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from egci_reports.app.papers.build import Built, BuiltFile
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
from egci_reports.workspace import write_together


@dataclass(frozen=True, slots=True)
class Written:
    """Where the files of a paper are, and the copies kept of files that had been edited."""

    paths: tuple[Path, ...]
    kept: tuple[Path, ...] = ()


def write(built: Built, folder: Path, *, force: bool = False) -> Written:
    """Write the files of a paper and its receipt: all of them or none.

    A file that was edited since it was made is refused; `force` replaces it and keeps it beside the new one.
    Raises WriteError (W301 a file cannot be written, W303 it was edited).
    """
    receipt = read(receipt_path(folder, built.stem))
    edited = [folder / file.name for file in built.files if _was_edited(folder / file.name, file, receipt)]
    if edited and not force:
        raise WriteError(*map(_edited, edited))
    kept = {_aside(path): path.read_bytes() for path in edited}
    files = {folder / file.name: file.content for file in built.files}
    new = Receipt(built.identity, tuple(_receipts(built, receipt)))
    write_together({**kept, **files, receipt_path(folder, built.stem): dump(new)})
    return Written(tuple(files), tuple(kept))


def _was_edited(path: Path, file: BuiltFile, receipt: Receipt | None) -> bool:
    """Whether a file differs from what was made last, and from what is to be written now."""
    if not path.is_file():
        return False
    there = path.read_bytes()
    made = receipt.file(path.name) if receipt else None
    return there != file.content and (made is None or sha256(there) != made.sha256)


def _edited(path: Path) -> Finding:
    return Finding(
        "W303",
        f"{path.name} is not as it was made: it was edited, or comes from elsewhere",
        hint="rename it to keep it, or add --force, which keeps it beside the new one",
    )


def _aside(path: Path) -> Path:
    """Return a free name for a copy of an edited file: annual-2024 (edited 1).docx."""
    number = 1
    while (aside := path.with_name(f"{path.stem} (edited {number}){path.suffix}")).exists():
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
