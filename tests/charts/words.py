"""The shipped words of charts."""

from __future__ import annotations

from functools import cache

from egci_reports.charts.words import ChartWords
from egci_reports.engine.templating.words import load_words
from egci_reports.workspace import shipped


@cache
def chart_words() -> ChartWords:
    return ChartWords.read(load_words((shipped("templates"),))[1].table("charts"))
