"""The bodies listed at each plenary as bands, one row for each line of succession."""

from __future__ import annotations

from collections.abc import Sequence

from egci_reports.analysis import claims
from egci_reports.analysis.lists import Presence
from egci_reports.analysis.participation import LineageRow, NameCount, Participation
from egci_reports.analysis.plenaries import Series
from egci_reports.charts.picture import FEWEST, Picture
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.chart import BandCell, BandRow, Bands, BandTone, LegendEntry

_TONES: dict[Presence, BandTone | None] = {
    Presence.LISTED: "full",
    Presence.NOT_LISTED: None,
    Presence.NOT_NAMED: "open",
    Presence.NO_LIST: "hatched",
}


def bodies_chart(
    participation: Participation, series: Series, number: int, words: ChartWords
) -> Picture | None:
    """Return the bodies listed up to plenary `number`, which is set off; rows by number of lists.

    None if fewer than three plenaries up to it have a list.
    """
    known = participation.until(number)
    if len(known.lists) < FEWEST:
        return None
    years = {plenary.number: plenary.year for plenary in series.plenaries}
    chart = Bands(
        tuple(str(years[column.number]) for column in known.columns),
        tuple(
            BandRow(_label(row, words), tuple(BandCell(_TONES[cell]) for _, cell in row.cells))
            for row in known.rows
        ),
        _legend(known.rows, words),
        words.say("year"),
        next((i for i, column in enumerate(known.columns) if column.number == number), None),
    )
    return Picture(chart, _finding(known, years, words))


def _label(row: LineageRow, words: ChartWords) -> str:
    """Return the name of a body; where it was listed under several names, all of them in their order."""
    if len(row.by_name) == 1:
        return str(row.by_name[0].name.name)
    label = _short(row.by_name[0])
    for count in row.by_name[1:]:
        label = words.say("bodies.line", earlier=label, later=_short(count))
    return label


def _short(count: NameCount) -> str:
    return count.name.short or str(count.name.name)


def _legend(rows: Sequence[LineageRow], words: ChartWords) -> tuple[LegendEntry, ...]:
    cells = {cell for row in rows for _, cell in row.cells}
    return tuple(
        LegendEntry(tone, words.say(f"bodies.{presence.value.replace('-', '_')}"))
        for presence, tone in sorted(_TONES.items(), key=lambda item: item[1] is None)
        if presence in cells
    )


def _finding(known: Participation, years: dict[int, int | None], words: ChartWords) -> str:
    last = known.columns[-1]
    title = words.say("bodies.title", first=years[known.columns[0].number], last=years[last.number])
    share = words.count(
        "bodies.share", len(last.bodies), all=words.number(len(known.rows)), year=years[last.number]
    )
    top = claims.longest(known.rows, lambda row: row.total)
    key = "bodies.all_lists" if top[0].total == len(known.lists) else "bodies.most_lists"
    lists, total = words.number(len(known.lists)), words.number(top[0].total)
    names = words.join([_label(row, words) for row in top])
    sentences = [
        words.say("bodies.opening", title=title, share=share),
        words.say(key, names=names, lists=lists, total=total),
    ]
    without = [str(years[column.number]) for column in known.columns if not column.bodies]
    if without:
        sentences.append(words.say("bodies.without", years=words.join(without)))
    return " ".join(sentences)
