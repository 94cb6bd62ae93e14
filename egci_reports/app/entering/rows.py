"""Takes the rows of a list over: those on record where they stand, and new ones between them."""

from __future__ import annotations

from typing import Any

from egci_reports.app.collecting.collected import ChangedField
from egci_reports.app.collecting.quote import quoted
from egci_reports.app.entering.answers import Answers
from egci_reports.app.entering.layout import FIRST_BLANK, name_in, own_rows
from egci_reports.app.entering.places import is_disputed, look, put
from egci_reports.app.entering.questions import ADOPTED, FormQuestion, FormSection, Rows
from egci_reports.app.entering.sent_rows import matched_rows, sent_rows
from egci_reports.forms.model import RowField


def take_rows(answers: Answers, section: FormSection, rows: Rows) -> None:
    """Take the rows of a list over in the order of the form; a list in dispute is left alone."""
    if not is_disputed(answers.form.data[rows.file], rows.at):
        _RowTaker(answers, section, rows).run()


class _RowTaker:
    """Takes the rows of one list over; `made` is the list that comes of it.

    An entry of `made` goes with the place of the entry on record that it is or follows; None was taken away.
    """

    def __init__(self, answers: Answers, section: FormSection, rows: Rows) -> None:
        self.answers = answers
        self.taken = answers.taken
        self.rows = rows
        self.title = f"{section.title}, {rows.label}"
        self.sent = sent_rows(answers.filled, rows)
        self.entries = list(look(self.taken.data[rows.file], rows.at) or [])
        self.own = own_rows(rows, answers.form)
        self.made: list[tuple[int, Any]] = list(enumerate(self.entries))

    def run(self) -> None:
        """Take all rows over."""
        rows, data = self.rows, self.taken.data
        found = matched_rows(self.answers, rows, self.entries, self.own)
        after = self.own[-1] if self.own else len(self.entries) - 1
        before_new = -1
        for number, one in enumerate(self.sent, start=1):
            where = f"{self.title} {number}"
            place = found.get(one)
            if place is not None:
                self._row_on_record(one, place, number, where)
                before_new = place
            elif one.copy == 1 and one.place < FIRST_BLANK:
                self._tell_gone(one, where)
            elif (new := self._new_row(one, where)) is not None:
                new = {**new, ADOPTED: number} if rows.adopts else new
                self._insert(before_new if before_new >= 0 and one.copy > 1 else after, new)
        self._missing([place for place in self.own if place not in found.values()])
        items = [item for _, item in self.made if item is not None]
        if items != self.entries:
            data[rows.file] = put(data[rows.file], rows.at, items)

    def _insert(self, after: int, item: Any) -> None:
        """Put a new entry behind those that are or follow the entry of a place."""
        index = max((i for i, (place, _) in enumerate(self.made) if place <= after), default=-1) + 1
        self.made.insert(index, (after, item))

    def _index(self, place: int) -> int:
        return next(index for index, (known, _) in enumerate(self.made) if known == place)

    def _first(self, item: Any) -> str:
        """Return what an entry is called: its answer to the first question."""
        first = self.rows.questions[0]
        return first.kind.show(look(item, first.at))

    def _name(self, one: RowField, question: FormQuestion) -> str:
        return name_in(self.rows, one.place, question, one.copy)

    def _row_on_record(self, one: RowField, place: int, number: int, where: str) -> None:
        at = self._index(place)
        item = self.made[at][1]
        if self._is_taken_away(one, item, where):
            self.made[at] = (place, None)
            return
        item = self._row(one, item, where)
        self.made[at] = (place, item if place in self.own else self._adopted(item, number, where))

    def _adopted(self, item: Any, number: int, where: str) -> Any:
        """Return an entry of the list that comes to belong to the form by its row."""
        self.taken.answered.add(self.rows.name)
        self.taken.changes.append(ChangedField(where, "", self._first(item)))
        return {**item, ADOPTED: number}

    def _row(self, one: RowField, item: Any, where: str) -> Any:
        added = one.copy > 1 or one.place >= FIRST_BLANK
        for question in self.rows.questions:
            name = self._name(one, question)
            if added and self.rows.adopts and question.name == self.rows.needed:
                self._known(question, name, item, where)
                continue
            item = self.answers.settle(question, name, item, f"{where}, {question.label}", is_new=added)
        return item

    def _known(self, question: FormQuestion, name: str, item: Any, where: str) -> None:
        """Tell what is on record of an entry that is known by more than its name: that name stays."""
        self.answers.met.add(name)
        said, there = self.answers.said(question, name), question.kind.show(look(item, question.at))
        if said and said != there:
            self.taken.understood.append(f"{where}: {quoted(said)} is on record as {quoted(there)}")

    def _is_taken_away(self, one: RowField, item: Any, where: str) -> bool:
        """Whether a row goes: by the word for it, or blank where it was only proposed."""
        rows, answers = self.rows, self.answers
        names = {self._name(one, question): question for question in rows.questions}
        needed = next(name for name, question in names.items() if question.name == rows.needed)
        filled = answers.filled.fields.get(needed)
        nothing = answers.words.several("entry.nothing")
        is_told = filled is not None and " ".join(filled.text.split()).casefold() in nothing
        if not is_told:
            if rows.name not in answers.form.proposed or not all(map(answers.filled.fields.get, names)):
                return False
            for name, question in names.items():
                if answers.text(question, name, item, where, is_new=False) != "":
                    return False
        answers.met |= names.keys()
        self.taken.answered.add(rows.name)
        self.taken.changes.append(ChangedField(where, self._first(item), ""))
        return True

    def _tell_gone(self, one: RowField, where: str) -> None:
        """Tell of a row that holds an entry which was taken off the record since the form was made."""
        names = {self._name(one, question): question for question in self.rows.questions}
        self.answers.met |= names.keys()
        said = (self.answers.said(question, name) for name, question in names.items())
        if held := "; ".join(filter(None, said)):
            gone = "its entry is not on record any more, and it holds"
            self.taken.unread.append(f"{where}: {gone} {quoted(held)}")

    def _new_row(self, one: RowField, where: str) -> Any:
        """Return a row that was filled in; None if it is blank, or lacks what makes it an entry."""
        rows = self.rows
        changes, understood = len(self.taken.changes), len(self.taken.understood)
        item: Any = None
        for question in rows.questions:
            name, said_at = self._name(one, question), f"{where}, {question.label}"
            item = self.answers.settle(question, name, item, said_at, is_new=True)
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

    def _missing(self, left: list[int]) -> None:
        """Tell of entries that have no row any more: they stay, unless they were only proposed."""
        sent = {one.place for one in self.sent if one.copy == 1}
        for number, place in enumerate(self.own, start=1):
            if number in sent or place not in left:
                continue
            where = f"{self.title} {number}"
            if self.rows.name not in self.answers.form.proposed:
                self.taken.kept.append(f"{where}, which is not in the form any more,")
                continue
            at = self._index(place)
            self.taken.changes.append(ChangedField(where, self._first(self.made[at][1]), ""))
            self.made[at] = (place, None)
