"""The threads of work, to which each wording is joined, and the phases in which the history is told."""

from __future__ import annotations

from typing import Annotated

from egci_reports.records.base import Day, Id, Line, Model, PlenaryNumber
from egci_reports.records.dated import Dated, Undated


class Thread(Model):
    """A subject of co-operation followed through the years, whatever its wording."""

    id: Id
    """Its id, for life; never printed."""
    name: Line
    """A short neutral name for rows of tables and charts."""
    note: Line | None = None
    """What belongs to it and what does not."""
    written_for: Annotated[int | None, Dated.UPKEEP] = None
    """The last plenary that name and note were written for."""


class Mapping(Model):
    """Who joined the wordings to threads, and when."""

    by: Line
    """Who."""
    on: Annotated[Day, Undated("what is kept of the threads rests on the mapping")]
    """When."""
    note: Line
    """What the mapping rests on."""
    written_for: Annotated[int | None, Dated.UPKEEP] = None
    """The last plenary whose wordings were joined."""


class Areas(Model):
    """areas.yaml: the threads, in the order in which papers list them."""

    mapping: Mapping
    """Whose judgement the mapping is."""
    threads: tuple[Thread, ...]
    """The threads."""


class Phase(Model):
    """A stretch of plenaries that the history tells together."""

    id: Id
    """Its id."""
    title: Line
    """Its heading."""
    first: PlenaryNumber
    """Number of its first plenary."""
    last: PlenaryNumber | None = None
    """Number of its last plenary; none: it runs on."""
    text: Line
    """What marks it, from the records alone."""
    written_for: Annotated[int | None, Dated.UPKEEP] = None
    """The last plenary that title and text were written for, if the phase runs on."""
