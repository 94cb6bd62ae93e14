"""Checks officers' words for packs: signed and cleared in order, about areas and people that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from egci_reports.errors import Finding
from egci_reports.records.briefs import ItemBrief, SpeakingPoint
from egci_reports.records.checks.inspection import Inspection, Spot, claims
from egci_reports.records.notes import MeetingNotes
from egci_reports.records.packs import Delegate, PackWords, Remarks, RunDown
from egci_reports.records.records import meeting_before
from egci_reports.records.signed import Signed

MOST_WORDS = 30
"""Words of a sentence that can be said in one breath."""
MOST_ENGLISH = 450
"""English words of remarks that take three minutes and a half."""
MOST_CHINESE = 750
"""Chinese characters of remarks that take as long."""

_SENTENCE = re.compile(r"(?<=[.?!])\s+")


def check_briefs(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for each part unsigned or cleared too soon, each brief on nothing, each odd list."""
    for spot, part in inspection.of_kind(Signed):
        yield from _signed(inspection, spot, part)
    for spot, brief in inspection.of_kind(ItemBrief):
        yield from _number(inspection, spot, brief.plenary)
        yield from _counted(inspection, spot / "area", brief.plenary, brief.area)
        if brief.guangdong and brief.date and brief.guangdong.on > brief.date:
            message = f"an assessment of {brief.guangdong.on} in a brief of {brief.date}"
            place = spot / "guangdong" / "on"
            yield inspection.error("C432", place, message, "mend one of the two dates")
    for spot, pack in inspection.of_kind(PackWords):
        yield from _number(inspection, spot, pack.plenary)
        yield from _annexes(inspection, spot / "annexes", pack)
        yield from _pointers(inspection, spot, pack)
    for spot, notes in inspection.of_kind(MeetingNotes):
        yield from _number(inspection, spot, notes.plenary)
    for spot, delegate in inspection.of_kind(Delegate):
        yield from _somebody(inspection, spot, delegate)
    for spot, run_down in inspection.of_kind(RunDown):
        yield from _times(inspection, spot / "rows", run_down)
    for spot, point in inspection.of_kind(SpeakingPoint):
        yield from _breath(inspection, spot / "say", point)
    for spot, remarks in inspection.of_kind(Remarks):
        yield from _long(inspection, spot, remarks)


def _signed(inspection: Inspection, spot: Spot, part: Signed) -> Iterator[Finding]:
    missing = [name for name in ("author", "date") if getattr(part, name) is None]
    if part.is_written and missing:
        message = f"words of an officer without {' and '.join(missing)}"
        hint = "add 'author: ...' and 'date: YYYY-MM-DD': who wrote this, and when"
        yield inspection.error("C430", spot, message, hint)
    if part.cleared is None:
        return
    if not part.is_written:
        message = "this is cleared, and nothing is written in it"
        yield inspection.error("C431", spot / "cleared", message, "write it, or take 'cleared' out")
    elif part.date is not None and part.cleared.on < part.date:
        message = f"cleared on {part.cleared.on}, before it was written on {part.date}"
        hint = "mend one of the two dates; words changed after their clearance are cleared again"
        yield inspection.error("C431", spot / "cleared" / "on", message, hint)


def _number(inspection: Inspection, spot: Spot, number: int) -> Iterator[Finding]:
    """Find words for a plenary that is neither on record nor the next."""
    following = max(inspection.numbers, default=0) + 1
    if not 2 <= number <= following:
        message = f"there is no pack before plenary {number}"
        hint = f"packs are held before plenaries 2 to {following}"
        yield inspection.error("C433", spot / "plenary", message, hint)


def _pointers(inspection: Inspection, spot: Spot, pack: PackWords) -> Iterator[Finding]:
    """Find lines of the run-down and the agenda that point to no area."""
    for index, row in enumerate(pack.run_down.rows):
        place = spot / "run_down" / "rows" / index / "area"
        yield from _counted(inspection, place, pack.plenary, row.area)
    for index, item in enumerate(pack.agenda.items):
        place = spot / "agenda" / "items" / index / "area"
        yield from _counted(inspection, place, pack.plenary, item.area)


def _counted(inspection: Inspection, spot: Spot, number: int, area: int | None) -> Iterator[Finding]:
    """Find an area that the plan under review at a plenary does not list."""
    before = meeting_before(inspection.records, number)
    if area is None or before is None or f"meetings/{number - 1:02d}" in inspection.broken:
        return
    listed = max((len(areas) for _, areas in claims(spot, before.areas.listed)), default=0)
    if area > listed:
        message = f"this is about area {area}, and the plan of plenary {before.number} names {listed}"
        hint = "'area' counts the areas of the plan under review from 1"
        yield inspection.error("C434", spot, message, hint)


def _annexes(inspection: Inspection, spot: Spot, pack: PackWords) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, (annex, key) in enumerate(zip(pack.annexes, pack.annex_files, strict=True)):
        place = spot / index
        if annex.file.casefold() in seen:
            message = f"the annex {annex.file} is listed twice"
            yield inspection.error("C435", place / "file", message, "take one of the two out")
        seen.add(annex.file.casefold())
        file = inspection.records.annexes.get(key)
        if annex.validated and file is not None and not file.claims_all:
            message = f"{annex.file} is said to have passed a validator, and does not claim both standards"
            hint = "take 'validated' out, or put the file there that claims PDF/UA-1 and PDF/A-2a"
            yield inspection.error("C436", place / "validated", message, hint)


def _somebody(inspection: Inspection, spot: Spot, delegate: Delegate) -> Iterator[Finding]:
    if delegate.person and delegate.name:
        message = "this entry has a person on record and a name"
        yield inspection.error("C437", spot / "name", message, "take one of the two out")
    elif not (delegate.person or delegate.name or delegate.post):
        message = "this entry names nobody"
        yield inspection.error("C437", spot / "body", message, "add 'person', 'name' or 'post'")


def _times(inspection: Inspection, spot: Spot, run_down: RunDown) -> Iterator[Finding]:
    timed = [(index, row.time) for index, row in enumerate(run_down.rows) if row.time]
    for (_, before), (index, after) in pairwise(timed):
        if after < before:
            message = f"{after} stands after {before}"
            yield inspection.error("C438", spot / index / "time", message, "put the lines in order of time")


def _breath(inspection: Inspection, spot: Spot, point: SpeakingPoint) -> Iterator[Finding]:
    longest = max(len(sentence.split()) for sentence in _SENTENCE.split(point.say))
    if longest > MOST_WORDS:
        message = f"a sentence of {longest} words, which cannot be said in one breath"
        yield inspection.warning("C314", spot, message, f"make sentences of {MOST_WORDS} words at most")


def _long(inspection: Inspection, spot: Spot, remarks: Remarks) -> Iterator[Finding]:
    english = len(remarks.en.split()) if remarks.en else 0
    chinese = sum(not character.isspace() for character in remarks.tc) if remarks.tc else 0
    for field, count, most, unit in (
        ("en", english, MOST_ENGLISH, "words"),
        ("tc", chinese, MOST_CHINESE, "characters"),
    ):
        if count > most:
            message = f"remarks of {count} {unit}, which take more than three minutes and a half"
            yield inspection.warning("C315", spot / field, message, f"shorten them to {most} {unit}")
