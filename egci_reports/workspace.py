"""Finds data/, templates/ and reports/, or the shipped ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from egci_reports.errors import Finding, UsageError
from egci_reports.files import Refused, list_folder, may_be_there

_PACKAGE = Path(__file__).resolve().parent

_RECORDS = frozenset(["areas.yaml", "bodies.yaml", "meetings", "people.yaml", "sources.yaml"])
"""What stands beside group.yaml in every workspace."""


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

    def folders(self) -> Iterator[Path]:
        """Yield the folders that are there and in which commands write, those reached by links left out.

        Of the output folder, which may be any, only what commands make in it is theirs.
        """
        written = ("", ".receipts", "kept", "distribution", "distribution/*")
        places: list[tuple[Path, tuple[str, ...]]] = [(self.reports, written)]
        if self.root is not None:
            places += [(self.root, ("",)), (self.data, ("", "*", "*/*"))]
        for folder, patterns in places:
            found = (path for pattern in patterns for path in (folder.glob(pattern) if pattern else [folder]))
            yield from (path for path in found if path.is_dir() and not path.is_symlink())


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
    reports/ under `start`. Raises UsageError if `chosen` is no workspace (U202), or a folder on the way has
    records without group.yaml (U204).
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
        if _has_records(folder):
            raise UsageError(_no_group(folder))
    return Workspace(None, shipped("data"), (shipped("templates"),), out or start / "reports")


def _is_root(folder: Path) -> bool:
    """Whether data/group.yaml is there, or cannot be looked at: whoever reads it is to tell of that.

    Were an unreadable data/ passed over, a paper would be made from the shipped records unseen.
    """
    return may_be_there(folder / "data" / "group.yaml")


def _has_records(folder: Path) -> bool:
    """Whether a folder has records; passed over for want of group.yaml, others would be shown unseen."""
    return len(_RECORDS & set(_names_in(folder / "data"))) > 1


def _names_in(data: Path) -> tuple[str, ...]:
    try:
        return tuple(entry.name for entry in list_folder(data))
    except (FileNotFoundError, Refused):
        return ()


def _no_group(folder: Path) -> Finding:
    from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

    near = get_close_matches("group.yaml", _names_in(folder / "data"), n=1, cutoff=0.7)
    mend = f"rename data/{near[0]} to group.yaml" if near else "put data/group.yaml back"
    hint = f"{mend}; the records shipped with the program are used in a folder without data/"
    return Finding("U204", f"{folder} has records, but no data/group.yaml: it is no workspace", hint=hint)


def _workspace(root: Path, out: Path | None) -> Workspace:
    own = root / "templates"
    templates = (own, shipped("templates")) if may_be_there(own) else (shipped("templates"),)
    return Workspace(root, root / "data", templates, out or root / "reports")


def unwritable(error: Refused) -> Finding:
    """Return what is told where a file cannot be written since what is in its place cannot be read (W301)."""
    hint = f"see that {error.path.parent} can be read and written, and take away what is no file"
    return Finding("W301", f"{error.path.name} cannot be written: {error.reason}", hint=hint)
