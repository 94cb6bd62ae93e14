"""Forms of plenaries that contradict themselves or the record, and what is not on record (made up)."""

from __future__ import annotations

import pytest

from egci_reports.records.facts import settled
from tests.app.entering.conftest import Office
from tests.loading import load_records

pytestmark = pytest.mark.slow

NEXT = {"status": "To come", "city": "Made-up Harbour City"}
HELD = {"status": "Held", "date": "8 May 2013", "city": "Made-up Harbour City"}


def refused(office: Office, entries: dict[str, str]) -> list[str]:
    office.returned(office.form("meeting", 4), entries)
    found = office.collection()
    assert found.forms == ()
    assert {one.code for one in found.refused} == {"F709"}
    return [one.message for one in found.refused]


def test_touched_on_and_left_open_beside_the_words_of_the_outcome_is_refused(office: Office) -> None:
    words = {"outcome_silent": "Touched on and left open", "outcome_verb": "endorsed", "outcome_words": "it"}
    (message,) = refused(office, {**HELD, **words})
    assert "Outcome: 'If the sources do not say: why' says that the sources do not say it" in message
    assert "leave 'Nothing is recorded' standing" in message


def test_a_plenary_to_come_with_an_outcome_is_refused(office: Office) -> None:
    (message,) = refused(office, {**NEXT, "outcome_verb": "endorsed", "outcome_words": "endorsed the plan"})
    assert "plenary 4 is to come, but its outcome is on record" in message


def test_a_subject_that_is_judged_to_be_the_same_needs_its_reason_by_the_words_of_the_form(
    office: Office,
) -> None:
    thread = next(iter(load_records(office.root / "data").threads.values())).name
    area = {"area501_wording": "Lamps", "area501_thread": thread, "area501_grade": "Judged to be the same"}
    (message,) = refused(office, {**HELD, **area})
    assert "Areas of co-operation, Area 1, How surely it is that subject: 'Judged to be the same' " in message
    assert "needs an answer under 'Why'" in message


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("MSO", None), ("Signal Office", None), ("Made-up Office of Lamps", "Made-up Office of Lamps")],
)
def test_a_name_that_is_none_on_record_is_kept_as_printed(
    office: Office, typed: str, printed: str | None
) -> None:
    office.returned(office.form("meeting", 3), {"hk1_printed": "Made-up Office of Lamps"})
    office.one(yes=True)
    office.returned(office.form("meeting", 4), {**NEXT, "date": "8 May 2013", "hk1_body": typed})
    form = office.one(yes=True)
    made = load_records(office.root / "data").meeting(4)
    assert made is not None
    listed = settled(made.hong_kong)
    assert listed is not None
    assert (listed.bodies[0].body, listed.bodies[0].printed) == ("made-up-signal-office", printed), (
        form.unread
    )
