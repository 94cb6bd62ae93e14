"""Which public developments a year tells, from made-up ones: inside the year, known by then, by weight."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.analysis.lineages import lineages_of
from egci_reports.kinds.annual.developments import FactOfYear, by_first_area, foremost, weightiest
from egci_reports.kinds.annual.find_developments import public_facts
from egci_reports.records.developments import Development
from egci_reports.records.records import Records
from egci_reports.records.sources import Source
from egci_reports.views.names import Names
from egci_reports.views.subjects import in_sentence
from tests.analysis.made import meeting, records

FIRST, LAST = date(2001, 6, 1), date(2002, 6, 1)


def development(name: str, day: str, **fields: object) -> Development:
    """A made-up development of both sides, in official words, near lamps."""
    quotation = {"sources": ["page"], "words": "Lamps were lit."}
    known = {"side": "joint", "belongs": "neither", "threads": ["lamps"], "quotations": [quotation]}
    return Development.model_validate({"id": name, "text": "Lamps were lit.", "date": day, **known, **fields})


def told(*found: Development, position: date = LAST, source_day: str | None = None) -> tuple[FactOfYear, ...]:
    """The facts of the year from the first plenary to the second."""
    made: Records = records(meeting(1, str(FIRST)), meeting(2, str(LAST)))
    page = {**made.sources["page"].model_dump(), "date": source_day}
    made = made.with_(developments=found, sources={"page": Source.model_validate(page)})
    return public_facts(made, (), Names(made, lineages_of(made), position), (FIRST, LAST), position)


@given(st.integers(-500, 900))
def test_a_development_is_told_only_strictly_between_the_plenaries(days: int) -> None:
    day = FIRST + timedelta(days)
    assert bool(told(development("one", str(day)))) is (FIRST < day <= LAST)


@pytest.mark.parametrize(
    ("day", "inside"),
    [("2001-06", False), ("2001-07", True), ("2002-05", True), ("2002-06", False), ("2002", False)],
)
def test_a_month_or_year_that_reaches_over_a_plenary_is_in_neither_paper(day: str, inside: bool) -> None:
    assert bool(told(development("one", day))) is inside


@pytest.mark.parametrize(
    ("source_day", "known"), [(None, True), ("2002-06-01", True), ("2002-06", True), ("2002-07", False)]
)
def test_what_only_a_later_source_tells_was_not_known_and_is_marked(
    source_day: str | None, known: bool
) -> None:
    (fact,) = told(development("one", "2002-01-01"), source_day=source_day)
    assert fact.is_told_later is not known
    reported = told(development("one", "2002-01-01", grade="reported"), source_day=source_day)
    assert bool(reported) is known, "a report of a later day is left out"


def test_acts_of_both_sides_and_official_words_weigh_more() -> None:
    joint, own, reported = told(
        development("a", "2002-01-01"),
        development("b", "2002-01-02", side="hong-kong"),
        development("c", "2002-01-03", grade="reported"),
    )
    assert joint.weight > own.weight
    assert joint.weight > reported.weight
    assert [fact.about for fact in weightiest((own, reported, joint), 1)] == ["developments/a"]


def test_one_side_s_own_measure_that_others_report_without_a_figure_is_not_told() -> None:
    assert told(development("one", "2002-01-01", side="guangdong", grade="reported")) == ()


def test_the_summary_takes_the_weightiest_of_each_area_before_a_second_of_one() -> None:
    facts = told(*(development(f"x{n}", f"2002-01-0{n}") for n in range(1, 6)))
    chosen = foremost([facts[:3], facts[3:]], 3)
    assert [fact.about for fact in chosen] == ["developments/x1", "developments/x4"]


@given(st.lists(st.sampled_from(["lamps", "buoys", "fog", "bells"]), max_size=4, unique=True))
def test_a_fact_stands_under_one_area_that_of_its_first_subject_that_has_one(threads: list[str]) -> None:
    areas = [frozenset({"buoys"}), frozenset({"lamps"})]
    if not threads:
        return
    facts = told(development("one", "2002-01-01", threads=threads))
    placed = by_first_area(facts, areas)
    assert sum(len(own) for own in placed.values()) == 1
    first = next((one for one in threads if one in ("lamps", "buoys")), None)
    assert next(iter(placed)) == {"buoys": 1, "lamps": 2, None: None}[first]


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Smart city", "smart city"),
        ("RFID", "RFID"),
        ("e-Commerce", "e-Commerce"),
        ("“Internet+ X”", "“Internet+ X”"),
    ],
)
def test_a_subject_inside_a_sentence(name: str, inside: str) -> None:
    assert in_sentence(name) == inside
