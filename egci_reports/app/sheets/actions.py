"""The actions agreed at plenaries, as a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from egci_reports.app.sheets.put import Change, Value
from egci_reports.app.sheets.table import Edit, NotWritten, Table, Values, without_blanks
from egci_reports.engine.templating.word_list import WordList
from egci_reports.forms.sheet_model import CellKind
from egci_reports.records.actions import ActionStatus
from egci_reports.records.meetings import Status
from egci_reports.records.records import Records

_FIELDS = ("source", "text", "owner", "due")
_REPORT = ("reported_on", "reported", "status")
_CLOSED = ("closed_at", "closed_in")


class ActionTable(Table):
    """The actions, each known by its number for life. What an owner reports is added, never overwritten."""

    name = "actions"

    def __init__(self, records: Records, data: Path, words: WordList) -> None:
        super().__init__(records, data, words)
        self.rows = {}
        for one in records.actions:
            last = one.progress[-1] if one.progress else None
            self.rows[one.id] = {
                "action": one.id,
                "source": one.source,
                "text": one.text,
                "owner": one.owner,
                "due": one.due.isoformat(),
                "last": f"{self.look.day(last.on)}: {last.text}" if last else "",
                "closed_at": str(one.closed.meeting) if one.closed else "",
                "closed_in": one.closed.paragraph if one.closed else "",
            }
        statuses = {words(f"sheet.statuses.{one.value}"): one.value for one in ActionStatus}
        held = [meeting for meeting in records.meetings if meeting.status is Status.HELD]
        numbers = {str(meeting.number): str(meeting.number) for meeting in held}
        self._next = f"{held[-1].number:02d}" if held else "01"
        owners = self.bodies.offered(None, (one.owner for one in records.actions))
        self.columns = (
            self.column("action", CellKind.KEY, "short"),
            self.column("source", CellKind.TEXT, "short"),
            self.column("text", CellKind.TEXT, "text"),
            self.column("owner", CellKind.CHOICE, "name", owners),
            self.column("due", CellKind.DAY, "short"),
            self.column("last", CellKind.FIXED, "name"),
            self.column("reported_on", CellKind.DAY, "short"),
            self.column("reported", CellKind.TEXT, "name"),
            self.column("status", CellKind.CHOICE, "short", statuses),
            self.column("closed_at", CellKind.CHOICE, "short", numbers),
            self.column("closed_in", CellKind.TEXT, "short"),
        )

    def key_of(self, values: Values) -> str:
        """Return the number of an action."""
        return values.get("action", "")

    def fresh_key(self, values: Values) -> str:  # noqa: ARG002 - it comes from the plenary alone
        """Return the next number of the last plenary that was held."""
        taken = [int(key.partition("-")[2]) for key in self.rows if key.partition("-")[0] == self._next]
        return f"{self._next}-{max(taken, default=0) + 1:02d}"

    def puts(self, edit: Edit) -> Iterator[tuple[Path, Change]]:
        """Yield the action or its fields, what was reported, and the decision that closes it."""
        path, order = self.data / "actions.yaml", list(self.rows)
        if edit.is_new:
            yield path, Change((len(order),), self._entry(edit))
            return
        if "due" in edit.changed:
            command = f"egci-report actions {edit.key} --due DAY --by POST --on DAY --reason WHY"
            raise NotWritten(f"the day of {edit.key} is moved by a decision alone: {command}")
        at = order.index(edit.key)
        for name in _FIELDS:
            if name in edit.changed:
                yield path, Change((at, name), edit.changed[name])
        if report := _part(
            edit.changed, _REPORT, "a report needs its day, its words and how the action stands"
        ):
            note = dict(zip(("on", "text", "status"), report, strict=True))
            count = len(self.records.actions[at].progress)
            yield (
                path,
                Change((at, "progress", count), note) if count else Change((at, "progress"), [note]),
            )
        if any(name in edit.changed for name in _CLOSED):
            said = _part(edit.whole, _CLOSED, "closing needs the plenary and the paragraph of the decision")
            yield path, Change((at, "closed"), dict(zip(("meeting", "paragraph"), said, strict=True)))

    def _entry(self, edit: Edit) -> dict[str, Value]:
        values = {name: edit.whole.get(name, "") for name in _FIELDS}
        if not all(values.values()):
            raise NotWritten("a new action needs its paragraph, what is to be done, its owner and its day")
        return {"id": edit.key, **without_blanks(values)}

    def begun(self, path: Path) -> str | None:  # noqa: ARG002 - there is one list
        """Return the head of a list of actions that is begun."""
        return "# yaml-language-server: $schema=schema/actions.json\n"


def _part(values: Values, names: tuple[str, ...], needed: str) -> tuple[str, ...]:
    """Return values that belong together: all of them or none; raises NotWritten for some."""
    found = tuple(values.get(name, "") for name in names)
    if any(found) and not all(found):
        raise NotWritten(needed)
    return found if all(found) else ()
