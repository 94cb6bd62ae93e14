"""The annexes of a pack: what its pages say of them, and the files that are appended or go beside it."""

from __future__ import annotations

from collections.abc import Iterable

from egci_reports.engine.document.passes.numbering import letters
from egci_reports.engine.enclosing import STANDARDS
from egci_reports.kinds.briefing.context import Annexed
from egci_reports.kinds.interface import SeparateFile
from egci_reports.records.records import Records, address_of


def annexed(records: Records, number: int, stem: str, *, apart: bool) -> tuple[Annexed, ...]:
    """Return the annexes of the pack before a plenary; `stem` begins the names of files of their own."""
    words = records.pack(number)
    found = []
    for index, (annex, key) in enumerate(zip(words.annexes, words.annex_files, strict=True)):
        file, letter = records.annexes[key], letters(index + 1)
        found.append(
            Annexed(
                annex.title,
                annex.date,
                file.pages,
                file.sha256,
                key,
                f"{stem}-annex-{letter}.pdf",
                apart,
                letter,
                f"{address_of(words)}#annexes/{index}",
            )
        )
    return tuple(found)


def all_conform(records: Records, number: int) -> bool:
    """Whether every annex claims PDF/UA-1 and PDF/A-2a, and passed a validator."""
    words = records.pack(number)
    return all(
        annex.validated is not None and records.annexes[key].claims_all
        for annex, key in zip(words.annexes, words.annex_files, strict=True)
    )


def separate_files(records: Records, annexes: Iterable[Annexed]) -> tuple[SeparateFile, ...]:
    """Return the files of annexes that go beside the pack."""
    files = records.annexes
    return tuple(
        SeparateFile(
            annex.file_name,
            files[annex.key].content,
            annex.pages,
            tuple(claim for claim in STANDARDS if claim in files[annex.key].claims),
        )
        for annex in annexes
        if annex.is_apart
    )
