"""Every link, bookmark and page number leads to what it names."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pytest

from egci_reports.engine.document.nodes import Block, Contents, Footnote, Link, Section, Styled, Text
from tests.engine.writers.pdf.made import filling, para, section, written
from tests.engine.writers.pdf.sound import overlaps
from tests.readers.blocks import tidy
from tests.readers.pdf import bookmarks_of, tree_blocks
from tests.readers.pdf_pages import Box
from tests.readers.pdf_tags import Node, Target, Tree, read_tree
from tests.sample_paper import sample

LEADING = 30.0
"""Points within which a link leads to the top of its target: a line, and the space left over it."""


def top_of(tree: Tree, node: Node) -> tuple[int, float]:
    """Return the page and the top of the first glyph of an element."""
    marks = {mark for one in node.walk() for mark in one.marks}
    page = min(number for number, _ in marks)
    glyphs = [one for one in tree.pages[page - 1].glyphs if (page, one.mcid) in marks and one.text.strip()]
    return page, max(glyph.box.top for glyph in glyphs)


def leads_to(tree: Tree, target: Target, node: Node) -> bool:
    page, top = top_of(tree, node)
    return target.page == page and target.y is not None and 0 <= target.y - top < LEADING


def headings(tree: Tree) -> list[Node]:
    return [node for node in tree.root.walk() if node.tag in ("H1", "H2", "H3", "H4")]


def links(node: Node) -> Iterator[Node]:
    """Yield the links inside an element."""
    return (one for one in node.walk() if one.tag == "Link")


def parent_of(tree: Tree, tag: str) -> list[Node]:
    return [node for node in tree.root.walk() if node.tag == tag]


def _sections(blocks: tuple[Block, ...]) -> Iterator[Section]:
    for block in blocks:
        if isinstance(block, Section):
            yield block
            yield from _sections(block.children)


# -- bookmarks and contents ------------------------------------------------------------------------------


def test_bookmarks_are_the_headings(rendered, tree):
    marks = bookmarks_of(rendered.content)
    assert [(mark.level, tidy(mark.title)) for mark in marks] == [
        (int(node.tag[1]), tidy(node.text())) for node in headings(tree)
    ]
    assert len(marks) == len(list(_sections(sample().blocks))) > 10


def test_bookmarks_lead_to_their_headings(rendered, tree):
    for mark, node in zip(bookmarks_of(rendered.content), headings(tree), strict=True):
        assert leads_to(tree, mark.target, node), mark


def test_bookmarks_are_shown_and_the_deeper_ones_folded(rendered):
    with pikepdf.open(io.BytesIO(rendered.content)) as file:
        assert file.Root.PageMode == "/UseOutlines"
        first = sum(mark.level == 1 for mark in bookmarks_of(rendered.content))
        assert file.Root.Outlines.Count == first
        assert file.Root.Outlines.First.Next.Count == -1


def test_contents_tell_the_page_of_each_heading(tree):
    listed = [block for block in tree_blocks(tree) if block.role == "contents"]
    wanted = [
        (int(node.tag[1]), tidy(node.text("Lbl")), top_of(tree, node)[0])
        for node in headings(tree)
        if int(node.tag[1]) <= 3 and "leaves out" not in node.text()
    ]
    assert [(line.level, line.text, line.page) for line in listed] == wanted


def test_lines_of_the_contents_lead_to_their_headings(tree):
    listed = [node for node in headings(tree) if node.tag != "H4" and "leaves out" not in node.text()]
    lines = [link for toc in parent_of(tree, "TOCI") for link in links(toc) if toc.named("Reference")]
    unique = list(dict.fromkeys(lines))
    assert len(unique) == len(listed)
    for link, node in zip(unique, listed, strict=True):
        (target,) = link.links
        assert leads_to(tree, target, node), node.text()
        assert tidy(link.says[0]) == tidy(node.text())


def test_contents_of_several_pages_do_not_drift():
    """Page numbers in the contents count the pages of the contents themselves."""
    parts = [section(f"Part {i}", filling(3), anchor=f"part-{i}") for i in range(90)]
    read = read_tree(written(Contents((Text("Contents"),)), *parts).content)
    pages = [top_of(read, node)[0] for node in headings(read)]
    assert pages[0] > 2
    assert [block.page for block in tree_blocks(read) if block.role == "contents"] == pages


def test_titles_in_the_contents_leave_room_for_numbers_of_three_figures():
    """Titles of all lengths around a line's; their numbers stand after them on the same line."""
    titles = ["i " * (35 + i) + "i" for i in range(125)]
    parts = [section(title, new_page=True, anchor=f"part-{i}") for i, title in enumerate(titles)]
    read = read_tree(written(Contents((Text("Contents"),)), *parts).content)
    lines = [block for block in tree_blocks(read) if block.role == "contents"]
    assert lines[-1].page is not None
    assert lines[-1].page > 100
    assert [overlaps(page) for page in read.pages[:5]] == [[]] * 5


