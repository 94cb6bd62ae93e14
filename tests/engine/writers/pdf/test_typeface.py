"""A face loaded at once is the face that ReportLab reads number by number."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

import egci_reports.engine.theme
from egci_reports.engine.writers.pdf.typeface import Typeface

FONTS = sorted((Path(egci_reports.engine.theme.__file__).parent / "fonts").glob("*.ttf"))


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_a_face_has_the_characters_widths_and_outlines_that_reportlab_finds(path: Path) -> None:
    ours, theirs = Typeface(str(path)), TTFontFace(str(path))
    assert len(theirs.charToGlyph) > 1000
    assert ours.charToGlyph == theirs.charToGlyph
    assert ours.charWidths == theirs.charWidths
    assert ours.defaultWidth == theirs.defaultWidth
    assert list(ours.glyphPos) == list(theirs.glyphPos)
    assert [tuple(pair) for pair in ours.hmetrics] == [tuple(pair) for pair in theirs.hmetrics]
    text = [0x41, 0x20, 0x7CB5] if 0x7CB5 in theirs.charToGlyph else [0x41, 0x20, 0x66]
    assert bytes(ours.makeSubset(text)) == bytes(theirs.makeSubset(text))
