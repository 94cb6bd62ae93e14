"""Runs the program: in this process for speed, or in one of its own where the process matters."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from egci_reports.cli import main

SOURCE = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ran:
    """What a run printed and returned."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the program in `cwd` (an empty folder unless told) on a terminal 100 columns wide."""

    def run_here(*arguments: str, cwd: Path | None = None, columns: int = 100) -> Ran:
        if cwd is None:
            cwd = tmp_path / "empty"
            cwd.mkdir(exist_ok=True)
        monkeypatch.chdir(cwd)
        monkeypatch.setenv("COLUMNS", str(columns))
        code = main(list(arguments))
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return run_here


def process(
    *arguments: str, cwd: Path, code: str = "from egci_reports.cli import main; sys.exit(main())", **env: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the program, or other `code`, in a process of its own; returns its raw output."""
    return subprocess.run(
        [sys.executable, "-c", f"import sys; {code}", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(SOURCE), "COLUMNS": "100", **env},
        capture_output=True,
        timeout=60,
    )


@pytest.fixture
def without_plan(made_up_returns: Path) -> Path:
    """A workspace in which no work plan is on file: each department is asked area by area."""
    path = made_up_returns / "data" / "meetings" / "02.yaml"
    path.write_text(re.sub(r"(?m)^work_plan:\n(?:  .*\n)+", "", path.read_text("utf-8")), "utf-8")
    third = path.with_name("03.yaml")
    third.write_text(re.sub(r", continues: \"[0-9.]+\"", "", third.read_text("utf-8")), "utf-8")
    for year in ("02", "03"):
        shutil.rmtree(made_up_returns / "data" / "returns" / year)
    return made_up_returns
