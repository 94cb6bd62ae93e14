"""What is best done after a paper was made: proved, or brought nearer to its number."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING

from egci_reports.errors import Finding

if TYPE_CHECKING:
    from egci_reports.kinds.interface import Paper  # `--help` asks for the steps, and needs no paper


class NextStep(Enum):
    """What is best done next."""

    VERIFY = auto()  # prove the file: nothing is open
    DECIDE = auto()  # settle disputes: nothing else is open
    BEGIN_WORDS = auto()  # begin the files for officers' words
    LOOK = auto()  # see what is open


def next_step(paper: Paper, disputes: Sequence[Finding], blocked: Sequence[Finding]) -> NextStep:
    """Return what is best done after a paper was made that all of `blocked`, with `disputes`, keeps open."""
    if not blocked:
        return NextStep.VERIFY
    if len(blocked) == len(disputes):
        return NextStep.DECIDE
    return NextStep.BEGIN_WORDS if paper.is_unbegun else NextStep.LOOK
