"""The answers of a filled form: each to its place in the records, and no blank over anything."""

from __future__ import annotations

from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from egci_reports.app.collecting.collected import ChangedField
from egci_reports.app.collecting.entry import entry, tidy
from egci_reports.app.collecting.printable import Printed
from egci_reports.app.collecting.taken import TakenForm
from egci_reports.app.collecting.values import NotOnRecord, NotRead
from egci_reports.app.entering.kinds import Entered
from egci_reports.app.entering.layout import asked
from egci_reports.app.entering.places import FACT, drop, look, put
from egci_reports.app.entering.questions import Data, FormQuestion, RecordForm
from egci_reports.engine.templating.word_list import WordList
from egci_reports.forms.filled import FilledForm
from egci_reports.records.facts import UnstatedReason


@dataclass(slots=True)
class TakenEntry(TakenForm):
    """A form of records while it is taken over, with the new data of its files.

    `answered` are the names of the questions and rows that were answered; `commands` put on record what is
    named in the form and is not there; `silent` are the questions answered by why the sources do not say
    something.
    """

    data: Data
    commands: list[str] = field(default_factory=list)
    silent: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)


class Answers:
    """Takes the answers of one form over into `taken`.

    `met` are the names of the fields that were asked for, `places` where each stands, as people call it;
    `confirmed` counts what a new record begins with and the form leaves standing.
    """

    def __init__(self, filled: FilledForm, form: RecordForm, words: WordList, printed: Printed) -> None:
        self.filled = filled
        self.form = form
        self.words = words
        self.taken = TakenEntry(deepcopy(form.data))
        self.met: set[str] = set()
        self.places: dict[str, str] = {}
        self.confirmed = 0
        self._printed = printed
        self._as_printed: set[str] = set()

    def settle(
        self, question: FormQuestion, name: str, data: Any, where: str, *, is_new: bool = False
    ) -> Any:
        """Return data with the answer to a question in its place; as they are if there is none."""
        self.met.add(name)
        self.places[name] = where
        old = look(data, question.at)
        before = question.kind.show(old) if old is not None else ""
        text = self.text(question, name, data, where, is_new=is_new)
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
        self._as_printed |= {entered.printed} - {""}
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
        if before not in self._as_printed:  # it was said by the entry before it
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

    def text(self, question: FormQuestion, name: str, data: Any, where: str, *, is_new: bool) -> str | None:
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
        self.taken.require_printable(text, where, self._printed.fonts)
        return text

    def said(self, question: FormQuestion, name: str) -> str:
        """Return what a field says, as it would stand in a form; "" if it is blank or cannot be read."""
        filled = self.filled.fields.get(name)
        if filled is None:
            return ""
        with suppress(NotRead):
            text = entry(filled, asked(question, name, None, self.words), self.words)
            shown = question.kind.show(question.kind.read(text).value) if text else ""
            return tidy(shown, question.kind.field, self.words)
        return " ".join(filled.text.split())


def _with_printed(question: FormQuestion, data: Any, entered: Entered) -> Any:
    """Return data that keep a name as it was entered, if it is not the one on record and none is kept yet."""
    if not entered.printed or not question.printed_at or look(data, question.printed_at) is not None:
        return data
    return put(data, question.printed_at, entered.printed)
