"""Between which days an agreement or an event happened, and what a year has of it."""

from __future__ import annotations

from datetime import date

import pytest

from egci_reports.analysis.occasions import between, dated_occasions
from egci_reports.analysis.plenaries import series_of
from egci_reports.records.occasions import Agreement
from tests.analysis.made import meeting, records


def agreement(key: str, when: object) -> Agreement:
    fields = {"id": key, "subject": "lamps", "level": "government", "date": when, "sources": ["page"]}
    return Agreement.model_validate(fields)


def span(when: object) -> tuple[str, str]:
    made = records(meeting(1), agreements=(agreement("one", when),))
    (found,) = dated_occasions(made, series_of(made))
    return str(found.first), str(found.last)


def test_while_sources_dispute_its_day_it_lies_between_the_earliest_and_the_latest() -> None:
    claims = [{"value": day, "sources": ["page"]} for day in ("2001-05", "2001-03-02", "2001-04-30")]
    assert span({"disputed": claims}) == ("2001-03-02", "2001-05-31")
    assert span("2001-02") == ("2001-02-01", "2001-02-28")


@pytest.mark.parametrize(
    ("after", "until", "found"),
    [
        (
            "2001-06-01",
            "2002-06-01",
            ["later"],
        ),  # the day of the plenary itself belongs to what ended with it
        ("2001-05-31", "2002-06-01", ["early", "later"]),
        ("2001-06-01", "2002-05-31", []),
        (None, "2001-06-01", ["early"]),
        ("2001-06-01", None, ["later"]),
    ],
)
def test_what_happened_on_the_last_day_belongs_to_the_span_and_on_the_day_before_it_does_not(
    after: str | None, until: str | None, found: list[str]
) -> None:
    agreements = (agreement("early", "2001-06-01"), agreement("later", "2002-06-01"))
    made = records(meeting(1), agreements=agreements)
    days = [date.fromisoformat(day) if day else None for day in (after, until)]
    told = between(dated_occasions(made, series_of(made)), *days)
    assert [one.record.id for one in told] == found
