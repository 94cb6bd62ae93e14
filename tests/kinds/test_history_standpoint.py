"""The history as it stood: of every year, the very bytes that records without anything later give."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import Built
from egci_reports.app.papers.compose import tree_of
from egci_reports.app.papers.order import DEFAULT_FORMATS, Format, Order
from egci_reports.engine.document.nodes import Document
from egci_reports.errors import UsageError
from egci_reports.workspace import find_workspace
from tests.conftest import MADE_UP, REAL
from tests.papers import ROOT, file_of, headings_of, made_of, of_years, section_of, text_of
from tests.parity import assert_same_words
from tests.records.earlier import Scissors

pytestmark = pytest.mark.slow


def built(root: Path, day: date) -> Built:
    return made_of(Order("history", "all", as_of=day), root)


def tree(root: Path, day: date) -> Document:
    return tree_of(begin(find_workspace(root, root), Order("history", "all", as_of=day)))


def cut_copy(data: Path, folder: Path, day: date) -> Path:
    """Return a workspace with a copy of records from which the tests' own code cut all that is later."""
    shutil.copytree(data, folder / "data")
    Scissors(folder / "data", day).run()
    return folder


def assert_same_files(one: Built, other: Built) -> None:
    assert text_of(one).splitlines() == text_of(other).splitlines()
    for form in DEFAULT_FORMATS:
        assert file_of(one, form) == file_of(other, form), form


def assert_same_trees(one: Document, other: Document) -> None:
    """Fail if two papers differ in anything that a writer is given: of one tree it makes the same bytes."""
    assert repr(one) == repr(other)


@pytest.mark.parametrize("year", of_years(telling=(2007, 2021)))  # the files of 2015 are compared below
def test_the_history_through_a_year_is_that_of_records_that_end_there(tmp_path: Path, year: int) -> None:
    day = date(year, 12, 31)
    assert_same_trees(tree(ROOT, day), tree(cut_copy(REAL, tmp_path, day), day))


def test_its_files_are_those_of_records_that_end_there(tmp_path: Path) -> None:
    day = date(2015, 12, 31)
    assert_same_files(built(ROOT, day), built(cut_copy(REAL, tmp_path, day), day))


@pytest.mark.parametrize(
    "day",
    [
        pytest.param(date(2016, 1, 1), marks=pytest.mark.thorough),
        pytest.param(date(2024, 7, 24), marks=pytest.mark.thorough),
        date(2024, 10, 8),
    ],
    ids=str,
)
def test_the_history_of_a_day_within_a_year_is_that_of_records_that_end_there(
    tmp_path: Path, day: date
) -> None:
    assert_same_trees(tree(ROOT, day), tree(cut_copy(REAL, tmp_path, day), day))


@pytest.mark.parametrize("day", [date(2008, 12, 31), date(2009, 3, 15), date(2010, 2, 1)], ids=str)
def test_made_up_records_with_disputes_are_cut_alike(tmp_path: Path, day: date) -> None:
    assert_same_trees(tree(MADE_UP, day), tree(cut_copy(MADE_UP / "data", tmp_path / "cut", day), day))


@pytest.mark.parametrize("year", of_years((2006, 2008, 2015), (2006, 2015)))
def test_an_early_history_says_the_same_in_word_and_pdf(year: int) -> None:
    early = built(ROOT, date(year, 12, 31))
    assert_same_words(file_of(early, Format.WORD), file_of(early, Format.PDF))
    assert [finding.message for finding in early.warnings] == []


def test_a_history_through_2015_knows_nothing_later() -> None:
    early = built(ROOT, date(2015, 12, 31))
    sheets = [title for title in headings_of(early, 2) if "Plenary Meeting," in title]
    assert len(sheets) == 10
    text = text_of(early).removesuffix(section_of(early, "Sources"))
    assert "the records as they stood at the end of 31 December 2015" in text
    for later in ("Digital Policy Office", "now the", "video conference", "19th Plenary Meeting"):
        assert later not in text, later
    assert re.findall(r".*\b20(?:1[6-9]|2\d)\b.*", text.replace("2014 to 2020", "")) == []


def test_before_the_first_plenary_there_is_no_history() -> None:
    with pytest.raises(UsageError) as refused:
        built(ROOT, date(2005, 12, 31))
    assert [finding.code for finding in refused.value.findings] == ["U210"]
