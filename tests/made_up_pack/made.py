"""Puts the made-up workspace with a whole pack together: the one with returns, the words, the annexes."""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import Built, build
from egci_reports.app.papers.departments import ALL, drafts_for
from egci_reports.app.papers.order import Format, Order
from egci_reports.workspace import find_workspace
from tests.papers import file_of, made_of
from tests.shared import shared

HERE = Path(__file__).parent
BELOW = HERE.parent / "made_up_returns"

ORDER = Order("briefing", "next", marking="MADE UP")

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
    return file_of(made_of(Order("annual", "2012", marking="MADE UP"), BELOW), Format.PDF)


NOTES_LINE = "  - {title: Made-up notes of the 3rd Plenary Meeting, file: notes.pdf, date: 2012-05-09}\n"
"""The annex that is not tagged, as pack.yaml lists it."""


@cache
def workspace(*, validated: bool = False) -> Path:
    """Return the workspace, put together once for each process; `validated` has the tagged annex only."""
    folder = TemporaryDirectory(prefix="made-up-pack-")
    atexit.register(folder.cleanup)
    root = put_together(Path(folder.name))
    if validated:
        words = root / "data" / "briefs" / "04" / "pack.yaml"
        words.write_text(words.read_text("utf-8").replace(NOTES_LINE, ""), "utf-8")
        (root / "data" / "annexes" / "04" / "notes.pdf").unlink()
    return root


def pack(order: Order = ORDER, *, validated: bool = False) -> Built:
    """Return the pack before the made-up plenary to come, made once for each session."""
    root = workspace(validated=validated)
    name = f"pack {order!r} validated={validated}"
    return shared(name, lambda: build(begin(find_workspace(root, root), order)))


@cache
def departments() -> Mapping[str, Built]:
    """Return the packs of all departments, by the department's id, made once for each session."""
    made = shared("packs of departments", _departments)
    return {built.stem.partition("-for-")[2]: built for built in made}


def _departments() -> list[Built]:
    root = workspace()
    return [build(draft) for draft in drafts_for(find_workspace(root, root), ORDER, ALL)]


def put_together(root: Path) -> Path:
    """Copy the workspace to a folder, with its annexes; return the folder."""
    shutil.copytree(BELOW / "data", root / "data")
    shutil.copytree(HERE / "data", root / "data", dirs_exist_ok=True)
    folder = root / "data" / "annexes" / "04"
    folder.mkdir(parents=True)
    (folder / "notes.pdf").write_bytes(untagged())
    (folder / "report-2012.pdf").write_bytes(tagged())
    return root
