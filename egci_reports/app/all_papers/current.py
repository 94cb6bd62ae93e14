"""Tells whether all papers are up to date, by what the last run over them noted, without reading a record.

What it noted (`made`) are two lines of JSON in reports/.receipts/: the stamps of all files, and what each
paper was made from.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from egci_reports.app.papers.formats import Format, names_of
from egci_reports.files import PAPER, Refused, parse_json, read_bytes
from egci_reports.stamps import stamp_of, stamps_of_inputs
from egci_reports.workspace import Workspace

VERSION = 2
"""The form of the two lines."""

UNKNOWN = (FileNotFoundError, Refused, ValueError, TypeError, KeyError, AttributeError)
"""What reading raises where nothing was made, or something else stands there."""


def made_path(reports: Path) -> Path:
    """Return where it is kept, beside the receipts of an output folder."""
    return reports / ".receipts" / "all.made"


def current_papers(workspace: Workspace, formats: Iterable[Format]) -> int:
    """Return how many papers there are if all are up to date; 0 if they may not be. No record is read.

    So they are if the last run was asked for the same, and if they and all that they may be made from have
    the sizes and times that they had then. Only the first of the two lines is read that `dump_made` writes.
    """
    try:
        head = parse_json(lines_made(workspace.reports)[0])
        inputs = {path: [*stamp] for path, stamp in stamps_of_inputs(workspace).items()}
        if (head["version"], head["asked"], head["inputs"]) != (VERSION, names_of(formats), inputs):
            return 0
        files = head["files"].items()
        untouched = all(stamp_of(workspace.reports / name) == tuple(stamp) for name, stamp in files)
        return int(head["number"]) if untouched else 0
    except UNKNOWN:
        return 0


def lines_made(reports: Path) -> tuple[bytes, bytes]:
    """Return the two lines; raises what is in UNKNOWN."""
    path = made_path(reports)
    head, _, papers = read_bytes(path, inside=path.parent, most=PAPER).partition(b"\n")
    return head, papers
