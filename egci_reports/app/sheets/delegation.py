"""The delegations of a plenary, as a sheet: the list in both languages, name plates, and a seating plan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from egci_reports.analysis.delegates import in_protocol_order, opposite, seats
from egci_reports.app.collecting.collected import Voided
from egci_reports.app.sheets.put import Change
from egci_reports.app.sheets.table import Edit, NotWritten, Table, Values, without_blanks
from egci_reports.engine.templating.word_list import WordList
from egci_reports.errors import Finding, UsageError
from egci_reports.forms.sheet_model import CellKind, FurtherTab
from egci_reports.records.bodies import Side
from egci_reports.records.clearables import command_for
from egci_reports.records.packs import Delegate, Role
from egci_reports.records.records import Records, address_of, day_of

_FIELDS = ("body", "name", "name_tc", "post", "post_tc", "role", "telephone")


class DelegationTable(Table):
    """The members of both delegations, each known by its number in the record."""

    spare = 12

    def __init__(self, records: Records, data: Path, words: WordList, number: int) -> None:
        super().__init__(records, data, words)
        self.name, self.number = f"delegation {number}", number
        self.pack = next((pack for pack in records.packs if pack.plenary == number), None)
        if self.pack is None:
            hint = f"begin them first: egci-report new briefs {number}"
            message = f"no officers' words for the pack of plenary {number} are on record"
            raise UsageError(Finding("U315", message, hint=hint))
        self.members = self.pack.delegations.members
        self.order = {
            side: in_protocol_order(self.members, records.bodies, side)
            for side in (Side.HONG_KONG, Side.GUANGDONG)
        }
        listed = (one for ordered in self.order.values() for one in ordered)
        self.rows = {str(index + 1): self._values(index, one) for index, one in listed}
        roles = {words(f"briefing.roles.{one.value.replace('-', '_')}"): one.value for one in Role}
        self.columns = (
            self.column("number", CellKind.KEY, "short"),
            self.column("body", CellKind.CHOICE, "name", self.bodies.offered()),
            self.column("body_tc", CellKind.FIXED, "name"),
            self.column("name", CellKind.TEXT, "name"),
            self.column("name_tc", CellKind.TEXT, "short"),
            self.column("post", CellKind.TEXT, "name"),
            self.column("post_tc", CellKind.TEXT, "name"),
            self.column("role", CellKind.CHOICE, "short", roles),
            self.column("telephone", CellKind.TEXT, "short"),
        )

    def _values(self, index: int, one: Delegate) -> dict[str, str]:
        """Return a member: what is entered, else what the record of the person has."""
        person = self.records.people.get(one.person or "")
        meeting = self.records.meeting(self.number)
        day = day_of(meeting.date) if meeting else None
        post = next((post for post in person.posts if day and post.covers(day)), None) if person else None
        names = self.records.bodies[one.body].names[-1].name
        return {
            "number": str(index + 1),
            "body": one.body,
            "body_tc": names.tc or "",
            "name": person.full_name if person else one.name or "",
            "name_tc": one.name_tc or (person.name.tc if person else None) or "",
            "post": one.post or (str(post.title) if post else ""),
            "post_tc": one.post_tc or (post.title.tc if post else None) or "",
            "role": one.role.value,
            "telephone": one.telephone or "",
        }

    def key_of(self, values: Values) -> str:
        """Return the number of a member."""
        return values.get("number", "")

    def fresh_key(self, values: Values) -> str:  # noqa: ARG002 - the next number is free
        """Return the next number."""
        return str(len(self.rows) + 1)

    def puts(self, edit: Edit) -> Iterator[tuple[Path, Change]]:
        """Yield the member, or what of it changes."""
        self._is_changed = True
        path = self.data / "briefs" / f"{self.number:02d}" / "pack.yaml"
        members = ("delegations", "members")
        if not edit.is_new:
            place = (*members, int(edit.key) - 1)
            yield from ((path, Change((*place, name), value)) for name, value in edit.changed.items())
            return
        entry = without_blanks({name: edit.whole.get(name, "") for name in _FIELDS})
        if "body" not in entry or edit.key != str(len(self.rows) + 1):
            raise NotWritten("a new member needs its body, and no number")
        yield (
            (path, Change((*members, len(self.rows)), entry))
            if self.rows
            else (path, Change(members, [entry]))
        )

    _is_changed = False

    def voided(self) -> Iterator[Voided]:
        """Yield the clearance of the list, if it changes."""
        there = self.pack.delegations if self.pack else None
        if self._is_changed and self.pack and there and there.cleared and there.is_cleared:
            yield Voided(there.cleared.by, command_for(f"{address_of(self.pack)}#delegations"))

    def further(self) -> tuple[FurtherTab, ...]:
        """Return the name plates, in protocol order, and who faces whom."""
        ours, theirs = (seats(self.order[side]) for side in (Side.HONG_KONG, Side.GUANGDONG))
        seated = [(self._plate(left), self._plate(right)) for left, right in opposite(ours, theirs)]
        everyone = [index for ordered in self.order.values() for index, _ in ordered]
        behind = (self._plate(index) for index in everyone if index not in (*ours, *theirs))
        head = (self.words("sheet.seats.hong_kong"), self.words("sheet.seats.guangdong"))
        rows = (head, *seated, *((f"{self.words('sheet.seats.behind')}: {one}",) for one in behind))
        note = (self.words("sheet.seats.note"),)
        return (
            FurtherTab(
                self.words("sheet.seats.plates"),
                tuple((self._plate(index),) for index in everyone),
                size=40,
                width=70,
            ),
            FurtherTab(self.words("sheet.seats.title"), (note, *rows), size=12, width=45),
        )

    def _plate(self, index: int | None) -> str:
        """Return a name in both languages, as far as it is known; of who is not named the body."""
        if index is None:
            return ""
        values = self.rows[str(index + 1)]
        name = values["name"] or self.bodies.name(values["body"])
        return f"{name}\n{values['name_tc']}" if values["name_tc"] else name
