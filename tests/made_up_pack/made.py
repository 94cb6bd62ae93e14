"""Puts the made-up workspace with a whole pack together: the one with returns, the words, the annexes."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from egci_reports.app.build import begin, build
from egci_reports.app.order import Format, Order
from egci_reports.workspace import find_workspace

HERE = Path(__file__).parent
BELOW = HERE.parent / "made_up_returns"

NOTES = (
    (
        "MADE UP: notes of the 3rd Plenary Meeting",
        "Paragraph 1. Nobody met.",
        "Paragraph 5. A chart was closed.",
    ),
    ("MADE UP: notes, second page", "Paragraph 10. Two registers were to be compared."),
)
"""The pages of the annex that is not tagged, line by line."""


def untagged(pages: tuple[tuple[str, ...], ...] = NOTES) -> bytes:
    """Return a PDF as office programs make them: with text, without tags."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    for lines in pages:
        for index, line in enumerate(lines):
            canvas.drawString(72, 760 - 20 * index, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def tagged() -> bytes:
    """Return a PDF that keeps both standards: the made-up report of 2012."""
    order = Order("annual", "2012", marking="MADE UP", formats=(Format.PDF,))
    return build(begin(find_workspace(BELOW, BELOW), order)).files[0].content


def put_together(root: Path) -> Path:
    """Copy the workspace to a folder, with its annexes; return the folder."""
    shutil.copytree(BELOW / "data", root / "data")
    shutil.copytree(HERE / "data", root / "data", dirs_exist_ok=True)
    folder = root / "data" / "annexes" / "04"
    folder.mkdir(parents=True)
    (folder / "notes.pdf").write_bytes(untagged())
    (folder / "report-2012.pdf").write_bytes(tagged())
    return root
