"""Annual reports are sound Word files: those of three years each time, all of them with --thorough."""

from __future__ import annotations

import pytest

from egci_reports.app.papers.order import Format
from tests.conformance.conftest import Sound
from tests.papers import FEW, YEARS, annual, file_of

pytestmark = pytest.mark.slow


@pytest.fixture
def reports(request: pytest.FixtureRequest) -> dict[str, bytes]:
    """The Word files of the years to look at."""
    years = YEARS if request.config.getoption("--thorough") else FEW
    return {str(year): file_of(annual(year), Format.WORD) for year in years}


def test_word_files_pass_both_validators_and_the_lint(sound: Sound, reports: dict[str, bytes]) -> None:
    sound(reports)
