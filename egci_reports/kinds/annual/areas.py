"""The areas under review: what was planned, what is known of each, and how it goes on in the new plan.

Wordings are compared within one kind of source only: the page with the page, releases with releases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from egci_reports.analysis.changes import HowChanged
from egci_reports.analysis.like import called_by, kind_of, other_wordings, sources_of_area
from egci_reports.analysis.lists import areas_of
from egci_reports.analysis.wording import key_of
from egci_reports.kinds.annual.developments import MOST, FactOfYear, by_first_area, weightiest
from egci_reports.kinds.annual.find_developments import LEAST
from egci_reports.records.areas import Area, AreaList, Grade
from egci_reports.records.facts import settled
from egci_reports.records.meetings import Meeting
from egci_reports.records.records import Records, address_of
from egci_reports.views.plan_views import Progress, Reviewed

Way = Literal[
    "unchanged", "reworded", "near", "unlike", "parted", "focus", "near-focus", "ended", "not-named", "silent"
]


@dataclass(frozen=True, slots=True)
class CitedWording:
    """A wording with the sources it is cited from, and what papers call them ("the press release").

    `about` is the address of the plenary whose record names the sources.
    """

    area: Area
    sources: tuple[str, ...]
    about: str
    called: str | None = None


@dataclass(frozen=True, slots=True)
class Continuation:
    """How an area stands in the plan that follows.

    `near` and `near-focus` rest on a slight link; `unlike` is known from another kind of source, `before`
    then being the earlier wording of that kind, None if there is none; `parted` has several wordings;
    `silent`: the new plan names no area.
    """

    way: Way
    after: tuple[CitedWording, ...] = ()
    before: CitedWording | None = None

    @property
    def is_same(self) -> bool:
        """Whether the wordings that can be compared are the same."""
        return self.before is not None and {key_of(str(self.before.area.wording))} == {
            key_of(str(one.area.wording)) for one in self.after
        }


@dataclass(frozen=True, slots=True)
class AreaUnderReview:
    """An area of the plan before: its wording, its reports, the public facts near it, how it goes on.

    `elsewhere` are facts near it that are told under another area, each with that area's place.
    """

    reviewed: Reviewed
    worded: CitedWording
    facts: tuple[FactOfYear, ...]
    elsewhere: tuple[tuple[int, FactOfYear], ...]
    goes_on: Continuation

    @property
    def subject(self) -> str | None:
        """What the area is surely on, as it stands inside a sentence; None: only its words tell it."""
        return self.reviewed.in_sentence if self.reviewed.is_named else None


@dataclass(frozen=True, slots=True)
class UnderReview:
    """All areas of the plan before, and the public facts that are near none of them.

    `beside` are near other subjects, `around` near none.
    """

    areas: tuple[AreaUnderReview, ...]
    beside: tuple[FactOfYear, ...]
    around: tuple[FactOfYear, ...]

    @property
    def is_short(self) -> bool:
        """Whether a table tells it all: little is known of each area, and nobody reported."""
        told = sum(bool(area.facts) for area in self.areas)
        own = any(area.reviewed.reports or area.reviewed.texts for area in self.areas)
        return not own and told < len(self.areas) / 2

    @property
    def facts(self) -> tuple[FactOfYear, ...]:
        """All facts told, those under areas first."""
        return (*(fact for area in self.areas for fact in area.facts), *self.beside, *self.around)

    @property
    def belong(self) -> bool:
        """Whether a source ties one of them to the group."""
        return any(fact.belongs == "egci" for fact in self.facts)


def under_review(
    records: Records,
    progress: Progress,
    before: Meeting | None,
    now: Meeting,
    facts: Sequence[FactOfYear],
    business: Iterable[str] = (),
) -> UnderReview:
    """Return the areas of the plan before with the facts of the period, the weightiest of each.

    `business` are the subjects of the group's own agreements and events. Facts near no subject that the
    group had before it in the year are left out, and so is what is near none and weighs little.
    """
    own = {*business, *named_threads(now), *(named_threads(before) if before else ())}
    threads = [frozenset(join.thread for join in one.area.threads) for one in progress.areas]
    placed = by_first_area([fact for fact in facts if own & set(fact.threads)], threads)
    kept = {position: weightiest(found) for position, found in placed.items()}
    areas = []
    for one in progress.areas:
        assert before is not None  # noqa: S101 - its plan has areas
        others = tuple(
            (position, fact)
            for position, found in kept.items()
            if position not in (None, one.position)
            for fact in found
            if threads[one.position - 1] & set(fact.threads)
        )
        areas.append(
            AreaUnderReview(
                one,
                worded(records, before, one.area),
                kept.get(one.position, ()),
                tuple((position, fact) for position, fact in others if position is not None),
                _goes_on(records, one, before, now),
            )
        )
    around = [fact for fact in facts if not fact.threads and (fact.head or fact.weight > LEAST)]
    return UnderReview(tuple(areas), kept.get(None, ()), weightiest(around, MOST))


def worded(records: Records, meeting: Meeting, area: Area, others: AreaList | None = None) -> CitedWording:
    """Return an area's wording with its sources: its own, else those of its list."""
    sources = sources_of_area(meeting, area, others)
    return CitedWording(area, sources, address_of(meeting), called_by(records, sources))


