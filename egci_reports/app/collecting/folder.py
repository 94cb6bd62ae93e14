"""Looks through a folder of forms that came back: which files are forms, and what else lies there."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from egci_reports.errors import Finding, Severity, UsageError
from egci_reports.files import Refused, list_folder
from egci_reports.records.unread_files import is_leftover

_TEXTS = frozenset(
    (".doc", ".docm", ".dot", ".dotm", ".dotx", ".odt", ".fodt", ".rtf", ".pdf", ".wps", ".pages", ".xml")
)
_LISTS = frozenset((".xls", ".xlsm", ".xlsb", ".xltx", ".ods", ".fods", ".csv", ".tsv", ".et", ".numbers"))
"""Formats in which a sheet may come back, and that are not read."""
"""Formats in which a return may come back, though nothing can be read from it with certainty."""


def files_in(folder: Path, ends: Container[str]) -> list[Path]:
    """Return what lies in a folder, save what programs hide there.

    `ends` are those of the names of forms. Raises UsageError if the folder cannot be read, or has no form in
    it (F706).
    """
    try:
        paths = [entry.path for entry in list_folder(folder) if not is_leftover(entry.name)]
    except (FileNotFoundError, Refused) as error:
        reason = error.reason if isinstance(error, Refused) else "there is no such folder"
        message = f"{folder} cannot be read: {reason}"
        raise UsageError(Finding("F706", message, hint="name the folder of the forms")) from error
    if not any(is_form(path, ends) for path in paths):
        raise UsageError(
            Finding("F706", f"{folder} holds no Word file and no sheet", hint="name the folder of the forms")
        )
    return paths


def is_form(path: Path, ends: Container[str]) -> bool:
    """Return whether a file is to be read as a form, by the end of its name."""
    return path.suffix.lower() in ends and not path.is_dir()


def shown_name(path: Path) -> str:
    """Return the name of a file in letters that can be shown, whatever it is made of."""
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in path.name)


def not_read(path: Path) -> Finding:
    """Return that a file is not read: a text in another format is refused, anything else named."""
    name = shown_name(path)
    if path.suffix.lower() in _TEXTS and path.is_file():
        hint = "open it in Word and save it as a Word Document (.docx), or ask for the form itself"
        return Finding("F701", f"{name}: only forms in .docx are read", hint=hint)
    if path.suffix.lower() in _LISTS and path.is_file():
        hint = "open it, and save it as an Excel Workbook (.xlsx)"
        return Finding("F701", f"{name}: only sheets in .xlsx are read", hint=hint)
    what = "a folder, which is not looked into" if path.is_dir() else "no form, and is not read"
    hint = "if a form is in it, take it out into the folder"
    return Finding("F710", f"{name} is {what}", hint=hint, severity=Severity.WARNING)
