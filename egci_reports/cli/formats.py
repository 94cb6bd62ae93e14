"""The options of commands that write papers: in which formats, and whether over a file edited by hand."""

from __future__ import annotations

from typing import Any

import click

from egci_reports.app.papers.formats import DEFAULT_FORMATS, FORMATS, Format, names_of

_DEFAULT = names_of(DEFAULT_FORMATS)


class FormatsType(click.ParamType[tuple[Format, ...]]):
    """One or more forms with commas between: word,pdf."""

    name = "formats"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Format, ...]:
        """Read the forms; fails with those that there are."""
        if isinstance(value, tuple):
            return value
        wanted = dict.fromkeys(part.strip().lower() for part in str(value).split(","))
        known = {form.name: form for form in FORMATS}
        if unknown := [part for part in wanted if part not in known]:
            names = ", ".join(known)
            self.fail(f"{unknown[0]!r} is no form: write {names}, or {','.join(known)}", param, ctx)
        return tuple(known[name] for name in wanted)


formats = click.option(
    "--format",
    "formats",
    type=FormatsType(),
    default=_DEFAULT,
    show_default=True,
    metavar="FORMS",
    help=f"What to make: {_DEFAULT}, or one of them.",
)
force = click.option("--force", is_flag=True, help="Replace a file edited by hand; it is kept beside.")
