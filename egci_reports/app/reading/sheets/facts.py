"""Sets a fact out as lines: the value with its sources, both sides of a dispute, or why it is not stated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar, assert_never

from egci_reports.app.reading.sheets.model import SheetBuilder
from egci_reports.app.reading.sheets.words import UNSTATED_WORDS, day
from egci_reports.records.facts import Decision, Disputed, RivalValue, Stated, Unstated, UnstatedReason
from egci_reports.records.sources import Discrepancy, Slip

T = TypeVar("T")


def fact_lines(
    draft: SheetBuilder,
    fact: Stated[T] | Disputed[T] | Unstated | None,
    path: str,
    render: Callable[[T], Sequence[str]],
) -> list[str]:
    """Return the lines of a fact that stands at `path` of the record; `render` words its value.

    Nothing is returned for a fact that the record does not have at all.
    """
    match fact:
        case None:
            return []
        case Stated():
            lines = marked(render(fact.value), draft.cite(fact.sources))
        case Disputed():
            lines = _dispute(draft, fact, path, render)
        case Unstated():
            waits = draft.is_planned and fact.unstated is UnstatedReason.NOT_RECORDED
            lines = [
                f"{'not yet recorded' if waits else UNSTATED_WORDS[fact.unstated]}{draft.cite(fact.sources)}"
            ]
        case _:
            assert_never(fact)
    return [*lines, *note_lines(fact.note)]


def marked(lines: Sequence[str], mark: str) -> list[str]:
    """Put the mark of the sources after the last line."""
    return [*lines[:-1], f"{lines[-1]}{mark}"] if lines else []


def note_lines(note: str | None) -> list[str]:
    """Return a note as a line in brackets."""
    return [f"({note})"] if note else []


def _dispute(
    draft: SheetBuilder, fact: Disputed[T], path: str, render: Callable[[T], Sequence[str]]
) -> list[str]:
    lines = ["in dispute:"]
    for number, claim in enumerate(fact.disputed, start=1):
        lines += [f"{number}. {text}" for text in _claim(draft, claim, render)]
    if fact.decision is None and fact.accepted is not None:
        accepted = fact.accepted
        return [*lines, f"accepted by {accepted.by}, {day(accepted.on)}: {accepted.reason}"]
    return [*lines, _verdict(fact.decision, draft, path)]


def _claim(draft: SheetBuilder, claim: RivalValue[T], render: Callable[[T], Sequence[str]]) -> Iterable[str]:
    words = f' "{claim.words}"' if claim.words else ""
    yield f"{'; '.join(render(claim.value))}{draft.cite(claim.sources)}{words}"


def _verdict(decision: Decision | None, draft: SheetBuilder, path: str) -> str:
    if decision is not None:
        return f"decided for {decision.claim} by {decision.by}, {day(decision.on)}: {decision.reason}"
    place = draft.place(path)
    return f"undecided ({place.file}:{place.line})" if place else "undecided"


def slip_lines(draft: SheetBuilder, slips: Iterable[Slip]) -> list[str]:
    """Return what sources print wrongly, with the right form."""
    return [
        f'"{slip.printed}" is read as "{slip.right}": {slip.reason}{draft.cite(slip.sources)}'
        for slip in slips
    ]


def discrepancy_lines(draft: SheetBuilder, points: Iterable[Discrepancy]) -> list[str]:
    """Return the points on which sources differ, each with what every source says."""
    lines: list[str] = []
    for point in points:
        lines.append(f"{point.on}:")
        lines += [
            f"{number}. {version.words}{draft.cite(version.sources)}"
            for number, version in enumerate(point.versions, start=1)
        ]
        if point.decision:
            lines.append(_verdict(point.decision, draft, ""))
        lines += note_lines(point.note)
    return lines
