from __future__ import annotations

import pytest

from egci_reports.analysis.body_changes import body_changes
from tests.analysis.made import meeting, records
from tests.analysis.real import analyse, real


def shorts(entries):
    return [entry.name.short for entry in entries]


def at(number):
    return body_changes(real().participation, number - 1, number)


def between(*meetings):
    made = analyse(records(*meetings))
    return body_changes(made.participation, meetings[-2].number, meetings[-1].number)


def ids(entries):
    return [entry.body.id for entry in entries]


def test_the_list_of_2024_is_that_of_2023_under_one_new_name():
    changes = at(19)
    assert changes.is_same_list
    assert changes.same_as == (10, 15, 18)
    assert [(e.previous_name.short, e.name.short) for e in changes.renamed] == [("OGCIO", "DPO")]
    assert (changes.new, changes.back, changes.no_longer) == ((), (), ())


@pytest.mark.parametrize(
    ("number", "new", "back", "gone"),
    [
        (5, [], ["C&ED"], ["CreateHK", "InvestHK", "FHB", "HKTDC"]),
        (9, [], [], ["ITC"]),
        (11, [], [], ["ITC", "MD"]),
        (14, ["CEDB"], ["ITC"], []),
        (16, ["TD", "DEVB", "TC"], [], []),
        (17, [], [], ["C&ED", "TD", "DEVB", "TC"]),
        (18, [], ["C&ED"], []),
    ],
)
def test_bodies_new_back_and_no_longer_listed_are_those_of_the_lists(number, new, back, gone):
    changes = at(number)
    assert sorted(shorts(changes.new)) == sorted(new)
    assert shorts(changes.back) == back
    assert sorted(shorts(changes.no_longer)) == sorted(gone)


def test_a_successor_listed_after_a_gap_is_not_back_itself():
    changes = at(8)
    assert shorts(changes.back) == ["FHB"]
    assert shorts(changes.succeeded) == ["OFCA"]
    assert [(e.previous, e.previous_name.short, e.name.short) for e in changes.renamed] == [
        (6, "OFTA", "OFCA")
    ]
    assert sorted(shorts(changes.again)) == ["C&ED", "ITC", "OGCIO"]


def test_of_a_plenary_without_a_list_nothing_is_said():
    changes = at(2)
    assert not changes.are_both_listed
    assert (changes.new, changes.no_longer, changes.is_same_set) == ((), (), False)


def test_whom_an_open_list_does_not_name_is_not_called_gone():
    changes = between(meeting(1, bodies=["a", "b"]), meeting(2, bodies=["a"], hedge="and others"))
    assert ids(changes.not_named) == ["b"]
    assert changes.no_longer == ()
    assert changes.same_as == ()


def test_the_same_bodies_in_another_order_are_the_same_set_but_not_the_same_list():
    changes = between(meeting(1, bodies=["a", "b"]), meeting(2, bodies=["b", "a"]))
    assert changes.is_same_set
    assert not changes.is_same_list
    assert changes.same_as == (1,)
