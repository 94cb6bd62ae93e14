"""What the last run over all papers made, and from what: kept beside the receipts in reports/.receipts/."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from egci_reports.app.all_papers.stamps import Stamp, stamp_of, stamps_of_program, stamps_of_texts
from egci_reports.engine.writers.formats import Format
from egci_reports.files import PAPER, Refused, parse_json, read_bytes
from egci_reports.workspace import Workspace

_VERSION = 1
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

    asked: str = ""
    inputs: Mapping[str, Stamp] = field(default_factory=dict)
    papers: Mapping[str, MadePaper] = field(default_factory=dict)


def made_path(reports: Path) -> Path:
    """Return where it is kept, beside the receipts of an output folder."""
    return reports / ".receipts" / _NAME


def asked(formats: Iterable[Format]) -> str:
    """Return what a run is asked for: "word,pdf"."""
    return ",".join(form.name for form in formats)


def current_papers(workspace: Workspace, formats: Iterable[Format]) -> int:
    """Return how many papers there are if all are up to date; 0 if they may not be. No record is read.

    So they are if the last run was asked for the same, and if they and all that they may be made from have
    the sizes and times that they had then.
    """
    made = read_made(workspace.reports)
    if made.asked != asked(formats) or made.inputs != stamps_of_inputs(workspace):
        return 0
    files = ((name, file) for paper in made.papers.values() for name, file in paper.files.items())
    untouched = all(stamp_of(workspace.reports / name) == (file.size, file.changed) for name, file in files)
    return len(made.papers) if untouched else 0


def stamps_of_inputs(workspace: Workspace) -> Mapping[str, Stamp]:
    """Return the stamps of all files that papers may be made from, by path."""
    return {**stamps_of_texts(workspace), **stamps_of_program()}


def dump_made(made: Made) -> bytes:
    """Return it as JSON, a paper a line."""
    papers = (f"{json.dumps(name)}: {json.dumps(asdict(one))}" for name, one in made.papers.items())
    lines = ",\n".join(papers)
    head = json.dumps({"version": _VERSION, "asked": made.asked, "inputs": made.inputs})[:-1]
    return f'{head}, "papers": {{\n{lines}\n}}}}\n'.encode()


def read_made(reports: Path) -> Made:
    """Read it; nothing was made if there is none, or it cannot be understood: then all is made anew."""
    path = made_path(reports)
    try:
        raw: Any = parse_json(read_bytes(path, inside=path.parent, most=PAPER))
        if raw["version"] != _VERSION:
            return Made()
        inputs = {str(path): (int(size), int(changed)) for path, (size, changed) in raw["inputs"].items()}
        papers = {str(name): _paper(one) for name, one in raw["papers"].items()}
        return Made(str(raw["asked"]), inputs, papers)
    except (FileNotFoundError, Refused, ValueError, TypeError, KeyError, AttributeError):
        return Made()


def _paper(raw: Mapping[str, Any]) -> MadePaper:
    inputs = {str(name): str(hashed) for name, hashed in raw["inputs"].items()}
    files = {
        str(name): MadeFile(int(one["size"]), int(one["changed"]), str(one["sha256"]))
        for name, one in raw["files"].items()
    }
    return MadePaper(inputs, files, int(raw["pages"]))
