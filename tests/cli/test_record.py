"""The record of a plenary: filled in in Word, collected, issued; and its actions. All words are made up."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from egci_reports.cli import main
from egci_reports.records.records import Records
from tests.cli.conftest import Run
from tests.conformance.required import require
from tests.conftest import RETURNS
from tests.forms.drafting import fields, fill_in
from tests.forms.filling import saved_by_libreoffice
from tests.loading import load_records
from tests.parity import assert_same_words
from tests.readers.word import blocks_of

pytestmark = pytest.mark.slow

NOTES = "records/03#"
WORD = ("--format", "word")
ENTRIES = {
    f"{NOTES}time": "10:00 am to noon",
    f"{NOTES}place": "Lamp Hall",
    f"{NOTES}author": "A Made-up Clerk",
    f"{NOTES}date": "10 May 2012",
    f"{NOTES}present/+": "Ms Ada Made-Up; Made-up Signal Master; Made-up Signal Office; head\n"
    "Mr Emil Made-Up; Director of Light; Made-up Delta Department",
    f"{NOTES}items/0/reported": "The head welcomed the Delta side.",
    f"{NOTES}items/1/agreed": "The two sides agreed to light the quay.\nnoted the count of buoys",
    f"{NOTES}items/1/own": "MARKER-OWN Do not press.",
    f"{NOTES}actions/+": "Order the glass; Made-up Signal Office; 31 August 2012",
    f"{NOTES}next_meeting": "In the Delta, in spring 2013",
}


@pytest.fixture(scope="module")
def sent_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up workspace before anybody has counted the actions of its last plenary, whose draft is made.

    Tests copy it.
    """
    root = tmp_path_factory.mktemp("sent")
    shutil.copytree(RETURNS / "data", root / "data")
    path = root / "data/meetings/03.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "action_count" not in line), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        assert main(["record", "3", *WORD, "--quiet"]) == 0
    return root


@pytest.fixture
def root(sent_out: Path, tmp_path: Path) -> Path:
    """That workspace, to be changed at will."""
    return Path(shutil.copytree(sent_out, tmp_path / "ws"))


@pytest.fixture
def draft(root: Path) -> bytes:
    return (root / "reports/record-3.docx").read_bytes()


def records(root: Path) -> Records:
    return load_records(root / "data")


def back(root: Path, docx: bytes) -> None:
    folder = root / "back"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "record.docx").write_bytes(docx)


def collected(run: Run, root: Path, docx: bytes, *options: str) -> str:
    back(root, docx)
    ran = run("collect", "back", *options, cwd=root)
    assert ran.code == 0, ran.err
    return " ".join(ran.out.split())


def text_of(path: Path) -> str:
    return " ".join(" ".join([block.text, *map(str, block.rows)]) for block in blocks_of(path.read_bytes()))


def test_the_notes_come_back_and_the_next_draft_has_them(run: Run, root: Path, draft: bytes) -> None:
    collected(run, root, fill_in(draft, ENTRIES), "--yes")
    notes = records(root).notes_of(3)
    assert (notes.time, notes.place) == ("10:00 am to noon", "Lamp Hall")
    assert [(one.name, one.role.value) for one in notes.present] == [
        ("Ms Ada Made-Up", "head"),
        ("Mr Emil Made-Up", "member"),
    ]
    assert [(one.verb, one.text) for one in notes.items[1].agreed] == [
        ("agreed", "to light the quay."),
        ("noted", "the count of buoys"),
    ]
    assert run("check", cwd=root).code == 0
    assert run("record", "3", cwd=root).code == 0
    built = (root / "reports/record-3.docx", root / "reports/record-3.pdf")
    assert_same_words(*(path.read_bytes() for path in built))
    again = fields(built[0].read_bytes())
    assert "".join(again[f"{NOTES}place"].itertext()) == "Lamp Hall"


@pytest.mark.thorough
def test_the_draft_that_libreoffice_saved_is_read_alike(
    run: Run, root: Path, draft: bytes, tmp_path: Path
) -> None:
    """The same entries come back by LibreOffice in `test_whole_year` each time."""
    require(shutil.which("soffice") is not None, "LibreOffice is not installed")
    (tmp_path / "office").mkdir()
    filled = fill_in(draft, ENTRIES)
    saved = saved_by_libreoffice({"filled.docx": filled}, tmp_path / "office")["filled.docx"]
    assert collected(run, root, saved) == collected(run, root, filled)


def test_actions_get_the_next_numbers_and_no_action_twice(run: Run, root: Path, draft: bytes) -> None:
    before = [one.id for one in records(root).actions if one.raised_at == 3]
    filled = fill_in(draft, {f"{NOTES}actions/+": ENTRIES[f"{NOTES}actions/+"]})
    collected(run, root, filled, "--yes")
    new = [one for one in records(root).actions if one.raised_at == 3 and one.id not in before]
    assert [one.id for one in new] == [f"03-{len(before) + 1:02d}"]
    assert (new[0].text, new[0].owner, str(new[0].due)) == (
        "Order the glass",
        "made-up-signal-office",
        "2012-08-31",
    )
    text = (root / "data/actions.yaml").read_text("utf-8")
    assert text.startswith("# MADE UP: actions that nobody agreed.")
    assert "nothing changes" in collected(run, root, filled, "--yes")
    assert (root / "data/actions.yaml").read_text("utf-8") == text


