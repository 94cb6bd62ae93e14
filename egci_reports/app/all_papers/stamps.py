"""Tells by size and time of change whether files are as they were, without opening one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import time_ns

from egci_reports.workspace import Workspace

PROGRAM = Path(__file__).resolve().parents[2]
"""The folder of the program, its typefaces and shipped texts among it."""

_LEFT_OUT = ("__pycache__", ".git")
_TICK = 200_000_000
"""Nanoseconds within which two changes of a file may bear the same time."""

Stamp = tuple[int, int]
"""The size of a file, in bytes, and when it was last changed, in nanoseconds."""


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of a file or folder; None if it cannot be looked at."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def stamps_of_texts(workspace: Workspace) -> Mapping[str, Stamp]:
    """Return the stamps of what an officer changes, by path: the records and the templates."""
    return {
        path: stamp for folder in (workspace.data, *workspace.templates) for path, stamp in _files(folder)
    }


def stamps_of_program() -> Mapping[str, Stamp]:
    """Return the stamps of the program's own files, and of the folders in which libraries are installed."""
    libraries = ((one, stamp_of(Path(one))) for one in sys.path if one)
    return {**dict(_files(PROGRAM)), **{path: stamp for path, stamp in libraries if stamp}}


def are_settled(stamps: Mapping[str, Stamp]) -> bool:
    """Whether a later change would show: a file changed a moment ago may change and bear the same time."""
    settled = time_ns() - _TICK
    return all(changed < settled for _, changed in stamps.values())


def _files(folder: Path) -> Iterator[tuple[str, Stamp]]:
    """Yield path and stamp of each file in a folder and those below it; what cannot be looked at has none."""
    try:
        with os.scandir(folder) as listed:
            entries = list(listed)
    except OSError:
        return
    for entry in entries:
        try:
            if entry.is_dir():
                if entry.name not in _LEFT_OUT:
                    yield from _files(Path(entry.path))
            else:
                found = entry.stat()
                yield entry.path, (found.st_size, found.st_mtime_ns)
        except OSError:
            yield entry.path, (0, 0)
