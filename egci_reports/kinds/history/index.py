"""The index: where bodies, people and agreements are spoken of, by the anchors of sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from egci_reports.kinds.history.context import Index, IndexEntry, NameLine
from egci_reports.kinds.history.register import Register
from egci_reports.kinds.history.sheets import PlenarySheet
from egci_reports.views.occasions import Signing

_SHORTEST_RUN = 3
"""So many sheets one after the other stand as a range."""
_REGISTERS = ("governments", "industry", "occasions", "people", "names")
"""The anchors of the sections behind the sheets, in their order."""

_Found = Iterable[tuple[str, str]]
"""What is sought, and the anchor of a section that speaks of it."""


def index_of(sheets: tuple[PlenarySheet, ...], register: Register, names: Iterable[NameLine]) -> Index:
    """Return the index of a history with these sheets and registers."""
    ranks = {anchor: rank for rank, anchor in enumerate([*(s.anchor for s in sheets), *_REGISTERS])}
    surnames = {person.name: person.surname for person in register.people}
    agreements = _entries(_agreements(sheets, register), ranks)
    untitled = {signing.subject for signing in register.industry + register.governments if not signing.title}
    return Index(
        _entries(_bodies(sheets, register, names), ranks),
        _entries(_people(sheets, register), ranks, lambda name: f"{surnames[name]} {name}"),
        tuple(replace(entry, is_subject=entry.label in untitled) for entry in agreements),
    )


def _bodies(
    sheets: Iterable[PlenarySheet], register: Register, names: Iterable[NameLine]
) -> Iterator[tuple[str, str]]:
    for sheet in sheets:
        parties = (party for signing in sheet.signings for party in signing.parties)
        for named in (*sheet.hong_kong, *sheet.guangdong, *parties):
            yield named.name.full, sheet.anchor
    for anchor, signing in _signings(register):
        yield from ((party.name.full, anchor) for party in signing.parties)
    yield from ((line.name.name.full, "names") for line in names)


def _people(sheets: Iterable[PlenarySheet], register: Register) -> Iterator[tuple[str, str]]:
    for sheet in sheets:
        yield from ((holder.name, sheet.anchor) for holder in (*sheet.leads, *sheet.people))
    yield from ((person.name, "people") for person in register.people)


def _agreements(sheets: Iterable[PlenarySheet], register: Register) -> Iterator[tuple[str, str]]:
    for sheet in sheets:
        yield from ((_label(signing), sheet.anchor) for signing in sheet.signings)
    yield from ((_label(signing), anchor) for anchor, signing in _signings(register))


def _signings(register: Register) -> Iterator[tuple[str, Signing]]:
    yield from (("governments", signing) for signing in register.governments)
    yield from (("industry", signing) for signing in register.industry)


def _label(signing: Signing) -> str:
    return str(signing.title or signing.subject)


def _entries(
    found: _Found, ranks: dict[str, int], sort_key: Callable[[str], str] = str
) -> tuple[IndexEntry, ...]:
    places: dict[str, set[str]] = {}
    for label, anchor in found:
        places.setdefault(label, set()).add(anchor)
    return tuple(
        IndexEntry(label, tuple(_ranges(sorted(places[label], key=ranks.__getitem__), ranks)))
        for label in sorted(places, key=lambda label: sort_key(label).casefold())
    )


def _ranges(anchors: list[str], ranks: dict[str, int]) -> Iterator[tuple[str, str]]:
    """Yield stretches of sheets one after the other as pairs; whatever stands alone as a pair with itself."""
    stretch: list[str] = []
    for anchor in anchors:
        goes_on = stretch and anchor not in _REGISTERS and ranks[anchor] == ranks[stretch[-1]] + 1
        if not goes_on:
            yield from _pairs(stretch)
            stretch = []
        stretch.append(anchor)
    yield from _pairs(stretch)


def _pairs(stretch: list[str]) -> Iterator[tuple[str, str]]:
    if len(stretch) >= _SHORTEST_RUN:
        yield stretch[0], stretch[-1]
    else:
        yield from ((anchor, anchor) for anchor in stretch)
