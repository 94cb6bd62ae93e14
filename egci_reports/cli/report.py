"""Says what went wrong: findings with their line and a caret, and every way in which a run can fail."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import traceback
from collections.abc import Iterable
from typing import TextIO

import click

from egci_reports.cli.layout import fit, hang, plain, terminal_width, width_of
from egci_reports.cli.settings import Settings
from egci_reports.errors import EgciError, Finding, RecordsError, Severity, UsageError, WriteError, in_order
from egci_reports.files import Refused

OUR_MISTAKE = 70
"""The exit code of a failure that is the program's own: EX_SOFTWARE of sysexits.h."""

INTERRUPTED = 130
"""The exit code after Ctrl-C: 128 and the number of the signal, as shells have it."""

CANNOT_PRINT = WriteError.exit_code
"""The exit code where the output itself cannot be written: a full disk behind a redirection."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def failure(error: BaseException, settings: Settings) -> int:
    """Say on standard error why a run failed, and return its exit code; with --json say it as the result."""
    match error:
        case UsageError() if settings.amiss:
            _refused(error, settings)
            _tell("It may be among what is left out: mend that first.")
            return RecordsError.exit_code
        case EgciError():
            return _refused(error, settings)
        case click.exceptions.NoArgsIsHelpError():
            click.echo(error.ctx.get_help())
            return 0
        case click.ClickException():
            return _misused(error, settings)
        case KeyboardInterrupt() | click.Abort():
            _tell("Stopped.")
            return INTERRUPTED
        case Refused():
            return _refused(WriteError(_unread(error.path, error.reason)), settings)
        case OSError() if _was_printing(error):
            return unprintable(error)
        case OSError(strerror=str(words)):
            _trace(error, settings)
            return _refused(WriteError(_unread(error.filename, words.lower())), settings)
        case _ if settings.amiss and not settings.debug:
            _tell("The rest cannot be shown while this stands.")  # what is wrong has been told
            return RecordsError.exit_code
        case _:
            return _our_mistake(error, settings)


def show_findings(findings: Iterable[Finding], *, err: bool = True) -> None:
    """Print findings in the order of their places, to standard error or standard output."""
    for finding in in_order(findings):
        click.echo(describe(finding), err=err)


def as_json(findings: Iterable[Finding], **more: object) -> str:
    """Return findings as JSON, with how many are errors and warnings, and what else is told of them."""
    findings = tuple(findings)
    errors = sum(finding.is_error for finding in findings)
    told = {"errors": errors, "warnings": len(findings) - errors, **more}
    return json.dumps({"findings": [_plain(one) for one in findings], **told}, indent=2, ensure_ascii=False)


def _plain(finding: Finding) -> dict[str, object]:
    place = finding.position
    return {
        "code": finding.code or None,
        "severity": finding.severity,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "message": finding.message,
        "hint": finding.hint,
    }


def show_amiss(errors: Iterable[Finding], left_out: Iterable[str], settings: Settings) -> None:
    """Tell on standard error what is wrong with the records, and what is left out of what is shown."""
    errors, left_out = tuple(errors), tuple(left_out)
    if settings.as_json:
        _tell(as_json(in_order(errors), left_out=left_out))
        return
    for finding in in_order(errors):
        _tell(describe(finding))
    left = f" Left out: {', '.join(left_out)}." if left_out else ""
    _tell(f"{count(errors)}; what does not hang on it is shown.{left}\n")


def describe(finding: Finding) -> str:
    """Return a finding as text: where, what, the line with a caret, the hint."""
    severity = click.style(f"{finding.severity}[{finding.code}]", fg=_COLOURS[finding.severity], bold=True)
    where = f"{finding.position}: " if finding.position else ""
    lines = [f"{plain(where)}{severity} {plain(finding.message)}"]
    if finding.position and finding.source and finding.source.strip():
        lines += _excerpt(finding.source, finding.position.line, finding.position.column)
    if finding.hint:
        lines += _hint(finding.hint)
    return "\n".join(lines)


def _hint(text: str) -> list[str]:
    """Return a hint, which may have several lines, under its label."""
    first, *rest = text.splitlines()
    lines = hang("  hint:", first, len("  hint: "), terminal_width())
    lines[0] = lines[0].replace("hint:", click.style("hint:", bold=True), 1)
    return [*lines, *(f"    {plain(line)}" for line in rest)]


def _excerpt(source: str, line: int, column: int) -> list[str]:
    """Return the line of a file and, under it, a caret at a column (from 1, in characters)."""
    gutter = f"  {line:>4} | "
    shown, before = fit(source, column - 1, room=terminal_width() - len(gutter))
    caret = click.style("^", bold=True)
    return [f"{gutter}{shown}", f"{' ' * (len(gutter) - 2)}| {' ' * width_of(before)}{caret}"]


def count(findings: Iterable[Finding]) -> str:
    """Return how many errors and warnings there are: "2 errors and 1 warning in 2 files"."""
    findings = tuple(findings)
    errors = sum(finding.is_error for finding in findings)
    warnings = len(findings) - errors
    parts = [_number(n, noun) for n, noun in ((errors, "error"), (warnings, "warning")) if n]
    files = {finding.position.file for finding in findings if finding.position}
    where = f" in {_number(len(files), 'file')}" if files else ""
    return f"{' and '.join(parts) or 'no errors'}{where}"


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _refused(error: EgciError, settings: Settings) -> int:
    if settings.as_json:
        _tell(as_json(in_order(error.findings)), err=False)
        return error.exit_code
    for finding in error.findings:
        _tell(describe(finding))
    lines = []
    if len(error.findings) > 1:
        lines.append(f"{count(error.findings)}.")
    if settings.writes and not isinstance(error, WriteError):
        lines.append("Nothing was written.")
    if lines:
        _tell(" ".join(lines))
    return error.exit_code


def _misused(error: click.ClickException, settings: Settings) -> int:
    """Report a command line that click could not read."""
    context = getattr(error, "ctx", None)
    help_at = f"{context.command_path if context else 'egci-report'} --help"
    if settings.as_json:
        _tell(as_json([Finding("", error.format_message(), hint=help_at)]), err=False)
        return error.exit_code
    _tell(f"{click.style('error:', fg='red', bold=True)} {plain(error.format_message())}")
    _tell("\n".join(_hint(help_at)))
    return error.exit_code


def _unread(place: object, reason: str) -> Finding:
    """Return what is told where a command met what nothing before it had foreseen."""
    what = "the computer refuses what is needed" if place is None else f"{place} cannot be used"
    return Finding("W304", f"{what}: {reason}", hint="see to it, and give the command again")


def _was_printing(error: OSError) -> bool:
    """Whether an error arose where a text was printed."""
    frames = (frame for frame, _ in traceback.walk_tb(error.__traceback__))
    return error.filename is None and any(frame.f_code is click.echo.__code__ for frame in frames)


def unprintable(error: OSError) -> int:
    """Report that the output cannot be written, unless nobody is there to read it."""
    if not isinstance(error, BrokenPipeError):
        _tell(f"error: the output cannot be written: {error.strerror or error}")
    _close(sys.stdout)
    return CANNOT_PRINT


def _tell(text: str, *, err: bool = True) -> None:
    """Print on standard error, or output; that it cannot be printed to changes nothing of what went wrong."""
    try:
        click.echo(text, err=err)
    except OSError:
        _close(sys.stderr if err else sys.stdout)


def _close(stream: TextIO | None) -> None:
    """Let a stream lead nowhere, so that what it still holds fails no more when the program ends."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[union-attr] # None is closed


def _trace(error: BaseException, settings: Settings) -> None:
    if settings.debug:
        _tell("".join(traceback.format_exception(error)))


def _our_mistake(error: BaseException, settings: Settings) -> int:
    what = plain(f"{type(error).__name__}: {error}".splitlines()[0])
    if settings.as_json:
        finding = Finding("", f"the program failed, which is our mistake and not yours ({what})")
        _tell(as_json([finding]), err=False)
        _trace(error, settings)
        return OUR_MISTAKE
    _tell(f"error: the program failed, which is our mistake and not yours ({what})")
    _trace(error, settings)
    if not settings.debug:
        _tell("\n".join(_hint("please report it with what the same command prints with --debug")))
    return OUR_MISTAKE
