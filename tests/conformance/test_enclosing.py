"""A paper with other papers enclosed keeps PDF/UA-1 and PDF/A-2a, since the others keep them."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
from pikepdf import Array

from egci_reports.app.papers.order import Format
from egci_reports.engine.enclosing import examine
from tests.conformance import verapdf
from tests.conformance.required import require
from tests.engine.writers.pdf.prepared import changed, enclosed, pack
from tests.papers import file_of, made


def test_a_paper_with_papers_enclosed_conforms(tmp_path: Path) -> None:
    require(verapdf.installed(), "veraPDF is not installed: run tests/conformance/install")
    paper, history = (file_of(made(*what), Format.PDF) for what in (("annual", "2007"), ("history", "all")))
    turned = changed(paper, lambda file: file.pages[0].obj.update({"/Rotate": 90}))
    path = tmp_path / "enclosing.pdf"
    path.write_bytes(enclosed(paper, paper, history, turned))
    results = verapdf.validate([path])
    assert [result.flavour for result in results] == ["ua1", "2a"]
    assert [(result.flavour, result.failures, result.error) for result in results if not result.passed] == []


def test_wide_and_large_pages_papers_of_ours_and_bookmarks_conform(tmp_path: Path) -> None:
    require(verapdf.installed(), "veraPDF is not installed: run tests/conformance/install")
    ours = file_of(made("annual", "2012"), Format.PDF)
    theirs = changed(ours, _of_others_and_large)
    assert (examine(ours).is_own, examine(theirs).is_own) == (True, False)
    path = tmp_path / "pack.pdf"
    path.write_bytes(pack(ours, theirs, watermark="DRAFT", marking="MADE UP"))
    results = verapdf.validate([path])
    assert [(result.flavour, result.failures, result.error) for result in results if not result.passed] == []
    assert [result.flavour for result in results] == ["ua1", "2a"]


def _of_others_and_large(file: pikepdf.Pdf) -> None:
    """Make a paper one that another program made, with pages of A3, one of them turned."""
    xmp = file.Root.Metadata.read_bytes().decode()
    file.Root.Metadata.write(re.sub("<egci:.*?>.*?</egci:.*?>", "", xmp).encode())
    for page in file.pages:
        page.obj.MediaBox = Array([0, 0, 1190.55, 841.89])
    file.pages[1].obj.Rotate = 90
