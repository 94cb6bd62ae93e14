"""What the last run over all papers made, and from what: kept beside the receipts in reports/.receipts/."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from egci_reports.app.papers.formats import Format, names_of
from egci_reports.app.stamps import Stamp, stamp_of, stamps_of_inputs
from egci_reports.files import PAPER, Refused, parse_json, read_bytes
from egci_reports.workspace import Workspace

_VERSION = 2
_NAME = "all.made"


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file as it was written: its stamp (size in bytes, time of change in nanoseconds) and SHA-256."""

    size: int
    changed: int
    sha256: str


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper that was made: the hash of each thing it was made from, its files by name, its pages."""

    inputs: Mapping[str, str]
    files: Mapping[str, MadeFile]
    pages: int


@dataclass(frozen=True, slots=True)
class Made:
    """All papers of the last run by name, and what it was asked for: the forms.

    `inputs` are the stamps of all files that it might read. It was asked for nothing, "", if a paper failed,
    or if it is unsure whether a change of a file would show: then each paper is looked at next time.
    """

    asked: str
    inputs: Mapping[str, Stamp]
    papers: Mapping[str, MadePaper]


def made_path(reports: Path) -> Path:
    """Return where it is kept, beside the receipts of an output folder."""
    return reports / ".receipts" / _NAME


def current_papers(workspace: Workspace, formats: Iterable[Format]) -> int:
    """Return how many papers there are if all are up to date; 0 if they may not be. No record is read.

    So they are if the last run was asked for the same, and if they and all that they may be made from have
    the sizes and times that they had then. Only the first of the two lines is read that `dump_made` writes.
    """
    try:
        head = parse_json(_lines(workspace.reports)[0])
        inputs = {path: [*stamp] for path, stamp in stamps_of_inputs(workspace).items()}
        if (head["version"], head["asked"], head["inputs"]) != (_VERSION, names_of(formats), inputs):
            return 0
        files = head["files"].items()
        untouched = all(stamp_of(workspace.reports / name) == tuple(stamp) for name, stamp in files)
        return int(head["number"]) if untouched else 0
    except _UNKNOWN:
        return 0


def dump_made(made: Made) -> bytes:
    """Return it as two lines of JSON: all stamps, and what each paper was made from."""
    files = {
        name: (file.size, file.changed)
        for paper in made.papers.values()
        for name, file in paper.files.items()
    }
    head = {"version": _VERSION, "asked": made.asked, "number": len(made.papers), "inputs": made.inputs}
    papers = {name: asdict(paper) for name, paper in made.papers.items()}
    return f"{json.dumps({**head, 'files': files})}\n{json.dumps(papers)}\n".encode()


def read_made(reports: Path) -> Mapping[str, MadePaper]:
    """Return the papers of the last run; none if it cannot be understood: then all is made anew."""
    try:
        head, papers = map(parse_json, _lines(reports))
        return {str(name): _paper(one) for name, one in papers.items()} if head["version"] == _VERSION else {}
    except _UNKNOWN:
        return {}


_UNKNOWN = (FileNotFoundError, Refused, ValueError, TypeError, KeyError, AttributeError)
"""What reading raises where nothing was made, or something else stands there."""


def _lines(reports: Path) -> tuple[bytes, bytes]:
    path = made_path(reports)
    head, _, papers = read_bytes(path, inside=path.parent, most=PAPER).partition(b"\n")
    return head, papers


def _paper(raw: Mapping[str, Any]) -> MadePaper:
    inputs = {str(name): str(hashed) for name, hashed in raw["inputs"].items()}
    files = {
        str(name): MadeFile(int(one["size"]), int(one["changed"]), str(one["sha256"]))
        for name, one in raw["files"].items()
    }
    return MadePaper(inputs, files, int(raw["pages"]))
