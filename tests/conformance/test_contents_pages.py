"""The contents lists of Word files have the pages on which LibreOffice lays their sections out.

All files are laid out in one start of LibreOffice, since starting is what takes long.
"""

from __future__ import annotations

import pytest

from egci_reports.app.papers.build import Built
from egci_reports.app.papers.order import Format
from tests.conformance.made import HISTORIES, RECORDS
from tests.made_up_pack import made as made_up_pack
from tests.papers import FEW, FEW_PACKS, YEARS, annual, file_of, made
from tests.readers.libreoffice import contents_pages_differ


@pytest.fixture
def papers(request: pytest.FixtureRequest) -> dict[str, Built]:
    """The papers to look at: those of few years and plenaries each time, of all with --thorough."""
    is_thorough = request.config.getoption("--thorough")
    years, numbers = (YEARS, range(2, 21)) if is_thorough else (FEW, FEW_PACKS)
    return {
        **{f"annual-{year}": annual(year) for year in years},
        **{f"briefing-{number}": made("briefing", str(number)) for number in numbers},
        "pack": made_up_pack.pack(),
        **made_up_pack.departments(),
        **{f"history-{name}": make() for name, make in HISTORIES.items()},
        **{f"record-{name}": make() for name, make in RECORDS.items()},
    }


def test_contents_of_word_files_have_the_pages_of_libreoffice(papers: dict[str, Built]) -> None:
    assert contents_pages_differ({name: file_of(one, Format.WORD) for name, one in papers.items()}) == []
