"""What docs/architecture.md says is needed "to add" a paper, a chart and a command is all that is needed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from egci_reports.cli.program import COMMANDS, Command
from egci_reports.engine.writers.formats import DEFAULT_FORMATS
from egci_reports.kinds import KINDS, KindEntry
from egci_reports.records.audience.reader import Audience
from egci_reports.records.paper_kinds import PaperSubject
from tests.cli.conftest import Run
from tests.papers import ROOT
from tests.readers.pdf import blocks_of
from tests.toy_paper import build, command

TOY = Path(build.__file__).parent


@pytest.fixture
def workspace(made_up: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace, and a program to which a paper was added: each line here is a line of the table."""
    monkeypatch.setitem(sys.modules, "egci_reports.kinds.toy", build)
    monkeypatch.setitem(KINDS, "toy", KindEntry("toy:toy", PaperSubject.YEAR, (Audience.INTERNAL,)))
    monkeypatch.setitem(sys.modules, "egci_reports.cli.toy", command)
    monkeypatch.setitem(COMMANDS, "toy", Command("Make", "Make a toy.", "toy:toy", writes=True))
    templates = made_up / "templates" / "en"
    templates.mkdir(parents=True)
    (templates / "toy.html").write_bytes((TOY / "toy.html").read_bytes())
    words = (ROOT / "templates" / "en" / "words.toml").read_bytes()
    (templates / "words.toml").write_bytes(words + (TOY / "words.toml").read_bytes())
    return made_up


def test_a_paper_of_a_folder_a_line_a_template_titles_and_a_command_is_made(
    run: Run, workspace: Path
) -> None:
    ran = run("toy", "2010", cwd=workspace)
    assert (ran.code, ran.out.split()) == (0, [f"reports/toy-2010{one.suffix}" for one in DEFAULT_FORMATS]), (
        ran.err
    )
    told = " ".join(one.text for one in blocks_of((workspace / "reports/toy-2010.pdf").read_bytes()))
    for words in ("Toy 2010", "The plan states ", "Areas stated"):
        assert words in told
    assert "Make a toy." in run("--help", cwd=workspace).out
    assert "toy 2010, draft" in run("verify", "reports/toy-2010.pdf", cwd=workspace).out


@pytest.mark.parametrize("left_out", ["kind", "template", "titles"])
def test_each_of_them_is_needed(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch, left_out: str
) -> None:
    templates = workspace / "templates" / "en"
    match left_out:
        case "kind":
            monkeypatch.delitem(KINDS, "toy")
        case "template":
            (templates / "toy.html").unlink()
        case "titles":
            (templates / "words.toml").unlink()
    assert run("toy", "2010", cwd=workspace).code != 0
