"""Widths and heights of the page and its text, in points."""

from __future__ import annotations

from egci_reports.engine.document.nodes import Orientation
from egci_reports.engine.theme.model import MM, Theme


def page_size(theme: Theme, orientation: Orientation = "portrait") -> tuple[float, float]:
    """Return width and height of a page."""
    width, height = theme.page.width * MM, theme.page.height * MM
    return (width, height) if orientation == "portrait" else (height, width)


def text_width(theme: Theme, orientation: Orientation = "portrait") -> float:
    """Return the width between the margins."""
    return theme.page.text_size(landscape=orientation == "landscape")[0]


def text_height(theme: Theme, orientation: Orientation = "portrait") -> float:
    """Return the height between the margins."""
    return theme.page.text_size(landscape=orientation == "landscape")[1]
