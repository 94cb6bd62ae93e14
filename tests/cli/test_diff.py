"""`diff`: what changed between two plenaries, word by word."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_two_years_are_compared_word_by_word(run: Run) -> None:
    ran = run("diff", "2023", "2024")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "18th, 26 September 2023 -> 19th, 9 October 2024"
    assert lines[1] == "data/meetings/18.yaml:3 -> data/meetings/19.yaml:3"
    assert "    3. {+improving the level of+} information exchange for customs clearance" in lines
    assert "Place             Hong Kong -> in dispute: Hong Kong or Guangzhou" in lines
    assert "Reviewed          2022-23 (a split year) -> 2023-24 (a split year)" in lines
    assert "Areas named       5 (both)" in lines
    assert "  The same bodies, by line of succession." in lines
    assert any(line.strip().startswith("Digital Policy Office (DPO), before Office") for line in lines)


def test_the_order_of_the_words_makes_no_difference(run: Run) -> None:
    assert run("diff", "19", "18").out == run("diff", "2023", "2024").out


def test_words_left_out_and_subjects_that_end_are_told(run: Run) -> None:
    out = run("diff", "7", "8").out
    assert "[-Support modern service industries-]" in out
    assert "Service industries: reworded (join doubtful)" in out
    assert "Quality living area: no longer listed" in out
    assert "Smart city: new" in out


def test_an_open_list_makes_nothing_new(run: Run) -> None:
    out = run("diff", "2015", "2016").out
    assert "A list is open" in out
    assert "e-Commerce: first named" in out
    assert "Smart city: not named" in out
    assert ": new" not in out
    assert "no longer" not in out


def test_where_a_list_is_missing_nothing_is_compared(run: Run) -> None:
    out = run("diff", "2", "3").out
    assert "One of the two plans names no area" in out
    assert "One of the two entries lists no Hong Kong body" in out


def test_names_are_compared_with_those_of_the_earlier_plenary(run: Run) -> None:
    out = run("diff", "2010", "2024").out
    assert "Office of the Communications Authority (OFCA), before Office of the Telecommunications" in out


def test_json_has_the_steps_and_the_places(run: Run) -> None:
    found = json.loads(run("diff", "2023", "2024", "--json").out)
    assert (found["later"]["file"], found["later"]["line"]) == ("data/meetings/19.yaml", 3)
    customs = next(line for line in found["areas"] if line["subject"] == "Customs clearance")
    assert customs["steps"][0] == ["added", "improving the level of"]


def test_a_plenary_to_come_has_no_bodies_yet(run: Run, made_up: Path) -> None:
    assert "A plenary to come has no list of bodies yet." in run("diff", "4", "5", cwd=made_up).out


def test_what_is_no_plenary_is_refused(run: Run) -> None:
    for words in (("OGCIO", "19"), ("19", "2024")):
        ran = run("diff", *words)
        assert ran.code == 2
        assert "error[U320]" in ran.err
    assert "there is no plenary 1999" in run("diff", "1999", "2024").err


def test_at_a_standpoint_later_plenaries_are_not_there(run: Run) -> None:
    assert run("diff", "2023", "2024", "--as-of", "2024-01-01").code == 2


def test_wordings_are_compared_within_one_kind_of_source_only(run: Run) -> None:
    """The page has the plan of 2024, a release and a machine translation that of 2025."""
    out = run("diff", "2024", "2025").out
    assert "Smart city: reworded, in the words of the Information Services Department" in out
    assert "1. accelerating {+the+} development of a Guangdong-Hong Kong smart city cluster" in out
    assert out.count("not compared: no one kind of source has both wordings in") == 4
    assert "    2. deepening Hong Kong/Guangdong cross-boundary e-Commerce co-operation" in out
    assert "    2. deepening collaboration on cross-boundary e-commerce between Hong Kong and Guang…" in out
    assert out.count("{+") == 1


def test_words_are_compared_as_printed(run: Run, made_up: Path) -> None:
    meeting = made_up / "data" / "meetings" / "03.yaml"
    text = meeting.read_text("utf-8")
    assert "Trimming of lamps" in text
    meeting.write_text(text.replace("Trimming of lamps", '"lamps, Trimmed"'), "utf-8")
    out = run("diff", "3", "4", cwd=made_up).out
    assert "Lamps: the same words, printed otherwise" in out
    assert "1. [-lamps, Trimmed-] {+Lamps, trimmed+}" in out
