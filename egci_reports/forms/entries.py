"""Sorts the text of a form, as it is met, into its fields and what stands beside them.

Text stands in one field at most, the last one opened: so the work grows as the size of the form.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import count

from egci_reports.forms.filled import Beside, BesideKind, Filled
from egci_reports.forms.model import Tagged, row_field
from egci_reports.forms.package import refuse

MAX_FIELDS = 5000
"""The most fields of one form: those of two hundred items."""
MAX_OPEN = 16
"""The most fields that may stand in one another; in a form as it was sent out, none does."""
MAX_BESIDE = 20_000
"""The most texts beside the fields; a form has some ten for each item."""
_AS_SENT = "ask for the form as it was sent out, filled in"
_TWICE = "it stands twice in the form"


@dataclass(slots=True)
class _Open:
    """A field that is being read: what ends it, its name, the cell it began in, and what it holds."""

    key: str
    name: str
    cell: int
    filled: Filled


@dataclass(slots=True)
class _Found:
    """A text beside the fields, with the field, the cell and the paragraph that it stands in."""

    aside: BesideKind
    pieces: list[str]
    field: str
    cell: int
    paragraph: int


class Entries:
    """The fields of one form, by their names, and what stands beside them.

    `tags` are the fields met; those found by the tag of a control win over those found by a bookmark. `sent`
    is what the bookmarks say of the words that each was sent out with.
    Methods that add raise UsageError for more than a form can have (F702).
    """

    def __init__(self, file: str) -> None:
        self.fields: dict[str, Filled] = {}
        self.tags: set[Tagged] = set()
        self.sent: dict[str, str] = {}
        self._file = file
        self._open: list[_Open] = []
        self._by_tag: set[str] = set()
        self._cells = [0]
        self._cell_ids = count(1)
        self._field_of_cell: dict[int, str] = {}
        self._found: list[_Found] = []
        self._outside: list[str] = []
        self._paragraph = 0
        self._copies: Counter[str] = Counter()

    @property
    def here(self) -> str:
        """The field that is being read, or the one in whose cell this is; "" if there is none."""
        return self._open[-1].name if self._open else self._field_of_cell.get(self._cells[-1], "")

    def beside(self) -> tuple[Beside, ...]:
        """Return what stands beside the fields, in the order of the form."""
        self._end_stretch()
        return tuple(
            Beside(found.aside, text, found.field or self._field_of_cell.get(found.cell, ""))
            for found in self._found
            if (text := " ".join("".join(found.pieces).split())) or found.aside is BesideKind.PICTURE
        )

    def write(self, text: str) -> None:
        """Add text where it stands."""
        (self._open[-1].filled.pieces if self._open else self._outside).append(text)

    def begin_paragraph(self, mark: str, *, joined: bool) -> None:
        """Part a paragraph from the one before it, unless the two are `joined`; `mark` is its list mark."""
        self._paragraph += 1
        self._end_stretch()
        if self._open and self._open[-1].filled.pieces and not joined:
            self.write("\n")
        if self._open and mark:
            self.write(mark)

    def begin_cell(self) -> None:
        """Enter a cell of a table."""
        self._end_stretch()
        self._cells.append(next(self._cell_ids))

    def end_cell(self) -> None:
        """Leave a cell: a field that began in it ends with it, wherever its bookmark was moved to."""
        self._end_stretch()
        cell = self._cells.pop()
        self._open = [one for one in self._open if one.cell != cell]

    def begin_control(self, tagged: Tagged, key: str, *, is_prompt: bool) -> bool:
        """Open the field of a control; return whether it is the first of its name."""
        self.tags.add(tagged)
        if tagged.name in self._by_tag and (row := row_field(tagged.name)):
            self._copies[tagged.name] += 1
            name = str(replace(row, copy=self._copies[tagged.name] + 1))
            return self._begin_copy(replace(tagged, name=name), key, is_prompt=is_prompt)
        earlier = self.fields.get(tagged.name)
        if tagged.name in self._by_tag and earlier is not None:
            earlier.note(_TWICE)
            return False
        if earlier is not None:  # a bookmark of this name: what stood in it stands beside the control
            self._open = [one for one in self._open if one.filled is not earlier]
            self._add(BesideKind.OUTSIDE, earlier.pieces, tagged.name)
        self._by_tag.add(tagged.name)
        self._begin(tagged, key, Filled(is_prompt=is_prompt))
        return True

    def _begin_copy(self, tagged: Tagged, key: str, *, is_prompt: bool) -> bool:
        """Open the field of a row that was added, which has the tags of the row that it was copied from."""
        self._begin(tagged, key, Filled(is_prompt=is_prompt))
        return True

    def begin_bookmark(self, tagged: Tagged, key: str) -> None:
        """Open the field of a bookmark."""
        self.tags.add(tagged)
        self.sent[tagged.name] = tagged.sent
        earlier = self.fields.get(tagged.name)
        if earlier is None:
            self._begin(tagged, key, Filled())
        elif tagged.name not in self._by_tag:
            earlier.note(_TWICE)

    def end(self, key: str) -> None:
        """Close a field, if it is open."""
        if any(one.key == key for one in self._open):
            self._end_stretch()
            self._open = [one for one in self._open if one.key != key]

    def end_form(self) -> None:
        """Close the form: what a bookmark without an end took in stands beside its field."""
        for one in self._open:
            one.filled.note("its end is missing")
            self._add(BesideKind.OUTSIDE, [*one.filled.pieces], one.name)
            one.filled.pieces.clear()
        self._open = []

    def note_prompt(self) -> None:
        """Note that a control inside the open field shows its prompt."""
        if self._open:
            self._open[-1].filled.is_prompt = True

    def note(self, why: str) -> None:
        """Note why the open field cannot be read whole."""
        if self._open:
            self._open[-1].filled.note(why)

    def note_picture(self) -> None:
        """Note a picture, in a field or beside them."""
        if self._open:
            self.note("it holds a picture or a symbol")
        else:
            self._add(BesideKind.PICTURE, [], self.here)

    def put_aside(self, aside: BesideKind, text: str) -> None:
        """Keep a text that is no entry; what follows one of its kind in a paragraph belongs to it."""
        last = self._found[-1] if self._found else None
        place = (aside, self.here, self._paragraph)
        if last is not None and (last.aside, last.field, last.paragraph) == place:
            last.pieces.append(text)
        elif text.strip():
            self._add(aside, [text], self.here)

    def _begin(self, tagged: Tagged, key: str, filled: Filled) -> None:
        self._end_stretch()
        self.fields[tagged.name] = filled
        self._open.append(_Open(key, tagged.name, self._cells[-1], filled))
        if self._cells[-1]:
            self._field_of_cell.setdefault(self._cells[-1], tagged.name)
        if len(self.fields) > MAX_FIELDS or len(self._open) > MAX_OPEN:
            refuse(self._file, "F702", "the file holds more fields than any form has", _AS_SENT)

    def _end_stretch(self) -> None:
        """End a stretch of text outside the fields."""
        if self._outside:
            self._add(BesideKind.OUTSIDE, self._outside, "")
            self._outside = []

    def _add(self, aside: BesideKind, pieces: list[str], field: str) -> None:
        self._found.append(_Found(aside, pieces, field, self._cells[-1], self._paragraph))
        if len(self._found) > MAX_BESIDE:
            message = "the file holds more text beside its fields than any form has"
            refuse(self._file, "F702", message, _AS_SENT)
