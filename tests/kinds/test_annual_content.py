"""Facts and figures of single years, counted by hand from the page and the press releases."""

from __future__ import annotations

import re

import pytest

from tests.papers import annual, blocks_of, headings_of, made, section_of, text_of

pytestmark = pytest.mark.slow


def _cells(year: int, caption: str) -> dict[str, list[str]]:
    """Return the rows of a table by their first cells."""
    blocks = blocks_of(annual(year))
    at = next(i for i, block in enumerate(blocks) if block.role == "caption" and caption in block.text)
    table = next(block for block in blocks[at:] if block.rows)
    return {
        row[0].text.replace("\u00a0", " "): [cell.text.replace("\u00a0", " ") for cell in row[1:]]
        for row in table.rows
    }


def _said(year: int, heading: str) -> str:
    return section_of(annual(year), heading).replace("\u00a0", " ")


def _facts(year: int) -> dict[str, str]:
    return {block.label: block.text for block in blocks_of(annual(year)) if block.role == "fact"}


def _ordinal(number: int) -> str:
    return {1: "1st", 2: "2nd", 3: "3rd"}.get(number, f"{number}th")


def test_the_title_block_of_2024() -> None:
    facts = {label: text.replace("\u00a0", " ") for label, text in _facts(2024).items()}
    assert facts["Meeting"] == "19th Plenary Meeting, Wednesday, 9 October 2024"
    assert facts["Place"] == "Hong Kong [1] or Guangzhou [2]: the sources differ (paragraph 23)"
    assert facts["Periods"] == "Reviewed: 2023-24; planned for: 2024-25"
    assert facts["Position as at"] == "9 October 2024"
    assert "no return is on file" in facts["Basis"]
    assert blocks_of(annual(2024))[0].text.endswith("粵港信息化合作專責小組")
    assert "For information" in text_of(annual(2024))


def test_what_was_agreed_in_2024_is_told_with_its_source_and_what_the_page_lacks() -> None:
    summary = _said(2024, "Summary")
    assert (
        "What was agreed. The two sides “agreed to continue strengthening co-operation in five areas”, by "
        "the press release of 9 October 2024 [2]; the web page of the EGCI does not say so [1]."
    ) in summary
    assert "By the web page of the EGCI (“the page”) the meeting “reviewed" in text_of(annual(2024))
    assert "Hong Kong and Guangdong “will be pushing the works" in _said(2024, "The 19th Plenary Meeting")
    assert "Neither source says that a plan was endorsed." in text_of(annual(2024))
    assert "meeting “will" not in text_of(annual(2024))


def test_what_is_new_in_2024_is_a_proposal_and_a_frame_and_not_an_order_of_names() -> None:
    summary = _said(2024, "Summary")
    assert (
        "(a) Mr Tony Wong, Commissioner for Digital Policy, hoped that the Digital Policy Office" in summary
    )
    assert "in the development of AI [2]. The copy that was read breaks off (paragraph 17)." in summary
    assert "refer to the “Outline Development Plan" in summary
    assert (
        "and to name big data, artificial intelligence, 5G, blockchain and industrial internet [1]."
        in summary
    )
    assert "(c)" not in summary


def test_who_came_in_2024_names_the_lead_office_in_the_place_of_the_one_before() -> None:
    summary = _said(2024, "Summary")
    assert "The same five Hong Kong bodies are listed as in 2023, with the Digital Policy Office" in summary
    assert "now in the place of the Office of the Government Chief Information Officer" in summary
    assert "under its new name" not in summary
    assert "It was formed by merging" in text_of(annual(2024))
    assert "the Efficiency Office" in text_of(annual(2024))


def test_of_facts_that_weigh_as_much_official_words_go_before_reports() -> None:
    rows = _cells(2024, "Public developments related to area 1")
    assert rows["7 November 2023"][0].startswith(
        "Guangdong issued a three-year action plan for a “Digital Bay"
    )
    assert "8 December 2023" not in rows, "a forum that newspapers alone report"
    assert "recruitment" not in text_of(annual(2025)), "near no subject, and told by a newspaper alone"


