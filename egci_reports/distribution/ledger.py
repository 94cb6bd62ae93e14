"""The ledger on disk: read by anybody, written by one run at a time, a line at once and for good."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from egci_reports.distribution.audit import LedgerHead, audit_lines, lines_of
from egci_reports.distribution.entries import LedgerEntry, LedgerLine, next_line, parse_line
from egci_reports.errors import Finding, VerificationError, WriteError
from egci_reports.files import LEDGER, Refused, open_file, read_bytes, read_open
from egci_reports.workspace import unwritable
from egci_reports.writing import sync_folder

FILE = "ledger.jsonl"

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the time. Papers never ask for it; the ledger must."""
    return datetime.now(UTC)


def read_ledger(data: Path, heads: Iterable[LedgerHead] = ()) -> tuple[LedgerLine, ...]:
    """Return the lines of the ledger in a data folder, none if there is no ledger yet.

    A last line that was not written to its end is left out. Raises VerificationError if the ledger is not
    as it was written.
    """
    return _proved(content_of(data), heads)


def content_of(data: Path) -> bytes:
    """Return the bytes of the ledger of a data folder, b"" for none; raises VerificationError (V507)."""
    try:
        return read_bytes(data / FILE, inside=data, most=LEDGER)
    except FileNotFoundError:
        return b""
    except Refused as error:
        message = f"data/{FILE} cannot be read: {error.reason}"
        hint = "see to its permissions, or restore it from git, or from a copy of it"
        raise VerificationError(Finding("V507", message, hint=hint)) from error


class Ledger:
    """A ledger opened for writing. `lines` are all that it holds, those appended included."""

    def __init__(self, handle: int, lines: Iterable[LedgerLine], clock: Clock) -> None:
        self._handle = handle
        self._clock = clock
        self.lines = list(lines)

    def append(self, entry: LedgerEntry) -> LedgerLine:
        """Write an entry for good: when this returns, the line is on the disk. Raises WriteError (W301)."""
        line = next_line(self.lines[-1] if self.lines else None, entry, self._clock())
        try:
            _write_whole(self._handle, line.text)
            os.fsync(self._handle)
        except OSError as error:
            raise _unwritable(error) from error
        self.lines.append(line)
        return line


@contextmanager
def open_ledger(data: Path, heads: Iterable[LedgerHead] = (), clock: Clock = utc_now) -> Iterator[Ledger]:
    """Open the ledger of a data folder for one run; it is closed to other runs until this one ends.

    A last line that was not written to its end is taken off. Raises WriteError (W311 another run has it,
    W301 it cannot be written) and VerificationError (it is not as it was written).
    """
    try:
        handle = _opened(data)
    except Refused as error:
        raise WriteError(unwritable(error)) from error
    except OSError as error:
        raise _unwritable(error) from error
    try:
        _lock(handle)
        content = _read_whole(data / FILE, handle)
        lines = _proved(content, heads)
        _, torn = lines_of(content)
        if torn:
            os.ftruncate(handle, len(content) - len(torn))
        sync_folder(data)
        yield Ledger(handle, lines, clock)
    finally:
        os.close(handle)


def _opened(data: Path) -> int:
    """Open the ledger for reading and appending; make it if there is none."""
    path, flags = data / FILE, os.O_RDWR | os.O_APPEND
    try:
        return open_file(path, inside=data, flags=flags)
    except FileNotFoundError:
        path.touch()
        return open_file(path, inside=data, flags=flags)


def _proved(content: bytes, heads: Iterable[LedgerHead]) -> tuple[LedgerLine, ...]:
    if findings := audit_lines(content, heads):
        raise VerificationError(*findings)
    texts, _ = lines_of(content)
    return tuple(line for text in texts if (line := parse_line(text)))


def _read_whole(path: Path, handle: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        return read_open(path, handle, most=LEDGER)
    except Refused as error:
        raise WriteError(unwritable(error)) from error


def _write_whole(handle: int, content: bytes) -> None:
    while content:
        content = content[os.write(handle, content) :]


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 40
    """Where a byte is locked that no ledger reaches, so that others can go on reading."""

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise _in_use() from error
else:
    import fcntl

    def _lock(handle: int) -> None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise _in_use() from error


def _in_use() -> WriteError:
    hint = "wait until it has ended, and give the command again"
    return WriteError(Finding("W311", "another run is issuing copies at this moment", hint=hint))


def _unwritable(error: OSError) -> WriteError:
    reason = error.strerror or str(error)
    hint = "see that data/ can be written and that the disk has room"
    return WriteError(Finding("W301", f"{FILE} cannot be written: {reason}", hint=hint))
