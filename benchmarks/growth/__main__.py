"""What one more page, row, plenary, recipient, department or return costs.

Run as `python -m benchmarks.growth`; writes benchmarks/growth.md. The data are made up.
Each measure is taken in a process of its own.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from benchmarks.growth.measures import MEASURES
from benchmarks.peers.content import ROOT

SIZES = {
    "pages": (10, 100, 1000),
    "rows": (100, 1000, 10000),
    "plenaries": (19, 100, 190),
    "recipients": (10, 100, 1000),
    "departments": (5, 20, 50),
    "returns": (10, 100, 495),
}
MOST = 1.25
"""How much more one may cost among many than among few, to be called flat."""
ROUNDS = 2
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled


@dataclass(frozen=True, slots=True)
class Cost:
    """What a size took: seconds of processor time, and the peak of the process in megabytes."""

    size: int
    seconds: float
    peak: float


def cost(kind: str, size: int) -> Cost:
    """Take a measure in processes of its own, the quickest of some."""
    command = [sys.executable, "-m", "benchmarks.growth.measures", kind, str(size)]
    runs = []
    for _ in range(ROUNDS):
        said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        seconds, peak = map(float, said.split()[-2:])
        runs.append(Cost(size, seconds, peak))
    return min(runs, key=lambda run: run.seconds)


def lines(kind: str, costs: list[Cost]) -> list[str]:
    """Return rows of the table: what one more costs from a size to the next, and against the first step."""
    each = [(b.seconds - a.seconds) / (b.size - a.size) for a, b in pairwise(costs)]
    told = [f"| {kind} | {costs[0].size:,} | {costs[0].seconds:.2f} | {costs[0].peak:.0f} | | |"]
    for one, more in zip(costs[1:], each, strict=True):
        growth = more / each[0]
        flat = f"{growth:.2f}" + ("" if growth <= MOST else ", not flat")
        told.append(
            f"| {kind} | {one.size:,} | {one.seconds:.2f} | {one.peak:.0f} | {1000 * more:.2f} | {flat} |"
        )
    return told


def main() -> None:
    """Measure, print, and write benchmarks/growth.md."""
    table: list[str] = []
    for kind, sizes in SIZES.items():
        found = lines(kind, [cost(kind, size) for size in sizes])
        print("\n".join(found), flush=True)
        table += found
    what = "\n".join(f"- {kind}: {_first_line(kind)}" for kind in SIZES)
    page = PAGE.format(
        day=date.today(), python=platform.python_version(), rounds=ROUNDS, table="\n".join(table), what=what
    )
    (ROOT / "benchmarks" / "growth.md").write_text(page, "utf-8")


def _first_line(kind: str) -> str:
    return (MEASURES[kind].__doc__ or "").split("\n")[0]


PAGE = """# What one more costs

Written by `python -m benchmarks.growth`, on data that are made up. Processor time of the work without the
imports, the quickest of {rounds} runs, and the peak of the whole process. "One more" is what each costs from
a size to the next; "to the first" compares it with the first step: 1 is flat, and what is above 1.25 is said.
Pages and rows: PDF and Word are written from a tree that stands ready.

Measured on {day}, Python {python}. Nothing here is a promise: read the last column.

| what | how many | seconds | peak (MB) | one more (ms) | to the first |
|---|---|---|---|---|---|
{table}

{what}

Records have one plenary a year, up to 2199: from 2007 on there can be 190, and not 500. A plan has at most
500 items, each returned once for a plenary: there can be 495 returns to one, and not 5,000.
"""

if __name__ == "__main__":
    main()
