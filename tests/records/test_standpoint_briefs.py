"""At a standpoint officers' words are those of a folder from which everything later has been deleted."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from egci_reports.records.briefs import ItemBrief
from egci_reports.records.checks import check_records
from egci_reports.records.load import read_records
from egci_reports.records.packs import Further, Steering
from egci_reports.records.records import Records
from egci_reports.records.standpoint import as_of
from tests.clearing import clear_signed
from tests.loading import load_records
from tests.made_up_pack import made
from tests.records.earlier import LOADER, Scissors
from tests.records.test_standpoint import differences

pytestmark = pytest.mark.slow

COMING = 4
EVE = date(2013, 5, 7)
DATED = re.compile(r"\b(?:date|on|agreed_on|due): '?(\d{4}-\d{2}-\d{2})")
OTHER_DAYS = ("2012-05-02", "2012-05-08", "2012-05-09", "2013-04-23", "2013-05-07", "2013-05-08")
PEOPLE = """
- {id: named-in-the-pack, name: Guy Made-Up, surname: Made-Up, side: hong-kong}
- {id: named-in-an-old-pack, name: Hal Made-Up, surname: Made-Up, side: hong-kong}
- {id: named-in-the-pack-after, name: Ida Made-Up, surname: Made-Up, side: hong-kong}
"""
HELD = """# MADE UP: words for a plenary that was never held.
plenary: 3
delegations:
  expected_from: The Made-up Secretary
  author: The Made-up Secretary
  date: 2012-05-02
  cleared: {by: The Made-up Signal Master, on: 2012-05-10}
  members: [{body: made-up-pier-office, person: named-in-an-old-pack}]
closing: {expected_from: The Made-up Secretary, due: 2012-05-04}
annexes: [{title: An old paper, file: Old paper.pdf, date: 2012-05-08}]
"""
AFTER = """# MADE UP: words for a plenary after the one to come.
plenary: 5
delegations:
  author: The Made-up Secretary
  date: 2012-05-01
  members: [{body: made-up-pier-office, person: named-in-the-pack-after}]
