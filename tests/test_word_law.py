"""The law of layout over Word files, as LibreOffice sets them."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from egci_reports.app.papers.order import Format
from egci_reports.engine.document.nodes import Block
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.word.write import write_word
from tests.conformance.required import require
from tests.engine.writers.pdf.made import filling, paper, para, section, shipped_theme
from tests.layout_law import Rule
from tests.papers import file_of, made
from tests.readers.libreoffice import to_pdfs
from tests.word_law import word_breaches

PAPERS = [
    ("history", "all"),
    ("history", "short"),
    ("annual", "2024"),
    ("annual", "2007"),
    ("briefing", "21"),
]
MORE = [*(("annual", str(year)) for year in range(2008, 2024)), *(("briefing", str(n)) for n in range(2, 21))]


@pytest.fixture(scope="module", autouse=True)
def libreoffice() -> None:
    require(shutil.which("soffice"), "LibreOffice is not installed")


@pytest.mark.parametrize(
    "papers",
    [PAPERS, *(pytest.param(MORE[at : at + 9], marks=pytest.mark.thorough) for at in (0, 9, 18, 27))],
)
def test_word_files_keep_the_law(papers: list[tuple[str, str]]) -> None:
    files = [file_of(made(kind, subject), Format.WORD) for kind, subject in papers]
    found = {name: word_breaches(pdf) for name, pdf in zip(papers, to_pdfs(files), strict=True)}
    assert {name: some for name, some in found.items() if some} == {}


def law_of(*papers: tuple[Block, ...], theme: Theme | None = None) -> list[list[Rule]]:
    look = theme or shipped_theme()
    files = [write_word(paper(*blocks), look, None) for blocks in papers]
    return [[breach.rule for breach in word_breaches(pdf)] for pdf in to_pdfs(files)]


def test_each_rule_sees_what_breaks_it() -> None:
    broken = section("Next", para("x"), level=2, new_page=True)
    assert law_of(
        (section("One", para("A line."), broken),),
        (section("One", filling(60), section("Two", level=2), broken),),
        (section("One", filling(30), para("word " * 50 + "these:"), broken),),
        (section("One", filling(30), section("Two", para("x"), level=1, new_page=True)),),
    ) == [["page nearly empty"], ["heading at the foot"], ["lead-in at the foot"], []]


def test_type_that_is_too_small_is_seen() -> None:
    theme = shipped_theme()
    tiny = replace(theme, styles={**theme.styles, "small": replace(theme.style("small"), size=7.5)})
    assert law_of((para("Words.", role="small"),), theme=tiny) == [["type too small"]]
