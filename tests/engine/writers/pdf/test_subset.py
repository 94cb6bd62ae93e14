"""A face cut down to some characters is the one that ReportLab cuts after reading the whole face."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFontFace

import egci_reports.engine.theme
from egci_reports.engine.theme.typeface import Typeface
from egci_reports.engine.writers.pdf.subset import subset

pytestmark = pytest.mark.slow

FONTS = Path(egci_reports.engine.theme.__file__).parent / "fonts"
NAMES = sorted(path.stem for path in FONTS.glob("*.ttf"))


@cache
def theirs(name: str) -> TTFontFace:
    return TTFontFace(str(FONTS / f"{name}.ttf"))


@cache
def characters(name: str) -> list[int]:
    return sorted(theirs(name).charToGlyph)


@given(st.data())
def test_a_subset_has_the_bytes_that_reportlab_gives(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(NAMES))
    one = st.sampled_from(characters(name)) | st.integers(0, 0xFFFF)
    chosen = [0, *data.draw(st.lists(one, max_size=254))]
    assert subset(Typeface(FONTS / f"{name}.ttf"), chosen) == bytes(theirs(name).makeSubset(chosen))


@pytest.mark.parametrize("name", NAMES)
def test_glyphs_made_of_others_bring_these_along(name: str) -> None:
    accented = [0, *map(ord, "ÀÉîõüÇ")]
    assert subset(Typeface(FONTS / f"{name}.ttf"), accented) == bytes(theirs(name).makeSubset(accented))


@pytest.mark.parametrize("name", ["NotoSansHK-Regular", "NotoSansSC-Regular"])
def test_a_subset_of_many_strokes_has_long_places(name: str) -> None:
    many = [0, *(code for code in characters(name) if 0x9000 <= code < 0x9800)]
    made = subset(Typeface(FONTS / f"{name}.ttf"), many)
    assert len(made) > 2 * 0xFFFF
    assert made == bytes(theirs(name).makeSubset(many))