def test_two_points_of_2024_are_for_the_secretariat_and_none_for_the_reader() -> None:
    advice = _said(2024, "What is open")
    assert "so do the turns of host, on a condition: of the 1st to the 14th the odd numbers met in" in advice
    assert "other meetings in person kept the turns" not in advice  # the record says it, with its condition
    assert "On customs clearance and on telecommunications the difference touches substance." in advice
    assert "The secretariat is to settle these points before this report is cleared." in advice
    assert (
        "Nothing is for decision. The secretariat is to settle two points: "
        "the place of the 19th Plenary Meeting (paragraph 23) and which of two wordings"
    ) in _said(2024, "Summary")
    assert "invited to" not in text_of(annual(2024))


def test_developments_of_2024_stand_under_their_area_with_figure_owner_and_source() -> None:
    rows = _cells(2024, "Public developments related to area 1")
    services = rows["2 November 2023"][0]
    assert "54 services were offered at first" in services
    assert re.search(r"Sources differ on whose the 54 services were: Hong Kong.s \[", services)
    assert "The groups are separate from this Expert Group." in rows["March 2024"][0]
    assert "Mr Tony Wong, Government Chief Information Officer (attended)" in rows["March 2024"][0]
    tele = _cells(2024, "Public developments related to area 5")
    assert (
        "5G coverage in Hong Kong had exceeded 90% by the end of March 2024 (Hong Kong’s own measure)"
        in (tele["March 2024"][0])
    )
    assert "No public development is recorded." in _said(
        2024, "Area 4: “coordination of innovative technology development”"
    )


def test_a_development_that_only_a_later_source_tells_is_told_with_it_if_it_touches_an_area() -> None:
    launched = "scheme on cargo was launched (by a source of a later day)"  # told on 29 November 2024
    assert launched in _cells(2024, "Public developments related to area 3")["February 2024"][0]
    assert "Road Cargo System" not in text_of(annual(2010))  # told in September 2011


def test_the_two_wordings_of_the_plan_of_2024_stand_side_by_side() -> None:
    rows = _cells(2024, "The areas of the plan of 2024 in two public sources")
    assert rows["No."] == ["The page [1]", "The press release of 9 October 2024 [2]"]
    assert rows["3"] == [
        "improving the level of information exchange for customs clearance",
        "enhancing informatisation for cross-boundary customs clearance",
    ]


def test_the_position_is_the_day_of_the_group_s_own_business() -> None:
    days = {year: _facts(year)["Position as at"].replace("\u00a0", " ") for year in (2007, 2013, 2018, 2023)}
    assert days == {
        2007: "2 August 2007",  # the Arrangement
        2013: "16 September 2013",  # the agreement after the meeting
        2018: "27 June 2018",
        2023: "26 September 2023",
    }


def test_the_thinnest_year_is_short_and_names_no_area() -> None:
    built = annual(2006)
    assert built.pages <= 3
    assert "The record states nine areas and names none" in _said(2006, "Summary")
    assert "Hong Kong Wireless Development Centre and Guangdong China Mobile signed" in text_of(built)
    assert "Who took part" not in headings_of(built)


@pytest.mark.parametrize(
    ("year", "day", "title"),
    [
        (2007, "2 August 2007", "“Arrangement on Strengthening Hong Kong/Guangdong Co-operation"),
        (2013, "16 September 2013", "“The Agreement on Information Framework Co-operation”"),
    ],
)
def test_an_agreement_after_the_meeting_is_the_first_news_and_the_first_section(
    year: int, day: str, title: str
) -> None:
    summary = _said(year, "Summary")
    news = summary.partition("What is new.")[2]
    assert news.index(title) < 320
    assert f"on {day}, after the meeting" in summary
    headings = headings_of(annual(year))
    under_review = next(h for h in headings if "under review" in h or h.startswith("Progress"))
    assert headings.index("Agreements and events") < headings.index(under_review)
    assert "between the two governments" not in text_of(annual(year))


