"""Compares the Word file and the PDF of a paper, block by block, by readers that share no code with them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from tests.readers import pdf, word
from tests.readers.blocks import Block

_MOST = 20


def assert_same_words(docx: bytes, pdf_file: bytes) -> None:
    """Fail unless both files say the same words, numbers and cells in the same order."""
    found = differences(docx, pdf_file)
    shown = "\n".join(found[:_MOST])
    assert not found, f"{len(found)} differences between Word and PDF:\n{shown}"


def differences(docx: bytes, pdf_file: bytes) -> list[str]:
    """Return where the Word file and the PDF differ, in reading order; nothing where they say the same.

    Texts are compared to the letter, but for blanks: a line end within a text is a blank in the PDF.
    """
    return list(_compared(word.blocks_of(docx), pdf.blocks_of(pdf_file)))


def _compared(ours: tuple[Block, ...], theirs: tuple[Block, ...]) -> Iterator[str]:
    """Yield differences; blocks are paired where they are equal, so that one lost block is one difference."""
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        left, right = ours[start:end], theirs[other_start:other_end]
        if len(left) != len(right):
            yield from (f"only in Word: {_told(block)}" for block in left)
            yield from (f"only in the PDF: {_told(block)}" for block in right)
            continue
        for one, other in zip(left, right, strict=True):
            yield from _unlike(one, other)


def _unlike(one: Block, other: Block) -> Iterator[str]:
    """Yield in what two blocks differ that stand at one place."""
    if one.rows and other.rows:
        yield from _unlike_rows(one, other)
        return
    yield f"Word: {_told(one)} | PDF: {_told(other)}"


def _unlike_rows(one: Block, other: Block) -> Iterator[str]:
    if len(one.rows) != len(other.rows):
        yield f"a table of {len(one.rows)} rows in Word, of {len(other.rows)} in the PDF"
    for number, (row, other_row) in enumerate(zip(one.rows, other.rows, strict=False)):
        if row != other_row:
            yield f"row {number} in Word: {_cells(row)} | in the PDF: {_cells(other_row)}"
            if len(one.rows) != len(other.rows):
                return
    if one.links != other.links:
        yield f"links of a table in Word: {one.links} | in the PDF: {other.links}"


def _cells(row: tuple[object, ...]) -> str:
    return " / ".join(map(str, row))


def _told(block: Block) -> str:
    said = [block.role, *(str(part) for part in (block.level, block.label, block.page) if part is not None)]
    return f"{' '.join(said)}: {block.text}" + (f" {block.links}" if block.links else "")
