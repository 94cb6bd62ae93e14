"""The commands that keep records: init, new meeting, schema."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from egci_reports.app.keeping.scaffold import next_period
from egci_reports.workspace import shipped
from tests.cli.conftest import Run

pytestmark = pytest.mark.slow


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A workspace of one's own with the shipped records."""
    shutil.copytree(shipped("data"), tmp_path / "real" / "data")
    return tmp_path / "real"


def test_init_copies_the_records_whole(run: Run, tmp_path: Path) -> None:
    ran = run("init", cwd=tmp_path)
    assert ran.code == 0
    assert ran.out == "data\n"
    assert files_of(tmp_path / "data") == files_of(shipped("data"))
    assert {path.name for path in tmp_path.iterdir()} == {"data"}
    assert ran.err.endswith("Next: egci-report check\n")


def test_init_makes_the_folder_it_is_given_and_copies_templates_on_demand(run: Run, tmp_path: Path) -> None:
    home = tmp_path / "new 香港" / "records"
    ran = run("init", str(home), "--templates", cwd=tmp_path)
    assert ran.code == 0
    assert files_of(home / "templates") == files_of(shipped("templates"))
    assert ran.out.splitlines() == [str(home / "data"), str(home / "templates")]
    assert str(home) in ran.err.splitlines()[-1]


def test_templates_can_be_added_to_a_workspace_that_is_there(run: Run, real: Path) -> None:
    """What it has is kept, changed or not, and only what it has not is copied."""
    own = real / "templates" / "theme.toml"
    own.parent.mkdir()
    own.write_text("# made up\n", encoding="utf-8")
    records = files_of(real / "data")
    ran = run("init", str(real), "--templates", cwd=real)
    assert ran.code == 0
    assert files_of(real / "data") == records
    shipped_ones = files_of(shipped("templates"))
    assert files_of(real / "templates") == {**shipped_ones, "theme.toml": b"# made up\n"}
    assert len(ran.out.splitlines()) == len(shipped_ones) - 1
    again = run("init", str(real), "--templates", cwd=real)
    assert (again.code, again.out) == (0, "")
    assert "All templates are there already" in again.err


def test_init_touches_nothing_that_is_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "mine.html").write_text("mine", "utf-8")
    ran = run("init", "--templates", cwd=tmp_path)
    assert ran.code == 2
    assert "Nothing was written." in ran.err
    assert list(files_of(tmp_path)) == ["templates/mine.html"]


def test_init_takes_an_empty_data_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert run("init", cwd=tmp_path).code == 0
    assert run("init", cwd=tmp_path).code == 2


def test_init_that_cannot_write_says_so_and_leaves_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    ran = run("init", str(tmp_path / "file" / "below"), cwd=tmp_path)
    assert ran.code == 4
    assert "error[W302]" in ran.err
    assert list(files_of(tmp_path)) == ["file"]


@pytest.mark.parametrize("command", [["new", "meeting"], ["schema"]], ids=" ".join)
def test_the_shipped_records_are_not_written_to(command: list[str], run: Run) -> None:
    before = files_of(shipped("data"))
    ran = run(*command)
    assert ran.code == 2
    assert "hint: make one with: egci-report init" in ran.err
    assert "Nothing was written." in ran.err
    assert files_of(shipped("data")) == before


def test_the_next_meeting_is_valid_as_it_stands_and_marks_what_it_proposes(real: Path, run: Run) -> None:
    warnings = run("check", cwd=real).out
    ran = run("new", "meeting", "21", cwd=real)
    path = real / "data" / "meetings" / "21.yaml"
    assert ran.code == 0, ran.err
    assert ran.out == f"{path}\n"
    assert "Proposed, to be confirmed: venue, hong_kong, guangdong." in ran.err
    checked = run("check", cwd=real)
    assert checked.code == 0
    assert checked.out == warnings
    text = path.read_text("utf-8")
    assert "venue: {city: Guangzhou}  # by turns" in text
    assert "reviewed: {unstated: not-recorded}" in text  # the 20th was planned for “the coming year”
    assert "planned: {unstated: not-recorded}" in text
    assert "- digital-policy-office" in text


