"""Who answers for what, and a list of actions that balances whatever happens to it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.analysis.actions import ActionState, actions_on, followed_up
from egci_reports.analysis.position import position_of
from egci_reports.analysis.returns import entry_before, items_of, returns_on
from egci_reports.analysis.returns_report import ItemState
from egci_reports.records.actions import Action, ActionStatus, Closing, ProgressNote
from egci_reports.records.bodies import Body
from egci_reports.records.owners import owner_on
from egci_reports.records.records import Records, action_count
from tests.conftest import REAL, RETURNS
from tests.loading import load_records


@pytest.fixture(scope="module")
def records() -> Records:
    return load_records(Path(RETURNS) / "data")


def body(key: str, **more: object) -> Body:
    fields = {"id": key, "side": "hong-kong", "kind": "bureau", "names": [{"name": key}]}
    return Body.model_validate({**fields, **more})


def bodies(*known: Body) -> dict[str, Body]:
    return {one.id: one for one in known}


def test_a_body_answers_until_the_day_it_is_gone() -> None:
    known = bodies(body("old", dissolved="2012-01-01"), body("new", founded="2012-01-01", succeeds=["old"]))
    assert owner_on(known, "old", date(2011, 12, 31)) == "old"
    assert owner_on(known, "old", date(2012, 1, 1)) == "new"
    assert owner_on(known, "old") == "new"


def test_of_several_heirs_the_one_that_continues_answers_and_without_one_nobody_is_guessed() -> None:
    gone = body("gone", dissolved="2012")
    north, south = (body(key, founded="2012", succeeds=["gone"]) for key in ("north", "south"))
    assert owner_on(bodies(gone, north, south), "gone") == "gone"
    principal = north.model_copy(update={"principal": "gone"})
    assert owner_on(bodies(gone, principal, south), "gone") == "north"


def test_succession_in_a_circle_ends() -> None:
    one = body("one", dissolved="2012", succeeds=["two"])
    two = body("two", dissolved="2012", succeeds=["one"])
    assert owner_on(bodies(one, two), "one") in ("one", "two")


def test_items_are_found_by_the_owners_id_and_never_by_words(records: Records) -> None:
    def numbers(key: str) -> list[str]:
        return [item.item for item in items_of(records, 3, key)]

    assert numbers("made-up-development-bureau") == ["2.1"]
    assert numbers("made-up-commerce-and-made-up-development-bureau") == ["2.2"]
    assert numbers("made-up-signal-office") == ["1.1", "1.2"]
    assert numbers("made-up-light-office") == []


def test_the_last_entry_is_that_of_the_item_continued(records: Records) -> None:
    meeting = records.meeting(2)
    assert meeting is not None
    plan = {item.item: item for item in meeting.work_plan}
    past = entry_before(records, 3, plan["1.1"])
    assert past is not None
    assert past[1].progress == "The lamps were trimmed twice."
    assert entry_before(records, 3, plan["1.2"]) is None


def test_a_return_without_a_word_on_an_item_leaves_a_gap(records: Records) -> None:
    meeting = records.meeting(3)
    assert meeting is not None
    cut = [
        one.model_copy(update={"items": one.items[:1]}) if one.body == "made-up-signal-office" else one
        for one in records.returns
    ]
    report = returns_on(records.with_(returns=tuple(cut)), meeting)
    assert report is not None
    assert [item.state for item in report.items[:2]] == [ItemState.REPORTED, ItemState.NO_RETURN]
    assert (report.reported_count, report.called_count) == (2, 5)


def test_the_shipped_records_have_no_plan_items_returns_or_actions() -> None:
    real = load_records(REAL)
    assert (real.returns, real.actions) == ((), ())
    assert [returns_on(real, meeting) for meeting in real.meetings] == [None] * 20
    assert followed_up(real, 19, date(2024, 12, 31)) is None


def test_the_day_of_the_records_is_stored_or_the_last_they_know(records: Records) -> None:
    assert position_of(records) == date(2012, 5, 9)
    last = records.meetings[-1].model_copy(update={"position_as_at": date(2012, 6, 1)})
    assert position_of(records.with_(meetings=(*records.meetings[:-1], last))) == date(2012, 6, 1)


ENDS = st.lists(st.tuples(st.integers(1, 8), st.integers(1, 4)), max_size=20)
"""For each action, the plenary that agreed it, and how many plenaries later it was closed (4: it is open)."""


def made(ends: list[tuple[int, int]]) -> tuple[Action, ...]:
    found = []
    for place, (raised, later) in enumerate(ends, 1):
        closed = Closing(meeting=raised + later, paragraph="p") if later < 4 else None
        fields = {"source": "p", "text": "Do it", "owner": "x", "due": date(2012, 1, 1)}
        found.append(Action.model_validate({"id": f"{raised:02d}-{place:02d}", "closed": closed, **fields}))
    return tuple(found)


@given(ENDS)
def test_what_is_carried_forward_is_brought_forward_to_the_next(ends: list[tuple[int, int]]) -> None:
    actions, carried = made(ends), 0
    for number in range(1, 13):
        count = action_count(actions, number)
        assert count.brought_forward == carried
        assert min(count.brought_forward, count.new, count.closed, count.carried_forward) >= 0
        carried = count.carried_forward
    assert carried == sum(action.closed is None for action in actions)


def test_overdue_comes_first_and_done_is_not_closed(records: Records) -> None:
    found = [(one.action.id, one.state) for one in actions_on(records, date(2013, 3, 1))]
    assert [state for _, state in found] == sorted((state for _, state in found), key=list(ActionState).index)
    open_again = tuple(action.model_copy(update={"closed": None}) for action in records.actions)
    then = actions_on(records.with_(actions=open_again), date(2013, 3, 1))
    states = {one.action.id: one.state for one in then}
    assert states["02-01"] is ActionState.DONE
    assert states["02-02"] is ActionState.OVERDUE


def test_of_several_bodies_that_continue_the_first_in_protocol_order_answers() -> None:
    gone = body("gone", dissolved="2012")
    more = {"founded": "2012", "succeeds": ["gone"], "principal": "gone"}
    second, first = body("a-second", protocol=20, **more), body("z-first", protocol=10, **more)
    assert owner_on(bodies(gone, second, first), "gone") == "z-first"


@pytest.mark.parametrize("day", [date(2012, 12, 1), date(2011, 1, 3)])
def test_progress_on_an_action_after_all_else_is_the_last_that_the_records_know(
    records: Records, day: date
) -> None:
    note = ProgressNote(on=day, text="The lamps were counted.", status=ActionStatus.IN_PROGRESS)
    noted = records.actions[0].model_copy(update={"progress": (note,)})
    later = records.with_(actions=(noted, *records.actions[1:]))
    assert position_of(later) == max(day, date(2012, 5, 9))


def test_a_return_after_all_else_is_the_last_that_the_records_know(records: Records) -> None:
    sent = records.returns[-1].model_copy(update={"date": date(2012, 11, 30)})
    assert position_of(records.with_(returns=(*records.returns[:-1], sent))) == date(2012, 11, 30)


def test_what_is_reported_on_a_day_counts_from_that_day(records: Records) -> None:
    note = ProgressNote(on=date(2012, 6, 1), text="The lamps were lit.", status=ActionStatus.DONE)
    noted = records.actions[0].model_copy(update={"progress": (note,), "closed": None})
    made = records.with_(actions=(noted,))
    on_the_day, the_day_before = (actions_on(made, date(*day))[0] for day in ((2012, 6, 1), (2012, 5, 31)))
    assert on_the_day.state is ActionState.DONE
    assert the_day_before.state is not ActionState.DONE


def test_of_actions_that_stand_alike_the_one_due_first_comes_first(records: Records) -> None:
    first = records.actions[0].model_copy(update={"progress": (), "closed": None})
    due = {"01-01": date(2012, 3, 1), "01-02": date(2012, 2, 1), "01-03": date(2012, 2, 1)}
    made = tuple(first.model_copy(update={"id": key, "due": day}) for key, day in due.items())
    order = [one.action.id for one in actions_on(records.with_(actions=made), date(2012, 1, 1))]
    assert order == ["01-02", "01-03", "01-01"]
