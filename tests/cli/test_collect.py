"""`call` and `collect`: forms go out, come back, and change nothing that nobody said yes to."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from egci_reports.records.returns import ItemStatus, Return
from tests.cli.conftest import Run
from tests.forms.filling import TEXT, W, controls, edited, fill, packed, parts_of, typed
from tests.forms.filling import run as typed_run
from tests.forms.sent import send_out
from tests.loading import load_records
from tests.readers.word import blocks_of

pytestmark = pytest.mark.slow

SIGNAL = "return-3-made-up-signal-office.docx"
COMMERCE = "return-3-made-up-commerce-and-made-up-development-bureau.docx"
ENTRIES = {
    "2_2_progress": "The register was opened.\n\n- by day\n- by night",
    "2_2_status": "In progress – on schedule",
    "2_2_next_step": "Enter the rest.",
    "2_2_f1_name": "buoys registered",
    "2_2_f1_value": "1,200",
    "2_2_f1_unit": "buoys",
    "2_2_f1_as_at": "31 March 2012",
    "2_2_exchange": "Yes",
    "2_2_raised": "May be raised",
    "2_2_line": "All are welcome to register.",
    "prepared_by": "C Made-up Clerk",
    "cleared_by": "C Made-up Master",
    "date": "2 April 2012",
}


@pytest.fixture
def forms(made_up_returns: Path) -> Path:
    """A folder with the forms as they were sent out, empty of what the workspace's own returns have."""
    return send_out(made_up_returns / "back")


def put(folder: Path, name: str, entries: dict[str, str], source: str | None = None) -> None:
    path = folder / (source or name)
    (folder / name).write_bytes(fill(path.read_bytes(), entries))


def returned(root: Path, body: str) -> Return:
    return next(one for one in load_records(root / "data").returns_for(3) if one.body == body)


def files(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted((root / "data").rglob("*.yaml"))}


def test_the_call_makes_a_memo_and_a_form_for_each_department_asked(run: Run, made_up_returns: Path) -> None:
    ran = run("call", "3", "--marking", "MADE UP", cwd=made_up_returns)
    assert ran.out.split() == [
        "reports/call-3.docx",
        "reports/call-3.pdf",
        f"reports/{SIGNAL}",
        "reports/return-3-made-up-development-bureau.docx",
        f"reports/{COMMERCE}",
        "reports/return-3-made-up-pier-office.docx",
    ]
    assert "A memo and 4 forms." in ran.err


def test_the_memo_of_a_numbered_edition_is_no_draft(run: Run, made_up_returns: Path) -> None:
    ran = run("call", "3", "--edition", "1.0", cwd=made_up_returns)
    assert ran.out.split()[:2] == ["reports/call-3-1.0.docx", "reports/call-3-1.0.pdf"]
    memo = (made_up_returns / ran.out.split()[0]).read_bytes()
    text = " ".join(block.text for block in blocks_of(memo))
    assert "Please send the return by 2 April 2012, cleared by an officer of directorate rank." in text
    heads = [part.decode() for name, part in parts_of(memo).items() if "header" in name]
    assert any("Edition 1.0" in head for head in heads)
    assert not any("DRAFT" in head for head in heads)


def test_a_call_that_is_not_on_record_is_refused_with_the_lines_to_add(
    run: Run, made_up_returns: Path
) -> None:
    meeting = made_up_returns / "data" / "meetings" / "03.yaml"
    meeting.write_text(meeting.read_text().replace("call: {on: 2012-03-01, reply_by: 2012-04-02}\n", ""))
    ran = run("call", "3", cwd=made_up_returns)
    assert (ran.code, "U318" in ran.err, "call: {on: YYYY-MM-DD" in ran.err) == (2, True, True)


def test_forms_that_come_back_as_they_went_change_nothing(
    run: Run, made_up_returns: Path, forms: Path
) -> None:
    found = json.loads(run("collect", "back", "--json", "--yes", cwd=made_up_returns).out)
    assert [form["changes"] for form in found["forms"]] == [[], [], [], []]
    assert [form["unread"] for form in found["forms"]] == [[], [], [], []]
    assert found["written"] == []


def test_changes_are_shown_and_nothing_is_written_without_yes(
    run: Run, made_up_returns: Path, forms: Path
) -> None:
    put(forms, COMMERCE, ENTRIES)
    before = files(made_up_returns)
    ran = run("collect", "back", cwd=made_up_returns, columns=200)
    assert ran.code == 0
    assert "Item 2.2, Status: - -> In progress – on schedule" in ran.out
    assert "Item 2.2, buoys registered (buoys): - -> 1 200 as at 2012-03-31" in ran.out
    assert "The return as a whole, Date of the return: - -> 2012-04-02" in ran.out
    assert "Nothing was written." in ran.err
    assert files(made_up_returns) == before


