"""Answers whether messages of unknown fate have arrived: by options, or by asking at the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from egci_reports.cli.layout import plain
from egci_reports.errors import Finding, UsageError

if TYPE_CHECKING:
    from egci_reports.distribution.entries import LedgerLine
    from egci_reports.distribution.issue_plan import IssuePlan, PlannedCopy


class ArrivalAnswers:
    """Answers whether a message arrived: by the options, else by asking whoever sits at the terminal."""

    def __init__(self, arrived: tuple[int, ...], lost: tuple[int, ...]) -> None:
        if both := set(arrived) & set(lost):
            raise click.UsageError(f"copy {min(both)} cannot both have arrived and be lost")
        self._known = dict.fromkeys(arrived, True) | dict.fromkeys(lost, False)

    @property
    def are_given(self) -> bool:
        """Whether options answer for any copy."""
        return bool(self._known)

    def require_clear(self, plans: Iterable[IssuePlan]) -> None:
        """Raise UsageError (U410) if a number answers for copies of two papers."""
        numbers = [copy.number for plan in plans for copy in plan.open]
        for number in self._known:
            if numbers.count(number) > 1:
                message = f"copy {number} of more than one paper is not known to have arrived"
                hint = "say which is meant: --for joint, or --for and the department"
                raise UsageError(Finding("U410", message, hint=hint))

    def __call__(self, copy: PlannedCopy, line: LedgerLine) -> bool | None:
        """Return whether the message has arrived; None if nobody says."""
        if copy.number in self._known or not sys.stdin.isatty():
            return self._known.get(copy.number)
        sent = f"Copy {copy.number}, {copy.holder.printed}, sent {line.at} as {line.entry.message}"
        question = f"{sent}: has it arrived? (yes, no, unknown)"
        choice = click.Choice(["yes", "no", "unknown"])
        said = click.prompt(plain(question), type=choice, default="unknown", show_choices=False, err=True)
        return {"yes": True, "no": False}.get(said)
