"""The work plan agreed at a plenary, as a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from egci_reports.app.sheets.put import Change
from egci_reports.app.sheets.table import Edit, NotWritten, Table, Values, without_blanks
from egci_reports.engine.templating.word_list import WordList
from egci_reports.errors import Finding, UsageError
from egci_reports.forms.sheet_model import CellKind
from egci_reports.records.bodies import Side
from egci_reports.records.facts import settled
from egci_reports.records.records import Records, meeting_before

_FIELDS = ("item", "text", "text_tc", "area", "lead", "partner", "target", "continues")


class WorkPlanTable(Table):
    """The items of a work plan, each known by its number."""

    def __init__(self, records: Records, data: Path, words: WordList, number: int) -> None:
        super().__init__(records, data, words)
        meeting = records.meeting(number)
        if meeting is None:
            hint = f"begin its record first: egci-report new meeting {number}"
            raise UsageError(Finding("U315", f"plenary {number} is not on record", hint=hint))
        self.name, self.meeting = f"plan {number}", meeting
        self.rows = {
            item.item: {name: _text(getattr(item, name)) for name in _FIELDS} for item in meeting.work_plan
        }
        before = meeting_before(records, number)
        areas = settled(meeting.areas.listed) or ()
        own = {f"{place} {area.wording}": str(place) for place, area in enumerate(areas, 1)}
        past = {f"{one.item} {one.text}": one.item for one in (before.work_plan if before else ())}
        leads = (item.lead for item in meeting.work_plan if item.lead)
        partners = (item.partner for item in meeting.work_plan if item.partner)
        self.columns = (
            self.column("item", CellKind.KEY, "short"),
            self.column("text", CellKind.TEXT, "text"),
            self.column("text_tc", CellKind.TEXT, "name"),
            self.column("area", CellKind.CHOICE, "name", own),
            self.column("lead", CellKind.CHOICE, "name", self.bodies.offered(Side.HONG_KONG, leads)),
            self.column("partner", CellKind.CHOICE, "name", self.bodies.offered(Side.GUANGDONG, partners)),
            self.column("target", CellKind.DAY, "short"),
            self.column("continues", CellKind.CHOICE, "name", past),
        )

    def key_of(self, values: Values) -> str:
        """Return the number of an item."""
        return values.get("item", "")

    def fresh_key(self, values: Values) -> str:
        """Return the next number in the area of a new item."""
        area = values.get("area", "")
        if not area:
            raise NotWritten("a new item needs its area, or its number")
        taken = [int(key.partition(".")[2]) for key in self.rows if key.partition(".")[0] == area]
        return f"{area}.{max(taken, default=0) + 1}"

    def puts(self, edit: Edit) -> Iterator[tuple[Path, Change]]:
        """Yield the item, or the fields of it that change."""
        path = self.data / "meetings" / f"{self.meeting.number:02d}.yaml"
        order = list(self.rows)
        if not edit.is_new:
            at = order.index(edit.key)
            yield from (
                (path, Change(("work_plan", at, name), value)) for name, value in edit.changed.items()
            )
            return
        entry = without_blanks({**{name: edit.whole.get(name, "") for name in _FIELDS}, "item": edit.key})
        if not ("text" in entry and "area" in entry):
            raise NotWritten("a new item needs what is to be done, and its area")
        yield (
            (path, Change(("work_plan", len(order)), entry))
            if order
            else (path, Change(("work_plan",), [entry]))
        )


def _text(value: object) -> str:
    return "" if value is None else str(value)
