"""What the README says: every command stands in it, and what it tells one to type works."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from egci_reports.cli.program import COMMANDS
from tests.cli.conftest import SOURCE, Run

README = (SOURCE / "README.md").read_text("utf-8")


def typed() -> list[list[str]]:
    """Return the commands in the README's blocks of code, in order."""
    blocks = re.findall(r"^ *```(\w*)\n(.*?)^ *```$", README, re.MULTILINE | re.DOTALL)
    lines = [line.strip() for language, block in blocks if not language for line in block.splitlines()]
    return [shlex.split(line, comments=True)[1:] for line in lines if line.startswith("egci-report ")]


def test_the_table_of_commands_is_that_of_the_program() -> None:
    told = re.findall(r"^\| `([a-z-]+)[^`]*` \|", README, re.MULTILINE)
    assert sorted(told) == sorted(COMMANDS)


def test_what_one_is_told_to_type_works_in_that_order_in_an_empty_folder(run: Run, tmp_path: Path) -> None:
    assert len(typed()) > 10
    for arguments in typed():
        ran = run(*arguments, cwd=tmp_path)
        assert ran.code == 0, (arguments, ran.err)


def test_links_lead_to_files_of_the_project() -> None:
    for page in ("README.md", "CONTRIBUTING.md", "docs/architecture.md"):
        path = SOURCE / page
        for link in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
            assert (path.parent / link).exists(), f"{page}: {link}"
