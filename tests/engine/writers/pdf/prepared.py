"""Papers with pages prepared for annexes, and made-up annexes: plain PDFs without tags."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from typing import Any

import pikepdf
import pypdf
from reportlab.pdfgen.canvas import Canvas

from egci_reports.engine.document import nodes
from egci_reports.engine.enclosing import Frame, PlacedEnclosure, examine
from egci_reports.engine.enclosing.merging import enclose
from egci_reports.engine.writers.pdf.write import CopyText, Enclosed, layout
from tests.engine.writers.pdf.made import paper, para, section, shipped_theme

FRAME = Frame(70, 80, 400, 600)
TOP = FRAME.bottom + FRAME.height
_FURNITURE = re.compile(rb"BT .*? ET")


def prepared(paper: bytes, pages: int) -> tuple[bytes, int]:
    """Return a paper with empty pages at its end, and the number of the first of them.

    Each bears a line of the paper's first page as an artifact.
    """
    with pikepdf.open(io.BytesIO(paper)) as file:
        first = file.pages[0].obj
        line = _FURNITURE.search(first.Contents.read_bytes())
        assert line is not None
        number = len(file.pages) + 1
        for _ in range(pages):
            file.add_blank_page(page_size=(595.28, 841.89))
            page = file.pages[-1].obj
            page.Resources = first.Resources
            page.Contents = file.make_stream(b"/Artifact<</Type/Pagination>>BDC\n" + line[0] + b"\nEMC")
        return _bytes(file), number


def enclosed(paper: bytes, *annexes: bytes) -> bytes:
    """Return a paper with annexes on pages that are put at its end."""
    counts = [len(pypdf.PdfReader(io.BytesIO(annex)).pages) for annex in annexes]
    main, number = prepared(paper, sum(counts))
    given = []
    for annex, count in zip(annexes, counts, strict=True):
        given.append(PlacedEnclosure(number, f"Annex {len(given) + 1}", annex, (FRAME,) * count))
        number += count
    return enclose(main, given)


def plain(*pages: Callable[[Canvas], None], size: tuple[float, float] = (300, 400)) -> bytes:
    """Return an untagged PDF with pages that are drawn by functions."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1, pageCompression=0)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def saying(text: str, x: float = 10, y: float = 20) -> Callable[[Canvas], None]:
    """Return a function that draws a line of text."""
    return lambda canvas: canvas.drawString(x, y, text)


def changed(pdf: bytes, change: Callable[[pikepdf.Pdf], Any]) -> bytes:
    """Return a PDF after a change."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        change(file)
        return _bytes(file)


def _bytes(file: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    file.save(
        out,
        static_id=True,
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return out.getvalue()


def texts_of(pdf: bytes) -> list[str]:
    """Return what pypdf reads on each page, without space around it."""
    return [page.extract_text().strip() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def seen(pdf: bytes, page: int, text: str) -> tuple[float, ...]:
    """Return where a text begins on a page, and which way its line runs for each of its points."""
    found: list[tuple[float, ...]] = []

    def visit(said: str, outer: Sequence[float], inner: Sequence[float], *_: object) -> None:
        if text in said:
            a, b, c, d, e, f = _times(inner, outer)
            found.append(tuple(round(value, 2) + 0.0 for value in (e, f, a, b)))

    pypdf.PdfReader(io.BytesIO(pdf)).pages[page - 1].extract_text(visitor_text=visit)
    (one,) = found
    return one


def _times(one: Sequence[float], other: Sequence[float]) -> tuple[float, ...]:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def pack(*annexes: bytes, late: CopyText | None = None, **meta: Any) -> bytes:
    """Return a paper of one page that encloses annexes A, B and so on."""
    files = {f"{letter}.pdf": examine(annex) for letter, annex in zip("abc", annexes, strict=False)}
    sections = [
        section(f"Annex {key[0].upper()}", para("Follows."), enclosure=nodes.Enclosure(key, file.pages))
        for key, file in files.items()
    ]
    given: dict[str, Any] = {"short_title": "The pack", "status": "Edition 1.0", **meta}
    return layout(paper(*sections, **given), shipped_theme(), Enclosed(files)).save(late)
