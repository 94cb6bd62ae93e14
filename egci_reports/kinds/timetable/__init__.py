"""The timetable of a plenary, as a page."""

from __future__ import annotations

from egci_reports.kinds.timetable.build import timetable

__all__ = ["timetable"]
