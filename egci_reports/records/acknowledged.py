"""Warnings that an officer has looked at and lets stand, each with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Annotated

from egci_reports.errors import Finding, Severity
from egci_reports.records.base import Day, Line, Model
from egci_reports.records.dated import Undated
from egci_reports.records.records import Places

FILE = "acknowledged"
"""The file that holds them, without its ending, and how their addresses begin."""


class Acknowledgement(Model):
    """That a warning at a record was looked at: it is counted, and not told again while its words stand."""

    code: Line
    """The code of the warning, as in brackets: C306."""
    record: Line
    """The record that it is told of: meetings/03, bodies/marine-department."""
    says: Line
    """What the warning says, word for word."""
    line: Line
    """The line of the file that it is told at, word for word; when it changes, the warning is told again."""
    reason: Line
    """Why it may stand."""
    by: Line
    """Who looked at it: a post or a name."""
    on: Annotated[Day, Undated("it tells when somebody looked at a warning, and no paper tells that")]
    """On which day."""


def key_of(finding: Finding, places: Places) -> tuple[str, str, str, str]:
    """Return by what a warning is known again: its code, its record, what it says, the words of its line."""
    record = places.record_at(finding.position) if finding.position else None
    return finding.code, record or "", finding.message, (finding.source or "").strip()


def unacknowledged(
    findings: Iterable[Finding], entries: Iterable[tuple[str, Acknowledgement]], places: Places
) -> tuple[tuple[Finding, ...], int]:
    """Return the findings without the warnings that are acknowledged, and how many these were.

    `entries` are the acknowledgements with their addresses. One that is of nothing that is told any more is
    itself told of (C322).
    """
    known = {(one.code, one.record, one.says, one.line): (at, one) for at, one in entries}
    told: list[Finding] = []
    used: set[tuple[str, str, str, str]] = set()
    count = 0
    for finding in findings:
        key = key_of(finding, places)
        if finding.is_error or key not in known:
            told.append(finding)
        else:
            used.add(key)
            count += 1
    void = (known[key] for key in known if key not in used)
    return (*told, *_void(void, places)), count


def _void(entries: Iterable[tuple[str, Acknowledgement]], places: Places) -> Iterator[Finding]:
    for address, one in entries:
        position = places.find(address)
        message = f"nothing is told any more as it was acknowledged here: {one.code} of {one.record}"
        hint = "take the entry out; if a warning is told there in other words, acknowledge that one"
        finding = Finding("C322", message, position, hint, Severity.WARNING)
        yield replace(finding, source=places.source(position)) if position else finding
