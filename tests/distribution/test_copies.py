"""A copy says on each page which it is and whose; its text is the master's, and it is as sound a PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egci_reports.distribution.issuance import Issuance
from tests.conformance.required import require
from tests.conformance.verapdf import installed, validate
from tests.distribution.made import ALL, edition, issuance, paper, posts
from tests.distribution.one_paper import issue, plan
from tests.readers.pdf import blocks_of
from tests.readers.pdf_pages import read_pages

pytestmark = pytest.mark.slow

MARKING = "MADE-UP SECRET"


@pytest.fixture
def made(tmp_path: Path) -> Issuance:
    return issuance(tmp_path, posts(12), paper(MARKING))


def test_each_page_has_number_holder_edition_and_marking_as_text_outside_of_the_papers_own(
    made: Issuance,
) -> None:
    copy = plan(made, ALL).copies[2]
    pages = read_pages(made.make(copy).paper)
    assert len(pages) == made.master.pages > 1
    for page in pages:
        foot = " ".join(page.lines("Footer"))
        assert "Copy 3 of 12, Draft: Made-up Post 3, Made-up Harbour Office" in foot
        marked = [
            text for text in (*page.lines("Pagination"), *page.lines("Header"), foot) if MARKING in text
        ]
        assert sum(text.count(MARKING) for text in marked) == 2


def test_the_text_of_every_copy_is_the_masters_block_by_block(made: Issuance) -> None:
    master = blocks_of(made.master.layout.save())
    for copy in plan(made, ALL).copies[::4]:
        assert blocks_of(made.make(copy).paper) == master


def test_two_copies_differ_in_nothing_but_what_stands_around_the_text(made: Issuance) -> None:
    one, two = (read_pages(made.make(copy).paper) for copy in plan(made, ALL).copies[:2])
    for first, second in zip(one, two, strict=True):
        assert [g for g in first.glyphs if g.artifact is None] == [
            g for g in second.glyphs if g.artifact is None
        ]
        assert first.lines("Footer") != second.lines("Footer")
        assert first.lines("Header") == second.lines("Header")


@settings(max_examples=10, deadline=None)
@given(st.text(st.characters(codec="latin-1", exclude_categories=("C", "Z")), min_size=200, max_size=400))
def test_a_long_holder_is_cut_and_number_and_edition_never_are(holder: str) -> None:
    pages = read_pages(edition("1.0").layout.save(edition("1.0").copy_text(3, 12, holder)))
    (foot,) = (" ".join(page.lines("Footer")) for page in pages)
    assert foot.startswith("Copy 3 of 12, Edition 1.0: ")
    assert "…" in foot


def test_copies_memos_notes_and_manifests_are_sound_pdf(made: Issuance, tmp_path: Path) -> None:
    require(installed(), "veraPDF is not installed: run tests/conformance/install, with Java 11 or later")
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(made.make(plan(made, ALL).copies[0]).paper)
    issue(issuance(tmp_path, posts(1), edition("1.0")), ALL)
    issue(issuance(tmp_path, posts(1), edition("1.1", "c" * 64)), ALL)
    written = sorted((tmp_path / "reports").rglob("*.pdf"))
    assert sorted(path.stem.rpartition("_")[2] for path in written) == [
        "MadeupHarbourOffice",
        "MadeupHarbourOffice",
        "manifest",
        "manifest",
        "memo",
        "memo",
        "superseded",
    ]
    for result in validate([copy, *written]):
        told = [(failure.clause, failure.description) for failure in result.failures]
        assert (result.path.name, result.flavour, told, result.error) == (
            result.path.name,
            result.flavour,
            [],
            None,
        )
        assert result.passed


def test_every_letter_is_one_page(made: Issuance) -> None:
    for copy in plan(made, ALL).copies[::4]:
        assert len(read_pages(made.make(copy).memo)) == 1
