"""Addenda in the ledger: which is in force, which copies it supersedes, who is to get one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.app.papers.editions import addendum_to, base_of, edition_in_words, following, rank
from egci_reports.distribution.issue_plan import IssueOptions
from egci_reports.distribution.ledger import read_ledger
from egci_reports.distribution.register import CopyRegister
from tests.distribution.made import ALL, edition, issuance, posts
from tests.distribution.one_paper import issue, plan

pytestmark = pytest.mark.slow

NUMBERS = st.tuples(st.integers(1, 9999), st.integers(0, 9998))


def send(root: Path, number: str, content: str, wanted: IssueOptions = ALL) -> None:
    issue(issuance(root, posts(2), edition(number, content * 64)), wanted)


def standing(root: Path) -> dict[str, str | None]:
    """Return what is in force in the place of each issue."""
    register = CopyRegister.of(read_ledger(root / "data"))
    found = {}
    for one in dict.fromkeys(issue_ for issue_, _ in register.latest):
        later = register.later(one)
        found[one.edition] = later.edition if later else None
    return found


@given(NUMBERS, st.integers(1, 999))
def test_an_addendum_is_after_its_edition_and_before_the_next(parts: tuple[int, int], number: int) -> None:
    whole = "{}.{}".format(*parts)
    name = addendum_to(whole, number)
    assert (base_of(name), base_of(whole), base_of("draft")) == (whole, None, None)
    assert rank(whole) < rank(name) < rank(following(name)) < rank(following(whole))
    assert following(name) == addendum_to(whole, number + 1)
    assert edition_in_words(name) == f"addendum {number} to edition {whole}"


def test_an_addendum_leaves_its_edition_in_force_and_takes_the_place_of_the_one_before(
    tmp_path: Path,
) -> None:
    send(tmp_path, "1.0", "a")
    send(tmp_path, "1.0-addendum-1", "b")
    assert standing(tmp_path) == {"1.0": None, "1.0-addendum-1": None}
    second = plan(issuance(tmp_path, posts(2), edition("1.0-addendum-2", "c" * 64)), ALL)
    assert {line.entry.edition for line in second.earlier} == {"1.0-addendum-1"}
    send(tmp_path, "1.0-addendum-2", "c")
    assert standing(tmp_path) == {"1.0": None, "1.0-addendum-1": "1.0-addendum-2", "1.0-addendum-2": None}


def test_a_later_edition_takes_the_place_of_both_and_tells_each_holder_once(tmp_path: Path) -> None:
    send(tmp_path, "1.0", "a")
    send(tmp_path, "1.0-addendum-10", "b")
    later = plan(issuance(tmp_path, posts(2), edition("1.1", "c" * 64)), ALL)
    assert [line.entry.edition for line in later.earlier] == ["1.0", "1.0"]
    send(tmp_path, "1.1", "c")
    assert standing(tmp_path) == {"1.0": "1.1", "1.0-addendum-10": "1.1", "1.1": None}
    late = plan(issuance(tmp_path, posts(2), edition("1.0-addendum-11", "d" * 64)), ALL)
    assert late.in_force is not None
    assert (late.in_force.edition, late.earlier) == ("1.1", ())


def test_it_goes_to_those_who_hold_the_edition_under_their_number(tmp_path: Path) -> None:
    first, second = (post.key for post in posts(2))
    send(tmp_path, "1.0", "a", IssueOptions((first,)))
    made = plan(issuance(tmp_path, posts(3), edition("1.0-addendum-1", "b" * 64)), ALL)
    assert [(copy.holder.key, copy.number) for copy in made.copies] == [(second, 2)]
    assert [out.reason for out in made.left_out] == ["does not hold the edition"] * 2
    gone = plan(issuance(tmp_path, posts(1), edition("1.0-addendum-1", "b" * 64)), ALL)
    assert not gone.copies
    assert gone.left_out[-1].reason == "holds the edition, and is in data/distribution.yaml no more"
