"""What the common options say, gathered while the command line is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from egci_reports.app.records import Records
    from egci_reports.errors import Finding
    from egci_reports.workspace import Workspace


@dataclass(slots=True)
class Settings:
    """The common options of one run.

    `chosen` is the folder given with --workspace and `out` that given with --out; `as_of` is the
    standpoint, None for all that is recorded. `writes` is set by the program for commands that change
    files, so that a refusal can add that nothing was written. `amiss` are errors in the records beside which
    something is shown all the same. `told` is what was printed by `tell` and `note`, each text with whether
    on standard error.
    """

    chosen: Path | None = None
    out: Path | None = None
    as_of: date | None = None
    as_json: bool = False
    quiet: bool = False
    debug: bool = False
    writes: bool = False
    amiss: tuple[Finding, ...] = ()
    told: list[tuple[str, bool]] = field(default_factory=list)

    def workspace(self) -> Workspace:
        """Find the workspace; raises UsageError if the chosen folder is none, or this one is gone (U203).

        A command that changes files first takes away what a run that was killed has left half written.
        """
        from egci_reports.workspace import find_workspace, here  # noqa: PLC0415 - `--help` needs none

        found = find_workspace(here(), self.chosen, self.out)
        if self.writes:
            from egci_reports.writing import sweep  # noqa: PLC0415

            sweep(found.folders())
        return found

    def records(self, as_of: date | None) -> Records:
        """Return what can be read of the records as of a day, and tell what is wrong with the rest.

        The run then ends with the exit code of wrong records, though something was shown. Raises RecordsError
        where nothing can be read.
        """
        from egci_reports.app.records import readable  # noqa: PLC0415 - `--help` needs none

        found = readable(self.workspace(), as_of)
        self.amiss = found.errors
        if found.errors:
            from egci_reports.cli.report import show_amiss  # noqa: PLC0415 - records are seldom wrong

            show_amiss(found.errors, found.left_out, self)
        return found.records

    def tell(self, text: str) -> None:
        """Print a result, or a part of it."""
        self._print(text, err=False)

    def note(self, text: str) -> None:
        """Say something beside the result, on standard error, unless --quiet."""
        if not self.quiet:
            self._print(text, err=True)

    def next(self, command: str) -> None:
        """End with the next useful command."""
        self.note(f"Next: {command}")

    def _print(self, text: str, *, err: bool) -> None:
        self.told.append((text, err))
        click.echo(text, err=err)
