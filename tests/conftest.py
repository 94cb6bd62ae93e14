"""Fixtures that all tests share: a copy of the made-up workspace, and the real records."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

MADE_UP = Path(__file__).parent / "made_up"
REAL = Path(__file__).parents[1] / "data"


@pytest.fixture
def made_up(tmp_path: Path) -> Path:
    """The root of a workspace of one's own with the made-up records, which may be changed at will."""
    root = tmp_path / "made-up"
    shutil.copytree(MADE_UP / "data", root / "data")
    return root
