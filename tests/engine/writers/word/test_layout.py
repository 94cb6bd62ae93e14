"""LibreOffice lays Word files out as the PDF is: page numbers in contents lists and references are true."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace

import pytest

from egci_reports.engine.document.nodes import (
    Block,
    Callout,
    Contents,
    Document,
    Entry,
    Fields,
    Figure,
    Footnote,
    Item,
    ItemList,
    Paragraph,
    Section,
    Table,
    Text,
)
from egci_reports.engine.document.resolve import resolve
from egci_reports.engine.writers.pdf.flow import NOTE_GAP
from egci_reports.engine.writers.word.bookmarks import bookmark_name
from egci_reports.engine.writers.word.write import write_word
from tests.conformance.required import require
from tests.engine.writers.made import Made, made, made_sample, theme
from tests.engine.writers.pdf.made import META, filling, section, table, words
from tests.engine.writers.pdf.made import paper as paper_of
from tests.readers.libreoffice import bookmark_pages, pages_differ, to_pdfs
from tests.readers.word.package import Package, W
from tests.sample_paper import sample
from tests.sample_paper.charts import CHARTS

pytestmark = pytest.mark.slow

WORDS = (
    *(
        "the",
        "made-up",
        "offices",
        "compared",
        "drafts",
        "of",
        "an",
        "exchange",
        "format",
        "line",
        "by",
        "trial",
    ),
    *(
        "settled",
        "order",
        "fields",
        "transfer",
        "ferries",
        "one",
        "lorry",
        "park",
        "letter",
        "between",
        "over",
    ),
    *("names", "days", "figures", "handed", "2024", "(OSD)", "sub-group"),
)
PAPERS, MORE_PAPERS = 3, 20
"""Papers put together here, and with --thorough."""


@pytest.fixture(scope="module")
def papers(pytestconfig: pytest.Config) -> dict[str, Made]:
    """The sample, and papers of all kinds of blocks, put together by chance but alike each time."""
    count = MORE_PAPERS if pytestconfig.getoption("--thorough") else PAPERS
    return {"sample": made_sample(), **{f"paper {seed}": made(_paper(seed)) for seed in range(count)}}


@pytest.fixture(scope="module")
def ending_with_tables() -> Made:
    """A paper of parts that end with a table, whatever stands before its last rows."""
    rows = table([(f"row {number}", "word") for number in range(12)])
    parts = (
        section(f"Part {lines}", filling(lines), rows, new_page=True, anchor=f"part-{lines}")
        for lines in range(14, 44)
    )
    return made(paper_of(*parts))


@pytest.fixture(scope="module")
def misnumbered() -> bytes:
    """The sample with one wrong page number."""
    pages = {anchor: page + (anchor == "tables") for anchor, page in made_sample().pages.items()}
    return write_word(sample(), theme(), pages)


@pytest.fixture(scope="module")
def printed(papers: dict[str, Made], misnumbered: bytes, ending_with_tables: Made) -> dict[str, bytes]:
    """All of them as LibreOffice prints them, in one start."""
    require(shutil.which("soffice"), "LibreOffice is not installed")
    files = {name: paper.word for name, paper in papers.items()}
    files |= {"misnumbered": misnumbered, "ending with tables": ending_with_tables.word}
    return dict(zip(files, to_pdfs(list(files.values())), strict=True))


def test_page_numbers_of_the_sample_are_those_of_its_layout(printed: dict[str, bytes]) -> None:
    assert pages_differ(made_sample().word, printed["sample"]) == []


def test_a_wrong_page_number_is_seen(misnumbered: bytes, printed: dict[str, bytes]) -> None:
    (found,) = pages_differ(misnumbered, printed["misnumbered"])
    assert "_tables is said to be on page" in found


def test_every_block_stands_on_the_same_page_in_both_formats(
    papers: dict[str, Made], printed: dict[str, bytes]
) -> None:
    found, looked_at = [], 0
    for name, paper in papers.items():
        pages = bookmark_pages(printed[name])
        looked_at += len(paper.pages)
        found += [f"{name}: {anchor}" for anchor in _elsewhere(paper, pages)]
    assert looked_at > 40 * len(papers)
    assert found == []


def test_a_part_that_ends_with_a_table_ends_on_the_same_page_in_both_formats(
    ending_with_tables: Made, printed: dict[str, bytes]
) -> None:
    """Whatever stands before its last rows, which are moved together."""
    pages = bookmark_pages(printed["ending with tables"])
    assert len(ending_with_tables.pages) == 60
    assert _elsewhere(ending_with_tables, pages) == []


def test_the_rule_above_footnotes_takes_in_word_what_it_takes_in_the_pdf():
    """LibreOffice has a height of its own for it, so only the file can tell."""
    package = Package(made_sample().word)
    separators = [
        note for note in package.xml("word/footnotes.xml").iter(f"{W}footnote") if note.get(f"{W}type")
    ]
    assert len(separators) == 2
    for separator in separators:
        spacing = separator.find(f"{W}p/{W}pPr/{W}spacing").attrib
        assert (int(spacing[f"{W}line"]), spacing[f"{W}lineRule"]) == (round(20 * NOTE_GAP), "exact")
        assert (spacing[f"{W}before"], spacing[f"{W}after"]) == ("0", "0")


def _elsewhere(paper: Made, pages: dict[str, int]) -> list[str]:
    """Return the anchors that LibreOffice has on other pages; footnotes have no bookmarks in Word."""
    there = {anchor: pages.get(bookmark_name(anchor)) for anchor in paper.pages}
    return [
        f"{anchor} on page {page}, not {there[anchor]}"
        for anchor, page in paper.pages.items()
        if not anchor.startswith("footnote-") and there[anchor] != page
    ]


def _paper(seed: int) -> Document:
    chance = random.Random(seed)
    sections = tuple(_section(chance, 1) for _ in range(3))
    return resolve(Document(META, (Contents(words("Contents")), *sections)))


def _section(chance: random.Random, level: int) -> Section:
    blocks: list[Block] = [_block(chance) for _ in range(chance.randint(3, 7))]
    if level < 3:
        blocks += [_section(chance, level + 1) for _ in range(chance.randint(0, 2))]
    return Section(
        level,
        words(_said(chance, 5)),
        tuple(blocks),
        numbered=chance.random() < 0.5,
        new_page=level == 1 and chance.random() < 0.3,
        whole=level > 1 and len(blocks) % 2 == 0,
        orientation="landscape" if level == 1 and chance.random() < 0.2 else "portrait",
    )


def _said(chance: random.Random, length: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(length)).capitalize()


def _text(chance: random.Random, *lengths: int) -> Paragraph:
    return Paragraph(words(_said(chance, chance.choice(lengths))))


def _block(chance: random.Random) -> Block:
    match chance.randrange(9):
        case 0 | 1:
            return replace(_text(chance, 4, 30, 120), numbered=chance.random() < 0.5)
        case 2:
            note = Footnote(_text(chance, 5).content)
            return Paragraph((*_text(chance, 20, 60).content, note, Text(f" {_said(chance, 10)}")))
        case 3:
            return replace(_text(chance, 5, 50), role=chance.choice(["lead", "note", "small", "quotation"]))
        case 4:
            items = tuple(Item((_text(chance, 3, 25),)) for _ in range(chance.randint(1, 6)))
            return ItemList(chance.choice(["bullet", "alpha", "decimal"]), items)
        case 5:
            return _table(chance)
        case 6:
            box = tuple(_text(chance, 4, 40) for _ in range(chance.randint(1, 2)))
            return Callout(chance.choice(["note", "caution", "gap"]), words("Title"), box)
        case 7:
            return Figure(chance.choice(CHARTS).chart, "What it shows.", _text(chance, 4, 25).content)
        case _:
            entries = (Entry(words("Label"), _text(chance, 3, 25).content) for _ in range(4))
            return Fields(tuple(entries))


def _table(chance: random.Random) -> Table:
    rows = [
        (_said(chance, 2), _said(chance, chance.choice((2, 14)))) for _ in range(chance.choice((3, 9, 30)))
    ]
    return table(rows, shares=(1, 2), note=words(_said(chance, 8)) if chance.random() < 0.5 else ())
