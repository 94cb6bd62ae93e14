"""Refuses a form, a sheet or a draft that came back, with all that keeps it from being taken over."""

from __future__ import annotations

from collections.abc import Iterable

from egci_reports.errors import Finding, UsageError


def refuse(file: str, faults: Iterable[str], hint: str) -> None:
    """Raise UsageError (F709) with all faults of a file, and what to do; nothing happens if there is none."""
    if told := [Finding("F709", f"{file}: {fault}", hint=hint) for fault in faults]:
        raise UsageError(*told)
