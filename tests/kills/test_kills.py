"""Commands killed at random moments: files are whole, nothing is left over, nobody passes for an editor."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.kills.running import soaked

pytestmark = pytest.mark.slow

KILLS, MORE_KILLS = 3, 20
"""Runs killed here, and with --thorough; `benchmarks/kills.py` kills 500."""


@pytest.mark.skipif(
    not hasattr(os, "fork"), reason="runs are killed as forked children, which Windows has not"
)
def test_whenever_a_command_is_killed_the_next_run_puts_all_right(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    kills = MORE_KILLS if request.config.getoption("--thorough") else KILLS
    found = soaked(tmp_path, kills, seed=13)
    assert found["broken"] == []
    assert sum(counts["killed"] for counts in found["commands"].values()) == kills
