"""Makes questions and sections with their words, which stand under [entry] in words.toml."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from egci_reports.app.collecting.naming import NamesOnDay
from egci_reports.app.entering.kinds import AnswerKind, Choice, Date
from egci_reports.app.entering.places import Path_
from egci_reports.app.entering.questions import FormQuestion, FormSection
from egci_reports.engine.templating.word_list import WordList


@dataclass(frozen=True, slots=True)
class Asking:
    """The words of the questions, and the names that are offered in them."""

    words: WordList
    naming: NamesOnDay

    def question(self, name: str, at: Path_, kind: AnswerKind, *, label: str | None = None) -> FormQuestion:
        """Return a question; `label` names its words where they are those of another."""
        named = f"entry.prompts.{label or name}"
        prompt = named if named in self.words.texts else f"entry.prompts.{kind.field.value}"
        return FormQuestion(name, self.words(f"entry.labels.{label or name}"), self.words(prompt), at, kind)

    def title(self, name: str) -> str:
        """Return the heading of a section."""
        return self.words(f"entry.sections.{name}")

    def label(self, name: str) -> str:
        """Return the label of a row that repeats."""
        return self.words(f"entry.labels.{name}")

    def section(self, name: str, *questions: FormQuestion, paragraphs: tuple[str, ...] = ()) -> FormSection:
        """Return a section of questions."""
        return FormSection(self.title(name), questions, paragraphs=paragraphs)

    def day(self) -> Date:
        """Return the kind of an entry that is a whole day."""
        return Date(self.words, is_whole=True)

    def date(self) -> Date:
        """Return the kind of an entry that is a day, a month or a year."""
        return Date(self.words)

    def choice(self, table: str, values: Iterable[StrEnum]) -> Choice:
        """Return the kind of an entry that is one of the values of an enumeration, by its words."""
        return Choice(
            {self.words(f"entry.{table}.{one.value.replace('-', '_')}"): str(one) for one in values}
        )

    def yes_or_no(self) -> Choice:
        """Return the kind of an entry that is yes or no."""
        return Choice({self.words("form.yes"): True, self.words("form.no"): False})
