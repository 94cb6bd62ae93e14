"""What the last run over all papers made, and from what: kept beside the receipts in reports/.receipts/."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from egci_reports.app.all_papers.current import UNKNOWN, VERSION, lines_made
from egci_reports.files import parse_json
from egci_reports.stamps import Stamp


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


def dump_made(made: Made) -> bytes:
    """Return it as two lines of JSON: all stamps, and what each paper was made from."""
    files = {
        name: (file.size, file.changed)
        for paper in made.papers.values()
        for name, file in paper.files.items()
    }
    head = {"version": VERSION, "asked": made.asked, "number": len(made.papers), "inputs": made.inputs}
    papers = {name: asdict(paper) for name, paper in made.papers.items()}
    return f"{json.dumps({**head, 'files': files})}\n{json.dumps(papers)}\n".encode()


def read_made(reports: Path) -> Mapping[str, MadePaper]:
    """Return the papers of the last run; none if it cannot be understood: then all is made anew."""
    try:
        head, papers = map(parse_json, lines_made(reports))
        return {str(name): _paper(one) for name, one in papers.items()} if head["version"] == VERSION else {}
    except UNKNOWN:
        return {}


def _paper(raw: Mapping[str, Any]) -> MadePaper:
    inputs = {str(name): str(hashed) for name, hashed in raw["inputs"].items()}
    files = {
        str(name): MadeFile(int(one["size"]), int(one["changed"]), str(one["sha256"]))
        for name, one in raw["files"].items()
    }
    return MadePaper(inputs, files, int(raw["pages"]))
