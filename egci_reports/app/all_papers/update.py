"""Brings papers up to date: makes those of which something that they are made from has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from egci_reports.app.all_papers.made import MadeFile, MadePaper
from egci_reports.app.all_papers.papers import Wanted, draft_of, inputs_of
from egci_reports.app.papers.build import build
from egci_reports.app.papers.output import write
from egci_reports.app.papers.receipts import read, receipt_path, sha256
from egci_reports.errors import EgciError, Finding
from egci_reports.files import PAPER, Refused, read_bytes
from egci_reports.garbage import without_collection
from egci_reports.records.records import Records
from egci_reports.stamps import stamp_of
from egci_reports.workspace import Workspace

PROGRAM = "the program"
"""The name of the program among what a paper is made from."""


class State(StrEnum):
    """What became of a paper."""

    MADE = "made"
    LEFT = "left"  # it is up to date
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a paper was made or left: what changed, and by name which thing. `things` are at most a few."""

    kind: ReasonKind
    things: tuple[str, ...] = ()


class ReasonKind(StrEnum):
    """The kinds of reasons."""

    NEW = "new"  # never made by a run over all papers
    CHANGED = "changed"  # what it is made from
    GONE = "gone"  # a file of it
    OTHERWISE = "otherwise"  # a file of it was made in another way since
    EDITED = "edited"  # a file of it, by hand: it is left as it is
    CURRENT = "current"


@dataclass(frozen=True, slots=True)
class PaperOutcome:
    """What became of a paper, and why.

    `paths` are its files if it was made, `kept` copies of files edited by hand; `made` is what to remember
    of it, None if it failed with `error`.
    """

    name: str
    state: State
    reason: Reason
    made: MadePaper | None = None
    paths: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    warnings: tuple[Finding, ...] = ()
    error: EgciError | None = field(default=None, compare=False)


def update(
    wanted: Wanted,
    before: MadePaper | None,
    records: Records,
    workspace: Workspace,
    program: str,
    *,
    force: bool = False,
) -> PaperOutcome:
    """Make a paper if it is not up to date.

    `before` is what is known of its last making, `program` a hash of the program. A file edited by hand is
    left while nothing else calls for a new one; then it is refused, unless `force` keeps it beside that.
    """
    try:
        with without_collection():
            return _update(wanted, before, records, workspace, program, force=force)
    except EgciError as error:
        return PaperOutcome(wanted.name, State.FAILED, Reason(ReasonKind.NEW), error=error)


def _update(
    wanted: Wanted,
    before: MadePaper | None,
    records: Records,
    workspace: Workspace,
    program: str,
    *,
    force: bool,
) -> PaperOutcome:
    draft = None if wanted.body else draft_of(wanted, records, workspace)
    inputs = {**inputs_of(wanted, draft, records, workspace), PROGRAM: program}
    reason = why(before, inputs, workspace.reports, wanted.name)
    if before and reason.kind in (ReasonKind.CURRENT, ReasonKind.EDITED):
        return PaperOutcome(wanted.name, State.LEFT, reason, _looked_at(before, reason, workspace.reports))
    built = build(draft or draft_of(wanted, records, workspace))
    written = write(built, workspace.reports, force=force)
    files = {file.name: _made(workspace.reports / file.name, sha256(file.content)) for file in built.files}
    made = MadePaper(inputs, files, built.pages)
    return PaperOutcome(wanted.name, State.MADE, reason, made, written.paths, written.kept, built.warnings)


def why(before: MadePaper | None, inputs: Mapping[str, str], reports: Path, name: str) -> Reason:
    """Return why a paper is to be made, or may be left."""
    if before is None:
        return Reason(ReasonKind.NEW)
    names = sorted({*before.inputs, *inputs})
    if changed := [one for one in names if before.inputs.get(one) != inputs.get(one)]:
        return Reason(ReasonKind.CHANGED, tuple(changed))
    states = {file: _file_state(reports, name, file, made) for file, made in before.files.items()}
    for kind in (ReasonKind.GONE, ReasonKind.OTHERWISE, ReasonKind.EDITED):
        if files := [file for file, state in states.items() if state is kind]:
            return Reason(kind, tuple(files))
    return Reason(ReasonKind.CURRENT)


def _file_state(reports: Path, paper: str, name: str, made: MadeFile) -> ReasonKind:
    if stamp_of(reports / name) == (made.size, made.changed):
        return ReasonKind.CURRENT
    try:
        hashed = sha256(read_bytes(reports / name, inside=reports, most=PAPER))
    except FileNotFoundError:
        return ReasonKind.GONE
    except Refused:
        return ReasonKind.OTHERWISE
    if hashed == made.sha256:
        return ReasonKind.CURRENT
    try:
        receipt = read(receipt_path(reports, paper))
    except Refused:
        receipt = None
    return ReasonKind.OTHERWISE if receipt and receipt.knows(name, hashed) else ReasonKind.EDITED


def _looked_at(made: MadePaper, reason: Reason, reports: Path) -> MadePaper:
    """Return what is known of a paper, with the stamps that its files have now if not edited."""
    files = {
        name: file if name in reason.things else _made(reports / name, file.sha256)
        for name, file in made.files.items()
    }
    return MadePaper(made.inputs, files, made.pages)


def _made(path: Path, hashed: str) -> MadeFile:
    size, changed = stamp_of(path) or (0, 0)
    return MadeFile(size, changed, hashed)
