"""Makes boxes of text from inlines: styles, labels, footnotes, and a note of characters no face has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil
from typing import NamedTuple, TypeVar

from egci_reports.engine.document.inlines import Footnote, Inline, Text
from egci_reports.engine.document.meta import Words
from egci_reports.engine.theme.model import TextStyle, Theme
from egci_reports.engine.writers.pdf.boxes import Box, Panel, ParagraphLabel, TextBox
from egci_reports.engine.writers.pdf.faces import FaceChoice
from egci_reports.engine.writers.pdf.inline_runs import InlineRuns
from egci_reports.engine.writers.pdf.lines import Look, Run, TextLine, break_lines
from egci_reports.engine.writers.pdf.structure import StructElem

B = TypeVar("B", bound=Box)

_TAB = 36.0
"""Points between the places where text goes on after a label too wide for its room, as in Word."""
_ENDLESS = 1e6
"""The width of a line that is never broken."""
_EMPTY = TextLine((), 0.0)


class ColumnSetting(NamedTuple):
    """Where blocks stand: the element they go into, the column's width, indent and callout.

    `style` replaces the style of body paragraphs (in lists, callouts); `level` counts lists within lists.
    """

    parent: StructElem
    width: float
    indent: float = 0.0
    style: str | None = None
    panel: Panel | None = None
    level: int = 0


class MissingGlyph(NamedTuple):
    """A character that no face can show, and the record that the block with it is about."""

    character: str
    about: str | None


@dataclass(slots=True)
class Composer:
    """Makes boxes of text for one document. `about` is what the block at hand is about."""

    theme: Theme
    words: Words
    lang: str
    sources: dict[str, str]
    titles: Mapping[str, str]
    faces: FaceChoice = field(init=False)
    runs: InlineRuns = field(init=False)
    missing: dict[MissingGlyph, None] = field(init=False, default_factory=dict)
    about: str | None = None
    note_width: float = 0.0
    """The width of the column at hand, which footnotes fill."""
    _notes: int = 0
    _waiting: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.faces = FaceChoice(self.theme.fonts)
        self.runs = InlineRuns(self.theme, self.words, self.sources, self.titles, self._note, self.see)

    def see(self, text: str, lang: str) -> None:
        """Note the characters of a text that no face can show."""
        for character in self.faces.missing(text, lang):
            self.missing[MissingGlyph(character, self.about)] = None

    def await_box(self, anchor: str | None) -> None:
        """Let an anchor stand at the next box: the anchor of something that has no box of its own."""
        if anchor is not None:
            self._waiting += (anchor,)

    def ready(self, box: B, setting: ColumnSetting) -> B:
        """Give a box the anchors that wait for it and the callout it stands in."""
        waiting, self._waiting = self._waiting, ()
        return replace(box, anchors=box.anchors + waiting, panel=setting.panel)

    def measure(self, text: str, size: float, bold: bool) -> float:  # noqa: FBT001 - as drawings ask
        """Return the width of a text, for those who draw charts."""
        return self.faces.width(text, size, bold=bold, lang=self.lang)

    # -- text ---------------------------------------------------------------------------------------

    def look(self, style: TextStyle) -> Look:
        """Return how the text of a style looks."""
        return Look(style.size, self.theme.colour(style.colour), style.bold, style.italic)

    def lines(
        self, content: Sequence[Inline], element: StructElem, style: TextStyle, width: float
    ) -> list[TextLine]:
        """Return inlines as lines of a width."""
        return self._broken(content, element, self.look(style), width)

    def strong_lines(
        self, content: Sequence[Inline], element: StructElem, style: TextStyle, width: float
    ) -> list[TextLine]:
        """Return inlines as lines of a width, in bold type."""
        return self._broken(content, element, replace(self.look(style), bold=True), width)

    def _broken(
        self, content: Sequence[Inline], element: StructElem, look: Look, width: float
    ) -> list[TextLine]:
        return break_lines(self.runs.of(content, element, look, self.lang), self.faces, width)

    def text(
        self,
        content: Sequence[Inline],
        element: StructElem,
        style_name: str,
        setting: ColumnSetting,
        *,
        label: str | Sequence[Inline] | None = None,
        label_element: StructElem | None = None,
        hang: float = 0.0,
        right: float = 0.0,
    ) -> TextBox:
        """Return a paragraph. `label` hangs `hang` points left of the text, in an element of its own.

        Without `label_element` the label becomes a Lbl at the paragraph's head. `right` is kept free.
        """
        style = self.theme.style(style_name)
        indent = setting.indent + style.indent + hang
        width = setting.width - indent - right
        runs = self.runs.of(content, element, self.look(style), self.lang)
        made = None
        if label is not None:
            made = self._label(label, label_element or element.span("Lbl"), style, indent - hang, hang)
            if made.line.width > width + hang:
                runs = [*_as_text(made), *runs]
                made = ParagraphLabel(_EMPTY, made.element, made.x, -hang)
        box = TextBox(
            lines=break_lines(runs, self.faces, width, made.pushes if made else 0.0),
            element=element,
            size=style.size,
            leading=style.leading,
            width=width,
            indent=indent,
            align=style.align,
            label=made,
            before=style.before,
            after=style.after,
            keep=style.keep_with_next,
            keep_lines=style.keep_lines,
        )
        return self.ready(box, setting)

    def _label(
        self, label: str | Sequence[Inline], element: StructElem, style: TextStyle, x: float, room: float
    ) -> ParagraphLabel:
        """Return a label on one line, with the space that parts it from the text when both are read."""
        look = self.look(style)
        content = (Text(label),) if isinstance(label, str) else label
        runs = self.runs.of(content, element, look, self.lang)
        one_line = [replace(run, text=run.text.replace("\n", " ")) for run in runs]
        (line,) = break_lines([*one_line, Run("\u00a0", look, self.lang)], self.faces, _ENDLESS)
        width = line.width - line.segments[-1].width
        pushes = 0.0
        if width > room:
            stop = _TAB * ceil((x + width + 1e-6) / _TAB)
            pushes = stop - x - room
        return ParagraphLabel(line, element, x, pushes)

    def _note(self, footnote: Footnote, block: StructElem) -> TextBox:
        """Return the box of a footnote; its Note stands after the block that holds its mark."""
        self._notes += 1
        name = f"footnote-{self._notes}"
        parent = block.parent or block
        element = parent.add("Note")
        element.identifier = name
        width = self.note_width
        style = self.theme.style("footnote")
        setting = ColumnSetting(parent, width)
        waiting, self._waiting = self._waiting, ()
        label = StructElem("Lbl", element)
        box = self.text(
            footnote.content,
            element.add("P"),
            "footnote",
            setting,
            label=str(footnote.number),
            label_element=label,
            hang=style.size * 1.6,
        )
        self._waiting = waiting
        # the space above each note is kept below it, which comes to the same
        return replace(box, anchors=(name,), keep_lines=False, after=style.before + style.after)


def _as_text(label: ParagraphLabel) -> list[Run]:
    """Return the runs of a label that is wider than the column, and runs on into the text like its words."""
    return [
        replace(segment.run, text=segment.text, element=segment.run.element or label.element)
        for segment in label.line.segments
    ]
