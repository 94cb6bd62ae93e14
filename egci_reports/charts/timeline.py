"""The course of the group: its plenaries by place, its agreements and its forums along the years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from egci_reports.analysis.hosts import HostTally, MeetingPlace, tally_hosts
from egci_reports.analysis.occasions import DatedOccasion, between
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.analysis.renamings import Renaming
from egci_reports.charts.picture import FEWEST, Picture, place_in_year
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.chart import Mark, MarkShape, Timeline, TimelineRow
from egci_reports.records.occasions import Agreement

_CITY_SHAPES: tuple[MarkShape, MarkShape] = ("square", "circle")


def timeline_chart(
    series: Series,
    places: Sequence[MeetingPlace],
    occasions: Sequence[DatedOccasion],
    number: int,
    words: ChartWords,
    renamings: Sequence[Renaming] = (),
) -> Picture | None:
    """Return the plenaries up to `number`, whose year is set off, and the group's occasions to its end.

    New names of bodies have a row of their own, where they are given. None if fewer than three plenaries
    have a date.
    """
    dated = [plenary for plenary in series.until(number).plenaries if plenary.day and plenary.is_held]
    if len(dated) < FEWEST:
        return None
    numbers = {plenary.number for plenary in dated}
    met = [place for place in places if place.number in numbers]
    first, last = dated[0].year or 0, dated[-1].year or 0
    group = [h for h in between(occasions, None, date(last, 12, 31)) if h.is_group]
    kinds = _kinds(group)
    rows = [
        *_plenary_rows(dated, met, number, words),
        *(_occasion_row(words.say(f"{key}.row"), found, words) for key, found in kinds if found),
    ]
    renamed = [one for one in renamings if first <= one.on.first.year <= last]
    if renamed:
        rows.append(_renaming_row(renamed, words))
    start = min([first, *(h.last.year for h in group)])
    chart = Timeline(start, last, tuple(rows), words.say("year"), last if number in numbers else None)
    sentences = [_opening(dated, met, words), *(_years(key, found, words) for key, found in kinds)]
    if renamed:
        years = dict.fromkeys(str(one.on.first.year) for one in renamed)
        sentences.append(words.say("course.renamings.years", years=words.join(list(years))))
    return Picture(chart, " ".join(sentence for sentence in sentences if sentence))


def _kinds(group: Sequence[DatedOccasion]) -> tuple[tuple[str, list[DatedOccasion]], ...]:
    """Part the group's occasions by what they are, each part with the key of its words."""
    return (
        ("course.government", [h for h in group if h.is_government]),
        ("course.industry", [h for h in group if isinstance(h.record, Agreement) and not h.is_government]),
        ("course.events", [h for h in group if not isinstance(h.record, Agreement)]),
    )


def _plenary_rows(
    dated: Sequence[Plenary], places: Sequence[MeetingPlace], number: int, words: ChartWords
) -> list[TimelineRow]:
    """Return one row for each city, by video conference, and for places in dispute or not recorded."""
    kinds: dict[str, tuple[MarkShape, set[int]]] = {}
    for place in places:
        if place.settled:
            kinds.setdefault(place.settled.city, (_CITY_SHAPES[len(kinds) % 2], set()))[1].add(place.number)
    tally = tally_hosts(places)
    kinds[words.say("course.video")] = ("diamond", set(tally.video))
    kinds[words.say("course.disputed")] = ("ring", set(tally.disputed))
    kinds[words.say("course.unknown")] = ("ring", set(tally.unknown))
    return [
        TimelineRow(
            label,
            tuple(
                Mark(place_in_year(plenary.day), str(plenary.number), shape, plenary.number == number)
                for plenary in dated
                if plenary.day and plenary.number in numbers
            ),
        )
        for label, (shape, numbers) in kinds.items()
        if numbers
    ]


def _occasion_row(label: str, occasions: Sequence[DatedOccasion], words: ChartWords) -> TimelineRow:
    """Return a row of triangles; what falls on one day is one mark with its count."""
    counts = Counter(occasion.last for occasion in occasions)
    return TimelineRow(
        label,
        tuple(
            Mark(
                place_in_year(day),
                str(day.year) if count == 1 else words.say("course.several", year=day.year, count=count),
                "triangle",
            )
            for day, count in sorted(counts.items())
        ),
    )


def _renaming_row(renamings: Sequence[Renaming], words: ChartWords) -> TimelineRow:
    """Return a row of diamonds, each with the new name."""
    marks = [
        Mark(place_in_year(one.on.first), one.later[1].short or str(one.later[1].name), "diamond")
        for one in renamings
    ]
    return TimelineRow(words.say("course.renamings.row"), tuple(marks))


def places_told(tally: HostTally, words: ChartWords) -> list[str]:
    """Return how many plenaries met in each city, by video conference, or in places not known."""
    parts = [words.count("course.in_city", count, city=city) for city, count in tally.cities]
    parts += [
        words.count(key, len(numbers))
        for key, numbers in (
            ("course.by_video", tally.video),
            ("course.in_dispute", tally.disputed),
            ("course.not_recorded", tally.unknown),
        )
        if numbers
    ]
    return parts


def _opening(dated: Sequence[Plenary], places: Sequence[MeetingPlace], words: ChartWords) -> str:
    return words.say(
        "course.opening",
        first=dated[0].year,
        last=dated[-1].year,
        count=words.count("plenaries", len(dated)),
        places=words.join(places_told(tally_hosts(places), words)),
    )


def _years(key: str, occasions: Sequence[DatedOccasion], words: ChartWords) -> str:
    years = dict.fromkeys(str(occasion.last.year) for occasion in occasions)
    if years:
        return words.say(f"{key}.years", years=words.join(list(years)))
    return words.texts.get(f"{key}.none", "")
