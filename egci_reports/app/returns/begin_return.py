"""Begins the return of a department: its items, with their last entries beside them for reference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from egci_reports.analysis.returns import entry_before, items_of
from egci_reports.app.reading.find import find
from egci_reports.app.reading.sheets.words import name_on, ordinal
from egci_reports.app.records import records_of
from egci_reports.app.returns.return_text import entry_text, item_comment
from egci_reports.errors import Finding, UsageError
from egci_reports.files import may_be_there
from egci_reports.records.bodies import Body, Side
from egci_reports.records.clearables import command_for
from egci_reports.records.meetings import PlanItem
from egci_reports.records.owners import owner_on
from egci_reports.records.plans import plan_of
from egci_reports.records.records import Records, day_of, meeting_before
from egci_reports.workspace import Workspace
from egci_reports.writing import write_atomically


@dataclass(frozen=True, slots=True)
class BegunReturn:
    """The file that was written, the department's name, and the numbers of its items."""

    path: Path
    body: str
    items: tuple[str, ...]


def begin_return(workspace: Workspace, number: int, word: str) -> BegunReturn:
    """Write data/returns/NN/BODY.yaml with the items of the department that `word` means.

    The last entries stand beside them as comments, never as this year's text. Raises UsageError without a
    workspace, for a plenary without a plan to report on, a body that is no department of Hong Kong or has
    been succeeded, and a return that is there already; RecordsError where the records are wrong.
    """
    data = workspace.writable_data()
    records = records_of(workspace)
    plan_before(records, number)
    body = department(records, number, word)
    path = data / "returns" / f"{number:02d}" / f"{body.id}.yaml"
    if may_be_there(path):
        hint = "open it, or take it away first"
        raise UsageError(Finding("U311", f"the return of {body.names[-1].name} is there already", hint=hint))
    items = items_of(records, number, body.id)
    write_atomically(path, (_head(records, number, body) + "\n".join(_body(records, number, items))).encode())
    return BegunReturn(path, str(body.names[-1].name), tuple(item.item for item in items))


def plan_before(records: Records, number: int) -> None:
    """Raise UsageError unless a plenary is on record and the plan before it has items to report on."""
    if records.meeting(number) is None:
        hint = f"begin its record first: egci-report new meeting {number}"
        raise UsageError(Finding("U315", f"plenary {number} is not on record", hint=hint))
    before = meeting_before(records, number)
    if not plan_of(before):
        which = f"plenary {before.number}" if before else "a plenary before it"
        hint = (
            f"enter it: egci-report form plan {before.number}" if before else "the first has none before it"
        )
        raise UsageError(Finding("U315", f"the plan of {which} has no items and no areas", hint=hint))


def department(records: Records, number: int, word: str) -> Body:
    """Return the Hong Kong body that a word means and that answers for items at a plenary."""
    body = find(records, word, Body)
    if not isinstance(body, Body) or body.side is not Side.HONG_KONG:
        hint = "egci-report list bodies"
        raise UsageError(Finding("U316", f"{word!r} is no Hong Kong body: it sends no return", hint=hint))
    meeting = records.meeting(number)
    owner = owner_on(records.bodies, body.id, day_of(meeting.date) if meeting else None)
    if owner != body.id:
        message = (
            f"{body.names[-1].name} is gone: {records.bodies[owner].names[-1].name} answers for its items"
        )
        raise UsageError(Finding("U316", message, hint=f"egci-report new return {number} {owner}"))
    return body


def _head(records: Records, number: int, body: Body) -> str:
    meeting = records.meeting(number)
    name = name_on(body, day_of(meeting.date) if meeting else None)
    return (
        "# yaml-language-server: $schema=../../schema/return.json\n\n"
        f"# The return of the {name} for the {ordinal(number)} Plenary Meeting.\n"
        "# 1. Under each item, take the # away before what the department reports, and enter it.\n"
        "# 2. No new development: 'nil: true' under the item, or once for the whole return.\n"
        "# 3. 'date' is the day on which the department sent it: until it is there, no return has come.\n"
        "# 4. What stands under 'Last entry' is for reference. It is not this year's text.\n"
        "# 5. Run: egci-report check\n"
        f"# 6. Who of directorate rank cleared it: {command_for(f'returns/{number:02d}/{body.id}')}\n\n"
        f"plenary: {number}\nbody: {body.id}\n"
        "# nil: true\n# prepared_by: ...\n# date: YYYY-MM-DD\n"
    )


def _body(records: Records, number: int, items: tuple[PlanItem, ...]) -> Iterator[str]:
    if not items:
        yield "# No item of the plan is led by this department: a nil return is all that can come.\n"
        return
    yield "items:"
    for item in items:
        yield from item_comment(item)
        past = entry_before(records, number, item)
        if past is not None:
            yield f"  # Last entry, {past[0].date}:"
            yield from (f"  #   {line}".rstrip() for line in entry_text(past[1]).splitlines())
        yield f'  - item: "{item.item}"'
        yield from (f"    # {line}" for line in _FIELDS)
    yield ""


_FIELDS = (
    "nil: true",
    "progress: ...",
    'figures: [{name: ..., value: "...", unit: ..., as_at: YYYY-MM-DD}]',
    "status: ...  # completed, on-schedule, behind-schedule, ongoing, not-yet-started, under-review, ceased",
    "reason: ...  # if behind schedule, or ceased: by what superseded",
    "new_date: YYYY-MM  # if behind schedule",
    "next_step: ...",
    "may_be_exchanged: true  # with Guangdong",
    "may_be_published: true",
    "raised: certain  # or: may, unlikely",
    "line_to_take: ...",
)
