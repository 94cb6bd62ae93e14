"""Brings copies to their holders by the channels that are files: written whole, and never over another."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from egci_reports.distribution.packing import CopyFiles, draft_message, zipped
from egci_reports.errors import Finding, WriteError
from egci_reports.files import Refused, read_bytes
from egci_reports.records.distribution import Channel
from egci_reports.writing import write_together

SUFFIXES = {Channel.FOLDER: ".pdf", Channel.ZIP: ".zip", Channel.DRAFT: ".eml"}
"""How the file ends by which a copy reaches its holder; mail has none."""


def files_of(channel: Channel, files: CopyFiles, address: str | None) -> dict[str, bytes]:
    """Return the files by which a copy reaches its holder, by name; none for mail."""
    match channel:
        case Channel.FOLDER:
            return files.files
        case Channel.ZIP:
            return {f"{files.stem}.zip": zipped(files)}
        case Channel.DRAFT:
            return {f"{files.stem}.eml": draft_message(files, address)}
        case Channel.MAIL:
            return {}


def deliver(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files into a folder, all or none, and return where; files that are there already are left.

    Raises WriteError: W312 a file of that name with other content is there, W301 one cannot be written.
    """
    paths = {folder / name: content for name, content in files.items()}
    for path, content in paths.items():
        if _is_another(path, content):
            hint = "it is not touched; rename it, or take it away"
            raise WriteError(Finding("W312", f"{path.name} is there already, with other content", hint=hint))
    write_together(paths)
    return tuple(paths)


def _is_another(path: Path, content: bytes) -> bool:
    """Whether something else is in the place of a file, be it none that can be read."""
    try:
        return path.is_symlink() or read_bytes(path, most=len(content)) != content
    except FileNotFoundError:
        return False
    except Refused:
        return True
