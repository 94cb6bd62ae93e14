"""The sample paper as a PDF, written and read once."""

from __future__ import annotations

import pytest

from egci_reports.engine.writers.pdf.write import Rendered, write_pdf
from tests.engine.writers.pdf.made import shipped_theme
from tests.readers.pdf_tags import Tree, read_tree
from tests.sample_paper import sample


@pytest.fixture(scope="session")
def rendered() -> Rendered:
    """The sample paper, written."""
    return write_pdf(sample(), shipped_theme())


@pytest.fixture(scope="session")
def tree(rendered: Rendered) -> Tree:
    """The structure tree of the sample paper."""
    return read_tree(rendered.content)
