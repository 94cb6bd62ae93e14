"""`history`: the files it makes, and where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.slow


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


def test_the_short_one_has_files_receipts_and_copies_of_its_own(run: Run, made_up: Path) -> None:
    ran = run("history", "--short", cwd=made_up)
    assert ran.out.splitlines() == ["reports/history-short.docx", "reports/history-short.pdf"]
    assert run("history", cwd=made_up).code == 0
    assert run("verify", "reports/history-short.pdf", cwd=made_up).code == 0
    assert run("trace", "history-short", "What it is", cwd=made_up).code == 0
    assert run("trace", "history-short", "People named", cwd=made_up).code == 2
    refused = run("history", "--short", "--edition", "1.0", cwd=made_up)
    assert (refused.code, "error[E601]" in refused.err) == (6, True)


def test_an_issued_short_edition_is_not_made_again_with_other_words(run: Run, made_up: Path) -> None:
    meeting = made_up / "data" / "meetings" / "04.yaml"
    text = meeting.read_text("utf-8")
    end = text.index("\nreviewed:", text.index("venue:"))
    accepted = "\n  accepted: {by: The tests, on: 2011-01-01, reason: Both are named on the made-up page.}"
    meeting.write_text(text[:end] + accepted + text[end:], "utf-8")
    assert run("history", "--short", "--edition", "1.0", cwd=made_up).code == 0
    (made_up / "data" / "distribution.yaml").write_text(
        "# MADE UP\nas_at: 2010-09-30\nrecipients:\n  - {body: made-up-harbour-office, papers: [history]}\n",
        "utf-8",
    )
    issued = run("distribute", "history", "short", "--edition", "1.0", "--issue", cwd=made_up)
    assert issued.code == 0, issued.err
    assert "Made-up Harbour Office" in run("who-has", "history-short", cwd=made_up).out
    assert "Made-up Harbour Office" not in run("who-has", "history", cwd=made_up).out
    meeting.write_text(meeting.read_text("utf-8").replace("Both are named", "Both stand"), "utf-8")
    phases = made_up / "data" / "phases.yaml"
    phases.write_text(phases.read_text("utf-8").replace("text: ", "text: Later. ", 1), "utf-8")
    again = run("history", "--short", "--edition", "1.0", cwd=made_up)
    assert (again.code, "error[E604]" in again.err or "error[E609]" in again.err) == (6, True)
