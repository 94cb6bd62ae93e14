"""Which name of a body came after which, along the years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import reduce

from egci_reports.analysis.lineages import Lineage, first_use
from egci_reports.charts.picture import Picture, place_in_year
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.chart import LineageRow, Lineages, LineageSpan
from egci_reports.records.bodies import BodyName


def lineages_chart(lineages: Sequence[Lineage], first: int, last: int, words: ChartWords) -> Picture | None:
    """Return the names that the lineages bore in the years from `first` to `last`.

    Lineages without a change of name in these years are left out; None if none is left.
    """
    rows = [row for lineage in lineages if len((row := _row(lineage, first, last)).spans) > 1]
    if not rows:
        return None
    chart = Lineages(first, last, tuple(rows), words.say("year"))
    changes = words.join([_changes(row, words) for row in rows])
    opening = words.count("lineages.opening", len(rows), first=first, last=last, changes=changes)
    return Picture(chart, opening)


def _changes(row: LineageRow, words: ChartWords) -> str:
    """Return the names of a row one after the other: "OFTA to OFCA"."""
    labels = [span.label for span in row.spans]
    return reduce(lambda earlier, later: words.say("lineages.change", earlier=earlier, later=later), labels)


def _row(lineage: Lineage, first: int, last: int) -> LineageRow:
    names = [(body, name) for body, name in lineage.names if first_use(body, name) < date(last + 1, 1, 1)]
    starts = [*(first_use(body, name) for body, name in names), None]
    spans = [
        LineageSpan(
            name.short or str(name.name),
            max(float(first), place_in_year(start)),
            _end(name, following, last),
        )
        for (_, name), start, following in zip(names, starts, starts[1:], strict=False)
        if start is not None
    ]
    shown = tuple(span for span in spans if span.end is None or span.end > first)
    label = str(names[-1][1].name) if names else ""
    return LineageRow(label, shown)


def _end(name: BodyName, following: date | None, last: int) -> float | None:
    """Return where a name ends: with its last day, else where the next name begins; None if it runs on."""
    if name.ends is not None and name.ends.last.year <= last:
        return place_in_year(name.ends.last)
    return place_in_year(following) if following is not None else None
