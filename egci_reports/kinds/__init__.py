"""The kinds of papers: which records, which context, which charts, which template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import cast

from egci_reports.kinds.interface import Kind
from egci_reports.records.audience.reader import Audience
from egci_reports.records.paper_kinds import PaperKind, PaperSubject
from egci_reports.records.paper_name import EVERYTHING, PaperName


class OwnCommand(StrEnum):
    """What an officer makes papers for by their own command; those over all papers leave such kinds."""

    SENDING = "sending"  # it is written when it is to be sent, for those who are to have it then
    MEETING = "meeting"  # it is made once after a plenary, and corrected by hand
    LOOK = "look"  # it tells how things stand on the day on which it is asked for


@dataclass(frozen=True, slots=True)
class KindEntry:
    """A kind of paper: its "module:function" under this package, what it is about, and for whom it is made.

    `before_plenary` says that it looks forward to a plenary, and takes in what was sent and written for it;
    `prints_returns` that it prints what departments released for others; `brings_forms` that a form goes
    with each of its copies. `part_of` is the kind of which it is the part of one body: its files are named
    after that kind, and it goes to those who are to have that. `is_letter` says that it is written to each
    body by itself, and to those alone whom it concerns.
    `over_once_held` says that nobody needs a draft of it any more once its plenary is held.
    `subjects` are those of a kind that is not about one year or plenary. `occasion` says for what it is made,
    one by one; None of a kind that hangs on the records alone, whose papers are all kept up to date.
    """

    target: str
    subject: PaperSubject
    audiences: tuple[Audience, ...]
    before_plenary: bool = False
    prints_returns: bool = False
    brings_forms: bool = False
    part_of: str | None = None
    is_letter: bool = False
    over_once_held: bool = False
    subjects: tuple[str, ...] = (EVERYTHING,)
    occasion: OwnCommand | None = None


_ALL_SIDES = (Audience.INTERNAL, Audience.JOINT, Audience.PUBLIC)
_OWN = (Audience.INTERNAL,)
_BOTH_SIDES = (Audience.INTERNAL, Audience.JOINT)
_PARTS = (Audience.DEPARTMENT,)
_WRITTEN_TO = (Audience.DEPARTMENT, Audience.JOINT)
_SENT = OwnCommand.SENDING


def _letter(
    function: str, kind: PaperKind, audiences: tuple[Audience, ...], *, over_once_held: bool = False
) -> KindEntry:
    return KindEntry(
        f"letter:{function}",
        kind.subject,
        audiences,
        is_letter=True,
        over_once_held=over_once_held,
        occasion=OwnCommand.SENDING,
    )


KINDS: Mapping[str, KindEntry] = {
    "annual": KindEntry("annual:annual", PaperKind.ANNUAL.subject, _ALL_SIDES, prints_returns=True),
    "history": KindEntry(
        "history:history", PaperKind.HISTORY.subject, _ALL_SIDES, subjects=(EVERYTHING, "short")
    ),
    "call": KindEntry(
        "call:call", PaperKind.CALL.subject, _PARTS, brings_forms=True, over_once_held=True, occasion=_SENT
    ),
    "thanks": _letter("thanks", PaperKind.THANKS, _WRITTEN_TO),
    "followup": _letter("followup", PaperKind.FOLLOW_UP, _WRITTEN_TO),
    "invitation": _letter("invitation", PaperKind.INVITATION, _WRITTEN_TO, over_once_held=True),
    "reminder": _letter("reminder", PaperKind.REMINDER, _PARTS, over_once_held=True),
    "secondreminder": _letter("secondreminder", PaperKind.SECOND_REMINDER, _PARTS, over_once_held=True),
    "release": KindEntry(
        "release:release", PaperSubject.PLENARY, (Audience.PUBLIC,), occasion=OwnCommand.MEETING
    ),
    "timetable": KindEntry("timetable:timetable", PaperSubject.PLENARY, _OWN, occasion=OwnCommand.LOOK),
    "briefing": KindEntry(
        "briefing:briefing", PaperKind.BRIEFING.subject, _OWN, before_plenary=True, over_once_held=True
    ),
    "record": KindEntry("record:record", PaperSubject.PLENARY, _BOTH_SIDES, occasion=OwnCommand.MEETING),
    "department": KindEntry(
        "briefing.department:department",
        PaperKind.BRIEFING.subject,
        _PARTS,
        before_plenary=True,
        part_of="briefing",
        over_once_held=True,
    ),
}
"""Every kind of paper by its name, a line each."""


def name_of(
    kind: str, subject: str, audience: Audience = Audience.INTERNAL, body: str | None = None
) -> PaperName:
    """Return the name of a paper, without its day; a part of a paper is named after the whole."""
    entry = KINDS.get(kind)
    return PaperName((entry.part_of if entry else None) or kind, subject, audience, body)


def part_kind(kind: str) -> str | None:
    """Return the kind that is the part of one body in papers of a kind; None if it has no such parts."""
    return next((name for name, entry in KINDS.items() if entry.part_of == kind), None)


def kind_named(name: str) -> Kind:
    """Import a kind when it is asked for; raises KeyError if there is none of this name."""
    module, _, function = KINDS[name].target.partition(":")
    return cast(Kind, getattr(import_module(f"{__name__}.{module}"), function))
