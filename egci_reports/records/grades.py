"""How far the words of an item may be trusted: the grade of what they rest on, item by item."""

from __future__ import annotations

from enum import StrEnum

from egci_reports.records.base import Id, Model


class SourceGrade(StrEnum):
    """What the words of an item rest on."""

    OFFICIAL = "official"  # words of a government source, read to their end
    FIRST_PART = "official-first-part"  # words of a government source whose copy breaks off within them
    REPORTED = "reported"  # words of others about it (a newspaper, a law firm), or a paraphrase
    MACHINE = "machine-translation"  # words that a machine put into English


class Graded(Model):
    """An item whose words have a grade, and sources, of their own.

    What is known only from part-read, reported or machine-translated words is known to exist; its words are
    no words of a plan, and papers never print them as such.
    """

    grade: SourceGrade | None = None
    """What its words rest on; none: official words, read to their end."""

    @property
    def is_quotable(self) -> bool:
        """Whether its words may be quoted as those of the source: official, and read to their end."""
        return self.grade in (None, SourceGrade.OFFICIAL)


class Sourced(Graded):
    """A graded item that names its own sources."""

    sources: tuple[Id, ...] = ()
    """Its own sources; none: those of its list, else of the file."""
