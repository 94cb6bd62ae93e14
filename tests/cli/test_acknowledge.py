"""Standing warnings are acknowledged, then counted and not repeated; names and reasons are made up."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from egci_reports.workspace import shipped
from tests.cli.conftest import Run

pytestmark = pytest.mark.slow

SAYS = ("--reason", "Waits for the made-up web team", "--by", "Made-up Secretary", "--on", "2025-11-03")


@pytest.fixture
def real(tmp_path: Path) -> Path:
    shutil.copytree(shipped("data"), tmp_path / "data")
    return tmp_path


def _told(run: Run, root: Path) -> tuple[list[str], int]:
    told = json.loads(run("check", "--json", cwd=root).out)
    return [one["code"] for one in told["findings"]], told["acknowledged"]


def test_what_is_acknowledged_is_counted_and_not_repeated(run: Run, real: Path) -> None:
    before, none = _told(run, real)
    assert (before.count("C301"), none) == (1, 0)
    ran = run("acknowledge", "c301", *SAYS, cwd=real)
    assert (ran.code, ran.out) == (0, "data/acknowledged.yaml\n")
    assert _told(run, real) == ([code for code in before if code != "C301"], 1)
    assert "1 acknowledged" in run("check", cwd=real).err
    listed = run("acknowledge", cwd=real).out
    assert "Waits for the made-up web team (Made-up Secretary, 2025-11-03)" in listed


def test_of_several_of_one_code_the_place_tells_which(run: Run, real: Path) -> None:
    ran = run("acknowledge", "C306", *SAYS, cwd=real)
    assert ran.code == 2
    assert "data/meetings/03.yaml:47" in ran.err
    assert run("acknowledge", "C306", "meetings/03.yaml:47", *SAYS, cwd=real).code == 0
    codes, count = _told(run, real)
    assert (codes.count("C306"), count) == (1, 1)


def test_when_the_words_change_it_is_void_and_told(run: Run, real: Path) -> None:
    assert run("acknowledge", "C306", "meetings/03.yaml:47", *SAYS, cwd=real).code == 0
    path = real / "data" / "meetings" / "03.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("tc: 粵港電子簽名證書互認試點", "tc: 粵港電子簽名證書互認"), encoding="utf-8"
    )
    ran = run("check", cwd=real)
    assert (
        "warning[C322] nothing is told any more as it was acknowledged here: C306 of meetings/03" in ran.out
    )
    codes, count = _told(run, real)
    assert (codes.count("C306"), codes.count("C322"), count) == (2, 1, 0)


def test_an_error_cannot_be_acknowledged(run: Run, real: Path) -> None:
    path = real / "data" / "meetings" / "20.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("  said: 5", "  said: 6"), encoding="utf-8")
    assert run("acknowledge", "C260", *SAYS, cwd=real).code == 1
    assert not (real / "data" / "acknowledged.yaml").exists()


def test_nothing_is_acknowledged_without_reason_author_and_day(run: Run, real: Path) -> None:
    for missing in range(0, 6, 2):
        assert run("acknowledge", "C301", *SAYS[:missing], *SAYS[missing + 2 :], cwd=real).code == 2
    assert run("acknowledge", "C999", *SAYS, cwd=real).code == 2


def test_papers_are_the_same_bytes_whatever_is_acknowledged(run: Run, real: Path) -> None:
    before = run("annual", "2024", "--to", "records", cwd=real).out
    run("acknowledge", "C301", *SAYS, cwd=real)
    assert run("annual", "2024", "--to", "records", cwd=real).out == before
