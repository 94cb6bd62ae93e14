"""Who answers for what a body was given: the body itself, or the one that took its work over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from egci_reports.records.bodies import Body


def owner_on(bodies: Mapping[str, Body], key: str, day: date | None = None) -> str:
    """Return the id of the body that answers, on a day, for what the body `key` was given.

    That is the body itself while it exists, then the body that continues it, else the only one that
    succeeds it; where several do and none continues it, the old body stays until somebody decides. With no
    day it is the body of today. Selection is by id: names play no part in it.
    """
    seen = {key}
    while (heir := _heir(bodies, key, day)) is not None and heir not in seen:
        key = heir
        seen.add(key)
    return key


def _heir(bodies: Mapping[str, Body], key: str, day: date | None) -> str | None:
    body = bodies.get(key)
    if body is None or body.dissolved is None or (day is not None and day < body.dissolved.first):
        return None
    heirs = [other for other in bodies.values() if key in other.succeeds and _is_there(other, day)]
    continuing = [other for other in heirs if other.principal == key]
    if continuing:
        return min(continuing, key=lambda other: other.protocol).id
    return heirs[0].id if len(heirs) == 1 else None


def _is_there(body: Body, day: date | None) -> bool:
    return day is None or body.founded is None or body.founded.first <= day
