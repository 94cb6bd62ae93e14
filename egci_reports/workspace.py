"""Finds data/, templates/ and reports/, or the shipped ones, and writes files whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from egci_reports.errors import Finding, UsageError, WriteError

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where the records, the templates and the output are.

    `data` is the folder of the records; `templates` are searched in order, file by file; `reports` is the
    output folder, which need not exist yet. `root` is None where the shipped records are used: such a
    workspace can be read, not written.
    """

    root: Path | None
    data: Path
    templates: tuple[Path, ...]
    reports: Path

    @property
    def is_embedded(self) -> bool:
        """Whether the records are those shipped with the program."""
        return self.root is None

    def writable_data(self) -> Path:
        """Return the data folder for commands that change records; raises UsageError without a workspace."""
        if self.root is None:
            raise UsageError(
                Finding(
                    "U201",
                    "there is no workspace here: the records shipped with the program cannot be changed",
                    hint="make one with: egci-report init",
                )
            )
        return self.data


def shipped(name: str) -> Path:
    """Return a shipped folder ("data" or "templates"): in the package, else in the source tree."""
    inside = _PACKAGE / "embedded" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def find_workspace(start: Path, chosen: Path | None = None, out: Path | None = None) -> Workspace:
    """Return the workspace `chosen`, or the nearest folder from `start` upwards with data/group.yaml.

    `out` replaces the output folder. Without a workspace the shipped records are used and papers go to
    reports/ under `start`. Raises UsageError if `chosen` is no workspace.
    """
    if chosen is not None:
        if not (chosen / "data" / "group.yaml").is_file():
            raise UsageError(
                Finding(
                    "U202",
                    f"{chosen} is no workspace: it has no data/group.yaml",
                    hint="egci-report init DIR",
                )
            )
        return _workspace(chosen.resolve(), out)
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / "data" / "group.yaml").is_file():
            return _workspace(folder, out)
    return Workspace(None, shipped("data"), (shipped("templates"),), out or start / "reports")


def _workspace(root: Path, out: Path | None) -> Workspace:
    own = root / "templates"
    templates = (own, shipped("templates")) if own.is_dir() else (shipped("templates"),)
    return Workspace(root, root / "data", templates, out or root / "reports")


def write_atomically(path: Path, content: bytes) -> bool:
    """Write a file whole or not at all; return False if it already had this content.

    The content goes to a new file in the same folder, which then takes the old one's place. Raises
    WriteError, leaving the old file as it was, if the folder or the file cannot be written (the file is
    open in Word, the disk is full, there is no permission).
    """
    try:
        if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content)
    except OSError as error:
        raise WriteError(
            Finding(
                "W301",
                f"{path.name} cannot be written: {error.strerror or error}",
                hint=f"close it if it is open in another program, and see that {path.parent} can be written",
            )
        ) from error
    return True


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".egci-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _mode(path: Path) -> int:
    """Keep the mode of the file replaced; otherwise what the process's mask gives a new file."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
