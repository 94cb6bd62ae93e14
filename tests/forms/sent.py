"""The forms of the made-up 3rd call as they are sent out, made once for each session."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from egci_reports.app.returns.call import call
from egci_reports.workspace import find_workspace
from tests.conftest import RETURNS
from tests.shared import shared


def send_out(folder: Path) -> Path:
    """Write the forms, by their names, to a folder that is not there yet; return the folder."""
    folder.mkdir()
    for name, content in _forms().items():
        (folder / name).write_bytes(content)
    return folder


def _forms() -> Mapping[str, bytes]:
    return shared("forms of the 3rd call", _made)


def _made() -> Mapping[str, bytes]:
    forms = call(find_workspace(RETURNS, RETURNS), 3, "MADE UP").forms
    return {file.name: file.content for built in forms for file in built.files}
