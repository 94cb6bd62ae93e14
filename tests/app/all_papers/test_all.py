"""All papers are brought up to date: what is made, what is left and why, as a clean run would make it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from egci_reports.app.all_papers.current import current_papers, made_path
from egci_reports.app.all_papers.run import update_all
from egci_reports.app.all_papers.update import PaperOutcome, ReasonKind, State
from egci_reports.app.papers.order import DEFAULT_FORMATS, Format
from egci_reports.workspace import Workspace, find_workspace
from tests.cases import mostly_thorough
from tests.papers import ROOT
from tests.settling import settle

pytestmark = pytest.mark.slow

PDF, WORD = (Format.PDF,), (Format.WORD,)


@dataclass(frozen=True)
class Whole:
    """A workspace with all its papers, and what the run told that made them."""

    root: Path
    told: Mapping[str, PaperOutcome]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """A workspace of a made-up group, its own templates those that are shipped, and its papers as PDF."""
    root = tmp_path_factory.mktemp("whole")
    shutil.copytree(ROOT / "tests" / "made_up" / "data", root / "data")
    shutil.copytree(ROOT / "templates", root / "templates")
    (root / "data" / "distribution.yaml").unlink()  # with recipients there would be more parts
    return Whole(root, run(find_workspace(root)))


@pytest.fixture
def made_up(whole: Whole, tmp_path: Path) -> Workspace:
    """A copy of the workspace for one test; its files bear the times of the first."""
    shutil.copytree(whole.root, tmp_path / "copy")
    return find_workspace(tmp_path / "copy")


def run(workspace: Workspace, formats: tuple[Format, ...] = PDF, **options: Any) -> dict[str, PaperOutcome]:
    done = update_all(workspace, formats, lambda _one, _number: None, **({"workers": 1} | options))
    return {one.name: one for one in done}


def states(done: Mapping[str, PaperOutcome], state: State) -> set[str]:
    return {name for name, one in done.items() if one.state is state}


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_every_paper_of_the_workspace_is_made_once_and_then_left(whole: Whole, made_up: Workspace) -> None:
    first = whole.told
    assert states(first, State.MADE) == set(first)
    assert {one.reason.kind for one in first.values()} == {ReasonKind.NEW}
    assert {"annual-2007", "annual-2010", "history", "history-short", "briefing-2"} <= set(first)
    assert any("-for-" in name for name in first)
    assert len(files(made_up.reports)) == len(first)
    before = {path: path.stat().st_mtime_ns for path in made_up.reports.rglob("*") if path.is_file()}
    second = run(made_up)
    assert states(second, State.LEFT) == set(first)
    assert {one.reason.kind for one in second.values()} == {ReasonKind.CURRENT}
    after = {path: path.stat().st_mtime_ns for path in made_up.reports.rglob("*") if path.is_file()}
    assert {path for path in before if after[path] != before[path]} <= {made_path(made_up.reports)}


def test_a_paper_is_made_anew_in_a_form_that_it_has_not_and_then_left(made_up: Workspace) -> None:
    (first,) = run(made_up, WORD, only="annual-2007").values()
    assert (first.state, first.reason.things) == (State.MADE, ("the forms asked for",))
    assert (made_up.reports / "annual-2007.docx").is_file()
    (second,) = run(made_up, WORD, only="annual-2007").values()
    assert (second.state, second.reason.kind) == (State.LEFT, ReasonKind.CURRENT)


def test_a_template_makes_those_papers_anew_that_use_it(made_up: Workspace) -> None:
    change(made_up.templates[0] / "en" / "history.html", "</paper>", " </paper>")
    done = run(made_up)
    assert states(done, State.MADE) == {"history", "history-short"} | {n for n in done if "-for-" in n}
    assert done["history"].reason.things == ("templates/en/history.html",)


def test_a_record_later_than_a_pack_leaves_the_pack(made_up: Workspace) -> None:
    last = made_up.data / "meetings" / "04.yaml"
    change(last, "# MADE UP", "# (no word of a paper) MADE UP")
    assert states(run(made_up), State.MADE) == set()
    change(last, "Ms Made-Up spoke of the fog.", "Ms Made-Up spoke of thick fog.")
    done = run(made_up)
    assert {"briefing-2", "briefing-3", "briefing-4"} <= states(done, State.LEFT)
    assert {"history", "annual-2007", "briefing-5"} <= states(done, State.MADE)
    assert done["history"].reason.things == ("data/meetings/04.yaml",)


def test_a_file_that_is_gone_is_made_again_and_one_edited_by_hand_is_left(made_up: Workspace) -> None:
    (made_up.reports / "annual-2007.pdf").unlink()
    (made_up.reports / "annual-2008.pdf").write_bytes(b"edited by hand")
    done = run(made_up)
    assert states(done, State.MADE) == {"annual-2007"}
    assert done["annual-2007"].reason.kind is ReasonKind.GONE
    assert done["annual-2008"].reason.kind is ReasonKind.EDITED
    change(made_up.data / "meetings" / "04.yaml", "spoke of the fog", "spoke of thick fog")
    done = run(made_up, only="annual-2008")
    assert states(done, State.FAILED) == {"annual-2008"}
    assert [one.code for one in done["annual-2008"].error.findings] == ["W303"]  # type: ignore[union-attr]
    assert (made_up.reports / "annual-2008.pdf").read_bytes() == b"edited by hand"
    assert states(run(made_up, only="annual-2008"), State.FAILED) == {"annual-2008"}
    assert states(run(made_up, only="annual-2008", force=True), State.MADE) == {"annual-2008"}


def test_nothing_is_looked_at_twice_until_something_changes(made_up: Workspace) -> None:
    settle()
    number = len(run(made_up))
    assert current_papers(made_up, PDF) == number
    assert current_papers(made_up, DEFAULT_FORMATS) == 0
    last = made_up.data / "meetings" / "04.yaml"
    change(last, "spoke of the fog", "spoke of thick fog")
    assert current_papers(made_up, PDF) == 0
    change(last, "spoke of thick fog", "spoke of the fog")
    settle()
    assert states(run(made_up), State.MADE) == set()
    assert current_papers(made_up, PDF) == number
    (made_up.reports / "history.pdf").unlink()
    assert current_papers(made_up, PDF) == 0


def test_processes_make_the_same_bytes_as_one(made_up: Workspace) -> None:
    made_by_one = files(made_up.reports)
    gone = {"annual-2008", "annual-2010", "briefing-3", "history-short"}
    for name in gone:
        (made_up.reports / f"{name}.pdf").unlink()
    assert states(run(made_up, workers=2), State.MADE) == gone
    assert files(made_up.reports) == made_by_one


EDITS: dict[str, Callable[[Path], object]] = {
    "a record": lambda root: change(root / "data" / "meetings" / "04.yaml", "in three", "in the three"),
    "an old record": lambda root: change(root / "data" / "meetings" / "02.yaml", "bright paint", "paint"),
    "a name": lambda root: change(root / "data" / "bodies.yaml", "Made-up Buoy", "Made-up Bell"),
    "a template": lambda root: change(root / "templates" / "en" / "annual.html", "</paper>", " </paper>"),
    "a macro": lambda root: change(root / "templates" / "en" / "records.html", "ary Meeting{%", "ary Meet{%"),
    "the words": lambda root: change(root / "templates" / "en" / "words.toml", "Expert", "Made-up Expert"),
    "the theme": lambda root: change(root / "templates" / "theme.toml", "\n[page]", "\n# changed\n[page]"),
    "a file": lambda root: (root / "reports" / "annual-2009.pdf").unlink(missing_ok=True),
}


def test_each_of_the_edits_can_be_made(made_up: Workspace) -> None:
    for edit in EDITS.values():
        edit(made_up.data.parent)


PAIRS = [
    ("an old record", "a template"),
    ("a record", "a macro"),
    ("a name", "the theme"),
    ("a file", "the words"),
]


@pytest.mark.parametrize(("one", "other"), mostly_thorough(PAIRS, (0,)))
def test_after_any_edits_a_run_leaves_what_a_clean_one_makes(
    made_up: Workspace, one: str, other: str
) -> None:
    root = made_up.data.parent
    for edit in (one, other):
        EDITS[edit](root)
        assert not states(run(find_workspace(root)), State.FAILED), (
            "an edit is to change papers, not to break them"
        )
    clean = find_workspace(root, out=root / "clean")
    run(clean)
    assert files(root / "reports") == files(clean.reports)


def test_every_edit_is_in_a_pair() -> None:
    assert sorted(name for pair in PAIRS for name in pair) == sorted(EDITS)
