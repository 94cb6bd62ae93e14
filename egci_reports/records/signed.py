"""Parts that only an officer can write: whose they are, when they are due, who wrote and cleared them."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from egci_reports.records.base import Day, Line
from egci_reports.records.clearance import Clearable, Clearance
from egci_reports.records.dated import PLANNED, Dated


class Signed(Clearable):
    """A part that only an officer can write. Until it is written it says whose it is and when it is due."""

    APART: ClassVar[frozenset[str]] = frozenset(("expected_from", "due", "author", "date", "cleared"))

    expected_from: Line | None = None
    """Who is to write it: a post or a name."""
    due: Annotated[Day | None, PLANNED] = None
    """The day by which it is to be there."""
    author: Line | None = None
    """Who wrote it: a post or a name."""
    date: Annotated[Day | None, Dated.WRITTEN] = None
    """The day on which it was written."""
    cleared: Clearance | None = None
    """Its clearance; none: it is not cleared, and refuses a numbered edition."""

    @property
    def is_written(self) -> bool:
        """Whether an officer has written anything in it."""
        return any(getattr(self, name) for name in self.own_fields())

    @property
    def is_announced(self) -> bool:
        """Whether it was said whose it is, or when it is due."""
        return self.expected_from is not None or self.due is not None

    @property
    def is_open(self) -> bool:
        """Whether it is written and waits for its clearance, the first or another."""
        return self.is_written and not self.is_cleared

    @classmethod
    def own_fields(cls) -> tuple[str, ...]:
        """Return the names of the fields that hold an officer's words."""
        return tuple(name for name in cls.model_fields if name not in Signed.model_fields)

    def unwritten(self) -> Self:
        """Return the part as it was before anything was written in it: whose it is, and when it is due."""
        fields = (*self.own_fields(), "author", "date", "cleared")
        return self.model_copy(update={name: type(self).model_fields[name].get_default() for name in fields})
