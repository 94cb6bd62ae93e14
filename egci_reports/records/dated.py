"""What each date in the records decides at a standpoint: every dated field is marked with one of these.

A mark stands in the annotation of the field: `since: Annotated[Day | None, Dated.BEGINS] = None`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

from pydantic import BaseModel


class Dated(Enum):
    """What is not known before a date. Of a date without its day, the mark says which day counts."""

    BEGINS = "begins"  # the whole entry; of a month or year the first day, as that month may already name it
    HAPPENED = "happened"  # the whole entry; of a month or year the last day
    SEEN = "seen"  # the days themselves; the entry begins with the earliest if nothing else says when
    ENDS = "ends"  # the field alone; of a month or year the last day
    KEPT = "kept"  # how far somebody looked: at most the day
    UPKEEP = "upkeep"  # for which plenary somebody looked again: the field alone, at every standpoint
    WRITTEN = "written"  # what was written in the part: `unwritten()` says what remains of it


@dataclass(frozen=True, slots=True)
class Undated:
    """Says that a date has no part in when something was known, and why."""

    reason: str


PLANNED = Undated("plans look ahead: the date was set when the plan was made")


@cache
def marks_of(model: type[BaseModel]) -> dict[str, Dated]:
    """Return the marks of a model's dated fields by name, but for those that are `Undated`."""
    return {
        name: mark
        for name, field in model.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, Dated)
    }
