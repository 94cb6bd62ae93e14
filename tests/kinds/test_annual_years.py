"""What holds for the annual report of every year: of those that differ most, and of all with --thorough."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
import yaml
from pypdf import PdfReader

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.compose import compose
from egci_reports.app.papers.order import Format, Order
from egci_reports.engine.document.text import blocks_of as read_blocks
from egci_reports.workspace import find_workspace
from tests.loading import load_records
from tests.papers import (
    ROOT,
    TELLING,
    YEARS,
    annual,
    blocks_of,
    file_of,
    headings_of,
    of_years,
    section_of,
    text_of,
)
from tests.parity import assert_same_words

pytestmark = pytest.mark.slow

SEEN = (*TELLING, 2025)

AREAS = {
    2006: 0, 2007: 0, 2008: 0, 2009: 7, 2010: 3, 2011: 4, 2012: 4, 2013: 3, 2014: 3, 2015: 3, 2016: 3,
    2017: 6, 2018: 5, 2019: 5, 2020: 5, 2021: 5, 2022: 5, 2023: 5, 2024: 5, 2025: 5,
}  # fmt: skip
"""How many areas the sources name for each year's plan, counted by hand."""

OPEN = (2009, 2016)
"""The years whose list says that there are more areas than it names."""

LOOKING_AHEAD = ("first quarter of 2013", "2014 to 2020", "mid-2020", "mid-2021")
"""Words of the day on years to come: a plan's span, what was expected."""

MOST_PAGES = {2007: 8, 2013: 11, 2024: 11}
"""How long the papers of some years may be; those of the other years no longer than 12 pages."""


def own_text(year: int) -> str:
    """Everything that is read, without the list of sources."""
    text = text_of(annual(year))
    return text.replace(section_of(annual(year), "Sources"), "").replace("\u00a0", " ")


@pytest.mark.parametrize("year", of_years(telling=SEEN))
def test_word_and_pdf_say_the_same(year: int) -> None:
    built = annual(year)
    assert_same_words(file_of(built, Format.WORD), file_of(built, Format.PDF))


@pytest.mark.parametrize("year", of_years(telling=SEEN))
def test_nothing_is_told_at_the_build(year: int) -> None:
    assert [finding.message for finding in annual(year).warnings] == []


@pytest.mark.parametrize("year", of_years(telling=SEEN))
def test_no_source_is_of_a_later_day_than_the_position_without_a_word_on_it(year: int) -> None:
    draft = begin(find_workspace(ROOT, ROOT), Order("annual", str(year)))
    sources, texts = draft.records.sources, read_blocks(compose(draft).document)
    later = {
        (key, block.text)
        for block in texts
        for citation in block.cited
        for key in citation.sources
        if (day := sources[key].date) is not None and day.first > draft.paper.position
    }
    told = {key for key, text in later if "came about, by sources of a later day." not in text}
    assert told == ({"isd-2024-11-29", "isd-2024-11-29-single"} if year == 2024 else set())
    assert text_of(annual(year)).count("(by a source of a later day)") == (year == 2024)
    assert bool(later) is (year in {2006, 2024})


@pytest.mark.parametrize("year", of_years(telling=SEEN))
def test_the_summary_stands_whole_on_the_first_page_and_the_paper_is_short(year: int) -> None:
    built = annual(year)
    assert built.pages <= MOST_PAGES.get(year, 12)
    pages = [page.extract_text() for page in PdfReader(BytesIO(file_of(built, Format.PDF))).pages]
    end = "".join(section_of(built, "Summary").split())[-60:]
    assert end in "".join(pages[0].split()), "the summary runs over"
    annexes = [number for number, text in enumerate(pages) if re.search(r"^Annex A: ", text, re.MULTILINE)]
    assert not annexes or annexes[0] <= 6, "the body has six pages at most"


@pytest.mark.parametrize("year", of_years(telling=SEEN))
def test_the_summary_tells_what_was_done_who_came_and_what_is_open(year: int) -> None:
    summary = section_of(annual(year), "Summary")
    assert re.search(r"What (?:was agreed|was done|the plan is)\.", summary)
    assert "Who came." in summary
    assert "What is open." in summary


