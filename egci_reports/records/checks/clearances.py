"""Checks clearances: each of the words that stand there, and entered so that it says of which."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from egci_reports.errors import Finding
from egci_reports.records.checks.inspection import Inspection, Spot
from egci_reports.records.clearables import CLEAR, clearables, words_for
from egci_reports.records.clearance import Clearable, ClearanceState
from egci_reports.records.records import path_of
from egci_reports.records.returns import Return


def check_clearances(inspection: Inspection) -> Iterator[Finding]:
    """Yield a warning for each clearance of other words, or of nobody knows which."""
    for address, words in clearables(inspection.records):
        record, _, rest = address.partition("#")
        spot = Spot(record, path_of(rest))
        match words.clearance_state:
            case ClearanceState.VOID:
                message = "these words have changed since they were cleared: they are to be cleared again"
                hint = f"once they are: {_command(address, words)}"
                yield inspection.warning("C316", spot / "cleared", message, hint)
            case ClearanceState.UNBOUND:
                message = "a clearance written by hand does not say of which words, and counts for nothing"
                hint = f"it is entered by: {_command(address, words)}"
                yield inspection.warning("C317", spot / _field(words), message, hint)


def _field(words: Clearable) -> str:
    return "cleared" if words.clearance is not None else "cleared_by"


def _command(address: str, words: Clearable) -> str:
    """Return the command that clears words, with what is known of who did and when."""
    by, on = "POST", "YYYY-MM-DD"
    if words.clearance_state is ClearanceState.UNBOUND:
        if words.clearance is not None:
            by, on = words.clearance.by, words.clearance.on.isoformat()
        elif isinstance(words, Return) and words.cleared_by is not None:
            by = words.cleared_by
    return f"{CLEAR} {' '.join(words_for(address))} --by {shlex.quote(by)} --on {on}"
