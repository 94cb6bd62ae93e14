"""A numbered edition is a record: its number has its place, and one content for good."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.app.papers.editions import following, is_edition, rank
from egci_reports.distribution.ledger import read_ledger
from egci_reports.distribution.register import CopyRegister
from tests.cli.conftest import Run
from tests.distribution.made import ALL, edition, issuance, paper, posts
from tests.distribution.one_paper import issue, plan

pytestmark = pytest.mark.slow

NUMBERS = st.tuples(st.integers(1, 9999), st.integers(0, 9998))


@pytest.mark.parametrize("text", ["1.0", "1.10", "12.3", "draft"])
def test_numbers_in_two_parts_are_editions(text: str) -> None:
    assert is_edition(text)


@pytest.mark.parametrize("text", ["01.0", "1.00", "1.01", "0.9", "1", "1.0.0", "1.", "١.٠", "final", ""])
def test_whatever_could_be_written_in_two_ways_is_none(text: str) -> None:
    assert not is_edition(text)


@given(NUMBERS, NUMBERS)
def test_editions_are_in_the_order_of_their_numbers(one: tuple[int, int], other: tuple[int, int]) -> None:
    first, second = ("{}.{}".format(*parts) for parts in (one, other))
    assert (rank(first) < rank(second)) == (one < other)
    assert rank("draft") < rank(first) < rank(following(first))


def test_the_same_records_make_the_same_edition_and_others_are_refused(run: Run, made_up: Path) -> None:
    order = ("annual", "2008", "--edition", "1.0")
    assert run(*order, cwd=made_up).code == 0
    files = {path: path.read_bytes() for path in (made_up / "reports").rglob("annual-2008-1.0*")}
    assert len(files) == 4  # Word, PDF, receipt and words
    assert run(*order, cwd=made_up).code == 0
    assert files == {path: path.read_bytes() for path in files}
    group = made_up / "data" / "group.yaml"
    group.write_text(group.read_text("utf-8").replace("Made-up", "Invented", 1), "utf-8")
    for more in ((), ("--force",), ("--format", "word")):
        ran = run(*order, *more, cwd=made_up)
        assert (ran.code, "E609" in ran.err, "--edition 1.1" in ran.err) == (6, True, True), ran.err
        assert "Invented" in ran.err
        assert files == {path: path.read_bytes() for path in files}
    assert run("annual", "2008", "--edition", "1.1", cwd=made_up).code == 0


def test_an_edition_that_is_out_is_not_made_again_with_other_content(run: Run, made_up: Path) -> None:
    order = ("annual", "2008", "--edition", "1.0")
    out = ("distribute", *order, "--issue")
    assert run(*out, cwd=made_up).code == 0, run(*out, cwd=made_up).err
    group = made_up / "data" / "group.yaml"
    group.write_text(group.read_text("utf-8").replace("Made-up", "Invented", 1), "utf-8")
    ran = run(*order, cwd=made_up)
    assert (ran.code, "E604" in ran.err) == (6, True), ran.err
    assert not list((made_up / "reports").glob("annual-2008-1.0*"))


def test_only_a_higher_number_takes_the_place_of_a_number(tmp_path: Path) -> None:
    def send(number: str, content: str) -> None:
        issue(issuance(tmp_path, posts(2), edition(number, content * 64)), ALL)

    send("1.2", "a")
    lower = plan(issuance(tmp_path, posts(2), edition("1.1", "b" * 64)), ALL)
    assert lower.in_force is not None
    assert (lower.in_force.edition, lower.earlier) == ("1.2", ())
    send("1.1", "b")
    higher = plan(issuance(tmp_path, posts(2), edition("1.10", "c" * 64)), ALL)
    assert higher.in_force is None
    assert {line.entry.edition for line in higher.earlier} == {"1.2"}
    send("1.10", "c")
    register = CopyRegister.of(read_ledger(tmp_path / "data"))
    in_force = [one.edition for one in register.issues(higher.issue.paper) if register.later(one) is None]
    assert in_force == ["1.10"]


def test_a_draft_takes_no_numbers_place_and_says_so(tmp_path: Path) -> None:
    issue(issuance(tmp_path, posts(2), edition("1.0", "a" * 64)), ALL)
    draft = plan(issuance(tmp_path, posts(2), paper()), ALL)
    assert draft.in_force is not None
    assert (draft.in_force.edition, draft.earlier) == ("1.0", ())


def test_an_edition_that_was_made_is_not_given_out_with_another_marking_or_other_words(
    run: Run, made_up: Path
) -> None:
    """The marking that was raised by an option, and is forgotten on the second run, is not lost."""
    order = ("annual", "2008", "--edition", "1.0")
    assert run(*order, "--marking", "RESTRICTED", cwd=made_up).code == 0
    for more in ((), ("--issue",)):
        ran = run("distribute", *order, *more, cwd=made_up)
        assert (ran.code, "E609" in ran.err, "--edition 1.1" in ran.err) == (6, True, True), ran.err
        assert "its marking" in ran.err
    assert not (made_up / "data" / "ledger.jsonl").exists()
    same = run("distribute", *order, "--marking", "RESTRICTED", "--for", "internal", cwd=made_up)
    assert same.code == 0, same.err
    group = made_up / "data" / "group.yaml"
    group.write_text(group.read_text("utf-8").replace("Made-up", "Invented", 1), "utf-8")
    ran = run("distribute", *order, "--marking", "RESTRICTED", "--for", "internal", cwd=made_up)
    assert (ran.code, "Invented" in ran.err) == (6, True)
