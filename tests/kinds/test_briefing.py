"""The pack before a plenary: what it holds, what it leaves to officers, and that it knows nothing later."""

from __future__ import annotations

import io
import re
import shutil
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import Built, build
from egci_reports.app.papers.order import DEFAULT_FORMATS, Format, Order
from egci_reports.errors import EditionRefused, UsageError
from egci_reports.kinds.briefing.ahead import PlenaryAhead, plenary_ahead
from egci_reports.records.developments import Development
from egci_reports.records.facts import settled, values
from egci_reports.workspace import find_workspace
from tests.conftest import REAL, RETURNS
from tests.loading import load_records
from tests.papers import (
    ROOT,
    TELLING_PACKS,
    blocks_of,
    file_of,
    headings_of,
    made,
    of_years,
    section_of,
    text_of,
)
from tests.parity import assert_same_words
from tests.readers.pdf import bookmarks_of
from tests.records.earlier import Scissors

pytestmark = pytest.mark.slow

NUMBERS, SEEN = tuple(range(2, 22)), (*TELLING_PACKS, 21)
PARTS = [
    "Checklist",
    "Chairman’s sheet",
    "Delegations",
    "Brief 1: Smart city",
    "Brief 2: e-Commerce",
    "Brief 3: Customs clearance",
    "Brief 4: Innovation, technology and research",
    "Brief 5: Infrastructure and telecommunications",
    "Sources",
]
FIELDS = ("Objective", "Points to make", "Line to take", "Likely Guangdong position", "Action sought")
STUB = """number: {number}
status: planned
date: {day}
mode: in-person
venue: {{unstated: not-recorded}}
reviewed: {{unstated: not-recorded}}
planned: {{unstated: not-recorded}}
convenors: {{unstated: not-recorded}}
hong_kong: {{unstated: not-recorded}}
guangdong: {{unstated: not-recorded}}
outcome: {{unstated: not-recorded}}
areas: {{listed: {{unstated: not-recorded}}}}
sources: [egci-page]
"""


def pack(number: int | str) -> Built:
    return made("briefing", str(number))


def day_of(number: int) -> date:
    text = (REAL / "meetings" / f"{number:02d}.yaml").read_text("utf-8")
    found = re.search(r"^date:(?: |\n  value: )(\d{4}-\d\d-\d\d)", text, re.MULTILINE)
    assert found
    return date.fromisoformat(found[1])


@pytest.mark.parametrize("number", of_years(NUMBERS, SEEN))
def test_every_pack_says_the_same_in_word_and_pdf_without_a_warning(number: int) -> None:
    built = pack(number)
    assert built.stem == f"briefing-{number}"
    assert [finding.message for finding in built.warnings] == []
    assert_same_words(file_of(built, Format.WORD), file_of(built, Format.PDF))


@pytest.mark.parametrize("number", of_years(NUMBERS[:-1], TELLING_PACKS))
def test_a_pack_is_that_of_records_that_end_the_day_before(tmp_path: Path, number: int) -> None:
    day = day_of(number)
    shutil.copytree(REAL, tmp_path / "data")
    Scissors(tmp_path / "data", day - timedelta(days=1)).run()
    stub = tmp_path / "data" / "meetings" / f"{number:02d}.yaml"
    assert not stub.exists()
    stub.write_text(STUB.format(number=number, day=day), "utf-8")
    cut = build(begin(find_workspace(tmp_path, tmp_path), Order("briefing", str(number))))
    assert text_of(cut).splitlines() == text_of(pack(number)).splitlines()
    for form in DEFAULT_FORMATS:
        assert file_of(cut, form) == file_of(pack(number), form), form


def test_the_pack_before_the_19th_knows_only_its_number_and_date() -> None:
    text = text_of(pack(19))
    assert "Wednesday, 9 October 2024" in text
    assert "place to be confirmed (Guangzhou by turn)" in text
    assert "8 October 2024" in text
    assert "the 20th is for Hong Kong" in text
    for later in ("improving the level of information exchange", "21st Plenary Meeting", "in dispute"):
        assert later not in text, later


def test_the_next_pack_has_every_part_in_order() -> None:
    assert headings_of(pack("next")) == PARTS


def test_the_next_plenary_is_made_in_memory_and_its_place_proposed() -> None:
    assert file_of(pack("next"), Format.PDF) == file_of(pack(21), Format.PDF)
    assert pack("next").identity.subject == "21"
    text = text_of(pack(21))
    assert "place to be confirmed (Guangzhou by turn)" in text
    assert not list((REAL / "meetings").glob("21.yaml"))


