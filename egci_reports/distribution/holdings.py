"""Answers who holds which copies of a paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from egci_reports.app.papers.editions import base_of
from egci_reports.distribution.entries import CopyEvent, LedgerLine
from egci_reports.distribution.names import base_and_reader
from egci_reports.distribution.register import CopyRegister, Issue
from egci_reports.errors import Finding, UsageError


@dataclass(frozen=True, slots=True)
class Holding:
    """A copy that is out, or may be; whether a later edition is out."""

    line: LedgerLine
    is_superseded: bool

    @property
    def reader(self) -> str:
        """For whom the paper was made: an audience, or the body whose part it is."""
        return base_and_reader(self.line.entry.paper)[1]

    @property
    def standing(self) -> str:
        """How the copy stands, in words."""
        if self.line.entry.event is not CopyEvent.ISSUED:
            return "not known to have arrived"
        return "superseded" if self.is_superseded else "in force"


def holdings(lines: Iterable[LedgerLine], paper: str, edition: str | None = None) -> tuple[Holding, ...]:
    """Return the copies of a paper, or of one edition and its addenda, that are or may be out, in order.

    Of a paper named without its audience they are those of every audience.
    Raises UsageError (U407) if none went out, with what did.
    """
    register = CopyRegister.of(lines)
    found = [
        Holding(line, register.later(issue) is not None)
        for issue in _issues(register, paper)
        if edition in (None, issue.edition, base_of(issue.edition))
        for line in sorted(
            (line for (of, _), line in register.latest.items() if of == issue), key=lambda o: o.entry.copy
        )
        if line.entry.event is not CopyEvent.FAILED
    ]
    if not found:
        raise UsageError(_none(register, paper, edition))
    return tuple(found)


def _issues(register: CopyRegister, paper: str) -> tuple[Issue, ...]:
    known = dict.fromkeys(line.entry.paper for line in register.lines)
    named = [name for name in known if paper in (name, base_and_reader(name)[0])]
    return tuple(issue for name in named for issue in register.issues(name))


def _none(register: CopyRegister, paper: str, edition: str | None) -> Finding:
    if editions := dict.fromkeys(issue.edition for issue in _issues(register, paper)):
        message = f"no copy of edition {edition} of {paper} went out"
        return Finding("U407", message, hint=f"editions that did: {', '.join(editions)}")
    known = list(dict.fromkeys(line.entry.paper for line in register.lines))
    near = get_close_matches(paper, known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"papers that did: {', '.join(known) or 'none'}"
    return Finding("U407", f"no copy of {paper!r} went out", hint=hint)
