"""The checklist on the cover: each part with its page, whose it is, when it is due, and how far it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from egci_reports.kinds.briefing.brief import Brief
from egci_reports.kinds.briefing.context import Pack
from egci_reports.kinds.briefing.officers import COMMON, OF_A_BRIEF
from egci_reports.records.clearance import Clearance
from egci_reports.records.signed import Signed


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A line of the checklist. `kind` is the part, `anchor` where it stands; None: it has no page yet.

    `written` of `fields` that wait for an officer are there; without fields the part is made from the record.
    `cleared` is the clearance of these very words; `is_void` that others were cleared in their place.
    """

    kind: str
    anchor: str | None
    title: str | None = None
    brief: Brief | None = None
    whose: str | None = None
    due: date | None = None
    written: int = 0
    fields: int = 0
    cleared: Clearance | None = None
    is_void: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it waits for an officer."""
        return self.written == self.fields

    @property
    def is_named(self) -> bool:
        """Whether it is said who writes it."""
        return bool(self.whose or (self.brief and self.brief.leads))

    @property
    def is_begun(self) -> bool:
        """Whether there is anything of it: a page, an officer or a day."""
        return bool(self.anchor or self.is_named or self.due)


@dataclass(frozen=True, slots=True)
class Checklist:
    """The parts that have a page, an officer or a day, and those of which there is nothing yet."""

    lines: tuple[CheckLine, ...]
    not_begun: tuple[CheckLine, ...]

    @property
    def names_officers(self) -> bool:
        """Whether it is said of any part who writes it; of briefs the bodies that lead count."""
        return any(line.is_named for line in self.lines)

    @property
    def has_due(self) -> bool:
        """Whether a day is set for any part."""
        return any(line.due for line in self.lines)


def checklist_of(pack: Pack) -> Checklist:
    """Return the checklist in the order of pages; parts begun that have no page stand in their place."""
    lines = tuple(_lines(pack))
    return Checklist(
        tuple(line for line in lines if line.is_begun),
        tuple(line for line in lines if not line.is_begun),
    )


def _lines(pack: Pack) -> Iterator[CheckLine]:
    common = dict(COMMON)
    words = pack.words
    yield _line("steering", "steering", words.steering, common["steering"])
    yield _line("agenda", "agenda", words.agenda, common["agenda"])
    yield _line("run_down", "run-down" if pack.run_down else None, words.run_down, common["run_down"])
    yield _line("delegations", "delegations", words.delegations, common["delegations"])
    for name in ("opening", "closing"):
        part: Signed = getattr(words, name)
        yield _line(name, "remarks" if part.is_written else None, part, common[name])
    if pack.returned and pack.returned.was_called:
        yield CheckLine("returns", pack.briefs[0].anchor if pack.briefs else None)
    for brief in pack.briefs:
        yield _brief(brief)
    if pack.followed:
        yield CheckLine("actions", "actions")
    yield _line("forums", "forums" if words.forums.rows else None, words.forums, common["forums"])
    for index, further in enumerate(words.further, 1):
        yield _line("further", f"further-{index}", further, (("text", "the text"),), further.title)
    for annex in pack.annexes:
        yield CheckLine("annex", annex.anchor, f"{annex.letter.upper()}: {annex.title}")
    if pack.is_sensitive:
        yield CheckLine("not_for_disclosure", "not-for-disclosure")


def _line(
    kind: str,
    anchor: str | None,
    part: Signed,
    fields: tuple[tuple[str, str], ...],
    title: str | None = None,
) -> CheckLine:
    is_there = [part.is_written if field == "en" else bool(getattr(part, field)) for field, _ in fields]
    return CheckLine(
        kind,
        anchor,
        title,
        whose=part.expected_from or part.author,
        due=part.due,
        written=sum(is_there),
        fields=len(is_there),
        cleared=part.clearance if part.is_cleared else None,
        is_void=part.is_void,
    )


def _brief(brief: Brief) -> CheckLine:
    words = brief.words
    return CheckLine(
        "brief",
        brief.anchor,
        brief=brief,
        whose=words.expected_from or words.author,
        due=words.due,
        written=sum(bool(getattr(words, field)) for field, _ in OF_A_BRIEF),
        fields=len(OF_A_BRIEF),
        cleared=words.clearance if words.is_cleared else None,
        is_void=words.is_void,
    )


def first_steps(pack: Pack, checklist: Checklist) -> tuple[str, ...]:
    """Return what is to be done first, three at most, by the names that the template has words for."""
    agenda, sheet = pack.words.agenda, pack.sheet
    steps = (
        ("plan", pack.returned is None and bool(pack.briefs)),
        ("call", pack.returned is not None and not pack.returned.was_called),
        ("agenda", agenda.agreed_on is None),
        ("wording", bool(sheet.part_read)),
        ("rivals", pack.plan.rivals is not None),
        ("place", bool(sheet.disputed)),
        ("officers", not checklist.names_officers),
        ("clearance", any(line.written and line.cleared is None for line in checklist.lines)),
    )
    return tuple(step for step, is_open in steps if is_open)[:3]
