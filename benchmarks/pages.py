"""What a page, a table row and a saved copy cost the PDF writer, and how much memory they take.

Run as `python benchmarks/pages.py`. Each measure is taken in a process of its own, in processor time.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

from egci_reports.document.nodes import Cell, Column, Document, Meta, Paragraph, Row, Section, Table, Text
from egci_reports.theme import load_theme
from egci_reports.writers.pdf import layout

ROOT = Path(__file__).resolve().parents[1]
SENTENCE = (
    "The two offices compared the drafts of the exchange format and settled the order of the fields, "
    "which differs from paper to paper by a number, {}, so that no line is met twice. "
)
PARAGRAPHS_ON_A_PAGE = 8


def document_of_pages(pages: int) -> Document:
    paragraphs = tuple(
        Paragraph(
            (Text("".join(SENTENCE.format(4 * i + k) for k in range(3))),), numbered=True, number=str(i)
        )
        for i in range(1, pages * PARAGRAPHS_ON_A_PAGE)
    )
    step = 3 * PARAGRAPHS_ON_A_PAGE
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


def measure(kind: str, size: int) -> None:
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
    count = laid_out.page_count if kind == "pages" else size
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{kind:6}{count:>7}  {1000 * (end - start) / count:8.3f} ms each  "
        f"(layout {middle - start:6.2f} s, saving {end - middle:6.2f} s, a further copy {copy:6.2f} s)  "
        f"{laid_out.page_count:>5} pages  {len(content) / 1e6:7.2f} MB  peak {peak:5.0f} MB"
    )


def main() -> None:
    if len(sys.argv) == 3:
        measure(sys.argv[1], int(sys.argv[2]))
        return
    for kind, size in (("pages", 12), ("pages", 100), ("pages", 1000), ("rows", 100), ("rows", 10000)):
        subprocess.run([sys.executable, __file__, kind, str(size)], check=True)


if __name__ == "__main__":
    main()