def test_with_yes_the_return_is_written_as_the_department_meant_it(
    run: Run, made_up_returns: Path, forms: Path
) -> None:
    put(forms, COMMERCE, ENTRIES)
    assert run("collect", "back", "--yes", cwd=made_up_returns).code == 0
    one = returned(made_up_returns, "made-up-commerce-and-made-up-development-bureau")
    (entry,) = one.items
    assert entry.progress == ENTRIES["2_2_progress"]
    assert entry.status is ItemStatus.ON_SCHEDULE
    assert (entry.may_be_exchanged, entry.may_be_published, entry.raised) == (True, False, "may")
    assert [(figure.value, str(figure.as_at)) for figure in entry.figures] == [("1 200", "2012-03-31")]
    assert one.cleared is not None
    assert (one.cleared.by, str(one.cleared.on), one.is_cleared) == ("C Made-up Master", "2012-04-02", True)
    assert str(one.date) == "2012-04-02"
    assert run("check", cwd=made_up_returns).code == 0
    assert "nothing changes" in run("collect", "back", cwd=made_up_returns).out


def changed(root: Path, run: Run, entries: dict[str, str], source: str = COMMERCE) -> str:
    """Collect a form of the department again, with other entries; return what was told of it."""
    put(root / "back", COMMERCE, entries, source)
    return run("collect", "back", "--yes", cwd=root, columns=300).out


def test_a_clearance_is_not_carried_over_to_words_that_came_later(
    run: Run, made_up_returns: Path, forms: Path
) -> None:
    changed(made_up_returns, run, ENTRIES)
    body = "made-up-commerce-and-made-up-development-bureau"
    told = changed(made_up_returns, run, {"2_2_next_step": "Close it."})  # the same form, sent once more
    assert "void" in told
    assert "the words have changed since C Made-up Master cleared them, so the clearance is void" in told
    assert f"egci-report clear return 3 {body} --by POST" in " ".join(told.split())
    one = returned(made_up_returns, body)
    assert (one.is_cleared, one.is_void) == (False, True)
    assert "void" not in changed(made_up_returns, run, {"2_2_next_step": "Close it."})  # and a third time
    assert returned(made_up_returns, body).is_void
    changed(made_up_returns, run, {"2_2_next_step": "Close it.", "date": "5 April 2012"})
    assert returned(made_up_returns, body).is_cleared


def test_a_clearance_by_another_officer_is_of_the_words_that_came_with_it(
    run: Run, made_up_returns: Path, forms: Path
) -> None:
    changed(made_up_returns, run, ENTRIES)
    changed(made_up_returns, run, {"2_2_next_step": "Close it.", "cleared_by": "D Made-up Master"})
    one = returned(made_up_returns, "made-up-commerce-and-made-up-development-bureau")
    assert one.cleared is not None
    assert (one.cleared.by, one.is_cleared) == ("D Made-up Master", True)


def test_a_form_made_anew_asks_anew_who_cleared_it_and_when(run: Run, made_up_returns: Path) -> None:
    run("call", "3", cwd=made_up_returns)
    text = str(blocks_of((made_up_returns / "reports" / SIGNAL).read_bytes()))
    assert "A Made-up Clerk" in text
    assert "A Made-up Master" not in text
    back = made_up_returns / "back"
    back.mkdir()
    form = (made_up_returns / "reports" / SIGNAL).read_bytes()
    (back / SIGNAL).write_bytes(fill(form, {"1_2_next_step": "Raise it again."}))
    told = run("collect", "back", "--yes", cwd=made_up_returns, columns=300).out
    assert "the words have changed since A Made-up Master cleared them" in told
    one = returned(made_up_returns, "made-up-signal-office")
    assert (one.is_void, str(one.date)) == (True, "2012-03-30")


def test_who_cleared_a_return_of_no_day_is_told_of_and_not_taken(
    run: Run, made_up_returns: Path, forms: Path
) -> None:
    told = changed(made_up_returns, run, {key: text for key, text in ENTRIES.items() if key != "date"})
    assert "Cleared by: 'C Made-up Master', on no day: the date of the return is missing" in told
    one = returned(made_up_returns, "made-up-commerce-and-made-up-development-bureau")
    assert (one.cleared, one.date) == (None, None)


