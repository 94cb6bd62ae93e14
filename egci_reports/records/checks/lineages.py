"""Checks lineages: which body goes on from which, without circles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from egci_reports.errors import Finding
from egci_reports.records.bodies import Body
from egci_reports.records.checks.inspection import Inspection, spot_of


def check_lineages(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for each wrong principal, each circle, and each successor that is the older."""
    bodies = inspection.records.bodies
    for body in bodies.values():
        spot = spot_of(body)
        if body.principal is not None and body.principal not in body.succeeds:
            message = f"the principal {body.principal!r} is not among the bodies it succeeds"
            hint = "the principal is one of 'succeeds': add it there, or name another"
            yield inspection.error("C240", spot / "principal", message, hint)
        for index, key in enumerate(body.succeeds):
            before = bodies.get(key)
            if before is None:
                continue
            way = _way_back(bodies, body.id, key)
            if way is not None and body.id == min(way):
                message = f"the lineage runs in a circle: {' after '.join((body.id, *way))}"
                hint = "a body succeeds only bodies that were there before it"
                yield inspection.error("C241", spot / "succeeds" / index, message, hint)
            elif _is_older(body, before):
                message = f"founded on {body.founded}, before {key!r} which it succeeds ({before.founded})"
                yield inspection.error("C242", spot / "founded", message, "mend one of the two dates")


def kin_of(bodies: Mapping[str, Body], body: Body) -> Iterator[Body]:
    """Yield the bodies that one came from and that came from it, the nearest first."""
    seen, queue = {body.id}, [body]
    while queue:
        current = queue.pop(0)
        before = [bodies[key] for key in current.succeeds if key in bodies]
        after = [other for other in bodies.values() if current.id in other.succeeds]
        for other in (*before, *after):
            if other.id not in seen:
                seen.add(other.id)
                queue.append(other)
                yield other


def _way_back(bodies: Mapping[str, Body], goal: str, start: str) -> tuple[str, ...] | None:
    """Return the bodies from `start` back through predecessors to `goal`; None if it is not reached."""
    came_from: dict[str, str | None] = {start: None}
    queue = [start]
    while queue:
        key = queue.pop(0)
        if key == goal:
            way = []
            step: str | None = key
            while step is not None:
                way.append(step)
                step = came_from[step]
            return tuple(reversed(way))
        for before in bodies[key].succeeds if key in bodies else ():
            if before not in came_from:
                came_from[before] = key
                queue.append(before)
    return None


def _is_older(body: Body, before: Body) -> bool:
    return (
        body.founded is not None and before.founded is not None and body.founded.last < before.founded.first
    )
