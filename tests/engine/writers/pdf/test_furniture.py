"""What stands around the text of each page: heads, page numbers, markings, the watermark, the copy line."""

from __future__ import annotations

import re
import struct

import pytest

from egci_reports.engine.document.nodes import Paragraph, Text, TitleBlock
from egci_reports.engine.writers.pdf.faces import Face, FaceChoice
from egci_reports.engine.writers.pdf.outlines import outline
from egci_reports.engine.writers.pdf.write import CopyText, layout
from egci_reports.errors import TemplateError
from tests.engine.writers.pdf.made import filling, paper, para, section, shipped_theme, table, words, written
from tests.readers.pdf_drawings import drawings, extracted
from tests.readers.pdf_pages import Box, Page, read_pages
from tests.readers.pdf_tags import read_tree
from tests.sample_paper import META, sample

MM = 72 / 25.4
A4 = (595.28, 841.89)
LANDSCAPE_PAGE = 9
"""The page of the sample that lies on its side."""


def marks_of(page: Page, marking: str) -> list[str]:
    return [line for line in page.lines("Pagination") if line == marking]


DARK, PALE = "E9E9E9", "F4F4F4"
"""The colours of the watermark: on paper and behind tables."""


def test_each_page_says_which_of_how_many_it_is(tree):
    numbers = [page.lines("Footer") for page in tree.pages]
    count = len(tree.pages)
    assert numbers == [(), *((f"Page {i} of {count}",) for i in range(2, count + 1))]


def test_each_page_but_the_cover_bears_title_and_status(tree):
    heads = [page.lines("Header") for page in tree.pages]
    assert heads == [(), *[(f"{META.short_title}\t{META.status}",)] * (len(tree.pages) - 1)]


def test_the_marking_stands_at_head_and_foot_of_every_page(tree):
    for page in tree.pages:
        assert len(marks_of(page, "MADE-UP SAMPLE")) == 2
        tops = sorted(
            glyph.box.top for glyph in page.glyphs if glyph.artifact == "Pagination" and glyph.text == "M"
        )
        assert tops[0] < 50
        assert tops[-1] > page.height - 60


def test_what_stands_around_the_text_keeps_off_the_edges_and_off_the_text(tree):
    margins = shipped_theme().page
    for page in tree.pages:
        around = [
            g for g in page.glyphs if g.artifact in ("Header", "Footer", "Pagination") and g.text.strip()
        ]
        heads = [g for g in around if g.baseline > page.height / 2 and g.artifact == "Header"]
        assert all(glyph.baseline > margins.footer * MM for glyph in around)
        assert all(glyph.baseline + 0.7 * glyph.size < page.height - margins.header * MM for glyph in around)
        assert all(glyph.baseline > page.height - margins.top * MM for glyph in heads)
        assert all(margins.left * MM - 1 < glyph.box.left for glyph in around)
        assert all(glyph.box.right < page.width - margins.right * MM + 1 for glyph in around)


def lies_across(box: Box, page: Page) -> bool:
    middle = box.left < page.width / 2 < box.right and box.bottom < page.height / 2 < box.top
    return middle and box.left > 0 and box.right < page.width and box.bottom > 0 and box.top < page.height


def test_the_watermark_lies_across_every_page(tree, rendered):
    for page, marks in zip(tree.pages, drawings(rendered.content, DARK), strict=True):
        assert [lies_across(mark, page) for mark in marks] == [True]


def test_the_watermark_is_no_text():
    """Its letters would stand in words: "SeTptember"."""
    (text,) = extracted(written(filling(40), watermark="DRAFT").content)
    assert not set("DRAFT") & set(text.replace("Made-up paper", "").replace("Page 1 of 1", ""))


def test_the_watermark_is_paler_behind_a_table():
    plain = written(para("x"), watermark="DRAFT").content
    small = written(table([("row", "words")] * 3), watermark="DRAFT").content
    assert [len(marks) for marks in drawings(plain, PALE)] == [0]
    assert [len(marks) for marks in drawings(small, PALE)] == [1]


def test_a_long_watermark_shrinks_to_the_page():
    content = written(para("x"), watermark="DRAFT FOR COMMENT BY THE MADE-UP SIDE").content
    (page,), ((mark,),) = read_pages(content), drawings(content, DARK)
    assert lies_across(mark, page)


