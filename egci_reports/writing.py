"""Writes files whole or not at all, and takes away what killed runs have left half written.

A run holds each folder in which it writes by a shared lock, which ends with its process however that ends.
Who finds that nobody holds a folder may therefore take away every unfinished file in it: whoever began it is
dead.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from egci_reports.errors import Finding, WriteError

UNFINISHED = ".egci-"
"""How the names of files and folders begin that are being written."""

_UNFINISHED = re.compile(re.escape(UNFINISHED) + r"[A-Za-z0-9_]+")
_OLD = 3600.0
"""Seconds after which an unfinished file is taken for left over where folders cannot be locked: Windows."""

_PATIENCE = 2.0
"""Seconds to wait for a run that sweeps a folder; nobody writes in it for so long."""


def write_atomically(path: Path, content: bytes) -> bool:
    """Write a file whole or not at all; return False if it already had this content.

    Raises WriteError, leaving the old file as it was (see `write_together`).
    """
    return bool(write_together({path: content}))


def write_together(files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write all of some files or none; return those that did not already have their content.

    Each new content goes to a new file in the same folder first; when all are there, they take the old
    ones' places, in the order given, and are on the disk for good when this returns. Raises WriteError,
    leaving every old file as it was and no new one, if one cannot be written: it is open in Word, the disk is
    full, there is no permission. A run that is killed may leave some files new and others old, each whole.
    """
    staged: dict[Path, Path] = {}
    path = Path()
    with contextlib.ExitStack() as held:
        try:
            changed = {path: content for path, content in files.items() if not _has(path, content)}
            for path in changed:
                path.parent.mkdir(parents=True, exist_ok=True)
            for folder in dict.fromkeys(path.parent for path in files):
                held.enter_context(claimed(folder))
            for path, content in changed.items():
                staged[path] = _stage(path, content)
            for path in staged:
                _require_unlocked(path)
            _take_places(staged)
        except OSError as error:
            raise WriteError(
                Finding(
                    "W301",
                    f"{path.name} cannot be written: {error.strerror or error}",
                    hint="close it if it is open in another program, and see that "
                    f"{path.parent} can be written",
                )
            ) from error
        finally:
            for temporary in staged.values():
                with contextlib.suppress(OSError):
                    temporary.unlink(missing_ok=True)
    return tuple(staged)


def beside(path: Path, word: str, content: bytes) -> Path:
    """Return where the content of a file is kept: "name (word 1).docx", or the next number that is free.

    A number that holds this very content already, as after a run that was killed, is taken again.
    """
    number = 1
    while (kept := path.with_name(f"{path.stem} ({word} {number}){path.suffix}")).exists():
        if _has(kept, content):
            break
        number += 1
    return kept


def sweep(folders: Iterable[Path]) -> None:
    """Take away what killed runs have left half written in folders; nothing that a living run is writing."""
    for folder in folders:
        with claimed(folder):
            pass


@contextlib.contextmanager
def claimed(folder: Path) -> Iterator[None]:
    """Hold a folder as one in which this run writes, swept of what earlier runs have left half written."""
    try:
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    except OSError:  # there is none, it cannot be read, or this is Windows, where folders cannot be opened
        _take_away(folder, _OLD)
        yield
        return
    try:
        _sweep_unless_held(folder, handle)
        yield
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """See that the names of new files in a folder are on the disk, too. Windows does so with the files."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


if sys.platform == "win32":

    def _sweep_unless_held(folder: Path, handle: int) -> None:  # noqa: ARG001 - see the other one
        _take_away(folder, _OLD)
else:
    import fcntl

    def _sweep_unless_held(folder: Path, handle: int) -> None:
        """Sweep a folder if nobody else holds it; then hold it together with whoever else writes in it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _take_away(folder, 0)
        except BlockingIOError:
            pass
        except OSError:  # a share that knows no such locks
            _take_away(folder, _OLD)
            return
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            try:
                fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except OSError:
                time.sleep(0.01)
            else:
                return


def _take_away(folder: Path, age: float) -> None:
    """Remove unfinished files and folders that nobody has changed for `age` seconds."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if not _UNFINISHED.fullmatch(path.name):
                continue
            with contextlib.suppress(OSError):
                if age and time.time() - path.lstat().st_mtime < age:
                    continue
                if path.is_dir() and not path.is_symlink():
                    import shutil  # noqa: PLC0415 - hardly ever, and it brings all of Python's compressors

                    shutil.rmtree(path)
                else:
                    path.unlink()


def _has(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _stage(path: Path, content: bytes) -> Path:
    """Write the content beside its place and return where."""
    import tempfile  # noqa: PLC0415 - runs that write nothing need it not, nor random numbers

    handle, name = tempfile.mkstemp(prefix=UNFINISHED, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(path))
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _require_unlocked(path: Path) -> None:
    """Raise OSError if the old file cannot be replaced: Word keeps an open one locked."""
    if path.exists():
        if not path.is_file():
            raise OSError("there is something in its place that is no file")
        with path.open("r+b"):
            pass


def _take_places(staged: Mapping[Path, Path]) -> None:
    """Let the staged files take their places; if that fails or is stopped, give the places back."""
    before = {path: path.read_bytes() if path.is_file() else None for path in staged}
    try:
        for path, temporary in staged.items():
            temporary.replace(path)
        for folder in dict.fromkeys(path.parent for path in staged):
            sync_folder(folder)
    except BaseException:
        for path, temporary in staged.items():
            if temporary.exists():
                continue
            old = before[path]
            if old is None:
                path.unlink(missing_ok=True)
            else:
                _stage(path, old).replace(path)
        raise


def _mode(path: Path) -> int:
    """Keep the mode of the file replaced; otherwise what the process's mask gives a new file."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
