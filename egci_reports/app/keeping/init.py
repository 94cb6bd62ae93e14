"""Makes a workspace: a folder with a copy of the shipped records or of the example, and of the templates."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path

from egci_reports.errors import Finding, UsageError, WriteError
from egci_reports.files import Refused, Why, is_there, list_folder
from egci_reports.workspace import shipped
from egci_reports.writing import UNFINISHED, claimed, write_atomically

EXAMPLE_DAY = date(2025, 10, 10)
"""The day on which the year of the example is in full course: `status` is looked at from it."""


def make_workspace(folder: Path, *, templates: bool = False, example: bool = False) -> tuple[Path, ...]:
    """Copy the shipped records to `folder`/data, and the templates beside it; return what is new.

    `example` puts the records of a made-up group there instead. In a workspace that is there the records are
    not touched: of the templates those are copied that it has not. Raises UsageError if there is something to
    be copied to that is in use, WriteError if it cannot be written; of each folder, or in a workspace each
    file, the whole is written or nothing.
    """
    records = (shipped("example") / "data", shipped("data") / "schema") if example else (shipped("data"),)
    wanted = {"data": records, "templates": (shipped("templates"),)}
    names = tuple(wanted) if templates else ("data",)
    try:
        if templates and not example and is_there(folder / "data" / "group.yaml"):
            return _add_templates(folder / "templates")
        for name in names:
            _refuse_if_used(folder / name)
        for name in names:
            _copy(wanted[name], folder / name)
    except (OSError, ValueError, Refused) as error:
        reason = error.reason if isinstance(error, Refused) else getattr(error, "strerror", None) or error
        hint = f"see that {folder} can be written and that the disk has room"
        raise WriteError(Finding("W302", f"no workspace can be made: {reason}", hint=hint)) from error
    return tuple(folder / name for name in names)


def _add_templates(target: Path) -> tuple[Path, ...]:
    """Copy the templates that a workspace has not, and return their files."""
    own = shipped("templates")
    files = {path: target / path.relative_to(own) for path in sorted(own.rglob("*")) if path.is_file()}
    missing = {path: copy for path, copy in files.items() if not is_there(copy)}
    for path, copy in missing.items():
        copy.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(copy, path.read_bytes())
    return tuple(missing.values())


def _refuse_if_used(target: Path) -> None:
    try:
        used = bool(list_folder(target))
    except FileNotFoundError:
        return
    except Refused as error:
        if error.why is not Why.WRONG_KIND:
            raise
        used = is_there(target)
    if used:
        hint = "choose another folder: egci-report init DIR"
        raise UsageError(Finding("U313", f"{target} is there already, and is not touched", hint=hint))


def _copy(sources: tuple[Path, ...], target: Path) -> None:
    """Copy a folder, and folders into it, beside its place first: it appears there whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with (
        claimed(target.parent),
        tempfile.TemporaryDirectory(prefix=UNFINISHED, dir=target.parent) as beside,
    ):
        whole = Path(beside) / target.name
        _fill(whole, sources)
        if target.is_dir():
            target.rmdir()
        whole.replace(target)


def _fill(whole: Path, sources: tuple[Path, ...]) -> None:
    """Copy the files of the first folder into a new one, and each further folder to its name in it."""
    for source in sources:
        base = source if source is sources[0] else source.parent
        for path in sorted(source.rglob("*")):
            if path.is_file():
                copy = whole / path.relative_to(base)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, copy)
