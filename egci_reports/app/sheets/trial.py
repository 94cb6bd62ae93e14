"""Tries changes out: what `check` would find if files had other texts; the records stay as they are."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from egci_reports.app.keeping.check import errors_of
from egci_reports.errors import Finding
from egci_reports.records.load import read_records
from egci_reports.workspace import Workspace


def errors_if_written(workspace: Workspace, files: Mapping[Path, str]) -> tuple[Finding, ...]:
    """Return the errors that records would have with these texts, and do not have without them.

    The records are copied to a folder of their own for that, and taken away again.
    """
    if not files:
        return ()
    with tempfile.TemporaryDirectory(prefix="egci-trial-") as folder:
        data = Path(folder) / "data"
        shutil.copytree(workspace.data, data, ignore=_no_files)
        for path, text in files.items():
            place = data / path.relative_to(workspace.data)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text.encode())
        tried = replace(workspace, root=Path(folder), data=data)
        after = [one for one in errors_of(read_records(data), tried) if one.is_error]
    before = Counter(_said(one) for one in errors_of(read_records(workspace.data), workspace))
    return tuple(one for one in after if not _takes(before, _said(one)))


def _no_files(folder: str, names: list[str]) -> list[str]:
    """Return what is no ordinary file or folder: to copy a pipe would be to wait for it."""
    return [name for name in names if not ((place := Path(folder, name)).is_file() or place.is_dir())]


def _said(one: Finding) -> tuple[str, str]:
    return one.code, one.message


def _takes(counted: Counter[tuple[str, str]], said: tuple[str, str]) -> bool:
    """Whether a finding was there before; each is counted once."""
    counted[said] -= 1
    return counted[said] >= 0