def test_the_industry_agreements_of_2007_are_one_table_with_their_witnesses_told_once() -> None:
    rows = _cells(2007, "Agreements between industry bodies")
    assert list(rows) == ["On", "Digital home and digital entertainment", "Open source software",
                          "Software outsourcing"]  # fmt: skip
    text = text_of(annual(2007)).replace("\u00a0", " ")
    assert text.count("The two governments were not parties") == 1
    assert text.count("Mr Liao Jingshan") == 2  # in the summary, and where the signing is told
    assert "The Office of the Government Chief Information Officer (OGCIO) and the Department of" in text


def test_discussed_stays_discussed_and_both_sides_stay_both_sides() -> None:
    summary = _said(2007, "Summary")
    assert "What was done. Both sides “reviewed the major progress" in summary
    assert "“discussed the future work plans" in summary
    assert "What was decided" not in summary


def test_a_ceremony_is_no_report_and_reports_have_their_sources() -> None:
    assert "Linux" not in _said(2007, "Progress and public developments, 2006")
    assert "Linux solutions from 15 Hong Kong companies" in text_of(annual(2007)).replace("\u00a0", " ")
    progress = next(h for h in headings_of(annual(2008)) if h.startswith("Progress"))
    assert "radio frequency identification (RFID) technology [" in _said(2008, progress)
    assert "粵港電子簽名證書互認試點" in _said(2008, "The plan for the coming year")


@pytest.mark.parametrize(
    ("year", "said"),
    [
        (2008, "The page names no area for the plan"),
        (2008, "The press release of 4 July 2008 names eight fields"),
        (2008, "Known in part: the areas of the plan;"),
        (2009, "no area named by the page; eight fields by the press release of 4 July 2008"),
        (2025, "cluster (by the press release of 20 October 2025) [1]"),
    ],
)
def test_what_sources_of_two_kinds_say_stands_with_its_source(year: int, said: str) -> None:
    text = " ".join(text_of(annual(year)).replace("\u00a0", " ").split())
    assert said in text
    assert "No list is on record of: the areas of the plan" not in text


def test_the_areas_of_2009_are_the_first_of_the_page_and_not_the_first_by_name() -> None:
    text = text_of(annual(2009)).replace("\u00a0", " ")
    assert "The page names the areas of a plan for the first time. RFID, service outsourcing, digital" in text
    assert "and mobile and wireless technology were fields of the plan before, by the press release" in text
    assert "The plan of 2008 is known by fields from" in text
    assert "No earlier plan" not in text


def test_what_goes_on_as_a_focus_point_is_not_called_ended() -> None:
    rows = _cells(2010, "The areas of 2009, related public developments, and the plan of 2010")
    assert rows["RFID technology research and application"][1].startswith(
        "Focus point: to encourage logistics"
    )
    assert rows["open source software"][1] == "No longer listed"
    ended = _said(2010, "Summary").partition("(b)")[2].partition("(c)")[0]
    assert "service outsourcing" in ended
    assert "RFID" not in ended


def test_what_was_set_up_under_the_group_in_2012_is_its_business() -> None:
    summary = _said(2012, "Summary")
    assert (
        "Hong Kong/Guangdong Expert Committee on Cloud Computing Services and Standards was inaugurated"
        in summary
    )
    events = _said(2012, "Agreements and events")
    assert "The committee of 18 members was set up under the group" in events
    assert events.index("18 members") < (events + "none of them its business").index(
        "none of them its business"
    )


def test_a_doubtful_join_carries_no_finding_of_2013() -> None:
    summary = _said(2013, "Summary")
    assert "New subjects: smart city and customs clearance. No longer listed: business environment" in summary
    assert "ervice industries" not in summary
    rows = _cells(2013, "The areas of 2012, related public developments, and the plan of 2013")
    assert rows["Support modern service industries"][1].startswith(
        "Closest to it: Building of Guangdong/Hong Kong"
    )


