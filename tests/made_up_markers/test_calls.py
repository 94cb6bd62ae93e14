"""A call given out: each department asked gets the memo and its own form, and nothing that is not theirs."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from egci_reports.app.papers.order import Audience, Order
from egci_reports.app.papers.output import write as write_paper
from egci_reports.app.returns.call import CallForReturns, call
from egci_reports.distribution.editions import begin_all
from egci_reports.distribution.issue import issue_all
from egci_reports.distribution.issue_plan import IssueOptions
from egci_reports.workspace import find_workspace
from tests.made_up_markers.made import workspace, write
from tests.made_up_markers.search import marks_in_file
from tests.made_up_markers.test_markers import BODIES, allowed, marks, told

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def called() -> CallForReturns:
    return call(find_workspace(workspace(), workspace()), 3)


def test_the_memo_has_no_mark_that_not_every_department_may_read(
    called: CallForReturns, tmp_path: Path
) -> None:
    """An officer's text for internal readers, a department's return: none of it is in text or properties."""
    everybodys = allowed("one") & allowed("two")
    for path in (*write_paper(called.memo, tmp_path).paths, *(tmp_path / ".receipts").glob("*")):
        found = marks_in_file(path.name, path.read_bytes()) & marks().keys()
        assert told(found - everybodys) == [], path.name
    shown = set().union(*(marks_in_file(file.name, file.content) for file in called.memo.files))
    said = {place for mark in shown & marks().keys() for place, _ in marks()[mark]}
    assert {f"papers/call-3#texts/{place}/text" for place in (1, 2, 3)} <= said
    assert called.memo.identity.audience == "department"


def test_no_form_has_a_mark_that_its_department_may_not_read(called: CallForReturns) -> None:
    forms = {one.identity.audience.partition(" ")[2]: one.files[0].content for one in called.forms}
    readers = {body: reader for reader, body in BODIES.items()}
    assert forms.keys() >= readers.keys()
    for body, reader in readers.items():
        found = marks_in_file("", forms[body]) & marks().keys()
        assert told(found - allowed(reader)) == [], body
        own = {place for mark in found for place, _ in marks()[mark]}
        assert any(place.startswith(f"returns/03/{body}#items/0/progress") for place in own), body


def test_each_department_asked_gets_its_own_form_with_the_memo(tmp_path: Path) -> None:
    write(tmp_path)
    order = Order("call", "3", audience=Audience.DEPARTMENT)
    (desk,) = begin_all(find_workspace(tmp_path, tmp_path), order)
    (outcome,) = issue_all((desk,), IssueOptions())
    assert desk.forms is not None
    assert {done.copy.holder.body for done in outcome.issued} == {"office-one", "office-two"}
    for done in outcome.issued:
        (paper,) = (path for path in done.paths if not path.stem.endswith(("_memo", "_form")))
        if paper.suffix == ".zip":
            with zipfile.ZipFile(paper) as package:
                (form,) = (package.read(name) for name in package.namelist() if name.endswith("_form.docx"))
                memo = next(
                    package.read(name) for name in package.namelist() if name.endswith(f"{paper.stem}.pdf")
                )
        else:
            form, memo = paper.with_name(f"{paper.stem}_form.docx").read_bytes(), paper.read_bytes()
        assert form == desk.forms[done.copy.holder.body]
        found = marks_in_file("copy.pdf", memo) & marks().keys()
        everybodys, own = (
            allowed("one") & allowed("two"),
            marks_in_file("", done.copy.holder.printed.encode()),
        )
        assert told(found - everybodys - own) == []
