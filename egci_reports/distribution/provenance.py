"""Says of a file whether it is a copy that was issued, whose it was, and whether it is still in force."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from egci_reports.app.papers.identity import copy_in, identity_in
from egci_reports.app.papers.receipts import sha256
from egci_reports.distribution.entries import CopyEvent, LedgerLine
from egci_reports.distribution.register import CopyRegister, Issue, issue_of
from egci_reports.engine.document.nodes import Identity
from egci_reports.kinds import name_of
from egci_reports.records.audience.reader import Audience
from egci_reports.records.paper_name import PaperName


class CopyStatus(StrEnum):
    """How a file stands to the ledger."""

    GENUINE = "genuine"  # byte for byte as issued, and in force
    SUPERSEDED = "superseded"  # byte for byte as issued; a later edition is out
    ALTERED = "altered"  # it says that it is a copy, and is not as that was issued
    UNRECORDED = "unrecorded"  # it says that it is a copy of which the ledger does not know

    @property
    def is_fine(self) -> bool:
        """Whether nothing speaks against the file."""
        return self in (CopyStatus.GENUINE, CopyStatus.SUPERSEDED)


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the ledger says of a copy.

    `line` is the last about it, `later` the issue that took its place, `addendum` the one to be read with it.
    """

    standing: CopyStatus
    copy: int
    line: LedgerLine | None = None
    later: Issue | None = None
    addendum: Issue | None = None


def provenance(content: bytes, register: CopyRegister) -> Provenance | None:
    """Return what a ledger says of a file.

    None if the file is no numbered copy, or if there is no ledger to compare it with.
    """
    issued = [line for line in register.latest.values() if line.entry.event is not CopyEvent.FAILED]
    hashed = sha256(content)
    for line in issued:
        if line.entry.sha256 == hashed:
            issue = issue_of(line)
            later, addendum = register.later(issue), register.addendum(issue)
            return Provenance(_standing(later), line.entry.copy, line, later, addendum)
    copy, identity = copy_in(content), identity_in(content)
    if copy is None or identity is None or not register.lines:
        return None
    paper = str(_name(identity))
    for line in reversed(issued):
        entry = line.entry
        is_same = str(replace(PaperName.read(entry.paper), as_of=None)) == paper
        if is_same and entry.copy == copy and entry.edition == identity.edition:
            return Provenance(CopyStatus.ALTERED, copy, line, register.later(issue_of(line)))
    return Provenance(CopyStatus.UNRECORDED, copy)


def _standing(later: Issue | None) -> CopyStatus:
    return CopyStatus.SUPERSEDED if later else CopyStatus.GENUINE


def _name(identity: Identity) -> PaperName:
    """Return the name in the ledger of the paper that a file says it is, without its day."""
    audience, _, body = identity.audience.partition(" ")
    known = Audience(audience) if audience in list(Audience) else Audience.INTERNAL
    return name_of(identity.kind, identity.subject, known, body or None)
