"""`timetable`: a page and a calendar that follow from the date of the plenary, and what is late."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from egci_reports.cli import today as clock
from tests.cli.conftest import Run
from tests.made_up_pack import made
from tests.readers import pdf, word

pytestmark = pytest.mark.slow

STEPS = """
timetable:
  - {step: call, when: 8 weeks before plenary}
  - {step: returns-due, when: 5 weeks before plenary, who: Made-up departments}
  - {step: second-reminder, when: 5 working days after returns-due}
  - {step: parts-confirmed, when: 3 weeks before plenary}
  - {step: pack, when: 5 working days before plenary, with_guangdong: true}
  - {step: thanks, when: 3 working days after plenary}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    root = tmp_path / "desk"
    shutil.copytree(made.workspace() / "data", root / "data")
    group = root / "data/group.yaml"
    group.write_text(group.read_text("utf-8") + STEPS, "utf-8")
    return root


def _move(desk: Path, day: str) -> None:
    path = desk / "data/meetings/04.yaml"
    path.write_text(
        re.sub(r"^date: .*", f"date: {day}", path.read_text("utf-8"), flags=re.MULTILINE), "utf-8"
    )


def _calendar(desk: Path) -> str:
    return (desk / "reports/timetable-4.ics").read_bytes().decode()


def test_the_page_and_the_calendar_have_every_step_on_its_day(run: Run, desk: Path) -> None:
    ran = run("timetable", "4", "--as-of", "2013-04-10", cwd=desk)
    assert ran.code == 0, ran.err
    assert ran.out.split() == [f"reports/timetable-4.{end}" for end in ("docx", "pdf", "ics")]
    for blocks in (
        pdf.blocks_of((desk / "reports/timetable-4.pdf").read_bytes()),
        word.blocks_of((desk / "reports/timetable-4.docx").read_bytes()),
    ):
        table = next(one for one in blocks if one.rows)
        rows = [[" ".join(cell.text.split()) for cell in row] for row in table.rows]
        by, basis = "Secretariat", "The day from which the others are reckoned"
        assert rows[1] == [
            "Friday, 1 March 2013",
            "Call for returns goes out",
            by,
            "As recorded with the plenary",
        ]
        assert rows[2][:3] == [
            "Tuesday, 2 April 2013",
            "Returns of departments are due",
            "Made-up departments",
        ]
        # the 29th and 30th of April and the 1st of May were days off in the Mainland
        assert rows[5][0] == "Friday, 26 April 2013"
        assert rows[5][3] == "Five working days before the plenary"
        assert rows[6] == ["Wednesday, 8 May 2013", "Plenary meeting", by, basis]
    events = _calendar(desk).split("BEGIN:VEVENT")[1:]
    assert re.findall(r"DTSTART;VALUE=DATE:(\d+)", "".join(events))[:2] == ["20130301", "20130402"]
    whole = _calendar(desk).replace("\r\n ", "")
    assert "SUMMARY:Second reminder\\, to the head of the department (4th Plenary Meeting)" in whole


def test_the_calendar_is_one_that_programs_read(run: Run, desk: Path) -> None:
    """RFC 5545: lines end in CR and LF and have 75 bytes at most; each event has its own id and its day."""
    run("timetable", "4", "--as-of", "2013-04-10", cwd=desk)
    text = _calendar(desk)
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    ids = re.findall(r"UID:(\S+)", text)
    assert len(ids) == len(set(ids)) == 7
    for key in ("VERSION:2.0", "PRODID:", "DTSTAMP:", "DTEND;VALUE=DATE:20130509"):
        assert key in text
    assert run("timetable", "4", "--as-of", "2013-05-30", cwd=desk).code == 0
    assert _calendar(desk) == text