@pytest.mark.parametrize("text", ["DRAFT", "Brouillon \u00e9\u00fc", "\u8349\u7a3f", "8%&@"])
def test_the_outlines_of_a_watermark_are_those_of_its_typeface(text):
    """A letter drawn covers as much of the page, and as wide, as the same letter set as text."""
    faces = FaceChoice(shipped_theme().fonts)
    for face, part in faces.split(text, bold=True, italic=False, lang="zh-Hant-HK"):
        left, bottom, right, top = bounds(outline(face.name, part))
        drawn = printed(face, part)
        assert (left, bottom, right, top) == pytest.approx(drawn, abs=2)


def bounds(path: str) -> tuple[float, float, float, float]:
    """Return what a path spans: TrueType has points at the ends of its curves."""
    ends = re.findall(r"(-?\d+) (-?\d+) [mlc]", path)
    xs, ys = zip(*((int(x), int(y)) for x, y in ends), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def printed(face: Face, text: str) -> tuple[float, float, float, float]:
    """Return what the glyphs of a text span, as the headers of their outlines say."""
    font, x, boxes = face.font, 0.0, []
    for character in text:
        drawn = font.outline(font.characters.glyph(ord(character)))
        if drawn:
            left, bottom, right, top = (
                1000 * side / font.units for side in struct.unpack_from(">4h", drawn, 2)
            )
            boxes.append((left + x, bottom, right + x, top))
        x += 1000 * face.measure(character)
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def test_a_plain_paper_has_neither_marking_nor_watermark():
    content = written(para("x")).content
    (page,) = read_pages(content)
    assert drawings(content, DARK) == [[]]
    assert page.lines("Pagination") == ()
    assert page.lines("Footer") == ("Page 1 of 1",)
    assert page.lines("Header") == ("Made-up paper",)


def test_wide_sections_lie_on_their_side_and_only_they(tree):
    sizes = [(round(page.width, 2), round(page.height, 2)) for page in tree.pages]
    assert sizes[LANDSCAPE_PAGE - 1] == A4[::-1]
    assert {size for i, size in enumerate(sizes, 1) if i != LANDSCAPE_PAGE} == {A4}


def test_two_wide_sections_follow_each_other():
    made = written(
        section("One", para("1"), orientation="landscape"),
        section("Two", para("2"), orientation="landscape"),
        section("Three", para("3")),
    )
    sizes = [page.width > page.height for page in read_pages(made.content)]
    assert sizes == [True, True, False]


def test_a_copy_bears_its_own_line_and_marking_and_the_same_text(rendered):
    laid_out = layout(sample(), shipped_theme())
    plain, copy = laid_out.save(), laid_out.save(CopyText("Copy 3 of 12", marking="MADE-UP COPY"))
    assert plain == rendered.content
    pages = read_pages(copy)
    assert {page.lines("Footer")[0].split("\t")[0] for page in pages} == {"Copy 3 of 12"}
    assert {len(marks_of(page, "MADE-UP COPY")) for page in pages} == {2}
    assert {len(marks_of(page, "MADE-UP SAMPLE")) for page in pages} == {0}
    assert read_tree(copy).root.text() == read_tree(plain).root.text()


def test_what_a_copy_bears_must_have_a_typeface_too():
    laid_out = layout(paper(para("x")), shipped_theme())
    with pytest.raises(TemplateError, match="U\\+0628"):
        laid_out.save(CopyText("Copy for \u0628"))


@pytest.mark.parametrize("field", ["short_title", "status", "marking", "watermark"])
def test_what_stands_around_the_text_must_have_a_typeface_too(field):
    with pytest.raises(TemplateError, match="U\\+0628"):
        written(para("x"), **{field: "a \u0628"})


def test_a_long_head_does_not_run_into_the_status():
    made = written(para("x"), short_title="A made-up title that goes on and on " * 4, status="Draft, made up")
    (page,) = read_pages(made.content)
    head = [glyph for glyph in page.glyphs if glyph.artifact == "Header"]
    boxes = [glyph.box for glyph in head if glyph.text.strip()]
    pairs = [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :]]
    assert not any(a.left < b.right - 0.1 and b.left < a.right - 0.1 for a, b in pairs)
    assert all(box.right < page.width - 70 for box in boxes)


def test_a_cover_stands_alone():
    cover = TitleBlock(words("Group"), words("Title"), cover=True)
    made = written(cover, filling(3))
    first, second = read_pages(made.content)
    assert [g.text for g in first.glyphs if g.mcid is not None][:5] == list("Group")
    assert second.lines("Footer") == ("Page 2 of 2",)


def test_a_title_without_a_cover_is_followed_by_the_text():
    head = TitleBlock(words("Group"), words("Title"), children=(Paragraph((Text("Under it"),)),))
    (page,) = read_pages(written(head, filling(3)).content)
    assert page.lines("Header") == ("Made-up paper",)
