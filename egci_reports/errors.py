"""The errors an officer can meet, each with the exit code of the command that meets it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Severity(StrEnum):
    """How grave a finding is: an error stops the build, a warning is only told."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text file.

    `file` is the path as the officer would type it (relative to the workspace, "/" between folders);
    `line` and `column` count from 1, the column in characters.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, said for an officer.

    `code` is stable and is explained by `egci-report explain CODE`. `source` is the line of the file at
    `position`, shown with a caret under the column. `hint` says what to do. Of a paper, `about` is the
    address of the record that a part speaks of.
    """

    code: str
    message: str
    position: Position | None = None
    hint: str | None = None
    severity: Severity = Severity.ERROR
    source: str | None = None
    about: str | None = None

    @property
    def is_error(self) -> bool:
        """Whether this finding stops the build."""
        return self.severity is Severity.ERROR


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by file, line and column; those without a place come first."""
    return tuple(
        sorted(
            findings, key=lambda f: (f.position is not None, f.position or Position(""), f.code, f.message)
        )
    )


def did_you_mean(near: Sequence[str]) -> str:
    """Return the hint "did you mean A, B or C?" that names what was probably meant."""
    *others, last = near
    return f"did you mean {', '.join(others)}{' or ' if others else ''}{last}?"


class EgciError(Exception):
    """The base of all errors that are the officer's to mend.

    Holds one or more findings; `exit_code` is what the command line returns.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, *findings: Finding) -> None:
        if not findings:
            raise ValueError("an error needs at least one finding")
        self.findings = in_order(findings)
        super().__init__("\n".join(finding.message for finding in self.findings))

    def __reduce__(self) -> tuple[type[EgciError], tuple[Finding, ...]]:
        """Let the error go from one process to another whole; an exception's own way takes its text alone."""
        return type(self), self.findings


class RecordsError(EgciError):
    """The records are wrong or cannot be read (exit code 1)."""

    exit_code = 1


class UsageError(EgciError):
    """The command was asked for something that does not exist (exit code 2)."""

    exit_code = 2


class TemplateError(EgciError):
    """A template is wrong, or the tree it makes is (exit code 3)."""

    exit_code = 3


class WriteError(EgciError):
    """A file cannot be written: open elsewhere, edited by hand, disk full (exit code 4)."""

    exit_code = 4


class VerificationError(EgciError):
    """`verify` or `ledger verify` found something (exit code 5)."""

    exit_code = 5


class EditionRefused(EgciError):  # noqa: N818 - the name of what happened, as the design calls it
    """A numbered edition was asked for while something blocks it (exit code 6)."""

    exit_code = 6
