"""The press release has nothing that the public may not read; of a plenary to come it has the day alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from egci_reports.app.papers.build import build
from egci_reports.app.papers.order import Audience, Order
from egci_reports.app.papers.output import write as write_paper
from egci_reports.app.papers.release import release_of
from egci_reports.workspace import find_workspace
from tests.made_up_markers.made import workspace
from tests.made_up_markers.search import marks_in_file
from tests.made_up_markers.test_markers import allowed, marks, told


@pytest.mark.parametrize("number", ["2", "3"])
def test_no_release_has_a_mark_that_the_public_may_not_read(number: str, tmp_path: Path) -> None:
    home = find_workspace(workspace(), workspace())
    built = build(release_of(home, Order("release", number, audience=Audience.PUBLIC)))
    the_day = {
        mark for mark, places in marks().items() if ("meetings/03#date/value", "Stated.value") in places
    }
    for path in (*write_paper(built, tmp_path).paths, *(tmp_path / ".receipts").glob("*")):
        found = marks_in_file(path.name, path.read_bytes()) & marks().keys()
        assert told(found - allowed("public") - the_day) == [], path.name
