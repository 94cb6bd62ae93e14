"""The brief on an area: officers' words beside what the records know of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from egci_reports.kinds.briefing.context import Brief, LineReturned
from egci_reports.records.bodies import Side
from egci_reports.records.briefs import ItemBrief
from egci_reports.records.meetings import Report
from egci_reports.records.records import Records
from egci_reports.records.returns import Likelihood
from egci_reports.views.names import Names
from egci_reports.views.plan_views import Plan, Reviewed
from egci_reports.views.returned import ItemLine, Returned


def brief_of(
    records: Records,
    number: int,
    area: Reviewed,
    plan: Plan,
    returned: Returned | None,
    names: Names,
    day: date,
) -> Brief:
    """Return the brief on an area of the plan under review, for the plenary of a number and its day."""
    words = records.brief(number, area.position)
    items = returned.by_area.get(area.position, ()) if returned else ()
    leads = tuple(dict.fromkeys(line.lead for line in items if line.lead))
    return Brief(
        words=words,
        area=area,
        rivals=plan.areas[area.position - 1].rivals,
        items=items,
        leads=(names.body(words.lead, day),) if words.lead else leads,
        raised=_raised(words, items),
        lines=tuple(_lines(items)),
        said=tuple(_said(records, area)),
    )


def _raised(words: ItemBrief, items: tuple[ItemLine, ...]) -> Likelihood | None:
    """Return how likely the area is to be raised: as officers say, else the likeliest of its items."""
    if words.raised is not None:
        return words.raised
    entries = (line.report.entry for line in items)
    told = {entry.raised for entry in entries if entry is not None and entry.raised is not None}
    return next((likelihood for likelihood in Likelihood if likelihood in told), None)


def _lines(items: tuple[ItemLine, ...]) -> Iterator[LineReturned]:
    for line in items:
        entry = line.report.entry
        if entry is not None and entry.line_to_take and line.lead:
            yield LineReturned(
                line.report.item.item, line.lead, entry.line_to_take, f"{line.report.about}/line_to_take"
            )


def _said(records: Records, area: Reviewed) -> Iterator[Report]:
    """Yield what persons of the Guangdong side are on record to have said on the subjects of an area."""
    subjects = {subject.course.thread.id for subject in area.subjects}
    for meeting in records.meetings:
        for report in (*meeting.statements, *meeting.progress, *meeting.plan_items):
            person = records.people.get(report.person) if report.person else None
            if person is not None and person.side is Side.GUANGDONG and subjects & set(report.threads):
                yield report
