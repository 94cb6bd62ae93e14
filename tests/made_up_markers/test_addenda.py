"""Addenda: each reader learns what changed in his own paper, and meets no mark that is not his to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import egci_reports.app.papers.build as making
from egci_reports.app.papers.addenda import amendment
from egci_reports.app.papers.begin import Draft, begin
from egci_reports.app.papers.build import Built, build
from egci_reports.app.papers.departments import drafts_for
from egci_reports.app.papers.order import Audience, Order
from egci_reports.app.papers.output import write as write_paper
from egci_reports.workspace import Workspace, find_workspace
from tests.made_up_markers.made import ANNEX_WORD, MARKING, write
from tests.made_up_markers.search import marks_in_file
from tests.made_up_markers.test_markers import BODIES, allowed, marks, told

pytestmark = pytest.mark.slow

REPORTS = {
    "joint": Order("annual", "2011", "1.0", audience=Audience.JOINT),
    "public": Order("history", "all", "1.0", audience=Audience.PUBLIC),
}
_LATER = 50_000
"""What is added to the number of each word when all words change."""


def drafts(workspace: Workspace, reader: str) -> Iterator[Draft]:
    if reader in BODIES:
        yield from drafts_for(workspace, Order("briefing", "3", "1.0"), BODIES[reader])
    else:
        yield begin(workspace, REPORTS[reader])


def finished(draft: Draft) -> Built:
    """Build a numbered paper whatever would refuse it: the made-up records are full of gaps."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(making, "refuse_blocked", lambda *_: None)
        return build(draft)


def later(mark: str) -> str:
    if not mark.startswith("Mkr") or mark in (MARKING, ANNEX_WORD):
        return mark
    return f"Mkr{int(mark[3:]) + _LATER:05d}"


def reword(root: Path) -> None:
    """Change every marked word of every record, but for the marking."""
    for path in (root / "data").rglob("*.yaml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"Mkr\d{5}(?!\.pdf)", lambda match: later(match[0]), text), "utf-8")


@cache
def home() -> Path:
    """Return a marked workspace in which editions were made, and every word was changed since."""
    folder = TemporaryDirectory(prefix="made-up-addenda-")
    root = Path(folder.name)
    _KEPT.append(folder)
    write(root)
    workspace = find_workspace(root, root)
    for reader in (*REPORTS, *BODIES):
        for draft in drafts(workspace, reader):
            write_paper(finished(draft), workspace.reports)
    reword(root)
    return root


_KEPT: list[TemporaryDirectory[str]] = []


@pytest.mark.parametrize("reader", [*REPORTS, *BODIES])
def test_an_addendum_has_no_mark_that_its_reader_may_not_read(reader: str) -> None:
    workspace = find_workspace(home(), home())
    (now,) = drafts(workspace, reader)
    found = amendment(now, workspace.reports).draft
    assert found is not None
    built = finished(found)
    written = write_paper(built, workspace.reports / reader)
    own = allowed(reader)
    theirs = own | {later(mark) for mark in own}
    known = marks().keys() | {later(mark) for mark in marks()} | {ANNEX_WORD}
    receipts = sorted((workspace.reports / reader / ".receipts").iterdir())
    for path in (*written.paths, *receipts):
        here = marks_in_file(path.name, path.read_bytes()) & known
        assert told(here - theirs) == [], path.name
        assert any(mark in here for mark in map(later, own) if mark.startswith("Mkr")) or path in receipts


def test_what_may_be_exchanged_no_more_is_left_out_and_not_repeated(tmp_path: Path) -> None:
    write(tmp_path)
    workspace = find_workspace(tmp_path, tmp_path)
    (before,) = drafts(workspace, "joint")
    edition = finished(before)
    write_paper(edition, workspace.reports)
    path = tmp_path / "data" / "returns" / "02" / "office-one.yaml"
    text = path.read_text("utf-8")
    start = text.index("may_be_exchanged: true")
    path.write_text(
        text[:start] + text[start:].replace("may_be_exchanged: true", "may_be_exchanged: false", 1)
    )
    address = "returns/02/office-one#items/0/progress"
    (taken_back,) = (mark for mark, places in marks().items() if (address, "ItemReturn.progress") in places)
    assert any(taken_back in marks_in_file(file.name, file.content) for file in edition.files)
    (now,) = drafts(workspace, "joint")
    found = amendment(now, workspace.reports).draft
    assert found is not None
    for file in finished(found).files:
        assert taken_back not in marks_in_file(file.name, file.content)
