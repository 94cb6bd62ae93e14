"""What a screen reader meets: the text of the structure tree is the text of the paper, block by block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from egci_reports.engine.document.nodes import (
    Break,
    Cell,
    Entry,
    Fields,
    Footnote,
    Item,
    ItemList,
    Link,
    Reference,
    Row,
    Styled,
    Table,
    Text,
)
from tests.engine.writers.pdf.made import SENTENCE, para, section, table, words, written
from tests.engine.writers.pdf.sound import differences, found
from tests.readers.blocks import tidy
from tests.readers.pdf import tree_blocks
from tests.readers.pdf_tags import Node, Tree, read_tree
from tests.sample_paper import sample


def test_text_of_the_sample_is_the_text_of_its_tree(tree):
    assert differences(sample(), tree) == []
    assert len(list(found(tree_blocks(tree)))) > 400


def test_a_changed_digit_a_lost_row_and_a_swapped_paragraph_are_seen(tree):
    """The comparison is no proof unless it fails."""
    made = sample()
    *before, one, other = made.blocks
    assert differences(replace(made, blocks=(*before, other, one)), tree)
    assert differences(replace(made, blocks=(*before, one)), tree)
    rest = made.blocks[1:]
    assert differences(replace(made, blocks=(replace(made.blocks[0], title=words("x")), *rest)), tree)


def test_nothing_is_painted_outside_the_tree(tree):
    assert tree.faults == ()


def _texts(value: Any) -> Iterator[Any]:
    """Yield all nodes of a tree in their order."""
    if is_dataclass(value):
        yield value
        for field in fields(value):
            if field.name not in ("words", "meta"):
                yield from _texts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)


def _named(tree: Tree, *tags: str) -> list[Node]:
    return [node for node in tree.root.walk() if node.tag in tags]


def test_words_in_another_language_say_so(tree):
    wanted = sorted((t.lang, tidy(t.text)) for t in _texts(sample()) if isinstance(t, Text) and t.lang)
    assert sorted((node.lang, tidy(node.text())) for node in _named(tree, "Span")) == wanted
    assert {lang for lang, _ in wanted} == {"zh-Hant-HK", "zh-Hans-CN"}
    assert tree.root.lang == "en-GB"


@pytest.mark.parametrize(
    ("style", "tag"), [("strong", "Strong"), ("emphasis", "Em"), ("added", "Added"), ("removed", "Removed")]
)
def test_words_with_a_meaning_are_tagged(tree, style, tag):
    marked = [one for one in _texts(sample()) if isinstance(one, Styled) and one.style == style]
    assert len(_named(tree, tag)) == len(marked) > 0


def test_tables_keep_their_shape(tree):
    tables = [one for one in _texts(sample()) if isinstance(one, Table)]
    shown = [block for block in tree_blocks(tree) if block.role == "table"]
    assert len(shown) == len(tables)
    for block, made in zip(shown, tables, strict=True):
        assert [len(row) for row in block.rows] == [len(made.columns)] * (1 + len(made.rows))
        header, *rows = block.rows
        assert {cell.header for cell in header} == {"column"}
        assert {row[0].header for row in rows} == {"row" if made.row_headers else None}
        assert {cell.header for row in rows for cell in row[1:]} == {None}


def test_repeated_headers_are_read_once(tree):
    """The second table of the sample runs over three pages: its header is painted on each."""
    header = "No.\tItem\tRecords\tRemark".replace("\t", "")
    repeats = [
        line for page in tree.pages for line in page.lines("Pagination") if line.replace("\t", "") == header
    ]
    rows = [row for node in _named(tree, "Table") for part in node.named("THead") for row in part.nodes]
    assert len(repeats) == 2
    assert sum(row.text().replace(" ", "") == header for row in rows) == 1


def test_links_in_repeated_headers_are_met_once():
    """A link whose words are an artifact would be one without words."""
    made = table([(SENTENCE, "x")] * 60)
    header = Row((Cell((Link("https://example.org/", words("Linked")),)), made.header.cells[1]))
    read = read_tree(written(replace(made, header=header)).content)
    (link,) = _named(read, "Link")
    assert len(read.pages) > 1
    assert len(link.links) == 1
    assert link.text() == "Linked"


def test_rows_cut_by_a_page_stay_one_row():
    made = written(table([("Tall", SENTENCE * 120), ("Next", "Row")]))
    assert made.page_count > 1
    read = read_tree(made.content)
    (block,) = [one for one in tree_blocks(read) if one.role == "table"]
    assert [[cell.text for cell in row] for row in block.rows[1:]] == [
        ["Tall", tidy(SENTENCE * 120)],
        ["Next", "Row"],
    ]
    assert read.faults == ()


def test_paragraphs_cut_by_a_page_stay_one_paragraph():
    read = read_tree(written(para(SENTENCE * 120)).content)
    (node,) = _named(read, "P")
    assert tidy(node.text()) == tidy(SENTENCE * 120)
    assert len(set(node.pages)) > 1


def test_pictures_are_described_and_ornaments_are_not(tree):
    figures = _named(tree, "Figure")
    assert len(figures) == 7
    assert all(figure.alt for figure in figures)
    ornament = [
        glyph.text for glyph in tree.pages[12].glyphs if glyph.artifact == "Layout" and glyph.text.isdigit()
    ]
    assert "2" in ornament


def test_pictures_say_where_they_stand(tree):
    """All that is painted for a picture stands in the box that its element names."""
    for figure in _named(tree, "Figure"):
        left, bottom, right, top = map(float, figure.attributes["BBox"].split())
        page = tree.pages[figure.pages[0] - 1]
        glyphs = [one.box for one in page.glyphs if (figure.pages[0], one.mcid) in figure.marks]
        assert glyphs
        assert all(left <= box.left and box.right <= right for box in glyphs)
        assert all(bottom - 3 <= box.bottom and box.top <= top + 3 for box in glyphs)


def test_lists_say_how_they_are_labelled(tree):
    numbering = {
        node.attributes["ListNumbering"]: node.nodes[0].nodes[0].text().strip() for node in _named(tree, "L")
    }
    assert numbering["Disc"] == "•"
    assert numbering["LowerAlpha"] == "(a)"
    assert numbering["LowerRoman"] == "(i)"
    assert numbering["Decimal"] in ("1.", "[1]")
    assert set(numbering) == {"None", "Disc", "LowerAlpha", "LowerRoman", "Decimal"}


def test_labels_are_parted_from_their_text(tree):
    """Text taken from the file reads "4 The group", not "4The group"."""
    for node in tree.root.walk():
        if node.tag == "Lbl":
            assert node.text()[-1].isspace(), node.text()


def test_an_item_may_begin_with_a_list():
    inner = ItemList("bullet", (Item((para("inside"),)),))
    read = read_tree(written(ItemList("alpha", (Item((inner,)), Item((para("after"),))))).content)
    items = [(block.label, block.text, block.level) for block in tree_blocks(read)]
    assert items == [("(a)", "", 1), ("•", "inside", 2), ("(b)", "after", 1)]


def test_labels_of_facts_keep_links_styles_and_notes():
    entry = Entry(
        (Text("See "), Styled("strong", (Text("this"),)), Break(), Reference("here")),
        (Text("A fact"), Footnote((Text("Its note."),))),
    )
    read = read_tree(
        written(section("Title", para("x", numbered=True, anchor="here"), Fields((entry,)))).content
    )
    fact, note = tree_blocks(read)[-2:]
    assert (fact.role, fact.label, fact.text) == ("fact", "See this 1", "A fact")
    assert (note.role, note.label, note.text) == ("footnote", "1", "Its note.")
    (label,) = [node for node in _named(read, "Lbl") if "See" in node.text()]
    assert [node.tag for node in label.walk()] == ["Lbl", "Strong", "Reference", "Link"]


def test_footnotes_have_names_of_their_own(tree):
    names = [node.identifier for node in _named(tree, "Note")]
    assert len(names) == len(set(names)) == 5
    assert None not in names
