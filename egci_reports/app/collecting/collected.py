"""What is told of a form that came back, and what is written for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from egci_reports.errors import Finding


@dataclass(frozen=True, slots=True)
class ChangedField:
    """A field in which a form differs from the records; "" where there is nothing."""

    where: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Voided:
    """A clearance that falls as its words change: whose it was, and the command that clears them again."""

    by: str
    clear: str


@dataclass(frozen=True, slots=True)
class Collected:
    """One form that can be taken over: its sort, what it is about, what changes, and what is to be told.

    `unread` names what could not be read, `kept` the fields left blank that had something, `understood` what
    names and dates were taken for. `files` are the files of records that are written, with their new texts.
    `commands` put on record what is named in the form and is not there. `to_come` is the day of a plenary
    that is left as one to come.
    """

    file: str
    sort: str
    about: str
    changes: tuple[ChangedField, ...]
    files: Mapping[Path, str]
    unread: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    understood: tuple[str, ...] = ()
    voided: tuple[Voided, ...] = ()
    commands: tuple[str, ...] = ()
    to_come: date | None = None


@dataclass(frozen=True, slots=True)
class Collection:
    """The forms of a folder: those that can be taken over, and why others cannot."""

    forms: tuple[Collected, ...]
    refused: tuple[Finding, ...]

    @property
    def is_refusing(self) -> bool:
        """Whether a form was refused; files that are none are only named."""
        return any(one.is_error for one in self.refused)

    @property
    def commands(self) -> tuple[str, ...]:
        """The commands that put on record what forms name and records do not have, each once."""
        return tuple(dict.fromkeys(command for form in self.forms for command in form.commands))

    @property
    def changed(self) -> tuple[Collected, ...]:
        """The forms that change something."""
        return tuple(form for form in self.forms if form.changes)

    @property
    def files(self) -> dict[Path, str]:
        """The files that are written; where forms share one, its text with the changes of all."""
        return {path: text for form in self.changed for path, text in form.files.items()}
