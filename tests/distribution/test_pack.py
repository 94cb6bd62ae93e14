"""Copies of a pack with annexes: number, holder and marking stand on the pages of annexes as well."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.identity import claims_in, copy_in, identity_in
from egci_reports.app.papers.receipts import content_hash
from egci_reports.distribution.master import Master, make_master
from egci_reports.workspace import find_workspace
from tests.made_up_pack.made import NOTES, ORDER, workspace

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def master() -> Master:
    root = workspace()
    return make_master(begin(find_workspace(root, root), ORDER))


def test_every_page_of_a_copy_says_whose_it_is(master: Master) -> None:
    copy = master.layout.save(master.copy_text(2, 7, "Made-up Pier Office"))
    pages = [page.extract_text() for page in PdfReader(BytesIO(copy)).pages]
    assert len(pages) == master.pages
    assert [
        number for number, text in enumerate(pages) if "Copy 2 of 7, Draft: Made-up Pier Office" not in text
    ] == []
    assert [number for number, text in enumerate(pages) if text.count("MADE UP") < 2] == []
    assert any(NOTES[0][1] in text for text in pages)


def test_a_copy_knows_its_number_and_claims_no_standard_that_its_annexes_break(master: Master) -> None:
    copy = master.layout.save(master.copy_text(2, 7, "Made-up Pier Office"))
    identity = identity_in(copy)
    assert copy_in(copy) == 2
    assert identity is not None
    assert identity.kind == "briefing"
    assert claims_in(copy) == ()


def test_the_same_copy_is_the_same_bytes_and_its_content_can_be_hashed(master: Master) -> None:
    text = master.copy_text(2, 7, "Made-up Pier Office")
    assert master.layout.save(text) == master.layout.save(text)
    assert content_hash(master.layout.save(text)) != content_hash(master.layout.save())
