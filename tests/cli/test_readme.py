"""What the README says: every command stands in it, and what it tells one to type works."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from egci_reports.cli.program import COMMANDS
from tests.cli.conftest import SOURCE, Run

pytestmark = pytest.mark.slow

README = (SOURCE / "README.md").read_text("utf-8")
HOW_TO = {path.stem: path.read_text("utf-8") for path in sorted((SOURCE / "docs" / "how-to").glob("*.md"))}


def typed(page: str) -> list[list[str]]:
    """Return the commands in the blocks of code of a page, in order."""
    blocks = re.findall(r"^ *```(\w*)\n(.*?)^ *```$", page, re.MULTILINE | re.DOTALL)
    lines = [line.strip() for language, block in blocks if not language for line in block.splitlines()]
    return [shlex.split(line, comments=True)[1:] for line in lines if line.startswith("egci-report ")]


def test_the_table_of_commands_is_that_of_the_program() -> None:
    told = re.findall(r"^\| `([a-z-]+)[^`]*` \|", HOW_TO["commands"], re.MULTILINE)
    assert sorted(told) == sorted(COMMANDS)


def test_every_page_stands_in_the_readme() -> None:
    assert set(re.findall(r"\(docs/how-to/([a-z-]+)\.md\)", README)) == set(HOW_TO)


@pytest.mark.parametrize(
    "name", ["README", "make-papers", "change-wording-or-look", "add-a-meeting", "add-a-meeting-in-yaml"]
)
def test_what_one_is_told_to_type_works_in_that_order_in_an_empty_folder(
    name: str, run: Run, tmp_path: Path
) -> None:
    commands = typed(README if name == "README" else HOW_TO[name])
    assert commands
    for arguments in commands:
        ran = run(*arguments, cwd=tmp_path)
        assert ran.code == 0, (arguments, ran.err)


def test_before_a_plenary_one_needs_the_meeting_first(run: Run, tmp_path: Path) -> None:
    for arguments in [*typed(HOW_TO["add-a-meeting"])[:2], *typed(HOW_TO["before-a-plenary"])]:
        ran = run(*arguments, cwd=tmp_path)
        assert ran.code == 0, (arguments, ran.err)


def test_help_opens_every_page_and_names_the_nearest(run: Run, tmp_path: Path) -> None:
    listed = run("help", cwd=tmp_path)
    assert all(name in listed.out for name in HOW_TO)
    for name, text in HOW_TO.items():
        assert run("help", name, cwd=tmp_path).out.strip() == text.strip()
    wrong = run("help", "add-meeting", cwd=tmp_path)
    assert wrong.code == 2
    assert "add-a-meeting" in wrong.err


def test_links_lead_to_files_of_the_project() -> None:
    pages = [path for folder in ("", "docs", "docs/how-to") for path in (SOURCE / folder).glob("*.md")]
    for path in pages:
        for link in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
            assert (path.parent / link).exists(), f"{path.name}: {link}"
