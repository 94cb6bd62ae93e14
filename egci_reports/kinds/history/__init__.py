"""The cumulative history: every plenary on record, its subjects, bodies, agreements and people."""

from __future__ import annotations

from egci_reports.kinds.history.build import history

__all__ = ["history"]
