"""Lists as sheets: what an officer sees in them, and what comes of them when they come back."""

from __future__ import annotations

import shutil
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from egci_reports.records.load import read_records
from egci_reports.records.records import Records
from tests.cli.conftest import Ran, Run, run
from tests.conformance.required import require
from tests.sheets.filling import Filling, edited, in_libreoffice

pytestmark = pytest.mark.slow

__all__ = ["run"]

EXAMPLE = Path(__file__).parents[2] / "example" / "data"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A workspace of one's own with the example in it."""
    root = tmp_path / "office"
    shutil.copytree(EXAMPLE, root / "data")
    return root


@pytest.fixture
def sheet(office: Path, run: Run) -> SheetOf:
    def made(*what: str) -> Filling:
        ran = run("sheet", *what, cwd=office)
        assert ran.code == 0, ran.err
        return Filling(office / ran.out.strip())

    return made


class SheetOf:
    def __call__(self, *what: str) -> Filling: ...


def collected(office: Path, run: Run, *more: str) -> Ran:
    return run("collect", "back", *more, cwd=office)


def taken(office: Path, run: Run) -> Records:
    """Write what came back, and return the records."""
    ran = collected(office, run, "--yes")
    assert ran.code == 0, ran.err
    assert run("check", cwd=office).code == 0
    found = read_records(office / "data").records
    assert found is not None
    return found


# -- what goes out ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "rows"), [(("plan", "5"), 6), (("actions",), 5), (("recipients",), 6), (("returns", "6"), 6)]
)
def test_ids_are_locked_texts_and_the_header_stays_in_sight(
    what: tuple[str, ...], rows: int, sheet: SheetOf
) -> None:
    one = sheet(*what)
    page, first = one.page, one.header + 1
    assert page.protection.sheet
    assert page.freeze_panes.endswith(str(first))
    for row in range(first, first + rows):
        key = page.cell(row, 1)
        assert (bool(key.value), key.protection.locked, key.number_format) == (True, True, "@")
    for cells in page.iter_rows(min_row=first):
        assert all(cell.number_format == "@" for cell in cells)
    if what[0] != "returns":
        assert not page.cell(first + rows, 2).protection.locked
    assert all(dimension.width >= 10 for dimension in page.column_dimensions.values())
    assert page.row_dimensions[first].height > 10


def test_choices_are_offered_in_the_words_of_papers(sheet: SheetOf) -> None:
    one = sheet("plan", "5")
    rules = {str(rule.sqref).split(":")[0][0]: rule for rule in one.page.data_validations.dataValidation}
    lead = rules["E"]
    assert (lead.type, lead.errorStyle in (None, "stop")) == ("list", True)
    lists = one.book["choices"]
    assert lists.sheet_state == "hidden"
    offered = [cell.value for cell in lists["E"] if cell.value]
    assert offered == [
        "Made-up Signal Office", "Made-up Development Bureau", "Made-up Pier Office",
        "Made-up Weather Office", "Made-up Lamp Company",
    ]  # fmt: skip
    assert "9 October 2025" in rules["G"].prompt


def test_a_sheet_of_the_example_says_so_on_every_page(sheet: SheetOf) -> None:
    page = sheet("actions").page
    assert page.oddHeader.center.text == page.oddFooter.center.text == "MADE-UP EXAMPLE"
    assert any(cell.value == "MADE-UP EXAMPLE" for cell in page["A"])


def test_the_same_records_give_the_same_bytes(office: Path, run: Run) -> None:
    run("sheet", "plan", "5", cwd=office)
    first = (office / "reports" / "sheet-plan-5.xlsx").read_bytes()
    assert run("sheet", "plan", "5", "--out", "other", cwd=office).code == 0
    assert (office / "other" / "sheet-plan-5.xlsx").read_bytes() == first


def test_a_sheet_that_was_filled_in_is_never_lost(office: Path, run: Run, sheet: SheetOf) -> None:
    one = sheet("actions")
    one.type("04-02", {"Due": "1 December 2025"})
    one.book.save(one.path)
    ran = run("sheet", "actions", cwd=office)
    assert (ran.code, "error[W303]" in ran.err) == (4, True)
    assert run("sheet", "actions", "--force", cwd=office).code == 0
    kept = Filling(office / "reports" / "sheet-actions (edited 1).xlsx")
    assert kept.cell("04-02", "Due").value == "1 December 2025"


@pytest.mark.parametrize("what", [("plan",), ("actions", "5"), ("nothing",), ("plan", "99")])
def test_a_list_that_there_is_not_is_refused(what: tuple[str, ...], office: Path, run: Run) -> None:
    ran = run("sheet", *what, cwd=office)
    assert ran.code == 2
    assert "Nothing was written." in ran.err


