"""What an entry can be: how each kind is offered and shown, and how what people write is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from egci_reports.app.collecting.naming import NameMatch, NamesOnDay
from egci_reports.app.collecting.quote import quoted
from egci_reports.app.collecting.values import NotRead, chosen, date_meant, number, whole_date
from egci_reports.engine.templating.word_list import WordList
from egci_reports.forms.model import FieldKind
from egci_reports.records.bodies import Side


@dataclass(frozen=True, slots=True)
class Entered:
    """What an entry means, as data of a file, and what it was taken for; "" where it says just that.

    `printed` is the entry where it may be the form in which a source prints a name; see `Meant`.
    """

    value: Any
    said: str = ""
    printed: str = ""


class AnswerKind(Protocol):
    """A kind of entry."""

    @property
    def field(self) -> FieldKind:
        """How it is entered."""

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that are offered."""

    def show(self, value: Any) -> str:
        """Return a value as it stands in a form."""

    def read(self, text: str) -> Entered:
        """Return what a text means; raises NotRead."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of one line, or of several; words to choose from may be offered beside."""

    field: FieldKind = FieldKind.LINE
    choices: tuple[str, ...] = ()

    def show(self, value: Any) -> str:
        """Return the text."""
        return str(value)

    def read(self, text: str) -> Entered:
        """Return the text."""
        return Entered(text)


@dataclass(frozen=True, slots=True)
class Lines:
    """A list of texts, each on a line of its own."""

    field: FieldKind = FieldKind.TEXT
    choices: tuple[str, ...] = ()

    def show(self, value: Any) -> str:
        """Return the texts, a line for each."""
        return "\n".join(map(str, value))

    def read(self, text: str) -> Entered:
        """Return the lines that are not blank, without list marks."""
        lines = [re.sub(r"^(?:- |[0-9]{1,2}[.)] )", "", line).strip() for line in text.split("\n")]
        return Entered([line for line in lines if line])


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number."""

    field: FieldKind = FieldKind.LINE
    choices: tuple[str, ...] = ()

    def show(self, value: Any) -> str:
        """Return the number."""
        return str(value)

    def read(self, text: str) -> Entered:
        """Return the number; raises NotRead."""
        figures = number(text).replace(" ", "")
        if not figures.isdigit():
            raise NotRead(f"{quoted(text)} is no whole number")
        return Entered(int(figures))


@dataclass(frozen=True, slots=True)
class Date:
    """A date, of which the day or the month may be missing unless it is to be whole."""

    words: WordList
    is_whole: bool = False
    choices: tuple[str, ...] = ()

    @property
    def field(self) -> FieldKind:
        """A whole day is picked from a calendar."""
        return FieldKind.DAY if self.is_whole else FieldKind.LINE

    def show(self, value: Any) -> str:
        """Return the date as papers write it."""
        return self.words.language.typed_date(str(value))

    def read(self, text: str) -> Entered:
        """Return the date; one in figures has the day first, which is said back. Raises NotRead."""
        written, is_guess = date_meant(text, self.words.language.months)
        if self.is_whole:
            whole_date(written)
        return Entered(written, f"{quoted(text)} was taken for {self.show(written)}" if is_guess else "")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words, each with its value."""

    values: Mapping[str, Any]
    field: FieldKind = FieldKind.CHOICE

    @property
    def choices(self) -> tuple[str, ...]:
        """The words."""
        return tuple(self.values)

    def show(self, value: Any) -> str:
        """Return the word of a value."""
        said = str(value).lower() if isinstance(value, bool) else str(value)
        found = (word for word, one in self.values.items() if said in (str(one), str(one).lower()))
        return next(found, str(value))

    def read(self, text: str) -> Entered:
        """Return the value of a word; raises NotRead."""
        return Entered(chosen(text, self.values))


@dataclass(frozen=True, slots=True)
class Name:
    """A body, a person or a subject, by name: offered, or typed as people write it."""

    choices: tuple[str, ...]
    name: Callable[[str], str]
    meant: Callable[[str], NameMatch]
    field: FieldKind = FieldKind.OFFER

    def show(self, value: Any) -> str:
        """Return the name of the day."""
        return self.name(str(value))

    def read(self, text: str) -> Entered:
        """Return the id that is meant; raises NotRead."""
        found = self.meant(text)
        return Entered(found.value, found.said, found.printed)


@dataclass(frozen=True, slots=True)
class NameList:
    """Several names, each on a line of its own."""

    one: Name
    field: FieldKind = FieldKind.TEXT
    choices: tuple[str, ...] = ()

    def show(self, value: Any) -> str:
        """Return the names, a line for each."""
        return "\n".join(map(self.one.show, value))

    def read(self, text: str) -> Entered:
        """Return the ids that are meant; raises NotRead."""
        found = [self.one.read(line.removeprefix("- ")) for line in text.split("\n") if line.strip()]
        said = "; ".join(one.said for one in found if one.said)
        return Entered([one.value for one in found], said)


def body(naming: NamesOnDay, side: Side | None = None) -> Name:
    """Return the kind of an entry that names a body, of a side or of any."""
    return Name(naming.bodies(side), naming.body, lambda text: naming.body_meant(text, side))


def person(naming: NamesOnDay) -> Name:
    """Return the kind of an entry that names a person."""
    return Name(naming.people(), naming.person, naming.person_meant)


def subject(naming: NamesOnDay) -> Name:
    """Return the kind of an entry that names a subject of co-operation."""
    threads = naming.records.threads
    return Name(
        tuple(thread.name for thread in threads.values()),
        lambda key: threads[key].name if key in threads else key,
        naming.thread_meant,
    )
