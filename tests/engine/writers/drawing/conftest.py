"""The shipped theme and the true widths of the PDF's Latin fonts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from egci_reports.engine.theme.load import load_theme
from egci_reports.engine.theme.model import Theme

ROOT = Path(__file__).resolve().parents[4]


@cache
def _widths(bold: bool) -> dict[int, float]:
    name = "Arimo-Bold" if bold else "Arimo-Regular"
    return TTFontFace(str(ROOT / "egci_reports" / "engine" / "theme" / "fonts" / f"{name}.ttf")).charWidths


def true_measure(text: str, size: float, bold: bool) -> float:
    return size * sum(_widths(bold).get(ord(character), 1000) for character in text) / 1000


@cache
def shipped_theme() -> Theme:
    return load_theme((ROOT / "templates" / "theme.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def theme() -> Theme:
    return shipped_theme()
