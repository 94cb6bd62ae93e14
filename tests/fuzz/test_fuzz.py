"""Exit 70 is for the program's own mistakes: no record and no argument leads there.

A small share, by a fixed seed; `python -m benchmarks.fuzz 5000` tries many more.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, run
from tests.fuzz.fuzzing import fuzz_arguments, fuzz_records
from tests.made_up_pack import made as pack

pytestmark = pytest.mark.slow

__all__ = ["run"]  # a fixture

TRIES, MORE_TRIES = 6, 100
"""Inputs tried here, and with --thorough."""


@pytest.fixture
def tries(request: pytest.FixtureRequest) -> int:
    """How many inputs are tried."""
    return MORE_TRIES if request.config.getoption("--thorough") else TRIES


def test_hostile_records_end_as_designed_in_every_command(tmp_path: Path, tries: int) -> None:
    tally = fuzz_records(tmp_path, tries, 1)
    assert tally.commands == 3 * tries
    assert not tally.wrong, "\n\n".join(tally.wrong[:10])


def test_hostile_arguments_end_as_designed_in_every_command(tmp_path: Path, tries: int) -> None:
    tally = fuzz_arguments(tmp_path, tries, 1)
    assert not tally.wrong, "\n\n".join(tally.wrong[:10])


def test_records_with_annexes_can_be_printed(run: Run) -> None:
    ran = run("annual", "2012", "--to", "records", cwd=pack.workspace())
    assert ran.code == 0, ran.err
    assert '"sha256"' in ran.out
