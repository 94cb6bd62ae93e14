"""The contents list: filled in, never asking, leading to headings, and the same after an update in Word."""

from __future__ import annotations

import re

from egci_reports.engine.document.nodes import Citation, Contents, Source, SourceList, Text
from egci_reports.engine.writers.word.write import write_word
from tests.engine.writers.made import made_sample, theme
from tests.engine.writers.pdf.made import paper, para, words
from tests.readers import word
from tests.readers.word.package import Package, W, value
from tests.readers.word.styles import Styles
from tests.sample_paper import sample


def codes(docx: bytes) -> list[str]:
    package = Package(docx)
    return [(each.text or "").strip() for each in package.xml(package.main).iter(f"{W}instrText")]


def test_each_line_is_a_heading_and_each_listed_heading_a_line():
    blocks = word.blocks_of(made_sample().word)
    lines = [(b.level, b.label, b.text) for b in blocks if b.role == "contents"]
    headings = [(b.level, b.label, b.text) for b in blocks if b.role == "heading" and (b.level or 0) <= 3]
    unlisted = "A part that the contents list leaves out"
    assert lines == [heading for heading in headings if heading[2] != unlisted]
    assert len(headings) == len(lines) + 1


def test_word_would_list_the_same_headings_when_it_updates():
    """It takes headings of its own heading styles, down to the depth in the field."""
    package = Package(made_sample().word)
    (code,) = (each for each in codes(made_sample().word) if each.startswith("TOC"))
    depth = int(re.search(r'\\o "1-(\d)"', code)[1])
    assert "\\u" not in code
    styles = Styles(package.beside("styles"))
    listed = [
        paragraph
        for paragraph in package.xml(package.main).iter(f"{W}p")
        if re.fullmatch(rf"heading [1-{depth}]", styles.name(value(paragraph, f"{W}pPr/{W}pStyle")))
    ]
    lines = [block for block in word.blocks_of(made_sample().word) if block.role == "contents"]
    assert len(listed) == len(lines)


def test_nothing_asks_to_be_updated():
    package = Package(made_sample().word)
    settings = package.parts["word/settings.xml"]
    assert b"updateFields" not in settings
    assert b"w:dirty" not in package.parts["word/document.xml"]


def test_without_pages_the_lines_are_links_without_numbers():
    docx = write_word(sample(), theme(), None)
    lines = [block for block in word.blocks_of(docx) if block.role == "contents"]
    assert len(lines) > 5
    assert {line.page for line in lines} == {None}
    assert any(code.startswith("TOC") and code.endswith("\\n") for code in codes(docx))
    assert word.printed_pages(docx) == []


def test_references_to_numbers_are_fields_that_yield_the_same():
    found = codes(made_sample().word)
    assert any(code.startswith("REF _chinese") and "\\n" in code for code in found)
    assert any(code.startswith("REF _small") for code in found)
    assert any(code.startswith("REF _chapter_1_1") and "\\r" in code for code in found)
    assert sum(code.startswith("SEQ Table") for code in found) == 3


def test_a_contents_list_without_headings_is_a_title_alone():
    docx = write_word(paper(Contents((Text("Contents"),)), para("A line.")), theme(), {})
    assert [block.role for block in word.blocks_of(docx)] == ["contents-title", "paragraph"]


def test_numbers_of_sources_stay_on_one_line_in_word_as_in_the_pdf():
    cited = para("Words ", Citation(("one", "two")))
    document = paper(cited, SourceList((Source("one", words("One")), Source("two", words("Two")))))
    package = Package(write_word(document, theme(), {}))
    text = "".join(each.text or "" for each in package.xml(package.main).iter(f"{W}t"))
    assert "Words [1,\u00a02]" in text
