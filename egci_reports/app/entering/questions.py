"""What a form of records asks: questions, each with its place in a file, and rows that repeat."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from egci_reports.app.entering.kinds import AnswerKind
from egci_reports.app.entering.places import Path_
from egci_reports.forms.model import Owner

MAIN = "main"
"""What the file is called to which a form belongs in the first place."""

ADOPTED = "@row"
"""Under what the row stands, among the answers, by which an entry of a list comes to belong to the form."""

Data = dict[str, Any]
"""The data of the files of a form, by what they are called."""


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """A question: its name in the form, label and prompt, the place of its answer, and what that can be.

    `printed_at` is where a name is kept as it was entered if it is not the one on record.
    """

    name: str
    label: str
    prompt: str
    at: Path_
    kind: AnswerKind
    printed_at: Path_ = ()


def _always(_: Any) -> bool:
    return True


def _as_it_is(row: Any, _: Data) -> Any:
    return row


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of which each entry is a row: its name (letters only), the label of a row, and where it stands.

    A row without an answer to the question `needed` is none. An entry is the same as another if one of the
    answers `known_by` is the same (by default the needed one); with `adopts`, also an entry of the list that
    does not belong to the form yet. `mine` tells which entries of the list belong to
    the form; `complete` returns a new entry with what the form does not ask, such as its id.
    """

    name: str
    label: str
    at: Path_
    questions: tuple[FormQuestion, ...]
    needed: str
    file: str = MAIN
    mine: Callable[[Any], bool] = _always
    complete: Callable[[Any, Data], Any] = _as_it_is
    blank: int = 3
    known_by: tuple[str, ...] = ()
    adopts: bool = False


@dataclass(frozen=True, slots=True)
class FormSection:
    """A part of a form: its heading, fixed paragraphs, questions, and rows that repeat."""

    title: str
    questions: tuple[FormQuestion, ...] = ()
    rows: tuple[Rows, ...] = ()
    paragraphs: tuple[str, ...] = ()


def _nothing_more(data: Data, _: set[str]) -> Data:
    return data


@dataclass(frozen=True, slots=True)
class RecordForm:
    """A form of records: whose it is, what it says and asks, and the files in which the answers stand.

    `data` is what the files say now, or what a new one begins with. `proposed` are the names of questions and
    rows whose answers are proposals, which a blank takes away. `finish` puts the data right once all answers
    are in; it is given the names of the questions and rows that were answered. `schema` is that of the file;
    `begins` tells that it is new. `asked_before` are the names of questions that a form may have asked when
    less was on record.
    """

    owner: Owner
    about: str
    title: str
    short_title: str
    subject: str
    introduction: tuple[str, ...]
    sections: tuple[FormSection, ...]
    files: Mapping[str, Path]
    data: Data
    stem: str
    schema: str
    proposed: frozenset[str] = frozenset()
    begins: bool = False
    asked_before: frozenset[str] = frozenset()
    finish: Callable[[Data, set[str]], Data] = field(default=_nothing_more)
