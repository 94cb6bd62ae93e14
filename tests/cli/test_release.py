"""`release`: the press release in the press office's form, its gaps marked and nothing written beforehand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.clearing import clear_all
from tests.cli.conftest import Run
from tests.cli.test_letter import said
from tests.made_up_pack import made


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    root = tmp_path / "desk"
    shutil.copytree(made.workspace() / "data", root / "data")
    return root


def both(desk: Path, stem: str) -> list[str]:
    return [said(desk / f"reports/{stem}.{end}") for end in ("pdf", "docx")]


GAPS = (
    "What the heads of the two sides did",
    "What the two sides agreed",
    "Words of the head of the Hong Kong side",
    "Who took part",
)


def test_before_the_meeting_it_knows_number_and_day_and_all_else_is_a_gap(run: Run, desk: Path) -> None:
    ran = run("release", "4", cwd=desk)
    assert ran.code == 0, ran.err
    for text in both(desk, "release-4-public"):
        assert "convened its 4th meeting in [to be entered] today (May 8)." in text
        assert "Ends/Wednesday, May 8, 2013" in text
        assert "Not for release until it is cleared" in text
        for gap in GAPS:
            assert gap in text
        # nothing of the year before, nor of what Hong Kong means to propose
        assert "Lamps on piers" not in text
        assert "Ada" not in text
        assert "Lamp Hall" not in text
    for gap in GAPS:
        assert f"there is a gap: {gap}" in ran.err
    ran = run("release", "4", "--edition", "1.0", cwd=desk)
    assert (ran.code, ran.out) == (6, "")


def test_of_a_meeting_that_was_held_it_has_what_is_public(run: Run, desk: Path) -> None:
    assert run("release", "3", cwd=desk).code == 0
    for text in both(desk, "release-3-public"):
        assert "convened its 3rd meeting in Made-up Delta City today (May 9)." in text
        assert "Lamps on piers and quays" in text
        assert "the Made-up Signal Office" in text
        assert "What the two sides agreed" in text


def test_texts_that_are_cleared_for_the_public_close_the_gaps_and_others_do_not(run: Run, desk: Path) -> None:
    papers = desk / "data/papers"
    papers.mkdir(exist_ok=True)
    sections = ("heads", "agreed", "quotation", "bodies")
    rest = "author: The tests, date: 2012-05-09, audience: public"
    lines = (f"  - {{section: {name}, text: Made-up words on {name}., {rest}}}\n" for name in sections)
    text = "texts:\n" + "".join(lines)
    (papers / "release-3.yaml").write_text(text, "utf-8")
    run("release", "3", cwd=desk)
    assert not any("Made-up words on" in text for text in both(desk, "release-3-public"))
    assert run("release", "3", "--edition", "1.0", cwd=desk).code == 6
    clear_all(desk)
    ran = run("release", "3", "--edition", "1.0", cwd=desk)
    assert ran.code == 0, ran.err
    for text in both(desk, "release-3-public-1.0"):
        for name in sections:
            assert f"Made-up words on {name}." in text
        assert "to be entered" not in text
        assert "Before release" not in text


def test_the_shipped_records_make_a_draft_with_the_day_of_the_20th(run: Run, tmp_path: Path) -> None:
    assert run("release", "20", cwd=tmp_path).code == 0
    text = said(tmp_path / "reports/release-20-public.pdf")
    assert "convened its 20th meeting in Hong Kong today (October 20)." in text
    assert "The Commissioner for Digital Policy, Mr Tony Wong" in text
    # two of the five areas are known as others reported them: none is quoted
    assert "customs informatisation" not in text
