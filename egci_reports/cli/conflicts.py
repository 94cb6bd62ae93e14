"""`conflicts`: where sources disagree, what each says, and how a decision is recorded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

import click

from egci_reports.app.reading.conflicts import Conflict, ConflictSide
from egci_reports.app.reading.conflicts import conflicts as conflicts_in
from egci_reports.app.reading.page_notes import PageNotes, PagePoint, page_notes, quoted
from egci_reports.cli import options
from egci_reports.cli.layout import hang, terminal_width, wrap
from egci_reports.cli.settings import Settings

_CHECK = "Please check: another source has it differently"
_MEND = "Please mend"
_CHOOSE = "Please choose: the page has it in more than one way"
_THROUGHOUT = "Please mend throughout"

_DECISION = """\
decision:
  claim: 1        # the number of the value
  by: ...         # who decided: a post or a name
  on: YYYY-MM-DD
  reason: ...     # in words that may be printed"""

_ACCEPTANCE = """\
accepted:
  by: ...
  on: YYYY-MM-DD
  reason: ..."""


@click.command()
@click.option(
    "--page",
    is_flag=True,
    help="Show what the editor of the group's page is to check, mend and choose, as Markdown to send.",
)
@options.as_of
@options.as_json
@options.common
@click.pass_obj
def conflicts(settings: Settings, page: bool) -> None:  # noqa: FBT001 - click passes options by name
    """Show where sources disagree, undecided points first.

    \b
    Examples:
      egci-report conflicts
      egci-report conflicts --json
      egci-report conflicts --page > notes-on-the-page.md
    """
    records = settings.records(settings.as_of)
    if page:
        _tell_of_page(page_notes(records), settings)
        return
    found = conflicts_in(records)
    if settings.as_json:
        settings.tell(json.dumps([_plain(conflict) for conflict in found], indent=2, ensure_ascii=False))
        return
    for heading, some in _parts(found):
        for line in wrap(heading, terminal_width()):
            settings.tell(click.style(line, bold=True))
        for conflict in some:
            settings.tell("\n".join(["", *_lines(conflict, terminal_width())]))
        settings.tell("")
    blocking = sum(conflict.blocks for conflict in found)
    settings.note(f"{blocking} undecided of {len(found)}." if found else "No conflict is recorded.")
    settings.next("egci-report check")


def _tell_of_page(notes: PageNotes, settings: Settings) -> None:
    """Print what the editor of the page should know, whole lines that a message can take over."""
    if settings.as_json:
        settings.tell(json.dumps(asdict(notes), indent=2, ensure_ascii=False))
        return
    settings.tell(f"# Notes on the page: {notes.title}\n\n{notes.url}")
    parts = (
        (_CHECK, [f"{one.record}, {one.point}: {_ways(one)}" for one in notes.open_points]),
        (
            _MEND,
            [
                f"{one.record}: {quoted(one.printed)} should read {quoted(one.right)}. {one.reason}"
                for one in notes.slips
            ],
        ),
        (_CHOOSE, [f"{one.record}. {one.point}: {_ways(one)}" for one in notes.two_ways]),
        (_THROUGHOUT, [f"{one.text} {one.ask}" for one in notes.requests]),
    )
    number = 0
    for heading, lines in parts:
        if lines:
            settings.tell(f"\n## {heading}\n")
        for line in lines:
            number += 1
            settings.tell(f"{number}. {line}")
    settings.note(f"{notes.count} points to send to the page's editor.")


def _ways(point: PagePoint) -> str:
    return f"{'; '.join(point.ways)}."


def _parts(found: tuple[Conflict, ...]) -> Iterator[tuple[str, list[Conflict]]]:
    """Yield the headings that have something under them."""
    undecided = [conflict for conflict in found if conflict.blocks]
    accepted = [conflict for conflict in found if conflict.accepted and not conflict.decision]
    decided = [conflict for conflict in found if conflict.disputed and conflict.decision]
    noted = [conflict for conflict in found if not conflict.disputed]
    for heading, some in (
        ("Undecided: no numbered edition can be made of a paper that prints these", undecided),
        ("Accepted: papers print all values, with the reason", accepted),
        ("Decided", decided),
        ("Noted: sources put these differently; no value hangs on it", noted),
    ):
        if some:
            yield heading, some


def _lines(conflict: Conflict, width: int) -> Iterator[str]:
    yield from hang("", f"{conflict.record}: {conflict.point}", 2, width)
    if conflict.place:
        yield f"  {conflict.place.file}:{conflict.place.line}"
    for number, side in enumerate(conflict.sides, start=1):
        yield from hang("", f"{number}. {_says(side)}", 4, width)
    if conflict.note:
        yield from hang("", f"({conflict.note})", 4, width)
    decision = conflict.decision
    if decision:
        verdict = f"Decided for {decision.claim} by {decision.by}, {decision.on}: {decision.reason}"
        yield from hang("", verdict, 4, width)
    elif conflict.accepted:
        accepted = conflict.accepted
        verdict = f"Accepted by {accepted.by}, {accepted.on}: {accepted.reason}"
        yield from hang("", verdict, 4, width)
    elif conflict.disputed:
        yield "    To decide, put beside 'disputed:', at its depth:"
        yield from (f"        {line}" for line in _DECISION.splitlines())
        yield "    Or, for papers to print all values with the reason:"
        yield from (f"        {line}" for line in _ACCEPTANCE.splitlines())


def _says(side: ConflictSide) -> str:
    words = f', "{side.words}"' if side.words else ""
    return f"{side.says}{words} - {'; '.join(side.sources)}"


def _plain(conflict: Conflict) -> dict[str, object]:
    place, decision = conflict.place, conflict.decision
    return {
        "record": conflict.record,
        "point": conflict.point,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "undecided": conflict.blocks,
        "sides": [{"says": s.says, "words": s.words, "sources": s.sources} for s in conflict.sides],
        "note": conflict.note,
        "decision": decision.model_dump(mode="json") if decision else None,
        "accepted": conflict.accepted.model_dump(mode="json") if conflict.accepted else None,
    }
