"""Word and PDF say the same words; the comparison sees what differs."""

from __future__ import annotations

import pytest

from tests.conformance.planting import Change, changed, replace
from tests.engine.writers.made import made_sample
from tests.parity import assert_same_words, differences
from tests.readers import word

DOCUMENT = "word/document.xml"
NUMBERING = "word/numbering.xml"


def test_the_sample_paper_says_the_same_in_word_and_pdf() -> None:
    sample = made_sample()
    assert_same_words(sample.word, sample.pdf)


def test_every_role_is_compared() -> None:
    roles = {block.role for block in word.blocks_of(made_sample().word)}
    assert roles == {
        "group", "title", "subtitle", "heading", "paragraph", "quotation", "item", "fact", "source",
        "box-title", "caption", "table", "table-note", "figure", "contents-title", "contents", "footnote",
    }  # fmt: skip


def paragraph(words: str) -> str:
    """Return the pattern of a paragraph with certain words in it."""
    within = "(?:(?!</w:p>).)*?"
    return f"<w:p>{within}{words}{within}</w:p>"


def row(words: str) -> str:
    """Return the pattern of a row of a table with certain words in it."""
    within = "(?:(?!</w:tr>).)*?"
    return f"<w:tr>{within}{words}{within}</w:tr>"


PLANTED: dict[str, tuple[Change, str]] = {
    "swapped paragraphs": (
        replace(DOCUMENT, f"({paragraph('A lead paragraph')})({paragraph('A note says')})", r"\2\1"),
        "A lead paragraph",
    ),
    "a lost paragraph": (replace(DOCUMENT, paragraph("Small print is"), ""), "Small print is"),
    "a paragraph twice": (replace(DOCUMENT, f"({paragraph('Small print is')})", r"\1\1"), "Small print is"),
    "a lost row": (replace(DOCUMENT, row("Sample item 31<"), ""), "Sample item 31"),
    "swapped rows": (
        replace(DOCUMENT, f"({row('Sample item 31<')})({row('Sample item 32<')})", r"\2\1"),
        "Sample item 31",
    ),
    "a changed digit in a cell": (replace(DOCUMENT, "2,147", "2,174"), "2,174"),
    "a changed digit in a paragraph": (
        replace(DOCUMENT, "as at 9\u00a0October", "as at 8 October"),
        "8 October",
    ),
    "a header cell that is none": (replace(DOCUMENT, "<w:tblHeader/>", ""), "column"),
    "another number of a paragraph": (
        replace(NUMBERING, r'(<w:abstractNumId w:val="1"/>.{,40}<w:startOverride w:val=)"2"', r'\1"3"'),
        "paragraph 3: The Office",
    ),
    "another label of an item": (replace(NUMBERING, r'w:val="lowerRoman"', 'w:val="lowerLetter"'), "(b)"),
    "another level of a heading": (replace(DOCUMENT, '"Heading2"', '"Heading3"'), "heading 3"),
    "another page in the contents": (
        replace(DOCUMENT, r"(PAGEREF _tables .*?<w:t xml:space=.preserve.>)\d+", r"\g<1>77"),
        "77",
    ),
    "another alternative text": (replace(DOCUMENT, r'descr="[^"]+"', 'descr="Columns."'), "Columns."),
    "another caption": (replace(DOCUMENT, "Sixty-five sample items", "Sixty sample items"), "Sixty sample"),
    "another footnote": (replace("word/footnotes.xml", "A footnote with", "A note with"), "A note with"),
    "another address": (
        replace("word/_rels/document.xml.rels", r"sample\?a=1", "sample?a=2"),
        "sample?a=2",
    ),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_difference_is_seen(name: str) -> None:
    sample = made_sample()
    change, told = PLANTED[name]
    found = differences(changed(sample.word, change), sample.pdf)
    assert any(told in each for each in found), found


def test_one_lost_paragraph_is_one_difference() -> None:
    sample = made_sample()
    change, told = PLANTED["a lost paragraph"]
    (found,) = differences(changed(sample.word, change), sample.pdf)
    assert found.startswith("only in the PDF")
