"""At a standpoint the records are those of a folder from which everything later has been deleted."""

from __future__ import annotations

import re
import shutil
from calendar import month_name
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pydantic import BaseModel

from egci_reports.records.checks import check_records
from egci_reports.records.facts import values
from egci_reports.records.load import read_records
from egci_reports.records.records import Records
from egci_reports.records.standpoint import as_of
from tests.cases import mostly_thorough
from tests.conftest import MADE_UP, REAL, RETURNS
from tests.loading import load_records
from tests.papers import TELLING
from tests.records.earlier import Scissors

pytestmark = pytest.mark.slow

MONTHS = month_name[1:]
YEARS = [date(year, 12, 31) for year in range(2006, 2026)]
ODD = [
    "2004-07-01",  # the lead office is founded; no plenary yet
    "2006-05-16",
    "2006-05-17",  # the first plenary
    "2007-06-22",  # six weeks before the Arrangement
    "2007-07-15",  # a bureau founded "2007-07", the month not yet over
    "2008-04-10",  # a post that begins "2008-04"
    "2008-10-30",  # a working group of "2008-10", the last day but one
    "2008-10-31",
    "2009-06-05",
    "2011-06-30",  # a name seen in "2011"
    "2012-03-31",  # the day before one authority takes the place of another
    "2012-04-01",
    "2012-08-10",
    "2015-11-20",
    "2022-06-30",
    "2022-07-01",
    "2023-12-30",  # a contract announced in "2023-12"
    "2024-03-15",  # a meeting of "2024-03"
    "2024-06-14",
    "2024-07-24",  # the last day of the old lead office
    "2024-07-25",
    "2024-10-08",
    "2024-10-09",  # the nineteenth plenary
    "2025-10-19",  # the day before the day up to which plenaries are kept
    "2025-10-20",  # the twentieth plenary
    "2026-11-23",
    "2026-11-24",  # the day of the decisions
]
NOTHING_YET = date.fromisoformat(ODD[0])
_LESS = pytest.mark.thorough
DAYS = [
    *(pytest.param(day, marks=() if day.year in TELLING else _LESS) for day in YEARS),
    *mostly_thorough(map(date.fromisoformat, ODD), (0, 2, 4, 6, 9, 10, 16, 17, 19, 22, 24, 26)),
]
MADE_UP_ODD = [
    "2009-03-01",
    "2009-03-15",  # a signing of 2 March by one source, of "2009-03" by another
    "2009-03-31",
    "2009-08-31",
    "2009-09-01",  # a decision on the name of a document
    "2010-01-31",
    "2010-02-01",  # the decision on the disputed day
    "2010-03-31",
    "2010-04-01",  # a merger
    "2010-07-14",
    "2010-09-30",
]
RETURN_DAYS = [
    "2010-05-12",
    "2011-03-30",  # a return for a plenary that is still to come
    "2011-05-11",  # the second plenary closes an action
    "2012-04-20",  # a return is excused
    "2012-05-08",
    "2012-05-09",  # the third plenary
]
LATE_BODY = """
- id: made-up-late-office
  side: hong-kong
  kind: department
  founded: 2010-05
  names:
    - name: Made-up Late Office
"""
DECIDED_AT_ONCE = """
- id: made-up-note
  subject: fog
  level: industry
  date:
    disputed:
      - {value: 2009-03-02, sources: [made-up-page]}
      - {value: 2009-03-20, sources: [made-up-report]}
    decision: {claim: 2, by: The tests, on: 2009-03-05, reason: the report gives the day}
  sources: [made-up-page, made-up-report]
"""
TEXTS = """# MADE UP: texts that no officer wrote.
texts:
  - {section: summary, text: Written in spring., author: The tests, date: 2010-05-01}
  - {section: summary, text: Written in autumn., author: The tests, date: 2010-11-01}
"""


def cut_copy(data: Path, tmp_path: Path, day: date) -> tuple[Path, Counter[str]]:
    """Copy records and delete all that is later than a day; return the copy, and what was cut."""
    copy = tmp_path / day.isoformat()
    shutil.copytree(data, copy)
    return copy, Scissors(copy, day).run()


def from_a_cut_copy(data: Path, tmp_path: Path, day: date) -> tuple[Records, Counter[str]]:
    """Load what the scissors leave."""
    copy, cut = cut_copy(data, tmp_path, day)
    return without_publishers(load_records(copy)), cut


def without_publishers(records: Records) -> Records:
    """Take the names of publishers out, which no file may lack."""
    sources = {key: one.model_copy(update={"publisher": None}) for key, one in records.sources.items()}
    return replace(records, sources=sources)


def differences(one: Records, other: Records) -> list[str]:
    names = [each.name for each in fields(Records) if each.compare]
    return [name for name in names if getattr(one, name) != getattr(other, name)]


@pytest.fixture(scope="module")
def real() -> Records:
    return load_records(REAL)


