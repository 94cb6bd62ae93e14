"""The addendum to an edition: what a reader finds in both files, in the numbers of the edition."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import Built, build
from egci_reports.app.papers.order import Audience, Format, Order
from egci_reports.app.papers.output import write
from egci_reports.distribution.addenda import amendments
from egci_reports.errors import EditionRefused
from egci_reports.workspace import find_workspace
from tests.clearing import clear_signed
from tests.conftest import RETURNS
from tests.made_up_pack.amended import LATE, PACK, change
from tests.made_up_pack.made import put_together
from tests.papers import blocks_of, file_of, text_of
from tests.parity import assert_same_words

pytestmark = pytest.mark.slow

EDITION = Order("briefing", "4", "1.0", marking="MADE UP")


def issue(root: Path, order: Order) -> None:
    """Make an edition, with all that is kept of it."""
    workspace = find_workspace(root, root)
    write(build(begin(workspace, order)), workspace.reports)


def change_and_clear(root: Path, *changes: Any) -> None:
    """Change words of the pack, and clear them again, as an officer would."""
    change(root, *changes)
    clear_signed(root, by_hand=False)


def made(root: Path, order: Order = EDITION, *, is_next: bool = False) -> Built:
    (found,) = amendments(find_workspace(root, root), order, is_next=is_next)
    assert found.draft is not None
    return build(found.draft)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace with the made-up pack, of which an edition was made: to be read and copied only."""
    root = put_together(tmp_path_factory.mktemp("kept"))
    issue(root, EDITION)
    return root


@pytest.fixture
def issued(kept: Path, tmp_path: Path) -> Path:
    """A copy of that workspace, which may be changed at will."""
    return shutil.copytree(kept, tmp_path / "issued")


