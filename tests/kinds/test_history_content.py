"""What the history of the real group says, held against the records and against totals counted by hand."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
import yaml

from egci_reports.app.papers.build import Built
from egci_reports.app.papers.order import Format
from tests.papers import ROOT, blocks_of, file_of, headings_of, made, section_of, text_of
from tests.parity import assert_same_words

NUMBERS = range(1, 21)

OFTA = "Office of the Telecommunications Authority"
LISTS = {
    "Office of the Government Chief Information Officer; from 2024 Digital Policy Office": "18 (16 + 2)",
    "Customs and Excise Department": "16",
    f"{OFTA}; from 2013 Office of the Communications Authority": "16 (3 + 13)",
    "Innovation and Technology Commission": "14",
    "Marine Department": "10",
    "Food and Health Bureau": "4",
    "Commerce and Economic Development Bureau": "1",
    "Development Bureau": "1",
    "Transport Department": "1",
    "Tourism Commission": "1",
    "Create Hong Kong": "1",
    "Invest Hong Kong": "1",
    "Hong Kong Trade Development Council": "1",
    "Hong Kong Monetary Authority": "1",
}
"""In how many of the 17 lists each line of bodies stands, counted by hand from the page."""


def history() -> Built:
    return made("history", "all")


@cache
def record(number: int) -> Any:
    text = (ROOT / "data" / "meetings" / f"{number:02d}.yaml").read_text("utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)


@cache
def sheet(number: int) -> dict[str, str]:
    """Return the facts of a sheet by their labels."""
    blocks = iter(blocks_of(history()))
    heading = next(
        b for b in blocks if b.role == "heading" and re.match(rf"The {number}\w\w Plenary", b.text)
    )
    assert heading.level == 2
    facts = next(block for block in blocks if block.rows)
    return {row[0].text: " ".join(row[1].text.split()) for row in facts.rows}


@cache
def tables() -> dict[str, list[list[str]]]:
    """Return the rows of every table by its caption, without "Table 3: " and without the header row."""
    found, caption = {}, ""
    for block in blocks_of(history()):
        if block.role == "caption":
            caption = block.text.partition(": ")[2]
        elif block.rows:
            found[caption] = [[" ".join(cell.text.split()) for cell in row] for row in block.rows[1:]]
    return found


def table(caption: str) -> list[list[str]]:
    """Return the rows of the table whose caption begins so."""
    (rows,) = [rows for title, rows in tables().items() if title.startswith(caption)]
    return rows


def areas(number: int) -> list[list[str]]:
    """Return the table of areas of a sheet."""
    return table(f"Areas of the plan of the {number}th")


def same_marks(text: str) -> str:
    """Return a text with all its quotation marks alike: papers set their own."""
    return re.sub('[“”‘’"]', "'", text)


def test_word_and_pdf_say_the_same() -> None:
    assert_same_words(file_of(history(), Format.WORD), file_of(history(), Format.PDF))


def test_nothing_is_told_at_the_build() -> None:
    assert [finding.message for finding in history().warnings] == []


def test_it_has_all_its_sections() -> None:
    assert headings_of(history()) == [
        "How to read this record",
        "At a glance",
        "Origins",
        "Phases",
        "Meeting sheets",
        "Subjects by plenary meeting",
        "Wordings of each subject",
        "Hong Kong bodies by plenary meeting",
        "Agreements and events",
        "People named in the sources",
        "Names and renamings",
        "Figures",
        "Context",
        "Notes on sources and discrepancies",
        "What the public record does not show",
        "Index",
        "Sources",
    ]


def test_every_plenary_has_a_sheet_of_the_same_form() -> None:
    titles = [title for title in headings_of(history(), 2) if "Plenary Meeting," in title]
    assert [int(re.findall(r"\d+", title)[0]) for title in titles] == list(NUMBERS)
    always = {
        "Date", "Place", "Period reviewed", "Plan period", "Outcome", "Areas", "Heads of the two sides",
        "Hong Kong bodies", "Guangdong bodies", "Progress reported", "Signings", "Side events",
        "Others named", "Sources",
    }  # fmt: skip
    assert [number for number in NUMBERS if always - set(sheet(number))] == []


@pytest.mark.parametrize("number", [n for n in NUMBERS if n > 3])
def test_a_sheet_has_its_areas_word_for_word_in_their_order(number: int) -> None:
    listed = record(number)["areas"]["listed"]
    listed = listed["value"] if isinstance(listed, dict) else listed
    wordings = [same_marks(area["wording"]) for area in listed]
    told = [re.sub(r" \((?:known from|the copy that).*\)$", "", row[1]) for row in areas(number)]
    assert [same_marks(words) for words in told] == wordings


@pytest.mark.parametrize("number", NUMBERS)
def test_a_sheet_has_the_outcome_in_the_verb_of_the_record(number: int) -> None:
    outcome = record(number)["outcome"]
    words = outcome.get("words", "Not seen")
    assert same_marks(words) in same_marks(sheet(number)["Outcome"])


def test_bodies_stand_in_as_many_lists_as_counted_by_hand() -> None:
    rows = {row[0]: row[-1] for row in table("Bodies listed")}
    total = rows.pop("Bodies in the list")
    assert rows == LISTS
    assert total == "86"


def test_blanks_of_the_matrix_are_said_not_to_be_absence() -> None:
    text = section_of(history(), "Hong Kong bodies by plenary meeting")
    assert "“Not listed” does not mean “absent”" in text
    assert "N: not listed, which is not the same as absent" in text
    cells = {cell for row in table("Bodies listed")[:-1] for cell in row[1:-1]}
    assert cells == {"L", "N", "R", "o"}


def test_each_column_of_the_matrix_adds_up() -> None:
    rows = table("Bodies listed")
    for column in range(1, 21):
        listed = sum(row[column] == "L" for row in rows[:-1])
        assert rows[-1][column] == (str(listed) if listed else "R")


def test_the_places_of_subjects_are_those_of_the_records() -> None:
    names = yaml.safe_load((ROOT / "data" / "areas.yaml").read_text("utf-8"))["threads"]
    rows = {row[0]: row[1:-1] for row in table("Place of each subject in the list of areas")}
    for thread in names:
        told = rows[thread["name"]]
        for number in range(4, 20):
            places = [
                str(place)
                for place, area in enumerate(record(number)["areas"]["listed"], 1)
                for join in area.get("threads", [])
                if (join if isinstance(join, str) else join["thread"]) == thread["id"]
            ]
            said = told[number - 1].rstrip("?")
            assert said == "+".join(places) if places else said in ("N", "o", "F")


def test_the_place_of_the_19th_is_in_dispute_with_both_sources() -> None:
    assert sheet(19)["Place"] == "In dispute: Hong Kong or Guangzhou"
    assert re.search(r"Hong Kong \[\d+\] .* or Guangzhou \[\d+\] ", sheet(19)["In dispute"])
    assert sheet(19)["In dispute"].endswith("Not decided.")
    assert [finding.code for finding in history().blocked] == ["E601"]


def test_slips_of_the_page_make_no_body_and_no_person() -> None:
    names = [cell for row in table("Names of the bodies listed or signing") for cell in row[:1]]
    assert "Digital Policy Officer" not in text_of(history()).replace("“Digital Policy Officer”", "")
    assert not [name for name in names if "Exercise" in name or "Officer" in name.split(" of ")[0]]
    assert [name for name in names if "Customs" in name] == ["Customs and Excise Department"]
    assert "Customs and Excise Department" in sheet(7)["Hong Kong bodies"]
    assert sheet(7)["Hong Kong bodies"].startswith("Three listed")


def test_the_14th_lists_one_bureau_and_not_the_other() -> None:
    assert "Commerce and Economic Development Bureau" in sheet(14)["Hong Kong bodies"]
    bodies = sheet(14)["Hong Kong bodies"].partition(": ")[2].split("; ")
    assert "Development Bureau" not in bodies
    assert "Development Bureau" in sheet(16)["Hong Kong bodies"].split("; ")


@pytest.mark.parametrize("number", range(3, 19))
def test_bodies_bear_the_name_of_the_day(number: int) -> None:
    bodies = sheet(number)["Hong Kong bodies"]
    assert "Digital Policy Office" not in bodies
    assert "Office of the Government Chief Information Officer" in bodies
    assert ("Telecommunications Authority" in bodies) <= (number < 8)
    assert "Health Bureau" not in bodies.replace("Food and Health Bureau", "")


def test_what_the_page_gets_wrong_or_leaves_open_is_told_as_it_is() -> None:
    assert "Framework Agreement on Hong Kong/Guangdong Co-operation" in sheet(5)["Areas"]
    assert sheet(1)["Areas"] == "Nine stated; none named"
    assert "nine majors areas" in sheet(1)["Sources"]
    assert "Number not stated; three named, in an open list" in sheet(11)["Areas"]
    assert "“Guangdong Information Industry Department” is read as" in sheet(2)["Sources"]
    assert "Mr Wen Guohui" in sheet(4)["Others named"]
    assert sheet(3)["Period reviewed"] == "2007"
    assert "co-chaired" in sheet(3)["Heads of the two sides"]
    assert "Mr Stephen Mak" in sheet(3)["Heads of the two sides"]
    assert "Customs and Excise Department" not in sheet(17)["Hong Kong bodies"]
    assert sheet(17)["Against the 16th"].startswith("Not listed this time")
    assert "absent" not in sheet(17)["Against the 16th"]
    for number in (15, 16, 17):
        assert sheet(number)["Place"] == "Video conference"


def test_no_residue_of_the_page_leaks_out() -> None:
    assert not re.search(r"!\[|\]\(|\||\bNone\b of|\betc\b", text_of_prose())


def text_of_prose() -> str:
    return "\n".join(
        block.text for block in blocks_of(history()) if not block.rows and block.role != "figure"
    )


def test_the_index_sends_to_the_sheets_that_list_a_body() -> None:
    rows = dict(row[:2] for row in table("Bodies, by the sections that speak of them"))
    for name, ids in (
        ("Marine Department", {"marine-department"}),
        ("Innovation and Technology Commission", {"innovation-and-technology-commission"}),
        ("Office of the Communications Authority", {"office-of-the-communications-authority"}),
    ):
        listed = [
            number
            for number in range(3, 21)
            for body in _bodies(number)
            if (body if isinstance(body, str) else body["body"]) in ids
        ]
        assert _sections(rows[name]) == [f"5.{number}" for number in listed]
    assert rows["Office of the Communications Authority"] == "5.8 to 5.20, 11"
    assert rows["Create Hong Kong"] == "5.4, 11"


def _bodies(number: int) -> list[Any]:
    fact = record(number)["hong_kong"]
    return fact.get("value", fact).get("bodies", [])


def _sections(places: str) -> list[str]:
    """Return the sections of sheets that a line of the index names, ranges told one by one."""
    found = []
    for place in places.split(", "):
        first, _, last = place.partition(" to ")
        if first.startswith("5."):
            start, end = (int(part.split(".")[1]) for part in (first, last or first))
            found += [f"5.{number}" for number in range(start, end + 1)]
    return found


def test_the_index_has_every_agreement_of_the_group() -> None:
    recorded = yaml.safe_load((ROOT / "data" / "agreements.yaml").read_text("utf-8"))
    own = [one for one in recorded if one.get("scope") != "context"]
    rows = [row[0] for row in table("Agreements, by the sections that speak of them")]
    assert sorted(rows) == sorted(one.get("title") or f"Agreement on {one['subject']}" for one in own)


def test_people_have_the_post_of_the_day() -> None:
    people = {row[0].split(" 黃")[0]: row[1] for row in table("People named, Hong Kong first")}
    assert "9 October 2024: Commissioner for Digital Policy; “reviewed”, 19th" in people["Mr Tony Wong"]
    assert "Deputy Government Chief Information Officer; witnessed the signing (three times)" in next(
        said for name, said in people.items() if name.startswith("Mr Stephen Mak")
    )


def test_every_picture_says_what_it_shows_and_where_its_data_are() -> None:
    pictures = [block for block in blocks_of(history()) if block.role == "figure"]
    captions = [block.text for block in blocks_of(history()) if block.text.startswith("Figure ")]
    assert len(pictures) == len(captions) == 6
    assert [picture.text for picture in pictures if len(picture.text) < 60] == []
    assert [caption for caption in captions if not re.search(r"Table\s\d|section\s\d", caption)] == []


def test_pictures_say_what_was_counted_by_hand() -> None:
    told = " ".join(block.text for block in blocks_of(history()) if block.role == "figure")
    assert "20 plenary meetings, nine in Hong Kong, seven in Guangzhou, three by video conference" in told
    assert "All 16 in person whose place is settled kept the turns of host." in told
    assert "373 on average, from 313 (2023) to 429 (2022)" in told
    assert "The list is open in 2009 and 2016." in told
    assert "Office of the Telecommunications Authority" not in told or "OFTA to OFCA" in told


def test_names_have_the_first_and_last_day_that_a_source_gives() -> None:
    spans = {row[0]: tuple(row[3:5]) for row in table("Names of the bodies listed or signing")}
    assert spans["Office of the Government Chief Information Officer"] == ("1 July 2004", "24 July 2024")
    assert spans["Digital Policy Office"] == ("25 July 2024", "None recorded")
    assert spans["Office of the Telecommunications Authority"] == ("1 July 1993", "31 March 2012")
    assert spans["Office of the Communications Authority"][0] == "1 April 2012"
    assert spans["Marine Department"] == ("Not recorded", "None recorded")


def test_what_is_missing_is_told_with_the_plenaries_that_miss_it() -> None:
    missing = section_of(history(), "What the public record does not show").replace("\xa0", " ")
    assert "who led the two sides (1st, 2nd, 4th to 13th and 15th to 18th)" in missing
    assert "which Hong Kong bodies took part (1st and 2nd)" in missing
    assert "how many areas the plan has (4th and 11th)" in missing


def test_slips_stand_in_the_order_of_the_plenaries_they_go_with() -> None:
    places = [int(re.findall(r"\d+", row[0])[0]) for row in table("Slips of the sources")]
    assert places == sorted(places)
    assert len(places) == 15
    differing = [row[0] for row in table("Points that sources put differently")]
    assert differing[-1] == "Context"
    assert "Context" not in differing[: differing.index("Context")]
