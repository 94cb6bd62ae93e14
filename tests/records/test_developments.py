"""Public developments: each rests on words that carry its figures; none is the business of the group."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from egci_reports.records.checks import check_records
from egci_reports.records.developments import Belonging, Development
from egci_reports.records.facts import Stated
from egci_reports.records.grades import SourceGrade
from egci_reports.records.load import read_records
from egci_reports.records.records import Records
from egci_reports.records.sources import Source
from tests.conftest import REAL
from tests.loading import load_records

RECORDS = load_records(REAL)
EACH = pytest.mark.parametrize("one", RECORDS.developments, ids=lambda one: one.id)
_DATES = re.compile(
    r"\b\d{1,2} (?=[JFMASOND][a-z]+ )|\b(?:19|20)\d\d\b|\b(?:1[0-9]|2[0-9])(?:th|nd)\b|\bDigital 21\b|\b5G\b"
)
"""Dates, numbers of meetings, and a name: no figures."""


def sources_of(records: Records, one: Development) -> list[Source]:
    return [records.sources[key] for key in one.sources]


@EACH
def test_each_has_sources_that_a_reader_can_find(one: Development) -> None:
    for source in sources_of(RECORDS, one):
        assert source.publisher
        assert source.title.strip("[]")
        assert source.date or source.note or source.url


@EACH
def test_each_is_near_a_subject_or_says_why_not(one: Development) -> None:
    assert bool(one.threads) != bool(one.no_thread)
    assert set(one.threads) <= set(RECORDS.threads)


@EACH
def test_each_figure_stands_in_a_quotation_and_is_somebodys(one: Development) -> None:
    assert all(one.carries(figure) and figure.whose and figure.unit for figure in one.figures)


@EACH
def test_no_number_is_told_that_is_no_figure_of_the_record(one: Development) -> None:
    told = set(re.findall(r"\d[\d .]*\d|\d", _DATES.sub("", one.text)))
    quoted = " ".join(quotation.words for quotation in one.quotations)
    known = {figure.value for figure in one.figures}
    assert all(number in known or number in quoted for number in told), (told, known)


@EACH
def test_an_inferred_date_says_from_what(one: Development) -> None:
    assert not one.inferred or (isinstance(one.date, Stated) and one.date.note)


@EACH
def test_only_a_source_that_is_official_throughout_goes_without_a_grade(one: Development) -> None:
    if one.grade in (SourceGrade.MACHINE, SourceGrade.REPORTED, SourceGrade.FIRST_PART):
        assert not one.is_quotable


def test_nothing_is_business_of_the_group_by_its_subject() -> None:
    assert {one.belongs for one in RECORDS.developments} == {Belonging.JOINT_CONFERENCE, Belonging.NEITHER}


def test_the_54_services_have_two_owners_and_are_nobodys_figure() -> None:
    (launch,) = (event for event in RECORDS.events if event.id == "cross-boundary-public-services-2023")
    (point,) = launch.discrepancies
    assert [version.sources for version in point.versions] == [
        ("isd-2023-11-02", "scmp-2023-11"),
        ("echinagov-2023-11",),
    ]
    assert not any("Hong Kong services" in detail for detail in launch.details)


def test_figures_that_do_not_fit_each_other_keep_their_doubt() -> None:
    (one,) = (d for d in RECORDS.developments if d.id == "single-e-lock-2022")
    assert one.figures[0].caution


@pytest.mark.parametrize(
    ("figure", "words", "carried"),
    [
        ("2 360", "59批、2360头活猪", True),
        ("2 360", "some 2,360 pigs", True),
        ("16", "65009 16 pigs", True),
        ("63", "from 52 to 63 points", True),
        ("63", "from 52 to 630 points", False),
        ("36", "some 2,360 pigs", False),
    ],
)
def test_a_figure_is_found_whole_or_not_at_all(figure: str, words: str, *, carried: bool) -> None:
    one = Development.model_validate(
        {
            "id": "made-up",
            "text": "Made up.",
            "date": "2010",
            "side": "joint",
            "belongs": "neither",
            "threads": ["buoys"],
            "figures": [{"value": figure, "unit": "made-up things", "whose": "joint"}],
            "quotations": [{"sources": ["made-up-page"], "words": words}],
        }
    )
    assert one.carries(one.figures[0]) is carried


ENTRY = """# MADE UP: nothing of this happened.
- id: made-up-lamps
  text: 63 lamps were lit.
  date: {date}
  side: joint
  belongs: neither
  {near}
  {adds}
  figures: [{{value: "63", unit: lamps, whose: joint}}]
  quotations: [{{sources: [made-up-page], words: {words}}}]
"""
RIGHT = {"date": "2010-01", "near": "threads: [buoys]", "adds": "side: joint", "words": "63 lamps"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, None),
        ({"words": "65 lamps"}, "C282"),
        ({"near": "bodies: []"}, "C283"),
        ({"near": "threads: [buoys]\n  no_thread: None is near."}, "C283"),
        ({"adds": "adds_to: nowhere"}, "C284"),
        ({"date": "{value: 2010-01}\n  inferred: true"}, "C285"),
    ],
    ids=str,
)
def test_check_tells_what_a_development_lacks(
    made_up: Path, change: dict[str, str], code: str | None
) -> None:
    text = ENTRY.format(**{**RIGHT, **change}).replace("\n  side: joint\n  figures", "\n  figures")
    (made_up / "data" / "developments.yaml").write_text(text, encoding="utf-8")
    found = check_records(read_records(made_up / "data"))
    assert [one.code for one in found if one.position and "developments" in one.position.file] == (
        [code] if code else []
    )
