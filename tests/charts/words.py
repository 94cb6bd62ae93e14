"""The shipped words of charts."""

from __future__ import annotations

from functools import cache

from egci_reports.charts.words import ChartWords
from egci_reports.engine.templating.words import load_words
from egci_reports.workspace import shipped


@cache
def chart_words() -> ChartWords:
    word_list = load_words((shipped("templates"),))[1]
    return ChartWords.read(word_list.table("charts"), word_list.language)
