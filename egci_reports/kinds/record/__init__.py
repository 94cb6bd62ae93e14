"""The record of a plenary: the notes of the Hong Kong side, and the joint record of both."""

from __future__ import annotations

from egci_reports.kinds.record.build import record

__all__ = ["record"]
