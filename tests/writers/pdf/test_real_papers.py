"""The real papers as PDF: nothing lost, nothing out of place, in any year."""

from __future__ import annotations

import pytest

from egci_reports.app.build import begin, compose
from egci_reports.app.order import Order
from egci_reports.workspace import find_workspace
from egci_reports.writers.pdf import write_pdf
from tests.papers import ROOT, YEARS
from tests.readers.pdf import bookmarks_of, tree_blocks
from tests.readers.pdf_tags import read_tree
from tests.writers.pdf.sound import differences, outside, overlaps


@pytest.mark.parametrize("year", YEARS)
def test_the_annual_report_of_a_year(year):
    draft = begin(find_workspace(ROOT, ROOT), Order("annual", str(year)))
    document = compose(draft).document
    content = write_pdf(document, draft.theme).content
    tree = read_tree(content)
    assert tree.faults == ()
    assert differences(document, tree) == []
    assert outside(tree) == []
    assert [pair for page in tree.pages for pair in overlaps(page)] == []
    headings = [block.text for block in tree_blocks(tree) if block.role == "heading"]
    assert len(bookmarks_of(content)) == len(headings) > 5
