"""Labelled facts, sources and abbreviations: lists whose labels stand in a column of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from egci_reports.engine.document.inlines import Inline, Text
from egci_reports.engine.document.nodes import Abbreviations, Fields, SourceList
from egci_reports.engine.writers.part_ends import PartEnds
from egci_reports.engine.writers.pdf.boxes import TextBox
from egci_reports.engine.writers.pdf.composer import ColumnSetting, Composer
from egci_reports.engine.writers.pdf.structure import StructElem

_UNNUMBERED = b"<</O/List/ListNumbering/None>>"
_DECIMAL = b"<</O/List/ListNumbering/Decimal>>"


def facts(composer: Composer, block: Fields, setting: ColumnSetting, ends: PartEnds) -> Iterator[TextBox]:
    """Yield labelled facts, one to a line."""
    composer.await_box(block.anchor)
    element = setting.parent.add("L", attributes=_UNNUMBERED)
    hang = composer.theme.lists.field_indent
    lines: list[TextBox] = []
    for entry in block.entries:
        composer.about = entry.about or block.about or composer.about
        line = _line(composer, element, entry.label, entry.content, ("field", hang), setting)
        lines.append(replace(line, keep=ends.stays(entry), keep_lines=ends.is_whole(entry)))
    yield from _apart(composer, lines, setting)


def abbreviations(composer: Composer, block: Abbreviations, setting: ColumnSetting) -> Iterator[TextBox]:
    """Yield the abbreviations, each with what it stands for and what that is called today."""
    composer.await_box(block.anchor)
    element = setting.parent.add("L", attributes=_UNNUMBERED)
    look = "field", composer.theme.lists.field_indent
    entries = block.entries or ()
    lines = [_line(composer, element, entry.short, (Text(entry.full),), look, setting) for entry in entries]
    yield from _apart(composer, lines, setting)


def sources(
    composer: Composer, block: SourceList, setting: ColumnSetting, ends: PartEnds
) -> Iterator[TextBox]:
    """Yield the numbered sources, where citations lead."""
    composer.await_box(block.anchor)
    element = setting.parent.add("L", attributes=_DECIMAL)
    hang = composer.theme.lists.number_indent
    for source in block.sources:
        composer.await_box(composer.sources[source.key])
        composer.about = source.about or block.about or composer.about
        line = _line(composer, element, f"[{source.number}]", source.content, ("source", hang), setting)
        yield replace(line, keep=ends.stays(source), keep_lines=ends.is_whole(source))


def _apart(composer: Composer, lines: list[TextBox], setting: ColumnSetting) -> list[TextBox]:
    """Return lines with a paragraph's space after the last, in the running text."""
    if lines and setting.level == 0 and setting.panel is None:
        after = max(lines[-1].after, composer.theme.style("body").after)
        return [*lines[:-1], replace(lines[-1], after=after)]
    return lines


def _line(
    composer: Composer,
    element: StructElem,
    label: str | tuple[Inline, ...],
    content: tuple[Inline, ...],
    look: tuple[str, float],
    setting: ColumnSetting,
) -> TextBox:
    """Return one line of a list; `look` is its style and how far its text stands from its label."""
    item = element.add("LI")
    named, text = item.add("Lbl"), item.add("LBody").add("P")
    style, hang = look
    return composer.text(content, text, style, setting, label=label, label_element=named, hang=hang)
