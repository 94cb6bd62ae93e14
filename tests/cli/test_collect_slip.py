"""The slip of a department's part is a form: `collect` reads it into its return. All is made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from egci_reports.records.returns import Part
from tests.cli.conftest import Run
from tests.forms.drafting import fill_in
from tests.loading import load_records
from tests.made_up_pack.made import put_together
from tests.readers.word import blocks_of

pytestmark = pytest.mark.slow

SIGNAL = "made-up-signal-office"
ASKED, OWN = f"briefs/03/slip-{SIGNAL}#", f"briefs/04/slip-{SIGNAL}#"


def part(run: Run, root: Path, number: int) -> bytes:
    """Make the department's part of the pack before a plenary."""
    ran = run("briefing", str(number), "--for", SIGNAL, "--format", "word", cwd=root)
    assert ran.code == 0, ran.err
    return (root / "reports" / f"briefing-{number}-for-{SIGNAL}.docx").read_bytes()


def back(root: Path, docx: bytes) -> None:
    folder = root / "back"
    folder.mkdir(exist_ok=True)
    (folder / "slip.docx").write_bytes(docx)


def test_what_a_department_marks_area_by_area_is_read_into_its_return(run: Run, without_plan: Path) -> None:
    docx = part(run, without_plan, 3)
    entries = {
        "items/1/part": "Lead",
        "items/2/part": "No part",
        "prepared_by": "A Made-up Clerk",
        "telephone": "0000 0001",
        "email": "signal@example.org",
        "date": "2 April 2012",
    }
    back(without_plan, fill_in(docx, {f"{ASKED}{key}": text for key, text in entries.items()}))
    ran = run("collect", "back", cwd=without_plan, columns=200)
    assert ran.code == 0, ran.err
    assert "Slip, Your Department’s part: - -> Lead" in ran.out
    assert not (without_plan / "data" / "returns" / "03").exists()
    assert run("collect", "back", "--yes", cwd=without_plan).code == 0
    (one,) = load_records(without_plan / "data").returns_for(3)
    assert one.body == SIGNAL
    assert [(entry.item, entry.part) for entry in one.items] == [("1", Part.LEAD), ("2", Part.NONE)]
    assert (one.prepared_by, one.telephone) == ("A Made-up Clerk", "0000 0001")
    assert str(one.date) == "2012-04-02"
    assert run("check", cwd=without_plan).code == 0
    assert "nothing changes" in run("collect", "back", cwd=without_plan).out


def test_an_area_that_was_answered_keeps_its_place_in_the_return(run: Run, without_plan: Path) -> None:
    path = without_plan / "data" / "returns" / "03" / f"{SIGNAL}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(
        f'# rang them\nplenary: 3\nbody: {SIGNAL}\nitems:\n  - item: "2"\n    part: support\n', "utf-8"
    )
    docx = part(run, without_plan, 3)
    back(without_plan, fill_in(docx, {f"{ASKED}items/1/part": "Lead"}))
    assert run("collect", "back", "--yes", cwd=without_plan).code == 0
    (one,) = load_records(without_plan / "data").returns_for(3)
    assert {entry.item: entry.part for entry in one.items} == {"2": Part.SUPPORT, "1": Part.LEAD}
    assert path.read_text("utf-8").startswith("# rang them\n")


def test_what_is_answered_on_a_confirmation_slip_is_kept_and_no_clearance_falls(
    run: Run, tmp_path: Path
) -> None:
    root = put_together(tmp_path / "ws")
    docx = part(run, root, 4)
    back(root, fill_in(docx, {f"{OWN}answer": "Item 1.1 is to say: five lamps."}))
    ran = run("collect", "back", "--yes", cwd=root, columns=200)
    assert ran.code == 0, ran.err
    assert "Slip, Your answer: - -> Item 1.1 is to say: five lamps." in ran.out
    (one,) = (one for one in load_records(root / "data").returns_for(4) if one.body == SIGNAL)
    assert one.answer == "Item 1.1 is to say: five lamps."
    assert one.is_cleared


def test_a_slip_has_fields_and_no_dotted_lines(run: Run, without_plan: Path) -> None:
    blocks = blocks_of(part(run, without_plan, 3))
    text = " ".join(f"{block.label} {block.text} {block.rows}" for block in blocks)
    assert "...." not in text
    assert "lead | support" not in text
    assert "Please answer by" in text
