"""`briefing`: the files it makes, and what it says is to follow."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_without_a_number_it_makes_the_next_pack_and_tells_what_is_to_follow(
    run: Run, tmp_path: Path
) -> None:
    ran = run("briefing", cwd=tmp_path)
    assert ran.code == 0
    assert ran.out.splitlines() == ["reports/briefing-20.docx", "reports/briefing-20.pdf"]
    assert "A numbered edition would be refused:" in ran.err
    assert "an officer's words are to follow: the objective (brief 1)" in ran.err


def test_a_numbered_edition_is_refused_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    ran = run("briefing", "20", "--edition", "1.0", cwd=tmp_path)
    assert ran.code != 0
    assert "an officer's words are to follow: the agenda" in ran.err
    assert not (tmp_path / "reports").exists()


def test_a_number_beyond_the_next_tells_which_packs_there_can_be(run: Run, tmp_path: Path) -> None:
    ran = run("briefing", "25", cwd=tmp_path)
    assert ran.code == 2
    assert "packs can be made before plenaries 2 to 20" in ran.err
