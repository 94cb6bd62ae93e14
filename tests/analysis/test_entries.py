from __future__ import annotations

from egci_reports.analysis import claims, entries
from egci_reports.analysis.plenaries import series_of
from tests.analysis.made import meeting, records
from tests.analysis.real import real


def test_none_of_the_five_technologies_of_2024_is_named_in_an_earlier_entry():
    terms = entries.terms_of(real().series, 19)
    assert [term.text for term in terms] == [
        "big data",
        "artificial intelligence",
        "5G",
        "blockchain",
        "industrial internet",
    ]
    assert all(term.is_first for term in terms)


def test_a_term_named_before_in_whole_words_is_not_first():
    plan = {"listed": [{"wording": "bells"}], "focus": ["big data", "lamp"]}
    made = series_of(records(meeting(1, areas=["Big Data and lamps"]), meeting(2, areas=plan)))
    data, lamp = entries.terms_of(made, 2)
    assert (data.is_first, data.before, data.areas) == (False, 1, (1,))
    assert lamp.is_first


def test_smart_is_first_named_in_an_area_in_2016():
    points = entries.mention_points(real().series, "smart", in_areas=True)
    assert claims.first(points).number == 11


def test_only_one_area_of_the_record_names_a_site():
    assert claims.only(entries.mention_points(real().series, "Nansha", in_areas=True)).number == 8
