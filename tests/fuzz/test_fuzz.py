"""Exit 70 is for the program's own mistakes: no record and no argument leads there.

A small share, by a fixed seed; `python -m benchmarks.fuzz 5000` tries many more.
"""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run, run
from tests.fuzz.fuzzing import fuzz_arguments, fuzz_records
from tests.made_up_pack import made as pack

__all__ = ["run"]  # a fixture


def test_hostile_records_end_as_designed_in_every_command(tmp_path: Path) -> None:
    tally = fuzz_records(tmp_path, 60, 1)
    assert tally.commands == 180
    assert not tally.wrong, "\n\n".join(tally.wrong[:10])


def test_hostile_arguments_end_as_designed_in_every_command(tmp_path: Path) -> None:
    tally = fuzz_arguments(tmp_path, 60, 1)
    assert not tally.wrong, "\n\n".join(tally.wrong[:10])


def test_records_with_annexes_can_be_printed(run: Run) -> None:
    ran = run("annual", "2012", "--to", "records", cwd=pack.workspace())
    assert ran.code == 0, ran.err
    assert '"sha256"' in ran.out