def test_what_was_begun_is_shown_as_planned_and_proposed(real: Path, run: Run) -> None:
    run("new", "meeting", cwd=real)
    out = run("show", "21", cwd=real).out
    assert "planned, not yet held" in out
    assert "to be confirmed" in out
    assert "not yet recorded" in out
    assert "planned: Guangzhou" in run("list", cwd=real).out


def test_a_meeting_filled_in_as_its_comments_say_is_in_order(real: Path, run: Run) -> None:
    run("new", "meeting", cwd=real)
    path = real / "data" / "meetings" / "21.yaml"
    text = path.read_text("utf-8")
    text = re.sub(r"^(status|proposed): .*\n", "", text, flags=re.MULTILINE)
    text = text.replace("date: {unstated: not-recorded}", "date: 2026-10-14")
    text = text.replace("  listed: {unstated: not-recorded}\n", "").replace("said: ...", "said: 5")
    before, _, areas = text.partition("#   said")
    text = before + re.sub(
        r"^#( +)", lambda match: match.group(1)[1:], "#   said" + areas, flags=re.MULTILINE
    )
    text = text.replace("wording: ...", "wording: made-up words of the year")
    path.write_text(text, "utf-8")
    ran = run("check", cwd=real)
    assert "error[" not in ran.out
    assert "21.yaml" not in ran.out
    out = run("show", "21", cwd=real).out
    assert "Wednesday, 14 October 2026" in out
    assert "4. made-up words of the year" in out


def test_what_a_list_and_an_area_can_have_besides_stands_in_comments_that_are_right(
    real: Path, run: Run
) -> None:
    """Each comment with its mark taken away and a (made-up) value put in is in order, and is shown."""
    run("new", "meeting", cwd=real)
    path = real / "data" / "meetings" / "21.yaml"
    text = path.read_text("utf-8")
    text = text.replace("  listed: {unstated: not-recorded}\n", "").replace("said: ...", "said: 5")
    before, mark, areas = text.partition("#   said")
    areas = re.sub(r"^#( +)", lambda found: found.group(1)[1:], mark + areas, flags=re.MULTILINE)
    filled = before + areas
    assert "outcome: {unstated: not-recorded}  # not seen or noted: {unstated: not-seen, note: " in filled
    assert "  # open_because: ...  # why the list may not be whole, in your words" in filled
    for comment, line in (
        ("# verb: true", "verb: true"),
        ("      # sources: [ids]", "      sources: [egci-page]"),
        ("# grade: ...      #", "grade: machine-translation  #"),
        ("  #   - {body: ID, printed: ...}", "    - {body: marine-department, printed: Marine}"),
        ("  # others: [ids]", "  others: [gs1-hong-kong]"),
        ("  # hedge: ...", "  hedge: including"),
        ("  # grade: ...     #", "  grade: reported  #"),
    ):
        assert comment in filled
        filled = filled.replace(comment, line, 1)
    path.write_text(filled, "utf-8")
    ran = run("check", cwd=real)
    assert "error[" not in ran.out, ran.out
    out = run("show", "21", cwd=real).out
    assert "including" in out
    assert "Marine" in out
    assert "GS1" in out


def test_a_meeting_on_record_is_never_written_over(made_up: Path, run: Run) -> None:
    before = files_of(made_up)
    for number in ("1", "5"):
        ran = run("new", "meeting", number, cwd=made_up)
        assert ran.code == 2
        assert "on record already" in ran.err
        assert "egci-report new meeting" in ran.err
    assert run("new", "meeting", "9", cwd=made_up).code == 2
    assert files_of(made_up) == before


@pytest.mark.parametrize("number", ["0", "twenty", "1000", "2.5", "２０"])
def test_a_number_that_is_none_is_refused_in_plain_words(number: str, made_up: Path, run: Run) -> None:
    ran = run("new", "meeting", number, cwd=made_up)
    assert ran.code == 2
    assert "is no number of a plenary: write it in figures, for example 20" in ran.err


