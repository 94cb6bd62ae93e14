"""A sheet: the title, the labelled rows and the numbered sources of one record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from egci_reports.app.reading.sheets.words import partial
from egci_reports.errors import Position
from egci_reports.records.records import Records


@dataclass(frozen=True, slots=True)
class LabelledRow:
    """A label and what stands beside it, one text a line."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source as the sheet cites it: its number in the sheet, what it is, and its address."""

    number: int
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class RecordSheet:
    """What is recorded of one thing. `place` is where the record stands."""

    title: str
    place: Position | None
    rows: tuple[LabelledRow, ...]
    references: tuple[CitedSource, ...]


@dataclass
class SheetBuilder:
    """Gathers the rows of a sheet and numbers its sources in the order in which they are cited.

    `is_planned` says that the record is of something to come, of which nothing can be recorded yet.
    """

    records: Records
    address: str
    is_planned: bool = False
    rows: list[LabelledRow] = field(default_factory=list)
    cited: dict[str, int] = field(default_factory=dict)

    def row(self, label: str, lines: Iterable[str] | str | None) -> None:
        """Add a row, unless there is nothing to say."""
        texts = (lines,) if isinstance(lines, str) else tuple(lines or ())
        if texts:
            self.rows.append(LabelledRow(label, texts))

    def cite(self, sources: Iterable[str]) -> str:
        """Return the mark of some sources, " [1][2]", or nothing if none is given."""
        numbers = [self.cited.setdefault(source, len(self.cited) + 1) for source in sources]
        return f" {''.join(f'[{number}]' for number in numbers)}" if numbers else ""

    def place(self, path: str = "") -> Position | None:
        """Return where a part of the record stands."""
        return self.records.places.find(f"{self.address}#{path}" if path else self.address)

    def finish(self, title: str) -> RecordSheet:
        """Return the sheet."""
        return RecordSheet(title, self.place(), tuple(self.rows), tuple(self._references()))

    def _references(self) -> Iterable[CitedSource]:
        for key, number in self.cited.items():
            source = self.records.sources.get(key)
            if source is not None:
                parts = (source.publisher, source.title, partial(source.date) if source.date else None)
                yield CitedSource(number, ", ".join(part for part in parts if part), source.url)
