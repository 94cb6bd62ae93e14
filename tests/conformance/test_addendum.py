"""Addenda pass every validator: one with all kinds of changes, one for both sides, one with a figure."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import egci_reports.app.papers.build as making
from egci_reports.app.papers.build import Built, begin, build
from egci_reports.app.papers.order import Audience, Format, Order
from egci_reports.app.papers.output import write
from egci_reports.distribution.addenda import amendments
from egci_reports.workspace import find_workspace
from tests.conformance import verapdf
from tests.conformance.required import require
from tests.conformance.word import assert_sound
from tests.conftest import MADE_UP, RETURNS
from tests.made_up_pack.amended import LATE, PACK, change
from tests.made_up_pack.made import put_together
from tests.papers import file_of, text_of
from tests.parity import assert_same_words

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


CASES: dict[str, tuple[Callable[[Path], None], Order, str, tuple[tuple[str, str], ...]]] = {
    "pack": (_pack, Order("briefing", "4", "1.0", marking="MADE UP"), PACK, LATE),
    "joint": (
        _copy(RETURNS),
        Order("annual", "2012", "1.0", audience=Audience.JOINT),
        "returns/03/made-up-signal-office.yaml",
        (("Every lamp of the made-up pier was trimmed.", "Most lamps of it were trimmed."),),
    ),
    "history": (_copy(MADE_UP), Order("history", "all", "1.0"), "meetings/03.yaml", FOG),
}


@pytest.fixture(scope="module")
def addenda(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """The addenda, whatever would refuse a numbered edition of the made-up records."""
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(making, "refuse_blocked", lambda *_: None)
        for name, (put, order, file, changes) in CASES.items():
            root = tmp_path_factory.mktemp(name)
            put(root)
            workspace = find_workspace(root, root)
            write(build(begin(workspace, order)), workspace.reports)
            change(root, file, *changes)
            (one,) = amendments(workspace, order)
            assert one.draft is not None
            found[name] = build(one.draft)
    return found


def test_a_figure_that_changed_is_drawn_anew(addenda: dict[str, Built]) -> None:
    assert "In place of Figure 2 of the edition (page" in text_of(addenda["history"]).replace("\u00a0", " ")


def test_both_files_say_the_same(addenda: dict[str, Built]) -> None:
    for built in addenda.values():
        assert_same_words(file_of(built, Format.WORD), file_of(built, Format.PDF))


def test_pdfs_are_pdf_ua_1_and_pdf_a_2a(addenda: dict[str, Built], tmp_path: Path) -> None:
    require(verapdf.installed(), "veraPDF is not installed: run tests/conformance/install")
    paths = [tmp_path / f"{name}.pdf" for name in addenda]
    for path, built in zip(paths, addenda.values(), strict=True):
        path.write_bytes(file_of(built, Format.PDF))
    results = verapdf.validate(paths)
    assert len(results) == 2 * len(addenda)
    assert [(r.path.name, r.flavour, r.clauses, r.error) for r in results if not r.passed] == []


def test_word_files_pass_both_validators_and_the_lint(addenda: dict[str, Built], tmp_path: Path) -> None:
    assert_sound({name: file_of(built, Format.WORD) for name, built in addenda.items()}, tmp_path)
