"""Checks the names of bodies: one after another, none at once, and none borne by two bodies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations, pairwise

from egci_reports.errors import Finding
from egci_reports.records.bodies import Body, BodyName
from egci_reports.records.checks.inspection import Inspection, Spot, spot_of


def check_names(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for names of a body that overlap, leave a gap or are out of order, or are shared."""
    for body in inspection.records.bodies.values():
        for index, (earlier, later) in enumerate(pairwise(body.names)):
            spot = spot_of(body) / "names" / (index + 1)
            yield from _pair(inspection, spot, earlier, later, as_named=body.as_named)
    yield from _shared(inspection)


def _pair(
    inspection: Inspection, spot: Spot, earlier: BodyName, later: BodyName, *, as_named: bool
) -> Iterator[Finding]:
    if later.starts is None:
        if earlier.ends is None:
            message = f"{later.name} and {earlier.name} are in use at once: neither has a date"
            hint = f"give {earlier.name} its 'ends', or this name its 'starts'"
            yield inspection.error("C230", spot, message, hint)
        return
    if earlier.starts is not None and later.starts.last < earlier.starts.first:
        message = (
            f"{later.name} ({later.starts}) stands after a later name: {earlier.name} ({earlier.starts})"
        )
        yield inspection.error("C231", spot / "starts", message, "put the names in order, oldest first")
    elif earlier.ends is None:
        if not as_named:
            message = f"{later.name} begins on {later.starts}, but {earlier.name} before it has no end"
            hint = f"give {earlier.name} its 'ends'"
            yield inspection.error("C230", spot / "starts", message, hint)
    elif earlier.ends.first >= later.starts.last:
        message = f"{later.name} begins on {later.starts}, but {earlier.name} ends only on {earlier.ends}"
        hint = "a name ends on the day before the next begins"
        yield inspection.error("C230", spot / "starts", message, hint)
    elif earlier.ends.last + timedelta(days=1) < later.starts.first:
        message = f"no name from {earlier.ends} to {later.starts}: between {earlier.name} and {later.name}"
        yield inspection.warning("C309", spot / "starts", message, "mend a date, or add the name between")


def _shared(inspection: Inspection) -> Iterator[Finding]:
    bearers: dict[str, list[tuple[Body, int]]] = {}
    for body in inspection.records.bodies.values():
        for index, name in enumerate(body.names):
            bearers.setdefault(str(name.name).casefold(), []).append((body, index))
    for same in bearers.values():
        for (first, i), (second, j) in combinations(same, 2):
            if first is not second and _at_once(first.names[i], second.names[j]):
                message = f"{second.names[j].name} is also the name of {first.id!r} at that time"
                hint = "if it is one body, keep one of the two; else give the names their dates"
                yield inspection.error("C232", spot_of(second) / "names" / j / "name", message, hint)


def _at_once(one: BodyName, other: BodyName) -> bool:
    def over(a: BodyName, b: BodyName) -> bool:
        return a.ends is not None and b.starts is not None and a.ends.first < b.starts.last

    return not over(one, other) and not over(other, one)
