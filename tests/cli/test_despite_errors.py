"""One error does not hide what else can be shown; the mistakes in the records here are made up."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from egci_reports.app.records import readable
from egci_reports.workspace import find_workspace, shipped
from tests.cli.conftest import Run

pytestmark = pytest.mark.slow


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A workspace with a misspelt field in the 20th, and a person that nobody has in the 19th."""
    shutil.copytree(shipped("data"), tmp_path / "data")
    _put(tmp_path, "20", "mode: in-person", "mod: in-person")
    _put(tmp_path, "19", "person: tony-wong, verb", "person: tony-wang, verb")
    return tmp_path


def _put(root: Path, number: str, old: str, new: str) -> None:
    path = root / "data" / "meetings" / f"{number}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        ("show 18", "18th Plenary Meeting"),
        ("list", "26 September 2023"),
        ("list bodies", "Marine Department"),
        ("conflicts", "Memorandum of Understanding"),
        ("status", "Areas without thread"),
        ("diff 2022 2023", "18th, 26 September 2023"),
        ("actions", ""),
    ],
)
def test_what_does_not_hang_on_the_errors_is_shown_and_they_are_told(
    run: Run, wrong: Path, command: str, shown: str
) -> None:
    ran = run(*command.split(), cwd=wrong)
    assert ran.code == 1
    assert shown in ran.out
    assert "no person with the id 'tony-wang'" in ran.err
    assert "unknown field 'mod'" in ran.err
    assert "Left out: meetings/19" in ran.err


def test_what_is_left_out_is_not_called_absent(run: Run, wrong: Path) -> None:
    ran = run("show", "19", cwd=wrong)
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.endswith("It may be among what is left out: mend that first.\n")


def test_a_record_that_is_wrong_in_itself_is_shown_all_the_same(run: Run, tmp_path: Path) -> None:
    """Five areas listed where six are said is an error, and no reason to hide the five."""
    shutil.copytree(shipped("data"), tmp_path / "data")
    _put(tmp_path, "20", "  said: 5", "  said: 6")
    ran = run("show", "20", cwd=tmp_path)
    assert ran.code == 1
    assert "20th Plenary Meeting" in ran.out
    assert "smart city cluster" in ran.out
    assert "the text states 6 areas, 5 are listed" in ran.err


def test_notes_of_a_plenary_that_name_nobody_on_record_are_left_out(made_up: Path) -> None:
    notes = made_up / "data" / "records" / "04.yaml"
    notes.parent.mkdir()
    notes.write_text(
        "# MADE UP\nplenary: 4\npresent:\n  - {body: nobody, name: A Person, role: member}\n", "utf-8"
    )
    found = readable(find_workspace(made_up, made_up))
    assert (found.left_out, found.records.notes) == (("records/04",), ())


def test_a_paper_is_not_made_from_wrong_records(run: Run, wrong: Path) -> None:
    ran = run("annual", "2018", cwd=wrong)
    assert ran.code == 1
    assert not (wrong / "reports").exists()


def test_with_json_the_result_is_whole_and_the_errors_are_json_beside_it(run: Run, wrong: Path) -> None:
    ran = run("list", "--json", cwd=wrong)
    assert [row["no"] for row in json.loads(ran.out)] == list(range(1, 19))
    told = json.loads(ran.err)
    assert told["left_out"] == ["meetings/19"]
    assert told["errors"] == 2
    assert {one["file"] for one in told["findings"]} == {"data/meetings/19.yaml", "data/meetings/20.yaml"}


@pytest.mark.parametrize(
    ("command", "code", "says"),
    [
        ("show nothing-of-this-name", "U301", "nothing on record is called"),
        ("list nonsense", "U303", "nonsense"),
        ("trace annual-1999 1", "U210", "no plenary of 1999"),
        ("verify no-such-file.pdf", "U310", "no such file"),
        ("who-has annual-2024", "U407", "went out"),
        ("list --nonsense", None, "No such option"),
        ("annual", None, "Missing argument"),
        ("nonsense", None, "No such command"),
    ],
)
def test_errors_are_json_wherever_it_is_asked_for(
    run: Run, command: str, code: str | None, says: str
) -> None:
    ran = run(*command.split(), "--json")
    assert ran.code == 2
    told = json.loads(ran.out)
    assert told["errors"] == 1
    (finding,) = told["findings"]
    assert finding["code"] == code
    assert says in finding["message"]
    assert finding["hint"]


def test_check_of_a_file_as_json_has_what_is_wrong_in_it_alone(run: Run, wrong: Path) -> None:
    ran = run("check", "meetings/20.yaml", "--json", cwd=wrong)
    assert ran.code == 1
    told = json.loads(ran.out)
    assert [(one["code"], one["file"], one["line"]) for one in told["findings"]] == [
        ("R102", "data/meetings/20.yaml", 8)
    ]
    assert (told["errors"], told["warnings"], told["acknowledged"]) == (1, 0, 0)
    sound = run("check", "meetings/18.yaml", "--json", cwd=wrong)
    assert (sound.code, json.loads(sound.out)["findings"]) == (0, [])


@pytest.mark.parametrize(
    ("renamed", "hint"), [("grup.yaml", "rename data/grup.yaml"), (None, "put data/group.yaml")]
)
def test_records_without_their_group_are_not_passed_over(
    run: Run, tmp_path: Path, renamed: str | None, hint: str
) -> None:
    """Otherwise the shipped records would be shown in their place without a word."""
    shutil.copytree(shipped("data"), tmp_path / "data")
    group = tmp_path / "data" / "group.yaml"
    group.unlink() if renamed is None else group.rename(group.with_name(renamed))
    below = tmp_path / "drafts"
    below.mkdir()
    for folder in (tmp_path, below):
        ran = run("list", cwd=folder)
        assert (ran.code, ran.out) == (2, "")
        assert "error[U204]" in ran.err
        assert hint in ran.err
