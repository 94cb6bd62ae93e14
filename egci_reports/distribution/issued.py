"""Keeps an edition of which copies are out from having other content, when it is made and when issued."""

from __future__ import annotations

from egci_reports.app.papers.build import Built
from egci_reports.app.papers.editions import edition_in_words, next_number, other_content, rank
from egci_reports.app.papers.kept import kept_words
from egci_reports.app.papers.order import Format
from egci_reports.app.papers.output import text_kept
from egci_reports.app.papers.receipts import content_hash, read, receipt_path
from egci_reports.distribution.ledger import read_ledger
from egci_reports.distribution.master import Master
from egci_reports.distribution.register import CopyRegister, Issue
from egci_reports.errors import EditionRefused, Finding, WriteError
from egci_reports.files import Refused
from egci_reports.records.paper_name import paper_of
from egci_reports.workspace import Workspace, unwritable


def refuse_other_content(register: CopyRegister, issue: Issue) -> None:
    """Raise EditionRefused (E604) if copies of a numbered edition are out with other content than now."""
    others = [other for other in register.issues(issue.paper) if other.edition == issue.edition]
    if rank(issue.edition) and any(other.master != issue.master for other in others):
        what = edition_in_words(issue.edition)
        message = f"{what} of {issue.paper} went out with other content than it has now"
        number = next_number(issue.edition)
        hint = f"give what has changed the next number: {number}; `who-has` shows who holds which"
        raise EditionRefused(Finding("E604", message, hint=hint))


def refuse_remade(workspace: Workspace, master: Master) -> None:
    """Raise EditionRefused (E609) if a numbered edition stands in the output folder with other content.

    Its marking is part of that. Raises WriteError if the receipt that tells cannot be read.
    """
    stem, edition = master.draft.paper.stem, master.issue.edition
    try:
        receipt = read(receipt_path(workspace.reports, stem)) if rank(edition) else None
    except Refused as error:
        raise WriteError(unwritable(error)) from error
    file = receipt.file(f"{stem}{Format.PDF.suffix}") if receipt else None
    if file is not None and file.content != master.issue.master:
        before = text_kept(workspace.reports, stem)
        now = kept_words(master.layout.document, master.layout.pages)
        raise other_content(master.issue.paper, edition, before, now.text)


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
