"""A Word style, and what an entry of the theme says as one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from egci_reports.engine.theme.model import TextStyle, Theme
from egci_reports.engine.writers.word.formats import PLAIN, UNSAID, ParagraphFormat, RunFormat

_THEME_COLOURS = {"ink": "text1", "accent": "text2", "link": "hyperlink"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A style: its id and name, what it is based on and followed by, and what it says.

    `priority` orders Word's list of styles; `shown` puts the style into the gallery.
    """

    id: str
    name: str
    kind: Literal["paragraph", "character"] = "paragraph"
    based: str | None = "Normal"
    following: str | None = None
    paragraph: ParagraphFormat = UNSAID
    run: RunFormat = PLAIN
    priority: int = 99
    shown: bool = True
    own: bool = False


def run_format(theme: Theme, look: TextStyle) -> RunFormat:
    """Return what a text style says of its characters."""
    return RunFormat(
        bold=look.bold or None,
        italic=look.italic or None,
        colour=theme.colour(look.colour),
        theme_colour=_THEME_COLOURS.get(look.colour),
        size=look.size,
    )


def paragraph_format(look: TextStyle) -> ParagraphFormat:
    """Return what a text style says of its paragraphs; lines have their exact height."""
    return ParagraphFormat(
        keep_next=look.keep_with_next or None,
        keep_lines=(look.keep_lines or look.keep_with_next) or None,
        before=look.before,
        after=look.after,
        line=look.leading,
        left=look.indent or None,
        align=look.align if look.align != "left" else None,
    )


def themed_style(theme: Theme, entry: str, style_id: str, name: str, **more: object) -> Style:
    """Return an entry of the theme as a paragraph style; `more` are what else the style says."""
    look = theme.style(entry)
    made = Style(id=style_id, name=name, paragraph=paragraph_format(look), run=run_format(theme, look))
    return replace(made, **more)  # type: ignore[arg-type]  # the names are those of Style
