"""Public developments near the subjects of the group: dated facts, each with the words it rests on."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from egci_reports.records.base import Flag, Id, Line, Model, Number, PartialDate
from egci_reports.records.bodies import Side
from egci_reports.records.dated import Dated
from egci_reports.records.facts import Fact
from egci_reports.records.grades import Graded
from egci_reports.records.occasions import Witness
from egci_reports.records.sources import Discrepancy


class Belonging(StrEnum):
    """What a source itself ties a development to. Nothing is business of the group by its subject."""

    EGCI = "egci"  # the source names the group
    JOINT_CONFERENCE = "joint-conference"  # the source names the Joint Conference or its Framework Agreement
    NEITHER = "neither"


class Quotation(Model):
    """The words of a source on which a development rests, exactly as they stand there."""

    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The source; several only where they have the same words."""
    words: Line
    """The words, in the language of the source."""


class PublishedFigure(Model):
    """A figure that a development gives."""

    value: Number
    """The number, thousands set off by a space: 2 360."""
    unit: Line
    """What is counted, in the plural: clearance points in Guangdong."""
    whose: Side
    """Whose figure it is: the side whose services, points or enterprises are counted."""
    as_at: Annotated[PartialDate | None, Dated.HAPPENED] = None
    """The day of which it speaks; none: the date of the development."""
    bound: Line | None = None
    """The word of the source that bounds it: over, about."""
    printed: Line | None = None
    """How the quotation writes it, where not in the same digits: twelve, 1100萬."""
    caution: Line | None = None
    """What does not fit it: another figure for the same thing."""

    @property
    def written(self) -> str:
        """The figure as it must stand in a quotation, without spaces and commas."""
        return plain_digits(self.printed or self.value)


class Development(Graded):
    """A dated public fact, in our words; it says nothing of what the group did unless its source does."""

    id: Id
    """Its id, for life."""
    text: Line
    """What happened, in plain words and the past tense, with the verb of the source."""
    date: Annotated[Fact[PartialDate], Dated.HAPPENED]
    """The day, as far as known."""
    inferred: Flag = False
    """Whether part of the date is a reading of ours; the note on the date says from what."""
    side: Side
    """Whose measure it is: one side's own, or joint."""
    belongs: Belonging
    """What the source ties it to."""
    threads: tuple[Id, ...] = ()
    """The subjects that it is near."""
    no_thread: Line | None = None
    """Why it is near no subject; needed where it has no threads."""
    adds_to: Id | None = None
    """The event or agreement on record of which it tells more."""
    people: tuple[Witness, ...] = ()
    """People named, with what they did."""
    bodies: tuple[Id, ...] = ()
    """Bodies on record that took part."""
    figures: tuple[PublishedFigure, ...] = ()
    """The figures that it gives."""
    quotations: Annotated[tuple[Quotation, ...], Field(min_length=1)]
    """The words it rests on; they carry its figures."""
    caution: Line | None = None
    """What the source does not say about it."""
    discrepancies: tuple[Discrepancy, ...] = ()
    """Points on which sources differ."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of its sources, each once."""
        return tuple(dict.fromkeys(key for quotation in self.quotations for key in quotation.sources))

    def carries(self, figure: PublishedFigure) -> bool:
        """Whether a quotation has the figure."""
        wanted = re.escape(figure.written)
        return any(
            re.search(rf"(?<!\d){wanted}(?!\d)", plain_digits(quotation.words), re.IGNORECASE)
            for quotation in self.quotations
        )


def plain_digits(text: str) -> str:
    """Return a text with the digits of its numbers closed up: 2,360 and 2 360 become 2360."""
    grouped = r"(?<!\d)\d{1,3}(?:[ ,]\d{3})+(?!\d)"
    return re.sub(grouped, lambda found: re.sub("[ ,]", "", found[0]), text)
