"""The Open XML SDK finds nothing wrong with the forms of returns."""

from __future__ import annotations

from pathlib import Path

from egci_reports.app.returns.call import call
from egci_reports.workspace import find_workspace
from tests.conformance.ooxml import sdk_errors_of_all, sdk_program
from tests.conformance.required import require
from tests.conftest import RETURNS


def test_forms_keep_the_schema(tmp_path: Path) -> None:
    require(sdk_program().exists(), "the Open XML SDK is not installed: run tests/conformance/install")
    paths = []
    for built in call(find_workspace(RETURNS, RETURNS), 3, "MADE UP").forms:
        paths.append(tmp_path / built.files[0].name)
        paths[-1].write_bytes(built.files[0].content)
    assert len(paths) == 4
    assert sdk_errors_of_all(paths) == [[], [], [], []]
