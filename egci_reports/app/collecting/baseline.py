"""The baseline on which forms are read: the records they are held against, and what earlier ones changed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from egci_reports.app.collecting.printable import Printed, printed
from egci_reports.app.papers.begin import theme_of
from egci_reports.app.record_file import record_bytes
from egci_reports.app.records import records_of
from egci_reports.engine.templating.word_list import WordList
from egci_reports.engine.templating.words import load_words
from egci_reports.engine.theme.model import Theme
from egci_reports.records.records import Records
from egci_reports.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Baseline:
    """What every sort of form is read with. `number` is the plenary asked for on the command line, if any.

    `texts` are the new texts of files that forms read before change: the next form is read on top of them.
    """

    workspace: Workspace
    records: Records
    words: WordList
    theme: Theme
    page_of: str
    number: int | None = None
    texts: dict[Path, str] = field(default_factory=dict)

    @property
    def data(self) -> Path:
        """The folder of the records."""
        return self.workspace.data

    def printed(self, short_title: str) -> Printed:
        """Return how a form is printed whose pages bear a short title."""
        return printed(short_title, self.theme.fonts, self.words, self.page_of)

    def raw(self, path: Path) -> bytes | None:
        """Return a file of the records as it is on the disk; None if there is none.

        Raises WriteError if what is in its place cannot be read.
        """
        with suppress(FileNotFoundError):
            return record_bytes(path, self.data)
        return None

    def text(self, path: Path) -> str | None:
        """Return the text of a file of the records, with what earlier forms change; None if there is none."""
        if path in self.texts:
            return self.texts[path]
        raw = self.raw(path)
        return None if raw is None else raw.decode()


def baseline_of(workspace: Workspace, number: int | None = None) -> Baseline:
    """Return that of a workspace; raises UsageError without one, RecordsError where records are wrong."""
    workspace.writable_data()
    words, word_list = load_words(workspace.templates)
    return Baseline(workspace, records_of(workspace), word_list, theme_of(workspace), words.page_of, number)
