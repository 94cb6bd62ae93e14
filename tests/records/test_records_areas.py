"""The areas of the shipped records and their threads are those that were counted by hand."""

from __future__ import annotations

from collections import Counter

import pytest

from egci_reports.records.areas import Area, Grade
from egci_reports.records.facts import Unstated, UnstatedReason, settled
from egci_reports.records.meetings import Meeting
from egci_reports.records.records import Records
from tests.conftest import REAL
from tests.loading import load_records


@pytest.fixture(scope="module")
def records() -> Records:
    return load_records(REAL)


def meeting(records: Records, number: int) -> Meeting:
    found = records.meeting(number)
    assert found is not None
    return found


def named(one: Meeting) -> tuple[Area, ...]:
    return settled(one.areas.listed) or ()


def test_seventy_six_areas_are_named_in_fifty_three_wordings(records: Records) -> None:
    wordings = [str(area.wording) for one in records.meetings for area in named(one)]
    assert len(wordings) == 76
    assert len(set(wordings)) == 53
    assert [len(named(one)) for one in records.meetings[3:]] == [7, 3, 4, 4, 3, 3, 3, 3, 6] + [5] * 8


def test_the_number_of_areas_stated_is_the_number_named_where_the_list_is_closed(records: Records) -> None:
    stated = {one.number: one.areas.said for one in records.meetings if one.areas.said}
    assert stated == {1: 9, 5: 3, 6: 4, 7: 4, 8: 3, 9: 3, 10: 3, 12: 6} | dict.fromkeys(range(13, 21), 5)
    assert all(len(named(meeting(records, number))) == said for number, said in stated.items() if number > 1)
    assert [one.number for one in records.meetings if not one.areas.closed] == [4, 11]


def test_the_nine_areas_of_2006_are_counted_and_not_named(records: Records) -> None:
    fact = meeting(records, 1).areas.listed
    assert isinstance(fact, Unstated)
    assert fact.unstated is UnstatedReason.NO_LIST


def test_the_sixteenth_repeats_the_areas_of_the_fifteenth(records: Records) -> None:
    fifteenth, sixteenth = ([str(a.wording) for a in named(meeting(records, n))] for n in (15, 16))
    assert fifteenth == sixteenth


def test_every_area_named_belongs_to_a_thread_and_every_join_that_is_judged_has_a_reason(
    records: Records,
) -> None:
    for one in records.meetings:
        rivals = [area for rival in one.areas.rivals for area in rival.items]
        points = one.areas.focus_points.items if one.areas.focus_points else ()
        assert all(area.threads for area in named(one)), one.number
        for area in (*named(one), *rivals, *points):
            for join in area.threads:
                assert join.thread in records.threads
                assert join.grade is Grade.SAME or join.reason, str(area.wording)


def test_each_subject_is_named_at_as_many_plenaries_as_the_officer_counted(records: Records) -> None:
    count = Counter(join.thread for one in records.meetings for area in named(one) for join in area.threads)
    assert count == {
        "smart-city": 12,
        "e-commerce": 10,
        "customs-clearance": 13,
        "innovation": 9,
        "telecommunications": 14,
        "service-industries": 6,
        "business-environment": 3,
        "quality-living-area": 2,
        "internet-plus-regulation": 1,
        "rfid": 1,
        "information-portals": 1,
        "service-outsourcing": 1,
        "digital-entertainment": 1,
        "open-source-software": 1,
        "mobile-and-wireless": 1,
    }
    assert list(count.keys() - records.threads.keys()) == []


def test_lists_of_verbs_are_those_of_2010_to_2012_2014_to_2015_2017_to_2018_and_since_2024(
    records: Records,
) -> None:
    verbs = [one.number for one in records.meetings if named(one) and all(a.verb for a in named(one))]
    assert verbs == [5, 6, 7, 9, 10, 12, 13, 19, 20]


def test_work_plans_were_endorsed_from_the_fourth_to_the_tenth_and_never_since(records: Records) -> None:
    outcomes = {one.number: settled(one.outcome) for one in records.meetings}
    assert [number for number, outcome in outcomes.items() if outcome and outcome.verb == "endorsed"] == [
        *range(4, 11)
    ]


def test_the_areas_of_the_nineteenth_are_those_of_the_page_beside_those_of_the_release(
    records: Records,
) -> None:
    areas = meeting(records, 19).areas
    (rival,) = areas.rivals
    assert rival.sources == ("isd-2024-10-09",)
    assert not {str(area.wording) for area in rival.items} & {
        str(a.wording) for a in named(meeting(records, 19))
    }
    pairs = zip(named(meeting(records, 19)), rival.items, strict=True)
    assert all(a.threads[0].thread == b.threads[0].thread for a, b in pairs)


def test_the_eight_fields_of_2008_are_a_rendering_of_a_release_in_chinese(records: Records) -> None:
    (rival,) = meeting(records, 3).areas.rivals
    assert rival.rendering
    assert rival.hedge
    assert len(rival.items) == 8
    assert all(area.wording.en and area.wording.tc and area.wording.sc for area in rival.items)


def test_plans_stand_under_the_frames_that_the_page_names(records: Records) -> None:
    frames = {one.number: one.areas.frame for one in records.meetings if one.areas.frame}
    assert frames == {
        5: "Framework Agreement on Hong Kong/Guangdong Co-operation",
        11: "new opportunities arising from “Internet+” development",
        19: "Outline Development Plan for the Guangdong-Hong Kong-Macao Greater Bay Area",
    }


def test_five_areas_of_the_twentieth_are_known_and_one_was_read_to_its_end(records: Records) -> None:
    areas = meeting(records, 20).areas
    assert (areas.said, len(named(meeting(records, 20))), areas.closed) == (5, 5, True)
    assert [str(area.wording) for area in areas.quotable] == [
        "accelerating the development of a Guangdong-Hong Kong smart city cluster"
    ]
    assert [area.grade and area.grade.value for area in named(meeting(records, 20))] == [
        "official",
        "official-first-part",
        "machine-translation",
        "machine-translation",
        "machine-translation",
    ]


def test_what_breaks_off_in_a_source_breaks_off_in_the_record(records: Records) -> None:
    (wish,) = (item for item in meeting(records, 19).plan_items if item.person == "tony-wong")
    assert wish.text.endswith("the development of AI and digit…”.")
    assert wish.caution
    assert not wish.is_quotable


def test_participants_that_are_no_departments_are_beside_the_bodies(records: Records) -> None:
    delegation = settled(meeting(records, 20).hong_kong)
    assert delegation
    assert [records.bodies[one.body].kind.value for one in delegation.others] == [
        "centre",
        "company",
        "association",
    ]
    assert {records.bodies[one.body].kind.value for one in delegation.bodies} == {"department"}
    assert delegation.opening == "including"
