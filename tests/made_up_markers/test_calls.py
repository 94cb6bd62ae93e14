"""A call given out: each department asked gets the memo and its own form, and nobody else's."""

from __future__ import annotations

import zipfile
from pathlib import Path

from egci_reports.app.papers.order import Order
from egci_reports.distribution.editions import begin_all
from egci_reports.distribution.issue import issue_all
from egci_reports.distribution.plan import Wanted
from egci_reports.workspace import find_workspace
from tests.made_up_markers.made import write
from tests.made_up_markers.search import marks_in_file
from tests.made_up_markers.test_markers import marks


def test_each_department_asked_gets_its_own_form_with_the_memo(tmp_path: Path) -> None:
    write(tmp_path)
    (desk,) = begin_all(find_workspace(tmp_path, tmp_path), Order("call", "3"))
    (outcome,) = issue_all((desk,), Wanted())
    assert desk.forms is not None
    assert outcome.issued
    assert {done.copy.holder.body for done in outcome.issued} == {
        "office-one",
        "office-two",
    } & desk.forms.keys()
    for done in outcome.issued:
        (paper,) = (path for path in done.paths if not path.stem.endswith(("_memo", "_form")))
        if paper.suffix == ".zip":
            with zipfile.ZipFile(paper) as package:
                (form,) = (package.read(name) for name in package.namelist() if name.endswith("_form.docx"))
        else:
            form = paper.with_name(f"{paper.stem}_form.docx").read_bytes()
        assert form == desk.forms[done.copy.holder.body]
        others = {"office-one", "office-two"} - {done.copy.holder.body}
        for mark in marks_in_file("", form) & marks().keys():
            places = {place for place, _ in marks()[mark]}
            assert not all(place.startswith(f"returns/03/{other}") for place in places for other in others)
