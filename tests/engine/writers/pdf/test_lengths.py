"""Sections that may take so many pages: which pages count as theirs."""

from __future__ import annotations

import pytest

from egci_reports.engine.writers.pdf.write import layout
from tests.engine.writers.pdf.made import filling, paper, para, section, shipped_theme


def pages(filled: int, most: int, *, new_page: bool) -> list[int]:
    """Return how many pages a section of so many lines takes before another, if these are too many."""
    first = section("First", filling(filled), most_pages=most)
    document = paper(first, section("Second", para("Words."), new_page=new_page))
    return [length.pages for length in layout(document, shipped_theme()).too_long]


@pytest.mark.parametrize("new_page", [True, False])
def test_a_page_that_is_shared_with_what_follows_counts(new_page: bool) -> None:
    assert pages(20, 1, new_page=new_page) == []
    assert pages(60, 1, new_page=new_page) == [2]
    assert pages(60, 2, new_page=new_page) == []


@pytest.mark.parametrize("filled", range(30, 60, 3))
def test_a_section_is_as_long_as_its_own_lines_whatever_follows(filled: int) -> None:
    assert pages(filled, 1, new_page=False) == pages(filled, 1, new_page=True)
