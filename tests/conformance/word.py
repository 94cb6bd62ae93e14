"""All that is held against a finished Word file: two validators, our lint, and its workbooks as well."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tests.conformance.ooxml import audit_errors, sdk_errors_of_all, sdk_program
from tests.conformance.required import require
from tests.conformance.word_lint import lint


def assert_sound(
    files: Mapping[str, bytes],
    folder: Path,
    *,
    audited: int | None = None,
    validated: int | None = None,
    books: int | None = None,
) -> None:
    """Fail if any Word file (by a name for it) has a fault; `folder` is for copies.

    The lint looks at all of them. The Open XML SDK looks at the `validated` largest, and at `books` of their
    workbooks; openxml-audit, which knows the same rules, at the `audited` largest and as many workbooks. None
    is all. Skips, or fails where EGCI_REQUIRE_TOOLS is 1, if the Open XML SDK is not installed.
    """
    require_sdk()
    found = [f"{name}: {fault}" for name, docx in files.items() for fault in lint(docx)]
    paths = [folder / f"{name}.docx" for name in files]
    charts = _written(dict.fromkeys(book for docx in files.values() for book in workbooks(docx)), folder)
    for path, docx in zip(paths, files.values(), strict=True):
        path.write_bytes(docx)
    chosen = [*largest(paths, validated), *largest(charts, books)]
    for path, errors in zip(chosen, sdk_errors_of_all(chosen), strict=True):
        found += [f"{path.name}: SDK: {error}" for error in errors]
    for path in [*largest(paths, audited), *largest(charts, audited)]:
        found += [f"{path.name}: openxml-audit: {error}" for error in audit_errors(path)]
    assert not found, "\n".join(found[:20])


def require_sdk() -> None:
    """Skip, or fail where EGCI_REQUIRE_TOOLS is 1, if the Open XML SDK is not installed."""
    require(sdk_program().exists(), "the Open XML SDK is not installed: run tests/conformance/install")


def largest(paths: Sequence[Path], most: int | None) -> list[Path]:
    """Return so many of some files, those that hold most; None is all."""
    return sorted(paths, key=lambda path: -path.stat().st_size)[:most]


def _written(books: Iterable[bytes], folder: Path) -> list[Path]:
    """Write workbooks that differ; return their paths."""
    paths = []
    for number, book in enumerate(books, 1):
        paths.append(folder / f"chart{number}.xlsx")
        paths[-1].write_bytes(book)
    return paths


def workbooks(docx: bytes) -> list[bytes]:
    """Return the workbooks of a Word file's charts."""
    with zipfile.ZipFile(io.BytesIO(docx)) as packed:
        return [packed.read(name) for name in sorted(packed.namelist()) if name.endswith(".xlsx")]
