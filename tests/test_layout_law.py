"""The law of layout over the papers: what breaks it is listed here with its reason, and nothing else does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from egci_reports.app.papers.build import begin, lay_out
from egci_reports.app.papers.order import Order
from egci_reports.engine.document.chart import Bands
from egci_reports.engine.document.nodes import Block, Figure, Footnote, Text
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.pdf.write import layout
from egci_reports.workspace import find_workspace
from tests.engine.writers.pdf.made import filling, paper, para, section, shipped_theme, table, words
from tests.layout_law import Rule, breaches
from tests.papers import ROOT
from tests.sample_paper.charts import CHARTS

PAPERS = (("annual", "2024"), ("annual", "2013"), ("annual", "2007"), ("history", "all"), ("briefing", "20"))

ALLOWED: dict[tuple[str, str, Rule], tuple[int, str]] = {
    ("annual", "2024", "row alone"): (
        1,
        "the meeting of March 2024, told with its caution in more words than may be moved without a gap",
    ),
    ("history", "all", "row alone"): (
        1,
        "an agreement whose row has more words than may be moved without a gap",
    ),
}
"""By paper and rule: how many breaches there may be, and why. Fewer are welcome: lower the number then."""


@pytest.mark.parametrize(("kind", "subject"), PAPERS)
def test_a_paper_keeps_the_law_but_for_what_is_allowed(kind: str, subject: str) -> None:
    found = breaches(lay_out(begin(find_workspace(ROOT, ROOT), Order(kind, subject))).layout)
    for rule in {breach.rule for breach in found}:
        broken = [breach for breach in found if breach.rule == rule]
        most, _ = ALLOWED.get((kind, subject, rule), (0, ""))
        assert len(broken) <= most, broken


# -- each rule sees what breaks it ---------------------------------------------------------------------------


def law_of(*blocks: Block, theme: Theme | None = None) -> list[Rule]:
    return [breach.rule for breach in breaches(layout(paper(*blocks), theme or shipped_theme()))]


def tall() -> Figure:
    """Return a picture as high as a page: its type is made small with it."""
    bands = next(one.chart for one in CHARTS if isinstance(one.chart, Bands))
    return Figure(replace(bands, rows=bands.rows * 15), "Alt", words("Caption"))


def test_a_page_that_is_nearly_empty_is_seen() -> None:
    assert "page nearly empty" in law_of(filling(5), tall())
    assert law_of(filling(20), tall()) == ["type too small"]
    assert law_of(filling(5), section("Next", para("x"), new_page=True)) == []


@pytest.mark.parametrize(("lines", "rules"), [(40, []), (46, ["part runs over"]), (60, [])])
def test_a_part_that_runs_over_by_two_lines_is_seen(lines: int, rules: list[Rule]) -> None:
    assert law_of(section("One", filling(lines)), section("Two", para("x"), new_page=True)) == rules
    assert law_of(section("One", filling(lines))) == rules


def test_a_row_that_stands_alone_is_seen() -> None:
    long = table([("row", "word " * 50)] * 3)
    counts = {tuple(law_of(filling(lines), long, filling(20))) for lines in range(20, 45)}
    assert counts == {(), ("row alone",)}


def test_a_heading_at_the_foot_is_seen() -> None:
    empty = section("Two", level=2)
    next_page = section("Three", para("x"), new_page=True)
    assert law_of(section("One", filling(9), empty), next_page) == ["heading at the foot"]
    assert law_of(section("One", filling(9), section("Two", para("x"), level=2)), next_page) == []


def test_type_that_is_too_small_is_seen() -> None:
    theme = shipped_theme()
    tiny = replace(theme, styles={**theme.styles, "small": replace(theme.style("small"), size=7.5)})
    assert law_of(para("Words.", role="small"), theme=tiny) == ["type too small"]
    assert law_of(para("Words.", Footnote((Text("A note."),)), role="small")) == []


def test_a_table_smaller_than_its_neighbours_is_seen() -> None:
    small, plain = table([("a", "b")], compact=True), table([("a", "b")])
    assert law_of(section("One", small, plain)) == ["table smaller"]
    assert law_of(section("One", small, small), section("Two", plain)) == []
