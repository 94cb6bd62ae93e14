"""The command line: options in, exit code out; no rule of the business lives here."""

from __future__ import annotations

import os
import sys

import click

from egci_reports.cli.program import COMMANDS, program
from egci_reports.cli.settings import Settings
from egci_reports.cli.signals import stopping_cleanly
from egci_reports.garbage import collect_seldom


def main(arguments: list[str] | None = None) -> int:
    """Run the program with `arguments` (those of the process if None) and return its exit code."""
    collect_seldom()
    settings = Settings()
    asked = sys.argv[1:] if arguments is None else arguments
    _hold_standard_streams()
    _never_fail_to_print()
    color = False if os.environ.get("NO_COLOR") else None
    printed_to, told_to = sys.stdout, sys.stderr
    try:
        with stopping_cleanly():
            result = _answer(arguments, asked, settings, color=color)
            click.echo(nl=False)  # what is left is printed now, where a failure can be told
    except SystemExit:
        if sys.stdout is printed_to:
            raise
        from egci_reports.cli import report  # noqa: PLC0415 - as below

        # click's own way to end where nobody reads on: it puts others in the place of the streams
        sys.stdout, sys.stderr = printed_to, told_to
        return report.unprintable(BrokenPipeError())
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the one place that puts it into words
        from egci_reports.cli import report  # noqa: PLC0415 - only where something went wrong

        settings.as_json |= "--json" in asked
        return report.failure(error, settings)
    code = result if isinstance(result, int) else 0
    if settings.amiss and not code:
        from egci_reports.errors import RecordsError  # noqa: PLC0415 - `--help` needs none

        return RecordsError.exit_code
    return code


def _answer(
    arguments: list[str] | None, asked: list[str], settings: Settings, *, color: bool | None
) -> object:
    """Run a command, or give again what it answered, if that lasts and nothing has changed since."""
    question = None
    if asked and asked[0] in COMMANDS and COMMANDS[asked[0]].lasts:
        from egci_reports.cli.answers import question_of  # noqa: PLC0415 - `--help` needs none

        question = question_of(asked)
        if question and (code := question.again(color=color)) is not None:
            return code
    # click itself takes the arguments of the process, and on Windows puts names in the place of patterns
    result = program.main(
        arguments, prog_name="egci-report", standalone_mode=False, obj=settings, color=color
    )
    if question:
        question.keep(settings, result if isinstance(result, int) else 0)
    return result


def _hold_standard_streams() -> None:
    """Put the null device in the place of closed streams, lest a file be opened there and printed into."""
    for handle in range(3):
        try:
            os.fstat(handle)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free


def _never_fail_to_print() -> None:
    """Print a character that the console's encoding lacks as an escape instead of failing on it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
