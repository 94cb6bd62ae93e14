"""What the history of the real group says, held against the records and against totals counted by hand."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import pytest
import yaml
from pypdf import PdfReader

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import Built
from egci_reports.app.papers.order import Audience, Format, Order
from egci_reports.workspace import find_workspace
from tests.papers import ROOT, blocks_of, file_of, headings_of, made, made_of, of_years, section_of, text_of
from tests.parity import assert_same_words
from tests.readers.pdf_pages import read_pages, texts_by_mark

pytestmark = pytest.mark.slow

NUMBERS = range(1, 21)

OFTA = "Office of the Telecommunications Authority"
LISTS = {
    "Office of the Government Chief Information Officer, then Digital Policy Office": "18 (16 + 2)",
    "Customs and Excise Department": "16",
    f"{OFTA}, then Office of the Communications Authority": "16 (3 + 13)",
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
"""In how many lists each line of bodies stands, counted by hand from the page and the release of 2025."""

PROGRAM = (
    "egci-report", "mapping", "First mapping", "join doubtful", "line of succession", "None is left out",
    "No list before", "Back after a list", "First named here", "the first on record", "Said there",
    "Other points", "Against the", "stands in the place", "Seen in a source", "no value hangs",
    "Joined to none", "None)", "that is 17 July", "Slip",
)  # fmt: skip
"""Words of the program, and of the paper before, that no reader may meet (editor's reading, 2.1)."""


def history() -> Built:
    return made("history", "all")


def short() -> Built:
    return made("history", "short")


def plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def body(built: Built) -> str:
    """Return the words of a paper without its list of sources."""
    return plain(text_of(built).removesuffix(section_of(built, "Sources")))


@cache
def record(number: int) -> Any:
    text = (ROOT / "data" / "meetings" / f"{number:02d}.yaml").read_text("utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)


@cache
def sheet(number: int) -> str:
    """Return the words of a sheet."""
    title = next(t for t in headings_of(history(), 2) if re.match(rf"{number}\w\w Plenary Meeting", t))
    return plain(section_of(history(), title))


def story() -> str:
    return plain(section_of(history(), "The story"))


def told(number: int) -> str:
    """Return what the story tells of a plenary."""
    return next(
        plain(b.text) for b in blocks_of(history()) if re.match(rf"The {number}\w\w \(\d", plain(b.text))
    )


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


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def table(caption: str) -> list[list[str]]:
    """Return the rows of the table whose caption begins so."""
    (rows,) = [rows for title, rows in tables().items() if title.startswith(caption)]
    return rows


def same_marks(text: str) -> str:
    """Return a text with all its quotation marks alike: papers set their own."""
    return re.sub('[“”‘’"]', "'", plain(text))


def test_word_and_pdf_say_the_same() -> None:
    assert_same_words(file_of(history(), Format.WORD), file_of(history(), Format.PDF))
    assert_same_words(file_of(short(), Format.WORD), file_of(short(), Format.PDF))


def test_nothing_is_told_at_the_build() -> None:
    assert [finding.message for finding in (*history().warnings, *short().warnings)] == []


def test_it_has_all_its_sections_on_35_pages_at_most() -> None:
    assert headings_of(history()) == [
        "Summary",
        "How to read this record",
        "At a glance",
        "The story",
        "The subjects",
        "Who took part",
        "People named in the sources",
        "Agreements and events",
        "Disputed, and not on record",
        "Annex A: The plenary meetings",
        "Annex B: Names and renamings",
        "Annex C: Notes on sources",
        "Sources",
    ]
    assert len(read_pages(file_of(history(), Format.PDF))) <= 35


def test_the_short_one_is_a_paper_of_its_own() -> None:
    assert short().stem == "history-short"
    assert short().identity.subject == "short"
    assert headings_of(short()) == ["Summary", "At a glance", "The story", "Sources"]
    assert len(read_pages(file_of(short(), Format.PDF))) <= 8
    assert plain(section_of(short(), "Summary")).replace("[", "") != ""


def test_the_first_page_says_first_what_the_group_has_agreed_with_days() -> None:
    summary = plain(section_of(history(), "Summary"))
    assert (
        "(EGCI) first met on 17 May 2006 and has met once in every calendar year since, 20 times so far."
        in summary
    )
    purpose = "The group meets once a year to report the progress of work and to set the direction of"
    assert purpose in summary, "the words of the record, not of the template"
    assert re.search(
        r"The two sides signed the “Arrangement on Strengthening .*?” on 2 August 2007 \[\d+, \d+\] and "
        r"“The Agreement on Information Framework Co-operation” on 16 September 2013 \[\d+, \d+\]\.",
        summary,
    )
    assert "Industry bodies of the two places signed four agreements (2006 and 2007)." in summary
    assert "The record has the plans of 2009 to 2015 as “endorsed”." in summary
    assert (
        "The last plan has five subjects: "
        "infrastructure and telecommunications (first in 2009), smart city and customs clearance (first in "
        "2013), e-Commerce (first in 2016) and "
        "innovation, technology and research (first in 2017)." in summary
    )
    leads = [
        "What it is.", "What has been agreed.", "What came of it.", "What is new.", "Who leads it.",
        "What is open.",
    ]  # fmt: skip
    assert [summary.index(lead) for lead in leads] == sorted(summary.index(lead) for lead in leads)


def test_the_first_page_says_what_is_new_as_far_as_it_was_read() -> None:
    summary = plain(section_of(history(), "Summary"))
    assert re.search(
        r"The 20th Plenary Meeting, on 20 October 2025 in Hong Kong, reviewed the past year and named five "
        r"areas for the coming year \[\d+, \d+\]\. As far as it was read, the plan has the subjects of "
        r"2024\. ",
        summary,
    )
    assert "it decided" not in summary, "page 1 says what was done; the story says where the copy ends"


def test_what_is_open_is_for_the_secretariat_to_settle_and_not_for_the_reader() -> None:
    summary = plain(section_of(history(), "Summary"))
    assert re.search(
        r"The secretariat is to settle from its own papers the place of the 19th \(sources have Hong Kong "
        r"\[\d+\] or Guangzhou \[\d+\]\) and the full words of the last plan\.",
        summary,
    )
    public = made_of(Order("history", "short", audience=Audience.PUBLIC))
    assert "secretariat is to" not in text_of(public)
    shared = made_of(Order("history", "short", audience=Audience.JOINT, as_of=date(2024, 12, 31)))
    assert re.search(r"The sources differ on the place of the 19th: Hong Kong", plain(text_of(shared)))


def test_words_that_break_off_are_quoted_in_one_place_only() -> None:
    """The release breaks off within a word: the story shows it, the first page goes as far as it reads."""
    assert text_of(history()).count("AI and digit…") == 1
    assert "AI and digit…” [" in told(19)
    assert re.search(
        r"promoting collaboration in the development of AI \[\d+\]\.", plain(section_of(history(), "Summary"))
    )


def test_what_came_of_it_is_what_was_reported_and_what_was_last_public() -> None:
    summary = plain(section_of(history(), "Summary"))
    assert "Sources tell what progress was reported at the plenary meetings of 2008 and 2019 only." in summary
    assert "The work under each area, and who leads it, is in no source read." in summary
    assert (
        "No source ties the latest public developments to the group. Related to customs clearance, May 2025: "
        "The Commerce and Economic Development Bureau" in summary
    )
    assert "of the 13 plenaries" not in summary


def test_what_is_last_reported_is_no_later_than_the_paper() -> None:
    early = plain(section_of(made_of(Order("history", "short", as_of=date(2016, 12, 31))), "Summary"))
    assert "Related to customs clearance, 28 March 2016: The Single E-lock Scheme of the Customs and" in early
    assert "2024" not in early


def test_a_fact_is_told_near_one_subject_the_first_that_its_record_names() -> None:
    """The single submission is of customs clearance first, in all papers; the summary keeps to it."""
    commerce = plain(section_of(history(), "e-Commerce"))
    customs = plain(section_of(history(), "Customs clearance"))
    assert "Single Submission" not in commerce
    assert customs.count("“Single Submission for Dual Declaration” scheme") == 3
    early = plain(section_of(made_of(Order("history", "short", as_of=date(2019, 12, 31))), "Summary"))
    assert "Related to innovation, technology and research, 16 May 2019: The 2019 Work" in early


def test_a_place_in_dispute_is_not_said_not_to_be_recorded() -> None:
    early = made_of(Order("history", "short", as_of=date(2024, 12, 31)))
    decided = plain(section_of(early, "Summary")).partition("What is new.")[2]
    assert decided.startswith(
        " The 19th Plenary Meeting, on 9 October 2024 in Hong Kong or Guangzhou (sources differ), reviewed"
    )


@pytest.mark.parametrize("year", of_years(range(2019, 2025), (2021, 2024)))
def test_the_summary_of_any_year_is_one_page(year: int) -> None:
    pages = read_pages(file_of(made_of(Order("history", "short", as_of=date(year, 12, 31))), Format.PDF))
    assert pages[1].width > pages[1].height, "the overview lies on its side"


def test_the_header_names_what_is_to_be_settled() -> None:
    for built in (history(), short()):
        assert "Draft; the place of the 19th Plenary Meeting is to be settled" in plain(text_of(built))
    assert "one point" not in body(history())


def test_a_speaker_is_named_in_full_with_the_post_before_the_surname_alone() -> None:
    opening = "At the 19th, Mr Tony Wong, Commissioner for Digital Policy, hoped that"
    assert opening in plain(section_of(history(), "Summary"))
    for number, named, said in (
        (3, "Mr Stephen Mak, Deputy Government Chief Information Officer (Operation), and", "Mr Mak said"),
        (14, "Mr Victor Lam, Government Chief Information Officer, and", "Mr Lam said"),
        (19, "Mr Tony Wong, Commissioner for Digital Policy, and", "Mr Wong hoped"),
    ):
        assert told(number).index(named) < told(number).index(said)


def test_the_story_says_who_was_named_for_the_two_sides_with_posts_once() -> None:
    assert re.search(r"Wen Guohui, .*? Province \(“co-chaired”\) \[\d+, \d+\]\.", told(3))
    assert re.search(r"Named for the two sides were Mr Tony Wong and Qu Xiaojie \[\d+, \d+\]\.", told(20))
    for years in ("2010 to 2012", "2013 to 2015", "2020 to 2022"):
        assert f"Who led the two sides in {years}, no source names." in story()


def test_each_phase_says_what_the_record_has_on_its_plans_and_what_all_of_them_named() -> None:
    assert "The plans of 2013 to 2015 are recorded as “endorsed”." in story()
    assert (
        "In the words of the record the two sides “will capitalise on …, and carry out enhanced "
        "co-operation” (2016) and “will co-operate proactively” (2017 to 2019)." in story()
    )
    assert "Each plan of 2013 to 2015 named smart city, customs clearance and service industries" in story()
    assert story().count("They kept to the five subjects of the years before") == 1


def test_sources_of_two_kinds_are_told_apart_where_their_words_stand_together() -> None:
    glance = plain(section_of(history(), "At a glance"))
    assert "3rd names no area by the page, and eight fields by the press release of 4 July 2008." in glance
    assert re.search(r"Areas: none named by the page \[\d+\]\. As the press release of 4 July 2008", sheet(3))
    ended = {row[0]: row[1] for row in table("Subjects that the last plan does not name")}
    assert ended["RFID"] == "Once, in 2009; a field of 2008 by the press release of 4 July 2008"
    assert ended["Information portals"] == "Once, in 2009, in doubtful wording"
    (last,) = [row[1] for row in table("Smart city: wordings") if row[0] == "2025"]
    assert last.endswith("smart city cluster (by the press release of 20 October 2025)")


def test_what_a_table_marks_with_a_question_mark_no_sentence_says_for_certain() -> None:
    """Five wordings may be on another subject: of 2009, 2010 to 2012 (one), 2013 and 2023."""
    doubts = re.findall(r"\(in doubtful wording: ([^)]*)\)", story())
    assert doubts == [
        "infrastructure and telecommunications in 2010, 2011 and 2012",
        "information portals in 2009",
        "service industries in 2013",
        "infrastructure and telecommunications in 2012",
        "innovation, technology and research in 2023",
    ]
    assert "building of information infrastructure (last named in 2012, in doubtful wording)" in sheet(11)
    assert "(as in 2010" in sheet(6)
    early = plain(section_of(made_of(Order("history", "all", as_of=date(2013, 12, 31)), ROOT), "Summary"))
    assert "service industries (first in 2010; in doubtful wording: service industries in 2013)" in early


def test_the_story_has_sentences_and_no_headlines() -> None:
    """What happened goes on from its day with a verb; nothing stands as a title with a participle."""
    assert re.findall(r"(?:Signed|Signed later|Held the same day|Afterwards):", story()) == []
    told_of = re.findall(r"(?:On \d+ \w+ \d{4}|In \w+ \d{4}|The same day) (.*?) \[[\d, ]+\]\.", story())
    assert len(told_of) > 30
    verbs = r"\b(?:was|were|issued|amended|turned|held|saw)\b"
    assert [clause for clause in told_of if not re.search(verbs, clause)] == []


def test_what_the_record_leaves_open_from_an_earlier_meeting_says_that_nothing_came_on_file() -> None:
    assert "What came of it is not on file." in plain(section_of(history(), "Summary"))
    early = made_of(Order("history", "short", as_of=date(2024, 12, 31)))
    assert "not on file" not in text_of(early)


def test_the_turns_of_host_are_told_with_their_plenaries_and_their_condition() -> None:
    disputed = plain(section_of(history(), "Disputed, and not on record"))
    assert (
        "of the 1st to the 14th the odd numbers met in Guangzhou and the even ones in Hong Kong" in disputed
    )
    assert "if the three meetings by video conference (the 15th to the 17th) counted as turns" in disputed
    assert "in person the 14th and the 18th followed each other in Hong Kong" in disputed


def test_the_founding_rests_on_the_source_that_tells_of_it_alone() -> None:
    """The release of September 2005 was read to its middle, which does not reach informatisation."""
    assert re.search(
        r"agreed to a new expert group to strengthen co-operation in informatisation \[1\]\.", story()
    )
    assert "set up on the proposal" not in body(history())


def test_a_row_on_which_sources_differ_says_where_that_is_told() -> None:
    """W22: the page calls Mr Zou Director in 2015, while another man was head of the Commission."""
    (forum,) = [row for row in table("Agreements and events") if row[0] == "30 July 2015"]
    assert forum[3].endswith("On a person named sources differ: see Annex C.")
    (mou,) = [row for row in table("Agreements and events") if row[0] == "17 May 2006"]
    assert mou[3].endswith("On its title or occasion sources differ: see Annex C.")
    others = [row for row in table("Agreements and events") if row[0] in ("12 July 2019", "17 July 2012")]
    assert [row for row in others if "differ" in row[3]] == []


def test_labels_are_plain() -> None:
    assert "Period reviewed" in sheet(1)
    assert "Plan for" in sheet(1)
    assert "Verb on the plan" not in body(history())


def test_the_day_of_a_plenary_is_not_said_again_with_what_was_signed_on_it() -> None:
    assert told(2).count("22 June 2007") == 1
    assert "On 2 August 2007 the “Arrangement on Strengthening" in told(2)
    assert "The same day a certificate presentation ceremony was held" in told(2)
    assert told(2).index("The same day a certificate") < told(2).index("On 2 August 2007")
    assert "On 17 July 2012 the Hong Kong/Guangdong Expert Committee on Cloud Computing" in told(6)


def test_no_sentence_of_story_and_subjects_stands_twice() -> None:
    """Captions, labels and what every sheet has are no sentences; the summary repeats on purpose."""
    prose = " ".join(plain(section_of(history(), title)) for title in ("The story", "The subjects"))
    sentences = [one for one in re.split(r"(?<=\.) ", prose) if len(one) > 60]
    assert len(sentences) > 60
    assert [one for one in set(sentences) if sentences.count(one) > 1] == []


def dated(text: str) -> list[tuple[str, str]]:
    """Return the sentences that tell what happened on a day or in a month, each with it."""
    found = re.findall(
        r"(?:[Oo]n |[Ii]n |• ?|^|(?<=\. ))((?:\d{1,2} )?[A-Z][a-z]+ \d{4})(?:: | )([^.]*)", text
    )
    return [(day, said) for day, said in found if day.split()[-2] in MONTHS]


def test_no_dated_fact_of_the_story_stands_again_under_a_subject() -> None:
    """Each fact once: story and subjects share a day in one case, where they tell different things."""
    subjects = plain(section_of(history(), "The subjects"))
    days = {day for day, _ in dated(story())} & {day for day, _ in dated(subjects)}
    assert days == {"7 April 2010", "March 2024"}, "what the Agreement set out, and the coverage of 5G"
    assert "The memorandum on cross-boundary data flow" not in subjects


def test_a_day_of_the_story_is_told_once() -> None:
    """But for the days on which plenaries met, beside which other things happened."""
    days = [day for day, _ in dated(story())]
    met = {row[1] for row in table("The plenary meetings")}
    assert len(days) > 20
    assert sorted({day for day in days if days.count(day) > 1} - met) == []


@pytest.mark.parametrize("words", PROGRAM)
def test_no_word_of_the_program_is_printed(words: str) -> None:
    assert words not in body(history())


def test_apostrophes_are_curly() -> None:
    prose = "\n".join(
        b.text for b in blocks_of(history()) if not b.rows and b.role not in ("figure", "source")
    )
    assert re.findall(r"\w'\w", prose.removesuffix(section_of(history(), "Sources"))) == []


def test_every_plenary_has_a_sheet() -> None:
    titles = [title for title in headings_of(history(), 2) if "Plenary Meeting," in title]
    assert [int(re.findall(r"\d+", title)[0]) for title in titles] == list(NUMBERS)
    assert [n for n in NUMBERS if "Plan for" not in sheet(n) or "Outcome" not in sheet(n)] == []


@pytest.mark.parametrize("number", [n for n in NUMBERS if n > 3])
def test_a_sheet_has_its_areas_word_for_word_in_their_order(number: int) -> None:
    listed = record(number)["areas"]["listed"]
    listed = listed["value"] if isinstance(listed, dict) else listed
    text = same_marks(sheet(number))
    if number == 16:
        assert "the five of 2020, word for word" in text
        return
    places = [text.index(same_marks(area["wording"])) for area in listed]
    assert places == sorted(places)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_sheet_has_the_outcome_in_the_words_of_the_record(number: int) -> None:
    outcome = record(number)["outcome"]
    assert same_marks(outcome.get("words", "Not seen")) in same_marks(sheet(number))
    verb = outcome.get("verb")
    assert verb is None or f"“{verb}”" in plain(table("The plenary meetings")[number - 1][5])


@pytest.mark.parametrize("number", [4, 10, 19])
def test_no_verb_is_upgraded(number: int) -> None:
    """The story names areas, and leaves the verbs to the overview and the sheets."""
    assert ("endorsed" in sheet(number)) is (number != 19)
    assert "endorsed" not in told(number)
    assert "agreed" not in told(number)


def test_plenaries_of_which_nothing_is_told_but_their_areas_stand_together() -> None:
    dates = "15th (7 August 2020), 16th (14 September 2021) and 17th (17 November 2022)"
    assert f"The {dates} named five areas each" in story()
    assert "The list of 2021 was that of 2020." in story()


def test_what_all_areas_of_a_sheet_share_is_said_once() -> None:
    assert sheet(20).count("the wordings rest on other kinds of sources and are not compared") == 1
    assert "same subject as in" not in sheet(20)


def test_words_of_the_20th_that_were_read_in_part_are_in_no_quotation_marks() -> None:
    assert (
        "raising the level of cross-border customs informatisation (known from a machine translation)"
        in sheet(20)
    )
    assert "“raising the level" not in body(history())
    assert "wording changed" not in sheet(20)


def test_bodies_stand_in_as_many_lists_as_counted_by_hand() -> None:
    rows = {row[0]: row[-1] for row in table("Hong Kong bodies listed")}
    total = rows.pop("Bodies in the list")
    assert rows == LISTS
    assert total == "86"


def test_blanks_of_the_matrix_are_said_not_to_be_absence() -> None:
    text = plain(section_of(history(), "Who took part"))
    assert "A body that is not listed was not for that reason absent" in text
    cells = {cell for row in table("Hong Kong bodies listed")[:-1] for cell in row[1:-1]}
    assert cells == {"L", "–", "x", "o", "n"}


def test_no_body_may_have_attended_before_its_beginning_or_after_its_end() -> None:
    """The Food and Health Bureau ended on 30 June 2022; Create Hong Kong was there from 2009 to 2024."""
    rows = {row[0]: "".join(row[1:21]) for row in table("Hong Kong bodies listed")}
    assert rows["Food and Health Bureau"] == "xx–L–L–LL–––––––nnnn"
    assert rows["Create Hong Kong"] == "xxnL––––––––––––––nn"
    assert rows["Invest Hong Kong"] == "xx–L–––––––––––––––o"
    assert "OFTA (by then the Office of the Communications Authority); FHB; MD; HKMA." in sheet(7)


def test_each_column_of_the_matrix_adds_up() -> None:
    rows = table("Hong Kong bodies listed")
    for column in range(1, 21):
        listed = sum(row[column] == "L" for row in rows[:-1])
        assert rows[-1][column] == (str(listed) if listed else "x")


def test_the_place_of_the_19th_is_in_dispute_with_both_sources() -> None:
    assert "9 October 2024, place in dispute" in " ".join(headings_of(history(), 2)).replace("\u00a0", " ")
    disputed = plain(section_of(history(), "Disputed, and not on record"))
    assert re.search(r"Place: Hong Kong \[\d+\] .* or Guangzhou \[\d+\] .*Not decided\.", disputed)
    assert [finding.code for finding in history().blocked] == ["E601"]


def test_a_body_is_never_older_or_newer_than_it_is() -> None:
    """W15, W16, W23: OFCA was not back in 2013, and took OFTA's place in 2012, not "from 2013"."""
    assert "Listed again: OFCA" not in sheet(8)
    assert "Listed for the first time: OFCA, in the place of OFTA." in sheet(8)
    assert "from 2013" not in body(history())
    names = {row[0]: row[3] for row in table("Names of the bodies")}
    assert names["Office of the Communications Authority"] == "From 1 April 2012"
    assert names[OFTA].endswith("to 31 March 2012")
    assert "Agency: Restructured as the Cultural" not in body(history())


def test_what_goes_on_from_the_reports_of_2008_is_not_called_new() -> None:
    """W17: five of the seven areas of the 4th were fields of the 3rd; a sixth by a doubtful join only."""
    assert sheet(4).count("(a field of 2008, too)") == 5
    assert "information portal construction (a field" not in sheet(4)
    assert "(new)" not in sheet(4)


def test_a_subject_in_a_focus_point_is_not_said_not_to_be_named() -> None:
    """RFID stood in the focus points of 2010."""
    assert "RFID" not in told(5)
    assert "RFID" in sheet(5)


def test_the_cloud_committee_is_the_groups_and_no_event_around_it() -> None:
    """W13: what was set up under the group is in the register, and not among events of others."""
    assert any("Expert Committee on Cloud Computing" in row[1] for row in table("Agreements and events"))
    around = (
        story()
        .partition("No source calls these public events of 2010 to 2012")[2]
        .partition("2013 to 2015")[0]
    )
    assert "Framework Agreement" in around
    assert "Expert Committee on Cloud Computing" not in around


def test_nothing_is_called_new_against_an_open_list() -> None:
    """The list of 2009 is open, so that a subject of 2010 may only be called named for the first time."""
    assert "new" not in told(5)
    named = "Among the subjects, business environment and service industries were named for the first time"
    assert named in told(5)
    assert "mobile and wireless technology were not named" in told(5)
    assert "Among the subjects, quality living area was new" in told(6)


def test_the_plenary_that_agreed_to_the_group_is_not_among_events_of_others() -> None:
    assert "Eighth Plenary in September 2005 agreed" in story()
    assert "28 September 2005" not in story()


def test_the_register_says_what_is_not_said_to_be_the_groups_business() -> None:
    """W14, W24: no sentence calls all in it business of the group."""
    register = plain(section_of(history(), "Agreements and events"))
    assert "hold what the sources record as business of the group" not in register
    assert "signed as business" not in body(history())
    assert "The speech does not say that the exchange was an event of the group" in register


def test_the_three_agreements_of_2007_are_one_row_with_their_witnesses_once() -> None:
    rows = [row for row in table("Agreements and events") if row[0] == "22 June 2007"]
    assert len(rows) == 2
    (signed,) = [row for row in rows if "software outsourcing" in row[1]]
    assert "open source software" in signed[1]
    assert signed[3].count("Mr Francis Ho") == 1


def test_reports_that_open_alike_are_one_sentence() -> None:
    assert told(3).count("Over the past year both sides had worked on") == 1
    assert "software outsourcing services and open source software [" in told(3)


def test_public_events_are_marked_as_none_of_the_groups() -> None:
    assert (
        len(re.findall(r"No source calls these public events of 20.. to 20.. work of the EGCI", story())) == 5
    )
    assert "Position as at 20 October 2025" in text_of(history()).replace("\u00a0", " ")
    assert "2026" not in body(history())
    assert "24 October 2025" not in body(history())


def test_a_persons_post_is_that_of_the_day() -> None:
    """W20, W21: Mr Lai spoke in September 2013, and all who are named are here."""
    names = re.compile(r"(?:Mr |Ir )?(\w+ \w+)")
    people = {found[1]: row[1] for row in table("People named") if (found := names.match(row[0]))}
    assert (
        "23 September 2013: Government Chief Information Officer; described the group" in people["Daniel Lai"]
    )
    assert (
        "9 October 2024: Commissioner for Digital Policy; “reviewed”, 19th plenary meeting"
        in people["Tony Wong"]
    )
    assert " March 2024: Government Chief Information Officer" in people["Tony Wong"]
    assert "31 March 2024" not in people["Tony Wong"], "the source gives the month alone"
    assert {"Duncan Pescod", "Zhou Baoyuan"} <= set(people)
    assert not any(row[0].startswith("Mr Zhou") for row in table("People named")), "no source read has Mr"
    assert "witnessed the signing of three agreements" in people["Stephen Mak"]


def test_a_persons_chinese_name_stands_at_the_beginning_of_a_line_and_is_whole() -> None:
    with zipfile.ZipFile(BytesIO(file_of(history(), Format.WORD))) as package:
        word = package.read("word/document.xml").decode()
    assert re.search("<w:br/>(?:<[^>]*>)*麥鴻崧<", word)
    chinese = [name for row in table("People named") for name in re.findall("[\u4e00-\u9fff]+", row[0])]
    assert len(chinese) == 12
    pages = PdfReader(BytesIO(file_of(history(), Format.PDF))).pages
    lines = "\n".join(page.extract_text() for page in pages)
    assert [name for name in (*chinese, "賴天生") if name not in lines] == []


def test_chinese_names_are_printed_and_unverified_ones_say_so() -> None:
    """W19: "Not recorded" stands only where the records have no Chinese name."""
    names = {row[0]: row[1] for row in table("Names of the bodies")}
    assert names["Digital Policy Office"] == "數字政策辦公室"
    assert "to be checked" not in names["Digital Policy Office"]
    records = yaml.safe_load((ROOT / "data" / "bodies.yaml").read_text("utf-8"))
    unverified = [
        (name["name"]["en"], name["name"]["tc"])
        for one in records
        for name in one["names"]
        if "tc" in name.get("unverified", ()) and name["name"]["en"] in names
    ]
    assert unverified
    assert [en for en, tc in unverified if names[en] != f"{tc} (to be checked)"] == []


def test_statements_on_the_20th_rest_on_its_release_and_not_on_the_page() -> None:
    """A statement cites the sources of its field or file, never the page by default."""
    sources = plain(section_of(history(), "Sources"))
    page = re.search(r"\[(\d+)\] Digital Policy Office, Hong Kong/Guangdong Expert Group", sources)
    assert page is not None
    cited = set(re.findall(r"\d+", " ".join(re.findall(r"\[([\d, ]+)\]", sheet(20)))))
    assert cited
    assert page[1] not in cited


def test_slips_of_the_page_are_not_in_the_paper() -> None:
    text = body(history())
    for slip in ("Digital Policy Officer", "nine majors areas", "Customs and Exercise", "nineteen plenary"):
        assert slip not in text, slip


def test_where_sums_have_open_parts_they_say_so() -> None:
    """W27: nothing is built on turns that go by number."""
    assert "kept the turns" not in body(history())
    assert [row[5] for row in table("The plenary meetings") if row[0] == "11"] != []


def test_the_glance_marks_a_period_that_rests_on_a_release() -> None:
    """W28: that the 3rd reviewed 2007 is the release's."""
    (third,) = [row for row in table("The plenary meetings") if row[0] == "3"]
    assert re.fullmatch(r"2007 \[[\d, ]+\]", third[3])


def test_what_is_missing_is_told_with_the_plenaries_that_miss_it() -> None:
    missing = plain(section_of(history(), "Disputed, and not on record"))
    assert "who led the two sides (1st, 2nd, 4th to 13th and 15th to 18th)" in missing
    assert "which Hong Kong bodies took part (1st and 2nd)" in missing
    assert "Not recorded Heads, Guangdong bodies, progress, events" in sheet(9)


def test_every_picture_says_what_it_shows_and_where_its_data_are() -> None:
    pictures = [block for block in blocks_of(history()) if block.role == "figure"]
    assert len(pictures) == 3
    assert [picture.text for picture in pictures if len(picture.text) < 60] == []


def test_the_tables_that_a_picture_refers_to_have_what_it_draws() -> None:
    captions = [block.text for block in blocks_of(history()) if block.role == "caption"]
    course = next(text for text in captions if "The course of the group" in text)
    assert "plenary meetings are in Table 1, agreements and events in Table 10, names in Table 11." in course
    assert [text for text in captions if re.match("Table (1|10|11): ", text)] == [
        "Table 1: The plenary meetings, 2006 to 2025",
        "Table 10: Agreements and events, by date",
        "Table 11: Names of the bodies listed or signing",
    ]
    charts: Any = begin(find_workspace(ROOT, ROOT), Order("history", "all")).paper.charts
    rows = {row.label: [mark.label for mark in row.marks] for row in charts["course-1"].rows}
    held = {row[0]: row[2] for row in table("The plenary meetings")}
    places = {"Hong Kong": r"Hong Kong(?! or)", "Guangzhou": "Guangzhou", "By video conference": "Video"}
    for label, place in {**places, "Place in dispute": "In dispute"}.items():
        assert rows[label] == [number for number, where in held.items() if re.match(place, where)]
    others = rows.keys() - {*places, "Place in dispute", "New names of bodies"}
    happened = [mark[:4] for label in others for mark in rows[label]]
    assert sorted(happened) == sorted(row[0][-4:] for row in table("Agreements and events"))
    named = {row[0]: (row[2], row[3]) for row in table("Names of the bodies")}
    began = {
        name if short == "None" else short for name, (short, use) in named.items() if use != "Not recorded"
    }
    assert set(rows["New names of bodies"]) <= began
    drawn = {span.label for row in charts["lineages"].rows for span in row.spans}
    assert drawn <= began


@pytest.mark.parametrize("year", [2006, 2009, 2016])
def test_a_summary_of_an_early_year_reads_well(year: int) -> None:
    early = made_of(Order("history", "short", as_of=date(year, 12, 31)))
    assert [finding.message for finding in early.warnings] == []
    assert "  " not in text_of(early)


def test_public_events_are_of_the_years_of_their_phase_and_touch_the_plans() -> None:
    """What was before the first plenary, and conferences that share no subject with the plans, stay out."""
    assert "Hong Kong Wireless Development Centre opened" not in story()
    assert "12th Plenary of the Hong Kong/Guangdong Co-operation Joint Conference" not in story()
    assert "18th Plenary of the Hong Kong/Guangdong Co-operation Joint Conference" in story()
    assert story().count("On 21 March 2023 ") == 1


def test_days_up_to_which_records_were_kept_are_said_once_each() -> None:
    reading = plain(section_of(history(), "How to read this record"))
    assert (
        "20 October 2025 for plenary meetings and public developments, "
        "and 9 October 2024 for agreements, events and names" in reading
    )
    assert "section Annex" not in body(history())


def test_a_subject_named_once_is_not_said_to_be_last_named_then() -> None:
    rows = {row[0]: row[1] for row in table("Subjects that the last plan does not name")}
    assert rows["RFID"].startswith("Once, in 2009; a field of 2008")
    assert rows["Information portals"] == "Once, in 2009, in doubtful wording"
    assert rows["Quality living area"].endswith("; last named in 2012")


def test_what_offices_signed_is_no_agreement_of_governments() -> None:
    words = body(history())
    assert "1 official agreement, 3 industry agreements" in words
    assert "Official agreements: those of government bodies." in words
    assert not re.search(r"government agreement|between governments", words)


def test_a_quotation_that_breaks_off_before_its_list_shows_that_it_does() -> None:
    assert "carry out enhanced co-operation in areas such as …”" in sheet(11)
    assert "in areas such as”" not in body(history())


def test_whom_a_source_names_for_a_side_without_saying_what_he_did_is_called_no_head() -> None:
    words = body(history())
    assert "Commissioner for Digital Policy; named for the side, 20th plenary meeting" in words
    assert "head of the side" not in words


def test_a_sheet_stands_on_one_page() -> None:
    """The sheet of the 19th, the longest, ran over a page."""
    pages = ["".join(texts_by_mark(page).values()) for page in read_pages(file_of(history(), Format.PDF))]
    bare = ["".join(page.split()) for page in pages]
    for number in NUMBERS:
        title = next(t for t in headings_of(history(), 2) if re.match(rf"{number}\w\w Plenary Meeting", t))
        (page,) = [page for page in bare if "".join(title.split()) in page]
        assert "".join(sheet(number).split())[-40:] in page, number


WORDS_IN_USE = {"AI", "IT", "TV"}
"""Abbreviations that are words of ordinary English by now."""


def abbreviations(text: str) -> dict[str, int]:
    """Return where each abbreviation is first used outside quotation marks and names of documents."""
    found: dict[str, int] = {}
    bare = re.sub(r"“[^”]*”|I&T Development Blueprint|\(I&T\)", lambda quoted: " " * len(quoted[0]), text)
    for one in re.finditer(r"\b[A-Z][A-Za-z&]*[A-Z][A-Z&]*\b", bare):
        found.setdefault(one[0], one.start())
    return {short_name: at for short_name, at in found.items() if short_name not in WORDS_IN_USE}


def test_every_abbreviation_is_spelt_out_where_it_is_first_used() -> None:
    """The sheets have the short names of bodies, and say that Annex B explains them."""
    for built in (history(), short()):
        text = body(built).partition("1st Plenary Meeting, 17 May 2006, Guangzhou")[0]
        used = abbreviations(text)
        assert {"EGCI", "CEDB", "OFCA", "RFID"} <= set(used)
        assert [name for name, at in used.items() if text[at - 1] != "(" or text[at + len(name)] != ")"] == []
    explained = plain(section_of(history(), "Annex B: Names and renamings"))
    on_sheets = abbreviations(plain(section_of(history(), "Annex A: The plenary meetings")))
    assert [name for name in on_sheets if name not in explained and name not in ("RFID", "EGCI")] == []


def test_no_source_that_a_machine_translated_goes_by_as_read() -> None:
    (translated,) = [line for line in section_of(history(), "Sources").splitlines() if "Longbridge" in line]
    assert translated.rstrip().endswith("read in part; a machine translation.")


def test_the_first_page_of_any_year_is_told_in_sentences() -> None:
    def summary(year: int) -> str:
        early = made_of(Order("history", "short", as_of=date(year, 12, 31)))
        return plain(section_of(early, "Summary"))

    assert "New in it were smart city and customs clearance. No longer listed were business" in summary(2013)
    assert "The lead for Hong Kong is the Office of the Government Chief Information Officer." in summary(
        2013
    )
    assert "No earlier plan can be set beside it." in summary(2009)
    now = plain(section_of(history(), "Summary"))
    assert "The lead for Hong Kong passed from the Office of the Government Chief Information Officer" in now
