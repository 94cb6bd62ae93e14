"""Keeps files that can be made again in the user's own cache folder, which nobody else reads or writes.

What cannot be read or written there does not matter: it is made again.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

_LARGEST = 8 * 1024 * 1024
"""The most bytes read of a file; nothing that is kept has a tenth of it."""


def cache_folder(name: str) -> Path | None:
    """Return a folder for files of one kind, made if it is not there; None where none is the user's alone."""
    try:
        return _own(_place() / "egci-report" / name)
    except (OSError, RuntimeError):  # no place for it, not ours, or no home at all
        return None


def read_kept(path: Path) -> bytes:
    """Return what is in an ordinary file of reasonable size; raises OSError for a link, a pipe, a device."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as stream:
        found = os.fstat(stream.fileno())
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
            raise OSError(f"{path} was not kept here")
        return stream.read(_LARGEST)


def keep(path: Path, content: bytes) -> None:
    """Write a file for the user alone, whole or not at all."""
    import tempfile  # noqa: PLC0415 - what only reads here needs it not, nor random numbers

    with suppress(OSError):
        handle, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink()


def keep_newest(folder: Path, most: int) -> None:
    """Take away the files that were written longest ago, if there are more than `most`."""
    with suppress(OSError):
        files = sorted(folder.iterdir(), key=lambda file: file.lstat().st_mtime_ns)
        for file in files[: max(0, len(files) - most)]:
            file.unlink(missing_ok=True)


def _place() -> Path:
    """Return where the system wants caches: $XDG_CACHE_HOME, ~/.cache, or on Windows %LOCALAPPDATA%."""
    given = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    folder = Path(given)
    return folder if folder.is_absolute() else Path.home() / ".cache"


def _own(folder: Path) -> Path:
    """Make a folder, and the one around it, for the user alone; raises OSError if either is not."""
    folder.parent.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for one in (folder.parent, folder):
        with suppress(FileExistsError):
            one.mkdir(mode=0o700)
        found = one.lstat()
        ours = os.name == "nt" or (found.st_uid == os.geteuid() and not found.st_mode & 0o022)
        if not (stat.S_ISDIR(found.st_mode) and ours):
            raise PermissionError(f"{one} is not the user's own")
    return folder
