"""The returns before a plenary at a glance, as a sheet: a row for each item of the plan under review."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from egci_reports.analysis.returns import items_of, returns_on
from egci_reports.app.collecting.collected import Voided
from egci_reports.app.returns.begin_return import plan_before
from egci_reports.app.sheets.put import Change
from egci_reports.app.sheets.table import Edit, Table, Values, without_blanks
from egci_reports.engine.templating.word_list import WordList
from egci_reports.forms.sheet_model import CellKind
from egci_reports.records.clearables import command_for
from egci_reports.records.records import Records, address_of
from egci_reports.records.returns import ItemReturn, Return

_TEXTS = ("progress", "reason", "next_step", "new_date")
_FLAGS = ("nil", "may_be_exchanged", "may_be_published")
_FIELDS = (
    "nil",
    "progress",
    "status",
    "reason",
    "new_date",
    "next_step",
    "may_be_exchanged",
    "may_be_published",
    "raised",
)


class ReturnTable(Table):
    """The items that departments of Hong Kong lead, each known by its number."""

    spare = 0

    def __init__(self, records: Records, data: Path, words: WordList, number: int) -> None:
        super().__init__(records, data, words)
        plan_before(records, number)
        self.name, self.number = f"returns {number}", number
        self._owner: dict[str, str] = {}
        self._entries: dict[str, list[str]] = {}
        self._changed: dict[str, None] = {}
        self.rows = dict(self._items())
        statuses = {word: one.value for word, one in self.look.statuses.items()}
        raised = {word: one.value for word, one in self.look.likelihoods.items()}
        self.columns = (
            self.column("item", CellKind.KEY, "short"),
            self.column("agreed", CellKind.FIXED, "name"),
            self.column("department", CellKind.FIXED, "name"),
            self.column("received", CellKind.FIXED, "short"),
            self.column("nil", CellKind.CHOICE, "short", self.flags),
            self.column("progress", CellKind.TEXT, "text"),
            self.column("status", CellKind.CHOICE, "short", statuses),
            self.column("reason", CellKind.TEXT, "name"),
            self.column("new_date", CellKind.DAY, "short"),
            self.column("next_step", CellKind.TEXT, "name"),
            self.column("may_be_exchanged", CellKind.CHOICE, "short", self.flags),
            self.column("may_be_published", CellKind.CHOICE, "short", self.flags),
            self.column("raised", CellKind.CHOICE, "short", raised),
        )

    def _items(self) -> Iterator[tuple[str, dict[str, str]]]:
        meeting = self.records.meeting(self.number)
        report = returns_on(self.records, meeting) if meeting else None
        for one in report.register if report else ():
            there = self._there(one.body)
            if there is not None:
                self._entries[one.body] = [entry.item for entry in there.items]
            for item in items_of(self.records, self.number, one.body):
                self._owner[item.item] = one.body
                entry = (there.on_item(item.item) if there else None) or ItemReturn(item=item.item)
                yield item.item, {**self._values(entry), **self._fixed(item.text, one.body, there)}

    def _there(self, body: str) -> Return | None:
        return next((one for one in self.records.returns_for(self.number) if one.body == body), None)

    def _fixed(self, text: str, body: str, there: Return | None) -> dict[str, str]:
        received = self.look.day(there.date) if there and there.date else ""
        return {"agreed": text, "department": self.bodies.name(body), "received": received}

    @staticmethod
    def _values(entry: ItemReturn) -> dict[str, str]:
        texts = {name: str(getattr(entry, name) or "").rstrip("\n") for name in _TEXTS}
        flags = {name: "true" if getattr(entry, name) else "false" for name in _FLAGS}
        chosen = {name: str(getattr(entry, name) or "") for name in ("status", "raised")}
        return {"item": entry.item, **texts, **flags, **chosen}

    def key_of(self, values: Values) -> str:
        """Return the number of an item."""
        return values.get("item", "")

    def path(self, key: str) -> Path:
        """Return the file of the return that has an item."""
        return self.data / "returns" / f"{self.number:02d}" / f"{self._owner[key]}.yaml"

    def puts(self, edit: Edit) -> Iterator[tuple[Path, Change]]:
        """Yield what is entered for an item, in the return of the department that leads it."""
        self._changed[self._owner[edit.key]] = None
        path, entries = self.path(edit.key), self._entries.setdefault(self._owner[edit.key], [])
        values = {name: _block(edit.changed[name]) for name in _FIELDS if name in edit.changed}
        if edit.key in entries:
            at = entries.index(edit.key)
            yield from ((path, Change(("items", at, name), value)) for name, value in values.items())
            return
        entry = without_blanks({"item": edit.key, **values})
        yield (
            (path, Change(("items", len(entries)), entry)) if entries else (path, Change(("items",), [entry]))
        )
        entries.append(edit.key)

    def voided(self) -> Iterator[Voided]:
        """Yield the clearances of the returns that change."""
        for there in map(self._there, self._changed):
            if there is not None and there.cleared is not None and there.is_cleared:
                yield Voided(there.cleared.by, command_for(address_of(there)))

    def begun(self, path: Path) -> str | None:
        """Return the head of a return that is begun."""
        head = "# yaml-language-server: $schema=../../schema/return.json\n"
        return f"{head}\nplenary: {self.number}\nbody: {path.stem}\n"


def _block(text: str) -> str:
    """Return a text as YAML keeps it: one of several lines ends its last."""
    return f"{text}\n" if "\n" in text else text
