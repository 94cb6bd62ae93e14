"""Fixtures that all tests share: a copy of the made-up workspace, and the real records."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

MADE_UP = Path(__file__).parent / "made_up"
RETURNS = Path(__file__).parent / "made_up_returns"
REAL = Path(__file__).parents[1] / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let CI hold the papers of all years against the validators, not only the most telling ones."""
    parser.addoption("--every-year", action="store_true", help="validate the papers of every year")


@pytest.fixture
def made_up(tmp_path: Path) -> Path:
    """The root of a workspace of one's own with the made-up records, which may be changed at will."""
    root = tmp_path / "made-up"
    shutil.copytree(MADE_UP / "data", root / "data")
    return root


@pytest.fixture
def made_up_returns(tmp_path: Path) -> Path:
    """The root of a copy of the made-up workspace with work plans, returns and actions."""
    root = tmp_path / "made-up-returns"
    shutil.copytree(RETURNS / "data", root / "data")
    return root
