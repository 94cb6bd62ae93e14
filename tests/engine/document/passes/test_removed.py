"""Words struck out are told to be so in words, in both formats: no copy and no voice has the line."""

from __future__ import annotations

from egci_reports.engine.document.nodes import Inline, Styled, Text
from egci_reports.engine.document.passes.plain import plain_text
from egci_reports.engine.writers.word.write import write_word
from tests.engine.writers.pdf.made import paper, para, shipped_theme, table, written
from tests.readers import word
from tests.readers.pdf_drawings import extracted
from tests.readers.pdf_tags import read_tree

STRUCK = Styled("removed", (Text("in the "), Styled("strong", (Text("ferries"),))))
TOLD = "Work [deleted: in the ferries] on buses"


def parts() -> tuple[Inline, ...]:
    return Text("Work "), STRUCK, Text(" on buses")


def test_words_struck_out_are_told_in_the_text_of_the_paper() -> None:
    (block,) = paper(para(*parts())).blocks
    assert plain_text(block.content) == TOLD  # type: ignore[union-attr]


def test_both_formats_tell_them_also_in_cells() -> None:
    cells = table([(Styled("removed", (Text("in"),)), "x")])
    made = paper(para(*parts()), cells)
    (page,) = extracted(written(para(*parts()), cells).content)
    assert TOLD in page
    assert "[deleted: in]" in page
    told = " ".join(block.text for block in word.blocks_of(write_word(made, shipped_theme(), None)))
    assert TOLD in told


def test_only_the_words_themselves_are_struck() -> None:
    tree = read_tree(written(para(*parts())).content)
    (node,) = (one for one in tree.root.walk() if one.tag == "Removed")
    assert node.text() == "in the ferries"
    assert node.attributes["TextDecorationType"] == "LineThrough"
