"""The annual report of made-up returns and actions: what is reported, and three kinds of missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import Built, build
from egci_reports.app.papers.order import Order
from egci_reports.errors import EditionRefused
from egci_reports.workspace import find_workspace
from tests.clearing import clear_signed
from tests.conftest import RETURNS
from tests.papers import made_of
from tests.parity import assert_same_words
from tests.readers import word
from tests.readers.blocks import Block

pytestmark = pytest.mark.slow

ORDER = Order("annual", "2012", marking="MADE UP")


def made(root: Path, order: Order = ORDER) -> Built:
    return build(begin(find_workspace(root, root), order))


@pytest.fixture(scope="module")
def paper() -> Built:
    return made_of(ORDER, RETURNS)


@pytest.fixture(scope="module")
def blocks(paper: Built) -> tuple[Block, ...]:
    return word.blocks_of(paper.files[0].content)


def text_of(blocks: tuple[Block, ...]) -> str:
    """Everything that is read, cell by cell, with plain blanks."""
    parts = [
        " | ".join([block.label or "", block.text, *(cell.text for row in block.rows for cell in row)])
        for block in blocks
    ]
    return "\n".join(parts).replace("\u00a0", " ")


def table(blocks: tuple[Block, ...], title: str) -> list[list[str]]:
    """The rows of the table whose caption ends so, without the header."""
    at = next(i for i, block in enumerate(blocks) if block.role == "caption" and title in block.text)
    rows = next(block.rows for block in blocks[at:] if block.role == "table")
    return [[cell.text.replace("\u00a0", " ") for cell in row] for row in rows[1:]]


def test_the_summary_says_how_many_items_are_reported_on(blocks: tuple[Block, ...]) -> None:
    text = text_of(blocks)
    assert (
        "How the items stand. 3 of 5 items reported: 1 completed, 1 in progress – behind schedule, "
        "1 without new development. On one further item none was called for."
    ) in text
    assert text.index("How the items stand.") < text.index("What was ")


def test_what_was_returned_stands_under_its_item(blocks: tuple[Block, ...]) -> None:
    text = text_of(blocks)
    assert "Status of 1.1: Completed (return of 30 March 2012)." in text
    assert "Every lamp of the made-up pier was trimmed." in text
    assert (
        "behind schedule (return of 30 March 2012). Reason: the made-up mast came late. "
        "New date: October 2012." in text
    )
    assert [block.text for block in blocks if block.role == "item" and "side in" in block.text] == [
        "the north side in June 2011",
        "the south side in July 2011",
    ]


def test_the_kinds_of_missing_print_differently(blocks: tuple[Block, ...]) -> None:
    text = text_of(blocks)
    assert "No new development was reported in the period (return of 2 April 2012)." in text
    assert (
        "No return received from the Made-up Commerce and Made-up Development Bureau on item 2.2 as at "
        "9 May 2012"
    ) in text
    assert "No return was called for, since the Guangdong side leads it alone." in text
    assert "MPO has not reported on this item." in text
    assert [row[5] for row in table(blocks, "Items agreed at the 2nd")] == [
        "Completed",
        "In progress – behind schedule",
        "No new development",
        "No return received",
        "None called for",
        "Not reported",
    ]


def test_the_annex_has_one_row_for_each_item_and_leads_to_its_paragraph(blocks: tuple[Block, ...]) -> None:
    rows = table(blocks, "Items agreed at the 2nd")
    assert [row[0] for row in rows] == ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2"]
    labels = {block.label for block in blocks if block.text.startswith("Item 2.1")}
    assert labels == {rows[2][6].removeprefix("Paragraph ")}


def test_figures_stand_beside_those_of_the_year_before_and_nought_is_nought(
    blocks: tuple[Block, ...],
) -> None:
    assert (
        "Lamps trimmed: 2 100 lamps as at 15 March 2012 (40 as at 15 March 2011). "
        "Lamps broken: 0 lamps as at 15 March 2012 (no figure of last year). Status of 1.1: Completed"
    ) in text_of(blocks)


def test_the_register_says_what_came_and_who_cleared_it(blocks: tuple[Block, ...]) -> None:
    rows = {row[0]: row[1:] for row in table(blocks, "Returns called for")}
    assert rows["Made-up Signal Office"] == [
        "2", "2", "30 March 2012", "A Made-up Clerk", "A Made-up Master", "2", "1",
    ]  # fmt: skip
    assert rows["Made-up Development Bureau"][2:5] == ["2 April 2012", "B Made-up Clerk", "Not yet cleared"]
    assert rows["Made-up Commerce and Made-up Development Bureau"][2] == "Not received"
    assert rows["Made-up Pier Office"][2] == "Not received; accepted"


def test_a_return_that_has_changed_is_to_be_cleared_again(made_up_returns: Path) -> None:
    path = made_up_returns / "data" / "returns" / "03" / "made-up-signal-office.yaml"
    path.write_text(path.read_text("utf-8").replace("Raise the mast.", "Raise two masts."), "utf-8")
    built = made(made_up_returns, ORDER)
    rows = table(word.blocks_of(built.files[0].content), "Returns called for")
    assert next(row for row in rows if row[0] == "Made-up Signal Office")[5] == "To be cleared again"
    assert any("is changed since the clearance" in finding.message for finding in built.blocked)


def test_actions_are_followed_up_overdue_first_and_their_count_balances(blocks: tuple[Block, ...]) -> None:
    rows = table(blocks, "overdue first")
    assert [(row[0], row[5]) for row in rows] == [
        ("01-02", "Overdue"),
        ("02-02", "Open"),
        ("03-01", "Open"),
        ("02-01", "Closed at the 3rd, paragraph 5"),
    ]
    assert (
        "Three actions were brought forward to the 3rd. One action was agreed and one action was closed by a "
        "decision recorded there; three actions are carried forward."
    ) in text_of(blocks)


def test_what_is_for_briefs_only_stands_nowhere(blocks: tuple[Block, ...]) -> None:
    text = text_of(blocks)
    assert "The pier is done" not in text
    assert "The quay will be lit this year" not in text
    assert "the office moved house" not in text


def test_both_files_say_the_same(paper: Built) -> None:
    assert_same_words(paper.files[0].content, paper.files[1].content)


def test_a_gap_and_a_return_that_is_not_cleared_refuse_a_numbered_edition(made_up_returns: Path) -> None:
    with pytest.raises(EditionRefused) as refused:
        made(made_up_returns, replace(ORDER, edition="1.0"))
    assert [finding.code for finding in refused.value.findings] == ["E602", "E605"]
    told = [str(finding.position) for finding in refused.value.findings]
    assert told[1].startswith("data/returns/03/made-up-development-bureau.yaml")


def test_once_all_is_there_a_numbered_edition_is_made_and_words_it_as_final(made_up_returns: Path) -> None:
    returns = made_up_returns / "data" / "returns" / "03"
    with (returns / "made-up-development-bureau.yaml").open("a") as file:
        file.write("cleared_by: B Made-up Master\n")
    (returns / "made-up-commerce-and-made-up-development-bureau.yaml").write_text(
        "# MADE UP\nplenary: 3\nbody: made-up-commerce-and-made-up-development-bureau\nnil: true\n"
        "prepared_by: C Made-up Clerk\ncleared_by: C Made-up Master\ndate: 2012-04-01\n"
    )
    clear_signed(made_up_returns)
    built = made(made_up_returns, replace(ORDER, edition="1.0"))
    text = text_of(word.blocks_of(built.files[0].content))
    assert built.blocked == ()
    assert text.count("There was no new development in the period.") == 2
    assert "4 of 5 items reported" in text


def test_an_earlier_report_knows_no_later_return_or_progress() -> None:
    text = text_of(word.blocks_of(made(RETURNS, replace(ORDER, subject="2011")).files[0].content))
    assert "The lamps were trimmed twice." in text
    assert "Every lamp" not in text
    assert "The chart was drawn" not in text
    assert "Closed at the 3rd" not in text


def test_items_beyond_an_open_list_of_areas_are_reported_as_well(made_up_returns: Path) -> None:
    meeting = made_up_returns / "data" / "meetings" / "02.yaml"
    lines = meeting.read_text().replace("  said: 3\n", "  closed: false\n  hedge: such as\n").splitlines()
    meeting.write_text("\n".join(line for line in lines if "wording: Fog signals" not in line))
    blocks = word.blocks_of(made(made_up_returns).files[0].content)
    assert "Item 3.2: “Move the fog bell”" in text_of(blocks)
    assert len(table(blocks, "Items agreed at the 2nd")) == 6


def test_without_a_call_no_return_is_missed(made_up_returns: Path) -> None:
    meeting = made_up_returns / "data" / "meetings" / "03.yaml"
    meeting.write_text(meeting.read_text().replace("call: {on: 2012-03-01, reply_by: 2012-04-02}\n", ""))
    for path in (made_up_returns / "data" / "returns" / "03").iterdir():
        path.unlink()
    built = made(made_up_returns)
    assert not any(finding.code == "E602" for finding in built.blocked)
    text = text_of(word.blocks_of(built.files[0].content))
    assert "No return on the six items of the plan was called for." in text
    assert "No return received" not in text.replace("No return received: it was called for", "")


def test_the_last_that_was_reported_on_an_action_is_printed(made_up_returns: Path) -> None:
    path = made_up_returns / "data" / "actions.yaml"
    last = "    - {on: 2012-05-01, text: The buoys were sanded., status: in-progress}\n"
    first = "    - {on: 2011-03-31, text: The paint was chosen., status: in-progress}\n"
    path.write_text(path.read_text("utf-8").replace(first, first + last), encoding="utf-8")
    rows = {
        row[0]: row[4]
        for row in table(word.blocks_of(made(made_up_returns).files[0].content), "overdue first")
    }
    assert rows["01-02"] == "The buoys were sanded (as at 1 May 2012)"
