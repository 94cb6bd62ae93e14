"""What all tests share: copies of the made-up workspaces, the options, and the order of a session."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conformance.required import leave_tools_out
from tests.shared import begin_session, end_session

MADE_UP = Path(__file__).parent / "made_up"
RETURNS = Path(__file__).parent / "made_up_returns"
REAL = Path(__file__).parents[1] / "data"
QUICK_EXAMPLES, THOROUGH_EXAMPLES = 25, 150
"""How many inputs hypothesis makes for a test that names no number, and with --thorough."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a developer, or a run by night, see all that else is seen of the most telling cases alone."""
    parser.addoption("--quick", action="store_true", help="without what takes long or needs other tools")
    parser.addoption("--thorough", action="store_true", help="every year, more kills, more made-up inputs")


def pytest_configure(config: pytest.Config) -> None:
    begin_session()
    if _runs_tests(config):
        from hypothesis import settings

        if config.getoption("--quick"):
            leave_tools_out()
        settings.register_profile("quick", max_examples=QUICK_EXAMPLES, deadline=None)
        settings.register_profile("thorough", max_examples=THOROUGH_EXAMPLES, deadline=None)
        settings.load_profile("thorough" if config.getoption("--thorough") else "quick")
        if not config.getoption("--thorough"):
            from tests.records_once import read_once

            read_once()


def _runs_tests(config: pytest.Config) -> bool:
    """Whether this process runs tests itself, and does not only hand them out to others."""
    return hasattr(config, "workerinput") or not config.getoption("numprocesses", None)


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # the process that began it ends it
        end_session()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what was not asked for; begin with what takes long, lest one process end alone with it."""
    left = [] if config.getoption("--thorough") else ["thorough"]
    left += ["slow"] if config.getoption("--quick") else []
    out = {item for item in items if any(map(item.get_closest_marker, left))}
    config.hook.pytest_deselected(items=list(out))
    kept = (item for item in items if item not in out)
    items[:] = sorted(kept, key=lambda item: item.get_closest_marker("slow") is None)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Let the search for garbage pass over modules and tests, which stay, and come less often."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def find_answers_anew() -> Iterator[None]:
    """Let every command that a test gives in this process do its work, though it was given before."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("egci_reports.cli.answers.question_of", lambda _: None)
        yield


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
