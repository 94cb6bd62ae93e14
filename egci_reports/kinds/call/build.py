"""The covering memo of a call for returns: who is asked, for which items, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.lineages import lineages_of
from egci_reports.analysis.returns import returns_on
from egci_reports.charts.words import ChartWords
from egci_reports.errors import Finding, UsageError
from egci_reports.kinds.interface import Paper, Request
from egci_reports.records.audience.reader import Audience, Reader
from egci_reports.records.audience.select import for_audience
from egci_reports.records.meetings import Call, Meeting
from egci_reports.records.office import Office
from egci_reports.records.paper_name import PaperName
from egci_reports.records.records import Records, address_of, day_of, meeting_before
from egci_reports.views.names import Named, Names
from egci_reports.views.officers_texts import OfficersText, officers_texts
from egci_reports.views.sender import not_entered, office_of


@dataclass(frozen=True, slots=True)
class AskedDepartment:
    """A department that is asked for a return, with the numbers of its items."""

    name: Named
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Memo:
    """Everything that the memo says."""

    number: int
    day: date | None
    """The day of the plenary, if it is fixed."""
    before: int
    """The plenary whose plan is reported on."""
    group: str
    call: Call
    asked: tuple[AskedDepartment, ...]
    by_areas: bool
    """Whether the plan has no items, so that each department is asked on all areas."""
    texts: tuple[OfficersText, ...]
    about: str
    office: Office
    reference: str | None

    @property
    def asked_count(self) -> int:
        """How many departments are asked."""
        return len(self.asked)


def call(records: Records, request: Request, words: ChartWords) -> Paper:  # noqa: ARG001 - a kind's signature
    """Return the covering memo of the call before the plenary of the number `request.subject`.

    It goes to all departments asked alike, and is made from what every department may read.

    Raises UsageError where there is no such plenary, no plan with items before it, or no call on record.
    """
    records = for_audience(records, Reader(Audience.DEPARTMENT, plenary=int(request.subject)))
    meeting = records.meeting(int(request.subject))
    before = meeting_before(records, meeting.number) if meeting else None
    report = returns_on(records, meeting) if meeting else None
    if meeting is None or before is None or report is None:
        message = f"there is no plan with items to report on at plenary {request.subject}"
        hint = "enter its areas or items: egci-report form plan --help"
        raise UsageError(Finding("U315", message, hint=hint))
    called, office = call_of(meeting), office_of(records)
    names = Names(records, lineages_of(records), called.on)
    texts = officers_texts(records, PaperName("call", str(meeting.number)).record)
    memo = Memo(
        number=meeting.number,
        day=day_of(meeting.date),
        before=before.number,
        group=str(records.group.name),
        call=called,
        asked=tuple(
            AskedDepartment(names.body(one.body, called.on), one.asked)
            for one in report.register
            if one.asked
        ),
        by_areas=not before.work_plan,
        texts=texts,
        about=address_of(meeting),
        office=office,
        reference=f"{office.reference}/{meeting.number}" if office.reference else None,
    )
    needed = {"reference": office.reference, "telephone": office.telephone}
    return Paper(
        kind="call",
        stem=request.stem("call", str(meeting.number)),
        template="call.html",
        slots={"number": request.subject},
        context={"memo": memo},
        charts={},
        position=called.on,
        blocked=tuple(not_entered(needed)),
        texts=texts,
        records=records,
    )


def call_of(meeting: Meeting) -> Call:
    """Return when returns are called for; raises UsageError where that is not on record."""
    if meeting.call is None:
        hint = (
            f"add to data/meetings/{meeting.number:02d}.yaml:\n"
            "call: {on: YYYY-MM-DD, reply_by: YYYY-MM-DD}  # the day of the memo, and the last for replies"
        )
        raise UsageError(
            Finding("U318", f"no call for returns is on record for plenary {meeting.number}", hint=hint)
        )
    return meeting.call
