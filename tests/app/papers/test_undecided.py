"""Which undecided disputes refuse a numbered edition: those that the paper prints, and no other.

The disputes are put into the shipped records, each with a made-up value beside the real one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from egci_reports.app.papers.begin import begin_with
from egci_reports.app.papers.build import lay_out
from egci_reports.app.papers.compose import compose, disputes_in
from egci_reports.app.papers.order import Order
from egci_reports.app.records import records_of
from egci_reports.engine.document.text import blocks_of
from egci_reports.errors import EditionRefused, Finding
from egci_reports.kinds.interface import Request
from egci_reports.records.areas import Area
from egci_reports.records.base import Day, Line, PartialDate, Words
from egci_reports.records.facts import Acceptance, Decision, Disputed, Stated
from egci_reports.records.meetings import Convenor, Delegation, Listed, Outcome, Venue
from egci_reports.records.records import Records
from egci_reports.workspace import find_workspace
from tests.papers import ROOT

pytestmark = pytest.mark.slow

WORKSPACE = find_workspace(ROOT, ROOT)
RIVALS: dict[str, tuple[type[Any], Any]] = {
    "date": (Disputed[Day], date(2019, 7, 15)),
    "venue": (Disputed[Venue], Venue(city="Made-up City")),
    "reviewed": (Disputed[Line], "a made-up year"),
    "planned": (Disputed[Line], "a made-up year to come"),
    "outcome": (Disputed[Outcome], Outcome(verb="made up", words="made up a plan")),
    "convenors": (Disputed[tuple[Convenor, ...]], (Convenor(person="tony-wong", verb="made up"),)),
    "hong_kong": (Disputed[Delegation], Delegation(bodies=(Listed(body="transport-department"),))),
    "areas": (Disputed[tuple[Area, ...]], (Area(wording=Words(en="made-up works")),)),
    "guangdong": (Disputed[Delegation], Delegation(bodies=(Listed(body="transport-department"),))),
}
"""The facts put in dispute: the type of the dispute, and the made-up value."""


IN_ANNEXES = ("date", "venue", "reviewed", "planned", "outcome", "hong_kong", "areas")
"""What annual reports print of earlier plenaries."""


@cache
def shipped() -> Records:
    """Return the shipped records with the dispute on the 19th decided: nothing else waits."""
    records = records_of(WORKSPACE)
    venue = records.meetings[18].venue
    assert isinstance(venue, Disputed)
    decision = Decision(claim=2, by="The tests", on="2025-01-01", reason="Made up.")  # type: ignore[arg-type]
    return with_fact(records, 19, "venue", venue.model_copy(update={"decision": decision}))


def with_fact(records: Records, number: int, field: str, fact: object) -> Records:
    """Return records with another fact on a plenary; that on the areas stands deeper."""
    old = records.meetings[number - 1]
    value = old.areas.model_copy(update={"listed": fact}) if field == "areas" else fact
    new = old.model_copy(update={field: value})
    meetings = (new if one is old else one for one in records.meetings)
    return replace(records, meetings=tuple(meetings))


def with_dates(records: Records, table: str, key: str, *days: str) -> Records:
    """Return records in which sources differ on the date of an event, an agreement or a development."""
    dates = [{"value": day, "sources": ("egci-page",)} for day in days]
    dispute: Disputed[Any] = Disputed[PartialDate](disputed=dates)  # type: ignore[arg-type]
    moved = (
        one.model_copy(update={"date": dispute}) if one.id == key else one for one in getattr(records, table)
    )
    return replace(records, **{table: tuple(moved)})


def disputed(number: int, field: str) -> Disputed[Any]:
    """Return a dispute between the value of the shipped records and a made-up one."""
    meeting = shipped().meetings[number - 1]
    fact = meeting.areas.listed if field == "areas" else getattr(meeting, field)
    kind, rival = RIVALS[field]
    assert isinstance(fact, Stated)
    claims = [{"value": value, "sources": ("egci-page",)} for value in (fact.value, rival)]
    found: Disputed[Any] = kind(disputed=claims)
    return found


@dataclass(frozen=True)
class Read:
    """What a paper is refused for as a numbered edition, and all that a reader finds in it."""

    refused: tuple[Finding, ...]
    said: str


def read(kind: str, subject: str, records: Records) -> Read:
    """Compose a paper of records, once for all that is asked of it."""
    draft = begin_with(records, WORKSPACE, Order(kind, subject), Request(subject))
    document = compose(draft).document
    said = " ".join(text.text for text in blocks_of(document))
    return Read(disputes_in(draft, document), said.replace("\u00a0", " "))


@pytest.mark.parametrize(
    "fields",
    [tuple(RIVALS), *(pytest.param((field,), marks=pytest.mark.thorough) for field in RIVALS)],
    ids=lambda fields: fields[0] if len(fields) == 1 else "all",
)
@pytest.mark.parametrize(
    ("kind", "subject", "printed"),
    [
        ("annual", "2018", ()),  # before the meeting
        ("annual", "2019", tuple(RIVALS)),  # its own paper
        ("annual", "2023", IN_ANNEXES),
        ("history", "all", tuple(RIVALS)),
        ("record", "14", ("date", "venue", "convenors", "outcome", "hong_kong", "guangdong", "areas")),
        ("briefing", "14", ("date",)),  # the eve of it: nothing of it is known but its day
        ("briefing", "15", tuple(field for field in RIVALS if field != "reviewed")),
        ("record", "15", ("areas",)),  # it goes through the areas of the plan before
    ],
)
def test_a_paper_waits_for_what_it_prints(
    fields: tuple[str, ...], kind: str, subject: str, printed: tuple[str, ...]
) -> None:
    """All that may be in dispute is at once; with --thorough one after the other as well."""
    records = shipped()
    for field in fields:
        records = with_fact(records, 14, field, disputed(14, field))
    found = [finding.message for finding in read(kind, subject, records).refused]
    names = [field.replace("_", " ") for field in fields if field in printed]
    assert sorted(found) == sorted(f"the {name} of plenary 14 is in dispute and undecided" for name in names)


@pytest.mark.parametrize(
    "field",
    [
        pytest.param(one, marks=() if one in ("date", "venue", "areas") else pytest.mark.thorough)
        for one in IN_ANNEXES
    ],
)
@pytest.mark.parametrize("year", ["2019", "2024"])
def test_page_1_names_as_many_points_as_refuse_the_number(field: str, year: str) -> None:
    records = with_fact(shipped(), 14, field, disputed(14, field))
    records = with_fact(records, 12, "venue", disputed(12, "venue"))
    paper = read("annual", year, records)
    of_plan = year == "2024"  # its two wordings
    words = {1: "one", 2: "two", 3: "three"}[len(paper.refused) + of_plan]
    told = re.search(
        rf"is for decision\. The secretariat is to settle {words} points?(?: left from \d+)?: (.+?)\. ",
        paper.said,
    )
    assert told
    assert len(re.findall(r"\(paragraph \d+\)", told[1])) == len(paper.refused) + of_plan
    assert "the place of the 12th Plenary Meeting (paragraph " in told[1]


@pytest.mark.parametrize(
    ("year", "table", "key", "days", "title"),
    [
        (
            "2025",
            "developments",
            "single-window-arrangement-2025",
            ("2025-05", "2025-06"),
            "The Commerce and",
        ),
        ("2015", "events", "exchange-forum-2015", ("2015-07-30", "2015-07-29"), "2015 Hong Kong/Guangdong"),
        ("2015", "events", "guangdong-smart-city-plan-2014", ("2014-11-07", "2014-11-08"), "Guangdong a"),
    ],
)
def test_a_disputed_date_of_what_happened_is_for_the_secretariat_too(
    year: str, table: str, key: str, days: tuple[str, ...], title: str
) -> None:
    records = with_dates(shipped(), table, key, *days)
    paper = read("annual", year, records)
    (finding,) = paper.refused
    assert finding.about == f"{table}/{key}#date"
    assert re.search(rf"to settle \w+ points?[^:]*: .*the date of “{title}", paper.said)
    assert "The sources differ: " in paper.said


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_head_of_the_history_counts_as_many_points_as_refuse_its_number(count: int) -> None:
    records = with_fact(shipped(), 14, "venue", disputed(14, "venue"))
    if count > 1:
        records = with_fact(records, 12, "venue", disputed(12, "venue"))
    if count > 2:
        records = with_dates(records, "developments", "single-window-arrangement-2025", "2025-05", "2025-06")
    paper = read("history", "all", records)
    assert len(paper.refused) == count
    place = "the place of the {}th Plenary Meeting"
    words = {
        1: f"{place.format(14)} is",
        2: f"{place.format(12)} and {place.format(14)} are",
        3: "three points are",
    }
    assert f"Draft; {words[count]} to be settled" in paper.said


def test_what_is_decided_or_accepted_refuses_nothing_and_an_acceptance_is_printed() -> None:
    assert read("annual", "2025", shipped()).refused == ()
    accepted = Acceptance(by="The tests", on="2025-02-01", reason="Both are made up.")  # type: ignore[arg-type]
    fact = disputed(13, "venue").model_copy(update={"accepted": accepted})
    records = with_fact(shipped(), 13, "venue", fact)
    paper = read("annual", "2023", records)
    assert paper.refused == ()
    assert (
        "The place of the 13th Plenary Meeting: all values are printed, as accepted by The tests"
        in paper.said
    )
    assert "Nothing is for decision." in paper.said


def test_the_paper_of_2025_is_refused_for_the_place_of_the_19th_with_its_line() -> None:
    draft = begin_with(
        records_of(WORKSPACE), WORKSPACE, Order("annual", "2025", "1.0"), Request("2025", "1.0")
    )
    with pytest.raises(EditionRefused) as refused:
        lay_out(draft)
    (finding,) = (one for one in refused.value.findings if one.about == "meetings/19#venue")
    assert finding.code == "E601"
    lines = (ROOT / "data" / "meetings" / "19.yaml").read_text("utf-8").splitlines()
    assert str(finding.position) == f"data/meetings/19.yaml:{lines.index('venue:') + 2}:3"
    assert "accept it with a reason" in (finding.hint or "")


@pytest.mark.parametrize(
    ("kind", "subject"), [("annual", "2023"), ("annual", "2010"), ("record", "20"), ("record", "18")]
)
def test_a_paper_that_does_not_print_the_place_of_the_19th_is_not_refused_for_it(
    kind: str, subject: str
) -> None:
    assert read(kind, subject, records_of(WORKSPACE)).refused == ()
