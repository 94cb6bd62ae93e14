"""The papers of the secretariat's year pass every validator, and say the same in Word and PDF."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from egci_reports.app.papers.build import Built, begin, build
from egci_reports.app.papers.letters import letters_for
from egci_reports.app.papers.order import Audience, Format, Order
from egci_reports.app.papers.release import release_of
from egci_reports.workspace import find_workspace
from tests.cli.test_timetable import STEPS
from tests.conformance import verapdf
from tests.conformance.conftest import Sound
from tests.conformance.required import require
from tests.made_up_pack import made
from tests.papers import file_of
from tests.parity import assert_same_words


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """The timetable, one letter of each kind to a department and one to the other side, and the release."""
    root = tmp_path_factory.mktemp("office")
    shutil.copytree(made.workspace() / "data", root / "data")
    group = root / "data/group.yaml"
    group.write_text(group.read_text("utf-8") + STEPS, "utf-8")
    (root / "data/returns/04/made-up-development-bureau.yaml").unlink()
    home = find_workspace(root, root)
    found = {
        "timetable": build(begin(home, Order("timetable", "4"))),
        "release-3": build(release_of(home, Order("release", "3", audience=Audience.PUBLIC))),
        "release-4": build(release_of(home, Order("release", "4", audience=Audience.PUBLIC))),
    }
    for kind, number in (("thanks", "3"), ("followup", "3"), ("invitation", "4"), ("secondreminder", "4")):
        drafts = tuple(letters_for(home, Order(kind, number)))
        found[f"{kind}-department"] = build(drafts[0])
        if drafts[-1].request.holder is None:
            found[f"{kind}-joint"] = build(drafts[-1])
    return found


def test_both_files_say_the_same(papers: dict[str, Built]) -> None:
    assert len(papers) == 10
    for built in papers.values():
        assert_same_words(file_of(built, Format.WORD), file_of(built, Format.PDF))


def test_pdfs_are_pdf_ua_1_and_pdf_a_2a(papers: dict[str, Built], tmp_path: Path) -> None:
    require(verapdf.installed(), "veraPDF is not installed: run tests/conformance/install")
    paths = [tmp_path / f"{name}.pdf" for name in papers]
    for path, built in zip(paths, papers.values(), strict=True):
        path.write_bytes(file_of(built, Format.PDF))
    results = verapdf.validate(paths)
    assert len(results) == 2 * len(papers)
    assert [(r.path.name, r.flavour, r.clauses, r.error) for r in results if not r.passed] == []


def test_word_files_pass_both_validators_and_the_lint(papers: dict[str, Built], sound: Sound) -> None:
    sound({name: file_of(built, Format.WORD) for name, built in papers.items()})
