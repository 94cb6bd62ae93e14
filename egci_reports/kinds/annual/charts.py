"""The charts of the annual report, as far as there is enough to show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from egci_reports.analysis.changes import AreaChanges
from egci_reports.analysis.hosts import places_of
from egci_reports.analysis.occasions import dated_occasions
from egci_reports.analysis.participation import Participation
from egci_reports.analysis.plenaries import Series
from egci_reports.analysis.threads import ThreadHistory
from egci_reports.charts.bodies import bodies_chart
from egci_reports.charts.picture import Picture
from egci_reports.charts.threads import threads_chart
from egci_reports.charts.timeline import timeline_chart
from egci_reports.charts.wording import wording_chart
from egci_reports.charts.words import ChartWords
from egci_reports.records.records import Records


def charts_of(
    records: Records,
    series: Series,
    courses: Sequence[ThreadHistory],
    participation: Participation,
    changes: AreaChanges | None,
    words: ChartWords,
) -> Mapping[str, Picture]:
    """Return the charts by their names in the template; series and courses end with the report's year."""
    number = series.plenaries[-1].number
    occasions = dated_occasions(records, series)
    found = {
        "threads": threads_chart(courses, series, number, words),
        "wording": wording_chart(changes, records.threads, series, words) if changes else None,
        "bodies": bodies_chart(participation, series, number, words),
        "course": timeline_chart(series, places_of(records), occasions, number, words),
    }
    return {name: picture for name, picture in found.items() if picture is not None}
