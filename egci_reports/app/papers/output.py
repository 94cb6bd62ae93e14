"""Puts finished papers into the output folder with their receipts; a file edited by hand is never lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from egci_reports.app.papers.build import Built, BuiltFile
from egci_reports.app.papers.editions import other_content
from egci_reports.app.papers.kept import dump_words, read_words, words_path
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
from egci_reports.files import PAPER, Refused, read_bytes
from egci_reports.records.paper_name import paper_of
from egci_reports.workspace import unwritable
from egci_reports.writing import beside, write_atomically, write_together


@dataclass(frozen=True, slots=True)
class Written:
    """Where the files of a paper are, and the copies kept of files that had been edited."""

    paths: tuple[Path, ...]
    kept: tuple[Path, ...] = ()


def write(built: Built, folder: Path, *, force: bool = False) -> Written:
    """Write the files of a paper and its receipt: all of them or none.

    A file that was edited since it was made is refused; `force` replaces it and keeps it beside the new one.
    The receipt is written twice: first it says that the files are as they were or as they will be, so that
    wherever the run is killed, none of them passes for edited. Raises WriteError (W301 a file cannot be
    written, or what is in its place cannot be read, W303 it was edited), and EditionRefused (E609) for a
    numbered edition that was made before with other content: not even `force` changes one.
    """
    place = receipt_path(folder, built.stem)
    try:
        before = read(place)
        there = _there(built, folder, before)
    except Refused as error:
        raise WriteError(unwritable(error)) from error
    made = tuple(
        FileReceipt(file.name, sha256(file.content), content_hash(file.content), file.pages, file.claims)
        for file in built.files
    )
    _refuse_other_content(built, folder, before, made)
    edited = [file for file in built.files if _was_edited(file, there, before)]
    if edited and not force:
        raise WriteError(*(_edited(file.name) for file in edited))
    kept = {beside(folder / one.name, "edited", there[one.name]): there[one.name] for one in edited}
    files = {folder / file.name: file.content for file in built.files}
    known = tuple(
        (name, sha256(content))
        for name, content in there.items()
        if before and before.knows(name, sha256(content))
    )
    receipt = _receipt(built, before, made, known)
    if any(there.get(file.name) != file.content for file in built.files):
        write_atomically(place, dump(replace(receipt, earlier=known)))
    words = {words_path(folder, built.stem): dump_words(built.words)} if built.words else {}
    write_together({**kept, **files, **words, place: dump(receipt)})
    return Written(tuple(files), tuple(kept))


def _refuse_other_content(
    built: Built, folder: Path, before: Receipt | None, made: Iterable[FileReceipt]
) -> None:
    """Raise EditionRefused for a numbered edition that has another content already."""
    if before is None or built.words is None:
        return
    if any((old := before.file(new.name)) is not None and old.content != new.content for new in made):
        edition, text = built.identity.edition, text_kept(folder, built.stem)
        raise other_content(paper_of(built.stem, edition), edition, text, built.words.text)


def text_kept(folder: Path, stem: str) -> str | None:
    """Return the text of a numbered edition as it was made in a folder; None if it was not kept."""
    with suppress(WriteError):
        kept = read_words(folder, stem)
        return kept.text if kept else None
    return None


def _there(built: Built, folder: Path, before: Receipt | None) -> dict[str, bytes]:
    """Return the files of the paper that are there, those to be made anew and those only made before."""
    names = [file.name for file in built.files]
    if before is not None:
        names += [file.name for file in before.files] + [name for name, _ in before.earlier]
    found = {}
    for name in dict.fromkeys(names):
        with suppress(FileNotFoundError):
            found[name] = read_bytes(folder / name, inside=folder, most=PAPER)
    return found


def _was_edited(file: BuiltFile, there: Mapping[str, bytes], before: Receipt | None) -> bool:
    """Whether a file differs from what was made before, and from what is to be written now."""
    content = there.get(file.name, file.content)
    known = before is not None and before.knows(file.name, sha256(content))
    return content != file.content and not known


def _edited(name: str) -> Finding:
    return Finding(
        "W303",
        f"{name} is not as it was made: it was edited, or comes from elsewhere",
        hint="rename it to keep it, or add --force, which keeps it beside the new one",
    )


def _receipt(
    built: Built, before: Receipt | None, made: Iterable[FileReceipt], known: tuple[tuple[str, str], ...]
) -> Receipt:
    """Return the receipt of the new files; of files not made anew, it keeps what was made of them."""
    files = list(made)
    names = {file.name for file in files}
    if before is not None and before.identity == built.identity:
        files += [file for file in before.files if file.name not in names]
    receipted = {(file.name, file.sha256) for file in files}
    earlier = (one for one in known if one[0] not in names and one not in receipted)
    return Receipt(built.identity, tuple(files), tuple(earlier))
