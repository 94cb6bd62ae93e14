"""The covering memo of a call for returns."""

from __future__ import annotations

from egci_reports.kinds.call.build import call

__all__ = ["call"]