@pytest.mark.parametrize("year", of_years(telling=SEEN))
def test_every_area_of_the_plan_before_is_taken_up(year: int) -> None:
    sections = [title for title in headings_of(annual(year), 2) if title.startswith("Area ")]
    if sections:
        numbers = [int(title.split()[1].rstrip(":")) for title in sections]
        assert numbers == list(range(1, AREAS[year - 1] + 1))
    elif AREAS.get(year - 1):
        caption = f"The areas of {year - 1}, related public developments, and the plan of {year}"
        table = _table(year, caption)
        assert len(table) - 1 == AREAS[year - 1]


def _table(year: int, caption: str) -> list[list[str]]:
    blocks = blocks_of(annual(year))
    at = next(i for i, block in enumerate(blocks) if block.role == "caption" and caption in block.text)
    rows = next(block.rows for block in blocks[at:] if block.rows)
    return [[cell.text.replace("\u00a0", " ") for cell in row] for row in rows]


@pytest.mark.parametrize("year", of_years([year for year in YEARS if AREAS[year]], SEEN))
def test_the_plan_has_every_area_of_its_year_word_for_word(year: int) -> None:
    record = yaml.safe_load((ROOT / "data" / "meetings" / f"{year - 2005:02d}.yaml").read_text("utf-8"))
    listed = record["areas"]["listed"]
    wordings = [area["wording"] for area in (listed["value"] if isinstance(listed, dict) else listed)]
    assert len(wordings) == AREAS[year]
    told = [row[1] for row in _table(year, f"The areas of the plan of {year}")[1:]]
    for wording, cell in zip(wordings, told, strict=True):
        assert cell.startswith(wording)


DOUBTFUL = {
    2009: ("Information portals", "Area 3: Information portal construction"),
    **dict.fromkeys(
        (2010, 2011, 2012),
        ("Infrastructure and telecommunications", "Improve cross-boundary infrastructure facilities"),
    ),
    2013: ("Service industries", "Building of Guangdong/Hong Kong information services industrial park"),
    2023: ("Innovation, technology and research", "Coordination of innovative technology development"),
}
"""The subjects that a wording of the year is joined to doubtfully, and how a heading has the wording."""


@pytest.mark.parametrize("year", of_years([*DOUBTFUL, 2014, 2024], telling=(2013, 2024)))
def test_a_subject_that_a_wording_may_not_be_on_is_not_said_to_be_named(year: int) -> None:
    summary = section_of(annual(year), "Summary").replace("\u00a0", " ")
    if year in DOUBTFUL:
        name = DOUBTFUL[year][0]
        assert not re.search(rf"\(\d\) {name}", summary, re.IGNORECASE)
    if year - 1 in DOUBTFUL:
        name, words = DOUBTFUL[year - 1]
        assert not re.search(rf"No longer listed: [^.]*{name}", summary, re.IGNORECASE)
        assert not any(title.endswith(name) for title in headings_of(annual(year), 2))
        same = re.search(rf"has the \w+ subjects of {year - 1}.*{name}(.*?)[,(]Table", summary, re.IGNORECASE)
        assert same is None or f"(perhaps not in {year - 1})" in same[1]


@pytest.mark.parametrize("year", of_years(telling=SEEN))
def test_an_open_list_makes_nothing_new_and_ends_nothing(year: int) -> None:
    text = own_text(year)
    if year in OPEN:
        assert not re.search(r"no longer list", text, re.IGNORECASE)
        assert "the list is open" in text
        assert "the record states no number of areas" in text
    if year in OPEN or year - 1 in OPEN:
        assert "new subject" not in text


@pytest.mark.parametrize("year", of_years(telling=SEEN))
def test_not_listed_is_never_absent(year: int) -> None:
    for sentence in re.findall(r"[^.]*\babsent\b[^.]*", text_of(annual(year))):
        assert "not listed, which is not “absent”" in sentence or "does not mean absent" in sentence


