"""The delegations as a sheet: their order, both languages, who faces whom, and what stays in the office."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from egci_reports.analysis.delegates import opposite
from egci_reports.records.load import read_records
from tests.cli.conftest import Run, run
from tests.sheets.filling import Filling

pytestmark = pytest.mark.slow

__all__ = ["run"]

EXAMPLE = Path(__file__).parents[2] / "example" / "data"
TELEPHONE = "5550 0199"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    root = tmp_path / "office"
    shutil.copytree(EXAMPLE, root / "data")
    return root


def made(office: Path, run: Run) -> Filling:
    ran = run("sheet", "delegation", "6", cwd=office)
    assert ran.code == 0, ran.err
    return Filling(office / ran.out.strip())


def test_heads_come_first_then_bodies_in_standing_order_in_both_languages(office: Path, run: Run) -> None:
    one = made(office, run)
    rows = [
        [cell.value for cell in row]
        for row in one.page.iter_rows(min_row=one.header + 1, max_row=one.header + 7)
    ]
    titles = [cell.value for cell in one.page[one.header]]
    names = [row[titles.index("Name")] for row in rows]
    assert names == [
        "Ms Ada Made-Up", "Dr Bea Made-Up", "Mr Cyril Made-Up", "Ms Wanda Made-Up", "Ms Dora Made-Up",
        "Mr Emil Invented", "Ms Fay Invented",
    ]  # fmt: skip
    chinese = [row[titles.index("Name in Chinese")] for row in rows]
    assert chinese == ["虛構雅", "虛構貝", None, None, None, "杜撰明", None]
    assert rows[5][titles.index("Post in Chinese")] == "虛構燈光廳廳長"
    assert rows[0][titles.index("Body in Chinese")] == "虛構信號處"


def test_name_plates_have_both_languages_and_the_heads_face_each_other(office: Path, run: Run) -> None:
    book = made(office, run).book
    plates = [row[0] for row in book["Name plates"].iter_rows(values_only=True)]
    assert plates[0] == "Ms Ada Made-Up\n虛構雅"
    assert len(plates) == 7
    seated = list(book["Seating"].iter_rows(min_row=3, values_only=True))
    assert seated == [
        ("Mr Cyril Made-Up", "Ms Fay Invented"),
        ("Ms Ada Made-Up\n虛構雅", "Mr Emil Invented\n杜撰明"),
        ("Dr Bea Made-Up\n虛構貝", None),
        ("Ms Wanda Made-Up", None),
        ("Not at the table: Ms Dora Made-Up", None),
    ]
    for tab in ("Name plates", "Seating"):
        assert book[tab].oddHeader.center.text == "MADE-UP EXAMPLE"


@pytest.mark.parametrize(
    ("ours", "theirs", "faced"),
    [
        ((0,), (1,), [(0, 1)]),
        ((2, 0, 1), (5, 3, 4), [(2, 4), (0, 3), (1, 5)]),
        ((0, 1), (), [(0, None), (1, None)]),
        ((0,), (6, 4, 2, 3, 5), [(None, 5), (None, 3), (0, 2), (None, 4), (None, 6)]),
    ],
)
def test_the_middles_meet_whatever_the_numbers(
    ours: tuple[int, ...], theirs: tuple[int, ...], faced: list[tuple[int | None, int | None]]
) -> None:
    assert list(opposite(ours, theirs)) == faced


def test_members_are_entered_and_the_clearance_of_the_list_falls(office: Path, run: Run) -> None:
    one = made(office, run)
    one.type("4", {"Name in Chinese": "虛構思", "Telephone on the day": TELEPHONE})
    one.type(None, {"Body": "DBO", "Name": "Mr Gus Invented", "Role": "In attendance"})
    one.save(office / "back")
    out = " ".join(run("collect", "back", cwd=office).out.split())
    assert "so the clearance is void" in out
    assert run("collect", "back", "--yes", cwd=office).code == 0
    found = read_records(office / "data").records
    assert found is not None
    members = found.packs[0].delegations.members
    assert (members[3].name_tc, members[3].telephone) == ("虛構思", TELEPHONE)
    assert (members[7].body, members[7].name, members[7].role) == (
        "made-up-delta-buoy-office", "Mr Gus Invented", "in-attendance",
    )  # fmt: skip


def test_a_telephone_number_stands_in_no_paper(office: Path, run: Run) -> None:
    one = made(office, run)
    one.type("1", {"Telephone on the day": TELEPHONE})
    one.save(office / "back")
    assert run("collect", "back", "--yes", cwd=office).code == 0
    for command in (
        ("briefing", "--format", "pdf", "--annexes", "separate"),
        ("briefing", "--for", "made-up-signal-office", "--format", "pdf"),
        ("annual", "2024", "--for", "joint", "--format", "pdf"),
        ("history", "--for", "public", "--format", "pdf"),
    ):
        assert run(*command, cwd=office).code == 0, command
    for path in (office / "reports").glob("*.pdf"):
        text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
        assert TELEPHONE not in " ".join(text.split()), path.name


def test_without_words_for_the_pack_there_is_no_list(office: Path, run: Run) -> None:
    ran = run("sheet", "delegation", "5", cwd=office)
    assert (ran.code, "egci-report new briefs 5" in ran.err) == (2, True)