# -- what comes back ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", [("plan", "5"), ("actions",), ("recipients",), ("returns", "6")])
def test_a_sheet_that_nobody_touched_changes_nothing(
    what: tuple[str, ...], office: Path, run: Run, sheet: SheetOf
) -> None:
    sheet(*what).save(office / "back")
    ran = collected(office, run)
    assert ran.code == 0, ran.err
    assert "nothing changes" in ran.out
    assert not [line for line in ran.out.splitlines() if line.startswith(("  change", "  unread", "  kept"))]


def test_a_plan_is_changed_and_carried_on_with_its_comments_kept(
    office: Path, run: Run, sheet: SheetOf
) -> None:
    path = office / "data" / "meetings" / "05.yaml"
    path.write_text(path.read_text("utf-8").replace("work_plan:", "# agreed by letter\nwork_plan:"), "utf-8")
    before = path.read_text("utf-8")
    one = sheet("plan", "5")
    one.type(
        "1.2", {"Target": "June 2026", "What is to be done": "Make lamp glass of one size, in ten panes"}
    )
    one.type(None, {"What is to be done": "Paint the fog bell", "In Chinese": "油漆霧鐘",
                    "Area": "3 Fog signals on both shores",
                    "Lead, Hong Kong": "虛構碼頭處", "Target": "2026年8月"})  # fmt: skip
    one.save(office / "back")
    ran = collected(office, run)
    assert path.read_text("utf-8") == before
    for said in (
        "1.2, Target: March 2026 -> June 2026",
        "3.2, What is to be done: - -> Paint the fog bell",
        "3.2, Lead, Hong Kong: - -> Made-up Pier Office",
        "'虛構碼頭處' as Made-up Pier Office",
    ):
        assert said in ran.out
    plan = {item.item: item for item in taken(office, run).meetings[4].work_plan}
    assert str(plan["1.2"].target) == "2026-06"
    assert plan["1.2"].text == "Make lamp glass of one size, in ten panes"
    new = plan["3.2"]
    assert (new.text, new.text_tc, new.area, new.lead, str(new.target)) == (
        "Paint the fog bell", "油漆霧鐘", 3, "made-up-pier-office", "2026-08",
    )  # fmt: skip
    after = path.read_text("utf-8")
    assert "# agreed by letter\nwork_plan:" in after
    assert [line for line in before.splitlines() if line not in after.splitlines()] == [
        "    text: Make lamp glass of one size", "    target: 2026-03",
    ]  # fmt: skip


def test_actions_are_reported_on_closed_and_begun(office: Path, run: Run, sheet: SheetOf) -> None:
    for notes in (office / "data" / "meetings").glob("0[45].yaml"):  # their counts are not on file
        lines = notes.read_text("utf-8").splitlines(keepends=True)
        notes.write_text("".join(line for line in lines if "action_count" not in line), "utf-8")
    one = sheet("actions")
    one.type("04-02", {"New report: day": "1 October 2025", "New report: what was done": "All were painted.",
                       "How it stands": "Done",
                       "Closed at plenary": "5", "Closed by paragraph": "paragraph 7"})  # fmt: skip
    one.type(None, {"Paragraph of the notes": "paragraph 18", "What is to be done": "Count the bells",
                    "Owner": "MWO", "Due": "31 March 2026"})  # fmt: skip
    one.save(office / "back")
    found = {action.id: action for action in taken(office, run).actions}
    old_one = found["04-02"]
    assert [note.text for note in old_one.progress] == [
        "The paint was chosen.", "Half of the buoys were painted.", "All were painted.",
    ]  # fmt: skip
    assert old_one.closed is not None
    assert (old_one.closed.meeting, old_one.closed.paragraph) == (5, "paragraph 7")
    assert (found["05-04"].text, found["05-04"].owner) == ("Count the bells", "made-up-weather-office")


def test_the_day_of_an_action_is_moved_by_a_decision_and_not_by_the_sheet(
    office: Path, run: Run, sheet: SheetOf
) -> None:
    before = (office / "data" / "actions.yaml").read_bytes()
    one = sheet("actions")
    one.type("04-02", {"Due": "31 March 2027"})
    one.save(office / "back")
    ran = run("collect", "back", "--yes", cwd=office, columns=200)
    assert "egci-report actions 04-02 --due DAY" in " ".join((ran.out + ran.err).split())
    assert (office / "data" / "actions.yaml").read_bytes() == before


def test_half_a_report_is_told_and_not_written(office: Path, run: Run, sheet: SheetOf) -> None:
    one = sheet("actions")
    one.type("05-02", {"New report: what was done": "They were compared."})
    one.save(office / "back")
    ran = collected(office, run)
    assert "a report needs its day, its words and how the action stands" in ran.out
    assert "nothing changes" in ran.out


