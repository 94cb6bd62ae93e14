"""What is held against a Word file, as a fixture that knows how thorough the session is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.conformance.word import assert_sound

VALIDATED = 3
"""How many Word files of those that a test looks at the Open XML SDK sees; with --thorough it sees all."""
Sound = Callable[[Mapping[str, bytes]], None]


@pytest.fixture
def sound(request: pytest.FixtureRequest, tmp_path: Path) -> Sound:
    """Fail if any of some Word files (by names for them) has a fault."""
    audited, validated = (None, None) if request.config.getoption("--thorough") else (1, VALIDATED)
    return lambda files: assert_sound(files, tmp_path, audited, validated)
