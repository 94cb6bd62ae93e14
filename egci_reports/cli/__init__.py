"""The command line: options in, exit code out; no rule of the business lives here."""

from __future__ import annotations

import os
import sys

from egci_reports.cli.program import program
from egci_reports.cli.settings import Settings


def main(arguments: list[str] | None = None) -> int:
    """Run the program with `arguments` (those of the process if None) and return its exit code."""
    settings = Settings()
    _never_fail_to_print()
    try:
        result = program.main(
            arguments,
            prog_name="egci-report",
            standalone_mode=False,
            obj=settings,
            color=False if os.environ.get("NO_COLOR") else None,
        )
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the one place that puts it into words
        from egci_reports.cli import report  # noqa: PLC0415 - only where something went wrong

        return report.failure(error, settings)
    return result if isinstance(result, int) else 0


def _never_fail_to_print() -> None:
    """Print a character that the console's encoding lacks as an escape instead of failing on it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