@pytest.fixture
def wider(made_up: Path) -> Path:
    for name, more in (("bodies", LATE_BODY), ("agreements", DECIDED_AT_ONCE)):
        with (made_up / "data" / f"{name}.yaml").open("a", encoding="utf-8") as file:
            file.write(more)
    (made_up / "data" / "papers").mkdir()
    (made_up / "data" / "papers" / "annual-2010.yaml").write_text(TEXTS, encoding="utf-8")
    return made_up / "data"


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_records_of_a_day_are_those_from_which_all_that_is_later_was_deleted(
    real: Records, tmp_path: Path, day: date
) -> None:
    """What is left names nothing that is gone."""
    loaded = read_records(cut_copy(REAL, tmp_path, day)[0])
    assert loaded.records is not None, loaded.findings
    wanted, found = without_publishers(loaded.records), as_of(real, day)
    assert differences(found, wanted) == []
    assert found == wanted
    if day != NOTHING_YET:
        wrong = [one for one in check_records(loaded) if one.is_error]
        assert [f"{one.position} {one.message}" for one in wrong] == []


@pytest.mark.parametrize("day", [*YEARS[:6], *map(date.fromisoformat, MADE_UP_ODD)], ids=str)
def test_made_up_records_with_disputes_texts_and_parts_of_dates_are_cut_alike(
    wider: Path, tmp_path: Path, day: date
) -> None:
    wanted, _ = from_a_cut_copy(wider, tmp_path, day)
    assert differences(as_of(load_records(wider), day), wanted) == []


@pytest.mark.parametrize("day", [date.fromisoformat(day) for day in RETURN_DAYS], ids=str)
def test_returns_and_actions_are_cut_alike(tmp_path: Path, day: date) -> None:
    wanted, cut = from_a_cut_copy(RETURNS / "data", tmp_path, day)
    found = as_of(load_records(RETURNS / "data"), day)
    assert differences(found, wanted) == []
    assert found == wanted
    assert cut["returns"] or day >= date(2012, 5, 9)


def test_the_scissors_cut_something_of_every_kind(wider: Path, tmp_path: Path) -> None:
    cut = Counter()
    for data, day in ((wider, date(2009, 8, 31)), (REAL, date(2010, 12, 31))):
        cut += from_a_cut_copy(data, tmp_path, day)[1]
    kinds = (
        "meetings",
        "agreements",
        "events",
        "bodies",
        "people",
        "threads",
        "phases",
        "sources",
        "texts",
        "distribution",
    )
    parts = ("entries", "seen", "leads", "facts", "ends", "dissolved", "decision", "ends of phases")
    assert [kind for kind in (*kinds, *parts) if not cut[kind]] == []


def test_a_later_standpoint_changes_nothing_that_an_earlier_one_shows(real: Records) -> None:
    for day in (date(year, 12, 31) for year in TELLING):
        assert as_of(as_of(real, day + timedelta(days=400)), day) == as_of(real, day)


def test_on_the_last_day_of_all_only_what_sources_are_called_today_is_gone(real: Records) -> None:
    found = as_of(real, date(2100, 1, 1))
    assert differences(found, real) == ["group", "sources", "areas", "phases"]
    asked = [*found.group.notes, *found.areas.threads, found.areas.mapping, *found.phases]
    assert {one.written_for for one in asked} == {None}
    assert found.group.kept_up_to == real.group.kept_up_to
    assert found.sources.keys() == real.sources.keys()


def test_a_decision_counts_from_its_own_day() -> None:
    records = load_records(MADE_UP / "data")

    def days_of(day: date) -> list[str]:
        ferry = [one for one in as_of(records, day).agreements if one.id == "made-up-ferry-memorandum"]
        return [str(claim.value) for one in ferry for claim in [one.date.decided] if claim]

    assert days_of(date(2010, 1, 31)) == []
    assert days_of(date(2010, 2, 1)) == ["2009-03-02"]


FORESEEN = (
    "2008 Digital 21 Strategy published",
    "by the first quarter of 2013",
    "at the end of October 2012",
    "2014 to 2020",
    "its launch was expected in mid-2020",
    "on a page dated 18 July 2012",
)
"""Later dates that may be told: plans and hopes of the day, and the date of one report of the day after."""


def texts(value: object) -> Iterator[str]:
    """Yield every text inside, but for ids and addresses."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in ("id", "sources", "url"):
                yield from texts(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif isinstance(value, str):
        yield value


def days_told(text: str) -> Iterator[date]:
    """Yield the first day that each date in a text can mean: 2 August 2007, August 2007, 2007."""
    for day, month, year in re.findall(
        rf"(?:(\d{{1,2}}) )?(?:({'|'.join(MONTHS)}) )?\b((?:19|20)\d\d)\b", text
    ):
        yield date(int(year), MONTHS.index(month) + 1 if month else 1, int(day) if month and day else 1)


@pytest.mark.parametrize("number", range(1, 20))
def test_on_the_day_of_a_plenary_no_text_speaks_of_a_later_day(real: Records, number: int) -> None:
    plenary = real.meeting(number)
    assert plenary is not None
    (day,) = values(plenary.date)
    then = as_of(real, day)
    told = (then.group, *then.bodies.values(), *then.people.values(), *then.areas.threads, *then.phases)
    told += (*then.agreements, *then.events, *then.meetings)
    later = [text for one in told for text in texts(one) if any(known > day for known in days_told(text))]
    assert [text for text in later if not any(plan in text for plan in FORESEEN)] == []
