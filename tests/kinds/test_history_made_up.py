"""The history on made-up records: disputes and editions, officers' texts, silence, a plenary to come."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import Built, build
from egci_reports.app.papers.order import Format, Order
from egci_reports.errors import EditionRefused
from egci_reports.workspace import find_workspace
from tests.conftest import MADE_UP
from tests.made_up.many import write_many
from tests.papers import blocks_of, file_of, headings_of, made, section_of, text_of
from tests.parity import assert_same_words

pytestmark = pytest.mark.slow


def history(root: Path, edition: str = "draft") -> Built:
    return build(begin(find_workspace(root, root), Order("history", "all", edition)))


@pytest.fixture(scope="module")
def plain() -> Built:
    """The history of the made-up records as they are, a draft."""
    return made("history", "all", MADE_UP)


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The history of thirty plenaries."""
    return history(write_many(tmp_path_factory.mktemp("many"), 30))


def test_both_files_say_the_same_and_nothing_is_told(plain: Built) -> None:
    assert_same_words(file_of(plain, Format.WORD), file_of(plain, Format.PDF))
    assert [finding.message for finding in plain.warnings] == []


def test_an_undecided_dispute_refuses_a_numbered_edition_and_stands_in_a_draft(
    made_up: Path, plain: Built
) -> None:
    with pytest.raises(EditionRefused) as refused:
        history(made_up, "1.0")
    (finding,) = refused.value.findings
    assert finding.code == "E601"
    assert str(finding.position).startswith("data/meetings/04.yaml:")
    assert "Not decided." in text_of(plain)


def test_an_accepted_dispute_is_printed_with_its_reason_in_a_numbered_edition(made_up: Path) -> None:
    meeting = made_up / "data" / "meetings" / "04.yaml"
    text = meeting.read_text("utf-8")
    place = text.index("venue:")
    end = text.index("\nreviewed:", place)
    accepted = "\n  accepted: {by: The tests, on: 2011-01-01, reason: Both are named on the made-up page.}"
    meeting.write_text(text[:end] + accepted + text[end:], "utf-8")
    built = history(made_up, "1.0")
    notes = section_of(built, "Disputed, and not on record")
    assert "as accepted by The tests on 1 January 2011: Both are named on the made-up page." in notes
    assert "DRAFT" not in file_of(built, Format.PDF).decode("latin-1")


def test_officers_own_texts_stand_in_their_sections(made_up: Path) -> None:
    papers = made_up / "data" / "papers"
    papers.mkdir()
    lines = "\n".join(
        f"  - {{section: {section}, text: Made-up words on {section}., author: The tests, date: 2010-06-01}}"
        for section in ("reading", "summary", "sheet-2", "register", "people", "notes")
    )
    (papers / "history.yaml").write_text(f"# MADE UP\ntexts:\n{lines}\n", "utf-8")
    built = history(made_up)
    assert "Made-up words on people." in section_of(built, "People named in the sources")
    assert text_of(built).count("The tests, 1 June 2010") == 6


def test_a_plenary_to_come_is_in_no_count_and_its_areas_are_proposed(plain: Built) -> None:
    """W1, W11, W12: what is to come is not past."""
    meeting = MADE_UP / "data" / "meetings" / "05.yaml"
    assert "four times so far" in section_of(plain, "Summary").replace("\u00a0", " ")
    assert (
        "5"
        not in next(b for b in blocks_of(plain) if b.rows and "Body" in b.rows[0][0].text).rows[0][-2].text
    )
    assert "it is in no count of this record" in text_of(plain).replace("\u00a0", " ")
    assert "status: planned" in meeting.read_text("utf-8")


def test_a_plenary_to_come_has_a_sheet_that_says_so(plain: Built) -> None:
    titles = headings_of(plain, 2)
    assert [title for title in titles if "to come" in title] == ["5th Plenary Meeting (to come)"]


def test_a_long_series_is_parted_so_that_no_table_and_no_picture_is_too_wide(long: Built) -> None:
    assert [finding.message for finding in long.warnings] == []
    assert max(len(block.rows[0]) for block in blocks_of(long) if block.rows) <= 25 + 2
    captions = [block.text for block in blocks_of(long) if block.role == "caption"]
    for title in ("Hong Kong bodies listed", "Subjects of co-operation", "The course of the group"):
        own = [caption for caption in captions if title in caption]
        assert ["1st to 15th" in own[0], "16th to 30th" in own[1], len(own)] == [True, True, 2]
    later = [block.text for block in blocks_of(long) if block.role == "figure" and "2036" in block.text]
    assert len(later) >= 2
    years = {int(y) for text in later if "succession" not in text for y in re.findall(r"\b20\d\d\b", text)}
    assert min(years) == 2022


def test_a_long_series_counts_over_all_its_parts(long: Built) -> None:
    rows = [[cell.text for cell in row] for block in blocks_of(long) if block.rows for row in block.rows]
    harbour = [row for row in rows if row[0] == "Made-up Harbour Office" and len(row) == 17]
    listed = sum(cell == "L" for row in harbour for cell in row[1:-1])
    assert [row[-1] for row in harbour] == [str(listed)] * 2


@pytest.mark.parametrize(
    ("kind", "subject", "paper"), [("history", "all", "history"), ("annual", "2010", "annual-2010")]
)
def test_an_officers_text_for_a_section_that_is_not_there_is_told_at_its_line(
    made_up: Path, kind: str, subject: str, paper: str
) -> None:
    papers = made_up / "data" / "papers"
    papers.mkdir()
    texts = "\n".join(
        f"  - {{section: {section}, text: Made-up words., author: The tests, date: 2010-06-01}}"
        for section in ("notes", "annexes-that-are-not")
    )
    (papers / f"{paper}.yaml").write_text(f"# MADE UP\ntexts:\n{texts}\n", "utf-8")
    built = build(begin(find_workspace(made_up, made_up), Order(kind, subject)))
    told = [(one.code, str(one.position)) for one in built.warnings if "annexes-that-are-not" in one.message]
    assert told == [("T261", f"data/papers/{paper}.yaml:4:15")]
