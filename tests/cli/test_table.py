"""How tables share the width of a terminal."""

from __future__ import annotations

from egci_reports.cli.table import columns


def test_an_id_that_is_too_wide_pushes_the_rest_of_its_row_down() -> None:
    rows = [("a" * 20, "Long ago and far away"), ("b", "Short"), ("c", "Short too")]
    lines = columns(("Id", "Name"), rows, 40)
    assert lines[0].split() == ["Id", "Name"]
    assert lines[1:3] == ["a" * 20, f"{'':{lines[0].index('Name')}}Long ago and far away"]
    assert lines[3].split() == ["b", "Short"]


def test_where_most_ids_are_too_wide_names_stand_under_them() -> None:
    rows = [("a" * 30, "A name of some length"), ("b" * 30, "Another name")]
    assert columns(("Id", "Name"), rows, 40) == [
        "Id  Name",
        "a" * 30,
        "    A name of some length",
        "b" * 30,
        "    Another name",
    ]


def test_the_widest_column_gives_way_first_and_days_are_not_broken() -> None:
    rows = [("14 September 2021", "one two three four five six seven"), ("9 May 2006", "one")]
    assert columns(("Date", "Words", "n"), [(*row, "1") for row in rows], 40) == [
        "Date               Words               n",
        "14 September 2021  one two three four  1",
        "                   five six seven",
        "9 May 2006         one                 1",
    ]