@pytest.mark.parametrize("year", of_years(range(2006, 2024), SEEN))
def test_a_name_of_later_stands_only_in_a_source(year: int) -> None:
    text = own_text(year)
    for name in ("Digital Policy Office", "DPO", "Cultural and Creative Industries"):
        assert name not in text
    assert "(now " not in text.replace("(now the Office of the Communications Authority)", "", year == 2012)


@pytest.mark.parametrize("year", of_years(telling=SEEN))
def test_a_body_goes_by_its_name_of_the_day_whatever_a_source_calls_it(year: int) -> None:
    text = re.sub("The source has “[^”]*”", "", " ".join(own_text(year).split()))
    aliases = [alias for body in load_records(ROOT / "data").bodies.values() for alias in body.aliases]
    assert "Guangdong Information Industry Department" in aliases
    assert [alias for alias in aliases if alias in text] == []


@pytest.mark.parametrize("year", of_years(telling=SEEN))
def test_nothing_of_a_later_year_is_told(year: int) -> None:
    text = own_text(year)
    for words in LOOKING_AHEAD:
        text = text.replace(words, "")
    own = re.sub(r"\d{4}-\d{2}\b", "", re.sub(r"“[^”]*”", "", text))
    assert max(int(found) for found in re.findall(r"\b(?:19|20)\d\d\b", own)) <= year


@pytest.mark.parametrize("year", of_years(telling=SEEN))
def test_paragraphs_are_numbered_from_two_without_a_gap(year: int) -> None:
    numbers = [
        int(block.label)
        for block in blocks_of(annual(year))
        if block.role == "paragraph" and block.label and block.label.isdigit()
    ]
    assert numbers == list(range(2, len(numbers) + 2))


@pytest.mark.parametrize("year", of_years(telling=SEEN))
def test_what_is_missing_is_said_once_in_a_place_of_its_own(year: int) -> None:
    missing = section_of(annual(year), "What is not on record")
    assert "Not recorded in the sources:" in missing
    assert missing.count("Not asked for: returns of bureaux and departments") == 1


WINCED_AT = (
    r"words? (?:is|are) (?:added|left out)",
    r"[Ee]very area opens",
    r"line of succession|joins? (?:is|of|that)|doubtful|mapping",
    r"none of that list|None is left out|a list or more|stands? out",
    r"runs? longest|running up to|shortest|longest|on average|intervals?\b",
    r"the record has the words|the verb (?:was|on)|the verb is",
    r"reports no progress|grades none|as many as it states",
    r"what hangs on it|touch the same subjects|a judgement laid down",
    r"\bseason\b|[A-Z]\w+days? since|after \d+ days|\d+ days (?:after|before)",
    r"slip of the pen|\bSlips\b|spell(?:s|ing)?\b",
    r"agreements? between the two governments",
    r"named there\b|\b0 of them|No area of \w+ not",
    r"further as:$|in areas such as”",
)
"""Kinds of sentences at which readers of the papers winced."""


@pytest.mark.parametrize("year", of_years(telling=SEEN))
def test_no_sentence_of_the_archivist_or_the_program_is_left(year: int) -> None:
    text = own_text(year)
    found = [pattern for pattern in WINCED_AT if re.search(pattern, text)]
    assert found == []


@pytest.mark.parametrize("year", of_years(telling=SEEN))
def test_public_developments_are_never_called_business_of_the_group(year: int) -> None:
    summary = section_of(annual(year), "Summary")
    assert "Published in the period" not in summary
    assert len(re.findall("not as work of the EGCI", text_of(annual(year)))) <= 1


@pytest.mark.parametrize("year", of_years(telling=SEEN))
def test_inside_a_sentence_a_subject_has_no_capital(year: int) -> None:
    for words in ("Smart city", "Customs clearance", "Service industries", "Business environment"):
        assert not re.search(rf"[a-z,;] {words}", re.sub(r"“[^”]*”", "", own_text(year)))
