"""`status` knows today: what is due, by whom, how late, and which command does it; on one screen."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from egci_reports.cli import today as clock
from tests.cli.conftest import Run
from tests.cli.test_timetable import STEPS
from tests.made_up_pack import made

pytestmark = pytest.mark.slow

WORD = ("--format", "word")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    root = tmp_path / "desk"
    shutil.copytree(made.workspace() / "data", root / "data")
    group = root / "data/group.yaml"
    group.write_text(group.read_text("utf-8") + STEPS, "utf-8")
    return root


def _topics(run: Run, desk: Path, day: str) -> dict[str, list[dict[str, Any]]]:
    found = json.loads(run("status", "--json", "--as-of", day, cwd=desk).out)
    assert found["as_at"] == day
    return {topic["name"]: topic["open"] for topic in found["topics"]}


def _recipients(desk: Path) -> None:
    recipients = "[{body: made-up-signal-office}, {body: made-up-development-bureau}]"
    (desk / "data/distribution.yaml").write_text(f"as_at: 2013-02-01\nrecipients: {recipients}\n", "utf-8")


def test_what_is_late_says_by_whom_by_how_many_days_and_which_command_does_it(run: Run, desk: Path) -> None:
    steps = _topics(run, desk, "2013-03-05")["Steps of the timetable"]
    assert steps[0] == {
        "text": "Call for returns goes out (4th)",
        "who": "Secretariat",
        "due": "2013-03-01",
        "command": "distribute call 4",
        "days_late": 4,
    }
    screen = " ".join(run("status", "--as-of", "2013-03-05", cwd=desk).out.split())
    assert (
        "late by 4 days Call for returns goes out (4th), due 1 March 2013 (egci-report distribute call 4)"
        in screen
    )


def test_what_is_most_urgent_comes_first(run: Run, desk: Path) -> None:
    """An action that is late since September, then the call of March, then what has no day."""
    found = json.loads(run("status", "--json", "--as-of", "2013-03-05", cwd=desk).out)["topics"]
    order = [topic["name"] for topic in found if topic["open"]]
    assert order[:2] == ["Actions overdue", "Steps of the timetable"]
    assert (
        order.index("Steps of the timetable")
        < order.index("Returns uncleared" if "Returns uncleared" in order else order[-1]) + 1
    )
    late = [entry["days_late"] for entry in found[0]["open"]]
    assert late == sorted(late, reverse=True)
    assert late[0] > 300


def test_what_follows_a_plenary_is_asked_for_until_it_is_too_late_for_it(run: Run, desk: Path) -> None:
    def is_told(day: str) -> bool:
        steps = _topics(run, desk, day)["Steps of the timetable"]
        return "Letters of thanks go out (3rd)" in [entry["text"] for entry in steps]

    assert is_told("2012-05-20")
    assert is_told("2012-08-31")
    assert not is_told("2013-03-05")


def test_a_step_is_not_told_before_two_weeks_ahead_nor_when_it_is_done(run: Run, desk: Path) -> None:
    def steps(day: str) -> list[str]:
        return [entry["text"] for entry in _topics(run, desk, day)["Steps of the timetable"]]

    assert "Call for returns goes out (4th)" not in steps("2013-02-10")
    assert "Call for returns goes out (4th)" in steps("2013-02-20")
    _recipients(desk)
    assert run("distribute", "call", "4", "--issue", cwd=desk).code == 0
    assert "Call for returns goes out (4th)" not in steps("2013-03-05")


def test_days_are_counted_by_the_clock_of_who_asks(
    run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(clock.datetime):  # type: ignore[misc, name-defined]
        @classmethod
        def now(cls, tz: object = None) -> Clock:
            return cls(2013, 3, 6, 12)

    monkeypatch.setattr(clock, "datetime", Clock)
    assert run("status", cwd=desk).out.startswith("As at 2013-03-06\n")
    assert run("status", "--as-of", "2013-03-05", cwd=desk).out.startswith("As at 2013-03-05\n")


def test_a_draft_is_told_of_once_its_records_have_changed(run: Run, desk: Path) -> None:
    for command in (["annual", "2012"], ["annual", "2012", "--for", "joint"], ["history"], ["briefing", "4"]):
        assert run(*command, *WORD, cwd=desk).code == 0
    assert run("briefing", "4", "--for", "made-up-signal-office", *WORD, cwd=desk).code == 0
    assert _topics(run, desk, "2013-04-22")["Drafts older than their records"] == []
    group = desk / "data/group.yaml"
    group.write_text(group.read_text("utf-8").replace("short: MUG", "short: MUGHL"), "utf-8")
    drafts = _topics(run, desk, "2013-04-22")["Drafts older than their records"]
    assert [(entry["text"], entry["command"]) for entry in drafts] == [
        ("annual-2012-joint", "annual 2012 --for joint"),
        ("annual-2012", "annual 2012"),
        ("briefing-4-for-made-up-signal-office", "briefing 4 --for made-up-signal-office"),
        ("briefing-4", "briefing 4"),
        ("history", "history"),
    ]
    for path in (desk / "reports").glob("history*"):
        path.unlink()
    drafts = _topics(run, desk, "2013-04-22")["Drafts older than their records"]
    assert "history" not in [entry["text"] for entry in drafts]


def test_nobody_is_asked_for_the_pack_of_a_plenary_that_was_held(run: Run, desk: Path) -> None:
    assert run("briefing", "3", *WORD, cwd=desk).code == 0
    assert run("briefing", "4", *WORD, cwd=desk).code == 0
    group = desk / "data/group.yaml"
    group.write_text(group.read_text("utf-8").replace("short: MUG", "short: MUGHL"), "utf-8")
    drafts = _topics(run, desk, "2013-04-22")["Drafts older than their records"]
    assert [entry["text"] for entry in drafts] == ["briefing-4"]


def test_notes_that_nobody_has_cleared_are_a_topic_of_their_own(run: Run, desk: Path) -> None:
    notes = desk / "data/records/03.yaml"
    notes.parent.mkdir(exist_ok=True)
    words = "plenary: 3\nplace: Made-up Lamp Hall\nauthor: A Made-up Clerk\ndate: 2012-05-10\n"
    notes.write_text(words, "utf-8")
    (told,) = _topics(run, desk, "2013-04-22")["Notes uncleared"]
    assert told["text"] == "notes of the 3rd Plenary Meeting: not cleared"


def test_what_only_departments_may_not_read_leaves_the_joint_draft_as_new_as_it_was(
    run: Run, desk: Path
) -> None:
    run("annual", "2012", cwd=desk)
    run("annual", "2012", "--for", "joint", cwd=desk)
    actions = desk / "data/actions.yaml"
    actions.write_text(actions.read_text("utf-8").replace("The paint was chosen.", "It was bought."), "utf-8")
    drafts = _topics(run, desk, "2013-04-22")["Drafts older than their records"]
    assert [entry["text"] for entry in drafts] == ["annual-2012"]


def test_editions_that_others_hold_are_told_and_whether_the_records_have_changed_since(
    run: Run, desk: Path
) -> None:
    _recipients(desk)
    assert run("distribute", "call", "4", "--edition", "1.0", "--issue", cwd=desk).code == 0
    held = _topics(run, desk, "2013-03-05")["Editions that others hold"]
    assert [entry["text"] for entry in held] == ["call-4, edition 1.0: 2 copies"]


def test_without_a_workspace_it_says_so_and_not_that_nothing_is_open(run: Run) -> None:
    ran = run("status")
    assert ran.code == 0
    assert "No workspace" in ran.out
    assert not re.search(r"\bnone\b(?! on record)|Nothing open|Returns outstanding", ran.out)
    assert ran.err == "Next: egci-report init\n"
    assert json.loads(run("status", "--json").out)["is_embedded"] is True


def test_it_keeps_to_one_screen_however_much_is_open(run: Run, desk: Path) -> None:
    assert run("new", "meeting", "5", cwd=desk).code == 0
    for folder in ("briefs", "annexes"):
        shutil.rmtree(desk / "data" / folder)
    assert run("new", "briefs", "4", cwd=desk).code == 0
    ran = run("status", "--as-of", "2013-05-06", cwd=desk)
    assert 20 < len(ran.out.splitlines()) <= 34, ran.out
    assert re.search(r"and \d+ more", ran.out)
    whole = run("status", "--all", "--as-of", "2013-05-06", cwd=desk).out
    assert len(whole.splitlines()) > len(ran.out.splitlines())