def said(number: int, title: str) -> str:
    """The text of a section, with plain spaces."""
    return section_of(pack(number), title).replace("\u00a0", " ")


def test_an_empty_field_is_its_name_and_one_line_and_nothing_says_to_follow() -> None:
    for title in PARTS[3:8]:
        text = said(21, title)
        for field in FIELDS:
            assert re.search(rf"^{field} *$", text, re.MULTILINE), (title, field)
    assert "To follow" not in text_of(pack(21))


def test_the_draft_of_the_21st_takes_twelve_pages_at_most_a_page_for_each_brief() -> None:
    assert pack(21).pages <= 12
    marks = [mark for mark in bookmarks_of(file_of(pack(21), Format.PDF)) if mark.title in PARTS]
    pages = {mark.title: mark.target.page for mark in marks}
    assert [pages[title] for title in PARTS[3:8]] == list(range(5, 10))
    assert pages["Chairman’s sheet"] == 2


def page_one(number: int) -> str:
    """What stands on page 1, with plain spaces and no breaks of lines."""
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(file_of(pack(number), Format.PDF))).pages
    assert "Chairman’s sheet\nAgenda\n" in pages[1].extract_text()
    return " ".join(pages[0].extract_text().split())


def test_page_1_says_what_is_to_be_done_what_was_decided_what_is_new_and_what_is_open() -> None:
    text = page_one(21)
    told = [
        "Decided last What the 20th Plenary Meeting (20 October 2025) decided on its plan is not on file.",
        "said to have five areas: (1) smart city; (2) e-Commerce; (3) customs clearance;",
        (
            "New since 21 January 2026: The Single E-lock Scheme was said to have 93 clearance points, 65 in "
            "Guangdong, 13 in Hong Kong, seven in Fujian, four in Hunan and four in Macao"
        ),
        "29 December 2025: A self-service kiosk opened in Macao",
        "Nothing of Guangdong’s own is on file; no full search was made after the 20th Plenary",
        "Open for you Mr Tony Wong, Commissioner for Digital Policy, hoped that",
        "That was at the 19th (2024); no answer is on record, and whether to raise it again is for you.",
        (
            "Not to be said The words of the plan of the 20th on (2), (3), (4) and (5): its full official "
            "words are not on file. The subjects may be named."
        ),
        "Where the 19th met: sources differ, and the secretariat is to settle it from its own papers.",
        "First steps Ask departments which areas they lead: the record does not say.",
        "Agree the agenda with the Guangdong side.",
        "Read the sources on the 20th to their end. Digital Policy Office: officer to be named.",
        "Checklist",
    ]
    places = [text.index(words) for words in told]
    assert places == sorted(places)
    assert "On the plan" not in text
    last = page_one(20)
    assert "Decided last The 19th Plenary Meeting (9 October 2024): “will be pushing the works …" in last
    assert "The words of the plan without their source: two wordings are public." in last


def test_the_checklist_is_in_an_officers_words() -> None:
    text = said(21, "Checklist")
    assert "Chairman’s sheet | 2 | Facts set out; officer’s words to come" in text
    assert "Agenda | 2 | Skeleton, not agreed" in text
    assert "Brief 3: Customs clearance | 7 | Facts set out; officer’s words to come\n" in text
    assert "Not begun, and not in this pack: run-down, opening remarks, closing remarks and related" in text
    assert text.count("No officer is named") == 1
    for words in ("None", "Not assigned", "Not set", "Record done", "0 of", "kept by number"):
        assert words not in page_one(21), words


def test_sources_stand_with_language_how_far_they_were_read_and_their_address() -> None:
    text = said(21, "Sources")
    assert (
        "held in Hong Kong (with photos), 20 October 2025 (“the press release of 20 October 2025”); read in "
        "part. "
        "www.info.gov.hk/gia/general/202510/20/P2025102000501p.htm"
    ) in text
    assert (
        "echinagov.com, [Report on the agreement on cross-boundary public services], November 2023;" in text
    )
    assert "read in part; in Chinese. echinagov.com/news/348871.htm" in text
    assert "Those marked as read in part were not read to their end" in text
    earlier = said(20, "Sources")
    assert "By title and address alone: how far each was read by 19 October 2025 is not on record." in earlier
    assert "read to its end" not in earlier
    cited = re.findall(r"^\[\d+\] .*$", text, re.MULTILINE)
    assert len(cited) == 38
    assert all(re.search(r"\. [a-z0-9.-]+\.[a-z]+/\S+$", line) for line in cited)