annexes: [{title: An early paper, file: early.pdf}]
"""
BRIEFS = {
    "03/pack.yaml": HELD,
    "03/brief-3.yaml": "plenary: 3\narea: 3\nauthor: A Clerk\ndate: 2012-05-03\nobjective: Fog.\n",
    "05/pack.yaml": AFTER,
    "05/brief-1.yaml": "plenary: 5\narea: 1\nauthor: A Clerk\ndate: 2012-05-01\nobjective: Lamps.\n",
}


def edited(words: Any) -> Any:
    """Return the words of the made-up pack with days that differ from part to part."""
    words["agenda"]["date"] = "2013-04-10"
    words["opening"]["date"] = "2013-04-24"
    words["closing"] = {"author": "A Clerk", "date": "2013-04-20", "en": "MARKER-CLOSING Thank you."}
    words["forums"] = {"expected_from": "The Made-up Secretary", "due": "2013-04-30"}
    words["delegations"]["members"].append({"body": "made-up-pier-office", "person": "named-in-the-pack"})
    words["further"] += [
        {
            "title": "Logistics",
            "expected_from": "The Made-up Porter",
            "due": "2013-05-03",
            "author": "A Made-up Clerk",
            "date": "2013-05-02",
            "text": "MARKER-LATE Nobody comes.",
            "bodies": ["made-up-pier-office"],
        }
    ]
    words["annexes"] += [
        {"title": "Made-up afterthought", "file": "Late paper.pdf", "date": "2013-04-27"},
        {
            "title": "Made-up paper",
            "file": "undated.pdf",
            "validated": {"by": "the tests", "on": "2013-04-28"},
        },
    ]
    return words


def words_as_they_are() -> dict[str, str]:
    """Return the texts of the files under briefs/ of the made-up pack."""
    folder = made.HERE / "data" / "briefs" / "04"
    return {f"04/{path.name}": path.read_text("utf-8") for path in folder.iterdir()}


def words_of_more_days() -> dict[str, str]:
    """Return the texts of the files under briefs/, with those for more plenaries."""
    written = words_as_they_are()
    words = edited(yaml.load(written["04/pack.yaml"], Loader=LOADER))
    text = yaml.safe_dump(words, allow_unicode=True, sort_keys=False)
    return {**written, "04/pack.yaml": text, **BRIEFS}


def interesting_days(written: Iterable[str]) -> list[date]:
    """Return each day that words name, and that of the plenary, each with the day before it."""
    named = {day for text in written for day in DATED.findall(text)}
    days = {*map(date.fromisoformat, named), EVE + timedelta(days=1)}
    return sorted(days | {day - timedelta(days=1) for day in days})


DAYS = interesting_days(words_as_they_are().values())
MORE_DAYS = interesting_days(words_of_more_days().values())


@pytest.fixture(scope="module")
def wider(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the made-up pack with words of more days, and for more plenaries than the one to come."""
    data = shutil.copytree(made.workspace() / "data", tmp_path_factory.mktemp("wider") / "data")
    for name, text in words_of_more_days().items():
        (data / "briefs" / name).parent.mkdir(exist_ok=True)
        (data / "briefs" / name).write_text(text, "utf-8")
    for name in ("03/Old paper.pdf", "04/Late paper.pdf", "04/undated.pdf", "05/early.pdf"):
        (data / "annexes" / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(data / "annexes" / "04" / "report-2012.pdf", data / "annexes" / name)
    with (data / "people.yaml").open("a", encoding="utf-8") as people:
        people.write(PEOPLE)
    clear_signed(data.parent)
    return data


@pytest.fixture(scope="module")
def records(wider: Path) -> Records:
    return load_records(wider)


@pytest.fixture(scope="module")
def pack() -> Records:
    return load_records(made.workspace() / "data")


def cut_copy(data: Path, folder: Path, day: date, coming: int | None) -> Counter[str]:
    """Copy the data to a folder and cut away what is later."""
    shutil.copytree(data, folder)
    return Scissors(folder, day, coming).run()


def loaded(data: Path) -> Records:
    """Load what the scissors left, without the names of publishers, which no file may lack."""
    records = load_records(data)
    sources = {key: one.model_copy(update={"publisher": None}) for key, one in records.sources.items()}
    return replace(records, sources=sources)


def test_nothing_is_wrong_with_the_words_of_more_days(wider: Path) -> None:
    assert check_records(read_records(wider)) == ()


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_words_of_a_day_are_those_from_which_all_that_is_later_was_deleted(
    pack: Records, tmp_path: Path, day: date
) -> None:
    cut_copy(made.workspace() / "data", tmp_path / "data", day, COMING)
    wanted, found = loaded(tmp_path / "data"), as_of(pack, day, coming=COMING)
    assert differences(found, wanted) == []
    assert found == wanted
    assert found.digest == wanted.digest


@pytest.mark.parametrize(
    ("day", "coming"),
    [
        *((day, COMING) for day in MORE_DAYS),
        *((date.fromisoformat(day), coming) for day in OTHER_DAYS for coming in (None, 3, 5)),
    ],
    ids=str,
)
def test_words_of_more_days_and_for_more_plenaries_are_cut_alike(
    records: Records, wider: Path, tmp_path: Path, day: date, coming: int | None
) -> None:
    cut_copy(wider, tmp_path / "data", day, coming)
    wanted, found = loaded(tmp_path / "data"), as_of(records, day, coming=coming)
    assert differences(found, wanted) == []
    assert found.digest == wanted.digest


@pytest.mark.parametrize("day", MORE_DAYS[::3], ids=str)
def test_what_is_left_of_the_words_names_nothing_that_is_gone(wider: Path, tmp_path: Path, day: date) -> None:
    cut_copy(wider, tmp_path / "data", day, COMING)
    found = check_records(read_records(tmp_path / "data"))
    assert [f"{finding.position} {finding.message}" for finding in found if finding.is_error] == []


def test_the_scissors_cut_something_of_every_kind_of_words(wider: Path, tmp_path: Path) -> None:
    cut = Counter[str]()
    for day in (date(2012, 5, 8), date(2013, 4, 9), date(2013, 4, 18), date(2013, 4, 24)):
        cut += cut_copy(wider, tmp_path / day.isoformat(), day, COMING)
    kinds = ("briefs", "parts", "cleared", "agreed_on", "validated", "annexes", "files of annexes", "people")
    assert [kind for kind in kinds if not cut[kind]] == []


def test_a_later_standpoint_changes_nothing_that_an_earlier_one_shows(records: Records) -> None:
    for earlier, later in pairwise(MORE_DAYS):
        then = as_of(as_of(records, later, coming=COMING), earlier, coming=COMING)
        assert then == as_of(records, earlier, coming=COMING)


def test_the_day_after_all_of_them_nothing_of_the_words_is_gone(records: Records) -> None:
    then = as_of(records, date(2013, 5, 20), coming=5)
    assert (then.packs, then.briefs) == (records.packs, records.briefs)
    assert then.annexes == records.annexes


# -- what a reader of the pack would see -------------------------------------------------------------------


def texts(value: Any) -> Iterator[str]:
    """Yield every text in what is left of the words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part)


def words_at(records: Records, day: date, coming: int | None = COMING) -> list[str]:
    then = as_of(records, day, coming=coming)
    return [text for one in (*then.packs, *then.briefs) for text in texts(one.model_dump())]


def test_before_it_was_written_a_part_says_whose_it_is_and_when_it_is_due(records: Records) -> None:
    then = as_of(records, date(2013, 4, 22), coming=COMING).pack(COMING)
    assert then.steering == Steering(expected_from="The Made-up Secretary", due=date(2013, 4, 24))
    announced = Further(
        title="Logistics",
        expected_from="The Made-up Porter",
        due=date(2013, 5, 3),
        bodies=("made-up-pier-office",),
    )
    assert then.further == (announced,)


def test_before_it_was_written_a_brief_has_its_number_and_its_lead_alone(records: Records) -> None:
    then = as_of(records, date(2013, 4, 21), coming=COMING)
    assert then.brief(4, 1) == ItemBrief(plenary=4, area=1, lead="made-up-signal-office")
    assert as_of(records, date(2013, 4, 22), coming=COMING).brief(4, 1).is_open


def test_on_the_day_before_the_first_word_no_word_is_known(records: Records) -> None:
    assert not [text for text in words_at(records, date(2013, 4, 9)) if "MARKER" in text]
    assert any("MARKER-LATE" in text for text in words_at(records, date(2013, 5, 2)))
    assert not [text for text in words_at(records, date(2013, 5, 1)) if "MARKER-LATE" in text]


@pytest.mark.parametrize(
    ("day", "is_cleared"), [(date(2013, 4, 23), False), (date(2013, 4, 24), False), (date(2013, 4, 25), True)]
)
def test_a_clearance_counts_from_its_own_day(records: Records, day: date, is_cleared: bool) -> None:
    part = as_of(records, day, coming=COMING).pack(COMING).steering
    assert part.is_written
    assert (part.cleared is not None, part.is_open) == (is_cleared, not is_cleared)


def test_an_agenda_is_a_draft_until_the_day_on_which_it_was_agreed(records: Records) -> None:
    def agreed(day: date) -> date | None:
        agenda = as_of(records, day, coming=COMING).pack(COMING).agenda
        assert agenda.items
        return agenda.agreed_on

    assert agreed(date(2013, 4, 18)) is None
    assert agreed(date(2013, 4, 19)) == date(2013, 4, 19)


def test_annexes_of_later_days_are_gone_with_their_files(records: Records) -> None:
    def annexes(day: date) -> tuple[list[str], list[str]]:
        then = as_of(records, day, coming=COMING)
        of_the_pack = [key.rpartition("/")[2] for key in then.annexes if "/04/" in key]
        return [annex.file for annex in then.pack(COMING).annexes], of_the_pack

    first = ["undated.pdf"]
    held = ["notes.pdf", "report-2012.pdf", *first]
    late = ["notes.pdf", "report-2012.pdf", "Late paper.pdf", *first]
    assert annexes(date(2012, 5, 8)) == (first, first)
    assert annexes(date(2012, 5, 9)) == (held, held)
    assert annexes(date(2013, 4, 26)) == (held, held)
    assert annexes(date(2013, 4, 27)) == (late, late)


def test_a_validation_counts_from_its_own_day(records: Records) -> None:
    def validated(day: date) -> list[str]:
        annexes = as_of(records, day, coming=COMING).pack(COMING).annexes
        return [annex.file for annex in annexes if annex.validated]

    assert validated(date(2013, 4, 21)) == []
    assert validated(date(2013, 4, 22)) == ["report-2012.pdf"]
    assert validated(date(2013, 4, 28)) == ["report-2012.pdf", "undated.pdf"]


@pytest.mark.parametrize(
    ("day", "coming", "plenaries"),
    [
        (date(2012, 5, 8), None, []),
        (date(2012, 5, 8), 3, [3]),
        (date(2012, 5, 9), None, [3]),
        (EVE, None, [3]),
        (EVE, 4, [3, 4]),
        (EVE, 5, [3, 5]),
        (EVE + timedelta(days=1), None, [3, 4]),
        (EVE + timedelta(days=1), 5, [3, 4, 5]),
    ],
    ids=str,
)
def test_packs_are_those_for_plenaries_held_and_for_the_one_to_come(
    records: Records, day: date, coming: int | None, plenaries: list[int]
) -> None:
    then = as_of(records, day, coming=coming)
    assert [pack.plenary for pack in then.packs] == plenaries
    assert {brief.plenary for brief in then.briefs} == set(plenaries)
    assert {int(key.split("/")[1]) for key in then.annexes} == set(plenaries)


def test_persons_are_known_from_the_day_on_which_the_delegation_was_written(records: Records) -> None:
    def people(day: date, coming: int | None) -> set[str]:
        return {key for key in as_of(records, day, coming=coming).people if key.startswith("named-in")}

    assert people(date(2012, 5, 1), 3) == set()
    assert people(date(2012, 5, 2), 3) == {"named-in-an-old-pack"}
    assert people(date(2013, 4, 22), 4) == {"named-in-an-old-pack"}
    assert people(date(2013, 4, 23), 4) == {"named-in-an-old-pack", "named-in-the-pack"}
    assert people(EVE, None) == {"named-in-an-old-pack"}
