"""The law of layout over the papers: what breaks it is listed here with its reason, and nothing else does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from egci_reports.app.papers.begin import Draft, begin
from egci_reports.app.papers.build import build, lay_out
from egci_reports.app.papers.departments import ALL, drafts_for
from egci_reports.app.papers.order import Audience, Order
from egci_reports.app.papers.output import write
from egci_reports.distribution.addenda import amendments
from egci_reports.engine.document.chart import Bands
from egci_reports.engine.document.nodes import Block, Figure, Footnote, Text
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.pdf.write import layout
from egci_reports.workspace import find_workspace
from tests.clearing import clear_signed
from tests.conftest import RETURNS
from tests.engine.writers.pdf.made import filling, paper, para, section, shipped_theme, table, words
from tests.layout_law import Rule, breaches
from tests.made_up_pack.amended import LATE, PACK, change
from tests.made_up_pack.made import ORDER, put_together, workspace
from tests.papers import FEW, FEW_PACKS, ROOT
from tests.sample_paper.charts import CHARTS

pytestmark = pytest.mark.slow

Drafts = Callable[[], Iterable[Draft]]

ALLOWED: dict[tuple[str, Rule], tuple[int, str]] = {
    ("returned 2011", "section runs over"): (
        1,
        "the words of a return, of which the last paragraph is one line: nobody knows how long they are",
    ),
    ("made_up_pack", "section runs over"): (
        1,
        "an officer's brief, whose last paragraph is of two lines: nobody knows how long they are",
    ),
}
"""By paper and rule: how many breaches there may be, and why. Fewer are welcome: lower the number then."""


def whole(kind: str, subject: str, root: Path = ROOT, **more: Any) -> Drafts:
    """Return what makes the draft of a paper."""
    return lambda: [begin(find_workspace(root, root), Order(kind, subject, **more))]


def parts(number: int, step: int = 1) -> Drafts:
    """Return what makes the parts of all departments of a pack, or of every so many of them."""
    order = Order("briefing", str(number))
    return lambda: islice(drafts_for(find_workspace(ROOT, ROOT), order, ALL), 0, None, step)


def made_up_pack() -> Iterator[Draft]:
    """Yield the pack with officers' words, and the parts of its departments."""
    root = find_workspace(workspace(), workspace())
    yield begin(root, ORDER)
    yield from drafts_for(root, ORDER, ALL)


def called() -> Iterator[Draft]:
    """Yield the memo of a call to each department."""
    root = find_workspace(RETURNS, RETURNS)
    yield from drafts_for(root, Order("call", "3", audience=Audience.DEPARTMENT), ALL)


def amended() -> Iterator[Draft]:
    """Yield the addendum to an edition of the pack."""
    with TemporaryDirectory() as folder:
        root = find_workspace(put_together(Path(folder)), Path(folder))
        edition = Order("briefing", "4", "1.0", marking="MADE UP")
        write(build(begin(root, edition)), root.reports)
        change(root.root, PACK, *LATE)
        clear_signed(root.root, by_hand=False)
        yield from (found.draft for found in amendments(root, edition) if found.draft is not None)


FIRST_WITH_PARTS = 4
"""The first plenary before which a department has a part: before it no list of departments is on record."""


def papers() -> Iterator[Any]:
    """Yield every paper there is: those that differ little from others are left to --thorough."""
    less = pytest.mark.thorough
    for year in range(2006, 2026):
        marks = () if year in {*FEW, 2006, 2025} else less
        yield pytest.param(f"annual {year}", whole("annual", str(year)), marks=marks)
    for number in range(2, 22):
        marks = () if number in {*FEW_PACKS, 21} else less
        yield pytest.param(f"briefing {number}", whole("briefing", str(number)), marks=marks)
        if number >= FIRST_WITH_PARTS:
            yield pytest.param(f"parts {number}", parts(number), marks=less)
    yield pytest.param("parts 21", parts(21, step=16), id="some parts 21")
    for subject in ("all", "short"):
        yield pytest.param(f"history {subject}", whole("history", subject))
    for audience in (Audience.JOINT, Audience.PUBLIC):
        yield pytest.param(f"history {audience}", whole("history", "all", audience=audience), marks=less)
        yield pytest.param(f"annual {audience}", whole("annual", "2024", audience=audience), marks=less)
    for year in range(2008, 2025):
        day = date(year, 12, 31)
        yield pytest.param(f"history in {year}", whole("history", "all", as_of=day), marks=less)
    for year in (2011, 2012):
        yield pytest.param(f"returned {year}", whole("annual", str(year), RETURNS))
    for one in (made_up_pack, called, amended):
        yield pytest.param(one.__name__, one)