def test_a_file_that_is_in_the_way_is_left_alone(made_up: Path, run: Run) -> None:
    (made_up / "data" / "meetings" / "06.yaml").mkdir()
    ran = run("new", "meeting", cwd=made_up)
    assert ran.code != 0
    assert "Nothing was written." in ran.err
    assert (made_up / "data" / "meetings" / "06.yaml").is_dir()


def test_a_number_missing_in_between_can_be_entered(real: Path, run: Run) -> None:
    (real / "data" / "meetings" / "19.yaml").unlink()
    ran = run("new", "meeting", "19", cwd=real)
    assert ran.code in (0, 1)


def test_after_a_merger_the_successor_is_proposed(made_up: Path, run: Run) -> None:
    for number in ("04", "05"):
        (made_up / "data" / "meetings" / f"{number}.yaml").unlink()
    third = (made_up / "data" / "meetings" / "03.yaml").read_text("utf-8")
    assert "made-up-lamp-office" in third
    ran = run("new", "meeting", cwd=made_up)
    if ran.code == 0:
        text = Path(ran.out.strip()).read_text("utf-8")
        assert "- made-up-signal-office" in text
        assert "- made-up-lamp-office" not in text


@pytest.mark.parametrize(
    ("period", "following"),
    [
        ("2012", "2013"),
        ("2023-24", "2024-25"),
        ("1999-00", "2000-01"),
        ("2098-99", "2099-00"),
        ("the coming year", None),
    ],
)
def test_a_period_is_followed_by_one_of_its_own_form(period: str, following: str | None) -> None:
    assert next_period(period) == following


def test_schema_writes_what_has_changed_and_tells_when_nothing_has(real: Path, run: Run) -> None:
    assert run("schema", cwd=real).out == ""
    (real / "data" / "schema" / "meeting.json").unlink()
    assert run("schema", cwd=real).out == f"{real / 'data' / 'schema' / 'meeting.json'}\n"
    assert files_of(real / "data" / "schema") == files_of(shipped("data") / "schema")


def test_the_next_meeting_carries_over_what_goes_on_and_none_of_its_words(
    made_up_returns: Path, run: Run
) -> None:
    """Items, bodies, areas and recipients are carried over; words of last year stand in comments."""
    listed = made_up_returns / "data" / "distribution.yaml"
    listed.write_text("as_at: 2012-06-01\nrecipients:\n  - body: made-up-signal-office\n", "utf-8")
    ran = run("new", "meeting", "4", cwd=made_up_returns)
    assert ran.code == 0, ran.err
    assert "Recipients for the 4th to be confirmed: data/distribution.yaml is as at 1 June 2012." in ran.err
    path = made_up_returns / "data" / "meetings" / "04.yaml"
    text = path.read_text("utf-8")
    said = [line for line in text.splitlines() if not line.startswith("#") and "# " not in line]
    assert not [line for line in said if "lamps" in line.casefold() or "buoys" in line.casefold()]
    assert '#   - item: "1.1"  # last time: Light the made-up quay (by April 2013)' in text
    assert "#     lead: made-up-signal-office" in text
    assert '#     continues: "2.1"' in text
    assert "#     text: ..." in text
    assert "#    - Made-up Signal Office (MSO)" in text


def test_the_plan_carried_over_is_in_order_once_it_is_worded(made_up_returns: Path, run: Run) -> None:
    run("new", "meeting", "4", cwd=made_up_returns)
    path = made_up_returns / "data" / "meetings" / "04.yaml"
    text = path.read_text("utf-8")
    head, _, plan = text.partition("# work_plan:")
    plan, _, rest = plan.partition("sources:")
    plan = re.sub(r"^#( +)", lambda match: match.group(1)[1:], "# work_plan:" + plan, flags=re.MULTILINE)
    plan = plan.replace("# work_plan:", "work_plan:").replace("text: ...", "text: made-up words of the year")
    areas = "listed: [{wording: Made-up lamps, threads: [lamps]}, {wording: Made-up buoys, threads: [buoys]}]"
    head = head.replace("listed: {unstated: not-recorded}", areas)
    path.write_text(f"{head}{plan}sources:{rest}", "utf-8")
    ran = run("check", cwd=made_up_returns)
    assert "error[" not in ran.out, ran.out
