"""What holds for the annual report of every year."""

from __future__ import annotations

import re

import pytest
import yaml

from egci_reports.app.papers.order import Format
from tests.papers import ROOT, YEARS, annual, blocks_of, file_of, headings_of, section_of, text_of
from tests.parity import assert_same_words

AREAS = {
    2006: 0, 2007: 0, 2008: 0, 2009: 7, 2010: 3, 2011: 4, 2012: 4, 2013: 3, 2014: 3, 2015: 3, 2016: 3,
    2017: 6, 2018: 5, 2019: 5, 2020: 5, 2021: 5, 2022: 5, 2023: 5, 2024: 5,
}  # fmt: skip
"""How many areas the page names for each year's plan, counted by hand."""

OPEN = (2009, 2016)
"""The years whose list says that there are more areas than it names."""

LOOKING_AHEAD = ("2008 Digital 21 Strategy", "first quarter of 2013", "2014 to 2020", "mid-2020", "mid-2021")
"""Words of the day on years to come: a title, a plan's span, what was expected."""


@pytest.mark.parametrize("year", YEARS)
def test_word_and_pdf_say_the_same(year: int) -> None:
    built = annual(year)
    assert_same_words(file_of(built, Format.WORD), file_of(built, Format.PDF))


@pytest.mark.parametrize("year", YEARS)
def test_nothing_is_told_at_the_build(year: int) -> None:
    assert [finding.message for finding in annual(year).warnings] == []


@pytest.mark.parametrize("year", YEARS)
def test_progress_has_a_section_for_each_area_of_the_plan_before(year: int) -> None:
    sections = [title for title in headings_of(annual(year), 2) if title.startswith("Area ")]
    assert [int(title.split()[1].rstrip(":")) for title in sections] == list(
        range(1, AREAS.get(year - 1, 0) + 1)
    )
    assert any(title.startswith("Progress") for title in headings_of(annual(year))) == (year > 2006)


@pytest.mark.parametrize("year", [year for year in YEARS if AREAS[year]])
def test_the_plan_has_every_area_of_its_year_word_for_word(year: int) -> None:
    record = yaml.safe_load((ROOT / "data" / "meetings" / f"{year - 2005:02d}.yaml").read_text("utf-8"))
    wordings = [area["wording"] for area in record["areas"]["listed"]]
    assert len(wordings) == AREAS[year]
    heading = next(title for title in headings_of(annual(year)) if title.startswith("The plan"))
    plan = section_of(annual(year), heading)
    tables = [block for block in blocks_of(annual(year)) if block.rows]
    cells = [cell.text for table in tables for row in table.rows for cell in row]
    for place, wording in enumerate(wordings, 1):
        plain = wording.replace("“", "").replace("”", "")
        told = [cell for cell in cells if plain in cell.replace("“", "").replace("”", "")]
        marked = [cell for cell in cells if cell.endswith(f"({place})") and _inside(wording, cell)]
        assert told or marked, wording
    assert str(AREAS[year]) in plan or _number(AREAS[year]) in plan


def _inside(wording: str, cell: str) -> bool:
    """Whether the words stand in a cell in their order, words left out between them or not."""
    words = iter(cell.split())
    return all(word in words for word in wording.split())


def _number(value: int) -> str:
    return ("no", "one", "two", "three", "four", "five", "six", "seven")[value]


@pytest.mark.parametrize("year", YEARS)
def test_an_open_list_makes_nothing_new_and_ends_nothing(year: int) -> None:
    text = text_of(annual(year))
    if year in OPEN or year - 1 in OPEN:
        assert not re.search(r"no longer list|areas? (?:is|are) new against", text)
        assert "open" in text
    if year in OPEN:
        assert "the record states no number of areas" in text


@pytest.mark.parametrize("year", YEARS)
def test_not_listed_is_never_absent(year: int) -> None:
    for sentence in re.findall(r"[^.]*\babsent\b[^.]*", text_of(annual(year))):
        assert "does not mean" in sentence or "not the same as absent" in sentence


@pytest.mark.parametrize("year", [year for year in YEARS if year < 2024])
def test_a_name_of_later_stands_only_as_a_present_name_or_a_source(year: int) -> None:
    sources = section_of(annual(year), "Sources")
    text = text_of(annual(year)).replace(sources, "")
    assert not re.search(r"(?<!now the )Digital Policy Office", text)
    assert "DPO" not in re.sub(r"\(now DPO\)", "", text)


@pytest.mark.parametrize("year", YEARS)
def test_nothing_of_a_later_year_is_told(year: int) -> None:
    named = next(block.text for block in blocks_of(annual(year)) if "last day of the records" in block.text)
    text = text_of(annual(year)).replace(named, "")
    text = text.replace(section_of(annual(year), "Sources"), "")
    for words in LOOKING_AHEAD:
        text = text.replace(words, "")
    own = re.sub(r"\d{4}-\d{2}\b", "", re.sub(r"“[^”]*”", "", text))
    assert max(int(found) for found in re.findall(r"\b(?:19|20)\d\d\b", own)) <= year


@pytest.mark.parametrize("year", YEARS)
def test_paragraphs_are_numbered_from_two_without_a_gap(year: int) -> None:
    numbers = [
        int(block.label)
        for block in blocks_of(annual(year))
        if block.role == "paragraph" and block.label and block.label.isdigit()
    ]
    assert numbers == list(range(2, len(numbers) + 2))


@pytest.mark.parametrize("year", YEARS)
def test_what_is_missing_is_said_once_in_a_place_of_its_own(year: int) -> None:
    missing = section_of(annual(year), "What the public record does not show")
    assert "Not recorded in the sources:" in missing
    assert missing.count("None called for: returns of bureaux and departments") == 1


@pytest.mark.parametrize("year", YEARS)
def test_charts_need_three_plenaries_and_end_with_the_year(year: int) -> None:
    captions = [block.text for block in blocks_of(annual(year)) if block.text.startswith("Figure ")]
    over_years = [text for text in captions if re.search(r"\d{4} to \d{4}$", text)]
    assert all(text.endswith(f"2006 to {year}") for text in over_years)
    assert bool(over_years) == (year >= 2008)
    if year >= 2010:
        assert any("Hong Kong bodies listed" in text for text in over_years)
    for block in blocks_of(annual(year)):
        if block.role == "figure":
            assert len(block.text.split()) > 8


@pytest.mark.parametrize("year", YEARS)
def test_a_figure_over_the_years_names_the_table_with_its_data(year: int) -> None:
    text = text_of(annual(year))
    for figure in re.findall(r"^(Figure \d+): .* \d{4} to \d{4}$", text, re.MULTILINE):
        table = re.search(rf"{figure} shows .* its data are in (Table \d+)\.", text)
        assert table, figure
        assert f"{table[1]}: " in text
