"""Tells by size and time of change whether files are as they were, without opening one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import time_ns

from egci_reports.workspace import Workspace

PROGRAM = Path(__file__).resolve().parent
"""The folder of the program, its typefaces and shipped texts among it."""

_LEFT_OUT = ("__pycache__", ".git")
_TICK = 200_000_000
"""Nanoseconds within which two changes of a file may bear the same time."""

Stamp = tuple[int, int]
"""The size of a file, in bytes, and when it was last changed, in nanoseconds; of a folder, noughts.

By the change is meant that of anything about the file, its permissions too (ctime), which no program can set
back as it can the time of its content; on Windows it is the latter.
"""


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of a file or folder; None if it cannot be looked at."""
    try:
        found = path.stat()
    except OSError:
        return None
    return _stamp(found)


def stamps_of_inputs(workspace: Workspace) -> Mapping[str, Stamp]:
    """Return the stamps of all files that papers and answers may be made from, by path."""
    return {**stamps_of_texts(workspace), **stamps_of_program()}


def stamps_of_texts(workspace: Workspace) -> Mapping[str, Stamp]:
    """Return the stamps of what an officer changes, by path: the records and the templates."""
    return {
        path: stamp for folder in (workspace.data, *workspace.templates) for path, stamp in _files(folder)
    }


def stamps_of_program() -> Mapping[str, Stamp]:
    """Return the stamps of the program's own files, and of the folders in which libraries are installed.

    The first folder on Python's path is that of the command, or the one in which it is given.
    """
    libraries = ((one, stamp_of(Path(one))) for one in sys.path[1:])
    return {**dict(_files(PROGRAM)), **{path: stamp for path, stamp in libraries if stamp}}


def are_settled(stamps: Mapping[str, Stamp]) -> bool:
    """Whether a later change would show: a file changed a moment ago may change and bear the same time."""
    settled = time_ns() - _TICK
    return all(changed < settled for _, changed in stamps.values())


def _files(folder: Path | str) -> Iterator[tuple[str, Stamp]]:
    """Yield path and stamp of what stands in a folder and those below it; what cannot be looked at has none.

    Links to folders are not followed: what they lead to is met without them, or is not read at all.
    """
    try:
        with os.scandir(folder) as listed:
            entries = list(listed)
    except OSError:
        return
    for entry in entries:
        try:
            if not entry.is_dir(follow_symlinks=False):
                yield entry.path, _stamp(entry.stat())
            elif entry.name not in _LEFT_OUT:
                yield entry.path, (0, 0)
                yield from _files(entry.path)
        except OSError:
            yield entry.path, (0, 0)


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_size, found.st_mtime_ns if os.name == "nt" else found.st_ctime_ns