@pytest.mark.parametrize(("name", "drafts"), [*papers()])
def test_a_paper_keeps_the_law_but_for_what_is_allowed(name: str, drafts: Drafts) -> None:
    looked_at = 0
    for draft in drafts():
        looked_at += 1
        found = breaches(lay_out(draft).layout)
        for rule in {breach.rule for breach in found}:
            broken = [breach for breach in found if breach.rule == rule]
            most, _ = ALLOWED.get((name, rule), (0, ""))
            assert len(broken) <= most, broken
    assert looked_at


# -- each rule sees what breaks it ---------------------------------------------------------------------------


def law_of(*blocks: Block, theme: Theme | None = None) -> list[Rule]:
    return [breach.rule for breach in breaches(layout(paper(*blocks), theme or shipped_theme()))]


def tall() -> Figure:
    """Return a picture as high as a page: its type is made small with it."""
    bands = next(one.chart for one in CHARTS if isinstance(one.chart, Bands))
    return Figure(replace(bands, rows=bands.rows * 15), "Alt", words("Caption"))


def test_a_page_that_is_nearly_empty_is_seen() -> None:
    assert "page nearly empty" in law_of(filling(5), tall())
    assert "page nearly empty" not in law_of(filling(20), tall())
    assert law_of(filling(5), section("Next", para("x"), new_page=True)) == []


@pytest.mark.parametrize(("lines", "rules"), [(40, []), (46, ["part runs over"]), (60, [])])
def test_a_part_that_runs_over_by_two_lines_is_seen(lines: int, rules: list[Rule]) -> None:
    assert law_of(section("One", filling(lines)), section("Two", para("x"), new_page=True)) == rules
    assert law_of(section("One", filling(lines))) == rules


def test_a_row_that_stands_alone_is_seen() -> None:
    long = table([("row", "word " * 150)] * 3, shares=(1, 5))
    counts = {tuple(law_of(filling(lines), long, filling(38))) for lines in range(20, 45)}
    assert ("row alone",) in counts
    low = table([("row", "word " * 50)] * 3)
    assert all("row alone" not in law_of(filling(lines), low, filling(30)) for lines in range(20, 45))


def test_a_heading_at_the_foot_is_seen() -> None:
    empty = section("Two", level=2)
    next_page = section("Three", para("x"), new_page=True)
    assert law_of(section("One", filling(9), empty), next_page) == ["heading at the foot"]
    assert law_of(section("One", filling(9), section("Two", para("x"), level=2)), next_page) == []


def test_a_lead_in_at_the_foot_is_seen() -> None:
    """One of many words may stand there; no writer parts a short one from its list."""
    lead = para("word " * 300 + "these:")
    counts = {tuple(law_of(filling(lines), lead, filling(30))) for lines in range(10, 40)}
    assert ("lead-in at the foot",) in counts
    assert law_of(filling(41), para("These:"), filling(30)) == []


def test_a_figure_that_stands_alone_is_seen() -> None:
    assert "figure alone" in law_of(filling(20), tall())
    picture = Figure(CHARTS[0].chart, "Alt", words("Caption"))
    assert law_of(filling(38), para("Shown here."), picture, filling(20)) == []


def test_a_short_section_that_runs_over_by_a_line_or_two_is_seen() -> None:
    inside = [para(f"Paragraph {number}.") for number in range(9)]

    def sheets(**more: bool) -> set[Rule]:
        parts = (section("Sheet", *inside, level=2, **more), section("Next", filling(36), level=2))
        return {rule for lines in range(20, 40) for rule in law_of(section("One", filling(lines), *parts))}

    assert "section runs over" in sheets()
    assert "section runs over" not in sheets(whole=True)


def test_type_that_is_too_small_is_seen() -> None:
    theme = shipped_theme()
    tiny = replace(theme, styles={**theme.styles, "small": replace(theme.style("small"), size=7.5)})
    assert law_of(para("Words.", role="small"), theme=tiny) == ["type too small"]
    assert law_of(para("Words.", Footnote((Text("A note."),)), role="small")) == []


def test_a_table_smaller_than_its_neighbours_is_seen() -> None:
    small, plain = table([("a", "b")], compact=True), table([("a", "b")])
    assert law_of(section("One", small, plain)) == ["table smaller"]
    assert law_of(section("One", small, small), section("Two", plain)) == []
