from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.analysis.changes import HowChanged, area_changes
from egci_reports.analysis.plenaries import series_of
from egci_reports.analysis.threads import thread_histories
from egci_reports.analysis.wording import WordStep
from egci_reports.records.areas import Grade
from tests.analysis.made import meeting, records
from tests.analysis.real import real, real_as_of


def between(*meetings):
    made = records(*meetings)
    numbers = [plenary.number for plenary in meetings]
    return area_changes(series_of(made), thread_histories(made), numbers[-2], numbers[-1])


def fates(changes):
    return [change.how for change in changes.changes]


def test_of_the_26_words_of_2023_25_are_kept_one_is_left_out_and_12_are_added():
    diffs = [change.diff for change in real().changes(19).paired]
    assert [(d.before, d.kept, d.removed, d.added, d.after) for d in diffs] == [
        (7, 6, 1, 2, 8),
        (3, 3, 0, 2, 5),
        (5, 5, 0, 4, 9),
        (5, 5, 0, 3, 8),
        (6, 6, 0, 1, 7),
    ]


def test_in_2024_the_same_five_subjects_are_each_reworded_in_the_same_order():
    changes = real().changes(19)
    assert fates(changes) == [HowChanged.REWORDED] * 5
    assert not changes.is_same_list


def test_the_added_words_of_customs_clearance_are_given_as_printed():
    change = real().changes(19).at(3)
    assert [(s.step, " ".join(s.words)) for s in change.diff.stretches] == [
        (WordStep.ADDED, "improving the level of"),
        (WordStep.KEPT, "information exchange for customs clearance"),
    ]


def test_only_the_list_of_2021_repeats_the_one_before_words_and_order():
    same = [number for number in range(2, 20) if real().changes(number).is_same_list]
    assert same == [16]


def test_the_list_of_2012_has_the_wordings_of_2011_in_another_order():
    changes = real().changes(7)
    assert changes.is_same_set
    assert not changes.is_same_list
    assert fates(changes) == [HowChanged.UNCHANGED] * 4


def test_in_2013_two_areas_are_new_one_is_joined_doubtfully_and_three_are_no_longer_listed():
    changes = real().changes(8)
    assert fates(changes) == [
        HowChanged.NEW,
        HowChanged.NEW,
        HowChanged.REWORDED,
        *[HowChanged.NO_LONGER_LISTED] * 3,
    ]
    assert [change.is_doubtful for change in changes.changes] == [False, False, True, False, False, False]
    assert changes.at(3).diff.kept == 0


def test_about_the_open_list_of_2016_nothing_is_new_and_nothing_is_gone():
    changes = real().changes(11)
    assert fates(changes) == [
        HowChanged.REWORDED,
        HowChanged.FIRST_NAMED,
        HowChanged.NAMED_AGAIN,
        HowChanged.NOT_NAMED,
        HowChanged.NOT_NAMED,
    ]
    assert (changes.at(3).last_named, changes.at(3).years) == (7, 4)
    assert not changes.are_both_closed


def test_after_the_open_list_the_smart_city_is_named_again_after_two_years():
    changes = real().changes(12)
    assert changes.at(1).how is HowChanged.NAMED_AGAIN
    assert (changes.at(1).last_named, changes.at(1).years) == (10, 2)
    assert changes.at(3).how is changes.at(5).how is HowChanged.FIRST_NAMED


def test_in_2018_one_area_is_no_longer_listed():
    (ended,) = real().changes(13).of(HowChanged.NO_LONGER_LISTED)
    assert str(ended.before[0][1].wording) == "enhancing “Internet+ Regulation”"


def test_the_first_list_is_not_compared_with_none():
    changes = real().changes(4)
    assert not changes.is_comparable
    assert fates(changes) == [HowChanged.FIRST_NAMED] * 7


def test_the_join_of_2023_is_doubtful_and_no_word_is_kept():
    change = real().changes(18).at(4)
    assert change.grade is Grade.DOUBTFUL
    assert change.diff.kept == 0


@pytest.mark.parametrize("number", range(2, 20))
def test_a_report_at_its_time_says_the_same_of_the_changes_as_one_of_today(number):
    then = real_as_of(date(real().series.by_number[number].year, 12, 31)).changes(number)
    assert then.changes == real().changes(number).changes


def test_two_areas_in_one_wording_are_merged():
    changes = between(
        meeting(1, areas=[("roads", "r"), ("ships", "s")]),
        meeting(2, areas=[("roads and ships", ["r", "s"])]),
    )
    assert fates(changes) == [HowChanged.MERGED]
    assert [place for place, _ in changes.changes[0].before] == [1, 2]


def test_one_area_in_two_wordings_is_split():
    changes = between(
        meeting(1, areas=[("roads and ships", ["r", "s"])]),
        meeting(2, areas=[("ships", "s"), ("roads", "r")]),
    )
    assert fates(changes) == [HowChanged.SPLIT]


def test_several_areas_in_several_are_regrouped():
    changes = between(
        meeting(1, areas=[("a b", ["a", "b"]), ("c", "c")]),
        meeting(2, areas=[("a", "a"), ("b c", ["b", "c"])]),
    )
    assert fates(changes) == [HowChanged.REGROUPED]


def test_an_area_without_a_subject_is_known_by_its_wording():
    changes = between(meeting(1, areas=["lamps"]), meeting(2, areas=["Lamps", "bells"]))
    assert fates(changes) == [HowChanged.UNCHANGED, HowChanged.NEW]


def test_where_the_later_plan_names_nothing_no_area_is_called_ended():
    assert fates(between(meeting(1, areas=[("roads", "r")]), meeting(2))) == [HowChanged.NOT_NAMED]


AREA = st.tuples(st.sampled_from("abcdef"), st.lists(st.sampled_from("rstuv"), max_size=3, unique=True))
PLAN = st.lists(AREA, max_size=6)


@given(PLAN, PLAN)
def test_every_area_of_both_plans_is_told_of_once(old, new):
    changes = between(meeting(1, areas=old), meeting(2, areas=new))
    assert sorted(place for c in changes.changes for place, _ in c.before) == [*range(1, len(old) + 1)]
    assert sorted(place for c in changes.changes for place, _ in c.after) == [*range(1, len(new) + 1)]


def test_of_several_joins_the_least_sure_one_counts():
    """A split whose one half is joined by a slight link only is told of as doubtful."""
    (change,) = between(
        meeting(1, areas=[("Lamps and fog", ["lamps", "fog"])]),
        meeting(2, areas=[("Lamps by night", "lamps", "judged"), ("Bells", "fog", "doubtful")]),
    ).changes
    assert change.how is HowChanged.SPLIT
    assert change.grade is Grade.DOUBTFUL
    assert change.is_doubtful


def test_an_area_of_two_subjects_named_again_was_last_named_where_either_was():
    (change,) = between(
        meeting(1, areas=[("Lamps", "lamps")]),
        meeting(3, areas=[("Fog", "fog")]),
        meeting(5, areas={"closed": True, "listed": {"unstated": "no-list"}}),
        meeting(9, areas=[("Lamps in fog", ["lamps", "fog"])]),
    ).changes
    assert (change.how, change.last_named, change.years) == (HowChanged.NAMED_AGAIN, 3, 6)
