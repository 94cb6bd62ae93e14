"""Wording that all papers share: broken quotations, hedges, short names of sources, abbreviations."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.kinds.test_briefing_abbreviations import not_spelt_out
from tests.loading import load_records
from tests.papers import ROOT, annual, made, of_years, section_of, text_of

PAPERS = [("annual", "2024"), ("annual", "2025"), ("briefing", "21"), ("history", "all")]


@pytest.mark.parametrize(("kind", "subject"), PAPERS)
def test_a_quotation_that_breaks_off_within_a_word_stands_once_at_most(kind: str, subject: str) -> None:
    broken = Counter(re.findall(r"“[^“”]*\w…”", text_of(made(kind, subject))))
    assert set(broken.values()) <= {1}


def test_the_summary_tells_such_words_as_far_as_they_go_and_the_plan_tells_them_whole() -> None:
    summary, plan = (section_of(annual(2024), name) for name in ("Summary", "The plan for 2024-25"))
    assert "…”" not in summary
    assert "in the development of AI [2]. The copy that was read breaks off" in summary
    assert "in the development of AI and digit…”" in plan
    assert "could jointly explore avenues" in section_of(annual(2025), "What is open")


def test_no_two_sources_have_one_short_name() -> None:
    names = Counter(source.short for source in load_records(ROOT / "data").sources.values() if source.short)
    assert max(names.values()) == 1


def test_a_plan_that_a_machine_translated_in_part_was_said_to_have_its_areas() -> None:
    text = text_of(annual(2025)).replace("\u00a0", " ")
    assert "The plan for the coming year was said to have the five subjects of 2024" in text
    assert "The plan was said to have five areas" in text
    assert "in every plan since 2017, as far as the words of this one are known." in text
    assert "was said to have" not in text_of(annual(2024))
    assert "was said to have five areas" in text_of(made("briefing", "21"))


@pytest.mark.parametrize("year", of_years())
def test_an_annual_report_spells_out_each_abbreviation_at_its_first_use(year: int) -> None:
    found = not_spelt_out(annual(year))
    assert {one for one in found if not one.startswith("EGCI: ")} == set()  # it is in the running title
    assert "group (EGCI)" in text_of(annual(year))


@pytest.mark.parametrize("year", of_years())
def test_nothing_is_put_to_the_reader_for_decision(year: int) -> None:
    text = text_of(annual(year))
    assert "Nothing is for decision." in section_of(annual(year), "Summary")
    assert "invited to" not in text
    assert "For discussion" not in text


@pytest.mark.parametrize("year", of_years())
def test_no_turn_of_phrase_at_which_a_commissioner_stumbled_is_left(year: int) -> None:
    text = text_of(annual(year))
    for words in ("stand under", "stood in every plan", "Particular point", "by the press release alone",
                  "no source read counts as work", "was tried", "lists no body"):  # fmt: skip
        assert words not in text


def test_the_legend_of_the_table_of_bodies_has_the_signs_of_its_table_alone() -> None:
    legend = "?: not named in an open list."
    assert legend not in text_of(annual(2024))
    assert legend in text_of(annual(2025))
