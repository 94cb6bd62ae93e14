"""What is held against a Word file, as a fixture that knows how thorough the session is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.conformance.word import assert_sound, require_sdk

VALIDATED = 1
"""How many Word files of those that a test looks at the Open XML SDK sees; with --thorough it sees all."""
Sound = Callable[[Mapping[str, bytes]], None]


@pytest.fixture
def sound(request: pytest.FixtureRequest, tmp_path: Path) -> Sound:
    """Fail if any of some Word files (by names for them) has a fault.

    Without the Open XML SDK a test is left out before it makes a paper. openxml-audit and the workbooks of
    charts, all written alike, are left to the sample paper and --thorough.
    """
    require_sdk()
    if request.config.getoption("--thorough"):
        return lambda files: assert_sound(files, tmp_path)
    return lambda files: assert_sound(files, tmp_path, audited=0, validated=VALIDATED, books=0)
