"""Shows how far a run over many papers has come."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from egci_reports.cli.settings import Settings

if TYPE_CHECKING:
    from egci_reports.app.all_papers.update import PaperOutcome

Told = Callable[["PaperOutcome", int], None]
"""Called with each paper as it is done, and how many there are."""


@contextmanager
def progress(settings: Settings) -> Iterator[Told]:
    """Give what is to be told of each paper; a bar on standard error if that is a terminal."""
    if settings.quiet or not sys.stderr.isatty():
        yield lambda _one, _number: None
        return
    with click.progressbar(length=1, label="Papers", file=sys.stderr, show_pos=True) as bar:

        def told(_one: PaperOutcome, number: int) -> None:
            bar.length = number
            bar.update(1)

        yield told
