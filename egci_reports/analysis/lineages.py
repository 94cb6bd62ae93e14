"""Bodies as lines of succession, and the names they bore on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from egci_reports.records.bodies import Body, BodyName
from egci_reports.records.records import Records


@dataclass(frozen=True, slots=True)
class Lineage:
    """Bodies of which each continues the one before as its principal successor, oldest first."""

    bodies: tuple[Body, ...]

    @property
    def id(self) -> str:
        """The id of its oldest body; never printed."""
        return self.bodies[0].id

    @property
    def protocol(self) -> int:
        """Its place in lists in protocol order: that of its newest body."""
        return self.bodies[-1].protocol

    @property
    def names(self) -> tuple[tuple[Body, BodyName], ...]:
        """All names, oldest first, each with the body that bore it."""
        return tuple((body, name) for body in self.bodies for name in body.names)

    def name_on(self, day: date) -> tuple[Body, BodyName] | None:
        """Return the body and the name of a day; None before the first and after the last."""
        found = ((body, name_of(body, day)) for body in self.bodies if was_there(body, day))
        return next(((body, name) for body, name in found if name.covers(day)), None)

    def newest_on(self, day: date) -> tuple[Body, BodyName]:
        """Return the newest name that was in use, or had ended, by a day; before all names, the oldest."""
        begun = [pair for pair in self.names if first_use(*pair) <= day]
        return begun[-1] if begun else self.names[0]


@dataclass(frozen=True)
class Lineages:
    """All lineages in protocol order, and the lineage of each body."""

    rows: tuple[Lineage, ...]
    by_body: Mapping[str, Lineage]

    def of(self, body: str) -> Lineage:
        """Return the lineage of a body by the body's id."""
        return self.by_body[body]


def lineages_of(records: Records) -> Lineages:
    """Return the lineages of all bodies.

    A body joins the lineage of its principal if the records say so; of two bodies with one principal the
    first in protocol order joins, the other begins a lineage of its own.
    """
    heirs: dict[str, str] = {}
    for body in sorted(records.bodies.values(), key=lambda body: body.protocol):
        if body.principal is not None and body.principal in records.bodies:
            heirs.setdefault(body.principal, body.id)
    continued = set(heirs.values())
    rows = [_line(records, start, heirs) for start in records.bodies if start not in continued]
    rows.sort(key=lambda row: row.protocol)
    return Lineages(tuple(rows), {body.id: row for row in rows for body in row.bodies})


def _line(records: Records, start: str, heirs: Mapping[str, str]) -> Lineage:
    bodies = [records.bodies[start]]
    while (heir := heirs.get(bodies[-1].id)) is not None:
        bodies.append(records.bodies[heir])
    return Lineage(tuple(bodies))


def name_of(body: Body, day: date, printed: str | None = None) -> BodyName:
    """Return the name of a body on a day.

    Where the record says that two names remain possible (`as_named`), the one that the day's source prints.
    Outside all its names' dates, the nearest name: the last that had begun, else the first.
    """
    if body.as_named and printed is not None:
        for name in body.names:
            if printed in (name.name.en, name.name.tc, name.name.sc, name.short):
                return name
    begun = [name for name in body.names if name.starts is None or name.starts.first <= day]
    return body.name_on(day) or (begun[-1] if begun else body.names[0])


def present_name(lineage: Lineage, name: BodyName, day: date) -> BodyName | None:
    """Return what a name of the lineage has become by a day ("now the ..."); None if it is still borne."""
    _, newest = lineage.newest_on(day)
    return None if newest.name == name.name else newest


def was_there(body: Body, day: date) -> bool:
    """Return whether there was a body on a day, as far as the records tell its beginning and its end."""
    return (body.founded is None or body.founded.first <= day) and (
        body.dissolved is None or day < body.dissolved.last
    )


def first_use(body: Body, name: BodyName) -> date:
    """Return the first day a name of a body can have been in use, as far as the records know."""
    start = name.starts or min(name.seen, default=None) or body.founded
    return start.first if start else date.min
