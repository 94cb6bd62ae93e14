"""The papers that are held against outside validators and of which no other test knows."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import pytest

import egci_reports.app.papers.build as making
from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import Built, build
from egci_reports.app.papers.letters import letters_for
from egci_reports.app.papers.order import Audience, Order
from egci_reports.app.papers.output import write
from egci_reports.app.papers.release import release_of
from egci_reports.distribution.addenda import amendments
from egci_reports.workspace import find_workspace
from tests.cli.test_timetable import STEPS
from tests.conftest import MADE_UP, RETURNS
from tests.made_up.many import write_many
from tests.made_up_pack.amended import LATE, PACK, change
from tests.made_up_pack.made import put_together, workspace
from tests.papers import made, made_of
from tests.shared import shared

FOG = (
    (
        "    - wording: Ferries and buoys by night\n",
        "    - {wording: Made-up fog, threads: [lamps]}\n    - wording: Ferries and buoys by night\n",
    ),
    ("  said: 2\n  listed", "  said: 3\n  listed"),
    ("endorsed the plan in 2 areas", "endorsed the plan in 3 areas"),
)
"""An area more in the list of a plenary."""


def _pack(root: Path) -> None:
    put_together(root)


def _copy(source: Path) -> Callable[[Path], None]:
    return lambda root: shutil.copytree(source / "data", root / "data") and None


ADDENDA: Mapping[str, tuple[Callable[[Path], None], Order, str, tuple[tuple[str, str], ...]]] = {
    "pack": (_pack, Order("briefing", "4", "1.0", marking="MADE UP"), PACK, LATE),
    "joint": (
        _copy(RETURNS),
        Order("annual", "2012", "1.0", audience=Audience.JOINT),
        "returns/03/made-up-signal-office.yaml",
        (("Every lamp of the made-up pier was trimmed.", "Most lamps of it were trimmed."),),
    ),
    "history": (_copy(MADE_UP), Order("history", "all", "1.0"), "meetings/03.yaml", FOG),
}


def addendum(name: str) -> Built:
    """Return an addendum, whatever would refuse a numbered edition of the made-up records."""
    return shared(f"addendum {name}", lambda: _addendum(name))


def _addendum(name: str) -> Built:
    put, order, file, changes = ADDENDA[name]
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setattr(making, "refuse_blocked", lambda *_: None)
        root = Path(folder)
        put(root)
        workspace = find_workspace(root, root)
        write(build(begin(workspace, order)), workspace.reports)
        change(root, file, *changes)
        (one,) = amendments(workspace, order)
        assert one.draft is not None
        return build(one.draft)


HISTORIES: Mapping[str, Callable[[], Built]] = {
    "whole": lambda: made("history", "all"),
    "early": lambda: made_of(Order("history", "all", as_of=date(2008, 12, 31))),
    "long": lambda: shared("history of 40 made-up plenaries", _long_history),
}
"""The history of all years, that through 2008, and one of 40 made-up plenaries."""


RECORDS: Mapping[str, Callable[[], Built]] = {
    str(each): partial(made_of, Order("record", "19", audience=each))
    for each in (Audience.INTERNAL, Audience.JOINT)
}
"""The record of a plenary: the draft that is a form, and that for both sides."""


def _long_history() -> Built:
    with tempfile.TemporaryDirectory() as folder:
        return made("history", "all", write_many(Path(folder) / "workspace", 40))


OFFICE = (
    "timetable",
    "release-3",
    "release-4",
    "thanks-department",
    "thanks-joint",
    "followup-department",
    "followup-joint",
    "invitation-department",
    "invitation-joint",
    "secondreminder-department",
)
"""The papers of the secretariat's year: one letter of each kind to a department and one to the other side."""


def office_papers() -> Mapping[str, Built]:
    """Return them by name, made once for each session."""
    return shared("papers of the secretariat's year", _office_papers)


def _office_papers() -> Mapping[str, Built]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(workspace() / "data", root / "data")
        group = root / "data/group.yaml"
        group.write_text(group.read_text("utf-8") + STEPS, "utf-8")
        (root / "data/returns/04/made-up-development-bureau.yaml").unlink()
        home = find_workspace(root, root)
        found = {
            "timetable": build(begin(home, Order("timetable", "4"))),
            "release-3": build(release_of(home, Order("release", "3", audience=Audience.PUBLIC))),
            "release-4": build(release_of(home, Order("release", "4", audience=Audience.PUBLIC))),
        }
        for kind, number in (
            ("thanks", "3"),
            ("followup", "3"),
            ("invitation", "4"),
            ("secondreminder", "4"),
        ):
            drafts = tuple(letters_for(home, Order(kind, number)))
            found[f"{kind}-department"] = build(drafts[0])
            if drafts[-1].request.holder is None:
                found[f"{kind}-joint"] = build(drafts[-1])
        return found
