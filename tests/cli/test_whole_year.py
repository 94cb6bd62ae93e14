"""A whole year of the example, by commands and by Word files that LibreOffice filled in and saved alone.

From the day of its 6th plenary to the days after its 7th: no record is touched by hand, and every day is
moved by the test. Everything in it is made up.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from egci_reports.records.records import Records
from tests.cli.conftest import Ran, Run
from tests.conformance.required import require
from tests.forms.drafting import fill_in
from tests.forms.filling import fill, saved_by_libreoffice
from tests.loading import load_records
from tests.readers.word import blocks_of

pytestmark = pytest.mark.slow

SIGNAL, BUREAU = "made-up-signal-office", "made-up-development-bureau"
PIER, WEATHER = "made-up-pier-office", "made-up-weather-office"

WORD = "--format word"
"""Papers are read in Word alone; copies that go out are PDF."""

RETURNS = {SIGNAL: "1_1", BUREAU: "2_1", PIER: "3_1", WEATHER: "4_1"}
"""The departments and their items of the plan."""

HELD = {
    "status": "Held",
    "head501_person": "Ada Made-Up",
    "head501_verb": "co-chaired",
    "head502_person": "Emil Invented",
    "head502_verb": "co-chaired",
    "review": "reviewed the work of the year",
    "outcome_verb": "endorsed",
    "outcome_words": "endorsed the work plan of the next year",
    "areas_said": "4",
}
DELEGATIONS = {
    "hk501_body": "MSO",
    "hk502_body": "MDB",
    "hk503_body": "MPO",
    "hk504_body": "MWO",
    "gd501_body": "Made-up Delta Department",
    "gd502_body": "Made-up Delta Buoy Office",
}
AREAS = {
    "area501_wording": "Lighting piers and quays",
    "area501_thread": "Lamps",
    "area502_wording": "One register of buoys",
    "area502_thread": "Buoys",
    "area503_wording": "Fog signals on both shores",
    "area503_thread": "Fog signals",
    "area504_wording": "Exchanging charts",
    "area504_thread": "Charts",
}
TO_COME = {"date": "11 November 2026", "call_on": "15 September 2026", "reply_by": "6 October 2026"}
REMARKS = {
    "opening_en": "Welcome to the made-up hall.",
    "opening_author": "MSO",
    "opening_written_on": "20 October 2026",
}


def plan() -> dict[str, str]:
    """An item for each area, as typed into the form of a plan."""
    lines = (
        ("1.1", "Light the fifth lamp", "1", "MSO"),
        ("2.1", "Settle the number of buoys", "2", "MDB"),
        ("3.1", "Sound the fog bell", "3", "MPO"),
        ("4.1", "Seal the chart of the harbour mouth", "4", "MWO"),
    )
    return {
        f"item{row}_{name}": text
        for row, line in enumerate(lines, 501)
        for name, text in zip(("number", "text", "area", "lead"), line, strict=True)
    }


def notes(number: int, written: str, agreed: str) -> dict[str, str]:
    """The notes of a plenary, as typed into the draft of its record."""
    typed = {
        "time": "10:00 am to noon",
        "place": "Made-up Lamp Hall",
        "author": "A Made-up Clerk",
        "date": written,
        "agreed_on": agreed,
        "present/+": "Ms Ada Made-Up; Made-up Signal Master; Made-up Signal Office; head\n"
        "Mr Emil Invented; Director of Light; Made-up Delta Department of Light; head",
        "items/1/reported": "Four of the five lamps burn.",
        "items/1/agreed": "agreed to share the glass",
        "items/1/own": "MARKER-OWN Do not press.",
        "actions/+": f"Order glass {number}; Made-up Signal Office; 31 March 2027",
        "next_meeting": "In a year",
    }
    return {f"records/{number:02d}#{name}": text for name, text in typed.items()}


def returned(body: str) -> dict[str, str]:
    """The return of a department."""
    return {
        f"{RETURNS[body]}_progress": f"Made-up progress of {body}.",
        f"{RETURNS[body]}_status": "Completed",
        "prepared_by": "A Made-up Clerk",
        "cleared_by": "A Made-up Head",
        "date": "5 October 2026",
    }


def pack() -> dict[str, str]:
    """The words of officers, as typed into the draft pack."""
    signed = {"author": "The Made-up Secretary", "date": "20 October 2026"}
    typed = {
        "steering/purpose": "To take stock of the year.",
        "steering/objectives": "Settle the glass.",
        "agenda/items/+": "Opening\nLamps; Made-up Signal Office",
        "delegations/members/+": "Ms Ada Made-Up; Made-up Signal Master; Made-up Signal Office; head",
        **{
            f"{part}/{name}": text
            for part in ("steering", "agenda", "delegations")
            for name, text in signed.items()
        },
    }
    entries = {f"briefs/07/pack#{name}": text for name, text in typed.items()}
    for number in range(1, 5):
        brief = {
            "objective": f"Agree on item {number}.",
            "points": "Convenor: We thank the Delta side.",
            **signed,
        }
        entries |= {f"briefs/07/brief-{number}#{name}": text for name, text in brief.items()}
    return entries


class Year:
    """The desk of the secretariat: commands, and files that go out to be filled in and come back."""

    def __init__(self, run: Run, root: Path, office: Path, *, is_thorough: bool) -> None:
        self.run, self.root, self.office, self.posts = run, root, office, 0
        self.is_thorough = is_thorough

    def do(self, command: str, *more: str) -> Ran:
        """Give a command, which must be done."""
        ran = self.run(*command.split(), *more, cwd=self.root, columns=200)
        assert ran.code == 0, f"{command}: {ran.out}{ran.err}"
        return ran

    def made(self, name: str) -> bytes:
        return (self.root / "reports" / f"{name}.docx").read_bytes()

    def text(self, name: str) -> str:
        blocks = blocks_of(self.made(name))
        return " ".join(
            " ".join([one.text, *(cell.text for row in one.rows for cell in row)]) for one in blocks
        )

    def collect(self, filled: Mapping[str, bytes], *, is_like_others: bool = False) -> None:
        """Let LibreOffice save the files, read them back, and look that nothing is wrong or left over.

        Files like others that LibreOffice saved before come back as they were filled in; with --thorough it
        saves them all.
        """
        self.posts += 1
        folder, back = self.office / str(self.posts), self.root / f"back-{self.posts}"
        folder.mkdir(parents=True)
        back.mkdir()
        files = {f"{name}.docx": docx for name, docx in filled.items()}
        if not is_like_others or self.is_thorough:
            files = saved_by_libreoffice(files, folder)
        for name, docx in files.items():
            (back / name).write_bytes(docx)
        ran = self.do(f"collect {back.name} --yes")
        assert f"{len(filled)} read" in ran.out + ran.err
        assert "unread" not in ran.out
        assert "not taken" not in ran.out
        assert "error" not in self.do("check").out

    def due(self, day: str) -> list[str]:
        """Return the commands of the steps that status names as late or due on a morning."""
        found = json.loads(self.do("status --json --as-of", day).out)
        steps = [one for topic in found["topics"] if "timetable" in topic["name"] for one in topic["open"]]
        return [one["command"] for one in steps if one["days_late"] >= 0]

    def step(self, day: str, command: str) -> None:
        """Do what status names on a morning; then it names it no more."""
        assert command in self.due(day), (day, command, self.due(day))
        self.do(command, "--issue")
        assert command not in self.due(day), (day, command)

    @property
    def records(self) -> Records:
        return load_records(self.root / "data")


@pytest.fixture
def year(run: Run, tmp_path: Path, request: pytest.FixtureRequest) -> Year:
    """The desk with the example: a made-up group whose 6th plenary is to come."""
    require(shutil.which("soffice") is not None, "LibreOffice is not installed")
    root = tmp_path / "desk"
    assert run("init", "--example", str(root)).code == 0
    return Year(run, root, tmp_path / "office", is_thorough=request.config.getoption("--thorough"))


def test_a_year_is_lived_by_commands_and_word_files_alone(year: Year) -> None:
    after_the_6th(year)
    call_for_the_7th(year)
    pack_of_the_7th(year)
    hold_the_7th(year)
    after_the_7th(year)
    assert "error" not in year.do("check").out
    assert year.do("ledger verify").code == 0


def after_the_6th(year: Year) -> None:
    """Enter what the 6th decided, write to all, agree its notes, issue its report, and begin the 7th."""
    for command in (f"record 6 {WORD}", "form meeting 6", "form plan 6"):
        year.do(command)
    meeting, agreed = year.made("form-meeting-6"), year.made("form-plan-6")
    year.collect({"meeting": fill(meeting, HELD | DELEGATIONS), "plan": fill(agreed, plan())})
    year.step("2025-11-17", "distribute thanks 6")
    assert "record 6" in year.due("2025-11-19")
    for command in (f"record 6 {WORD}", "new meeting 7", "form meeting 7"):
        year.do(command)
    notes_of_6 = fill_in(year.made("record-6"), notes(6, "18 November 2025", "9 December 2025"))
    year.collect({"record": notes_of_6, "meeting": fill(year.made("form-meeting-7"), TO_COME)})
    assert [one.id for one in year.records.actions if one.raised_at == 6] == ["06-01"]
    assert not {"record 6", "record 6 --for joint"} & set(year.due("2025-12-10"))
    year.do("clear record 6 notes --by Head --on 2025-12-10")
    year.do(f"record 6 --for joint {WORD}")
    year.step("2025-12-12", "distribute follow-up 6")
    year.step("2026-01-12", "distribute annual 2025")
    close = "actions 05-02 --at 6 --by plenary --on 2025-11-12 --reason compared --close"
    year.do(close, "paragraph 4")


def call_for_the_7th(year: Year) -> None:
    """Send out the call, collect all returns but one, and remind the one that is late and only it."""
    year.do("timetable 7 --as-of 2026-08-31")
    assert year.due("2026-09-01") == []
    year.step("2026-09-02", "distribute invitation 7")
    year.do("call 7")
    year.step("2026-09-15", "distribute call 7")
    forms = {body: year.made(f"return-7-{body}") for body in RETURNS}
    on_time = {body: fill(form, returned(body)) for body, form in forms.items() if body != PIER}
    year.collect(on_time)
    year.step("2026-10-07", "distribute reminder 7")
    reminded = (year.root / "reports/distribution").glob("reminder-7-*")
    assert {path.name.partition("-draft")[0] for path in reminded} == {f"reminder-7-for-{PIER}"}
    year.do(f"clear return 7 {SIGNAL} --by Head --on 2026-10-08")


def pack_of_the_7th(year: Year) -> None:
    """Fill in the draft pack and the remarks, with the late return; clear them, and give the pack out."""
    for command in ("new briefs 7", f"briefing 7 {WORD}", "form remarks 7"):
        year.do(command)
    late = fill(year.made(f"return-7-{PIER}"), returned(PIER))
    remarks = fill(year.made("form-remarks-7"), REMARKS)
    year.collect({"late": late, "pack": fill_in(year.made("briefing-7"), pack()), "remarks": remarks})
    assert "distribute second-reminder 7" not in year.due("2026-10-13")
    year.step("2026-10-21", "distribute annual 2026 --for joint")
    assert "clear" in year.due("2026-10-30")
    year.do("clear pack 7 steering agenda delegations opening --by Head --on 2026-10-30")
    for number in range(1, 5):
        year.do(f"clear brief 7 {number} --by Head --on 2026-10-30")
    assert "not cleared" not in year.do("clear").out
    year.do(f"briefing 7 --for all {WORD}")
    assert "Agree on item 1." in year.text(f"briefing-7-for-{SIGNAL}")
    year.step("2026-11-04", "distribute briefing 7 --for internal")
    year.do("distribute briefing 7 --issue")


def hold_the_7th(year: Year) -> None:
    """Enter what the 7th decided on its day, and draft the release."""
    for command in ("form meeting 7", "form plan 7"):
        year.do(command)
    meeting, agreed = year.made("form-meeting-7"), year.made("form-plan-7")
    held_forms = {"meeting": fill(meeting, HELD | AREAS), "plan": fill(agreed, plan())}
    year.collect(held_forms, is_like_others=True)
    held = year.records.meeting(7)
    assert held is not None
    assert (held.proposed, len(held.work_plan)) == ((), 4)
    year.do(f"release 7 {WORD}")


def after_the_7th(year: Year) -> None:
    """Write to all, agree the notes, and make the report and the history with the year in them."""
    year.step("2026-11-16", "distribute thanks 7")
    assert "record 7" in year.due("2026-11-18")
    year.do(f"record 7 {WORD}")
    notes_of_7 = fill_in(year.made("record-7"), notes(7, "17 November 2026", "8 December 2026"))
    year.collect({"record": notes_of_7}, is_like_others=True)
    assert [one.id for one in year.records.actions if one.raised_at == 7] == ["07-01"]
    year.do("clear record 7 notes --by Head --on 2026-12-08")
    year.do(f"record 7 --edition 1.0 {WORD}")
    year.do(f"record 7 --for joint {WORD}")
    assert "MARKER-OWN" in year.text("record-7-1.0")
    assert "MARKER-OWN" not in year.text("record-7-joint")
    year.step("2026-12-11", "distribute follow-up 7")
    year.do(f"letter follow-up 7 --to {SIGNAL} {WORD}")
    assert "Order glass 7" in year.text(f"followup-7-for-{SIGNAL}")
    for command in (f"annual 2026 {WORD}", f"history {WORD}"):
        year.do(command)
    report = year.text("annual-2026")
    assert [body for body in RETURNS if f"Made-up progress of {body}" not in report] == []
    assert "No return received from" not in report
    assert "11 November 2026" in year.text("history").replace("\u00a0", " ")
    year.step("2027-01-08", "distribute annual 2026")
    assert year.due("2027-01-08") == []
