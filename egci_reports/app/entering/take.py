"""Takes a filled form of records over: each answer to its place, no blank over anything, nothing lost."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from egci_reports.app.collecting.collected import ChangedField
from egci_reports.app.collecting.entry import entry, tidy
from egci_reports.app.collecting.printable import Printed, faults_of
from egci_reports.app.collecting.quote import quoted
from egci_reports.app.collecting.remarks import remarks
from egci_reports.app.collecting.values import NotRead
from egci_reports.app.entering.layout import FIRST_BLANK, asked, laid_out, name_in, own_rows
from egci_reports.app.entering.places import is_disputed, look, put
from egci_reports.app.entering.questions import MAIN, Data, FormQuestion, FormSection, RecordForm, Rows
from egci_reports.engine.templating.word_list import WordList
from egci_reports.forms.filled import FilledForm
from egci_reports.forms.model import RowField, row_field


@dataclass(slots=True)
class Taken:
    """A form taken over: the new data of its files, what changes, and what is to be told.

    `answered` are the names of the questions and rows that were answered; `faults` are characters that no
    record can hold.
    """

    data: Data
    changes: list[ChangedField] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    understood: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    answered: set[str] = field(default_factory=set)


def take(filled: FilledForm, form: RecordForm, words: WordList, printed: Printed) -> Taken:
    """Return what a filled form makes of the data of its files; raises nothing.

    A field left blank leaves what is there. `printed` is how papers print what is entered.
    """
    return _Take(filled, form, words, printed).run()


class _Take:
    def __init__(self, filled: FilledForm, form: RecordForm, words: WordList, printed: Printed) -> None:
        self.filled = filled
        self.form = form
        self.words = words
        self.printed = printed
        self.taken = Taken(deepcopy(form.data))
        self.met: set[str] = set()
        self.confirmed = 0
        self.places: dict[str, str] = {}

    def run(self) -> Taken:
        """Read all sections."""
        for section in self.form.sections:
            for question in section.questions:
                self._question(section, question)
            for rows in section.rows:
                self._rows(section, rows)
        for name in self.filled.fields.keys() - self.met:
            text = " ".join(self.filled.fields[name].text.split())
            said = f", and it holds {quoted(text)}" if text else ""
            self.taken.unread.append(f"{name}: the form has no such field{said}")
        if self.confirmed == len(self.taken.changes):  # the form came back as it went out
            self.taken.changes.clear()
        form = laid_out(self.form, self.words)
        self.taken.unread += remarks(self.filled.beside, form, self.places, self.printed.running)
        return self.taken

    def _question(self, section: FormSection, question: FormQuestion) -> None:
        if is_disputed(self.form.data[MAIN], question.at):
            return
        where = f"{section.title}, {question.label}"
        data = self.taken.data[MAIN]
        self.taken.data[MAIN] = self._settled(question, question.name, data, where)

    def _settled(
        self, question: FormQuestion, name: str, data: Any, where: str, *, is_new: bool = False
    ) -> Any:
        """Return data with the answer to a question in its place; as they are if there is none."""
        self.met.add(name)
        self.places[name] = where
        old = look(data, question.at)
        before = question.kind.show(old) if old is not None else ""
        text = self._text(question, name, data, where, is_new=is_new)
        if not text:
            if before and text is not None:
                self.taken.kept.append(where)
            return data
        if text == tidy(before, question.kind.field, self.words):
            self._confirm(question, where, before)
            return data
        try:
            entered = question.kind.read(text)
        except NotRead as reason:
            self.taken.unread.append(f"{where}: {reason}")
            return data
        after = question.kind.show(entered.value)
        if entered.said:
            self.taken.understood.append(f"{where}: {entered.said}")
        if after == before:
            self._confirm(question, where, before)
            return data
        self.taken.answered.add(question.name)
        self.taken.changes.append(ChangedField(where, before, after))
        return put(data, question.at, entered.value)

    def _confirm(self, question: FormQuestion, where: str, value: str) -> None:
        """Tell of what a new record begins with and the form leaves standing: it is on no record yet."""
        if self.form.begins and question.at[-1] != "unstated":
            self.confirmed += 1
            self.taken.changes.append(ChangedField(where, "", value))

    def _text(self, question: FormQuestion, name: str, data: Any, where: str, *, is_new: bool) -> str | None:
        """Return what stands in a field; None if it cannot be read."""
        filled = self.filled.fields.get(name)
        if filled is None:
            if not is_new:
                self.taken.unread.append(f"{where}: the field is missing from the form")
            return None
        self.taken.unread += [f"{where}: {why}" for why in filled.unread]
        try:
            text = entry(filled, asked(question, name, None if is_new else data, self.words), self.words)
        except NotRead as reason:
            self.taken.unread.append(f"{where}: {reason}")
            return None
        faults, unprintable = faults_of(text, where, self.printed.fonts)
        self.taken.faults += faults
        self.taken.unread += unprintable
        return text

    def _rows(self, section: FormSection, rows: Rows) -> None:
        """Read the rows of a list in the order of the form: those on record, and new ones between them."""
        if is_disputed(self.form.data[rows.file], rows.at):
            return
        own = own_rows(rows, self.form)
        entries = list(look(self.taken.data[rows.file], rows.at) or [])
        made: list[tuple[int, Any]] = [(place, item) for place, item in enumerate(entries)]
        after = own[-1] if own else len(entries) - 1
        before_new = -1
        for number, one in enumerate(self._sent(rows), start=1):
            where = f"{section.title}, {rows.label} {number}"
            if one.copy == 1 and len(own) < one.place < FIRST_BLANK:
                self._tell_gone(rows, one, where)
                continue
            if one.copy == 1 and one.place < FIRST_BLANK:
                place = own[one.place - 1]
                at = next(index for index, (key, _) in enumerate(made) if key == place)
                if self._is_taken_away(rows, one, made[at][1], where):
                    made[at] = (place, None)
                else:
                    made[at] = (place, self._row(rows, one, made[at][1], where))
                before_new = place
                continue
            new = self._new_row(rows, one, where)
            if new is not None:
                key = before_new if before_new >= 0 and one.copy > 1 else after
                index = max((i for i, (k, _) in enumerate(made) if k <= key), default=-1) + 1
                made.insert(index, (key, new))
        self._missing(section, rows, own, made)
        items = [item for _, item in made if item is not None]
        if items != entries:
            self.taken.data[rows.file] = put(self.taken.data[rows.file], rows.at, items)

    def _sent(self, rows: Rows) -> list[RowField]:
        """Return the rows of a list that stand in the form, in its order, each by one of its fields."""
        found: dict[tuple[int, int], RowField] = {}
        for name in self.filled.fields:
            row = row_field(name)
            if row is not None and row.list == rows.name:
                found.setdefault((row.place, row.copy), row)
        return list(found.values())

    def _row(self, rows: Rows, one: RowField, item: Any, where: str) -> Any:
        for question in rows.questions:
            item = self._settled(
                question, name_in(rows, one.place, question), item, f"{where}, {question.label}"
            )
        return item

    def _is_taken_away(self, rows: Rows, one: RowField, item: Any, where: str) -> bool:
        """Whether a row that was only proposed came back blank: it is of no record, and goes."""
        names = {name_in(rows, one.place, question): question for question in rows.questions}
        fields = [self.filled.fields.get(name) for name in names]
        if rows.name not in self.form.proposed or not all(fields):
            return False
        for name, question in names.items():
            if self._text(question, name, item, where, is_new=False) != "":
                return False
        first = rows.questions[0]
        self.met |= names.keys()
        self.taken.answered.add(rows.name)
        self.taken.changes.append(ChangedField(where, first.kind.show(look(item, first.at)), ""))
        return True

    def _tell_gone(self, rows: Rows, one: RowField, where: str) -> None:
        """Tell of a row whose entry was taken off the record since the form was made."""
        names = {name_in(rows, one.place, question) for question in rows.questions}
        self.met |= names
        texts = (self.filled.fields[name] for name in names & self.filled.fields.keys())
        held = "; ".join(sorted(" ".join(one.text.split()) for one in texts if not one.is_prompt))
        self.taken.unread.append(f"{where}: its entry is not on record any more, and it holds {quoted(held)}")

    def _new_row(self, rows: Rows, one: RowField, where: str) -> Any:
        """Return a row that was filled in; None if it is blank, or lacks what makes it an entry."""
        changes, understood = len(self.taken.changes), len(self.taken.understood)
        item: Any = None
        for question in rows.questions:
            name = name_in(rows, one.place, question, one.copy)
            item = self._settled(question, name, item, f"{where}, {question.label}", is_new=True)
        if item is None:
            return None
        needed = next(question for question in rows.questions if question.name == rows.needed)
        if look(item, needed.at) is None:
            said = "; ".join(f"{one.where}: {quoted(one.new)}" for one in self.taken.changes[changes:])
            del self.taken.changes[changes:], self.taken.understood[understood:]
            self.taken.unread.append(f"{where}: without {needed.label} it is no entry ({said})")
            return None
        self.taken.answered.add(rows.name)
        return rows.complete(item, self.taken.data)

    def _missing(self, section: FormSection, rows: Rows, own: list[int], made: list[tuple[int, Any]]) -> None:
        """Tell of rows that were taken out of the form: they stay, unless they were only proposed."""
        sent = {one.place for one in self._sent(rows) if one.copy == 1}
        for number, place in enumerate(own, start=1):
            if number in sent:
                continue
            where = f"{section.title}, {rows.label} {number}"
            if rows.name not in self.form.proposed:
                self.taken.kept.append(f"{where}, which is not in the form any more,")
                continue
            at = next(index for index, (key, _) in enumerate(made) if key == place)
            first = rows.questions[0]
            self.taken.changes.append(ChangedField(where, first.kind.show(look(made[at][1], first.at)), ""))
            made[at] = (place, None)
