"""Finds data/, templates/ and reports/, or the shipped ones, and writes files whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from egci_reports.errors import Finding, UsageError, WriteError
from egci_reports.files import Refused, may_be_there

_PACKAGE = Path(__file__).resolve().parent

UNFINISHED = ".egci-"
"""How the names of files begin that are being written."""


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
    """Return a shipped folder ("data", "templates", "docs"): in the package, else in the source tree."""
    inside = _PACKAGE / "embedded" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def here() -> Path:
    """Return the folder in which the command is given; raises UsageError (U203) if it was taken away."""
    try:
        return Path.cwd()
    except OSError as error:
        message = "the folder in which the command is given is gone, or closed to you"
        hint = "go to another, and give the command again"
        raise UsageError(Finding("U203", message, hint=hint)) from error


def find_workspace(start: Path, chosen: Path | None = None, out: Path | None = None) -> Workspace:
    """Return the workspace `chosen`, or the nearest folder from `start` upwards with data/group.yaml.

    `out` replaces the output folder. Without a workspace the shipped records are used and papers go to
    reports/ under `start`. Raises UsageError if `chosen` is no workspace.
    """
    if chosen is not None:
        if not _is_root(chosen):
            raise UsageError(
                Finding(
                    "U202",
                    f"{chosen} is no workspace: it has no data/group.yaml",
                    hint="name another, or make one with: egci-report init DIR",
                )
            )
        return _workspace(chosen.resolve(), out)
    start = start.resolve()
    for folder in (start, *start.parents):
        if _is_root(folder):
            return _workspace(folder, out)
    return Workspace(None, shipped("data"), (shipped("templates"),), out or start / "reports")


def _is_root(folder: Path) -> bool:
    """Whether data/group.yaml is there, or cannot be looked at: whoever reads it is to tell of that.

    Were an unreadable data/ passed over, a paper would be made from the shipped records unseen.
    """
    return may_be_there(folder / "data" / "group.yaml")


def _workspace(root: Path, out: Path | None) -> Workspace:
    own = root / "templates"
    templates = (own, shipped("templates")) if may_be_there(own) else (shipped("templates"),)
    return Workspace(root, root / "data", templates, out or root / "reports")


def unwritable(error: Refused) -> Finding:
    """Return what is told where a file cannot be written since what is in its place cannot be read (W301)."""
    hint = f"see that {error.path.parent} can be read and written, and take away what is no file"
    return Finding("W301", f"{error.path.name} cannot be written: {error.reason}", hint=hint)


def write_atomically(path: Path, content: bytes) -> bool:
    """Write a file whole or not at all; return False if it already had this content.

    Raises WriteError, leaving the old file as it was (see `write_together`).
    """
    return bool(write_together({path: content}))


def write_together(files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write all of some files or none; return those that did not already have their content.

    Each new content goes to a new file in the same folder first; when all are there, they take the old
    ones' places. Raises WriteError, leaving every old file as it was, if one cannot be written: it is open
    in Word, the disk is full, there is no permission.
    """
    staged: dict[Path, Path] = {}
    path = Path()
    try:
        for path, content in files.items():
            if not _has(path, content):
                path.parent.mkdir(parents=True, exist_ok=True)
                staged[path] = _stage(path, content)
        for path in staged:
            _require_unlocked(path)
        _take_places(staged)
    except OSError as error:
        raise WriteError(
            Finding(
                "W301",
                f"{path.name} cannot be written: {error.strerror or error}",
                hint=f"close it if it is open in another program, and see that {path.parent} can be written",
            )
        ) from error
    finally:
        for temporary in staged.values():
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
    return tuple(staged)


def _has(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _stage(path: Path, content: bytes) -> Path:
    """Write the content beside its place and return where."""
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
        with path.open("r+b"):
            pass


def _take_places(staged: Mapping[Path, Path]) -> None:
    """Let the staged files take their places; if one cannot, give the others' places back."""
    before = {path: path.read_bytes() if path.is_file() else None for path in staged}
    done: list[Path] = []
    try:
        for path, temporary in staged.items():
            temporary.replace(path)
            done.append(path)
    except OSError:
        for path in done:
            old = before[path]
            if old is None:
                path.unlink()
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
