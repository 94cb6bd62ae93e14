"""An undecided dispute that was accepted: told as such, and no longer in the way of a numbered edition."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def accepting(made_up: Path) -> Path:
    """A made-up workspace whose dispute on the place of the 4th is accepted."""
    meeting = made_up / "data" / "meetings" / "04.yaml"
    accepted = "  accepted: {by: The tests, on: 2011-01-01, reason: Both are named on the made-up page.}"
    meeting.write_text(
        meeting.read_text("utf-8").replace("\nreviewed:", f"\n{accepted}\nreviewed:", 1), "utf-8"
    )
    return made_up


def test_it_is_shown_with_its_reason_and_blocks_nothing(run: Run, accepting: Path) -> None:
    ran = run("conflicts", cwd=accepting)
    assert "Accepted: papers print all values, with the reason" in ran.out
    assert "Accepted by The tests, 2011-01-01: Both are named on the made-up page." in ran.out
    assert ran.err.splitlines()[0].startswith("0 undecided of")
    accepted = [one["accepted"] for one in json.loads(run("conflicts", "--json", cwd=accepting).out)]
    assert {
        "by": "The tests",
        "on": "2011-01-01",
        "reason": "Both are named on the made-up page.",
    } in accepted


def test_the_check_no_longer_warns_of_it(run: Run, made_up: Path, accepting: Path) -> None:
    assert made_up == accepting
    assert "C301" not in run("check", cwd=accepting).out


def test_the_check_warns_of_it_while_it_is_not_accepted(run: Run, made_up: Path) -> None:
    ran = run("check", cwd=made_up)
    assert "C301" in ran.out + ran.err
    assert "accepted: {by, on, reason}" in ran.out + ran.err


def test_a_numbered_annual_report_is_made_and_prints_the_reason(run: Run, accepting: Path) -> None:
    ran = run("annual", "2010", "--edition", "1.0", "--to", "tree", cwd=accepting)
    assert ran.code == 0, ran.err
    assert "Both are named on the made-up page." in ran.out


def test_before_the_day_it_was_accepted_it_is_not(run: Run, accepting: Path) -> None:
    ran = run("history", "--edition", "1.0", "--as-of", "2010-12-31", "--to", "tree", cwd=accepting)
    assert ran.code == 6
    assert "E601" in ran.err
