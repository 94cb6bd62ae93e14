"""`collect` on the form of a plenary: what is not on record, and a day that is past (made up)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.entering.conftest import Office
from tests.cli.conftest import Run

pytestmark = pytest.mark.slow

NEXT = {"status": "To come", "date": "8 May 2098"}


@pytest.fixture
def office(made_up_returns: Path) -> Office:
    """The office of the made-up workspace."""
    return Office(made_up_returns)


@pytest.mark.parametrize("with_yes", [False, True])
def test_a_body_that_is_not_on_record_is_counted_and_its_command_comes_next(
    office: Office, run: Run, *, with_yes: bool
) -> None:
    office.returned(office.form("meeting", 4), {**NEXT, "hkx501_body": "Made-up Harbour Association"})
    told = run("collect", "back", *(["--yes"] if with_yes else []), cwd=office.root)
    assert told.code == 1
    said = " ".join((told.out + told.err).split())
    assert "; 1 unread." in said
    command = 'egci-report new body "Made-up Harbour Association" --side hong-kong --kind association'
    assert f"Next: {command}" in said
    assert f"1 name is not on record, and {'were' if with_yes else 'would be'} left out" in said


def test_a_plenary_to_come_on_a_day_that_is_past_is_told(office: Office, run: Run) -> None:
    office.returned(office.form("meeting", 4), {**NEXT, "date": "8 May 2013"})
    told = run("collect", "back", cwd=office.root)
    assert "2013-05-08 is past: if it has met, enter Held" in " ".join(told.out.split())
    office.returned(office.form("meeting", 4), NEXT)
    told = run("collect", "back", cwd=office.root)
    assert "is past" not in told.out
