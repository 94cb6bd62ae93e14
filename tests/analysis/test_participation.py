from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.analysis.lineages import lineages_of
from egci_reports.analysis.lists import ListState, Presence
from egci_reports.analysis.participation import participation_of
from egci_reports.analysis.plenaries import series_of
from egci_reports.records.bodies import Side
from tests.analysis.made import body, meeting, records
from tests.analysis.real import real

TOTALS = [17, 15, 15, 13, 10, 4, 1, 1, 1, 1, 1, 1, 1, 1]


def row(body):
    lineage = real().lineages.of(body)
    return next(row for row in real().participation.rows if row.lineage.id == lineage.id)


def test_the_totals_are_those_counted_by_hand():
    assert [found.total for found in real().participation.rows] == TOTALS
    assert real().participation.total == 82


@pytest.mark.parametrize(
    ("body", "counts"),
    [
        ("digital-policy-office", [("OGCIO", 16), ("DPO", 1)]),
        ("office-of-the-communications-authority", [("OFTA", 3), ("OFCA", 12)]),
        ("customs-and-excise-department", [("C&ED", 15)]),
        ("innovation-and-technology-commission", [("ITC", 13)]),
        ("marine-department", [("MD", 10)]),
        ("food-and-health-bureau", [("FHB", 4)]),
    ],
)
def test_lists_are_counted_under_each_name_of_the_day(body, counts):
    assert [(count.name.short, len(count.numbers)) for count in row(body).by_name] == counts


@pytest.mark.parametrize(
    ("body", "running"),
    [
        ("digital-policy-office", 17),
        ("office-of-the-communications-authority", 12),
        ("marine-department", 8),
        ("innovation-and-technology-commission", 6),
        ("customs-and-excise-department", 2),
    ],
)
def test_the_runs_to_the_19th_are_those_of_the_table(body, running):
    assert row(body).run_to(19).length == running
    entries = {entry.lineage.id: entry for entry in real().participation.by_number[19].bodies}
    assert entries[row(body).lineage.id].running == running


def test_the_shortest_lists_have_three_bodies_and_the_longest_eight():
    found = real().participation
    assert [column.number for column in found.shortest] == [3, 7, 11]
    assert [(column.number, column.size) for column in found.longest] == [(16, 8)]
    assert f"{found.average:.1f}" == "4.8"
    assert len(found.lists) == 17


def test_a_plenary_without_a_list_says_nothing_of_a_body():
    assert [cell for _, cell in row("marine-department").cells][:3] == [
        Presence.NO_LIST,
        Presence.NO_LIST,
        Presence.NOT_LISTED,
    ]


def test_of_the_guangdong_side_only_open_lists_are_known():
    found = participation_of(real().records, real().series, real().lineages, Side.GUANGDONG)
    assert all(column.state is not ListState.CLOSED for column in found.lists)
    assert found.average is None
    assert found.shortest == ()


def test_the_matrix_cut_at_a_plenary_is_ordered_anew():
    cut = real().participation.until(5)
    assert [found.total for found in cut.rows] == [3, 3, 2, 2, 1, 1, 1, 1]
    assert len(cut.columns) == 5


LISTS = st.lists(st.lists(st.sampled_from([f"b{i}" for i in range(6)]), unique=True, max_size=6), max_size=12)


@given(LISTS, st.booleans())
def test_the_rows_and_the_columns_add_up_to_the_same(lists, is_open):
    made = records(
        *(meeting(n, bodies=b, hedge="and more" if is_open else None) for n, b in enumerate(lists, 1))
    )
    found = participation_of(made, series_of(made), lineages_of(made))
    assert sum(r.total for r in found.rows) == found.total == sum(map(len, lists))
    assert all(sum(len(c.numbers) for c in r.by_name) == r.total for r in found.rows)
    assert all((r.run_to(n).length if r.run_to(n) else 0) >= 0 for r in found.rows for n, _ in r.cells)
    unnamed = Presence.NOT_NAMED if is_open else Presence.NOT_LISTED
    assert {cell for r in found.rows for _, cell in r.cells} <= {Presence.LISTED, Presence.NO_LIST, unnamed}


@given(LISTS)
def test_the_run_kept_with_each_listing_is_the_run_to_that_plenary(lists):
    made = records(*(meeting(n, bodies=b) for n, b in enumerate(lists, 1)))
    found = participation_of(made, series_of(made), lineages_of(made))
    rows = {row.lineage.id: row for row in found.rows}
    for column in found.columns:
        for entry in column.bodies:
            assert entry.running == rows[entry.lineage.id].run_to(column.number).length


def test_a_name_counts_from_the_very_plenary_that_lists_it_first():
    made = records(meeting(1, bodies=["a", "b"]), meeting(2, bodies=["b", "c"]), meeting(3, bodies=["a"]))
    cut = participation_of(made, series_of(made), lineages_of(made)).until(2)
    assert {row.lineage.id: [count.numbers for count in row.by_name] for row in cut.rows} == {
        "a": [(1,)],
        "b": [(1, 2)],
        "c": [(2,)],
    }


def test_of_bodies_listed_as_often_the_one_listed_first_stands_first_whatever_its_order():
    first, later = body("z", protocol=20), body("a", protocol=10)
    made = records(meeting(1, bodies=["z"]), meeting(2, bodies=["a"]), bodies=[later, first])
    rows = participation_of(made, series_of(made), lineages_of(made)).rows
    assert [row.lineage.id for row in rows] == ["z", "a"]
