"""`new return`, `actions` and `status`: what an officer reads and finds in the files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.loading import load_records

RETURN = Path("data/returns/03/made-up-signal-office.yaml")


def begun(run: Run, root: Path, body: str = "made-up-signal-office") -> str:
    path = root / "data" / "returns" / "03" / f"{body}.yaml"
    path.unlink(missing_ok=True)
    ran = run("new", "return", "3", body, cwd=root)
    assert ran.code == 0, ran.err
    assert ran.out.strip() == str(path)
    return path.read_text("utf-8")


def test_a_return_is_begun_with_the_departments_own_items(run: Run, made_up_returns: Path) -> None:
    text = begun(run, made_up_returns)
    assert [line.split('"')[1] for line in text.splitlines() if "- item:" in line] == ["1.1", "1.2"]
    assert "Trim the lamps of the made-up pier" in text
    assert "Count the buoys" not in text


def test_a_body_whose_name_ends_as_anothers_gets_its_own_items_only(run: Run, made_up_returns: Path) -> None:
    bureau = "made-up-commerce-and-made-up-development-bureau"
    assert 'item: "2.2"' in begun(run, made_up_returns, bureau)
    assert 'item: "2.1"' not in begun(run, made_up_returns, bureau)
    assert 'item: "2.2"' not in begun(run, made_up_returns, "made-up-development-bureau")


def test_the_last_entry_is_a_comment_and_never_this_years_text(run: Run, made_up_returns: Path) -> None:
    text = begun(run, made_up_returns)
    assert "  #   progress: The lamps were trimmed twice.\n" in text
    (one,) = [r for r in load_records(made_up_returns / "data").returns_for(3) if "signal" in r.body]
    assert one.date is None
    assert not any(entry.is_begun for entry in one.items)
    assert run("check", cwd=made_up_returns).code == 0


def test_a_return_is_never_written_over(run: Run, made_up_returns: Path) -> None:
    before = (made_up_returns / RETURN).read_bytes()
    ran = run("new", "return", "3", "MSO", cwd=made_up_returns)
    assert (ran.code, "U311" in ran.err) == (2, True)
    assert (made_up_returns / RETURN).read_bytes() == before


@pytest.mark.parametrize(
    ("number", "body", "code", "hint"),
    [
        ("3", "made-up-light-office", "U316", "egci-report new return 3 made-up-signal-office"),
        ("3", "made-up-delta-department", "U316", "egci-report list bodies"),
        ("3", "no-such-office", "U301", "did you mean"),
        ("4", "made-up-signal-office", "U315", "egci-report new meeting 4"),
        ("1", "made-up-signal-office", "U315", "no items and no areas"),
    ],
)
def test_what_cannot_be_begun_is_refused_with_what_to_do(
    run: Run, made_up_returns: Path, number: str, body: str, code: str, hint: str
) -> None:
    ran = run("new", "return", number, body, cwd=made_up_returns)
    assert ran.code == 2
    assert f"error[{code}]" in ran.err
    assert hint in ran.err
    assert "Nothing was written." in ran.err


def test_actions_are_listed_overdue_first_with_how_late_they_are(run: Run, made_up_returns: Path) -> None:
    ran = run("actions", "--as-of", "2012-12-01", cwd=made_up_returns, columns=160)
    rows = [line.split("  ")[0] for line in ran.out.splitlines() if line[:2].isdigit()]
    assert rows == ["01-02", "02-02", "03-01"]
    assert "overdue by 397 days" in ran.out
    assert "Closed and not shown: 2" in ran.err


def test_actions_without_a_day_stand_at_the_last_day_of_the_records(run: Run, made_up_returns: Path) -> None:
    found = json.loads(run("actions", "--json", "--all", cwd=made_up_returns).out)
    assert found["as_at"] == "2012-05-09"
    assert [(line["number"], line["state"]) for line in found["actions"]] == [
        ("01-02", "overdue"),
        ("02-02", "open"),
        ("03-01", "open"),
        ("01-01", "closed"),
        ("02-01", "closed"),
    ]


def test_an_action_closed_later_is_open_at_an_earlier_standpoint(run: Run, made_up_returns: Path) -> None:
    found = json.loads(run("actions", "--as-of", "2012-04-01", "--json", cwd=made_up_returns).out)
    assert [(line["number"], line["state"]) for line in found["actions"]] == [
        ("01-02", "overdue"),
        ("02-02", "open"),
        ("02-01", "done"),
    ]


def test_actions_of_one_body_are_those_it_answers_for(run: Run, made_up_returns: Path) -> None:
    found = json.loads(run("actions", "--for", "MLO", "--all", "--json", cwd=made_up_returns).out)
    assert {line["owner"] for line in found["actions"]} == {"made-up-signal-office"}
    found = json.loads(run("actions", "--for", "MDB", "--all", "--json", cwd=made_up_returns).out)
    assert [line["number"] for line in found["actions"]] == ["01-02"]


def test_the_shipped_records_have_no_action_and_say_so(run: Run) -> None:
    ran = run("actions")
    assert (ran.code, ran.out) == (0, "")
    assert "No action is on record." in ran.err


def test_status_shows_on_one_screen_what_is_open(run: Run, made_up_returns: Path) -> None:
    ran = run("status", "--as-of", "2012-12-01", cwd=made_up_returns)
    assert len(ran.out.splitlines()) < 34
    screen = " ".join(ran.out.split())
    for part in (
        "late by 243 days Made-up Commerce and Made-up Development Bureau (MCMDB): 1 item, due 2 April 2012",
        "Made-up Development Bureau (MDB): received 2 April 2012",
        "late by 62 days 02-02 Name a contact for fog (Made-up Pier Office (MPO)), due 30 September 2012",
        "2013-01-31: action 03-01 is due",
    ):
        assert part in screen
    assert "Made-up Signal Office" not in ran.out
    assert "Pier Office (MPO): 1 item" not in ran.out


def test_status_tells_of_a_new_plenary_what_waits_for_an_officer(run: Run, made_up_returns: Path) -> None:
    run("new", "meeting", cwd=made_up_returns)
    found = json.loads(run("status", "--json", cwd=made_up_returns).out)
    topics = {topic["name"]: [entry["text"] for entry in topic["open"]] for topic in found["topics"]}
    assert "plenary 4: date" in topics["Officer's fields empty"]
    assert "plenary 4: venue is proposed, not confirmed" in topics["Officer's fields empty"]


def test_status_of_the_shipped_records_names_the_open_dispute(run: Run) -> None:
    ran = run("status")
    assert ran.code == 0
    assert "plenary 19: venue" in ran.out


def test_the_sheet_of_a_plenary_shows_its_plan_its_call_what_came_and_its_actions(
    run: Run, made_up_returns: Path
) -> None:
    told = run("show", "3", cwd=made_up_returns).out
    for part in (
        "1.1 Light the made-up quay (Made-up Signal Office (MSO), by April 2013)",
        "1 March 2012, for replies by 2 April 2012",
        "Made-up Development Bureau (MDB): of 2 April 2012, not cleared",
        "Made-up Pier Office (MPO): excused",
        "03-01 Compare the two registers (due 31 January 2013)",
        "3 brought forward, 1 new, 1 closed, 3 carried forward",
    ):
        assert part in told
