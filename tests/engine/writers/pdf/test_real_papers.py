"""The real papers as PDF: nothing lost, nothing out of place, in any year."""

from __future__ import annotations

import pytest

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.compose import compose
from egci_reports.app.papers.order import Order
from egci_reports.engine.writers.pdf.write import write_pdf
from egci_reports.workspace import find_workspace
from tests.engine.writers.pdf.sound import differences, outside, overlaps
from tests.papers import FEW, ROOT, of_years
from tests.readers.pdf import bookmarks_of, tree_blocks
from tests.readers.pdf_tags import read_tree

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("year", of_years(telling=FEW))
def test_an_annual_report_is_all_there_and_in_its_place(year):
    assert_sound("annual", str(year))


def test_the_history_is_all_there_and_in_its_place():
    assert_sound("history", "all")


def assert_sound(kind: str, subject: str) -> None:
    """Fail if anything of a paper is lost, overlaps or lies outside its place."""
    draft = begin(find_workspace(ROOT, ROOT), Order(kind, subject))
    document = compose(draft).document
    content = write_pdf(document, draft.theme).content
    tree = read_tree(content)
    assert tree.faults == ()
    assert differences(document, tree) == []
    assert outside(tree) == []
    assert [pair for page in tree.pages for pair in overlaps(page)] == []
    headings = [block.text for block in tree_blocks(tree) if block.role == "heading"]
    assert len(bookmarks_of(content)) == len(headings) > 5