def test_recipients_get_other_papers_and_new_ones_come(office: Path, run: Run, sheet: SheetOf) -> None:
    one = sheet("recipients")
    row = one.row("Made-up Development Bureau")
    one.page.cell(row, one.columns["Gets history"]).value = "No"
    one.page.cell(row, one.columns["By"]).value = "Folder"
    one.type(None, {"Body": "Made-up Pier Office", "Post": "Made-up Pier Master",
                    "Mail address": "m@made-up.example",
                    "By": "Draft of a message"})  # fmt: skip
    one.save(office / "back")
    listed = taken(office, run).distribution
    assert listed is not None
    found = {one.key: one for one in listed.recipients}
    bureau = found["made-up-development-bureau"]
    papers = {str(paper.paper) for paper in bureau.papers or ()}
    assert (bureau.channel, "history" in papers, {"annual", "briefing", "call"} <= papers) == (
        "folder",
        False,
        True,
    )
    new = found["made-up-pier-office/Made-up Pier Master"]
    assert (new.address, new.channel, new.papers) == ("m@made-up.example", "draft", None)


def test_a_return_that_had_not_come_is_begun_and_a_changed_one_loses_its_clearance(
    office: Path, run: Run, sheet: SheetOf
) -> None:
    one = sheet("returns", "6")
    one.type("3.1", {"Progress this period": "The rule was read.\n\n- at nine piers",
                     "How it stands": "Ongoing",
                     "May be exchanged with Guangdong": "Yes"})  # fmt: skip
    one.type("1.1", {"Next step": "Order two panes."})
    one.save(office / "back")
    out = " ".join(collected(office, run).out.split())
    assert "changed since A Made-up Master cleared them, so the clearance is void" in out
    found = {entry.body: entry for entry in taken(office, run).returns_for(6)}
    entry = found["made-up-pier-office"].on_item("3.1")
    assert entry is not None
    assert (entry.progress, str(entry.status), entry.may_be_exchanged) == (
        "The rule was read.\n\n- at nine piers", "ongoing", True,
    )  # fmt: skip
    lamps = found["made-up-signal-office"]
    assert lamps.is_void
    assert "made-up-signal-office" in run("clear", cwd=office).out


# -- whatever program saved it, whatever was typed ----------------------------------------------------------


def test_what_cannot_be_read_is_told_with_the_name_of_its_cell(
    office: Path, run: Run, sheet: SheetOf
) -> None:
    one = sheet("plan", "5")
    page, row = one.page, one.row
    one.type("1.1", {"Target": "=TODAY()", "Lead, Hong Kong": "Harbour Ministry"})
    one.type("1.2", {"Target": "9/10/2026"})
    one.type("2.1", {"What is to be done": datetime(2026, 3, 1)})
    page.merge_cells(start_row=row("3.1"), end_row=row("4.1"), start_column=2, end_column=2)
    page.cell(row("2.2"), 4).comment = Comment("ask the Bureau", "A Made-up Clerk")
    page.cell(row("2.2"), 12).value = "typed beside"
    page.cell(one.header, 10).value = "Remarks"
    page.cell(row("2.2"), 10).value = "see me"
    one.book.create_sheet("My notes")["A1"] = "do not forget"
    typed = {name: page.cell(row(key), one.columns[title]).coordinate for name, key, title in (
        ("formula", "1.1", "Target"), ("nobody", "1.1", "Lead, Hong Kong"), ("slashes", "1.2", "Target"),
        ("date", "2.1", "What is to be done"),
    )}  # fmt: skip
    one.save(office / "back")
    out = collected(office, run, "--json").out.replace("\\u2019", "'")
    for said in (
        f"{typed['formula']} holds a formula, '=TODAY()': type its result",
        f"{typed['nobody']} (Lead, Hong Kong): 'Harbour Ministry' is none of",
        f"{typed['slashes']} (Target): '9/10/2026' is no date",
        f"{typed['date']} (What is to be done): 2026-03-01 is a date, and a text is asked for",
        "are merged, and not read",
        "in a comment: 'ask the Bureau'",
        "'Remarks' is no column of the sheet",
        "beside the list: 'see me'",
        "beside the list: 'typed beside'",
        "another tab, 'My notes', is not read: 'do not forget'",
    ):
        assert said in out, said
    assert '"changes": []' in out


def test_a_number_is_no_number_of_an_item(office: Path, run: Run, sheet: SheetOf) -> None:
    """2.1 and 2.10 are one number, and two items."""
    one = sheet("plan", "5")
    one.type(
        None, {"Item": 2.1, "What is to be done": "Count again", "Area": "2 Counting and registering buoys"}
    )
    one.save(office / "back")
    out = collected(office, run).out
    assert "2.1 is a number" in out
    assert "nothing changes" in out


