"""Nothing leaves its place: every glyph stands inside the margins, and inside its cell."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from egci_reports.engine.document.nodes import (
    Abbreviation,
    Abbreviations,
    Block,
    Callout,
    Column,
    Contents,
    Document,
    Entry,
    Fields,
    Figure,
    Footnote,
    Item,
    ItemList,
    Paragraph,
    Source,
    SourceList,
    Styled,
    Text,
    TitleBlock,
)
from egci_reports.engine.writers.pdf.write import write_pdf
from tests.engine.writers.pdf.made import META, SENTENCE, para, section, shipped_theme, table, words, written
from tests.engine.writers.pdf.sound import SLACK, frame, outside
from tests.readers.blocks import tidy
from tests.readers.pdf import tree_blocks
from tests.readers.pdf_pages import Glyph
from tests.readers.pdf_tags import Node, Tree, read_tree
from tests.sample_paper.charts import CHARTS

pytestmark = pytest.mark.slow


def named(tree: Tree, tag: str) -> list[Node]:
    return [node for node in tree.root.walk() if node.tag == tag]


def glyphs_of(tree: Tree, node: Node) -> Iterator[tuple[int, Glyph]]:
    """Yield the glyphs of an element with their pages."""
    marks = {mark for one in node.walk() for mark in one.marks}
    for number in {number for number, _ in marks}:
        for glyph in tree.pages[number - 1].glyphs:
            if (number, glyph.mcid) in marks and glyph.text.strip():
                yield number, glyph


def cells_overflow(tree: Tree, shares: tuple[float, ...]) -> list[str]:
    """Return the glyphs of the only table that leave their column, or their row for the next."""
    (node,) = [one for one in tree.root.walk() if one.tag == "Table"]
    rows = [row for part in node.named("THead", "TBody") for row in part.nodes]
    wrong = []
    below: dict[int, float] = {}
    for row in rows:
        lowest: dict[int, float] = {}
        for index, cell in enumerate(row.nodes):
            for page, glyph in glyphs_of(tree, cell):
                room = frame(tree.pages[page - 1])
                width = (room.right - room.left) / sum(shares)
                left = room.left + width * sum(shares[:index])
                right = left + width * shares[index]
                middle = (glyph.box.bottom + glyph.box.top) / 2
                if not (left <= glyph.box.left and glyph.box.right <= right + SLACK):
                    wrong.append(f"{glyph.text} of cell {index}")
                if middle > below.get(page, 1e6):
                    wrong.append(f"{glyph.text} above its row")
                lowest[page] = min(lowest.get(page, 1e6), middle)
        below.update(lowest)
    return wrong


LONG_WORDS = st.text(st.sampled_from("Wil-/.粵𠝹mM0"), min_size=1, max_size=320)
ANY = st.lists(LONG_WORDS, min_size=1, max_size=6).map(" ".join)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(ANY, ANY, ANY), min_size=1, max_size=4), st.booleans())
@example([("W" * 300, "粵" * 300, "i" * 300)], False)
@example([("a", "b", "word " * 4000), ("c", "d", "e")], False)
@example([("a", "b", "粵港" * 3000), ("c", "d", "e")], True)
def test_cells_hold_their_text(rows, compact):
    shares = (1.0, 2.0, 3.0)
    tree = read_tree(written(table(rows, shares=shares, compact=compact)).content)
    assert outside(tree) == []
    assert cells_overflow(tree, shares) == []
    (block,) = [one for one in tree_blocks(tree) if one.role == "table"]
    assert [tuple(cell.text for cell in row) for row in block.rows[1:]] == [
        tuple(tidy(cell) for cell in row) for row in rows
    ]


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(ANY, st.sampled_from(["body", "quotation", "centred", "signature", "note", "lead"]))
@example("x" * 2000, "quotation")
def test_paragraphs_stay_between_the_margins(text, role):
    note = Footnote((Text(text),))
    inner = ItemList("roman", (Item((para(text),)),))
    tree = read_tree(
        written(
            Paragraph((Text(text), note), role),
            para(text, numbered=True),
            ItemList("alpha", (Item((para(text), inner)),)),
            Callout("note", (Text(text),), (para(text), inner)),
            Fields((Entry(words("Label"), (Text(text),)),)),
        ).content
    )
    assert outside(tree) == []
    assert tree.faults == ()


def _long(text: str) -> dict[str, tuple[Block, ...]]:
    content = (Text(text),)
    strong = (Styled("strong", content),)
    return {
        "heading": (section(text, section(text, level=2), numbered=True, number="1"),),
        "title": (TitleBlock(content, content, content, cover=True),),
        "caption": (table([("a", "b")], note=content), Figure(CHARTS[0].chart, "x", content)),
        "strong": (Paragraph(strong),),
        "label of a fact": (Fields((Entry(words(text[:80]), words("x")),)),),
        "contents": (Contents(words("Contents")), section(text, anchor="there")),
    }


@pytest.mark.parametrize("place", _long(""))
@pytest.mark.parametrize("text", [SENTENCE * 4, "W" * 300, "粵" * 300], ids=["sentences", "word", "Chinese"])
def test_long_texts_stay_between_the_margins_wherever_they_stand(place, text):
    assert outside(read_tree(written(*_long(text)[place]).content)) == []


@pytest.mark.parametrize("text", [SENTENCE * 4, "W" * 300], ids=["sentences", "word"])
def test_long_sources_and_abbreviations_stay_between_the_margins(text):
    sources = SourceList((Source("one", words(text), 1, "source-1"),))
    short = Abbreviations(entries=(Abbreviation("ABBREV", text),))
    tree = read_tree(write_pdf(Document(META, (sources, short)), shipped_theme()).content)
    assert outside(tree) == []


def test_a_quotation_is_set_in_on_both_sides():
    text = SENTENCE * 4
    tree = read_tree(written(para(text, role="quotation"), para(text)).content)
    quoted, plain = ([glyph.box for _, glyph in glyphs_of(tree, node)] for node in named(tree, "P"))
    inset = shipped_theme().style("quotation").indent
    assert min(box.left for box in quoted) == pytest.approx(min(box.left for box in plain) + inset, abs=SLACK)
    assert max(box.right for box in quoted) < max(box.right for box in plain) - inset / 2


def test_lists_stand_under_the_text_of_numbered_paragraphs():
    listed = ItemList("alpha", (Item((para("first"),)), Item((para("second"),))))
    tree = read_tree(written(para("numbered", numbered=True), listed, para("plain")).content)
    numbered, plain = named(tree, "P")[0], named(tree, "P")[-1]
    labels = [next(glyph.box.left for _, glyph in glyphs_of(tree, node)) for node in named(tree, "Lbl")]
    text = min(glyph.box.left for _, glyph in glyphs_of(tree, numbered) if glyph.text == "n")
    assert labels == pytest.approx([labels[0], text, text], abs=SLACK)
    assert labels[0] == pytest.approx(min(glyph.box.left for _, glyph in glyphs_of(tree, plain)), abs=SLACK)


def test_deeper_lines_of_the_contents_are_set_further_in(tree):
    lines = {node.text("ContentsPage"): node for node in named(tree, "TOCI") if not node.named("TOC")}
    lefts = [
        min(glyph.box.left for _, glyph in glyphs_of(tree, lines[title]))
        for title in ("Purpose", "A part without a number", "A heading of the third level")
    ]
    assert lefts[0] < lefts[1] < lefts[2]


def test_the_sample_stays_between_the_margins(tree):
    assert outside(tree) == []


def test_columns_align_as_they_are_told():
    """Left, right and centred numbers stand where their column wants them."""
    made = table([("1", "1", "1"), ("1,000", "1,000", "1,000")])
    columns = (Column(1, "left"), Column(1, "right"), Column(1, "centre"))
    tree = read_tree(written(type(made)(made.caption, columns, made.header, made.rows)).content)
    (node,) = [one for one in tree.root.walk() if one.tag == "TBody"]
    ends = []
    for row in node.nodes:
        boxes = [[glyph.box for _, glyph in glyphs_of(tree, cell)] for cell in row.nodes]
        ends.append([(min(b.left for b in cell), max(b.right for b in cell)) for cell in boxes])
    (short, long) = ends
    assert short[0][0] == pytest.approx(long[0][0], abs=SLACK)
    assert short[1][1] == pytest.approx(long[1][1], abs=SLACK)
    assert sum(short[2]) == pytest.approx(sum(long[2]), abs=2 * SLACK)
