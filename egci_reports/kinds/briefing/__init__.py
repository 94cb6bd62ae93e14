"""The briefing pack before a plenary: what its head and delegation hold."""

from __future__ import annotations

from egci_reports.kinds.briefing.build import briefing

__all__ = ["briefing"]
