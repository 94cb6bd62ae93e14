"""The body in the making: paragraphs and tables in order, with the page breaks and sections between them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from egci_reports.engine.document.nodes import Orientation
from egci_reports.engine.writers.word.controls import locked
from egci_reports.engine.writers.word.formats import ParagraphFormat, paragraph_properties
from egci_reports.engine.writers.word.furniture import Furniture
from egci_reports.engine.writers.word.markup import NOTHING, Xml, join
from egci_reports.engine.writers.word.sections import section_properties

_END = ParagraphFormat(style="SectionEnd")


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph that is not yet written, so that a section can still end in it.

    `before` and `after` are the spaces that its style (or it) asks for, in points: what stands around it may
    ask for more.
    """

    said: ParagraphFormat
    content: Xml
    before: float = 0.0
    after: float = 0.0


class Flow:
    """Collects the body. The last paragraph waits until it is known whether its section ends with it."""

    def __init__(self, furniture: Furniture, *, cover: bool) -> None:
        self._furniture = furniture
        self._cover = cover
        self._done: list[Xml] = []
        self._last: WordParagraph | None = None
        self._turn, self._at_head = False, True
        self._space = 0.0
        self._held = False
        self.orientation: Orientation = "portrait"

    def paragraph(self, paragraph: WordParagraph) -> None:
        """Add a paragraph; a page break or a space that was asked for goes into it.

        The space before it is dropped at the head of a page, as Word does itself where it breaks one.
        """
        said = paragraph.said
        if self._held:
            said = replace(said, keep_next=True, keep_lines=True)
        if self._turn and self._done_or_waiting:
            said = replace(said, page_break=True)
        if self._at_head:
            said = replace(said, before=said.before if self._cover and not self._done_or_waiting else 0.0)
        elif self._space > paragraph.before:
            said = replace(said, before=self._space)
        self._turn, self._at_head, self._space = False, False, 0.0
        self._write_last()
        self._last = replace(paragraph, said=said)

    def table(self, table: Xml, after: float) -> None:
        """Add a table, with so many points of space before what follows; Word knows no space after tables."""
        self._write_last()
        self._done.append(table)
        self._at_head, self._space = False, after

    def space_after(self, points: float) -> None:
        """Ask for space after what was added last."""
        if self._last is None:
            self._space = max(self._space, points)
        elif points > self._last.after:
            self._last = replace(self._last, said=replace(self._last.said, after=points))

    def hold(self) -> None:
        """Hold the paragraphs that follow on one page, until they are let go."""
        self._held = True

    def let_go(self) -> None:
        """Let the next paragraph stand on another page than the last."""
        self._held = False
        if self._last is not None:
            self._last = replace(self._last, said=replace(self._last.said, keep_next=False))

    def wrapped(self, before: Xml, paragraphs: list[WordParagraph], after: Xml) -> None:
        """Add paragraphs within an element that `before` opens and `after` closes."""
        if not paragraphs:
            return
        self.paragraph(paragraphs[0])
        first, self._last = self._last, None
        rest = [_written(each) for each in paragraphs[1:]]
        opened = _written(first) if first else NOTHING
        self._done.append(Xml(before + opened + join(rest) + after))

    def new_page(self) -> None:
        """Begin a new page with the next paragraph."""
        self._turn = self._at_head = True

    def turn(self, orientation: Orientation) -> None:
        """Begin a section of another orientation; nothing happens if the orientation stays."""
        if orientation == self.orientation:
            return
        if self._done_or_waiting:
            self._end_section()
        self.orientation = orientation
        self._turn, self._at_head, self._space = False, True, 0.0

    def finish(self, *, is_form: bool = False) -> Xml:
        """Return the body's content with its last section; of a form, all but its controls is locked."""
        if self._last is None:
            # Word wants a paragraph after the last table
            self._last = WordParagraph(_END, NOTHING)
        self._write_last()
        body = locked(self._done) if is_form else join(self._done)
        return Xml(body + self._section())

    @property
    def _done_or_waiting(self) -> bool:
        return bool(self._done) or self._last is not None

    def _end_section(self) -> None:
        last = self._last or WordParagraph(_END, NOTHING)
        self._last = replace(last, said=replace(last.said, section=self._section()))
        self._write_last()

    def _section(self) -> Xml:
        cover, self._cover = self._cover, False
        return section_properties(self._furniture, self.orientation, cover=cover)

    def _write_last(self) -> None:
        if self._last is not None:
            self._done.append(_written(self._last))
            self._last = None


def _written(paragraph: WordParagraph) -> Xml:
    return Xml(f"<w:p>{paragraph_properties(paragraph.said)}{paragraph.content}</w:p>")
