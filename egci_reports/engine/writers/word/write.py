"""The Word writer: a document tree in, the bytes of a .docx out.

python-docx keeps the parts and their relationships; what stands in them is written here, on styles and
settings made from the theme. The result opens without a question and stays editable.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from egci_reports.engine.document.nodes import Document
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.word.markup import Xml, part, tag
from egci_reports.engine.writers.word.package import CT, RT, WrittenPart, packed
from egci_reports.engine.writers.word.paper import Paper, new_paper
from egci_reports.engine.writers.word.properties import property_parts
from egci_reports.engine.writers.word.settings import fonts, palette, settings
from egci_reports.engine.writers.word.story import Story
from egci_reports.engine.writers.word.stylesheet import stylesheet

__all__ = ["assembled", "write_word"]


def write_word(
    document: Document,
    theme: Theme,
    pages: Mapping[str, int] | None,
    heads: Collection[str] = frozenset(),
) -> bytes:
    """Return a resolved document as a .docx; the same document, theme and pages give the same bytes.

    `pages` are the pages of the anchors as the PDF has them, for the contents list and references to pages;
    None leaves the numbers out. `heads` are the anchors that begin pages there: a section that stays whole
    then begins one here, since LibreOffice parts long chains of paragraphs. Raises ValueError for a character
    that XML cannot hold.
    """
    paper = new_paper(document, theme, pages, heads)
    return assembled(paper, Story(paper).write())


def assembled(paper: Paper, body: Xml, *, beyond: str | None = None) -> bytes:
    """Return the .docx of a paper whose body is written: its parts, styles and settings.

    `beyond` is the prefix of a namespace in the body that other programs than Word may pass over.
    """
    document, theme = paper.document, paper.theme
    prefixes = "w r wp a pic c asvg" + (f" mc {beyond}" if beyond else "")
    passed_over = {"mc:Ignorable": beyond}
    paper.part.content = part("w:document", prefixes, tag("w:body", None, body), attributes=passed_over)
    lang = document.meta.lang
    for kind, name, content_type, content in (
        (RT.STYLES, "styles", CT.WML_STYLES, stylesheet(theme, lang, numbered=paper.numbered)),
        (RT.NUMBERING, "numbering", CT.WML_NUMBERING, paper.numbering.xml(numbered=paper.numbered)),
        (RT.SETTINGS, "settings", CT.WML_SETTINGS, settings(lang)),
        (RT.FONT_TABLE, "fontTable", CT.WML_FONT_TABLE, fonts(theme)),
        (RT.THEME, "theme/theme1", CT.OFC_THEME, palette(theme)),
    ):
        paper.part.relate(kind, WrittenPart(f"/word/{name}.xml", content_type, content))
    paper.part.relate(RT.FOOTNOTES, paper.notes.finish())
    return packed(paper.part, property_parts(document.meta))
