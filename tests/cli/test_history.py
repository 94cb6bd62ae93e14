"""`history`: the files it makes, and where it stands."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_it_makes_both_files_and_says_what_is_open(run: Run, made_up: Path) -> None:
    ran = run("history", cwd=made_up)
    assert ran.code == 0
    assert ran.out.splitlines() == ["reports/history.docx", "reports/history.pdf"]
    assert "A numbered edition would be refused:" in ran.err
    assert "the venue of plenary 4 is in dispute and undecided" in ran.err
    assert ran.err.splitlines()[-1] == "Next: egci-report conflicts"


def test_through_a_year_is_as_of_its_last_day(run: Run, made_up: Path) -> None:
    ran = run("history", "--through", "2008", "--format", "pdf", cwd=made_up)
    assert ran.out.splitlines() == ["reports/history-as-of-2008-12-31.pdf"]
    first = (made_up / "reports" / "history-as-of-2008-12-31.pdf").read_bytes()
    assert run("history", "--as-of", "2008-12-31", "--format", "pdf", cwd=made_up).code == 0
    assert (made_up / "reports" / "history-as-of-2008-12-31.pdf").read_bytes() == first


def test_only_one_of_the_two_may_say_where_to_stand(run: Run, made_up: Path) -> None:
    ran = run("history", "--through", "2008", "--as-of", "2008-12-31", cwd=made_up)
    assert ran.code == 2
    assert "give one of them" in ran.err
    assert not (made_up / "reports").exists()


def test_before_the_first_plenary_it_says_that_none_is_recorded(run: Run, made_up: Path) -> None:
    ran = run("history", "--through", "1999", cwd=made_up)
    assert ran.code == 2
    assert "error[U210] no plenary is recorded" in ran.err
