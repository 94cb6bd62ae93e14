"""Where lines end: between words and ideographs, never before a full stop or after an opening bracket."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from egci_reports.engine.document.nodes import Break, Paragraph, Text
from tests.engine.writers.pdf.made import para, table, written
from tests.readers.pdf_drawings import found
from tests.readers.pdf_tags import read_tree

NOT_FIRST = "。，、；：？！）」』》”’"
NOT_LAST = "「『（《“‘"
IDEOGRAPHS = "粵港資訊科技合作專責小組"


def lines_of(content: bytes) -> list[str]:
    """Return the lines of the last block of a one-page paper, from top to bottom."""
    (page,) = read_tree(content).pages
    lines: dict[float, str] = {}
    for glyph in page.glyphs:
        if glyph.mcid is not None:
            lines[glyph.baseline] = lines.get(glyph.baseline, "") + glyph.text
    return [lines[baseline].strip() for baseline in sorted(lines, reverse=True)]


def in_narrow_column(text: str, lang: str | None = None) -> list[str]:
    """Return the lines of a text in a column of some ten ideographs."""
    made = table([(Text(text, lang), "x")], shares=(1, 3.5), row_headers=False)
    caption, header, *lines = lines_of(written(made).content)
    assert caption.startswith("Table")
    assert header.startswith("Column")
    lines[0] = lines[0].removesuffix("x").strip()
    return lines


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*IDEOGRAPHS, *"，。「」（）、"]), min_size=12, max_size=80).map("".join))
def test_signs_stand_where_they_belong(text):
    """Runs of signs longer than a line cannot be helped, so signs stand between ideographs here."""
    spread = "".join(f"{IDEOGRAPHS[i % 12]}{sign}" for i, sign in enumerate(text))
    lines = in_narrow_column(f"{spread}粵", "zh-Hant-HK")
    assert "".join(lines) == f"{spread}粵"
    assert not [line for line in lines if line[0] in NOT_FIRST]
    assert not [line for line in lines[:-1] if line[-1] in NOT_LAST]


def test_chinese_breaks_anywhere_else_and_fills_its_lines():
    lines = in_narrow_column(IDEOGRAPHS * 5, "zh-Hant-HK")
    assert len({len(line) for line in lines[:-1]}) == 1
    assert "".join(lines) == IDEOGRAPHS * 5


@pytest.mark.parametrize(
    "whole",
    ["2023-24", "Hong/Guangdong", "9\u00a0October\u00a02024", "HK$1,000", "e.g.", "(abcdefgh)", "3.14159265"],
)
def test_what_belongs_together_is_not_parted(whole):
    for letters in range(6, 20):
        lines = in_narrow_column("w" * letters + f" {whole} and more")
        assert any(whole in line for line in lines), (letters, lines)


def test_a_dash_may_end_a_line():
    ends = set()
    for letters in range(2, 22):
        lines = in_narrow_column("w" * letters + " before—afterwards")
        ends |= {(one.split(" ")[-1], other) for one, other in pairwise(lines)}
    assert any(one.endswith("before—") and other == "afterwards" for one, other in ends)


@pytest.mark.parametrize("compound", ["co-operation", "e-Commerce", "Guangdong-Hong Kong", "cross-boundary"])
def test_a_compound_is_found_wherever_lines_end(compound):
    """Readers take a hyphen that ends a line for a soft one, and then find and copy another word."""
    paragraphs = [para(f"{'i ' * number}{compound} at the end") for number in range(60, 100)]
    assert found(written(*paragraphs).content, compound) == 40


def test_a_compound_stays_whole_in_a_narrow_column_even_where_that_costs_a_line():
    assert in_narrow_column("wwwww cross-boundary") == ["wwwww", "cross-boundary"]
    assert in_narrow_column("wwwww cross-boundary wwwwww") == ["wwwww", "cross-boundary", "wwwwww"]


def test_a_chain_of_many_hyphens_is_parted_where_keeping_it_whole_costs_a_line():
    assert in_narrow_column("wwww aa-aa-aa-aa-aa wwww") == ["wwww aa-", "aa-aa-aa-aa wwww"]


def test_a_compound_wider_than_its_column_is_parted_at_its_hyphen():
    assert in_narrow_column("government-to-administration")[0].endswith("-")


def test_a_break_ends_a_line_and_two_leave_an_empty_one():
    lines = lines_of(written(Paragraph((Text("one"), Break(), Text("two")))).content)
    assert lines == ["one", "two"]
    (page,) = read_tree(written(Paragraph((Text("one"), Break(), Break(), Text("two")))).content).pages
    levels = sorted(
        {glyph.baseline for glyph in page.glyphs if glyph.mcid is not None and glyph.text.strip()}
    )
    assert levels[1] - levels[0] == pytest.approx(31.0)


def test_words_are_parted_by_one_space_wherever_lines_end():
    text = "word " * 60
    assert " ".join(lines_of(written(para(text)).content)) == text.strip()


@pytest.mark.parametrize("before", ["", "a", "ab ab", "ab ab ab", "abc abc abc"])
def test_a_name_of_some_few_characters_is_never_broken(before: str) -> None:
    lines = in_narrow_column(f"{before} ({IDEOGRAPHS[:4]}), {IDEOGRAPHS}")
    assert any(f"({IDEOGRAPHS[:4]})," in line for line in lines)
    assert not any(IDEOGRAPHS in line for line in lines), "longer text ends anywhere"