def test_what_was_there_is_never_lost(run: Run, made_up_returns: Path, forms: Path) -> None:
    path = made_up_returns / "data" / "returns" / "03" / "made-up-signal-office.yaml"
    before = path.read_text()
    blank = {"1_2_reason": "", "1_2_next_step": "Raise it again.", "1_1_f1_value": "", "1_1_f1_as_at": ""}
    put(forms, SIGNAL, blank)
    ran = run("collect", "back", "--yes", cwd=made_up_returns, columns=200)
    assert "kept" in ran.out
    assert "Item 1.2, Reason" in ran.out
    one = returned(made_up_returns, "made-up-signal-office")
    assert one.items[1].reason == "the made-up mast came late"
    assert one.items[1].next_step == "Raise it again."
    assert {figure.name for figure in one.items[0].figures} == {"lamps trimmed", "lamps broken"}
    kept = made_up_returns / "reports" / "kept" / "returns-03-made-up-signal-office (before 1).yaml"
    assert kept.read_text() == before
    put(forms, SIGNAL, {"1_2_next_step": "Once more."})
    run("collect", "back", "--yes", cwd=made_up_returns)
    assert kept.read_text() == before
    assert kept.with_name("returns-03-made-up-signal-office (before 2).yaml").exists()


def test_an_excuse_on_record_survives_the_form_that_comes_late(
    run: Run, made_up_returns: Path, forms: Path
) -> None:
    put(forms, "return-3-made-up-pier-office.docx", {"all_nil": "Yes", "date": "8 May 2012"})
    assert run("collect", "back", "--yes", cwd=made_up_returns).code == 0
    one = returned(made_up_returns, "made-up-pier-office")
    assert one.nil
    assert one.excused is not None