def test_a_count_of_actions_on_record_is_mended_with_the_new_action_and_told(
    run: Run, made_up_returns: Path
) -> None:
    old = records(made_up_returns).meetings[2].action_count
    assert old is not None
    assert run("record", "3", *WORD, cwd=made_up_returns).code == 0
    docx = (made_up_returns / "reports/record-3.docx").read_bytes()
    filled = fill_in(docx, {f"{NOTES}actions/+": ENTRIES[f"{NOTES}actions/+"]})
    said = collected(run, made_up_returns, filled, "--yes")
    assert f"Count of the actions: new: {old.new}, carried forward: {old.carried_forward}" in said
    new = records(made_up_returns).meetings[2].action_count
    assert new is not None
    assert (new.new, new.carried_forward) == (old.new + 1, old.carried_forward + 1)
    assert run("check", cwd=made_up_returns).code == 0
    assert "nothing changes" in collected(run, made_up_returns, filled, "--yes")


def test_what_was_agreed_keeps_its_own_verb_or_is_told(run: Run, root: Path, draft: bytes) -> None:
    entries = {**ENTRIES, f"{NOTES}items/1/agreed": "Lamps will be lit"}
    said = collected(run, root, fill_in(draft, entries))
    assert "'Lamps will be lit' does not begin with what was done" in said


def test_the_joint_record_has_nothing_of_our_own(run: Run, root: Path, draft: bytes) -> None:
    collected(run, root, fill_in(draft, ENTRIES), "--yes")
    assert run("record", "3", "--for", "joint", *WORD, cwd=root).code == 0
    path = root / "reports/record-3-joint.docx"
    text = text_of(path)
    assert "to light the quay" in text
    assert "Order the glass" in text
    assert "MARKER-OWN" not in text
    assert "A Made-up Clerk" not in text
    assert not any(address.endswith("/own") for address in fields(path.read_bytes()))


def test_a_numbered_edition_waits_for_the_notes_and_their_clearance(
    run: Run, root: Path, draft: bytes
) -> None:
    ran = run("record", "3", "--edition", "1.0", *WORD, cwd=root)
    assert ran.code == 6
    assert "the notes do not say who was there" in ran.err
    collected(run, root, fill_in(draft, ENTRIES), "--yes")
    ran = run("record", "3", "--edition", "1.0", *WORD, cwd=root)
    assert ran.code == 6
    assert "the notes are not cleared" in ran.err
    cleared = ("clear", "record", "3", "notes", "--by", "The Made-up Signal Master", "--on", "2012-05-12")
    assert run(*cleared, cwd=root).code == 0
    assert run("record", "3", "--edition", "1.0", *WORD, cwd=root).code == 0
    path = root / "reports/record-3-1.0.docx"
    assert fields(path.read_bytes()) == {}
    assert "The two sides agreed to light the quay." in text_of(path)


def test_an_action_is_closed_carried_over_and_given_a_date_by_decision_only(run: Run, root: Path) -> None:
    signed = ("--by", "the plenary", "--on", "2012-05-09", "--reason", "as reported")
    assert run("actions", "02-02", "--close", "paragraph 7", cwd=root).code == 2
    assert run("actions", "02-02", "--close", "paragraph 7", *signed, cwd=root).code == 2
    assert run("actions", "02-02", "--carry", "--at", "3", *signed, cwd=root).code == 0
    moved = ("--due", "2012-12-31", "--by", "MPO", "--on", "2012-06-01", "--reason", "no fog in summer")
    assert run("actions", "02-02", *moved, cwd=root).code == 0
    action = next(one for one in records(root).actions if one.id == "02-02")
    assert (str(action.due), str(action.due_now)) == ("2012-09-30", "2012-12-31")
    assert [(one.meeting, one.by, str(one.on), one.reason) for one in action.carried_over] == [
        (3, "the plenary", "2012-05-09", "as reported")
    ]
    assert "2012-12-31" in run("actions", cwd=root).out
    said = " ".join(run("show", "2", cwd=root).out.split())
    assert "02-02 Name a contact for fog (due 31 December 2012" in said.replace("\u00a0", " ")
    closed = run("actions", "02-01", "--close", "paragraph 7", "--at", "3", *signed, cwd=root)
    assert closed.code == 2
    assert "was closed at plenary" in closed.err
    assert (
        "no action 09-09 on record" in run("actions", "09-09", "--carry", "--at", "3", *signed, cwd=root).err
    )
