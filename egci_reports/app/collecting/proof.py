"""Proves new texts of files before they are written: the records are read with them, and checked whole."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from egci_reports.app.collecting.baseline import Baseline
from egci_reports.app.collecting.collected import Voided
from egci_reports.app.keeping.check import errors_of
from egci_reports.errors import Finding, UsageError
from egci_reports.records.clearables import clearables, command_for
from egci_reports.records.load import read_records
from egci_reports.records.records import Records

_ASK = "ask whoever filled the form in, or mend it, and collect again"


def proved(baseline: Baseline, form: str, files: Mapping[Path, str]) -> tuple[Voided, ...]:
    """Return the clearances that fall with new texts of files; `form` is the file that they come from.

    Raises UsageError with every error that the check would find in the records with them (F709).
    """
    texts = {**baseline.texts, **files}
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(baseline.data, data)
        for path, text in texts.items():
            place = data / path.relative_to(baseline.data)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text.encode())
        loaded = read_records(data)
        errors = [one for one in errors_of(loaded, baseline.workspace) if one.is_error]
    if loaded.records is None or errors:
        raise UsageError(*(_told(form, error) for error in errors))
    return tuple(_voided(baseline.records, loaded.records))


def _told(form: str, error: Finding) -> Finding:
    where = f"{error.position.file}: " if error.position else ""
    hint = f"{error.hint}; {_ASK}" if error.hint else _ASK
    return replace(
        error, code="F709", message=f"{form}: {where}{error.message}", position=None, hint=hint, source=None
    )


def _voided(before: Records, after: Records) -> list[Voided]:
    """Return the clearances that stood of the words before and are void after."""
    void = {address for address, words in clearables(before) if words.is_void}
    return [
        Voided(words.clearance.by, command_for(address))
        for address, words in clearables(after)
        if words.is_void and address not in void and words.clearance is not None
    ]
