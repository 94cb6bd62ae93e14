"""`trace`: the record and the source behind a statement of a paper."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from egci_reports.app.papers.named import paper_of
from egci_reports.app.reading.trace import Traced
from egci_reports.app.reading.trace import trace as trace_in
from egci_reports.cli import completion, options
from egci_reports.cli.layout import hang, plain, terminal_width
from egci_reports.cli.settings import Settings

_LONGEST = 300
"""Characters of a text that are shown: enough to know it by."""


@click.command()
@click.argument("paper", metavar="PAPER", shell_complete=completion.papers)
@click.argument("what", nargs=-1, required=True, metavar="WHAT...")
@options.as_of
@options.as_json
@options.common
@click.pass_obj
def trace(settings: Settings, paper: str, what: tuple[str, ...]) -> None:
    """Find the record behind a statement of a paper.

    PAPER is the name its files begin with: history, or annual-2024 (or annual 2024). WHAT is the number of a
    section (with all that stands in it), of a paragraph or item, a table or a figure, or some words as they
    stand.

    \b
    Examples:
      egci-report trace history 5.8
      egci-report trace annual-2024 12
      egci-report trace history Table 1
      egci-report trace annual-2013 "Internet of Things"
    """
    paper, what = paper_of((paper, *what))
    if not what:
        raise click.UsageError(f"say what to find in it: egci-report trace {paper} 12")
    found = trace_in(settings.workspace(), paper, " ".join(what), settings.as_of)
    if settings.as_json:
        settings.tell(json.dumps([_plain(one) for one in found], indent=2, ensure_ascii=False))
        return
    before = ""
    for one in found:
        head = _head(one)
        lines = [] if head == before else [*([""] if before else []), click.style(head, bold=True)]
        settings.tell("\n".join([*lines, *_lines(one, terminal_width())]))
        before = head
    shown = next((one.about for one in found if one.about), None)
    settings.next(f"egci-report show {shown.partition('#')[0]}" if shown else "egci-report list")


def _head(one: Traced) -> str:
    label = f", {one.label}" if one.label and one.label != one.section else ""
    return plain(f"{one.section or 'Title'}{label}")


def _lines(one: Traced, width: int) -> Iterator[str]:
    for text in one.texts:
        yield from hang("", text if len(text) <= _LONGEST else f"{text[:_LONGEST]}...", 4, width)
    if one.about is None:
        yield "  no single record: the paper says it of itself, or works it out from several"
    elif one.place:
        yield f"  {plain(one.about)}  {plain(one.place.file)}:{one.place.line}"
    else:
        yield f"  {plain(one.about)}"
    for source in one.sources:
        yield from hang("  from", source.text, 8, width)
        yield f"        {plain(source.url)}"


def _plain(one: Traced) -> dict[str, object]:
    place = {"file": one.place.file, "line": one.place.line} if one.place else {}
    return {
        "section": one.section,
        "label": one.label,
        "texts": one.texts,
        "record": one.about,
        **place,
        "sources": [{"source": source.text, "address": source.url} for source in one.sources],
    }
