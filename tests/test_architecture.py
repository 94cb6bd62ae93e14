"""docs/architecture.md names folders and files that are there, and every folder of the package."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "egci_reports"
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
ELSEWHERE = ("egci_reports/embedded/",)
"""What is there in the wheel alone."""
PLACES = sorted(set(re.findall(r"`((?:[a-z_-]+/)+(?:\w+\.(?:py|toml|md))?)`", PAGE)))


@pytest.mark.parametrize("place", PLACES)
def test_a_place_that_the_page_names_is_there(place: str) -> None:
    assert place in ELSEWHERE or any(
        (folder / place).exists() for folder in (ROOT, PACKAGE, PACKAGE / "engine")
    )


def test_every_folder_of_the_package_stands_in_the_tables() -> None:
    told = " ".join(line for line in PAGE.splitlines() if line.startswith("| `"))
    named = set(re.findall(r"`([a-z_]+)[/`]", told))
    inside = (PACKAGE, PACKAGE / "engine")
    folders = {one.parent.name for folder in inside for one in folder.glob("*/__init__.py")}
    assert folders - named == set()


def test_every_folder_of_app_has_its_row() -> None:
    folders = {f"app/{one.parent.name}" for one in (PACKAGE / "app").glob("*/__init__.py")}
    assert {folder for folder in folders if f"| `{folder}` |" not in PAGE} == set()
