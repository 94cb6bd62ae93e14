"""What the commands that make papers share: their options, their progress, and what they print."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, assert_never

import click

from egci_reports.app.papers.next_step import NextStep
from egci_reports.app.papers.order import DRAFT, Audience, Order, Stage
from egci_reports.cli import options
from egci_reports.cli.formats import force as force_option
from egci_reports.cli.formats import formats
from egci_reports.cli.settings import Settings
from egci_reports.garbage import without_collection

if TYPE_CHECKING:
    from egci_reports.app.papers.begin import Draft
    from egci_reports.app.papers.build import Built
    from egci_reports.app.papers.output import Written
    from egci_reports.errors import Finding
    from egci_reports.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])

_FEW = 5
"""The most that one record waits for that are told one by one."""

_MARKING = re.compile(r"[A-Z][A-Z ]{2,39}")


def numbered(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """Return the number of an edition as it was given; fails for whatever is none."""
    from egci_reports.app.papers.editions import is_edition  # noqa: PLC0415 - `--help` needs none

    if value is not None and (value == DRAFT or not is_edition(value)):
        raise click.BadParameter(f"{value!r} is no number of an edition: write one such as 1.0 or 1.10")
    return value


def _edition(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    from egci_reports.app.papers.editions import is_edition  # noqa: PLC0415 - `--help` needs none

    if not is_edition(value):
        raise click.BadParameter(f"{value!r} is no edition: write draft, or a number such as 1.0 or 1.10")
    return value


def _marking(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not _MARKING.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no marking: write it in capitals, for example RESTRICTED")
    return value


edition = click.option(
    "--edition",
    default=DRAFT,
    show_default=True,
    callback=_edition,
    metavar="NUMBER",
    help="Make a numbered edition (1.0); refused while anything is open.",
)
marking = click.option(
    "--marking",
    callback=_marking,
    metavar="TEXT",
    help="Mark each page, for example RESTRICTED; it can only raise what is on record.",
)

for_audience = click.option(
    "--for",
    "audience",
    type=click.Choice((Audience.INTERNAL, Audience.JOINT, Audience.PUBLIC), case_sensitive=False),
    default=Audience.INTERNAL,
    show_default=True,
    help="Make it for the Hong Kong side, for both sides, or for the public.",
)


def paper_options(command: F) -> F:
    """Add the options of a command that makes a paper."""
    for option in (
        formats,
        edition,
        marking,
        force_option,
        click.option(
            "--to",
            "stage",
            type=click.Choice(Stage, case_sensitive=False),
            help="Print a stage instead of making the files.",
        ),
        options.out,
        options.as_of,
        options.as_json,
        options.common,
    ):
        command = option(command)
    return command


def make(settings: Settings, order: Order, *, force: bool, stage: Stage | None) -> None:
    """Make a paper, or print a stage on its way, and say what was done."""
    from egci_reports.app.papers.begin import begin  # noqa: PLC0415 - `--help` does not need it

    workspace = settings.workspace()
    start = time.perf_counter()
    with without_collection():
        draft = begin(workspace, order)
    make_drafts(settings, [draft], workspace, force=force, stage=stage, start=start)


def make_drafts(
    settings: Settings,
    drafts: Iterable[Draft],
    workspace: Workspace,
    *,
    force: bool,
    stage: Stage | None,
    start: float | None = None,
) -> None:
    """Make papers one after the other, each from its draft; with --json they are one list if several.

    `start` is when the first was begun, if that was before this is called.
    """
    from egci_reports.app.papers.build import build  # noqa: PLC0415 - `--help` needs neither
    from egci_reports.app.papers.output import write  # noqa: PLC0415

    made: list[dict[str, object]] = []
    start = start or time.perf_counter()
    for draft in drafts:
        if stage is not None:
            from egci_reports.app.papers.stages import stage_text  # noqa: PLC0415 - few ask for a stage

            click.echo(stage_text(draft, stage), nl=False)
            continue
        with without_collection():
            built = build(draft)
        if not draft.request.is_draft:
            from egci_reports.distribution.issued import refuse_changed  # noqa: PLC0415 - numbers are rare

            refuse_changed(workspace, built)
        written = write(built, workspace.reports, force=force)
        made.append(_summary(built, written))
        if not settings.as_json:
            for path in written.paths:
                click.echo(shown(path))
            _say(settings, built, written, time.perf_counter() - start)
        start = time.perf_counter()
    if settings.as_json and stage is None:
        click.echo(json.dumps(made[0] if len(made) == 1 else made, indent=2, ensure_ascii=False))


def shown(path: Path) -> Path:
    """Return a path as an officer would type it: from here if it is below."""
    with suppress(OSError):  # the folder may be gone; the papers are written all the same
        here = Path.cwd()
        return path.relative_to(here) if path.is_relative_to(here) else path
    return path


def _say(settings: Settings, built: Built, written: Written, seconds: float) -> None:
    """Say beside the result how long the paper is, what was kept, what is odd and what is open."""
    from egci_reports.cli.layout import plain  # noqa: PLC0415 - `all` need not say anything
    from egci_reports.cli.report import count, show_findings  # noqa: PLC0415

    for path in written.kept:
        settings.note(f"Kept what had been edited: {shown(path)}")
    if built.warnings and not settings.quiet:
        show_findings(built.warnings)
        settings.note(f"{count(built.warnings)}.")
    pages = f"{built.pages} page{'' if built.pages == 1 else 's'}"
    names = " and ".join(file.format.title for file in built.files)
    settings.note(f"{names}, {pages}, {seconds:.1f} s.")
    if built.blocked:
        settings.note("A numbered edition would be refused:")
        for line in _open(built.blocked):
            settings.note(f"  {plain(line)}")
    settings.next(_following(built, written))


def _open(blocked: Sequence[Finding]) -> Iterator[str]:
    """Yield what is open: one line for all of a record that waits for the same thing, with their count."""
    alike = Counter(map(_waiting, blocked))
    told: set[tuple[str, str]] = set()
    for finding in blocked:
        key = said, record = _waiting(finding)
        if alike[key] <= _FEW:
            yield finding.message
        elif key not in told:
            told.add(key)
            yield f"{said}: {alike[key]} in {record}"


def _waiting(finding: Finding) -> tuple[str, str]:
    """Return what a finding says of a record, and the record; the whole message where it names none."""
    record = (finding.about or "").partition("#")[0]
    return (finding.message.partition(": ")[0] if record else finding.message, record)


def _following(built: Built, written: Written) -> str:
    """Return the next useful command: where what is open is shown, else the proof of the file."""
    match built.next_step:
        case NextStep.VERIFY:
            return f"egci-report verify {shown(written.paths[-1])}"
        case NextStep.DECIDE:
            return "egci-report conflicts"
        case NextStep.BEGIN_WORDS:
            return f"egci-report new briefs {built.identity.subject}"
        case NextStep.LOOK:
            return "egci-report status"
    assert_never(built.next_step)


def _summary(built: Built, written: Written) -> dict[str, object]:
    """Return what --json prints of a paper."""
    return {
        "files": [str(path) for path in written.paths],
        "kept": [str(path) for path in written.kept],
        "pages": built.pages,
        "edition": built.identity.edition,
        "records": built.identity.records,
        "warnings": [finding.message for finding in built.warnings],
        "open": [finding.message for finding in built.blocked],
    }