@pytest.mark.parametrize(
    ("field", "entry", "told"),
    [
        ("2_2_raised", "Surely", "'Surely' is none of: Certain, May be raised, Unlikely"),
        ("2_2_new_date", "soon", "'soon' is no date"),
        ("2_2_new_date", "31 June 2012", "there is no such day: 2012-06-31"),
        ("date", "April 2012", "2012-04 is no whole date"),
        ("date", "04/30/2012", "there is no such day: 2012-30-04"),
        ("2_2_f1_value", "many", "'many' is no number in figures"),
        ("2_2_exchange", "Perhaps", "'Perhaps' is none of: Yes, No"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_taken(
    run: Run, made_up_returns: Path, forms: Path, field: str, entry: str, told: str
) -> None:
    put(forms, COMMERCE, {**ENTRIES, field: entry})
    found = json.loads(run("collect", "back", "--json", cwd=made_up_returns).out)
    form = next(form for form in found["forms"] if form["file"] == COMMERCE)
    assert any(told in what for what in form["unread"]), form["unread"]
    assert any("Next step" in change["where"] for change in form["changes"])


def test_a_figure_without_its_day_is_not_taken(run: Run, made_up_returns: Path, forms: Path) -> None:
    put(forms, COMMERCE, {key: text for key, text in ENTRIES.items() if key != "2_2_f1_as_at"})
    found = json.loads(run("collect", "back", "--json", cwd=made_up_returns).out)
    form = next(form for form in found["forms"] if form["file"] == COMMERCE)
    assert form["unread"] == ["Item 2.2, figure 1: without as at: day, month and year"]


def test_a_form_that_contradicts_itself_is_refused_and_the_others_are_taken(
    run: Run, made_up_returns: Path, forms: Path
) -> None:
    put(forms, COMMERCE, {**ENTRIES, "2_2_status": "In progress – behind schedule"})
    put(forms, SIGNAL, {"1_2_next_step": "Raise it again."})
    ran = run("collect", "back", "--yes", cwd=made_up_returns, columns=200)
    assert ran.code == 1
    assert f"error[F709] {COMMERCE}: item 2.2 is behind-schedule, without a reason" in ran.err
    assert returned(made_up_returns, "made-up-signal-office").items[1].next_step == "Raise it again."
    assert not (made_up_returns / "data/returns/03" / f"{COMMERCE[9:-5]}.yaml").exists()


def test_a_form_of_another_plenary_or_department_is_refused(
    run: Run, made_up_returns: Path, forms: Path
) -> None:
    run("call", "2", "--out", "old", cwd=made_up_returns)
    shutil.copy(made_up_returns / "old" / "return-2-made-up-light-office.docx", forms)
    strange = (forms / SIGNAL).read_bytes()
    mark = controls_mark(strange)
    (forms / "strange.docx").write_bytes(with_mark(strange, mark, "0badc0de"))
    ran = run("collect", "back", cwd=made_up_returns, columns=200)
    assert ran.code == 1
    assert "error[F707] return-2-made-up-light-office.docx: the form is of plenary 2, and 3 is" in ran.err
    assert "error[F707] strange.docx: the form is of no department that was asked" in ran.err


def controls_mark(docx: bytes) -> str:
    marks = set()
    edited(docx, lambda root: marks.update(
        sdt.find(f"{W}sdtPr/{W}tag").attrib[f"{W}val"].split("_")[2] for sdt in controls(root).values()
    ))  # fmt: skip
    return marks.pop()


def with_mark(docx: bytes, old: str, new: str) -> bytes:
    parts = parts_of(docx)
    return packed({**parts, TEXT: parts[TEXT].replace(old.encode(), new.encode())})


def test_of_two_forms_of_one_department_neither_is_taken(
    run: Run, made_up_returns: Path, forms: Path
) -> None:
    put(forms, "second.docx", {"1_2_next_step": "Else."}, source=SIGNAL)
    before = files(made_up_returns)
    ran = run("collect", "back", "--yes", cwd=made_up_returns, columns=200)
    assert ran.code == 1
    assert ran.err.count("error[F708]") == 2
    assert files(made_up_returns) == before


def test_an_emptied_field_of_word_is_blank_and_an_odd_prompt_is_named(
    run: Run, made_up_returns: Path, forms: Path
) -> None:
    def prompt(text: str, name: str) -> None:
        def change(root: object) -> None:
            sdt = controls(root)[name]  # type: ignore[arg-type]
            typed(sdt, typed_run(text))
            properties = sdt.find(f"{W}sdtPr")
            properties.insert(3, properties.makeelement(f"{W}showingPlcHdr", {}))  # type: ignore[union-attr]

        (forms / COMMERCE).write_bytes(edited((forms / COMMERCE).read_bytes(), change))  # type: ignore[arg-type]

    put(forms, COMMERCE, ENTRIES)
    prompt("Click or tap here to enter text.", "2_2_next_step")
    prompt("Something else", "2_2_line")
    found = json.loads(run("collect", "back", "--json", cwd=made_up_returns).out)
    form = next(form for form in found["forms"] if form["file"] == COMMERCE)
    assert form["unread"] == [
        "Item 2.2, Line to take: Word takes 'Something else' for a prompt, not an entry"
    ]
    assert not any("Next step" in change["where"] for change in form["changes"])


def test_text_that_no_record_may_hold_is_refused(run: Run, made_up_returns: Path, forms: Path) -> None:
    put(forms, COMMERCE, {**ENTRIES, "2_2_next_step": "turned \u202e round"})
    ran = run("collect", "back", cwd=made_up_returns, columns=200)
    assert (ran.code, "error[F709]" in ran.err) == (1, True)


@pytest.mark.parametrize(
    "text", ["no", "- a list?", "a: b # c", "'", "2012-03-30", "{x}", "0x1f", "| >", "衞生"]
)
def test_any_text_comes_back_from_yaml_as_it_was_typed(
    run: Run, made_up_returns: Path, forms: Path, text: str
) -> None:
    put(forms, COMMERCE, {**ENTRIES, "2_2_next_step": text, "2_2_progress": f"{text}\n{text}"})
    assert run("collect", "back", "--yes", cwd=made_up_returns).code == 0
    (entry,) = returned(made_up_returns, "made-up-commerce-and-made-up-development-bureau").items
    assert (entry.next_step, entry.progress) == (text, f"{text}\n{text}")


def test_returns_in_other_formats_are_told_of_and_other_files_are_left_alone(
    run: Run, made_up_returns: Path, forms: Path
) -> None:
    (forms / SIGNAL).rename(forms / "SIGNAL.DOCX")
    for name in ("scanned.PDF", "old.doc", "list.xlsx", "~$open.docx", ".hidden.docx"):
        (forms / name).write_bytes(b"x")
    ran = run("collect", "back", cwd=made_up_returns, columns=200)
    assert "SIGNAL.DOCX: made-up-signal-office" in ran.out
    assert ran.code == 1
    told = [line for line in ran.err.splitlines() if line.startswith("error")]
    assert [line.split(": ")[0] for line in told] == [
        f"error[F701] {name}" for name in ("list.xlsx", "old.doc", "scanned.PDF")
    ]


def test_a_folder_without_forms_and_contrary_options_are_refused(
    run: Run, made_up_returns: Path, forms: Path
) -> None:
    (made_up_returns / "none").mkdir()
    assert "F706" in run("collect", "none", cwd=made_up_returns).err
    assert run("collect", "back", "--yes", "--dry-run", cwd=made_up_returns).code == 2