def test_a_successor_is_listed_for_the_first_time_and_not_again() -> None:
    who = _said(2013, "Who took part")
    assert "(OFCA)" in _said(2013, "Summary")
    assert (
        "OFCA is listed for the first time; the Office of the Telecommunications Authority, whose place"
        in who
    )
    assert "was last listed in 2011" in who
    assert "FHB is listed again, as last in 2011." in who


def test_the_hedged_list_of_2016_ends_no_quotation_in_such_as() -> None:
    plan = _said(2016, "The plan for 2016-17")
    assert "“in areas such as … etc.”: the list is open, and the record states no number of areas" in plan
    text = text_of(annual(2016)).replace("\u00a0", " ")
    assert "does not name smart city" in text
    assert "such as”" not in text


def test_the_six_areas_of_2017_follow_the_open_list() -> None:
    assert "The plan names six areas" in _said(2017, "The plan for 2017-18")
    assert "“Internet+ Regulation”" in text_of(annual(2017))


def test_an_unchanged_plan_is_no_news() -> None:
    assert "What is new. Nothing in the plan." in _said(2021, "Summary")


@pytest.mark.parametrize("year", [2020, 2021, 2022])
def test_video_conferences_have_no_place(year: int) -> None:
    assert _facts(year)["Place"] == "Video conference"
    first = "It was the first plenary meeting by video conference."
    assert (first in _said(year, "Summary")) is (year == 2020)


def test_verbs_are_never_upgraded() -> None:
    for year in range(2016, 2024):
        summary = _said(year, "Summary")
        assert "What was done." in summary
        assert "Hong Kong and Guangdong “will " in summary
        unsaid = "The sources read do not say whether a plan was agreed"
        assert summary.count("agreed") == summary.count(unsaid) == summary.partition("open.")[2].count(unsaid)
        assert summary.count(unsaid) == 1
    assert "Both sides “discussed and exchanged views and work plans, and agreed" in text_of(annual(2006))


def test_the_tables_of_the_annexes_count_lists_and_plenaries() -> None:
    rows = _cells(2024, "Hong Kong bodies listed, 3rd to 19th")
    office = "Office of the Government Chief Information Officer; Digital Policy Office"
    assert rows[office][-1] == "17"
    assert rows["Customs and Excise Department"][-1] == "15"
    assert rows["Marine Department"][-1] == "10"
    assert len(_cells(2024, "Dates, places, periods")) == 20
    wordings = _cells(2024, "Five subjects in the words of the plans of 2018 to 2024")
    assert wordings["2020 and 2021"][1:3] == ["as in 2019", "as in 2019"]


def test_words_of_a_machine_or_of_a_copy_that_breaks_off_are_never_quoted() -> None:
    text = text_of(annual(2025)).replace("\u00a0", " ")
    for words, remark in (
        ("raising the level of cross-border customs informatisation", "known from a machine translation"),
        ("cross-boundary e-commerce between Hong Kong and Guang…", "the copy that was read breaks off"),
        ("telecommunications business…", "known from a machine translation, which breaks off"),
    ):
        assert f"{words} ({remark})" in text
        assert f"{words}”" not in text
    assert "“accelerating the development of a Guangdong-Hong Kong smart city cluster”" in text


def test_the_page_and_a_release_are_not_compared_with_each_other() -> None:
    area = _said(2025, "Area 1: Smart city")
    assert "by another kind of source than the plan before: “accelerating the development of" in area
    assert "The same kind of source had, for 2024, “accelerating development of a Guangdong-Hong Kong" in area


def test_the_20th_is_cited_from_its_own_sources_and_never_from_the_page() -> None:
    built = annual(2025)
    sources = section_of(built, "Sources").splitlines()
    page = next(line for line in sources if "(“the page”)" in line).split()[0]
    for heading in ("Summary", "The plan for the coming year", "Who took part", "The 20th Plenary Meeting"):
        assert page not in section_of(built, heading)


