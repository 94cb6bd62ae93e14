"""Answers that are given again: the same to the letter, and only while nothing has changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from egci_reports import stamps
from egci_reports.cli import answers
from egci_reports.cli.program import COMMANDS, program
from egci_reports.workspace import shipped
from tests.cli.conftest import Run

pytestmark = pytest.mark.slow

ASKED = (
    ("list",),
    ("list", "bodies", "--json"),
    ("show", "2"),
    ("show", "2", "--as-of", "2009-12-31", "--quiet"),
    ("check",),
    ("check", "--json"),
    ("check", "annual-2008"),
    ("conflicts",),
    ("conflicts", "--page"),
    ("diff", "2", "3"),
    ("trace", "annual-2008", "1"),
)


QUESTION_OF = answers.question_of


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which answers are kept in this test, other than in others; a change shows at once."""
    monkeypatch.setattr(answers, "question_of", QUESTION_OF)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(stamps, "_TICK", 0)
    return tmp_path / "cache" / "egci-report" / "answers"


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What was asked and had to be found."""
    asked: list[list[str]] = []
    main = program.main

    def counted(arguments: list[str], **more: object) -> object:
        asked.append(arguments)
        return main(arguments, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(program, "main", counted)
    return asked


def test_every_command_whose_answer_lasts_is_tried_here() -> None:
    assert {name for name, entry in COMMANDS.items() if entry.lasts} == {asked[0] for asked in ASKED}


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_an_answer_is_given_again_to_the_letter(
    asked: tuple[str, ...], kept: Path, found: list[list[str]], run: Run, made_up: Path
) -> None:
    first = run(*asked, cwd=made_up)
    assert first.out
    assert run(*asked, cwd=made_up) == first
    assert len(found) == 1


def test_findings_are_told_again_with_their_exit_code(
    kept: Path, found: object, run: Run, made_up: Path
) -> None:
    _change(made_up / "data" / "meetings" / "02.yaml")
    _change(made_up / "data" / "bodies.yaml", "names:", "nams:")
    first = run("check", cwd=made_up)
    assert first.code == 1
    assert run("check", cwd=made_up) == first
    assert found == [["check"]]


def _change(path: Path, old: str = "2", new: str = "3") -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def _change_unseen(root: Path) -> None:
    """Change a record, and neither its size nor the time of its content."""
    path = root / "data" / "people.yaml"
    before = path.stat()
    _change(path, "a", "b")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def _close(root: Path) -> None:
    (root / "data" / "people.yaml").chmod(0o400)


def _add_template(root: Path) -> None:
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates" / "theme.toml").write_text("", "utf-8")


def _put_link(root: Path) -> None:
    path = root / "data" / "people.yaml"
    path.rename(root / "people.yaml")
    path.symlink_to(root / "people.yaml")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a record": lambda root: _change(root / "data" / "people.yaml"),
    "a record, of the same size and time": _change_unseen,
    "a file more": lambda root: (root / "data" / "notes.txt").write_text("", "utf-8"),
    "a folder more": lambda root: (root / "data" / "meeting").mkdir(),
    "a file less": lambda root: (root / "data" / "agreements.yaml").unlink(),
    "a file renamed": lambda root: (root / "data" / "events.yaml").rename(root / "data" / "event.yaml"),
    "a link in the place of a file": _put_link,
    "permissions": _close,
    "a template": _add_template,
}


@pytest.mark.skipif(os.name == "nt", reason="Windows does not say when a file was changed, but its content")
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_changes_makes_it_be_found_anew(
    change: Callable[[Path], object], kept: Path, found: list[list[str]], run: Run, made_up: Path
) -> None:
    run("check", cwd=made_up)
    change(made_up)
    run("check", cwd=made_up)
    assert len(found) == 2


@pytest.mark.skipif(os.name == "nt", reason="as above")
def test_through_all_changes_an_answer_is_what_it_would_be_without_any_kept(
    kept: Path, run: Run, made_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for change in CHANGES.values():
        change(made_up)
        for asked in (("check",), ("list", "people")):
            with monkeypatch.context() as patch:
                patch.setattr(answers, "question_of", lambda _: None)
                anew = run(*asked, cwd=made_up)
            assert (run(*asked, cwd=made_up), run(*asked, cwd=made_up)) == (anew, anew)


def test_a_file_changed_a_moment_ago_keeps_no_answer(
    kept: Path, found: list[list[str]], run: Run, made_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "_TICK", 3600 * 10**9)
    run("list", cwd=made_up)
    run("list", cwd=made_up)
    assert len(found) == 2


def test_it_is_another_question_in_another_place_or_width(
    kept: Path, found: list[list[str]], run: Run, made_up: Path
) -> None:
    run("list", cwd=made_up)
    run("list", cwd=made_up / "data")
    run("list", cwd=made_up, columns=60)
    assert len(found) == 3
    run("list", cwd=made_up / "data")
    assert len(found) == 3


@pytest.mark.parametrize("named", [["--workspace", "{}"], ["--workspace={}"]], ids=["apart", "together"])
def test_a_workspace_that_is_named_keeps_its_own(
    named: list[str], kept: Path, found: list[list[str]], run: Run, made_up: Path
) -> None:
    here = [part.format(made_up) for part in named]
    first = run("list", *here)
    assert run("list", *here) == first
    assert run("list").out != first.out
    assert len(found) == 2


def test_of_two_workspaces_that_are_named_the_answer_is_that_of_the_last(
    kept: Path, run: Run, made_up: Path, tmp_path: Path
) -> None:
    named = ("--workspace", str(shipped("data").parent), "--workspace", str(made_up))
    first = run("list", "people", *named)
    _change(made_up / "data" / "people.yaml", "id: ", "id: m")
    assert run("list", "people", *named) != first


@pytest.mark.parametrize("named", ["", "nowhere", "\0"])
def test_a_workspace_that_is_none_is_refused_as_ever(named: str, kept: Path, run: Run) -> None:
    for _ in range(2):
        assert run("list", "--workspace", named).code == 2
    assert run("list", "--workspace").code == 2


def test_what_is_shown_beside_errors_is_not_kept(
    kept: Path, found: list[list[str]], run: Run, made_up: Path
) -> None:
    _change(made_up / "data" / "people.yaml", "name:", "nam:")
    first = run("list", cwd=made_up)
    assert first.code == 1
    assert run("list", cwd=made_up) == first
    assert len(found) == 2


def test_neither_help_nor_a_refusal_is_kept(
    kept: Path, found: list[list[str]], run: Run, made_up: Path
) -> None:
    for asked in (("list", "--help"), ("show", "nobody"), ("list", "fruit")):
        first = run(*asked, cwd=made_up)
        assert run(*asked, cwd=made_up) == first
    assert len(found) == 6


def test_what_is_kept_is_for_the_user_alone(kept: Path, run: Run, made_up: Path) -> None:
    run("show", "2", cwd=made_up)
    (file,) = kept.iterdir()
    assert kept.stat().st_mode & 0o777 == 0o700
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"root": 1}', b'{"answers": {"a": 1}}'])
def test_a_broken_file_does_not_matter(
    content: bytes, kept: Path, found: list[list[str]], run: Run, made_up: Path
) -> None:
    first = run("list", cwd=made_up)
    (file,) = kept.iterdir()
    whole = file.read_bytes()
    file.write_bytes(content)
    assert run("list", cwd=made_up) == first
    assert (file.read_bytes(), len(found)) == (whole, 2)


def test_no_place_for_it_does_not_matter(run: Run, kept: Path, made_up: Path) -> None:
    kept.parent.parent.mkdir()
    kept.parent.write_text("a file", "utf-8")
    assert run("list", cwd=made_up) == run("list", cwd=made_up)
