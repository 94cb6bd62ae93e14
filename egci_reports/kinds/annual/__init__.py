"""The annual progress report: the plenary of a year, the plan it reviewed, and the plan it made."""

from __future__ import annotations

from egci_reports.kinds.annual.build import annual

__all__ = ["annual"]
