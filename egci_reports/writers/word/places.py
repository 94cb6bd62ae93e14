"""Widths and heights of the page and its text, in points."""

from __future__ import annotations

from egci_reports.document.nodes import Orientation
from egci_reports.theme.model import MM, Theme


def page_size(theme: Theme, orientation: Orientation = "portrait") -> tuple[float, float]:
    """Return width and height of a page."""
    width, height = theme.page.width * MM, theme.page.height * MM
    return (width, height) if orientation == "portrait" else (height, width)


def text_width(theme: Theme, orientation: Orientation = "portrait") -> float:
    """Return the width between the margins; the margins stay with the reader, not with the sheet."""
    return page_size(theme, orientation)[0] - (theme.page.left + theme.page.right) * MM


def text_height(theme: Theme, orientation: Orientation = "portrait") -> float:
    """Return the height between the margins."""
    return page_size(theme, orientation)[1] - (theme.page.top + theme.page.bottom) * MM
