"""`addendum`: which places of a numbered edition read how now."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from egci_reports.app.papers.departments import has_parts
from egci_reports.app.papers.named import parted
from egci_reports.app.papers.order import Audience, Format, Order
from egci_reports.cli import completion, options
from egci_reports.cli.formats import force, formats
from egci_reports.cli.layout import hang, plain, terminal_width
from egci_reports.cli.paper import make_drafts, marking, numbered
from egci_reports.cli.settings import Settings

if TYPE_CHECKING:
    from egci_reports.app.papers.addenda import Amendment
    from egci_reports.app.papers.begin import Draft

_SUBJECTS = {
    "annual": (re.compile(r"[12][0-9]{3}"), None, "the year of the report: addendum annual 2024"),
    "briefing": (re.compile(r"[1-9][0-9]{0,2}"), "next", "the number of the plenary: addendum briefing 20"),
    "history": (re.compile("all|short"), "all", "nothing after 'history', or 'short'"),
}
"""How the subject of each kind is written, what it is if it is left out, and what to write."""


@click.command()
@click.argument("kind", metavar="KIND", shell_complete=completion.kinds)
@click.argument("subject", required=False, metavar="[YEAR OR NUMBER]", shell_complete=completion.subjects)
@click.option("--to", "edition", required=True, callback=numbered, metavar="NUMBER", help="The edition: 1.0.")
@click.option(
    "--for",
    "reader",
    shell_complete=completion.readers,
    metavar="AUDIENCE",
    help="To the paper for internal, joint or public readers, or to one department's part, or all. "
    "[default: internal]",
)
@click.option("--next", "is_next", is_flag=True, help="Give what has changed since the last the next number.")
@click.option("--show", "is_shown", is_flag=True, help="Show what it would say, and make nothing.")
@formats
@marking
@force
@options.out
@options.as_of
@options.as_json
@options.common
@click.pass_obj
def addendum(
    settings: Settings,
    kind: str,
    subject: str | None,
    *,
    edition: str,
    reader: str | None,
    is_next: bool,
    is_shown: bool,
    formats: tuple[Format, ...],
    marking: str | None,
    force: bool,
) -> None:
    """Make the addendum to a numbered edition.

    It is a short paper for the holders of the edition: each paragraph, row and field that reads otherwise
    now, in the numbers and pages of the edition. Addenda to an edition are numbered themselves; each
    holds all that has changed since the edition, and takes the place of the one before. A department's part
    has addenda of its own.

    \b
    Examples:
      egci-report addendum briefing 20 --to 1.0 --show
      egci-report addendum briefing 20 --to 1.0
      egci-report addendum briefing 20 --to 1.0 --for all
      egci-report addendum annual 2024 --to 1.0 --for joint
      egci-report distribute briefing 20 --addendum-to 1.0
    """
    from egci_reports.distribution.addenda import amendments, refuse_unchanged  # noqa: PLC0415 - `--help` needs none

    kind, subject, reader = parted(kind, subject, reader)
    if kind not in _SUBJECTS:
        raise click.UsageError(f"{kind!r} has no addenda: write {', '.join(_SUBJECTS)}")
    reader = reader or Audience.INTERNAL.value
    workspace = settings.workspace()
    body = None if reader in list(Audience) else reader
    if body is not None and not has_parts(kind):
        raise click.UsageError(
            f"only a briefing has parts: --for takes internal, joint or public, not {body!r}"
        )
    audience = Audience.INTERNAL if body else Audience(reader)
    named = _subject(kind, subject)
    order = Order(kind, named, edition, settings.as_of, marking, formats, audience=audience)
    found = amendments(workspace, order, body, is_next=is_next or is_shown)
    for one in found:
        if one.draft is None:
            settings.note(unchanged(one))
    refuse_unchanged(found)
    drafts = [one.draft for one in found if one.draft is not None]
    if is_shown:
        _show(settings, drafts)
        return
    make_drafts(settings, drafts, workspace, force=force, stage=None)


def _subject(kind: str, given: str | None) -> str:
    """Return which paper of a kind is meant; raises click.UsageError for what names none."""
    form, left_out, how = _SUBJECTS[kind]
    if given is None and left_out is not None:
        return left_out
    if given is None or not form.fullmatch(given):
        raise click.UsageError(f"write {how}")
    return given


def _show(settings: Settings, drafts: list[Draft]) -> None:
    """Print what addenda say, place by place."""
    from egci_reports.app.papers.addenda import told  # noqa: PLC0415 - `--help` needs none

    rows = [(draft.paper.stem, told(draft)) for draft in drafts]
    if settings.as_json:
        click.echo(
            json.dumps(
                {stem: [list(row) for row in places] for stem, places in rows}, indent=2, ensure_ascii=False
            )
        )
        return
    for stem, places in rows:
        click.echo(click.style(stem, bold=True))
        for place, *words in places:
            click.echo("\n".join([f"  {plain(place)}", *_beside(words)]))


def _beside(words: list[str]) -> Iterator[str]:
    """Yield what stood there and what stands there now, a line each."""
    for mark, text in zip("-+" if len(words) > 1 else "+", words, strict=True):
        yield from hang(f"    {mark}", plain(text.replace("\n", "; ")), 6, terminal_width())


def unchanged(one: Amendment) -> str:
    """Say why a paper has no addendum."""
    if not one.is_made:
        return f"{one.paper} has no edition {one.edition}: it was not made here."
    return f"{one.paper} reads as edition {one.edition} does: it needs no addendum."
