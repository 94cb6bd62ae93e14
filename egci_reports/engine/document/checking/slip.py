"""A slip in a text: what is wrong, where in the text, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.errors import Severity


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip that a rule finds in a text. `words` are those at fault, `start` is where they begin."""

    code: str
    words: str
    start: int
    message: str
    hint: str | None
    severity: Severity = Severity.ERROR