# -- links within the paper --------------------------------------------------------------------------------


def _inside(tree: Tree, tag: str) -> list[Node]:
    """Return the links inside the elements of a tag that are not of the contents list."""
    contents = {link for toc in parent_of(tree, "TOC") for link in links(toc)}
    return [link for node in parent_of(tree, tag) for link in links(node) if link not in contents]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("4", "4 The group’s name"),
        ("Table 1", "Table 1: "),
        ("Figure 1", ""),
        ("9(b)", "(b) the second; and"),
        ("Annex B", "Annex B: Sources"),
        ("1.1", "1.1 A numbered part, whose title"),
    ],
)
def test_references_lead_to_what_they_name(tree, text, starts):
    link = next(link for link in _inside(tree, "Reference") if tidy(link.text()) == text)
    named = [
        node
        for node in tree.root.walk()
        if starts and node.tag[0] in "PLHC" and tidy(node.text()).startswith(starts)
    ]
    target = named[-1] if starts else parent_of(tree, "Figure")[0]
    assert leads_to(tree, link.links[0], target)


def test_page_references_print_the_page_they_lead_to(tree):
    (link,) = _inside(tree, "PageReference")
    annex = next(node for node in headings(tree) if tidy(node.text()) == "Annex B: Sources")
    assert link.text() == str(top_of(tree, annex)[0])
    assert leads_to(tree, link.links[0], annex)


def test_citations_lead_to_their_sources(tree):
    sources = {
        f"[{i}]": node
        for i in (1, 2)
        for node in parent_of(tree, "LI")
        if node.nodes[0].text().strip() == f"[{i}]"
    }
    cited = [link for link in _inside(tree, "Reference") if link.says and link.says[0].startswith("Source ")]
    assert len(cited) == 4
    for link in cited:
        assert link.says == [f"Source {link.text()}"]
        assert leads_to(tree, link.links[0], sources[f"[{link.text()}]"])


def test_marks_of_footnotes_lead_to_their_notes_on_the_same_page(tree):
    notes = parent_of(tree, "Note")
    marks = _inside(tree, "NoteMark")
    assert [mark.text() for mark in marks] == [str(i + 1) for i in range(len(notes))]
    for mark, note in zip(marks, notes, strict=True):
        assert mark.says == [f"Footnote {mark.text()}"]
        assert leads_to(tree, mark.links[0], note)
        assert mark.pages[0] == note.named("Lbl")[0].pages[0]


def test_a_note_stands_right_after_the_block_of_its_mark(tree):
    for node in tree.root.walk():
        for before, after in zip(node.nodes, node.nodes[1:], strict=False):
            if after.tag == "Note":
                number = after.named("Lbl")[0].text().strip()
                marks = [one.text() for one in before.walk() if one.tag == "NoteMark"]
                assert number in marks or before.tag == "Note"


# -- links that lead out -------------------------------------------------------------------------------


def test_links_lead_to_the_address_that_was_given(tree):
    given = {link.url for link in _links_in(sample().blocks)}
    led = {target.address for link in parent_of(tree, "Link") for target in link.links if target.address}
    assert led == given
    assert len(given) == 4


def _links_in(value: object) -> Iterator[Link]:
    if isinstance(value, Link):
        yield value
    if isinstance(value, tuple):
        for one in value:
            yield from _links_in(one)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _links_in(getattr(value, name))


