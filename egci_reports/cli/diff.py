"""`diff`: what changed between two plenaries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

import click

from egci_reports.app.reading.diff import diff as compare
from egci_reports.app.reading.difference import AreaLine, ComparedPlenary, Difference
from egci_reports.cli import completion, options
from egci_reports.cli.layout import hang, plain, terminal_width, wrap
from egci_reports.cli.settings import Settings

_LABELS = 18


@click.command()
@click.argument("one", metavar="ONE", shell_complete=completion.years)
@click.argument("other", metavar="OTHER", shell_complete=completion.years)
@options.as_of
@options.as_json
@options.common
@click.pass_obj
def diff(settings: Settings, one: str, other: str) -> None:
    """Show what changed between two plenaries.

    ONE and OTHER are numbers or years of plenaries. Words left out of an area stand in [-...-], words added
    in {+...+}.

    \b
    Examples:
      egci-report diff 2023 2024
      egci-report diff 15 16
      egci-report diff 2012 2013 --json
    """
    found = compare(settings.records(settings.as_of), one, other)
    if settings.as_json:
        settings.tell(json.dumps(_plain(found), indent=2, ensure_ascii=False))
        return
    settings.tell("\n".join(_page(found, terminal_width())))
    settings.next(f"egci-report show {found.later.label.split(',')[0]}")


def _page(found: Difference, width: int) -> Iterator[str]:
    yield click.style(f"{found.earlier.label} -> {found.later.label}", bold=True)
    yield f"{_where(found.earlier)} -> {_where(found.later)}"
    yield ""
    for fact in found.facts:
        told = fact.after if fact.is_same else f"{fact.before} -> {fact.after}"
        yield from hang(fact.label, told + (" (both)" if fact.is_same else ""), _LABELS, width)
    yield from _headed("Areas", found.areas_note, width)
    for line in found.areas:
        yield from _area(line, width)
    yield from _headed("Hong Kong bodies", found.bodies_note, width)
    for bodies in found.bodies:
        yield f"  {bodies.label}:"
        for name in bodies.names:
            yield from hang("", name, 4, width)


def _where(compared: ComparedPlenary) -> str:
    place = compared.place
    return f"{plain(place.file)}:{place.line}" if place else compared.address


def _headed(heading: str, note: str, width: int) -> Iterator[str]:
    yield ""
    yield click.style(heading, bold=True)
    if note:
        yield from (f"  {line}" for line in wrap(note, width - 2))


def _area(line: AreaLine, width: int) -> Iterator[str]:
    doubt = " (join doubtful)" if line.is_doubtful else ""
    source = f", in the words of the {line.source}" if line.source else ""
    yield from hang("", f"{line.subject}: {line.how}{doubt}{source}", 2, width)
    if line.steps:
        (was, _), (now, _) = line.before[0], line.after[0]
        lead = f"{now}. " if was == now else f"{was} -> {now}. "
        yield from hang("", lead + " ".join(_marked(step, words) for step, words in line.steps), 4, width)
        return
    told = (*line.before, *line.after) if line.is_apart else line.after or line.before
    for place, words in told:
        yield from hang("", f"{place}. {words}", 4, width)


def _marked(step: str, words: str) -> str:
    return {"added": f"{{+{words}+}}", "removed": f"[-{words}-]"}.get(step, words)


def _plain(found: Difference) -> dict[str, object]:
    told = asdict(found)
    for side in ("earlier", "later"):
        place = told[side].pop("place")
        told[side] |= {"file": place["file"], "line": place["line"]} if place else {}
    return told
