"""Lines of the contents list: each leads to its heading; page numbers are painted once they are known."""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.engine.document.inlines import Text
from egci_reports.engine.document.nodes import ContentsEntry
from egci_reports.engine.writers.pdf.boxes import TextBox
from egci_reports.engine.writers.pdf.canvas import LAYOUT, Canvas
from egci_reports.engine.writers.pdf.composer import ColumnSetting, Composer
from egci_reports.engine.writers.pdf.faces import Face
from egci_reports.engine.writers.pdf.line_painting import baseline
from egci_reports.engine.writers.pdf.lines import LinkTarget, Run, TextLine, break_lines
from egci_reports.engine.writers.pdf.structure import StructElem

_LIKELY_NUMBER = "00"
"""As wide as most page numbers: the last line of a title leaves room for one, as in Word."""
_DEEPEST = 3


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ContentsLine(TextBox):
    """A line of the contents: a title, a leader and a page number at the right."""

    leads: LinkTarget
    number_element: StructElem
    face: Face
    colour: str
    leader: str
    right: float

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Paint the title, then the leader as an artifact, then the number, which belongs to the link."""
        TextBox.paint(self, canvas, x, y)
        size, face = self.size, self.face
        top = y + self.height - self.leading
        level = baseline(top, self.leading, size)
        number = str(canvas.places.page(self.leads.target or ""))
        space = face.measure(" ") * size
        title_end = x + self.indent + self.lines[-1].width
        # a number longer than was likely stands out into the margin, not on the title
        start = max(x + self.right - face.measure(number) * size, title_end + space)
        dot = face.measure(" .") * size
        dots = int((start - 4 - (title_end + 4)) / dot)
        if dots > 1:
            canvas.text(LAYOUT, start - 4 - dots * dot, level, face, size, self.leader, " ." * dots)
        canvas.text(self.number_element, start - space, level, face, size, self.colour, f" {number}")
        box = (x + self.indent, y, self.right - self.indent, self.height)
        canvas.link(self.leads.element, box, canvas.places.jump(self.leads.target or ""), self.leads.says)


class ContentsLines:
    """Makes the lines of one contents list; deeper levels stand in lists within the list."""

    def __init__(self, composer: Composer, setting: ColumnSetting) -> None:
        self._composer = composer
        self._setting = setting
        self._open: list[tuple[int, StructElem]] = []

    def _entry(self, level: int) -> StructElem:
        """Return a new TOCI in the list of its level (ISO 32000-1, 14.8.4.2)."""
        while self._open and self._open[-1][0] > level:
            self._open.pop()
        if not self._open:
            self._open.append((level, self._setting.parent.add("TOC")))
        elif self._open[-1][0] < level:
            self._open.append((level, self._open[-1][1].add("TOC")))
        return self._open[-1][1].add("TOCI")

    def line(self, entry: ContentsEntry) -> ContentsLine:
        """Return the line of one heading."""
        composer, setting = self._composer, self._setting
        style = composer.theme.style(f"contents{min(entry.level, _DEEPEST)}")
        link = self._entry(entry.level).add("Reference").add("Link")
        look = composer.look(style)
        runs = composer.runs.of((Text(entry.title),), link, look, composer.lang)
        says = entry.title
        if entry.number:
            runs.insert(0, Run(f"{entry.number}\u2002", look, composer.lang, link.span("ContentsNumber")))
            says = f"{entry.number} {entry.title}"
        width = setting.width - setting.indent - style.indent
        face = composer.faces.latin(bold=style.bold, italic=style.italic)
        return composer.ready(
            ContentsLine(
                lines=self._lines(runs, width, face.measure(_LIKELY_NUMBER) * style.size),
                element=link,
                size=style.size,
                leading=style.leading,
                width=width,
                indent=setting.indent + style.indent,
                before=style.before,
                after=style.after,
                keep_lines=True,
                number_element=link.span("ContentsPage"),
                leads=LinkTarget(link, says, target=entry.appended or entry.anchor),
                face=face,
                colour=look.colour,
                leader=composer.theme.colour("rule"),
                right=setting.width,
            ),
            setting,
        )

    def _lines(self, runs: list[Run], width: float, number: float) -> list[TextLine]:
        """Break a title: its lines fill the width, but for room at the end of the last one for a number."""
        faces = self._composer.faces
        lines = break_lines(runs, faces, width)
        return lines if lines[-1].width + number <= width else break_lines(runs, faces, width - number)
