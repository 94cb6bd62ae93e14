"""One measure of what grows, in a process of its own: `python -m benchmarks.growth.measures KIND SIZE`.

Prints the seconds of processor time of the work without the imports, and the peak of the process in MB.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.copies import issued
from benchmarks.growth.made import with_returns
from benchmarks.pages import document_of_pages, document_of_rows
from benchmarks.peers.content import ROOT
from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import build
from egci_reports.app.papers.order import Order
from egci_reports.engine.document.nodes import Document
from egci_reports.engine.theme.load import load_theme
from egci_reports.engine.writers.pdf.write import layout
from egci_reports.engine.writers.word.write import write_word
from egci_reports.garbage import without_collection
from egci_reports.records.distribution import Channel
from egci_reports.workspace import find_workspace
from tests.made_up.many import write_many

Work = Callable[[], object]
FEW = 5


def pages(size: int, _root: Path) -> Work:
    """Write a paper of so many pages as PDF and Word."""
    return _written(document_of_pages(size))


def rows(size: int, _root: Path) -> Work:
    """Write a table of so many rows as PDF and Word."""
    return _written(document_of_rows(size))


def plenaries(size: int, root: Path) -> Work:
    """Make the history of so many plenaries, from their files on."""
    return _made(write_many(root, size), Order("history", ""))


def recipients(size: int, root: Path) -> Work:
    """Make the report of 2013 and so many numbered copies of it."""
    return lambda: issued(root, size, Channel.FOLDER, None)


def departments(size: int, root: Path) -> Work:
    """Make a report to which so many departments return two items each, from their files on."""
    return _made(with_returns(root, size, 2 * size), Order("annual", "2012"))


def returns(size: int, root: Path) -> Work:
    """Make a report to which five departments return so many items, from their files on."""
    return _made(with_returns(root, FEW, size), Order("annual", "2012"))


def _written(document: Document) -> Work:
    theme = load_theme((ROOT / "templates" / "theme.toml").read_text("utf-8"))

    def work() -> None:
        made = layout(document, theme)
        made.save()
        write_word(document, theme, made.pages, made.heads)

    return work


def _made(root: Path, order: Order) -> Work:
    workspace = find_workspace(root, root)

    return lambda: build(begin(workspace, order))


MEASURES = {one.__name__: one for one in (pages, rows, plenaries, recipients, departments, returns)}


def main() -> None:
    """Take the measure that the arguments name."""
    kind, size = sys.argv[1], int(sys.argv[2])
    with tempfile.TemporaryDirectory(prefix="egci-growth-") as folder:
        work = MEASURES[kind](size, Path(folder))
        start = time.process_time()
        with without_collection():  # as the program does
            work()
        spent = time.process_time() - start
    print(spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
