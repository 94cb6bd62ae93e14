"""The contents list: a field that Word can update, filled in beforehand so that it need not ask."""

from __future__ import annotations

from collections.abc import Mapping

from egci_reports.engine.document.nodes import Contents, ContentsEntry
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.word.bookmarks import Bookmarks
from egci_reports.engine.writers.word.fields import field_begin, field_end, page_number
from egci_reports.engine.writers.word.flow import WordParagraph
from egci_reports.engine.writers.word.formats import ParagraphFormat
from egci_reports.engine.writers.word.markup import NOTHING, Xml, tag, val
from egci_reports.engine.writers.word.runs import TAB, text_runs

_DEEPEST = 3
_CONTROL = 1000
"""The id of the first contents list's control."""


def contents_frame(number: int) -> tuple[Xml, Xml]:
    """Return what opens and closes the control that Word shows around a contents list."""
    gallery = tag("w:docPartObj", None, val("w:docPartGallery", "Table of Contents"), tag("w:docPartUnique"))
    properties = tag("w:sdtPr", None, val("w:id", _CONTROL + number), gallery)
    return Xml(f"<w:sdt>{properties}<w:sdtContent>"), Xml("</w:sdtContent></w:sdt>")


def contents_lines(
    contents: Contents, theme: Theme, bookmarks: Bookmarks, pages: Mapping[str, int] | None
) -> list[WordParagraph]:
    """Return the lines. Without `pages` they are links and carry no numbers, which are then never wrong."""
    entries = contents.entries or ()
    # by Word's own heading styles alone: those of headings that are not listed have a style apart
    code = f'TOC \\o "1-{contents.depth}" \\h \\z' + (" \\n" if pages is None else "")
    lines = []
    for index, entry in enumerate(entries):
        before = field_begin(code) if index == 0 else NOTHING
        after = field_end() if index == len(entries) - 1 else NOTHING
        line = _line(entry, theme, bookmarks, pages)
        style = f"TOC{min(entry.level, _DEEPEST)}"
        space = theme.style(f"contents{min(entry.level, _DEEPEST)}").before
        lines.append(WordParagraph(ParagraphFormat(style=style), Xml(before + line + after), space))
    return lines


def _line(entry: ContentsEntry, theme: Theme, bookmarks: Bookmarks, pages: Mapping[str, int] | None) -> Xml:
    name = bookmarks.name(entry.anchor)
    title = f"{entry.number}\u2002{entry.title}" if entry.number else entry.title
    content = text_runs(theme, title)
    if pages is not None and entry.appended is None:
        content = Xml(content + TAB + page_number(name, pages[entry.anchor]))
    return tag("w:hyperlink", {"w:anchor": name, "w:history": 1}, content)