def test_the_sheet_says_what_was_decided_what_was_said_and_what_is_open() -> None:
    text = said(21, "Chairman’s sheet")
    for words in (
        "The 20th Plenary Meeting, 20 October 2025, Hong Kong.",
        "What was decided on the plan is not on file.",
        "(1) “accelerating the development of a Guangdong-Hong Kong smart city cluster”",
        (
            "Nothing that a head of either side said at the 20th is on file. Last on file, from the 19th "
            "(2024): Mr Wong hoped that"
        ),
        "The copy read breaks off there.",
        "From the 19th (2024): what was proposed, as above. It is open because no answer is on record.",
        "The secretariat settles it from its papers; until then name no city for it.",
    ):
        assert words in text, words


def test_words_that_are_no_words_of_a_plan_are_in_no_pack_between_quotation_marks() -> None:
    text = text_of(pack(21)).replace("\u00a0", " ")
    assert "raising the level of cross-border customs informatisation (known from a machine" in text
    assert "“raising the level of cross-border" not in text
    assert "“deepening collaboration on cross-boundary e-commerce" not in text


@pytest.mark.parametrize(
    ("number", "sum_"),
    [
        (
            21,
            (
                "Of the 20 plenary meetings held nine were in Hong Kong, seven in Guangzhou and three by "
                "video conference; the place of the 19th is in dispute."
            ),
        ),
        (
            20,
            (
                "Of the 19 plenary meetings held eight were in Hong Kong, seven in Guangzhou and three by "
                "video conference; the place of the 19th is in dispute."
            ),
        ),
        (11, "Of the ten plenary meetings held five were in Guangzhou and five in Hong Kong."),
        (2, "Of the one plenary meeting held one was in Guangzhou."),
    ],
)
def test_hosts_sum_up_with_the_disputed_named_and_without_the_plenary_to_come(number: int, sum_: str) -> None:
    assert sum_ in said(number, "Chairman’s sheet")


def test_the_next_host_stands_on_condition() -> None:
    assert "If this one is in Guangzhou, and turns are kept by number, the 22nd is for Hong Kong." in said(
        21, "Chairman’s sheet"
    )


def in_word(root: Path, subject: str, as_of: date | None = None) -> Built:
    """Build a pack of a workspace of one's own, in Word alone."""
    order = Order("briefing", subject, as_of=as_of, formats=(Format.WORD,))
    return build(begin(find_workspace(root, root), order))


def position(built: Built) -> str:
    """What the head of a paper says of its position."""
    facts = {block.label: block.text for block in blocks_of(built) if block.role == "fact"}
    return facts["Position as at"].replace("\u00a0", " ")


def test_a_position_is_no_day_that_nobody_has_looked_at(tmp_path: Path) -> None:
    """A plenary that is planned for next year makes the records no later, nor does a single later fact."""
    shutil.copytree(REAL, tmp_path / "data")
    path = tmp_path / "data" / "meetings" / "21.yaml"
    path.write_text(STUB.format(number=21, day="2026-11-20"), "utf-8")
    built = in_word(tmp_path, "21")
    assert "Friday, 20 November 2026" in text_of(built)
    assert position(built) == ("20 October 2025, from the public record; no return is on file")
    assert (
        "The position is that of 20 October 2025, but the record was followed for agreements, events and "
        "names up to 9 October 2024. Facts later than 20 October 2025 are those that came to hand, the last "
        "of 21 January 2026."
    ) in section_of(built, "Sources").replace("\u00a0", " ")
    given = in_word(tmp_path, "21", date(2026, 9, 10))
    assert position(given).startswith("10 September 2026, from")
    assert len(re.findall(r"\d{4}", position(given))) == 1
    sources = section_of(given, "Sources").replace("\u00a0", " ")
    assert "was followed for plenary meetings up to 20 October 2025; agreements, events" in sources


def test_a_later_fact_does_not_move_the_position_but_an_officer_who_writes_does(tmp_path: Path) -> None:
    shutil.copytree(REAL, tmp_path / "data")
    briefs = tmp_path / "data" / "briefs" / "21"
    briefs.mkdir(parents=True)
    words = "plenary: 21\nopening: {en: Made-up welcome., author: A Made-up Clerk, date: 2026-02-03}\n"
    (briefs / "pack.yaml").write_text(words, "utf-8")
    written = in_word(tmp_path, "21")
    assert position(written).startswith("3 February 2026, ")
    assert "came to hand" not in section_of(written, "Sources")


