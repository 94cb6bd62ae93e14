"""What counts as outstanding in a year: how long a run, how many intervals, how many words kept."""

from __future__ import annotations

import pytest

from egci_reports.analysis.changes import AreaChange, HowChanged
from egci_reports.analysis.plenaries import series_of
from egci_reports.analysis.threads import thread_histories
from egci_reports.analysis.wording import compare
from egci_reports.kinds.annual.highlights import Highlight, of_subjects
from egci_reports.records.records import Records
from egci_reports.views.plan_views import ComparedAreas
from egci_reports.views.plans import plan_of
from egci_reports.views.setting import MeetingSetting, setting_of
from tests.analysis.made import meeting, records


def subjects_told(made: Records) -> list[Highlight]:
    series, courses = series_of(made), thread_histories(made)
    plan = plan_of(made.meetings[-1], courses, series, made.sources)
    return list(of_subjects(plan, courses, series))


@pytest.mark.parametrize(("years", "told"), [(1, []), (2, []), (3, [3]), (4, [4])])
def test_a_subject_is_said_to_have_been_named_longest_from_three_plenaries_on(
    years: int, told: list[int]
) -> None:
    made = records(*(meeting(n, areas=[("Lamps", "lamps")]) for n in range(1, years + 1)))
    assert [one.count for one in subjects_told(made) if one.kind == "longest-subject"] == told


def test_of_two_subjects_named_as_long_the_first_is_told_and_not_as_the_only_one() -> None:
    made = records(*(meeting(n, areas=[("Lamps", "lamps"), ("Fog", "fog")]) for n in range(1, 4)))
    assert [(one.subject, one.is_only) for one in subjects_told(made)] == [("Subject lamps", False)]


def setting(*days: str) -> MeetingSetting:
    made = records(*(meeting(number, day) for number, day in enumerate(days, 1)))
    series = series_of(made)
    before, last = series.plenaries[-2:]
    return setting_of(made, series, last, before)


@pytest.mark.parametrize(
    ("days", "shortest", "longest"),
    [
        (("2001-06-01", "2002-06-01", "2003-05-01"), False, False),
        (("2001-06-01", "2002-06-01", "2003-07-01"), False, False),
        (("2001-06-01", "2002-06-01", "2003-06-01", "2004-05-01"), True, False),
        (("2001-06-01", "2002-06-01", "2003-06-01", "2004-07-01"), False, True),
        (("2001-06-01", "2002-05-01", "2003-07-01", "2004-07-01"), False, False),
    ],
)
def test_an_interval_is_the_longest_or_shortest_of_three_at_least(
    days: tuple[str, ...], shortest: bool, longest: bool
) -> None:
    made = setting(*days)
    assert (made.is_shortest, made.is_longest) == (shortest, longest)


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("red lamps", "green lamps", True),  # half of the words are kept
        ("two red lamps", "lamps", False),
        ("red lamps at night", "lamps at night", True),
        ("red lamps", "red lamps", False),  # nothing to mark
        ("lamps", "buoys", False),
    ],
)
def test_words_are_marked_where_half_of_them_at_least_are_kept(before: str, after: str, marked: bool) -> None:
    change = AreaChange(HowChanged.REWORDED, (), diff=compare(before, after))
    assert ComparedAreas(change, (), ()).is_marked is marked
