"""The fields of a paper that is a form: what stands in each, and the marks by which they are found again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from egci_reports.engine.document.inlines import FormField, Inline, Link, Styled
from egci_reports.engine.document.nodes import (
    Block,
    Callout,
    Document,
    Fields,
    ItemList,
    Paragraph,
    Section,
    Table,
    TitleBlock,
)
from egci_reports.engine.document.text import texts_of

_MARK = re.compile(
    r"f_(?P<folder>[a-z]{1,12})_(?P<number>[0-9]{1,4})_(?P<address>[a-p]{12})_(?P<words>[a-p]{8})"
)
_ADDRESS = re.compile(r"(?P<folder>[a-z]{1,12})/(?P<number>[0-9]{1,4})(?:/[a-z0-9-]+)?#[a-z0-9_/+-]+")
_LETTERS = str.maketrans("0123456789", "ghijklmnop")
_SAME = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00ad": None})
"""Characters that programs put in for one another as one types."""


def fields_of(blocks: Iterable[Block]) -> Iterator[FormField]:
    """Yield the fields in some blocks, in reading order."""
    for block in blocks:
        match block:
            case Paragraph():
                yield from _in_inlines(block.content)
            case Fields():
                for entry in block.entries:
                    yield from _in_inlines(entry.content)
            case ItemList():
                for item in block.items:
                    yield from fields_of(item.children)
            case Table():
                for row in block.rows:
                    for cell in row.cells:
                        yield from _in_inlines(cell.content)
            case Section() | Callout() | TitleBlock():
                yield from fields_of(block.children)


def has_fields(document: Document) -> bool:
    """Return whether a paper is a form."""
    return next(fields_of(document.blocks), None) is not None


def _in_inlines(content: Iterable[Inline]) -> Iterator[FormField]:
    for inline in content:
        match inline:
            case FormField():
                yield inline
            case Styled() | Link():
                yield from _in_inlines(inline.content)


def words_in(field: FormField) -> str:
    """Return what stands in a field, line by line."""
    return texts_of(field.content)[0][1]


def compared(words: str) -> str:
    """Return words as they are compared: without regard to blanks, empty lines and forms of quotes."""
    lines = (" ".join(line.split()) for line in words.translate(_SAME).split("\n"))
    return "\n".join(line for line in lines if line)


@dataclass(frozen=True, slots=True)
class FieldMark:
    """What the tag or the bookmark of a field says: the folder and number of its record, and hashes.

    `address` is that of the address of its value, `words` that of the words that the paper was sent out with;
    "" where only a tag is there, which does not say it.
    """

    folder: str
    number: int
    address: str
    words: str = ""

    def is_of(self, address: str) -> bool:
        """Return whether it is the mark of an address."""
        return self.address == hashed(address)

    def was_sent_with(self, words: str) -> bool:
        """Return whether the field was sent out with these words."""
        return self.words == _hash(compared(words), 8)


def mark_of(address: str, words: str) -> str:
    """Return the name of a field's bookmark, by which it is found where a program dropped its control.

    It has the folder and the number that the address begins with. Word takes 40 letters.
    """
    folder, number, *_ = re.split("[/#]", address)
    return f"f_{folder}_{int(number)}_{hashed(address)}_{_hash(compared(words), 8)}"


def read_mark(text: str) -> FieldMark | None:
    """Return what the tag of a control or the name of a bookmark says; None if it is no field's."""
    if match := _MARK.fullmatch(text):
        return FieldMark(match["folder"], int(match["number"]), match["address"], match["words"])
    if match := _ADDRESS.fullmatch(text):
        return FieldMark(match["folder"], int(match["number"]), hashed(text))
    return None


def hashed(address: str) -> str:
    """Return the hash by which the mark of a field names its address."""
    return _hash(address, 12)


def _hash(text: str, length: int) -> str:
    """Return a hash in letters: figures might be taken for a number that somebody looks for."""
    return hashlib.sha256(text.encode()).hexdigest()[:length].translate(_LETTERS)
