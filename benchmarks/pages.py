"""What a page, a table row and a saved copy cost the PDF writer, and how much memory they take.

Run as `python benchmarks/pages.py`. Each measure is taken in a process of its own, in processor time.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from egci_reports.engine.document.nodes import (
    Cell,
    Column,
    Document,
    Meta,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from egci_reports.engine.theme.load import load_theme
from egci_reports.engine.writers.pdf.write import layout

ROOT = Path(__file__).resolve().parents[1]
SENTENCE = (
    "The two offices compared the drafts of the exchange format and settled the order of the fields, "
    "which differs from paper to paper by a number, {}, so that no line is met twice. "
)
PARAGRAPHS_ON_A_PAGE = 6.25


def document_of_pages(pages: int) -> Document:
    paragraphs = tuple(
        Paragraph(
            (Text("".join(SENTENCE.format(4 * i + k) for k in range(3))),), numbered=True, number=str(i)
        )
        for i in range(1, int(pages * PARAGRAPHS_ON_A_PAGE))
    )
    step = int(3 * PARAGRAPHS_ON_A_PAGE)
    sections = tuple(
        Section(1, (Text(f"Section {i // step + 1}"),), paragraphs[i : i + step], anchor=f"s{i}")
        for i in range(0, len(paragraphs), step)
    )
    return Document(Meta("Made up", "Made up", "Nobody", "2024-10-09"), sections)


def document_of_rows(rows: int) -> Document:
    header = Row(tuple(Cell((Text(name),)) for name in ("No.", "Item", "Records", "Remark")))
    body = tuple(
        Row(
            tuple(
                Cell((Text(text),)) for text in (str(i), f"Item {i}", f"{37 * i}", "Carried over from before")
            )
        )
        for i in range(rows)
    )
    table = Table((Text("Rows"),), (Column(1), Column(3), Column(2, "right"), Column(4)), header, body)
    return Document(Meta("Made up", "Made up", "Nobody", "2024-10-09"), (table,))


@dataclass(frozen=True)
class Measure:
    """What one paper cost: seconds of processor time, and the peak of the whole process."""

    kind: str
    size: int
    pages: int
    layout: float
    saving: float
    copy: float
    megabytes: float
    peak: float

    @property
    def each(self) -> float:
        """Milliseconds a page or a row."""
        return 1000 * (self.layout + self.saving) / self.size

    def line(self) -> str:
        """Return the measure as a line of the table."""
        return (
            f"{self.size:>6} {self.kind:<6}{self.each:8.3f} ms each  (layout {self.layout:.2f} s, "
            f"saving {self.saving:.2f} s, a further copy {self.copy:.2f} s)  {self.pages:>5} pages  "
            f"{self.megabytes:6.2f} MB  peak {self.peak:4.0f} MB"
        )


def measure(kind: str, size: int) -> Measure:
    theme = load_theme((ROOT / "templates" / "theme.toml").read_text(encoding="utf-8"))
    layout(document_of_pages(1), theme).save()
    document = document_of_pages(size) if kind == "pages" else document_of_rows(size)
    start = time.process_time()
    laid_out = layout(document, theme)
    middle = time.process_time()
    content = laid_out.save()
    end = time.process_time()
    laid_out.save()
    copy = time.process_time() - end
    return Measure(
        kind,
        laid_out.page_count if kind == "pages" else size,
        laid_out.page_count,
        middle - start,
        end - middle,
        copy,
        len(content) / 1e6,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def measured(kind: str, size: int) -> Measure:
    """Measure in a process of its own, the best of three."""
    runs = []
    for _ in range(3):
        command = [sys.executable, __file__, kind, str(size)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        runs.append(Measure(**json.loads(done.stdout)))
    return min(runs, key=lambda run: run.each)


def main() -> None:
    if len(sys.argv) == 3:
        print(json.dumps(asdict(measure(sys.argv[1], int(sys.argv[2])))))
        return
    for kind, sizes, goal in (("pages", (12, 100, 1000), 1.15), ("rows", (100, 10000), 1.2)):
        runs = []
        for size in sizes:
            runs.append(measured(kind, size))
            print(runs[-1].line(), flush=True)
        growth = runs[-1].each / runs[0].each
        print(f"       growth {growth:.2f} (goal: at most {goal}), peak {runs[-1].peak:.0f} MB (under 130)")


if __name__ == "__main__":
    main()
