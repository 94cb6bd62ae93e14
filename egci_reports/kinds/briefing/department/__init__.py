"""The part of a briefing pack that one department holds, or its nil-return sheet."""

from __future__ import annotations

from egci_reports.kinds.briefing.department.build import department

__all__ = ["department"]
