"""Which side hosted each plenary: one row for each city, and one for video conferences."""

from __future__ import annotations

from collections.abc import Sequence

from egci_reports.analysis.hosts import MeetingPlace, rotation, tally_hosts
from egci_reports.analysis.plenaries import Series
from egci_reports.charts.picture import FEWEST, Picture
from egci_reports.charts.timeline import places_told
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.chart import BandCell, BandRow, Bands, LegendEntry

_MET, _CLAIMED, _ELSEWHERE = BandCell("full"), BandCell("light", "?"), BandCell(None)


def hosts_chart(series: Series, places: Sequence[MeetingPlace], words: ChartWords) -> Picture | None:
    """Return where the plenaries held of a series met; None if there are fewer than three."""
    held = series.held
    by_number = {place.number: place for place in places}
    met = [by_number[plenary.number] for plenary in held]
    if len(held) < FEWEST:
        return None
    cities = dict.fromkeys(placing.city for place in met for placing in place.placings)
    rows = [BandRow(city, tuple(_in_city(place, city) for place in met)) for city in cities]
    for key, found in (
        ("course.video", [place.is_video for place in met]),
        ("course.unknown", [not place.is_video and not place.placings for place in met]),
    ):
        if any(found):
            rows.append(BandRow(words.say(key), tuple(_MET if one else _ELSEWHERE for one in found)))
    legend = [LegendEntry("full", words.say("hosts.met"))]
    if any(place.is_disputed for place in met):
        legend.append(LegendEntry("light", words.say("hosts.claimed")))
    years = tuple(str(plenary.year) for plenary in held)
    chart = Bands(years, tuple(rows), tuple(legend), words.say("year"))
    return Picture(chart, _finding(years, met, words))


def _in_city(place: MeetingPlace, city: str) -> BandCell:
    if all(placing.city != city for placing in place.placings):
        return _ELSEWHERE
    return _CLAIMED if place.is_disputed else _MET


def _finding(years: Sequence[str], met: Sequence[MeetingPlace], words: ChartWords) -> str:
    turns = rotation(met)
    sentences = [
        words.say(
            "hosts.opening",
            first=years[0],
            last=years[-1],
            count=words.count("plenaries", len(met)),
            places=words.join(places_told(tally_hosts(met), words)),
        )
    ]
    in_turn = len(turns.kept) + len(turns.broken)
    if in_turn:
        kept = words.count("hosts.kept", len(turns.kept), all=words.number(in_turn))
        sentences.append(kept if turns.broken else words.count("hosts.all_kept", in_turn))
    return " ".join(sentences)
