"""Keeps an edition of which copies are out from being made again with other content."""

from __future__ import annotations

from egci_reports.app.papers.build import Built
from egci_reports.app.papers.editions import following
from egci_reports.app.papers.order import DRAFT, Format
from egci_reports.app.papers.receipts import content_hash
from egci_reports.distribution.ledger import read_ledger
from egci_reports.distribution.register import CopyRegister
from egci_reports.errors import EditionRefused, Finding
from egci_reports.workspace import Workspace


def refuse_changed(workspace: Workspace, built: Built) -> None:
    """Raise EditionRefused (E604) if copies of a numbered edition are out with other content than it has now.

    Only the PDF tells: it is what goes out. Raises VerificationError if the ledger is not as it was written.
    """
    edition = built.identity.edition
    if edition == DRAFT or workspace.is_embedded:
        return
    register = CopyRegister.of(read_ledger(workspace.data))
    paper = built.stem.removesuffix(f"-{edition}")
    out = [issue for issue in register.issues(paper) if issue.edition == edition]
    for file in built.files:
        if out and file.format is Format.PDF and file.name == f"{built.stem}.pdf":
            now = content_hash(file.content)
            if any(issue.master != now for issue in out):
                message = f"edition {edition} of {paper} went out with other content than it has now"
                hint = f"an edition stays what it is; the next number: --edition {following(edition)}"
                raise EditionRefused(Finding("E604", message, hint=hint))
