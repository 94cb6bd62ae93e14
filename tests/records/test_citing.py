"""Each fact rests on its own sources, else on those of what holds it; never on a page that nobody named."""

from __future__ import annotations

from pathlib import Path

import pytest

from egci_reports.records.citing import with_sources
from egci_reports.records.facts import Stated, settled
from egci_reports.records.meetings import Meeting
from egci_reports.records.records import Records
from tests.conftest import REAL
from tests.loading import load_records

RECORDS = load_records(REAL)
RELEASE, REPORT = "isd-2025-10-20", "longbridge-2025-10-20"


def twentieth(records: Records) -> Meeting:
    return next(one for one in records.meetings if one.number == 20)


def test_a_fact_without_sources_rests_on_those_of_its_file() -> None:
    before, after = twentieth(RECORDS), twentieth(with_sources(RECORDS))
    assert isinstance(before.date, Stated)
    assert before.date.sources == ()
    assert isinstance(after.date, Stated)
    assert after.date.sources == (RELEASE, REPORT)


def test_an_item_keeps_the_sources_of_its_own() -> None:
    areas = settled(twentieth(with_sources(RECORDS)).areas.listed) or ()
    assert [area.sources for area in areas] == [(RELEASE,)] * 2 + [(REPORT,)] * 3


def test_nothing_of_the_twentieth_rests_on_the_page_of_the_group() -> None:
    assert "egci-page" not in twentieth(with_sources(RECORDS)).model_dump_json()


def test_it_changes_nothing_twice_and_invents_no_source() -> None:
    once = with_sources(RECORDS)
    assert with_sources(once) == once
    assert once.sources == RECORDS.sources
    assert once.bodies == RECORDS.bodies


@pytest.mark.parametrize("folder", ["made_up", "made_up_returns"])
def test_made_up_facts_rest_on_what_their_files_name(folder: str) -> None:
    loaded = load_records(Path(__file__).parents[1] / folder / "data")
    for meeting in with_sources(loaded).meetings:
        assert not isinstance(meeting.date, Stated) or meeting.date.sources
