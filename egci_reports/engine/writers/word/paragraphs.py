"""Paragraphs of text: the look of each, its bookmarks, and what keeps it together with others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from egci_reports.engine.document.inlines import Inline
from egci_reports.engine.document.nodes import Paragraph
from egci_reports.engine.writers.block_breaks import TextColumn
from egci_reports.engine.writers.part_ends import Line, PartEnds
from egci_reports.engine.writers.word.boxes import callout_box
from egci_reports.engine.writers.word.flow import WordParagraph
from egci_reports.engine.writers.word.formats import ParagraphFormat
from egci_reports.engine.writers.word.markup import Xml
from egci_reports.engine.writers.word.paper import Paper
from egci_reports.engine.writers.word.places import text_height, text_width
from egci_reports.engine.writers.word.runs import TAB, text_runs
from egci_reports.engine.writers.word.setting import BlockSetting
from egci_reports.engine.writers.word.style_names import OF_ROLE, callout_style, continued_style


class ParagraphWriter:
    """Writes paragraphs of one paper into its flow; `ends` tells which of them end a part together."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.theme = paper.theme
        self.flow = paper.flow
        self.ends = PartEnds(paper.document.blocks, paper.theme)
        self._waiting: list[str] = []

    def column(self) -> BlockSetting:
        """Return where blocks stand that fill the page at hand from margin to margin."""
        return BlockSetting(text_width(self.theme, self.flow.orientation))

    def place(self, setting: BlockSetting) -> TextColumn:
        """Return the room that blocks have between their indent and the margin, and from head to foot."""
        height = text_height(self.theme, self.flow.orientation)
        return TextColumn(self.theme, setting.width - setting.indent, height)

    def await_paragraph(self, anchor: str | None) -> None:
        """Let an anchor stand at the next paragraph: the anchor of something that has none of its own."""
        if anchor is not None:
            self._waiting.append(anchor)

    def marked(self, content: Xml) -> Xml:
        """Put the bookmarks that wait around content."""
        waiting, self._waiting = self._waiting, []
        for anchor in waiting:
            content = self.paper.bookmarks.around(anchor, content)
        return content

    def inlines(self, content: Iterable[Inline], entry: str) -> Xml:
        """Return the runs of inlines in a look of the theme."""
        return self.paper.inlines.write(content, self.theme.style(entry), self.paper.part)

    def add(self, entry: str, said: ParagraphFormat, content: Xml) -> None:
        """Add a paragraph; `entry` names its look in the theme."""
        look = self.theme.style(entry)
        before = look.before if said.before is None else said.before
        after = look.after if said.after is None else said.after
        self.flow.paragraph(WordParagraph(said, self.marked(content), before, after))

    def look(self, style_id: str, entry: str, setting: BlockSetting) -> tuple[str, ParagraphFormat]:
        """Return the theme entry and format of a style's text, moved into the list or callout around it."""
        if setting.callout is None:
            if not setting.indent:
                return entry, ParagraphFormat(style=style_id)
            left = self.theme.style(entry).indent + setting.indent
            return entry, ParagraphFormat(style=style_id, left=left)
        said = ParagraphFormat(style=style_id, left=setting.indent + self.theme.style(entry).indent)
        own = style_id.startswith("Callout")
        if own and setting.indent == self.theme.callout.inset and not setting.odd:
            return entry, ParagraphFormat(style=style_id)
        box = callout_box(self.theme, setting.callout, odd=setting.odd)
        if own:
            return entry, replace(said, box=box if setting.odd else None)
        return entry, replace(said, box=box, right=self.theme.callout.inset, keep_next=True, keep_lines=True)

    def ended(self, said: ParagraphFormat, line: Line) -> ParagraphFormat:
        """Return the format of what stays together with others if a part ends with it."""
        if not self.ends.is_whole(line):
            return said
        return replace(said, keep_next=self.ends.stays(line) or said.keep_next, keep_lines=True)

    def paragraph(self, paragraph: Paragraph, setting: BlockSetting) -> None:
        """Write a paragraph, with its number if it is numbered."""
        self.await_paragraph(paragraph.anchor)
        style_id = OF_ROLE[paragraph.role]
        entry: str = paragraph.role
        plain = paragraph.role == "body"
        if plain and setting.callout:
            style_id, entry = callout_style(setting.callout), "callout"
        elif plain and setting.level:
            style_id, entry = continued_style(setting.level - 1), "list"
        name, said = self.look(style_id, entry, setting)
        if entry == "list" and setting.indent == self.theme.lists.left(setting.level - 1):
            said = ParagraphFormat(style=style_id)
        content = self.inlines(paragraph.content, name)
        if paragraph.numbered and paragraph.number:
            said, content = self._numbered(paragraph.number, said, content, setting)
        if setting.followed:
            said = replace(said, keep_next=True, keep_lines=True)
        self.add(name, self.ended(said, paragraph), content)

    def _numbered(
        self, number: str, said: ParagraphFormat, content: Xml, setting: BlockSetting
    ) -> tuple[ParagraphFormat, Xml]:
        instance = self.paper.numbering.paragraph(number)
        hang = self.theme.lists.number_indent
        hung = replace(said, left=setting.indent + hang, hanging=hang)
        if instance is None:
            return hung, Xml(text_runs(self.theme, number) + TAB + content)
        if said == ParagraphFormat(style="BodyText"):
            return ParagraphFormat(style="NumberedParagraph", numbering=(instance, 0)), content
        return replace(hung, numbering=(instance, 0)), content
