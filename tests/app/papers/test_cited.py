"""A paper that cites a source which the record spoken of does not name is not made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.compose import compose
from egci_reports.app.papers.order import Order
from egci_reports.engine.document.text import blocks_of
from egci_reports.errors import TemplateError
from egci_reports.workspace import find_workspace
from tests.papers import ROOT, YEARS, made, of_years

pytestmark = pytest.mark.slow


def _workspace(tmp_path: Path, template: str, old: str, new: str) -> Path:
    """Return a workspace with the shipped records, and one template of its own with a mistake in it."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    own = tmp_path / "templates" / "en" / template
    own.parent.mkdir(parents=True)
    text = (ROOT / "templates" / "en" / template).read_text(encoding="utf-8")
    assert old in text
    own.write_text(text.replace(old, new), encoding="utf-8")
    return tmp_path


def _refused(root: Path, order: Order) -> TemplateError:
    with pytest.raises(TemplateError) as refused:
        compose(begin(find_workspace(root, root), order))
    return refused.value


def test_a_source_that_the_record_does_not_name_fails_the_paper_at_its_line(tmp_path: Path) -> None:
    """The 20th is not on the group's page: a paper that cites the page for it is not made."""
    own = "own.cite(proceedings.lead_sources)"
    root = _workspace(tmp_path, "annual/meeting.html", own, 'own.cite(["egci-page"])')
    found = _refused(root, Order("annual", "2025")).findings
    assert [one.code for one in found] == ["T262"]
    assert found[0].message.startswith(
        "the paper cites 'egci-page', which meetings/20 does not name: 'For the"
    )
    assert str(found[0].position).startswith("data/meetings/20.yaml:")


def test_whose_the_sources_are_is_said_where_the_text_is_about_another_record(tmp_path: Path) -> None:
    """The summary is about the plenary; an event in it is cited with the sources of the event."""
    brief = "own.cite(fact.sources, fact.rests_on) }}."
    root = _workspace(tmp_path, "annual/facts.html", brief, "own.cite(fact.sources) }}.")
    found = _refused(root, Order("annual", "2025")).findings
    assert {one.code for one in found} == {"T262"}
    assert any("'reportify-2025-05-20', which meetings/20 does not name" in one.message for one in found)


def test_a_statement_that_cites_nothing_is_a_mistake_of_the_template(tmp_path: Path) -> None:
    root = _workspace(tmp_path, "annual/meeting.html", "own.cite(meeting.sources)", "own.cite([])")
    assert [one.code for one in _refused(root, Order("annual", "2007")).findings] == ["T117"]


@pytest.mark.parametrize("year", of_years(YEARS))
def test_every_year_cites_what_its_records_name(year: int) -> None:
    made("annual", str(year))  # is refused if it cites anything else


@pytest.mark.parametrize(("kind", "subject"), [("history", "all"), ("history", "short"), ("briefing", "21")])
def test_the_other_papers_cite_what_the_records_name(kind: str, subject: str) -> None:
    made(kind, subject)


def test_a_plan_that_names_no_area_rests_on_what_was_read_for_it() -> None:
    """In 2008 it is the page, not the release, that gives a focus and names no area."""
    document = compose(begin(find_workspace(ROOT, ROOT), Order("annual", "2008"))).document
    said = next(one for one in blocks_of(document) if "names no area for the plan [" in one.text)
    assert {key for one in said.cited for key in one.sources} == {"egci-page"}
