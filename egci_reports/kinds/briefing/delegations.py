"""The meeting itself: its course and agenda with their briefs, and the delegations in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from egci_reports.analysis.delegates import in_protocol_order
from egci_reports.kinds.briefing.brief import Brief
from egci_reports.kinds.briefing.context import AgendaLine, BriefPlace, Member, RunDownLine, SkeletonLine
from egci_reports.records.bodies import Side
from egci_reports.records.packs import Delegate, PackWords
from egci_reports.records.records import address_of
from egci_reports.views.names import Names


def run_down_of(words: PackWords, areas: int) -> tuple[RunDownLine, ...]:
    """Return the run-down; `areas` is the number of areas that have a brief."""
    return tuple(RunDownLine(row, _brief(row.area, areas)) for row in words.run_down.rows)


def agenda_of(words: PackWords, names: Names, day: date, areas: int) -> tuple[AgendaLine, ...]:
    """Return the agenda; `areas` is the number of areas that have a brief."""
    return tuple(
        AgendaLine(
            item.text,
            names.body(item.lead, day) if item.lead else None,
            _brief(item.area, areas),
            number,
        )
        for number, item in enumerate(words.agenda.items, 1)
    )


def skeleton_of(briefs: Sequence[Brief], *, has_open_point: bool) -> tuple[SkeletonLine, ...]:
    """Return an agenda in the form of earlier meetings: review, plan, what was left open."""
    kinds = ["opening", "review", "plan", *(["open"] if has_open_point else []), "other", "close"]
    lines = []
    for number, kind in enumerate(kinds, 1):
        lines.append(SkeletonLine(kind, str(number)))
        if kind == "review":
            lines += [SkeletonLine("area", f"{number}({brief.number})", brief) for brief in briefs]
    return tuple(lines)


def _brief(area: int | None, areas: int) -> BriefPlace | None:
    return BriefPlace(area) if area and area <= areas else None


def members_of(words: PackWords, names: Names, day: date, side: Side) -> tuple[Member, ...]:
    """Return the delegation of a side: its head, then its members, each in the standing order of bodies."""
    listed = in_protocol_order(words.delegations.members, names.records.bodies, side)
    about = f"{address_of(words)}#delegations/members"
    return tuple(_members(listed, names, day, about))


def _members(listed: Iterable[tuple[int, Delegate]], names: Names, day: date, about: str) -> Iterator[Member]:
    for index, member in listed:
        holder = names.person(member.person, day) if member.person else None
        yield Member(
            holder.name if holder else member.name,
            member.post or (holder.post if holder else None) or None,
            names.body(member.body, day),
            member.role,
            f"{about}/{index}",
            holder is not None,
        )
