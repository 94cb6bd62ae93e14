"""The draft of the press release on a plenary."""

from __future__ import annotations

from egci_reports.kinds.release.build import release

__all__ = ["release"]
