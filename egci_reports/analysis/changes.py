"""What changed in the areas between two plenaries: which stay, are reworded, new, or no longer listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from egci_reports.analysis.lists import AreaListing, ListState, areas_of
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.analysis.threads import ThreadHistory
from egci_reports.analysis.wording import WordDiff, compare, key_of
from egci_reports.records.areas import Area, Grade


class HowChanged(StrEnum):
    """How areas of the later plan stand to those of the earlier one."""

    UNCHANGED = "unchanged"
    REWORDED = "reworded"
    MERGED = "merged"  # several areas of the earlier plan, one of the later
    SPLIT = "split"  # one area of the earlier plan, several of the later
    REGROUPED = "regrouped"  # several to several
    NEW = "new"  # both lists closed, never named before
    FIRST_NAMED = "first-named"  # never named before, but a list is open or missing
    NAMED_AGAIN = "named-again"  # named before the earlier plan
    NO_LONGER_LISTED = "no-longer-listed"  # both lists closed
    NOT_NAMED = "not-named"  # the later list is open, or there is none


@dataclass(frozen=True, slots=True)
class AreaChange:
    """Areas of the earlier and the later plan that belong together, each with its place in its list (from 1).

    `diff` compares one area with one. `grade` is the least sure join between them; None where nothing joins.
    `last_named` (a plenary's number) and `years` (since then) are given where it is named again.
    """

    how: HowChanged
    threads: tuple[str, ...]
    before: tuple[tuple[int, Area], ...] = ()
    after: tuple[tuple[int, Area], ...] = ()
    diff: WordDiff | None = None
    grade: Grade | None = None
    last_named: int | None = None
    years: int | None = None

    @property
    def is_doubtful(self) -> bool:
        """Whether the areas are joined by a doubtful link only."""
        return self.grade is Grade.DOUBTFUL


@dataclass(frozen=True, slots=True)
class AreaChanges:
    """All changes of areas between two plenaries: in the order of the later list, then the ended ones."""

    earlier: int
    later: int
    before: AreaListing
    after: AreaListing
    changes: tuple[AreaChange, ...]

    @property
    def is_comparable(self) -> bool:
        """Whether both plans name areas."""
        return bool(self.before.items) and bool(self.after.items)

    @property
    def are_both_closed(self) -> bool:
        """Whether both lists are closed, so that "new" and "no longer listed" may be said."""
        return _are_closed(self.before, self.after)

    @property
    def is_same_list(self) -> bool:
        """Whether the later list repeats the earlier one, words and order."""
        return self.is_comparable and _keys(self.before) == _keys(self.after)

    @property
    def is_same_set(self) -> bool:
        """Whether the two lists hold the same wordings, in whatever order."""
        return self.is_comparable and sorted(_keys(self.before)) == sorted(_keys(self.after))

    @property
    def paired(self) -> tuple[AreaChange, ...]:
        """The areas that go together one to one, in the order of the later list."""
        return tuple(change for change in self.changes if change.diff is not None)

    def of(self, *ways: HowChanged) -> tuple[AreaChange, ...]:
        """Return the changes of certain kinds."""
        return tuple(change for change in self.changes if change.how in ways)

    def at(self, position: int) -> AreaChange | None:
        """Return the change that the area at a place of the later list (from 1) belongs to."""
        return next((c for c in self.changes if any(place == position for place, _ in c.after)), None)


def area_changes(series: Series, histories: Sequence[ThreadHistory], earlier: int, later: int) -> AreaChanges:
    """Compare the plans of two plenaries, by their numbers; raises KeyError for an unknown number."""
    old, new = series.by_number[earlier], series.by_number[later]
    before, after = areas_of(old.meeting), areas_of(new.meeting)
    plans = _Plans(before, after, series, new, {history.thread.id: history for history in histories})
    changes = [
        plans.joined(olds, news) if olds and news else plans.ended(olds) if olds else plans.begun(news)
        for olds, news in _groups(before.items, after.items)
    ]
    changes.sort(key=lambda c: (not c.after, c.after[0][0] if c.after else c.before[0][0]))
    return AreaChanges(earlier, later, before, after, tuple(changes))


@dataclass(frozen=True, slots=True)
class _Plans:
    """Two plans, and at which plenaries each thread is named."""

    before: AreaListing
    after: AreaListing
    series: Series
    new: Plenary
    history: Mapping[str, ThreadHistory]

    def joined(self, olds: Sequence[int], news: Sequence[int]) -> AreaChange:
        """Tell of areas that go together."""
        old, new = _places(olds, self.before), _places(news, self.after)
        threads = _threads(area for _, area in new)
        if len(old) == len(new) == 1:
            diff = compare(str(old[0][1].wording), str(new[0][1].wording))
            if diff.is_same:
                return AreaChange(HowChanged.UNCHANGED, threads, old, new, diff, Grade.SAME)
            return AreaChange(HowChanged.REWORDED, threads, old, new, diff, _grade(old, new))
        how = (
            HowChanged.MERGED
            if len(new) == 1
            else HowChanged.SPLIT
            if len(old) == 1
            else HowChanged.REGROUPED
        )
        return AreaChange(how, threads, old, new, grade=_grade(old, new))

    def ended(self, olds: Sequence[int]) -> AreaChange:
        """Tell of an area of the earlier plan alone."""
        how = HowChanged.NO_LONGER_LISTED if self._closed else HowChanged.NOT_NAMED
        old = _places(olds, self.before)
        return AreaChange(how, _threads(area for _, area in old), before=old)

    def begun(self, news: Sequence[int]) -> AreaChange:
        """Tell of an area of the later plan alone."""
        new = _places(news, self.after)
        threads = _threads(area for _, area in new)
        earlier = [self.history[thread].last_before(self.new.number) for thread in threads]
        named = [number for number in earlier if number is not None]
        if not named:
            return AreaChange(HowChanged.NEW if self._closed else HowChanged.FIRST_NAMED, threads, after=new)
        then, now = self.series.by_number[max(named)].year, self.new.year
        years = now - then if now is not None and then is not None else None
        return AreaChange(HowChanged.NAMED_AGAIN, threads, after=new, last_named=max(named), years=years)

    @property
    def _closed(self) -> bool:
        return _are_closed(self.before, self.after)


def _are_closed(before: AreaListing, after: AreaListing) -> bool:
    return before.state is after.state is ListState.CLOSED


def _keys(listing: AreaListing) -> list[tuple[str, ...]]:
    return [key_of(str(area.wording)) for area in listing.items]


def _links(area: Area) -> set[str | tuple[str, ...]]:
    """Return what an area may share with another: its threads, and its wording."""
    return {join.thread for join in area.threads} | {key_of(str(area.wording))}


def _groups(before: Sequence[Area], after: Sequence[Area]) -> list[tuple[list[int], list[int]]]:
    """Group the areas of two plans (by index) that hang together through threads or the same wording."""
    links = [_links(area) for area in (*before, *after)]
    group = list(range(len(links)))
    for i in range(len(before)):
        for j in range(len(before), len(links)):
            if links[i] & links[j]:
                old, new = group[j], group[i]
                group = [new if own == old else own for own in group]
    found: dict[int, tuple[list[int], list[int]]] = {}
    for index, own in enumerate(group):
        olds, news = found.setdefault(own, ([], []))
        if index < len(before):
            olds.append(index)
        else:
            news.append(index - len(before))
    return list(found.values())


def _places(indexes: Sequence[int], listing: AreaListing) -> tuple[tuple[int, Area], ...]:
    return tuple((index + 1, listing.items[index]) for index in indexes)


def _threads(areas: Iterable[Area]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(join.thread for area in areas for join in area.threads))


def _grade(old: Sequence[tuple[int, Area]], new: Sequence[tuple[int, Area]]) -> Grade:
    """Return the least sure of the later areas' joins to threads that the earlier areas have."""
    shared = {join.thread for _, area in old for join in area.threads}
    grades = [join.grade for _, area in new for join in area.threads if join.thread in shared]
    order = list(Grade)
    return max(grades, key=order.index, default=Grade.SAME)
