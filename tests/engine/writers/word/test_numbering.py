"""Word counts by itself: what it arrives at is what the tree says, whatever the order of numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.engine.document.nodes import (
    Callout,
    Document,
    Item,
    ItemList,
    ListForm,
    Paragraph,
    Section,
    Text,
)
from egci_reports.engine.writers.word.numbering import label_of
from egci_reports.engine.writers.word.write import write_word
from tests.engine.writers.made import theme
from tests.engine.writers.pdf.made import META, para, section, words
from tests.readers import word
from tests.readers.blocks import Block

FORMS: tuple[ListForm, ...] = ("bullet", "decimal", "alpha", "roman")


def read(*blocks: object) -> tuple[Block, ...]:
    return word.blocks_of(write_word(Document(META, blocks), theme(), None))  # type: ignore[arg-type]


def labels(*blocks: object) -> list[str | None]:
    return [block.label for block in read(*blocks)]


def numbered(number: str) -> Paragraph:
    return Paragraph(words("text"), numbered=True, number=number)


def listed(form: ListForm, *texts: str, first: int = 1) -> ItemList:
    items = (Item((para(text),), label_of(form, number)) for number, text in enumerate(texts, first))
    return ItemList(form, tuple(items))


@pytest.mark.parametrize(
    "numbers",
    [("1", "2", "3"), ("2", "3"), ("1", "2", "1", "2"), ("7", "9", "8"), ("1", "1A", "2"), ("1", "12", "2")],
)
def test_numbers_of_paragraphs(numbers):
    assert labels(*map(numbered, numbers)) == list(numbers)


@given(st.lists(st.integers(1, 40).map(str), min_size=1, max_size=12))
def test_any_numbers_of_paragraphs(numbers):
    assert labels(*map(numbered, numbers)) == numbers


@pytest.mark.parametrize("form", FORMS)
def test_each_list_begins_afresh(form):
    two = listed(form, "a", "b", "c"), para("between"), listed(form, "d", "e")
    first = [label_of(form, number) for number in (1, 2, 3)]
    assert labels(*two) == [*first, None, *first[:2]]


def test_letters_go_on_beyond_z_and_roman_numbers_beyond_nine():
    assert labels(listed("alpha", *"x" * 28))[-3:] == ["(z)", "(aa)", "(bb)"]
    assert labels(listed("roman", *"x" * 11))[-3:] == ["(ix)", "(x)", "(xi)"]


@pytest.mark.parametrize("form", FORMS[1:])
def test_a_list_that_begins_later_keeps_its_labels(form):
    assert labels(listed(form, "a", "b", first=4)) == [label_of(form, 4), label_of(form, 5)]


def test_lists_within_lists_count_apart():
    inner = listed("roman", "x", "y")
    outer = ItemList(
        "alpha",
        (Item((para("a"), inner), "(a)"), Item((para("b"), inner), "(b)"), Item((para("c"),), "(c)")),
    )
    assert labels(outer) == ["(a)", "(i)", "(ii)", "(b)", "(i)", "(ii)", "(c)"]
    assert [block.level for block in read(outer)] == [1, 2, 2, 1, 2, 2, 1]


def test_lists_in_boxes_count_too():
    box = Callout("note", words("Note"), (listed("alpha", "a", "b"), listed("alpha", "c")))
    assert labels(box) == [None, "(a)", "(b)", "(a)"]
    assert [block.role for block in read(box)] == ["box-title", "item", "item", "item"]


def test_an_item_that_begins_with_a_list_has_its_label_alone():
    odd = ItemList("decimal", (Item((listed("bullet", "x"),), "1."), Item((para("y"),), "2.")))
    assert [(block.role, block.label, block.text) for block in read(odd)] == [
        ("item", "1.", ""),
        ("item", "•", "x"),
        ("item", "2.", "y"),
    ]


def heading(level: int, number: str | None, *children: object) -> Section:
    return Section(level, (Text("Title"),), children, numbered=number is not None, number=number)  # type: ignore[arg-type]


def test_numbers_of_headings():
    tree = (
        heading(1, "1", heading(2, "1.1"), heading(2, "1.2", heading(3, "1.2.1", heading(4, "1.2.1.1")))),
        heading(1, None, heading(2, None)),
        heading(1, "2", heading(2, None), heading(2, "2.1")),
        heading(1, "5", heading(2, "5.1")),
        heading(1, "6", heading(2, "6.3")),
    )
    found = [block.label for block in read(*tree)]
    assert found == [
        "1", "1.1", "1.2", "1.2.1", "1.2.1.1", None, None, "2", None, "2.1", "5", "5.1", "6", "6.3"
    ]  # fmt: skip


def test_headings_of_a_paper_without_numbers_have_none():
    assert labels(section("One", para("x")), section("Two", para("y"))) == [None] * 4
