"""`check FILE...`: only what is wrong in the files named is shown, and counts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from egci_reports.workspace import shipped
from tests.cli.conftest import Run

pytestmark = pytest.mark.slow


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A workspace in which the made-up mistake stands in the record of the 18th plenary."""
    shutil.copytree(shipped("data"), tmp_path / "data")
    with (tmp_path / "data/meetings/18.yaml").open("a", encoding="utf-8") as file:
        file.write("made_up_field: 1\n")
    return tmp_path


@pytest.mark.parametrize(
    "name", ["19.yaml", "meetings/19.yaml", "data/meetings/19.yaml", "./data/meetings/19.yaml"]
)
def test_an_error_elsewhere_is_counted_and_does_not_fail_the_file(broken: Path, run: Run, name: str) -> None:
    ran = run("check", name, cwd=broken)
    assert ran.code == 0
    assert "18.yaml" not in ran.out
    assert "In the other files: 1 error" in ran.err


def test_an_error_in_the_file_named_fails(broken: Path, run: Run) -> None:
    ran = run("check", str(broken / "data/meetings/18.yaml"), cwd=broken)
    assert ran.code == 1
    assert "made_up_field" in ran.out


def test_a_name_that_is_no_file_is_answered_with_the_nearest(broken: Path, run: Run) -> None:
    ran = run("check", "meetings/91.yaml", cwd=broken)
    assert ran.code == 2
    assert "did you mean" in ran.err


def test_a_file_that_is_no_yaml_can_be_named(broken: Path, run: Run) -> None:
    (broken / "data/meetings/19.yaml").write_text("number: [", "utf-8")
    ran = run("check", "19.yaml", cwd=broken)
    assert ran.code == 1
    assert "data/meetings/19.yaml:1:" in ran.out
