"""A hundred annual reports in both formats by two workers: those of all years, five times."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

from egci_reports.app.papers.begin import begin_with
from egci_reports.app.papers.build import build
from egci_reports.app.papers.order import Order
from egci_reports.app.papers.output import write
from egci_reports.app.records import records_of
from egci_reports.garbage import without_collection
from egci_reports.kinds.interface import Request
from egci_reports.workspace import find_workspace

ROOT = Path(__file__).resolve().parents[2]
WORKSPACE = find_workspace(ROOT, ROOT)
TIMES = 5


def make(job: tuple[int, Path]) -> None:
    """Make the report of a year into a folder."""
    year, folder = job
    with without_collection():
        draft = begin_with(RECORDS, WORKSPACE, Order("annual", str(year)), Request(str(year)))
        write(build(draft), replace(WORKSPACE, reports=folder).reports, force=True)


RECORDS = records_of(WORKSPACE)

if __name__ == "__main__":
    jobs = [(year, Path(sys.argv[1]) / str(turn)) for turn in range(TIMES) for year in range(2006, 2026)]
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(make, jobs))
