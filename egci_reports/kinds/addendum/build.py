"""Brings together what an addendum says, from what an edition says and what the same paper says now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher

from egci_reports.engine.document.differences import Difference
from egci_reports.engine.document.entries import TextEntry
from egci_reports.engine.document.nodes import Figure
from egci_reports.engine.document.text import PAGE
from egci_reports.kinds.addendum.context import Addendum, AmendedPlace, CellPieces, NewFigure, Piece, Place
from egci_reports.kinds.interface import Paper
from egci_reports.records.records import Records

_AROUND = 40
"""Words and spaces that are kept at each end of a long stretch of a text that stays as it is."""
_SPARED = 40
"""How many more a stretch has at least before it is shortened."""

_OF_TABLES = ("caption", "columns", "row", "note")
_TOKEN = re.compile(r"\n|[^\S\n]+|[\u3400-\u9fff]|[^\s\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Amended:
    """What an addendum is made from: the edition and what reads otherwise in it now.

    `title` and `day` are those of the edition, `entries` its entries; `short_title` and `figures` are those
    of the paper as it is now, figures by the name of their entries; `earlier` is the number of the addendum
    that this one replaces.
    """

    edition: str
    number: int
    title: str
    short_title: str
    day: date
    entries: Sequence[TextEntry]
    differences: Sequence[Difference]
    figures: dict[str, Figure]
    earlier: int | None = None


def addendum(records: Records, now: Paper, amended: Amended, stem: str) -> Paper:
    """Return the addendum to an edition of a paper.

    `records` are those that the paper's audience may read; `now` is the paper as it would be made from them;
    `stem` begins the names of the addendum's files.
    """
    figures = tuple(_figures(amended))
    said = Addendum(
        amended.number,
        amended.edition,
        records.group.name,
        now.position,
        amended.day,
        tuple(_changes(amended)),
        figures,
        amended.earlier,
        now.slots.get("body"),
    )
    return Paper(
        kind="addendum",
        stem=stem,
        template="addendum.html",
        slots={
            "title": amended.title,
            "short_title": amended.short_title,
            "number": str(amended.number),
            "edition": amended.edition,
        },
        context={"addendum": said},
        charts={one.chart: amended.figures[one.chart].chart for one in figures},
        position=now.position,
        blocked=now.blocked,
        undisclosed=now.undisclosed,
        records=now.records,
        is_quoted=True,
    )


def _changes(amended: Amended) -> Iterator[AmendedPlace]:
    """Yield what reads otherwise, place by place; of changed rows column by column. Figures come apart."""
    old = _Edition(amended)
    for one in amended.differences:
        match one.before, one.now:
            case (_, TextEntry(kind="figure")):
                continue
            case (TextEntry() as before, TextEntry() as now):
                yield from _changed(old.place(one.at), before, now)
            case (TextEntry() as before, None):
                whole = before.kind in _OF_TABLES and before.place not in old.kept
                if not whole or before.kind == "caption":
                    yield AmendedPlace("removed", old.place(one.at), _cells(before), (), is_whole_table=whole)
            case (None, TextEntry() as now):
                whole = now.kind in _OF_TABLES and now.place not in old.tables
                if not (whole and now.kind == "columns"):
                    yield _added(old, one.at, now, whole=whole)


class _Edition:
    """The places of an edition: its `tables`, and those places in which something still stands (`kept`)."""

    def __init__(self, amended: Amended) -> None:
        self.entries = amended.entries
        self.tables = {one.place for one in self.entries if one.kind == "caption"}
        touched = {one.at for one in amended.differences if one.before is not None}
        self.kept = {one.now.place for one in amended.differences if one.now is not None}
        self.kept |= {entry.place for index, entry in enumerate(self.entries) if index not in touched}
        keys = [(entry.kind, entry.place, bool(entry.label)) for entry in self.entries]
        totals, met = Counter(keys), Counter[tuple[object, ...]]()
        self._counts: list[int] = []
        for key in keys:
            met[key] += 1
            self._counts.append(met[key] if totals[key] > 1 or key[0] == "row" else 0)

    def place(self, at: int) -> Place:
        """Return the place of an entry."""
        return _place(self.entries[at], self._counts[at])


def _added(old: _Edition, at: int, now: TextEntry, *, whole: bool) -> AmendedPlace:
    after = old.entries[at - 1] if at else None
    is_inside = after is not None and after.place == now.place
    return AmendedPlace(
        "added",
        replace(_place(now), page=None),
        (),
        _cells(now),
        after=old.place(at - 1) if at else None,
        table=after.label if after and is_inside else now.label,
        is_whole_table=whole,
    )


def _changed(place: Place, before: TextEntry, now: TextEntry) -> Iterator[AmendedPlace]:
    columns = before.columns or ("",) * len(before.texts)
    for column, old, new in zip(columns, before.texts, now.texts, strict=True):
        if old != new:
            left, right = _pieces(old, new)
            yield AmendedPlace("changed", place, (CellPieces("", left),), (CellPieces("", right),), column)


def _figures(amended: Amended) -> Iterator[NewFigure]:
    for one in amended.differences:
        if one.now is not None and one.now.kind == "figure":
            figure = amended.figures[one.now.name]
            place = _place(one.before or one.now)
            alt, caption = (_printed(text) for text in one.now.texts)
            yield NewFigure(place, one.now.name, figure.alt or alt, caption, one.before is None)


def _place(entry: TextEntry, count: int = 0) -> Place:
    return Place(entry.kind, entry.label, entry.name, entry.scope, entry.heading, entry.page, count)


def _cells(entry: TextEntry) -> tuple[CellPieces, ...]:
    """Return what stands in a place; numbers of pages, which only a finished paper knows, are left out."""
    columns = entry.columns or ("",) * len(entry.texts)
    return tuple(
        CellPieces(column, tuple(_whole(text)))
        for column, text in zip(columns, entry.texts, strict=True)
        if text != PAGE
    )


def _whole(text: str) -> Iterator[Piece]:
    return (Piece(part, differs=False) for part in re.split(r"(\n)", _printed(text)) if part)


def _pieces(before: str, now: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both wordings in pieces: what both have, and what only one of them has."""
    old, new = (_TOKEN.findall(_printed(text)) for text in (before, now))
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            same = _shortened(old[i:j])
            left += _joined(same, differs=False)
            right += _joined(same, differs=False)
        else:
            left += _joined(old[i:j], differs=True)
            right += _joined(new[k:m], differs=True)
    return tuple(left), tuple(right)


def _shortened(tokens: Sequence[str]) -> Sequence[str]:
    """Return a stretch that stays as it is without its middle, if that is long."""
    if len(tokens) <= 2 * _AROUND + _SPARED:
        return tokens
    return [*tokens[:_AROUND], " … ", *tokens[-_AROUND:]]


def _joined(tokens: Sequence[str], *, differs: bool) -> Iterator[Piece]:
    """Yield tokens as pieces, each end of a line as one of its own."""
    for part in re.split(r"(\n)", "".join(tokens)):
        if part:
            yield Piece(part, differs and bool(part.strip()))


def _printed(text: str) -> str:
    return text.replace(PAGE, "…")
