"""Facts and figures of single years, counted by hand from the page and the press releases."""

from __future__ import annotations

import pytest

from tests.papers import annual, blocks_of, headings_of, section_of, text_of


def _cells(year: int, caption: str) -> dict[str, list[str]]:
    """Return the rows of a table by their first cells."""
    blocks = blocks_of(annual(year))
    at = next(i for i, block in enumerate(blocks) if block.role == "caption" and caption in block.text)
    table = next(block for block in blocks[at:] if block.rows)
    return {row[0].text: [cell.text for cell in row[1:]] for row in table.rows}


def test_the_title_block_of_2024() -> None:
    facts = {block.label: block.text for block in blocks_of(annual(2024)) if block.role == "fact"}
    assert facts["Meeting"] == "19th Plenary Meeting"
    assert facts["Date"] == "Wednesday, 9 October 2024"
    assert facts["Place"].startswith("In dispute: Hong Kong [")
    assert "or Guangzhou [" in facts["Place"]
    assert (facts["Period reviewed"], facts["Plan period"]) == ("2023-24", "2024-25")
    assert facts["Position as at"] == "9 October 2024"
    assert blocks_of(annual(2024))[0].text.endswith("粵港信息化合作專責小組")


def test_what_is_computed_for_2024() -> None:
    text = text_of(annual(2024))
    assert (
        "Of the 26 words of 2023, 25 stand in 2024 in the same order; 12 are added and one left out." in text
    )
    assert (
        "Customs clearance was named at 12 plenary meetings running, since 2013, in eight wordings." in text
    )
    assert "Smart city was named at 11 of the 12 plenary meetings since 2013, in nine wordings." in text
    assert "DPO) had been set up 76 days before" in text
    assert "followed the 18th after 379 days; the average of the 18 intervals so far is 373 days" in text
    assert "shortest was of 313 days (before the 18th), the longest of 429 (before the 17th)" in text
    assert "up to the 15th were held between 17 May and 10 August" in text
    assert "A closed list holds 4.8 bodies on average so far" in text
    assert "Every area opens with a verb. That was last so in 2018." in text


def test_what_hangs_on_the_place_of_2024() -> None:
    rows = _cells(2024, "What follows from each reading of the place")
    assert rows["Plenary meetings held in person so far"] == [
        "9 in Hong Kong, 7 in Guangzhou",
        "8 in Guangzhou, 8 in Hong Kong",
    ]
    assert rows["Turns of host"] == ["Broken for the first time", "Kept"]
    assert rows["Last meeting in that city before"] == ["18th, 379 days earlier", "13th, 2 296 days earlier"]


def test_the_record_of_the_bodies_listed_in_2024() -> None:
    rows = _cells(2024, "Hong Kong bodies listed at the 19th")
    office = "Digital Policy Office (earlier Office of the Government Chief Information Officer)"
    assert rows[office] == ["17", "3rd, 2008", "None", "17"]
    assert rows["Marine Department"] == ["10", "6th, 2011", "7th, 8th, 9th and 11th", "8"]
    assert rows["Customs and Excise Department"] == ["15", "3rd, 2008", "4th and 17th", "2"]


def test_the_thinnest_year_has_no_summary_and_no_areas() -> None:
    built = annual(2006)
    assert "Summary" not in headings_of(built)
    assert "nine areas, which the record does not name" in section_of(built, "The plan")
    assert "Hong Kong Wireless Development Centre and Guangdong China Mobile signed" in text_of(built)
    assert "Who took part" not in headings_of(built)


@pytest.mark.parametrize(
    ("year", "day", "days", "title"),
    [
        (2007, "2 August 2007", 41, "“Arrangement on Strengthening Hong Kong/Guangdong Co-operation"),
        (2013, "16 September 2013", 52, "“The Agreement on Information Framework Co-operation”"),
    ],
)
def test_an_agreement_after_the_meeting_stands_after_it(year: int, day: str, days: int, title: str) -> None:
    after = section_of(annual(year), "After the meeting")
    assert f"On {day}" in after
    assert title in after
    assert f"It was signed {days} days after the {year - 2005}" in after
    assert "The two governments are not parties" not in after


def test_the_signatories_of_2007_have_the_names_of_the_day() -> None:
    after = section_of(annual(2007), "After the meeting")
    assert (
        "the Office of the Government Chief Information Officer (now the Digital Policy Office) and the "
        "Department of Information Industry of Guangdong Province signed" in after
    )


def test_the_reports_of_2007_and_2008_are_told_with_their_sources() -> None:
    assert "Linux" not in section_of(annual(2007), "Progress in 2006")  # told as a ceremony, not as a report
    assert "Linux solutions from 15 Hong Kong companies" in text_of(annual(2007))
    assert "RFID technology [" in section_of(annual(2008), "Progress in 2007")
    assert "粵港電子簽名證書互認試點" in section_of(annual(2008), "The plan for the coming year")


def test_the_hedged_list_of_2016() -> None:
    plan = section_of(annual(2016), "The plan for 2016-17")
    assert "“in areas such as … etc.”: the list is open, and the record states no number of areas" in plan
    rows = _cells(2016, "The areas of 2015 and of 2016")
    assert rows["Smart city"][1] == "Not named"


def test_the_six_areas_of_2017_follow_the_open_list() -> None:
    plan = section_of(annual(2017), "The plan for 2017-18")
    assert "The plan names six areas" in plan
    assert "“Internet+ Regulation”" in plan


@pytest.mark.parametrize(("year", "said"), [(2020, "it is the first"), (2021, "second"), (2022, "third")])
def test_video_conferences_have_no_place_and_no_host(year: int, said: str) -> None:
    facts = {block.label: block.text for block in blocks_of(annual(year)) if block.role == "fact"}
    assert facts["Place"] == "Video conference"
    series = section_of(annual(year), "The meeting in the series")
    assert said in series
    assert "No source says which side was host." in series


def test_verbs_are_never_upgraded() -> None:
    for year in range(2016, 2024):
        meeting = section_of(annual(year), f"The {_ordinal(year - 2005)} Plenary Meeting")
        assert "“will " in meeting
        assert "agreed" not in meeting
    assert "“discussed and exchanged views and work plans, and agreed to enhance" in text_of(annual(2006))


def _ordinal(number: int) -> str:
    return f"{number}th"


def test_the_list_of_names_says_what_a_body_is_called_now() -> None:
    names = section_of(annual(2024), "Annex D: Abbreviations and names used")
    assert "OGCIO Office of the Government Chief Information Officer (now the Digital Policy Office)" in names


def test_words_of_a_machine_or_of_a_copy_that_breaks_off_are_never_quoted() -> None:
    text = text_of(annual(2025))
    for words, remark in (
        ("raising the level of cross-border customs informatisation", "known from a machine translation"),
        ("cross-boundary e-commerce between Hong Kong and Guang…", "the copy that was read breaks off"),
    ):
        assert f"{words} ({remark})" in text
        assert f"{words}”" not in text
    assert "“accelerating the development of a Guangdong-Hong Kong smart city cluster”" in text


def test_participants_that_are_no_departments_are_named_beside_them() -> None:
    text = text_of(annual(2025))
    assert "Beside departments the sources name the Hong Kong Applied Science and Technology Research" in text
    assert "GS1 Hong Kong" in text
