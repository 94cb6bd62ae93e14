"""Letters: a department's is made from what it may read, the other side's from what both sides may."""

from __future__ import annotations

from functools import cache

import pytest

from egci_reports.app.papers.build import Built, build
from egci_reports.app.papers.letters import letters_for
from egci_reports.app.papers.order import Order
from egci_reports.app.papers.output import write as write_paper
from egci_reports.workspace import find_workspace
from tests.made_up_markers.made import workspace
from tests.made_up_markers.search import marks_in_file
from tests.made_up_markers.test_markers import BODIES, allowed, marks, told

pytestmark = pytest.mark.slow

LETTERS = {"thanks": "2", "followup": "2", "invitation": "3", "reminder": "3"}


@cache
def letters(kind: str) -> dict[str, Built]:
    """Return the letters of a kind by their readers."""
    readers = {body: reader for reader, body in BODIES.items()}
    home = find_workspace(workspace(), workspace())
    drafts = letters_for(home, Order(kind, LETTERS[kind]))
    return {
        readers.get(one.request.holder or "", one.request.holder or "joint"): build(one) for one in drafts
    }


@pytest.mark.parametrize("kind", LETTERS)
def test_no_letter_has_a_mark_that_its_reader_may_not_read(kind: str) -> None:
    found = letters(kind)
    assert found.keys() >= ({"one", "two", "joint"} if kind != "reminder" else set())
    for reader, built in found.items():
        if reader not in ("one", "two", "joint"):
            continue
        folder = workspace() / "reports" / f"letters-{reader}"
        for path in (*write_paper(built, folder, force=True).paths, *(folder / ".receipts").glob("*")):
            marked = marks_in_file(path.name, path.read_bytes()) & marks().keys()
            assert told(marked - allowed(reader)) == [], path.name


def test_letters_have_the_words_that_are_for_their_reader() -> None:
    wanted = {
        "one": ("papers/followup-2#texts/1/text", "group#office/reference", "meetings/02#work_plan/0/text"),
        "two": ("papers/followup-2#texts/1/text", "actions/01-02#text"),
        "joint": ("papers/followup-2#texts/2/text", "group#office/head"),
    }
    for reader, places in wanted.items():
        for file in letters("followup")[reader].files:
            marked = marks_in_file(file.name, file.content) & marks().keys()
            said = {place for mark in marked for place, _ in marks()[mark]}
            assert set(places) <= said, (reader, file.name)
