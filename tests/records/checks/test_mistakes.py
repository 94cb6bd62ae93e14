"""Each planted mistake is found at its line and column, and nothing else is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from egci_reports.codes import CODES
from tests.conftest import MADE_UP
from tests.records.checks.brief_mistakes import BRIEF_MISTAKES, MOVED_MISTAKES
from tests.records.checks.mistakes import MISTAKES
from tests.records.checks.planting import Mistake, findings, place, plant
from tests.records.checks.return_mistakes import CHAINED_MISTAKES, RETURN_MISTAKES


@cache
def _before() -> set[tuple[str, str]]:
    """What is told of the made-up records as they are."""
    return _unplaced(MADE_UP)


def _unplaced(root: Path) -> set[tuple[str, str]]:
    return {(finding.code, finding.message) for finding in findings(root)}


def test_the_made_up_records_have_one_open_dispute_and_nothing_else() -> None:
    assert [finding.code for finding in findings(MADE_UP)] == ["C301"]


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_mistake_is_found_at_its_place_and_no_other(made_up: Path, mistake: Mistake) -> None:
    original = plant(made_up, mistake)
    found = [finding for finding in findings(made_up) if (finding.code, finding.message) not in _before()]
    file, line, column = place(made_up, mistake, original)
    told = [f"{finding.code} {finding.position} {finding.message}" for finding in found]
    assert len(found) == 1, told
    assert told[0].startswith(f"{mistake.code} {file}:{line}:{column} "), (
        f"{told} should be at {line}:{column}"
    )
    finding = found[0]
    assert finding.source is not None
    assert finding.hint
    assert finding.is_error is (not mistake.code.startswith("C3"))


def test_there_are_mistakes_enough_and_none_twice() -> None:
    assert len(MISTAKES) >= 60
    assert len({mistake.name for mistake in MISTAKES}) == len(MISTAKES)


def test_every_code_of_the_records_is_planted() -> None:
    moved = (one.mistake for one in MOVED_MISTAKES)
    everywhere = (*MISTAKES, *RETURN_MISTAKES, *CHAINED_MISTAKES, *BRIEF_MISTAKES, *moved)
    planted = {mistake.code for mistake in everywhere}
    of_records = {code for code in CODES if code[:2] in ("Y1", "R1", "C2", "C3", "C4")}
    elsewhere = {
        "Y101",
        "Y102",
        "Y103",
        "Y104",
        "Y105",
        "Y113",
        "R101",
        "R113",
        "R114",
        "R116",
        "C304",
        "C282",  # public developments: see tests/records/test_developments.py
        "C283",
        "C284",
        "C285",
        "C318",
        "C329",
        "C322",  # acknowledgements: see tests/cli/test_acknowledge.py
    }
    assert of_records - planted == elsewhere


BOUNDARIES = {
    "seen in the post on its last day": (
        "people.yaml",
        "      ends: 2010-03-31",
        "      ends: 2010-03-31\n      seen: [2010-03-31]",
    ),
    "seen in the post on its first day": (
        "people.yaml",
        "      starts: 2010-04-01",
        "      starts: 2010-04-01\n      seen: [2010-04-01]",
    ),
    "seen in the month in which the post began": (
        "people.yaml",
        "      starts: 2010-04-01",
        "      starts: 2010-04-01\n      seen: [2010-04]",
    ),
    "a position on the day of the plenary": ("meetings/04.yaml", "2010-09-30", "2010-07-14"),
}
"""Dates that are just right."""


@pytest.mark.parametrize("name", BOUNDARIES)
def test_what_is_just_right_is_not_told_of(made_up: Path, name: str) -> None:
    file, old, new = BOUNDARIES[name]
    plant(made_up, Mistake(name, file, old, new, "", ""))
    assert _unplaced(made_up) - _before() == set()


@pytest.mark.parametrize("words", ["such as", "Among Others", "and others", "etc.", "such areas as"])
def test_every_way_to_leave_a_list_open_is_known(made_up: Path, words: str) -> None:
    edited = Mistake(words, "meetings/03.yaml", "  words: ", f"  words: the plan {words} ", "C261", "words")
    plant(made_up, edited)
    told = [message for code, message in _unplaced(made_up) - _before() if code == "C261"]
    assert [message.split(" leaves")[0] for message in told] == [repr(words.rstrip("."))]
