"""A face read where it lies is the face that ReportLab reads whole, number by number."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

import egci_reports.engine.theme
from egci_reports.engine.theme.typeface import Typeface

FONTS = sorted((Path(egci_reports.engine.theme.__file__).parent / "fonts").glob("*.ttf"))


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_a_face_has_the_characters_widths_and_outlines_that_reportlab_finds(path: Path) -> None:
    ours, theirs = Typeface(path), TTFontFace(str(path))
    shown = {character: glyph for character, glyph in theirs.charToGlyph.items() if glyph}
    assert len(shown) > 1000
    assert {character: ours.characters.glyph(character) for character in shown} == shown
    assert set(ours.characters) == shown.keys() - ({0xA0} - set(ours.characters))
    assert {character: ours.width(character) for character in shown} == {
        character: theirs.charWidths[character] for character in shown
    }
    every = range(theirs.numGlyphs)
    assert [ours.metrics(glyph) for glyph in every] == [tuple(pair) for pair in theirs.hmetrics]
    places, outlines = theirs.glyphPos, theirs.get_table("glyf")
    assert all(ours.outline(glyph) == outlines[places[glyph] : places[glyph + 1]] for glyph in every)


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_what_a_face_lacks_is_as_wide_as_the_sign_that_stands_for_it(path: Path) -> None:
    ours, theirs = Typeface(path), TTFontFace(str(path))
    lacked = next(code for code in range(0x3000, 0x20000) if code not in theirs.charToGlyph)
    assert lacked not in ours.characters
    assert ours.width(lacked) == theirs.defaultWidth


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_the_measures_of_a_face_are_those_that_reportlab_finds(path: Path) -> None:
    ours, theirs = Typeface(path), TTFontFace(str(path))
    assert list(ours.box) == pytest.approx(theirs.bbox)
    assert (ours.ascent, ours.descent, ours.cap_height) == (theirs.ascent, theirs.descent, theirs.capHeight)
    assert (ours.stem, ours.slant, ours.units) == (theirs.stemV, theirs.italicAngle, theirs.unitsPerEm)
