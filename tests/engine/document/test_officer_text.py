from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.engine.document.nodes import Block, ItemList, Paragraph, Text
from egci_reports.engine.document.officer_text import blocks_of_text


def said(blocks: tuple[Block, ...]) -> list[str | list[str]]:
    """Paragraphs as texts, lists as lists of texts."""
    found: list[str | list[str]] = []
    for block in blocks:
        match block:
            case Paragraph(content=(Text(text),)):
                found.append(text)
            case ItemList(form="bullet"):
                found.append([text for item in block.items for text in said(item.children)])
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.", ["One."]),
        ("One\nand on.", ["One and on."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\n \t\n\nTwo.\n", ["One.", "Two."]),
        ("One.\r\n\r\nTwo\r\nand on.", ["One.", "Two and on."]),
        ("- a\n- b", [["a", "b"]]),
        ("Both:\n- a\n  and on\n- b", ["Both:", ["a and on", "b"]]),
        ("- a\n\n- b", [["a", "b"]]),
        ("- a\n\nOne.\n\n- b", [["a"], "One.", ["b"]]),
        ("  - a", [["a"]]),
        ("-a", ["-a"]),
        ("2024-25 - a year", ["2024-25 - a year"]),
        ("- a\n-\n- ", [["a"]]),
        ("-", []),
        ("", []),
        (" \n\n ", []),
        ("a  \t b", ["a b"]),
        ("9\u00a0October", ["9\u00a0October"]),
        ("* no list\n# no heading\n**not strong** <em>", ["* no list # no heading **not strong** <em>"]),
    ],
)
def test_a_blank_line_makes_a_paragraph_a_dash_an_item_and_nothing_else_is_markup(text, expected):
    assert said(blocks_of_text(text)) == expected


def test_paragraphs_take_part_in_numbering_and_items_do_not():
    paragraph, item_list = blocks_of_text("One.\n\n- a", numbered=True)
    assert paragraph.numbered
    assert not item_list.items[0].children[0].numbered


WORDS = st.text(st.characters(categories=["L", "N", "P"], exclude_characters="-"), min_size=1)


@given(st.lists(WORDS | st.sampled_from([" ", "\n", "\n\n", "\n- ", "\r\n"])).map("".join))
def test_every_word_is_kept_in_order(text):
    found = said(blocks_of_text(text))
    parts = [part for block in found for part in (block if isinstance(block, list) else [block])]
    words = [word for part in parts for word in part.split(" ")]
    assert words == [word for word in text.replace("\n-", "\n").split() if word != "-"]
