"""Says what became of the papers that were brought up to date, and why."""

from __future__ import annotations

from collections.abc import Sequence

import click

from egci_reports.app.all_papers.papers import left_out
from egci_reports.app.all_papers.update import PaperOutcome, Reason, ReasonKind, State
from egci_reports.cli.layout import plain
from egci_reports.cli.paper import shown
from egci_reports.cli.report import count, show_findings
from egci_reports.cli.settings import Settings
from egci_reports.errors import Finding

_NAMED = 3
"""How many of the things that changed are named."""

_WORDS = {
    ReasonKind.NEW: "it was not made by a run over all papers yet",
    ReasonKind.CHANGED: "changed since: {things}",
    ReasonKind.GONE: "gone: {things}",
    ReasonKind.OTHERWISE: "made otherwise since: {things}",
    ReasonKind.EDITED: "edited by hand, and nothing else has changed: {things}",
    ReasonKind.CURRENT: "nothing that it is made from has changed",
}

_OCCASIONS = {
    "sending": "written when they are to be sent, to those who are to have them then",
    "meeting": "made once after a plenary, and corrected by hand",
    "look": "tells how things stand on the day on which it is asked for",
}
"""For what an officer makes papers that are not among all."""


def show(settings: Settings, done: Sequence[PaperOutcome], *, explain: bool) -> None:
    """Print the files that were made; with `explain`, a line on each paper; then what is wrong or odd.

    With `explain` it is also said which kinds of papers are not among all.
    """
    for one in done:
        for path in one.paths:
            click.echo(shown(path))
        for path in one.kept:
            settings.note(f"Kept what had been edited: {shown(path)}")
        if explain:
            settings.note(f"{one.name}: {one.state}: {_because(one)}")
        elif one.reason.kind is ReasonKind.EDITED:
            settings.note(f"{one.name}: left, {reason(one.reason)}")
    if explain:
        for occasion, kinds in left_out().items():
            settings.note(f"not among all papers: {', '.join(kinds)}: {_OCCASIONS[occasion]}")
    show_findings(dict.fromkeys(_findings(done)))


def summary(
    settings: Settings, done: Sequence[PaperOutcome], seconds: float, *, following: bool = True
) -> None:
    """Say how many papers were made, left and refused, and, with `following`, what comes next."""
    numbers = [(state, sum(one.state is state for one in done)) for state in State]
    parts = ", ".join(f"{number} {state}" for state, number in numbers if number)
    papers = f"{len(done)} paper{'' if len(done) == 1 else 's'}"
    settings.note(f"{papers}: {parts or 'none'}, {seconds:.1f} s.")
    if found := tuple(dict.fromkeys(_findings(done))):
        settings.note(f"{count(found)}.")
    if following:
        settings.next("egci-report status" if exit_code(done) == 0 else "egci-report check")


def reason(why: Reason) -> str:
    """Return why a paper was made or left, in words."""
    named = ", ".join(map(plain, why.things[:_NAMED]))
    more = len(why.things) - _NAMED
    return _WORDS[why.kind].format(things=f"{named} and {more} more" if more > 0 else named)


def exit_code(done: Sequence[PaperOutcome]) -> int:
    """Return the exit code of a run: that of the first paper that could not be made, else 0."""
    return next((one.error.exit_code for one in done if one.error), 0)


def _because(one: PaperOutcome) -> str:
    return plain(one.error.findings[0].message) if one.error else reason(one.reason)


def _findings(done: Sequence[PaperOutcome]) -> list[Finding]:
    return [
        finding for one in done for finding in (*one.warnings, *(one.error.findings if one.error else ()))
    ]
