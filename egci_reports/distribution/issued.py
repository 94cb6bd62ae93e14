"""Keeps an edition of which copies are out from having other content, when it is made and when issued."""

from __future__ import annotations

from egci_reports.app.papers.build import Built
from egci_reports.app.papers.editions import edition_in_words, next_number, rank
from egci_reports.app.papers.order import Format
from egci_reports.app.papers.receipts import content_hash
from egci_reports.distribution.ledger import read_ledger
from egci_reports.distribution.register import CopyRegister, Issue
from egci_reports.errors import EditionRefused, Finding
from egci_reports.records.paper_name import paper_of
from egci_reports.workspace import Workspace


def refuse_other_content(register: CopyRegister, issue: Issue) -> None:
    """Raise EditionRefused (E604) if copies of a numbered edition are out with other content than now."""
    others = [other for other in register.issues(issue.paper) if other.edition == issue.edition]
    if rank(issue.edition) and any(other.master != issue.master for other in others):
        what = edition_in_words(issue.edition)
        message = f"{what} of {issue.paper} went out with other content than it has now"
        number = next_number(issue.edition)
        hint = f"give what has changed the next number: {number}; `who-has` shows who holds which"
        raise EditionRefused(Finding("E604", message, hint=hint))


def refuse_changed(workspace: Workspace, built: Built) -> None:
    """Raise EditionRefused (E604) if a paper just made is an edition that went out with other content.

    Only the PDF tells: it is what goes out. Raises VerificationError if the ledger is not as it was written.
    """
    edition = built.identity.edition
    if not rank(edition) or workspace.is_embedded:
        return
    register = CopyRegister.of(read_ledger(workspace.data))
    paper = paper_of(built.stem, edition)
    for file in built.files if register.issues(paper) else ():
        if file.format is Format.PDF and file.name == f"{built.stem}.pdf":
            refuse_other_content(register, Issue(paper, edition, content_hash(file.content)))
