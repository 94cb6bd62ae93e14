"""Checks that a theme can be read: no text too pale or too small, and margins that leave room."""

from __future__ import annotations

from egci_reports.engine.theme.contrast import ratio
from egci_reports.engine.theme.model import Page, TextStyle, Theme
from egci_reports.engine.toml_file import TomlFile

_GROUNDS = {
    "table": ("paper", "total_fill"),
    "compact": ("paper", "total_fill"),
    "table_header": ("header_fill",),
    "compact_header": ("header_fill",),
    "callout": ("note_fill", "caution_fill", "gap_fill"),
    "callout_title": ("note_fill", "caution_fill", "gap_fill"),
}
"""What a style stands on, where that is not paper alone."""

_INKS = ("link", "added_ink", "removed_ink")
"""Colours of words within a text of whatever size."""

_SMALL, _LARGE = 4.5, 3.0
_LEAST = 8.0
"""Points below which no text is set: what is smaller is not read on paper."""


def require_contrast(theme: Theme, file: TomlFile) -> None:
    """Note each text that is too pale.

    WCAG 2.2, 1.4.3 asks for 4.5 to 1, and for 3 to 1 from 18 points, or 14 points in bold. The watermark is
    decoration.
    """
    for name, style in theme.styles.items():
        for ground in _GROUNDS.get(name, ("paper",)) if name != "watermark" else ():
            got = ratio(theme.colour(style.colour), theme.colour(ground))
            if got < _least(style):
                message = f"the text of {name!r} is too pale on {ground!r}: contrast {got:.1f} to 1"
                file.wrong(message, "styles", name, "colour", hint=f"at least {_least(style)} to 1")
    for name in _INKS:
        got = ratio(theme.colour(name), theme.colour("paper"))
        if got < _SMALL:
            message = f"{name!r} is too pale on 'paper': contrast {got:.1f} to 1"
            file.wrong(message, "colours", name, hint=f"at least {_SMALL} to 1")


def require_size(theme: Theme, file: TomlFile) -> None:
    """Note each style whose type is too small to be read."""
    for name, style in theme.styles.items():
        if style.size < _LEAST:
            file.wrong(
                f"the text of {name!r} is too small: {style.size:g} points",
                "styles", name, "size",
                hint=f"at least {_LEAST:g} points",
            )  # fmt: skip


def _least(style: TextStyle) -> float:
    return _LARGE if style.size >= 18 or (style.bold and style.size >= 14) else _SMALL


def require_room(page: Page, file: TomlFile) -> None:
    """Note margins that leave less than a third of the page's width or height for text."""
    if page.width - page.left - page.right < page.width / 3:
        file.wrong("the margins left and right leave too little room for text", "page", "left")
    if page.height - page.top - page.bottom < page.height / 3:
        file.wrong("the margins top and bottom leave too little room for text", "page", "top")
