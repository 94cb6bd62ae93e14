from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from egci_reports.analysis import claims
from egci_reports.analysis.claims import ClaimOverTime, ConsecutiveRun, Observation, Tally

ROW = st.lists(st.sampled_from([True, False, None])).map(
    lambda row: [Observation(number, holds) for number, holds in enumerate(row, 1)]
)


def points(text):
    """+ it holds, - it does not, ? nothing is known."""
    return [Observation(n, {"+": True, "-": False, "?": None}[sign]) for n, sign in enumerate(text, 1)]


def test_the_first_comes_with_the_earlier_plenaries_of_which_nothing_is_known():
    assert claims.first(points("??-+?+")) == ClaimOverTime(4, (1, 2))


def test_the_last_comes_with_the_later_plenaries_of_which_nothing_is_known():
    assert claims.last(points("+-+?-?")) == ClaimOverTime(3, (6, 4))


def test_the_first_since_looks_only_back():
    assert claims.last_before(points("+-?-+"), 5) == ClaimOverTime(1, (3,))
    assert claims.last_before(points("---+"), 4) is None


def test_only_needs_exactly_one():
    assert claims.only(points("-?+-")) == ClaimOverTime(3, (2,))
    assert claims.only(points("-++")) is None
    assert claims.only(points("-?-")) is None


def test_what_is_not_known_breaks_a_run_and_is_said():
    assert claims.runs(points("?++?+-")) == (
        ConsecutiveRun((2, 3), unknown_before=True, unknown_after=True),
        ConsecutiveRun((5,), unknown_before=True, unknown_after=False),
    )


def test_a_run_to_a_plenary_ends_there():
    assert claims.run_to(points("-+++-"), 3) == ConsecutiveRun((2, 3))
    assert claims.run_to(points("-+++-"), 5) is None


def test_a_tally_leaves_out_what_is_not_known():
    assert claims.tally(points("+-?+")) == Tally(2, 3, (3,))


def test_ties_are_all_given():
    assert claims.longest(["ab", "c", "de"], len) == ("ab", "de")
    assert claims.shortest(["ab", "c", "de"], len) == ("c",)
    assert claims.longest([], len) == ()


@given(ROW)
def test_runs_hold_each_plenary_at_which_it_holds_once(row):
    assert [n for run in claims.runs(row) for n in run.numbers] == [p.number for p in row if p.holds]


@given(ROW)
def test_runs_do_not_touch(row):
    runs = claims.runs(row)
    assert all(later.first > earlier.last + 1 for earlier, later in pairwise(runs))
