"""Loads theme.toml, refuses unknown or missing entries, and checks the contrast of all text."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from typing import Any, TypeVar

from egci_reports.errors import Finding, Position, TemplateError
from egci_reports.theme.contrast import ratio
from egci_reports.theme.model import (
    CalloutLook,
    FigureLook,
    Fonts,
    ListLook,
    Page,
    Palette,
    TableLook,
    TextStyle,
    Theme,
    TitleLook,
)

T = TypeVar("T")

STYLES = frozenset(
    [
        "body",
        "lead",
        "note",
        "small",
        "prompt",
        "quotation",
        "centred",
        "signature",
        "list",
        "field",
        "group",
        "title",
        "subtitle",
        "heading1",
        "heading2",
        "heading3",
        "heading4",
        "contents_title",
        "contents1",
        "contents2",
        "contents3",
        "caption_table",
        "caption_figure",
        "table",
        "table_header",
        "compact",
        "compact_header",
        "table_note",
        "callout_title",
        "callout",
        "source",
        "footnote",
        "header",
        "footer",
        "marking",
        "chart",
        "watermark",
    ]
)
"""The styles that the writers ask for."""

COLOURS = frozenset(
    [
        "ink",
        "accent",
        "muted",
        "link",
        "rule",
        "header_fill",
        "header_ink",
        "total_fill",
        "paper",
        "watermark",
        "note_fill",
        "note_edge",
        "caution_fill",
        "caution_edge",
        "gap_fill",
        "gap_edge",
        "added_ink",
        "removed_ink",
    ]
)

_ON = {"table_header": "header_fill", "compact_header": "header_fill"}
"""Styles that stand on a filled ground rather than on paper."""


def load_theme(text: str, name: str = "templates/theme.toml") -> Theme:
    """Read a theme from the text of its TOML file; `name` is the path shown in errors.

    Raises TemplateError naming each entry that is unknown, missing, of the wrong kind, or too pale
    (WCAG 2.2, 1.4.3: 4.5 to 1; 3 to 1 from 18 points or 14 points bold; the watermark is decoration).
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _refuse(name, f"the theme is not valid TOML: {error}") from error
    styles = raw.pop("styles", {})
    colours = raw.pop("colours", {})
    _same(name, "styles", set(styles), STYLES)
    _same(name, "colours", set(colours), COLOURS)
    palette = raw.pop("palette", {})
    palette["series"] = tuple(palette.get("series", ()))
    theme = Theme(
        page=_read(name, "page", Page, raw.pop("page", {})),
        fonts=_read(name, "fonts", Fonts, raw.pop("fonts", {})),
        colours=colours,
        palette=_read(name, "palette", Palette, palette),
        table=_read(name, "table", TableLook, raw.pop("table", {})),
        figure=_read(name, "figure", FigureLook, raw.pop("figure", {})),
        lists=_read(name, "lists", ListLook, raw.pop("lists", {})),
        callout=_read(name, "callout", CalloutLook, raw.pop("callout", {})),
        title=_read(name, "title", TitleLook, raw.pop("title", {})),
        styles={key: _read(name, f"styles.{key}", TextStyle, value) for key, value in styles.items()},
    )
    if raw:
        raise _refuse(name, f"unknown part [{min(raw)}]")
    _check_contrast(name, theme)
    return theme


def _read(name: str, part: str, kind: type[T], values: dict[str, Any]) -> T:
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # all callers pass dataclasses
    for key in values:
        if key not in known:
            raise _refuse(name, f"unknown entry {key!r} in [{part}]")
    try:
        return kind(**values)
    except TypeError as error:
        raise _refuse(name, f"[{part}] is not complete: {error}") from error


def _same(name: str, part: str, found: set[str], wanted: frozenset[str]) -> None:
    for key in sorted(found - wanted):
        raise _refuse(name, f"unknown entry {key!r} in [{part}]")
    for key in sorted(wanted - found):
        raise _refuse(name, f"[{part}] lacks {key!r}")


def _check_contrast(name: str, theme: Theme) -> None:
    for key, style in theme.styles.items():
        if key == "watermark":
            continue
        large = style.size >= 18 or (style.bold and style.size >= 14)
        ground = theme.colour(_ON.get(key, "paper"))
        got = ratio(theme.colour(style.colour), ground)
        if got < (3.0 if large else 4.5):
            raise _refuse(name, f"the text of {key!r} is too pale: contrast {got:.1f} to 1")


def _refuse(name: str, message: str) -> TemplateError:
    return TemplateError(Finding("T501", message, Position(name), hint="compare with the shipped theme.toml"))
