"""Explains the codes of findings."""

from __future__ import annotations

from difflib import get_close_matches

from egci_reports.codes import CODES, Explanation
from egci_reports.errors import Finding, UsageError, did_you_mean


def explain(code: str) -> Explanation:
    """Return what a code means, in capitals or not; raises UsageError with the nearest codes."""
    found = CODES.get(code.upper())
    if found is None:
        near = get_close_matches(code.upper(), CODES, n=3, cutoff=0.5)
        hint = did_you_mean(near) if near else "egci-report explain lists all codes"
        raise UsageError(Finding("U304", f"there is no code {code!r}", hint=hint))
    return found


def all_codes() -> dict[str, Explanation]:
    """Return every code with what it means, in the order of the codes."""
    return dict(sorted(CODES.items()))
