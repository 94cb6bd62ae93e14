"""A paper with other papers enclosed keeps PDF/UA-1 and PDF/A-2a, since the others keep them."""

from __future__ import annotations

from pathlib import Path

import pytest

from egci_reports.app.papers.order import Format
from tests.conformance import verapdf
from tests.conformance.required import require
from tests.engine.writers.pdf.prepared import changed, enclosed
from tests.papers import file_of, made

pytestmark = pytest.mark.xdist_group("enclosing-conformance")


def test_a_paper_with_papers_enclosed_conforms(tmp_path: Path) -> None:
    require(verapdf.installed(), "veraPDF is not installed: run tests/conformance/install")
    paper, history = (file_of(made(*what), Format.PDF) for what in (("annual", "2007"), ("history", "all")))
    turned = changed(paper, lambda file: file.pages[0].obj.update({"/Rotate": 90}))
    path = tmp_path / "enclosing.pdf"
    path.write_bytes(enclosed(paper, paper, history, turned))
    results = verapdf.validate([path])
    assert [result.flavour for result in results] == ["ua1", "2a"]
    assert [(result.flavour, result.failures, result.error) for result in results if not result.passed] == []
