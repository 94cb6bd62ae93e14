"""How pages fill: no lone lines and headings, no split rows, notes on the page of their marks, no overlap."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from egci_reports.engine.document.nodes import (
    Block,
    Callout,
    Entry,
    Fields,
    Figure,
    Footnote,
    Item,
    ItemList,
    Text,
)
from egci_reports.engine.document.text import blocks_of
from tests.engine.writers.pdf.made import (
    SENTENCE,
    filling,
    paper,
    para,
    section,
    shipped_theme,
    table,
    words,
    written,
)
from tests.engine.writers.pdf.sound import overlaps
from tests.readers.blocks import tidy
from tests.readers.pdf_tags import Node, Tree, read_tree
from tests.sample_paper.charts import CHARTS

MM = 72 / 25.4
NEAR_THE_FOOT = range(34, 50)
"""How many lines of filling bring what follows to the foot of a page, and over it."""


def read(*blocks: Block) -> Tree:
    return read_tree(written(*blocks).content)


def named(tree: Tree, tag: str) -> list[Node]:
    return [node for node in tree.root.walk() if node.tag == tag]


class Line(NamedTuple):
    page: int
    baseline: float


def lines(tree: Tree, node: Node) -> list[Line]:
    """Return the lines of an element from top to bottom."""
    marks = {mark for one in node.walk() for mark in one.marks}
    return sorted(
        {
            Line(number, glyph.baseline)
            for number in {number for number, _ in marks}
            for glyph in tree.pages[number - 1].glyphs
            if (number, glyph.mcid) in marks and glyph.text.strip()
        },
        key=lambda line: (line.page, -line.baseline),
    )


def first_line(tree: Tree, node: Node) -> Line:
    return lines(tree, node)[0]


def lines_by_page(tree: Tree, node: Node) -> Counter[int]:
    """Return how many lines an element has on each of its pages."""
    return Counter(line.page for line in lines(tree, node))


def pages_of(tree: Tree, node: Node) -> list[int]:
    return list(lines_by_page(tree, node))


@pytest.mark.parametrize("filled", NEAR_THE_FOOT)
def test_no_line_of_a_paragraph_stands_alone(filled):
    tree = read(filling(filled), para(SENTENCE * 5), filling(30))
    counts = list(lines_by_page(tree, named(tree, "P")[1]).values())
    assert sum(counts) == 5
    assert min(counts) >= 2


@pytest.mark.parametrize("filled", NEAR_THE_FOOT)
def test_no_heading_stands_alone_at_the_foot(filled):
    tree = read(
        section(
            "One",
            filling(filled),
            section("Two", section("Three", para(SENTENCE * 5), filling(30), level=3), level=2),
        )
    )
    deep, text = named(tree, "H3")[0], named(tree, "P")[1]
    assert pages_of(tree, deep) == pages_of(tree, named(tree, "H2")[0])
    on_page = lines_by_page(tree, text)
    assert on_page[pages_of(tree, deep)[0]] >= 2


@pytest.mark.parametrize("filled", NEAR_THE_FOOT)
def test_a_caption_stays_with_its_header_and_first_two_rows(filled):
    tree = read(filling(filled), table([("a", "b")] * 6))
    (caption,), rows = named(tree, "Caption"), named(tree, "TR")[:3]
    assert {tuple(pages_of(tree, node)) for node in (caption, *rows)} == {tuple(pages_of(tree, caption))}


@pytest.mark.parametrize("filled", NEAR_THE_FOOT)
def test_rows_are_not_split(filled):
    tree = read(filling(filled), table([(f"{i}", SENTENCE * 3) for i in range(6)], shares=(1, 3)))
    assert all(len(pages_of(tree, row)) == 1 for row in named(tree, "TR"))


@pytest.mark.parametrize("note", [(), words("A remark.")])
@pytest.mark.parametrize("filled", NEAR_THE_FOOT)
def test_no_page_begins_with_the_last_row_alone_nor_with_the_remark(filled, note):
    tree = read(filling(filled), table([(f"{i}", "x") for i in range(4)], note=note))
    pages = [pages_of(tree, row)[0] for row in named(tree, "TBody")[0].nodes]
    assert pages[-2] == pages[-1]
    for remark in named(tree, "TableNote"):
        assert pages_of(tree, remark) == pages[-1:]


def test_a_row_taller_than_a_page_goes_on_under_a_repeated_header():
    tree = read(table([("Tall", "word " * 4000)]))
    (row,) = named(tree, "TBody")[0].nodes
    pages = pages_of(tree, row)
    assert len(pages) > 2
    for number in pages[1:]:
        assert tree.pages[number - 1].lines("Pagination")[0].startswith("Column 1")


@pytest.mark.parametrize("filled", NEAR_THE_FOOT)
def test_a_sentence_that_ends_in_a_colon_is_not_parted_from_its_list(filled):
    items = ItemList("bullet", tuple(Item((para(f"item {i}"),)) for i in range(5)))
    tree = read(filling(filled), para("What was agreed:"), items)
    announcing, first = named(tree, "P")[1], named(tree, "LI")[0]
    assert pages_of(tree, announcing) == pages_of(tree, first)


@pytest.mark.parametrize("filled", NEAR_THE_FOOT)
def test_an_item_that_ends_in_a_colon_is_not_parted_from_the_list_within_it(filled):
    inner = ItemList("bullet", tuple(Item((para(f"item {i}"),)) for i in range(5)))
    tree = read(filling(filled), ItemList("alpha", (Item((para("What was agreed:"), inner)),)))
    announcing, first = named(tree, "LBody")[0].nodes[0], named(tree, "LI")[1]
    assert pages_of(tree, announcing) == pages_of(tree, first)


@pytest.mark.parametrize("filled", range(20, 50, 3))
def test_a_picture_stays_with_the_text_before_it_and_the_table_after_it(filled):
    picture = Figure(CHARTS[0].chart, "Alt", words("Caption"))
    tree = read(filling(filled), para("Figure 1 shows it."), picture, table([("a", "b")] * 6))
    text, rows = named(tree, "P")[1], named(tree, "TR")[:3]
    assert pages_of(tree, text) == named(tree, "Figure")[0].pages
    assert {tuple(pages_of(tree, row)) for row in rows} == {tuple(pages_of(tree, text))}


@pytest.mark.parametrize("filled", range(20, 40, 3))
def test_a_picture_stays_with_its_caption(filled):
    tree = read(filling(filled), Figure(CHARTS[0].chart, "Alt", words("Caption")))
    assert named(tree, "Figure")[0].pages == named(tree, "Caption")[0].pages


def test_a_picture_taller_than_a_page_shrinks_to_it():
    tall = next(one.chart for one in CHARTS if one.name == "bands")
    many = type(tall)(tall.columns, tall.rows * 15, tall.legend, tall.column_title)
    tree = read(para("x"), Figure(many, "Alt", words("Caption")))
    (figure,), (caption,) = named(tree, "Figure"), named(tree, "Caption")
    assert figure.pages == caption.pages
    assert float(figure.attributes["BBox"].split()[1]) > shipped_theme().page.bottom * MM


@pytest.mark.parametrize("filled", NEAR_THE_FOOT)
def test_the_title_of_a_box_stays_with_its_text(filled):
    tree = read(filling(filled), Callout("note", words("Title"), (para(SENTENCE * 2), para("end"))))
    text = named(tree, "Callout")[0].nodes[1]
    assert pages_of(tree, named(tree, "CalloutTitle")[0])[0] == pages_of(tree, text)[0]


@pytest.mark.parametrize("note", [(), words("A remark.")])
def test_text_keeps_its_distance_from_a_table(note):
    tree = read(table([("a", "b")], note=note), para("after"))
    last = lines(tree, named(tree, "TableNote" if note else "Table")[0])[-1]
    after = first_line(tree, named(tree, "P")[-1])
    assert last.baseline - after.baseline > shipped_theme().table.after + 15


def test_text_keeps_its_distance_from_labelled_facts():
    facts = Fields((Entry(words("Date"), words("to be told")), Entry(words("Place"), words("to be told"))))
    tree = read(facts, para("after"))
    (_, last), after = named(tree, "LI"), first_line(tree, named(tree, "P")[-1])
    assert first_line(tree, last).baseline - after.baseline == pytest.approx(15.0 + 8.0, abs=0.3)


def test_a_section_may_ask_for_a_new_page():
    tree = read(section("One", para("x")), section("Two", new_page=True), section("Three", new_page=True))
    assert [node.pages for node in named(tree, "H1")] == [[1], [2], [3]]


@pytest.mark.parametrize("filled", NEAR_THE_FOOT)
def test_a_short_section_that_is_to_stay_whole_stands_on_one_page(filled):
    inside = para(SENTENCE), ItemList("decimal", tuple(Item((para(f"item {i}"),)) for i in range(5)))
    tree = read(section("One", filling(filled), section("Two", *inside, level=2, whole=True), filling(30)))
    parts = [named(tree, "H2")[0], named(tree, "P")[1], *named(tree, "LI")]
    assert len({page for part in parts for page in pages_of(tree, part)}) == 1


def test_a_long_section_that_is_to_stay_whole_begins_where_it_stands():
    tree = read(section("One", filling(10), section("Two", filling(40), level=2, whole=True)))
    assert pages_of(tree, named(tree, "H2")[0]) == [1]


@pytest.mark.parametrize("filled", range(30, 46))
def test_a_part_does_not_end_with_a_line_or_two_on_another_page(filled):
    """Its last three items of two lines are moved together."""
    items = ItemList("bullet", tuple(Item((para(SENTENCE * 2),)) for _ in range(4)))
    part = section("One", filling(filled), items)
    last = read(part, section("Two", para("x"), new_page=True))
    pages = {page for item in named(last, "LI")[-3:] for page in pages_of(last, item)}
    assert len(pages) == 1


@pytest.mark.parametrize("filled", range(20, 40))
def test_a_part_does_not_end_with_a_row_or_two_on_another_page(filled):
    """Its last rows are moved together, as many as fill a seventh of a page."""
    rows = table([(f"row {number}", "word") for number in range(12)])
    tree = read(section("One", filling(filled), rows), section("Two", para("x"), new_page=True))
    pages = {page for row in named(tree, "TR")[-5:] for page in pages_of(tree, row)}
    assert len(pages) == 1


@pytest.mark.parametrize("filled", range(33, 44))
def test_a_line_under_a_heading_stays_with_the_table_that_is_all_the_section_has(filled):
    short = section("Two", para("A line."), table([("row", "word")] * 3), level=2)
    tree = read(section("One", filling(filled), short), section("Three", para("x")))
    line, rows = named(tree, "P")[1], named(tree, "TR")
    assert pages_of(tree, line) == pages_of(tree, rows[1])


@pytest.mark.parametrize("filled", range(33, 44))
def test_a_line_under_the_heading_of_a_short_section_stays_with_what_follows(filled):
    short = section("Two", para("A line."), para(SENTENCE * 2), para(SENTENCE * 3), level=2)
    tree = read(section("One", filling(filled), short), section("Three", para("x")))
    line, following = named(tree, "P")[1:3]
    assert pages_of(tree, line)[0] == pages_of(tree, following)[0]


def test_text_begins_at_the_same_height_on_each_page():
    """The space before a heading is dropped at the head of a page, so that pages begin alike."""
    tree = read(*(section(f"Part {i}", filling(3), new_page=i % 9 == 8) for i in range(30)))
    top = tree.pages[0].height - shipped_theme().page.top * MM
    middles = [top - shipped_theme().style(name).leading / 2 for name in ("body", "heading1")]
    for page in tree.pages[1:]:
        first = max((glyph for glyph in page.glyphs if glyph.mcid is not None), key=lambda g: g.baseline)
        assert min(abs(first.baseline + 0.35 * first.size - middle) for middle in middles) < 0.2


# -- footnotes -------------------------------------------------------------------------------------------


def noted(text: str) -> Footnote:
    return Footnote((Text(text),))


@pytest.mark.parametrize("filled", NEAR_THE_FOOT)
def test_notes_stand_on_the_page_of_their_marks_at_its_foot(filled):
    text = para(SENTENCE * 2, noted("First note."), SENTENCE * 2, noted("Second note."))
    tree = read(filling(filled), text)
    for mark, note in zip(named(tree, "NoteMark"), named(tree, "Note"), strict=True):
        assert pages_of(tree, mark) == pages_of(tree, note)
    first, second = (first_line(tree, note) for note in named(tree, "Note"))
    assert first.page < second.page or first.baseline > second.baseline
    for page in tree.pages:
        assert overlaps(page) == []


def test_a_note_too_long_for_its_page_goes_on_at_the_foot_of_the_next():
    long = SENTENCE * 90
    tree = read(para("Marked", noted(long), "."), filling(60), para("Again", noted("Short.")))
    note = named(tree, "Note")[0]
    pages = pages_of(tree, note)
    assert pages[0] == 1
    assert len(pages) > 1
    assert tidy(note.named("P")[0].text()) == tidy(long)
    assert all(overlaps(page) == [] for page in tree.pages)


@pytest.mark.parametrize("notes", [1, 2, 3])
def test_notes_too_long_for_the_last_page_add_pages(notes):
    long = SENTENCE * 120
    tree = read(para(*(part for _ in range(notes) for part in ("Marked", noted(long)))))
    assert [tidy(note.named("P")[0].text()) for note in named(tree, "Note")] == [tidy(long)] * notes
    assert len(tree.pages) > notes
    assert all(overlaps(page) == [] for page in tree.pages)


def test_a_paper_without_a_word_is_an_empty_page():
    tree = read()
    assert len(tree.pages) == 1
    assert not [glyph for glyph in tree.pages[0].glyphs if glyph.mcid is not None]


def test_a_note_is_the_last_thing_on_its_page_even_if_the_text_ends_early():
    tree = read(para("Marked", noted("Short note."), "."))
    (page,) = tree.pages
    lowest = min(glyph.baseline for glyph in page.glyphs if glyph.mcid is not None)
    assert lowest < shipped_theme().page.bottom * MM + 12


# -- all together -------------------------------------------------------------------------------------------

SHORT = st.text(st.sampled_from("abc 粵, "), min_size=1, max_size=200).map(lambda text: f"x{text}")
INNER = st.one_of(
    st.builds(para, SHORT),
    st.builds(lambda text: para(text, noted(text)), SHORT),
    st.builds(
        lambda texts: ItemList("alpha", tuple(Item((para(t),)) for t in texts)), st.lists(SHORT, min_size=1)
    ),
    st.builds(lambda text: Fields((Entry(words("Label"), words(text)),)), SHORT),
)
BLOCKS = st.one_of(
    INNER,
    st.builds(lambda n: table([(f"{i}", SENTENCE) for i in range(n)]), st.integers(1, 40)),
    st.builds(
        lambda inner: Callout("gap", words("Title"), tuple(inner)), st.lists(INNER, min_size=1, max_size=4)
    ),
    st.builds(section, SHORT),
    st.builds(filling, st.integers(1, 60)),
    st.just(Figure(CHARTS[0].chart, "Alt", words("Caption"))),
)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(BLOCKS, min_size=1, max_size=8))
@example([table([("a", SENTENCE * 60)]), para("x", noted(SENTENCE * 60)), para("y", noted(SENTENCE * 60))])
def test_nothing_stands_in_the_way_of_anything_else(blocks):
    tree = read(*blocks)
    assert tree.faults == ()
    meant = [tidy(text.text) for text in blocks_of(paper(*blocks)) if text.kind == "footnote"]
    assert [tidy(note.named("P")[0].text()) for note in named(tree, "Note")] == meant
    for page in tree.pages:
        assert overlaps(page) == []
        assert any(glyph.mcid is not None for glyph in page.glyphs), "an empty page"
        foot = shipped_theme().page.bottom * MM
        assert all(glyph.baseline > foot for glyph in page.glyphs if glyph.mcid is not None)


def test_nothing_of_the_sample_stands_in_the_way_of_anything_else(tree):
    assert [overlaps(page) for page in tree.pages] == [[]] * len(tree.pages)
