"""Titles, headings and the contents list: what leads a reader through a paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from egci_reports.engine.document.nodes import Contents, Section, TitleBlock
from egci_reports.engine.document.passes.plain import plain_text
from egci_reports.engine.writers.pdf.boxes import TextBox
from egci_reports.engine.writers.pdf.composer import ColumnSetting, Composer
from egci_reports.engine.writers.pdf.contents import ContentsLines


def title_lines(composer: Composer, block: TitleBlock, setting: ColumnSetting) -> Iterator[TextBox]:
    """Yield the names of the group, the title and the subtitle; a cover begins at its own height."""
    element = setting.parent
    composer.await_box(block.anchor)
    group = composer.text(block.group, element.add("GroupName"), "group", setting)
    top = composer.theme.title.cover_top if block.cover else 0.0
    yield replace(group, before=0.0, pad_top=top, keep=True)
    title = composer.text(block.title, element.add("Title"), "title", setting)
    yield replace(title, keep=bool(block.subtitle))
    if block.subtitle:
        yield composer.text(block.subtitle, element.add("Subtitle"), "subtitle", setting)


def heading(composer: Composer, section: Section, setting: ColumnSetting) -> TextBox:
    """Return the heading of a section, which is a bookmark too."""
    composer.await_box(section.anchor)
    number = section.number if section.numbered else None
    box = composer.text(
        section.title,
        setting.parent.add(f"H{section.level}"),
        f"heading{section.level}",
        setting,
        label=number,
        hang=composer.theme.lists.heading_indent if number else 0.0,
    )
    title = plain_text(section.title)
    return replace(box, bookmark=(section.level, f"{number} {title}" if number else title))


def contents_list(composer: Composer, contents: Contents, setting: ColumnSetting) -> Iterator[TextBox]:
    """Yield the contents list under its title."""
    composer.await_box(contents.anchor)
    yield composer.text(contents.title, setting.parent.add("ContentsTitle"), "contents_title", setting)
    lines = ContentsLines(composer, setting)
    for entry in contents.entries or ():
        yield lines.line(entry)
