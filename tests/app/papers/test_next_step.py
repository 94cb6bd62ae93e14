"""After a paper was made the program says what is best done next: it tells by what keeps it open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from egci_reports.app.papers.next_step import NextStep, next_step
from egci_reports.errors import Finding
from egci_reports.kinds.interface import Paper

DISPUTE = Finding("E601", "a made-up dispute")
WORDS = Finding("E602", "made-up words are to follow")
PAPER = Paper("made-up", "made-up", "made-up.html", {}, {}, {}, date(2012, 3, 4))


@pytest.mark.parametrize(
    ("disputes", "blocked", "is_unbegun", "step"),
    [
        ((), (), False, NextStep.VERIFY),
        ((), (), True, NextStep.VERIFY),
        ((DISPUTE, DISPUTE), (), True, NextStep.DECIDE),
        ((DISPUTE,), (WORDS,), True, NextStep.BEGIN_WORDS),
        ((), (WORDS,), False, NextStep.LOOK),
        ((DISPUTE,), (WORDS,), False, NextStep.LOOK),
    ],
)
def test_the_next_step_is_that_of_what_keeps_the_paper_open(
    disputes: tuple[Finding, ...], blocked: tuple[Finding, ...], is_unbegun: bool, step: NextStep
) -> None:
    paper = replace(PAPER, blocked=blocked, is_unbegun=is_unbegun)
    assert next_step(paper, disputes, (*disputes, *blocked)) is step