def test_none_since_is_said_up_to_the_day_that_was_looked_at_only() -> None:
    none = (
        "Nothing that it did or published on its own is on file; no full search was made after the "
        "20th Plenary Meeting."
    )
    assert none in said(21, "Chairman’s sheet")
    assert "is on file; the record was searched up to 19 October 2025." in said(20, "Chairman’s sheet")
    for text in map(text_of, (pack(20), pack(21))):
        assert "is on record since" not in text
        assert "no agreement or event" not in text


def test_what_a_side_published_stands_in_the_brief_and_is_not_denied() -> None:
    smart = said(21, "Brief 1: Smart city")
    assert "7 November 2023: Guangdong issued a three-year action plan for a “Digital Bay Area”" in smart
    assert "no statement of the Guangdong side" not in text_of(pack(21))
    plan = "Guangdong action plan for a smart city cluster in the Pearl River Delta"
    assert f"Guangdong last said or published | 7 November 2014: {plan}" in said(10, "Brief 1: Smart city")
    assert f"Guangdong since | 7 November 2014: {plan}" in said(10, "Chairman’s sheet")


def test_facts_of_all_years_stand_with_their_days_sources_and_what_they_rest_on() -> None:
    customs = said(21, "Brief 3: Customs clearance")
    assert (
        "The newest fact in this brief is of 21 January 2026: The Single E-lock Scheme was said to" in customs
    )
    assert "(as reported by others)" in customs
    assert "7.42 million shipments, February 2022" in customs
    assert "Not for use before it is confirmed." in customs
    smart = said(21, "Brief 1: Smart city")
    assert "The source does not say how the work is divided between them." in smart
    assert "Whose the 54 services were: Hong Kong’s" in smart
    assert "None of this is recorded as business of the group." in smart


def test_a_brief_hints_at_a_lead_and_names_none() -> None:
    assert (
        "Lead | To be named: the record names no lead. The Customs and Excise Department may be asked: it "
        "was listed at 12 of the 13 plenary meetings that named the subject."
    ) in said(21, "Brief 3: Customs clearance")
    assert "Lead | To be named: the record names no lead.\n" in said(21, "Brief 1: Smart city")


def test_a_wording_that_may_mean_another_subject_is_said_where_it_is_counted() -> None:
    assert "the wording of 2023 may mean another subject" in said(21, PARTS[6])
    assert "join doubtful" not in text_of(pack(21))
    assert "13 of the 14 plenary meetings that named the subject, three of them in doubtful" in " ".join(
        text_of(pack(21)).replace("\u00a0", " ").split()
    )
    assert "listed at the one plenary meeting that named the subject, in doubtful wording." in " ".join(
        text_of(pack(5)).replace("\u00a0", " ").split()
    )
    title = "Brief 3: “information portal construction”"
    assert title in headings_of(pack(5)) or title in headings_of(pack(5), 2), "its own words, not the subject"
    assert "(3) “information portal construction”;" in " ".join(
        text_of(pack(5)).replace("\u00a0", " ").split()
    )


def test_the_fields_that_a_release_alone_names_stand_with_it_where_the_page_names_no_area() -> None:
    text = " ".join(text_of(pack(4)).replace("\u00a0", " ").split())
    assert re.search(
        r"By the page it names no area \[\d\]; by the press release of 4 July 2008 eight fields", text
    )
    assert "The record names no area" not in text
    assert "each brief has both" not in text
    now = " ".join(said(21, PARTS[3]).replace("\u00a0", " ").split())
    assert "The plan of the 20th Plenary Meeting (2025), by the press release of 20 October 2025, has" in now
    assert "The plan of 2024, by the page, had" in now


def test_a_fact_stands_in_one_brief_that_of_the_subject_its_record_names_first() -> None:
    for fact in ("27 December 2023", "29 November 2024"):
        assert not re.search(rf"^{fact} \|", said(21, PARTS[4]), re.MULTILINE)
    assert "October 2024 | The “Single Submission for Dual Declaration” scheme on cargo" in said(21, PARTS[5])
    assert "Facts that touch it too stand in Brief 3." in " ".join(said(21, PARTS[4]).split())


