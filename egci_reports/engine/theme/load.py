"""Loads theme.toml: each entry is known, of the right kind, and no text is too small or too pale."""

from __future__ import annotations

import math
import re
from dataclasses import MISSING, fields
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from egci_reports.engine.theme.legibility import require_contrast, require_room, require_size
from egci_reports.engine.theme.model import (
    CalloutLook,
    Colour,
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
from egci_reports.engine.theme.names import COLOURS, STYLES
from egci_reports.engine.toml_file import TomlFile

_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_NEVER_ZERO = ("size", "leading", "width", "height", "row")
_PARTS: dict[str, type[Any]] = {
    "page": Page,
    "fonts": Fonts,
    "palette": Palette,
    "table": TableLook,
    "figure": FigureLook,
    "lists": ListLook,
    "callout": CalloutLook,
    "title": TitleLook,
}


@lru_cache(maxsize=4)
def load_theme(text: str, name: str = "templates/theme.toml") -> Theme:
    """Read a theme from the text of its TOML file; `name` is the path shown in errors.

    Raises TemplateError (T501) naming, each at its line, all entries that are unknown, missing or of the
    wrong kind; if there are none, all text that is too small or too pale.
    """
    file = TomlFile(text, name, ("T501", "T501"), "compare with the shipped theme.toml")
    file.table(may=(*_PARTS, "colours", "styles"))
    colours = file.table("colours", needs=COLOURS, may=())
    colours = {key: _value(file, Colour, value, "colours", key) for key, value in colours.items()}
    parts = {part: _values(file, model, part) for part, model in _PARTS.items()}
    styles = file.table("styles", needs=STYLES, may=())
    looks = {style: _values(file, TextStyle, "styles", style) for style in styles}
    for style, look in looks.items():
        if look.get("colour", "ink") not in COLOURS:
            file.wrong(f"there is no colour {look['colour']!r}", "styles", style, "colour")
    file.finish()
    theme = Theme(
        **{part: model(**parts[part]) for part, model in _PARTS.items()},
        colours=colours,
        styles={style: TextStyle(**look) for style, look in looks.items()},
    )
    require_room(theme.page, file)
    require_size(theme, file)
    require_contrast(theme, file)
    file.finish()
    return theme


def _values(file: TomlFile, model: type[Any], *path: str) -> dict[str, Any]:
    """Return the entries of a part as its model wants them, noting what is wrong."""
    kinds = get_type_hints(model)
    needs = {field.name for field in fields(model) if field.default is MISSING}
    values = file.table(*path, needs=needs, may=kinds)
    known = {key: value for key, value in values.items() if key in kinds}
    return {key: _value(file, kinds[key], value, *path, key) for key, value in known.items()}


def _value(file: TomlFile, kind: Any, value: Any, *path: str) -> Any:
    """Return an entry as its field wants it, noting what is wrong with it."""
    if get_origin(kind) is tuple:
        return _colours(file, value, *path)
    if kind is float and isinstance(value, int | float) and not isinstance(value, bool):
        value = float(value)
    if not _fits(kind, value, path[-1]):
        file.wrong(f"{path[-1]!r} is {value!r}, and must be {_wanted(kind, path[-1])}", *path)
    return value


def _colours(file: TomlFile, value: Any, *path: str) -> tuple[Any, ...]:
    if not isinstance(value, list) or not value:
        file.wrong(f"{path[-1]!r} must be a list of colours", *path)
        return ()
    return tuple(_value(file, Colour, colour, *path) for colour in value)


def _fits(kind: Any, value: Any, key: str) -> bool:
    if kind is float:
        fits = isinstance(value, float) and math.isfinite(value) and value >= 0
        return fits and (value > 0 or key not in _NEVER_ZERO)
    if kind is bool:
        return isinstance(value, bool)
    if get_origin(kind) is Literal:
        return value in get_args(kind)
    return isinstance(value, str) and bool(_COLOUR.fullmatch(value) if kind is Colour else value)


def _wanted(kind: Any, key: str) -> str:
    """Say what an entry must be."""
    if kind is float:
        return "a number above 0" if key in _NEVER_ZERO else "a number from 0 on"
    if get_origin(kind) is Literal:
        return f"one of {', '.join(get_args(kind))}"
    return {bool: "true or false", Colour: "a colour as RRGGBB"}.get(kind, "a text")
