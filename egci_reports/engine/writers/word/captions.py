"""Captions: a label that Word counts, in a bookmark that references repeat, and the words."""

from __future__ import annotations

from egci_reports.engine.writers.word.bookmarks import Bookmarks
from egci_reports.engine.writers.word.fields import sequence
from egci_reports.engine.writers.word.markup import Xml
from egci_reports.engine.writers.word.runs import run, text_content


class Captions:
    """The captions of one paper: a running count for tables and one for figures."""

    def __init__(self, bookmarks: Bookmarks) -> None:
        self._bookmarks = bookmarks
        self._counts: dict[str, int] = {}

    def write(self, name: str, word: str, number: str | None, words: Xml, anchor: str | None) -> Xml:
        """Return a caption's content; `name` is the sequence ("Table"), `word` what the paper calls it."""
        if number is None:
            return self._bookmarks.around(anchor, words)
        label = Xml(run(text_content(f"{word}\u00a0")) + self._number(name, number))
        return Xml(self._bookmarks.around(anchor, label) + run(text_content(": ")) + words)

    def _number(self, name: str, number: str) -> Xml:
        if not number.isdecimal():
            return run(text_content(number))
        restart = int(number) != self._counts.get(name, 0) + 1
        self._counts[name] = int(number)
        return sequence(name, number, restart=restart)
