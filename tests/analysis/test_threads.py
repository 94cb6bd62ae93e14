from __future__ import annotations

from datetime import date

import pytest

from egci_reports.analysis.co_occurrence import co_occurrence
from egci_reports.analysis.lists import Presence
from egci_reports.analysis.threads import thread_histories
from tests.analysis.made import meeting, records
from tests.analysis.real import real, real_as_of

PLACES = {
    "smart-city": "oNNN111o11111111",
    "e-commerce": "oNNNNNN222222222",
    "customs-clearance": "oNNN222143333333",
    "innovation": "oNNNNNNo54444444",
    "telecommunications": "1313NNN365555555",
    "service-industries": "o222333oNNNNNNNN",
    "business-environment": "o131NNNoNNNNNNNN",
    "quality-living-area": "oN44NNNoNNNNNNNN",
    "internet-plus-regulation": "oNNNNNNo3NNNNNNN",
    "rfid": "2NNNNNNoNNNNNNNN",
}
SIGNS = {Presence.NOT_LISTED: "N", Presence.NOT_NAMED: "o", Presence.NO_LIST: "-"}


@pytest.mark.parametrize("thread", PLACES)
def test_each_subject_stands_in_the_lists_where_it_was_found_by_hand(thread):
    cells = real().history(thread).cells
    signs = [str(c.namings[0].position) if c.namings else SIGNS[c.presence] for c in cells]
    assert "".join(signs) == f"---{PLACES[thread]}"


def test_there_are_71_listings():
    assert sum(len(history.namings) for history in real().histories) == 71


def test_customs_clearance_is_named_at_twelve_plenaries_running():
    history = real().history("customs-clearance")
    assert history.run_to(19).numbers == tuple(range(8, 20))
    assert history.by_number[19].running == 12
    assert [run.length for run in history.wordings] == [1, 1, 1, 1, 2, 4, 1, 1]


def test_the_open_list_of_2016_breaks_the_run_of_the_smart_city_and_is_said():
    history = real().history("smart-city")
    assert history.since_first.holds == 11
    assert history.since_first.unknown == (11,)
    assert [(run.first, run.last, run.unknown_before, run.unknown_after) for run in history.runs] == [
        (8, 10, False, True),
        (12, 19, True, False),
    ]
    assert [cell.number for cell in history.gaps] == [11]


def test_doubtful_joins_are_known_as_such():
    assert real().history("telecommunications").doubtful == (5, 6, 7)
    assert real().history("innovation").doubtful == (18,)


def test_a_subject_in_a_focus_point_is_not_named_by_that():
    cell = real().history("rfid").by_number[5]
    assert cell.in_focus
    assert cell.presence is Presence.NOT_LISTED


@pytest.mark.parametrize(
    ("thread", "body", "listed", "not_listed"),
    [
        ("customs-clearance", "customs-and-excise-department", 11, (17,)),
        ("innovation", "innovation-and-technology-commission", 6, (12, 13)),
        ("telecommunications", "office-of-the-communications-authority", 12, (7,)),
    ],
)
def test_lists_of_bodies_are_only_set_beside_the_subjects(thread, body, listed, not_listed):
    found = co_occurrence(real().history(thread), real().series, real().lineages.of(body))
    assert len(found.listed) == listed
    assert found.not_listed == not_listed


def test_a_history_cut_at_a_plenary_knows_nothing_later():
    cut = real().history("e-commerce").until(15)
    assert cut.last == 15
    assert cut.wordings[-1].numbers == (14, 15)
    assert len(cut.cells) == 15


def test_at_a_standpoint_the_histories_are_those_of_the_shorter_record():
    then = real_as_of(date(2016, 12, 31))
    cut = {history.thread.id: history.until(11).cells for history in real().histories}
    assert {history.thread.id: history.cells for history in then.histories} == {
        history.thread.id: cut[history.thread.id] for history in then.histories
    }


def test_a_subject_split_in_two_areas_has_both_namings():
    made = records(meeting(1, areas=[("clearance", "c")]), meeting(2, areas=[("sea", "c"), ("land", "c")]))
    (history,) = thread_histories(made)
    assert [naming.position for naming in history.by_number[2].namings] == [1, 2]
    assert history.numbers == (1, 2)


def test_a_wording_that_comes_back_begins_a_new_run():
    made = records(*(meeting(n, areas=[(words, "t")]) for n, words in enumerate(["a", "b", "a"], 1)))
    (history,) = thread_histories(made)
    assert [(str(run.area.wording), run.numbers) for run in history.wordings] == [
        ("a", (1,)),
        ("b", (2,)),
        ("a", (3,)),
    ]
