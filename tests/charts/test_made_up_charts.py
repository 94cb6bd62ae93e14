"""Charts of made-up records, for what the real ones do not have."""

from __future__ import annotations

import pytest

from egci_reports.charts.lineages import lineages_chart
from egci_reports.charts.threads import threads_chart
from egci_reports.charts.timeline import timeline_chart
from egci_reports.records.records import Records
from tests.analysis.made import body, meeting, records
from tests.analysis.real import analyse
from tests.charts.words import chart_words

ABC = [("a", "a"), ("b", "b"), ("c", "c")]


def threads(made: Records):
    analysed = analyse(made)
    return threads_chart(analysed.histories, analysed.series, len(made.meetings), chart_words())


def course(made: Records):
    analysed = analyse(made)
    return timeline_chart(
        analysed.series, analysed.places, analysed.occasions, len(made.meetings), chart_words()
    )


def test_subjects_that_tie_are_all_told():
    made = records(*(meeting(n, areas=ABC) for n in (1, 2, 3)))
    assert threads(made).alt == (
        "Subjects of co-operation by plenary meeting, 2001 to 2003: three of three are named in 2003. "
        "Of these, the longest runs to 2003 are those of Subject a, Subject b and Subject c: "
        "three plenary meetings each, since 2001."
    )


def test_one_of_several_subjects():
    made = records(*(meeting(n, areas=ABC) for n in (1, 2)), meeting(3, areas=[("a", "a")]))
    assert "one of three is named in 2003." in threads(made).alt
    assert "Subject b and Subject c were named last, in 2002." in threads(made).alt


def test_a_plenary_without_a_list_of_areas_names_none_and_says_so():
    made = records(*(meeting(n, areas=ABC) for n in (1, 2, 3)), meeting(4))
    picture = threads(made)
    assert {row.cells[-1].tone for row in picture.chart.rows} == {"hatched"}
    assert "2001 to 2004: no list of areas is on record for 2004." in picture.alt
    assert "none of" not in picture.alt


def test_what_an_open_list_does_not_name_is_not_drawn_as_not_listed():
    made = records(
        *(meeting(n, areas=ABC) for n in (1, 2)),
        meeting(3, areas={"closed": "false", "listed": [{"wording": "a", "threads": ["a"]}]}),
    )
    picture = threads(made)
    assert [row.cells[-1].tone for row in picture.chart.rows] == ["full", "open", "open"]
    assert "one of three is named in 2003, in an open list." in picture.alt
    assert [entry.label for entry in picture.chart.legend] == ["Named", "Not named, the list is open"]


def test_the_legend_has_what_is_drawn_and_no_more():
    made = records(*(meeting(n, areas=ABC) for n in (1, 2, 3)))
    assert [entry.tone for entry in threads(made).chart.legend] == ["full"]


def test_places_that_are_not_recorded_are_told():
    unknown = {"unstated": "not-recorded"}
    made = records(meeting(1), meeting(2), meeting(3, venue=unknown))
    assert course(made).alt.startswith(
        "The course of the group from 2001 to 2003: three plenary meetings, one in Eastport, one in Westport "
        "and one in a place that is not recorded. No agreement between government bodies is recorded."
    )
    assert [row.label for row in course(made).chart.rows][-1] == "Place not recorded"


@pytest.mark.parametrize("day", [{"unstated": "not-stated"}, "2004-06-01"])
def test_a_plenary_to_come_is_not_drawn_as_held(day):
    planned = meeting(4, status="planned", date=day)
    made = records(*(meeting(n) for n in (1, 2, 3)), planned)
    picture = course(made)
    assert picture.chart.highlight is None
    assert not any(mark.strong for row in picture.chart.rows for mark in row.marks)
    assert "three plenary meetings" in picture.alt


def test_three_names_one_after_the_other_are_all_told():
    names = [
        {"name": "Made-up A", "short": "A", "ends": "2002-12-31"},
        {"name": "Made-up B", "short": "B", "starts": "2003-01-01", "ends": "2004-12-31"},
        {"name": "Made-up C", "starts": "2005-01-01"},
    ]
    made = analyse(records(meeting(1, bodies=["x"]), bodies=[body("x", names=names)]))
    picture = lineages_chart(made.lineages.rows, 2001, 2006, chart_words())
    assert picture.alt == (
        "One line of succession changed its name between 2001 and 2006: A to B to Made-up C."
    )
    assert [(span.label, span.start) for span in picture.chart.rows[0].spans] == [
        ("A", 2001.0),
        ("B", 2003.0),
        ("Made-up C", 2005.0),
    ]
