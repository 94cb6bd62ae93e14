"""What all tests share: copies of the made-up workspaces, the options, and the order of a session."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.shared import begin_session, end_session

MADE_UP = Path(__file__).parent / "made_up"
RETURNS = Path(__file__).parent / "made_up_returns"
REAL = Path(__file__).parents[1] / "data"
LONG = ("/conformance/", "/kills/", "/test_packaging", "/test_reach", "/test_unreachable", "/test_killed")
"""Parts of the names of files whose tests take long."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let CI look at the papers of all years where else the most telling ones are looked at."""
    parser.addoption("--every-year", action="store_true", help="look at the papers of every year")


def pytest_configure(config: pytest.Config) -> None:
    begin_session()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # the process that began it ends it
        end_session()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with the files that take long, lest one process work on alone at the end.

    Cases that differ little from others are left to --every-year.
    """
    if not config.getoption("--every-year"):
        left = [item for item in items if item.get_closest_marker("every_year")]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if not item.get_closest_marker("every_year")]
    items.sort(key=lambda item: not any(part in item.nodeid for part in LONG))


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