def _goes_on(records: Records, one: Reviewed, before: Meeting, now: Meeting) -> Continuation:
    change = one.change
    focus = tuple(_in_focus(one.area, now))
    if focus and (change is None or not change.after):
        sure = any(grade is Grade.SAME for grade, _ in focus)
        return Continuation("focus" if sure else "near-focus", tuple(found for _, found in focus))
    if change is None or change.how is HowChanged.NO_LONGER_LISTED:
        return Continuation("ended" if change else "silent")
    if not change.after:
        listed = settled(now.areas.listed)
        return Continuation("silent" if not listed else "ended" if now.areas.closed else "not-named")
    after = tuple(worded(records, now, area) for _, area in change.after)
    if change.is_doubtful:
        return Continuation("near", after)
    if len(after) > 1:
        return Continuation("parted", after)
    earlier = worded(records, before, one.area)
    if kind_of(records, earlier.sources) != kind_of(records, after[0].sources):
        return Continuation("unlike", after, _of_kind(records, before, after[0]))
    return Continuation("unchanged" if change.how is HowChanged.UNCHANGED else "reworded", after, earlier)


def _of_kind(records: Records, meeting: Meeting, like: CitedWording) -> CitedWording | None:
    """Return another source's wording of the same subject that is of the kind of a wording."""
    found = (worded(records, meeting, area, others) for area, others in other_wordings(meeting, like.area))
    kind = kind_of(records, like.sources)
    return next((one for one in found if kind_of(records, one.sources) == kind), None)


def _in_focus(area: Area, now: Meeting) -> Iterator[tuple[Grade, CitedWording]]:
    """Yield the focus points of a plan that take up the subjects of an area, with how surely."""
    threads = {join.thread for join in area.threads}
    points = now.areas.focus_points
    for point in points.items if points else ():
        for join in point.threads:
            if join.thread in threads:
                yield join.grade, CitedWording(point, point.sources, address_of(now))


def named_threads(meeting: Meeting) -> Mapping[str, bool]:
    """Return the subjects that a plan names: in its areas, its focus points or another source's list.

    The value tells whether the link is sure.
    """
    areas: list[Area] = [*areas_of(meeting).items]
    areas += [area for others in meeting.areas.rivals for area in others.items]
    areas += meeting.areas.focus_points.items if meeting.areas.focus_points else ()
    found: dict[str, bool] = {}
    for area in areas:
        for join in area.threads:
            found[join.thread] = found.get(join.thread, False) or join.grade is not Grade.DOUBTFUL
    return found
