"""Drafts in the output folder that were made from other records than there are now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from egci_reports.app.papers.current import digests_now
from egci_reports.app.papers.order import DRAFT
from egci_reports.app.papers.receipts import FOLDER, Receipt, read
from egci_reports.app.reading.overview import OpenEntry
from egci_reports.errors import UsageError
from egci_reports.files import Refused, list_folder, may_be_there
from egci_reports.kinds import KINDS
from egci_reports.records.meetings import Status
from egci_reports.records.paper_name import PaperName
from egci_reports.records.records import Records
from egci_reports.workspace import Workspace


def stale_drafts(stale: Mapping[str, Receipt], records: Records) -> Iterator[OpenEntry]:
    """Yield the drafts among the papers that the records have outrun, in order of name.

    Those of which nobody needs another, since their plenary is held, are left out.
    """
    held = {str(meeting.number) for meeting in records.meetings if meeting.status is Status.HELD}
    for stem, receipt in stale.items():
        identity = receipt.identity
        is_over = KINDS[identity.kind].over_once_held and identity.subject in held
        if identity.edition == DRAFT and not is_over:
            yield OpenEntry(stem, command=_again(PaperName.read(stem)))


def _again(name: PaperName) -> str:
    """Return the command that makes a paper anew."""
    reader = name.body or (None if name.audience.is_own_side else name.audience)
    subject = f" {name.subject}" if name.record != name.kind else ""
    return f"{name.kind}{subject}" + (f" --for {reader}" if reader else "")


def stale_papers(workspace: Workspace, records: Records) -> Mapping[str, Receipt]:
    """Return the receipts of papers that were made from other records than these, by the stem of their files.

    Papers of a day in the past stay as they were; what cannot be read, or is no paper of this program, is
    left to `verify`.
    """
    digest_of, found = digests_now(records), {}
    for stem, receipt in _receipts(workspace):
        identity = receipt.identity
        if identity.kind not in KINDS or PaperName.read(stem).as_of is not None:
            continue
        try:
            is_outrun = digest_of(identity) != identity.records
        except (UsageError, ValueError):  # of a plenary on record no more, or a receipt written by hand
            continue
        if is_outrun:
            found[stem] = receipt
    return found


def _receipts(workspace: Workspace) -> Iterator[tuple[str, Receipt]]:
    """Yield the receipts of papers of which a file is there, by the stem of their files."""
    try:
        entries = list_folder(workspace.reports / FOLDER)
    except (FileNotFoundError, Refused):
        return
    for path in sorted(entry.path for entry in entries):
        try:
            receipt = read(path) if path.suffix == ".json" else None
        except Refused:
            continue
        if receipt and any(may_be_there(workspace.reports / file.name) for file in receipt.files):
            yield path.stem, receipt