@pytest.fixture(scope="module")
def late(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The addendum to the made-up pack after its late changes."""
    root = shutil.copytree(kept, tmp_path_factory.mktemp("late") / "root")
    change_and_clear(root, PACK, *LATE)
    return made(root)


def rows(built: Built) -> list[list[str]]:
    """Return the rows of the one table, without those of its head."""
    (table,) = (block for block in blocks_of(built) if block.rows)
    return [[cell.text.replace("\u00a0", " ") for cell in row] for row in table.rows[1:]]


def test_it_says_place_by_place_what_stood_there_and_what_stands_there_now(late: Built) -> None:
    assert rows(late) == [
        [
            "Item (1) under “Order of priority” (page 3)",
            "Item 2. If half is refused, offer to pay two thirds; beyond that, refer back.",
            (
                "Item 2. If half is refused, offer to pay two thirds; "
                "beyond that, ask for a break of ten minutes."
            ),
        ],
        [
            "Table 6, row “Dr Bea Made-Up”, column “Post” (page 5)",
            "Chief Counter of Buoys",
            "Deputy Counter of Buoys",
        ],
        [
            "New row in Table 6, after row “Mr Cyril Made-Up” (page 5)",
            "Not there",
            "Name: Mr Gus Made-Up Post: Assistant Pier Master Body: Made-up Pier Office Role: Member",
        ],
        [
            "4th paragraph under “Opening remarks” (page 6)",
            "Beyond the year there is the fog. It was in our plan once. I should like to see it there again.",
            "Left out",
        ],
    ]


def test_the_first_page_says_which_edition_of_which_paper_for_whom_and_how_many_places(late: Built) -> None:
    text = text_of(late).replace("\u00a0", " ")
    for told in (
        "Addendum 1: Briefing for the 4th Plenary Meeting",
        "To edition 1.0; please keep it with your copy",
        "1.0, position as at 25 April 2013",
        "Hong Kong side only: the secretariat and named officers",
        "Four places have changed since edition 1.0; all else in it stands.",
    ):
        assert told in text
    assert "In place of" not in text
    assert late.stem == "briefing-4-1.0-addendum-1"
    assert (late.pages, late.blocked) == (1, ())


def test_both_files_say_the_same(late: Built) -> None:
    assert_same_words(file_of(late, Format.WORD), file_of(late, Format.PDF))


def test_it_bears_the_marking_that_the_edition_was_given(issued: Path) -> None:
    change_and_clear(issued, PACK, LATE[0])
    (found,) = amendments(find_workspace(issued, issued), replace(EDITION, marking=None))
    assert found.draft is not None
    assert found.draft.marking == "MADE UP"


def test_what_would_refuse_the_edition_refuses_the_addendum(issued: Path) -> None:
    change_and_clear(issued, PACK, ("MARKER-CLOSING Thank you, Director.", "MARKER-CLOSING TBC."))
    with pytest.raises(EditionRefused, match="TBC"):
        made(issued)


def test_a_row_put_in_shifts_no_number_and_a_table_put_in_is_told_as_one(tmp_path: Path) -> None:
    """The first table is new: all others have another number now, and none of them is told of."""
    root = put_together(tmp_path)
    text = (root / "data" / PACK).read_text("utf-8")
    start, end = text.index("agenda:"), text.index("delegations:")
    (root / "data" / PACK).write_text(text[:start] + text[end:], "utf-8")
    order = replace(EDITION, edition="1.0")
    workspace = find_workspace(root, root)
    draft = begin(workspace, order)
    write(build(replace(draft, paper=replace(draft.paper, blocked=()))), workspace.reports)
    (root / "data" / PACK).write_text(text, "utf-8")
    places = [row[0] for row in rows(made(root))]
    assert [place for place in places if "new table" in place.lower()], places
    of_the_agenda = [place for place in places if "Agenda" in place or "First steps" in place]
    assert not [place for place in places if "Table 1," in place and place not in of_the_agenda], places


def test_addendum_2_holds_all_changes_since_the_edition_and_says_what_it_replaces(issued: Path) -> None:
    change_and_clear(issued, PACK, LATE[0])
    first = made(issued)
    write(first, issued / "reports")
    assert made(issued).files == first.files
    change_and_clear(issued, PACK, LATE[1])
    with pytest.raises(EditionRefused, match=r"addendum 1 to edition 1\.0 of briefing-4 is made already"):
        made(issued)
    second = made(issued, is_next=True)
    assert second.stem == "briefing-4-1.0-addendum-2"
    assert [row[2][-12:] for row in rows(second)] == ["ten minutes.", "ter of Buoys"]
    assert "In place of Addendum 1" in text_of(second)
    write(second, issued / "reports")
    assert made(issued, is_next=True).files == second.files == made(issued).files


def test_a_change_taken_back_leaves_an_addendum_that_says_so(issued: Path) -> None:
    change_and_clear(issued, PACK, LATE[0])
    write(made(issued), issued / "reports")
    change_and_clear(issued, PACK, (LATE[0][1], LATE[0][0]))
    text = text_of(made(issued, is_next=True))
    assert "Edition 1.0 stands as it was issued. What addendum 1 changed in it no longer holds." in text


def test_off_the_hong_kong_side_no_words_are_repeated_that_were_taken_back(tmp_path: Path) -> None:
    root = tmp_path / "returns"
    shutil.copytree(RETURNS / "data", root / "data")
    order = Order("annual", "2012", "1.0", audience=Audience.JOINT)
    workspace = find_workspace(root, root)
    draft = begin(workspace, order)
    write(build(replace(draft, uncleared=(), paper=replace(draft.paper, blocked=()))), workspace.reports)
    name = "returns/03/made-up-signal-office.yaml"
    was = "Every lamp of the made-up pier was trimmed."
    change_and_clear(root, name, (was, "Most lamps of the made-up pier were trimmed."))
    (found,) = amendments(workspace, order)
    assert found.draft is not None
    addendum = found.draft
    built = build(replace(addendum, paper=replace(addendum.paper, blocked=())))
    assert built.stem == "annual-2012-joint-1.0-addendum-1"
    text = text_of(built)
    assert "Most lamps of the made-up pier were trimmed." in text
    assert "Every" not in text
    assert "In edition 1.0" not in text
    assert "Circulation Both sides" in text


def test_of_a_long_text_only_what_stands_around_the_change_is_repeated(tmp_path: Path) -> None:
    root = put_together(tmp_path)
    long = " ".join(f"Lamp {number} was lit." for number in range(100))
    change_and_clear(root, PACK, ("Thank you, Director.", long))
    issue(root, EDITION)
    change_and_clear(root, PACK, ("Lamp 50 was lit.", "Lamp 50 was not lit."))
    ((_, before, now),) = rows(made(root))
    assert "Lamp 49 was lit. Lamp 50 was lit. Lamp 51 was lit." in before
    assert "Lamp 49 was lit. Lamp 50 was not lit. Lamp 51 was lit." in now
    assert now.startswith("MARKER-CLOSING Lamp 0 was lit.")
    assert now.count(" … ") == before.count(" … ") == 2
    assert "Lamp 25" not in now
