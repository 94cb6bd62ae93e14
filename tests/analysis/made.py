"""Small made-up records: plenaries of a group that does not exist."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from egci_reports.records.bodies import Body
from egci_reports.records.group import Group
from egci_reports.records.meetings import Meeting
from egci_reports.records.records import Records
from egci_reports.records.sources import Source
from egci_reports.records.threads import Areas

Named = str | tuple[str, str] | tuple[str, str, str] | tuple[str, list[str]]
"""An area: its wording, the thread or threads it belongs to, and the grade of the join."""


def area(named: Named) -> dict[str, Any]:
    """Area: "wording", ("wording", "thread"), ("wording", "thread", "doubtful"), ("wording", [threads])."""
    if isinstance(named, str):
        return {"wording": named}
    threads = named[1] if isinstance(named[1], list) else [named[1]]
    grade = named[2] if len(named) == 3 else "same"
    return {"wording": named[0], "threads": [{"thread": thread, "grade": grade} for thread in threads]}


def meeting(
    number: int,
    day: str | None = None,
    *,
    areas: Sequence[Named] | dict[str, Any] = (),
    closed: bool = True,
    bodies: Sequence[str] = (),
    hedge: str | None = None,
    **fields: Any,
) -> Meeting:
    """A plenary on 1 June of 2000 and its number; without areas or bodies it has no list."""
    plan = {
        "closed": closed,
        "listed": [area(a) for a in areas if not isinstance(areas, dict)] or {"unstated": "no-list"},
    }
    delegation = {"bodies": list(bodies), **({"hedge": hedge} if hedge else {})}
    return Meeting.model_validate(
        {
            "number": number,
            "date": day or f"{2000 + number}-06-01",
            "mode": "in-person",
            "venue": {"city": "Eastport" if number % 2 else "Westport"},
            "reviewed": {"unstated": "not-recorded"},
            "planned": {"unstated": "not-recorded"},
            "convenors": {"unstated": "not-recorded"},
            "hong_kong": delegation if bodies else {"unstated": "no-list"},
            "guangdong": {"unstated": "no-list"},
            "outcome": {"verb": "endorsed", "words": "endorsed the made-up plan"},
            "areas": areas if isinstance(areas, dict) else plan,
            "sources": ["page"],
            **fields,
        }
    )


def body(key: str, **fields: Any) -> Body:
    return Body.model_validate(
        {
            "id": key,
            "side": "hong-kong",
            "kind": "department",
            "names": [{"name": f"Made-up {key}"}],
            **fields,
        }
    )


def records(*meetings: Meeting, bodies: Sequence[Body] = (), **fields: Any) -> Records:
    """Records of made-up plenaries; threads and bodies are those that they name."""
    threads = dict.fromkeys(
        join.thread
        for plenary in meetings
        for named in getattr(plenary.areas.listed, "value", ())
        for join in named.threads
    )
    listed = dict.fromkeys(
        entry.body
        for plenary in meetings
        for fact in (plenary.hong_kong, plenary.guangdong)
        for entry in getattr(getattr(fact, "value", None), "bodies", ())
    )
    known = {entry.id: entry for entry in bodies}
    known.update({key: body(key) for key in listed if key not in known})
    group = {
        "name": "Made-up Group",
        "short": "MUG",
        "parent": "parent",
        "leads": ["lead"],
        "first_host": "guangdong",
        "cities": {"Eastport": "guangdong", "Westport": "hong-kong"},
        "default_source": "page",
    }
    mapping = {"by": "nobody", "on": "2020-01-01", "note": "made up"}
    names = [{"id": thread, "name": f"Subject {thread}"} for thread in threads]
    page = {"id": "page", "title": "A made-up page", "publisher": "Nobody", "url": "https://example.org/"}
    return Records(
        group=Group.model_validate(group),
        sources={"page": Source.model_validate(page)},
        bodies=known,
        people={},
        areas=Areas.model_validate({"mapping": mapping, "threads": names}),
        phases=(),
        agreements=fields.get("agreements", ()),
        events=fields.get("events", ()),
        meetings=meetings,
    )


def many(count: int) -> Records:
    """Records of many plenaries, 90 days apart, with wordings, bodies and open lists that come and go."""
    start = date(1900, 1, 1)
    meetings = []
    for number in range(1, count + 1):
        subjects = [f"t{(number // 7 + k) % 15}" for k in range(5)]
        meetings.append(
            meeting(
                number,
                (start + timedelta(days=90 * number)).isoformat(),
                areas=[
                    (f"wording {(number + k) // 3} of the subject {s}", s) for k, s in enumerate(subjects)
                ],
                closed=number % 11 != 0,
                bodies=[f"b{(number // 5 + k) % 12}" for k in range(5)],
                reviewed=str(1900 + number // 4),
                planned=str(1900 + (number + 1) // 4),
            )
        )
    return records(*meetings)
