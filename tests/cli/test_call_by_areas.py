"""Where no work plan is on file, departments are asked area by area, and nothing is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from egci_reports.records.returns import Part
from tests.cli.conftest import Run
from tests.forms.filling import fill, parts_of
from tests.loading import load_records
from tests.readers.word import blocks_of

pytestmark = pytest.mark.slow

SIGNAL = "return-3-made-up-signal-office.docx"
OFFICE = """office:
  post: Made-up Executive Officer
  reference: MADE UP 1/2
  telephone: 0000 0000
  mail: made-up@example.org
"""


def words(docx: bytes) -> str:
    return " ".join(block.text for block in blocks_of(docx))


def test_each_department_listed_is_asked_on_each_area(run: Run, without_plan: Path) -> None:
    ran = run("call", "3", cwd=without_plan)
    assert ran.code == 0, ran.err
    assert "No work plan of plenary 2 is on file" in ran.err
    assert "egci-report form plan 2" in ran.err
    records = load_records(without_plan / "data")
    listed = records.meetings[1].hong_kong.value.bodies  # type: ignore[union-attr]  # stated in the made-up records
    assert len(ran.out.split()) == 2 + len(listed)
    text = words((without_plan / "reports" / "call-3.docx").read_bytes())
    assert "asked of each area whether it leads it, supports it or takes no part" in text


def test_reference_and_contact_stand_in_memo_and_form(run: Run, without_plan: Path) -> None:
    group = without_plan / "data" / "group.yaml"
    group.write_text(re.sub(r"(?m)^office:.*\n(?:  .*\n)*", "", group.read_text("utf-8")), "utf-8")
    assert "enter 'office' in data/group.yaml" in run("call", "3", cwd=without_plan).err
    group.write_text(group.read_text("utf-8").rstrip() + "\n" + OFFICE, "utf-8")
    run("call", "3", cwd=without_plan)
    memo = words((without_plan / "reports" / "call-3.docx").read_bytes())
    assert "MADE UP 1/2" in memo
    assert "0000 0000" in memo
    assert "to be entered" not in memo
    form = parts_of((without_plan / "reports" / SIGNAL).read_bytes())["word/document.xml"].decode()
    assert "Send it to: Made-up Executive Officer, 0000 0000, made-up@example.org." in form


def test_what_a_department_says_of_the_areas_is_read_back(run: Run, without_plan: Path) -> None:
    run("call", "3", cwd=without_plan)
    entries = {
        "1_part": "Lead",
        "1_progress": "The made-up lamps were lit.",
        "1_status": "Completed",
        "2_part": "No part",
        "telephone": "0000 0001",
        "email": "signal@example.org",
        "delegates": "Ms A Made-up, Chief Officer\nMr B Made-up",
        "expects": "Lamps of another colour.",
        "prepared_by": "A Clerk",
        "date": "2/4/2012",
    }
    back = without_plan / "back"
    back.mkdir()
    form = (without_plan / "reports" / SIGNAL).read_bytes()
    (back / SIGNAL).write_bytes(fill(form, entries))
    ran = run("collect", "back", "--yes", cwd=without_plan, columns=200)
    assert ran.code == 0, ran.err + ran.out
    assert "Date of the return: '2/4/2012' was taken for 2 April 2012" in ran.out
    (one,) = load_records(without_plan / "data").returns_for(3)
    assert [(entry.item, entry.part) for entry in one.items] == [("1", Part.LEAD), ("2", Part.NONE)]
    assert (one.telephone, one.email, one.expects) == ("0000 0001", "signal@example.org", entries["expects"])
    assert one.delegates == ("Ms A Made-up, Chief Officer", "Mr B Made-up")
    assert "nothing changes" in run("collect", "back", cwd=without_plan).out
    assert run("check", cwd=without_plan).code == 0
    for paper in (("briefing", "3"), ("annual", "2012")):
        made = run(*paper, cwd=without_plan)
        assert made.code == 0, made.err
        text = words((without_plan / made.out.split()[0]).read_bytes())
        assert "The made-up lamps were lit." in text
        if paper[0] == "briefing":
            assert "expects the Guangdong side to raise: Lamps of another colour." in text
            assert "sends: Ms A Made-up, Chief Officer, and Mr B Made-up" in text or "Mr B Made-up" in text


def test_comments_that_officers_put_into_a_return_stay(run: Run, without_plan: Path) -> None:
    test_what_a_department_says_of_the_areas_is_read_back(run, without_plan)
    path = without_plan / "data" / "returns" / "03" / "made-up-signal-office.yaml"
    path.write_text("# rang them on Monday\n" + path.read_text("utf-8"), "utf-8")
    form = (without_plan / "back" / SIGNAL).read_bytes()
    (without_plan / "back" / SIGNAL).write_bytes(fill(form, {"1_progress": "They were lit twice."}))
    run("collect", "back", "--yes", cwd=without_plan)
    after = path.read_text("utf-8")
    assert after.startswith("# rang them on Monday\n")
    assert "progress: They were lit twice." in after
