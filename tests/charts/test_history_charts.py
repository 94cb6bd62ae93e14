"""What the history adds to the charts: new names along the years, and the number of each wording."""

from __future__ import annotations

from egci_reports.analysis.renamings import renamings_of
from egci_reports.charts.threads import threads_chart
from egci_reports.charts.timeline import timeline_chart
from egci_reports.engine.document.chart import Bands, Timeline
from tests.analysis.real import real
from tests.charts.words import chart_words


def test_new_names_have_a_lane_of_their_own_and_are_told():
    renamings = renamings_of(real().lineages.rows)
    picture = timeline_chart(real().series, real().places, real().occasions, 19, chart_words(), renamings)
    assert isinstance(picture.chart, Timeline)
    marks = {mark.label: mark.at for mark in picture.chart.rows[-1].marks}
    assert picture.chart.rows[-1].label == "New names of bodies"
    assert 2012.2 < marks["OFCA"] < 2012.3
    assert 2024.5 < marks["DPO"] < 2024.6
    assert picture.alt.endswith("took new names in 2007, 2012, 2022 and 2024.")


def test_no_lane_stands_for_names_that_did_not_change_in_these_years():
    renamings = [one for one in renamings_of(real().lineages.rows) if one.on.first.year == 2024]
    series = real().series.until(10)
    picture = timeline_chart(series, real().places, real().occasions, 10, chart_words(), renamings)
    assert "New names of bodies" not in [row.label for row in picture.chart.rows]
    assert "names" not in picture.alt


def test_a_number_stands_where_a_wording_begins():
    labels = {("smart-city", 8): "1", ("smart-city", 9): "2", ("innovation", 18): "5"}
    picture = threads_chart(real().histories, real().series, 19, chart_words(), labels)
    assert isinstance(picture.chart, Bands)
    rows = {row.label: [cell.label for cell in row.cells] for row in picture.chart.rows}
    assert rows["Smart city"] == [""] * 7 + ["1", "2"] + [""] * 10
    assert rows["Innovation, technology and research"][17] == "5?"
    assert rows["e-Commerce"] == [""] * 19