def test_none_since_is_said_only_as_far_as_was_looked() -> None:
    events = _said(2025, "Agreements and events")
    assert (
        "were looked for up to 9 October 2024 only; none is on record between the 19th and the 20th" in events
    )
    assert "No agreement or event of the EGCI is recorded between the 18th and the 19th." in _said(
        2024, "Agreements and events"
    )


def test_participants_that_are_no_departments_are_named_apart() -> None:
    who = _said(2025, "Who took part")
    assert "Others: ASTRI, Cyberport, and GS1 Hong Kong, which are not departments" in who
    summary = _said(2025, "Summary")
    assert "The Hong Kong Applied Science and Technology Research Institute (ASTRI), " in summary
    assert "and GS1 Hong Kong are named for the first time [1, 2]." in summary


def test_the_sources_are_listed_with_their_addresses() -> None:
    sources = _said(2024, "Sources")
    assert (
        "digitalpolicy.gov.hk/en/our_work/digital_infrastructure/mainland/hongkong_guangdong/egci.html"
        in sources
    )
    assert "https://" not in sources


def test_what_was_held_beside_a_plenary_is_not_told_as_what_the_group_did() -> None:
    assert "cloud computing exchange" not in _said(2019, "Summary")
    events = _said(2019, "Agreements and events")
    assert "The speech does not say that the exchange was an event of the group" in events
    assert "Named is Mr Victor Lam" not in events


@pytest.mark.parametrize(
    ("year", "words"),
    [
        (
            2024,
            "The plan for 2024-25 has the five subjects of 2023: (1) smart city, (2) e-Commerce, (3) customs",
        ),
        (
            2024,
            "No answer to Mr Wong (paragraph 3(a)) is on record.",
        ),
        (
            2025,
            "What the plan is. The plan for the coming year was said to have the five subjects of 2024: (1)",
        ),
        (
            2016,
            "is named again, last named in 2012, in words that may mean another subject.",
        ),
        (
            2025,
            "What was agreed on them is not in the part of the sources that was read [1, 2].",
        ),
        (
            2025,
            "Of these only (1) is on file in the full official words. What was agreed on them is not in",
        ),
        (
            2025,
            "papers what was agreed on the plan. It is to settle two points left from 2024: the place of",
        ),
        (2025, "(paragraph 22) and which of two wordings of the plan of 2024 is used (paragraph 23)."),
        (2025, "No answer is on record to what Mr Wong put forward in 2024 (paragraph 24)."),
        (
            2025,
            "Five Guangdong bodies are named (paragraph 18), more than are named for any earlier",
        ),
        (2025, "GS1 Hong Kong are named for the first time"),
        (
            2016,
            "co-operation” [1]. The plan for 2016-17 names three areas, in a list that may not be whole:",
        ),
        (2013, "(1) smart city, (2) customs clearance, (3) “Building of Guangdong/Hong Kong information"),
        (2021, "the Development Bureau (DEVB) and the Tourism Commission (TC) are listed for the first time"),
        (
            2007,
            "The signing of the three industry agreements was witnessed by Mr Francis Ho, Permanent",
        ),
        (
            2007,
            "A certificate presentation ceremony was held; it recognised the inclusion of Linux solutions",
        ),
    ],
)
def test_the_first_page_says_in_plain_words_what_was_decided_is_new_and_is_open(
    year: int, words: str
) -> None:
    assert words in _said(year, "Summary")


def test_what_happened_is_dated_and_owned_in_one_bracket() -> None:
    assert "25 March 2013: The 2013 Work Plan" in _said(2013, "Summary")
    assert ") (" not in _said(2024, "Area 1: Smart city")
    assert "(Hong Kong’s own measure; reported)" in _said(2024, "Area 1: Smart city")


def test_what_was_said_of_a_plan_is_no_proposal() -> None:
    assert "proposal" not in _said(2019, "Summary")
    assert "Mr Lam said that the two sides were to go on promoting" in text_of(annual(2019))


