"""How one list of bodies stands to the list before it, each body by the name of its day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from egci_reports.analysis.body_changes import BodyChanges, body_changes
from egci_reports.analysis.participation import ListedBody, Participation
from egci_reports.views.names import Named, Names


@dataclass(frozen=True, slots=True)
class BodiesChanged:
    """How the list of bodies stands to the one before, each body by the name of its day.

    `back` were listed under the same name, though not in the list before; `ended` are those of the earlier
    list that are not listed or, in an open list, not named, each with what it had become by then. `renamed`
    pairs a body with the name under which its line of succession was last listed, in the list before or
    earlier.
    """

    again: tuple[Named, ...]
    back: tuple[Named, ...]
    fresh: tuple[Named, ...]
    ended: tuple[Named, ...]
    renamed: tuple[tuple[Named, Named], ...]
    is_open: bool
    is_same_set: bool
    is_same_list: bool
    same_before: tuple[int, ...]
    """Years of the earlier closed lists with the same bodies."""


def changes_between(participation: Participation, earlier: int | None, later: int) -> BodyChanges | None:
    """Return what changed between the lists of two plenaries held; None if one of them was not."""
    known = participation.by_number
    if earlier is None or earlier not in known or later not in known:
        return None
    return body_changes(participation, earlier, later)


def changed_bodies(
    changes: BodyChanges, names: Names, years: Mapping[int, int], day: date | None
) -> BodiesChanged:
    """Return the changes by the names of the `day` of the later list; `years` are those of the plenaries."""

    def named(entries: Iterable[ListedBody]) -> tuple[Named, ...]:
        return tuple(names.named(entry.body, entry.name) for entry in entries)

    return BodiesChanged(
        named(changes.again),
        named(changes.back),
        named(changes.new),
        tuple(_ended(entry, names, day) for entry in (*changes.no_longer, *changes.not_named)),
        tuple((names.named(entry.body, entry.name), _previous(entry, names)) for entry in changes.renamed),
        bool(changes.not_named),
        changes.is_same_set,
        changes.is_same_list,
        tuple(years[number] for number in changes.same_as),
    )


def _ended(entry: ListedBody, names: Names, day: date | None) -> Named:
    """Return a body of the earlier list; where its name has ended by the later one, what it was by then."""
    then = entry.lineage.name_on(day) if day else None
    has_ended = then is not None and then[1] is not entry.name
    named = names.named(entry.body, entry.name)
    present, article = (str(then[1].name), then[1].article) if then and has_ended else (None, True)
    return replace(named, name=replace(named.name, present=present, article=article))


def _previous(entry: ListedBody, names: Names) -> Named:
    """Return the name under which a line of succession was listed last; its present one stands beside it."""
    known = {id(name): body for body, name in entry.lineage.names}
    name = entry.previous_name or entry.name
    named = names.named(known[id(name)], name)
    return replace(named, name=replace(named.name, present=None))