def test_the_agenda_says_what_was_raised_and_by_whom() -> None:
    agenda = " ".join(said(21, "Agenda").replace("\u00a0", " ").split())
    assert (
        "what was raised at the 19th Plenary Meeting (2024), with no answer on record: Mr Tony Wong,"
        in agenda
    )
    assert re.search(
        r"collaboration in the development of AI \[\d+\]\. The copy that was read breaks off there\.",
        agenda,
    )
    assert "If the head of delegation so decides" in agenda
    assert re.search(
        r"Head of delegation \| Table \d+$", said(21, "Agenda").replace("\u00a0", " "), re.MULTILINE
    )


def test_two_public_wordings_stand_in_the_brief_and_the_sheet_warns_of_them() -> None:
    assert "On customs clearance and on telecommunications the difference touches substance." in said(
        20, "Chairman’s sheet"
    )
    customs = said(20, "Brief 3: Customs clearance")
    assert (
        "the press release of 9 October 2024 has “enhancing informatisation for cross-boundary customs "
        "clearance”"
    ) in customs
    assert "Two wordings are public: quote one, and say whose it is." in customs


def test_a_statement_cites_what_it_rests_on() -> None:
    """The 20th is not on the group's page; what is told of its plan cites the release."""
    text = said(21, "Brief 1: Smart city")
    mark = re.search(r"smart city cluster” \[(\d+)\]", text)
    assert mark
    listed = section_of(pack(21), "Sources")
    assert re.search(rf"\[{mark[1]}\] Information Services Department, .*20th meeting", listed)


@pytest.mark.parametrize("number", of_years(NUMBERS, SEEN))
def test_no_pack_has_a_sentence_of_the_kinds_that_were_wrong(number: int) -> None:
    text = text_of(pack(number)).replace("\u00a0", " ")
    for words in (
        "plan agreed at",
        "Its plan names",
        "was not for that reason absent",
        "closed by a recorded decision and by nothing else",
        "business of the EGCI: ",
        "how sure it is",
        "To be confirmed; proposed",
        "the wording was",
        "SHA-256",
    ):
        assert words not in text, words
    assert not re.search(r"\(open list: “(?!including|mainly)", text)


@pytest.mark.parametrize("number", of_years(NUMBERS, SEEN))
def test_a_brief_takes_two_pages_at_most(number: int) -> None:
    marks = bookmarks_of(file_of(pack(number), Format.PDF))
    for brief, following in pairwise(marks):
        if brief.title.startswith("Brief "):
            assert brief.target.page is not None
            assert following.target.page is not None
            assert following.target.page - brief.target.page <= 2, brief.title


def test_a_numbered_edition_is_refused_with_every_gap_at_once() -> None:
    with pytest.raises(EditionRefused) as refused:
        build(begin(find_workspace(ROOT, ROOT), Order("briefing", "20", "1.0")))
    told = [finding.message for finding in refused.value.findings if finding.code == "E602"]
    assert len(told) == 12 + 5 * 7
    assert "an officer's words are to follow: the line to take (brief 5)" in told


@pytest.mark.parametrize("subject", ["1", "22"])
def test_there_is_no_pack_before_the_first_or_beyond_the_next(subject: str) -> None:
    with pytest.raises(UsageError, match="no pack before plenary"):
        pack(subject)


def made_up(subject: str) -> Built:
    root = find_workspace(RETURNS, RETURNS)
    return build(begin(root, Order("briefing", subject, marking="MADE UP")))


def test_made_up_returns_sent_by_the_eve_stand_under_their_items() -> None:
    built = made_up("3")
    assert_same_words(file_of(built, Format.WORD), file_of(built, Format.PDF))
    lamps = section_of(built, "Brief 1: Lamps")
    assert "Completed (return dated 30 March 2012)" in lamps
    assert "Every lamp of the made-up pier was trimmed." in lamps
    assert "No return received from the Made-up Commerce" in section_of(built, "Brief 2: Buoys")
    assert "lamps trimmed" in section_of(built, "Figures returned").casefold()
    assert any("Development Bureau is not cleared" in finding.message for finding in built.blocked)


