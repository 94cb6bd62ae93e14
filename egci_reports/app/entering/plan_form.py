"""The form of the work plan agreed at a plenary: items in both languages, leads of both sides, dates."""

from __future__ import annotations

from egci_reports.app.collecting.baseline import Baseline
from egci_reports.app.collecting.naming import NamesOnDay
from egci_reports.app.entering import kinds
from egci_reports.app.entering.asking import Asking
from egci_reports.app.entering.filing import data_of, ordered
from egci_reports.app.entering.questions import MAIN, Data, FormSection, RecordForm, Rows
from egci_reports.errors import Finding, UsageError
from egci_reports.forms.model import Owner
from egci_reports.records.bodies import Side
from egci_reports.records.facts import settled
from egci_reports.records.meetings import Meeting, PlanItem
from egci_reports.records.records import day_of

OWNER = "plan"


def plan_form(baseline: Baseline, number: int) -> RecordForm:
    """Return the form of the plan agreed at a plenary; raises UsageError if it is not on record (U315)."""
    meeting = required_meeting(baseline, number)
    words, path = baseline.words, baseline.data / "meetings" / f"{number:02d}.yaml"
    ask = Asking(words, NamesOnDay(baseline.records, day_of(meeting.date)))
    line = kinds.Text()
    rows = Rows(
        "item",
        ask.label("item"),
        ("work_plan",),
        (
            ask.question("number", ("item",), line, label="item_number"),
            ask.question("text", ("text",), line, label="item_text"),
            ask.question("tc", ("text_tc",), line),
            ask.question("area", ("area",), kinds.Count(), label="item_area"),
            ask.question("lead", ("lead",), kinds.body(ask.naming, Side.HONG_KONG)),
            ask.question("partner", ("partner",), kinds.body(ask.naming, Side.GUANGDONG)),
            ask.question("target", ("target",), ask.date()),
            ask.question("continues", ("continues",), line),
        ),
        "text",
        complete=lambda row, _: ordered(PlanItem, row),
        blank=6,
    )
    return RecordForm(
        Owner(number, OWNER),
        f"the plan of plenary {number}",
        words("entry.plan.title", number=words.language.ordinal(number)),
        words("entry.plan.short_title", number=number),
        words("entry.plan.subject", number=number),
        words.several("entry.introduction"),
        (FormSection(ask.title("plan"), rows=(rows,), paragraphs=_areas(meeting)),),
        {MAIN: path},
        {MAIN: data_of(baseline, path, {})},
        f"form-plan-{number}",
        "meeting",
        finish=_finished,
    )


def required_meeting(baseline: Baseline, number: int) -> Meeting:
    """Return a plenary; raises UsageError if it is not on record (U315)."""
    meeting = baseline.records.meeting(number)
    if meeting is None:
        hint = f"enter it first: egci-report form meeting {number}"
        raise UsageError(Finding("U315", f"plenary {number} is not on record", hint=hint))
    return meeting


def _areas(meeting: Meeting) -> tuple[str, ...]:
    """Return the areas of the plan with their places, for reference."""
    areas = settled(meeting.areas.listed) or ()
    return tuple(f"{place}. {area.wording}" for place, area in enumerate(areas, start=1))


def _finished(data: Data, _: set[str]) -> Data:
    """Return the data with each item's place in the order of the models, so that new fields come after."""
    return {**data, MAIN: ordered(Meeting, data[MAIN])}