def test_rows_and_columns_are_known_wherever_they_stand(office: Path, run: Run, sheet: SheetOf) -> None:
    one = sheet("actions")
    one.type("04-02", {"Paragraph of the notes": "paragraph 99"})
    page = one.page
    source, target = one.columns["Owner"], one.columns["Due"]
    for row in range(one.header, page.max_row + 1):
        left, right = page.cell(row, source), page.cell(row, target)
        left.value, right.value = right.value, left.value
    first, last = one.row("04-01"), one.row("05-03")
    for column in range(1, page.max_column + 1):
        up, down = page.cell(first, column), page.cell(last, column)
        up.value, down.value = down.value, up.value
    page.title = "Renamed"
    one.save(office / "back")
    out = collected(office, run).out
    assert "columns stand in another order" in out
    (change,) = (line for line in out.splitlines() if line.startswith("  change"))
    assert change.startswith("  change   04-02, Paragraph of the notes: ")
    assert change.endswith(" -> paragraph 99")


def test_a_blank_erases_nothing_and_a_row_taken_out_is_told(office: Path, run: Run, sheet: SheetOf) -> None:
    one = sheet("plan", "5")
    one.type("1.1", {"Target": None})
    one.page.delete_rows(one.row("4.1"))
    one.save(office / "back")
    out = collected(office, run).out
    assert "1.1, Target: blank" in out
    assert "4.1 is not in the sheet; it stays as it is" in out
    assert "change " not in out.replace("nothing changes", "")


def test_what_check_refuses_is_not_written(office: Path, run: Run, sheet: SheetOf) -> None:
    one = sheet("plan", "5")
    one.type("1.1", {"Lead, Hong Kong": "Made-up Pier Office"})  # the return on it is of another body
    one.save(office / "back")
    before = (office / "data" / "meetings" / "05.yaml").read_text("utf-8")
    ran = collected(office, run, "--yes")
    assert (ran.code, "error[F709] back.xlsx: the item 1.1 is led by" in ran.err) == (1, True)
    assert (office / "data" / "meetings" / "05.yaml").read_text("utf-8") == before


def test_files_that_are_no_sheets_of_ours_are_named(office: Path, run: Run, sheet: SheetOf) -> None:
    back = office / "back"
    sheet("actions").save(back)
    (back / "list.ods").write_bytes(b"x")
    (back / "broken.xlsx").write_bytes(b"PK\x03\x04 broken")
    (back / "foreign.xlsx").write_bytes(edited(back / "back.xlsx", lambda page: page.delete_rows(1)))
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/worksheets/sheet1.xml", b" " * (30 * 1024 * 1024))
    (back / "bomb.xlsx").write_bytes(bomb.getvalue())
    ran = collected(office, run)
    assert ran.code == 1
    for said in (
        "error[F701] list.ods: only sheets in .xlsx are read",
        "error[F701] broken.xlsx: the file is no Excel workbook, or is damaged",
        "error[F707] foreign.xlsx: it is none of the sheets that egci-report makes",
        "error[F703] bomb.xlsx: the file unpacks to more than",
    ):
        assert said in ran.err, said


def test_the_same_list_twice_is_refused(office: Path, run: Run, sheet: SheetOf) -> None:
    one = sheet("actions")
    one.save(office / "back", "a.xlsx")
    one.save(office / "back", "b.xlsx")
    ran = collected(office, run)
    assert (ran.code, ran.err.count("error[F708]")) == (1, 2)


def test_libreoffice_opens_fills_and_saves_one(
    office: Path, run: Run, sheet: SheetOf, tmp_path: Path
) -> None:
    """What is typed there stays what was typed: 2.10 an item, 9 October 2026 a text, a locked id itself."""
    require(shutil.which("localc"), "LibreOffice Calc is not installed")
    one = sheet("plan", "5")
    new = one.row(None)
    at = {title: one.page.cell(new, column).column_letter for title, column in one.columns.items()}
    typed = {
        f"{at['Target']}{one.row('1.2')}": "9 October 2026",
        f"{at['Item']}{one.row('1.1')}": "9.9",  # locked
        f"{at['Item']}{new}": "2.10",
        f"{at['What is to be done']}{new}": "Count the buoys of the fairway",
        f"{at['Area']}{new}": "2 Counting and registering buoys",
        f"{at['Lead, Hong Kong']}{new}": "Made-up Development Bureau",
    }
    (office / "back").mkdir()
    in_libreoffice(one.path, office / "back" / "plan.xlsx", typed, tmp_path / "home")
    assert load_workbook(office / "back" / "plan.xlsx").worksheets[0].protection.sheet
    ran = collected(office, run)
    assert "unread" not in ran.out
    plan = {item.item: item for item in taken(office, run).meetings[4].work_plan}
    assert str(plan["1.2"].target) == "2026-10-09"
    assert plan["2.10"].text == "Count the buoys of the fairway"
    assert "9.9" not in plan
