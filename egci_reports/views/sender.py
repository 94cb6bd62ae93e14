"""What letters and memos say of the office that sends them, and what of it nobody has entered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from egci_reports.errors import Finding
from egci_reports.records.office import Office
from egci_reports.records.records import Records


def office_of(records: Records) -> Office:
    """Return what is on record of the office; nothing is entered if there is none."""
    return records.group.office or Office()


def not_entered(needed: Mapping[str, object]) -> Iterator[Finding]:
    """Yield what a letter needs of the office and nobody has entered, by its name; it refuses a number."""
    for name, value in needed.items():
        if value is None:
            hint = "enter it under 'office' in group.yaml: egci-report explain group.office"
            yield Finding("E615", f"the letter has no {name}", hint=hint, about="group")
