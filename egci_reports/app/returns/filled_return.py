"""Takes a filled form over into a return: each field read into what it means, nothing there lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from egci_reports.app.collecting.collected import ChangedField
from egci_reports.app.collecting.entry import entry
from egci_reports.app.collecting.printable import Printed
from egci_reports.app.collecting.quote import quoted
from egci_reports.app.collecting.remarks import remarks
from egci_reports.app.collecting.taken import TakenForm
from egci_reports.app.collecting.values import NotRead, chosen, date_meant, number, whole_date
from egci_reports.app.returns.form_clearance import cleared_by, with_clearance
from egci_reports.app.returns.return_form import FormWords, field_prefix
from egci_reports.forms.filled import FilledForm
from egci_reports.forms.model import Field, Form
from egci_reports.records.returns import ItemReturn, Return


@dataclass(slots=True)
class TakenReturn(TakenForm):
    """A form taken over into a new return; `voided` is who cleared words that have changed since."""

    new: Return
    voided: str | None = None


def take_over(
    filled: FilledForm, form: Form, there: Return, words: FormWords, printed: Printed
) -> TakenReturn:
    """Return what a filled form makes of the return that is there; `printed` is how papers print it.

    A field left blank leaves what was there. Raises nothing: what cannot be read is named in the result.
    """
    return _TakeOver(filled, form, there, words, printed).run()


class _TakeOver:
    def __init__(
        self, filled: FilledForm, form: Form, there: Return, words: FormWords, printed: Printed
    ) -> None:
        self.filled = filled
        self.form = form
        self.there = there
        self.words = words
        self.printed = printed
        self.taken = TakenReturn(there)
        self.place = ""

    def run(self) -> TakenReturn:
        """Read all fields, group by group."""
        head, *items = self.form.groups
        fields = {part.name: part for part in self.form.fields}
        self.taken.tell_strange(self.filled, fields)
        values = self._values(fields, _HEAD, "", self.there.model_dump(), head.title)
        said = self._read(fields["cleared_by"], head.title, str)
        entries = {entry.item: entry for entry in self.there.items}
        for group in items:
            entry = entries.get(group.key, ItemReturn(item=group.key))
            at = field_prefix(group.key)
            raw = self._values(fields, _ITEM, at, entry.model_dump(), group.title)
            raw["figures"] = self._figures(fields, at, entry, group.title)
            entries[group.key] = ItemReturn.model_validate(raw)
        kept = [entry for entry in entries.values() if entry.is_begun or entry in self.there.items]
        order = [group.key for group in items]
        kept.sort(key=lambda entry: order.index(entry.item) if entry.item in order else len(order))
        new = Return.model_validate({**values, "items": [entry.model_dump() for entry in kept]})
        self.taken.new = self._cleared(new, said, f"{head.title}, {fields['cleared_by'].label}")
        self.taken.unread += remarks(self.filled.beside, self.form, self._places(), self.printed.running)
        self.taken.tell_tracked(self.filled)
        return self.taken

    def _cleared(self, new: Return, said: str | None, where: str) -> Return:
        """Return the return with its clearance; tell of one that falls as the words change."""
        if said is not None and new.date is None:
            self.taken.unread.append(f"{where}: {quoted(said)}, on no day: the date of the return is missing")
        made = with_clearance(new, self.there, said)
        before, after = cleared_by(self.there), cleared_by(made)
        if before != after:
            self.taken.changes.append(ChangedField(where, before, after))
        if made.is_void and made.fingerprint != self.there.fingerprint:
            self.taken.voided = after
        return made

    def _places(self) -> dict[str, str]:
        """Return where each field stands, for officers."""
        return {
            part.name: f"{group.title}, {row.label}"
            for group in self.form.groups
            for row in group.rows
            for part in row.parts
            if isinstance(part, Field)
        }

    def _values(
        self,
        fields: Mapping[str, Field],
        reading: Mapping[str, tuple[str, str]],
        at: str,
        there: dict[str, Any],
        where: str,
    ) -> dict[str, Any]:
        """Return what a group of fields holds, on top of what is there."""
        for key, (name, kind) in reading.items():
            asked = fields.get(f"{at}{name}")
            if asked is None:  # the part in an area is not asked where the plan names leads
                continue
            value = self._read(asked, where, self._reader(kind))
            there[key] = self._settle(f"{where}, {asked.label}", there[key], value)
        return there

    def _settle(self, where: str, old: Any, new: Any) -> Any:
        if new is None:
            if old:
                self.taken.kept.append(where)
            return old
        if self._said(old) != self._said(new):
            self.taken.changes.append(ChangedField(where, self._said(old), self._said(new)))
        return new

    def _said(self, value: Any) -> str:
        """Return a value as an officer reads it."""
        if isinstance(value, bool):
            return next(word for word, one in self.words.yes_and_no.items() if one is value)
        if isinstance(value, tuple):
            return "\n".join(value)
        for choices in (self.words.statuses, self.words.likelihoods, self.words.parts):
            for word, one in choices.items():
                if one is value:
                    return word
        return "" if value is None else str(value)

    def _read(self, asked: Field, where: str, reader: Callable[[str], Any]) -> Any:
        """Return the value of a field; None if it is blank or says nothing that can be read."""
        place = self.place = f"{where}, {asked.label}"
        filled = self.filled.fields.get(asked.name)
        if filled is None:
            self.taken.unread.append(f"{place}: the field is missing from the form")
            return None
        self.taken.unread += [f"{place}: {why}" for why in filled.unread]
        try:
            text = entry(filled, asked, self.words.words)
            self.taken.require_printable(text, place, self.printed.fonts)
            return reader(text) if text else None
        except NotRead as reason:
            self.taken.unread.append(f"{place}: {reason}")
            return None

    def _reader(self, kind: str) -> Callable[[str], Any]:
        readers: dict[str, Callable[[str], Any]] = {
            "text": str,
            "line": str,
            "lines": _lines,
            "part": lambda text: chosen(text, self.words.parts),
            "yes": lambda text: chosen(text, self.words.yes_and_no),
            "status": lambda text: chosen(text, self.words.statuses),
            "raised": lambda text: chosen(text, self.words.likelihoods),
            "day": lambda text: whole_date(self._date(text)),
            "date": self._date,
            "value": number,
        }
        return readers[kind]

    def _date(self, text: str) -> str:
        """Return a date as records have it; say how one in figures alone was read."""
        written, is_guess = date_meant(text, self.words.words.language.months)
        if is_guess:
            self.taken.understood.append(
                f"{self.place}: {quoted(text)} was taken for {self.words.day(written)}"
            )
        return written

    def _figures(
        self, fields: Mapping[str, Field], at: str, entry: ItemReturn, where: str
    ) -> list[dict[str, Any]]:
        """Return the figures: those of the form's rows that are whole; figures not in it stay."""
        found = []
        there = {(figure.name, figure.unit): figure.model_dump() for figure in entry.figures}
        rows = [name.split("_")[-2] for name in fields if re.fullmatch(rf"{at}f[0-9]+_unit", name)]
        for row in rows:
            raw = {
                key: self._read(fields[f"{at}{row}_{key}"], f"{where}, figure {row[1:]}", self._reader(kind))
                for key, kind in _FIGURE.items()
            }
            if raw["value"] is None and raw["as_at"] is None:
                self._require_value(raw, fields, f"{at}{row}", f"{where}, figure {row[1:]}")
                continue
            if missing := [fields[f"{at}{row}_{key}"].label for key, value in raw.items() if value is None]:
                self.taken.unread.append(f"{where}, figure {row[1:]}: without {', '.join(missing).lower()}")
                continue
            old = there.pop((raw["name"], raw["unit"]), None)
            said = f"{raw['value']} as at {raw['as_at']}"
            before = f"{old['value']} as at {old['as_at']}" if old else ""
            if said != before:
                self.taken.changes.append(
                    ChangedField(f"{where}, {raw['name']} ({raw['unit']})", before, said)
                )
            found.append(raw)
        return [*found, *there.values()]

    def _require_value(
        self, raw: Mapping[str, Any], fields: Mapping[str, Field], row: str, place: str
    ) -> None:
        """Tell what a department named as a figure without giving one; what the form named is no news."""
        for key in ("name", "unit"):
            if raw[key] and raw[key] != " ".join(fields[f"{row}_{key}"].value.split()):
                self.taken.unread.append(f"{place}: {quoted(raw[key])}, without a value and a day")


def _lines(text: str) -> tuple[str, ...]:
    """Return the lines of an entry that holds a name on each."""
    return tuple(line.removeprefix("- ") for line in text.split("\n") if line.strip("- "))


_HEAD = {
    "nil": ("all_nil", "yes"),
    "expects": ("expects", "text"),
    "delegates": ("delegates", "lines"),
    "prepared_by": ("prepared_by", "line"),
    "telephone": ("telephone", "line"),
    "email": ("email", "line"),
    "date": ("date", "day"),
}
"""Fields of a return, with their names in the form and how they are read."""

_ITEM = {
    "part": ("part", "part"),
    "nil": ("nil", "yes"),
    "progress": ("progress", "text"),
    "status": ("status", "status"),
    "reason": ("reason", "line"),
    "new_date": ("new_date", "date"),
    "next_step": ("next_step", "line"),
    "may_be_exchanged": ("exchange", "yes"),
    "may_be_published": ("publish", "yes"),
    "raised": ("raised", "raised"),
    "line_to_take": ("line", "text"),
}

_FIGURE = {"name": "line", "value": "value", "unit": "line", "as_at": "day"}
