"""A paper is named annual-2024 or annual 2024, whatever the command."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from egci_reports.records.paper_name import PaperName
from egci_reports.workspace import shipped
from tests.cli.conftest import Run

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("words", "name", "rest"),
    [
        ("annual-2024", "annual-2024", ()),
        ("annual 2024", "annual-2024", ()),
        ("annual 2024 12", "annual-2024", ("12",)),
        ("annual-2024-joint 1.0", "annual-2024-joint", ("1.0",)),
        ("annual 2024-joint 1.0", "annual-2024-joint", ("1.0",)),
        ("history 1", "history", ("1",)),
        ("history short 1", "history-short", ("1",)),
        ("briefing 21 3", "briefing-21", ("3",)),
        ("something 2024", "something", ("2024",)),
    ],
)
def test_a_name_is_one_word_or_two(words: str, name: str, rest: tuple[str, ...]) -> None:
    found, after = PaperName.first_of(words.split())
    assert (str(found), after) == (name, rest)


@pytest.mark.parametrize(
    "command",
    [
        "show {}",
        "trace {} 2",
        "who-has {}",
        "who-has {} 1.0",
        "distribute {}",
        "addendum {} --to 1.0",
        "check {}",
        "verify {}",
        "clear paper {} summary --by Somebody --on 2025-01-20",
    ],
)
def test_both_forms_say_the_same(run: Run, made_up: Path, command: str) -> None:
    one, two = (run(*command.format(name).split(), cwd=made_up) for name in ("annual-2008", "annual 2008"))
    assert (one.code, one.out) == (two.code, two.out)
    assert one.err.replace("annual-2008", "annual 2008") == two.err.replace("annual-2008", "annual 2008")
    assert "Traceback" not in one.err


def test_the_commands_of_papers_take_the_whole_name(run: Run, made_up: Path) -> None:
    for one, two in (
        (("annual", "annual-2008"), ("annual", "2008")),
        (("briefing", "briefing-5"), ("briefing", "5")),
    ):
        printed = run(*one, "--to", "records", cwd=made_up)
        assert (printed.code, printed.out) == (0, run(*two, "--to", "records", cwd=made_up).out)
    years = run("diff", "annual-2007", "annual-2008", cwd=made_up)
    assert (years.code, years.out) == (0, run("diff", "2007", "2008", cwd=made_up).out)


def test_distribute_takes_the_reader_from_the_name(run: Run, made_up: Path) -> None:
    listed = made_up / "data" / "distribution.yaml"
    given = "recipients:\n  - {body: made-up-harbour-office, papers: [{paper: annual, audience: joint}]}\n"
    listed.write_text(f"as_at: 2010-01-01\n{given}", "utf-8")
    joint = run("distribute", "annual-2008-joint", cwd=made_up)
    assert joint.code == 0
    assert joint.out == run("distribute", "annual", "2008", "--for", "joint", cwd=made_up).out


def test_verify_means_all_files_of_a_paper(run: Run, made_up: Path) -> None:
    assert run("annual", "2008", "-q", cwd=made_up).code == 0
    ran = run("verify", "annual", "2008", cwd=made_up)
    assert ran.code == 0
    assert ran.out.count("as it was built, byte for byte") == 2


def test_check_looks_at_the_draft_of_a_paper_that_is_named(run: Run, tmp_path: Path) -> None:
    """A paper that cites what the record does not name fails the check, at the line of the record."""
    shutil.copytree(shipped("data"), tmp_path / "data")
    own = tmp_path / "templates" / "en" / "annual" / "meeting.html"
    own.parent.mkdir(parents=True)
    text = (shipped("templates") / "en" / "annual" / "meeting.html").read_text(encoding="utf-8")
    own.write_text(
        text.replace("own.cite(proceedings.lead_sources)", 'own.cite(["egci-page"])'), encoding="utf-8"
    )
    assert run("check", cwd=tmp_path).code == 0
    for named in (["annual-2025"], ["meetings/18.yaml", "annual", "2025"]):
        ran = run("check", *named, cwd=tmp_path)
        assert ran.code == 1
        assert "error[T262] the paper cites 'egci-page', which meetings/20 does not name" in ran.out
    assert run("check", "annual-2023", cwd=tmp_path).code == 0
