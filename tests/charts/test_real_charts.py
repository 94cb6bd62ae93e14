"""Charts of the real records, against values counted by hand from the secretariat's page."""

from __future__ import annotations

from datetime import date

import pytest

from egci_reports.charts.lineages import lineages_chart
from egci_reports.charts.picture import Picture, place_in_year
from egci_reports.charts.threads import threads_chart
from egci_reports.charts.timeline import timeline_chart
from egci_reports.engine.document.chart import Bands
from tests.analysis.real import real
from tests.charts.words import chart_words

SIGN = {"full": "#", "light": "?", "open": "o", "hatched": "/", None: "."}
DAYS = [401, 378, 371, 364, 376, 387, 350, 350, 384, 372, 334, 357, 380, 392, 403, 429, 313, 379]
YEARS = [str(year) for year in range(2006, 2025)]


def bands(picture: Picture) -> dict[str, str]:
    assert isinstance(picture.chart, Bands)
    return {row.label: "".join(SIGN[cell.tone] for cell in row.cells) for row in picture.chart.rows}


def threads(number: int) -> Picture | None:
    return threads_chart(real().histories, real().series, number, chart_words())


def course(number: int) -> Picture | None:
    return timeline_chart(real().series, real().places, real().occasions, number, chart_words())


def test_the_subjects_stand_as_the_page_lists_them():
    rows = bands(threads(19))
    assert list(rows)[:5] == [
        "Smart city",
        "e-Commerce",
        "Customs clearance",
        "Innovation, technology and research",
        "Infrastructure and telecommunications",
    ]
    assert rows["e-Commerce"] == "///o......#########"
    assert rows["Customs clearance"] == "///o...############"
    assert rows["Innovation, technology and research"] == "///o......o######?#"
    assert rows["Quality living area"] == "///o.##...o........"
    assert rows["RFID"] == "///#......o........"
    assert threads(19).chart.columns == tuple(YEARS)
    assert threads(19).chart.highlight == 18


def test_the_subjects_chart_says_what_it_shows():
    assert threads(19).alt == (
        "Subjects of co-operation by plenary meeting, 2006 to 2024: five of 15 are named in 2024. "
        "Of these, the longest run to 2024 is that of Customs clearance: 12 plenary meetings, since 2013. "
        "Of the others, “Internet+ Regulation” was named last, in 2017."
    )
    assert "three of 13 are named in 2016, in an open list." in threads(11).alt
    assert "Service industries: four plenary meetings, since 2010 (doubtful joins counted)" in threads(8).alt
    assert "Of the others, Smart city and Service industries were named last, in 2015." in threads(11).alt


@pytest.mark.parametrize("number", range(6, 20))
def test_the_share_that_is_said_is_the_share_that_is_drawn(number):
    picture = threads(number)
    last = [row.cells[-1].tone in ("full", "light") for row in picture.chart.rows]
    share = f": {chart_words().number(sum(last))} of {chart_words().number(len(last))} "
    assert share in picture.alt
    assert last == sorted(last, reverse=True)  # those named in the year stand first
    assert len(picture.chart.columns) == number == picture.chart.highlight + 1


def test_the_course_of_the_group():
    rows = {row.label: [mark.label for mark in row.marks] for row in course(19).chart.rows}
    assert rows == {
        "Guangzhou": ["1", "3", "5", "7", "9", "11", "13"],
        "Hong Kong": ["2", "4", "6", "8", "10", "12", "14", "18"],
        "By video conference": ["15", "16", "17"],
        "Place in dispute": ["19"],
        "Agreements of government bodies": ["2007", "2013"],
        "Agreements of industry bodies": ["2006", "2007 (3)"],
        "Forums, exchanges and ceremonies": ["2007", "2009", "2012", "2015", "2019"],
    }
    strong = [mark.label for row in course(19).chart.rows for mark in row.marks if mark.strong]
    assert strong == ["19"]
    assert course(19).alt.startswith(
        "The course of the group from 2006 to 2024: 19 plenary meetings, eight in Hong Kong, seven in "
        "Guangzhou, three by video conference and one in a place that is in dispute. "
        "Agreements between government bodies are recorded in 2007 and 2013."
    )


def test_the_course_ends_with_the_year_of_the_report():
    marks = [mark for row in course(8).chart.rows for mark in row.marks]
    assert max(mark.at for mark in marks) < 2014
    assert course(8).chart.end == course(8).chart.highlight == 2013
    assert "2013." in course(8).alt
    assert "2015" not in course(8).alt


def test_the_names_of_bodies_one_after_the_other():
    picture = lineages_chart(real().lineages.rows, 2006, 2024, chart_words())
    rows = {row.label: [span.label for span in row.spans] for row in picture.chart.rows}
    assert rows["Digital Policy Office"] == ["OGCIO", "DPO"]
    assert rows["Office of the Communications Authority"] == ["OFTA", "OFCA"]
    digital = next(row for row in picture.chart.rows if row.label == "Digital Policy Office")
    assert digital.spans[1].start == place_in_year(date(2024, 7, 25))
    assert digital.spans[1].end is None
    assert picture.alt.startswith(
        "Lines of succession that changed their names between 2006 and 2024: OGCIO to DPO"
    )
    assert picture.alt.count(" to ") == sum(len(spans) - 1 for spans in rows.values())


def test_lineages_without_a_change_in_the_years_have_no_row():
    assert lineages_chart(real().lineages.rows, 2017, 2021, chart_words()) is None
    picture = lineages_chart(real().lineages.rows, 2010, 2013, chart_words())
    assert [row.label for row in picture.chart.rows] == ["Office of the Communications Authority"]
    assert picture.alt == ("One line of succession changed its name between 2010 and 2013: OFTA to OFCA.")


@pytest.mark.parametrize("number", [1, 2])
def test_with_fewer_than_three_plenaries_there_is_no_chart(number):
    assert threads(number) is None
    assert course(number) is None


def test_charts_begin_with_the_third_plenary_that_has_what_they_show():
    assert course(3) is not None
    assert [threads(n) is not None for n in (5, 6)] == [False, True]


@pytest.mark.parametrize(
    ("day", "place"),
    [
        (date(2006, 1, 1), 2006.0),
        (date(2024, 7, 1), 2024 + 182 / 366),
        (date(2023, 12, 31), 2023 + 364 / 365),
    ],
)
def test_a_day_has_its_place_in_its_year(day, place):
    assert place_in_year(day) == place
