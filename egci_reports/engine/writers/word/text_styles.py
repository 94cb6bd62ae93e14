"""The styles of running text: its paragraphs, by their roles, and its characters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.word.formats import RunFormat
from egci_reports.engine.writers.word.numbering import DEFAULT_INSTANCES, Scheme
from egci_reports.engine.writers.word.style import Style, paragraph_format, themed_style


def text_styles(theme: Theme) -> Iterator[Style]:
    """Yield the styles of paragraphs by their roles, and of the lines of a title, facts and sources."""
    body = themed_style(theme, "body", "BodyText", "Body Text", priority=1)
    yield body
    indent = theme.lists.number_indent
    yield replace(
        body,
        id="NumberedParagraph",
        name="Numbered Paragraph",
        own=True,
        paragraph=replace(
            body.paragraph,
            numbering=(DEFAULT_INSTANCES[Scheme.PARAGRAPHS], 0),
            left=indent,
            hanging=indent,
        ),
    )
    yield themed_style(theme, "lead", "Lead", "Lead", own=True, priority=2)
    quotation = theme.style("quotation")
    yield themed_style(
        theme,
        "quotation",
        "Quote",
        "Quote",
        priority=29,
        paragraph=replace(paragraph_format(quotation), right=quotation.indent or None),
    )
    yield themed_style(theme, "note", "NoteText", "Note", own=True, priority=3)
    yield themed_style(theme, "small", "SmallPrint", "Small Print", own=True, priority=3)
    yield themed_style(theme, "prompt", "Prompt", "Prompt", own=True, priority=3)
    yield themed_style(theme, "centred", "CentredText", "Centred Text", own=True, priority=3)
    yield themed_style(theme, "signature", "Signature", "Signature", priority=30)
    speech = replace(paragraph_format(theme.style("speech")), keep_lines=True)
    yield themed_style(theme, "speech", "Speech", "Speech", own=True, priority=3, paragraph=speech)
    yield themed_style(theme, "group", "GroupName", "Group Name", own=True, priority=9)
    yield themed_style(theme, "title", "Title", "Title", following="Subtitle", priority=10)
    yield themed_style(theme, "subtitle", "Subtitle", "Subtitle", following="BodyText", priority=11)
    at = theme.lists.field_indent
    field = paragraph_format(theme.style("field"))
    field = replace(field, left=at, hanging=at)
    yield themed_style(theme, "field", "Field", "Field", own=True, priority=12, paragraph=field)
    source = replace(
        paragraph_format(theme.style("source")),
        numbering=(DEFAULT_INSTANCES[Scheme.SOURCES], 0),
        left=theme.lists.number_indent,
        hanging=theme.lists.number_indent,
    )
    yield themed_style(theme, "source", "Source", "Source", own=True, priority=40, paragraph=source)


def character_styles(theme: Theme) -> Iterator[Style]:
    """Yield the character styles that the writer uses."""
    link = theme.colour("link")
    formats = (
        ("Strong", "Strong", RunFormat(bold=True)),
        ("Emphasis", "Emphasis", RunFormat(italic=True)),
        ("Hyperlink", "Hyperlink", RunFormat(colour=link, theme_colour="hyperlink", underlined=True)),
        ("Reference", "Cross Reference", RunFormat(colour=link, theme_colour="hyperlink")),
        ("FootnoteReference", "footnote reference", RunFormat(raised=True)),
        ("Added", "Added", RunFormat(bold=True, colour=theme.colour("added_ink"))),
        ("Removed", "Removed", RunFormat(struck=True, colour=theme.colour("removed_ink"))),
    )
    for number, (style_id, name, said) in enumerate(formats):
        yield Style(
            id=style_id,
            name=name,
            kind="character",
            based="DefaultParagraphFont",
            run=said,
            priority=20 + number,
            own=name in ("Cross Reference", "Added", "Removed"),
        )
