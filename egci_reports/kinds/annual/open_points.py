"""What the paper leaves open: disputes that it prints, and what the plenary before left without an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from egci_reports.analysis.disputes import Disputable, Dispute, disputes_in
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.analysis.year import ReportYear, SourceNotes
from egci_reports.kinds.annual.areas import UnderReview
from egci_reports.records.meetings import Report
from egci_reports.records.records import Records, address_of
from egci_reports.views.contested import Contested, contested
from egci_reports.views.names import Names
from egci_reports.views.plan_views import Plan

_NOT_PRINTED = ("convenors", "guangdong")
"""What no table prints of earlier plenaries."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody put forward: who, with the post of the day, and what, in a sentence that goes on.

    `short` is the name for later mentions. A quotation that breaks off within a word is told without it.
    `who` is "" where the text does not open with the person.
    """

    who: str
    short: str
    post: str
    what: str
    report: Report


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """What the plenary before left open beside disputes, and no record has answered since.

    `about` is the address of its record. `wording` is what that notes on two wordings of its plan that
    differ in substance.
    """

    number: int
    about: str
    wording: str | None
    proposals: tuple[Proposal, ...]


def points_of(
    records: Records, report: ReportYear, series: Series, notes: SourceNotes, review: UnderReview
) -> tuple[Contested, ...]:
    """Return the disputes that the paper prints, those of its own plenary first, then by number.

    The tables of the annexes print facts of each plenary up to this one; the series ends with it.
    """
    own = {one.about for one in notes.disputes}
    earlier = [one for one in series.plenaries if one.number < report.plenary.number]
    told = [*_around(records, report, review), *(one.meeting for one in earlier)]
    found = [one for record in told for one in disputes_in(record) if one.about not in own]
    return contested([*notes.disputes, *(one for one in found if _is_printed(one))])


def left_open(before: Plenary | None, plan: Plan | None, names: Names) -> LeftOpen | None:
    """Return what the plenary before left open; None if nothing."""
    if before is None or plan is None:
        return None
    wording = plan.rivals.note if plan.areas and plan.rivals else None
    proposals = tuple(proposals_at(before, names))
    return (
        LeftOpen(before.number, address_of(before.meeting), wording, proposals)
        if wording or proposals
        else None
    )


def proposals_at(plenary: Plenary, names: Names) -> Iterator[Proposal]:
    """Yield what persons put forward at a plenary, by full name and post where the text opens with them."""
    for report in plenary.meeting.plan_items:
        if report.person:
            holder = names.person(report.person, plenary.day)
            person = names.records.people[report.person]
            opening = f"{person.mention} "
            is_short = report.text.startswith(opening)
            text = report.as_far
            what = text.removeprefix(opening) if is_short else text
            yield Proposal(holder.name if is_short else "", opening.strip(), holder.post, what, report)


def _around(records: Records, report: ReportYear, review: UnderReview) -> Iterator[Disputable]:
    """Yield what is told of others' doings."""
    told = {address for fact in review.facts for address in fact.rests_on.split()}
    for stretch in (report.leading_up, report.afterwards):
        yield from (one.record for one in stretch.context if address_of(one.record) in told)
    yield from (one for one in records.developments if address_of(one) in told)


def _is_printed(dispute: Dispute) -> bool:
    return dispute.number is None or dispute.field not in _NOT_PRINTED
