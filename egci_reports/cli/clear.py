"""`clear`: enters who cleared words and when, or lists what waits for that."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from egci_reports.app.papers.named import paper_of
from egci_reports.cli import completion, options
from egci_reports.cli.layout import terminal_width
from egci_reports.cli.paper import shown
from egci_reports.cli.settings import Settings
from egci_reports.cli.table import columns

if TYPE_CHECKING:
    from egci_reports.app.keeping.clear import ClearableWords


@click.command()
@click.argument("kind", metavar="[KIND]", required=False)
@click.argument("which", metavar="[NUMBER OR PAPER]", required=False, shell_complete=completion.papers)
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--by", metavar="POST", help="Who cleared the words: a post or a name.")
@click.option("--on", type=options.DayType(), metavar="DATE", help="On which day (YYYY-MM-DD).")
@options.as_json
@options.common
@click.pass_obj
def clear(
    settings: Settings,
    kind: str | None,
    which: str | None,
    names: tuple[str, ...],
    by: str | None,
    on: date | None,
) -> None:
    """Enter that words are cleared, by whom and when.

    KIND is return, brief, pack or paper. A return is named by its plenary and department, a brief by its
    plenary and number, a part of a pack by its plenary and name, an officer's text by its paper and section
    (or its place there, where a section has several). Without a name, what waits to be cleared is listed.

    A clearance is of the words as they stand. When they change it is void, and they are cleared again.

    \b
    Examples:
      egci-report clear
      egci-report clear return 20 customs --by "Assistant Commissioner" --on 2025-07-29
      egci-report clear brief 20 3 --by "Deputy Commissioner" --on 2025-10-03
      egci-report clear pack 20 steering opening --by Commissioner --on 2025-10-04
      egci-report clear paper annual-2024 summary --by Commissioner --on 2025-01-20
    """
    from egci_reports.app.keeping.clear import KINDS, waiting  # noqa: PLC0415 - `--help` needs none of it
    from egci_reports.app.keeping.clear import clear as enter  # noqa: PLC0415

    if kind is not None and kind not in KINDS:
        raise click.UsageError(f"{kind!r} is nothing that is cleared: write {', '.join(KINDS)}")
    which, names = _which(kind, which, names)
    if not names:
        if by is not None or on is not None:
            raise click.UsageError("say what was cleared: egci-report clear brief 20 3 --by POST --on DATE")
        _list(settings, waiting(settings.workspace(), kind, which))
        return
    if kind is None or which is None or by is None or on is None or not by.strip():
        raise click.UsageError("say who cleared it, and when: --by POST --on YYYY-MM-DD")
    done = enter(settings.workspace(), kind, which, names, by.strip(), on)
    if settings.as_json:
        told = {"cleared": [_plain(one) for one in done.words], "written": [str(path) for path in done.paths]}
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
        return
    for path in done.paths:
        click.echo(shown(path))
    for one in done.words:
        settings.note(f"Cleared by {by.strip()} on {on}: {_called(one)}.")
    if not done.paths:
        settings.note("That was on record already; nothing was written.")
    settings.next("egci-report clear")


def _which(kind: str | None, which: str | None, names: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """Return which plenary or paper is meant, annual-2024 for annual 2024, and the names in it."""
    if which is not None and kind != "paper":
        if not which.isascii() or not which.isdecimal():
            raise click.UsageError(f"{which!r} is no number of a plenary: egci-report clear {kind} 20")
        return str(int(which)), names
    return paper_of((which, *names)) if which is not None else (which, names)


def _list(settings: Settings, found: Sequence[ClearableWords]) -> None:
    if settings.as_json:
        click.echo(json.dumps([_plain(one) for one in found], indent=2, ensure_ascii=False))
        return
    if not found:
        settings.note("Nothing that is written waits to be cleared.")
        settings.next("egci-report status")
        return
    rows = [(one.spoken, one.title or "-", one.state) for one in found]
    first, *rest = columns(("To clear", "What it is", "State"), rows, terminal_width())
    click.echo("\n".join([click.style(first, bold=True), *rest]))
    settings.next(f"egci-report clear {found[0].spoken} --by POST --on YYYY-MM-DD")


def _called(one: ClearableWords) -> str:
    return f"{one.spoken} ({one.title})" if one.title else one.spoken


def _plain(one: ClearableWords) -> dict[str, str]:
    return {"kind": one.kind, "which": one.which, "name": one.name, "title": one.title, "state": one.state}
