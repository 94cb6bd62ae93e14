"""Compares two plenaries: their areas word by word, their bodies, their periods and their setting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from egci_reports.analysis.body_changes import BodyChanges, body_changes
from egci_reports.analysis.changes import AreaChange, area_changes
from egci_reports.analysis.like import Pair, like_pair
from egci_reports.analysis.lineages import lineages_of
from egci_reports.analysis.lists import AreaListing, ListState
from egci_reports.analysis.participation import ListedBody, participation_of
from egci_reports.analysis.periods import PeriodForm, period_of
from egci_reports.analysis.plenaries import Plenary, series_of
from egci_reports.analysis.threads import thread_histories
from egci_reports.analysis.wording import WordDiff, WordStep, compare, key_of
from egci_reports.app.reading.difference import (
    NOT_COMPARED,
    AreaLine,
    BodyLine,
    ComparedPlenary,
    Difference,
    Fact,
)
from egci_reports.app.reading.find import find
from egci_reports.app.reading.sheets.words import UNSTATED_WORDS, day, full_name, ordinal, value_words
from egci_reports.errors import Finding, UsageError
from egci_reports.records.areas import Area
from egci_reports.records.bodies import BodyName
from egci_reports.records.facts import Disputed, Stated, Unstated, settled
from egci_reports.records.meetings import Meeting, Mode
from egci_reports.records.records import Records, address_of

_FORMS = {
    PeriodForm.CALENDAR: "a calendar year",
    PeriodForm.SPLIT: "a split year",
    PeriodForm.WORDS: "in words",
    PeriodForm.NONE: "",
    PeriodForm.IN_DISPUTE: "",
}


def diff(records: Records, one: str, other: str) -> Difference:
    """Compare the plenaries that two words mean, the earlier first, whatever their order.

    Raises UsageError: U301, U302 for words that mean none or several, U320 for what is no plenary, or the
    same one twice.
    """
    numbers = sorted({_meeting(records, word).number for word in (one, other)})
    if len(numbers) < 2:
        raise UsageError(Finding("U320", "both words mean the same plenary", hint="name two plenaries"))
    earlier, later = numbers
    series = series_of(records)
    old, new = series.by_number[earlier], series.by_number[later]
    changes = area_changes(series, thread_histories(records), earlier, later)
    names = {thread.id: thread.name for thread in records.areas.threads}
    return Difference(
        _compared(records, old),
        _compared(records, new),
        tuple(_facts(old, new, changes.before, changes.after)),
        tuple(_area_line(records, old.meeting, new.meeting, change, names) for change in changes.changes),
        _areas_note(changes.before, changes.after),
        *_bodies(records, old, new),
    )


def _meeting(records: Records, word: str) -> Meeting:
    found = find(records, word)
    if not isinstance(found, Meeting):
        hint = "write the number or the year of a plenary"
        raise UsageError(Finding("U320", f"{word!r} is no plenary: it is {address_of(found)}", hint=hint))
    return found


def _compared(records: Records, plenary: Plenary) -> ComparedPlenary:
    address = address_of(plenary.meeting)
    dated = f", {day(plenary.day)}" if plenary.day else ""
    return ComparedPlenary(f"{ordinal(plenary.number)}{dated}", address, records.places.find(address))


def _facts(old: Plenary, new: Plenary, before: AreaListing, after: AreaListing) -> Iterator[Fact]:
    if old.day and new.day:
        yield Fact("Day", f"{old.day:%A}", f"{new.day:%A}, {(new.day - old.day).days} days later")
    yield Fact("Place", _place(old.meeting), _place(new.meeting))
    yield Fact("Reviewed", _period(old.meeting.reviewed), _period(new.meeting.reviewed))
    yield Fact("Planned for", _period(old.meeting.planned), _period(new.meeting.planned))
    yield Fact("Verb on the plan", _verb(old.meeting), _verb(new.meeting))
    yield Fact("Areas stated", _said(old.meeting), _said(new.meeting))
    yield Fact("Areas named", _named(before), _named(after))


def _place(meeting: Meeting) -> str:
    if meeting.mode is Mode.VIDEO:
        return "video conference"
    return _fact(meeting.venue) if meeting.venue else "not recorded"


def _fact(fact: Stated[Any] | Disputed[Any] | Unstated) -> str:
    match fact:
        case Stated():
            return value_words(fact.value)
        case Disputed():
            if fact.decided:
                return f"{value_words(fact.decided.value)} (decided)"
            return f"in dispute: {' or '.join(value_words(claim.value) for claim in fact.disputed)}"
        case Unstated():
            return UNSTATED_WORDS[fact.unstated].partition(":")[0]


def _period(fact: Stated[str] | Disputed[str] | Unstated) -> str:
    form = _FORMS[period_of(fact).form]
    return f"{_fact(fact)} ({form})" if form else _fact(fact)


def _verb(meeting: Meeting) -> str:
    outcome = settled(meeting.outcome)
    return outcome.verb if outcome else _fact(meeting.outcome)


def _said(meeting: Meeting) -> str:
    return "not stated" if meeting.areas.said is None else str(meeting.areas.said)


def _named(listing: AreaListing) -> str:
    if not listing.items:
        return "in dispute" if listing.state is ListState.IN_DISPUTE else "none"
    return f"{len(listing.items)}{', in an open list' if listing.state is ListState.OPEN else ''}"


def _area_line(
    records: Records, old: Meeting, new: Meeting, change: AreaChange, names: dict[str, str]
) -> AreaLine:
    subject = ", ".join(names[thread] for thread in change.threads) or "joined to no subject"
    how = change.how.value.replace("-", " ")
    if change.years:
        how = f"{how} after {change.years} {'year' if change.years == 1 else 'years'}"
    line = AreaLine(subject, how, _words(change.before), _words(change.after), (), change.is_doubtful)
    if change.diff is None:
        return line
    (_, before), (_, after) = change.before[0], change.after[0]
    pair = like_pair(records, (old, before), (new, after))
    return _compared_words(line, pair, before, after) if pair else replace(line, how=NOT_COMPARED)


def _compared_words(line: AreaLine, pair: Pair, before: Area, after: Area) -> AreaLine:
    """Return a line with the words of one kind of source set against each other as printed."""
    found = compare(str(pair.earlier.wording), str(pair.later.wording), as_printed=True)
    is_listed = pair.earlier is before and pair.later is after
    is_same = key_of(str(pair.earlier.wording)) == key_of(str(pair.later.wording))
    how = "unchanged" if found.is_same else "the same words, printed otherwise" if is_same else "reworded"
    places = (line.before[0][0], str(pair.earlier.wording)), (line.after[0][0], str(pair.later.wording))
    return replace(
        line,
        how=how,
        before=places[:1],
        after=places[1:],
        steps=() if found.is_same else _steps(found),
        source=None if is_listed else pair.kind,
    )


def _words(areas: Iterable[tuple[int, Area]]) -> tuple[tuple[int, str], ...]:
    return tuple((place, str(area.wording)) for place, area in areas)


def _steps(found: WordDiff) -> tuple[tuple[WordStep, str], ...]:
    return tuple((stretch.step, " ".join(stretch.words)) for stretch in found.stretches)


def _areas_note(before: AreaListing, after: AreaListing) -> str:
    """Say what the lists do not allow to be said."""
    if not before.items or not after.items:
        return "One of the two plans names no area, so nothing can be said to be new or no longer listed."
    if ListState.OPEN in (before.state, after.state):
        return "A list is open, so what it does not name may be among those it leaves out."
    return ""


def _bodies(records: Records, old: Plenary, new: Plenary) -> tuple[tuple[BodyLine, ...], str]:
    participation = participation_of(records, series_of(records), lineages_of(records))
    known = participation.by_number
    if old.number not in known or new.number not in known:
        return (), "A plenary to come has no list of bodies yet."
    changes = body_changes(participation, old.number, new.number)
    if not changes.are_both_listed:
        return (), "One of the two entries lists no Hong Kong body, so the lists cannot be compared."
    was = {entry.lineage.id: entry.name for entry in known[old.number].bodies}
    lines = tuple(line for line in _body_lines(changes, was) if line.names)
    note = "The same bodies, by line of succession." if changes.is_same_set else ""
    return lines, note or '"Not listed" does not mean "absent".'


def _body_lines(changes: BodyChanges, was: dict[str, BodyName]) -> Iterator[BodyLine]:
    yield BodyLine("Listed at both", _names(changes.again))
    yield BodyLine("Listed for the first time", _names(changes.new))
    yield BodyLine("Not listed at the earlier, but before", _names(changes.back))
    yield BodyLine("Not listed at the later", _names(changes.no_longer))
    yield BodyLine("Not named at the later, in an open list", _names(changes.not_named))
    pairs = (
        (entry.name, was.get(entry.lineage.id, entry.previous_name))
        for entry in (*changes.again, *changes.succeeded)
    )
    renamed = (
        f"{full_name(now)}, before {full_name(then)}" for now, then in pairs if then and then.name != now.name
    )
    yield BodyLine("Under a new name", tuple(renamed))


def _names(entries: Iterable[ListedBody]) -> tuple[str, ...]:
    return tuple(full_name(entry.name) for entry in entries)
