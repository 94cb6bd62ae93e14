"""`watch`: papers made anew whenever their records or templates change."""

from __future__ import annotations

import time
from collections.abc import Sequence

import click

from egci_reports.app.papers.formats import Format
from egci_reports.cli import options
from egci_reports.cli.formats import force, formats
from egci_reports.cli.settings import Settings

_PAUSE = 0.1
"""Seconds between two looks at the files."""


@click.command()
@click.argument("paper", nargs=-1, metavar="[PAPER]")
@formats
@force
@click.option("--open", "is_opened", is_flag=True, help="Open the paper in the viewer, once it is made.")
@options.out
@options.common
@click.pass_obj
def watch(
    settings: Settings,
    paper: tuple[str, ...],
    formats: tuple[Format, ...],
    force: bool,  # noqa: FBT001 - click passes options by name
    is_opened: bool,  # noqa: FBT001
) -> None:
    """Make papers anew whenever their records or templates change.

    PAPER is the name its files begin with: history, or annual-2024 (or annual 2024). Without it all papers
    are kept up to date. What is wrong is shown until it is mended. Ctrl-C ends it.

    \b
    Examples:
      egci-report watch annual 2024
      egci-report watch briefing 21 --format pdf --open
      egci-report watch
    """
    only = "-".join(paper) or None
    if is_opened and only is None:
        raise click.UsageError("say which paper to open: egci-report watch annual 2024 --open")
    from egci_reports.stamps import stamps_of_texts  # noqa: PLC0415 - `--help` needs none

    workspace = settings.workspace()
    seen = None
    while True:
        if (now := stamps_of_texts(workspace)) != seen:
            files = _make(settings, formats, only, force=force, is_first=seen is None)
            if is_opened and files:
                _open(settings, files)
                is_opened = False
            seen = now
        time.sleep(_PAUSE)


def _make(
    settings: Settings, formats: tuple[Format, ...], only: str | None, *, force: bool, is_first: bool
) -> Sequence[str]:
    """Bring papers up to date; return the files that there are. What is wrong is told, and stops nothing.

    Raises UsageError at first if there is no paper named `only`; later it may come back.
    """
    from egci_reports.app.all_papers.run import update_all  # noqa: PLC0415 - `--help` needs none
    from egci_reports.cli import outcomes, report  # noqa: PLC0415
    from egci_reports.errors import EgciError, UsageError  # noqa: PLC0415

    start, workspace = time.perf_counter(), settings.workspace()
    try:
        done = update_all(workspace, formats, lambda _one, _number: None, only=only, force=force)
    except EgciError as error:
        if is_first and isinstance(error, UsageError):
            raise
        report.failure(error, settings)
        settings.note("Waiting for it to be mended.")
        return ()
    outcomes.show(settings, done, explain=False)
    outcomes.summary(settings, done, time.perf_counter() - start, following=False)
    return [str(workspace.reports / name) for one in done if one.made for name in one.made.files]


def _open(settings: Settings, paths: Sequence[str]) -> None:
    """Open the files in the viewer that the system has for them; say where they are if there is none."""
    for path in paths:
        if click.launch(path) != 0:
            settings.note(f"There is no viewer here: it is in {path}")
