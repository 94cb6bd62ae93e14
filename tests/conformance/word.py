"""All that is held against a finished Word file: two validators, our lint, and its workbooks as well."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from tests.conformance.ooxml import audit_errors, sdk_errors_of_all, sdk_program
from tests.conformance.required import require
from tests.conformance.word_lint import lint


def assert_sound(files: Mapping[str, bytes], folder: Path, audited: int | None = None) -> None:
    """Fail if any Word file (by a name for it) has a fault; `folder` is for copies.

    openxml-audit, which knows the same rules as the Open XML SDK, looks at `audited` of them, None being all.
    Skips, or fails where EGCI_REQUIRE_TOOLS is 1, if the Open XML SDK is not installed.
    """
    require(sdk_program().exists(), "the Open XML SDK is not installed: run tests/conformance/install")
    found = [f"{name}: {fault}" for name, docx in files.items() for fault in lint(docx)]
    paths = [path for name, docx in files.items() for path in _laid_out(name, docx, folder)]
    for path, errors in zip(paths, sdk_errors_of_all(paths), strict=True):
        found += [f"{path.name}: SDK: {error}" for error in errors]
    for path in paths[:audited]:
        found += [f"{path.name}: openxml-audit: {error}" for error in audit_errors(path)]
    assert not found, "\n".join(found[:20])


def _laid_out(name: str, docx: bytes, folder: Path) -> list[Path]:
    """Write a Word file and the different workbooks of its charts; return their paths."""
    paths = [folder / f"{name}.docx"]
    paths[0].write_bytes(docx)
    for number, book in enumerate(dict.fromkeys(workbooks(docx)), 1):
        paths.append(folder / f"{name}-chart{number}.xlsx")
        paths[-1].write_bytes(book)
    return paths


def workbooks(docx: bytes) -> list[bytes]:
    """Return the workbooks of a Word file's charts."""
    with zipfile.ZipFile(io.BytesIO(docx)) as packed:
        return [packed.read(name) for name in sorted(packed.namelist()) if name.endswith(".xlsx")]
