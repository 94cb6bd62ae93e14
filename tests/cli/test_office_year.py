"""The secretariat's year by what `status` says each morning: each step is one command, then told no more."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.made_up_pack import made

pytestmark = pytest.mark.slow

BUREAU = "made-up-development-bureau"
STEPS = """
timetable:
  - {step: invitation, when: 10 weeks before plenary}
  - {step: call, when: 9 weeks before plenary}
  - {step: returns-due, when: 5 weeks before plenary}
  - {step: first-reminder, when: 1 working day after returns-due}
  - {step: second-reminder, when: 5 working days after returns-due}
  - {step: thanks, when: 3 working days after plenary}
  - {step: follow-up, when: 10 working days after plenary}
"""


class Desk:
    """The made-up workspace before its 4th plenary, with every body as a recipient."""

    def __init__(self, run: Run, root: Path) -> None:
        self.run, self.root = run, root
        shutil.copytree(made.workspace() / "data", root / "data")
        group = root / "data/group.yaml"
        group.write_text(group.read_text("utf-8") + STEPS, "utf-8")
        (root / f"data/returns/04/{BUREAU}.yaml").unlink()
        bodies = ("made-up-signal-office", BUREAU, "made-up-pier-office", "made-up-delta-department")
        listed = ", ".join(f"{{body: {body}}}" for body in bodies)
        (root / "data/distribution.yaml").write_text(f"as_at: 2013-02-01\nrecipients: [{listed}]\n", "utf-8")

    def due(self, day: str, number: int = 4) -> list[str]:
        """Return the commands of the steps for a plenary that status names as late or due on a morning."""
        found = json.loads(self.run("status", "--json", "--as-of", day, cwd=self.root).out)
        (topic,) = (one for one in found["topics"] if one["name"] == "Steps of the timetable")
        entries = [one for one in topic["open"] if one["days_late"] >= 0]
        return [one["command"] for one in entries if one["command"].endswith(f" {number}")]

    def do(self, command: str) -> None:
        """Give a command that status named, and give out the copies that it plans."""
        ran = self.run(*command.split(), "--issue", cwd=self.root)
        assert ran.code == 0, ran.err


@pytest.fixture
def desk(run: Run, tmp_path: Path) -> Desk:
    return Desk(run, tmp_path / "desk")


def test_each_morning_status_names_the_step_and_its_command_does_it(desk: Desk) -> None:
    assert desk.due("2013-02-26") == []
    for morning, command in (
        ("2013-02-27", "distribute invitation 4"),
        ("2013-03-01", "distribute call 4"),
        ("2013-04-03", "distribute reminder 4"),
        ("2013-04-10", "distribute second-reminder 4"),
    ):
        assert desk.due(morning) == [command]
        desk.do(command)
        assert desk.due(morning) == []
    reminded = desk.root / "reports/distribution"
    assert {path.name.partition("-draft")[0] for path in reminded.glob("*reminder-4*")} == {
        f"reminder-4-for-{BUREAU}",
        f"secondreminder-4-for-{BUREAU}",
    }
    meeting = desk.root / "data/meetings/04.yaml"
    meeting.write_text(re.sub(r"^status: .*\n", "", meeting.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    for morning, command in (("2013-05-13", "distribute thanks 4"), ("2013-05-23", "distribute follow-up 4")):
        assert desk.due(morning) == [command]
        desk.do(command)
        assert desk.due(morning) == []


def test_notes_of_the_meeting_are_drafted_once_written_and_agreed_once_the_other_side_has(desk: Desk) -> None:
    meeting, group = desk.root / "data/meetings/04.yaml", desk.root / "data/group.yaml"
    meeting.write_text(re.sub(r"^status: .*\n", "", meeting.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    steps = (
        "  - {step: notes-drafted, when: 5 working days after plenary}\n"
        "  - {step: notes-agreed, when: 20 working days after plenary}\n"
    )
    group.write_text(group.read_text("utf-8") + steps, "utf-8")
    drafted, agreed = "record 4", "record 4 --for joint"
    assert {drafted, agreed} <= set(commands(desk, "2013-06-17"))
    notes = desk.root / "data/records/04.yaml"
    notes.parent.mkdir(exist_ok=True)
    said = "plenary: 4\nauthor: Made-up Clerk\ndate: 2013-05-20\ntime: 10:00 am to 12:15 pm\n"
    notes.write_text(said, "utf-8")
    assert set(commands(desk, "2013-06-17")) & {drafted, agreed} == {agreed}
    notes.write_text(said + "agreed_on: 2013-06-03\n", "utf-8")
    assert set(commands(desk, "2013-06-17")) & {drafted, agreed} == set()


def commands(desk: Desk, day: str) -> list[str]:
    """Return the commands of all steps that status names on a day."""
    found = json.loads(desk.run("status", "--json", "--as-of", day, cwd=desk.root).out)
    (topic,) = (one for one in found["topics"] if one["name"] == "Steps of the timetable")
    return [one["command"] for one in topic["open"]]


def test_the_pack_step_is_done_when_the_whole_pack_is_out_and_not_by_parts_of_it(desk: Desk) -> None:
    group = desk.root / "data/group.yaml"
    group.write_text(
        group.read_text("utf-8") + "  - {step: pack, when: 5 working days before plenary}\n", "utf-8"
    )
    listed = desk.root / "data/distribution.yaml"
    secretary = "recipients: [{body: made-up-signal-office, post: Secretary, papers: [{paper: briefing, "
    secretary += "audience: internal, reason: Made-up}]}, "
    listed.write_text(listed.read_text("utf-8").replace("recipients: [", secretary), "utf-8")
    whole = "distribute briefing 4 --for internal"
    assert whole in commands(desk, "2013-05-02")
    desk.do("distribute briefing 4 --for department --marking RESTRICTED")
    assert whole in commands(desk, "2013-05-02")
    desk.do(f"{whole} --marking RESTRICTED")
    assert whole not in commands(desk, "2013-05-02")
