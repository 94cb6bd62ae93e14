"""What became of each area's wording since the plenary before: words kept, added and left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from egci_reports.analysis import claims
from egci_reports.analysis.changes import AreaChange, AreaChanges
from egci_reports.analysis.plenaries import Series
from egci_reports.analysis.wording import WordDiff
from egci_reports.charts.picture import Picture
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.chart import Series as Numbers
from egci_reports.engine.document.chart import SeriesChart
from egci_reports.records.sources import Thread


def wording_chart(
    changes: AreaChanges, threads: Mapping[str, Thread], series: Series, words: ChartWords
) -> Picture | None:
    """Return a stacked bar for each area in the order of the later list.

    None unless the areas of the two plans go together one to one, and some wording changed.
    """
    diffs = [(change, change.diff) for change in changes.paired if change.diff]
    if not changes.is_one_to_one or all(diff.is_same for _, diff in diffs):
        return None
    chart = SeriesChart(
        "stacked",
        tuple(_label(change, threads, words) for change, _ in diffs),
        (
            Numbers(words.say("wording.kept"), tuple(float(diff.kept) for _, diff in diffs)),
            Numbers(words.say("wording.added"), tuple(float(diff.added) for _, diff in diffs)),
            Numbers(words.say("wording.removed"), tuple(float(diff.removed) for _, diff in diffs)),
        ),
        words.say("wording.area"),
        words.say("wording.words"),
    )
    years = (series.by_number[changes.earlier].year, series.by_number[changes.later].year)
    return Picture(chart, _finding(diffs, years, threads, words))


def _label(change: AreaChange, threads: Mapping[str, Thread], words: ChartWords) -> str:
    name = _name(change, threads)
    return words.say("wording.doubtful", name=name) if change.is_doubtful else name


def _name(change: AreaChange, threads: Mapping[str, Thread]) -> str:
    """Return the short name of the area's thread; of an area without one, its wording."""
    return threads[change.threads[0]].name if change.threads else str(change.after[0][1].wording)


def _finding(
    diffs: Sequence[tuple[AreaChange, WordDiff]],
    years: tuple[int | None, int | None],
    threads: Mapping[str, Thread],
    words: ChartWords,
) -> str:
    before = sum(diff.before for _, diff in diffs)
    kept = sum(diff.kept for _, diff in diffs)
    added = sum(diff.added for _, diff in diffs)
    sentences = [
        words.say(
            "wording.opening",
            before=words.count("wording.words_before", before),
            earlier=years[0],
            later=years[1],
            kept=words.count("wording.words_kept", kept),
            added=words.count("wording.words_added", added),
            removed=words.count("wording.words_removed", before - kept),
        )
    ]
    most = claims.longest(diffs, lambda pair: pair[1].added)
    names = words.join([_name(change, threads) for change, _ in most])
    if added == 1 or most[0][1].added > 1:
        sentences.append(words.count("wording.most_added", most[0][1].added, names=names))
    return " ".join(sentences)
