"""What stands around the text of each page: running head, page number, marking, watermark, copy line.

All of it is painted when a file is saved, so that one layout serves every copy.
"""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.engine.document.meta import Meta, Words
from egci_reports.engine.theme.model import MM, Align, Theme
from egci_reports.engine.writers.pdf.canvas import (
    FOOTER,
    HEADER,
    LAYOUT,
    MARKING_BOTTOM,
    MARKING_TOP,
    ArtifactMark,
    Canvas,
)
from egci_reports.engine.writers.pdf.enclosed import EnclosedPage
from egci_reports.engine.writers.pdf.faces import FaceChoice
from egci_reports.engine.writers.pdf.flow import NOTE_GAP, PageContent
from egci_reports.engine.writers.pdf.line_painting import baseline
from egci_reports.engine.writers.pdf.watermark import paint_watermark

_NOTE_RULE = 120.0
_APART = 12.0
"""Points between what stands at the left margin and what stands at the right."""
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class CopyText:
    """The late text of one distribution copy.

    `line` stands at the foot of each page (copy number and holder), `notice` under the foot of each page of
    the paper's own (which text is in force); `marking` replaces the paper's. `number` is written into the
    file beside its identity, so that even an altered copy says which one it was.
    """

    line: str = ""
    notice: str = ""
    marking: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """Paints what stands around the text of the pages of one file."""

    meta: Meta
    words: Words
    theme: Theme
    copy: CopyText = CopyText()

    @property
    def texts(self) -> tuple[str, ...]:
        """All that is painted but the numbers of pages, for those who look for missing characters."""
        meta, copy = self.meta, self.copy
        number = self.words.page_of.format(page=1, pages=1)
        late = (copy.line, copy.notice, number, _ELLIPSIS)
        return (meta.short_title, meta.status, meta.watermark or "", self._marking, *late)

    @property
    def repeated(self) -> frozenset[str]:
        """The kinds of artifacts that an enclosed paper of ours need not bring: this file has its own.

        What only the enclosed paper has stays: "DRAFT" across its pages, its marking.
        """
        watermark = {"/Watermark"} if self.meta.watermark else set()
        own = self.meta.marking if self.copy.marking is None else self.copy.marking
        marking = {"/Attached"} if own else set()
        return frozenset({"/Header", "/Footer"} | watermark | marking)

    @property
    def _marking(self) -> str:
        return self.meta.at_edges(self.copy.marking)

    def paint_behind(self, canvas: Canvas, sheet: PageContent) -> None:
        """Paint the watermark under the text."""
        if self.meta.watermark:
            paint_watermark(canvas, sheet, self.theme, self.meta.watermark, self.meta.lang)

    def paint_around(self, canvas: Canvas, sheet: PageContent, page: int, pages: int) -> None:
        """Paint head and foot; a cover bears the marking and the copy line only."""
        marking = self._marking
        first = sheet.boxes[0].box if sheet.boxes else None
        enclosed = first if isinstance(first, EnclosedPage) else None
        header, footer = self.theme.page.header * MM, self.theme.page.footer * MM
        if enclosed is not None:
            header, footer = enclosed.edges
        top, bottom = header, canvas.height - footer
        if enclosed is None:
            self._line(canvas, FOOTER, bottom, "footer", self.copy.notice, "centre")
        if marking:
            leading = self.theme.style("marking").leading
            self._line(canvas, MARKING_TOP, top, "marking", marking, "centre")
            self._line(canvas, MARKING_BOTTOM, bottom - leading, "marking", marking, "centre")
            top, bottom = top + leading, bottom - leading
        bottom -= self.theme.style("footer").leading
        if not sheet.cover:
            head = self.meta.short_title if enclosed is None else enclosed.head(self.words)
            self._pair(canvas, HEADER, top, "header", head, self.meta.status)
        number = "" if sheet.cover else self.words.page_of.format(page=page, pages=pages)
        self._pair(canvas, FOOTER, bottom, "footer", self.copy.line, number)

    def paint_note_rule(self, canvas: Canvas, sheet: PageContent) -> None:
        """Paint the short rule between the text and the footnotes."""
        x, y = self.theme.page.left * MM, sheet.notes_top - NOTE_GAP / 2
        canvas.rectangle(LAYOUT, x, y, _NOTE_RULE, 0.5, self.theme.colour("muted"))

    def _pair(
        self, canvas: Canvas, owner: ArtifactMark, top: float, name: str, left: str, right: str
    ) -> None:
        """Paint a text at the left margin and one at the right; the left one is cut if they would meet."""
        faces, style = FaceChoice(self.theme.fonts), self.theme.style(name)

        def width(text: str) -> float:
            return faces.width(text, style.size, bold=style.bold, italic=style.italic, lang=self.meta.lang)

        room = canvas.width - (self.theme.page.left + self.theme.page.right) * MM - width(right) - _APART
        if width(left) > room:
            fitting = next(end for end in range(len(left), 0, -1) if width(left[:end] + _ELLIPSIS) <= room)
            left = left[:fitting].rstrip() + _ELLIPSIS
        self._line(canvas, owner, top, name, left, "left")
        self._line(canvas, owner, top, name, right, "right")

    def _line(
        self, canvas: Canvas, owner: ArtifactMark, top: float, name: str, text: str, align: Align
    ) -> None:
        """Paint one line of text across the page's margins; `top` is the line's top."""
        if not text:
            return
        style, page = self.theme.style(name), self.theme.page
        faces = FaceChoice(self.theme.fonts)
        parts = faces.split(text, bold=style.bold, italic=style.italic, lang=self.meta.lang)
        width = sum(face.measure(part) for face, part in parts) * style.size
        left, right = page.left * MM, canvas.width - page.right * MM
        x = {"left": left, "right": right - width, "centre": (left + right - width) / 2}[align]
        level = baseline(top, style.leading, style.size)
        for face, part in parts:
            canvas.text(owner, x, level, face, style.size, self.theme.colour(style.colour), part)
            x += face.measure(part) * style.size