def test_a_plan_without_a_dated_period_is_that_of_its_year() -> None:
    assert "Planned in 2015: “Deepening co-operation in building of Intelligent" in _said(
        2016, "Area 1: Smart city"
    )
    assert "Planned for the coming year" not in text_of(annual(2016))


def test_developments_near_other_subjects_have_a_heading_of_their_own() -> None:
    assert "Other subjects" in headings_of(annual(2016), 2)
    assert "Public developments near other subjects" not in _said(2016, "Area 3: Service industries")


@pytest.mark.parametrize("year", [2007, 2013, 2016, 2024, 2025])
def test_apostrophes_are_curly_wherever_words_come_from(year: int) -> None:
    texts = text_of(annual(year)).removesuffix(section_of(annual(year), "Sources"))
    assert re.findall(r"\w+'\w+", texts) == []


def test_a_printed_address_has_chinese_in_its_characters_and_can_be_typed() -> None:
    sources = _said(2013, "Sources").replace("\n", "")
    assert "jendow.com.tw/wiki/廣東省人民政府關於印發實施粵港合作框架協定2013年重點工作安排的通知" in sources
    assert "%E5" not in sources


def test_fields_that_another_source_names_stand_on_the_first_page() -> None:
    summary = _said(2008, "Summary")
    assert (
        "The page names no area; the press release of 4 July 2008 names eight fields: (1) pilot mutual"
        in summary
    )
    assert "The plan is the first on record to name co-operation on the modern information" in summary
    assert "the nine areas of the plan" in _said(2006, "What is not on record")


def test_what_was_set_up_is_told_with_its_day_and_what_it_is() -> None:
    news = _said(2012, "Summary").partition("What is new.")[2]
    assert news.startswith(" 17 July 2012: The Hong Kong/Guangdong Expert Committee on Cloud Computing")
    assert "; the committee of 18 members was set up under the group by" in news


def test_a_name_that_the_source_prints_otherwise_is_said_and_a_slip_is_not() -> None:
    assert "The source has “Hong Kong Customs” for C&ED" in _said(2025, "Who took part")
    assert "is printed for" not in _said(2024, "Who took part")


def test_the_position_is_carried_on_to_a_source_without_which_a_fact_of_the_day_could_not_be_told() -> None:
    facts = {year: _facts(year)["Position as at"].replace("\u00a0", " ") for year in (2008, 2012)}
    assert facts == {2008: "5 July 2008", 2012: "15 August 2012"}
    assert "HK$9.8 billion" in text_of(annual(2012))


def test_a_later_source_of_a_fact_that_an_earlier_one_has_is_not_cited() -> None:
    assert "30 October 2025" not in _said(2025, "Sources")
    assert "28 March 2024" not in _said(2023, "Sources")


def test_a_period_that_the_page_does_not_have_bears_its_source_in_the_table_of_plenaries() -> None:
    rows = _cells(2010, "Dates, places, periods")
    assert rows["3"][2] == "2007 [9, 10]"
    assert rows["2"][2] == "2006"


def test_the_founding_has_the_subject_of_its_source() -> None:
    told = _said(2006, "The 1st Plenary Meeting")
    assert "Joint Conference proposed the group, and at its Eighth Plenary in September 2005 agreed" in told
    assert "set up on the proposal" not in told


def test_a_post_that_another_source_speaks_against_says_so_wherever_it_is_printed() -> None:
    title = "Director of the Economic and Information Commission of Guangdong Province"
    text = text_of(annual(2015)).replace("\u00a0", " ")
    assert f"Mr Zou Sheng, {title}, as the page alone has it (delivered a speech)" in text
    told = text_of(made("history", "all")).replace("\u00a0", " ")
    assert told.count(f"Mr Zou Sheng, {title}, as the page alone has it") == told.count(f"Zou Sheng, {title}")
    assert f"{title}, as the page alone has it" in told


def test_sources_that_were_read_in_part_are_told_in_one_clause() -> None:
    assert "Not read: what was agreed; the rest of [1] and of [2]." in _said(2025, "What is not on record")
