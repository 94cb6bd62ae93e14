"""The Open XML SDK finds nothing wrong with forms: of returns, and of records with rows that repeat."""

from __future__ import annotations

from pathlib import Path

import pytest

from egci_reports.app.entering.forms import make_form
from egci_reports.app.papers.build import Built
from egci_reports.app.returns.call import call
from egci_reports.workspace import find_workspace
from tests.conformance.conftest import VALIDATED
from tests.conformance.ooxml import sdk_errors_of_all
from tests.conformance.word import largest, require_sdk
from tests.conftest import RETURNS

pytestmark = pytest.mark.slow


@pytest.fixture
def validated(request: pytest.FixtureRequest) -> int | None:
    """How many of some forms are looked at; none is made without the Open XML SDK."""
    require_sdk()
    return None if request.config.getoption("--thorough") else VALIDATED


def errors_of(forms: list[Built], folder: Path, validated: int | None) -> list[str]:
    paths = []
    for built in forms:
        paths.append(folder / built.files[0].name)
        paths[-1].write_bytes(built.files[0].content)
    return [error for errors in sdk_errors_of_all(largest(paths, validated)) for error in errors]


def test_forms_keep_the_schema(tmp_path: Path, validated: int | None) -> None:
    forms = [*call(find_workspace(RETURNS, RETURNS), 3, "MADE UP").forms]
    assert len(forms) == 4
    assert errors_of(forms, tmp_path, validated) == []


def test_forms_of_records_keep_the_schema(
    made_up_returns: Path, tmp_path: Path, validated: int | None
) -> None:
    workspace = find_workspace(made_up_returns, made_up_returns)
    asked = (("meeting", 3, ""), ("plan", 3, ""), ("brief", 3, "brief-1"), ("remarks", 3, ""))
    forms = [make_form(workspace, *one) for one in (*asked, ("paper", 0, "annual-2012"))]
    assert errors_of(forms, tmp_path, validated) == []
