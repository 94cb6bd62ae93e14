"""The subjects of co-operation as bands over the plenaries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from egci_reports.analysis import claims
from egci_reports.analysis.lists import ListState, Presence, areas_of
from egci_reports.analysis.plenaries import Series
from egci_reports.analysis.threads import ThreadCell, ThreadHistory
from egci_reports.charts.picture import FEWEST, Picture
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.chart import BandCell, BandRow, Bands, BandTone, LegendEntry

_TONES: dict[Presence, BandTone | None] = {
    Presence.LISTED: "full",
    Presence.NOT_LISTED: None,
    Presence.NOT_NAMED: "open",
    Presence.NO_LIST: "hatched",
}


def threads_chart(
    histories: Sequence[ThreadHistory],
    series: Series,
    number: int,
    words: ChartWords,
    labels: Mapping[tuple[str, int], str] | None = None,
) -> Picture | None:
    """Return the subjects named up to plenary `number`, which is set off; those it names stand first.

    `labels` are set where a wording begins, by the id of the thread and the number of the plenary. None if
    fewer than three plenaries up to it name areas.
    """
    labels = labels or {}
    known = series.until(number)
    lists = [plenary for plenary in known.plenaries if areas_of(plenary.meeting).items]
    rows = [history.until(number) for history in histories if history.first and history.first <= number]
    if len(lists) < FEWEST:
        return None
    rows.sort(key=lambda history: history.last != number)
    chart = Bands(
        tuple(str(plenary.year) for plenary in known.plenaries),
        tuple(BandRow(history.thread.name, _cells(history, labels)) for history in rows),
        _legend(rows, words),
        words.say("year"),
        len(known.plenaries) - 1,
    )
    return Picture(chart, _finding(rows, known, words))


def _cells(history: ThreadHistory, labels: Mapping[tuple[str, int], str]) -> tuple[BandCell, ...]:
    return tuple(_cell(cell, labels.get((history.thread.id, cell.number), "")) for cell in history.cells)


def _cell(cell: ThreadCell, label: str = "") -> BandCell:
    return BandCell("light", f"{label}?") if cell.is_doubtful else BandCell(_TONES[cell.presence], label)


def _legend(rows: Sequence[ThreadHistory], words: ChartWords) -> tuple[LegendEntry, ...]:
    tones = {_cell(cell).tone for history in rows for cell in history.cells}
    entries: tuple[tuple[BandTone | None, str], ...] = (
        ("full", "threads.named"),
        ("light", "threads.doubtful"),
        ("open", "threads.not_named"),
        ("hatched", "threads.no_list"),
        (None, "threads.not_listed"),
    )
    return tuple(LegendEntry(tone, words.say(key)) for tone, key in entries if tone in tones)


def _finding(rows: Sequence[ThreadHistory], series: Series, words: ChartWords) -> str:
    years = {plenary.number: plenary.year for plenary in series.plenaries}
    last = series.plenaries[-1]
    named = [history for history in rows if history.last == last.number]
    state = areas_of(last.meeting).state
    title = words.say("threads.title", first=series.plenaries[0].year, last=last.year)
    share = words.say("threads.no_share", year=last.year)
    if state in (ListState.CLOSED, ListState.OPEN):
        key = "threads.share" if state is ListState.CLOSED else "threads.share_open"
        share = words.count(key, len(named), all=words.number(len(rows)), year=last.year)
    doubt = _doubt([history for history in named if last.number in history.doubtful], words)
    sentences = [words.say("threads.opening", title=title, share=share, doubt=doubt)]
    if named and all(history.cells[-1].running <= len(history.cells) for history in named):
        sentences.append(_longest(named, last.year, years, words))
    ended = claims.longest([c for c in rows if c not in named], lambda history: history.last or 0)
    if ended:
        names = words.join([history.thread.name for history in ended])
        doubt = _doubt([history for history in ended if history.last in history.doubtful], words)
        sentences.append(
            words.count("threads.ended", len(ended), names=names, year=years[ended[0].last or 0], doubt=doubt)
        )
    return " ".join(sentences)


def _longest(
    named: Sequence[ThreadHistory], year: int | None, years: dict[int, int | None], words: ChartWords
) -> str:
    longest = claims.longest(named, lambda history: history.cells[-1].running)
    run = longest[0].cells[-1].running
    since = longest[0].cells[-run].number
    doubtful = [history for history in longest if any(number >= since for number in history.doubtful)]
    return words.count(
        "threads.longest",
        len(longest),
        names=words.join([history.thread.name for history in longest]),
        count=words.count("plenaries", run),
        year=year,
        first=years[since],
        doubt=_doubt(doubtful, words),
    )


def _doubt(doubtful: Sequence[ThreadHistory], words: ChartWords) -> str:
    """Return the words that say of a count or a list that it has subjects named in doubtful wording."""
    return words.say("threads.doubt") if doubtful else ""