@pytest.mark.parametrize(
    ("address", "written_as"),
    [
        ("https://example.org/a b(c)\\", "https://example.org/a%20b(c)%5C"),
        ("https://example.org/粵", "https://example.org/%E7%B2%B5"),
        ("https://example.org/%41?q=1&r=2#part", "https://example.org/%41?q=1&r=2#part"),
    ],
)
def test_addresses_are_written_as_readers_expect_them(address, written_as):
    read = read_tree(written(para(Link(address, (Text("here"),)))).content)
    assert [target.address for link in links(read.root) for target in link.links] == [written_as]


def test_a_link_says_all_its_words_whatever_their_style():
    link = Link("https://example.org/", (Text("a "), Styled("strong", (Text("strong"),)), Text(" link")))
    read = read_tree(written(para(link)).content)
    (node,) = parent_of(read, "Link")
    assert node.text() == "a strong link"
    assert set(node.says) == {"a strong link"}


def test_a_link_over_two_lines_can_be_clicked_on_each(tree):
    link = next(link for link in parent_of(tree, "Link") if "a-made-up-address" in link.text())
    assert len(link.links) == len(link.says) == 2
    assert len({target.address for target in link.links}) == 1
    assert set(link.says) == {link.text()}


def test_a_link_is_one_stop_of_the_tab_key_on_each_line():
    """Chinese and Latin type, bold words and brackets within one link are parts of one link."""
    words = (Text("粵港 EGCI 合作（2024）"), Styled("strong", (Text("strong"),)), Text(" 專責小組"))
    read = read_tree(written(para(Link("https://example.org/", words))).content)
    (link,) = parent_of(read, "Link")
    assert len(link.links) == 1


def test_no_link_is_told_by_a_bare_number(tree):
    said = [one for link in parent_of(tree, "Link") for one in link.says]
    assert said
    assert all(any(character.isalpha() for character in one) for one in said), said


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1.1", "1.1 A numbered part, whose title"),
        ("Table 1", "Table 1: "),
        ("9(b)", "(b) the second; and"),
        ("4", "4 The group’s name"),
    ],
)
def test_a_reference_tells_the_title_of_its_target(tree, text, says):
    link = next(link for link in _inside(tree, "Reference") if tidy(link.text()) == text)
    assert tidy(link.says[0]).startswith(says)


def test_a_reference_to_a_page_tells_the_title_of_what_stands_there(tree):
    (link,) = _inside(tree, "PageReference")
    assert tidy(link.says[0]) == "Annex B: Sources"


def test_a_link_over_a_bare_number_tells_its_address():
    read = read_tree(written(para(Link("https://example.org/2024", (Text("2024"),)))).content)
    (link,) = parent_of(read, "Link")
    assert link.says == ["2024 https://example.org/2024"]


def test_links_can_be_clicked_where_their_words_stand(rendered, tree):
    """The rectangles of a page's links cover the glyphs of its links and hardly anything else."""
    with pikepdf.open(io.BytesIO(rendered.content)) as file:
        boxes = [[Box(*map(float, note.Rect)) for note in page.get("/Annots", [])] for page in file.pages]
    for link in parent_of(tree, "Link"):
        marks = {mark for one in link.walk() for mark in one.marks}
        for number, page in enumerate(tree.pages, 1):
            for glyph in page.glyphs:
                if (number, glyph.mcid) in marks and glyph.text.strip():
                    middle = (glyph.box.left + glyph.box.right) / 2, (glyph.box.bottom + glyph.box.top) / 2
                    assert any(_holds(box, middle) for box in boxes[number - 1]), (link.text(), glyph)


def _holds(box: Box, point: tuple[float, float]) -> bool:
    return box.left <= point[0] <= box.right and box.bottom <= point[1] <= box.top


def test_a_note_whose_page_is_full_goes_where_its_mark_is():
    """A mark at the foot of a page brings its note with it, or goes to the next page with it."""
    for lines in range(36, 48):
        note = Footnote((Text("The note of this mark."),))
        read = read_tree(written(filling(lines), para("Marked", note)).content)
        (mark,) = parent_of(read, "NoteMark")
        (found,) = parent_of(read, "Note")
        assert top_of(read, mark)[0] == top_of(read, found)[0], lines
