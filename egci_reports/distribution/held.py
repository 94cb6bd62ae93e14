"""What `status` tells of copies: editions that others hold, and copies of which nobody knows the fate."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from egci_reports.app.papers.editions import edition_in_words
from egci_reports.app.papers.order import DRAFT
from egci_reports.app.reading.overview import OpenEntry, OverviewLine
from egci_reports.app.reading.sheets.words import counted
from egci_reports.distribution.ledger import read_ledger
from egci_reports.distribution.names import base_and_reader
from egci_reports.distribution.register import CopyRegister, Issue, is_open
from egci_reports.workspace import Workspace


def topics_of_copies(workspace: Workspace, stale: Collection[str]) -> tuple[OverviewLine, ...]:
    """Return the topics about copies; none without a workspace.

    `stale` are the stems of papers that the records have outrun. Raises VerificationError if the ledger is
    not as it was written.
    """
    if workspace.is_embedded:
        return ()
    register = CopyRegister.of(read_ledger(workspace.data))
    return (
        OverviewLine("Copies not known to have arrived", tuple(_unknown(register)), "ledger"),
        OverviewLine("Editions that others hold", tuple(_held(register, stale)), "who-has"),
    )


def _unknown(register: CopyRegister) -> Iterator[OpenEntry]:
    for line in register.latest.values():
        if is_open(line):
            entry = line.entry
            text = f"{entry.paper}, {_edition(entry.edition)}: copy {entry.copy}, {entry.holder}"
            yield OpenEntry(text, who=entry.holder)


def _held(register: CopyRegister, stale: Collection[str]) -> Iterator[OpenEntry]:
    """Yield the issues that are out, those first of which something is to be done."""
    papers = dict.fromkeys(line.entry.paper for line in register.lines)
    issues = [issue for paper in papers for issue in register.issues(paper)]
    entries = [(_needs(register, issue, stale), _entry(register, issue, stale)) for issue in issues]
    yield from (entry for _, entry in sorted(entries, key=lambda pair: not pair[0]))


def _needs(register: CopyRegister, issue: Issue, stale: Collection[str]) -> bool:
    return register.later(issue) is None and f"{issue.paper}-{issue.edition}" in stale


def _entry(register: CopyRegister, issue: Issue, stale: Collection[str]) -> OpenEntry:
    copies = counted(len(register.holders(issue)), "copy", "copies")
    text, again = f"{issue.paper}, {_edition(issue.edition)}: {copies}", f"who-has {issue.paper}"
    if register.later(issue) is not None:
        return OpenEntry(f"{text}, superseded", command=again)
    if _needs(register, issue, stale):
        kind, _, subject = base_and_reader(issue.paper)[0].partition("-")
        again = " ".join(filter(None, ("addendum", kind, subject, "--to", issue.edition)))
        return OpenEntry(f"{text}; the records have changed since", command=again)
    return OpenEntry(text, command=again)


def _edition(edition: str) -> str:
    return "draft" if edition == DRAFT else edition_in_words(edition)
