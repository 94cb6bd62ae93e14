"""The options that commands share; each puts what it is given into the settings of the run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


class DayType(click.ParamType[date]):
    """A day written YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a day; fails with words an officer understands."""
        if isinstance(value, date):
            return value
        with suppress(ValueError):
            day = date.fromisoformat(value)
            if str(day) == value:
                return day
        return self.fail(f"{value!r} is no day: write YYYY-MM-DD, for example 2024-10-09", param, ctx)


class NumberType(click.ParamType[int]):
    """The number of a plenary, from 1 to 999."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read a number; fails with words an officer understands."""
        if isinstance(value, int):
            return value
        if len(value) <= 3 and value.isascii() and value.isdecimal() and int(value) > 0:
            return int(value)
        return self.fail(
            f"{value!r} is no number of a plenary: write it in figures, for example 20", param, ctx
        )


class PlaceType(click.Path):
    """A path, which may be any that a file can have."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read a path; fails for a text that no file can be called by."""
        try:
            is_name = b"\0" not in os.fsencode(value)
        except UnicodeError:
            is_name = False
        if not is_name:
            self.fail("the path holds a character that no name of a file can have", param, ctx)
        return super().convert(value, param, ctx)


def _setting(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    """Return a callback that puts an option's value into the settings."""

    def put(ctx: click.Context, param: click.Parameter, value: Any) -> None:  # noqa: ARG001
        setattr(ctx.obj, name, value)

    return put


def _option(*names: str, setting: str, **more: Any) -> Callable[[F], F]:
    return click.option(*names, expose_value=False, callback=_setting(setting), **more)


_folder = PlaceType(file_okay=False, path_type=Path)

workspace = _option(
    "--workspace", setting="chosen", type=_folder, metavar="DIR", help="Use the workspace in this folder."
)
quiet = _option("--quiet", "-q", setting="quiet", is_flag=True, help="Print the result and errors only.")
debug = _option("--debug", setting="debug", is_flag=True, help="Show the traceback if the program fails.")
as_json = _option("--json", setting="as_json", is_flag=True, help="Print the result as JSON.")
as_of = _option(
    "--as-of",
    setting="as_of",
    type=DayType(),
    metavar="DATE",
    help="Stand at the end of this day (YYYY-MM-DD).",
)
out = _option("--out", setting="out", type=_folder, metavar="DIR", help="Put the files into this folder.")
looked_in = _option(
    "--out", setting="out", type=_folder, metavar="DIR", help="Look in this folder for what was made."
)


def completed(names: Callable[[], Iterable[str]]) -> Callable[..., list[str]]:
    """Return a completion that offers those of the names that begin as what was typed."""
    return lambda _context, _parameter, begun: [name for name in names() if name.startswith(begun)]


def common(command: F) -> F:
    """Add the options that every command has: --workspace, --quiet, --debug."""
    return workspace(quiet(debug(command)))
