"""What counts as outstanding in a year: how long a run, how many intervals, how many words kept."""

from __future__ import annotations

import pytest

from egci_reports.analysis.changes import AreaChange, HowChanged, area_changes
from egci_reports.analysis.plenaries import series_of
from egci_reports.analysis.threads import thread_histories
from egci_reports.analysis.wording import compare
from egci_reports.kinds.annual.highlight_kinds import (
    AgreementAfter,
    FirstAreas,
    Highlight,
    LongestSubject,
    OutstandingInterval,
)
from egci_reports.kinds.annual.highlights import of_areas, of_setting, of_subjects
from egci_reports.records.base import PartialDate
from egci_reports.records.records import Records
from egci_reports.views.occasions import Signing
from egci_reports.views.plan_views import ComparedAreas
from egci_reports.views.plans import fresh_subjects, plan_of
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
    assert [one.plenaries for one in subjects_told(made) if isinstance(one, LongestSubject)] == told


def test_of_two_subjects_named_as_long_the_first_is_told_and_not_as_the_only_one() -> None:
    made = records(*(meeting(n, areas=[("Lamps", "lamps"), ("Fog", "fog")]) for n in range(1, 4)))
    found = [(one.subject, one.is_only) for one in subjects_told(made) if isinstance(one, LongestSubject)]
    assert found == [("Subject lamps", False)]


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


def test_of_intervals_that_tie_none_is_called_the_shortest() -> None:
    alone = ("2001-06-01", "2002-05-02", "2003-07-01", "2004-05-30")  # 335, 425 and 334 days
    tied = ("2001-06-01", "2002-05-01", "2003-07-01", "2004-05-30")  # 334, 426 and 334 days
    for held, told in ((alone, [334]), (tied, [])):
        made = records(*(meeting(number, day) for number, day in enumerate(held, 1)))
        series = series_of(made)
        found = setting_of(made, series, series.plenaries[-1], series.plenaries[-2])
        assert found.is_shortest
        highlights = of_setting(found, series, ())
        assert [one.days for one in highlights if isinstance(one, OutstandingInterval)] == told


@pytest.mark.parametrize(
    ("is_government", "days", "told"), [(True, 5, [5]), (False, 5, []), (True, None, [])]
)
def test_only_an_agreement_between_governments_stands_out(
    is_government: bool, days: int | None, told: list[int]
) -> None:
    day = PartialDate(2003, 6, 6)
    signing = Signing(None, "lamps", day, (), is_government, None, (), None, (), days, (), "agreements/one")
    made = records(meeting(1), meeting(2))
    series = series_of(made)
    highlights = of_setting(setting("2001-06-01", "2002-06-01"), series, (signing,))
    assert [one.days for one in highlights if isinstance(one, AgreementAfter)] == told


def test_a_subject_is_named_afresh_if_it_was_named_once_before() -> None:
    lamps, fog = ("Lamps", "lamps"), ("Fog", "fog")
    made = records(meeting(1, areas=[lamps]), meeting(2, areas=[fog]), meeting(3, areas=[lamps, fog]))
    series, courses = series_of(made), thread_histories(made)
    before, plan = (plan_of(made.meetings[index], courses, series, made.sources) for index in (1, 2))
    fresh = fresh_subjects(plan, before, courses)
    assert [subject.course.thread.name for subject in fresh] == ["Subject lamps"]


@pytest.mark.parametrize(("earlier", "told"), [([], [FirstAreas(1)]), ([("Fog", "fog")], [])])
def test_areas_are_the_first_named_only_if_no_plenary_before_names_any(
    earlier: list[tuple[str, str]], told: list[Highlight]
) -> None:
    made = records(meeting(1, areas=earlier), meeting(2), meeting(3, areas=[("Lamps", "lamps")]))
    series, courses = series_of(made), thread_histories(made)
    changes = area_changes(series, courses, 2, 3)
    plan = plan_of(made.meetings[2], courses, series, made.sources)
    assert list(of_areas(changes, plan, series.plenaries[1], series)) == told
