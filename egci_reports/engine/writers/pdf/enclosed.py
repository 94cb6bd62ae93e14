"""Pages kept free for the documents that a paper encloses: their sizes, heads, places, bookmarks.

An enclosed page stands on a page of its own size, turned like it, so that nothing is shrunk but for the
paper's head and foot. Smaller pages stand on the paper's. A paper of ours has room for head and foot already,
and keeps its scale: its own are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from egci_reports.engine.document import nodes
from egci_reports.engine.document.inlines import appended_at
from egci_reports.engine.document.meta import Words
from egci_reports.engine.document.nodes import Block, Orientation, Section
from egci_reports.engine.document.passes.plain import plain_text
from egci_reports.engine.enclosing import AnnexFile, Frame
from egci_reports.engine.theme.model import MM, Theme
from egci_reports.engine.writers.pdf.boxes import Box
from egci_reports.engine.writers.pdf.canvas import Canvas
from egci_reports.engine.writers.pdf.flow import NewPage

_NEARER = 0.55
"""How much nearer to the edge head and foot stand than on the paper's pages: their room is the annex's."""
_APART = 4.0
"""Points between head or foot and the enclosed page."""
_ALIKE = 1.05
"""A page that is larger by less than this (Letter) is of the paper's size."""

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Enclosed:
    """The documents themselves by their keys; `conform` says that each keeps PDF/UA-1 and PDF/A-2a."""

    files: Mapping[str, AnnexFile] = field(default_factory=dict)
    conform: bool = True


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class EnclosedPage(Box):
    """The room of one page of an enclosed document: `number` of `pages`, from 1.

    `frame` is where it goes; `edges` are the points from the sheet's edges to the head and the foot.
    """

    key: str
    title: str
    number: int
    pages: int
    frame: Frame
    edges: tuple[float, float]

    @property
    def height(self) -> float:
        """The height of the whole page: nothing else stands on it."""
        return self.frame.height

    def head(self, words: Words) -> str:
        """Return what stands in the running head of the page."""
        return words.enclosed.format(title=self.title, page=self.number, pages=self.pages)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Paint nothing: the document's own page goes here when the file is saved."""


def enclosed_pages(
    blocks: Sequence[Block], files: Mapping[str, AnnexFile], theme: Theme
) -> Iterator[Box | NewPage]:
    """Yield the pages for all documents that sections enclose, in reading order.

    A document that is not among the files gets pages of the paper's size.
    """
    for block in blocks:
        if not isinstance(block, Section):
            continue
        if block.enclosure is not None:
            yield from _pages(block, block.enclosure, files.get(block.enclosure.key), theme)
        yield from enclosed_pages(block.children, files, theme)


def _pages(
    section: Section, given: nodes.Enclosure, file: AnnexFile | None, theme: Theme
) -> Iterator[Box | NewPage]:
    title = plain_text(section.title)
    paper = theme.page.width * MM, theme.page.height * MM
    for number in range(1, given.pages + 1):
        size = paper if file is None else file.sizes[number - 1]
        orientation: Orientation = "landscape" if size[0] > size[1] else "portrait"
        measures = _sheet(size, paper)
        is_own = file is not None and file.is_own
        edges = _edges(theme, 1.0 if is_own else _NEARER)
        yield NewPage(orientation, measures=measures)
        yield EnclosedPage(
            key=given.key,
            title=title,
            number=number,
            pages=given.pages,
            frame=Frame(0.0, 0.0, *measures) if is_own else _frame(measures, edges, theme),
            edges=edges,
            bookmark=(1, title) if number == 1 else None,
            anchors=(appended_at(section.anchor),) if number == 1 and section.anchor else (),
        )


def _sheet(size: Size, paper: Size) -> Size:
    """Return the size of the sheet for a page: the paper's, turned if need be, or the page's if larger."""
    width, height = (paper[1], paper[0]) if size[0] > size[1] else paper
    if size[0] <= width * _ALIKE and size[1] <= height * _ALIKE:
        return width, height
    return max(size[0], width), max(size[1], height)


def _edges(theme: Theme, share: float) -> tuple[float, float]:
    return theme.page.header * MM * share, theme.page.footer * MM * share


def _frame(sheet: Size, edges: tuple[float, float], theme: Theme) -> Frame:
    """Return what head and foot, with the marking over and under them, leave of a sheet."""
    marking = theme.style("marking").leading + _APART
    top = edges[0] + marking + theme.style("header").leading
    bottom = edges[1] + marking + theme.style("footer").leading
    return Frame(0.0, bottom, sheet[0], sheet[1] - top - bottom)
