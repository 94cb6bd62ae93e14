"""The kinds of papers: which records, which context, which charts, which template."""

from __future__ import annotations

from collections.abc import Mapping

from egci_reports.kinds.annual import annual
from egci_reports.kinds.history import history
from egci_reports.kinds.interface import Kind

KINDS: Mapping[str, Kind] = {"annual": annual, "history": history}
"""Every kind by its name."""
