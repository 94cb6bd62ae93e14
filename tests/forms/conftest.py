"""The forms of the made-up workspace, as `call` makes them."""

from __future__ import annotations

import pytest

from egci_reports.app.returns.call import call
from egci_reports.workspace import find_workspace
from tests.conftest import RETURNS


@pytest.fixture(scope="session")
def forms() -> dict[str, bytes]:
    """The forms of plenary 3 by the ids of their departments."""
    made = call(find_workspace(RETURNS, RETURNS), 3, "MADE UP").forms
    return {built.stem.removeprefix("return-3-"): built.files[0].content for built in made}


@pytest.fixture
def form(forms: dict[str, bytes]) -> bytes:
    """The form of one department."""
    return forms["made-up-signal-office"]
