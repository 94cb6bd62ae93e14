"""Clears the words of a made-up workspace at once, as `egci-report clear` does for one officer at a time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from egci_reports.app.keeping.clear import ClearableWords, waiting
from egci_reports.app.records import records_of
from egci_reports.records.clearance import ClearanceState
from egci_reports.records.records import path_of
from egci_reports.records.returns import Return
from egci_reports.records.yaml_edit import put_entry
from egci_reports.workspace import find_workspace

OFFICER = "The Made-up Signal Master"


def clear_all(root: Path, by: str = OFFICER, on: date = date(2013, 4, 25)) -> None:
    """Clear all that is written."""
    _enter(root, ((one, by, on) for one in waiting(find_workspace(root, root))))


def clear_signed(root: Path, *, by_hand: bool = True) -> None:
    """Clear what somebody has put his name to by hand, and what has changed since it was cleared.

    By and on are those that stand there; of a return that has but a name (`by_hand`), the day it came.
    """
    found: list[tuple[ClearableWords, str, date]] = []
    for one in waiting(find_workspace(root, root)):
        if one.words.clearance_state is ClearanceState.NONE:
            continue
        if known := one.words.clearance:
            found.append((one, known.by, known.on))
        elif by_hand and isinstance(one.words, Return) and one.words.cleared_by and one.words.date:
            found.append((one, one.words.cleared_by, one.words.date))
    _enter(root, found)


def _enter(root: Path, clearances: Iterable[tuple[ClearableWords, str, date]]) -> None:
    """Write each clearance into the file of its words; the records are read and checked but once."""
    files = records_of(find_workspace(root, root)).places.files
    for one, by, on in clearances:
        address, _, inside = one.address.partition("#")
        path = root / files[address][0].name
        entry = {"by": by, "on": on.isoformat(), "fingerprint": one.words.fingerprint}
        text = put_entry(path.read_text("utf-8"), path_of(inside), "cleared", entry, "cleared_by", "date")
        path.write_text(text, "utf-8")
