"""Takes a filled form of records over: each answer to its place, no blank over anything, nothing lost."""

from __future__ import annotations

from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from egci_reports.app.collecting.collected import ChangedField
from egci_reports.app.collecting.entry import entry, tidy
from egci_reports.app.collecting.printable import Printed, faults_of
from egci_reports.app.collecting.quote import quoted
from egci_reports.app.collecting.remarks import remarks
from egci_reports.app.collecting.values import NotOnRecord, NotRead
from egci_reports.app.entering.kinds import Entered, Text
from egci_reports.app.entering.layout import FIRST_BLANK, asked, earlier_texts, laid_out, name_in, own_rows
from egci_reports.app.entering.matching import Known, SentRow, matched
from egci_reports.app.entering.places import FACT, drop, is_disputed, look, put
from egci_reports.app.entering.questions import (
    ADOPTED,
    MAIN,
    Data,
    FormQuestion,
    FormSection,
    RecordForm,
    Rows,
)
from egci_reports.engine.templating.word_list import WordList
from egci_reports.forms.filled import Aside, FilledForm
from egci_reports.forms.model import RowField, row_field
from egci_reports.records.facts import UnstatedReason


@dataclass(slots=True)
class Taken:
    """A form taken over: the new data of its files, what changes, and what is to be told.

    `answered` are the names of the questions and rows that were answered; `faults` are characters that no
    record can hold; `commands` put on record what is named in the form and is not there; `silent` are the
    questions answered by why the sources do not say something.
    """

    data: Data
    changes: list[ChangedField] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    understood: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    silent: set[str] = field(default_factory=set)
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
        self.as_printed: set[str] = set()
        self.places: dict[str, str] = {}

    def run(self) -> Taken:
        """Read all sections."""
        for section in self.form.sections:
            for question in section.questions:
                self._question(section, question)
            for rows in section.rows:
                self._rows(section, rows)
        for name in self.filled.fields.keys() - self.met - self.form.asked_before:
            text = " ".join(self.filled.fields[name].text.split())
            said = f", and it holds {quoted(text)}" if text else ""
            self.taken.unread.append(f"{name}: the form has no such field{said}")
        if self.confirmed == len(self.taken.changes):  # the form came back as it went out
            self.taken.changes.clear()
        form = laid_out(self.form, self.words)
        earlier = earlier_texts(self.form, form, self.words)
        beside = [
            one for one in self.filled.beside if one.aside is not Aside.OUTSIDE or one.text not in earlier
        ]
        self.taken.unread += remarks(beside, form, self.places, self.printed.running)
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
            return (
                data if text is None or not before or is_new else self._blank(question, where, data, before)
            )
        if text.casefold() in self.words.several("entry.nothing"):
            return self._taken_out(question, where, data, before)
        if (silence := self._silence(question, text)) is not None:
            return self._silent(question, where, data, before, silence)
        if text == tidy(before, question.kind.field, self.words):
            if not is_new:
                self._confirm(question, where, before)
            return data
        entered = self._entered(question, text, where)
        if entered is None:
            return data
        after = question.kind.show(entered.value)
        self.as_printed |= {entered.printed} - {""}
        if entered.said:
            self.taken.understood.append(f"{where}: {entered.said}")
        if after == before:
            if not is_new:
                self._confirm(question, where, before)
            kept = _with_printed(question, data, entered)
            if kept != data:
                self.taken.changes.append(ChangedField(where, before, entered.printed))
            return kept
        self.taken.answered.add(question.name)
        self.taken.changes.append(ChangedField(where, before, after))
        if question.at[-1] == "unstated":
            self.taken.silent.add(question.name)
        data = put(data, question.at, entered.value)
        return _with_printed(question, data, entered)

    def _entered(self, question: FormQuestion, text: str, where: str) -> Entered | None:
        """Return what a text means; None, which is told, if it cannot be read."""
        try:
            return question.kind.read(text)
        except NotRead as reason:
            self.taken.unread.append(f"{where}: {reason}")
            if isinstance(reason, NotOnRecord):
                self.taken.commands.append(reason.command)
            return None

    def _blank(self, question: FormQuestion, where: str, data: Any, before: str) -> Any:
        """Return data after a blank: what is on record stays, what was only proposed is not entered."""
        if question.name in self.form.proposed and FACT in question.at:
            return self._taken_out(question, where, data, before)
        if before not in self.as_printed:  # it was said by the entry before it
            self.taken.kept.append(where)
        return data

    def _taken_out(self, question: FormQuestion, where: str, data: Any, before: str) -> Any:
        """Return data without the answer to a question, by the word for it in the form."""
        self.taken.answered.add(question.name)
        if not before:
            return data
        self.taken.changes.append(ChangedField(where, before, ""))
        return drop(data, question.at)

    def _silence(self, question: FormQuestion, text: str) -> str | None:
        """Return the reason for which sources are silent, if a text gives one in place of a fact."""
        if question.at[-1] is not FACT:
            return None
        silences = {self.words(f"entry.silences.{one.name.lower()}"): one for one in UnstatedReason}
        silences[self.words("entry.not_stated")] = UnstatedReason.NOT_STATED
        return next((str(one) for word, one in silences.items() if word.casefold() == text.casefold()), None)

    def _silent(self, question: FormQuestion, where: str, data: Any, before: str, reason: str) -> Any:
        """Return data in which the sources do not say something."""
        self.taken.answered.add(question.name)
        there = look(data, question.at[:-1])
        if isinstance(there, dict) and there.get("unstated") == reason:
            return data
        said = self.words(f"entry.silences.{reason.replace('-', '_')}")
        self.taken.changes.append(ChangedField(where, before, said))
        return put(data, question.at[:-1], {"unstated": reason})

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
        found = self._matched(rows, entries, own)
        for number, one in enumerate(self._sent(rows), start=1):
            where = f"{section.title}, {rows.label} {number}"
            place = found.get(one)
            if place is None and one.copy == 1 and one.place < FIRST_BLANK:
                self._tell_gone(rows, one, where)
                continue
            if place is not None:
                at = next(index for index, (key, _) in enumerate(made) if key == place)
                if self._is_taken_away(rows, one, made[at][1], where):
                    made[at] = (place, None)
                else:
                    item = self._row(rows, one, made[at][1], where)
                    made[at] = (place, item if place in own else self._adopted(rows, item, number, where))
                before_new = place
                continue
            new = self._new_row(rows, one, where)
            if new is not None:
                new = {**new, ADOPTED: number} if rows.adopts else new
                key = before_new if before_new >= 0 and one.copy > 1 else after
                index = max((i for i, (k, _) in enumerate(made) if k <= key), default=-1) + 1
                made.insert(index, (key, new))
        self._missing(section, rows, [place for place in own if place not in found.values()], own, made)
        items = [item for _, item in made if item is not None]
        if items != entries:
            self.taken.data[rows.file] = put(self.taken.data[rows.file], rows.at, items)

    def _adopted(self, rows: Rows, item: Any, number: int, where: str) -> Any:
        """Return an entry of the list that comes to belong to the form by its row."""
        first = rows.questions[0]
        self.taken.answered.add(rows.name)
        self.taken.changes.append(ChangedField(where, "", first.kind.show(look(item, first.at))))
        return {**item, ADOPTED: number}

    def _matched(self, rows: Rows, entries: list[Any], own: list[int]) -> dict[RowField, int]:
        """Return of which entry each row of the form is, by its place in the list; see `matching`."""
        sent = [
            SentRow(one, {question.name: said for question in rows.questions
                          if (said := self._said(question, name_in(rows, one.place, question, one.copy)))})
            for one in self._sent(rows)
        ]  # fmt: skip
        there = {place: self._on_record(rows, entries[place]) for place in own}
        texts = (one.name for one in rows.questions if isinstance(one.kind, Text) and not one.kind.choices)
        known = Known(rows.known_by or (rows.needed,), tuple(texts))
        found = matched(sent, there, known)
        others = {
            place: self._on_record(rows, entry)
            for place, entry in enumerate(entries)
            if rows.adopts and place not in own
        }
        for one in sent:  # such as a source that another plenary has brought on record
            same = (place for place, entry in others.items() if known.is_same(one.said, entry))
            if one.row not in found and (place := next(same, None)) is not None:
                found[one.row] = place
        return found

    def _on_record(self, rows: Rows, entry: Any) -> dict[str, str]:
        """Return what an entry says, as it stands in a form."""
        values = [(question, look(entry, question.at)) for question in rows.questions]
        return {
            question.name: tidy(question.kind.show(value), question.kind.field, self.words)
            for question, value in values
            if value is not None
        }

    def _said(self, question: FormQuestion, name: str) -> str:
        """Return what a field says, as it would stand in a form; "" if it is blank or cannot be read."""
        filled = self.filled.fields.get(name)
        if filled is None:
            return ""
        with suppress(NotRead):
            text = entry(filled, asked(question, name, None, self.words), self.words)
            shown = question.kind.show(question.kind.read(text).value) if text else ""
            return tidy(shown, question.kind.field, self.words)
        return " ".join(filled.text.split())

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
            name = name_in(rows, one.place, question, one.copy)
            added = one.copy > 1 or one.place >= FIRST_BLANK
            if added and rows.adopts and question.name == rows.needed:
                self._known(question, name, item, where)
                continue
            item = self._settled(question, name, item, f"{where}, {question.label}", is_new=added)
        return item

    def _known(self, question: FormQuestion, name: str, item: Any, where: str) -> None:
        """Tell what is on record of an entry that is known by more than its name: that name stays."""
        self.met.add(name)
        said, there = self._said(question, name), question.kind.show(look(item, question.at))
        if said and said != there:
            self.taken.understood.append(f"{where}: {quoted(said)} is on record as {quoted(there)}")

    def _is_taken_away(self, rows: Rows, one: RowField, item: Any, where: str) -> bool:
        """Whether a row goes: by the word for it, or blank where it was only proposed."""
        names = {name_in(rows, one.place, question, one.copy): question for question in rows.questions}
        needed = next(name for name, question in names.items() if question.name == rows.needed)
        filled = self.filled.fields.get(needed)
        nothing = self.words.several("entry.nothing")
        is_told = filled is not None and " ".join(filled.text.split()).casefold() in nothing
        if not is_told:
            if rows.name not in self.form.proposed or not all(map(self.filled.fields.get, names)):
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
        """Tell of a row that holds an entry which was taken off the record since the form was made."""
        names = {name_in(rows, one.place, question) for question in rows.questions}
        self.met |= names
        said = (self._said(question, name_in(rows, one.place, question)) for question in rows.questions)
        if held := "; ".join(filter(None, said)):
            gone = "its entry is not on record any more, and it holds"
            self.taken.unread.append(f"{where}: {gone} {quoted(held)}")

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

    def _missing(
        self, section: FormSection, rows: Rows, left: list[int], own: list[int], made: list[tuple[int, Any]]
    ) -> None:
        """Tell of rows that were taken out of the form: they stay, unless they were only proposed."""
        sent = {one.place for one in self._sent(rows) if one.copy == 1}
        for number, place in enumerate(own, start=1):
            if number in sent or place not in left:
                continue
            where = f"{section.title}, {rows.label} {number}"
            if rows.name not in self.form.proposed:
                self.taken.kept.append(f"{where}, which is not in the form any more,")
                continue
            at = next(index for index, (key, _) in enumerate(made) if key == place)
            first = rows.questions[0]
            self.taken.changes.append(ChangedField(where, first.kind.show(look(made[at][1], first.at)), ""))
            made[at] = (place, None)


def _with_printed(question: FormQuestion, data: Any, entered: Entered) -> Any:
    """Return data that keep a name as it was entered, if it is not the one on record and none is kept yet."""
    if not entered.printed or not question.printed_at or look(data, question.printed_at) is not None:
        return data
    return put(data, question.printed_at, entered.printed)
