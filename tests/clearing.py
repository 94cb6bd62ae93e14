"""Clears the words of a made-up workspace, as an officer would by `egci-report clear`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from egci_reports.app.keeping.clear import clear, waiting
from egci_reports.records.clearance import ClearanceState
from egci_reports.records.returns import Return
from egci_reports.workspace import find_workspace

OFFICER = "The Made-up Signal Master"


def clear_all(root: Path, by: str = OFFICER, on: date = date(2013, 4, 25)) -> None:
    """Clear all that is written."""
    home = find_workspace(root, root)
    for one in waiting(home):
        clear(home, one.kind, one.which, [one.name], by, on)


def clear_signed(root: Path, *, by_hand: bool = True) -> None:
    """Clear what somebody has put his name to by hand, and what has changed since it was cleared.

    By and on are those that stand there; of a return that has but a name (`by_hand`), the day it came.
    """
    home = find_workspace(root, root)
    for one in waiting(home):
        if one.words.clearance_state is ClearanceState.NONE:
            continue
        if known := one.words.clearance:
            clear(home, one.kind, one.which, [one.name], known.by, known.on)
        elif by_hand and isinstance(one.words, Return) and one.words.cleared_by and one.words.date:
            clear(home, one.kind, one.which, [one.name], one.words.cleared_by, one.words.date)
