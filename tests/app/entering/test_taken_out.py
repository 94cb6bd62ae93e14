"""Forms of plenaries: what was only proposed and is emptied, and what is taken out by a word (made up)."""

from __future__ import annotations

import pytest

from egci_reports.app.collecting.baseline import baseline_of
from egci_reports.app.entering.meeting_form import meeting_form
from egci_reports.records.facts import Unstated, UnstatedReason, settled
from egci_reports.records.meetings import Meeting
from egci_reports.records.sources import Reading
from tests.app.entering.conftest import Office
from tests.loading import load_records

pytestmark = pytest.mark.slow

NEXT = {"status": "To come", "city": "Made-up Harbour City"}


def meeting(office: Office, number: int) -> Meeting:
    found = load_records(office.root / "data").meeting(number)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("entered", "reason", "said"),
    [
        ("", UnstatedReason.NOT_RECORDED, ""),
        ("not stated", UnstatedReason.NOT_STATED, "Touched on and left open"),
    ],
)
def test_a_period_that_was_proposed_and_that_no_source_states_is_not_entered(
    office: Office, entered: str, reason: UnstatedReason, said: str
) -> None:
    office.returned(office.form("meeting", 4), {**NEXT, "planned": entered})
    form = office.one(yes=True)
    assert not any("Period planned" in one for one in form.kept)
    (change,) = (one for one in form.changes if one.where == "The meeting, Period planned for, as printed")
    assert change.new == said
    made = meeting(office, 4)
    assert isinstance(made.planned, Unstated)
    assert made.planned.unstated is reason
    assert "planned" not in made.proposed


@pytest.mark.parametrize("word", ["none", "-", "None"])
def test_a_wrong_entry_is_taken_out_by_a_word(office: Office, word: str) -> None:
    office.returned(office.form("meeting", 3), {"hk2_body": word, "reviewed": word})
    form = office.one(yes=True)
    assert {(one.where, one.new) for one in form.changes} == {
        ("The meeting, Period reviewed, as printed", ""),
        ("Hong Kong delegation, Department or bureau 2", ""),
    }
    made = meeting(office, 3)
    listed = settled(made.hong_kong)
    assert listed is not None
    assert [one.body for one in listed.bodies] == ["made-up-signal-office", "made-up-pier-office"]
    assert isinstance(made.reviewed, Unstated)


def test_the_form_says_how_an_entry_is_taken_out(office: Office) -> None:
    told = " ".join(meeting_form(baseline_of(office.workspace), 4).introduction)
    assert "enter none, or a hyphen (-)" in told


def test_how_much_was_read_of_a_source_known_by_its_address_is_written(office: Office) -> None:
    source = next(one for one in load_records(office.root / "data").sources.values() if one.url)
    assert source.read is Reading.WHOLE
    entries = {
        "source501_title": "another title",
        "source501_url": source.url or "",
        "source501_read": "First part only",
    }
    office.returned(office.form("meeting", 4), {**NEXT, **entries})
    form = office.one(yes=True)
    assert ("Sources, Source 1, How much was read", "", "First part only") in {
        (one.where, one.old, one.new) for one in form.changes
    }
    after = load_records(office.root / "data").sources
    assert after[source.id].read is Reading.FIRST_PART
    assert after[source.id].title == source.title
    assert any(f"'another title' is on record as {source.title!r}" in one for one in form.understood)
    assert meeting(office, 4).sources == (source.id,)
    assert office.one().changes == ()