def test_all_moves_with_the_date_and_the_events_keep_their_ids(run: Run, desk: Path) -> None:
    run("timetable", "4", "--as-of", "2013-04-10", cwd=desk)
    before = _calendar(desk)
    _move(desk, "2013-05-22")
    assert run("timetable", "4", "--as-of", "2013-04-10", cwd=desk).code == 0
    after = _calendar(desk)
    ids = [re.findall(r"UID:(\S+)", text) for text in (before, after)]
    assert ids[0] == ids[1]
    assert "DTSTART;VALUE=DATE:20130417" in before  # the parts are confirmed three weeks before
    assert "DTSTART;VALUE=DATE:20130417" not in after
    assert "DTSTART;VALUE=DATE:20130430" in after  # the 1st of May is a holiday: the day before


def test_what_is_late_is_said_on_the_terminal_and_never_in_the_paper(
    run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    early = run("timetable", "4", "--as-of", "2013-02-27", cwd=desk)
    papers = [(desk / f"reports/timetable-4.{end}").read_bytes() for end in ("docx", "pdf")]
    assert "As at 2013-02-27: 0 late." in early.err
    assert re.search(r"1 March 2013 +Call for returns goes out +in 2 days", early.err)
    late = run("timetable", "4", "--as-of", "2013-03-05", cwd=desk)
    assert re.search(r"1 March 2013 +Call for returns goes out +late by 4 days", late.err)
    assert late.err.endswith("Next: egci-report distribute call 4\n")
    assert [(desk / f"reports/timetable-4.{end}").read_bytes() for end in ("docx", "pdf")] == papers
    told = json.loads(run("timetable", "4", "--as-of", "2013-03-05", "--json", cwd=desk).out)
    assert (told["as_at"], told["steps"][0]["state"], told["steps"][0]["days"]) == ("2013-03-05", "late", 4)

    class Clock(clock.datetime):  # type: ignore[misc, name-defined]
        @classmethod
        def now(cls, tz: object = None) -> Clock:
            return cls(2013, 3, 6, 12)

    monkeypatch.setattr(clock, "datetime", Clock)
    assert "As at 2013-03-06: 1 late." in run("timetable", "4", cwd=desk).err


def test_the_call_is_done_when_copies_of_it_are_out(run: Run, desk: Path) -> None:
    recipients = "[{body: made-up-signal-office}, {body: made-up-development-bureau}]"
    listed = f"as_at: 2013-02-01\nrecipients: {recipients}\n"
    (desk / "data/distribution.yaml").write_text(listed, "utf-8")
    assert run("distribute", "call", "4", "--issue", cwd=desk).code == 0
    late = run("timetable", "4", "--as-of", "2013-03-05", cwd=desk)
    assert re.search(r"1 March 2013 +Call for returns goes out +done", late.err)


CLAIMS = ", ".join(f"{{value: 2013-05-{day}, sources: [made-up-notes]}}" for day in ("08", "15"))


@pytest.mark.parametrize("given", ["{unstated: not-recorded}", f"{{disputed: [{CLAIMS}]}}"])
def test_without_a_date_none_is_invented(run: Run, desk: Path, given: str) -> None:
    _move(desk, given)
    ran = run("timetable", "4", cwd=desk)
    assert (ran.code, ran.out) == (2, "")
    assert "error[U331]" in ran.err
    assert not (desk / "reports").exists()


def test_a_plenary_or_lead_times_that_are_not_there_are_told_with_what_to_do(run: Run, desk: Path) -> None:
    assert "egci-report new meeting" in run("timetable", "5", cwd=desk).err
    group = desk / "data/group.yaml"
    group.write_text(group.read_text("utf-8").replace(STEPS, ""), "utf-8")
    ran = run("timetable", "4", cwd=desk)
    assert (ran.code, "error[U332]" in ran.err) == (2, True)


def test_today_is_the_readers() -> None:
    from egci_reports.cli.settings import Settings

    assert clock.today(Settings(as_of=date(2013, 3, 5))) == date(2013, 3, 5)
    assert abs((clock.today(Settings()) - date.today()).days) <= 1
