"""Runs killed at random moments: in the end each holder has one copy, as the server and the folder count."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.distribution.rounds import EXACTLY_ONE_EACH, rounds

pytestmark = pytest.mark.slow

KILLS, MORE_KILLS = 6, 40
"""Runs killed here, and with --thorough; `benchmarks/kill.py` kills 200."""


@pytest.mark.skipif(
    not hasattr(os, "fork"), reason="runs are killed as forked children, which Windows has not"
)
def test_whenever_runs_are_killed_each_holder_gets_exactly_one_copy(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    kills = MORE_KILLS if request.config.getoption("--thorough") else KILLS
    found = rounds(tmp_path, kills, seed=8)
    assert sum(one.kills for one in found) == kills
    for one in found:
        assert (one.mails, one.files, one.issued) == EXACTLY_ONE_EACH
        assert (one.faults, one.leftovers) == (0, 0)
        assert one.asked <= one.kills  # of each killed run one message at most