def test_a_return_sent_on_the_day_is_not_known_on_the_eve(tmp_path: Path) -> None:
    shutil.copytree(RETURNS / "data", tmp_path / "data")
    path = tmp_path / "data" / "returns" / "03" / "made-up-signal-office.yaml"
    path.write_text(path.read_text("utf-8").replace("\ndate: 2012-03-30", "\ndate: 2012-05-09"), "utf-8")
    built = in_word(tmp_path, "3")
    assert "Every lamp of the made-up pier was trimmed." not in text_of(built)
    assert "No return received from the Made-up Signal Office" in section_of(built, "Brief 1: Lamps")


def test_made_up_actions_of_the_eve_are_open_until_a_plenary_closes_them() -> None:
    actions = section_of(made_up("3"), "Matters arising and outstanding actions")
    assert "Three actions are open." in actions
    assert "Draw the chart of the quay" in actions
    assert "Compare the two registers" not in actions
    assert "Compare the two registers" in section_of(
        made_up("next"), "Matters arising and outstanding actions"
    )


def _dates_of(built: Built, brief: str) -> list[str]:
    """Return the dates of the public facts that a brief shows."""
    blocks = iter(blocks_of(built))
    assert any(block.text == brief for block in blocks)
    assert any("Public facts that may be used" in block.text for block in blocks)
    table = next(block for block in blocks if block.rows)
    return [row[0].text.replace("\u00a0", " ") for row in table.rows[1:]]


def test_a_brief_shows_the_weightiest_facts_of_the_last_years_and_the_newest() -> None:
    assert _dates_of(pack(21), "Brief 3: Customs clearance") == [
        "October 2024", "May 2025", "24 October 2025",
    ]  # fmt: skip


def test_where_little_is_recent_the_newest_of_before_make_up_three() -> None:
    assert _dates_of(pack(21), "Brief 2: e-Commerce") == [
        "17 December 2015", "18 February 2019", "2022",
    ]  # fmt: skip
    assert _dates_of(pack(21), "Brief 5: Infrastructure and telecommunications")[:2] == [
        "March 2014",
        "August 2018",
    ]


@pytest.mark.parametrize("number", of_years(NUMBERS, SEEN))
def test_a_brief_tells_the_newest_fact_on_record_of_each_of_its_subjects(number: int) -> None:
    """Facts of one side alone are told from eight plenaries back on."""
    standing = plenary_ahead(load_records(REAL), str(number))
    text = text_of(pack(number)).replace("\u00a0", " ")
    for area in settled(standing.before.areas.listed) or ():
        for thread in {join.thread for join in area.threads}:
            found = [one for one in standing.records.developments if thread in one.threads]
            newest = max(found, key=lambda one: values(one.date)[0].first, default=None)
            if newest and (newest.side not in ("hong-kong", "guangdong") or is_recent(standing, newest)):
                assert str(newest.text).rstrip(".") in text, (thread, newest.id)


def is_recent(standing: PlenaryAhead, one: Development) -> bool:
    earlier = standing.records.meeting(standing.before.number - 8)
    day = earlier and settled(earlier.date)
    return day is None or values(one.date)[0].last > day


def test_of_one_side_nothing_is_told_that_is_older_than_eight_plenaries() -> None:
    text = text_of(pack(21)).replace("\u00a0", " ")
    assert "live pigs" not in text
    assert "Nothing else of its own since 2017 is on file." in text
    assert "; the wordings of 2010, 2011 and 2012 may mean another subject" in text


def test_the_words_of_an_outcome_that_end_before_its_list_show_it_in_the_pack() -> None:
    assert "carry out enhanced co-operation in areas such as …”" in text_of(pack(12)).replace("\u00a0", " ")


def test_wordings_of_a_release_are_not_counted_with_those_of_the_page() -> None:
    words = {number: text_of(pack(number)).replace("\u00a0", " ") for number in (20, 21)}
    assert "smart city, was named at 11 of the 12 plenary meetings since 2013, in nine wordings." in words[20]
    assert (
        "smart city, was named at 12 of the 13 plenary meetings since 2013, in nine wordings, counted from "
        "one source alone."
    ) in words[21]


def test_figures_of_several_days_are_given_no_day_of_one_of_them() -> None:
    text = text_of(pack(21)).replace("\u00a0", " ")
    told = text[text.index("decreased by 30% in 2019 and by 10% in 2020") :][:120]
    assert "figures as at" not in told


def test_a_group_that_has_met_is_not_denied_beside_its_meeting() -> None:
    text = text_of(pack(21)).replace("\u00a0", " ")
    assert "No source read says which forum is responsible for it." in text
    assert "No other forum is recorded" not in text
